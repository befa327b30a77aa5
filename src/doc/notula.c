/* Notula: the record of the discussion by agenda item, topic and speaker, with the provider's
 * answers and what came of each input (domain 7.2). On its long side, because the table has seven
 * columns. */
#include "config.h"

#include "doc/documents.h"
#include "doc/results.h"
#include "doc/speech.h"

#include "base/text.h"
#include "model/answered.h"
#include "model/tally.h"

struct notula {
    struct paper p;
    struct agreement_order order;
    bool *told; /* by index of the contribution: stands in somebody's answer column already */
};

static size_t index_of(const struct notula *n, const struct contribution *c)
{
    return (size_t)(c - n->p.d->contribution.v);
}

/* --- head --- */

static const char *present_words(const struct paper *p)
{
    struct coverage c = coverage_of(p->d->participant.v, p->d->participant.n);
    if (c.present == 0)
        return DOTS_LONG;
    return arena_printf(p->a, "%s orang dari %s unsur, sebagaimana daftar hadir terlampir",
                        paper_count(p, c.present), paper_count(p, c.unsur));
}

static void head(struct notula *x)
{
    struct paper *p = &x->p;
    paper_letterhead(p);
    struct node *n = tree_add(p->t, NODE_TITLE);
    tree_add_run(p->t, n, "NOTULA", true, 1.1);
    tree_add_run(p->t, n, "FORUM KONSULTASI PUBLIK", true, 0);
    n = tree_add(p->t, NODE_FACTS);
    tree_add_fact(p->t, n, "Rapat",
                  arena_printf(p->a, "Forum Konsultasi Publik %s", TXT(p->s->unit)));
    tree_add_fact(p->t, n, "Hari/Tanggal", paper_day(p));
    tree_add_fact(p->t, n, "Waktu Rapat", arena_printf(p->a, "Pukul %s", paper_hours(p)));
    tree_add_fact(p->t, n, "Tempat Rapat", paper_or_dots(p->s->place, DOTS_LONG));
    tree_add_fact(p->t, n, "Acara", paper_or_dots(p->s->theme, DOTS_LONG));
    tree_add_fact(p->t, n, "Pimpinan Diskusi",
                  paper_or_dots(paper_people(p, ROLE_FASILITATOR), DOTS_LONG));
    tree_add_fact(p->t, n, "Pencatat", paper_or_dots(paper_people(p, ROLE_NOTULIS), DOTS_LONG));
    tree_add_fact(p->t, n, "Peserta Rapat", present_words(p));
}

/* --- how the day went --- */

/* Notes of ceremony and presentation, a line each. */
static const char *ceremony_notes(const struct paper *p, const struct id *agenda)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < p->d->contribution.n; i++) {
        const struct contribution *c = &p->d->contribution.v[i];
        if (c->kind == KIND_CATATAN_ACARA && id_is_none(&c->continues) && id_eq(&c->agenda, agenda))
            buf_printf(&b, "%s%s", b.len ? "\n" : "", speech_text(p, c));
    }
    const char *out = b.len ? arena_strdup(p->a, buf_str(&b)) : "";
    buf_done(&b);
    return out;
}

/* The column of notes is left out where nobody took any. */
static bool has_notes(const struct paper *p)
{
    for (size_t i = 0; i < p->d->contribution.n; i++)
        if (p->d->contribution.v[i].kind == KIND_CATATAN_ACARA)
            return true;
    return false;
}

static void course_of_day(struct notula *x)
{
    static const struct column columns[] = {
        {"Waktu", 1.1, ALIGN_CENTER}, {"Acara", 3, ALIGN_LEFT}, {"Catatan Acara", 5, ALIGN_LEFT}};
    struct paper *p = &x->p;
    struct id none = ID_NONE;
    const char *loose = ceremony_notes(p, &none);
    tree_heading(p->t, "A. Jalannya Acara");
    if (p->d->agenda.n == 0 && !*loose) {
        tree_paragraph(p->t, "Susunan acara tidak dicatat.");
        return;
    }
    struct table *tb = tree_table(p->t, columns, has_notes(p) ? 3 : 2);
    for (size_t i = 0; i < p->d->agenda.n; i++) {
        const struct agenda *g = &p->d->agenda.v[i];
        const char *held = paper_held(p, g), *planned = paper_planned(p, g);
        if (!*held && *planned) /* not begun as far as was noted */
            held = arena_printf(p->a, "rencana %s", planned);
        const char *cells[] = {held, g->title, ceremony_notes(p, &g->id)};
        tree_row(p->t, tb, cells);
    }
    if (*loose)
        tree_row(p->t, tb, (const char *const[]){"", "Di luar susunan acara", loose});
}

