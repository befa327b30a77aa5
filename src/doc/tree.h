/* A document as a neutral tree. No format knows the law, no law knows the format: builders make a
 * tree from a dossier, writers (text here, PDF in the press) turn it into bytes. Everything lives
 * in one arena. Text is UTF-8, already passed through text_export. Lengths are millimetres, font
 * sizes points. */
#ifndef MUFAKAT_DOC_TREE_H
#define MUFAKAT_DOC_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

enum node_kind {
    NODE_LETTERHEAD, /* runs: one line each; logo may stand left */
    NODE_TITLE,      /* runs: centred bold lines */
    NODE_HEADING,    /* one run; `level`; `right`: a box at the right margin (LAMPIRAN I ...) */
    NODE_PARAGRAPH,  /* one text; indent of the first line when `first_indent` */
    NODE_LIST,       /* items, numbered `1.` or marked */
    NODE_FACTS,      /* label : value rows (Hari/Tanggal : ...) */
    NODE_TABLE,
    NODE_NOTE,       /* small text under a table, with its mark ("*)") */
    NODE_SIGNATURES, /* blocks side by side, never cut apart */
    NODE_PICTURE,    /* JPEG or PNG bytes with caption, or an empty frame */
    NODE_PAGE_BREAK, /* the pages behind it are counted from 1 again when `counts_anew` */
    NODE_CONTENTS, /* the headings of the document with their pages; `level`: down to which */
    NODE_PICTURES, /* pictures with captions in a grid of `across` columns, `per_page` to a page */
    NODE_SPACE     /* `space` mm of nothing (cover, room for the pen) */
};

enum { TREE_DEEPEST = 2 }; /* level of a heading */
enum { TREE_ACROSS = 2 };  /* pictures side by side */

enum align { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT, ALIGN_JUSTIFY };

struct run {
    const char *text;
    bool bold;
    double scale; /* of the document's font size; 0 means 1 */
};

struct column {
    const char *title;
    double weight; /* share of the width */
    enum align align;
};

struct table {
    struct column *columns;
    size_t n_columns;
    const char **cells; /* n_rows * n_columns; NULL is an empty cell */
    size_t n_rows;
    double row_height; /* least height in mm, for signatures; 0 = as the text needs */
    bool
        zigzag; /* last column: "1. ...." left for odd rows, right for even ones (signature list) */
};

struct signature {
    const char *head[6]; /* lines above: place and date, "a.n.", office title; NULL ends */
    const char *name;    /* printed bold and underlined; NULL gives dots */
    const char *foot[3]; /* rank, NIP */
};

struct picture {
    const void *bytes; /* JPEG or PNG; NULL: empty frame */
    size_t size;
    const char *caption; /* NULL: none */
};

struct node {
    enum node_kind kind;
    int level;    /* HEADING: 0 as a chapter, 1, 2 below it; CONTENTS: the deepest that is listed */
    double space; /* SPACE: mm */
    struct run *runs;
    size_t n_runs;
    const char *text;
    const char *right;
    enum align align;
    bool first_indent;
    bool numbered;
    bool counts_anew;
    const char **items; /* LIST: items; FACTS: label, value, label, value ... */
    size_t n_items;
    struct table *table;
    struct signature *signatures;
    size_t n_signatures;
    const void *picture; /* bytes; NULL: empty frame */
    size_t picture_size;
    struct picture *pictures; /* PICTURES */
    size_t n_pictures;
    int across, per_page; /* PICTURES: 1 or 2 columns; how many on one page */
    bool keep_with_next;
    struct node *next;
};

struct document_tree {
    struct arena *arena; /* borrowed */
    const char *title;   /* metadata */
    const char *author;  /* metadata */
    int64_t date;        /* UTC ms, metadata: same session, same bytes */
    double page_width, page_height, margin_top, margin_bottom, margin_left, margin_right; /* mm */
    double font_size;                                                                     /* pt */
    const void *logo; /* JPEG or PNG, NULL: none */
    size_t logo_size;
    const char *watermark; /* "DRAF"; NULL: none */
    const char *footer; /* left part of every page's foot: fingerprint; NULL: none. "Halaman X dari
                           Y" stands right */
    bool cover; /* the first page is one: it has no foot, but counts */
    struct node *first, *last;
};

/* An empty document with A4 and usual margins, font 12. */
struct document_tree *tree_new(struct arena *a);
/* A copy of `s` in the tree's arena, passed through text_export; NULL gives NULL. For the fields
 * that have no short form below. */
const char *tree_text(struct document_tree *t, const char *s);
/* Appends a node of that kind and returns it for filling. */
struct node *tree_add(struct document_tree *t, enum node_kind kind);
/* Short forms. Text is copied into the arena and passed through text_export. */
struct node *tree_paragraph(struct document_tree *t, const char *fmt, ...) PRINTF_LIKE(2, 3);
struct node *tree_heading(struct document_tree *t, const char *text);
/* A heading of that level (0 .. 2). */
struct node *tree_chapter(struct document_tree *t, int level, const char *text);
void tree_space(struct document_tree *t, double mm);
void tree_add_run(struct document_tree *t, struct node *n, const char *text, bool bold,
                  double scale);
void tree_add_item(struct document_tree *t, struct node *n, const char *text);
void tree_add_fact(struct document_tree *t, struct node *n, const char *label, const char *value);
/* A table with these columns; then one call per row with n_columns cells. */
struct table *tree_table(struct document_tree *t, const struct column *columns, size_t n);
void tree_row(struct document_tree *t, struct table *tb, const char *const *cells);
/* One more picture of a PICTURES node, to be filled before the next is asked for. The bytes are borrowed. */
struct picture *tree_picture(struct document_tree *t, struct node *n);
/* One more signature block, to be filled before the next is asked for. */
struct signature *tree_signature(struct document_tree *t, struct node *n);
/* The document's date as "2026-11-12T01:30:00Z", for metadata. */
enum { TREE_STAMP = 40 };
char *tree_stamp(const struct document_tree *t, char out[TREE_STAMP]);
/* "paragraph", "table" ...: for dumps and messages. Static. */
const char *node_kind_name(enum node_kind kind);

/* The tree as bytes for the press (docs/decisions: length-prefixed fields), and back. Reading
 * checks everything and gives ERR_INPUT on anything that tree_write would not write. A tree that
 * was read is for writers: nothing may be added to it, and the bytes of its pictures stay in `p`. */
void tree_write(const struct document_tree *t, struct buf *out);
enum err_code tree_read(struct arena *a, const void *p, size_t n, struct document_tree **ret,
                        struct err *e) MUST_CHECK;
/* The tree as indented lines for golden tests and debugging. */
void tree_dump(const struct document_tree *t, struct buf *out);

#endif
