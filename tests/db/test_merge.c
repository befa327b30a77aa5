/* Diverged copies of one session: merging, conflicts, settling. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/sha256.h"
#include "model/records.h"
#include "tests/db/fixture.h"
#include "tests/db/naive.h"

/* --- helpers --- */

static void merge(struct box *b, struct store *s, const char *other, struct merge_result *r)
{
    assert_ok(b, store_merge(s, box_path(b, other), r, &b->e));
}

static void hash_rows(sqlite3 *db, const char *sql, struct hash_state *h)
{
    sqlite3_stmt *st = NULL;
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
    while (sqlite3_step(st) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count(st); i++) {
            int type = sqlite3_column_type(st, i), n = sqlite3_column_bytes(st, i);
            hash_add(h, &type, sizeof type);
            hash_add(h, &n, sizeof n);
            if (n)
                hash_add(h, sqlite3_column_blob(st, i), (size_t)n);
        }
    sqlite3_finalize(st);
}

/* Everything but what belongs to one laptop (drafts) or is only an index into the log (forked). */
static struct hash content(struct box *b, const char *name)
{
    static const char *const log[] = {"SELECT * FROM writer ORDER BY id", "SELECT * FROM grp ORDER BY id",
                                      "SELECT * FROM change ORDER BY writer, seq"};
    sqlite3 *db = NULL;
    struct hash_state h;
    hash_start(&h);
    assert_int_equal(sqlite3_open(box_path(b, name), &db), SQLITE_OK);
    for (int k = 0; k < ENTITY_COUNT; k++)
        hash_rows(db, arena_printf(b->a, "SELECT * FROM %s ORDER BY id", dict_entity((enum entity_kind)k)->name),
                  &h);
    for (size_t i = 0; i < sizeof log / sizeof *log; i++)
        hash_rows(db, log[i], &h);
    sqlite3_close(db);
    return hash_end(&h);
}

static void assert_sound(struct box *b, struct store *s)
{
    struct verify_report r;
    assert_ok(b, store_verify(s, b->a, &r, &b->e));
    if (!r.sound)
        fail_msg("%s", r.v[0].text);
}

static const char *name_of(struct box *b, struct store *s, const struct id *p)
{
    struct participant row;
    assert_ok(b, store_load(s, ENTITY_participant, p, b->a, &row, &b->e));
    return IS_SET(row.deleted) ? "(deleted)" : row.name;
}

static size_t conflicts(struct box *b, struct store *s, struct conflict **v)
{
    size_t n = 0;
    assert_ok(b, store_conflicts(s, b->a, v, &n, &b->e));
    return n;
}

/* One person "Sari" in a.fkp, and a byte copy b.fkp. */
static struct id two_copies(struct box *b)
{
    struct store *s = box_create(b, "a.fkp", "Rina");
    struct id p = add_person(b, s, "Sari");
    store_close(s);
    box_copy(b, "a.fkp", "b.fkp");
    return p;
}

static void edit(struct box *b, const char *file, const struct id *p, int f, const char *text)
{
    struct store *s = box_open(b, file, file);
    put_text(b, s, ENTITY_participant, p, f, text);
    store_close(s);
}

/* --- single cases --- */

static void merge__takes_what_the_other_has(void **state)
{
    struct box *b = *state;
    struct merge_result r;
    struct id p = two_copies(b);
    edit(b, "a.fkp", &p, participant_F_phone, "0812-0000-0001");
    edit(b, "b.fkp", &p, participant_F_organization, "RSUD");
    struct store *s = box_open(b, "a.fkp", "Rina");
    merge(b, s, "b.fkp", &r);
    assert_int_equal(r.added, 1);
    assert_int_equal(r.touched, BIT(participant));
    struct participant row;
    assert_ok(b, store_load(s, ENTITY_participant, &p, b->a, &row, &b->e));
    assert_string_equal(row.phone, "0812-0000-0001");
    assert_string_equal(row.organization, "RSUD");
    struct conflict *v;
    assert_int_equal(conflicts(b, s, &v), 0); /* different fields of one row do not collide */
    merge(b, s, "b.fkp", &r);
    assert_int_equal(r.added, 0);
    assert_sound(b, s);
    store_close(s);
}

