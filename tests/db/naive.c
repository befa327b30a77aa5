#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "db/chain.h"
#include "tests/db/naive.h"

/* --- what each writer knew --- */

struct known_end {
    struct id writer;
    int64_t seq;
};
struct knowledge {
    struct id writer;
    int64_t seq;
    struct known_end *v;
    size_t n;
};
struct naive {
    struct knowledge *v;
    size_t n, cap;
    struct known_end *before;
    size_t n_before;
};

struct naive *naive_new(void)
{
    return mem_zalloc(sizeof(struct naive));
}

void naive_free(struct naive *n)
{
    for (size_t i = 0; i < n->n; i++)
        free(n->v[i].v);
    free(n->v);
    free(n->before);
    free(n);
}

static struct known_end *ends_of(const struct log_change *log, size_t n, size_t *ret_n)
{
    struct known_end *v = mem_zalloc((n + 1) * sizeof *v);
    size_t count = 0;
    for (size_t i = 0; i < n; i++) { /* ordered by writer, seq */
        if (!count || !id_eq(&v[count - 1].writer, &log[i].writer))
            v[count++].writer = log[i].writer;
        v[count - 1].seq = log[i].seq;
    }
    *ret_n = count;
    return v;
}

static bool holds(const struct known_end *v, size_t n, const struct id *writer, int64_t seq)
{
    for (size_t i = 0; i < n; i++)
        if (id_eq(&v[i].writer, writer))
            return seq <= v[i].seq;
    return false;
}

void naive_before(struct naive *n, struct store *s, struct arena *a)
{
    struct log_change *log = NULL;
    size_t count = 0;
    assert_int_equal(store_log_changes(s, a, &log, &count, NULL), ERR_NONE);
    free(n->before);
    n->before = ends_of(log, count, &n->n_before);
}

void naive_after(struct naive *n, struct store *s, struct arena *a)
{
    struct log_change *log = NULL;
    size_t count = 0;
    assert_int_equal(store_log_changes(s, a, &log, &count, NULL), ERR_NONE);
    for (size_t i = 0; i < count; i++) {
        if (holds(n->before, n->n_before, &log[i].writer, log[i].seq))
            continue;
        if (n->n == n->cap) {
            n->cap = n->cap ? 2 * n->cap : 64;
            n->v = mem_realloc(n->v, n->cap * sizeof *n->v);
        }
        struct knowledge k = {log[i].writer, log[i].seq, NULL, n->n_before};
        k.v = mem_zalloc((n->n_before + 1) * sizeof *k.v);
        memcpy(k.v, n->before, n->n_before * sizeof *k.v);
        n->v[n->n++] = k;
    }
}

static bool knew(const struct naive *n, const struct log_change *who, const struct log_change *what)
{
    if (id_eq(&who->writer, &what->writer) && what->seq <= who->seq)
        return true; /* his own, also within the group */
    for (size_t i = 0; i < n->n; i++)
        if (id_eq(&n->v[i].writer, &who->writer) && n->v[i].seq == who->seq)
            return holds(n->v[i].v, n->v[i].n, &what->writer, what->seq);
    fail_msg("a change nobody remembers");
    return false;
}

/* --- heads, straight from their definition --- */

#define MOST 512
struct set {
    const struct log_change *v[MOST];
    size_t n;
};

static bool is_base(const struct log_change *base, const struct log_change *of)
{
    return of->base_seq == base->seq && id_eq(&of->base_writer, &base->writer);
}

/* What stands of the tree above `root` (NULL: above nothing) among the changes of a field. */
static struct set standing(const struct set *all, const struct log_change *root)
{
    struct set out = {.n = 0};
    size_t branches = 0;
    for (size_t i = 0; i < all->n; i++) {
        const struct log_change *c = all->v[i];
        if (root ? !is_base(root, c) : !id_is_none(&c->base_writer))
            continue;
        branches++;
        struct set sub = standing(all, c);
        for (size_t k = 0; k < sub.n; k++)
            out.v[out.n++] = sub.v[k];
    }
    if (branches == 0 && root)
        out.v[out.n++] = root;
    if (branches > 1) {
        const struct value none = value_null();
        struct set rivals = {.n = 0};
        for (size_t i = 0; i < out.n; i++)
            if (!value_eq(&out.v[i]->value, root ? &root->value : &none))
                rivals.v[rivals.n++] = out.v[i];
        if (rivals.n)
            return rivals;
    }
    return out;
}

