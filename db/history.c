/* What happened, for people. */
#include "config.h"

#include "db/log.h"

static const struct id last_id = {
    {255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255}};

/* Several changes of one field in one group are one line: the value before all, the value after
 * all. */
static void add_change(struct history_group *g, const struct history_change *c)
{
    for (size_t i = 0; i < g->n_changes; i++) {
        struct history_change *o = &g->changes[i];
        if (o->entity == c->entity && o->field == c->field && id_eq(&o->row, &c->row)) {
            o->after = c->after;
            o->erased = c->erased;
            return;
        }
    }
    g->changes[g->n_changes++] = *c;
}

static enum err_code load_changes(struct store *s, struct history_group *g, struct arena *a,
                                  struct err *e)
{
    struct query q;
    size_t cap = 0;
    bool row = true;
    enum err_code rc = query_named(s, &q, STMT_HISTORY_CHANGES, e, "d", &g->id);
    while (!rc && row) {
        rc = query_step(&q, &row, e);
        if (rc || !row)
            break;
        struct id group = col_id(&q, 6);
        if (!id_eq(&group, &g->id))
            break;
        int k = dict_find_entity((const char *)sqlite3_column_text(q.st, 0));
        int f = k < 0 ? -1
                      : dict_find_field((enum entity_kind)k,
                                        (const char *)sqlite3_column_text(q.st, 2));
        if (f < 0)
            continue; /* of a newer program: kept in the log, not shown */
        struct history_change c = {.entity = (enum entity_kind)k,
                                   .row = col_id(&q, 1),
                                   .field = f,
                                   .before = col_value(&q, 3, a),
                                   .after = col_value(&q, 4, a),
                                   .erased = col_int(&q, 5, 0) == 1};
        g->changes = private_grow(a, g->changes, g->n_changes, &cap, sizeof *g->changes);
        add_change(g, &c);
    }
    query_end(&q);
    return rc;
}

static enum err_code load_groups(struct store *s, const struct id *before, int64_t limit,
                                 struct arena *a, struct history_group **ret, size_t *ret_n,
                                 struct err *e)
{
    struct query q;
    struct history_group *v = NULL;
    size_t n = 0, cap = 0;
    bool row = true;
    enum err_code rc =
        query_named(s, &q, STMT_HISTORY, e, "di", id_is_none(before) ? &last_id : before, limit);
    while (!rc && row) {
        rc = query_step(&q, &row, e);
        if (rc || !row)
            break;
        v = private_grow(a, v, n, &cap, sizeof *v);
        v[n++] = (struct history_group){
            .id = col_id(&q, 0),
            .kind = group_kind_parse((const char *)sqlite3_column_text(q.st, 1)),
            .at = col_int(&q, 2, 0),
            .person = col_text(&q, 3, a),
            .machine = col_text(&q, 4, a),
            .action = col_text(&q, 5, a),
            .reason = col_text(&q, 6, a),
            .writer = col_id(&q, 7),
            .of = col_id(&q, 8)};
    }
    query_end(&q);
    *ret = v;
    *ret_n = n;
    return rc;
}

enum err_code store_history(struct store *s, const struct id *before, int limit, struct arena *a,
                            struct history_group **ret, size_t *ret_n, struct err *e)
{
    struct history_group *v = NULL;
    size_t n = 0;
    enum err_code rc = store_read_begin(s, e);
    if (rc)
        return rc;
    rc = load_groups(s, before, limit, a, &v, &n, e);
    for (size_t i = 0; !rc && i < n; i++)
        rc = load_changes(s, &v[i], a, e);
    store_read_end(s);
    if (!rc) {
        *ret = v;
        *ret_n = n;
    }
    return rc;
}

struct id store_newest_id(struct store *s)
{
    struct query q;
    struct id newest = ID_NONE;
    bool row = false;
    enum err_code rc = query_named(s, &q, STMT_NEWEST_IDS, NULL, "");
    if (!rc)
        rc = query_step(&q, &row, NULL);
    for (int i = 0; !rc && row && i < 2; i++) {
        struct id id = col_id(&q, i);
        newest = id_cmp(&id, &newest) > 0 ? id : newest;
    }
    query_end(&q);
    return newest;
}

enum err_code store_field_history(struct store *s, enum entity_kind k, const struct id *row,
                                  int field, struct arena *a, struct field_version **ret,
                                  size_t *ret_n, struct err *e)
{
    struct changes c = {NULL, 0};
    enum err_code rc = store_read_begin(s, e);
    if (rc)
        return rc;
    rc = log_load_field(s, dict_entity(k)->name, row, dict_field(k, field)->name, a, &c, e);
    struct field_version *v = ARENA_ARRAY(a, struct field_version, c.n);
    for (size_t i = 0; !rc && i < c.n; i++)
        rc = log_version(s, &c.v[i], a, &v[i], e);
    store_read_end(s);
    if (!rc) {
        *ret = v;
        *ret_n = c.n;
    }
    return rc;
}
