/* The log as data. */
#include "config.h"

#include "db/private.h"

enum err_code store_log_writers(struct store *s, struct arena *a, struct log_writer **ret,
                                size_t *ret_n, struct err *e)
{
    struct query q;
    struct log_writer *v = NULL;
    size_t n = 0, cap = 0;
    bool row = true;
    enum err_code rc = query_named(s, &q, STMT_WRITERS, e, "");
    while (!rc && row) {
        rc = query_step(&q, &row, e);
        if (rc || !row)
            break;
        v = private_grow(a, v, n, &cap, sizeof *v);
        v[n++] = (struct log_writer){col_id(&q, 0), col_text(&q, 1, a), col_text(&q, 2, a),
                                     col_int(&q, 3, 0)};
    }
    query_end(&q);
    if (!rc) {
        *ret = v;
        *ret_n = n;
    }
    return rc;
}

static struct log_change read_log_change(const struct query *q, struct arena *a)
{
    return (struct log_change){.writer = col_id(q, 0),
                               .seq = col_int(q, 1, 0),
                               .hlc = col_int(q, 2, 0),
                               .group = col_id(q, 3),
                               .entity = col_text(q, 4, a),
                               .row = col_id(q, 5),
                               .field = col_text(q, 6, a),
                               .base_writer = col_id(q, 7),
                               .base_seq = col_int(q, 8, 0),
                               .value = col_value(q, 9, a),
                               .erased = col_int(q, 10, 0) == 1,
                               .chain = col_hash(q, 11)};
}

enum err_code store_log_changes(struct store *s, struct arena *a, struct log_change **ret,
                                size_t *ret_n, struct err *e)
{
    struct query q;
    struct log_change *v = NULL;
    size_t n = 0, cap = 0;
    bool row = true;
    enum err_code rc = query_named(s, &q, STMT_LOG, e, "");
    while (!rc && row) {
        rc = query_step(&q, &row, e);
        if (rc || !row)
            break;
        v = private_grow(a, v, n, &cap, sizeof *v);
        v[n++] = read_log_change(&q, a);
    }
    query_end(&q);
    if (!rc) {
        *ret = v;
        *ret_n = n;
    }
    return rc;
}
