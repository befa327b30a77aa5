#include "config.h"

#include "db/log.h"

#include <string.h>

static const char *const kind_names[] = {
    [GROUP_DO] = "do",         [GROUP_UNDO] = "undo", [GROUP_REDO] = "redo",
    [GROUP_SETTLE] = "settle", [GROUP_LOCK] = "lock", [GROUP_UNLOCK] = "unlock",
    [GROUP_ERASE] = "erase"};

const char *log_kind_name(enum group_kind k)
{
    return kind_names[k];
}

enum group_kind log_kind_parse(const char *s)
{
    for (size_t i = 0; i < sizeof kind_names / sizeof *kind_names; i++)
        if (s && strcmp(s, kind_names[i]) == 0)
            return (enum group_kind)i;
    return GROUP_DO;
}

static void read_change(const struct query *q, struct arena *a, struct change *c)
{
    c->writer = col_id(q, 0);
    c->seq = col_int(q, 1, 0);
    c->hlc = col_int(q, 2, 0);
    c->group = col_id(q, 3);
    c->kind = log_kind_parse((const char *)sqlite3_column_text(q->st, 4));
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

enum err_code log_collect(struct query *q, struct arena *a, struct changes *ret, struct err *e)
{
    struct changes list = {NULL, 0};
    size_t cap = 0;
    for (;;) {
        bool row;
        enum err_code rc = query_step(q, &row, e);
        if (rc || !row) {
            query_end(q);
            if (!rc)
                *ret = list;
            return rc;
        }
        list.v = private_grow(a, list.v, list.n, &cap, sizeof *list.v);
        read_change(q, a, &list.v[list.n++]);
    }
}

enum err_code log_load_field(struct store *s, const char *entity, const struct id *row,
                             const char *field, struct arena *a, struct changes *ret, struct err *e)
{
    struct query q;
    enum err_code rc = query_named(s, &q, STMT_CHANGES_OF_FIELD, e, "tdt", entity, row, field);
    return rc ? rc : log_collect(&q, a, ret, e);
}

enum err_code log_load_row(struct store *s, const char *entity, const struct id *row,
                           struct arena *a, struct changes *ret, struct err *e)
{
    struct query q;
    enum err_code rc = query_named(s, &q, STMT_CHANGES_OF_ROW, e, "td", entity, row);
    return rc ? rc : log_collect(&q, a, ret, e);
}
