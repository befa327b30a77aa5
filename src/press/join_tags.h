/* The tags of a joined PDF: those of our own papers below one document, with the numbers by which pages and links find
 * theirs counted on; each page of somebody's scan is one tag of its own, because readers aloud pass over what has none. */
#ifndef MUFAKAT_PRESS_JOIN_TAGS_H
#define MUFAKAT_PRESS_JOIN_TAGS_H

#include "press/join_links.h"

/* The pages of all `n` parts stand in `out` already. */
void join_tags(qpdf_data out, const struct joined *in, size_t n);

#endif
