/* Report, 2.5: who took part, per unsur and sex, and what the form F-02 scores (domain 3.2). */
#include "config.h"

#include "doc/laporan.h"

#include "base/text.h"

/* Columns and rows of what nobody has noted only where there is something in them. */
static void matrix(struct laporan *x)
{
    static const struct column columns[] = {{"Unsur", 4, ALIGN_LEFT},
                                            {"L", 0.8, ALIGN_CENTER},
                                            {"P", 0.8, ALIGN_CENTER},
                                            {"Jumlah", 1, ALIGN_CENTER},
                                            {"L/P tidak dicatat", 1.2, ALIGN_CENTER}};
    struct paper *p = &x->p;
    const struct coverage *c = &x->tally.people;
    struct table *tb = tree_table(p->t, columns, c->by_sex[COVERAGE_UNKNOWN] > 0 ? 5 : 4);
    for (int u = 0; u <= unsur_COUNT; u++) {
        if (u == COVERAGE_OTHER && c->by_unsur[u] == 0)
            continue;
        const char *label =
            u == COVERAGE_OTHER ? "Unsur tidak dicatat" : dict_enum_label(ENUMSET_unsur, u);
        const char *cells[] = {label, paper_figure(p, c->count[u][SEX_L]), paper_figure(p, c->count[u][SEX_P]),
                               paper_figure(p, c->by_unsur[u]), paper_figure(p, c->count[u][COVERAGE_UNKNOWN])};
        tree_row(p->t, tb, cells);
    }
    const char *total[] = {"Jumlah", paper_figure(p, c->by_sex[SEX_L]), paper_figure(p, c->by_sex[SEX_P]),
                           paper_figure(p, c->present), paper_figure(p, c->by_sex[COVERAGE_UNKNOWN])};
    tree_row(p->t, tb, total);
}

static void invited(struct laporan *x)
{
    const struct tally *t = &x->tally;
    if (t->invited == 0)
        return;
    tree_paragraph(
        x->p.t,
        "Diundang %lld; hadir sendiri %lld, diwakili %lld, tidak hadir %lld. Hadir tanpa "
        "undangan: %lld.",
        (long long)t->invited, (long long)t->invited_came, (long long)t->invited_by_others,
        (long long)(t->invited - t->invited_came - t->invited_by_others), (long long)t->walked_in);
}

/* The score is the number of unsur masyarakat, so it is told with what is missing. */
static void coverage_score(struct laporan *x)
{
    struct paper *p = &x->p;
    const struct coverage *c = &x->tally.people;
    enum unsur_value missing[COVERAGE_MAX];
    int n = coverage_missing(c, missing);
    struct buf b = BUF_INIT;
    for (int i = 0; i < n; i++)
        buf_printf(&b, "%s%s",
                   i ? ", " : " Belum hadir: ", dict_enum_label(ENUMSET_unsur, missing[i]));
    tree_paragraph(p->t,
                   "Unsur masyarakat yang hadir %d dari %d, sehingga nilai indikator pelibatan "
                   "masyarakat menurut formulir F-02 adalah %d dari 5.%s%s",
                   c->masyarakat, COVERAGE_MAX, c->masyarakat, buf_str(&b), n ? "." : "");
    buf_done(&b);
}

void laporan_participants(struct laporan *x)
{
    laporan_section(x, "2.5 Peserta");
    if (x->tally.people.present == 0) {
        tree_paragraph(x->p.t, "Belum ada peserta yang tercatat hadir.");
        invited(x);
        return;
    }
    tree_paragraph(x->p.t, "Forum dihadiri %s:", laporan_attended(x))->keep_with_next = true;
    matrix(x);
    coverage_score(x);
    invited(x);
}
