/* Laporan pelaksanaan FKP: cover, foreword, contents, introduction and how the forum was held. What
 * nobody has typed is told from the session's data or said to be missing; nothing is invented. */
#include "config.h"

#include "doc/documents.h"
#include "doc/laporan.h"

#include <string.h>

#include "base/text.h"

/* --- pieces --- */

void laporan_chapter(struct laporan *x, const char *title)
{
    tree_add(x->p.t, NODE_PAGE_BREAK);
    tree_chapter(x->p.t, 0, title)->align = ALIGN_CENTER;
}

void laporan_section(struct laporan *x, const char *title)
{
    tree_chapter(x->p.t, 1, title);
}

bool laporan_typed(struct laporan *x, const char *text)
{
    if (!text || !*text)
        return false;
    while (*text) {
        size_t n = strcspn(text, "\n");
        if (n)
            tree_paragraph(x->p.t, "%s", paper_fill_gaps(&x->p, arena_memdup(x->p.a, text, n)))
                ->first_indent = true;
        text += n + (text[n] == '\n');
    }
    return true;
}

const char *laporan_attended(const struct laporan *x)
{
    const struct coverage *c = &x->tally.people;
    bool counted = c->present > 0;
    return arena_printf(x->p.a, "%s orang dari %s unsur",
                        paper_count(&x->p, counted ? c->present : NONE),
                        paper_count(&x->p, counted ? c->unsur : NONE));
}

/* --- front --- */

static void cover(struct laporan *x)
{
    struct paper *p = &x->p;
    int year = 0;
    if (p->s->date != NONE)
        date_split(p->s->date, &year, NULL, NULL);
    p->t->cover = true;
    tree_space(p->t, 40);
    struct node *n = tree_add(p->t, NODE_TITLE);
    tree_add_run(p->t, n, "LAPORAN", true, 1.6);
    tree_add_run(p->t, n, "PELAKSANAAN FORUM KONSULTASI PUBLIK", true, 1.4);
    tree_space(p->t, 15);
    n = tree_add(p->t, NODE_TITLE);
    tree_add_run(p->t, n, paper_upper(p, paper_or_dots(p->s->theme, DOTS_LONG)), true, 1.1);
    tree_space(p->t, 50);
    n = tree_add(p->t, NODE_TITLE);
    tree_add_run(p->t, n, paper_upper(p, paper_or_dots(p->s->unit, DOTS_LONG)), true, 1.3);
    if (*paper_region(p))
        tree_add_run(p->t, n, paper_upper(p, paper_region(p)), true, 1.3);
    tree_add_run(p->t, n, year ? arena_printf(p->a, "TAHUN %d", year) : "TAHUN " DOTS_SHORT, true,
                 1.3);
}

static void foreword(struct laporan *x)
{
    struct paper *p = &x->p;
    laporan_chapter(x, "KATA PENGANTAR");
    if (!laporan_typed(x, p->s->foreword)) {
        tree_paragraph(p->t,
                       "Laporan ini disusun sebagai pertanggungjawaban atas pelaksanaan Forum "
                       "Konsultasi Publik tentang %s, yang diselenggarakan oleh %s pada hari %s.",
                       paper_or_dots(p->s->theme, DOTS_LONG), paper_or_dots(p->s->unit, DOTS_LONG),
                       paper_day(p))
            ->first_indent = true;
        tree_paragraph(p->t,
                       "Forum dihadiri %s dan %s. Terima kasih kami "
                       "sampaikan kepada seluruh peserta yang telah memberikan masukan.",
                       laporan_attended(x),
                       x->tally.agreed == 0 ? "belum menghasilkan kesepakatan"
                                            : arena_printf(p->a, "menghasilkan %s kesepakatan",
                                                           paper_count(p, x->tally.agreed)))
            ->first_indent = true;
    }
    paper_head_signs(p, NONE);
}

static void contents(struct laporan *x)
{
    tree_add(x->p.t, NODE_PAGE_BREAK);
    struct node *n = tree_add(x->p.t, NODE_TITLE); /* not a heading: it does not list itself */
    tree_add_run(x->p.t, n, "DAFTAR ISI", true, 1.1);
    tree_add(x->p.t, NODE_CONTENTS)->level = 1;
}

/* --- BAB I --- */

/* "SKM 3, Forum 1": where the issues came from, as far as anybody noted it. */
static const char *sources(const struct laporan *x)
{
    int64_t n[issue_source_COUNT] = {0};
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < x->p.d->issue.n; i++)
        if (x->p.d->issue.v[i].source != NONE)
            n[x->p.d->issue.v[i].source]++;
    for (int k = 0; k < issue_source_COUNT; k++)
        if (n[k])
            buf_printf(&b, "%s%s %lld", b.len ? ", " : "", dict_enum_label(ENUMSET_issue_source, k),
                       (long long)n[k]);
    const char *out = arena_strdup(x->p.a, b.len ? buf_str(&b) : "tidak dicatat");
    buf_done(&b);
    return out;
}

static void background(struct laporan *x)
{
    struct paper *p = &x->p;
    laporan_section(x, "1.1 Latar Belakang");
    if (laporan_typed(x, p->s->background))
        return;
    tree_paragraph(
        p->t,
        "Forum Konsultasi Publik adalah dialog antara penyelenggara pelayanan publik dan "
        "masyarakat untuk memperbaiki pelayanan. Forum ini diselenggarakan oleh %s "
        "dengan tema %s.",
        paper_or_dots(p->s->unit, DOTS_LONG), paper_or_dots(p->s->theme, DOTS_LONG))
        ->first_indent = true;
    if (p->d->issue.n)
        tree_paragraph(p->t, "Bahan pembahasan adalah %s isu dengan sumber: %s.",
                       paper_count(p, (int64_t)p->d->issue.n), sources(x))
            ->first_indent = true;
}

