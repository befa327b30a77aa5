/* Rencana tindak lanjut: what was agreed as a list with its ten columns, and the same laid over the
 * months (domain 7.5). Both lie on their long side. */
#include "config.h"

#include "doc/action_plan.h"

#include "base/text.h"
#include "model/due.h"
#include "model/tally.h"

/* In sentences. */
static const char *day_or_dots(const struct paper *p, int64_t day)
{
    return day == NONE ? DOTS_SHORT : paper_date(p, day);
}

/* In a narrow column, where "16 November 2026" would stand on three lines: "16-11-2026". */
static const char *day_cell(const struct paper *p, int64_t day)
{
    char out[DATE_TEXT];
    return day == NONE ? DOTS_SHORT : arena_strdup(p->a, date_numeric(day, out));
}

/* The date that counts now; with a duration also what the paper promised. */
static const char *limit(const struct paper *p, const struct agreement *g)
{
    int64_t due = due_effective(p->d, g);
    if (due == NONE || g->due != NONE || g->duration == NONE)
        return day_cell(p, due);
    return arena_printf(p->a, "%s\n(%lld %s)", day_cell(p, due), (long long)g->duration,
                        dict_enum_label(ENUMSET_duration_unit, g->duration_unit));
}

/* What is to be done; what was agreed stands in for it. */
static const char *plan(const struct paper *p, const struct agreement *g)
{
    return paper_capital(p,
                         paper_fill_gaps(p, g->action_plan ? g->action_plan : g->recommendation));
}

static const char *indicator(const struct paper *p, const struct agreement *g)
{
    const char *line =
        g->indicator ? paper_capital(p, paper_fill_gaps(p, g->indicator)) : DOTS_SHORT;
    return g->proof ? arena_printf(p->a, "%s\nBukti: %s", line, g->proof) : line;
}

static const char *progress(const struct paper *p, const struct agreement *g)
{
    const char *state = dict_enum_label(ENUMSET_progress, g->progress);
    state = *state ? state : dict_enum_label(ENUMSET_progress, PROGRESS_BELUM);
    if (g->percent == NONE)
        return state;
    return arena_printf(p->a, "%s (%lld%%)", state, (long long)g->percent);
}

/* A limit that was moved says from where and why; nothing of that is lost. */
static const char *remarks(const struct paper *p, const struct agreement *g)
{
    struct buf b = BUF_INIT;
    if (g->progress_note)
        buf_puts(&b, g->progress_note);
    for (size_t i = 0; i < p->d->deadline_move.n; i++) {
        const struct deadline_move *m = &p->d->deadline_move.v[i];
        if (!id_eq(&m->agreement, &g->id))
            continue;
        buf_printf(&b, "%sBatas semula %s, menjadi %s: %s", b.len ? "\n" : "",
                   day_or_dots(p, m->old_due), day_or_dots(p, m->new_due),
                   paper_sentence(p, m->reason));
    }
    if (g->status == STATUS_DENGAN_CATATAN)
        buf_printf(&b, "%sDisepakati dengan catatan.", b.len ? "\n" : "");
    if (IS_SET(g->from_paper))
        buf_printf(&b, "%s(dari kertas)", b.len ? "\n" : "");
    return buf_into(&b, p->a);
}

void action_plan_table(struct paper *p, const struct agreement_order *o)
{
    static const struct column columns[] = {
        {"No", 0.5, ALIGN_CENTER},
        {"Masalah", 2, ALIGN_LEFT},
        {"Rekomendasi/Kesepakatan", 2.6, ALIGN_LEFT},
        {"Rencana Aksi", 2, ALIGN_LEFT},
        {"Penanggung Jawab", 1.8, ALIGN_LEFT},
        {"Mulai", 1.5, ALIGN_LEFT},
        {"Batas Waktu", 1.5, ALIGN_LEFT},
        {"Indikator/Bukti", 1.7, ALIGN_LEFT},
        {"Status", 1.1, ALIGN_LEFT},
        {"Keterangan", 1.3, ALIGN_LEFT},
    };
    struct table *tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < o->n_agreed; i++) {
        const struct agreement *g = o->v[i];
        const char *cells[] = {
            paper_row_number(p, (int64_t)i + 1),
            paper_fill_gaps(p, g->problem),
            paper_fill_gaps(p, g->recommendation),
            g->action_plan ? plan(p, g) : DOTS_SHORT,
            paper_fill_gaps(p, g->responsible),
            day_cell(p, g->action_start),
            limit(p, g),
            indicator(p, g),
            progress(p, g),
            remarks(p, g),
        };
        tree_row(p->t, tb, cells);
    }
}

