/* A whole, checked, single-file copy of the session. */
#include "config.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/i18n.h"
#include "db/private.h"

static bool same_file(const char *a, const char *b)
{
    struct stat x, y;
    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

enum err_code store_copy_look(const struct store *s, const char *target, bool replace, struct err *e)
{
    struct stat st;
    if (same_file(s->path, target))
        return err_set(
            e, ERR_INPUT,
            _("%s adalah sesi yang sedang dibuka; salinan harus bernama lain. Tidak ada yang "
              "berubah. Pilih nama atau folder lain."),
            target);
    if (stat(target, &st) != 0)
        return ERR_NONE;
    if (S_ISDIR(st.st_mode))
        return err_set(e, ERR_INPUT,
                       _("%s adalah folder. Tidak ada yang berubah. Tulis juga nama berkasnya."),
                       target);
    if (!S_ISREG(st.st_mode))
        return err_set(e, ERR_INPUT,
                       _("%s bukan berkas biasa. Tidak ada yang berubah. Pilih nama lain."),
                       target);
    if (!replace)
        return err_set(e, ERR_CONFLICT,
                       _("%s sudah ada dan tidak diubah. Pilih nama lain, atau setujui "
                         "penggantiannya."),
                       target);
    return ERR_NONE;
}

/* Words for a failure on the target's disk; the session itself is not concerned. */
static enum err_code copy_failed(sqlite3 *db, int rc, const char *target, struct err *e)
{
    struct err why = {0};
    enum err_code code = stmt_db_error(db, rc, target, &why);
    if (code == ERR_FULL)
        err_ignore(err_set(
            e, code,
            _("Salinan tidak dibuat: tidak cukup ruang untuk %s. Sesi aman dan tidak berubah. "
              "Kosongkan ruang, atau pilih tempat lain."),
            target));
    else
        err_ignore(
            err_set(e, code,
                    _("Salinan ke %s gagal. Sesi aman dan tidak berubah. Periksa tempat tujuan "
                      "(flashdisk terpasang?), lalu coba lagi."),
                    target));
    err_ignore(err_detail(e, "%s", why.detail));
    return code;
}

static enum err_code stopped(struct err *e)
{
    return err_set(e, ERR_BUSY, _("Penyalinan dibatalkan. Sesi dan berkas tujuan tidak berubah."));
}

/* --- how far it is --- */

struct progress {
    const struct copy_watch *watch; /* NULL: nobody looks */
    const char *temp;
    int64_t whole; /* bytes that the copy will have, about */
};

static bool tell(const struct copy_watch *w, enum copy_step step, int percent)
{
    return !w || w->told(w->ctx, step, percent);
}

enum { STEPS_BETWEEN = 20000 }; /* of SQLite's machine, between two looks: some hundred pages */

/* Called by SQLite; not 0 stops it. */
static int still_writing(void *ctx)
{
    const struct progress *p = ctx;
    struct stat st;
    int64_t done = stat(p->temp, &st) == 0 ? (int64_t)st.st_size : 0;
    int64_t percent = p->whole > 0 ? done * 100 / p->whole : 0;
    return !tell(p->watch, COPY_WRITING, percent > 99 ? 99 : (int)percent);
}

static int64_t whole_size(const struct store *s)
{
    struct stat st;
    return stat(s->path, &st) == 0 ? (int64_t)st.st_size : 0;
}

/* --- the steps --- */

static enum err_code vacuum_into(struct store *s, const char *temp, const char *target,
                                 struct err *e)
{
    sqlite3_stmt *st = NULL;
    enum err_code code = store_free_hand(s, true, e);
    if (code)
        return code;
    int rc = sqlite3_prepare_v2(s->db, "VACUUM INTO ?1", -1, &st, NULL);
    if (rc == SQLITE_OK)
        rc = sqlite3_bind_text(st, 1, temp, -1, SQLITE_STATIC);
    if (rc == SQLITE_OK) {
        rc = sqlite3_step(st);
        if (rc == SQLITE_DONE)
            rc = SQLITE_OK;
    }
    if (rc == SQLITE_INTERRUPT)
        code = stopped(e);
    else if (rc != SQLITE_OK)
        code = copy_failed(s->db, rc, target, e);
    sqlite3_finalize(st);
    enum err_code back = store_free_hand(s, false, code ? NULL : e);
    return code ? code : back;
}

static enum err_code check_whole(sqlite3 *db, const char *target, struct err *e)
{
    sqlite3_stmt *st = NULL;
    int rc = sqlite3_prepare_v2(db, "PRAGMA integrity_check(1)", -1, &st, NULL);
    if (rc == SQLITE_OK && (rc = sqlite3_step(st)) == SQLITE_ROW)
        rc = strcmp((const char *)sqlite3_column_text(st, 0), "ok") == 0 ? SQLITE_OK
                                                                         : SQLITE_CORRUPT;
    sqlite3_finalize(st);
    if (rc == SQLITE_OK)
        return ERR_NONE;
    if ((rc & 0xFF) != SQLITE_CORRUPT)
        return copy_failed(db, rc, target, e);
    return err_set(e, ERR_CORRUPT,
                   _("Salinan ke %s tidak utuh dan sudah dibuang. Sesi tidak berubah. Coba lagi ke "
                     "tempat lain, "
                     "lalu periksa berkas sesinya."),
                   target);
}

/* Drafts are nobody's business but this laptop's; then every page of the copy is read back. */
static enum err_code clean_and_check(const char *temp, const char *target, struct err *e)
{
    sqlite3 *db = NULL;
    int rc = sqlite3_open_v2(temp, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    enum err_code code =
        rc == SQLITE_OK ? store_settings(db, target, true, e) : copy_failed(db, rc, target, e);
    if (!code) {
        rc = sqlite3_exec(db, "DELETE FROM draft", NULL, NULL, NULL);
        code = rc == SQLITE_OK ? check_whole(db, target, e) : copy_failed(db, rc, target, e);
    }
    sqlite3_close(db);
    return code;
}

static enum err_code write_copy(struct store *s, const char *temp, const char *target,
                                const struct copy_watch *watch, struct err *e)
{
    struct progress p = {watch, temp, whole_size(s)};
    if (!tell(watch, COPY_WRITING, 0))
        return stopped(e);
    sqlite3_progress_handler(s->db, STEPS_BETWEEN, watch ? still_writing : NULL, &p);
    enum err_code rc = vacuum_into(s, temp, target, e);
    sqlite3_progress_handler(s->db, 0, NULL, NULL);
    if (!rc && !tell(watch, COPY_CHECKING, -1))
        rc = stopped(e);
    if (!rc)
        rc = clean_and_check(temp, target, e);
    if (!rc && !tell(watch, COPY_FLUSHING, -1))
        rc = stopped(e);
    return rc;
}

enum err_code store_copy(struct store *s, const char *target, bool replace,
                         const struct copy_watch *watch, struct err *e)
{
    assert(!s->t.open && s->readers == 0);
    char *temp = NULL;
    enum err_code rc = store_copy_look(s, target, replace, e);
    if (!rc)
        rc = file_temp(target, &temp, e);
    if (rc)
        return rc;
    rc = write_copy(s, temp, target, watch, e);
    if (!rc)
        rc = file_commit(temp, target, e);
    if (rc)
        file_discard(temp);
    free(temp);
    return rc;
}
