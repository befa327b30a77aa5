#include "config.h"

#include "db/stmt.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "db/private.h"

/* --- SQL made from the dictionary --- */

static void add_columns(struct buf *b, enum entity_kind k)
{
    const struct entity *en = dict_entity(k);
    buf_puts(b, "SELECT id");
    for (int f = 0; f < en->n_fields; f++)
        buf_printf(b, ", %s", en->fields[f].name);
    buf_printf(b, " FROM %s", en->name);
}

/* The dossier's order: number or ord (not given last), then id. */
static void add_order(struct buf *b, enum entity_kind k)
{
    const char *by = dict_find_field(k, "number") >= 0 ? "number"
                     : dict_find_field(k, "ord") >= 0  ? "ord"
                                                       : NULL;
    if (by)
        buf_printf(b, " ORDER BY %s IS NULL, %s, id", by, by);
    else
        buf_puts(b, " ORDER BY id");
}

bool stmt_has_fold(enum entity_kind k)
{
    return k == ENTITY_participant || k == ENTITY_contribution;
}

static void add_insert(struct buf *b, enum entity_kind k)
{
    const struct entity *en = dict_entity(k);
    buf_printf(b, "INSERT INTO %s (id", en->name);
    for (int f = 0; f < en->n_fields; f++)
        buf_printf(b, ", %s", en->fields[f].name);
    buf_puts(b, stmt_has_fold(k) ? ", fold) VALUES (?1" : ") VALUES (?1");
    for (int i = 0; i < en->n_fields + stmt_has_fold(k); i++)
        buf_printf(b, ", ?%d", i + 2);
    buf_putc(b, ')');
}

char *stmt_entity_sql(enum entity_verb verb, enum entity_kind k)
{
    struct buf b = BUF_INIT;
    const char *table = dict_entity(k)->name;
    switch (verb) {
    case ENTITY_LOAD_ALL:
        add_columns(&b, k);
        buf_puts(&b, " WHERE deleted IS NOT 1");
        add_order(&b, k);
        break;
    case ENTITY_LOAD:
        add_columns(&b, k);
        buf_puts(&b, " WHERE id = ?1");
        break;
    case ENTITY_EACH:
        add_columns(&b, k);
        buf_puts(&b, " ORDER BY id");
        break;
    case ENTITY_INSERT:
        add_insert(&b, k);
        break;
    case ENTITY_CLEAR:
        buf_printf(&b, "DELETE FROM %s", table);
        break;
    case ENTITY_VERBS:
        assert(false && "no such verb");
    }
    return buf_take(&b);
}

char *stmt_field_sql(enum field_verb verb, enum entity_kind k, int f)
{
    struct buf b = BUF_INIT;
    const char *table = dict_entity(k)->name;
    const char *column = dict_field(k, f)->name;
    switch (verb) {
    case FIELD_GET:
        buf_printf(&b, "SELECT %s, deleted FROM %s WHERE id = ?1", column, table);
        break;
    case FIELD_UPDATE:
        buf_printf(&b, "UPDATE %s SET %s = ?2 WHERE id = ?1", table, column);
        break;
    case FIELD_MAX:
        buf_printf(&b, "SELECT max(%s) FROM %s", column, table);
        break;
    case FIELD_USERS:
        buf_printf(&b, "SELECT count(*) FROM %s WHERE %s = ?1 AND deleted IS NOT 1", table, column);
        break;
    case FIELD_VERBS:
        assert(false && "no such verb");
    }
    return buf_take(&b);
}

/* --- taking, binding, stepping --- */

static enum err_code prepare(struct store *s, const char *sql, sqlite3_stmt **ret, struct err *e)
{
    int rc = sqlite3_prepare_v3(s->db, sql, -1, SQLITE_PREPARE_PERSISTENT, ret, NULL);
    return rc == SQLITE_OK ? ERR_NONE : stmt_error(s, rc, e);
}

static enum err_code prepare_and_free(struct store *s, char *sql, sqlite3_stmt **ret, struct err *e)
{
    enum err_code rc = prepare(s, sql, ret, e);
    free(sql);
    return rc;
}

static int bind_value(sqlite3_stmt *st, int i, const struct value *v)
{
    if (v->type == VALUE_INT)
        return sqlite3_bind_int64(st, i, v->i);
    if (v->type == VALUE_TEXT)
        return sqlite3_bind_text64(st, i, v->p, v->n, SQLITE_STATIC, SQLITE_UTF8);
    if (v->type == VALUE_BLOB)
        return sqlite3_bind_blob64(st, i, v->p, v->n, SQLITE_STATIC);
    return sqlite3_bind_null(st, i);
}

