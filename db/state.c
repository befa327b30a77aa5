#include "config.h"

#include "db/state.h"

#include <stdlib.h>
#include <string.h>

#include "model/records.h"

/* --- row by row --- */

static void keep_cut(struct changes *c, const struct cut *cut)
{
    size_t n = 0;
    for (size_t i = 0; i < c->n; i++)
        if (cut_holds(cut, &c->v[i].writer, c->v[i].seq))
            c->v[n++] = c->v[i];
    c->n = n;
}

static bool has_known_field(enum entity_kind k, const struct row_state *st)
{
    for (int f = 0; f < dict_entity(k)->n_fields; f++)
        if (st->heads[f].n)
            return true;
    return false;
}

static enum err_code one_row(struct store *s, enum entity_kind k, const struct id *row,
                             const struct cut *cut, struct arena *a, state_row_fn *fn, void *with,
                             struct err *e)
{
    struct changes c;
    enum err_code rc = log_load_row(s, dict_entity(k)->name, row, a, &c, e);
    if (rc)
        return rc;
    if (cut)
        keep_cut(&c, cut);
    struct row_state st = apply_work_out(a, k, row, &c);
    return has_known_field(k, &st) ? fn(with, &st, a, e) : ERR_NONE;
}

enum err_code state_each_row(struct store *s, const struct cut *cut, state_row_fn *fn, void *with,
                             struct err *e)
{
    struct query q;
    struct arena *a = arena_new();
    bool row = true;
    enum err_code rc = query_named(s, &q, STMT_ROWS_OF_LOG, e, "");
    while (!rc && row) {
        rc = query_step(&q, &row, e);
        if (rc || !row)
            break;
        struct id id = col_id(&q, 0);
        int k = dict_find_entity((const char *)sqlite3_column_text(q.st, 1));
        arena_reset(a);
        if (k >= 0)
            rc = one_row(s, (enum entity_kind)k, &id, cut, a, fn, with, e);
    }
    query_end(&q);
    arena_free(a);
    return rc;
}

/* --- rebuilding the tables --- */

static enum err_code put_row(void *with, const struct row_state *row, struct arena *a,
                             struct err *e)
{
    (void)a;
    return apply_row(with, row->entity, &row->row, e);
}

static enum err_code clear_tables(struct store *s, struct err *e)
{
    enum err_code rc = query_run(s, STMT_FORKED_CLEAR, e, "");
    if (!rc)
        rc = query_run(s, STMT_TALLY_CLEAR, e, "");
    for (int k = 0; !rc && k < ENTITY_COUNT; k++) {
        struct query q;
        bool any;
        rc = query_entity(s, &q, ENTITY_CLEAR, (enum entity_kind)k, e, "");
        if (!rc)
            rc = query_step(&q, &any, e);
        query_end(&q);
    }
    return rc ? rc : query_run(s, STMT_SESSION_ROW, e, "d", &s->session);
}

enum err_code state_rebuild(struct store *s, struct err *e)
{
    enum err_code rc = clear_tables(s, e);
    return rc ? rc : state_each_row(s, NULL, put_row, s, e);
}

enum err_code store_rebuild(struct store *s, struct err *e)
{
    enum err_code rc = store_work_begin(s, e);
    return rc ? rc : store_work_end(s, state_rebuild(s, e), e);
}

/* --- a dossier out of the log --- */

struct pile {
    char *v;
    size_t n, cap;
};
struct gathering {
    struct arena *out;
    struct pile piles[ENTITY_COUNT];
};

static enum err_code gather(void *with, const struct row_state *row, struct arena *a, struct err *e)
{
    (void)a, (void)e;
    struct gathering *g = with;
    struct pile *p = &g->piles[row->entity];
    const struct entity *en = dict_entity(row->entity);
    p->v = private_grow(g->out, p->v, p->n, &p->cap, en->size);
    void *record = p->v + p->n * en->size;
    record_init(record, row->entity);
    *(struct id *)record = row->row;
    for (int f = 0; f < en->n_fields; f++) {
        struct value v = row->v[f];
        if (v.type == VALUE_TEXT || v.type == VALUE_BLOB)
            v.p = arena_memdup(g->out, v.p, v.n);
        bool known = record_set(record, row->entity, f, &v);
        (void)known; /* what this program does not know stays "not given", as in store_load */
    }
    const char *deleted = (const char *)record + en->fields[en->n_fields - 1].offset;
    int64_t flag;
    memcpy(&flag, deleted, sizeof flag);
    if (!IS_SET(flag))
        p->n++;
    return ERR_NONE;
}

/* The dossier's order, as in stmt.c: number or ord (not given last), then id. */
static int dossier_order(const void *a, const void *b, void *offset)
{
    const size_t *at = offset;
    if (at) {
        int64_t x, y;
        memcpy(&x, (const char *)a + *at, sizeof x);
        memcpy(&y, (const char *)b + *at, sizeof y);
        if (x != y)
            return x == NONE ? 1 : y == NONE ? -1 : x < y ? -1 : 1;
    }
    return id_cmp(a, b);
}

static void sort_pile(struct pile *p, enum entity_kind k)
{
    int f = dict_find_field(k, "number");
    if (f < 0)
        f = dict_find_field(k, "ord");
    size_t offset = f < 0 ? 0 : dict_field(k, f)->offset;
    if (p->n > 1)
        qsort_r(p->v, p->n, dict_entity(k)->size, dossier_order, f < 0 ? NULL : &offset);
}

enum err_code state_dossier(struct store *s, const struct cut *cut, struct arena *a,
                            struct dossier **ret, struct err *e)
{
    struct gathering g = {.out = a};
    enum err_code rc = state_each_row(s, cut, gather, &g, e);
    if (rc)
        return rc;
    struct dossier *d = dossier_new(a);
    d->now = clock_now(s->clock);
    d->session.v->id = s->session;
    for (int k = 0; k < ENTITY_COUNT; k++) {
        struct pile *p = &g.piles[k];
        sort_pile(p, (enum entity_kind)k);
        if (k != ENTITY_session || p->n == 1)
            dossier_set_rows(d, (enum entity_kind)k, p->v, p->n);
    }
    *ret = d;
    return ERR_NONE;
}