static void conflict__is_listed_and_settled(void **state)
{
    struct box *b = *state;
    struct merge_result r;
    struct conflict *v;
    struct id p = two_copies(b);
    edit(b, "a.fkp", &p, participant_F_name, "Sari A");
    edit(b, "b.fkp", &p, participant_F_name, "Sari B"); /* later */
    struct store *s = box_open(b, "a.fkp", "Rina");
    merge(b, s, "b.fkp", &r);
    assert_int_equal(conflicts(b, s, &v), 1);
    assert_int_equal(v[0].n, 2);
    assert_string_equal(v[0].heads[0].value.p, "Sari B");
    assert_string_equal(v[0].heads[0].person, "b.fkp");
    assert_string_equal(v[0].heads[1].value.p, "Sari A");
    assert_string_equal(name_of(b, s, &p), "Sari B");
    /* an ordinary edit of what is shown leaves the rival standing */
    put_text(b, s, ENTITY_participant, &p, participant_F_name, "Sari B2");
    assert_int_equal(conflicts(b, s, &v), 1);
    struct group g = box_group(b, "settle");
    bool done;
    struct value chosen = value_text("Sari A");
    g.kind = GROUP_SETTLE;
    assert_ok(b, store_begin(s, &g, &done, &b->e));
    assert_ok(b, store_settle(s, ENTITY_participant, &p, participant_F_name, &chosen, &b->e));
    commit(b, s);
    assert_int_equal(conflicts(b, s, &v), 0);
    assert_string_equal(name_of(b, s, &p), "Sari A");
    /* and it stays settled through the next edit */
    put_text(b, s, ENTITY_participant, &p, participant_F_name, "Sari A.");
    assert_int_equal(conflicts(b, s, &v), 0);
    assert_sound(b, s);
    store_close(s);
    /* the other copy learns of it */
    s = box_open(b, "b.fkp", "Doni");
    merge(b, s, "a.fkp", &r);
    assert_int_equal(conflicts(b, s, &v), 0);
    assert_string_equal(name_of(b, s, &p), "Sari A.");
    store_close(s);
}

static void conflict__going_back_is_no_rival(void **state)
{
    struct box *b = *state;
    struct merge_result r;
    struct conflict *v;
    struct id p = two_copies(b);
    edit(b, "b.fkp", &p, participant_F_name, "Sari B");
    edit(b, "a.fkp", &p, participant_F_name, "Sari A");
    edit(b, "a.fkp", &p, participant_F_name, "Sari"); /* back to what both knew, and the latest of all */
    struct store *s = box_open(b, "a.fkp", "Rina");
    merge(b, s, "b.fkp", &r);
    assert_int_equal(conflicts(b, s, &v), 0);
    assert_string_equal(name_of(b, s, &p), "Sari B");
    store_close(s);
}

static void conflict__same_value_on_both_sides_is_none(void **state)
{
    struct box *b = *state;
    struct merge_result r;
    struct conflict *v;
    struct id p = two_copies(b);
    edit(b, "a.fkp", &p, participant_F_name, "Sari Utami");
    edit(b, "b.fkp", &p, participant_F_name, "Sari Utami");
    struct store *s = box_open(b, "a.fkp", "Rina");
    merge(b, s, "b.fkp", &r);
    assert_int_equal(conflicts(b, s, &v), 0);
    put_text(b, s, ENTITY_participant, &p, participant_F_name, "Sari U.");
    assert_int_equal(conflicts(b, s, &v), 0);
    store_close(s);
}

static void delete_person(struct box *b, const char *file, const struct id *p)
{
    struct store *s = box_open(b, file, file);
    begin(b, s, "delete");
    set_int(b, s, ENTITY_participant, p, participant_F_deleted, 1);
    commit(b, s);
    store_close(s);
}

