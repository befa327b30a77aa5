/* The working round of the second programs: one job from the command line, or one after the other from stdin. */
#ifndef MUFAKAT_PRESS_SERVE_H
#define MUFAKAT_PRESS_SERVE_H

#include <stdbool.h>
#include <stddef.h>
#include "base/buf.h"

/* What a program can do. */
struct press_verb {
    const char *name, *usage;
    bool alone;   /* runs without an argument, which is NULL then */
    size_t limit; /* bytes that may come in */
    /* `in` may be emptied on the way. What it has to say goes through serve_tell. */
    enum err_code (*run)(const char *argument, struct buf *in, struct err *e);
};

/* The main function of a program with these verbs (ended by a NULL name). `PROGRAM VERB [ARGUMENT] < FEED`
 * runs one job: its exit status tells how it ended, stderr why. `PROGRAM serve` takes jobs from stdin until that
 * ends; `warm` (may be NULL) is called before the first one comes. The protocol: docs/decisions/0017. */
int serve_main(int argc, char **argv, const struct press_verb *verbs, void (*warm)(void));

/* Tells one line to whoever waits, at once: "page 3". */
void serve_tell(const char *word, const char *rest);
void serve_tell_number(const char *word, size_t number);

#endif
