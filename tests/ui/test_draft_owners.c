/* Several programs on one session: each one's half-typed texts are its own, and none is lost. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/read.h"
#include "base/i18n.h"
#include "tests/ui/screen_rows.h"
#include "tests/ui/drafts.h"
#include "tests/ui/screen_test.h"
#include "ui/screens/dialog.h"
#include "ui/screens/people.h"
#include "ui/ui.h"

static int set_up(void **state)
{
    *state = screen_test_start(132, 43);
    return 0;
}

static int tear_down(void **state)
{
    screen_test_end(*state);
    return 0;
}

/* --- another program, really --- */

/* It has `text` half typed in `key`, says so, and waits for its end. With a third argument it is left in the usual way. */
static int be_the_other(char **args, int n)
{
    const struct app_options o = {.person = "Orang Kedua", .clock = clock_system()};
    struct app *app;
    struct err e;
    if (app_open(args[0], &o, &app, &e) != ERR_NONE)
        return 1;
    app_post_draft(app, args[1], args[2]);
    if (n > 3) {
        app_leave_drafts(app);
        app_close(app);
        return 0;
    }
    app_drain(app);
    return write(STDOUT_FILENO, "", 1) == 1 ? pause() : 1;
}

static pid_t start_other(struct screen_test *t, const char *key, const char *text, bool leaves)
{
    pid_t child;
    int ends[2];
    char c;
    posix_spawn_file_actions_t actions;
    char *args[] = {(char *)(uintptr_t) "other", (char *)(uintptr_t)app_path(screen_test_app(t)), (char *)(uintptr_t)key,
                    (char *)(uintptr_t)text, leaves ? (char *)(uintptr_t) "leaves" : NULL, NULL};
    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    assert_int_equal(posix_spawn_file_actions_init(&actions), 0);
    assert_int_equal(posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO), 0);
    assert_int_equal(posix_spawn(&child, "/proc/self/exe", &actions, NULL, args, environ), 0);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    assert_int_equal(read(ends[0], &c, 1), leaves ? 0 : 1);
    close(ends[0]);
    return child;
}

static void kill_other(pid_t child)
{
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, NULL, 0), child);
}

static void crash_other(struct screen_test *t, const char *key, const char *text)
{
    kill_other(start_other(t, key, text, false));
}

/* --- each its own --- */

static void draft_owners__a_line_that_two_programs_write_is_kept_twice(void **state)
{
    struct screen_test *t = *state;
    screen_test_key(t, K_F(3));
    screen_test_type(t, "loket terlalu ting");
    assert_int_equal(drafts_in_file(t), 1);
    pid_t other = start_other(t, DIALOG_DRAFT_KEY, "antrean", false);
    assert_int_equal(drafts_in_file(t), 2);
    screen_test_type(t, "gi\n");
    screen_test_key(t, K_ENTER);
    assert_int_equal(drafts_in_file(t), 1); /* mine is stored, theirs stays */
    drafts_start_again(t);
    screen_test_sees_not(t, "setengah jadi"); /* it is being written elsewhere */
    kill_other(other);
    drafts_start_again(t);
    screen_test_sees(t, "berhenti mendadak");
    screen_test_sees(t, "antrean");
}

/* One has left, the other was cut short: each is offered in its own words. */
static void draft_owners__each_text_says_how_its_own_program_ended(void **state)
{
    struct screen_test *t = *state;
    screen_test_key(t, K_F(3));
    screen_test_type(t, "loket terlalu ting");
    int status;
    pid_t left = start_other(t, DIALOG_DRAFT_KEY, "antrean", true);
    assert_int_equal(waitpid(left, &status, 0), left);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    crash_other(t, DIALOG_DRAFT_KEY, "parkir");
    screen_test_key(t, K_CTRL('U'));
    drafts_start_again(t);
    screen_test_sees(t, "belum selesai diketik");
    screen_test_sees(t, "antrean");
    screen_test_key(t, K_LEFT);
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, "berhenti mendadak");
    screen_test_sees(t, "parkir");
    screen_test_key(t, K_LEFT);
    screen_test_key(t, K_ENTER);
    screen_test_sees_not(t, "setengah jadi");
    assert_int_equal(drafts_in_file(t), 0);
}

