/* A disk that misbehaves on purpose: a SQLite VFS that stands in front of the usual one. Tests link
 * it and call faultvfs_install; the whole program gets it by LD_PRELOAD of faultvfs.so, configured by the
 * FAULT_* variables named at each field. */
#ifndef MUFAKAT_TESTS_FAULTVFS_H
#define MUFAKAT_TESTS_FAULTVFS_H

#include <stdbool.h>
#include <stdint.h>

struct fault_plan {
    int sync_ms;          /* FAULT_SYNC_MS: every sync takes this long */
    int64_t fail_sync_at; /* FAULT_FAIL_SYNC_AT: this sync (counted from 1 since the plan) and all after it fail */
    int64_t fail_sync_times; /* FAULT_FAIL_SYNC_TIMES: how many fail; 0 = all from then on */
    int64_t fail_write_at;   /* FAULT_FAIL_WRITE_AT: likewise for writes (EIO) */
    int64_t fail_write_times; /* FAULT_FAIL_WRITE_TIMES */
    int64_t full_after;   /* FAULT_FULL_AFTER: bytes that still fit on the disk; -1 = plenty */
    bool drop_sync;       /* FAULT_DROP_SYNC=1: syncs do nothing, as in a program that never syncs (negative control) */
    const char *shadow;   /* FAULT_SHADOW: folder that holds only what was synced, as after a power cut */
    const char *tally;    /* FAULT_TALLY: file that grows by one byte with each sync */
};

#define FAULT_NONE ((struct fault_plan){.full_after = -1})

/* Registers the VFS as the default (once) and starts with this plan. */
void faultvfs_install(const struct fault_plan *plan);
/* Changes the plan and restarts the counters. Thread-safe. */
void faultvfs_set(const struct fault_plan *plan);
/* Syncs and bytes written since the plan was set. */
int64_t faultvfs_syncs(void);
int64_t faultvfs_written(void);

#endif
