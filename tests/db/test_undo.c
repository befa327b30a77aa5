/* Undo, redo, taking back older groups, history. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "db/private.h"
#include "tests/db/fixture.h"
#include "model/records.h"

static enum err_code undo(struct box *b, struct store *s, struct undone *ret)
{
    struct group g = box_group(b, "");
    unsigned touched = 0;
    return store_undo(s, &g, b->a, ret, &touched, &b->e);
}

static enum err_code redo(struct box *b, struct store *s, struct undone *ret)
{
    struct group g = box_group(b, "");
    unsigned touched = 0;
    return store_redo(s, &g, b->a, ret, &touched, &b->e);
}

static const char *name_of(struct box *b, struct store *s, const struct id *p)
{
    struct participant row;
    assert_ok(b, store_load(s, ENTITY_participant, p, b->a, &row, &b->e));
    return IS_SET(row.deleted) ? "(deleted)" : row.name;
}

static void put_name(struct box *b, struct store *s, const struct id *p, const char *name)
{
    put_text(b, s, ENTITY_participant, p, participant_F_name, name);
}

static void undo__goes_back_step_by_step_and_redo_forward(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", "Rina");
    struct undone u;
    struct id p = add_person(b, s, "Sari");
    put_name(b, s, &p, "Sari U");
    put_name(b, s, &p, "Sari Utami");
    assert_ok(b, undo(b, s, &u));
    assert_string_equal(u.action, "put");
    assert_string_equal(name_of(b, s, &p), "Sari U");
    assert_ok(b, undo(b, s, &u));
    assert_string_equal(name_of(b, s, &p), "Sari");
    assert_ok(b, redo(b, s, &u));
    assert_string_equal(name_of(b, s, &p), "Sari U");
    assert_ok(b, undo(b, s, &u));
    assert_ok(b, undo(b, s, &u)); /* the making of the row: it is deleted, its content kept */
    assert_string_equal(u.action, "add_participant");
    assert_string_equal(name_of(b, s, &p), "(deleted)");
    assert_err(b, ERR_NOTFOUND, undo(b, s, &u));
    for (int i = 0; i < 3; i++)
        assert_ok(b, redo(b, s, &u));
    assert_string_equal(name_of(b, s, &p), "Sari Utami");
    assert_err(b, ERR_NOTFOUND, redo(b, s, &u));
    store_close(s);
}

static void undo__a_new_action_clears_redo(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", "Rina");
    struct undone u;
    struct id p = add_person(b, s, "Sari");
    put_name(b, s, &p, "Sari Utami");
    assert_ok(b, undo(b, s, &u));
    add_note(b, s, "lain");
    assert_err(b, ERR_NOTFOUND, redo(b, s, &u));
    assert_ok(b, undo(b, s, &u)); /* the note */
    assert_ok(b, undo(b, s, &u)); /* the person: undo looks through what was undone before */
    assert_string_equal(name_of(b, s, &p), "(deleted)");
    store_close(s);
}

static void undo__sent_twice_is_done_once(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", "Rina");
    struct undone u = {0}, again = {0};
    struct id p = add_person(b, s, "Sari");
    put_name(b, s, &p, "Sari U");
    put_name(b, s, &p, "Sari Utami");
    struct group g = box_group(b, "");
    unsigned touched;
    assert_ok(b, store_undo(s, &g, b->a, &u, &touched, &b->e));
    assert_int_equal(touched, BIT(participant));
    assert_ok(b, store_undo(s, &g, b->a, &again, &touched, &b->e));
    assert_true(id_eq(&u.group, &again.group));
    assert_string_equal(name_of(b, s, &p), "Sari U");
    store_close(s);
}

/* A second program on the same file, played by a second run: the first one's store is closed
 * between. */
static void undo__refuses_what_somebody_else_changed(void **state)
{
    struct box *b = *state;
    struct store *mine = box_create(b, "a.fkp", "Rina");
    struct store_identity who = {"Doni", "meja 2"};
    struct store *theirs = NULL;
    struct undone u;
    struct id p = add_person(b, mine, "Sari");
    put_name(b, mine, &p, "Sari Utami");
    store_close(mine);
    mine = box_open(b, "a.fkp", "Rina");
    put_name(b, mine, &p, "Sari U.");
    /* store_open looks at the header by opening the file: only safe before `mine` has locks to
     * lose, and nobody else is there in this test */
    assert_ok(b, store_open(box_path(b, "a.fkp"), &who, &b->clock, &theirs, &b->e));
    put_name(b, theirs, &p, "Sari Utami, S.Sos.");
    assert_err(b, ERR_CONFLICT, undo(b, mine, &u));
    assert_non_null(strstr(b->e.text, "Doni"));
    assert_string_equal(name_of(b, mine, &p), "Sari Utami, S.Sos.");
    assert_err(b, ERR_NOTFOUND, redo(b, theirs, &u));
    assert_ok(b, undo(b, theirs, &u)); /* each undoes his own */
    assert_string_equal(name_of(b, mine, &p), "Sari U.");
    assert_ok(b, undo(b, mine, &u)); /* and now it stands as mine left it */
    assert_string_equal(name_of(b, mine, &p), "Sari Utami");
    store_close(theirs);
    store_close(mine);
}