void action_plan_short_table(struct paper *p, const struct agreement_order *o)
{
    static const struct column columns[] = {
        {"No", 0.5, ALIGN_CENTER},           {"Rencana Aksi", 2.4, ALIGN_LEFT},
        {"Penanggung Jawab", 2, ALIGN_LEFT}, {"Mulai", 1.6, ALIGN_LEFT},
        {"Batas Waktu", 1.6, ALIGN_LEFT},    {"Indikator/Bukti", 1.6, ALIGN_LEFT},
        {"Status", 1.1, ALIGN_LEFT},
    };
    struct table *tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < o->n_agreed; i++) {
        const struct agreement *g = o->v[i];
        const char *cells[] = {
            paper_row_number(p, (int64_t)i + 1),
            plan(p, g),
            paper_fill_gaps(p, g->responsible),
            day_cell(p, g->action_start),
            limit(p, g),
            indicator(p, g),
            progress(p, g),
        };
        tree_row(p->t, tb, cells);
    }
}

void action_plan_summary(struct paper *p)
{
    struct tally t = tally_of(p->d);
    int64_t hundredths = tally_realised(&t);
    const char *share = hundredths % 100 == 0
                            ? arena_printf(p->a, "%lld", (long long)hundredths / 100)
                            : arena_printf(p->a, "%lld,%02lld", (long long)hundredths / 100,
                                           (long long)hundredths % 100);
    tree_paragraph(p->t,
                   "Selesai %lld dari %lld rencana (%s%%); dalam proses %lld, belum dimulai %lld, "
                   "tidak dapat dilaksanakan %lld.",
                   (long long)t.by_progress[PROGRESS_SELESAI], (long long)t.agreed, share,
                   (long long)t.by_progress[PROGRESS_PROSES],
                   (long long)t.by_progress[PROGRESS_BELUM],
                   (long long)t.by_progress[PROGRESS_TIDAK_DAPAT]);
}

static struct paper begin(const struct dossier *d, const struct doc_options *o, struct arena *a,
                          const char *title)
{
    struct paper p = paper_begin(d, o, a, title);
    paper_landscape(&p);
    paper_mark_unlocked(&p);
    paper_letterhead(&p);
    paper_title(&p, paper_upper(&p, title));
    return p;
}

struct document_tree *build_rencana_tindak_lanjut(const struct dossier *d,
                                                  const struct doc_options *o, struct arena *a)
{
    struct paper p = begin(d, o, a, "Rencana Tindak Lanjut");
    struct agreement_order order = agreement_order_of(p.d, a);
    if (order.n_agreed == 0) {
        tree_paragraph(p.t, "Belum ada kesepakatan yang dapat ditindaklanjuti.");
    } else {
        action_plan_table(&p, &order);
        action_plan_summary(&p);
    }
    paper_head_signs(&p, NONE);
    return p.t;
}

/* --- months --- */

enum { MOST_COLUMNS = 18 };

struct span {
    int64_t first, last; /* months since year 0; NONE when nothing has a limit */
    int64_t step;        /* months in one column */
    size_t columns;
};

static int64_t month_of(int64_t day)
{
    int y, m;
    date_split(day, &y, &m, NULL);
    return (int64_t)y * 12 + m - 1;
}

/* Where the work begins: as planned, else in the month of the limit. */
static int64_t first_month(const struct paper *p, const struct agreement *g)
{
    int64_t due = due_effective(p->d, g);
    bool usable = g->action_start != NONE && (due == NONE || g->action_start <= due);
    return usable ? month_of(g->action_start) : due == NONE ? NONE : month_of(due);
}

static int64_t last_month(const struct paper *p, const struct agreement *g)
{
    int64_t due = due_effective(p->d, g);
    return due != NONE ? month_of(due) : first_month(p, g);
}

