/* Writing: one group of changes per transaction. */
#include "config.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "db/apply.h"
#include "db/chain.h"

/* --- the bounds of a group --- */

static void forget_group(struct store *s)
{
    struct txn *t = &s->t;
    char *action, *reason;
    memcpy(&action, &t->g.action, sizeof action); /* our own copies behind const pointers */
    memcpy(&reason, &t->g.reason, sizeof reason);
    free(action);
    free(reason);
    free(t->pending);
    memset(t, 0, sizeof *t);
}

static void remember_group(struct store *s, const struct group *g)
{
    struct txn *t = &s->t;
    t->open = true;
    t->g = *g;
    t->g.action = mem_strdup(g->action);
    t->g.reason = g->reason && *g->reason ? mem_strdup(g->reason) : NULL;
    t->seq0 = s->seq;
    t->chain0 = s->chain;
    t->writer_stored0 = s->writer_stored;
}

/* Nothing in the file is later than our clock. Asked again only when somebody else has written. */
static enum err_code catch_up(struct store *s, struct err *e)
{
    int64_t version = 0, hlc = 0;
    enum err_code rc = query_number(s, STMT_DATA_VERSION, 0, &version, e, "");
    if (rc || version == s->hlc_version)
        return rc;
    rc = query_number(s, STMT_HLC_MAX, 0, &hlc, e, "");
    if (rc)
        return rc;
    s->hlc = hlc > s->hlc ? hlc : s->hlc;
    s->hlc_version = version;
    return ERR_NONE;
}

enum err_code store_begin(struct store *s, const struct group *g, bool *ret_done, struct err *e)
{
    assert(s->writing && !s->t.open && s->readers == 0);
    assert(!id_is_none(&g->id) && g->action);
    enum err_code rc = s->unsure ? store_make_sure(s, e) : ERR_NONE;
    if (!rc)
        rc = query_run(s, STMT_BEGIN_WRITE, e, "");
    if (rc)
        return rc;
    remember_group(s, g);
    int64_t stored = 0;
    rc = query_number(s, STMT_GROUP_STORED, 0, &stored, e, "d", &g->id);
    if (!rc)
        rc = catch_up(s, e);
    if (rc || stored)
        store_rollback(s);
    if (!rc)
        *ret_done = stored > 0;
    return rc;
}

void store_rollback(struct store *s)
{
    if (!s->t.open)
        return;
    if (s->db && !sqlite3_get_autocommit(s->db))
        err_ignore(query_run(s, STMT_ROLLBACK, NULL, ""));
    s->seq = s->t.seq0;
    s->chain = s->t.chain0;
    s->writer_stored = s->t.writer_stored0;
    forget_group(s);
}

/* --- rows of the log --- */

static int64_t next_hlc(struct store *s)
{
    int64_t wall = clock_now(s->clock) << 16;
    s->hlc = wall > s->hlc ? wall : s->hlc + 1;
    return s->hlc;
}

static enum err_code log_writer(struct store *s, struct err *e)
{
    if (s->writer_stored)
        return ERR_NONE;
    struct salt salt = salt_new();
    struct hash proof = chain_writer_proof(&salt, s->person, s->machine);
    enum err_code rc = query_run(s, STMT_WRITER_ADD, e, "dittbh", &s->writer, s->started_at,
                                 s->person, s->machine, salt.b, sizeof salt.b, &proof);
    if (rc)
        return rc;
    s->chain = chain_start(&s->writer, s->started_at, &proof);
    s->writer_stored = true;
    return ERR_NONE;
}

static enum err_code log_group(struct store *s, struct err *e)
{
    struct txn *t = &s->t;
    if (t->stored)
        return ERR_NONE;
    enum err_code rc = log_writer(s, e);
    if (rc)
        return rc;
    struct salt salt = salt_new();
    struct value reason = value_text(t->g.reason);
    struct chain_group c = {.id = t->g.id,
                            .writer = s->writer,
                            .of = t->g.of,
                            .kind = group_kind_code(t->g.kind),
                            .action = t->g.action,
                            .at = t->g.at,
                            .proof = chain_value_proof(&salt, &reason)};
    rc = query_run(s, STMT_GROUP_ADD, e, "dditdittbh", &c.id, &c.writer, s->seq + 1, c.kind, &c.of, c.at,
                   c.action, t->g.reason, salt.b, sizeof salt.b, &c.proof);
    if (rc)
        return rc;
    t->digest = chain_group_digest(&c);
    t->stored = true;
    return ERR_NONE;
}

/* One row of the log on top of `base` (NULL: none). `run`: how many changes of this row are logged from here on, NONE
 * inside of them. */
