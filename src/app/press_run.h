/* What can be asked of the second programs: a tree goes in through a pipe, progress and troubles come back. They
 * never see the session; when one falls, only this call fails. */
#ifndef MUFAKAT_APP_PRESS_RUN_H
#define MUFAKAT_APP_PRESS_RUN_H

#include "app/press_crew.h"
#include "doc/book.h"
#include "doc/tree.h"

struct press_watch {
    void (*page)(void *ctx, int page); /* after each page; NULL: nobody listens */
    void *ctx;
    int cancel_fd; /* readable: stop; -1: cannot be cancelled; not looked at with a crew, which has its own */
    struct press_crew *crew; /* who does it; NULL: a press is started for this call alone */
};

struct press_report {
    int pages;
    int mended, sealed;   /* of joined files: damaged ones that could be read; ones whose electronic signature is lost */
    int bad_pictures;     /* pictures that could not be read; a box with words stands in their place */
    const char **missing; /* names and words with letters that no font of this machine has: boxes are printed */
    size_t n_missing;
    bool cancelled;
};

struct press_picture {
    bool png;
    int width, height; /* pixels as stored */
    int orientation;   /* EXIF 1 .. 8 */
};

/* A job that goes on beside its caller. Only `report`, `ended` and `err` are for readers. */
struct press_task {
    struct press_report report;
    bool ended;
    struct err err; /* once it has ended */
    char word[16];  /* what a refused picture or file is told to be */
    struct press_picture picture;
    struct press_watch watch;
    struct arena *a;
};

/* Begins a PDF or DOCX (`verb`: "pdf", "docx"), a workbook, a smaller picture at `path`, and returns while it goes on.
 * What is handed in is not needed any more; `task` is until it has ended, and its texts live in `a`. `watch` must have
 * a crew. An old file at `path` stays whole until the new one is. Errors: as press_crew_post. The report of a DOCX
 * counts no pages and names no missing letters: a word processor breaks pages and chooses fonts by itself. */
enum err_code press_begin_tree(const char *verb, const struct document_tree *t, const char *path,
                               const struct press_watch *watch, struct arena *a, struct press_task *task,
                               struct err *e) MUST_CHECK;
enum err_code press_begin_xlsx(const struct book *b, const char *path, const struct press_watch *watch,
                               struct press_task *task, struct err *e) MUST_CHECK;
enum err_code press_begin_fit(const void *p, size_t n, int box, const char *path, const struct press_watch *watch,
                              struct press_task *task, struct err *e) MUST_CHECK;
/* Waits for its end; errors as for the calls that do not return before. */
enum err_code press_end(struct press_task *task, struct err *e) MUST_CHECK;

/* Makes a PDF of the tree at `path` (an old file there stays whole until the new one is). Blocks until it is
 * done. `watch` may be NULL; `ret` lives in `a` and is set on success, and on ERR_BUSY when it was cancelled.
 * ERR_NOTFOUND: the program is not installed; otherwise the press's own sentence. */
enum err_code press_run_pdf(const struct document_tree *t, const char *path, const struct press_watch *watch,
                            struct arena *a, struct press_report *ret, struct err *e) MUST_CHECK;

struct press_packed {
    const char *name; /* in the archive: relative, parted by '/', UTF-8 */
    const char *path; /* the file it comes from */
};

/* Packs the files into a zip at `path`, in this order, the same bytes every time; an old file there stays whole
 * until the new one is. `page` of the watch counts files. Names that lead out of
 * the folder, or occur twice, are refused. */
enum err_code press_run_zip(const char *path, const struct press_packed *files, size_t n,
                            const struct press_watch *watch, struct err *e) MUST_CHECK;

struct press_joined {
    const char *path;
    const char *words; /* what it is, for one that is not a paper of ours; "": nobody knows */
};

/* Joins the pages of PDFs into one at `path` with that title, in this order, the same bytes every time. ERR_CORRUPT in the
 * press's words for one that is damaged beyond repair or locked; `ret` is set on success. */
enum err_code press_run_join(const char *path, const char *title, const struct press_joined *files, size_t n,
                             const struct press_watch *watch, struct press_report *ret, struct err *e) MUST_CHECK;
/* A picture as JPEG at `path`, upright, at most `box` pixels wide and high, without anything but what is seen.
 * Refuses what press_run_check refuses, with its codes. */
enum err_code press_run_fit(const void *p, size_t n, int box, const char *path, const struct press_watch *watch,
                            struct err *e) MUST_CHECK;

/* Tests by a real decode whether the bytes are a picture that a paper can carry. ERR_INPUT: none, HEIC or
 * CMYK; ERR_FULL: too large; ERR_CORRUPT: cut or damaged. */
enum err_code press_run_check(const void *p, size_t n, struct press_picture *ret, struct err *e) MUST_CHECK;

#endif
