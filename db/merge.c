/* Set union of another copy's log into this one. The other file is foreign input: it is copied to a
 * private folder, opened there for reading only, checked whole, and read by the same fixed
 * statements; it is never attached to our connection. */
#include "config.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "db/apply.h"
#include "db/chain_check.h"
#include "db/foreign.h"
#include "db/obey.h"
#include "model/records.h"

#define MOST_BYTES_OF_A_VALUE (1 << 20)
#define LATEST_HLC (INT64_C(1) << 60) /* far behind any real clock; leaves room to count on */

struct row_key {
    char *entity;
    struct id row;
};
struct merging {
    struct store *s;
    struct store *o; /* the other one */
    struct arena *a;
    struct row_key *rows; /* that got changes */
    size_t n, cap;
    struct id group; /* the last one taken over */
    int64_t added, blanked;
    unsigned touched;
};

static enum err_code bad(struct err *e, const char *what)
{
    err_ignore(err_set(e, ERR_CORRUPT, _("isinya rusak atau diubah di luar program")));
    return err_detail(e, "merge: %s", what);
}

/* --- one writer's changes --- */

static enum err_code take_writer(struct merging *m, const struct id *writer, struct err *e)
{
    struct query q;
    bool found = false;
    enum err_code rc = query_named(m->o, &q, STMT_WRITER_ROW, e, "d", writer);
    if (!rc)
        rc = query_step(&q, &found, e);
    if (!rc && !found)
        rc = bad(e, "no writer row");
    if (!rc) {
        struct hash proof = col_hash(&q, 4);
        struct value salt = col_value(&q, 3, m->a);
        rc = query_run(m->s, STMT_WRITER_ADD, e, "dittvh", writer, col_int(&q, 0, 0),
                       col_text(&q, 1, m->a), col_text(&q, 2, m->a), &salt, &proof);
    }
    query_end(&q);
    return rc;
}

/* The group of a change, unless it is here already; then it must be the same one. */
static enum err_code take_group(struct merging *m, const struct id *group, const struct id *writer,
                                struct err *e)
{
    struct query theirs, ours = {m->s, NULL};
    bool found = false, here = false;
    if (id_eq(group, &m->group))
        return ERR_NONE;
    enum err_code rc = query_named(m->o, &theirs, STMT_GROUP_ROW, e, "d", group);
    if (!rc)
        rc = query_step(&theirs, &found, e);
    if (!rc)
        rc = query_named(m->s, &ours, STMT_GROUP_ROW, e, "d", group);
    if (!rc)
        rc = query_step(&ours, &here, e);
    if (!rc && here) {
        struct id w = col_id(&ours, 0);
        if (!id_eq(&w, writer))
            rc = bad(e, "group of another writer");
    } else if (!rc && found) {
        struct value of = col_value(&theirs, 2, m->a), salt = col_value(&theirs, 6, m->a);
        struct hash proof = col_hash(&theirs, 7);
        rc = query_run(m->s, STMT_GROUP_ADD, e, "dditvittvh", group, writer,
                       col_int(&theirs, 8, 0), col_text(&theirs, 1, m->a), &of, col_int(&theirs, 3, 0),
                       col_text(&theirs, 4, m->a), col_text(&theirs, 5, m->a), &salt, &proof);
    }
    query_end(&theirs);
    query_end(&ours);
    m->group = *group;
    return rc;
}

/* A value of a field that we know must be of its type; text must be text. */
static bool acceptable(const char *entity, const char *field, const struct value *v,
                       int column_type)
{
    if (column_type == SQLITE_FLOAT || v->n > MOST_BYTES_OF_A_VALUE)
        return false;
    if (v->type == VALUE_TEXT && (!text_valid(v->p, v->n) || memchr(v->p, 0, v->n)))
        return false;
    int k = dict_find_entity(entity);
    int f = k < 0 ? -1 : dict_find_field((enum entity_kind)k, field);
    return f < 0 || apply_fits(dict_field((enum entity_kind)k, f), v);
}

static void note_row(struct merging *m, const char *entity, const struct id *row)
{
    const struct row_key *last = m->n ? &m->rows[m->n - 1] : NULL;
    if (last && id_eq(&last->row, row) && strcmp(last->entity, entity) == 0)
        return;
    m->rows = private_grow(m->a, m->rows, m->n, &m->cap, sizeof *m->rows);
    m->rows[m->n++] = (struct row_key){arena_strdup(m->a, entity), *row};
}