static enum err_code log_change(struct store *s, enum entity_kind k, const struct id *row,
                                int field, const struct value *v, const struct change *base,
                                int64_t seen, int64_t run, struct err *e)
{
    struct salt salt = salt_new();
    struct chain_change c = {.writer = s->writer,
                             .seq = s->seq + 1,
                             .hlc = next_hlc(s),
                             .group = s->t.digest,
                             .entity = dict_entity(k)->name,
                             .field = dict_field(k, field)->name,
                             .row = *row,
                             .base_writer = base ? base->writer : ID_NONE,
                             .base_seq = base ? base->seq : 0,
                             .seen = seen,
                             .proof = chain_value_proof(&salt, v)};
    struct hash chain = chain_next(&s->chain, &c);
    struct value base_seq = base ? value_int(base->seq) : value_null();
    struct value seen_value = value_int(seen), run_value = value_int(run);
    enum err_code rc = query_run(s, STMT_CHANGE_ADD, e, "dividtdtdvvbvhh", &c.writer, c.seq,
                                 &run_value, c.hlc, &s->t.g.id, c.entity, &c.row, c.field, &c.base_writer, &base_seq,
                                 &seen_value, salt.b, sizeof salt.b, v, &c.proof, &chain);
    if (rc)
        return rc;
    s->seq = c.seq;
    s->chain = chain;
    return ERR_NONE;
}

static void add_pending(struct store *s, enum entity_kind k, const struct id *row, bool deleted)
{
    struct txn *t = &s->t;
    if (t->n_pending == t->cap_pending) {
        t->cap_pending = t->cap_pending ? 2 * t->cap_pending : 16;
        t->pending = mem_realloc(t->pending, t->cap_pending * sizeof *t->pending);
    }
    t->pending[t->n_pending++] = (struct pending){k, *row, deleted};
}

static bool says_yes(const struct value *v)
{
    return v->type == VALUE_INT && v->i == 1;
}

static void note_pending(struct store *s, enum entity_kind k, const struct id *row, int field,
                         const struct value *v)
{
    const struct field *fd = dict_field(k, field);
    if (field == dict_entity(k)->n_fields - 1 && says_yes(v))
        add_pending(s, k, row, true);
    if (fd->type == TYPE_REF && v->type == VALUE_BLOB) {
        struct id to;
        memcpy(to.b, v->p, sizeof to.b);
        add_pending(s, (enum entity_kind)fd->arg, &to, false);
    }
}

/* What has to be there before a change is logged. *ret_seen: what its column `seen` gets. */
static enum err_code prepare_change(struct store *s, enum entity_kind k, const struct id *row,
                                    int field, const struct value *v, int64_t *ret_seen,
                                    struct err *e)
{
    const struct entity *en = dict_entity(k);
    assert(s->t.open && apply_fits(dict_field(k, field), v));
    note_pending(s, k, row, field, v);
    s->t.touched |= 1u << k;
    *ret_seen = NONE;
    enum err_code rc = log_group(s, e);
    if (!rc && field == en->n_fields - 1 && says_yes(v))
        rc = query_number(s, STMT_EDITS_OF_ROW, 0, ret_seen, e, "td", en->name, row);
    return rc;
}

enum err_code store_log_value(struct store *s, enum entity_kind k, const struct id *row, int field,
                              const struct value *v, struct change *const *bases, size_t n_bases,
                              struct err *e)
{
    int64_t seen = NONE;
    enum err_code rc = prepare_change(s, k, row, field, v, &seen, e);
    if (!rc && n_bases == 0)
        rc = log_change(s, k, row, field, v, NULL, seen, 1, e);
    for (size_t i = 0; !rc && i < n_bases; i++)
        rc = log_change(s, k, row, field, v, bases[i], seen, 1, e);
    return rc ? rc : apply_value(s, k, row, field, v, e);
}

/* --- a whole row --- */

enum err_code store_exists(struct store *s, enum entity_kind k, const struct id *row, bool *ret,
                           struct err *e)
{
    struct query q;
    bool found = false;
    enum err_code rc = query_field(s, &q, FIELD_GET, k, dict_entity(k)->n_fields - 1, e, "d", row);
    if (!rc)
        rc = query_step(&q, &found, e);
    if (!rc)
        *ret = found;
    query_end(&q);
    return rc;
}

enum err_code store_add(struct store *s, enum entity_kind k, const struct id *row,
                        const struct value *v, struct err *e)
{
    assert(s->t.open && !id_is_none(row));
    enum err_code rc = ERR_NONE;
    int64_t given = 0, logged = 0;
    for (int f = 0; f < dict_entity(k)->n_fields; f++)
        given += v[f].type != VALUE_NULL;
    for (int f = 0; !rc && f < dict_entity(k)->n_fields; f++) {
        int64_t seen = NONE;
        if (v[f].type == VALUE_NULL)
            continue;
        rc = prepare_change(s, k, row, f, &v[f], &seen, e);
        if (!rc)
            rc = log_change(s, k, row, f, &v[f], NULL, seen, logged++ ? NONE : given, e);
    }
    return rc || !given ? rc : apply_new_row(s, k, row, v, e);
}

