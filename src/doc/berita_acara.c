/* The berita acara: order of its parts, and what several of them ask. */
#include "config.h"

#include "doc/berita_acara.h"

#include "base/text.h"

bool ba_has_note(const struct ba *b, const struct agreement *g)
{
    if (g->status == STATUS_DENGAN_CATATAN)
        return true;
    for (size_t i = 0; i < b->p.d->objection.n; i++)
        if (id_eq(&b->p.d->objection.v[i].agreement, &g->id))
            return true;
    return false;
}

static bool has_attachment(const struct ba *b, enum ba_attachment which)
{
    switch (which) {
    case BA_ATTENDANCE:
        return IS_SET(b->p.s->with_attendance);
    case BA_PARKED:
        return IS_SET(b->p.s->with_parked) && b->p.d->parked.n > 0;
    case BA_PHOTOS:
        return IS_SET(b->p.s->with_photos);
    case BA_ATTACHMENT_COUNT:
        break;
    }
    return false;
}

const char *ba_attachment_name(const struct ba *b, enum ba_attachment which)
{
    if (!has_attachment(b, which))
        return NULL;
    int number = 1;
    for (int i = 0; i < (int)which; i++)
        number += has_attachment(b, (enum ba_attachment)i);
    return arena_printf(b->p.a, "Lampiran %s", date_month_roman(number));
}

void ba_closing(struct ba *b)
{
    struct paper *p = &b->p;
    if (IS_SET(p->s->with_commitment)) {
        tree_paragraph(p->t,
                       "%s menerima hasil forum ini dan berkomitmen menindaklanjutinya sesuai "
                       "jangka waktu yang disepakati.",
                       paper_head_office(p))
            ->first_indent = true;
        tree_paragraph(p->t, "Masyarakat dan pemangku kepentingan yang hadir turut memantau "
                             "kemajuan tindak lanjut tersebut.")
            ->first_indent = true;
    }
    struct node *n = tree_paragraph(p->t,
                                    "Demikian Berita Acara ini dibuat dengan sebenarnya dalam %s "
                                    "rangkap untuk dipergunakan sebagaimana mestinya.",
                                    paper_count(p, p->s->copies));
    n->first_indent = true;
    n->keep_with_next = true;
}

struct document_tree *build_berita_acara(const struct dossier *d, const struct doc_options *o,
                                         struct arena *a)
{
    struct ba b = {.p = paper_begin(d, o, a, "Berita Acara Hasil Forum Konsultasi Publik")};
    b.agreements = agreement_order_of(b.p.d, a);
    paper_mark_state(&b.p);
    ba_opening(&b);
    ba_tables(&b);
    ba_notes(&b);
    ba_closing(&b);
    ba_signatures(&b);
    ba_attachments(&b);
    return b.p.t;
}
