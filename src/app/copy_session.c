#include "config.h"

#include <fcntl.h>
#include <mntent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "app/copy_session.h"
#include "app/inside.h"
#include "base/file.h"

/* --- room --- */

int64_t copy_free_space(const char *folder)
{
    struct statvfs v;
    if (statvfs(folder, &v) != 0)
        return -1;
    return (int64_t)v.f_bavail * (int64_t)v.f_frsize;
}

/* Bytes that the copy may need at most: the file and what its -wal still holds. */
static int64_t size_of(const char *path)
{
    struct stat st;
    struct buf wal = BUF_INIT;
    int64_t size = stat(path, &st) == 0 ? st.st_size : 0;
    buf_printf(&wal, "%s-wal", path);
    if (stat(buf_str(&wal), &st) == 0)
        size += st.st_size;
    buf_done(&wal);
    return size;
}

static char *words_of_size(int64_t bytes, char out[32])
{
    snprintf(out, 32, "%lld MB", (long long)((bytes + (1 << 20) - 1) >> 20));
    return out;
}

static enum err_code check_room(const char *folder, int64_t needed, int64_t *ret_free,
                                struct err *e)
{
    char need[32], have[32];
    *ret_free = copy_free_space(folder);
    if (*ret_free < 0)
        return err_errno(
            e,
            _("Folder tujuan %s tidak dapat dibaca. Periksa nama foldernya atau pasang lagi "
              "flashdisknya."),
            folder);
    if (*ret_free >= needed)
        return ERR_NONE;
    return err_set(e, ERR_FULL,
                   _("Ruang di %s tidak cukup: perlu %s, tersisa %s. Belum ada yang disalin."),
                   folder, words_of_size(needed, need), words_of_size(*ret_free, have));
}

/* --- copying --- */

/* A folder as target means "under the session's own name". */
static char *target_path(const struct app *a, const char *target)
{
    struct stat st;
    if (stat(target, &st) != 0 || !S_ISDIR(st.st_mode))
        return file_absolute(target);
    struct buf b = BUF_INIT;
    char *name = file_base(a->path), *folder = file_absolute(target);
    buf_printf(&b, "%s/%s", folder, name);
    free(name);
    free(folder);
    return buf_take(&b);
}

/* A stick may be pulled out only when its whole file system is written. */
static bool flush_medium(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool done = syncfs(fd) == 0;
    close(fd);
    return done;
}

static enum err_code copy_to(struct app *a, const char *path, bool replace, struct copy_result *r,
                             struct err *e)
{
    char *folder = file_dir(path);
    enum err_code code = app_check_not_own(a, path, e);
    if (!code)
        code = check_room(folder, size_of(a->path), &r->free_before, e);
    if (!code)
        code = store_copy(a->reader, path, replace, e);
    if (!code) {
        r->size = size_of(path);
        r->flushed = flush_medium(folder);
    }
    free(folder);
    return code;
}

enum err_code copy_session(struct app *a, const char *target, bool replace, struct arena *ar,
                           struct copy_result *ret, struct err *e)
{
    struct copy_result r = {0};
    if (!target || !*target)
        return err_set(e, ERR_INPUT, _("Tujuan salinan belum diisi."));
    app_drain(a); /* what was entered before belongs to the copy */
    char *path = target_path(a, target);
    enum err_code code = copy_to(a, path, replace, &r, e);
    r.path = arena_strdup(ar, path);
    free(path);
    if (!code)
        *ret = r;
    return code;
}

/* --- sticks --- */

static bool is_stick_place(const char *folder)
{
    static const char *const places[] = {"/media/", "/run/media/", "/mnt/"};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        if (strncmp(folder, places[i], strlen(places[i])) == 0)
            return true;
    return false;
}

enum { MOST_STICKS = 16 };

size_t copy_find_sticks(struct arena *ar, const char ***ret)
{
    const char **v = ARENA_ARRAY(ar, const char *, MOST_STICKS), *found[MOST_STICKS];
    size_t n = 0;
    FILE *f = setmntent("/proc/self/mounts", "re");
    for (struct mntent *m; f && n < MOST_STICKS && (m = getmntent(f)) != NULL;)
        if (is_stick_place(m->mnt_dir) && !hasmntopt(m, "ro"))
            found[n++] = arena_strdup(ar, m->mnt_dir);
    if (f)
        endmntent(f);
    for (size_t i = 0; i < n; i++) /* the newest mount stands last in the list */
        v[i] = found[n - 1 - i];
    *ret = v;
    return n;
}
