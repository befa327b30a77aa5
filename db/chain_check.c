#include "config.h"

#include "db/chain_check.h"

#include <string.h>

/* A writer while his chain is followed. */
struct trail {
    struct id writer;
    struct hash chain;
    int64_t seq, hlc;
    struct id group; /* the last group seen and its digest */
    struct hash digest;
    int64_t run; /* changes that still belong to the last run, which is of this row: */
    struct id row;
    struct buf entity;
};

static bool read_salt(const struct query *q, int column, struct salt *ret)
{
    const void *p = sqlite3_column_blob(q->st, column);
    if (!p || sqlite3_column_bytes(q->st, column) != SALT_BYTES)
        return false;
    memcpy(ret->b, p, SALT_BYTES);
    return true;
}

/* The proof of a value or reason against what stands there; without salt there must be nothing. */
static bool proof_fits(const struct query *q, int salt_column, const struct value *v,
                       const struct hash *proof)
{
    struct salt salt;
    if (!read_salt(q, salt_column, &salt))
        return v->type == VALUE_NULL;
    struct hash h = chain_value_proof(&salt, v);
    return hash_eq(&h, proof);
}

enum { GROUP_AT = 13 }; /* first column of the group in STMT_CHAIN_ROWS */

/* NULL when the group of this row is in order; its digest is kept in the trail. */
static const char *check_group(const struct query *q, struct trail *t, struct arena *a)
{
    struct chain_group g = {.id = col_id(q, GROUP_AT),
                            .writer = col_id(q, GROUP_AT + 1),
                            .kind = col_text(q, GROUP_AT + 2, a),
                            .of = col_id(q, GROUP_AT + 3),
                            .at = col_int(q, GROUP_AT + 4, 0),
                            .action = col_text(q, GROUP_AT + 5, a),
                            .proof = col_hash(q, GROUP_AT + 8)};
    if (t->seq > 0 && id_eq(&g.id, &t->group))
        return NULL;
    if (col_int(q, GROUP_AT + 9, 0) != t->seq + 1)
        return "group does not begin here";
    struct value reason = col_value(q, GROUP_AT + 6, NULL);
    if (!id_eq(&g.writer, &t->writer))
        return "group of another writer";
    if (!proof_fits(q, GROUP_AT + 7, &reason, &g.proof))
        return "reason";
    t->group = g.id;
    t->digest = chain_group_digest(&g);
    return NULL;
}

/* NULL when the runs are in order: whoever looks for a row's changes finds them by those. */
static const char *check_run(const struct query *q, struct trail *t, const struct chain_change *c)
{
    int64_t run = col_int(q, GROUP_AT + 10, NONE);
    if (run == NONE)
        return t->run > 0 && id_eq(&c->row, &t->row) && strcmp(c->entity, buf_str(&t->entity)) == 0 ? NULL : "run";
    if (t->run > 0 || run < 1)
        return "run";
    t->run = run;
    t->row = c->row;
    buf_clear(&t->entity);
    buf_puts(&t->entity, c->entity);
    return NULL;
}

/* NULL when this row continues the chain. */
static const char *check_row(const struct query *q, struct trail *t, struct arena *a)
{
    struct chain_change c = {.writer = t->writer,
                             .seq = col_int(q, 0, 0),
                             .hlc = col_int(q, 1, 0),
                             .entity = col_text(q, 2, a),
                             .row = col_id(q, 3),
                             .field = col_text(q, 4, a),
                             .base_writer = col_id(q, 5),
                             .base_seq = col_int(q, 6, 0),
                             .seen = col_int(q, 7, NONE),
                             .proof = col_hash(q, 11)};
    struct value v = col_value(q, 9, NULL);
    struct hash stored = col_hash(q, 12);
    if (c.seq != t->seq + 1)
        return "missing change";
    if (c.hlc <= t->hlc)
        return "clock runs backwards";
    const char *what = check_group(q, t, a);
    if (!what)
        what = check_run(q, t, &c);
    if (what)
        return what;
    if (!proof_fits(q, 8, &v, &c.proof))
        return "value";
    c.group = t->digest;
    struct hash next = chain_next(&t->chain, &c);
    if (!hash_eq(&next, &stored))
        return "chain";
    t->chain = next;
    t->seq = c.seq;
    t->hlc = c.hlc;
    t->run--;
    return NULL;
}

static enum err_code follow(struct store *s, struct trail *t, const char **ret_what, struct err *e)
{
    struct query q;
    struct arena *a = arena_new();
    bool row = true;
    const char *what = NULL;
    int64_t from = 0;
    enum err_code rc = query_named(s, &q, STMT_CHAIN_ROWS, e, "di", &t->writer, from);
    while (!rc && row && !what) {
        rc = query_step(&q, &row, e);
        if (rc || !row)
            break;
        arena_reset(a);
        what = check_row(&q, t, a);
    }
    query_end(&q);
    arena_free(a);
    buf_done(&t->entity);
    if (!what && t->run > 0)
        what = "run";
    if (!rc)
        *ret_what = what;
    return rc;
}

static const char *start_trail(const struct query *q, struct trail *t, struct arena *a)
{
    struct salt salt;
    struct hash proof = col_hash(q, 5);
    *t = (struct trail){.writer = col_id(q, 0), .entity = BUF_INIT};
    t->chain = chain_start(&t->writer, col_int(q, 1, 0), &proof);
    if (!read_salt(q, 4, &salt))
        return sqlite3_column_type(q->st, 2) == SQLITE_NULL ? NULL : "writer";
    struct hash h = chain_writer_proof(&salt, col_text(q, 2, a), col_text(q, 3, a));
    return hash_eq(&h, &proof) ? NULL : "writer";
}

static enum err_code check_writers(struct store *s, struct arena *a, struct chain_report *r,
                                   struct err *e)
{
    struct query q;
    size_t cap = 0;
    bool row = true;
    enum err_code rc = query_named(s, &q, STMT_WRITER_PROOFS, e, "");
    while (!rc && row) {
        rc = query_step(&q, &row, e);
        if (rc || !row)
            break;
        struct trail t;
        const char *what = start_trail(&q, &t, a);
        if (!what)
            rc = follow(s, &t, &what, e);
        r->writers++;
        r->changes += t.seq;
        if (rc || !what)
            continue;
        r->v = private_grow(a, r->v, r->n, &cap, sizeof *r->v);
        r->v[r->n++] = (struct chain_fault){t.writer, col_text(&q, 2, a), t.seq + 1, what};
    }
    query_end(&q);
    return rc;
}

enum err_code chain_check(struct store *s, struct arena *a, struct chain_report *ret, struct err *e)
{
    struct chain_report r = {NULL, 0, 0, 0, 0};
    enum err_code rc = check_writers(s, a, &r, e);
    if (!rc)
        rc = query_number(s, STMT_GROUPS_WITHOUT_CHANGES, 0, &r.empty_groups, e, "");
    if (!rc)
        *ret = r;
    return rc;
}

enum err_code chain_check_quietly(struct store *s, bool *ret_sound, struct err *e)
{
    struct arena *a = arena_new();
    struct chain_report r;
    enum err_code rc = chain_check(s, a, &r, e);
    arena_free(a);
    if (!rc)
        *ret_sound = r.n == 0 && r.empty_groups == 0;
    return rc;
}