static bool is_yes(const struct log_change *c)
{
    return c->value.type == VALUE_INT && c->value.i == 1;
}

/* Somebody edited the row without knowing of deletion `d`, and `d`'s writer did not know of the
 * edit. */
static bool missed_something(const struct naive *n, const struct log_change *d,
                             const struct log_change *log, size_t n_log)
{
    for (size_t i = 0; i < n_log; i++) {
        const struct log_change *c = &log[i];
        if (!id_eq(&c->row, &d->row) || strcmp(c->field, "deleted") == 0)
            continue;
        if (!knew(n, d, c))
            return true;
    }
    return false;
}

bool naive_conflict(const struct naive *n, const struct log_change *log, size_t n_log,
                    const struct id *row, const char *field)
{
    struct set all = {.n = 0};
    for (size_t i = 0; i < n_log; i++)
        if (id_eq(&log[i].row, row) && strcmp(log[i].field, field) == 0) {
            assert_true(all.n < MOST);
            all.v[all.n++] = &log[i];
        }
    struct set s = standing(&all, NULL);
    for (size_t i = 1; i < s.n; i++)
        if (!value_eq(&s.v[i]->value, &s.v[0]->value))
            return true;
    if (strcmp(field, "deleted") != 0 || s.n == 0 || !is_yes(s.v[0]))
        return false;
    for (size_t i = 0; i < s.n; i++)
        if (!missed_something(n, s.v[i], log, n_log))
            return false;
    return true;
}

/* --- files from elsewhere --- */

static void run(sqlite3 *db, const char *sql)
{
    char *message = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s: %s", sql, message);
}

static sqlite3 *open_file(const char *path)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    return db;
}

static sqlite3_stmt *row_of(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *st = NULL;
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(st), SQLITE_ROW);
    return st;
}

static struct id id_at(sqlite3_stmt *st, int i)
{
    struct id id;
    assert_int_equal(sqlite3_column_bytes(st, i), sizeof id.b);
    memcpy(id.b, sqlite3_column_blob(st, i), sizeof id.b);
    return id;
}

static struct hash hash_at(sqlite3_stmt *st, int i)
{
    struct hash h;
    assert_int_equal(sqlite3_column_bytes(st, i), sizeof h.b);
    memcpy(h.b, sqlite3_column_blob(st, i), sizeof h.b);
    return h;
}

