/* Makes stick.so, to be preloaded into a whole program: a file system that can do less than FAT and exFAT do. No rights, no
 * links of any kind, no syncing of folders, no locks by flock, no refusing rename, and only names that Windows takes. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static int refuse(int number)
{
    errno = number;
    return -1;
}

int chmod(const char *path, mode_t mode)
{
    (void)path;
    (void)mode;
    return refuse(EPERM);
}

int fchmod(int fd, mode_t mode)
{
    (void)fd;
    (void)mode;
    return refuse(EPERM);
}

int fchmodat(int folder, const char *path, mode_t mode, int flags)
{
    (void)folder;
    (void)path;
    (void)mode;
    (void)flags;
    return refuse(EPERM);
}

int link(const char *from, const char *to)
{
    (void)from;
    (void)to;
    return refuse(EPERM);
}

int linkat(int a, const char *from, int b, const char *to, int flags)
{
    (void)a;
    (void)from;
    (void)b;
    (void)to;
    (void)flags;
    return refuse(EPERM);
}

int symlink(const char *from, const char *to)
{
    (void)from;
    (void)to;
    return refuse(EPERM);
}

int flock(int fd, int what)
{
    (void)fd;
    (void)what;
    return refuse(EOPNOTSUPP);
}

/* STICK_SYNC_MS: so slow is it. */
static void wait_long(void)
{
    const char *ms = getenv("STICK_SYNC_MS");
    long n = ms ? atol(ms) : 0;
    struct timespec t = {n / 1000, n % 1000 * 1000000};
    if (n > 0)
        nanosleep(&t, NULL);
}

/* STICK_FAILS: it lost something on the way. */
int syncfs(int fd)
{
    (void)fd;
    return getenv("STICK_FAILS") ? refuse(EIO) : 0;
}

int fsync(int fd)
{
    struct stat st;
    if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode))
        return refuse(EINVAL);
    wait_long();
    return (int)syscall(SYS_fsync, fd);
}

/* The last part of a path: no sign that means something, no blank or dot at its end, not too long. */
static bool takes(const char *path)
{
    const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    size_t n = strlen(name);
    return n > 0 && n < 256 && !strpbrk(name, "<>:\"\\|?*") && name[n - 1] != '.' && name[n - 1] != ' ';
}

int mkdir(const char *path, mode_t mode)
{
    return takes(path) ? (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode) : refuse(EINVAL);
}

int rename(const char *from, const char *to)
{
    return takes(to) ? (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0) : refuse(EINVAL);
}

int renameat2(int a, const char *from, int b, const char *to, unsigned int flags)
{
    if (flags != 0 || !takes(to))
        return refuse(EINVAL);
    return (int)syscall(SYS_renameat2, a, from, b, to, 0);
}
