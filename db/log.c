#include "config.h"

#include "db/log.h"

#include <stdlib.h>
#include <string.h>

static void read_change(const struct query *q, struct arena *a, struct change *c)
{
    c->writer = col_id(q, 0);
    c->seq = col_int(q, 1, 0);
    c->hlc = col_int(q, 2, 0);
    c->group = col_id(q, 3);
    c->kind = group_kind_parse((const char *)sqlite3_column_text(q->st, 4));
    c->of = col_id(q, 5);
    c->entity = col_text(q, 6, a);
    c->row = col_id(q, 7);
    c->field = col_text(q, 8, a);
    c->base_writer = col_id(q, 9);
    c->base_seq = col_int(q, 10, 0);
    c->seen = col_int(q, 11, NONE);
    c->value = col_value(q, 12, a);
    c->erased = col_int(q, 13, 0) == 1;
}

/* Reads the rows of a started query, up to the first of another group than `only` (may be NULL), and ends it. */
static enum err_code collect(struct query *q, const struct id *only, struct arena *a,
                             struct changes *ret, struct err *e)
{
    struct changes list = {NULL, 0};
    size_t cap = 0;
    bool row = true;
    enum err_code rc = ERR_NONE;
    while (!rc && row) {
        rc = query_step(q, &row, e);
        if (rc || !row)
            break;
        list.v = private_grow(a, list.v, list.n, &cap, sizeof *list.v);
        read_change(q, a, &list.v[list.n]);
        if (only && !id_eq(&list.v[list.n].group, only))
            break;
        list.n++;
    }
    query_end(q);
    if (!rc)
        *ret = list;
    return rc;
}

/* By field, then oldest first. */
static int by_age(const void *a, const void *b)
{
    const struct change *x = a, *y = b;
    int field = strcmp(x->field, y->field);
    if (field)
        return field;
    return x->hlc != y->hlc ? (x->hlc < y->hlc ? -1 : 1) : id_cmp(&x->writer, &y->writer);
}

static enum err_code collect_by_age(struct query *q, struct arena *a, struct changes *ret,
                                    struct err *e)
{
    enum err_code rc = collect(q, NULL, a, ret, e);
    if (!rc && ret->n > 1)
        qsort(ret->v, ret->n, sizeof *ret->v, by_age);
    return rc;
}

enum err_code log_load_field(struct store *s, const char *entity, const struct id *row,
                             const char *field, struct arena *a, struct changes *ret, struct err *e)
{
    struct query q;
    enum err_code rc = query_named(s, &q, STMT_CHANGES_OF_FIELD, e, "tdt", entity, row, field);
    return rc ? rc : collect_by_age(&q, a, ret, e);
}

enum err_code log_load_row(struct store *s, const char *entity, const struct id *row,
                           struct arena *a, struct changes *ret, struct err *e)
{
    struct query q;
    enum err_code rc = query_named(s, &q, STMT_CHANGES_OF_ROW, e, "td", entity, row);
    return rc ? rc : collect_by_age(&q, a, ret, e);
}

enum err_code log_load_group(struct store *s, const struct id *group, struct arena *a,
                             struct changes *ret, struct err *e)
{
    struct query q;
    enum err_code rc = query_named(s, &q, STMT_CHANGES_OF_GROUP, e, "d", group);
    return rc ? rc : collect(&q, group, a, ret, e);
}

enum err_code log_version(struct store *s, const struct change *c, struct arena *a,
                          struct field_version *ret, struct err *e)
{
    struct query q;
    bool found = false;
    enum err_code rc = query_named(s, &q, STMT_AUTHOR, e, "d", &c->group);
    if (!rc)
        rc = query_step(&q, &found, e);
    if (!rc)
        *ret = (struct field_version){.value = c->value,
                                      .person = found ? col_text(&q, 0, a) : NULL,
                                      .at = found ? col_int(&q, 1, 0) : 0,
                                      .erased = c->erased};
    query_end(&q);
    return rc;
}
