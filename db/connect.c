/* Connections to a session file: their settings, what a reading one may see, opening and closing. */
#include "config.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "db/private.h"

/* --- settings --- */

struct setting {
    const char *set, *get, *want;
    bool for_reading; /* also on reading connections */
};
static const struct setting settings[] = {
    {"PRAGMA busy_timeout = 5000", "PRAGMA busy_timeout", "5000", true},
    {"PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1", true},
    {"PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1", true},
    {"PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0", true},
    {"PRAGMA synchronous = FULL", "PRAGMA synchronous", "2", true},
    {"PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1", false},
};

int store_pragma(sqlite3 *db, const char *sql, struct buf *ret)
{
    sqlite3_stmt *st;
    int rc = sqlite3_prepare_v2(db, sql, -1, &st, NULL);
    if (rc != SQLITE_OK)
        return rc;
    buf_clear(ret);
    rc = sqlite3_step(st);
    if (rc == SQLITE_ROW)
        buf_puts(ret, (const char *)sqlite3_column_text(st, 0));
    int end = sqlite3_finalize(st);
    return rc == SQLITE_ROW || rc == SQLITE_DONE ? end : rc;
}

static enum err_code set_and_read_back(sqlite3 *db, const char *path, const char *set,
                                       const char *get, const char *want, struct err *e)
{
    struct buf b = BUF_INIT;
    int rc = store_pragma(db, set, &b);
    if (rc == SQLITE_OK && get)
        rc = store_pragma(db, get, &b);
    enum err_code code = ERR_NONE;
    if (rc != SQLITE_OK)
        code = stmt_db_error(db, rc, path, e);
    else if (strcmp(buf_str(&b), want) != 0) {
        err_ignore(err_set(
            e, ERR_IO,
            _("Berkas %s tidak dapat dibuka dengan aman di media ini. Isinya tidak diubah. Salin "
              "berkas ke disk laptop, lalu buka salinannya."),
            path));
        code = err_detail(e, "%s gave %s", set, buf_str(&b));
    }
    buf_done(&b);
    return code;
}

enum err_code store_settings(sqlite3 *db, const char *path, bool writing, struct err *e)
{
    static const int off_or_on[][2] = {{SQLITE_DBCONFIG_DQS_DML, 0},
                                       {SQLITE_DBCONFIG_DQS_DDL, 0},
                                       {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                       {SQLITE_DBCONFIG_DEFENSIVE, 1}};
    sqlite3_extended_result_codes(db, 1);
    for (size_t i = 0; i < sizeof off_or_on / sizeof *off_or_on; i++) {
        int now = -1;
        int rc = sqlite3_db_config(db, off_or_on[i][0], off_or_on[i][1], &now);
        assert(rc == SQLITE_OK && now == off_or_on[i][1]);
    }
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        const struct setting *st = &settings[i];
        if (!writing && !st->for_reading)
            continue;
        enum err_code rc = set_and_read_back(db, path, st->set, st->get, st->want, e);
        if (rc)
            return rc;
    }
    return ERR_NONE;
}

/* --- reading connections see columns of the dictionary and of the log, and nothing else --- */

static bool known_column(const char *table, const char *column)
{
    static const char *const own[] = {"meta",   "writer", "grp",   "change",
                                      "forked", "tally",  "draft", "blob"};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (strcmp(table, own[i]) == 0)
            return true;
    int k = dict_find_entity(table);
    if (k < 0)
        return false;
    return !*column || strcmp(column, "id") == 0 || strcmp(column, "fold") == 0 ||
           strcmp(column, "ROWID") == 0 || dict_find_field((enum entity_kind)k, column) >= 0;
}

static int allow_reading(void *unused, int action, const char *a, const char *b, const char *c,
                         const char *d)
{
    (void)unused, (void)c, (void)d;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
    case SQLITE_TRANSACTION:
        return SQLITE_OK;
    case SQLITE_READ:
        return known_column(a, b) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA:
        return strcmp(a, "data_version") == 0 ? SQLITE_OK : SQLITE_DENY;
    default:
        return SQLITE_DENY;
    }
}

/* --- writing connections let the log grow, and nothing else --- */

/* The triggers of the schema stand against whoever goes around the program, and cost each row a run of them. What the
 * program itself prepares is looked at once, here: nothing is deleted from the log or changed in it but what an erasure
 * blanks. That no statement says REPLACE is tested. */
