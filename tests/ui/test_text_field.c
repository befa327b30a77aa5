#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "tests/ui/picture.h"
#include "ui/text_field.h"

static void type(struct text_field *t, const char *text)
{
    char g[8];
    for (size_t i = 0, n = strlen(text); i < n;) {
        size_t next = i + 1;
        while (((unsigned char)text[next] & 0xC0) == 0x80)
            next++;
        memcpy(g, text + i, next - i);
        g[next - i] = '\0';
        struct event e = event_text(g);
        assert_true(text_field_event(t, &e));
        i = next;
    }
}

static bool press(struct text_field *t, int key)
{
    struct event e = event_key(key);
    return text_field_event(t, &e);
}

static void text_field__a_zeroed_struct_is_an_empty_line(void **state)
{
    (void)state;
    struct text_field t = {0};
    assert_true(text_field_empty(&t));
    assert_string_equal(text_field_text(&t), "");
    assert_true(press(&t, K_LEFT) && press(&t, K_BACKSPACE) && press(&t, K_DEL));
    assert_false(press(&t, K_CTRL('Z')));
    assert_false(press(&t, K_UP));
    assert_false(press(&t, K_ENTER));
    type(&t, "abc");
    assert_string_equal(text_field_text(&t), "abc");
    text_field_done(&t);
}

static void text_field__moves_and_deletes_whole_graphemes(void **state)
{
    (void)state;
    struct text_field t = {0};
    type(&t, "ae\xCC\x81漢");
    assert_int_equal(t.cur, t.text.len);
    press(&t, K_LEFT);
    press(&t, K_LEFT);
    assert_int_equal(t.cur, 1);
    press(&t, K_DEL);
    assert_string_equal(text_field_text(&t), "a漢");
    press(&t, K_END);
    press(&t, K_BACKSPACE);
    assert_string_equal(text_field_text(&t), "a");
    text_field_done(&t);
}

static void text_field__words_can_be_jumped_over_and_the_start_cut_off(void **state)
{
    (void)state;
    struct text_field t = {0};
    type(&t, "loket lansia sendiri");
    press(&t, K_CTRL_LEFT);
    assert_int_equal(t.cur, 13);
    press(&t, K_CTRL_LEFT);
    assert_int_equal(t.cur, 6);
    press(&t, K_CTRL('U'));
    assert_string_equal(text_field_text(&t), "lansia sendiri");
    press(&t, K_CTRL_RIGHT);
    assert_int_equal(t.cur, 7);
    press(&t, K_CTRL('A'));
    assert_int_equal(t.cur, 0);
    press(&t, K_CTRL('E'));
    assert_int_equal(t.cur, 14);
    text_field_done(&t);
}

static void text_field__undo_goes_by_words_and_redo_comes_back(void **state)
{
    (void)state;
    struct text_field t = {0};
    type(&t, "satu dua");
    assert_true(press(&t, K_CTRL('Z')));
    assert_string_equal(text_field_text(&t), "satu ");
    assert_true(press(&t, K_CTRL('Z')));
    assert_string_equal(text_field_text(&t), "");
    assert_false(press(&t, K_CTRL('Z')));
    assert_true(press(&t, K_CTRL('Y')));
    assert_true(press(&t, K_CTRL('Y')));
    assert_string_equal(text_field_text(&t), "satu dua");
    assert_false(press(&t, K_CTRL('Y')));
    press(&t, K_CTRL('Z'));
    type(&t, "x");
    assert_false(text_field_can_redo(&t));
    text_field_done(&t);
}

static void text_field__a_pasted_newline_never_presses_enter(void **state)
{
    (void)state;
    struct text_field one = {0};
    struct event e = event_paste("satu\r\ndua\ntiga\x07");
    assert_true(text_field_event(&one, &e));
    assert_string_equal(text_field_text(&one), "satu dua tiga");
    struct text_field many;
    text_field_init(&many, true, 0);
    assert_true(text_field_event(&many, &e));
    assert_string_equal(text_field_text(&many), "satu\ndua\ntiga");
    assert_true(press(&many, K_CTRL('Z')));
    assert_string_equal(text_field_text(&many), "");
    text_field_done(&one);
    text_field_done(&many);
}

