#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <locale.h>
#include <string.h>

#include "ui/keys.h"

static const struct key_row rows[] = {
    {L_SETUJU, 0, "setuju", "Setuju", 1, KEY_FOOTER, NULL},
    {K_CTRL('N'), K_F(9), "berikut", "Berikut", 2, KEY_FOOTER, NULL},
    KEYS_END,
};

static void keys__both_ways_find_the_row_and_capitals_do_too(void **state)
{
    (void)state;
    assert_ptr_equal(keys_find(rows, 's', false), &rows[0]);
    assert_ptr_equal(keys_find(rows, 'S', false), &rows[0]);
    assert_ptr_equal(keys_find(rows, K_CTRL('N'), false), &rows[1]);
    assert_ptr_equal(keys_find(rows, K_F(9), false), &rows[1]);
    assert_null(keys_find(rows, K_F(8), false));
    assert_null(keys_find(rows, 0, false));
    assert_ptr_equal(keys_row_of(rows, 2), &rows[1]);
}

static void keys__a_letter_is_no_command_while_writing(void **state)
{
    (void)state;
    assert_null(keys_find(rows, 's', true));
    assert_null(keys_find(keys_global(), '?', true));
    assert_non_null(keys_find(keys_global(), '?', false));
    assert_ptr_equal(keys_find(rows, K_CTRL('N'), true), &rows[1]);
}

static void keys__have_short_and_long_names(void **state)
{
    (void)state;
    static const struct {
        int key;
        const char *name, *full;
    } names[] = {
        {K_CTRL('K'), "^K", "Ctrl-K"}, {K_F(2), "F2", "F2"},       {K_O(5), "^O 5", "Ctrl-O 5"}, {K_ENTER, "Enter", "Enter"},
        {'a', "a", "a"},               {K_UP, "↑", "↑"}, {0, "", ""},                  {K_TAB, "Tab", "Tab"},
    };
    char out[KEY_NAME];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_string_equal(key_name(names[i].key, out), names[i].name);
        assert_string_equal(key_name_long(names[i].key, out), names[i].full);
    }
}

static void keys__the_places_are_reached_in_two_ways(void **state)
{
    (void)state;
    for (int p = 2; p <= 8; p++) {
        const struct key_row *row = keys_find(keys_global(), K_F(p), true);
        assert_non_null(row);
        assert_int_equal(row->action, ACT_PLACE + p);
        assert_ptr_equal(keys_find(keys_global(), K_O(p), false), row);
    }
}

/* Terminals take these, or they are other keys in disguise (ux.md 1). */
static void keys__no_key_that_terminals_or_laptops_take_is_needed(void **state)
{
    (void)state;
    static const int taken[] = {K_F(1), K_F(10), K_F(11), K_F(12), K_CTRL('W'), K_CTRL('T'), K_CTRL('M'), K_CTRL('J'), K_CTRL('H')};
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
        const struct key_row *row = keys_find(keys_global(), taken[i], false);
        assert_true(!row || keys_row_of(keys_global(), row->action) != row); /* there is another way */
    }
    assert_int_equal(keys_find(keys_global(), K_F(1), true)->action, ACT_HELP); /* newcomers press it first */
}

static void letters__each_has_one_meaning(void **state)
{
    (void)state;
#define LETTER_KEY(name, letter, word) letter,
    static const int letters[] = {LETTER_LIST(LETTER_KEY)};
#undef LETTER_KEY
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        assert_true(letters[i] >= 'a' && letters[i] <= 'z');
        assert_non_null(letter_word(letters[i]));
        for (size_t k = i + 1; k < sizeof letters / sizeof *letters; k++)
            assert_int_not_equal(letters[i], letters[k]);
    }
    assert_null(letter_word('?'));
}

static void keys__fuzzy_search_prefers_words_and_finds_scattered_letters(void **state)
{
    (void)state;
    assert_int_equal(keys_fuzzy("xyz", "Ganti bahasa layar"), 0);
    assert_true(keys_fuzzy("bahasa", "Ganti bahasa layar") > keys_fuzzy("bahasa", "bantu halaman asas"));
    assert_true(keys_fuzzy("gb", "Ganti bahasa layar") > keys_fuzzy("gb", "Ke layar gambar"));
    assert_true(keys_fuzzy("GNT", "Ganti bahasa") > 0);
    assert_true(keys_fuzzy("ulangi baru", "Ulangi yang baru diurungkan") > 0);
    assert_true(keys_fuzzy("elan", "Élan") > 0);
}

static void keys__words_search_finds_no_stranger(void **state)
{
    (void)state;
    assert_int_equal(keys_words("asep", "2 Ni Luh Saraswita Paramesti, S.STP., M.A.P."), 0); /* a, s, e, p: in that order */
    assert_true(keys_words("asep", "20 Asep Komarudin") > 0);
    assert_true(keys_words("komar ASE", "20 Asep Komarudin") > 0);
    assert_int_equal(keys_words("asep x", "20 Asep Komarudin"), 0);
    assert_true(keys_words("20", "20 Asep Komarudin") > keys_words("20", "120 Ida"));
    assert_true(keys_words("", "siapa saja") > 0);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys__both_ways_find_the_row_and_capitals_do_too),
        cmocka_unit_test(keys__a_letter_is_no_command_while_writing),
        cmocka_unit_test(keys__have_short_and_long_names),
        cmocka_unit_test(keys__the_places_are_reached_in_two_ways),
        cmocka_unit_test(keys__no_key_that_terminals_or_laptops_take_is_needed),
        cmocka_unit_test(letters__each_has_one_meaning),
        cmocka_unit_test(keys__words_search_finds_no_stranger),
        cmocka_unit_test(keys__fuzzy_search_prefers_words_and_finds_scattered_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
