/* What the files of the evidence pack share (make_pack.c and pack_*.c). Private to them. */
#ifndef MUFAKAT_APP_PACK_H
#define MUFAKAT_APP_PACK_H

#include "app/export_work.h"
#include "app/make_pack.h"
#include "app/pack_folder.h"
#include "app/paper_pictures.h"

#define PACK_UPLOAD "1-unggah"
#define PACK_ARCHIVE "2-arsip"
#define PACK_PUBLIC "3-publikasi"

struct pack;

/* One file that was made. Names are relative to the pack, parted by '/'. */
struct pack_entry {
    const char *name, *what; /* what: official Indonesian, for MANIFEST */
    int64_t size;
    char sha256[65];
};

/* Something that a press makes while others go on. */
struct pack_piece {
    struct pack_piece *next;
    /* Waits for its end and puts it in its place. */
    enum err_code (*end)(struct pack *p, struct pack_piece *x, struct err *e);
    struct export_work work;        /* a paper or book */
    const char *document, *name, *what; /* of it; name NULL: a scratch file */
    struct press_task fit;          /* or a smaller picture */
    const struct document *picture; /* of it */
};

struct pack {
    struct app *app;
    const struct pack_request *in;
    struct arena *arena;
    struct pack_limit limit;
    struct paper_source *source;
    const struct dossier *d;      /* as it is */
    const struct dossier *shown;  /* the public version of it */
    const struct session *named;  /* by which all files are named: as it was when we began */
    struct pack_folder folder;
    struct press_crew *crew;
    struct pack_piece *first, *last; /* what has been begun and not put in its place: in this order */
    struct pack_entry *v;
    size_t n, cap;
    const char **notes;
    size_t n_notes;
    int done, all; /* steps */
    int box;           /* pixels: how large pictures in papers may be now */
    int pictures_used; /* how often a picture was asked for */
    char fingerprint[HASH_SHORT];
    bool cancelled;
};

/* --- pack_file.c: steps and entries --- */

/* Tells what is made now; ERR_BUSY when somebody wants to stop. */
enum err_code pack_step(struct pack *p, const char *name, struct err *e) MUST_CHECK;
/* Name of a file in the pack, "2-arsip/2026-11-12-disdukcapil-notula.pdf", as app/safe_name.h makes it; in the arena. */
const char *pack_name(const struct pack *p, const char *folder, const char *what, enum privacy privacy,
                      const char *ending);
/* Of the folder that holds it all, or of the .zip. */
const char *pack_stem(const struct pack *p);
/* Full path of a file in the pack, or of a scratch file; in the arena. */
const char *pack_path(const struct pack *p, const char *name);
const char *pack_scratch(const struct pack *p, const char *name);
/* The file is there: takes its size and hash. `what` is borrowed. */
enum err_code pack_add(struct pack *p, const char *name, const char *what,
                       struct err *e) MUST_CHECK;
void pack_add_known(struct pack *p, const char *name, const char *what, int64_t size, const char *sha256);
enum err_code pack_write(struct pack *p, const char *name, const char *what, const struct buf *b,
                         struct err *e) MUST_CHECK;
/* A sentence for the person, in the language of the screen; the same one is kept once. */
void pack_note(struct pack *p, const char *sentence);
struct press_watch pack_watch(const struct pack *p);
/* The piece has been begun. */
void pack_begun(struct pack *p, struct pack_piece *x);
/* Puts in their places, in the order in which they were begun, the pieces that have ended; pack_settle: all. */
enum err_code pack_collect(struct pack *p, struct err *e) MUST_CHECK;
enum err_code pack_settle(struct pack *p, struct err *e) MUST_CHECK;

/* --- pack_table.c: which files there are --- */

enum pack_part { PACK_PAPER, PACK_COPY, PACK_FILES, PACK_PHOTOS };
struct pack_row {
    const char *folder;
    enum pack_part part;
    const char *code;   /* of the paper or book; NULL for the other parts */
    const char *ending; /* ".pdf": says the format */
    enum privacy privacy;
    const char *name; /* what the file is, for its name; or a folder of files */
    const char *what; /* for MANIFEST and the progress; NULL: the paper's own label; N_() */
};
extern const struct pack_row pack_rows[]; /* ended by a NULL folder */

/* --- pack_paper.c: papers and books in their formats --- */

enum err_code pack_make_paper(struct pack *p, const struct pack_row *r, struct err *e) MUST_CHECK;
/* Begins a paper or book at `path`, whose ending says the format, with pictures of at most p->box pixels.
 * `name`: of its entry, `what` for it; NULL: a scratch file. */
enum err_code pack_make_document(struct pack *p, const char *document, enum privacy privacy, const char *path,
                                 const char *name, const char *what, struct err *e) MUST_CHECK;

/* --- pack_pictures.c --- */

/* For paper_source_pictures; ctx is the pack. */
enum err_code pack_picture(void *ctx, const struct document *d, struct buf *ret, struct err *e);
/* Every stored file as it is, and the published pictures without anything but what is seen. */
enum err_code pack_make_files(struct pack *p, const struct pack_row *r, struct err *e) MUST_CHECK;
enum err_code pack_make_photos(struct pack *p, const struct pack_row *r, struct err *e) MUST_CHECK;
/* How many files these will be. */
int pack_count_files(const struct pack *p);
int pack_count_photos(const struct pack *p);
/* Bytes that all files of the pack may take together, on the generous side. */
int64_t pack_estimate(const struct pack *p);

/* --- pack_upload.c: one PDF per item of evidence, within the limit --- */

int pack_count_uploads(const struct pack *p);
enum err_code pack_make_uploads(struct pack *p, struct err *e) MUST_CHECK;

/* --- pack_manifest.c --- */

enum err_code pack_make_manifest(struct pack *p, struct err *e) MUST_CHECK;

#endif