static void undo__refuses_a_row_that_somebody_completed(void **state)
{
    struct box *b = *state;
    struct store *mine = box_create(b, "a.fkp", "Rina"), *theirs = NULL;
    struct store_identity who = {"Doni", "meja 2"};
    struct undone u;
    struct id note = add_note(b, mine, "Antre lama");
    assert_ok(b, store_open(box_path(b, "a.fkp"), &who, &b->clock, &theirs, &b->e));
    put_text(b, theirs, ENTITY_contribution, &note, contribution_F_wording, "Antrean lama");
    assert_err(b, ERR_CONFLICT, undo(b, mine, &u));
    store_close(theirs);
    store_close(mine);
}

static void undo__stops_at_a_lock(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", "Rina");
    struct undone u;
    struct id row = id_new(1), p = add_person(b, s, "Sari");
    struct group g = box_group(b, "lock");
    bool done;
    g.kind = GROUP_LOCK;
    assert_ok(b, store_begin(s, &g, &done, &b->e));
    set_int(b, s, ENTITY_lock, &row, lock_F_revision, 1);
    commit(b, s);
    assert_err(b, ERR_NOTFOUND, undo(b, s, &u));
    struct id note = add_note(b, s, "sesudah");
    assert_ok(b, undo(b, s, &u));
    assert_err(b, ERR_NOTFOUND, undo(b, s, &u));
    struct group r = box_group(b, "revert");
    assert_err(b, ERR_RULE, store_revert(s, &r, &g.id, b->a, NULL, &b->e));
    (void)note;
    (void)p;
    store_close(s);
}

static void revert__takes_back_an_older_group_and_can_be_undone(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", "Rina");
    struct undone u;
    struct id p = add_person(b, s, "Sari");
    struct group g = begin(b, s, "rename");
    set_text(b, s, ENTITY_participant, &p, participant_F_name, "Sari Utami");
    commit(b, s);
    add_note(b, s, "lain");
    store_close(s);
    s = box_open(b, "a.fkp", "Doni");
    assert_err(b, ERR_NOTFOUND, undo(b, s, &u)); /* not of this run */
    struct group r = box_group(b, "revert");
    unsigned touched = 0;
    assert_ok(b, store_revert(s, &r, &g.id, b->a, &touched, &b->e));
    assert_int_equal(touched, BIT(participant));
    assert_string_equal(name_of(b, s, &p), "Sari");
    assert_ok(b, undo(b, s, &u));
    assert_string_equal(name_of(b, s, &p), "Sari Utami");
    assert_ok(b, redo(b, s, &u));
    assert_string_equal(name_of(b, s, &p), "Sari");
    struct group again = box_group(b, "revert");
    assert_err(b, ERR_CONFLICT, store_revert(s, &again, &g.id, b->a, NULL, &b->e));
    store_close(s);
}

static void history__tells_who_did_what_newest_first(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", "Rina");
    struct id p = add_person(b, s, "Sari");
    put_name(b, s, &p, "Sari Utami");
    struct history_group *v;
    size_t n;
    assert_ok(b, store_history(s, &ID_NONE, 10, b->a, &v, &n, &b->e));
    assert_int_equal(n, 2);
    assert_string_equal(v[0].action, "put");
    assert_string_equal(v[0].person, "Rina");
    assert_int_equal(v[0].n_changes, 1);
    assert_string_equal(v[0].changes[0].before.p, "Sari");
    assert_string_equal(v[0].changes[0].after.p, "Sari Utami");
    assert_int_equal(v[1].n_changes, 2);
    assert_ok(b, store_history(s, &v[0].id, 10, b->a, &v, &n, &b->e));
    assert_int_equal(n, 1);
    struct field_version *f;
    assert_ok(
        b, store_field_history(s, ENTITY_participant, &p, participant_F_name, b->a, &f, &n, &b->e));
    assert_int_equal(n, 2);
    assert_string_equal(f[0].value.p, "Sari");
    assert_string_equal(f[1].value.p, "Sari Utami");
    assert_true(f[1].at > f[0].at);
    store_close(s);
}

/* Steps of SQLite's machine, in hundreds. */
static int count_steps(void *ctx)
{
    ++*(int64_t *)ctx;
    return 0;
}

static int64_t steps_of_one_undo(struct box *b, struct store *s)
{
    struct undone u;
    int64_t steps = 0;
    sqlite3_progress_handler(s->db, 100, count_steps, &steps);
    assert_ok(b, undo(b, s, &u));
    sqlite3_progress_handler(s->db, 0, NULL, NULL);
    assert_ok(b, redo(b, s, &u));
    return steps;
}

static void undo__costs_the_same_all_day(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", "Rina");
    for (int i = 0; i < 10; i++)
        add_person(b, s, "Sari");
    int64_t early = steps_of_one_undo(b, s);
    for (int i = 0; i < 1500; i++)
        add_person(b, s, "Sari");
    int64_t late = steps_of_one_undo(b, s);
    if (late > early + 5)
        fail_msg("%lld hundred steps after ten actions, %lld after 1500", (long long)early, (long long)late);
    store_close(s);
}

#define T(f) cmocka_unit_test_setup_teardown(f, box_setup, box_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(undo__goes_back_step_by_step_and_redo_forward),
        T(undo__a_new_action_clears_redo),
        T(undo__sent_twice_is_done_once),
        T(undo__refuses_what_somebody_else_changed),
        T(undo__refuses_a_row_that_somebody_completed),
        T(undo__stops_at_a_lock),
        T(revert__takes_back_an_older_group_and_can_be_undone),
        T(history__tells_who_did_what_newest_first),
        T(undo__costs_the_same_all_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
