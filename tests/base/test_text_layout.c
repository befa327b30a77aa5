#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <locale.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

static struct arena *a;

static int start(void **state)
{
    (void)state;
    a = arena_new();
    return setlocale(LC_ALL, "C.UTF-8") ? 0 : -1;
}

static int stop(void **state)
{
    (void)state;
    arena_free(a);
    return 0;
}

/* Steps through `s` forwards, then back; both must stop at the given offsets. */
static void assert_graphemes(const char *s, const size_t *stops, size_t n)
{
    size_t len = strlen(s), off = 0;
    for (size_t i = 0; i < n; i++) {
        off = text_next(s, len, off);
        assert_int_equal(off, stops[i]);
    }
    assert_int_equal(off, len);
    assert_int_equal(text_next(s, len, len), len);
    for (size_t i = n; i-- > 0;) {
        off = text_prev(s, len, off);
        assert_int_equal(off, i ? stops[i - 1] : 0);
    }
    assert_int_equal(text_prev(s, len, 0), 0);
}

static void text_next__and_prev_keep_graphemes_whole(void **state)
{
    (void)state;
    assert_graphemes("abc", (const size_t[]){1, 2, 3}, 3);
    assert_graphemes("e\xCC\x81z", (const size_t[]){3, 4}, 2);
    assert_graphemes("é字🙂", (const size_t[]){2, 5, 9}, 3);
    assert_graphemes("H\xCC\xA3\xCC\x81"
                     "a",
                     (const size_t[]){5, 6}, 2);
    assert_graphemes("a\nb", (const size_t[]){1, 2, 3}, 3);
    assert_graphemes("한글", (const size_t[]){3, 6}, 2);
    assert_graphemes("", NULL, 0);
}

static void text_next__always_moves_on(void **state)
{
    (void)state;
    uint32_t seed = 99;
    for (int round = 0; round < 2000; round++) {
        char s[32];
        for (size_t i = 0; i < sizeof s; i++) {
            seed = seed * 1664525u + 1013904223u;
            s[i] = (char)(seed >> 24);
        }
        for (size_t off = 0; off < sizeof s;) {
            size_t next = text_next(s, sizeof s, off);
            assert_true(next > off && next <= sizeof s);
            off = next;
        }
        for (size_t off = sizeof s; off > 0;) {
            size_t prev = text_prev(s, sizeof s, off);
            assert_true(prev < off);
            off = prev;
        }
    }
}

static void text_words__stop_at_word_starts(void **state)
{
    (void)state;
    const char *s = "Loket  2, (Ma'ruf) Rp1.000,50\n\n  tutup!";
    size_t len = strlen(s), off = 0;
    static const size_t starts[] = {7, 11, 19, 33};
    for (size_t i = 0; i < 4; i++) {
        off = text_next_word(s, len, off);
        assert_int_equal(off, starts[i]);
    }
    assert_int_equal(text_next_word(s, len, off), len);
    off = len;
    for (size_t i = 4; i-- > 0;) {
        off = text_prev_word(s, len, off);
        assert_int_equal(off, starts[i]);
    }
    assert_int_equal(text_prev_word(s, len, off), 0);
    assert_int_equal(text_prev_word(s, len, 0), 0);
    assert_int_equal(text_prev_word(s, len, 9), 7);
    assert_int_equal(text_prev_word("...", 3, 3), 0);
    assert_int_equal(text_next_word("...", 3, 0), 3);
    assert_int_equal(text_prev_word("", 0, 0), 0);
    assert_int_equal(text_next_word("", 0, 0), 0);
}

static int width(const char *s)
{
    return text_width(s, strlen(s));
}

