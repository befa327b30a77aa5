/* Files of an older format: the tables get the columns that the dictionary has since gained, and are
 * filled again from the log, which may already know values for them (a newer laptop's, merged). */
#include "config.h"

#include <stdlib.h>

#include "base/buf.h"
#include "db/private.h"

static const char *column_type(enum field_type t)
{
    switch (t) {
    case TYPE_TEXT:
    case TYPE_DATE:
    case TYPE_ENUM:
        return "TEXT";
    case TYPE_INT:
    case TYPE_FLAG:
    case TYPE_TIME:
    case TYPE_STAMP:
        return "INTEGER";
    case TYPE_REF:
        break;
    }
    return "BLOB";
}

static enum err_code run(struct store *s, const char *sql, struct err *e)
{
    int rc = sqlite3_exec(s->db, sql, NULL, NULL, NULL);
    return rc == SQLITE_OK ? ERR_NONE : stmt_error(s, rc, e);
}

/* Names come from the dictionary, never from a file. */
static enum err_code add_column(struct store *s, enum entity_kind k, const struct field *f, struct err *e)
{
    int exists = sqlite3_table_column_metadata(s->db, NULL, dict_entity(k)->name, f->name, NULL, NULL, NULL,
                                               NULL, NULL);
    if (exists == SQLITE_OK)
        return ERR_NONE;
    struct buf b = BUF_INIT;
    buf_printf(&b, "ALTER TABLE %s ADD COLUMN %s %s", dict_entity(k)->name, f->name, column_type(f->type));
    if (f->type == TYPE_REF)
        buf_printf(&b, " REFERENCES %s (id) DEFERRABLE INITIALLY DEFERRED",
                   dict_entity((enum entity_kind)f->arg)->name);
    enum err_code rc = run(s, buf_str(&b), e);
    buf_done(&b);
    return rc;
}

static enum err_code add_columns(struct store *s, struct err *e)
{
    enum err_code rc = run(s, "BEGIN IMMEDIATE", e);
    if (rc)
        return rc;
    for (int k = 0; !rc && k < ENTITY_COUNT; k++) {
        const struct entity *en = dict_entity((enum entity_kind)k);
        for (int f = 0; !rc && f < en->n_fields; f++)
            rc = add_column(s, (enum entity_kind)k, &en->fields[f], e);
    }
    if (!rc)
        return run(s, "COMMIT", e);
    sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
    return rc;
}

enum err_code store_migrate(struct store *s, struct err *e)
{
    if (s->format == STORE_FORMAT)
        return ERR_NONE;
    enum err_code rc = add_columns(s, e);
    if (!rc)
        rc = store_rebuild(s, e);
    /* the mark comes last: cut off before it, the next opening does all of it again */
    struct buf b = BUF_INIT;
    buf_printf(&b, "PRAGMA user_version = %d", STORE_FORMAT);
    if (!rc)
        rc = run(s, buf_str(&b), e);
    buf_done(&b);
    if (!rc)
        s->format = STORE_FORMAT;
    return rc;
}
