/* The form of one row: each field stores by itself, a wrong value stays with its reason. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/read.h"
#include "app/rows.h"
#include "app/set_field.h"
#include "tests/ui/screen_rows.h"
#include "tests/ui/drafts.h"
#include "tests/ui/screen_test.h"
#include "ui/screens/records.h"
#include "ui/ui.h"

static int set_up(void **state)
{
    *state = screen_test_start(80, 24);
    return 0;
}

static int tear_down(void **state)
{
    screen_test_end(*state);
    return 0;
}

/* The form of the first line of Persiapan (theme). */
static void open_a_form(struct screen_test *t)
{
    screen_test_key(t, K_F(2));
    screen_test_key(t, K_HOME);
    screen_test_key(t, K_ENTER);
    assert_string_equal(screen_test_top(t)->class->id, "record_form");
}

static void form_screen__a_wrong_value_warns_once_and_then_lets_go(void **state)
{
    struct screen_test *t = *state;
    open_a_form(t);
    screen_test_key(t, K_CTRL('U'));
    screen_test_key(t, K_ESC);
    assert_string_equal(screen_test_top(t)->class->id, "record_form");
    screen_test_sees(t, "tidak tersimpan");
    screen_test_key(t, K_ESC);
    assert_int_equal(screen_test_top(t)->class->place, PLACE_PERSIAPAN);
    screen_test_size(t, 132, 43);
    screen_test_sees(t, "Standar Pelayanan KTP-el");
}

/* "8 pagi" was refused, the eye is three fields further down: Esc goes back to it and does not drop it in silence. */
static void form_screen__a_wrong_value_further_up_is_not_dropped_in_silence(void **state)
{
    struct screen_test *t = *state;
    screen_test_key(t, K_F(2));
    screen_test_type(t, "2");
    screen_test_key(t, K_DOWN);
    screen_test_key(t, K_CTRL('U'));
    screen_test_type(t, "8 pagi");
    screen_test_key(t, K_DOWN);
    screen_test_key(t, K_DOWN);
    screen_test_key(t, K_ESC);
    assert_string_equal(screen_test_top(t)->class->id, "record_form");
    screen_test_sees(t, "tidak tersimpan");
    screen_test_sees(t, "▸Mulai pukul           8 pagi");
    screen_test_key(t, K_ESC);
    assert_int_equal(screen_test_top(t)->class->place, PLACE_PERSIAPAN);
}

static void form_screen__a_refused_value_stays_with_its_reason(void **state)
{
    struct screen_test *t = *state;
    open_a_form(t);
    struct answer refused = {.action = "set_field"};
    struct set_field_args *x = set_field_job(screen_test_app(t), &refused.job);
    x->entity = ENTITY_session;
    x->row = app_session_id(screen_test_app(t));
    x->field = session_F_theme;
    err_set(&refused.err, ERR_RULE, "Naskah sudah dikunci.");
    struct event e = {.kind = EVENT_STORED, .answer = &refused};
    screen_test_top(t)->class->event(screen_test_top(t), &e);
    screen_test_sees(t, "Naskah sudah dikunci.");
    job_free(refused.job);
}

/* --- two people in one field --- */

