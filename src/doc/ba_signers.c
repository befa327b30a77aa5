/* Berita acara: who signs where. One signer signs once, however often the list names that person.
 */
#include "config.h"

#include "doc/berita_acara.h"

/* Who signs beside the head: the chair of the session (B), the other party (D); nobody in A and C.
 */
static bool is_second(const struct ba *b, const struct signatory *who)
{
    if (b->variant == VARIANT_B)
        return who->role == SIGN_MODERATOR;
    return b->variant == VARIANT_D && who->role == SIGN_WAKIL_MASYARAKAT;
}

static enum ba_place place_of(const struct ba *b, const struct signatory *who, bool seconded)
{
    if (who == paper_head(&b->p))
        return PLACE_HEAD;
    if (!seconded && is_second(b, who))
        return PLACE_SECOND;
    switch (who->role) {
    case SIGN_MENGETAHUI:
        return PLACE_BLOCK;
    case SIGN_SAKSI:
    case SIGN_NOTULIS:
    case SIGN_MODERATOR:
        return PLACE_WITNESS;
    default:
        return PLACE_TABLE;
    }
}

static bool is_placed(const struct ba *b, const struct ba_signers *s, const struct signatory *who)
{
    for (size_t i = 0; i < s->n; i++)
        if (signatory_same_person(s->v[i].who, who, b->p.a))
            return true;
    return false;
}

struct ba_signers ba_place_signers(const struct ba *b)
{
    const struct paper *p = &b->p;
    size_t n = p->d->signatory.n;
    struct ba_signers s = {ARENA_ARRAY(p->a, struct ba_signer, n), 0};
    for (int place = PLACE_HEAD; place <= PLACE_WITNESS; place++) {
        for (size_t i = 0; i < n; i++) {
            const struct signatory *who = &p->d->signatory.v[i];
            bool seconded = ba_count_at(&s, PLACE_SECOND) > 0;
            if (place_of(b, who, seconded) != (enum ba_place)place || is_placed(b, &s, who))
                continue;
            s.v[s.n++] = (struct ba_signer){who, dossier_participant(p->d, &who->participant),
                                            (enum ba_place)place};
        }
    }
    return s;
}

size_t ba_count_at(const struct ba_signers *s, enum ba_place place)
{
    size_t n = 0;
    for (size_t i = 0; i < s->n; i++)
        n += s->v[i].place == place;
    return n;
}

const struct ba_signer *ba_signer_at(const struct ba_signers *s, enum ba_place place)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->v[i].place == place)
            return &s->v[i];
    return NULL;
}

const char *ba_signer_name(const struct ba_signer *x)
{
    return x->who->name ? x->who->name : x->person ? x->person->name : NULL;
}

const char *ba_signer_office(const struct paper *p, const struct ba_signer *x)
{
    const char *office = x->who->position;
    if (office && x->who->prefix == PREFIX_AN)
        return arena_printf(p->a, "%s\n%s", paper_signing_office(p, x->who), office);
    if (office)
        return paper_signing_office(p, x->who);
    return x->person ? paper_office(p, x->person) : NULL;
}
