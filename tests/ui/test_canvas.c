#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "tests/ui/picture.h"

static void canvas__text_is_clipped_at_every_edge(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(5, 2);
    assert_int_equal(canvas_put(c, -2, 0, STYLE_NORMAL, "abcdefghij"), 10);
    canvas_put(c, 3, 1, STYLE_NORMAL, "xyz");
    canvas_put(c, 0, -1, STYLE_NORMAL, "up");
    canvas_put(c, 0, 2, STYLE_NORMAL, "down");
    assert_picture(c, "cdefg\n   xy\n");
    canvas_free(c);
}

static void canvas__a_wide_character_owns_two_cells(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(6, 1);
    canvas_put(c, 0, 0, STYLE_NORMAL, "a漢b");
    assert_int_equal(canvas_cell(c, 1, 0)->width, 2);
    assert_int_equal(canvas_cell(c, 2, 0)->width, 0);
    assert_picture(c, "a漢b\n");
    assert_whole(c);
    canvas_free(c);
}

static void canvas__half_a_wide_character_becomes_a_blank(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(4, 2);
    canvas_put(c, 3, 0, STYLE_NORMAL, "漢");
    canvas_put(c, -1, 1, STYLE_NORMAL, "漢x");
    assert_picture(c, "\n x\n");
    canvas_put(c, 0, 0, STYLE_NORMAL, "漢字");
    canvas_put(c, 1, 0, STYLE_NORMAL, "i");
    assert_picture(c, " i字\n x\n");
    canvas_put(c, 2, 0, STYLE_NORMAL, "j");
    assert_picture(c, " ij\n x\n");
    assert_whole(c);
    canvas_free(c);
}

static void canvas__a_mark_joins_its_letter(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(4, 1);
    assert_int_equal(canvas_put(c, 0, 0, STYLE_NORMAL, "e\xCC\x81x"), 2);
    assert_string_equal(canvas_cell(c, 0, 0)->g, "e\xCC\x81");
    assert_string_equal(canvas_cell(c, 1, 0)->g, "x");
    canvas_free(c);
}

static void canvas__a_tower_of_marks_is_cut_between_characters(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(3, 1);
    char tower[128] = "a";
    for (int i = 0; i < 50; i++)
        strcat(tower, "\xCC\x81");
    canvas_put(c, 0, 0, STYLE_NORMAL, tower);
    size_t n = strlen(canvas_cell(c, 0, 0)->g);
    assert_true(n > 1 && n < CELL_BYTES && n % 2 == 1);
    assert_string_equal(canvas_cell(c, 1, 0)->g, " ");
    canvas_free(c);
}

static void canvas__dangerous_characters_are_shown_as_a_mark(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(12, 1);
    canvas_put(c, 0, 0, STYLE_NORMAL, "a\033[2Jb\xE2\x80\xAEg");
    struct buf b = BUF_INIT;
    canvas_text(c, &b);
    assert_null(strchr(buf_str(&b), '\033'));
    assert_null(strstr(buf_str(&b), "\xE2\x80\xAE"));
    assert_non_null(strstr(buf_str(&b), "[2Jb"));
    buf_done(&b);
    canvas_free(c);
}

static void canvas__a_line_break_in_one_line_is_a_blank(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(5, 2);
    canvas_put(c, 0, 0, STYLE_NORMAL, "a\nb");
    assert_picture(c, "a b\n\n");
    canvas_free(c);
}

static void canvas__clip_holds_everything_back(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(6, 3);
    struct rect before = canvas_clip(c, (struct rect){1, 1, 3, 1});
    canvas_fill(c, canvas_rect(c), STYLE_SELECTED);
    canvas_put(c, 0, 1, STYLE_WARN, "abcdef");
    canvas_box(c, canvas_rect(c), STYLE_RULE, "Judul");
    canvas_cursor(c, 0, 0);
    int x, y;
    assert_false(canvas_cursor_at(c, &x, &y));
    canvas_clip(c, before);
    assert_picture(c, "\n bcd\n\n");
    assert_styles(c, "......\n.www..\n......\n");
    canvas_free(c);
}