/* --- the discussion --- */

static void topics(struct notula *x)
{
    struct paper *p = &x->p;
    if (p->d->issue.n == 0)
        return;
    tree_paragraph(p->t, "Topik yang dibahas (nomornya tercantum pada kolom Topik):")
        ->keep_with_next = true;
    struct node *n = tree_add(p->t, NODE_LIST);
    n->numbered = true;
    for (size_t i = 0; i < p->d->issue.n; i++)
        tree_add_item(p->t, n, TXT(p->d->issue.v[i].title));
}

/* "(5) 09.47 Bambang Suryolelono, S.H.: ..."; the second time only where it stands. */
static void add_answer(struct notula *x, struct buf *b, const struct contribution *answer)
{
    struct paper *p = &x->p;
    const char *number =
        answer->number == NONE ? "" : arena_printf(p->a, "(%lld) ", (long long)answer->number);
    buf_puts(b, b->len ? "\n" : "");
    if (x->told[index_of(x, answer)]) {
        buf_printf(b, "%s%s: lihat jawaban di atas.", number, speech_name(p, answer));
        return;
    }
    x->told[index_of(x, answer)] = true;
    const char *clock = speech_clock(p, answer);
    buf_printf(b, "%s%s%s%s: %s", number, clock, *clock ? " " : "", speech_name(p, answer),
               speech_text(p, answer));
}

static const char *answers(struct notula *x, const struct contribution *c)
{
    const struct contribution **v;
    size_t n = answered_of(x->p.d, &c->id, x->p.a, &v);
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < n; i++)
        add_answer(x, &b, v[i]);
    return buf_into(&b, x->p.a);
}

/* An answer that belongs to no question has a row of its own. */
static bool answers_something(const struct notula *x, const struct contribution *c)
{
    for (size_t i = 0; i < x->p.d->reply.n; i++)
        if (id_eq(&x->p.d->reply.v[i].answer, &c->id) &&
            dossier_contribution(x->p.d, &x->p.d->reply.v[i].question))
            return true;
    return false;
}

static bool has_row(const struct notula *x, const struct contribution *c)
{
    return speech_is_turn(c) && !(answered_is_answer(c) && answers_something(x, c));
}

static void turn_row(struct notula *x, struct table *tb, const struct contribution *c)
{
    struct paper *p = &x->p;
    bool answer = answered_is_answer(c);
    const char *said =
        answer ? "" : arena_printf(p->a, "%s: %s", speech_kind(c), speech_text(p, c));
    const char *cells[] = {
        dossier_is_input(c) ? paper_row_number(p, c->number) : "",
        speech_clock(p, c),
        speech_issues(p, c),
        speech_speaker(p, c),
        said,
        answer ? speech_text(p, c) : answers(x, c),
        speech_result(p, &x->order, c),
    };
    tree_row(p->t, tb, cells);
}

static struct table *turn_table(struct paper *p)
{
    static const struct column columns[] = {
        {"No", 0.5, ALIGN_CENTER},
        {"Waktu", 0.7, ALIGN_CENTER},
        {"Topik", 0.6, ALIGN_CENTER},
        {"Nama/Unsur", 2, ALIGN_LEFT},
        {"Masukan/Tanggapan", 3.3, ALIGN_LEFT},
        {"Jawaban/Penjelasan Penyelenggara", 3.3, ALIGN_LEFT},
        {"Hasil", 2, ALIGN_LEFT},
    };
    return tree_table(p->t, columns, sizeof columns / sizeof *columns);
}

