#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <locale.h>
#include <string.h>

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

static const char *line_of(const char *s)
{
    return text_input(a, s, strlen(s), false);
}

static const char *lines_of(const char *s)
{
    return text_input(a, s, strlen(s), true);
}

static void text_valid__knows_utf8(void **state)
{
    (void)state;
    static const char *const good[] = {"", "abc", "é", "Ḥ", "字", "🙂", "\xEF\xBF\xBF"};
    static const char *const bad[] = {
        "\xff", "\xc3", "a\x80z", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x80"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        assert_true(text_valid(good[i], strlen(good[i])));
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_false(text_valid(bad[i], strlen(bad[i])));
}

static void text_input__composes(void **state)
{
    (void)state;
    assert_string_equal(line_of("E\xCC\x81lan"), "Élan");
    assert_string_equal(line_of("H\xCC\xA3"
                                "asan"),
                        "Ḥasan");
    assert_string_equal(line_of("\xE2\x84\xAB"), "Å"); /* ANGSTROM SIGN */
    assert_string_equal(line_of("Nur’aini"), "Nur’aini");
    assert_string_equal(line_of(""), "");
}

static void text_input__drops_controls_and_keeps_line_ends_when_asked(void **state)
{
    (void)state;
    assert_string_equal(lines_of("a\r\nb\rc\nd"), "a\nb\nc\nd");
    assert_string_equal(line_of("a\r\nb\rc\nd"), "a b c d");
    assert_string_equal(line_of("a\tb"), "a b");
    assert_string_equal(line_of("x\x1b[31mred\x07\x7f"), "x[31mred");
    assert_string_equal(line_of("c1\xC2\x9B"
                                "31m\xC2\x85"),
                        "c131m");
    assert_string_equal(text_input(a, "a\0b", 3, false), "ab");
    assert_string_equal(lines_of("\r\n\r\n"), "\n\n");
}

static void text_input__replaces_invalid_bytes(void **state)
{
    (void)state;
    assert_string_equal(line_of("a\xff"
                                "b"),
                        "a\xEF\xBF\xBD"
                        "b");
    assert_string_equal(line_of("a\xc3"), "a\xEF\xBF\xBD");
    assert_string_equal(line_of("\xEF\xBF\xBD"), "\xEF\xBF\xBD");
    static const char *const bad[] = {"\xff\xfe\xfd", "\xed\xa0\x80", "\xf8\x88\x80\x80\x80",
                                      "\xe2\x80", "\x80\x80"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        const char *s = line_of(bad[i]);
        assert_true(text_valid(s, strlen(s)));
        assert_non_null(strstr(s, "\xEF\xBF\xBD"));
    }
}

static void text_input__keeps_bidi_controls_for_the_eye(void **state)
{
    (void)state;
    assert_string_equal(line_of("a\xE2\x80\xAE"
                                "b"),
                        "a\xE2\x80\xAE"
                        "b");
}

static void text_trim__folds_blanks(void **state)
{
    (void)state;
    assert_string_equal(text_trim(a, "  Karang \t  Jati\n "), "Karang Jati");
    assert_string_equal(text_trim(a, "\xC2\xA0Karang\xE3\x80\x80Jati\xC2\xA0"), "Karang Jati");
    assert_string_equal(text_trim(a, "   "), "");
    assert_string_equal(text_trim(a, ""), "");
    assert_string_equal(text_trim(a, "Élan"), "Élan");
}

static const char *const hidden[] = {
    "\x01",         "\x1b",         "\t",           "\r",
    "\x7f",         "\xC2\x80",     "\xC2\x9B",     "\xC2\x9F",
    "\xD8\x9C",     "\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D",
    "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xA8", "\xE2\x80\xA9",
    "\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD",
    "\xE2\x80\xAE", "\xE2\x81\xA0", "\xE2\x81\xA6", "\xE2\x81\xA7",
    "\xE2\x81\xA8", "\xE2\x81\xA9", "\xEF\xBB\xBF", "\xF3\xA0\x81\x81",
    "\xEF\xBF\xBE", "\xEF\xBF\xBF", "\xEF\xB7\x90", "\xF0\x9F\xBF\xBF"};

static void text_visible__marks_what_hides_or_reorders(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof hidden / sizeof hidden[0]; i++) {
        const char *s = arena_printf(a, "a%sb", hidden[i]);
        assert_string_equal(text_visible(a, s), "a\xEF\xBF\xBD"
                                                "b");
        assert_string_equal(text_export(a, s), "ab");
        text_set_ascii(true);
        assert_true(text_is_ascii());
        assert_string_equal(text_visible(a, s), "a?b");
        text_set_ascii(false);
    }
    assert_string_equal(text_visible(a, "\x1b]0;x\x07"), "\xEF\xBF\xBD]0;x\xEF\xBF\xBD");
    assert_string_equal(text_export(a, "\x1b\x1b"), "");
}

static void text_visible__leaves_honest_text_alone(void **state)
{
    (void)state;
    static const char *const good[] = {
        "",        "Rp1.000.000,00", "baris\nbaris", "Élan Ḥasan", "字 🙂 “ya” – •",
        "\xC2\xA0"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        assert_ptr_equal(text_visible(a, good[i]), good[i]);
        assert_ptr_equal(text_export(a, good[i]), good[i]);
    }
}

