/* A second run of this program with a sub-command, beside the loop: what it says is heard line by line, and the end of
 * its input tells it to stop. */
#ifndef MUFAKAT_APP_OWN_CHILD_H
#define MUFAKAT_APP_OWN_CHILD_H

#include <stddef.h>
#include "base/err.h"

struct own_child;

/* Starts `mufakat WORDS`; NULL words are left out, at most 15 stay. The child is yours. 0, or the errno. */
int own_child_start(const char *const *words, size_t n, struct own_child **ret);
/* Readable: ask own_child_hear. */
int own_child_fd(const struct own_child *c);
/* Hands over the whole lines that it has said so far and never waits for more. True once it has ended; its status, as
 * waitpid gives it, is in *ret_status then. */
bool own_child_hear(struct own_child *c, void (*line)(void *ctx, const char *line), void *ctx, int *ret_status);
/* One that still runs is given up: it takes its half files away by itself, and is waited for by a later call. NULL is fine. */
void own_child_free(struct own_child *c);
/* Takes away what a child that was killed left half beside `path`, or in it when that is a folder; NULL: it wrote nothing. */
void own_child_sweep(const struct own_child *c, const char *path);
/* The first sentence of a complaint, without the program's name; keeps what `e` holds already. */
void own_child_complaint(const char *line, struct err *e);

#endif
