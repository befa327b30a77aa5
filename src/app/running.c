#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/running.h"
#include "base/buf.h"
#include "base/file.h"

enum { BOOT_CHARS = 36, START_FIELD = 22, STAT_LIMIT = 4096 };

/* Up to the first line end; "" when it cannot be read. */
static const char *line_of(const char *path, struct arena *a)
{
    struct buf b = BUF_INIT;
    struct err e = {0};
    const char *line = "";
    if (file_read(path, STAT_LIMIT, &b, &e) == ERR_NONE)
        line = arena_memdup(a, buf_str(&b), strcspn(buf_str(&b), "\n"));
    buf_done(&b);
    return line;
}

/* When the process began, in ticks since the boot: a number that comes back is another process. 0: there is none, or it has ended. */
static unsigned long long start_of(long pid, struct arena *a)
{
    const char *stat = line_of(arena_printf(a, "/proc/%ld/stat", pid), a);
    const char *p = strrchr(stat, ')'); /* the name before may hold blanks */
    if (!p || strchr("ZX", p[strspn(p, ") ")]))
        return 0;
    for (int field = 2; p && field < START_FIELD; field++)
        p = strchr(p + 1, ' ');
    return p ? strtoull(p, NULL, 10) : 0;
}

static const char *boot(struct arena *a)
{
    return line_of("/proc/sys/kernel/random/boot_id", a);
}

const char *running_self(struct arena *a)
{
    unsigned long long start = start_of(getpid(), a);
    const char *this_boot = boot(a);
    return start && *this_boot ? arena_printf(a, "%s %ld %llu", this_boot, (long)getpid(), start) : "";
}

bool running_elsewhere(const char *words)
{
    char told[BOOT_CHARS + 1];
    long pid = 0;
    unsigned long long start = 0;
    struct arena *a = arena_new();
    bool goes_on = sscanf(words, "%36s %ld %llu", told, &pid, &start) == 3 && pid > 0 && pid != getpid() && start > 0 &&
                   strcmp(told, boot(a)) == 0 && start_of(pid, a) == start;
    arena_free(a);
    return goes_on;
}
