/* How each kind of node becomes blocks; layout.c calls them in the order of the tree. */
#ifndef MUFAKAT_PRESS_NODES_H
#define MUFAKAT_PRESS_NODES_H

#include "press/type.h"

/* Space above paragraphs, in shares of the font size. */
#define GAP 0.5
/* Lines of running text stand a little apart; rows of a table do not. */
#define LEADING 1.12
/* Tables and notes are set smaller than the text, so that five columns fit an A4 page. */
#define SMALL 0.84

/* `keep`: what follows must stand on the same page. */
void node_letterhead(struct press *p, const struct node *n, bool keep);
void node_table(struct press *p, const struct node *n, bool keep);
void node_signatures(struct press *p, const struct node *n, bool keep);
void node_picture(struct press *p, const struct node *n, bool keep);
void node_pictures(struct press *p, const struct node *n, bool keep);
void node_contents(struct press *p, const struct node *n, bool keep);

/* One line that stands for a heading in the contents and in the outline; NULL when it has no words. In `a`. */
const char *heading_line(struct arena *a, const struct node *n);
/* Remembers that the heading begins with this block. */
void mark_add(struct press *p, const struct node *n, struct block *b);
/* After the pages are filled: finds the page of every mark and writes it into the contents. */
void contents_number(struct press *p);

/* The picture, opened and counted; NULL when it cannot be read. Belongs to `p`. */
struct image *picture_open(struct press *p, const void *bytes, size_t n);
/* Adds the image scaled into the box at (x, 0), centred; returns its height. */
double picture_put(struct press *p, struct block *b, struct image *im, double x, double w, double h);

#endif
