/* The tags of a joined PDF: those of our own papers below one document, with the numbers by which pages and links find
 * theirs counted on; each page of somebody's scan is one tag of its own, because readers aloud pass over what has none. */
#ifndef MUFAKAT_PRESS_JOIN_TAGS_H
#define MUFAKAT_PRESS_JOIN_TAGS_H

#include "press/join_links.h"

struct roots {
    qpdf_oh root, document, kids, numbers; /* of the joined file: the document holds the kids */
    long long next;                        /* the first number that is free */
};

void tags_begin_joined(qpdf_data out, struct roots *ret);
/* The pages of the file stand in `out` already, and its links are led. */
void tags_add_file(qpdf_data out, struct roots *r, const struct joined *in);
void tags_end_joined(qpdf_data out, struct roots *r);

#endif
