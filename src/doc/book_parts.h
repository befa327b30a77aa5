/* What every builder of a book needs: the filtered dossier, the sheet with its usual lines above the
 * table, columns that only the archive gets. Private to the doc room. */
#ifndef MUFAKAT_DOC_BOOK_PARTS_H
#define MUFAKAT_DOC_BOOK_PARTS_H

#include "doc/book.h"
#include "doc/paper.h"

#define BOOK_COLUMNS 24

struct book_choice {
    struct book_column column;
    bool archive; /* left out of the published version */
};

struct book_maker {
    struct paper p; /* its tree is not used */
    struct book *b;
    struct book_sheet *sheet;
    int which[BOOK_COLUMNS]; /* the columns of this version, as indexes into the choices */
};

/* Filters the dossier and begins a book of one sheet, with the title and the facts of the session
 * above the table. `name` is short, for the tab. */
struct book_maker book_begin(const struct dossier *d, const struct doc_options *o, struct arena *a,
                             const char *name, const char *title,
                             const struct book_choice *choices, size_t n);
/* One more row, from a cell for each of the choices. */
void book_add(struct book_maker *m, const struct cell *all);
/* Text that may hold @@: the gaps as dots, as on the papers. */
struct cell book_words(struct book_maker *m, const char *text);
/* "ya", or an empty cell. */
struct cell book_yes(struct book_maker *m, bool yes);

#endif