/* The present row of STMT_CHAIN_ROWS into our log. */
static enum err_code take_change(struct merging *m, const struct query *q, const struct id *writer,
                                 struct arena *a, struct err *e)
{
    struct id group = col_id(q, 13), row = col_id(q, 3), base = col_id(q, 5);
    const char *entity = col_text(q, 2, a), *field = col_text(q, 4, a);
    struct value base_seq = col_value(q, 6, a), seen = col_value(q, 7, a), run = col_value(q, 23, a);
    struct value salt = col_value(q, 8, a), v = col_value(q, 9, a);
    struct hash proof = col_hash(q, 11), chain = col_hash(q, 12);
    if (!acceptable(entity, field, &v, sqlite3_column_type(q->st, 9)) ||
        col_int(q, 1, 0) > LATEST_HLC)
        return bad(e, "value or clock");
    enum err_code rc = take_group(m, &group, writer, e);
    if (!rc)
        rc = query_run(m->s, STMT_CHANGE_TAKE, e, "dividtdtdvvvvihh", writer, col_int(q, 0, 0),
                       &run, col_int(q, 1, 0), &group, entity, &row, field, &base, &base_seq, &seen,
                       &salt, &v, col_int(q, 10, 0), &proof, &chain);
    if (rc)
        return rc;
    note_row(m, entity, &row);
    m->added++;
    return ERR_NONE;
}

static enum err_code take_changes(struct merging *m, const struct id *writer, int64_t after,
                                  struct err *e)
{
    struct query q;
    struct arena *a = arena_new();
    bool row = true;
    enum err_code rc = query_named(m->o, &q, STMT_CHAIN_ROWS, e, "di", writer, after);
    while (!rc && row) {
        arena_reset(a);
        rc = query_step(&q, &row, e);
        if (!rc && row)
            rc = take_change(m, &q, writer, a, e);
    }
    query_end(&q);
    arena_free(a);
    return rc;
}

static enum err_code chain_at(struct store *s, const struct id *writer, int64_t seq,
                              struct hash *ret, struct err *e)
{
    struct query q;
    bool found = false;
    enum err_code rc = query_named(s, &q, STMT_CHAIN_AT, e, "di", writer, seq);
    if (!rc)
        rc = query_step(&q, &found, e);
    if (!rc && found)
        *ret = col_hash(&q, 0);
    query_end(&q);
    return rc;
}

static int64_t end_in(const struct cut *c, const struct id *writer)
{
    for (size_t i = 0; i < c->n; i++)
        if (id_eq(&c->v[i].writer, writer))
            return c->v[i].seq;
    return 0;
}

/* The chain covers all that came before, so equal chains at the shorter end are equal logs up to
 * there. */
static enum err_code take_from_writer(struct merging *m, const struct cut_end *theirs, int64_t ours,
                                      struct err *e)
{
    struct hash a = {{0}}, b = {{1}};
    int64_t common = ours < theirs->seq ? ours : theirs->seq;
    enum err_code rc = ERR_NONE;
    if (common > 0) {
        rc = chain_at(m->s, &theirs->writer, common, &a, e);
        if (!rc)
            rc = chain_at(m->o, &theirs->writer, common, &b, e);
        if (!rc && !hash_eq(&a, &b))
            return err_set(
                e, ERR_CORRUPT,
                _("riwayatnya bercabang dari riwayat sesi ini: salah satu diubah di luar program"));
    }
    if (!rc && theirs->seq > ours && id_eq(&theirs->writer, &m->s->writer))
        return bad(e, "changes in the name of this run");
    if (!rc && ours == 0)
        rc = take_writer(m, &theirs->writer, e);
    if (!rc && theirs->seq > ours)
        rc = take_changes(m, &theirs->writer, ours, e);
    return rc;
}

static enum err_code take_log(struct merging *m, struct err *e)
{
    struct cut ours, theirs;
    enum err_code rc = cut_now(m->s, m->a, &ours, e);
    if (!rc)
        rc = cut_now(m->o, m->a, &theirs, e);
    for (size_t i = 0; !rc && i < theirs.n; i++)
        rc = take_from_writer(m, &theirs.v[i], end_in(&ours, &theirs.v[i].writer), e);
    return rc;
}

/* --- what follows from the new changes --- */

static int key_order(const void *a, const void *b)
{
    const struct row_key *x = a, *y = b;
    int order = strcmp(x->entity, y->entity);
    return order ? order : id_cmp(&x->row, &y->row);
}

