/* Making a new session file. */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "db/private.h"

/* Schema, marks, the session's id and its empty row, on an open empty database. */
static enum err_code fill(sqlite3 *db, const char *path, int64_t now, struct err *e)
{
    struct id session = id_new(now);
    char hex[2 * sizeof session.b + 1];
    for (size_t i = 0; i < sizeof session.b; i++)
        snprintf(hex + 2 * i, 3, "%02x", session.b[i]);
    char *marks = sqlite3_mprintf("PRAGMA application_id = %d; PRAGMA user_version = %d;"
                                  "INSERT INTO meta (key, value) VALUES ('session', x'%s');"
                                  "INSERT INTO session (id) VALUES (x'%s'); COMMIT;",
                                  STORE_APPLICATION_ID, STORE_FORMAT, hex, hex);
    int rc = marks ? sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) : SQLITE_NOMEM;
    if (rc == SQLITE_OK)
        rc = sqlite3_exec(db, stmt_schema, NULL, NULL, NULL);
    if (rc == SQLITE_OK)
        rc = sqlite3_exec(db, marks, NULL, NULL, NULL);
    sqlite3_free(marks);
    return rc == SQLITE_OK ? ERR_NONE : stmt_db_error(db, rc, path, e);
}

static enum err_code make_content(const char *temp, int64_t now, struct err *e)
{
    sqlite3 *db = NULL;
    int rc = sqlite3_open_v2(temp, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    enum err_code code =
        rc == SQLITE_OK ? store_settings(db, temp, true, e) : stmt_db_error(db, rc, temp, e);
    if (!code)
        code = fill(db, temp, now, e);
    if (!code) {
        /* The mark in the header; the later opening finds the file as it will stay. */
        rc = sqlite3_exec(db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
        if (rc != SQLITE_OK)
            code = stmt_db_error(db, rc, temp, e);
    }
    sqlite3_close(db);
    return code;
}

static enum err_code create_file(const char *path, int64_t now, struct err *e)
{
    char *temp = NULL;
    enum err_code rc = file_check_new(path, e);
    if (!rc)
        rc = file_temp(path, &temp, e);
    if (rc)
        return rc;
    rc = make_content(temp, now, e); /* mode 0600 by file_temp; SQLite gives -wal the same */
    if (!rc)
        rc = file_commit_new(temp, path, e);
    file_discard(temp);
    free(temp);
    return rc;
}

static enum err_code create_memory(const struct store_identity *who, struct clock *clock,
                                   struct store **ret, struct err *e)
{
    struct store *s = store_new(":memory:", true, who, clock);
    enum err_code rc = store_connect(s, e);
    if (!rc)
        rc = fill(s->db, s->path, clock_now(clock), e);
    if (!rc)
        rc = store_read_session_id(s, e);
    if (rc) {
        store_close(s);
        return rc;
    }
    *ret = s;
    return ERR_NONE;
}

enum err_code store_create(const char *path, const struct store_identity *who, struct clock *clock,
                           struct store **ret, struct err *e)
{
    if (strcmp(path, ":memory:") == 0)
        return create_memory(who, clock, ret, e);
    enum err_code rc = create_file(path, clock_now(clock), e);
    return rc ? rc : store_open(path, who, clock, ret, e);
}
