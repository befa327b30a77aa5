#include "config.h"

#include "db/apply.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "model/records.h"

/* --- the derived search column --- */

#define FOLD_FIELDS 4
struct folded {
    enum entity_kind entity;
    enum stmt_id update;
    int fields[FOLD_FIELDS]; /* -1: none */
};
static const struct folded folded[] = {
    {ENTITY_participant,
     STMT_FOLD_PARTICIPANT,
     {participant_F_name, participant_F_other_names, participant_F_invited_as, participant_F_organization}},
    {ENTITY_contribution,
     STMT_FOLD_CONTRIBUTION,
     {contribution_F_text, contribution_F_wording, -1, -1}},
};

static const struct folded *folded_of(enum entity_kind k)
{
    for (size_t i = 0; i < sizeof folded / sizeof *folded; i++)
        if (folded[i].entity == k)
            return &folded[i];
    return NULL;
}

static bool feeds_fold(const struct folded *fo, int field)
{
    for (int i = 0; i < FOLD_FIELDS; i++)
        if (fo->fields[i] == field)
            return true;
    return false;
}

/* The text of the search column, from the values of its fields in order. */
static const char *fold_of(const struct value *v, struct arena *a)
{
    struct buf b = BUF_INIT;
    for (int i = 0; i < FOLD_FIELDS; i++) {
        if (v[i].type != VALUE_TEXT)
            continue;
        if (b.len)
            buf_putc(&b, '\n');
        buf_add(&b, v[i].p, v[i].n);
    }
    const char *text = b.len ? text_fold(a, buf_str(&b)) : NULL;
    buf_done(&b);
    return text;
}

static enum err_code update_fold(struct store *s, const struct folded *fo, const struct id *row,
                                 struct err *e)
{
    union {
        struct participant p;
        struct contribution c;
    } record;
    struct arena *a = arena_new();
    struct value v[FOLD_FIELDS] = {{0}};
    char scratch[DATE_TEXT]; /* for dates, which are never folded */
    enum err_code rc = store_load(s, fo->entity, row, a, &record, e);
    for (int i = 0; !rc && i < FOLD_FIELDS && fo->fields[i] >= 0; i++)
        v[i] = record_get(&record, fo->entity, fo->fields[i], scratch);
    if (!rc)
        rc = query_run(s, fo->update, e, "dt", row, fold_of(v, a));
    arena_free(a);
    return rc;
}

/* --- values into tables --- */

bool apply_fits(const struct field *fd, const struct value *v)
{
    if (v->type == VALUE_NULL)
        return true;
    switch (fd->type) {
    case TYPE_TEXT:
    case TYPE_DATE:
    case TYPE_ENUM:
        return v->type == VALUE_TEXT;
    case TYPE_REF:
        return v->type == VALUE_BLOB && v->n == sizeof(struct id);
    case TYPE_INT:
    case TYPE_FLAG:
    case TYPE_TIME:
    case TYPE_STAMP:
        break;
    }
    return v->type == VALUE_INT;
}

static enum err_code update(struct store *s, enum entity_kind k, const struct id *row, int field,
                            const struct value *v, bool *ret_found, struct err *e)
{
    struct query q;
    bool any;
    enum err_code rc = query_field(s, &q, FIELD_UPDATE, k, field, e, "dv", row, v);
    if (!rc)
        rc = query_step(&q, &any, e);
    query_end(&q);
    if (!rc)
        *ret_found = sqlite3_changes(s->db) > 0;
    return rc;
}

/* --- the derived counts of notes --- */

static bool feeds_tally(enum entity_kind k, int field)
{
    return k == ENTITY_contribution &&
           (field == contribution_F_number || field == contribution_F_kind ||
            field == contribution_F_agenda || field == contribution_F_gap || field == contribution_F_deleted);
}

static enum err_code tally(struct store *s, const struct id *row, int64_t times, struct err *e)
{
    return query_run(s, STMT_TALLY, e, "di", row, times);
}

static enum err_code insert(struct store *s, enum entity_kind k, const struct id *row,
                            const struct value *v, const char *fold, struct err *e)
{
    struct query q;
    bool any;
    int n = dict_entity(k)->n_fields;
    const struct value folded_text = value_text(fold);
    enum err_code rc = query_entity(s, &q, ENTITY_INSERT, k, e, "d", row);
    if (rc)
        return rc;
    for (int f = 0; !rc && f < n; f++)
        rc = query_bind(&q, f + 2, &v[f], e);
    if (!rc && stmt_has_fold(k))
        rc = query_bind(&q, n + 2, &folded_text, e);
    if (!rc)
        rc = query_step(&q, &any, e);
    query_end(&q);
    return rc;
}

