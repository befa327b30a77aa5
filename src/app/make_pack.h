/* The evidence pack: every paper that a forum owes, in one folder, ready to file, to send and to
 * publish. Everything in it is made from one reading of the session. */
#ifndef MUFAKAT_APP_MAKE_PACK_H
#define MUFAKAT_APP_MAKE_PACK_H

#include "app/app.h"

/* What a portal takes per item of evidence. */
struct pack_limit {
    int files;
    int64_t bytes; /* of each */
};
extern const struct pack_limit pack_usual_limit; /* 5 x 5 MB (domain 5) */
/* "5x5MB", "3 x 800 kB", "5x2,5 MB"; decimal units, as portals count. False when it is no such
 * thing. */
bool pack_read_limit(const char *typed, struct pack_limit *ret);

struct pack_request {
    const char *folder;      /* where the pack's own folder appears */
    bool zip;                /* one .zip file instead of a folder */
    bool public_only;        /* only what may be published */
    struct pack_limit limit; /* files 0: the usual one */
    /* Before each piece: how many are done, of how many, and what is made now; NULL: nobody looks.
     */
    void (*step)(void *ctx, int done, int all, const char *name);
    void *ctx;
    int cancel_fd; /* readable: stop; 0 or -1: cannot be cancelled */
};
struct pack_result {
    const char *path; /* absolute */
    int64_t size;     /* bytes of the files, or of the .zip */
    int files;        /* MANIFEST included */
    bool flushed;     /* everything is on the medium: the stick may be removed */
    bool cancelled;   /* with ERR_BUSY: nothing was left behind */
    const char **notes; /* what somebody should know, a sentence each */
    size_t n_notes;
};
/* Folder "<date>-<unit>-paket-bukti" with 1-unggah, 2-arsip, 3-publikasi and MANIFEST; a pack of
 * that name that is there already stays, the new one gets a number. On any failure nothing is left
 * at the target. The first pack fixes the attendance numbers, as the first print does (not on a
 * read-only session). The same session gives the same bytes. `ret` lives in `ar`. Blocks. */
enum err_code make_pack(struct app *a, const struct pack_request *in, struct arena *ar,
                        struct pack_result *ret, struct err *e) MUST_CHECK;

#endif
