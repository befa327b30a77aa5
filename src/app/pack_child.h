/* A pack made beside the loop: a second run of this program (`mufakat paket --kemajuan`) makes it, because papers,
 * pictures and a slow stick take seconds. It reads what is stored when it starts: post it when nothing is pending. */
#ifndef MUFAKAT_APP_PACK_CHILD_H
#define MUFAKAT_APP_PACK_CHILD_H

#include "app/make_pack.h"

struct pack_child;

struct pack_news {
    bool ended;
    int done, all;     /* steps */
    const char *name;  /* what is being made now; "" at first */
    struct err err;    /* when it has ended; ERR_NONE: the pack is there */
    bool flushed;      /* as in struct pack_result */
    const char *path;  /* the whole path of the pack; "" until it is there */
    const char *notes; /* sentences that somebody should read, a line each; "" for none */
};

/* folder, zip, public_only and limit of `in` are used. ERR_IO when the program cannot be started. */
enum err_code pack_child_start(struct app *a, const struct pack_request *in, struct pack_child **ret,
                               struct err *e) MUST_CHECK;
/* Readable: ask pack_child_hear. */
int pack_child_fd(const struct pack_child *c);
/* Takes what it has said so far and never waits for more. Texts live as long as the child. */
void pack_child_hear(struct pack_child *c, struct pack_news *ret);
/* A pack that is still being made is given up; it leaves nothing behind. NULL is fine. */
void pack_child_free(struct pack_child *c);

#endif