static int bind_one(sqlite3_stmt *st, int i, char kind, va_list *ap)
{
    switch (kind) {
    case 'i':
        return sqlite3_bind_int64(st, i, va_arg(*ap, int64_t));
    case 't':
        return sqlite3_bind_text(st, i, va_arg(*ap, const char *), -1, SQLITE_STATIC);
    case 'd': {
        const struct id *id = va_arg(*ap, const struct id *);
        return id_is_none(id) ? sqlite3_bind_null(st, i)
                              : sqlite3_bind_blob(st, i, id->b, sizeof id->b, SQLITE_STATIC);
    }
    case 'h':
        return sqlite3_bind_blob(st, i, va_arg(*ap, const struct hash *)->b, 32, SQLITE_STATIC);
    case 'b': {
        const void *p = va_arg(*ap, const void *);
        size_t n = va_arg(*ap, size_t);
        return p ? sqlite3_bind_blob64(st, i, p, n, SQLITE_STATIC) : sqlite3_bind_null(st, i);
    }
    case 'v':
        return bind_value(st, i, va_arg(*ap, const struct value *));
    default:
        assert(false && "unknown letter in a binding format");
        return SQLITE_MISUSE;
    }
}

static enum err_code start(struct store *s, struct query *q, sqlite3_stmt *st, struct err *e,
                           const char *fmt, va_list *ap)
{
    assert(!sqlite3_stmt_busy(st)); /* a statement is never used while it is in use */
    for (int i = 0; fmt[i]; i++) {
        int rc = bind_one(st, i + 1, fmt[i], ap);
        if (rc != SQLITE_OK) {
            enum err_code code = stmt_error(s, rc, e);
            sqlite3_clear_bindings(st);
            return code;
        }
    }
    s->cache.open++;
    q->st = st;
    return ERR_NONE;
}

static enum err_code gone(struct err *e)
{
    return err_set(
        e, ERR_IO,
        _("Berkas sesi belum dapat dibuka lagi setelah disk menolak. Yang sudah tersimpan "
          "aman. Periksa disk, lalu coba lagi."));
}

static enum err_code named_va(struct store *s, struct query *q, enum stmt_id id, struct err *e,
                              const char *fmt, va_list *ap)
{
    *q = (struct query){s, NULL};
    if (!s->db)
        return gone(e);
    sqlite3_stmt **slot = &s->cache.named[id];
    if (!*slot) {
        enum err_code rc = prepare(s, stmt_texts[id].sql, slot, e);
        if (rc)
            return rc;
    }
    return start(s, q, *slot, e, fmt, ap);
}

enum err_code query_named(struct store *s, struct query *q, enum stmt_id id, struct err *e,
                          const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    enum err_code rc = named_va(s, q, id, e, fmt, &ap);
    va_end(ap);
    return rc;
}

/* A statement about one entity or field. `made` is its SQL, only for the first use of the slot; freed here. */
static enum err_code start_made(struct store *s, struct query *q, sqlite3_stmt **slot, char *made,
                                struct err *e, const char *fmt, va_list *ap)
{
    enum err_code rc = made ? prepare_and_free(s, made, slot, e) : ERR_NONE;
    return rc ? rc : start(s, q, *slot, e, fmt, ap);
}

enum err_code query_entity(struct store *s, struct query *q, enum entity_verb verb,
                           enum entity_kind k, struct err *e, const char *fmt, ...)
{
    *q = (struct query){s, NULL};
    if (!s->db)
        return gone(e);
    sqlite3_stmt **slot = &s->cache.entity[k][verb];
    va_list ap;
    va_start(ap, fmt);
    enum err_code rc =
        start_made(s, q, slot, *slot ? NULL : stmt_entity_sql(verb, k), e, fmt, &ap);
    va_end(ap);
    return rc;
}

enum err_code query_field(struct store *s, struct query *q, enum field_verb verb,
                          enum entity_kind k, int f, struct err *e, const char *fmt, ...)
{
    *q = (struct query){s, NULL};
    if (!s->db)
        return gone(e);
    if (!s->cache.field[k]) {
        size_t n = (size_t)dict_entity(k)->n_fields * FIELD_VERBS;
        s->cache.field[k] = mem_zalloc(n * sizeof(sqlite3_stmt *));
    }
    sqlite3_stmt **slot = &s->cache.field[k][f * FIELD_VERBS + (int)verb];
    va_list ap;
    va_start(ap, fmt);
    enum err_code rc =
        start_made(s, q, slot, *slot ? NULL : stmt_field_sql(verb, k, f), e, fmt, &ap);
    va_end(ap);
    return rc;
}

