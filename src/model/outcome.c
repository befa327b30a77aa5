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

static bool comes_from(const struct dossier *d, const struct id *agreement, const struct id *input)
{
    for (size_t i = 0; i < d->agreement_contribution.n; i++) {
        const struct agreement_contribution *link = &d->agreement_contribution.v[i];
        if (id_eq(&link->contribution, input) && id_eq(&link->agreement, agreement))
            return true;
    }
    return false;
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
    for (size_t i = 0; i < o->n; i++)
        if (comes_from(d, &o->v[i]->id, contribution))
            r.agreements[r.n_agreements++] = o->v[i];
    for (size_t i = 0; i < d->parked.n; i++)
        if (id_eq(&d->parked.v[i].contribution, contribution))
            r.parked[r.n_parked++] = &d->parked.v[i];
    r.n_answers = answered_of(d, contribution, a, &r.answers);
    return r;
}
