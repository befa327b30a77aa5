/* The attendance table in its four column sets (domain 7.1): which columns, one row per person. */
#include "config.h"

#include "doc/attendance.h"

#include "base/text.h"
#include "model/coverage.h"
#include "model/nip.h"

#define SPARE_ROWS 8        /* for those who were not invited, when the session does not say */
#define SPARE_MOST 200      /* whatever was typed */
#define BLANK_LEAST 20      /* rows of a list for which nobody was invited */
#define SIGNING_ROW_MM 10.5 /* at least 1 cm, so that a signature fits (domain 7.1) */
#define CARD_ROW_MM 24

enum {
    COL_NO,
    COL_NAME,
    COL_NAME_PHONE,
    COL_CARD,
    COL_SEX,
    COL_ADDRESS,
    COL_OFFICE,
    COL_ORIGIN,
    COL_UNSUR,
    COL_ARRIVED,
    COL_SIGN,
    COL_COUNT
};

static const struct column all_columns[COL_COUNT] = {
    [COL_NO] = {"No", 0.7, ALIGN_CENTER},
    [COL_NAME] = {"Nama", 2.9, ALIGN_LEFT},
    [COL_NAME_PHONE] = {"Nama dan No. HP", 2.9, ALIGN_LEFT},
    [COL_CARD] = {"Peserta", 5.5, ALIGN_LEFT},
    [COL_SEX] = {"L/P", 0.7, ALIGN_CENTER},
    [COL_ADDRESS] = {"Alamat", 2.6, ALIGN_LEFT},
    [COL_OFFICE] = {"Jabatan, Instansi/Organisasi", 3.4, ALIGN_LEFT},
    [COL_ORIGIN] = {"Asal", 2.4, ALIGN_LEFT},
    [COL_UNSUR] = {"Unsur", 2.1, ALIGN_LEFT},
    [COL_ARRIVED] = {"Jam Hadir", 0.8, ALIGN_CENTER},
    [COL_SIGN] = {"Tanda Tangan", 2.8, ALIGN_LEFT},
};

/* What each set shows; the arrival time only in the list of those who came. */
static const bool sets[attendance_form_COUNT][COL_COUNT] = {
    [FORM_H1] = {[COL_NO] = true, [COL_NAME] = true, [COL_SEX] = true, [COL_OFFICE] = true},
    [FORM_H2] = {[COL_NO] = true, [COL_CARD] = true},
    [FORM_H3] = {[COL_NO] = true, [COL_NAME_PHONE] = true, [COL_SEX] = true, [COL_OFFICE] = true},
    [FORM_H4] = {[COL_NO] = true, [COL_NAME] = true, [COL_ADDRESS] = true, [COL_ORIGIN] = true},
};

struct columns {
    struct column v[COL_COUNT];
    int which[COL_COUNT];
    size_t n;
};

/* Neither telephone number nor address nor signature is for the public. */
static bool has_column(const struct paper *p, int64_t form, int column, bool came, bool signing)
{
    switch (column) {
    case COL_SIGN:
        return signing && !p->published;
    case COL_ARRIVED:
        return came && (form == FORM_H1 || !signing);
    case COL_UNSUR: /* its room is the signing column's */
        return came && !signing && form != FORM_H2;
    case COL_ADDRESS:
        return sets[form][column] && !p->published;
    case COL_NAME:
        return sets[form][column] || (sets[form][COL_NAME_PHONE] && p->published);
    case COL_NAME_PHONE:
        return sets[form][column] && !p->published;
    default:
        return sets[form][column];
    }
}

static struct columns columns_of(const struct paper *p, int64_t form, bool came, bool signing)
{
    struct columns c = {.n = 0};
    for (int i = 0; i < COL_COUNT; i++) {
        if (!has_column(p, form, i, came, signing))
            continue;
        c.which[c.n] = i;
        c.v[c.n++] = all_columns[i];
    }
    return c;
}

static struct table *begin_table(struct paper *p, int64_t form, const struct columns *c)
{
    bool signing = c->which[c->n - 1] == COL_SIGN;
    struct table *tb = tree_table(p->t, c->v, c->n);
    if (signing)
        tb->row_height = form == FORM_H2 ? CARD_ROW_MM : SIGNING_ROW_MM;
    tb->zigzag = signing && form != FORM_H2; /* a card has its own box */
    return tb;
}

static void add_row(struct paper *p, struct table *tb, const struct columns *c,
                    const char *const *all)
{
    const char *cells[COL_COUNT];
    for (size_t i = 0; i < c->n; i++)
        cells[i] = all[c->which[i]];
    tree_row(p->t, tb, cells);
}

/* --- one person --- */

/* A citizen has no NIP, so the card has no line for it; an empty card may be anybody's. */
static bool may_have_nip(const struct participant *who)
{
    return !who || who->nip || who->unsur == UNSUR_PENYELENGGARA || who->unsur == UNSUR_STAKEHOLDER;
}