/* The other program: this one again, in a process of its own. */
static void other_writes_theme(struct screen_test *t, const char *theme)
{
    pid_t child;
    int status;
    char *args[] = {(char *)(uintptr_t) "other", (char *)(uintptr_t)app_path(screen_test_app(t)), (char *)(uintptr_t)theme,
                    NULL};
    assert_int_equal(posix_spawn(&child, "/proc/self/exe", NULL, NULL, args, environ), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static int be_the_other(const char *path, const char *theme)
{
    const struct app_options o = {.person = "Orang Kedua", .clock = clock_system()};
    struct app *app;
    struct job *j;
    struct err e;
    if (app_open(path, &o, &app, &e) != ERR_NONE)
        return 1;
    struct set_field_args *x = set_field_job(app, &j);
    x->entity = ENTITY_session;
    x->field = session_F_theme;
    x->typed = true;
    x->text = job_text(j, theme);
    enum err_code code = app_run(app, j, NULL, &e);
    job_free(j);
    app_close(app);
    return code ? 1 : 0;
}

static void assert_theme(struct screen_test *t, const char *theme)
{
    struct arena *a = arena_new();
    assert_string_equal(dossier_session(rows_now(t, a))->theme, theme);
    arena_free(a);
}

/* Mine is typed and about to be stored, theirs is in the file already. */
static void write_against(struct screen_test *t)
{
    screen_test_size(t, 132, 43);
    open_a_form(t);
    screen_test_type(t, " dan KIA");
    other_writes_theme(t, "Antrean");
    screen_test_key(t, K_TAB);
    assert_theme(t, "Antrean");
    screen_test_sees(t, "diubah oleh Orang Kedua");
    screen_test_sees(t, "Kini di sini: “Antrean”");
    screen_test_sees(t, "KTP-el dan KIA");
    assert_int_equal(drafts_in_file(t), 1); /* a power cut does not take it either */
}

static void form_screen__a_rival_change_is_seen_before_it_is_written_over(void **state)
{
    struct screen_test *t = *state;
    write_against(t);
    screen_test_key(t, K_UP);
    screen_test_key(t, K_TAB);
    assert_theme(t, "Standar Pelayanan KTP-el dan KIA");
    screen_test_sees_not(t, "Orang Kedua");
    assert_int_equal(drafts_in_file(t), 0);
}

static void form_screen__a_rival_change_can_be_taken(void **state)
{
    struct screen_test *t = *state;
    write_against(t);
    screen_test_key(t, K_UP);
    screen_test_key(t, K_ESC);
    screen_test_sees_not(t, "KTP-el dan KIA");
    screen_test_sees(t, "Antrean");
    assert_int_equal(drafts_in_file(t), 0);
    screen_test_key(t, K_ESC);
    assert_int_equal(screen_test_top(t)->class->place, PLACE_PERSIAPAN);
    assert_theme(t, "Antrean");
}

static void form_screen__a_second_rival_change_is_seen_too(void **state)
{
    struct screen_test *t = *state;
    write_against(t);
    other_writes_theme(t, "Loket");
    screen_test_key(t, K_UP);
    screen_test_key(t, K_TAB);
    assert_theme(t, "Loket");
    screen_test_sees(t, "Kini di sini: “Loket”");
}

static void form_screen__a_field_that_is_not_stored_is_not_left_unseen(void **state)
{
    struct screen_test *t = *state;
    write_against(t);
    screen_test_key(t, K_ESC);
    assert_string_equal(screen_test_top(t)->class->id, "record_form");
    screen_test_sees(t, "Sekali lagi: tinggalkan");
    screen_test_key(t, K_TAB); /* the field in question has the focus again */
    assert_theme(t, "Standar Pelayanan KTP-el dan KIA");
}

static void form_screen__the_same_words_typed_twice_are_no_rivals(void **state)
{
    struct screen_test *t = *state;
    open_a_form(t);
    screen_test_type(t, " dan KIA");
    other_writes_theme(t, "Standar Pelayanan KTP-el dan KIA");
    screen_test_key(t, K_TAB);
    screen_test_sees_not(t, "Orang Kedua");
    assert_int_equal(drafts_in_file(t), 0);
}

/* The list is read again between Enter and the refusal: the words that were handed over come back. */
static void form_screen__a_refused_value_comes_back_when_the_form_was_read_again(void **state)
{
    struct screen_test *t = *state;
    open_a_form(t);
    struct answer refused = {.action = "set_field"};
    struct set_field_args *x = set_field_job(screen_test_app(t), &refused.job);
    x->entity = ENTITY_session;
    x->row = app_session_id(screen_test_app(t));
    x->field = session_F_theme;
    x->value = value_text("Loket malam");
    err_set(&refused.err, ERR_RULE, "Naskah sudah dikunci.");
    struct event e = {.kind = EVENT_STORED, .answer = &refused};
    screen_test_top(t)->class->event(screen_test_top(t), &e);
    screen_test_sees(t, "Loket malam");
    job_free(refused.job);
}

/* --- a new row --- */

static size_t issues(struct screen_test *t, const struct issue **ret_last)
{
    static const struct issue none;
    static struct arena *a;
    arena_free(a);
    a = arena_new();
    const struct dossier *d = rows_now(t, a);
    *ret_last = d->issue.n ? &d->issue.v[d->issue.n - 1] : &none;
    return d->issue.n;
}

static void open_new_issue(struct screen_test *t)
{
    screen_test_open(t, &screen_records, &spec_issue);
    screen_test_key(t, K_INS);
    assert_string_equal(screen_test_top(t)->class->id, "record_form");
}

static void form_screen__a_new_row_is_stored_with_what_is_written_first(void **state)
{
    struct screen_test *t = *state;
    const struct issue *last;
    open_new_issue(t);
    assert_int_equal(issues(t, &last), 0);
    screen_test_key(t, K_TAB);
    assert_int_equal(issues(t, &last), 0); /* a power cut leaves no empty row */
    screen_test_key(t, K_UP);
    screen_test_type(t, "Biaya tidak jelas\t");
    assert_int_equal(issues(t, &last), 1);
    assert_string_equal(last->title, "Biaya tidak jelas");
    assert_int_equal(last->number, 1);
    screen_test_type(t, "biaya\t");
    assert_int_equal(issues(t, &last), 1);
    assert_string_equal(last->tag, "biaya");
    assert_int_equal(last->number, 1);
    screen_test_key(t, K_ESC);
    screen_test_sees(t, "Biaya tidak jelas");
}

static void form_screen__a_new_row_in_which_nothing_was_written_is_no_row(void **state)
{
    struct screen_test *t = *state;
    const struct issue *last;
    open_new_issue(t);
    screen_test_type(t, "x");
    screen_test_key(t, K_BACKSPACE);
    screen_test_key(t, K_ESC);
    screen_test_key(t, K_ESC);
    assert_int_equal(issues(t, &last), 0);
    assert_int_equal(drafts_in_file(t), 0);
}

static void form_screen__a_new_row_that_was_undone_comes_back_with_the_next_words(void **state)
{
    struct screen_test *t = *state;
    const struct issue *last;
    open_new_issue(t);
    screen_test_type(t, "Biaya\t");
    screen_test_key(t, K_CTRL('Z'));
    assert_int_equal(issues(t, &last), 0);
    screen_test_type(t, "loket\t");
    assert_int_equal(issues(t, &last), 1);
    assert_string_equal(last->tag, "loket");
    assert_null(last->title);
    assert_int_not_equal(last->number, NONE);
}

/* Somebody else deletes it while its form is open: nothing is made anew without being told. */
static void form_screen__a_new_row_that_was_deleted_elsewhere_stays_deleted(void **state)
{
    struct screen_test *t = *state;
    const struct issue *last;
    open_new_issue(t);
    screen_test_type(t, "Biaya\t");
    assert_int_equal(issues(t, &last), 1);
    struct job *j;
    struct delete_row_args *x = delete_row_job(screen_test_app(t), &j);
    x->entity = ENTITY_issue;
    x->row = last->id;
    screen_test_run(t, j);
    screen_test_sees(t, "Biaya");
    screen_test_type(t, "loket\t");
    screen_test_sees(t, "sudah dihapus");
    screen_test_sees(t, "loket");
    assert_int_equal(issues(t, &last), 0);
    assert_int_equal(drafts_in_file(t), 1);
}

static void form_screen__a_new_row_that_was_cut_short_is_made_by_its_draft(void **state)
{
    struct screen_test *t = *state;
    const struct issue *last;
    open_new_issue(t);
    screen_test_type(t, "Biaya");
    struct err e = {0};
    struct app *again = NULL;
    char *path = strdup(app_path(screen_test_app(t)));
    const struct app_options o = {.clock = *app_clock(screen_test_app(t))};
    char copy[512], command[2048];
    assert_int_equal(drafts_in_file(t), 1);
    snprintf(copy, sizeof copy, "%s.2.fkp", path);
    snprintf(command, sizeof command, "cp '%s' '%s' && cp '%s-wal' '%s-wal'", path, copy, path, copy);
    assert_int_equal(system(command), 0); /* what a power cut leaves; another program copies it */
    ui_take_session(screen_test_ui(t), NULL);
    screen_test_key(t, K_LEFT);
    assert_int_equal(app_open(copy, &o, &again, &e), ERR_NONE);
    ui_take_session(screen_test_ui(t), again);
    screen_test_sees(t, "berhenti mendadak");
    assert_int_equal(issues(t, &last), 0);
    screen_test_key(t, K_ENTER);
    assert_int_equal(issues(t, &last), 1);
    assert_string_equal(last->title, "Biaya");
    assert_int_equal(last->number, 1);
    assert_int_equal(drafts_in_file(t), 0);
    free(path);
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(int argc, char **argv)
{
    if (argc == 3)
        return be_the_other(argv[1], argv[2]);
    const struct CMUnitTest tests[] = {
        T(form_screen__a_wrong_value_warns_once_and_then_lets_go),
        T(form_screen__a_wrong_value_further_up_is_not_dropped_in_silence),
        T(form_screen__a_refused_value_stays_with_its_reason),
        T(form_screen__a_refused_value_comes_back_when_the_form_was_read_again),
        T(form_screen__a_rival_change_is_seen_before_it_is_written_over),
        T(form_screen__a_rival_change_can_be_taken),
        T(form_screen__a_second_rival_change_is_seen_too),
        T(form_screen__a_field_that_is_not_stored_is_not_left_unseen),
        T(form_screen__the_same_words_typed_twice_are_no_rivals),
        T(form_screen__a_new_row_is_stored_with_what_is_written_first),
        T(form_screen__a_new_row_in_which_nothing_was_written_is_no_row),
        T(form_screen__a_new_row_that_was_undone_comes_back_with_the_next_words),
        T(form_screen__a_new_row_that_was_deleted_elsewhere_stays_deleted),
        T(form_screen__a_new_row_that_was_cut_short_is_made_by_its_draft),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