static void text_visible__and_export_give_valid_utf8_for_any_bytes(void **state)
{
    (void)state;
    uint32_t seed = 12345;
    for (int round = 0; round < 2000; round++) {
        char s[40];
        size_t n = 0;
        while (n + 1 < sizeof s) {
            seed = seed * 1664525u + 1013904223u;
            char c = (char)(seed >> 24);
            s[n++] = c ? c : 'x';
        }
        s[n] = '\0';
        const char *shown = text_visible(a, s), *stored = text_export(a, s), *in = lines_of(s);
        assert_true(text_valid(shown, strlen(shown)));
        assert_true(text_valid(stored, strlen(stored)));
        assert_true(text_valid(in, strlen(in)));
        const char *key = text_fold(a, s);
        assert_true(text_valid(key, strlen(key)));
        assert_ptr_equal(text_visible(a, shown), shown);
        assert_ptr_equal(text_export(a, stored), stored);
    }
}

static void text_fold__makes_names_comparable(void **state)
{
    (void)state;
    static const struct {
        const char *text, *key;
    } v[] = {{"Élan", "elan"},
             {"E\xCC\x81LAN", "elan"},
             {"Ḥasan", "hasan"},
             {"Nur’aini", "nuraini"},
             {"Nur'aini  RAHMAWATI ", "nuraini rahmawati"},
             {"Ma`ruf", "maruf"},
             {"Nu‘man", "numan"},
             {"Nuʼman", "numan"},
             {"Mu´min", "mumin"},
             {"STRAẞE straße", "strasse strasse"},
             {"ﬁle", "file"},
             {"Ｆｕｌｌ", "full"},
             {"ℌallo", "hallo"},
             {"  a\t\n b ", "a b"},
             {"a\xC2\xA0"
              "b",
              "a b"},
             {"soft\xC2\xADhyphen", "softhyphen"},
             {"zero\xE2\x80\x8Bwidth", "zerowidth"},
             {"İstanbul", "istanbul"},
             {"字", "字"},
             {"", ""},
             {"'", ""}};
    for (size_t i = 0; i < sizeof v / sizeof v[0]; i++) {
        assert_string_equal(text_fold(a, v[i].text), v[i].key);
        assert_string_equal(text_fold(a, v[i].key), v[i].key);
    }
}

/* A soft hyphen plays no part, but leads to the long way: both must make the same keys, for they are stored. */
static void text_fold_words__stand_between_single_blanks(void **state)
{
    (void)state;
    assert_string_equal(text_fold_words(a, "Juru Bahasa-Isyarat (JBI) 2."), " juru bahasa isyarat jbi 2 ");
    assert_string_equal(text_fold_words(a, "SITI"), " siti ");
    assert_string_equal(text_fold_words(a, "“Siti” – ketua…👍Élise"), " siti ketua elise ");
    assert_string_equal(text_fold_words(a, "字 Юра"), " 字 юра ");
    assert_string_equal(text_fold_words(a, " - "), " ");
    assert_string_equal(text_fold_words(a, ""), " ");
}

static void text_size__tells_it_in_the_unit_that_fits(void **state)
{
    (void)state;
    static const struct {
        int64_t bytes;
        const char *words;
    } v[] = {{-1, "0 kB"}, {0, "0 kB"}, {1, "1 kB"}, {812000, "812 kB"}, {811001, "812 kB"}, {1000000, "1,0 MB"},
             {4790000, "4,7 MB"}, {99999999, "99,9 MB"}, {250000000, "250 MB"}, {9999999999, "9999 MB"},
             {12345678901, "12 GB"}, {INT64_MAX, "9223372036 GB"}};
    for (size_t i = 0; i < sizeof v / sizeof v[0]; i++) {
        char out[TEXT_SIZE];
        assert_string_equal(text_size(v[i].bytes, out), v[i].words);
    }
}

static void text_fold__of_ascii_is_the_same_the_short_way(void **state)
{
    (void)state;
    arena_reset(a);
    for (int c = 1; c < 0x80; c++)
        for (int d = 1; d < 0x80; d++) {
            char plain[] = {'A', (char)c, (char)d, 'z', '\0'};
            char through[] = {'A', (char)c, (char)d, 'z', '\xC2', '\xAD', '\0'};
            assert_string_equal(text_fold(a, plain), text_fold(a, through));
            assert_string_equal(text_fold(a, plain + 1), text_fold(a, through + 1));
            plain[3] = '\0';
            memcpy(through + 3, "\xC2\xAD", 3);
            assert_string_equal(text_fold(a, plain), text_fold(a, through));
            arena_reset(a);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_valid__knows_utf8),
        cmocka_unit_test(text_input__composes),
        cmocka_unit_test(text_input__drops_controls_and_keeps_line_ends_when_asked),
        cmocka_unit_test(text_input__replaces_invalid_bytes),
        cmocka_unit_test(text_input__keeps_bidi_controls_for_the_eye),
        cmocka_unit_test(text_trim__folds_blanks),
        cmocka_unit_test(text_visible__marks_what_hides_or_reorders),
        cmocka_unit_test(text_visible__leaves_honest_text_alone),
        cmocka_unit_test(text_visible__and_export_give_valid_utf8_for_any_bytes),
        cmocka_unit_test(text_fold__makes_names_comparable),
        cmocka_unit_test(text_size__tells_it_in_the_unit_that_fits),
        cmocka_unit_test(text_fold_words__stand_between_single_blanks),
        cmocka_unit_test(text_fold__of_ascii_is_the_same_the_short_way),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
