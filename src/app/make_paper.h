/* Papers as trees. A source holds one dossier, read in one transaction together with what the lock
 * in force covers; any number of papers made from it agree with each other to the last figure. */
#ifndef MUFAKAT_APP_MAKE_PAPER_H
#define MUFAKAT_APP_MAKE_PAPER_H

#include "app/app.h"
#include "base/buf.h"
#include "model/dossier.h"
#include "model/privacy.h"

struct document_tree; /* doc/tree.h */
struct paper_kind;    /* doc/documents.h */

struct paper_source;
/* `with_lock`: also the session as it was when the text was locked (costs a reading of the log);
 * without it every paper is a draft. A damaged lock is told by paper_make, when the paper needs it.
 * Lives in the arena; `a` is borrowed for the pictures. */
enum err_code paper_source_read(struct app *a, bool with_lock, struct arena *ar,
                                struct paper_source **ret, struct err *e) MUST_CHECK;
/* The session as the tables hold it, unfiltered. */
const struct dossier *paper_source_dossier(const struct paper_source *s);
/* The same as it may be shown; filtered once. */
const struct dossier *paper_source_seen(struct paper_source *s, enum privacy privacy);

/* Gives the bytes of a stored picture, smaller ones as well; ERR_NOTFOUND leaves its frame empty. */
typedef enum err_code paper_picture(void *ctx, const struct document *d, struct buf *ret,
                                    struct err *e);
/* Papers made from now on ask `get` instead of taking the bytes as they are stored. */
void paper_source_pictures(struct paper_source *s, paper_picture *get, void *ctx);

struct paper_request {
    const char *document; /* code of doc/documents.h: "berita-acara", "daftar-hadir" */
    enum privacy privacy;
    bool draft; /* true: with watermark even when locked */
};
struct paper {
    const struct paper_kind *kind; /* static */
    struct document_tree *tree;
    bool locked;  /* made from the locked text, with its fingerprint */
    bool differs; /* the tables now hold another text than the locked one (after a merge); the paper
                     is made from what was locked */
    char fingerprint[HASH_SHORT]; /* "" for a draft */
};
/* The tree lives in `ar`, which may be younger than the source's arena. ERR_INPUT in words for an
 * unknown document, ERR_CORRUPT when the lock does not fit the log. */
enum err_code paper_make(struct paper_source *s, const struct paper_request *in,
                         struct arena *ar, struct paper *ret, struct err *e) MUST_CHECK;
/* Does the fingerprint of a lock vouch for this paper? */
bool paper_is_locked_kind(const struct paper_kind *k);

#endif
