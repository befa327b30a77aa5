#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/i18n.h"

#define PIECE 65536

static enum err_code not_a_file(const char *path, mode_t mode, struct err *e)
{
    if (S_ISDIR(mode))
        return err_set(e, ERR_INPUT, _("%s adalah folder, bukan berkas. Pilih berkas di dalamnya."),
                       path);
    return err_set(e, ERR_INPUT,
                   _("%s bukan berkas biasa (perangkat atau pipa). Pilih berkas lain."), path);
}

enum err_code file_read_failed(const char *path, struct err *e)
{
    if (errno == ENOENT || errno == ENOTDIR)
        return err_set(e, ERR_NOTFOUND, _("Berkas %s tidak ada. Periksa nama dan foldernya."), path);
    return err_errno(
        e, _("Berkas %s tidak dapat dibaca. Tidak ada yang berubah; periksa izin berkasnya."),
        path);
}

/* Opens a plain file for reading. It looks before it opens, and never waits: opening a pipe would
 * block, opening a device can do things. */
static enum err_code open_plain(const char *path, int *ret_fd, struct stat *st, struct err *e)
{
    if (stat(path, st) != 0)
        return file_read_failed(path, e);
    if (!S_ISREG(st->st_mode))
        return not_a_file(path, st->st_mode, e);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return file_read_failed(path, e);
    if (fstat(fd, st) != 0 || !S_ISREG(st->st_mode)) {
        close(fd);
        return not_a_file(path, st->st_mode, e);
    }
    *ret_fd = fd;
    return ERR_NONE;
}

enum err_code file_open(const char *path, int *ret_fd, int64_t *ret_size, struct err *e)
{
    struct stat st;
    enum err_code code = open_plain(path, ret_fd, &st, e);
    if (!code)
        *ret_size = st.st_size;
    return code;
}

static ssize_t read_some(int fd, void *p, size_t n)
{
    ssize_t got;
    do
        got = read(fd, p, n);
    while (got < 0 && errno == EINTR);
    return got;
}

static enum err_code too_long(const char *path, size_t limit, struct err *e)
{
    return err_set(e, ERR_FULL,
                   _("Berkas %s terlalu besar: paling banyak %zu kB. Tidak ada yang dibaca; kecilkan "
                     "dahulu, atau pilih berkas lain."),
                   path, (limit + 1023) / 1024);
}

static enum err_code read_all(int fd, const char *path, size_t limit, struct buf *ret,
                              struct err *e)
{
    size_t total = 0;
    char *piece = mem_alloc(PIECE);
    enum err_code code = ERR_NONE;
    for (;;) {
        ssize_t got = read_some(fd, piece, PIECE);
        if (got < 0)
            code = file_read_failed(path, e);
        if (got <= 0)
            break;
        total += (size_t)got;
        if (total > limit) {
            code = too_long(path, limit, e);
            break;
        }
        buf_add(ret, piece, (size_t)got);
    }
    free(piece);
    return code;
}

enum err_code file_read(const char *path, size_t limit, struct buf *ret, struct err *e)
{
    int fd;
    struct stat st;
    size_t before = ret->len;
    enum err_code code = open_plain(path, &fd, &st, e);
    if (code)
        return code;
    if (st.st_size > 0 && (uintmax_t)st.st_size > limit)
        code = too_long(path, limit, e);
    else
        code = read_all(fd, path, limit, ret, e);
    close(fd);
    if (code && ret->p) {
        ret->len = before;
        ret->p[before] = '\0';
    }
    return code;
}

enum err_code file_sha256(const char *path, char ret_hex[HASH_HEX], int64_t *ret_size, struct err *e)
{
    int fd;
    struct stat st;
    enum err_code code = open_plain(path, &fd, &st, e);
    if (code)
        return code;
    struct hash_state hashing;
    hash_start(&hashing);
    int64_t size = 0;
    char *piece = mem_alloc(PIECE);
    ssize_t got;
    while ((got = read_some(fd, piece, PIECE)) > 0) {
        hash_add(&hashing, piece, (size_t)got);
        size += got;
    }
    if (got < 0)
        code = file_read_failed(path, e);
    free(piece);
    close(fd);
    if (code)
        return code;
    struct hash h = hash_end(&hashing);
    hash_hex(&h, ret_hex);
    *ret_size = size;
    return ERR_NONE;
}

char *file_dir(const char *path)
{
    char *copy = mem_strdup(path);
    char *dir = mem_strdup(dirname(copy));
    free(copy);
    return dir;
}