/* Months; where they would be too many, quarters, half years, years, and so on. */
static struct span span_of(const struct paper *p, const struct agreement_order *o)
{
    static const int64_t steps[] = {1, 3, 6, 12, 24, 60, 120, 1200, 12000, 120000};
    struct span s = {NONE, NONE, 1, 0};
    for (size_t i = 0; i < o->n_agreed; i++) {
        int64_t from = first_month(p, o->v[i]), to = last_month(p, o->v[i]);
        if (from == NONE)
            continue;
        s.first = s.first == NONE || from < s.first ? from : s.first;
        s.last = s.last == NONE || to > s.last ? to : s.last;
    }
    if (s.first == NONE)
        return s;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        s.step = steps[i];
        s.columns = (size_t)(s.last / s.step - s.first / s.step) + 1;
        if (s.columns <= MOST_COLUMNS)
            break;
    }
    return s;
}

/* "Nov 2026", "TW IV 2026", "Sem. II 2026", "2026", "2026-2030". */
static const char *column_title(const struct paper *p, const struct span *s, size_t column)
{
    int64_t month = (s->first / s->step + (int64_t)column) * s->step;
    long long year = (long long)(month / 12);
    int in_year = (int)(month % 12);
    if (s->step == 1)
        return arena_printf(p->a, "%s\n%lld", date_month_short(in_year + 1), year);
    if (s->step == 3)
        return arena_printf(p->a, "TW %s\n%lld", date_month_roman(in_year / 3 + 1), year);
    if (s->step == 6)
        return arena_printf(p->a, "Sem. %s\n%lld", date_month_roman(in_year / 6 + 1), year);
    if (s->step == 12)
        return arena_printf(p->a, "%lld", year);
    return arena_printf(p->a, "%lld-%lld", year, year + (long long)s->step / 12 - 1);
}

enum { COL_NO, COL_ACTION, COL_OFFICE, COL_MONTHS };

static struct table *month_table(struct paper *p, const struct span *s)
{
    struct column columns[COL_MONTHS + MOST_COLUMNS + 1] = {
        [COL_NO] = {"No", 0.8, ALIGN_CENTER},
        [COL_ACTION] = {"Rencana Aksi", 6, ALIGN_LEFT},
        [COL_OFFICE] = {"Penanggung Jawab", 3.6, ALIGN_LEFT},
    };
    size_t n = COL_MONTHS;
    for (size_t i = 0; i < s->columns; i++)
        columns[n++] = (struct column){column_title(p, s, i), 0.95, ALIGN_CENTER};
    columns[n++] = (struct column){"Batas Waktu", 2.2, ALIGN_LEFT};
    return tree_table(p->t, columns, n);
}

static void month_row(struct paper *p, struct table *tb, const struct span *s,
                      const struct agreement *g, int64_t number)
{
    const char *cells[COL_MONTHS + MOST_COLUMNS + 1];
    int64_t from = first_month(p, g), to = last_month(p, g);
    cells[COL_NO] = paper_row_number(p, number);
    cells[COL_ACTION] = plan(p, g);
    cells[COL_OFFICE] = paper_fill_gaps(p, g->responsible);
    for (size_t i = 0; i < s->columns; i++) {
        int64_t column = s->first / s->step + (int64_t)i;
        bool inside = from != NONE && column >= from / s->step && column <= to / s->step;
        cells[COL_MONTHS + i] = inside ? "X" : NULL;
    }
    cells[COL_MONTHS + s->columns] = limit(p, g);
    tree_row(p->t, tb, cells);
}

struct document_tree *build_rencana_bulanan(const struct dossier *d, const struct doc_options *o,
                                            struct arena *a)
{
    struct paper p = begin(d, o, a, "Rencana Tindak Lanjut per Bulan");
    struct agreement_order order = agreement_order_of(p.d, a);
    struct span s = span_of(&p, &order);
    if (order.n_agreed == 0) {
        tree_paragraph(p.t, "Belum ada kesepakatan yang dapat ditindaklanjuti.");
    } else {
        struct table *tb = month_table(&p, &s);
        for (size_t i = 0; i < order.n_agreed; i++)
            month_row(&p, tb, &s, order.v[i], (int64_t)i + 1);
        if (s.step != 1 && s.first != NONE)
            tree_add(p.t, NODE_NOTE)->text = "Rentang waktu lebih dari 18 bulan, sehingga satu "
                                             "kolom memuat beberapa bulan.";
        tree_add(p.t, NODE_NOTE)->text = "X: bulan pelaksanaan, dari rencana mulai sampai batas "
                                         "waktu. Tanpa rencana mulai hanya bulan batas waktunya "
                                         "yang ditandai.";
        action_plan_summary(&p);
    }
    paper_head_signs(&p, NONE);
    return p.t;
}
