/* Random histories: copies that diverged, merged in every order, against a naive second model. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/sha256.h"
#include "model/records.h"
#include "tests/db/fixture.h"
#include "tests/db/naive.h"
#include "tests/faultvfs/faultvfs.h"

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
    static const char *const log[] = {"SELECT * FROM writer ORDER BY id",
                                      "SELECT * FROM grp ORDER BY id",
                                      "SELECT * FROM change ORDER BY writer, seq"};
    sqlite3 *db = NULL;
    struct hash_state h;
    hash_start(&h);
    assert_int_equal(sqlite3_open(box_path(b, name), &db), SQLITE_OK);
    for (int k = 0; k < ENTITY_COUNT; k++)
        hash_rows(db,
                  arena_printf(b->a, "SELECT * FROM %s ORDER BY id",
                               dict_entity((enum entity_kind)k)->name),
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

static size_t conflicts(struct box *b, struct store *s, struct conflict **v)
{
    size_t n = 0;
    assert_ok(b, store_conflicts(s, b->a, v, &n, &b->e));
    return n;
}

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
    assert_ok(w->b,
              store_open(box_path(w->b, file_of(w, copy)), &who, &w->clocks[copy], &s, &w->b->e));
    return s;
}

static void random_write(struct world *w, struct store *s, struct clock *clock)
{
    static const char *const words[] = {NULL, "satu", "dua", "tiga"};
    static const int fields[] = {participant_F_name, participant_F_organization,
                                 participant_F_deleted};
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
    struct group g = {.id = id_new(clock_now(clock)),
                      .kind = GROUP_SETTLE,
                      .at = clock_now(clock),
                      .action = "pilih"};
    bool done = false;
    assert_ok(b, store_begin(s, &g, &done, &b->e));
    assert_ok(b, store_settle(s, c->entity, &c->row, c->field,
                              &c->heads[rnd(w, (unsigned)c->n)].value, &b->e));
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
    static const int fields[] = {participant_F_name, participant_F_organization,
                                 participant_F_deleted};
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
    static const int orders[6][COPIES] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                          {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
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
    unsigned long long n =
        rounds ? strtoull(rounds, NULL, 10) : 40; /* more: MUFAKAT_HISTORIES=300 */
    for (unsigned long long seed = 1; seed <= n; seed++) {
        play(b, seed);
        arena_reset(b->a);
    }
}

int main(void)
{
    /* What is stored matters here, not when it is on the disk. */
    struct fault_plan no_waiting = FAULT_NONE;
    no_waiting.drop_sync = true;
    faultvfs_install(&no_waiting);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(histories__merged_in_every_order_are_equal, box_setup,
                                        box_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
