#include "config.h"

#include <fcntl.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "tests/faultvfs/faultvfs.h"

/* One write that has not been synced yet; a truncation has n = -1. */
struct pending {
    sqlite3_int64 at;
    int n;
    char *bytes;
    struct pending *next;
};

struct fault_file {
    sqlite3_file base;
    sqlite3_file *real; /* right behind this struct */
    bool tracked;       /* the database or its WAL: mirrored into the shadow */
    char name[256];     /* last part of the path */
    struct pending *first, **last;
};

static sqlite3_vfs *real_vfs;
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static struct fault_plan plan = {.full_after = -1};
static char shadow[512];
static int tally = -1;
static int64_t syncs, writes, written;

static struct fault_file *of(sqlite3_file *f)
{
    return (struct fault_file *)f;
}

static sqlite3_file *real(sqlite3_file *f)
{
    return of(f)->real;
}

/* --- the shadow: what a power cut would leave --- */

static int shadow_open(const char *name, int flags)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", shadow, name);
    return open(path, flags | O_CLOEXEC, 0600);
}

static void remember(struct fault_file *f, sqlite3_int64 at, const void *bytes, int n)
{
    if (!f->tracked || !shadow[0])
        return;
    struct pending *p = malloc(sizeof *p);
    if (!p)
        abort();
    *p = (struct pending){.at = at, .n = n};
    if (n >= 0) {
        p->bytes = malloc((size_t)n + 1);
        if (!p->bytes)
            abort();
        memcpy(p->bytes, bytes, (size_t)n);
    }
    *f->last = p;
    f->last = &p->next;
}

static void forget(struct fault_file *f)
{
    while (f->first) {
        struct pending *p = f->first;
        f->first = p->next;
        free(p->bytes);
        free(p);
    }
    f->last = &f->first;
}

static void flush_to_shadow(struct fault_file *f)
{
    if (!f->tracked || !shadow[0])
        return;
    int fd = shadow_open(f->name, O_RDWR | O_CREAT);
    for (struct pending *p = f->first; fd >= 0 && p; p = p->next) {
        bool good = p->n < 0 ? ftruncate(fd, p->at) == 0 : pwrite(fd, p->bytes, (size_t)p->n, p->at) == p->n;
        if (!good)
            abort(); /* the test's own disk failed */
    }
    if (fd >= 0)
        close(fd);
    forget(f);
}

/* A deletion reaches the disk with the next sync of anything in that folder (file systems with a
 * journal commit it there), not before. */
static char deleted[8][1024];
static int n_deleted;

static void forget_deleted(void)
{
    for (int i = 0; i < n_deleted; i++)
        unlink(deleted[i]);
    n_deleted = 0;
}

/* --- the faults --- */

/* True when the count-th call is one of those that shall fail. */
static bool due(int64_t count, int64_t at, int64_t times)
{
    return at > 0 && count >= at && (times == 0 || count < at + times);
}

static int fault_write(sqlite3_file *f, const void *bytes, int n, sqlite3_int64 at)
{
    pthread_mutex_lock(&guard);
    bool broken = due(++writes, plan.fail_write_at, plan.fail_write_times);
    bool full = plan.full_after >= 0 && written + n > plan.full_after;
    if (!broken && !full) {
        written += n;
        remember(of(f), at, bytes, n);
    }
    pthread_mutex_unlock(&guard);
    if (broken)
        return SQLITE_IOERR_WRITE;
    return full ? SQLITE_FULL : real(f)->pMethods->xWrite(real(f), bytes, n, at);
}

static int fault_truncate(sqlite3_file *f, sqlite3_int64 size)
{
    pthread_mutex_lock(&guard);
    remember(of(f), size, NULL, -1);
    pthread_mutex_unlock(&guard);
    return real(f)->pMethods->xTruncate(real(f), size);
}

static void wait_ms(int ms)
{
    struct timespec t = {ms / 1000, (long)(ms % 1000) * 1000000};
    if (ms > 0)
        nanosleep(&t, NULL);
}

static int fault_sync(sqlite3_file *f, int flags)
{
    pthread_mutex_lock(&guard);
    bool broken = due(++syncs, plan.fail_sync_at, plan.fail_sync_times);
    bool drop = plan.drop_sync;
    int ms = plan.sync_ms;
    bool counted = tally < 0 || write(tally, "", 1) == 1;
    pthread_mutex_unlock(&guard);
    if (!counted)
        abort(); /* the test's own disk failed */
    wait_ms(ms);
    if (broken)
        return SQLITE_IOERR_FSYNC;
    if (drop)
        return SQLITE_OK;
    int rc = real(f)->pMethods->xSync(real(f), flags);
    pthread_mutex_lock(&guard);
    if (rc == SQLITE_OK) {
        flush_to_shadow(of(f));
        forget_deleted();
    }
    pthread_mutex_unlock(&guard);
    return rc;
}

/* --- everything else goes straight through --- */

static int fault_close(sqlite3_file *f)
{
    pthread_mutex_lock(&guard);
    forget(of(f));
    pthread_mutex_unlock(&guard);
    return real(f)->pMethods->xClose(real(f));
}

