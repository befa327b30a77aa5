/* A pack or a paper made beside the loop: a second run of this program (`mufakat paket --kemajuan`, `mufakat ekspor
 * --kemajuan`) makes it, because papers, pictures, a slow stick and a printer take seconds. It reads what is stored when
 * it starts: post it when nothing is pending. */
#ifndef MUFAKAT_APP_MAKE_CHILD_H
#define MUFAKAT_APP_MAKE_CHILD_H

#include "app/export_document.h"
#include "app/make_pack.h"

struct make_child;

struct make_news {
    bool ended;
    int done, all;     /* steps; of a paper pages, and 0 */
    const char *name;  /* what is being made now; "" at first */
    struct err err;    /* when it has ended; ERR_NONE: it is there */
    bool flushed;      /* as in struct pack_result */
    const char *path;  /* the whole path; "" until it is there; of a print "-" */
    const char *notes; /* sentences that somebody should read, a line each; "" for none */
};

/* folder, zip, public_only and limit of `in` are used. ERR_IO when the program cannot be started. */
enum err_code make_child_pack(struct app *a, const struct pack_request *in, struct make_child **ret,
                              struct err *e) MUST_CHECK;
/* document, privacy, draft, and path or (path NULL: to the printer) copies. Attendance numbers are not fixed. */
enum err_code make_child_paper(struct app *a, const struct export_request *in, struct make_child **ret,
                               struct err *e) MUST_CHECK;
/* Readable: ask make_child_hear. */
int make_child_fd(const struct make_child *c);
/* Takes what it has said so far and never waits for more. Texts live as long as the child. */
void make_child_hear(struct make_child *c, struct make_news *ret);
/* What is still being made is given up; it leaves nothing behind. NULL is fine. */
void make_child_free(struct make_child *c);

#endif
