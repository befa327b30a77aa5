/* What leads through a joined PDF: links that name a place in the file they came from, and an outline with one entry
 * for each file. */
#ifndef MUFAKAT_PRESS_JOIN_LINKS_H
#define MUFAKAT_PRESS_JOIN_LINKS_H

#include <qpdf/qpdf-c.h>
#include <stdbool.h>
#include <stddef.h>

struct joined {
    qpdf_data q;
    int first, pages; /* where its pages stand in the whole, from 0 */
};

/* Made by this press, as far as the file itself tells. */
bool joined_is_ours(const struct joined *in);
/* Links of the pages from `in` that go to a named place go to its page in `out`; those that lead nowhere go nowhere. */
void join_links(qpdf_data out, const struct joined *in);
/* One entry for each: a paper of ours by its title, others, whose titles may say what must not be told, by number. */
void join_outline(qpdf_data out, const struct joined *in, size_t n);

#endif
