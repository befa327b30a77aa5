/* From Enter to tersimpan, and how often the disk is asked to sync for it. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "tests/bench/bench.h"
#include "tests/bench/dialog.h"

enum { ENTRIES = 100, COUNTED = 40 };

/* What a sync takes on a good laptop's disk, and on a plain one. */
static const int sync_ms[] = {1, 10};

/* How long the program had rested before each Enter, for inserts at the same pace. */
static struct series rests;

/* Types one entry. From Enter until the program has stored the entry and shows it. */
static bool enter_one(struct watch *w, double *ret_us)
{
    double before = watch_now();
    watch_send(w, "0 pengguna: antrean terlalu panjang dan kursi di ruang tunggu sangat kurang sejak pagi ");
    if (!dialog_wait(w))
        return false;
    watch_settle(w, 2);
    double start = watch_now();
    series_add(&rests, start - before);
    watch_send(w, "\r");
    bool stored = dialog_wait(w);
    *ret_us = watch_now() - start;
    return stored;
}

static double entry_us(struct bench *b, const char *session, char *const env[])
{
    struct watch w;
    struct series s = {0};
    bool there = dialog_open(b, &w, session, env);
    for (int i = 0; there && i < ENTRIES; i++) {
        double us = 0;
        there = enter_one(&w, &us);
        series_add(&s, us);
    }
    watch_stop(&w);
    return there ? series_at(&s, 0.5) : -1;
}

/* `env`: settings in front of the command; `pause` before each insert, in microseconds. */
static double insert_us(const struct bench *b, const char *env, double pause)
{
    char *insert = bench_built(b, "tests/bench/insert"), *command = NULL;
    struct series s = {0};
    double v;
    if (asprintf(&command, "rm -f '%s/bare.db'*; %s '%s' '%s/bare.db' %.0f", b->folder, env, insert, b->folder,
                 pause) < 0)
        abort();
    FILE *f = popen(command, "r");
    while (f && fscanf(f, "%lf", &v) == 1)
        series_add(&s, v);
    if (f)
        pclose(f);
    free(command);
    free(insert);
    return series_at(&s, 0.5);
}

/* The tally of the preloaded disk: one byte for each sync. */
static double syncs_so_far(const char *tally)
{
    struct stat st;
    return stat(tally, &st) == 0 ? (double)st.st_size : 0;
}

static double syncs_of_one(struct bench *b)
{
    char *preload = bench_built(b, "tests/faultvfs/faultvfs.so"), *option = NULL, *count = NULL, tally[600];
    snprintf(tally, sizeof tally, "%s/syncs", b->folder);
    if (asprintf(&option, "LD_PRELOAD=%s", preload) < 0 || asprintf(&count, "FAULT_TALLY=%s", tally) < 0)
        abort();
    char *env[] = {option, count, NULL};
    struct watch w;
    struct series s = {0};
    bool there = dialog_open(b, &w, b->small, env);
    for (int i = 0; there && i < COUNTED; i++) {
        double unused, before = syncs_so_far(tally);
        there = enter_one(&w, &unused);
        series_add(&s, syncs_so_far(tally) - before);
    }
    watch_stop(&w);
    free(count);
    free(option);
    free(preload);
    return there ? series_at(&s, 0.5) : -1;
}

/* The same on a disk whose sync takes as long as a laptop's may: the disk of a virtual machine can be too fast to
 * say much about those. */
static void slow_disk(struct bench *b, int ms)
{
    char slow[32], name[60], *preload = bench_built(b, "tests/faultvfs/faultvfs.so"), *option = NULL, *both = NULL;
    snprintf(slow, sizeof slow, "FAULT_SYNC_MS=%d", ms);
    snprintf(name, sizeof name, "  on a disk whose sync takes %d ms", ms);
    if (asprintf(&option, "LD_PRELOAD=%s", preload) < 0 || asprintf(&both, "%s %s", option, slow) < 0)
        abort();
    char *env[] = {option, slow, NULL};
    double ours = entry_us(b, b->small, env);
    bench_row(name, ours, "us", insert_us(b, both, 0), "<= 2x bare insert");
    free(both);
    free(option);
    free(preload);
}

void rows_stored(struct bench *b)
{
    rests.n = 0;
    double ours = entry_us(b, b->small, NULL), rest = series_at(&rests, 0.5);
    bench_row("Enter to tersimpan (inserts back to back)", ours, "us", insert_us(b, "", 0), "<= 2x bare insert");
    bench_row("  (inserts at the pace of the entries)", ours, "us", insert_us(b, "", rest), "says what the row is made of");
    for (size_t i = 0; i < sizeof sync_ms / sizeof *sync_ms; i++)
        slow_disk(b, sync_ms[i]);
    double many = entry_us(b, b->thousands, NULL);
    bench_row("  with 10,000 inputs / with 100", many, "us", entry_us(b, b->hundred, NULL), "<= 1.3x");
    bench_row("syncs for one entry", syncs_of_one(b), "", 0, "1");
}