static void text_width__counts_cells(void **state)
{
    (void)state;
    assert_int_equal(width(""), 0);
    assert_int_equal(width("mufakat"), 7);
    assert_int_equal(width("Élan"), 4);
    assert_int_equal(width("E\xCC\x81lan"), 4);
    assert_int_equal(width("字字"), 4);
    assert_int_equal(width("🙂"), 2);
    assert_int_equal(width("“–•…”"), 5);
    assert_int_equal(width("\x1b"), 1);
    assert_int_equal(width("\xC2\x9B"), 1);
    assert_int_equal(width("\xEF\xBF\xBD"), 1);
    assert_int_equal(text_width("\xff\xff", 2), 2);
    assert_int_equal(text_width("a\0b", 3), 3);
}

static void text_fits__never_splits(void **state)
{
    (void)state;
    assert_int_equal(text_fits("abc", 3, 2), 2);
    assert_int_equal(text_fits("abc", 3, 3), 3);
    assert_int_equal(text_fits("abc", 3, 0), 0);
    assert_int_equal(text_fits("abc", 3, -1), 0);
    assert_int_equal(text_fits("字字", 6, 3), 3);
    assert_int_equal(text_fits("字字", 6, 1), 0);
    assert_int_equal(text_fits("e\xCC\x81z", 4, 1), 3);
}

static void text_clip__marks_the_cut(void **state)
{
    (void)state;
    const char *s = "Musyawarah";
    assert_ptr_equal(text_clip(a, s, 10), s);
    assert_string_equal(text_clip(a, s, 9), "Musyawar…");
    assert_string_equal(text_clip(a, s, 1), "…");
    assert_string_equal(text_clip(a, s, 0), "");
    assert_string_equal(text_clip(a, "字字字", 5), "字字…");
    assert_string_equal(text_clip(a, "字字字", 4), "字…");
    assert_int_equal(width(text_clip(a, "字字字", 4)), 3);
    assert_string_equal(text_clip(a, "", 0), "");
    text_set_ascii(true);
    assert_string_equal(text_clip(a, s, 5), "Musy~");
    text_set_ascii(false);
}

/* The lines joined by '|'; hard ends are marked '$'. */
static const char *wrapped(const char *s, int cells)
{
    struct buf b = BUF_INIT;
    struct text_lines l = text_wrap(a, s, cells);
    for (size_t i = 0; i < l.n; i++) {
        buf_add(&b, s + l.v[i].off, l.v[i].len);
        buf_puts(&b, l.v[i].hard ? "$" : "|");
    }
    const char *result = arena_strdup(a, buf_str(&b));
    buf_done(&b);
    return result;
}

static void text_wrap__breaks_at_words(void **state)
{
    (void)state;
    assert_string_equal(wrapped("", 5), "$");
    assert_string_equal(wrapped("satu dua tiga", 8), "satu dua|tiga$");
    assert_string_equal(wrapped("satu dua tiga", 7), "satu|dua|tiga$");
    assert_string_equal(wrapped("satu dua tiga", 13), "satu dua tiga$");
    assert_string_equal(wrapped("satu   dua", 5), "satu|dua$");
    assert_string_equal(wrapped("satu\ndua\n", 10), "satu$dua$$");
    assert_string_equal(wrapped("\n\n", 3), "$$$");
    assert_string_equal(wrapped("a ", 1), "a$");
    assert_string_equal(wrapped("ab  ", 3), "ab $");
    assert_string_equal(wrapped("ab  \nc", 2), "ab$c$");
}