/* --- one after the other --- */

static void draft_owners__two_texts_of_one_line_come_one_after_the_other(void **state)
{
    struct screen_test *t = screen_test_start_practice(132, 43);
    struct arena *a = arena_new();
    (void)state;
    crash_other(t, DIALOG_DRAFT_KEY, "7: antrean panjang");
    crash_other(t, DIALOG_DRAFT_KEY, "7: parkir sempit");
    drafts_start_again(t);
    screen_test_key(t, K_ENTER); /* Pakai, both */
    screen_test_sees(t, "setengah jadi");
    screen_test_key(t, K_ENTER);
    screen_test_sees_not(t, "setengah jadi");
    screen_test_key(t, K_F(3));
    size_t before = rows_now(t, a)->contribution.n;
    assert_int_equal(drafts_in_file(t), 2); /* a power cut now takes neither */
    screen_test_key(t, K_ENTER);
    screen_test_key(t, K_ENTER);
    assert_int_equal(rows_now(t, a)->contribution.n, before + 2);
    assert_int_equal(drafts_in_file(t), 0);
    arena_free(a);
    screen_test_end(t);
}

static void draft_owners__a_text_that_waits_its_turn_survives_another_end(void **state)
{
    struct screen_test *t = *state;
    crash_other(t, DIALOG_DRAFT_KEY, "antrean");
    crash_other(t, DIALOG_DRAFT_KEY, "parkir");
    drafts_start_again(t);
    screen_test_key(t, K_ENTER);
    screen_test_key(t, K_ENTER);
    screen_test_key(t, K_F(3));
    drafts_start_again(t);
    screen_test_sees(t, "setengah jadi");
    screen_test_key(t, K_LEFT);
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, "setengah jadi");
}

static void draft_owners__more_texts_than_a_handful_are_all_offered(void **state)
{
    struct screen_test *t = *state;
    char key[32];
    for (int i = 0; i < 20; i++) {
        snprintf(key, sizeof key, "lain.%d", i);
        ui_draft(screen_test_ui(t), key, "setengah");
    }
    drafts_start_again(t);
    for (int i = 0; i < 20; i++) {
        screen_test_sees(t, "setengah jadi");
        screen_test_key(t, K_LEFT);
        screen_test_key(t, K_ENTER);
    }
    screen_test_sees_not(t, "setengah jadi");
    assert_int_equal(drafts_in_file(t), 0);
}

/* --- the same question in another language --- */

static void draft_owners__a_question_gets_its_text_back_in_another_language(void **state)
{
    struct screen_test *t = *state;
    screen_test_open(t, &screen_people, NULL);
    screen_test_key(t, K_CTRL('N'));
    screen_test_sees(t, "Tamu yang tidak ada di daftar");
    screen_test_type(t, "Siti Aminah, Posyandu");
    drafts_start_again(t);
    screen_test_key(t, K_ENTER);
    i18n_switch("en");
    screen_test_open(t, &screen_people, NULL);
    screen_test_key(t, K_CTRL('N'));
    screen_test_sees_not(t, "Tamu yang tidak ada di daftar");
    screen_test_sees(t, "Siti Aminah, Posyandu");
    i18n_switch("id");
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(int argc, char **argv)
{
    if (argc > 3)
        return be_the_other(argv + 1, argc - 1);
    const struct CMUnitTest tests[] = {
        T(draft_owners__a_line_that_two_programs_write_is_kept_twice),
        T(draft_owners__each_text_says_how_its_own_program_ended),
        T(draft_owners__two_texts_of_one_line_come_one_after_the_other),
        T(draft_owners__a_text_that_waits_its_turn_survives_another_end),
        T(draft_owners__more_texts_than_a_handful_are_all_offered),
        T(draft_owners__a_question_gets_its_text_back_in_another_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
