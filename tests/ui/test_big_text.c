#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <locale.h>

#include "base/arena.h"
#include "tests/ui/picture.h"
#include "ui/big_text.h"

static void big_text__letters_are_three_rows_high(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(12, 4);
    assert_int_equal(big_text_rows(c, "Ya!", 12), 3);
    assert_int_equal(big_text_put(c, canvas_rect(c), STYLE_BIG, "Ya!", false), 3);
    assert_picture(c, "█ █ ▄▀▄ █\n"
                      " █  █▀█ ▀\n"
                      " ▀  ▀ ▀ ▀\n"
                      "\n");
    canvas_free(c);
}

static void big_text__wraps_at_words_with_a_blank_row_when_there_is_room(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(9, 7);
    assert_int_equal(big_text_rows(c, "di  di", 9), 6);
    assert_int_equal(big_text_put(c, canvas_rect(c), STYLE_BIG, "di di", true), 7);
    assert_picture(c, "  █▀▄ █\n"
                      "  █ █ █\n"
                      "  ▀▀  ▀\n"
                      "\n"
                      "  █▀▄ █\n"
                      "  █ █ █\n"
                      "  ▀▀  ▀\n");
    canvas_free(c);
}

static void big_text__what_does_not_fit_is_written_small(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(20, 2);
    assert_int_equal(big_text_rows(c, "tidak muat", 20), 6);
    assert_int_equal(big_text_put(c, canvas_rect(c), STYLE_BIG, "tidak muat", false), 1);
    assert_picture(c, "tidak muat\n\n");
    canvas_free(c);
}

static void big_text__letters_that_it_lacks_are_never_replaced(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(40, 3);
    assert_int_equal(big_text_rows(c, "½ hari", 40), 0);
    assert_int_equal(big_text_rows(c, "字", 40), 0);
    assert_int_equal(big_text_rows(c, "≥95", 40), 0);
    assert_int_equal(big_text_rows(c, "Rénaldi – “ya”", 60),
                     3); /* accents and typographic marks have a plain form */
    canvas_free(c);
}

static void big_text__ascii_has_no_half_blocks(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(40, 3);
    canvas_set_ascii(c, true);
    assert_int_equal(big_text_rows(c, "ya", 40), 0);
    big_text_put(c, canvas_rect(c), STYLE_BIG, "ya", false);
    assert_picture(c, "ya\n\n\n");
    canvas_free(c);
}

static void big_text__any_size_is_fine(void **state)
{
    (void)state;
    for (int w = 0; w < 12; w++)
        for (int h = 0; h < 5; h++) {
            struct canvas *c = canvas_new(w, h);
            big_text_put(c, canvas_rect(c), STYLE_BIG, "Wewenang pemerintah kabupaten", true);
            assert_whole(c);
            canvas_free(c);
        }
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(big_text__letters_are_three_rows_high),
        cmocka_unit_test(big_text__wraps_at_words_with_a_blank_row_when_there_is_room),
        cmocka_unit_test(big_text__what_does_not_fit_is_written_small),
        cmocka_unit_test(big_text__letters_that_it_lacks_are_never_replaced),
        cmocka_unit_test(big_text__ascii_has_no_half_blocks),
        cmocka_unit_test(big_text__any_size_is_fine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
