#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <poll.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/add_contribution.h"
#include "app/copy_session.h"
#include "app/inside.h"
#include "app/set_field.h"
#include "app/settle.h"
#include "app/undo.h"
#include "tests/app/fixture.h"

static struct job *note_job(struct fixture *f, const char *text)
{
    struct job *j;
    struct add_contribution_args *x = add_contribution_job(f->app, &j);
    x->text = job_text(j, text);
    return j;
}

/* Waits for one answer. */
static struct answer answered(struct fixture *f)
{
    struct answer a;
    struct pollfd p = {app_answer_fd(f->app), POLLIN, 0};
    assert_int_equal(poll(&p, 1, 30000), 1);
    assert_true(app_take_answer(f->app, &a));
    return a;
}

static void keeper__answers_a_thousand_posts_in_order(void **state)
{
    struct fixture *f = *state;
    enum { POSTS = 1000 };
    struct id ids[POSTS];
    for (int i = 0; i < POSTS; i++) {
        struct job *j = note_job(f, "catatan");
        ids[i] = job_id(j);
        app_post(f->app, j);
    }
    for (int i = 0; i < POSTS; i++) {
        struct answer a = answered(f);
        struct id id = job_id(a.job);
        const struct add_contribution_args *x = job_given(a.job);
        assert_true(id_eq(&id, &ids[i]));
        assert_int_equal(a.err.code, ERR_NONE);
        assert_int_equal(x->ret_number, i + 1);
        assert_true(a.touched & BIT(contribution));
        assert_int_equal(a.stored_at, NINE_WITA);
        assert_string_equal(a.action, "add_contribution");
        job_free(a.job);
    }
    struct answer none;
    assert_false(app_take_answer(f->app, &none));
    assert_int_equal(app_pending(f->app), 0);
    assert_int_equal(fixture_load(f)->contribution.n, POSTS);
}

static void keeper__a_failure_stops_nobody_else_and_can_be_tried_again(void **state)
{
    struct fixture *f = *state;
    struct job *bad = note_job(f, "lanjutan"), *good = note_job(f, "biasa");
    struct add_contribution_args *x = job_given(bad);
    x->continues = id_new(NINE_WITA); /* no such entry */
    app_post(f->app, bad);
    app_post(f->app, good);
    struct answer a = answered(f);
    assert_ptr_equal(a.job, bad);
    assert_int_equal(a.err.code, ERR_NOTFOUND);
    assert_int_equal(a.touched, 0);
    struct answer b = answered(f);
    assert_int_equal(b.err.code, ERR_NONE);
    x->continues = ((struct add_contribution_args *)job_given(b.job))->row; /* repaired */
    app_retry(f->app, bad);
    a = answered(f);
    assert_int_equal(a.err.code, ERR_NONE);
    assert_int_equal(fixture_load(f)->contribution.n, 2);
    app_retry(f->app, bad); /* sent once more: stored once */
    a = answered(f);
    assert_int_equal(a.err.code, ERR_NONE);
    assert_int_equal(fixture_load(f)->contribution.n, 2);
    job_free(bad);
    job_free(good);
}

static void keeper__undo_waits_in_the_same_line(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    for (int i = 0; i < 3; i++)
        app_post(f->app, note_job(f, "catatan"));
    undo_job(f->app, &j);
    app_post(f->app, j);
    app_post(f->app, note_job(f, "sesudahnya"));
    for (int i = 0; i < 5; i++) {
        struct answer a = answered(f);
        assert_int_equal(a.err.code, ERR_NONE);
        job_free(a.job);
    }
    struct dossier *d = fixture_load(f);
    assert_int_equal(d->contribution.n, 3);
    assert_string_equal(d->contribution.v[2].text, "sesudahnya");
    assert_int_equal(d->contribution.v[2].number, 4);
}

static void keeper__closing_stores_what_waits(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < 50; i++)
        app_post(f->app, note_job(f, "catatan"));
    app_post_draft(f->app, "dialog.capture", "belum selesai");
    fixture_reopen(f);
    struct draft *v;
    size_t n;
    assert_int_equal(fixture_load(f)->contribution.n, 50);
    assert_int_equal(read_drafts(f->app, f->arena, &v, &n, &f->err), ERR_NONE);
    assert_int_equal(n, 1);
    char wal[320];
    snprintf(wal, sizeof wal, "%s-wal", f->path);
    app_close(f->app);
    f->app = NULL;
    assert_int_not_equal(access(wal, F_OK), 0); /* one plain file is left */
}