static void text_field__stops_at_its_limit_between_graphemes(void **state)
{
    (void)state;
    struct text_field t;
    text_field_init(&t, false, 7);
    struct event e = event_paste("漢字漢字");
    text_field_event(&t, &e);
    assert_string_equal(text_field_text(&t), "漢字");
    assert_true(t.cut);
    type(&t, "a");
    assert_string_equal(text_field_text(&t), "漢字a");
    type(&t, "b");
    assert_string_equal(text_field_text(&t), "漢字a");
    text_field_done(&t);
}

static void text_field__up_and_down_keep_their_column(void **state)
{
    (void)state;
    struct text_field t;
    text_field_init(&t, true, 0);
    text_field_set(&t, "panjang sekali\nab\nlebih panjang");
    press(&t, K_CTRL_HOME);
    for (int i = 0; i < 9; i++)
        press(&t, K_RIGHT);
    assert_true(press(&t, K_DOWN));
    assert_int_equal(t.cur, 17);
    assert_true(press(&t, K_DOWN));
    assert_int_equal(t.cur, 18 + 9);
    assert_false(press(&t, K_DOWN));
    press(&t, K_HOME);
    assert_int_equal(t.cur, 18);
    press(&t, K_END);
    assert_int_equal(t.cur, t.text.len);
    text_field_done(&t);
}

static void text_field__one_line_scrolls_sideways_with_the_caret(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(6, 1);
    struct text_field t = {0};
    int x, y;
    type(&t, "abcdefgh");
    text_field_draw(&t, c, canvas_rect(c), STYLE_INPUT, true);
    assert_picture(c, "defgh\n");
    assert_true(canvas_cursor_at(c, &x, &y) && x == 5);
    press(&t, K_HOME);
    text_field_draw(&t, c, canvas_rect(c), STYLE_INPUT, true);
    assert_picture(c, "abcdef\n");
    assert_true(canvas_cursor_at(c, &x, &y) && x == 0);
    text_field_done(&t);
    canvas_free(c);
}

static void text_field__several_lines_wrap_and_follow_the_caret(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(8, 2);
    struct text_field t;
    int x, y;
    text_field_init(&t, true, 0);
    text_field_set(&t, "satu dua tiga empat");
    assert_int_equal(text_field_rows(&t, 8), 4);
    text_field_draw(&t, c, canvas_rect(c), STYLE_INPUT, true);
    assert_picture(c, "tiga\nempat\n");
    assert_true(canvas_cursor_at(c, &x, &y) && x == 5 && y == 1);
    press(&t, K_CTRL_HOME);
    text_field_draw(&t, c, canvas_rect(c), STYLE_INPUT, true);
    assert_picture(c, "satu\ndua\n");
    text_field_done(&t);
    canvas_free(c);
}

/* --- against a naive model: an array of characters and a position --- */

struct naive {
    char g[4096][8];
    int n, cur;
};

static const char *const alphabet[] = {"a", "b", " ", "é", "漢", "😀", "-"};

static void naive_insert(struct naive *m, const char *g)
{
    memmove(m->g + m->cur + 1, m->g + m->cur, (size_t)(m->n - m->cur) * sizeof *m->g);
    strcpy(m->g[m->cur++], g);
    m->n++;
}

static void naive_remove(struct naive *m, int at)
{
    memmove(m->g + at, m->g + at + 1, (size_t)(m->n - at - 1) * sizeof *m->g);
    m->n--;
}

static void assert_same(const struct text_field *t, const struct naive *m)
{
    struct buf b = BUF_INIT;
    size_t cur = 0;
    for (int i = 0; i < m->n; i++) {
        if (i == m->cur)
            cur = b.len;
        buf_puts(&b, m->g[i]);
    }
    if (m->cur == m->n)
        cur = b.len;
    assert_string_equal(text_field_text(t), buf_str(&b));
    assert_int_equal(t->cur, cur);
    buf_done(&b);
}

static void random_step(struct text_field *t, struct naive *m)
{
    int what = rand() % 12;
    const char *g = alphabet[(size_t)rand() % (sizeof alphabet / sizeof *alphabet)];
    if (what < 5 && m->n < 4000) {
        struct event e = event_text(g);
        text_field_event(t, &e);
        naive_insert(m, g);
    } else if (what == 5) {
        press(t, K_LEFT);
        m->cur -= m->cur > 0;
    } else if (what == 6) {
        press(t, K_RIGHT);
        m->cur += m->cur < m->n;
    } else if (what == 7) {
        press(t, K_BACKSPACE);
        if (m->cur > 0)
            naive_remove(m, --m->cur);
    } else if (what == 8) {
        press(t, K_DEL);
        if (m->cur < m->n)
            naive_remove(m, m->cur);
    } else if (what == 9) {
        press(t, K_HOME);
        m->cur = 0;
    } else if (what == 10) {
        press(t, K_END);
        m->cur = m->n;
    }
}

