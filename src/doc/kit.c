/* The paper kit: numbered input slips, and sheets to count hands. What is written on them is typed
 * in later with the mark "dari kertas". */
#include "config.h"

#include "doc/paper.h"
#include "doc/speech.h"

#include "base/text.h"
#include "model/outcome.h"

#define KIT_MARGIN_MM 15 /* the slips are cut, not filed */
#define KIT_FONT_PT 11   /* so that a page holds what it should, whatever the session's size */

enum {
    SLIPS_A_PAGE = 3,
    ONE_LINE = 80, /* more would make a slip higher than a third of the page */
    SLIPS_LEAST = 24,
    SLIPS_MOST = 60,
    SHEETS_A_PAGE = 3,
    SHEETS_LEAST = 8, /* as many as the emergency berita acara has room for */
    SHEET_WORDS = 150 /* of an agreement that is known already; the text itself is elsewhere */
};

static struct paper begin(const struct dossier *d, const struct doc_options *o, struct arena *a,
                          const char *title)
{
    struct paper p = paper_begin(d, o, a, title);
    struct document_tree *t = p.t;
    t->margin_top = t->margin_bottom = t->margin_left = t->margin_right = KIT_MARGIN_MM;
    t->font_size = KIT_FONT_PT;
    t->logo = NULL;
    return p;
}

/* "Disdukcapil, 12 November 2026": whose slip it is, when it lies on the floor. */
static const char *whose(const struct paper *p)
{
    const char *unit = p->s->unit_short ? p->s->unit_short : p->s->unit;
    return arena_printf(p->a, "Forum Konsultasi Publik %s, %s", paper_or_dots(unit, DOTS_SHORT),
                        paper_date(p, p->s->date));
}

/* --- input slips --- */

/* "usul / pertanyaan / ...": what may be circled on the slip. Catatan acara is no input and an
 * answer is given aloud. */
static const char *kinds(const struct paper *p)
{
    static const int64_t asked[] = {KIND_USUL,      KIND_PERTANYAAN, KIND_KELUHAN,
                                    KIND_KEBERATAN, KIND_APRESIASI,  KIND_MASUKAN};
    const char *words = NULL;
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        const struct contribution like = {.kind = asked[i]};
        const char *kind = paper_label_inside(p, speech_kind(&like));
        words = words ? arena_printf(p->a, "%s  /  %s", words, kind) : kind;
    }
    return words;
}

static const char *unsur(const struct paper *p)
{
    const char *words = NULL;
    for (int u = 0; u < unsur_COUNT; u++) {
        const char *label = dict_enum_label(ENUMSET_unsur, u);
        words = words ? arena_printf(p->a, "%s  /  %s", words, label) : label;
    }
    return words;
}

static void slip(struct paper *p, int64_t number)
{
    static const struct column who[] = {
        {"Nama (boleh dikosongkan)", 3, ALIGN_LEFT},
        {"Asal/instansi", 2.4, ALIGN_LEFT},
        {"Jam", 0.8, ALIGN_LEFT},
    };
    static const struct column what[] = {
        {"Lingkari unsur", 3, ALIGN_LEFT},
        {"Lingkari jenis", 2, ALIGN_LEFT},
    };
    static const struct column text[] = {{"Isi masukan", 1, ALIGN_LEFT}};
    static const char *const empty[3] = {NULL};
    tree_heading(p->t, arena_printf(p->a, "KARTU MASUKAN NOMOR %lld", (long long)number));
    tree_paragraph(p->t, "%s", paper_shortened(p->a, whose(p), ONE_LINE))->keep_with_next = true;
    p->t->last->align = ALIGN_LEFT;
    struct table *tb = tree_table(p->t, who, sizeof who / sizeof *who);
    tb->row_height = 8;
    tree_row(p->t, tb, empty);
    tb = tree_table(p->t, what, sizeof what / sizeof *what);
    tree_row(p->t, tb, (const char *const[]){unsur(p), kinds(p)});
    tb = tree_table(p->t, text, 1);
    tb->row_height = 25;
    tree_row(p->t, tb, empty);
}

static void cut_line(struct paper *p)
{
    static const char dashes[] = "- - - - - - - - - - - - - - -  potong di sini  "
                                 "- - - - - - - - - - - - - - -";
    tree_paragraph(p->t, "%s", dashes)->align = ALIGN_CENTER;
}

/* One for each who is invited or here, within reason, full pages only. */
static int64_t slip_count(const struct paper *p)
{
    int64_t n = (int64_t)p->d->participant.n;
    n = n < SLIPS_LEAST ? SLIPS_LEAST : n > SLIPS_MOST ? SLIPS_MOST : n;
    return (n + SLIPS_A_PAGE - 1) / SLIPS_A_PAGE * SLIPS_A_PAGE;
}

struct document_tree *build_kit_masukan(const struct dossier *d, const struct doc_options *o,
                                        struct arena *a)
{
    struct paper p = begin(d, o, a, "Kartu Masukan Forum Konsultasi Publik");
    int64_t n = slip_count(&p);
    for (int64_t i = 1; i <= n; i++) {
        slip(&p, i);
        if (i == n)
            break;
        if (i % SLIPS_A_PAGE == 0)
            tree_add(p.t, NODE_PAGE_BREAK);
        else
            cut_line(&p);
    }
    return p.t;
}

/* --- sheets to count hands --- */

static void sheet(struct paper *p, size_t number, const struct agreement *g)
{
    static const struct column columns[] = {
        {"Unsur", 2.9, ALIGN_LEFT},          {"Hadir", 0.8, ALIGN_CENTER},
        {"Setuju", 0.9, ALIGN_CENTER},       {"Catatan", 0.9, ALIGN_CENTER},
        {"Keberatan", 1, ALIGN_CENTER},      {"Abstain", 0.9, ALIGN_CENTER},
        {"Alasan/catatan", 2.5, ALIGN_LEFT},
    };
    enum { COLS = sizeof columns / sizeof *columns };
    const char *known = !g ? NULL : g->recommendation ? g->recommendation : g->problem;
    const char *words = known ? paper_shortened(p->a, paper_fill_gaps(p, known), SHEET_WORDS)
                              : DOTS_LONG DOTS_LONG DOTS_LONG;
    tree_heading(p->t, arena_printf(p->a, "Kesepakatan nomor %zu: %s", number, words));
    struct table *tb = tree_table(p->t, columns, COLS);
    tb->row_height = 7;
    for (int u = 0; u < unsur_COUNT; u++)
        tree_row(p->t, tb, (const char *const[COLS]){dict_enum_label(ENUMSET_unsur, u)});
    tree_row(p->t, tb, (const char *const[COLS]){"Jumlah"});
}

struct document_tree *build_kit_suara(const struct dossier *d, const struct doc_options *o,
                                      struct arena *a)
{
    struct paper p = begin(d, o, a, "Lembar Hitung Suara Forum Konsultasi Publik");
    struct agreement_order order = agreement_order_of(p.d, a);
    size_t n = order.n < SHEETS_LEAST ? SHEETS_LEAST : order.n;
    struct node *title = tree_add(p.t, NODE_TITLE);
    tree_add_run(p.t, title, "LEMBAR HITUNG SUARA", true, 0);
    tree_add_run(p.t, title, whose(&p), false, 0);
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && i % SHEETS_A_PAGE == 0)
            tree_add(p.t, NODE_PAGE_BREAK);
        sheet(&p, i + 1, i < order.n ? order.v[i] : NULL);
    }
    return p.t;
}