static void canvas__ascii_set_replaces_our_symbols(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(10, 3);
    canvas_set_ascii(c, true);
    canvas_box(c, canvas_rect(c), STYLE_RULE, NULL);
    canvas_put(c, 1, 1, STYLE_NORMAL, "✓▸Ñ…›");
    assert_picture(c, "+--------+\n|v>Ñ~>   |\n+--------+\n");
    canvas_free(c);
}

static void canvas__cut_right_and_centre(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(8, 3);
    assert_int_equal(canvas_put_cut(c, 0, 0, 5, STYLE_NORMAL, "panjang"), 5);
    canvas_put_right(c, 0, 1, 8, STYLE_NORMAL, "漢1");
    canvas_put_centre(c, 0, 2, 8, STYLE_NORMAL, "ab");
    assert_picture(c, "panj…\n     漢1\n   ab\n");
    canvas_free(c);
}

static void canvas__wrapped_text_says_how_many_lines_it_needs(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(6, 2);
    assert_int_equal(canvas_put_wrapped(c, canvas_rect(c), STYLE_NORMAL, "satu dua tiga"), 3);
    assert_picture(c, "satu\ndua\n");
    assert_int_equal(canvas_lines_needed(c, "satu dua tiga", 20), 1);
    canvas_free(c);
}

static void draw_everything(struct canvas *c)
{
    struct rect r = canvas_rect(c);
    canvas_box(c, r, STYLE_RULE, "Kotak 漢字 dengan judul");
    for (int i = -3; i < 20; i++) {
        canvas_put(c, i, i, STYLE_NORMAL, "a漢e\xCC\x81😀b");
        canvas_put_cut(c, i, i + 1, i, STYLE_DIM, "漢字漢字");
        canvas_put_right(c, i, 2, i, STYLE_DIM, "漢字漢字");
        canvas_fill(c, (struct rect){i, i, 3, 3}, STYLE_OK);
        canvas_restyle(c, (struct rect){i, 0, 2, 50}, STYLE_SELECTED);
        canvas_put_wrapped(c, (struct rect){i, i, 7, 2}, STYLE_NORMAL, "satu 漢字 dua");
        canvas_cursor(c, i, i);
    }
    canvas_hline(c, -5, 0, 500, STYLE_RULE);
    canvas_vline(c, 0, -5, 500, STYLE_RULE);
}

static void canvas__draws_at_any_size(void **state)
{
    (void)state;
    static const int sizes[][2] = {{0, 0}, {1, 1}, {0, 5}, {5, 0}, {2, 1}, {3, 3}, {20, 5}, {200, 50}};
    struct canvas *c = canvas_new(-1, -1);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        canvas_resize(c, sizes[i][0], sizes[i][1]);
        draw_everything(c);
        assert_whole(c);
    }
    canvas_free(c);
}

static void canvas__random_writing_leaves_no_half_characters(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a", "漢", "漢字", "e\xCC\x81", "\xCC\x81", "😀", "नि", "\xE2\x80\x8B", "b漢c"};
    struct canvas *c = canvas_new(12, 3);
    srand(7);
    for (int i = 0; i < 20000; i++) {
        canvas_put(c, rand() % 16 - 2, rand() % 5 - 1, STYLE_NORMAL, pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)]);
        if (i % 50 == 0)
            canvas_fill(c, (struct rect){rand() % 12, rand() % 3, rand() % 4, 1}, STYLE_DIM);
        if (i % 20 == 0)
            assert_whole(c);
    }
    canvas_free(c);
}

static void rect__take_never_takes_more_than_there_is(void **state)
{
    (void)state;
    struct rect r = {2, 3, 10, 4};
    struct rect top = rect_take_top(&r, 1);
    assert_int_equal(top.y, 3);
    assert_int_equal(r.h, 3);
    struct rect bottom = rect_take_bottom(&r, 99);
    assert_int_equal(bottom.h, 3);
    assert_int_equal(r.h, 0);
    assert_int_equal(rect_take_left(&r, -4).w, 0);
    assert_int_equal(rect_take_right(&r, 4).x, 8);
}

