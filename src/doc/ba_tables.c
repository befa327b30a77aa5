/* Berita acara: the table of agreements, and apart from it what was not agreed. */
#include "config.h"

#include "doc/berita_acara.h"

#include "base/text.h"

#define EMPTY_ROWS 5   /* for the pen, while nothing has been agreed yet */
#define HAND_ROWS 8    /* on the emergency form */
#define HAND_ROW_MM 22 /* high enough to write in */

enum {
    COL_NO,
    COL_PROBLEM,
    COL_RECOMMENDATION,
    COL_RESPONSIBLE,
    COL_LIMIT,
    COL_COMPONENT,
    COL_STATUS,
    COL_COUNT
};

static const struct column agreed_columns[COL_COUNT] = {
    [COL_NO] = {"No", 0.5, ALIGN_CENTER},
    [COL_PROBLEM] = {"Identifikasi Masalah", 2.2, ALIGN_LEFT},
    [COL_RECOMMENDATION] = {"Usulan Rekomendasi Perbaikan", 3.2, ALIGN_LEFT},
    [COL_RESPONSIBLE] = {"Penanggung Jawab", 1.9, ALIGN_LEFT},
    [COL_LIMIT] = {"Jangka Waktu Penyelesaian", 1.9, ALIGN_LEFT},
    [COL_COMPONENT] = {"Komponen Standar Pelayanan", 1.6, ALIGN_LEFT},
    [COL_STATUS] = {"Keterangan", 1.5, ALIGN_LEFT},
};

static const struct column open_columns[] = {
    {"No", 0.5, ALIGN_CENTER},   {"Identifikasi Masalah", 2.2, ALIGN_LEFT},
    {"Usulan", 2.6, ALIGN_LEFT}, {"Status", 1.6, ALIGN_LEFT},
    {"Alasan", 2.2, ALIGN_LEFT},
};

static bool has_column(const struct paper *p, int column)
{
    switch (column) {
    case COL_RESPONSIBLE:
        return IS_SET(p->s->with_responsible);
    case COL_COMPONENT:
        return IS_SET(p->s->with_component);
    case COL_STATUS:
        return IS_SET(p->s->with_status);
    default:
        return true;
    }
}

static const char *recommendation(const struct ba *b, const struct agreement *g)
{
    const struct paper *p = &b->p;
    return arena_printf(p->a, "%s%s%s", paper_fill_gaps(p, g->recommendation),
                        ba_has_note(b, g) ? " *)" : "",
                        IS_SET(p->s->with_source) ? ba_sources(p, g) : "");
}

/* The number of a row; on the form of variant B its dictum, which is what the list is called there.
 */
static const char *row_name(const struct ba *b, size_t number)
{
    if (b->by_hand && b->variant == VARIANT_B)
        return ba_dictum(&b->p, number);
    return paper_row_number(&b->p, (int64_t)number);
}

static void agreed_row(struct ba *b, struct table *tb, const struct agreement *g, size_t number)
{
    struct paper *p = &b->p;
    const char *all[COL_COUNT] = {[COL_NO] = row_name(b, number)}, *cells[COL_COUNT];
    if (g) {
        all[COL_PROBLEM] = paper_fill_gaps(p, g->problem);
        all[COL_RECOMMENDATION] = recommendation(b, g);
        all[COL_RESPONSIBLE] = paper_fill_gaps(p, g->responsible);
        all[COL_LIMIT] = paper_limit(p, g);
        all[COL_COMPONENT] = dict_enum_label(ENUMSET_sp_component, g->sp_component);
        all[COL_STATUS] = dict_enum_label(ENUMSET_agreement_status, g->status);
    }
    size_t n = 0;
    for (int i = 0; i < COL_COUNT; i++)
        if (has_column(p, i))
            cells[n++] = all[i];
    tree_row(p->t, tb, cells);
}

void ba_agreed_table(struct ba *b)
{
    struct paper *p = &b->p;
    struct column columns[COL_COUNT];
    size_t n = 0, empty = b->by_hand ? HAND_ROWS : EMPTY_ROWS;
    for (int i = 0; i < COL_COUNT; i++)
        if (has_column(p, i))
            columns[n++] = agreed_columns[i];
    struct table *tb = tree_table(p->t, columns, n);
    if (b->by_hand || b->agreements.n == 0)
        tb->row_height = HAND_ROW_MM;
    for (size_t i = 0; i < b->agreements.n_agreed; i++)
        agreed_row(b, tb, b->agreements.v[i], i + 1);
    if (b->agreements.n == 0)
        for (size_t i = 1; i <= empty; i++)
            agreed_row(b, tb, NULL, i);
}

void ba_open_table(struct ba *b)
{
    struct paper *p = &b->p;
    if (b->agreements.n == b->agreements.n_agreed)
        return;
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
            g->status_reason ? paper_capital(p, paper_fill_gaps(p, g->status_reason)) : DOTS_SHORT,
        };
        tree_row(p->t, tb, cells);
    }
}

void ba_open_part(struct ba *b)
{
    if (b->agreements.n == b->agreements.n_agreed)
        return;
    bool agreed = b->agreements.n_agreed > 0;
    struct node *n =
        tree_paragraph(b->p.t, "%s",
                       agreed ? "Hal-hal berikut dibahas dan belum atau tidak disepakati:"
                              : "Setelah mendengar paparan dan melalui dialog serta musyawarah, "
                                "forum belum mencapai kesepakatan atas hal-hal sebagai berikut:");
    n->first_indent = n->keep_with_next = true;
    ba_open_table(b);
}

void ba_tables(struct ba *b)
{
    if (b->agreements.n_agreed > 0 || b->agreements.n == 0) {
        struct node *n =
            tree_paragraph(b->p.t, "Setelah mendengar paparan dan melalui dialog serta musyawarah, "
                                   "forum menyepakati hal-hal sebagai berikut:");
        n->first_indent = n->keep_with_next = true;
        ba_agreed_table(b);
    }
    ba_open_part(b);
}
