/* Who is in the room: head counts per unsur and sex, and the number of unsur masyarakat that the
 * evaluation form F-02 scores (indicator 2; domain 3.2). Only people with the role peserta who are
 * present themselves count; an official who sent somebody is counted through that somebody. */
#ifndef MUFAKAT_MODEL_COVERAGE_H
#define MUFAKAT_MODEL_COVERAGE_H

#include "base/arena.h"
#include "model/records.h"

#define COVERAGE_UNKNOWN sex_COUNT     /* the column of people whose sex is not given */
#define COVERAGE_OTHER unsur_COUNT     /* the row of people whose unsur is not given */
#define COVERAGE_MAX (unsur_COUNT - 1) /* unsur masyarakat: all but the provider */

struct coverage {
    int64_t present;                               /* people */
    int64_t count[unsur_COUNT + 1][sex_COUNT + 1]; /* people per unsur and sex */
    int64_t by_unsur[unsur_COUNT + 1];             /* row sums */
    int64_t by_sex[sex_COUNT + 1];                 /* column sums */
    int unsur;                                     /* unsur present, provider included: 0..6 */
    int masyarakat;                                /* unsur masyarakat present: 0..5 */
};

/* True for a person who counts as a present participant. */
bool coverage_counts(const struct participant *p);
/* True for a person who came for an invited office that is not their own ("mewakili ..."). */
bool coverage_stands_in(const struct participant *p);
struct coverage coverage_of(const struct participant *v, size_t n);
/* The unsur masyarakat that nobody present belongs to, in the order of the form; returns how many.
 */
int coverage_missing(const struct coverage *c, enum unsur_value ret[COVERAGE_MAX]);
/* Their words in lower case, translated, joined with commas: "media massa"; "" when none is
 * missing. */
const char *coverage_missing_words(const struct coverage *c, struct arena *a);

#endif