/* "Nama: ...", "Jabatan: ..." below each other; NULL for an empty card. */
static const char *card(const struct paper *p, const struct participant *who)
{
    const char *position = who ? who->position : NULL;
    const char *nip = who ? who->nip : NULL;
    char shown[NIP_TEXT];
    struct buf b = BUF_INIT;
    buf_printf(&b, "Nama: %s", paper_or_dots(who ? who->name : NULL, DOTS_LONG));
    if (position || !p->published)
        buf_printf(&b, "\nJabatan: %s", paper_or_dots(position, DOTS_LONG));
    if (!p->published && may_have_nip(who))
        buf_printf(&b, "\nNIP: %s", nip ? nip_show(nip, shown) : DOTS_LONG);
    const char *from = !who ? NULL : who->organization ? who->organization : who->invited_as;
    buf_printf(&b, "\nInstansi: %s", paper_or_dots(from, DOTS_LONG));
    return buf_into(&b, p->a);
}

static const char *name_and_phone(const struct paper *p, const struct participant *who)
{
    return arena_printf(p->a, "%s\n%s", paper_or_dots(who->name, DOTS_SHORT),
                        paper_or_dots(paper_phone(p, who->phone), DOTS_SHORT));
}

/* Who came through a screen cannot sign on paper, and the list says why. */
static const char *from_where(const struct paper *p, const struct participant *who,
                              const char *office)
{
    if (!coverage_counts(who) || who->channel != CHANNEL_DARING)
        return office;
    return office ? arena_printf(p->a, "%s (daring)", office) : "(daring)";
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
        [COL_NAME_PHONE] = name_and_phone(p, who),
        [COL_CARD] = card(p, who),
        [COL_SEX] = dict_enum_label(ENUMSET_sex, who->sex),
        [COL_ADDRESS] = who->address,
        [COL_OFFICE] = from_where(p, who, paper_office(p, who)),
        [COL_ORIGIN] =
            from_where(p, who, who->organization ? who->organization : paper_office(p, who)),
        [COL_UNSUR] = dict_enum_label(ENUMSET_unsur, who->unsur),
        [COL_ARRIVED] = arrived,
    };
    add_row(p, tb, c, all);
}

/* --- the tables --- */

static int64_t spare_rows(const struct paper *p)
{
    int64_t n = p->s->spare_rows;
    return n == NONE || n < 0 ? SPARE_ROWS : n > SPARE_MOST ? SPARE_MOST : n;
}

void attendance_blank(struct paper *p, int64_t form)
{
    form = form == NONE ? FORM_H1 : form;
    struct columns c = columns_of(p, form, false, true);
    struct table *tb = begin_table(p, form, &c);
    int64_t last = 0;
    for (size_t i = 0; i < p->d->participant.n; i++) {
        const struct participant *who = &p->d->participant.v[i];
        if (who->role != ROLE_PESERTA || who->attendance == ATTENDANCE_TIDAK)
            continue;
        int64_t number = who->number == NONE ? last + 1 : who->number;
        person_row(p, tb, &c, who, number);
        last = number > last ? number : last;
    }
    int64_t spare = spare_rows(p);
    if (last == 0 && spare < BLANK_LEAST)
        spare = BLANK_LEAST;
    for (int64_t i = 1; i <= spare; i++) {
        const char *all[COL_COUNT] = {
            [COL_NO] = paper_row_number(p, last + i), [COL_CARD] = card(p, NULL)};
        add_row(p, tb, &c, all);
    }
}

void attendance_table(struct paper *p, int64_t form, bool signing)
{
    form = form == NONE ? FORM_H1 : form;
    struct columns c = columns_of(p, form, true, signing);
    struct table *tb = begin_table(p, form, &c);
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
    int64_t online = 0;
    for (size_t i = 0; i < p->d->participant.n; i++)
        online += coverage_counts(&p->d->participant.v[i]) &&
                  p->d->participant.v[i].channel == CHANNEL_DARING;
    buf_printf(&b, "Jumlah hadir: %s orang", paper_count(p, c.present));
    if (online > 0)
        buf_printf(&b, " (%lld di antaranya daring)", (long long)online);
    buf_printf(&b, ", laki-laki %lld, perempuan %lld", (long long)c.by_sex[SEX_L],
               (long long)c.by_sex[SEX_P]);
    if (c.by_sex[COVERAGE_UNKNOWN] > 0)
        buf_printf(&b, ", L/P tidak dicatat %lld", (long long)c.by_sex[COVERAGE_UNKNOWN]);
    const char *mark = "; ";
    for (int u = 0; u <= unsur_COUNT; u++) {
        if (c.by_unsur[u] == 0)
            continue;
        const char *label =
            u == COVERAGE_OTHER ? "unsur tidak dicatat" : dict_enum_label(ENUMSET_unsur, u);
        buf_printf(&b, "%s%s %lld", mark, label, (long long)c.by_unsur[u]);
        mark = ", ";
    }
    buf_putc(&b, '.');
    if (p->t->last && p->t->last->kind == NODE_TABLE)
        p->t->last->keep_with_next = true; /* a sum alone on a page tells nobody of what */
    tree_paragraph(p->t, "%s", buf_str(&b));
    buf_done(&b);
}
