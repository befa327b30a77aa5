/* Opening a session file: in which order, and what is looked at before it is trusted. */
#include "config.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "db/header_check.h"
#include "db/private.h"

/* Up to this size every opening checks every page; above it only the small tables, since opening
 * must not take longer the longer the day gets (store_verify reads everything). */
#define SMALL_FILE (1 << 20)

/* --- the store around a connection --- */

static char *name_or_null(const char *name)
{
    return name && *name ? mem_strdup(name) : NULL;
}

static void identify(struct store *s, const struct store_identity *who)
{
    if (!who)
        return;
    free(s->person);
    free(s->machine);
    s->person = name_or_null(who->person);
    s->machine = name_or_null(who->machine);
}

struct store *store_new(const char *path, bool writing, const struct store_identity *who,
                        struct clock *clock)
{
    struct store *s = mem_zalloc(sizeof *s);
    s->memory = strcmp(path, ":memory:") == 0;
    s->path = s->memory ? mem_strdup(path) : file_absolute(path);
    s->scratch = arena_new();
    s->system_clock = clock_system();
    s->clock = clock ? clock : &s->system_clock;
    s->writing = writing;
    s->hlc_version = NONE;
    if (writing) {
        s->started_at = clock_now(s->clock);
        s->writer = id_new(s->started_at);
        identify(s, who);
    }
    return s;
}

enum err_code store_read_session_id(struct store *s, struct err *e)
{
    struct query q;
    bool found = false;
    enum err_code rc = query_named(s, &q, STMT_META_GET, e, "t", "session");
    if (!rc)
        rc = query_step(&q, &found, e);
    if (!rc && found)
        s->session = col_id(&q, 0);
    query_end(&q);
    if (!rc && id_is_none(&s->session))
        return stmt_error(s, SQLITE_CORRUPT, e);
    return rc;
}

/* --- is it sound enough to work with? --- */

static enum err_code check_version(struct store *s, struct err *e)
{
    struct buf b = BUF_INIT;
    int rc = store_pragma(s->db, "PRAGMA user_version", &b);
    long version = rc == SQLITE_OK ? strtol(buf_str(&b), NULL, 10) : 0;
    buf_done(&b);
    if (rc != SQLITE_OK)
        return stmt_error(s, rc, e);
    if (version < 1 || version > STORE_FORMAT)
        return err_set(e, ERR_VERSION,
                       _("Berkas %s dibuat oleh Mufakat yang lain (format %ld, program ini "
                         "mengenal sampai %d). "
                         "Isinya aman dan tidak diubah. Perbarui program ini."),
                       s->path, version, STORE_FORMAT);
    s->format = version;
    return ERR_NONE;
}

static enum err_code check_pages(struct store *s, const struct header *h, struct err *e)
{
    static const char *const all[] = {"PRAGMA quick_check(1)", NULL};
    static const char *const small[] = {"PRAGMA quick_check(meta)",    "PRAGMA quick_check(writer)",
                                        "PRAGMA quick_check(session)", "PRAGMA quick_check(agenda)",
                                        "PRAGMA quick_check(lock)",    NULL};
    struct buf b = BUF_INIT;
    int rc = SQLITE_OK;
    const char *const *p = h->size <= SMALL_FILE || h->has_wal ? all : small;
    for (; *p && rc == SQLITE_OK; p++) {
        rc = store_pragma(s->db, *p, &b);
        if (rc == SQLITE_OK && strcmp(buf_str(&b), "ok") != 0)
            rc = SQLITE_CORRUPT;
    }
    enum err_code code = rc == SQLITE_OK ? ERR_NONE : stmt_error(s, rc, e);
    if (rc == SQLITE_CORRUPT)
        code = err_detail(e, "%s: %s", s->path, buf_str(&b));
    buf_done(&b);
    return code;
}

static enum err_code check_content(struct store *s, const struct header *h, struct err *e)
{
    enum err_code rc = check_version(s, e);
    if (!rc)
        rc = check_pages(s, h, e);
    store_shrink(s); /* it has read pages that nobody asks for soon */
    return rc;
}

/* --- the public side --- */

static enum err_code look_before_writing(const char *path, struct header *ret, struct err *e)
{
    enum err_code rc = header_check(path, ret, e);
    if (rc || !ret->write_locked)
        return rc;
    return err_set(e, ERR_IO,
                   _("Berkas %s hanya dapat dibaca (berkas, folder, atau medianya hanya-baca). "
                     "Isinya aman. "
                     "Salin ke disk laptop, lalu buka salinannya."),
                   path);
}

enum err_code store_open_rest(struct store *s, const struct store_identity *who, struct err *e)
{
    identify(s, who);
    if (s->db) /* whole already */
        return ERR_NONE;
    enum err_code rc = store_connect_writing(s, e);
    if (!rc)
        rc = check_content(s, &s->header, e);
    if (!rc)
        rc = store_read_session_id(s, e);
    if (!rc)
        rc = store_use_wal(s, e);
    if (!rc)
        rc = store_migrate(s, e);
    if (rc)
        store_disconnect(s);
    return rc;
}

