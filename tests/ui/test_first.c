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

#include "app/copy_session.h"
#include "base/file.h"
#include "tests/ui/screen_test.h"
#include "ui/screens/all.h"
#include "ui/settings.h"
#include "ui/ui.h"

static void first__looks_like_this(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(80, 24);
    screen_test_open(t, &screen_first, NULL);
    screen_test_golden_sizes(t, "first");
    screen_test_end(t);
}

static void first__makes_a_session_from_four_answers(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(80, 24);
    screen_test_open(t, &screen_first, NULL);
    screen_test_type(t, "2");
    screen_test_type(t, "Antrean Puskesmas\nPuskesmas Banjar\n");
    screen_test_key(t, K_CTRL('A'));
    for (int i = 0; i < 40; i++)
        screen_test_key(t, K_DEL);
    screen_test_type(t, "3 November 2026\nAula\n");
    assert_non_null(strstr(app_path(screen_test_app(t)), "puskesmas-banjar-2026-11-03.fkp"));
    assert_int_equal(screen_test_top(t)->class->place, PLACE_PERSIAPAN);
    screen_test_sees(t, "Antrean Puskesmas");
    screen_test_end(t);
}

static void first__practice_begins_at_the_beginning(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(80, 24);
    screen_test_open(t, &screen_first, NULL);
    screen_test_type(t, "1");
    assert_int_equal(screen_test_top(t)->class->place, PLACE_PERSIAPAN);
    screen_test_sees(t, "Sesi latihan, semua rekaan");
    screen_test_end(t);
}

static void first__asks_for_what_is_missing(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(80, 24);
    screen_test_open(t, &screen_first, NULL);
    screen_test_type(t, "2");
    screen_test_type(t, "Tema saja");
    screen_test_key(t, K_CTRL('S'));
    screen_test_sees(t, "Perlu diisi.");
    assert_true(ui_popup_open(screen_test_ui(t)));
    screen_test_end(t);
}

static void first__goes_on_with_the_last_session(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    char *path = strdup(app_path(screen_test_app(t)));
    settings_add_recent(path);
    ui_take_session(screen_test_ui(t), NULL);
    screen_test_key(t, K_LEFT); /* closed */
    screen_test_open(t, &screen_first, NULL);
    screen_test_sees(t, "3 Lanjutkan         Disdukcapil, 12 November 2026: ");
    screen_test_key(t, K_ENTER);
    assert_string_equal(app_path(screen_test_app(t)), path);
    free(path);
    screen_test_end(t);
}

static void first__tells_two_copies_of_a_session_apart(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    struct arena *a = arena_new();
    const char *path = app_path(screen_test_app(t));
    const char *copy = arena_printf(a, "%.*s/salinan.fkp", (int)(strrchr(path, '/') - path), path);
    settings_add_recent(path);
    struct err e;
    struct buf b = BUF_INIT;
    assert_int_equal(file_read(path, (size_t)64 << 20, &b, &e), ERR_NONE);
    assert_int_equal(file_write(copy, b.p, b.len, &e), ERR_NONE);
    buf_done(&b);
    settings_add_recent(copy);
    screen_test_open(t, &screen_first, NULL);
    screen_test_type(t, "3");
    screen_test_sees(t, "(salinan.fkp)");
    screen_test_key(t, K_ESC);
    arena_free(a);
    screen_test_end(t);
}

static void first__says_why_a_file_is_not_opened(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(80, 24);
    struct err e = {0};
    char *bad = file_absolute(getenv("MUFAKAT_CONFIG_DIR"));
    struct arena *a = arena_new();
    const char *path = arena_printf(a, "%s/bukan.fkp", bad);
    assert_int_equal(file_write(path, "bukan sesi", 10, &e), ERR_NONE);
    screen_test_open(t, &screen_first, NULL);
    screen_test_type(t, "4");
    screen_test_type(t, "bukan\n");
    screen_test_sees(t, "Berkas tidak dibuka");
    arena_free(a);
    free(bad);
    screen_test_end(t);
}

static void first__corrects_the_clock(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(80, 24);
    screen_test_open(t, &screen_first, NULL);
    screen_test_type(t, "j");
    screen_test_type(t, "07.41\n");
    screen_test_sees(t, "12 November 2026  07.41 WITA");
    screen_test_type(t, "j");
    screen_test_type(t, "kemarin\n");
    screen_test_sees(t, "Jam belum terbaca");
    screen_test_end(t);
}

static void room__counts_the_function_keys_that_arrive(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(80, 24);
    screen_test_open(t, &screen_room, NULL);
    screen_test_sees(t, "satu per satu: F2 F3 F4 F5 F6 F7 F8.");
    for (int n = 2; n <= 7; n++)
        screen_test_key(t, K_F(n));
    screen_test_sees(t, "satu per satu: F8.");
    screen_test_key(t, K_F(8));
    screen_test_sees(t, "F2 sampai F8 semua sampai.");
    assert_ptr_equal(screen_test_top(t)->class, &screen_room);
    screen_test_end(t);
}

/* What this machine has or lacks is on the screen, so nothing but a clean machine gives the accepted pictures. */
static void room__looks_like_this_without_printer_and_stick(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char **sticks;
    size_t n = copy_find_sticks(a, &sticks);
    arena_free(a);
    if (n > 0) {
        print_message("skipped: a stick is in this machine\n");
        skip();
    }
    char path[4096];
    snprintf(path, sizeof path, "%s", getenv("PATH"));
    setenv("PATH", "/nonexistent", 1); /* no lpstat */
    struct screen_test *t = screen_test_start(80, 24);
    screen_test_open(t, &screen_room, NULL);
    screen_test_golden_sizes(t, "room");
    screen_test_end(t);
    setenv("PATH", path, 1);
}

int main(int argc, char **argv)
{
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first__looks_like_this),
        cmocka_unit_test(first__makes_a_session_from_four_answers),
        cmocka_unit_test(first__practice_begins_at_the_beginning),
        cmocka_unit_test(first__asks_for_what_is_missing),
        cmocka_unit_test(first__goes_on_with_the_last_session),
        cmocka_unit_test(first__tells_two_copies_of_a_session_apart),
        cmocka_unit_test(first__says_why_a_file_is_not_opened),
        cmocka_unit_test(first__corrects_the_clock),
        cmocka_unit_test(room__counts_the_function_keys_that_arrive),
        cmocka_unit_test(room__looks_like_this_without_printer_and_stick),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
