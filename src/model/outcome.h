/* What an input led to, and the numbers under which papers speak of agreements. Every paper asks
 * here, so that "kesepakatan nomor 3" is the same agreement on all of them. */
#ifndef MUFAKAT_MODEL_OUTCOME_H
#define MUFAKAT_MODEL_OUTCOME_H

#include "model/dossier.h"

/* The agreements in the order of the papers, numbered from 1 without gaps (domain 14), whatever was
 * deleted on the screen: what was agreed first, then the rest. */
struct agreement_order {
    const struct agreement **v; /* into the dossier */
    size_t n, n_agreed;         /* the first n_agreed are agreed */
};
struct agreement_order agreement_order_of(const struct dossier *d, struct arena *a);
/* The number on paper of the agreement with this id; 0 when it is not there. */
int64_t agreement_number(const struct agreement_order *o, const struct id *agreement);

/* Results of one input, its whole turn. The lists point into the dossier. */
struct outcome {
    const struct agreement **agreements; /* in the order of the papers */
    size_t n_agreements;
    const struct parked **parked;
    size_t n_parked;
    const struct contribution **answers; /* in order of time */
    size_t n_answers;
};
/* In short: the furthest that an input has come. */
enum outcome_kind {
    OUTCOME_AGREED,     /* part of something agreed */
    OUTCOME_OPEN,       /* part of something that was not agreed, or not yet */
    OUTCOME_PARKED,     /* handed on, with a promise to answer */
    OUTCOME_ANSWERED,   /* explained in the forum */
    OUTCOME_UNANSWERED, /* asks for an answer and has none */
    OUTCOME_NOTED,      /* asks for none: thanks, and answers themselves */
    OUTCOME_COUNT
};
enum outcome_kind outcome_kind_of(const struct outcome *r, const struct contribution *c);
/* Inputs, answers left out, per kind; they add up to the inputs. */
struct outcome_counts {
    int64_t inputs, by_kind[OUTCOME_COUNT];
};
struct outcome_counts outcome_counts_of(const struct dossier *d, const struct agreement_order *o,
                                        struct arena *a);
struct outcome outcome_of(const struct dossier *d, const struct agreement_order *o,
                          const struct id *contribution, struct arena *a);

#endif
