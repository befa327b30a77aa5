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
void node_letterhead(struct press *p, const struct node *n);
void node_table(struct press *p, const struct node *n, bool keep);
void node_signatures(struct press *p, const struct node *n, bool keep);
void node_picture(struct press *p, const struct node *n, bool keep);

#endif
