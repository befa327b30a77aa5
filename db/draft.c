/* Half-typed texts. Each is stored at once, in a transaction of its own unless a group is open. */
#include "config.h"

#include "db/private.h"

enum err_code store_put_draft(struct store *s, const char *key, const char *text, int64_t at,
                              struct err *e)
{
    if (!text || !*text)
        return query_run(s, STMT_DRAFT_DELETE, e, "t", key);
    return query_run(s, STMT_DRAFT_PUT, e, "tti", key, text, at);
}

enum err_code store_rename_drafts(struct store *s, const char *from, const char *to, struct err *e)
{
    return query_run(s, STMT_DRAFTS_RENAME, e, "tt", from, to);
}

enum err_code store_load_drafts(struct store *s, struct arena *a, struct draft **ret, size_t *ret_n,
                                struct err *e)
{
    struct query q;
    struct draft *v = NULL;
    size_t n = 0, cap = 0;
    bool row = true;
    enum err_code rc = query_named(s, &q, STMT_DRAFTS, e, "");
    while (!rc && row) {
        rc = query_step(&q, &row, e);
        if (rc || !row)
            break;
        v = private_grow(a, v, n, &cap, sizeof *v);
        v[n] = (struct draft){.stored = col_text(&q, 0, a), .text = col_text(&q, 1, a), .at = col_int(&q, 2, 0)};
        v[n].key = v[n].stored;
        n++;
    }
    query_end(&q);
    if (!rc) {
        *ret = v;
        *ret_n = n;
    }
    return rc;
}
