/* Files of an older format: the present schema is laid anew beside what the file keeps (the log, drafts, pictures), which
 * is copied into it; the tables are then filled from the log, which may already know values that the older format had no
 * column for (a newer laptop's, merged). One transaction: a file is of one format or of the other. */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "db/private.h"
#include "db/state.h"

/* What is kept: the columns that all formats have had, and one that came with format 3, with what it would have said of
 * an older file. */
static const struct kept {
    const char *table, *columns, *from, *new_column, *worked_out;
} kept[] = {
    {"meta", "key, value", "old_meta", NULL, NULL},
    {"writer", "id, started_at, person, machine, salt, proof", "old_writer", NULL, NULL},
    {"grp", "id, writer, kind, of, at, action, reason, salt, proof",
     "old_grp LEFT JOIN (SELECT grp, min(seq) AS begin FROM old_change GROUP BY grp) ON grp = id", "first",
     "ifnull(begin, 0)"},
    {"change", "writer, seq, hlc, grp, entity, row, field, base_writer, base_seq, seen, salt, value, erased, proof, "
               "chain", "old_change ORDER BY writer, seq", "run", "1"},
    {"draft", "key, text, at", "old_draft", NULL, NULL},
    {"blob", "sha256, bytes", "old_blob", NULL, NULL},
};
#define KEPT (sizeof kept / sizeof *kept)

static enum err_code run(struct store *s, char *sql, struct err *e)
{
    int rc = sql ? sqlite3_exec(s->db, sql, NULL, NULL, NULL) : SQLITE_NOMEM;
    sqlite3_free(sql);
    return rc == SQLITE_OK ? ERR_NONE : stmt_error(s, rc, e);
}

static bool is_kept(const char *table)
{
    for (size_t i = 0; i < KEPT; i++)
        if (strcmp(kept[i].table, table) == 0)
            return true;
    return false;
}

/* Commands that drop triggers, indexes and tables that are made anew, in this order. */
static enum err_code list_old(struct store *s, struct buf *ret, struct err *e)
{
    static const char sql[] = "SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                              "ORDER BY type = 'table', type DESC";
    sqlite3_stmt *st = NULL;
    int rc = sqlite3_prepare_v2(s->db, sql, -1, &st, NULL);
    while (rc == SQLITE_OK && (rc = sqlite3_step(st)) == SQLITE_ROW) {
        const char *type = (const char *)sqlite3_column_text(st, 0), *name = (const char *)sqlite3_column_text(st, 1);
        char *drop = sqlite3_mprintf("DROP %s \"%w\";", type, name);
        if (strcmp(type, "table") != 0 || !is_kept(name))
            buf_puts(ret, drop);
        sqlite3_free(drop);
        rc = SQLITE_OK;
    }
    sqlite3_finalize(st);
    return rc == SQLITE_DONE ? ERR_NONE : stmt_error(s, rc, e);
}

static enum err_code clear_way(struct store *s, struct err *e)
{
    struct buf drops = BUF_INIT;
    enum err_code rc = list_old(s, &drops, e);
    if (!rc)
        rc = run(s, sqlite3_mprintf("%s", buf_str(&drops)), e);
    buf_done(&drops);
    for (size_t i = 0; !rc && i < KEPT; i++)
        rc = run(s, sqlite3_mprintf("ALTER TABLE %s RENAME TO old_%s", kept[i].table, kept[i].table), e);
    return rc;
}

static enum err_code copy_kept(struct store *s, struct err *e)
{
    enum err_code rc = ERR_NONE;
    for (size_t i = 0; !rc && i < KEPT; i++) {
        const struct kept *k = &kept[i];
        const char *value = s->format < 3 ? k->worked_out : k->new_column;
        if (k->new_column)
            rc = run(s, sqlite3_mprintf("INSERT INTO %s (%s, %s) SELECT %s, %s FROM %s", k->table, k->columns,
                                        k->new_column, k->columns, value, k->from), e);
        else
            rc = run(s, sqlite3_mprintf("INSERT INTO %s (%s) SELECT %s FROM %s", k->table, k->columns, k->columns,
                                        k->from), e);
    }
    for (size_t i = 0; !rc && i < KEPT; i++)
        rc = run(s, sqlite3_mprintf("DROP TABLE old_%s", kept[i].table), e);
    return rc;
}

static enum err_code renew(struct store *s, struct err *e)
{
    enum err_code rc = run(s, sqlite3_mprintf("BEGIN IMMEDIATE"), e);
    if (rc)
        return rc;
    rc = clear_way(s, e);
    if (!rc)
        rc = run(s, sqlite3_mprintf("%s", stmt_schema), e);
    if (!rc)
        rc = copy_kept(s, e);
    if (!rc)
        rc = state_rebuild(s, e);
    if (!rc)
        rc = run(s, sqlite3_mprintf("PRAGMA user_version = %d; COMMIT", STORE_FORMAT), e);
    if (rc)
        err_ignore(run(s, sqlite3_mprintf("ROLLBACK"), NULL));
    return rc;
}

enum err_code store_migrate(struct store *s, struct err *e)
{
    if (s->format == STORE_FORMAT)
        return ERR_NONE;
    store_guard(s, false); /* the log is not changed, but its tables are */
    enum err_code rc = run(s, sqlite3_mprintf("PRAGMA foreign_keys = OFF"), e);
    if (!rc)
        rc = renew(s, e);
    if (rc)
        return rc;
    s->format = STORE_FORMAT;
    store_disconnect(s); /* the settings and the guard again, as every opening has them */
    return store_connect(s, e);
}
