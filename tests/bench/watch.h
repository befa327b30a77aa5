/* Timing a full-screen program from outside: start, keys, memory, wake-ups. No screen emulation, so that the
 * measuring costs little; all times in microseconds. */
#ifndef MUFAKAT_TESTS_BENCH_WATCH_H
#define MUFAKAT_TESTS_BENCH_WATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct watch {
    int master;
    pid_t pid;
    char tail[8192]; /* the last bytes of its output */
    size_t n;
    double started, came; /* when the program was started, when the last marker had come */
};

struct series {
    double v[4096];
    size_t n;
};

double watch_now(void);
/* Starts argv on an 80x24 terminal with extra environment (NULL-ended, may be NULL). */
void watch_start(struct watch *w, char *const argv[], char *const env[]);
/* Reads until `marker` has come (after the last call); false after 20 s or at the end of the program. */
bool watch_until(struct watch *w, const char *marker);
/* Sends bytes; returns when the first output after them has come. Negative when nothing comes in 5 s. */
double watch_key(struct watch *w, const char *bytes);
void watch_send(struct watch *w, const char *bytes);
/* Takes output until none comes for `ms`. */
void watch_settle(struct watch *w, int ms);
/* Proportional set size in kB (smaps_rollup), all threads' voluntary context switches so far. */
long watch_pss_kb(const struct watch *w);
long watch_wakeups(const struct watch *w);
void watch_stop(struct watch *w);

void series_add(struct series *s, double v);
/* Sorts; `part` 0.5 is the median. */
double series_at(struct series *s, double part);

#endif
