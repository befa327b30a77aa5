/* From a tree to pages. Every node becomes blocks: pieces that are never cut, one below the other (a line
 * of a paragraph, a row of a table, a signature block). Blocks that must stay together are glued. Only
 * then the pages are filled, so that the number of pages is known before anything is drawn.
 *
 * All lengths are points (1/72 inch); x counts from the left margin, y inside a block from its top. */
#ifndef MUFAKAT_PRESS_LAYOUT_H
#define MUFAKAT_PRESS_LAYOUT_H

#include <pango/pango.h>
#include "doc/tree.h"
#include "press/fonts.h"

#define MM(x) ((x) * 72.0 / 25.4)

enum item_kind { ITEM_LINE, ITEM_RULE, ITEM_FILL, ITEM_FRAME, ITEM_IMAGE };

struct item {
    enum item_kind kind;
    double x, y, w, h;     /* line: y is its baseline; rule: from (x, y) to (x + w, y + h) */
    double thickness;      /* of rules and frames */
    bool dotted;
    PangoLayoutLine *line; /* borrowed from its layout, and not its only place */
    struct image *image;
    const char *words;     /* for who cannot see it; NULL: none */
    const char *tag;       /* "TH", "TD": tag inside the block's own; NULL: none */
    const char *link;      /* attributes of a "Link" tag; NULL: none */
    size_t cell;           /* items of one cell share one tag, and are drawn together; 0: in none */
    struct item *next;
};

struct block {
    double space;  /* above; left out at the top of a page */
    double height;
    bool glue;     /* stays on one page with the next block */
    bool new_page; /* stands at the top of a page */
    bool counts_anew; /* and that page is the first of its count */
    bool empty;    /* room alone: ends with the page instead of going on over it */
    const char *outer, *tag; /* "Table" and "TR"; NULL: not tagged */
    const void *outer_owner, *owner; /* neighbours of one owner share one tag */
    const char *dest; /* attributes of the place that links lead to; NULL: none */
    struct item *items, *last;
    struct item *tail;         /* drawn only when the next block of the owner is on another page */
    const struct block *repeat; /* the table's head: printed again when this block starts a page */
    struct block *next;
};

/* A heading: where the contents and the outline lead. */
struct mark {
    const char *text; /* one line */
    size_t number;    /* 1 .. */
    int level;
    const struct node *node;
    struct block *block;
    size_t page; /* 1 ..; 0 until the pages are filled */
    double y;    /* from the top margin */
    struct mark *next;
};

struct placed {
    const struct block *block;
    double y; /* from the top margin */
    bool cut; /* its owner goes on over the page */
    bool again; /* a head that stood on an earlier page */
    struct placed *next;
};

struct page {
    struct placed *first, *last;
    bool counts_anew;
    size_t number, of; /* as its foot says */
    struct page *next;
};

/* How high a row of a grid of pictures may be, so that as many rows as wanted fit one page: the first one, where
 * something stands above, and the others. */
struct grid_room {
    const struct node *node;
    double first, height;
    struct grid_room *next;
};

struct press {
    const struct document_tree *tree;
    struct arena *arena;
    struct fonts fonts;
    double width, height; /* between the margins */
    GHashTable *settings; /* every text that was set (type.c) */
    GPtrArray *missing; /* names and words with letters that no font has */
    size_t n_unknown;   /* such letters met so far */
    GPtrArray *images;
    GPtrArray *unreadable; /* bytes of pictures that are none; borrowed */
    struct block *first, *last;
    const struct block *above; /* the last block before the last forced page; NULL: none was forced */
    struct mark *marks, *last_mark;
    struct contents_row *rows; /* of the contents, waiting for their page numbers */
    struct grid_room *grids;
    struct page *pages;
    size_t n_pages;
};

/* ERR_INPUT when the margins leave no room for words: that would make endless pages. */
enum err_code layout_check(const struct document_tree *t, struct err *e) MUST_CHECK;
/* Fills `p` with the blocks and pages of the tree. `p->arena`, `tree` and `fonts` are set by the caller. */
void layout_pages(struct press *p);
/* Opens the pictures and sets what measures without pages: for who does not ask for the page of anything. */
void layout_pictures(struct press *p);
void layout_done(struct press *p);

/* A new empty block at the end of the flow. */
struct block *block_add(struct press *p, double space);
struct item *block_item(struct press *p, struct block *b, enum item_kind kind);
/* What was added to the block behind `before` (NULL: from its beginning) becomes one cell of that tag. */
void block_cell(struct block *b, struct item *before, const char *tag, size_t cell);
/* A rule from (x, y), `w` wide and `h` high (one of them 0). */
void block_rule(struct press *p, struct block *b, double x, double y, double w, double h, double thickness);
/* Places the blocks of the flow on pages. */
void flow_pages(struct press *p);

#endif
