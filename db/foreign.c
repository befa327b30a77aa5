#include "config.h"

#include "db/foreign.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "db/header_check.h"

#define MOST_BYTES (INT64_C(2) << 30) /* a day with very many pictures */
#define MOST_BYTES_OF_A_ROW (STORE_BLOB_LIMIT + (1 << 20))
#define MOST_STEPS INT64_C(50000000) /* thousands of SQLite's steps; minutes, not hours */

/* --- the copy --- */

static enum err_code copy_failed(const char *path, struct err *e)
{
    return err_errno(e, _("%s tidak dapat disalin untuk dibaca; periksa flashdisk dan ruang disk"),
                     path);
}

static bool write_all(int fd, const char *p, size_t n)
{
    while (n) {
        ssize_t done = write(fd, p, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        p += done;
        n -= (size_t)done;
    }
    return true;
}

static bool pump(int from, int to)
{
    char *piece = mem_alloc(1 << 16);
    int64_t total = 0;
    ssize_t got = 0;
    bool fine = true;
    while (fine && (got = read(from, piece, 1 << 16)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        total += got;
        if (total > MOST_BYTES)
            errno = EFBIG;
        fine = got > 0 && total <= MOST_BYTES && write_all(to, piece, (size_t)got);
    }
    free(piece);
    return fine;
}

static enum err_code copy_bytes(const char *path, const char *to, struct err *e)
{
    int in = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (in < 0)
        return copy_failed(path, e);
    int out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    bool fine = out >= 0 && pump(in, out);
    enum err_code rc = fine ? ERR_NONE : copy_failed(path, e);
    if (out >= 0)
        close(out);
    close(in);
    return rc;
}

static char *joined(const char *a, const char *b)
{
    struct buf out = BUF_INIT;
    buf_puts(&out, a);
    buf_puts(&out, b);
    return buf_take(&out);
}

static enum err_code make_folder(struct foreign *f, struct err *e)
{
    f->dir = file_join(file_temp_folder(), "mufakat-XXXXXX");
    if (!mkdtemp(f->dir)) {
        free(f->dir);
        f->dir = NULL;
        return copy_failed(file_temp_folder(), e);
    }
    f->path = file_join(f->dir, "lain.fkp");
    return ERR_NONE;
}

/* The file first: a commit that falls in between is then whole in the log, or not in the copy at
 * all. What a checkpoint may tear at that moment, the checks find. */
static enum err_code copy_both(const char *path, struct foreign *f, struct err *e)
{
    struct stat st;
    enum err_code rc = make_folder(f, e);
    if (!rc)
        rc = copy_bytes(path, f->path, e);
    char *from = joined(path, "-wal"), *to = joined(f->path ? f->path : "", "-wal");
    if (!rc && stat(from, &st) == 0 && st.st_size > 0)
        rc = copy_bytes(from, to, e);
    free(from);
    free(to);
    return rc;
}

/* --- the checks --- */

static int give_up(void *steps)
{
    int64_t *left = steps;
    return --*left < 0;
}

/* Every page, and that what we read are tables: a view could answer with anything. */
static enum err_code check_whole(struct store *s, struct err *e)
{
    static const char *const sql[] = {"PRAGMA integrity_check(1)",
                                      "SELECT CASE count(*) WHEN 0 THEN 'ok' ELSE 'view' END FROM "
                                      "sqlite_schema WHERE type = 'view'"};
    enum err_code rc = store_free_hand(s, true, e);
    for (size_t i = 0; !rc && i < sizeof sql / sizeof *sql; i++) {
        sqlite3_stmt *st = NULL;
        int code = sqlite3_prepare_v2(s->db, sql[i], -1, &st, NULL);
        if (code == SQLITE_OK && (code = sqlite3_step(st)) == SQLITE_ROW)
            code = strcmp((const char *)sqlite3_column_text(st, 0), "ok") == 0 ? SQLITE_OK
                                                                               : SQLITE_CORRUPT;
        sqlite3_finalize(st);
        if (code != SQLITE_OK)
            rc = stmt_error(s, code, e);
    }
    enum err_code back = store_free_hand(s, false, rc ? NULL : e);
    return rc ? rc : back;
}

static enum err_code open_copy(struct foreign *f, struct err *e)
{
    int64_t steps = MOST_STEPS / 1000;
    enum err_code rc = store_open_read(f->path, &f->store, e);
    if (rc)
        return rc;
    sqlite3_limit(f->store->db, SQLITE_LIMIT_LENGTH, (int)MOST_BYTES_OF_A_ROW);
    sqlite3_progress_handler(f->store->db, 1000, give_up, &steps);
    rc = check_whole(f->store, e);
    sqlite3_progress_handler(f->store->db, 0, NULL, NULL);
    return rc;
}

enum err_code foreign_open(const struct store *ours, const char *path, struct foreign *ret,
                           struct err *e)
{
    struct foreign f = {NULL, NULL, NULL};
    struct header h;
    struct stat a, b;
    if (stat(ours->path, &a) == 0 && stat(path, &b) == 0 && a.st_dev == b.st_dev &&
        a.st_ino == b.st_ino)
        return err_set(e, ERR_INPUT, _("itu berkas sesi ini sendiri"));
    enum err_code rc = header_check(path, &h, e);
    if (!rc)
        rc = copy_both(path, &f, e);
    if (!rc)
        rc = open_copy(&f, e);
    if (rc)
        foreign_close(&f);
    else
        *ret = f;
    return rc;
}

void foreign_close(struct foreign *f)
{
    static const char *const tails[] = {"", "-wal", "-shm", "-journal"};
    store_close(f->store);
    for (size_t i = 0; f->path && i < sizeof tails / sizeof *tails; i++) {
        char *name = joined(f->path, tails[i]);
        unlink(name);
        free(name);
    }
    if (f->dir)
        rmdir(f->dir);
    free(f->dir);
    free(f->path);
    *f = (struct foreign){NULL, NULL, NULL};
}
