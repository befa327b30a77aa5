/* Who asked to stay without a name stays so in whatever leaves the session file. */
#include "config.h"

#include "doc/documents.h"
#include "doc/speech.h"
#include "model/mask.h"
#include "model/tally.h"

static bool is_known(const struct dossier *d, const struct contribution *c)
{
    return speech_is_unnamed(d, c) && (!id_is_none(&c->speaker) || c->via);
}

static void unname(struct contribution *c, const struct contribution *was, const struct dossier *d, struct arena *a)
{
    if (!is_known(d, was))
        return;
    c->text = speech_unnamed(d, was, was->text, a);
    c->wording = speech_unnamed(d, was, was->wording, a);
    c->speaker_unsur = tally_speaker_unsur(d, was); /* figures per unsur survive the name */
    c->speaker = ID_NONE;
    c->via = NULL;
}

/* The same words stand where the matter was handed on to. */
static void unname_parked(struct parked *k, const struct dossier *d, struct arena *a)
{
    const struct contribution *from = dossier_contribution(d, &k->contribution);
    if (!from || !speech_is_unnamed(d, from))
        return;
    k->text = speech_unnamed(d, from, k->text, a);
    k->reason = speech_unnamed(d, from, k->reason, a);
    k->proposer = ID_NONE;
}

const struct dossier *privacy_unnamed(const struct dossier *d, struct arena *a)
{
    size_t known = 0;
    for (size_t i = 0; i < d->contribution.n; i++)
        known += is_known(d, &d->contribution.v[i]);
    for (size_t i = 0; i < d->parked.n; i++)
        known += !id_is_none(&d->parked.v[i].proposer);
    if (known == 0)
        return d;
    struct dossier *copy = ARENA_NEW(a, struct dossier);
    *copy = *d;
    size_t n;
    struct contribution *said = dossier_own_rows(copy, ENTITY_contribution, a, &n);
    for (size_t i = 0; i < n; i++)
        unname(&said[i], &d->contribution.v[i], d, a);
    struct parked *parked = dossier_own_rows(copy, ENTITY_parked, a, &n);
    for (size_t i = 0; i < n; i++)
        unname_parked(&parked[i], d, a);
    return copy;
}
