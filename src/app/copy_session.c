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
#include "app/export_document.h"
#include "app/inside.h"
#include "base/file.h"
#include "base/text.h"

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

static enum err_code check_room(const char *folder, int64_t needed, struct err *e)
{
    char need[TEXT_SIZE], have[TEXT_SIZE];
    int64_t room = copy_free_space(folder);
    if (room < 0)
        return err_errno(
            e,
            _("Folder tujuan %s tidak dapat dibaca. Periksa nama foldernya atau pasang lagi "
              "flashdisknya."),
            folder);
    if (room >= needed)
        return ERR_NONE;
    return err_set(e, ERR_FULL,
                   _("Ruang di %s tidak cukup: perlu %s, tersisa %s. Belum ada yang disalin."),
                   folder, text_size(needed, need), text_size(room, have));
}

/* --- copying --- */

/* A folder as target means "under the session's own name". */
static char *target_path(const struct app *a, const char *target)
{
    struct stat st;
    if (stat(target, &st) != 0 || !S_ISDIR(st.st_mode))
        return file_absolute(target);
    char *name = file_base(a->path), *folder = file_absolute(target);
    char *path = file_join(folder, name);
    free(name);
    free(folder);
    return path;
}

bool copy_flush_medium(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool done = syncfs(fd) == 0;
    close(fd);
    return done;
}

static bool flush_medium(const char *path)
{
    char *folder = file_dir(path);
    bool done = copy_flush_medium(folder);
    free(folder);
    return done;
}

/* Of a folder's file or of the folder itself. */
static char *folder_of(const char *target)
{
    struct stat st;
    return stat(target, &st) == 0 && S_ISDIR(st.st_mode) ? file_absolute(target) : file_dir(target);
}

static enum err_code look(struct app *a, const struct copy_request *in, const char *path, struct err *e)
{
    char *folder = file_dir(path);
    enum err_code code = app_check_not_own(a, path, e);
    if (!code)
        code = check_room(folder, size_of(a->path), e);
    if (!code)
        code = store_copy_look(a->reader, path, in->replace, e);
    free(folder);
    return code;
}

static enum err_code paper_to(struct app *a, const char *document, const char *folder, struct arena *ar, struct err *e)
{
    struct export_request in = {.document = document, .privacy = PRIVACY_ARSIP};
    struct export_result done;
    in.path = arena_printf(ar, "%s/%s", folder, export_file_name(a, &in, ".pdf", ar));
    return export_document(a, &in, ar, &done, e);
}

static enum err_code papers_to(struct app *a, const struct copy_request *in, struct arena *ar, struct err *e)
{
    char *folder = folder_of(in->target);
    enum err_code code = ERR_NONE;
    if (in->watch && !in->watch->told(in->watch->ctx, COPY_PAPERS, -1))
        code = err_set(e, ERR_BUSY, _("Penyalinan dibatalkan. Belum ada yang ditulis."));
    if (!code)
        code = paper_to(a, "berita-acara", folder, ar, e);
    if (!code)
        code = paper_to(a, "daftar-hadir", folder, ar, e);
    free(folder);
    return code;
}

enum err_code copy_look(struct app *a, const struct copy_request *in, struct arena *ar, const char **ret_path,
                        struct err *e)
{
    if (!in->target || !*in->target)
        return err_set(e, ERR_INPUT, _("Tujuan salinan belum diisi."));
    char *path = target_path(a, in->target);
    if (ret_path)
        *ret_path = arena_strdup(ar, path);
    enum err_code code = look(a, in, path, e);
    free(path);
    return code;
}

/* The papers first: the copy of the session is last and empties every buffer of the medium. */
enum err_code copy_session(struct app *a, const struct copy_request *in, struct arena *ar,
                           struct copy_result *ret, struct err *e)
{
    struct copy_result r = {0};
    app_drain(a); /* what was entered before belongs to the copy */
    enum err_code code = copy_look(a, in, ar, &r.path, e);
    if (!code && in->papers)
        code = papers_to(a, in, ar, e);
    if (!code)
        code = store_copy(a->reader, r.path, in->replace, in->watch, e);
    if (code)
        return code;
    r.size = size_of(r.path);
    r.flushed = flush_medium(r.path);
    *ret = r;
    return ERR_NONE;
}

/* --- sticks --- */

bool copy_is_stick(const char *folder)
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
        if (copy_is_stick(m->mnt_dir) && !hasmntopt(m, "ro"))
            found[n++] = arena_strdup(ar, m->mnt_dir);
    if (f)
        endmntent(f);
    for (size_t i = 0; i < n; i++) /* the newest mount stands last in the list */
        v[i] = found[n - 1 - i];
    *ret = v;
    return n;
}
