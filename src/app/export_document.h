/* A paper from the session: dossier -> privacy filter -> builder -> writer -> file or printer. Runs
 * on the caller's thread; the heavy writers run in a child process (app/press_run.h). */
#ifndef MUFAKAT_APP_EXPORT_DOCUMENT_H
#define MUFAKAT_APP_EXPORT_DOCUMENT_H

#include "app/app.h"
#include "model/privacy.h"

struct document_tree; /* doc/tree.h */
struct press_crew;    /* app/press_crew.h */

struct export_request {
    const char *document; /* code: "berita-acara", "peserta" ...; NULL in export_document: what the
                             format usually writes */
    enum privacy privacy;
    const char *path;                  /* the ending says the format (app/export_format.h) */
    bool csv_plain;                    /* CSV for programs instead of Indonesian spreadsheets */
    int copies;                        /* for print_document; < 1: session.copies, else 1 */
    bool draft;                        /* true: with watermark even when locked */
    void (*page)(void *ctx, int page); /* after each page of a PDF; NULL: nobody looks */
    void *ctx;
    int cancel_fd; /* readable: stop; 0 or -1: cannot be cancelled */
    struct press_crew *crew; /* who makes it; NULL: a press of its own (export_begin: never NULL) */
};
struct export_result {
    const char *path; /* absolute, in the caller's arena; NULL for a print */
    int64_t size;     /* bytes; 0 for a print */
    int copies;       /* printed */
    bool locked;      /* made from the locked text, with its fingerprint */
    bool differs; /* the tables now hold another text than the locked one (after a merge); the paper
                     is made from what was locked */
    bool fixed_numbers;           /* this was the first print */
    char fingerprint[HASH_SHORT]; /* "" for a draft */
    /* of a PDF only: */
    int pages;
    int bad_pictures;     /* could not be read; a box with words stands in their place */
    const char **missing; /* names or words with letters that no font of this machine has */
    size_t n_missing;
    bool cancelled; /* with ERR_BUSY: nothing was written */
};
/* The first export of any paper fixes the attendance numbers (not on a read-only session). */
enum err_code export_document(struct app *a, const struct export_request *in, struct arena *ar,
                              struct export_result *ret, struct err *e) MUST_CHECK;
/* What the makers of the paper noticed: sentences, one a line; "" when all is well. In the arena. */
const char *export_remarks(const struct export_result *r, struct arena *ar);
/* The same as export_document, to the printer through `lp`; ERR_NOTFOUND in words when there is no lp. `path` is not
 * used. */
enum err_code print_document(struct app *a, const struct export_request *in, struct arena *ar,
                             struct export_result *ret, struct err *e) MUST_CHECK;
/* The tree itself, for the preview on the screen; fixes nothing. Lives in the arena. */
enum err_code export_tree(struct app *a, const struct export_request *in, struct arena *ar,
                          struct document_tree **ret, struct export_result *ret_result,
                          struct err *e) MUST_CHECK;
/* "2026-11-12-disdukcapil-berita-acara[-publikasi][-draf].pdf" (app/safe_name.h); in the arena. `ending`: ".pdf". A draft
 * of the text that is signed has a name of its own, so that it never stands where the signed text stood. */
const char *export_file_name(struct app *a, const struct export_request *in, const char *ending,
                             struct arena *ar);

#endif
