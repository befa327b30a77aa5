/* The dialog screen as the bench types into it. */
#ifndef MUFAKAT_TESTS_BENCH_DIALOG_H
#define MUFAKAT_TESTS_BENCH_DIALOG_H

#include "tests/bench/bench.h"

/* Opens a fresh copy of the session and goes to the dialog; false when one of its screens does not come. `env` as in
 * watch_start, up to three entries. */
bool dialog_open(struct bench *b, struct watch *w, const char *session, char *const env[]);
/* Waits until nothing is under way: all keys are painted, every entry is stored and shown so. */
bool dialog_wait(struct watch *w);
/* Empties the capture line and waits. */
void dialog_clear(struct watch *w);

#endif
