/* The parts of the report of a forum (domain 7.4), one file each. Private to the doc room. */
#ifndef MUFAKAT_DOC_LAPORAN_H
#define MUFAKAT_DOC_LAPORAN_H

#include "doc/paper.h"
#include "model/outcome.h"
#include "model/tally.h"

struct laporan {
    struct paper p;
    struct agreement_order order;
    struct tally tally;
};

/* "BAB I PENDAHULUAN" on a new page. */
void laporan_chapter(struct laporan *x, const char *title);
/* A sub-chapter, listed in the table of contents. */
void laporan_section(struct laporan *x, const char *title);
/* The text that was typed for this part, a paragraph for each line; false when there is none. */
bool laporan_typed(struct laporan *x, const char *text);
/* "24 (dua puluh empat) orang dari 6 (enam) unsur" */
const char *laporan_attended(const struct laporan *x);

void laporan_participants(struct laporan *x); /* 2.5 */
void laporan_results(struct laporan *x);      /* BAB III */
void laporan_ending(struct laporan *x);       /* BAB IV, LAMPIRAN */

#endif
