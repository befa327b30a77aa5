/* A copy made beside the loop: a second run of this program (`mufakat salin --kemajuan`) writes it, because a slow stick
 * may take minutes. It reads what is stored when it starts: post it when nothing is pending. */
#ifndef MUFAKAT_APP_COPY_CHILD_H
#define MUFAKAT_APP_COPY_CHILD_H

#include "app/copy_session.h"

struct copy_child;

struct copy_news {
    bool ended;
    enum copy_step step; /* while it goes on */
    int percent;         /* -1: unknown */
    struct err err;      /* when it has ended; ERR_NONE: the copy is there and checked */
    bool flushed;        /* as in struct copy_result */
};

/* `watch` is not used. ERR_IO when the program cannot be started. */
enum err_code copy_child_start(struct app *a, const struct copy_request *in, struct copy_child **ret,
                               struct err *e) MUST_CHECK;
/* Readable: ask copy_child_hear. */
int copy_child_fd(const struct copy_child *c);
/* Takes what it has said so far and never waits for more. */
void copy_child_hear(struct copy_child *c, struct copy_news *ret);
/* A copy that still goes on is given up: it takes its half file away by itself. NULL is fine. */
void copy_child_free(struct copy_child *c);

#endif