static void theme__every_style_has_its_own_letter_and_no_theme_relies_on_colour(void **state)
{
    (void)state;
    for (int s = 0; s < STYLE_COUNT; s++)
        for (int t = s + 1; t < STYLE_COUNT; t++)
            assert_int_not_equal(style_letter((enum style)s), style_letter((enum style)t));
    for (int t = 0; t < THEME_COUNT; t++) {
        struct look plain = theme_look((enum theme)t, STYLE_SELECTED, false);
        assert_int_equal(plain.fg, LOOK_DEFAULT);
        assert_true(theme_look((enum theme)t, STYLE_SELECTED, true).attrs & LOOK_REVERSE);
        assert_true(theme_look((enum theme)t, STYLE_ERROR, true).attrs & LOOK_BOLD);
        assert_true(theme_look((enum theme)t, STYLE_WARN, true).attrs & LOOK_UNDERLINE);
    }
    enum theme t;
    assert_true(theme_parse("kontras", &t) && t == THEME_KONTRAS);
    assert_false(theme_parse("pelangi", &t));
}

/* Luminance (WCAG 2.1) of the sixteen colours of three terminals. */
static const double luminance[][16] = {
    {0.000, 0.130, 0.437, 0.566, 0.062, 0.174, 0.481, 0.784, 0.212, 0.213, 0.715, 0.928, 0.171, 0.285, 0.787, 1.000}, /* xterm */
    {0.000, 0.085, 0.287, 0.150, 0.029, 0.114, 0.317, 0.402, 0.091, 0.284, 0.741, 0.934, 0.156, 0.350, 0.807, 1.000}, /* linux */
    {0.004, 0.123, 0.257, 0.351, 0.078, 0.081, 0.279, 0.604, 0.181, 0.223, 0.406, 0.858, 0.216, 0.122, 0.555, 0.888}, /* winterm */
};

/* Letters against their ground, as a terminal with eight colours shows them: bold brightens them, except on white, where
 * term.c leaves it out. Dim and lines are the terminal's own shade. */
static double contrast(const double *of, struct look l)
{
    int fg = l.fg == LOOK_DEFAULT ? 7 : l.fg, bg = l.bg == LOOK_DEFAULT ? 0 : l.bg;
    if (l.attrs & LOOK_BOLD && bg != 7)
        fg += 8;
    double light = of[fg] > of[bg] ? of[fg] : of[bg], dark = of[fg] > of[bg] ? of[bg] : of[fg];
    return (light + 0.05) / (dark + 0.05);
}

static void theme__letters_can_be_read(void **state)
{
    (void)state;
    for (int t = 0; t < THEME_COUNT; t++)
        for (int s = 0; s < STYLE_COUNT; s++)
            for (size_t p = 0; p < sizeof luminance / sizeof *luminance; p++) {
                double c = contrast(luminance[p], theme_look((enum theme)t, (enum style)s, true));
                if (c < 4.5)
                    fail_msg("%s, style %c, terminal %zu: contrast %.1f", theme_name((enum theme)t), style_letter((enum style)s), p, c);
            }
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(canvas__text_is_clipped_at_every_edge),
        cmocka_unit_test(canvas__a_wide_character_owns_two_cells),
        cmocka_unit_test(canvas__half_a_wide_character_becomes_a_blank),
        cmocka_unit_test(canvas__a_mark_joins_its_letter),
        cmocka_unit_test(canvas__a_tower_of_marks_is_cut_between_characters),
        cmocka_unit_test(canvas__dangerous_characters_are_shown_as_a_mark),
        cmocka_unit_test(canvas__a_line_break_in_one_line_is_a_blank),
        cmocka_unit_test(canvas__clip_holds_everything_back),
        cmocka_unit_test(canvas__ascii_set_replaces_our_symbols),
        cmocka_unit_test(canvas__cut_right_and_centre),
        cmocka_unit_test(canvas__wrapped_text_says_how_many_lines_it_needs),
        cmocka_unit_test(canvas__draws_at_any_size),
        cmocka_unit_test(canvas__random_writing_leaves_no_half_characters),
        cmocka_unit_test(rect__take_never_takes_more_than_there_is),
        cmocka_unit_test(theme__every_style_has_its_own_letter_and_no_theme_relies_on_colour),
        cmocka_unit_test(theme__letters_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