static void legal_basis(struct laporan *x)
{
    struct paper *p = &x->p;
    laporan_section(x, "1.2 Dasar Hukum");
    if (p->d->legal_basis.n == 0) {
        tree_paragraph(p->t, "Dasar hukum belum dicatat dalam sesi ini: %s", DOTS_LONG);
        return;
    }
    struct node *n = tree_add(p->t, NODE_LIST);
    n->numbered = true;
    for (size_t i = 0; i < p->d->legal_basis.n; i++)
        tree_add_item(p->t, n, p->d->legal_basis.v[i].text);
}

static void purpose_and_scope(struct laporan *x)
{
    struct paper *p = &x->p;
    laporan_section(x, "1.3 Maksud dan Tujuan");
    if (!laporan_typed(x, p->s->purpose))
        tree_paragraph(p->t, "Forum dimaksudkan untuk mempertemukan penyelenggara pelayanan dan "
                             "masyarakat dalam dialog, dengan tujuan memperoleh kesepahaman sampai "
                             "pada penyelesaian masalah pelayanan dan jangka waktunya.")
            ->first_indent = true;
    laporan_section(x, "1.4 Ruang Lingkup");
    struct node *n = tree_add(p->t, NODE_FACTS);
    tree_add_fact(p->t, n, "Ruang lingkup",
                  paper_or_dots(dict_enum_label(ENUMSET_topic, p->s->topic), DOTS_LONG));
    tree_add_fact(
        p->t, n, "Tingkat partisipasi",
        paper_or_dots(dict_enum_label(ENUMSET_participation, p->s->participation), DOTS_LONG));
}

static void introduction(struct laporan *x)
{
    laporan_chapter(x, "BAB I PENDAHULUAN");
    background(x);
    legal_basis(x);
    purpose_and_scope(x);
}

/* --- BAB II --- */

static void team(struct laporan *x)
{
    static const int64_t roles[] = {ROLE_FASILITATOR, ROLE_NOTULIS, ROLE_PANITIA, ROLE_PENINJAU};
    struct paper *p = &x->p;
    laporan_section(x, "2.1 Tim Pelaksana");
    struct node *n = tree_add(p->t, NODE_FACTS);
    tree_add_fact(p->t, n, "Dasar penugasan", paper_or_dots(p->s->team_decree, DOTS_LONG));
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        const char *names = paper_people(p, roles[i]);
        if (names || roles[i] == ROLE_FASILITATOR || roles[i] == ROLE_NOTULIS)
            tree_add_fact(p->t, n, dict_enum_label(ENUMSET_role, roles[i]),
                          paper_or_dots(names, DOTS_LONG));
    }
}

static void theme_and_time(struct laporan *x)
{
    struct paper *p = &x->p;
    laporan_section(x, "2.2 Tema");
    tree_paragraph(p->t, "%s", paper_sentence(p, p->s->theme))->first_indent = true;
    laporan_section(x, "2.3 Waktu dan Tempat");
    paper_when_and_where(p);
    laporan_section(x, "2.4 Metode");
    struct node *n = tree_add(p->t, NODE_FACTS);
    tree_add_fact(p->t, n, "Cara",
                  paper_or_dots(dict_enum_label(ENUMSET_mode, p->s->mode), DOTS_LONG));
    tree_add_fact(p->t, n, "Metode",
                  paper_or_dots(dict_enum_label(ENUMSET_method, p->s->method), DOTS_LONG));
}

static void order_of_day(struct laporan *x)
{
    static const struct column columns[] = {{"No", 0.5, ALIGN_CENTER},
                                            {"Acara", 3.4, ALIGN_LEFT},
                                            {"Rencana", 1.4, ALIGN_CENTER},
                                            {"Pelaksanaan", 1.4, ALIGN_CENTER},
                                            {"Penanggung Jawab", 2, ALIGN_LEFT}};
    struct paper *p = &x->p;
    laporan_section(x, "2.6 Susunan Acara");
    if (p->d->agenda.n == 0) {
        tree_paragraph(p->t, "Susunan acara tidak dicatat.");
        return;
    }
    struct table *tb = tree_table(p->t, columns, p->published ? 4 : 5);
    for (size_t i = 0; i < p->d->agenda.n; i++) {
        const struct agenda *g = &p->d->agenda.v[i];
        const char *cells[] = {paper_row_number(p, (int64_t)i + 1), g->title, paper_planned(p, g),
                               paper_held(p, g), g->person};
        tree_row(p->t, tb, cells);
    }
}

static void how_it_was_held(struct laporan *x)
{
    laporan_chapter(x, "BAB II PELAKSANAAN FORUM KONSULTASI PUBLIK");
    team(x);
    theme_and_time(x);
    laporan_participants(x);
    order_of_day(x);
}

struct document_tree *build_laporan(const struct dossier *d, const struct doc_options *o,
                                    struct arena *a)
{
    struct laporan x = {.p = paper_begin(d, o, a, "Laporan Pelaksanaan Forum Konsultasi Publik")};
    x.order = agreement_order_of(x.p.d, a);
    x.tally = tally_of(x.p.d);
    paper_mark_unlocked(&x.p);
    cover(&x);
    foreword(&x);
    contents(&x);
    introduction(&x);
    how_it_was_held(&x);
    laporan_results(&x);
    laporan_ending(&x);
    return x.p.t;
}