/* Both orders in time: the edit before the deletion and after it. */
static void conflict__deletion_against_an_unseen_edit(void **state)
{
    struct box *b = *state;
    for (int order = 0; order < 2; order++) {
        struct merge_result r;
        struct conflict *v;
        struct id p;
        remove(box_path(b, "a.fkp"));
        p = two_copies(b);
        if (order)
            delete_person(b, "b.fkp", &p);
        edit(b, "a.fkp", &p, participant_F_organization, "RSUD");
        if (!order)
            delete_person(b, "b.fkp", &p);
        struct store *s = box_open(b, "a.fkp", "Rina");
        merge(b, s, "b.fkp", &r);
        assert_string_equal(name_of(b, s, &p), "Sari"); /* stays visible */
        assert_int_equal(conflicts(b, s, &v), 1);
        assert_int_equal(v[0].field, participant_F_deleted);
        assert_int_equal(v[0].n, 2);
        assert_int_equal(v[0].heads[0].value.type, VALUE_NULL);
        assert_string_equal(v[0].heads[0].person, "a.fkp");
        assert_int_equal(v[0].heads[1].value.i, 1);
        struct group g = box_group(b, "settle");
        bool done;
        struct value yes = value_int(1);
        g.kind = GROUP_SETTLE;
        assert_ok(b, store_begin(s, &g, &done, &b->e));
        assert_ok(b, store_settle(s, ENTITY_participant, &p, participant_F_deleted, &yes, &b->e));
        commit(b, s);
        assert_int_equal(conflicts(b, s, &v), 0);
        assert_string_equal(name_of(b, s, &p), "(deleted)");
        assert_sound(b, s);
        store_close(s);
    }
}

static void merge__refuses_what_is_not_a_copy(void **state)
{
    struct box *b = *state;
    struct merge_result r = {7, 7};
    struct id p = two_copies(b);
    struct store *s = box_create(b, "lain.fkp", "Tono");
    store_close(s);
    box_write(b, "teks.fkp", "bukan sesi", 10);
    s = box_open(b, "a.fkp", "Rina");
    assert_err(b, ERR_INPUT, store_merge(s, box_path(b, "lain.fkp"), &r, &b->e));
    assert_non_null(strstr(b->e.text, "sesi lain"));
    assert_err(b, ERR_INPUT, store_merge(s, box_path(b, "teks.fkp"), &r, &b->e));
    assert_err(b, ERR_INPUT, store_merge(s, box_path(b, "a.fkp"), &r, &b->e));
    assert_err(b, ERR_NOTFOUND, store_merge(s, box_path(b, "tiada.fkp"), &r, &b->e));
    assert_int_equal(r.added, 7);
    store_close(s);
    /* two laptops that continue one run's chain differently: only by tampering */
    s = box_open(b, "b.fkp", "Doni");
    put_text(b, s, ENTITY_participant, &p, participant_F_name, "Sari X");
    store_close(s);
    box_copy(b, "b.fkp", "c.fkp");
    box_sql(b, "c.fkp", "DROP TRIGGER change_no_update; UPDATE change SET value = 'Sari Y' WHERE value = 'Sari X'");
    s = box_open(b, "b.fkp", "Doni");
    assert_err(b, ERR_CORRUPT, store_merge(s, box_path(b, "c.fkp"), &r, &b->e));
    assert_string_equal(name_of(b, s, &p), "Sari X");
    store_close(s);
}

/* Same (writer, seq), each file sound in itself: a fork. */
static void merge__refuses_a_fork(void **state)
{
    struct box *b = *state;
    struct merge_result r;
    struct store *s = box_create(b, "a.fkp", "Rina");
    add_person(b, s, "Sari");
    add_person(b, s, "Budi");
    store_close(s);
    box_copy(b, "a.fkp", "b.fkp");
    naive_steal_writer(box_path(b, "b.fkp"));
    s = box_open(b, "a.fkp", "Rina");
    assert_err(b, ERR_CORRUPT, store_merge(s, box_path(b, "b.fkp"), &r, &b->e));
    assert_non_null(strstr(b->e.text, "bercabang"));
    store_close(s);
}

static void merge__keeps_what_a_newer_program_wrote(void **state)
{
    struct box *b = *state;
    struct merge_result r;
    two_copies(b);
    naive_add_unknown(box_path(b, "b.fkp"));
    struct store *s = box_open(b, "a.fkp", "Rina");
    merge(b, s, "b.fkp", &r);
    assert_int_equal(r.added, 2);
    assert_sound(b, s);
    struct log_change *c;
    size_t n, unknown = 0;
    assert_ok(b, store_log_changes(s, b->a, &c, &n, &b->e));
    for (size_t i = 0; i < n; i++)
        unknown += strcmp(c[i].entity, "votes") == 0 || strcmp(c[i].field, "nickname") == 0;
    assert_int_equal(unknown, 2);
    assert_ok(b, store_rebuild(s, &b->e));
    assert_sound(b, s);
    store_close(s);
}

