/* The second programs at work: each takes one job after the other, several of them side by side. Bytes go in, lines
 * come back, one sentence when a job fails; one that falls costs only its job. The protocol: docs/decisions/0017.
 * press_run.h says what can be asked of them. */
#ifndef MUFAKAT_APP_PRESS_CREW_H
#define MUFAKAT_APP_PRESS_CREW_H

#include <stdbool.h>
#include <stddef.h>
#include "base/err.h"

struct press_crew;

struct press_job {
    const char *verb;
    const char *argument; /* NULL: none */
    const void *feed;     /* what the job is about */
    size_t feed_size;
    void (*line)(void *ctx, const char *line); /* each line that it says */
    /* It has ended: ERR_NONE; ERR_BUSY: cancelled; ERR_IO with the press's own sentence, or that it fell. */
    void (*done)(void *ctx, const struct err *result);
    void *ctx;
};

/* As many presses as this machine has processors for us, at most 4; `most` > 0: at most that many. None is started
 * before it is needed. `cancel_fd`: readable: stop everything; -1: cannot be cancelled. */
struct press_crew *press_crew_open(int most, int cancel_fd);
/* Starts the presses for such jobs ahead of the first one, so that they are ready when it is. Why one could not is
 * told there. */
void press_crew_ready(struct press_crew *c, const char *verb);
/* Waits for a free press, hands the job over, and returns while it goes on: argument and feed are not needed any more,
 * `ctx` is until `done`. ERR_NOTFOUND: the program is not installed; ERR_BUSY: cancelled. Without an error `done` is
 * called once, here or while somebody waits; with one never. */
enum err_code press_crew_post(struct press_crew *c, const struct press_job *job, struct err *e) MUST_CHECK;
/* Waits until somebody has set *until, in `done` of a job. */
void press_crew_wait(struct press_crew *c, const bool *until);
/* Ends all presses and frees the crew. `done` of a job that still goes on is not called; what it was making does not
 * appear. NULL is fine. */
void press_crew_close(struct press_crew *c);

#endif
