/* The tags of a joined PDF: those of its parts below one document, with the numbers by which pages and links find theirs
 * counted on. Only when every part is a tagged paper of ours: in a file that says it is tagged, readers aloud pass over
 * what has no tags, and the words of somebody's scan would be lost with nobody noticing. */
#ifndef MUFAKAT_PRESS_JOIN_TAGS_H
#define MUFAKAT_PRESS_JOIN_TAGS_H

#include "press/join_links.h"

/* The pages of all `n` parts stand in `out` already. */
void join_tags(qpdf_data out, const struct joined *in, size_t n);

#endif