static void text_field__random_edits_agree_with_a_naive_model(void **state)
{
    (void)state;
    static struct naive m;
    for (unsigned seed = 1; seed <= 20; seed++) {
        struct text_field t = {0};
        memset(&m, 0, sizeof m);
        srand(seed);
        for (int i = 0; i < 800; i++) {
            random_step(&t, &m);
            assert_same(&t, &m);
        }
        text_field_done(&t);
    }
}

static void text_field__undoing_everything_and_redoing_it_changes_nothing(void **state)
{
    (void)state;
    static struct naive m;
    for (unsigned seed = 1; seed <= 20; seed++) {
        struct text_field t = {0};
        memset(&m, 0, sizeof m);
        srand(seed);
        for (int i = 0; i < 400; i++)
            random_step(&t, &m);
        char *before = strdup(text_field_text(&t));
        while (text_field_can_undo(&t))
            assert_true(press(&t, K_CTRL('Z')));
        assert_string_equal(text_field_text(&t), "");
        while (text_field_can_redo(&t))
            assert_true(press(&t, K_CTRL('Y')));
        assert_string_equal(text_field_text(&t), before);
        free(before);
        text_field_done(&t);
    }
}

/* Marks that join what stands before them, and line breaks: the caret must stay on a grapheme. */
static void text_field__the_caret_stays_on_a_grapheme_whatever_is_typed(void **state)
{
    (void)state;
    static const char *const odd[] = {"e", "\xCC\x81", "\xE2\x80\x8D", "🇮", "한", "\xE1\x85\xA1", "\n", "漢"};
    static const int keys[] = {K_LEFT, K_RIGHT, K_BACKSPACE, K_DEL, K_UP, K_DOWN, K_HOME, K_END, K_CTRL('Z'),
                               K_CTRL('Y'), K_CTRL_LEFT, K_CTRL_RIGHT, K_CTRL('U'), K_ENTER};
    struct canvas *c = canvas_new(9, 4);
    struct text_field t;
    text_field_init(&t, true, 500);
    srand(3);
    for (int i = 0; i < 20000; i++) {
        struct event e = rand() % 2 ? event_text(odd[(size_t)rand() % (sizeof odd / sizeof *odd)])
                                    : event_key(keys[(size_t)rand() % (sizeof keys / sizeof *keys)]);
        text_field_event(&t, &e);
        assert_true(t.cur <= t.text.len);
        if (t.cur > 0 && t.cur < t.text.len) {
            size_t at = 0;
            while (at < t.cur)
                at = text_next(text_field_text(&t), t.text.len, at);
            assert_int_equal(at, t.cur);
        }
        if (i % 10 == 0) {
            text_field_draw(&t, c, canvas_rect(c), STYLE_INPUT, true);
            assert_whole(c);
        }
    }
    text_field_done(&t);
    canvas_free(c);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_field__a_zeroed_struct_is_an_empty_line),
        cmocka_unit_test(text_field__moves_and_deletes_whole_graphemes),
        cmocka_unit_test(text_field__words_can_be_jumped_over_and_the_start_cut_off),
        cmocka_unit_test(text_field__undo_goes_by_words_and_redo_comes_back),
        cmocka_unit_test(text_field__a_pasted_newline_never_presses_enter),
        cmocka_unit_test(text_field__stops_at_its_limit_between_graphemes),
        cmocka_unit_test(text_field__up_and_down_keep_their_column),
        cmocka_unit_test(text_field__one_line_scrolls_sideways_with_the_caret),
        cmocka_unit_test(text_field__several_lines_wrap_and_follow_the_caret),
        cmocka_unit_test(text_field__random_edits_agree_with_a_naive_model),
        cmocka_unit_test(text_field__undoing_everything_and_redoing_it_changes_nothing),
        cmocka_unit_test(text_field__the_caret_stays_on_a_grapheme_whatever_is_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