/* --- random histories --- */

#define COPIES 3
#define ROWS 4

struct world {
    struct box *b;
    struct naive *n;
    struct id rows[ROWS];
    struct clock clocks[COPIES];
    unsigned long long seed;
};

static unsigned rnd(struct world *w, unsigned below)
{
    w->seed = w->seed * 6364136223846793005ull + 1442695040888963407ull;
    return (unsigned)(w->seed >> 33) % below;
}

static const char *file_of(struct world *w, int copy)
{
    return arena_printf(w->b->a, "k%d.fkp", copy);
}

static struct store *open_copy(struct world *w, int copy)
{
    struct store *s = NULL;
    struct store_identity who = {arena_printf(w->b->a, "orang %d", copy), NULL};
    assert_ok(w->b, store_open(box_path(w->b, file_of(w, copy)), &who, &w->clocks[copy], &s, &w->b->e));
    return s;
}

static void random_write(struct world *w, struct store *s, struct clock *clock)
{
    static const char *const words[] = {NULL, "satu", "dua", "tiga"};
    static const int fields[] = {participant_F_name, participant_F_organization, participant_F_deleted};
    struct box *b = w->b;
    int f = fields[rnd(w, 7) / 3];
    const struct id *row = &w->rows[rnd(w, ROWS)];
    struct value v = f == participant_F_deleted ? (rnd(w, 3) ? value_int(1) : value_null())
                                                : value_text(words[rnd(w, 4)]);
    struct group g = {.id = id_new(clock_now(clock)), .at = clock_now(clock), .action = "acak"};
    bool done = false;
    assert_ok(b, store_begin(s, &g, &done, &b->e));
    enum err_code rc = store_set(s, ENTITY_participant, row, f, &v, NULL, &b->e);
    if (rc == ERR_CONFLICT) /* the row is deleted */
        store_rollback(s);
    else
        commit(b, s);
}

static void random_settle(struct world *w, struct store *s, struct clock *clock)
{
    struct box *b = w->b;
    struct conflict *v = NULL;
    size_t n = conflicts(b, s, &v);
    if (!n)
        return;
    const struct conflict *c = &v[rnd(w, (unsigned)n)];
    struct group g = {.id = id_new(clock_now(clock)), .kind = GROUP_SETTLE, .at = clock_now(clock),
                      .action = "pilih"};
    bool done = false;
    assert_ok(b, store_begin(s, &g, &done, &b->e));
    assert_ok(b, store_settle(s, c->entity, &c->row, c->field, &c->heads[rnd(w, (unsigned)c->n)].value, &b->e));
    commit(b, s);
}

/* A run of the program on one copy: a few writes, undo, redo, settling. */
static void random_run(struct world *w, int copy)
{
    struct box *b = w->b;
    struct clock *clock = &w->clocks[copy];
    struct store *s = open_copy(w, copy);
    for (unsigned i = 1 + rnd(w, 6); i > 0; i--) {
        struct undone u;
        clock->fixed += rnd(w, 5000);
        struct group g = {.id = id_new(clock_now(clock)), .at = clock_now(clock), .action = ""};
        unsigned what = rnd(w, 10);
        naive_before(w->n, s, b->a);
        if (what == 0)
            err_ignore(store_undo(s, &g, b->a, &u, NULL, &b->e));
        else if (what == 1)
            err_ignore(store_redo(s, &g, b->a, &u, NULL, &b->e));
        else if (what == 2)
            random_settle(w, s, clock);
        else
            random_write(w, s, clock);
        naive_after(w->n, s, b->a);
    }
    store_close(s);
}

static void random_merge(struct world *w, int into, int from)
{
    struct merge_result r;
    struct store *s = open_copy(w, into);
    merge(w->b, s, file_of(w, from), &r);
    merge(w->b, s, file_of(w, from), &r);
    assert_int_equal(r.added, 0);
    store_close(s);
}

