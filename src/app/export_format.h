/* The formats of documents: which ending of a file's name writes what, and how. One row each; the
 * command line, its help and the pack read this table. */
#ifndef MUFAKAT_APP_EXPORT_FORMAT_H
#define MUFAKAT_APP_EXPORT_FORMAT_H

#include "app/press_run.h"
#include "doc/book.h"

/* What can be exported comes in four shapes. */
enum export_matter {
    MATTER_PAPER,    /* a tree: doc/documents.h */
    MATTER_BOOK,     /* sheets: doc/book.h */
    MATTER_CALENDAR, /* the deadlines of the session */
    MATTER_DATA      /* the session itself */
};

/* One document ready to be written: the member of its matter is set. */
struct export_piece {
    const struct document_tree *tree;
    const struct book *book;
    const struct dossier *dossier; /* filtered; CALENDAR and DATA */
    enum csv_style csv;
    const struct press_watch *watch; /* with a crew */
    struct arena *arena;             /* of this piece; gone when it has been handed over */
    struct arena *result;            /* of what is told about it */
    struct press_task *task;         /* of writers that only hand it over: begun; otherwise only its report */
};

struct export_format {
    const char *ending; /* ".pdf" */
    enum export_matter matter;
    const char *usual; /* the document when none is named */
    const char *label; /* N_() */
    const char *press; /* what the press is asked for, which then goes on beside; NULL: written at once */
    enum err_code (*write)(struct export_piece *p, const char *path, struct err *e);
    bool pictures; /* carries them; else it only says where they stand */
};
/* Ended by a NULL ending. */
extern const struct export_format export_formats[];

/* Codes of all documents of a matter and their labels (untranslated), ended by a NULL code;
 * *ret_n of them. */
struct export_document_name {
    const char *code, *label;
    enum export_matter matter;
};
size_t export_documents(struct arena *a, const struct export_document_name **ret);
/* What a document is called; untranslated, static; its code when it is unknown. */
const char *export_label(const char *document);
/* ".pdf, .docx, ..." of a matter; -1: all. */
const char *export_ending_words(struct arena *a, int matter);

/* The ending that a document has when nobody asks for another; ".pdf" for NULL and for what is unknown. */
const char *export_usual_ending(const char *document, struct arena *a);

/* Finds the format of `path` and the document meant: `document`, or what the format usually writes
 * when it is NULL. ERR_INPUT in words: unknown ending, unknown document, or a document that cannot
 * be written so. */
enum err_code export_choose(const char *document, const char *path, struct arena *a,
                            const struct export_format **ret_format, const char **ret_document,
                            struct err *e) MUST_CHECK;

#endif