static void keeper__keeps_only_the_last_state_of_a_draft(void **state)
{
    struct fixture *f = *state;
    struct draft *v;
    size_t n;
    for (int i = 0; i < 200; i++) {
        char text[32];
        snprintf(text, sizeof text, "ketikan %d", i);
        app_post_draft(f->app, "dialog.capture", text);
    }
    app_post_draft(f->app, "lain", "tetap");
    app_drain(f->app);
    assert_int_equal(read_drafts(f->app, f->arena, &v, &n, &f->err), ERR_NONE);
    assert_int_equal(n, 2);
    for (size_t i = 0; i < n; i++)
        assert_string_equal(v[i].text, strcmp(v[i].key, "lain") == 0 ? "tetap" : "ketikan 199");
    app_post_draft(f->app, "dialog.capture", NULL);
    app_drain(f->app);
    assert_int_equal(read_drafts(f->app, f->arena, &v, &n, &f->err), ERR_NONE);
    assert_int_equal(n, 1);
}

/* Blocked signals of every thread but this one. */
static void keeper__takes_no_signals(void **state)
{
    struct fixture *f = *state;
    app_post(f->app, note_job(f, "catatan"));
    app_drain(f->app);
    DIR *tasks = opendir("/proc/self/task");
    int others = 0;
    assert_non_null(tasks);
    for (struct dirent *t; (t = readdir(tasks)) != NULL;) {
        if (t->d_name[0] == '.' || atoi(t->d_name) == (int)gettid())
            continue;
        char path[300], line[256];
        unsigned long long blocked = 0;
        snprintf(path, sizeof path, "/proc/self/task/%s/status", t->d_name);
        FILE *s = fopen(path, "re");
        if (!s)
            continue; /* it ended */
        while (fgets(line, sizeof line, s))
            if (sscanf(line, "SigBlk: %llx", &blocked) == 1)
                break;
        fclose(s);
        others++;
        unsigned long long wanted =
            (1ULL << 1) | (1ULL << 14) | (1ULL << 27); /* INT, TERM, WINCH */
        assert_true((blocked & wanted) == wanted);
    }
    closedir(tasks);
    assert_true(others >= 1);
}

static void run__waits_for_what_was_posted_before(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < 20; i++)
        app_post(f->app, note_job(f, "catatan"));
    struct job *j = note_job(f, "langsung");
    const struct add_contribution_args *x = job_given(j);
    fixture_do(f, j);
    assert_int_equal(x->ret_number, 21);
}

/* --- two programs --- */

extern char **environ;

/* The other program: this one again, in a process of its own (closing a descriptor of the file here
 * would drop SQLite's locks). Waits for its end. */
