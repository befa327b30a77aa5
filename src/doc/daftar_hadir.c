/* The attendance list, column set H1 of domain 7.1: blank for signing before the session, or as it
 * was. */
#include "config.h"

#include "doc/attendance.h"

#include "base/text.h"
#include "model/coverage.h"

#define WALK_IN_ROWS 8      /* empty rows for those who were not invited (domain 7.1) */
#define SIGNING_ROW_MM 10.5 /* at least 1 cm, so that a signature fits (domain 7.1) */

enum { COL_NO, COL_NAME, COL_SEX, COL_OFFICE, COL_UNSUR, COL_ARRIVED, COL_SIGN, COL_COUNT };

static const struct column all_columns[COL_COUNT] = {
    [COL_NO] = {"No", 0.7, ALIGN_CENTER},
    [COL_NAME] = {"Nama", 2.9, ALIGN_LEFT},
    [COL_SEX] = {"L/P", 0.7, ALIGN_CENTER},
    [COL_OFFICE] = {"Jabatan, Instansi/Organisasi", 3.4, ALIGN_LEFT},
    [COL_UNSUR] = {"Unsur", 2.1, ALIGN_LEFT},
    [COL_ARRIVED] = {"Jam Hadir", 0.8, ALIGN_CENTER},
    [COL_SIGN] = {"Tanda Tangan", 2.4, ALIGN_LEFT},
};

struct columns {
    struct column v[COL_COUNT];
    int which[COL_COUNT];
    size_t n;
};

static void use_column(struct columns *c, int which)
{
    c->which[c->n] = which;
    c->v[c->n++] = all_columns[which];
}

static void add_row(struct paper *p, struct table *tb, const struct columns *c,
                    const char *const *all)
{
    const char *cells[COL_COUNT];
    for (size_t i = 0; i < c->n; i++)
        cells[i] = all[c->which[i]];
    tree_row(p->t, tb, cells);
}

static void person_row(struct paper *p, struct table *tb, const struct columns *c,
                       const struct participant *who, int64_t number)
{
    char clock[DATE_TEXT];
    const char *arrived = NULL;
    if (who->arrived_at != NONE)
        arrived = arena_strdup(p->a, stamp_clock(who->arrived_at, dossier_zone(p->d), clock));
    const char *all[COL_COUNT] = {
        [COL_NO] = paper_row_number(p, number),
        [COL_NAME] = paper_or_dots(who->name, DOTS_SHORT),
        [COL_SEX] = dict_enum_label(ENUMSET_sex, who->sex),
        [COL_OFFICE] = paper_office(p, who),
        [COL_UNSUR] = dict_enum_label(ENUMSET_unsur, who->unsur),
        [COL_ARRIVED] = arrived,
    };
    add_row(p, tb, c, all);
}

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

/* Before the session: everybody invited, then empty rows. */
static void blank_form(struct paper *p)
{
    struct columns c = {.n = 0};
    use_column(&c, COL_NO);
    use_column(&c, COL_NAME);
    use_column(&c, COL_SEX);
    use_column(&c, COL_OFFICE);
    if (!p->published)
        use_column(&c, COL_SIGN);
    struct table *tb = tree_table(p->t, c.v, c.n);
    tb->row_height = SIGNING_ROW_MM;
    tb->zigzag = !p->published;

    int64_t last = 0;
    for (size_t i = 0; i < p->d->participant.n; i++) {
        const struct participant *who = &p->d->participant.v[i];
        if (who->role != ROLE_PESERTA || who->attendance == ATTENDANCE_TIDAK)
            continue;
        int64_t number = who->number == NONE ? last + 1 : who->number;
        person_row(p, tb, &c, who, number);
        last = number > last ? number : last;
    }
    for (int i = 1; i <= WALK_IN_ROWS; i++) {
        const char *all[COL_COUNT] = {[COL_NO] = paper_row_number(p, last + i)};
        add_row(p, tb, &c, all);
    }
}

void attendance_table(struct paper *p, bool signing)
{
    struct columns c = {.n = 0};
    for (int i = 0; i < COL_COUNT; i++) {
        /* the signing column needs the room of the unsur */
        bool shown = i == COL_SIGN ? signing && !p->published : i != COL_UNSUR || !signing;
        if (shown)
            use_column(&c, i);
    }
    struct table *tb = tree_table(p->t, c.v, c.n);
    if (signing && !p->published) {
        tb->row_height = SIGNING_ROW_MM;
        tb->zigzag = true;
    }
    int64_t last = 0;
    for (size_t i = 0; i < p->d->participant.n; i++) {
        const struct participant *who = &p->d->participant.v[i];
        if (!coverage_counts(who))
            continue;
        last = who->number == NONE ? last + 1 : who->number;
        person_row(p, tb, &c, who, last);
    }
}

void attendance_summary(struct paper *p)
{
    struct coverage c = coverage_of(p->d->participant.v, p->d->participant.n);
    struct buf b = BUF_INIT;
    buf_printf(&b, "Jumlah hadir: %s orang", paper_count(p, c.present));
    buf_printf(&b, ", laki-laki %lld, perempuan %lld", (long long)c.by_sex[SEX_L],
               (long long)c.by_sex[SEX_P]);
    const char *mark = "; ";
    for (int u = 0; u < unsur_COUNT; u++) {
        if (c.by_unsur[u] == 0)
            continue;
        buf_printf(&b, "%s%s %lld", mark, dict_enum_label(ENUMSET_unsur, u),
                   (long long)c.by_unsur[u]);
        mark = ", ";
    }
    buf_putc(&b, '.');
    tree_paragraph(p->t, "%s", buf_str(&b));
    buf_done(&b);
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
        attendance_table(&p, true);
        attendance_summary(&p);
    } else {
        blank_form(&p);
    }
    privacy_notice(&p);
    closing(&p);
    return p.t;
}
