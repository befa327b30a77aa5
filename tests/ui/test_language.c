/* A screen that is open while the language changes looks like one that was opened in the new language. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "tests/ui/screen_test.h"
#include "ui/screens/all.h"
#include "ui/screens/import.h"
#include "ui/ui.h"

/* How a person gets there: a place and what is typed in it. */
static const struct way {
    int place;
    const char *typed;
    int key; /* pressed afterwards, 0: none */
} ways[] = {
    {2, "", 0},     {2, "1", 0},  {2, "2", 0},    {2, "5", 0},  {2, "5\n", 0}, {2, "6", 0},  {2, "7", 0},
    {2, "8", 0},    {2, "9", 0},  {2, "0", 0},    {3, "", 0},   {4, "", 0},    {5, "", 0},   {5, "\n", 0},
    {5, "\ne", 0},  {5, "\nm", 0}, {5, "b", 0},   {6, "", 0},   {6, "p", 0},   {7, "", 0},   {7, "\n", 0},
    {8, "", 0},     {2, "6\n", 0}, {2, "8\n", 0}, {2, "4\n", 0}, {5, "\n", K_CTRL('R')},
};

static void press(struct screen_test *t, int key)
{
    screen_test_key(t, key);
    screen_test_key(t, K_CTRL('V')); /* means nothing: what was said goes */
}

static char *go(struct screen_test *t, const struct way *w)
{
    screen_test_open(t, screens_of_place((enum place)w->place), NULL); /* a new one: places keep theirs */
    if (w->place == 2 || w->place == 5 || w->place == 7)
        press(t, K_HOME);
    screen_test_type(t, w->typed);
    press(t, w->key ? w->key : K_CTRL('V'));
    return mem_strdup(screen_test_text(t));
}

static void language__changes_what_is_already_on_the_screen(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(132, 43);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (strcmp(i18n_language(), "id") != 0)
            ui_act(screen_test_ui(t), ACT_LANGUAGE);
        free(go(t, &ways[i]));
        ui_act(screen_test_ui(t), ACT_LANGUAGE);
        press(t, K_CTRL('V'));
        char *changed = mem_strdup(screen_test_text(t));
        char *opened = go(t, &ways[i]);
        if (strcmp(changed, opened) != 0)
            fail_msg("F%d \"%s\" is not the same when the language changes under it:\n%s\n--- opened in that language:\n%s",
                     ways[i].place, ways[i].typed, changed, opened);
        free(changed);
        free(opened);
    }
    screen_test_end(t);
}

/* Screens that no place leads to. */
static void language__changes_the_other_screens_too(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(132, 43);
    struct arena *a = arena_new();
    const char *list = arena_printf(a, "%s/data/contoh-undangan.csv", getenv("MUFAKAT_SRCDIR"));
    const struct {
        const struct screen_class *class;
        const void *arg;
    } v[] = {{&screen_history, NULL}, {&screen_room, NULL}, {&screen_first, NULL}, {&screen_import, list}};
    for (size_t i = 0; i < sizeof v / sizeof *v; i++) {
        if (strcmp(i18n_language(), "id") != 0)
            ui_act(screen_test_ui(t), ACT_LANGUAGE);
        screen_test_open(t, v[i].class, v[i].arg);
        ui_act(screen_test_ui(t), ACT_LANGUAGE);
        press(t, K_CTRL('V'));
        const char *changed = arena_strdup(a, screen_test_text(t));
        screen_test_open(t, v[i].class, v[i].arg);
        press(t, K_CTRL('V'));
        assert_string_equal(changed, screen_test_text(t));
    }
    arena_free(a);
    screen_test_end(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(language__changes_what_is_already_on_the_screen),
        cmocka_unit_test(language__changes_the_other_screens_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
