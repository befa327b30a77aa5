/* Pages, search and counts of the notes. */
#include "config.h"

#include <string.h>

#include "db/private.h"
#include "model/records.h"

static const struct id last_id = {
    {255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255}};

/* Reads the ids of a started query; ends it. At most `limit` of them. */
static enum err_code read_ids(struct query *q, int limit, struct arena *a, struct id **ret,
                              size_t *ret_n, struct err *e)
{
    struct id *ids = ARENA_ARRAY(a, struct id, (size_t)limit);
    size_t n = 0;
    bool row = true;
    enum err_code rc = ERR_NONE;
    while (!rc && row && n < (size_t)limit) {
        rc = query_step(q, &row, e);
        if (!rc && row)
            ids[n++] = col_id(q, 0);
    }
    query_end(q);
    if (!rc) {
        *ret = ids;
        *ret_n = n;
    }
    return rc;
}

static enum err_code load_ids(struct store *s, const struct id *ids, size_t n, bool reversed,
                              struct arena *a, struct contribution **ret, struct err *e)
{
    struct contribution *rows = ARENA_ARRAY(a, struct contribution, n + 1);
    for (size_t i = 0; i < n; i++) {
        const struct id *id = &ids[reversed ? n - 1 - i : i];
        enum err_code rc = store_load(s, ENTITY_contribution, id, a, &rows[i], e);
        if (rc)
            return rc;
    }
    *ret = rows;
    return ERR_NONE;
}

/* Ids and rows must come from one moment. */
static enum err_code finish_page(struct store *s, struct query *q, int limit, bool reversed,
                                 struct arena *a, struct contribution **ret, size_t *ret_n,
                                 struct err *e)
{
    struct id *ids = NULL;
    size_t n = 0;
    enum err_code rc = read_ids(q, limit, a, &ids, &n, e);
    if (!rc)
        rc = load_ids(s, ids, n, reversed, a, ret, e);
    if (!rc)
        *ret_n = n;
    return rc;
}

enum err_code store_load_notes(struct store *s, const struct id *agenda, const struct id *before,
                               int limit, struct arena *a, struct contribution **ret, size_t *ret_n,
                               struct err *e)
{
    struct query q;
    int64_t max = limit;
    const struct id *end = id_is_none(before) ? &last_id : before;
    enum err_code rc = store_read_begin(s, e);
    if (rc)
        return rc;
    if (id_is_none(agenda))
        rc = query_named(s, &q, STMT_NOTES_PAGE, e, "di", end, max);
    else
        rc = query_named(s, &q, STMT_NOTES_PAGE_OF_AGENDA, e, "did", end, max, agenda);
    if (!rc)
        rc = finish_page(s, &q, limit, true, a, ret, ret_n, e);
    store_read_end(s);
    return rc;
}

enum err_code store_search_notes(struct store *s, const char *folded, int limit, struct arena *a,
                                 struct contribution **ret, size_t *ret_n, struct err *e)
{
    struct query q;
    int64_t max = limit;
    enum err_code rc = store_read_begin(s, e);
    if (rc)
        return rc;
    rc = query_named(s, &q, STMT_NOTES_SEARCH, e, "ti", folded, max);
    if (!rc)
        rc = finish_page(s, &q, limit, false, a, ret, ret_n, e);
    store_read_end(s);
    return rc;
}

enum err_code store_speakers(struct store *s, int limit, struct arena *a, struct id **ret,
                             size_t *ret_n, struct err *e)
{
    struct query q;
    int64_t max = limit;
    enum err_code rc = query_named(s, &q, STMT_SPEAKERS, e, "i", max);
    return rc ? rc : read_ids(&q, limit, a, ret, ret_n, e);
}

enum err_code store_note_counts(struct store *s, const struct id *agenda, struct note_counts *ret,
                                struct err *e)
{
    struct query q;
    bool found = false;
    enum err_code rc = query_named(s, &q, STMT_NOTES_COUNTS, e, "d", agenda);
    if (!rc)
        rc = query_step(&q, &found, e);
    if (!rc)
        *ret = (struct note_counts){.counted = col_int(&q, 0, 0),
                                    .gaps = col_int(&q, 1, 0),
                                    .here_counted = col_int(&q, 2, 0),
                                    .here_gaps = col_int(&q, 3, 0)};
    query_end(&q);
    return rc;
}
