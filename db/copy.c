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

static enum err_code look_at_target(const struct store *s, const char *target, bool replace,
                                    struct err *e)
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
        return err_set(e, ERR_INPUT,
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
    if (rc != SQLITE_OK)
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

enum err_code store_copy(struct store *s, const char *target, bool replace, struct err *e)
{
    assert(!s->t.open && s->readers == 0);
    char *temp = NULL;
    enum err_code rc = look_at_target(s, target, replace, e);
    if (!rc)
        rc = file_temp(target, &temp, e);
    if (rc)
        return rc;
    rc = vacuum_into(s, temp, target, e);
    if (!rc)
        rc = clean_and_check(temp, target, e);
    if (!rc)
        rc = file_commit(temp, target, e);
    if (rc)
        file_discard(temp);
    free(temp);
    return rc;
}