enum err_code apply_new_row(struct store *s, enum entity_kind k, const struct id *row,
                            const struct value *v, struct err *e)
{
    const struct folded *fo = folded_of(k);
    struct value texts[FOLD_FIELDS] = {{0}};
    assert(stmt_has_fold(k) == (fo != NULL));
    for (int i = 0; fo && i < FOLD_FIELDS && fo->fields[i] >= 0; i++)
        texts[i] = v[fo->fields[i]];
    struct arena *a = fo ? arena_new() : NULL;
    enum err_code rc = insert(s, k, row, v, fo ? fold_of(texts, a) : NULL, e);
    arena_free(a);
    return rc || k != ENTITY_contribution ? rc : tally(s, row, 1, e);
}

static enum err_code new_row_of_one(struct store *s, enum entity_kind k, const struct id *row,
                                    int field, const struct value *v, struct err *e)
{
    struct value *all = mem_zalloc((size_t)dict_entity(k)->n_fields * sizeof *all);
    all[field] = *v;
    enum err_code rc = apply_new_row(s, k, row, all, e);
    free(all);
    return rc;
}

enum err_code apply_value(struct store *s, enum entity_kind k, const struct id *row, int field,
                          const struct value *v, struct err *e)
{
    bool found, counts = feeds_tally(k, field);
    enum err_code rc = counts ? tally(s, row, -1, e) : ERR_NONE;
    if (!rc)
        rc = update(s, k, row, field, v, &found, e);
    if (!rc && !found)
        return new_row_of_one(s, k, row, field, v, e);
    if (!rc && counts)
        rc = tally(s, row, 1, e);
    const struct folded *fo = folded_of(k);
    if (!rc && fo && feeds_fold(fo, field))
        rc = update_fold(s, fo, row, e);
    return rc;
}

/* --- whole rows --- */

struct row_state apply_work_out(struct arena *a, enum entity_kind k, const struct id *row,
                                const struct changes *c)
{
    int n = dict_entity(k)->n_fields;
    struct row_state st = {.entity = k, .row = *row};
    st.v = ARENA_ARRAY(a, struct value, (size_t)n);
    st.heads = ARENA_ARRAY(a, struct heads, (size_t)n);
    for (size_t i = 0, end; i < c->n; i = end) {
        for (end = i + 1; end < c->n && strcmp(c->v[end].field, c->v[i].field) == 0;)
            end++;
        int f = dict_find_field(k, c->v[i].field);
        if (f < 0)
            continue;
        st.heads[f] = heads_of(a, &c->v[i], end - i);
        st.v[f] = heads_value(&st.heads[f]);
    }
    st.contested = heads_deletion_contested(&st.heads[n - 1], c, &st.edit);
    if (st.contested)
        st.v[n - 1] = value_null();
    return st;
}

static enum err_code note_forks(struct store *s, const struct row_state *st, struct err *e)
{
    const struct entity *en = dict_entity(st->entity);
    for (int f = 0; f < en->n_fields; f++) {
        bool deleted = f == en->n_fields - 1;
        if (st->heads[f].n < 2 && !(deleted && st->contested))
            continue;
        enum err_code rc =
            query_run(s, STMT_FORKED_PUT, e, "tdt", en->name, &st->row, en->fields[f].name);
        if (rc)
            return rc;
    }
    return ERR_NONE;
}

static bool says_something(const struct row_state *st)
{
    for (int f = 0; f < dict_entity(st->entity)->n_fields; f++)
        if (st->heads[f].n)
            return true;
    return false;
}

static enum err_code put_state(struct store *s, const struct row_state *st, struct err *e)
{
    bool exists = false;
    enum err_code rc = store_exists(s, st->entity, &st->row, &exists, e);
    if (!rc && !exists)
        return says_something(st) ? apply_new_row(s, st->entity, &st->row, st->v, e) : ERR_NONE;
    for (int f = 0; !rc && f < dict_entity(st->entity)->n_fields; f++)
        if (st->heads[f].n)
            rc = apply_value(s, st->entity, &st->row, f, &st->v[f], e);
    return rc;
}

enum err_code apply_row(struct store *s, enum entity_kind k, const struct id *row, struct err *e)
{
    struct arena *a = arena_new();
    struct changes c;
    enum err_code rc = log_load_row(s, dict_entity(k)->name, row, a, &c, e);
    if (!rc) {
        struct row_state st = apply_work_out(a, k, row, &c);
        rc = put_state(s, &st, e);
        if (!rc)
            rc = note_forks(s, &st, e);
    }
    arena_free(a);
    return rc;
}
