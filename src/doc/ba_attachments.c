/* Berita acara: the attachments, each on its own page with its box at the right (domain 6.2). */
#include "config.h"

#include "doc/attendance.h"
#include "doc/berita_acara.h"
#include "doc/speech.h"

#include "base/text.h"
#include "model/coverage.h"

static const char *attachment_box(const struct ba *b, const char *name)
{
    const struct paper *p = &b->p;
    const char *box =
        arena_printf(p->a, "%s Berita Acara Forum Konsultasi Publik", paper_upper(p, name));
    if (IS_SET(p->s->with_number))
        box = arena_printf(p->a, "%s\nNomor: %s", box, paper_or_dots(p->s->ba_number, DOTS_LONG));
    return arena_printf(p->a, "%s\nTanggal: %s", box, paper_date(p, p->s->date));
}

static void attachment_heading(struct ba *b, const char *name, const char *title)
{
    struct paper *p = &b->p;
    tree_add(p->t, NODE_PAGE_BREAK);
    struct node *n = tree_heading(p->t, title);
    n->align = ALIGN_CENTER;
    n->right = tree_text(p->t, attachment_box(b, name));
}

static void attendance(struct ba *b)
{
    struct paper *p = &b->p;
    /* variant B has the signatures in the attachment, with the addresses (domain 6.2) */
    bool signing = b->variant == VARIANT_B;
    int64_t form = p->s->attendance_form;
    form = signing && form == NONE ? FORM_H4 : form;
    if (coverage_of(p->d->participant.v, p->d->participant.n).present == 0) {
        if (p->published)
            tree_paragraph(p->t, "Belum ada peserta yang tercatat hadir.");
        else
            attendance_blank(p,
                             form); /* the paper says that a list is attached: it is signed here */
        return;
    }
    if (signing)
        attendance_table(p, form, true);
    else
        attendance_table(p, FORM_H1, false);
    attendance_summary(p);
    if (!p->published && !signing)
        tree_add(p->t, NODE_NOTE)->text = "Tanda tangan peserta terdapat pada daftar hadir yang "
                                          "disimpan bersama berita acara ini.";
}

static void parked(struct ba *b)
{
    static const struct column columns[] = {
        {"No", 0.5, ALIGN_CENTER},
        {"Usulan", 2.6, ALIGN_LEFT},
        {"Pengusul", 1.8, ALIGN_LEFT},
        {"Alasan Belum Diakomodasi", 2, ALIGN_LEFT},
        {"Diteruskan kepada", 1.6, ALIGN_LEFT},
        {"Jawaban paling lambat", 1.5, ALIGN_LEFT},
    };
    struct paper *p = &b->p;
    struct table *tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < p->d->parked.n; i++) {
        const struct parked *k = &p->d->parked.v[i];
        const char *cells[] = {
            paper_row_number(p, (int64_t)i + 1),
            paper_fill_gaps(p, k->text),
            speech_proposer(p, k),
            paper_or_dots(paper_capital(p, k->reason), DOTS_SHORT),
            paper_or_dots(k->forwarded_to, DOTS_SHORT),
            k->answer_by == NONE ? DOTS_SHORT : paper_date(p, k->answer_by),
        };
        tree_row(p->t, tb, cells);
    }
}

/* Variant B keeps what is not agreed yet and what was parked in one attachment. */
static void open_and_parked(struct ba *b)
{
    struct paper *p = &b->p;
    if (b->agreements.n > b->agreements.n_agreed)
        ba_open_table(b);
    if (!IS_SET(p->s->with_parked) || p->d->parked.n == 0)
        return;
    if (b->agreements.n > b->agreements.n_agreed)
        tree_heading(p->t, "Usulan yang belum dapat diakomodasi:");
    parked(b);
}

static void photos(struct ba *b)
{
    paper_photos(&b->p, false);
}

static const struct {
    const char *title;
    void (*fill)(struct ba *);
} parts[BA_ATTACHMENT_COUNT] = {
    [BA_ATTENDANCE] = {"DAFTAR HADIR", attendance},
    [BA_AGREED] = {"DAFTAR KESEPAKATAN", ba_agreed_table},
    [BA_OPEN] = {"DAFTAR USULAN YANG BELUM DISEPAKATI", open_and_parked},
    [BA_PARKED] = {"USULAN YANG BELUM DAPAT DIAKOMODASI", parked},
    [BA_OBJECTIONS] = {"KEBERATAN", ba_objection_table},
    [BA_POSITIONS] = {"KEHADIRAN DAN SIKAP PESERTA UNTUK SETIAP KESEPAKATAN", ba_position_table},
    [BA_DELEGATES] = {"DAFTAR DELEGASI YANG MENANDATANGANI", ba_delegate_table},
    [BA_PHOTOS] = {"DOKUMENTASI KEGIATAN", photos},
};

const char *ba_attachment_title(enum ba_attachment which)
{
    return parts[which].title;
}

void ba_attachments(struct ba *b)
{
    for (int i = 0; i < BA_ATTACHMENT_COUNT; i++) {
        const char *name = ba_attachment_name(b, (enum ba_attachment)i);
        if (!name)
            continue;
        attachment_heading(b, name, parts[i].title);
        parts[i].fill(b);
    }
}