static int allow_growing(void *unused, int action, const char *table, const char *column,
                         const char *c, const char *d)
{
    static const char *const log[] = {"change", "grp", "writer"};
    static const char *const blanked[] = {"value", "salt", "erased", "reason", "person", "machine"};
    (void)unused, (void)c, (void)d;
    if (action != SQLITE_DELETE && action != SQLITE_UPDATE)
        return SQLITE_OK;
    bool of_log = false, blanks = false;
    for (size_t i = 0; i < sizeof log / sizeof *log; i++)
        of_log = of_log || strcmp(table, log[i]) == 0;
    for (size_t i = 0; action == SQLITE_UPDATE && i < sizeof blanked / sizeof *blanked; i++)
        blanks = blanks || strcmp(column, blanked[i]) == 0;
    return of_log && !blanks ? SQLITE_DENY : SQLITE_OK;
}

void store_guard(struct store *s, bool on)
{
    sqlite3_set_authorizer(s->db, !on ? NULL : s->writing ? allow_growing : allow_reading, NULL);
}

static void work_without_triggers(struct store *s)
{
    int now = -1;
    int rc = sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, &now);
    assert(rc == SQLITE_OK && now == 0);
    store_guard(s, true);
}

/* --- connecting --- */

/* SQLite's own address form, only to say "this medium never changes". */
static char *immutable_uri(const char *path)
{
    struct buf b = BUF_INIT;
    buf_puts(&b, "file:");
    for (const char *p = path; *p; p++)
        if (strchr("%?#", *p))
            buf_printf(&b, "%%%02X", (unsigned)(unsigned char)*p);
        else
            buf_putc(&b, *p);
    buf_puts(&b, "?immutable=1");
    return buf_take(&b);
}

/* SQLite counts the memory of all connections under one lock, and our two threads would wait for each other there. */
static void count_no_memory(void)
{
    int rc = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)rc; /* too late, when somebody else has used SQLite before: it only stays slower */
}

static enum err_code open_connection(struct store *s, int flags, bool immutable, struct err *e)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, count_no_memory);
    char *uri = immutable ? immutable_uri(s->path) : NULL;
    int rc = sqlite3_open_v2(uri ? uri : s->path, &s->db,
                             flags | SQLITE_OPEN_NOMUTEX | (uri ? SQLITE_OPEN_URI : 0), NULL);
    free(uri);
    enum err_code code = rc == SQLITE_OK ? store_settings(s->db, s->path, s->writing, e)
                                         : stmt_db_error(s->db, rc, s->path, e);
    if (code) {
        sqlite3_close(s->db);
        s->db = NULL;
    }
    return code;
}

enum err_code store_connect_writing(struct store *s, struct err *e)
{
    assert(!s->db);
    int flags = SQLITE_OPEN_READWRITE | (s->memory ? SQLITE_OPEN_CREATE : 0);
    enum err_code rc = open_connection(s, flags, false, e);
    if (!rc) {
        work_without_triggers(s);
        room_watch(s);
    }
    return rc;
}

enum err_code store_use_wal(struct store *s, struct err *e)
{
    if (s->memory)
        return ERR_NONE;
    return set_and_read_back(s->db, s->path, "PRAGMA journal_mode = WAL", NULL, "wal", e);
}

enum err_code store_connect(struct store *s, struct err *e)
{
    enum err_code rc = store_connect_writing(s, e);
    if (!rc)
        rc = store_use_wal(s, e);
    if (rc)
        store_disconnect(s);
    return rc;
}

void store_disconnect(struct store *s)
{
    stmt_forget_all(s);
    if (s->db) {
        int rc = sqlite3_close(s->db);
        assert(rc == SQLITE_OK); /* BUSY would be a statement that this room forgot */
    }
    s->db = NULL;
    s->hlc_version = NONE; /* the next connection counts anew */
}

enum err_code store_connect_reading(struct store *s, const struct header *h, struct err *e)
{
    bool immutable = h && h->write_locked && h->wal_mode && !h->has_wal;
    int flags = h && h->write_locked ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (h && h->write_locked && h->has_wal)
        return err_set(
            e, ERR_IO,
            _("Berkas %s ada di media hanya-baca bersama catatan yang belum digabungkan (-wal). "
              "Isinya aman. Salin kedua berkas ke disk laptop, lalu buka salinannya."),
            s->path);
    enum err_code rc = open_connection(s, flags, immutable, e);
    if (!rc)
        rc = set_and_read_back(s->db, s->path, "PRAGMA query_only = ON", "PRAGMA query_only", "1",
                               e);
    if (!rc)
        store_guard(s, true);
    return rc;
}

enum err_code store_free_hand(struct store *s, bool free_hand, struct err *e)
{
    if (s->writing)
        return ERR_NONE;
    store_guard(s, false);
    if (free_hand)
        return set_and_read_back(s->db, s->path, "PRAGMA query_only = OFF", "PRAGMA query_only",
                                 "0", e);
    enum err_code rc =
        set_and_read_back(s->db, s->path, "PRAGMA query_only = ON", "PRAGMA query_only", "1", e);
    store_guard(s, true);
    return rc;
}
