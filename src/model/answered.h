/* Questions and their answers. An entry is answered when a live reply row points at it, or at what
 * goes on from it, from a live answer. */
#ifndef MUFAKAT_MODEL_ANSWERED_H
#define MUFAKAT_MODEL_ANSWERED_H

#include "model/dossier.h"

/* True for entries that ask for an answer: counted inputs except apresiasi and answers themselves.
 */
bool answered_expects(const struct contribution *c);
/* True for answers and commitments (tanggapan, kesanggupan). */
bool answered_is_answer(const struct contribution *c);
bool answered_has(const struct dossier *d, const struct id *question);
/* The open ones of one agenda item (ID_NONE: all), questions first, then in order of time. Indexes
 * into d->contribution.v; *ret in `a`. */
size_t answered_open(const struct dossier *d, const struct id *agenda, struct arena *a,
                     size_t **ret);
/* Answers of one entry, in order of time; pointers into the dossier. */
size_t answered_of(const struct dossier *d, const struct id *question, struct arena *a,
                   const struct contribution ***ret);
/* Numbers of the inputs that an answer answers, in their order. *ret lives in `a`. */
size_t answered_numbers(const struct dossier *d, const struct id *answer, struct arena *a, int64_t **ret);

#endif
