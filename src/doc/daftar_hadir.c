/* The attendance list: blank for signing before the session, or as it was (domain 7.1). */
#include "config.h"

#include "doc/attendance.h"

#include "base/text.h"
#include "model/coverage.h"

static void title(struct paper *p)
{
    struct node *n = tree_add(p->t, NODE_TITLE);
    tree_add_run(p->t, n, "DAFTAR HADIR", true, 1.1);
    tree_add_run(p->t, n, "FORUM KONSULTASI PUBLIK", true, 0);
    tree_add_run(p->t, n, paper_upper(p, paper_or_dots(p->s->theme, DOTS_LONG)), true, 0);

    char day[DATE_TEXT];
    bool ended = p->s->end_time != NONE;
    const char *time = arena_printf(p->a, "%s s.d. %s", paper_time(p, p->s->start_time),
                                    ended ? paper_time(p, p->s->end_time) : "selesai");
    n = tree_add(p->t, NODE_FACTS);
    tree_add_fact(p->t, n, "Hari/Tanggal",
                  p->s->date == NONE ? DOTS_LONG : date_day_long(p->s->date, day));
    tree_add_fact(p->t, n, "Waktu", time);
    tree_add_fact(p->t, n, "Tempat", paper_or_dots(p->s->place, DOTS_LONG));
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

static void closing(struct paper *p)
{
    struct node *n = tree_add(p->t, NODE_SIGNATURES);
    n->align = ALIGN_RIGHT;
    const char *place = arena_printf(p->a, "%s, %s", paper_or_dots(p->s->town, DOTS_SHORT),
                                     paper_date(p, p->s->date));
    paper_official_block(p, n, paper_head(p), place, NULL);
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
    closing(&p);
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
    closing(&p);
    return p.t;
}
