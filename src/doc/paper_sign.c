/* Who signs for the provider, and how an official's block looks (domain 6.7). */
#include "config.h"

#include "doc/paper.h"

#include <string.h>

#include "base/text.h"
#include "model/nip.h"

const struct signatory *paper_head(const struct paper *p)
{
    for (size_t i = 0; i < p->d->signatory.n; i++)
        if (p->d->signatory.v[i].role == SIGN_PENYELENGGARA)
            return &p->d->signatory.v[i];
    return NULL;
}

static const char *head_title(const struct paper *p)
{
    if (p->s->unit_head)
        return p->s->unit_head;
    return arena_printf(p->a, "Pimpinan %s", paper_or_dots(p->s->unit, DOTS_LONG));
}

const char *paper_signing_office(const struct paper *p, const struct signatory *who)
{
    const char *office = who && who->position ? who->position : head_title(p);
    if (!who || who->prefix == NONE)
        return office;
    const char *prefix = dict_enum_label(ENUMSET_office_prefix, who->prefix);
    if (who->prefix == PREFIX_AN)
        office = head_title(p);
    return arena_printf(p->a, "%s %s", prefix, office);
}

const char *paper_head_office(const struct paper *p)
{
    const struct signatory *head = paper_head(p);
    /* who signs on behalf does not make the promise: the head of the unit does */
    if (!head || head->prefix == PREFIX_AN)
        return head_title(p);
    return paper_signing_office(p, head);
}

bool signatory_same_person(const struct signatory *x, const struct signatory *y, struct arena *a)
{
    if (!id_is_none(&x->participant) && !id_is_none(&y->participant))
        return id_eq(&x->participant, &y->participant);
    if (x->nip && y->nip && *x->nip && *y->nip)
        return strcmp(text_fold(a, x->nip), text_fold(a, y->nip)) == 0;
    return x->name && y->name && strcmp(text_fold(a, x->name), text_fold(a, y->name)) == 0;
}

const char *paper_signed_mark(const struct paper *p, const struct signatory *who)
{
    if (!p->published)
        return NULL;
    switch (who ? who->state : NONE) {
    case SIGNING_SUDAH:
        return "(ditandatangani)";
    case SIGNING_MENYUSUL:
        return "(menyusul)";
    case SIGNING_TIDAK:
        return "(tidak bersedia)";
    default:
        return "(belum ditandatangani)";
    }
}

/* A citizen who signs has no number to be filled in by hand. */
static bool may_have_nip(const struct signatory *who, const struct participant *person)
{
    if (!person)
        return !who || who->role != SIGN_WAKIL_MASYARAKAT;
    return person->unsur == NONE || person->unsur == UNSUR_PENYELENGGARA ||
           person->unsur == UNSUR_STAKEHOLDER;
}

void paper_sign_name(struct paper *p, struct signature *b, const struct signatory *who,
                     const struct participant *person, bool nip_by_hand)
{
    /* what the list of signatories leaves open, the attendance list may know */
    b->name = tree_text(p->t, who && who->name ? who->name : person ? person->name : NULL);
    if (p->published)
        return;
    size_t f = 0;
    const char *rank = who && who->rank ? who->rank : person ? person->rank : NULL;
    if (rank)
        b->foot[f++] = tree_text(p->t, rank);
    const char *nip = who && who->nip ? who->nip : person ? person->nip : NULL;
    char shown[NIP_TEXT];
    const char *number = nip ? nip_show(nip, shown) : DOTS_SHORT DOTS_SHORT; /* on one line */
    if (nip || nip_by_hand)
        b->foot[f] = tree_text(p->t, arena_printf(p->a, "NIP %s", number));
}

void paper_official_block(struct paper *p, struct node *n, const struct signatory *who,
                          const char *first_line, const char *mark)
{
    struct signature *b = tree_signature(p->t, n);
    size_t h = 0;
    if (first_line)
        b->head[h++] = tree_text(p->t, first_line);
    b->head[h++] = tree_text(p->t, arena_printf(p->a, "%s,", paper_signing_office(p, who)));
    bool behalf = who && who->prefix == PREFIX_AN && who->position;
    if (behalf)
        b->head[h++] = tree_text(p->t, arena_printf(p->a, "%s,", who->position));
    b->head[h] = mark;
    const struct participant *person = who ? dossier_participant(p->d, &who->participant) : NULL;
    paper_sign_name(p, b, who, person, may_have_nip(who, person));
}

void paper_head_signs(struct paper *p, int64_t day)
{
    struct node *n = tree_add(p->t, NODE_SIGNATURES);
    n->align = ALIGN_RIGHT;
    paper_official_block(p, n, paper_head(p), paper_place_and_date(p, day), NULL);
}