static enum err_code take_blob(struct merging *m, const struct id *row, struct err *e)
{
    struct document d;
    int64_t stored = 0;
    enum err_code rc = store_load(m->s, ENTITY_document, row, m->a, &d, e);
    if (rc || !d.sha256)
        return rc;
    if (!IS_SET(d.stored) || IS_SET(d.deleted))
        return obey_document(m->s, row, &m->blanked, e);
    rc = query_number(m->s, STMT_BLOB_STORED, 0, &stored, e, "t", d.sha256);
    if (rc || stored)
        return rc;
    struct buf bytes = BUF_INIT;
    rc = store_get_blob(m->o, d.sha256, &bytes, NULL);
    if (rc == ERR_NOTFOUND)
        rc = ERR_NONE; /* they have not got it either; store_verify names it */
    else if (!rc) {
        char hex[HASH_HEX];
        struct hash h = hash_of(bytes.p, bytes.len);
        hash_hex(&h, hex);
        if (bytes.len > STORE_BLOB_LIMIT || strcmp(hex, d.sha256) != 0)
            rc = bad(e, "picture");
        else
            rc = query_run(m->s, STMT_BLOB_PUT, e, "tb", hex, bytes.p ? bytes.p : "", bytes.len);
    }
    buf_done(&bytes);
    return rc;
}

static enum err_code work_out_rows(struct merging *m, struct err *e)
{
    enum err_code rc = ERR_NONE;
    if (m->n > 1)
        qsort(m->rows, m->n, sizeof *m->rows, key_order);
    for (size_t i = 0; !rc && i < m->n; i++) {
        const struct row_key *r = &m->rows[i];
        int k = dict_find_entity(r->entity);
        if (i && key_order(r - 1, r) == 0)
            continue;
        rc = obey_row(m->s, r->entity, &r->row, &m->blanked, e);
        if (rc || k < 0)
            continue;
        rc = apply_row(m->s, (enum entity_kind)k, &r->row, e);
        m->touched |= 1u << k;
        if (!rc && k == ENTITY_document)
            rc = take_blob(m, &r->row, e);
    }
    return rc;
}

/* Names and reasons that the other side blanked in rows that both have. */
static enum err_code blank_as_they_did(struct merging *m, enum stmt_id list, int salt_column,
                                       enum stmt_id blank, struct err *e)
{
    struct query q;
    bool row = true;
    enum err_code rc = query_named(m->o, &q, list, e, "");
    while (!rc && row) {
        rc = query_step(&q, &row, e);
        if (rc || !row)
            break;
        struct id id = col_id(&q, 0);
        if (sqlite3_column_type(q.st, salt_column) == SQLITE_NULL)
            rc = query_run(m->s, blank, e, "d", &id);
        if (!rc)
            m->blanked += sqlite3_changes(m->s->db);
    }
    query_end(&q);
    return rc;
}

static enum err_code obey_beside(struct merging *m, struct err *e)
{
    int64_t erasures = 0;
    enum err_code rc = query_number(m->o, STMT_ERASE_GROUPS, 0, &erasures, e, "");
    if (rc || !erasures)
        return rc;
    rc = blank_as_they_did(m, STMT_WRITER_PROOFS, 4, STMT_BLANK_WRITER, e);
    return rc ? rc : blank_as_they_did(m, STMT_BLANKED_REASONS, 1, STMT_BLANK_REASON, e);
}

/* --- the whole --- */

static enum err_code look_at_other(struct merging *m, struct err *e)
{
    struct chain_report r;
    if (!id_eq(&m->o->session, &m->s->session))
        return err_set(e, ERR_INPUT, _("itu sesi lain, bukan salinan sesi ini"));
    enum err_code rc = chain_check(m->o, m->a, &r, e);
    if (!rc && (r.n || r.empty_groups))
        rc = bad(e, r.n ? r.v[0].what : "empty group");
    return rc;
}

static enum err_code merge_open(struct merging *m, struct err *e)
{
    enum err_code rc = look_at_other(m, e);
    if (!rc)
        rc = store_work_begin(m->s, e);
    if (rc)
        return rc;
    m->s->hlc_version = NONE; /* what is taken over may be ahead of our clock */
    rc = take_log(m, e);
    if (!rc)
        rc = work_out_rows(m, e);
    if (!rc)
        rc = obey_beside(m, e);
    rc = store_work_end(m->s, rc, e);
    return !rc && m->blanked ? obey_clean(m->s, e) : rc;
}

enum err_code store_merge(struct store *s, const char *other_path, struct merge_result *ret,
                          struct err *e)
{
    assert(s->writing && !s->t.open && s->readers == 0);
    struct merging m = {.s = s, .a = arena_new()};
    struct err why = {0};
    struct foreign f;
    enum err_code rc = foreign_open(s, other_path, &f, &why);
    if (!rc) {
        m.o = f.store;
        rc = merge_open(&m, &why);
        foreign_close(&f);
    }
    if (!rc)
        *ret = (struct merge_result){m.added, m.touched};
    arena_free(m.a);
    if (rc) {
        err_ignore(err_set(e, rc, _("%s tidak digabungkan, dan sesi ini tidak berubah: %s"),
                           other_path, why.text));
        err_ignore(err_detail(e, "%s", why.detail));
    }
    return rc;
}
