/* Sheets as neutral data, beside the tree of a paper: tables of typed cells that a spreadsheet can
 * count with. Builders make a book from a dossier; XLSX (in the press) and CSV are its writers.
 * Everything lives in one arena. Text is UTF-8, already passed through text_export. */
#ifndef MUFAKAT_DOC_BOOK_H
#define MUFAKAT_DOC_BOOK_H

#include "doc/documents.h"

enum cell_kind {
    CELL_EMPTY,
    CELL_TEXT,
    CELL_INTEGER,
    CELL_DECIMAL, /* hundredths */
    CELL_DATE,    /* day number */
    CELL_STAMP    /* UTC ms; shown with the clock of the venue */
};

struct cell {
    enum cell_kind kind;
    int64_t number;
    const char *text;
};

struct book_column {
    const char *title;
    double width; /* characters */
};

struct book_sheet {
    const char *name;   /* short, without []:*?/\ */
    const char **notes; /* lines above the table; the first is the title */
    size_t n_notes;
    struct book_column *columns;
    size_t n_columns;
    struct cell *cells; /* n_rows * n_columns */
    size_t n_rows;
};

struct book {
    struct arena *arena; /* borrowed */
    const char *title;   /* metadata */
    const char *author;  /* metadata */
    const char *footer;  /* left part of every printed page's foot */
    int64_t date;        /* UTC ms, metadata: same session, same bytes */
    enum zone zone;      /* of the stamps */
    bool folio;          /* prints on F4 instead of A4; always landscape */
    struct book_sheet *sheets;
    size_t n_sheets;
};

struct book *book_new(struct arena *a);
/* One more sheet, valid until the next one is added. Columns are copied. */
struct book_sheet *book_sheet(struct book *b, const char *name, const struct book_column *columns,
                              size_t n);
void book_note(struct book *b, struct book_sheet *s, const char *line);
/* One more row of empty cells, to be filled before the next is asked for. */
struct cell *book_row(struct book *b, struct book_sheet *s);
/* Cells; NULL, "", NONE and a time that no calendar has give an empty one. Text is copied and passed through text_export. */
struct cell book_text(struct book *b, const char *text);
struct cell book_integer(int64_t n);
struct cell book_decimal(int64_t hundredths);
struct cell book_date(int64_t day);
struct cell book_stamp(int64_t ms);

/* For tests: a readable dump. */
void book_dump(const struct book *b, struct buf *out);

/* For the pipe to the press. */
void book_write(const struct book *b, struct buf *out);
/* Reads what book_write wrote, for the press; rejects anything else (ERR_INPUT). */
enum err_code book_read(struct arena *a, const void *p, size_t n, struct book **ret,
                        struct err *e) MUST_CHECK;

/* --- the books --- */

struct book *build_peserta(const struct dossier *d, const struct doc_options *o, struct arena *a);
struct book *build_rencana_aksi(const struct dossier *d, const struct doc_options *o,
                                struct arena *a);
struct book *build_masukan(const struct dossier *d, const struct doc_options *o, struct arena *a);
struct book *build_rekap(const struct dossier *d, const struct doc_options *o, struct arena *a);

struct book_kind {
    const char *code; /* "peserta" */
    const char *label;
    struct book *(*build)(const struct dossier *, const struct doc_options *, struct arena *);
};
/* The table of books, ended by a NULL code. */
extern const struct book_kind book_kinds[];
/* NULL when unknown. */
const struct book_kind *book_kind_find(const char *code);

/* --- CSV --- */

enum csv_style {
    CSV_SPREADSHEET, /* what spreadsheets with Indonesian settings open by a click: semicolon, byte
                        order mark, CRLF, decimal comma, 12/11/2026 08:10 */
    CSV_PLAIN        /* for programs: comma, UTF-8 without mark, LF, decimal point, ISO dates */
};
/* The columns' titles and the rows of one sheet, quoted by RFC 4180; the lines above the table are
 * left out, so that the first row is the header. A text that a spreadsheet would take for a formula
 * gets an apostrophe in front of its first significant character (tech-notes 10). */
void csv_write_sheet(const struct book *b, const struct book_sheet *s, enum csv_style style,
                     struct buf *out);

#endif
