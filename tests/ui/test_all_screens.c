#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/text.h"
#include "ui/screens/all.h"

static bool allowed(int key)
{
    static const int taken[] = {K_F(1), K_F(9), K_F(10), K_F(11), K_F(12), K_CTRL('W'), K_CTRL('T'), K_CTRL('H')};
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (taken[i] == key)
            return false;
    return true;
}

static void screens__have_ids_titles_and_one_root_per_place(void **state)
{
    (void)state;
    for (int i = 0; screens_all[i]; i++) {
        const struct screen_class *a = screens_all[i];
        assert_non_null(a->id);
        assert_non_null(a->title);
        assert_non_null(a->draw);
        for (int k = i + 1; screens_all[k]; k++) {
            assert_string_not_equal(a->id, screens_all[k]->id);
            if (a->place != PLACE_NONE)
                assert_int_not_equal(a->place, screens_all[k]->place);
        }
    }
}

static void check_pair(const char *id, const struct key_row *a, const struct key_row *b)
{
    const int mine[] = {a->key, a->key2};
    const int others[] = {b->key, b->key2};
    for (int i = 0; i < 2; i++)
        for (int k = 0; k < 2; k++)
            if (mine[i] && mine[i] == others[k] && a->action != b->action)
                fail_msg("%s: key %d means \"%s\" and \"%s\"", id, mine[i], a->label, b->label);
}

/* A screen may give a key of everywhere a meaning of its own only where the key is not needed for the places. */
static void keys__none_means_two_things_on_one_screen(void **state)
{
    (void)state;
    for (int i = 0; screens_all[i]; i++)
        for (const struct key_row *a = screens_all[i]->keys; a && a->label; a++) {
            for (const struct key_row *b = a + 1; b->label; b++)
                check_pair(screens_all[i]->id, a, b);
            if (!allowed(a->key) || !allowed(a->key2))
                fail_msg("%s: \"%s\" needs a key that terminals take", screens_all[i]->id, a->label);
        }
    for (const struct key_row *a = keys_global(); a->label; a++)
        for (const struct key_row *b = a + 1; b->label; b++)
            check_pair("everywhere", a, b);
}

static void check_letter(const char *id, const struct key_row *row, int key)
{
    if (key < 'a' || key > 'z')
        return;
    struct arena *a = arena_new();
    const char *word = letter_word(key);
    if (!word || !strstr(text_fold(a, row->label), text_fold(a, word)))
        fail_msg("%s: the letter %c means \"%s\" everywhere, but here \"%s\"", id, key, word ? word : "nothing", row->label);
    arena_free(a);
}

static void letters__mean_the_same_on_every_screen(void **state)
{
    (void)state;
    for (int i = 0; screens_all[i]; i++)
        for (const struct key_row *row = screens_all[i]->keys; row && row->label; row++) {
            check_letter(screens_all[i]->id, row, row->key);
            check_letter(screens_all[i]->id, row, row->key2);
            if (row->key >= 'A' && row->key <= 'Z')
                fail_msg("%s: \"%s\" wants a capital", screens_all[i]->id, row->label);
        }
}

static void keys__every_row_says_what_it_does(void **state)
{
    (void)state;
    for (int i = 0; screens_all[i]; i++) {
        int in_footer = 0;
        for (const struct key_row *row = screens_all[i]->keys; row && row->label; row++) {
            assert_true(*row->label && row->help && *row->help);
            in_footer += row->flags & KEY_FOOTER && !(row->flags & KEY_WRITING);
        }
        if (in_footer > 10)
            fail_msg("%s: %d keys in the footer", screens_all[i]->id, in_footer);
    }
}

/* Goldens bear the screen's id, but for those that need to say of what they are. */
static const char *golden_of(const char *id)
{
    static const char *const others[][2] = {
        {"records", "agenda"}, {"record_form", "agenda_form"}, {"layar", "layar-discussion"}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(others[i][0], id) == 0)
            return others[i][1];
    return id;
}

static void screens__are_all_looked_at_in_three_sizes_and_both_languages(void **state)
{
    (void)state;
    static const char *const kinds[] = {"60x20-id", "80x24-id", "132x43-id", "60x20-en", "80x24-en", "132x43-en"};
    char path[4096];
    for (int i = 0; screens_all[i]; i++)
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
            snprintf(path, sizeof path, "%s/tests/ui/golden/%s-%s.txt", getenv("MUFAKAT_SRCDIR"),
                     golden_of(screens_all[i]->id), kinds[k]);
            if (access(path, R_OK) != 0)
                fail_msg("the screen \"%s\" has no accepted picture %s", screens_all[i]->id, path);
        }
}

int main(void)
{
    i18n_start("id");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(screens__have_ids_titles_and_one_root_per_place),
        cmocka_unit_test(keys__none_means_two_things_on_one_screen),
        cmocka_unit_test(letters__mean_the_same_on_every_screen),
        cmocka_unit_test(keys__every_row_says_what_it_does),
        cmocka_unit_test(screens__are_all_looked_at_in_three_sizes_and_both_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