static void text_wrap__knows_what_belongs_together(void **state)
{
    (void)state;
    for (int cells = 14; cells < 20; cells++)
        assert_string_equal(wrapped("biaya Rp1.000.000,00 lunas", cells),
                            "biaya|Rp1.000.000,00|lunas$");
    assert_string_equal(wrapped("loket 1 dan/atau loket 2", 12), "loket 1 dan/|atau loket 2$");
    assert_string_equal(wrapped("loket 1 dan/atau loket 2", 16), "loket 1 dan/atau|loket 2$");
    assert_string_equal(wrapped("Ratna Wibowo, S.Sos.,M.Si. (P)", 16),
                        "Ratna Wibowo,|S.Sos.,M.Si. (P)$");
    assert_string_equal(wrapped("lihat skm.example.go.id ya", 20), "lihat|skm.example.go.id ya$");
    assert_string_equal(wrapped("(dalam kurung) “kutipan” ya", 8), "(dalam|kurung)|“kutipan|” ya$");
    assert_string_equal(wrapped("(dalam kurung) “kutipan” ya", 9), "(dalam|kurung)|“kutipan”|ya$");
    assert_string_equal(wrapped("日本語の文字を折る。はい", 12), "日本語の文字|を折る。はい$");
    assert_string_equal(wrapped("日本語の文字を折る。はい", 18), "日本語の文字を折|る。はい$");
    assert_string_equal(wrapped("satu\xC2\xA0"
                                "dua tiga",
                                9),
                        "satu\xC2\xA0"
                        "dua|tiga$");
}

static void text_wrap__cuts_what_is_wider_than_a_line(void **state)
{
    (void)state;
    assert_string_equal(wrapped("abcdefgh", 3), "abc|def|gh$");
    assert_string_equal(wrapped("abc", 1), "a|b|c$");
    assert_string_equal(wrapped("ya abcdefgh", 4), "ya|abcd|efgh$");
    assert_string_equal(wrapped("e\xCC\x81"
                                "e\xCC\x81",
                                1),
                        "e\xCC\x81|e\xCC\x81$");
    assert_string_equal(wrapped("字字", 1), "字|字$");
    assert_string_equal(wrapped("字字字", 5), "字字|字$");
}

/* Whatever the text: no byte is lost but blanks and line ends, no line is too wide, offsets grow.
 */
static void assert_sound(const char *s, int cells)
{
    struct text_lines l = text_wrap(a, s, cells);
    size_t n = strlen(s), at = 0;
    assert_true(l.n >= 1);
    for (size_t i = 0; i < l.n; i++) {
        for (; at < l.v[i].off; at++)
            assert_true(s[at] == ' ' || s[at] == '\n');
        assert_int_equal(at, l.v[i].off);
        at += l.v[i].len;
        const char *p = s + l.v[i].off;
        if (text_width(p, l.v[i].len) > cells)
            assert_int_equal(text_next(p, l.v[i].len, 0), l.v[i].len); /* a single wide grapheme */
        assert_null(memchr(p, '\n', l.v[i].len));
    }
    for (; at < n; at++)
        assert_true(s[at] == ' ');
    assert_true(l.v[l.n - 1].hard);
}

static void text_wrap__loses_nothing(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "loket", " ", "  ", "\n", "dan/atau", "Rp1.000.000,00", "字", "🙂", "é", "e\xCC\x81",
        "\xff",  "-", "(",  ")",  "\xC2\xA0", "\xE2\x80\x8B",   "\r", "\t"};
    uint32_t seed = 4711;
    for (int round = 0; round < 1500; round++) {
        struct buf b = BUF_INIT;
        for (int k = 0; k < 12; k++) {
            seed = seed * 1664525u + 1013904223u;
            buf_puts(&b, parts[(seed >> 16) % (sizeof parts / sizeof parts[0])]);
        }
        for (int cells = 1; cells < 24; cells += 3)
            assert_sound(buf_str(&b), cells);
        arena_reset(a);
        buf_done(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_next__and_prev_keep_graphemes_whole),
        cmocka_unit_test(text_next__always_moves_on),
        cmocka_unit_test(text_words__stop_at_word_starts),
        cmocka_unit_test(text_width__counts_cells),
        cmocka_unit_test(text_fits__never_splits),
        cmocka_unit_test(text_clip__marks_the_cut),
        cmocka_unit_test(text_wrap__breaks_at_words),
        cmocka_unit_test(text_wrap__knows_what_belongs_together),
        cmocka_unit_test(text_wrap__cuts_what_is_wider_than_a_line),
        cmocka_unit_test(text_wrap__loses_nothing),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
