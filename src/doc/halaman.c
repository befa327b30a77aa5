/* The page for everybody (domain 5, publication): what came out, in figures and in words, before the
 * berita acara itself. */
#include "config.h"

#include "doc/paper.h"

#include "base/text.h"
#include "model/due.h"
#include "model/outcome.h"
#include "model/tally.h"

/* --- figures --- */

static const char *inputs(const struct paper *p, const struct tally *t)
{
    return arena_printf(p->a,
                        "%lld butir: %lld masukan dan %lld tanggapan; %lld perlu jawaban, "
                        "%lld sudah dijawab",
                        (long long)t->inputs, (long long)(t->inputs - t->answers),
                        (long long)t->answers, (long long)t->expecting, (long long)t->answered);
}

static void facts(struct paper *p, const struct tally *t)
{
    struct node *n = tree_add(p->t, NODE_FACTS);
    tree_add_fact(p->t, n, "Hari, tanggal", paper_day(p));
    tree_add_fact(p->t, n, "Waktu", paper_hours(p));
    tree_add_fact(p->t, n, "Tempat", paper_or_dots(p->s->place, DOTS_LONG));
    const struct coverage *c = &t->people;
    tree_add_fact(p->t, n, "Peserta hadir",
                  c->present ? arena_printf(p->a, "%lld orang dari %d unsur", (long long)c->present,
                                            c->unsur)
                             : "belum ada yang tercatat");
    tree_add_fact(p->t, n, "Unsur masyarakat hadir",
                  arena_printf(p->a, "%d dari %d", c->masyarakat, COVERAGE_MAX));
    tree_add_fact(p->t, n, "Masukan", t->inputs ? inputs(p, t) : "belum ada");
    tree_add_fact(p->t, n, "Kesepakatan",
                  t->agreements ? arena_printf(p->a, "%lld butir disepakati dari %lld yang dibahas",
                                               (long long)t->agreed, (long long)t->agreements)
                                : "belum ada");
    tree_add_fact(p->t, n, "Usulan belum diakomodasi",
                  arena_printf(p->a, "%lld butir", (long long)t->parked));
}

static void people(struct paper *p, const struct coverage *c)
{
    static const struct column columns[] = {{"Unsur", 3, ALIGN_LEFT},
                                            {"Laki-laki", 1, ALIGN_RIGHT},
                                            {"Perempuan", 1, ALIGN_RIGHT},
                                            {"Jumlah", 1, ALIGN_RIGHT},
                                            {"L/P tidak dicatat", 1, ALIGN_RIGHT}};
    tree_heading(p->t, "Peserta per unsur");
    if (c->present == 0) {
        tree_paragraph(p->t, "Belum ada peserta yang tercatat hadir.");
        return;
    }
    struct table *tb = tree_table(p->t, columns, c->by_sex[COVERAGE_UNKNOWN] > 0 ? 5 : 4);
    for (int u = 0; u <= unsur_COUNT; u++) {
        if (u == COVERAGE_OTHER && c->by_unsur[u] == 0)
            continue;
        const char *cells[] = {u == COVERAGE_OTHER ? "Belum diketahui"
                                                   : dict_enum_label(ENUMSET_unsur, u),
                               paper_figure(p, c->count[u][SEX_L]), paper_figure(p, c->count[u][SEX_P]),
                               paper_figure(p, c->by_unsur[u]),
                               paper_figure(p, c->count[u][COVERAGE_UNKNOWN])};
        tree_row(p->t, tb, cells);
    }
    const char *sum[] = {"Jumlah", paper_figure(p, c->by_sex[SEX_L]), paper_figure(p, c->by_sex[SEX_P]),
                         paper_figure(p, c->present), paper_figure(p, c->by_sex[COVERAGE_UNKNOWN])};
    tree_row(p->t, tb, sum);
}

/* --- follow-up --- */

static void plan_row(struct paper *p, struct table *tb, const struct agreement *g, size_t i)
{
    int64_t due = due_effective(p->d, g);
    const char *status =
        dict_enum_label(ENUMSET_progress, g->progress == NONE ? PROGRESS_BELUM : g->progress);
    if (g->percent != NONE)
        status = arena_printf(p->a, "%s (%lld%%)", status, (long long)g->percent);
    const char *note = g->proof && g->progress_note
                           ? arena_printf(p->a, "%s\n%s", g->progress_note, g->proof)
                       : g->proof ? g->proof
                                  : g->progress_note;
    const char *cells[] = {paper_row_number(p, (int64_t)i),
                           paper_fill_gaps(p, g->recommendation),
                           g->responsible ? paper_fill_gaps(p, g->responsible) : NULL,
                           due == NONE ? due_words(g, p->a) : paper_date(p, due),
                           status,
                           note};
    tree_row(p->t, tb, cells);
}

static void follow_up(struct paper *p)
{
    static const struct column columns[] = {
        {"No", 0.5, ALIGN_CENTER},        {"Kesepakatan", 3, ALIGN_LEFT},
        {"Penanggung Jawab", 2, ALIGN_LEFT}, {"Batas Waktu", 1.4, ALIGN_LEFT},
        {"Status", 1.2, ALIGN_LEFT},      {"Keterangan dan Bukti", 2, ALIGN_LEFT}};
    struct agreement_order order = agreement_order_of(p->d, p->a);
    tree_heading(p->t, "Tindak lanjut kesepakatan");
    if (order.n_agreed == 0) {
        tree_paragraph(p->t, "Belum ada kesepakatan.");
        return;
    }
    struct table *tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < order.n_agreed; i++)
        plan_row(p, tb, order.v[i], i + 1);
}

/* --- the whole --- */

/* Takes the nodes after the letterhead off the tree, so that others can come before them. */
static struct node *detach(struct document_tree *t, struct node **ret_last)
{
    struct node *head = t->first && t->first->kind == NODE_LETTERHEAD ? t->first : NULL;
    struct node *rest = head ? head->next : t->first;
    *ret_last = t->last;
    t->last = head;
    t->first = head;
    if (head)
        head->next = NULL;
    return rest;
}

static void attach(struct document_tree *t, struct node *rest, struct node *last)
{
    if (!rest)
        return;
    t->last->next = rest;
    t->last = last;
}

struct document_tree *build_halaman_publik(const struct dossier *d, const struct doc_options *o,
                                           struct arena *a)
{
    struct doc_options public = *o;
    struct node *last;
    public.privacy = PRIVACY_PUBLIKASI;
    struct document_tree *t = build_berita_acara(d, &public, a);
    struct node *rest = detach(t, &last);

    struct paper p =
        paper_begin(o->now ? o->now : d, &public, a, "Hasil Forum Konsultasi Publik");
    struct tally figures = tally_of(p.d);
    t->title = p.t->title;
    p.t = t;
    struct node *title = tree_add(t, NODE_TITLE);
    tree_add_run(t, title, "Hasil Forum Konsultasi Publik", true, 0);
    tree_add_run(t, title, paper_or_dots(p.s->theme, DOTS_LONG), true, 0);
    facts(&p, &figures);
    follow_up(&p);
    people(&p, &figures.people);
    tree_add(t, NODE_PAGE_BREAK);
    attach(t, rest, last);
    return t;
}