static void other_program(const char *path, const char *what)
{
    pid_t child;
    int status;
    char *args[] = {(char *)(uintptr_t) "test_keeper", (char *)(uintptr_t)what,
                    (char *)(uintptr_t)path, NULL};
    assert_int_equal(posix_spawn(&child, "/proc/self/exe", NULL, NULL, args, environ), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

/* What the other program does; 0 when it went well. */
static int be_the_other(const char *what, const char *path)
{
    struct app_options o = fixture_options();
    struct err e;
    struct job *j;
    struct app *a;
    o.person = "Orang Kedua";
    if (app_open(path, &o, &a, &e)) {
        fprintf(stderr, "%s (%s)\n", e.text, e.detail);
        return 1;
    }
    if (strcmp(what, "place") == 0) {
        struct set_field_args *x = set_field_job(a, &j);
        x->entity = ENTITY_session;
        x->field = session_F_place;
        x->typed = true;
        x->text = "Pendopo";
    } else {
        add_contribution_job(a, &j)->text = "dari laptop yang sama, program lain";
    }
    enum err_code code = app_run(a, j, NULL, &e);
    job_free(j);
    app_close(a);
    return code ? 1 : 0;
}

static bool changed_soon(struct fixture *f)
{
    for (int i = 0; i < 50; i++) {
        if (app_changed(f->app))
            return true;
        poll(NULL, 0, 20);
    }
    return false;
}

static void bell__rings_for_others_and_not_for_oneself(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(app_bell_fd(f->app), -1); /* commands have none */
    assert_true(app_listen(f->app));
    assert_false(app_listen(f->app));
    fixture_note(f, KIND_USUL, &ID_NONE, "sendiri");
    app_post(f->app, note_job(f, "sendiri"));
    app_drain(f->app);
    assert_false(app_changed(f->app));
    other_program(f->path, "note");
    struct pollfd p = {app_bell_fd(f->app), POLLIN, 0};
    assert_int_equal(poll(&p, 1, 5000), 1);
    assert_true(changed_soon(f));
    assert_false(app_changed(f->app));
    p.revents = 0;
    assert_int_equal(poll(&p, 1, 0), 0); /* it was quieted */
    struct dossier *d = fixture_load(f);
    assert_int_equal(d->contribution.n, 3);
    assert_int_equal(d->contribution.v[2].number, 3);
    fixture_note(f, KIND_USUL, &ID_NONE, "sesudahnya");
    assert_int_equal(fixture_load(f)->contribution.n, 4);
}

/* The frame as it is now; `ar` may be NULL. */
static struct dossier *frame_now(struct fixture *f, struct arena *ar)
{
    struct dossier *d = NULL;
    if (read_frame(f->app, ar ? ar : f->arena, &d, &f->err))
        fail_msg("%s (%s)", f->err.text, f->err.detail);
    return d;
}

static void frame__is_read_once_until_one_of_its_rows_changes(void **state)
{
    struct fixture *f = *state;
    struct id sari = fixture_person(f, "Sari", NULL, UNSUR_PENGGUNA);
    const struct participant *people = frame_now(f, NULL)->participant.v;
    assert_ptr_equal(frame_now(f, NULL)->participant.v, people);
    fixture_note(f, KIND_USUL, &ID_NONE, "catatan bukan bagian dari bingkai");
    app_post(f->app, note_job(f, "juga bukan"));
    app_drain(f->app);
    assert_ptr_equal(frame_now(f, NULL)->participant.v, people);
    assert_ptr_equal(frame_now(f, NULL)->participant.v, people);
    fixture_set(f, ENTITY_participant, &sari, participant_F_name, "Sari Dewi");
    assert_string_equal(frame_now(f, NULL)->participant.v[0].name, "Sari Dewi");
    fixture_undo(f);
    assert_string_equal(frame_now(f, NULL)->participant.v[0].name, "Sari");
    assert_string_equal(people[0].name, "Sari"); /* what was given stays as long as its arena */
}

static void frame__shows_what_other_programs_store(void **state)
{
    struct fixture *f = *state;
    const struct session *before = dossier_session(frame_now(f, NULL));
    assert_true(!before->place || strcmp(before->place, "Pendopo") != 0);
    fixture_note(f, KIND_USUL, &ID_NONE, "yang sendiri tidak menutupi yang lain");
    other_program(f->path, "place");
    fixture_note(f, KIND_USUL, &ID_NONE, "sesudahnya");
    assert_string_equal(dossier_session(frame_now(f, NULL))->place, "Pendopo");
}

static void frame__outlives_the_session_that_read_it(void **state)
{
    struct fixture *f = *state;
    struct arena *kept = arena_new();
    fixture_person(f, "Sari", NULL, UNSUR_PENGGUNA);
    struct dossier *d = frame_now(f, kept);
    fixture_reopen(f);
    assert_string_equal(d->participant.v[0].name, "Sari");
    assert_ptr_not_equal(frame_now(f, NULL)->participant.v, d->participant.v);
    arena_free(kept);
}

static void conflict__names_the_other_and_keeps_both(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct set_field_args *x = set_field_job(f->app, &j);
    x->entity = ENTITY_session;
    x->field = session_F_place;
    x->typed = true;
    x->text = "Lapangan";
    x->has_seen = true;
    x->seen = value_text("Aula");
    other_program(f->path, "place");
    fixture_refuse(f, j, ERR_CONFLICT, "Orang Kedua");
    assert_string_equal(dossier_session(fixture_load(f))->place, "Pendopo");
    assert_true(changed_soon(f));
}

static void undo__of_what_another_changed_since_does_nothing(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id s = app_session_id(f->app);
    fixture_set(f, ENTITY_session, &s, session_F_place, "Lapangan");
    other_program(f->path, "place");
    undo_job(f->app, &j);
    fixture_refuse(f, j, ERR_CONFLICT, "Orang Kedua");
    assert_string_equal(dossier_session(fixture_load(f))->place, "Pendopo");
}

static void settle__writes_the_choice_over_every_rival(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct copy_result copied;
    struct merge_result merged;
    struct conflict *v;
    size_t n;
    struct id s = app_session_id(f->app);
    char other[320];
    snprintf(other, sizeof other, "%s/kedua.fkp", f->folder);
    const struct copy_request in = {.target = other};
    assert_int_equal(copy_session(f->app, &in, f->arena, &copied, &f->err), ERR_NONE);
    fixture_set(f, ENTITY_session, &s, session_F_place, "Lapangan");
    other_program(other, "place");
    if (store_merge(f->app->writer, other, &merged, &f->err))
        fail_msg("%s (%s)", f->err.text, f->err.detail);
    assert_int_equal(store_conflicts(f->app->writer, f->arena, &v, &n, &f->err), ERR_NONE);
    assert_int_equal(n, 1);
    assert_int_equal(v[0].entity, ENTITY_session);
    assert_int_equal(v[0].field, session_F_place);
    struct settle_args *x = settle_job(f->app, &j);
    x->entity = v[0].entity;
    x->row = v[0].row;
    x->field = v[0].field;
    x->value = value_text("Pendopo");
    fixture_do(f, j);
    assert_string_equal(dossier_session(fixture_load(f))->place, "Pendopo");
    assert_int_equal(store_conflicts(f->app->writer, f->arena, &v, &n, &f->err), ERR_NONE);
    assert_int_equal(n, 0);
}

static void read_only__reads_and_never_writes(void **state)
{
    struct fixture *f = *state;
    fixture_note(f, KIND_USUL, &ID_NONE, "satu");
    struct app_options o = fixture_options();
    o.read_only = true;
    app_close(f->app);
    assert_int_equal(app_open(f->path, &o, &f->app, &f->err), ERR_NONE);
    assert_true(app_is_read_only(f->app));
    assert_int_equal(app_answer_fd(f->app), -1);
    assert_int_equal(fixture_load(f)->contribution.n, 1);
    fixture_refuse(f, note_job(f, "dua"), ERR_RULE, "dibaca");
    app_post_draft(f->app, "k", "x"); /* silently nothing */
    assert_int_equal(app_pending(f->app), 0);
}

static void read_only__follows_a_file_that_only_others_can_write(void **state)
{
    struct fixture *f = *state;
    struct app_options o = fixture_options();
    fixture_note(f, KIND_USUL, &ID_NONE, "satu");
    app_close(f->app);
    assert_int_equal(chmod(f->path, 0400), 0);
    assert_int_equal(app_open(f->path, &o, &f->app, &f->err), ERR_IO);
    o.or_read = true;
    assert_int_equal(app_open(f->path, &o, &f->app, &f->err), ERR_NONE);
    assert_true(app_is_read_only(f->app) && app_is_write_locked(f->app));
    assert_false(app_changed(f->app));
    assert_int_equal(chmod(f->path, 0600), 0);
    other_program(f->path, "note");
    assert_int_equal(chmod(f->path, 0400), 0);
    assert_true(app_changed(f->app));
    assert_int_equal(fixture_load(f)->contribution.n, 2);
    assert_false(app_changed(f->app));
}

#define T(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)

int main(int argc, char **argv)
{
    if (argc == 3)
        return be_the_other(argv[1], argv[2]);
    const struct CMUnitTest tests[] = {
        T(keeper__answers_a_thousand_posts_in_order),
        T(keeper__a_failure_stops_nobody_else_and_can_be_tried_again),
        T(keeper__undo_waits_in_the_same_line),
        T(keeper__closing_stores_what_waits),
        T(keeper__keeps_only_the_last_state_of_a_draft),
        T(keeper__takes_no_signals),
        T(run__waits_for_what_was_posted_before),
        T(bell__rings_for_others_and_not_for_oneself),
        T(frame__is_read_once_until_one_of_its_rows_changes),
        T(frame__shows_what_other_programs_store),
        T(frame__outlives_the_session_that_read_it),
        T(conflict__names_the_other_and_keeps_both),
        T(undo__of_what_another_changed_since_does_nothing),
        T(settle__writes_the_choice_over_every_rival),
        T(read_only__reads_and_never_writes),
        T(read_only__follows_a_file_that_only_others_can_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