char *file_base(const char *path)
{
    char *copy = mem_strdup(path);
    char *base = mem_strdup(basename(copy));
    free(copy);
    return base;
}

char *file_join(const char *dir, const char *name)
{
    struct buf b = BUF_INIT;
    buf_puts(&b, dir);
    if (b.len > 0 && b.p[b.len - 1] != '/')
        buf_putc(&b, '/');
    buf_puts(&b, name);
    return buf_take(&b);
}

char *file_beside_program(const char *tail)
{
    char exe[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
    if (n <= 0)
        return NULL;
    exe[n] = '\0';
    char *folder = file_dir(exe);
    char *path = file_join(folder, tail);
    free(folder);
    return path;
}

const char *file_temp_folder(void)
{
    const char *told = getenv("TMPDIR");
    return told && *told && access(told, W_OK | X_OK) == 0 ? told : "/tmp";
}

char *file_absolute(const char *path)
{
    char *real = realpath(path, NULL);
    if (real)
        return real;
    char *dir = file_dir(path), *base = file_base(path), *result = NULL;
    char *real_dir = realpath(dir, NULL);
    if (real_dir) {
        result = file_join(real_dir, base);
    } else if (path[0] != '/') {
        char *here = getcwd(NULL, 0);
        if (here)
            result = file_join(here, path);
        free(here);
    }
    free(dir);
    free(base);
    free(real_dir);
    return result ? result : mem_strdup(path);
}

static enum err_code no_folder(const char *path, struct err *e)
{
    return err_set(e, ERR_NOTFOUND,
                   _("Folder untuk %s tidak ada. Belum ada yang ditulis; pilih folder lain."), path);
}

enum err_code file_write_failed(const char *path, struct err *e)
{
    if (errno == ENOENT || errno == ENOTDIR)
        return no_folder(path, e);
    if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG) {
        return err_errno(
            e,
            _("Tidak ada ruang untuk menulis %s. Berkas lama tetap utuh; kosongkan ruang "
              "atau pilih tempat lain."),
            path);
    }
    return err_errno(
        e,
        _("%s tidak dapat ditulis. Berkas lama tetap utuh; pilih tempat lain atau periksa "
          "izin foldernya."),
        path);
}

/* The file that a write to `path` means: what a symbolic link points to, else `path`. Caller frees. */
static char *target_of(const char *path)
{
    struct stat st;
    char *real = NULL;
    if (lstat(path, &st) == 0 && S_ISLNK(st.st_mode))
        real = realpath(path, NULL);
    return real ? real : mem_strdup(path);
}

/* Renaming over a device or a pipe would replace it. */
static enum err_code check_target(const char *target, struct err *e)
{
    struct stat st;
    if (target[0] == '\0')
        return err_set(e, ERR_INPUT, _("Nama berkas kosong. Tulis nama berkasnya."));
    if (stat(target, &st) == 0 && !S_ISREG(st.st_mode))
        return not_a_file(target, st.st_mode, e);
    return ERR_NONE;
}

/* --- ended in the middle of a file --- */

static bool ends_by_signal;
static char half_file[PATH_MAX]; /* "": none */

static void on_end(int number)
{
    if (*half_file)
        unlink(half_file);
    _exit(128 + number);
}

void file_end_by_signal(void)
{
    struct sigaction end = {.sa_handler = on_end};
    sigemptyset(&end.sa_mask);
    ends_by_signal = true;
    sigaction(SIGTERM, &end, NULL);
}

/* NULL: it has its name, or is gone. The signal must not find half a path: that may be another file's name. */
static void now_half(const char *temp)
{
    sigset_t end, before;
    if (!ends_by_signal)
        return;
    sigemptyset(&end);
    sigaddset(&end, SIGTERM);
    sigprocmask(SIG_BLOCK, &end, &before);
    snprintf(half_file, sizeof half_file, "%s", temp ? temp : "");
    sigprocmask(SIG_SETMASK, &before, NULL);
}

/* --- temporary files --- */

static char *temp_name(const char *dir)
{
    struct buf b = BUF_INIT;
    buf_printf(&b, FILE_HALF "%ld-XXXXXX", (long)getpid());
    char *path = file_join(dir, buf_str(&b));
    buf_done(&b);
    return path;
}

