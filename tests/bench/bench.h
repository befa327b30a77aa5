/* What the files of the bench share: where everything lies, a row of the table, and one function for each part of
 * the table. A new part is one file rows_*.c and one line in bench.c. */
#ifndef MUFAKAT_TESTS_BENCH_BENCH_H
#define MUFAKAT_TESTS_BENCH_BENCH_H

#include <stdbool.h>

#include "tests/bench/watch.h"

/* What each program prints last on a full screen. */
#define SCREEN_MARK "^K"
#define BASE_MARK "SIAP"

struct bench {
    const char *build;     /* the build folder */
    const char *folder;    /* on the disk to be measured */
    const char *small;     /* the practice session */
    const char *hundred;   /* a session with 100 inputs */
    const char *thousands; /* and one with 10,000 */
    char program[512], round[512]; /* mufakat; the session that the present round works on */
};

/* Prints one row; `base` 0: there is no baseline. A figure below 0 could not be measured, and the row says so. */
void bench_row(const char *what, double value, const char *unit, double base, const char *wanted);
/* True when every row so far had its figures. */
bool bench_complete(void);

/* Puts a copy of `session` at b->round, with nothing of earlier rounds beside it, and waits until the disk has it:
 * a round is ended by a kill, and what it left (a draft, a -wal) must not reach the next one. */
void bench_fresh(struct bench *b, const char *session);
/* Starts mufakat on such a copy; `env` as in watch_start. False when the first screen does not come. */
bool bench_open(struct bench *b, struct watch *w, const char *session, char *const env[]);
/* A path in the build folder, in a buffer of its own that stays for good. */
char *bench_built(const struct bench *b, const char *name);

void rows_start(struct bench *b);  /* start, memory, idle */
void rows_keys(struct bench *b);   /* key to paint, also on a slow disk */
void rows_stored(struct bench *b); /* Enter to tersimpan */
void rows_paper(struct bench *b);  /* berita acara as PDF */

#endif
