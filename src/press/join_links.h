/* What leads through a joined PDF: links that name a place in the file they came from, and an outline with one entry
 * for each file. */
#ifndef MUFAKAT_PRESS_JOIN_LINKS_H
#define MUFAKAT_PRESS_JOIN_LINKS_H

#include <qpdf/qpdf-c.h>
#include <stdbool.h>
#include <stddef.h>

/* One file of a joined PDF. Nothing of `q` is needed once its links and tags are taken over. */
struct joined {
    qpdf_data q;       /* the joined PDF itself for the first file when that is ours: its objects are there already */
    const char *words; /* what it is, for a file that is not ours; "" when nobody said */
    size_t number;     /* from 1 */
    int first, pages;  /* where its pages stand in the whole, from 0 */
};

/* Made by this press, as far as the file itself tells. */
bool joined_is_ours(const struct joined *in);
/* Links of the pages from `in` that go to a named place go to its page in `out`; those that lead nowhere go nowhere. */
void join_links(qpdf_data out, const struct joined *in);
/* A paper of ours by its title; others, whose titles may say what must not be told, by the words, or as "Berkas 2". */
qpdf_oh joined_title(qpdf_data out, const struct joined *in);

struct outline {
    qpdf_oh root, last;
    long long n;
};

/* One entry for each file, then the whole. */
void outline_begin(qpdf_data out, struct outline *o);
void outline_add_file(qpdf_data out, struct outline *o, const struct joined *in);
void outline_end(qpdf_data out, struct outline *o);

#endif
