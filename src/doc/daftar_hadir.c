/* The attendance list: blank for signing before the session, or as it was (domain 7.1). */
#include "config.h"

#include "doc/attendance.h"

#include "base/text.h"
#include "model/coverage.h"

static void title(struct paper *p)
{
    paper_title(p, "DAFTAR HADIR");
    paper_when_and_where(p);
}

/* What the people on the list must be told (UU 27/2022; domain 10, point 2). */
static void privacy_notice(struct paper *p)
{
    tree_add(p->t, NODE_NOTE)->text = tree_text(
        p->t,
        arena_printf(p->a,
                     "Pemberitahuan: data pada daftar ini dipakai untuk penyelenggaraan dan "
                     "pelaporan forum ini dan disimpan oleh %s. Berita acara dan foto kegiatan "
                     "dapat dipublikasikan tanpa nomor telepon dan tanda tangan.",
                     paper_or_dots(p->s->unit, DOTS_LONG)));
}

struct document_tree *build_daftar_hadir(const struct dossier *d, const struct doc_options *o,
                                         struct arena *a)
{
    struct paper p = paper_begin(d, o, a, "Daftar Hadir Forum Konsultasi Publik");
    /* no watermark: this list is signed before there is a text that could be locked */
    if (o->state == STATE_LOCKED)
        paper_mark_state(&p);
    paper_letterhead(&p);
    title(&p);
    struct coverage c = coverage_of(p.d->participant.v, p.d->participant.n);
    if (c.present > 0) {
        attendance_table(&p, p.s->attendance_form, true);
        attendance_summary(&p);
    } else {
        attendance_blank(&p, p.s->attendance_form);
    }
    privacy_notice(&p);
    paper_head_signs(&p, p.s->date);
    return p.t;
}

/* The kit's list is blank even when people have arrived: it is signed while nothing can be typed. */
struct document_tree *build_kit_hadir(const struct dossier *d, const struct doc_options *o,
                                      struct arena *a)
{
    struct paper p = paper_begin(d, o, a, "Daftar Hadir Kosong Forum Konsultasi Publik");
    paper_letterhead(&p);
    title(&p);
    attendance_blank(&p, p.s->attendance_form);
    privacy_notice(&p);
    paper_head_signs(&p, p.s->date);
    return p.t;
}
