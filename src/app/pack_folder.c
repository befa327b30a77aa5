#include "config.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "app/copy_session.h"
#include "app/pack_folder.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"

#define HIDDEN ".mufakat-paket-"
enum { STALE_SECONDS = 5, OPEN_FILES = 16, MOST_NAMES = 1000, FAILED_NAME = -1 };

/* --- the target --- */

static enum err_code no_room(const char *target, int64_t needed, int64_t have, struct err *e)
{
    char need[TEXT_SIZE], left[TEXT_SIZE];
    return err_set(e, ERR_FULL,
                   _("Ruang di %s tidak cukup untuk paket: perlu kira-kira %s, tersisa %s. Belum ada "
                     "yang ditulis. Kosongkan ruang, atau pilih tempat lain."),
                   target, text_size(needed, need), text_size(have, left));
}

enum err_code pack_folder_check(const char *target, int64_t needed, int64_t *ret_free,
                                struct err *e)
{
    struct stat st;
    if (stat(target, &st) != 0)
        return err_errno(e,
                         _("Folder tujuan %s tidak dapat dibuka. Belum ada yang ditulis. Periksa "
                           "nama foldernya, atau pasang lagi flashdisknya."),
                         target);
    if (!S_ISDIR(st.st_mode))
        return err_set(e, ERR_INPUT,
                       _("%s bukan folder. Paket berisi banyak berkas; sebutkan folder tempat "
                         "paket itu dibuat."),
                       target);
    int64_t have = copy_free_space(target);
    if (have >= 0 && have < needed)
        return no_room(target, needed, have, e);
    *ret_free = have;
    return ERR_NONE;
}

/* --- the hidden folder --- */

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *place)
{
    (void)st;
    (void)kind;
    (void)place;
    remove(path); /* what cannot be removed stays; there is nobody to tell */
    return 0;
}

static void remove_all(const char *path)
{
    nftw(path, remove_one, OPEN_FILES, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

/* -1 when it is locked, or cannot be: then nobody knows whether its run lives. */
static int lock_folder(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0) {
        close(fd);
        return -1;
    }
    return fd;
}

/* A run that was killed could not clean up. Its lock is gone with it; a living one's is not. */
static void remove_stale(const char *parent)
{
    DIR *d = opendir(parent);
    struct arena *ar = arena_new();
    for (struct dirent *x; d && (x = readdir(d)) != NULL;) {
        struct stat st;
        if (strncmp(x->d_name, HIDDEN, strlen(HIDDEN)) != 0)
            continue;
        const char *path = arena_printf(ar, "%s/%s", parent, x->d_name);
        if (lstat(path, &st) != 0 || !S_ISDIR(st.st_mode) ||
            time(NULL) - st.st_mtime < STALE_SECONDS)
            continue;
        int fd = lock_folder(path);
        if (fd < 0)
            continue;
        remove_all(path);
        close(fd);
    }
    if (d)
        closedir(d);
    arena_free(ar);
}

void pack_folder_undo(const char *path)
{
    remove_all(path);
}

bool pack_folder_sweep(const char *work)
{
    struct stat st;
    char *name = file_base(work), *parent = file_dir(work);
    bool ours = *work == '/' && strncmp(name, HIDDEN, strlen(HIDDEN)) == 0;
    bool away = access(parent, F_OK) != 0;
    free(name);
    free(parent);
    if (!ours || away || lstat(work, &st) != 0 || !S_ISDIR(st.st_mode))
        return !ours || !away;
    int fd = lock_folder(work);
    if (fd < 0)
        return false;
    remove_all(work);
    close(fd);
    return access(work, F_OK) != 0;
}

static enum err_code cannot_write(const char *where, struct err *e)
{
    return err_errno(e,
                     _("Di %s tidak dapat ditulis apa-apa. Paket belum dibuat. Periksa izin "
                       "foldernya, atau apakah flashdisknya terkunci (hanya baca)."),
                     where);
}

enum err_code pack_folder_open(const char *target, struct arena *ar, struct pack_folder *ret,
                               struct err *e)
{
    char *parent = file_absolute(target);
    struct pack_folder f = {.parent = arena_strdup(ar, parent), .lock = -1};
    free(parent);
    remove_stale(f.parent);
    char *work = arena_printf(ar, "%s/" HIDDEN "XXXXXX", f.parent);
    if (!mkdtemp(work))
        return cannot_write(f.parent, e);
    f.work = work;
    f.lock = lock_folder(work);
    f.content = arena_printf(ar, "%s/isi", work);
    if (mkdir(f.content, 0700) != 0) {
        enum err_code code = cannot_write(f.parent, e);
        pack_folder_drop(&f);
        return code;
    }
    *ret = f;
    return ERR_NONE;
}

enum err_code pack_folder_add(const struct pack_folder *f, const char *name, struct err *e)
{
    struct arena *ar = arena_new();
    const char *path = arena_printf(ar, "%s/%s", f->content, name);
    enum err_code code = ERR_NONE;
    if (mkdir(path, 0700) != 0 && errno != EEXIST)
        code = cannot_write(f->parent, e);
    arena_free(ar);
    return code;
}

void pack_folder_drop(struct pack_folder *f)
{
    if (f->work)
        remove_all(f->work);
    if (f->lock >= 0)
        close(f->lock);
    *f = (struct pack_folder){.lock = -1};
}

/* --- the end --- */

static bool sync_folder(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    /* some file systems cannot sync a folder and say EINVAL: nothing is lost by that */
    bool done = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP);
    if (fd >= 0)
        close(fd);
    return done;
}

static int sync_one(const char *path, const struct stat *st, int kind, struct FTW *place)
{
    (void)st;
    (void)place;
    return kind == FTW_DP && !sync_folder(path) ? FAILED_NAME : 0;
}

/* Without replacing, also where the file system does not know how (FAT before Linux 6): there a
 * folder never replaces one that holds something, and an empty one is no loss. */
static bool give_name(const char *from, const char *to)
{
    struct stat st;
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    if (lstat(to, &st) == 0) {
        errno = EEXIST;
        return false;
    }
    return rename(from, to) == 0;
}

static enum err_code cannot_finish(const struct pack_folder *f, struct err *e)
{
    return err_errno(e,
                     _("Paket tidak dapat diselesaikan di %s dan sudah dibuang. Sesi aman. Periksa "
                       "tempat tujuannya (flashdisk terpasang?), lalu coba lagi."),
                     f->parent);
}

enum err_code pack_folder_finish(const struct pack_folder *f, const char *made, const char *stem,
                                 const char *ending, struct arena *ar, const char **ret,
                                 struct err *e)
{
    if (nftw(f->work, sync_one, OPEN_FILES, FTW_DEPTH | FTW_PHYS | FTW_MOUNT) != 0)
        return cannot_finish(f, e);
    for (int i = 1; i < MOST_NAMES; i++) {
        const char *number = i == 1 ? "" : arena_printf(ar, "-%d", i);
        const char *path = arena_printf(ar, "%s/%s%s%s", f->parent, stem, number, ending);
        if (give_name(made, path)) {
            if (!sync_folder(f->parent)) {
                err_ignore(cannot_finish(f, e));
                remove_all(path);
                return e ? e->code : ERR_IO;
            }
            *ret = path;
            return ERR_NONE;
        }
        if (errno != EEXIST && errno != ENOTEMPTY)
            return cannot_finish(f, e);
    }
    return cannot_finish(f, e);
}
