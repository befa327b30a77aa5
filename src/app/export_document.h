/* A paper from the session: dossier -> privacy filter -> builder -> writer -> file or printer. Runs
 * on the caller's thread (the heavy writers in a child process). */
#ifndef MUFAKAT_APP_EXPORT_DOCUMENT_H
#define MUFAKAT_APP_EXPORT_DOCUMENT_H

#include "app/app.h"
#include "model/privacy.h"

struct document_tree; /* doc/tree.h */

struct export_request {
    const char *document; /* code of doc/documents.h: "berita-acara", "daftar-hadir" */
    enum privacy privacy;
    const char *
        path; /* the ending says the format: .pdf .txt (what the press knows); see export_formats */
    int copies; /* for print_document; < 1: session.copies, else 1 */
    bool draft; /* true: with watermark even when locked */
};
struct export_result {
    const char *path; /* absolute, in the caller's arena; NULL for a print */
    int64_t size;     /* bytes */
    bool locked;      /* printed with the fingerprint */
    bool differs;     /* what the tables hold now is not what was locked: the paper is made from the
                         locked state */
    bool fixed_numbers;           /* this was the first print */
    char fingerprint[HASH_SHORT]; /* "" for a draft */
};
/* The first export of any paper fixes the attendance numbers (not on a read-only session). */
enum err_code export_document(struct app *a, const struct export_request *in, struct arena *ar,
                              struct export_result *ret, struct err *e) MUST_CHECK;
/* The same, to the printer through `lp`; ERR_NOTFOUND in words when there is no lp. */
enum err_code print_document(struct app *a, const struct export_request *in, struct arena *ar,
                             struct export_result *ret, struct err *e) MUST_CHECK;
/* The tree itself, for the preview on the screen. Lives in the arena. */
enum err_code export_tree(struct app *a, const struct export_request *in, struct arena *ar,
                          struct document_tree **ret, struct export_result *ret_result,
                          struct err *e) MUST_CHECK;
/* "<unit>-<date>-<document>[-publikasi].<ext>", safe on any file system; in the arena. */
const char *export_file_name(struct app *a, const struct export_request *in, const char *ext,
                             struct arena *ar);

#endif
