/* The tags of the PDF, which tell machines and readers aloud what is a heading, a list, a row. A document holds
 * tables, lists and paragraphs; a table goes on over pages, what is inside it ends with the page. */
#ifndef MUFAKAT_PRESS_TAGS_H
#define MUFAKAT_PRESS_TAGS_H

#include <cairo.h>
#include "press/layout.h"

struct tags {
    cairo_t *cr;
    const char *outer, *tag, *cell_tag; /* open now */
    const void *outer_owner, *owner;
    size_t cell;
};

/* Before the first block and after the last. */
void tags_begin(struct tags *t, cairo_t *cr);
void tags_end(struct tags *t);
/* Closes what does not belong to this block any more and opens its own tags. */
void tags_block(struct tags *t, const struct block *b);
/* The same for the cell that the item belongs to; true when a tag was opened. */
bool tags_cell(struct tags *t, const struct item *it);
/* Closes what must not go on over the page, so that its foot stays untagged. */
void tags_page_end(struct tags *t);
/* Around lines, feet, watermarks and repeated heads: seen, but no part of what is read. Not inside a block's tags. */
void tags_decoration_begin(cairo_t *cr);
void tags_decoration_end(cairo_t *cr);

#endif
