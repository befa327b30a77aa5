/* Berita acara: the table of agreements, and apart from it what was not agreed. */
#include "config.h"

#include "doc/berita_acara.h"

#include "base/text.h"

#define EMPTY_ROWS 5 /* for the pen, while nothing has been agreed yet */

enum { COL_NO, COL_PROBLEM, COL_RECOMMENDATION, COL_RESPONSIBLE, COL_LIMIT, COL_COUNT };

static const struct column agreed_columns[COL_COUNT] = {
    [COL_NO] = {"No", 0.5, ALIGN_CENTER},
    [COL_PROBLEM] = {"Identifikasi Masalah", 2.2, ALIGN_LEFT},
    [COL_RECOMMENDATION] = {"Usulan Rekomendasi Perbaikan", 3.2, ALIGN_LEFT},
    [COL_RESPONSIBLE] = {"Penanggung Jawab", 1.9, ALIGN_LEFT},
    [COL_LIMIT] = {"Jangka Waktu Penyelesaian", 1.9, ALIGN_LEFT},
};

static const struct column open_columns[] = {
    {"No", 0.5, ALIGN_CENTER},   {"Identifikasi Masalah", 2.2, ALIGN_LEFT},
    {"Usulan", 2.6, ALIGN_LEFT}, {"Status", 1.6, ALIGN_LEFT},
    {"Alasan", 2.2, ALIGN_LEFT},
};

/* "14 (empat belas) hari kerja"; with a date the date wins, because it needs no counting. */
static const char *limit_value(const struct paper *p, const struct agreement *g)
{
    if (g->due != NONE)
        return paper_date(p, g->due);
    if (g->duration == NONE)
        return NULL;
    const char *unit =
        paper_or_dots(dict_enum_label(ENUMSET_duration_unit, g->duration_unit), "hari");
    return arena_printf(p->a, "%s %s", paper_count(p, g->duration), unit);
}

static const char *limit_cell(const struct paper *p, const struct agreement *g)
{
    const char *horizon = dict_enum_label(ENUMSET_horizon, g->horizon);
    const char *value = limit_value(p, g);
    if (!value)
        return *horizon ? arena_printf(p->a, "%s (%s)", horizon, DOTS_SHORT) : DOTS_SHORT;
    return *horizon ? arena_printf(p->a, "%s (%s)", horizon, value) : value;
}

/* "(masukan nomor 1, 2, 5)": the inputs that an agreement comes from. */
static const char *source_words(const struct paper *p, const struct agreement *g)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < p->d->agreement_contribution.n; i++) {
        const struct agreement_contribution *link = &p->d->agreement_contribution.v[i];
        if (!id_eq(&link->agreement, &g->id))
            continue;
        const struct contribution *c = dossier_contribution(p->d, &link->contribution);
        if (c && c->number != NONE)
            buf_printf(&b, "%s%lld", b.len ? ", " : "(masukan nomor ", (long long)c->number);
    }
    const char *words = b.len ? arena_printf(p->a, "\n%s)", buf_str(&b)) : "";
    buf_done(&b);
    return words;
}

static const char *recommendation(const struct ba *b, const struct agreement *g)
{
    const struct paper *p = &b->p;
    return arena_printf(p->a, "%s%s%s", paper_fill_gaps(p, g->recommendation),
                        ba_has_note(b, g) ? " *)" : "",
                        IS_SET(p->s->with_source) ? source_words(p, g) : "");
}

static void agreed_row(struct ba *b, struct table *tb, const struct agreement *g, int64_t number)
{
    struct paper *p = &b->p;
    const char *cells[COL_COUNT];
    size_t n = 0;
    cells[n++] = paper_row_number(p, number);
    cells[n++] = g ? paper_fill_gaps(p, g->problem) : NULL;
    cells[n++] = g ? recommendation(b, g) : NULL;
    if (IS_SET(p->s->with_responsible))
        cells[n++] = g ? paper_fill_gaps(p, g->responsible) : NULL;
    cells[n++] = g ? limit_cell(p, g) : NULL;
    tree_row(p->t, tb, cells);
}

static void agreed_table(struct ba *b)
{
    struct paper *p = &b->p;
    struct column columns[COL_COUNT];
    size_t n = 0;
    for (int i = 0; i < COL_COUNT; i++)
        if (i != COL_RESPONSIBLE || IS_SET(p->s->with_responsible))
            columns[n++] = agreed_columns[i];
    struct table *tb = tree_table(p->t, columns, n);
    for (size_t i = 0; i < b->agreements.n_agreed; i++)
        agreed_row(b, tb, b->agreements.v[i], (int64_t)i + 1);
    if (b->agreements.n == 0)
        for (int64_t i = 1; i <= EMPTY_ROWS; i++)
            agreed_row(b, tb, NULL, i);
}

static void open_table(struct ba *b)
{
    struct paper *p = &b->p;
    struct table *tb = tree_table(p->t, open_columns, sizeof open_columns / sizeof *open_columns);
    for (size_t i = b->agreements.n_agreed; i < b->agreements.n; i++) {
        const struct agreement *g = b->agreements.v[i];
        const char *proposal = arena_printf(p->a, "%s%s", paper_fill_gaps(p, g->recommendation),
                                            ba_has_note(b, g) ? " *)" : "");
        const char *cells[] = {
            paper_row_number(p, (int64_t)i + 1),
            paper_fill_gaps(p, g->problem),
            proposal,
            paper_or_dots(dict_enum_label(ENUMSET_agreement_status, g->status), "Belum diputuskan"),
            g->status_reason ? paper_fill_gaps(p, g->status_reason) : DOTS_SHORT,
        };
        tree_row(p->t, tb, cells);
    }
}

void ba_tables(struct ba *b)
{
    bool agreed = b->agreements.n_agreed > 0, open = b->agreements.n > b->agreements.n_agreed;
    struct node *n = NULL;
    if (agreed || !open) {
        n = tree_paragraph(b->p.t, "Setelah mendengar paparan dan melalui dialog serta musyawarah, "
                                   "forum menyepakati hal-hal sebagai berikut:");
        n->first_indent = n->keep_with_next = true;
        agreed_table(b);
    }
    if (open) {
        n = tree_paragraph(b->p.t, "%s",
                           agreed
                               ? "Hal-hal berikut dibahas dan belum atau tidak disepakati:"
                               : "Setelah mendengar paparan dan melalui dialog serta musyawarah, "
                                 "forum belum mencapai kesepakatan atas hal-hal sebagai berikut:");
        n->first_indent = n->keep_with_next = true;
        open_table(b);
    }
}
