/* Makes faultvfs.so work by LD_PRELOAD: the plan comes from the environment. */
#include "config.h"

#include <stdlib.h>

#include "tests/faultvfs/faultvfs.h"

static int64_t number(const char *name, int64_t otherwise)
{
    const char *s = getenv(name);
    return s ? strtoll(s, NULL, 10) : otherwise;
}

__attribute__((constructor)) static void start(void)
{
    struct fault_plan plan = {
        .sync_ms = (int)number("FAULT_SYNC_MS", 0),
        .fail_sync_at = number("FAULT_FAIL_SYNC_AT", 0),
        .fail_sync_times = number("FAULT_FAIL_SYNC_TIMES", 0),
        .fail_write_at = number("FAULT_FAIL_WRITE_AT", 0),
        .fail_write_times = number("FAULT_FAIL_WRITE_TIMES", 0),
        .full_after = number("FAULT_FULL_AFTER", -1),
        .drop_sync = number("FAULT_DROP_SYNC", 0) != 0,
        .shadow = getenv("FAULT_SHADOW"),
        .tally = getenv("FAULT_TALLY"),
    };
    faultvfs_install(&plan);
}