/* --- setting a field --- */

struct present {
    bool exists, deleted;
    struct value value;
};

static enum err_code look(struct store *s, enum entity_kind k, const struct id *row, int field,
                          struct present *ret, struct err *e)
{
    struct query q;
    bool found = false;
    *ret = (struct present){.value = value_null()};
    enum err_code rc = query_field(s, &q, FIELD_GET, k, field, e, "d", row);
    if (!rc)
        rc = query_step(&q, &found, e);
    if (!rc && found) {
        ret->exists = true;
        ret->value = col_value(&q, 0, s->scratch);
        ret->deleted = col_int(&q, 1, 0) == 1;
    }
    query_end(&q);
    return rc;
}

/* The text of "somebody changed it": who and when, by the newest change of the field. */
static enum err_code say_conflict(struct store *s, enum entity_kind k, const struct id *row,
                                  int field, struct err *e)
{
    struct changes c;
    const char *person = NULL;
    enum err_code rc =
        log_load_field(s, dict_entity(k)->name, row, dict_field(k, field)->name, s->scratch, &c, e);
    if (rc)
        return rc;
    struct query q;
    bool found = false;
    if (c.n) {
        rc = query_named(s, &q, STMT_AUTHOR, e, "d", &c.v[c.n - 1].group);
        if (!rc)
            rc = query_step(&q, &found, e);
        if (!rc && found)
            person = col_text(&q, 0, s->scratch);
        query_end(&q);
        if (rc)
            return rc;
    }
    return err_set(
        e, ERR_CONFLICT,
        _("%s pada %s baru saja diubah oleh %s. Tulisan Anda belum tersimpan."),
        _(dict_field(k, field)->label), store_row_name(s, k, row, s->scratch),
        person ? person : _("orang lain"));
}

static bool deleted_here(const struct store *s, const struct id *row)
{
    for (size_t i = 0; i < s->t.n_pending; i++)
        if (s->t.pending[i].deleted && id_eq(&s->t.pending[i].row, row))
            return true;
    return false;
}

/* The heads a new value stands on: all that show the present value; all when none does. */
static size_t pick_bases(const struct heads *h, const struct value *present, struct change **out)
{
    size_t n = 0;
    for (size_t i = 0; i < h->n; i++)
        if (value_eq(&h->v[i]->value, present))
            out[n++] = h->v[i];
    if (n == 0)
        for (; n < h->n; n++)
            out[n] = h->v[n];
    return n;
}

enum err_code store_set(struct store *s, enum entity_kind k, const struct id *row, int field,
                        const struct value *v, const struct value *seen, struct err *e)
{
    struct present p;
    assert(s->t.open && !id_is_none(row));
    arena_reset(s->scratch);
    enum err_code rc = look(s, k, row, field, &p, e);
    if (rc)
        return rc;
    if (value_eq(v, &p.value)) /* also when somebody else has written the same meanwhile */
        return ERR_NONE;
    if (seen && !value_eq(seen, &p.value))
        return say_conflict(s, k, row, field, e);
    if (p.deleted && field != dict_entity(k)->n_fields - 1 && !deleted_here(s, row))
        return err_set(
            e, ERR_CONFLICT,
            _("%s sudah dihapus, jadi isiannya tidak disimpan. Kembalikan dulu lewat Riwayat, "
              "lalu ulangi."),
            store_row_name(s, k, row, s->scratch));
    struct changes c = {NULL, 0};
    if (p.exists)
        rc = log_load_field(s, dict_entity(k)->name, row, dict_field(k, field)->name, s->scratch,
                            &c, e);
    if (rc)
        return rc;
    struct heads h = heads_of(s->scratch, c.v, c.n);
    struct change **bases = ARENA_ARRAY(s->scratch, struct change *, h.n + 1);
    size_t n = pick_bases(&h, &p.value, bases);
    return store_log_value(s, k, row, field, v, bases, n, e);
}

enum err_code store_next(struct store *s, enum entity_kind k, int field, int64_t *ret,
                         struct err *e)
{
    struct query q;
    bool found = false;
    assert(s->t.open);
    enum err_code rc = query_field(s, &q, FIELD_MAX, k, field, e, "");
    if (!rc)
        rc = query_step(&q, &found, e);
    if (!rc)
        *ret = (found ? col_int(&q, 0, 0) : 0) + 1;
    query_end(&q);
    return rc;
}
