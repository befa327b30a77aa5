/* Start to the first full screen, memory, and wake-ups while nobody types. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "tests/bench/bench.h"

enum { STARTS = 41, IDLE_S = 10 };

/* One start of the baseline on a copy of its own. */
static bool open_list(struct bench *b, struct watch *w, char *list, char *const env[])
{
    char *argv[] = {list, b->round, NULL};
    bench_fresh(b, b->small);
    watch_start(w, argv, env);
    return watch_until(w, BASE_MARK);
}

/* Milliseconds from the exec to the mark, taken by the watch itself: making the copy does not count. */
static void take(struct series *s, struct watch *w, bool came, int round)
{
    if (came && round > 0) /* the first one warms the caches */
        series_add(s, (w->came - w->started) / 1e3);
    watch_settle(w, 20);
    watch_stop(w);
}

/* In turn, so that a busy moment of the machine falls on both. */
static void start_and_list(struct bench *b, char *list)
{
    struct series ours = {0}, theirs = {0};
    struct watch w;
    for (int i = 0; i <= STARTS; i++) {
        take(&ours, &w, bench_open(b, &w, b->small, NULL), i);
        take(&theirs, &w, open_list(b, &w, list, NULL), i);
    }
    bench_row("start to first full screen", series_at(&ours, 0.5), "ms", series_at(&theirs, 0.5), "<= 2x list");
}

static void start_many(struct bench *b)
{
    struct series many = {0}, few = {0};
    struct watch w;
    for (int i = 0; i <= STARTS; i++) {
        take(&many, &w, bench_open(b, &w, b->thousands, NULL), i);
        take(&few, &w, bench_open(b, &w, b->hundred, NULL), i);
    }
    bench_row("  with 10,000 inputs / with 100", series_at(&many, 0.5), "ms", series_at(&few, 0.5), "<= 1.3x");
}

static double pss_kb(struct watch *w, bool came)
{
    watch_settle(w, 300);
    double kb = came ? (double)watch_pss_kb(w) : -1;
    watch_stop(w);
    return kb;
}

/* Both with copies of the shared libraries, all but libc, that nothing else uses (run.sh puts them there): else the
 * figure would depend on what runs beside. */
static void memory(struct bench *b, char *list)
{
    struct watch w;
    char own[600];
    char *env[] = {own, NULL};
    snprintf(own, sizeof own, "LD_LIBRARY_PATH=%s/lib", b->folder);
    double ours = pss_kb(&w, bench_open(b, &w, b->small, env));
    bench_row("memory (PSS)", ours, "kB", pss_kb(&w, open_list(b, &w, list, env)), "<= 2x list");
}

static void idle(struct bench *b)
{
    struct watch w;
    bool came = bench_open(b, &w, b->small, NULL);
    watch_settle(&w, 1500);
    long before = watch_wakeups(&w);
    double start = watch_now();
    while (watch_now() - start < IDLE_S * 1e6)
        watch_settle(&w, 1000);
    double n = came ? (double)(watch_wakeups(&w) - before) / IDLE_S : -1;
    watch_stop(&w);
    bench_row("idle wake-ups", n, "/s", 0, "0, or the clock's");
}

void rows_start(struct bench *b)
{
    char *list = bench_built(b, "tests/bench/list");
    start_and_list(b, list);
    start_many(b);
    memory(b, list);
    idle(b);
    free(list);
}
