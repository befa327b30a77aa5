/* Talking to the second program: bytes go in, lines come back, one sentence when it fails. press_run.h says
 * what can be asked of it. */
#ifndef MUFAKAT_APP_PRESS_TALK_H
#define MUFAKAT_APP_PRESS_TALK_H

#include <stdbool.h>
#include <stddef.h>
#include "base/err.h"

struct press_job {
    const char *verb;
    const char *argument; /* NULL: none */
    const void *feed;     /* goes into its stdin */
    size_t feed_size;
    void (*line)(void *ctx, const char *line); /* each line that it says; NULL: nobody listens */
    void *ctx;
    int cancel_fd; /* readable: stop; -1: cannot be cancelled */
    bool ret_cancelled;
};

/* Runs the press once and waits for its end. ERR_NOTFOUND: the program is not installed; ERR_BUSY: cancelled;
 * otherwise ERR_IO with the press's own sentence, or that it fell. */
enum err_code press_talk(struct press_job *job, struct err *e) MUST_CHECK;

/* Where the press is: MUFAKAT_PRESS, beside this program, or the installed one. NULL when nowhere; free it. */
char *press_find(void);

#endif
