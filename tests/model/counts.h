/* The counts of the notes as the store keeps them, from a whole dossier. */
#ifndef MUFAKAT_TESTS_MODEL_COUNTS_H
#define MUFAKAT_TESTS_MODEL_COUNTS_H

#include "model/log.h"

static inline struct note_counts counts_of(const struct dossier *d)
{
    struct note_counts n = {0};
    for (size_t i = 0; i < d->contribution.n; i++) {
        n.counted += dossier_is_input(&d->contribution.v[i]);
        n.gaps += IS_SET(d->contribution.v[i].gap);
    }
    return n;
}

#endif