/* The fields that the store says are in conflict are exactly those of the naive model. */
static void compare_conflicts(struct world *w, struct store *s)
{
    struct box *b = w->b;
    struct conflict *v = NULL;
    struct log_change *log = NULL;
    size_t n = conflicts(b, s, &v), n_log = 0;
    assert_ok(b, store_log_changes(s, b->a, &log, &n_log, &b->e));
    size_t expected = 0;
    static const int fields[] = {participant_F_name, participant_F_organization, participant_F_deleted};
    for (int r = 0; r < ROWS; r++)
        for (size_t f = 0; f < 3; f++) {
            bool listed = false;
            for (size_t i = 0; i < n; i++)
                listed |= id_eq(&v[i].row, &w->rows[r]) && v[i].field == fields[f];
            const char *field = dict_field(ENTITY_participant, fields[f])->name;
            bool want = naive_conflict(w->n, log, n_log, &w->rows[r], field);
            expected += want;
            if (listed != want)
                fail_msg("row %d, %s: listed %d, expected %d", r, field, listed, want);
        }
    assert_int_equal(n, expected);
}

/* Merges the copies in one order into a fresh file and gives its content. */
static struct hash merged_in_order(struct world *w, const int order[COPIES], bool check)
{
    struct box *b = w->b;
    struct merge_result r;
    box_copy(b, file_of(w, order[0]), "hasil.fkp");
    struct store *s = box_open(b, "hasil.fkp", "penggabung");
    for (int i = 1; i < COPIES; i++)
        merge(b, s, file_of(w, order[i]), &r);
    for (int i = 0; i < COPIES; i++) {
        merge(b, s, file_of(w, order[i]), &r);
        assert_int_equal(r.added, 0);
    }
    if (check) {
        compare_conflicts(w, s);
        assert_sound(b, s);
        store_close(s);
        struct hash before = content(b, "hasil.fkp");
        s = box_open(b, "hasil.fkp", "penggabung");
        assert_ok(b, store_rebuild(s, &b->e));
        store_close(s);
        struct hash after = content(b, "hasil.fkp");
        assert_true(hash_eq(&before, &after));
    } else {
        store_close(s);
    }
    struct hash h = content(b, "hasil.fkp");
    remove(box_path(b, "hasil.fkp"));
    return h;
}

static void play(struct box *b, unsigned long long seed)
{
    static const int orders[6][COPIES] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    struct world w = {.b = b, .n = naive_new(), .seed = seed * 2654435761u + 1};
    struct store *s = box_create(b, "k0.fkp", "awal");
    for (int i = 0; i < ROWS; i++) {
        naive_before(w.n, s, b->a);
        w.rows[i] = add_person(b, s, "awal");
        naive_after(w.n, s, b->a);
    }
    store_close(s);
    for (int i = 0; i < COPIES; i++) {
        w.clocks[i] = clock_fixed(b->clock.fixed + (i == 1 ? 90000 : i == 2 ? -3600000 : 0));
        if (i)
            box_copy(b, "k0.fkp", file_of(&w, i));
    }
    for (int step = 0; step < 8; step++) {
        random_run(&w, (int)rnd(&w, COPIES));
        if (rnd(&w, 4) == 0) {
            int into = (int)rnd(&w, COPIES);
            random_merge(&w, into, (into + 1 + (int)rnd(&w, COPIES - 1)) % COPIES);
        }
    }
    struct hash first = merged_in_order(&w, orders[0], true);
    for (int i = 1; i < 6; i++) {
        struct hash h = merged_in_order(&w, orders[i], false);
        assert_true(hash_eq(&first, &h));
    }
    for (int i = 0; i < COPIES; i++)
        remove(box_path(b, file_of(&w, i)));
    naive_free(w.n);
}

static void histories__merged_in_every_order_are_equal(void **state)
{
    struct box *b = *state;
    const char *rounds = getenv("MUFAKAT_HISTORIES");
    unsigned long long n = rounds ? strtoull(rounds, NULL, 10) : 12; /* more: MUFAKAT_HISTORIES=300 */
    for (unsigned long long seed = 1; seed <= n; seed++) {
        play(b, seed);
        arena_reset(b->a);
    }
}

#define T(f) cmocka_unit_test_setup_teardown(f, box_setup, box_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(merge__takes_what_the_other_has),
        T(conflict__is_listed_and_settled),
        T(conflict__going_back_is_no_rival),
        T(conflict__same_value_on_both_sides_is_none),
        T(conflict__deletion_against_an_unseen_edit),
        T(merge__refuses_what_is_not_a_copy),
        T(merge__refuses_a_fork),
        T(merge__keeps_what_a_newer_program_wrote),
        T(histories__merged_in_every_order_are_equal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
