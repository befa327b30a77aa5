/* What a forum decided, as several papers tell it. Private to the doc room. */
#ifndef MUFAKAT_DOC_RESULTS_H
#define MUFAKAT_DOC_RESULTS_H

#include "doc/paper.h"
#include "model/outcome.h"

/* All agreements with their state, or a sentence that there is none. */
void results_decisions(struct paper *p, const struct agreement_order *o);
/* Who objected, to what, why, and the answer; nothing when nobody did. */
void results_objections(struct paper *p, const struct agreement_order *order);
/* What was handed on, to whom and until when; nothing when there is nothing. */
void results_parked(struct paper *p);

#endif
