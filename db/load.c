/* Rows of the tables as structs. */
#include "config.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "db/private.h"
#include "model/records.h"

/* --- read transactions --- */

enum err_code store_read_begin(struct store *s, struct err *e)
{
    if (!s->t.open && s->readers == 0) {
        enum err_code rc = query_run(s, STMT_BEGIN_READ, e, "");
        if (rc)
            return rc;
    }
    s->readers++;
    return ERR_NONE;
}

void store_read_end(struct store *s)
{
    assert(s->readers > 0);
    if (--s->readers == 0 && !s->t.open && s->db && !sqlite3_get_autocommit(s->db))
        err_ignore(query_run(s, STMT_COMMIT, NULL, ""));
}

/* --- rows --- */

void *private_grow(struct arena *a, void *v, size_t n, size_t *cap, size_t size)
{
    if (n < *cap)
        return v;
    *cap = *cap ? 2 * *cap : 16;
    void *grown = arena_alloc(a, *cap * size);
    if (n)
        memcpy(grown, v, n * size);
    return grown;
}

/* The present row of a query with an entity's columns into its struct. */
static void load_record(const struct query *q, enum entity_kind k, struct arena *a, void *record)
{
    const struct entity *en = dict_entity(k);
    record_init(record, k);
    *(struct id *)record = col_id(q, 0);
    for (int f = 0; f < en->n_fields; f++) {
        struct value v = col_value(q, f + 1, a);
        /* A code or date that this program does not know stays "not given" in the struct. */
        bool known = record_set(record, k, f, &v);
        (void)known;
    }
}

enum err_code store_load_all(struct store *s, enum entity_kind k, struct arena *a, void *ret_rows,
                             size_t *ret_n, struct err *e)
{
    size_t size = dict_entity(k)->size, n = 0, cap = 0;
    char *rows = NULL;
    struct query q;
    enum err_code rc = query_entity(s, &q, ENTITY_LOAD_ALL, k, e, "");
    for (bool row = true; !rc && row;) {
        rc = query_step(&q, &row, e);
        if (rc || !row)
            break;
        rows = private_grow(a, rows, n, &cap, size);
        load_record(&q, k, a, rows + n++ * size);
    }
    query_end(&q);
    if (rc)
        return rc;
    memcpy(ret_rows, &rows, sizeof rows);
    *ret_n = n;
    return ERR_NONE;
}

enum err_code store_load(struct store *s, enum entity_kind k, const struct id *row, struct arena *a,
                         void *ret_record, struct err *e)
{
    struct query q;
    bool found = false;
    enum err_code rc = query_entity(s, &q, ENTITY_LOAD, k, e, "d", row);
    if (!rc)
        rc = query_step(&q, &found, e);
    if (!rc && found)
        load_record(&q, k, a, ret_record);
    query_end(&q);
    if (!rc && !found)
        return err_set(e, ERR_NOTFOUND,
                       _("%s itu tidak ada di berkas sesi. Tidak ada yang berubah."),
                       _(dict_entity(k)->label));
    return rc;
}

enum err_code store_load_value(struct store *s, enum entity_kind k, const struct id *row, int field,
                               struct arena *a, struct value *ret, struct err *e)
{
    struct query q;
    bool found = false;
    enum err_code rc = query_field(s, &q, FIELD_GET, k, field, e, "d", row);
    if (!rc)
        rc = query_step(&q, &found, e);
    if (!rc)
        *ret = found ? col_value(&q, 0, a) : value_null();
    query_end(&q);
    return rc;
}

/* --- the dossier --- */

enum err_code store_load_dossier(struct store *s, struct arena *a, struct dossier **ret,
                                 struct err *e)
{
    enum err_code rc = store_read_begin(s, e);
    if (rc)
        return rc;
    struct dossier *d = dossier_new(a);
    d->now = clock_now(s->clock);
    for (int k = 0; !rc && k < ENTITY_COUNT; k++) {
        void *rows = NULL;
        size_t n = 0;
        rc = store_load_all(s, (enum entity_kind)k, a, &rows, &n, e);
        if (!rc && (k != ENTITY_session || n == 1)) /* the dossier always has its one session row */
            dossier_set_rows(d, (enum entity_kind)k, rows, n);
    }
    store_read_end(s);
    if (!rc)
        *ret = d;
    return rc;
}