static void put_change(sqlite3 *db, const struct chain_change *c, const struct id *group,
                       const struct salt *salt, const char *text, const struct hash *chain)
{
    sqlite3_stmt *st = NULL;
    assert_int_equal(
        sqlite3_prepare_v2(
            db,
            "INSERT INTO change (writer, seq, run, hlc, grp, entity, row, field, salt, "
            "value, proof, chain) VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            -1, &st, NULL),
        SQLITE_OK);
    sqlite3_bind_blob(st, 1, c->writer.b, 16, SQLITE_STATIC);
    sqlite3_bind_int64(st, 2, c->seq);
    sqlite3_bind_int64(st, 3, c->hlc);
    sqlite3_bind_blob(st, 4, group->b, 16, SQLITE_STATIC);
    sqlite3_bind_text(st, 5, c->entity, -1, SQLITE_STATIC);
    sqlite3_bind_blob(st, 6, c->row.b, 16, SQLITE_STATIC);
    sqlite3_bind_text(st, 7, c->field, -1, SQLITE_STATIC);
    sqlite3_bind_blob(st, 8, salt->b, 16, SQLITE_STATIC);
    sqlite3_bind_text(st, 9, text, -1, SQLITE_STATIC);
    sqlite3_bind_blob(st, 10, c->proof.b, 32, SQLITE_STATIC);
    sqlite3_bind_blob(st, 11, chain->b, 32, SQLITE_STATIC);
    assert_int_equal(sqlite3_step(st), SQLITE_DONE);
    sqlite3_finalize(st);
}

static struct hash digest_of(sqlite3 *db, const struct id *group)
{
    sqlite3_stmt *st = NULL;
    assert_int_equal(
        sqlite3_prepare_v2(db, "SELECT writer, kind, at, action, proof FROM grp WHERE id = ?1", -1,
                           &st, NULL),
        SQLITE_OK);
    sqlite3_bind_blob(st, 1, group->b, 16, SQLITE_STATIC);
    assert_int_equal(sqlite3_step(st), SQLITE_ROW);
    struct chain_group g = {.id = *group,
                            .writer = id_at(st, 0),
                            .kind = (const char *)sqlite3_column_text(st, 1),
                            .at = sqlite3_column_int64(st, 2),
                            .action = (const char *)sqlite3_column_text(st, 3),
                            .proof = hash_at(st, 4)};
    struct hash h = chain_group_digest(&g);
    sqlite3_finalize(st);
    return h;
}

void naive_steal_writer(const char *path)
{
    sqlite3 *db = open_file(path);
    sqlite3_stmt *st =
        row_of(db, "SELECT writer, seq, hlc, grp, row, (SELECT p.chain FROM change AS p "
                   "WHERE p.writer = c.writer AND p.seq = c.seq - 1) "
                   "FROM change AS c ORDER BY seq DESC LIMIT 1");
    struct salt salt = {{1}};
    struct value v = value_text("Lain");
    struct id group = id_at(st, 3);
    struct chain_change c = {.writer = id_at(st, 0),
                             .seq = sqlite3_column_int64(st, 1),
                             .hlc = sqlite3_column_int64(st, 2),
                             .group = digest_of(db, &group),
                             .entity = "participant",
                             .field = "name",
                             .row = id_at(st, 4),
                             .seen = NONE,
                             .proof = chain_value_proof(&salt, &v)};
    struct hash previous = hash_at(st, 5);
    struct hash chain = chain_next(&previous, &c);
    sqlite3_finalize(st);
    run(db, "DROP TRIGGER change_no_delete; DELETE FROM change WHERE seq = (SELECT max(seq) FROM "
            "change)");
    put_change(db, &c, &group, &salt, "Lain", &chain);
    sqlite3_close(db);
}

void naive_add_unknown(const char *path)
{
    sqlite3 *db = open_file(path);
    struct salt salt = {{2}};
    struct id writer = id_new(1), group = id_new(1), row = id_new(1), person;
    struct hash proof = chain_writer_proof(&salt, NULL, NULL);
    struct value none = value_null(), v = value_text("Ri");
    struct chain_group g = {.id = group,
                            .writer = writer,
                            .kind = "do",
                            .at = 5,
                            .action = "later",
                            .proof = chain_value_proof(&salt, &none)};
    sqlite3_stmt *st = row_of(db, "SELECT id FROM participant");
    person = id_at(st, 0);
    sqlite3_finalize(st);
    assert_int_equal(sqlite3_prepare_v2(
                         db,
                         "INSERT INTO writer (id, started_at, salt, proof) VALUES (?1, 5, ?2, ?3)",
                         -1, &st, NULL),
                     SQLITE_OK);
    sqlite3_bind_blob(st, 1, writer.b, 16, SQLITE_STATIC);
    sqlite3_bind_blob(st, 2, salt.b, 16, SQLITE_STATIC);
    sqlite3_bind_blob(st, 3, proof.b, 32, SQLITE_STATIC);
    assert_int_equal(sqlite3_step(st), SQLITE_DONE);
    sqlite3_finalize(st);
    assert_int_equal(
        sqlite3_prepare_v2(db,
                           "INSERT INTO grp (id, writer, first, kind, at, action, salt, proof) "
                           "VALUES (?1, ?2, 1, 'do', 5, 'later', ?3, ?4)",
                           -1, &st, NULL),
        SQLITE_OK);
    sqlite3_bind_blob(st, 1, group.b, 16, SQLITE_STATIC);
    sqlite3_bind_blob(st, 2, writer.b, 16, SQLITE_STATIC);
    sqlite3_bind_blob(st, 3, salt.b, 16, SQLITE_STATIC);
    sqlite3_bind_blob(st, 4, g.proof.b, 32, SQLITE_STATIC);
    assert_int_equal(sqlite3_step(st), SQLITE_DONE);
    sqlite3_finalize(st);
    struct hash chain = chain_start(&writer, 5, &proof);
    for (int i = 0; i < 2; i++) {
        struct chain_change c = {.writer = writer,
                                 .seq = i + 1,
                                 .hlc = i + 1,
                                 .group = chain_group_digest(&g),
                                 .entity = i ? "participant" : "votes",
                                 .field = i ? "nickname" : "choice",
                                 .row = i ? person : row,
                                 .seen = NONE,
                                 .proof = chain_value_proof(&salt, &v)};
        chain = chain_next(&chain, &c);
        put_change(db, &c, &group, &salt, "Ri", &chain);
    }
    sqlite3_close(db);
}