enum err_code query_bind(struct query *q, int i, const struct value *v, struct err *e)
{
    int rc = bind_value(q->st, i, v);
    return rc == SQLITE_OK ? ERR_NONE : stmt_error(q->s, rc, e);
}

enum err_code query_step(struct query *q, bool *ret_row, struct err *e)
{
    int rc = sqlite3_step(q->st);
    if (rc != SQLITE_ROW && rc != SQLITE_DONE)
        return stmt_error(q->s, rc, e);
    *ret_row = rc == SQLITE_ROW;
    return ERR_NONE;
}

void query_end(struct query *q)
{
    if (!q->st)
        return;
    sqlite3_reset(q->st);
    sqlite3_clear_bindings(q->st);
    q->st = NULL;
    q->s->cache.open--;
}

enum err_code query_run(struct store *s, enum stmt_id id, struct err *e, const char *fmt, ...)
{
    struct query q;
    va_list ap;
    va_start(ap, fmt);
    enum err_code rc = named_va(s, &q, id, e, fmt, &ap);
    va_end(ap);
    bool row = false;
    if (!rc)
        rc = query_step(&q, &row, e);
    assert(rc || !row);
    query_end(&q);
    return rc;
}

enum err_code query_number(struct store *s, enum stmt_id id, int64_t otherwise, int64_t *ret,
                           struct err *e, const char *fmt, ...)
{
    struct query q;
    va_list ap;
    va_start(ap, fmt);
    enum err_code rc = named_va(s, &q, id, e, fmt, &ap);
    va_end(ap);
    bool row = false;
    if (!rc)
        rc = query_step(&q, &row, e);
    if (!rc)
        *ret = row ? col_int(&q, 0, otherwise) : otherwise;
    query_end(&q);
    return rc;
}

/* --- columns --- */

int64_t col_int(const struct query *q, int i, int64_t otherwise)
{
    return sqlite3_column_type(q->st, i) == SQLITE_INTEGER ? sqlite3_column_int64(q->st, i)
                                                           : otherwise;
}

char *col_text(const struct query *q, int i, struct arena *a)
{
    const unsigned char *p = sqlite3_column_text(q->st, i);
    return p ? arena_memdup(a, p, (size_t)sqlite3_column_bytes(q->st, i)) : NULL;
}

struct id col_id(const struct query *q, int i)
{
    struct id id = ID_NONE;
    const void *p = sqlite3_column_blob(q->st, i);
    if (p && sqlite3_column_bytes(q->st, i) == (int)sizeof id.b)
        memcpy(id.b, p, sizeof id.b);
    return id;
}

struct hash col_hash(const struct query *q, int i)
{
    struct hash h = {{0}};
    const void *p = sqlite3_column_blob(q->st, i);
    if (p && sqlite3_column_bytes(q->st, i) == (int)sizeof h.b)
        memcpy(h.b, p, sizeof h.b);
    return h;
}

struct value col_value(const struct query *q, int i, struct arena *a)
{
    struct value v = value_null();
    switch (sqlite3_column_type(q->st, i)) {
    case SQLITE_INTEGER:
        v.type = VALUE_INT;
        v.i = sqlite3_column_int64(q->st, i);
        return v;
    case SQLITE_TEXT:
        v.type = VALUE_TEXT;
        v.p = (const char *)sqlite3_column_text(q->st, i);
        break;
    case SQLITE_BLOB:
        v.type = VALUE_BLOB;
        v.p = sqlite3_column_blob(q->st, i);
        break;
    default:
        return v;
    }
    v.n = (size_t)sqlite3_column_bytes(q->st, i);
    if (a)
        v.p = arena_memdup(a, v.n ? v.p : "", v.n);
    return v;
}

/* --- the rest --- */

void stmt_forget_all(struct store *s)
{
    struct stmt_cache *c = &s->cache;
    assert(c->open == 0); /* a query that was never ended would keep the file open */
    for (int i = 0; i < STMT_COUNT; i++)
        sqlite3_finalize(c->named[i]);
    for (int k = 0; k < ENTITY_COUNT; k++) {
        for (int v = 0; v < ENTITY_VERBS; v++)
            sqlite3_finalize(c->entity[k][v]);
        int n = dict_entity((enum entity_kind)k)->n_fields * FIELD_VERBS;
        for (int i = 0; c->field[k] && i < n; i++)
            sqlite3_finalize(c->field[k][i]);
        free(c->field[k]);
    }
    memset(c, 0, sizeof *c);
}

enum err_code stmt_exec(struct store *s, const char *sql, struct err *e)
{
    if (!s->db)
        return gone(e);
    int rc = sqlite3_exec(s->db, sql, NULL, NULL, NULL);
    return rc == SQLITE_OK ? ERR_NONE : stmt_error(s, rc, e);
}
