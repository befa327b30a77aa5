#include "model/outcome.h"

#include "model/answered.h"
#include "model/tally.h"

struct agreement_order agreement_order_of(const struct dossier *d, struct arena *a)
{
    size_t n = d->agreement.n;
    struct agreement_order o = {ARENA_ARRAY(a, const struct agreement *, n + 1), 0, 0};
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < n; i++)
            if (tally_is_agreed(&d->agreement.v[i]) == (pass == 0))
                o.v[o.n++] = &d->agreement.v[i];
        if (pass == 0)
            o.n_agreed = o.n;
    }
    return o;
}

int64_t agreement_number(const struct agreement_order *o, const struct id *agreement)
{
    for (size_t i = 0; i < o->n; i++)
        if (id_eq(&o->v[i]->id, agreement))
            return (int64_t)i + 1;
    return 0;
}

/* Marks by place in the order which agreements come from the input. */
static void mark_agreements(const struct agreement_order *o, const struct spoken_turn *input, bool *marks)
{
    const struct dossier *d = input->d;
    for (size_t i = 0; i < d->agreement_contribution.n; i++) {
        const struct agreement_contribution *link = &d->agreement_contribution.v[i];
        int64_t number =
            turn_has(input, &link->contribution) ? agreement_number(o, &link->agreement) : 0;
        if (number > 0)
            marks[number - 1] = true;
    }
}

struct outcome outcome_of(const struct dossier *d, const struct agreement_order *o,
                          const struct id *contribution, struct arena *a)
{
    struct outcome r = {ARENA_ARRAY(a, const struct agreement *, o->n + 1),
                        0,
                        ARENA_ARRAY(a, const struct parked *, d->parked.n + 1),
                        0,
                        NULL,
                        0};
    bool *marks = ARENA_ARRAY(a, bool, o->n + 1);
    const struct spoken_turn input = dossier_turn(d, contribution);
    mark_agreements(o, &input, marks);
    for (size_t i = 0; i < o->n; i++)
        if (marks[i])
            r.agreements[r.n_agreements++] = o->v[i];
    for (size_t i = 0; i < d->parked.n; i++)
        if (turn_has(&input, &d->parked.v[i].contribution))
            r.parked[r.n_parked++] = &d->parked.v[i];
    r.n_answers = answered_of(d, contribution, a, &r.answers);
    return r;
}

enum outcome_kind outcome_kind_of(const struct outcome *r, const struct contribution *c)
{
    for (size_t i = 0; i < r->n_agreements; i++)
        if (tally_is_agreed(r->agreements[i]))
            return OUTCOME_AGREED;
    if (r->n_agreements > 0)
        return OUTCOME_OPEN;
    if (r->n_parked > 0)
        return OUTCOME_PARKED;
    if (r->n_answers > 0)
        return OUTCOME_ANSWERED;
    return answered_expects(c) ? OUTCOME_UNANSWERED : OUTCOME_NOTED;
}

struct outcome_counts outcome_counts_of(const struct dossier *d, const struct agreement_order *o,
                                        struct arena *a)
{
    struct outcome_counts n = {0};
    for (size_t i = 0; i < d->contribution.n; i++) {
        const struct contribution *c = &d->contribution.v[i];
        if (!dossier_is_input(c) || answered_is_answer(c))
            continue;
        struct outcome r = outcome_of(d, o, &c->id, a);
        n.inputs++;
        n.by_kind[outcome_kind_of(&r, c)]++;
    }
    return n;
}