enum err_code store_open(const char *path, const struct store_identity *who, struct clock *clock,
                         struct store **ret, struct err *e)
{
    struct header h = {0};
    enum err_code rc = look_before_writing(path, &h, e);
    if (rc)
        return rc;
    struct store *s = store_new(path, true, who, clock);
    s->header = h;
    rc = store_open_rest(s, NULL, e);
    if (rc) {
        store_close(s);
        return rc;
    }
    *ret = s;
    return ERR_NONE;
}

/* The reading connection of a file that nobody has opened yet in this process. */
static enum err_code open_reader(const char *path, struct clock *clock, struct store **ret, struct err *e)
{
    struct store *s = store_new(path, false, NULL, clock);
    enum err_code rc = store_connect_reading(s, NULL, e);
    if (!rc) {
        store_guard(s, false);
        rc = check_version(s, e);
        store_guard(s, true);
    }
    if (!rc)
        rc = store_read_session_id(s, e);
    if (rc) {
        store_close(s);
        return rc;
    }
    *ret = s;
    return ERR_NONE;
}

enum err_code store_open_first(const char *path, struct clock *clock, struct store **ret_writer,
                               struct store **ret_reader, struct err *e)
{
    struct header h = {0};
    struct store *reader = NULL;
    enum err_code rc = look_before_writing(path, &h, e);
    if (rc)
        return rc;
    struct store *writer = store_new(path, true, NULL, clock);
    writer->header = h;
    bool usual = h.wal_mode && !h.has_wal && h.format == STORE_FORMAT;
    if (!usual)
        rc = store_open_rest(writer, NULL, e);
    if (!rc)
        rc = usual ? open_reader(path, clock, &reader, e) : store_open_beside(writer, &reader, e);
    if (rc) {
        store_close(writer);
        return rc;
    }
    *ret_writer = writer;
    *ret_reader = reader;
    return ERR_NONE;
}

bool store_is_write_locked(const char *path)
{
    struct header h = {0};
    return header_check(path, &h, NULL) == ERR_NONE && h.write_locked;
}

/* A reading connection cannot bring an older file up to date, so a writing one does it before. */
static enum err_code renew(const char *path, const struct header *h, struct err *e)
{
    struct store *s = NULL;
    if (h->format >= STORE_FORMAT)
        return ERR_NONE;
    if (h->write_locked)
        return err_set(e, ERR_VERSION,
                       _("Berkas %s dibuat oleh Mufakat yang lebih lama dan perlu diperbarui sekali, tetapi "
                         "di sini hanya dapat dibaca. Isinya aman. Salin ke disk laptop, lalu buka salinannya."),
                       path);
    enum err_code rc = store_open(path, NULL, NULL, &s, e);
    store_close(s);
    return rc;
}

enum err_code store_open_read(const char *path, struct store **ret, struct err *e)
{
    struct header h = {0};
    enum err_code rc = header_check(path, &h, e);
    if (!rc)
        rc = renew(path, &h, e);
    if (rc)
        return rc;
    struct store *s = store_new(path, false, NULL, NULL);
    rc = store_connect_reading(s, &h, e);
    if (!rc) {
        store_guard(s, false);
        rc = check_content(s, &h, e);
        store_guard(s, true);
    }
    if (!rc)
        rc = store_read_session_id(s, e);
    if (rc) {
        store_close(s);
        return rc;
    }
    *ret = s;
    return ERR_NONE;
}

enum err_code store_open_beside(const struct store *first, struct store **ret, struct err *e)
{
    assert(!first->memory); /* a private database has no second connection */
    struct store *s = store_new(first->path, false, NULL,
                                first->clock == &first->system_clock ? NULL : first->clock);
    s->session = first->session;
    enum err_code rc = store_connect_reading(s, NULL, e);
    if (rc) {
        store_close(s);
        return rc;
    }
    *ret = s;
    return ERR_NONE;
}

void store_close(struct store *s)
{
    if (!s)
        return;
    while (s->readers > 0)
        store_read_end(s);
    store_rollback(s);
    if (s->db && s->writing && !s->memory)
        sqlite3_wal_checkpoint_v2(s->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    store_disconnect(s);
    arena_free(s->scratch);
    free(s->undo.v);
    free(s->redo.v);
    free(s->person);
    free(s->machine);
    free(s->path);
    free(s);
}

void store_shrink(struct store *s)
{
    if (s->db)
        sqlite3_db_release_memory(s->db);
}

struct id store_session_id(const struct store *s)
{
    return s->session;
}

int64_t store_data_version(struct store *s)
{
    int64_t version = 0;
    err_ignore(query_number(s, STMT_DATA_VERSION, 0, &version, NULL, ""));
    return version;
}
