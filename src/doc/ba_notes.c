/* Berita acara: the notes under the tables. Who objected, to which number, what, why, and what the
 * provider answered (domain 6.6); none of it is shortened. */
#include "config.h"

#include "doc/berita_acara.h"

#include "base/text.h"

static const char *reason_words(const struct paper *p, const struct objection *o)
{
    if (IS_SET(o->reason_withheld))
        return "Alasan tidak disampaikan.";
    return arena_printf(p->a, "Alasan: %s", paper_sentence(p, o->reason));
}

static void add_objection(struct buf *out, const struct paper *p, const struct objection *o)
{
    buf_printf(out, " %s menyatakan keberatan: %s", paper_or_dots(o->party, DOTS_SHORT),
               paper_sentence(p, o->text));
    buf_printf(out, " %s", reason_words(p, o));
    buf_printf(out, " Jawaban penyelenggara: %s", paper_sentence(p, o->reply));
}

/* With an attachment for them, the note only says whose objection stands there. */
static void add_objector(struct buf *out, const struct objection *o, const char *attachment)
{
    buf_printf(out, " %s menyatakan keberatan sebagaimana tercantum dalam %s.",
               paper_or_dots(o->party, DOTS_SHORT), attachment);
}

/* One note per agreement, whatever number of objections it has. */
static void agreement_note(struct ba *b, const struct agreement *g, size_t place)
{
    struct paper *p = &b->p;
    struct buf out = BUF_INIT;
    const char *attachment = ba_attachment_name(b, BA_OBJECTIONS);
    buf_printf(&out, "*) %s", ba_reference(b, place));
    if (g->status == STATUS_DENGAN_CATATAN)
        buf_puts(&out, " diterima dengan catatan.");
    else
        buf_puts(&out, ":");
    size_t n = 0;
    for (size_t i = 0; i < p->d->objection.n; i++) {
        if (!id_eq(&p->d->objection.v[i].agreement, &g->id))
            continue;
        if (attachment)
            add_objector(&out, &p->d->objection.v[i], attachment);
        else
            add_objection(&out, p, &p->d->objection.v[i]);
        n++;
    }
    /* the reason of what was not agreed stands in its table already */
    if (g->status == STATUS_DENGAN_CATATAN && (n == 0 || g->status_reason))
        buf_printf(&out, " Catatan: %s", paper_sentence(p, g->status_reason));
    tree_add(p->t, NODE_NOTE)->text = tree_text(p->t, buf_str(&out));
    buf_done(&out);
}

void ba_notes(struct ba *b)
{
    struct paper *p = &b->p;
    const char *parked = ba_attachment_name(b, BA_PARKED);
    const char *positions = ba_attachment_name(b, BA_POSITIONS);
    bool headed = false;
    if (b->by_hand)
        ba_hand_notes(b);
    for (size_t i = 0; i < b->agreements.n; i++) {
        if (!ba_has_note(b, b->agreements.v[i]))
            continue;
        if (!headed)
            tree_heading(p->t, "Catatan:");
        headed = true;
        agreement_note(b, b->agreements.v[i], i);
    }
    if (parked)
        tree_paragraph(p->t, "Usulan yang belum dapat diakomodasi tercantum dalam %s.", parked);
    if (positions)
        tree_paragraph(p->t,
                       "Kehadiran dan sikap peserta untuk setiap kesepakatan tercantum dalam %s.",
                       positions);
}
