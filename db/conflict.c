/* Fields whose rivals wait for a decision, and the decision. */
#include "config.h"

#include <assert.h>
#include <string.h>

#include "db/apply.h"

static bool listed(const struct conflict *c, const struct value *v)
{
    for (size_t i = 0; i < c->n; i++)
        if (value_eq(&c->heads[i].value, v))
            return true;
    return false;
}

/* The rivals of a field, each value once, the shown one first. */
static enum err_code list_rivals(struct store *s, const struct heads *h, struct arena *a,
                                 struct conflict *c, struct err *e)
{
    enum err_code rc = ERR_NONE;
    c->heads = ARENA_ARRAY(a, struct field_version, h->n + 1);
    for (size_t i = 0; !rc && i < h->n; i++)
        if (!listed(c, &h->v[i]->value))
            rc = log_version(s, h->v[i], a, &c->heads[c->n++], e);
    return rc;
}

/* A deletion against an edit it had not seen: shown is "not deleted", in the name of the editor. */
static enum err_code list_deletion(struct store *s, const struct row_state *st, int field,
                                   struct arena *a, struct conflict *c, struct err *e)
{
    c->heads = ARENA_ARRAY(a, struct field_version, 2);
    enum err_code rc = log_version(s, st->edit, a, &c->heads[0], e);
    c->heads[0].value = value_null();
    if (!rc)
        rc = log_version(s, st->heads[field].v[0], a, &c->heads[1], e);
    c->n = 2;
    return rc;
}

struct place {
    char *entity, *field;
    struct id row;
};

static enum err_code load_places(struct store *s, struct arena *a, struct place **ret,
                                 size_t *ret_n, struct err *e)
{
    struct query q;
    struct place *v = NULL;
    size_t n = 0, cap = 0;
    bool row = true;
    enum err_code rc = query_named(s, &q, STMT_FORKED, e, "");
    while (!rc && row) {
        rc = query_step(&q, &row, e);
        if (rc || !row)
            break;
        v = private_grow(a, v, n, &cap, sizeof *v);
        v[n++] = (struct place){col_text(&q, 0, a), col_text(&q, 2, a), col_id(&q, 1)};
    }
    query_end(&q);
    *ret = v;
    *ret_n = n;
    return rc;
}

static enum err_code look(struct store *s, const struct place *p, struct arena *a,
                          struct conflict *c, struct err *e)
{
    struct changes all;
    int k = dict_find_entity(p->entity);
    int f = k < 0 ? -1 : dict_find_field((enum entity_kind)k, p->field);
    if (f < 0)
        return ERR_NONE;
    enum err_code rc = log_load_row(s, p->entity, &p->row, a, &all, e);
    if (rc)
        return rc;
    struct row_state st = apply_work_out(a, (enum entity_kind)k, &p->row, &all);
    *c = (struct conflict){.entity = (enum entity_kind)k, .row = p->row, .field = f};
    if (f == dict_entity((enum entity_kind)k)->n_fields - 1 && st.contested)
        return list_deletion(s, &st, f, a, c, e);
    return heads_in_conflict(&st.heads[f]) ? list_rivals(s, &st.heads[f], a, c, e) : ERR_NONE;
}

enum err_code store_conflicts(struct store *s, struct arena *a, struct conflict **ret,
                              size_t *ret_n, struct err *e)
{
    struct place *places = NULL;
    size_t n = 0, found = 0;
    enum err_code rc = store_read_begin(s, e);
    if (rc)
        return rc;
    rc = load_places(s, a, &places, &n, e);
    struct conflict *v = ARENA_ARRAY(a, struct conflict, n + 1);
    for (size_t i = 0; !rc && i < n; i++) {
        struct conflict c = {.n = 0};
        rc = look(s, &places[i], a, &c, e);
        if (!rc && c.n)
            v[found++] = c;
    }
    store_read_end(s);
    if (!rc) {
        *ret = v;
        *ret_n = found;
    }
    return rc;
}

enum err_code store_settle(struct store *s, enum entity_kind k, const struct id *row, int field,
                           const struct value *v, struct err *e)
{
    assert(s->t.open && s->t.g.kind == GROUP_SETTLE);
    struct arena *a = arena_new();
    struct changes all;
    enum err_code rc =
        log_load_field(s, dict_entity(k)->name, row, dict_field(k, field)->name, a, &all, e);
    if (!rc) {
        struct heads h = heads_of(a, all.v, all.n);
        rc = store_log_value(s, k, row, field, v, h.v, h.n, e);
    }
    arena_free(a);
    return rc;
}