/* One agenda item with its turns; nothing when nobody spoke in it. */
static size_t agenda_turns(struct notula *x, const struct id *agenda, const char *title)
{
    struct paper *p = &x->p;
    struct table *tb = NULL;
    size_t rows = 0;
    for (size_t i = 0; i < p->d->contribution.n; i++) {
        const struct contribution *c = &p->d->contribution.v[i];
        if (!has_row(x, c) || !id_eq(&c->agenda, agenda))
            continue;
        if (!tb) {
            tree_chapter(p->t, 1, title);
            tb = turn_table(p);
        }
        turn_row(x, tb, c);
        rows++;
    }
    return rows;
}

static void discussion(struct notula *x)
{
    struct paper *p = &x->p;
    struct id none = ID_NONE;
    size_t rows = 0;
    tree_heading(p->t, "B. Pembahasan");
    topics(x);
    for (size_t i = 0; i < p->d->agenda.n; i++)
        rows += agenda_turns(x, &p->d->agenda.v[i].id, TXT(p->d->agenda.v[i].title));
    rows += agenda_turns(x, &none, "Di luar susunan acara");
    if (rows == 0)
        tree_paragraph(p->t, "Belum ada masukan yang dicatat.");
}

/* --- results --- */

static void commitments(struct notula *x)
{
    static const struct column columns[] = {{"No", 0.5, ALIGN_CENTER},
                                            {"Kesanggupan Penyelenggara", 5, ALIGN_LEFT},
                                            {"Disampaikan oleh", 2.5, ALIGN_LEFT},
                                            {"Atas masukan nomor", 1.2, ALIGN_CENTER}};
    struct paper *p = &x->p;
    struct table *tb = NULL;
    int64_t number = 0;
    tree_heading(p->t, "C. Kesanggupan Penyelenggara");
    for (size_t i = 0; i < p->d->contribution.n; i++) {
        const struct contribution *c = &p->d->contribution.v[i];
        if (c->kind != KIND_KESANGGUPAN || !id_is_none(&c->continues))
            continue;
        if (!tb)
            tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
        const char *cells[] = {paper_row_number(p, ++number), speech_text(p, c), speech_name(p, c),
                               paper_or_dots(speech_questions(p, c), "-")};
        tree_row(p->t, tb, cells);
    }
    if (!tb)
        tree_paragraph(p->t, "Tidak ada kesanggupan yang dicatat tersendiri%s.",
                       p->d->agreement.n > 0 ? "; kesanggupan yang disepakati tercantum pada bagian D" : "");
}

static void closing(struct notula *x)
{
    struct paper *p = &x->p;
    tree_heading(p->t, "E. Penutup");
    tree_paragraph(p->t,
                   "Forum ditutup pukul %s. Notula ini disusun dari catatan yang dibuat "
                   "selama forum berlangsung.",
                   paper_time(p, p->s->end_time))
        ->keep_with_next = true;
    struct node *n = tree_add(p->t, NODE_SIGNATURES);
    paper_role_block(p, n, SIGN_MODERATOR, ROLE_FASILITATOR, NULL);
    paper_role_block(p, n, SIGN_NOTULIS, ROLE_NOTULIS, paper_place_and_date(p, p->s->date));
}

struct document_tree *build_notula(const struct dossier *d, const struct doc_options *o,
                                   struct arena *a)
{
    struct notula x = {.p = paper_begin(d, o, a, "Notula Forum Konsultasi Publik")};
    x.order = agreement_order_of(x.p.d, a);
    x.told = ARENA_ARRAY(a, bool, x.p.d->contribution.n + 1);
    paper_landscape(&x.p);
    paper_mark_unlocked(&x.p);
    head(&x);
    course_of_day(&x);
    discussion(&x);
    commitments(&x);
    tree_heading(x.p.t, "D. Keputusan");
    results_decisions(&x.p, &x.order);
    results_objections(&x.p, &x.order);
    results_parked(&x.p);
    closing(&x);
    return x.p.t;
}