static int fault_read(sqlite3_file *f, void *p, int n, sqlite3_int64 at)
{
    return real(f)->pMethods->xRead(real(f), p, n, at);
}

static int fault_size(sqlite3_file *f, sqlite3_int64 *size)
{
    return real(f)->pMethods->xFileSize(real(f), size);
}

static int fault_lock(sqlite3_file *f, int level)
{
    return real(f)->pMethods->xLock(real(f), level);
}

static int fault_unlock(sqlite3_file *f, int level)
{
    return real(f)->pMethods->xUnlock(real(f), level);
}

static int fault_check_lock(sqlite3_file *f, int *out)
{
    return real(f)->pMethods->xCheckReservedLock(real(f), out);
}

static int fault_control(sqlite3_file *f, int op, void *arg)
{
    return real(f)->pMethods->xFileControl(real(f), op, arg);
}

static int fault_sector(sqlite3_file *f)
{
    return real(f)->pMethods->xSectorSize(real(f));
}

static int fault_device(sqlite3_file *f)
{
    return real(f)->pMethods->xDeviceCharacteristics(real(f));
}

static int fault_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **out)
{
    return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
}

static int fault_shm_lock(sqlite3_file *f, int offset, int n, int flags)
{
    return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}

static void fault_shm_barrier(sqlite3_file *f)
{
    real(f)->pMethods->xShmBarrier(real(f));
}

static int fault_shm_unmap(sqlite3_file *f, int remove)
{
    return real(f)->pMethods->xShmUnmap(real(f), remove);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2, /* no memory-mapped reads: every byte passes here */
    .xClose = fault_close,
    .xRead = fault_read,
    .xWrite = fault_write,
    .xTruncate = fault_truncate,
    .xSync = fault_sync,
    .xFileSize = fault_size,
    .xLock = fault_lock,
    .xUnlock = fault_unlock,
    .xCheckReservedLock = fault_check_lock,
    .xFileControl = fault_control,
    .xSectorSize = fault_sector,
    .xDeviceCharacteristics = fault_device,
    .xShmMap = fault_shm_map,
    .xShmLock = fault_shm_lock,
    .xShmBarrier = fault_shm_barrier,
    .xShmUnmap = fault_shm_unmap,
};

static int fault_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
    struct fault_file *f = of(file);
    (void)vfs;
    memset(f, 0, sizeof *f);
    f->real = (sqlite3_file *)(f + 1);
    f->last = &f->first;
    f->tracked = name && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL));
    if (name) {
        const char *slash = strrchr(name, '/');
        snprintf(f->name, sizeof f->name, "%s", slash ? slash + 1 : name);
    }
    int rc = real_vfs->xOpen(real_vfs, name, f->real, flags, out);
    f->base.pMethods = f->real->pMethods ? &methods : NULL;
    return rc;
}

static int fault_delete(sqlite3_vfs *vfs, const char *name, int sync_dir)
{
    (void)vfs;
    int rc = real_vfs->xDelete(real_vfs, name, sync_dir);
    pthread_mutex_lock(&guard);
    if (shadow[0] && n_deleted < (int)(sizeof deleted / sizeof *deleted)) {
        const char *slash = strrchr(name, '/');
        snprintf(deleted[n_deleted++], sizeof deleted[0], "%s/%s", shadow, slash ? slash + 1 : name);
    }
    if (sync_dir && !plan.drop_sync)
        forget_deleted();
    pthread_mutex_unlock(&guard);
    return rc;
}

/* --- the plan --- */

static void take_plan(const struct fault_plan *p)
{
    pthread_mutex_lock(&guard);
    plan = *p;
    snprintf(shadow, sizeof shadow, "%s", p->shadow ? p->shadow : "");
    plan.shadow = shadow;
    if (tally >= 0)
        close(tally);
    tally = p->tally ? open(p->tally, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    plan.tally = NULL;
    syncs = writes = written = 0;
    pthread_mutex_unlock(&guard);
}

void faultvfs_install(const struct fault_plan *p)
{
    static sqlite3_vfs vfs;
    take_plan(p);
    if (real_vfs)
        return;
    sqlite3_initialize();
    real_vfs = sqlite3_vfs_find(NULL);
    if (!real_vfs)
        abort();
    vfs = *real_vfs; /* the other methods do not look at which VFS they were called through */
    vfs.pNext = NULL;
    vfs.zName = "fault";
    vfs.szOsFile = (int)sizeof(struct fault_file) + real_vfs->szOsFile;
    vfs.xOpen = fault_open;
    vfs.xDelete = fault_delete;
    sqlite3_vfs_register(&vfs, 1);
}

void faultvfs_set(const struct fault_plan *p)
{
    take_plan(p);
}

int64_t faultvfs_syncs(void)
{
    pthread_mutex_lock(&guard);
    int64_t n = syncs;
    pthread_mutex_unlock(&guard);
    return n;
}

int64_t faultvfs_written(void)
{
    pthread_mutex_lock(&guard);
    int64_t n = written;
    pthread_mutex_unlock(&guard);
    return n;
}