static enum err_code temp_open(const char *path, char **ret_temp, int *ret_fd, struct err *e)
{
    char *target = target_of(path);
    enum err_code code = check_target(target, e);
    if (code) {
        free(target);
        return code;
    }
    char *dir = file_dir(target);
    free(target);
    char *temp = temp_name(dir);
    int fd = mkostemp(temp, O_CLOEXEC);
    if (fd < 0) {
        code = file_write_failed(path, e);
        free(dir);
        free(temp);
        return code;
    }
    now_half(temp);
    struct stat st;
    if (fstat(fd, &st) == 0)
        file_sweep_old(dir, &st);
    free(dir);
    *ret_temp = temp;
    *ret_fd = fd;
    return ERR_NONE;
}

enum err_code file_temp(const char *path, char **ret_temp, struct err *e)
{
    int fd;
    enum err_code code = temp_open(path, ret_temp, &fd, e);
    if (!code)
        close(fd);
    return code;
}

void file_discard(const char *temp)
{
    if (temp)
        unlink(temp);
    now_half(NULL);
}

/* Some file systems (FAT on a stick, network shares) cannot sync a folder and say so. */
static bool sync_folder(const char *target)
{
    char *dir = file_dir(target);
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    free(dir);
    if (fd < 0)
        return errno == EACCES; /* a folder may be writable but not readable */
    bool ok = fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP;
    int number = errno;
    close(fd);
    errno = number;
    return ok;
}

static bool sync_file(const char *temp)
{
    int fd = open(temp, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool ok = fsync(fd) == 0;
    int number = errno;
    close(fd);
    errno = number;
    return ok;
}

/* The end of both ways to give a name: the temporary file goes, or the name is made to last. */
static enum err_code named(enum err_code code, const char *temp, const char *target,
                           const char *path, struct err *e)
{
    if (code) {
        file_discard(temp);
        return code;
    }
    now_half(NULL);
    if (!sync_folder(target))
        code = err_errno(e,
                         _("%s sudah ditulis, tetapi disk belum memastikannya. Periksa isinya, atau "
                           "tulis sekali lagi di tempat lain."),
                         path);
    return code;
}

enum err_code file_commit(const char *temp, const char *path, struct err *e)
{
    char *target = target_of(path);
    enum err_code code = check_target(target, e);
    if (!code && (!sync_file(temp) || rename(temp, target) != 0))
        code = file_write_failed(path, e);
    code = named(code, temp, target, path, e);
    free(target);
    return code;
}

enum err_code file_check_new(const char *path, struct err *e)
{
    struct stat st;
    if (lstat(path, &st) == 0)
        return err_set(e, ERR_INPUT,
                       _("%s sudah ada dan tidak diubah. Pilih nama lain, atau buka berkas itu."),
                       path);
    char *dir = file_dir(path);
    bool absent = stat(dir, &st) != 0 ? errno == ENOENT || errno == ENOTDIR : !S_ISDIR(st.st_mode);
    bool closed = !absent && access(dir, W_OK | X_OK) != 0;
    int why = errno;
    free(dir);
    errno = why;
    return absent ? no_folder(path, e) : closed ? file_write_failed(path, e) : ERR_NONE;
}

/* File systems of some sticks cannot refuse by themselves. */
static int rename_new(const char *temp, const char *path)
{
    struct stat st;
    int rc = renameat2(AT_FDCWD, temp, AT_FDCWD, path, RENAME_NOREPLACE);
    if (rc == 0 || (errno != EINVAL && errno != ENOSYS))
        return rc;
    if (lstat(path, &st) != 0)
        return rename(temp, path);
    errno = EEXIST;
    return -1;
}

enum err_code file_commit_new(const char *temp, const char *path, struct err *e)
{
    enum err_code code = sync_file(temp) ? ERR_NONE : file_write_failed(path, e);
    while (!code && rename_new(temp, path) != 0) /* again, when the name was taken and is free by now */
        code = errno == EEXIST ? file_check_new(path, e) : file_write_failed(path, e);
    return named(code, temp, path, path, e);
}

static bool write_all(int fd, const char *p, size_t n)
{
    while (n > 0) {
        ssize_t put = write(fd, p, n);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        p += put;
        n -= (size_t)put;
    }
    return true;
}

enum err_code file_write(const char *path, const void *p, size_t n, struct err *e)
{
    char *temp;
    int fd;
    enum err_code code = temp_open(path, &temp, &fd, e);
    if (code)
        return code;
    if (!write_all(fd, p, n)) {
        code = file_write_failed(path, e);
        close(fd);
        file_discard(temp);
    } else if (close(fd) != 0) {
        code = file_write_failed(path, e);
        file_discard(temp);
    } else {
        code = file_commit(temp, path, e);
    }
    free(temp);
    return code;
}
