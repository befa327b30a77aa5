/* Jawaban atas masukan: what each input led to, in plain words, grouped by topic. What has no
 * answer is said as openly as what has one. */
#include "config.h"

#include "doc/documents.h"
#include "doc/speech.h"

#include "base/text.h"
#include "model/answered.h"
#include "model/due.h"
#include "model/tally.h"

struct answers {
    struct paper p;
    struct agreement_order order;
    const struct issue **topic; /* by index of the contribution: under which it is told */
    /* What many inputs led to is told in full once: the number of the input where it stands, by
     * number of the agreement and by index of the answer; 0 while it is not told. */
    int64_t *told_agreement, *told_answer;
};

/* --- opening --- */

/* "Dari 12 masukan, 10 menjadi bagian dari kesepakatan, ...": only what there is. */
static void summary(struct answers *x)
{
    static const char *const words[OUTCOME_COUNT] = {
        [OUTCOME_AGREED] = "menjadi bagian dari kesepakatan",
        [OUTCOME_OPEN] = "dibahas tetapi belum disepakati",
        [OUTCOME_PARKED] = "diteruskan kepada pihak yang berwenang",
        [OUTCOME_ANSWERED] = "dijawab langsung dalam forum",
        [OUTCOME_UNANSWERED] = "belum dijawab",
        [OUTCOME_NOTED] = "dicatat tanpa memerlukan jawaban",
    };
    struct paper *p = &x->p;
    struct outcome_counts n = outcome_counts_of(p->d, &x->order, p->a);
    if (n.inputs == 0) {
        tree_paragraph(p->t, "Belum ada masukan yang dicatat.");
        return;
    }
    struct buf b = BUF_INIT;
    for (int k = 0; k < OUTCOME_COUNT; k++)
        if (n.by_kind[k] > 0)
            buf_printf(&b, "%s%s %s", b.len ? "; " : "", paper_count(p, n.by_kind[k]), words[k]);
    tree_paragraph(p->t, "Dari %s masukan: %s.", paper_count(p, n.inputs), buf_str(&b))
        ->first_indent = true;
    buf_done(&b);
}

static void opening(struct answers *x)
{
    struct paper *p = &x->p;
    paper_letterhead(p);
    paper_title(p, "JAWABAN ATAS MASUKAN");
    tree_paragraph(p->t,
                   "Terima kasih atas masukan yang disampaikan pada Forum Konsultasi Publik hari "
                   "%s di %s. Lembar ini menyampaikan apa yang terjadi dengan setiap masukan.",
                   paper_day(p), paper_or_dots(p->s->place, DOTS_LONG))
        ->first_indent = true;
    summary(x);
}

/* --- one answer --- */

static void new_part(struct buf *b)
{
    buf_puts(b, b->len ? "\n" : "");
}

/* The words of an agreement, or the input beside which they stand; whose task it is and until when
 * is told every time. */
static void add_agreed(struct answers *x, struct buf *b, const struct agreement *g, int64_t input)
{
    struct paper *p = &x->p;
    int64_t due = due_effective(p->d, g), number = agreement_number(&x->order, &g->id);
    int64_t *told = &x->told_agreement[number];
    const char *words =
        *told ? arena_printf(p->a, "isinya pada masukan nomor %lld.", (long long)*told)
              : paper_sentence(p, g->recommendation);
    *told = *told ? *told : input;
    buf_printf(
        b, "Disepakati%s (kesepakatan nomor %lld): %s Penanggung jawab: %s, paling lambat %s.",
        g->status == STATUS_DENGAN_CATATAN ? " dengan catatan" : "", (long long)number, words,
        paper_fill_gaps(p, g->responsible), due == NONE ? DOTS_SHORT : paper_date(p, due));
    if (g->progress == PROGRESS_PROSES)
        buf_puts(b, " Sedang dikerjakan.");
    else if (g->progress == PROGRESS_SELESAI)
        buf_puts(b, " Sudah selesai.");
    else if (g->progress == PROGRESS_TIDAK_DAPAT)
        buf_printf(b, " Ternyata tidak dapat dilaksanakan: %s",
                   paper_sentence(p, g->progress_note));
}

static void add_open(struct answers *x, struct buf *b, const struct agreement *g)
{
    struct paper *p = &x->p;
    static const char *const states[agreement_status_COUNT] = {
        [STATUS_TIDAK_MUFAKAT] = "Dibahas, tetapi forum tidak mencapai mufakat",
        [STATUS_DITUNDA] = "Dibahas dan ditunda",
        [STATUS_TIDAK_DIAKOMODASI] = "Belum dapat kami akomodasi",
    };
    const char *state = g->status == NONE ? NULL : states[g->status];
    buf_printf(b, "%s (butir nomor %lld).", state ? state : "Dibahas dan belum diputuskan",
               (long long)agreement_number(&x->order, &g->id));
    if (state)
        buf_printf(b, " Alasan: %s", paper_sentence(p, g->status_reason));
}

static void add_parked(struct answers *x, struct buf *b, const struct parked *k)
{
    struct paper *p = &x->p;
    buf_printf(b, "Belum dapat diputuskan dalam forum. Alasan: %s Diteruskan kepada %s.",
               paper_sentence(p, k->reason), paper_or_dots(k->forwarded_to, DOTS_SHORT));
    if (k->answer_by == NONE)
        buf_puts(b, " Tanggal jawaban belum dijanjikan.");
    else
        buf_printf(b, " Jawaban dijanjikan paling lambat %s.", paper_date(p, k->answer_by));
}

static void add_answer(struct answers *x, struct buf *b, const struct contribution *answer,
                       int64_t input)
{
    struct paper *p = &x->p;
    int64_t *told = &x->told_answer[answer - p->d->contribution.v];
    buf_printf(b, "Penjelasan %s: ", speech_name(p, answer));
    if (*told)
        buf_printf(b, "lihat tanggapan atas masukan nomor %lld.", (long long)*told);
    else
        buf_puts(b, paper_sentence(p, speech_text(p, answer)));
    *told = *told ? *told : input;
}

static const char *answer_text(struct answers *x, const struct contribution *c)
{
    struct paper *p = &x->p;
    struct outcome r = outcome_of(p->d, &x->order, &c->id, p->a);
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < r.n_answers; i++) {
        new_part(&b);
        add_answer(x, &b, r.answers[i], c->number);
    }
    for (size_t i = 0; i < r.n_agreements; i++) {
        new_part(&b);
        if (tally_is_agreed(r.agreements[i]))
            add_agreed(x, &b, r.agreements[i], c->number);
        else
            add_open(x, &b, r.agreements[i]);
    }
    for (size_t i = 0; i < r.n_parked; i++) {
        new_part(&b);
        add_parked(x, &b, r.parked[i]);
    }
    if (b.len == 0)
        buf_puts(&b, outcome_kind_of(&r, c) == OUTCOME_UNANSWERED
                         ? "Belum ada jawaban sampai lembar ini dibuat. Masukan ini tetap tercatat "
                           "sebagai hal yang harus dijawab."
                     : c->kind == KIND_APRESIASI ? "Terima kasih. Apresiasi ini kami catat."
                                                 : "Kami catat.");
    return buf_into(&b, p->a);
}

/* --- topics --- */

/* Inputs have a row of their own; answers stand beside what they answer. */
static bool has_row(const struct contribution *c)
{
    return dossier_is_input(c) && !answered_is_answer(c);
}

static bool belongs(const struct answers *x, const struct contribution *c, const struct issue *issue)
{
    return has_row(c) && x->topic[c - x->p.d->contribution.v] == issue;
}

static struct table *answer_table(struct paper *p)
{
    static const struct column columns[] = {{"No", 0.5, ALIGN_CENTER},
                                            {"Masukan", 2.8, ALIGN_LEFT},
                                            {"Dari", 2, ALIGN_LEFT},
                                            {"Tanggapan Penyelenggara", 4, ALIGN_LEFT}};
    return tree_table(p->t, columns, sizeof columns / sizeof *columns);
}

static void topic(struct answers *x, const struct issue *issue, const char *title)
{
    struct paper *p = &x->p;
    struct table *tb = NULL;
    for (size_t i = 0; i < p->d->contribution.n; i++) {
        const struct contribution *c = &p->d->contribution.v[i];
        if (!belongs(x, c, issue))
            continue;
        if (!tb) {
            tree_heading(p->t, title);
            tb = answer_table(p);
        }
        const char *cells[] = {paper_row_number(p, c->number), speech_text(p, c),
                               speech_speaker(p, c), answer_text(x, c)};
        tree_row(p->t, tb, cells);
    }
}

/* What was handed in on a card goes to the parking place without having been said; what was parked
 * from an answer or a note of ceremony has no row to stand in either. */
static void cards(struct answers *x)
{
    struct paper *p = &x->p;
    struct table *tb = NULL;
    int64_t number = 0;
    for (size_t i = 0; i < p->d->parked.n; i++) {
        const struct parked *k = &p->d->parked.v[i];
        const struct contribution *from = dossier_contribution(p->d, &k->contribution);
        if (from && has_row(dossier_turn_start(p->d, from)))
            continue;
        if (!tb) {
            tree_heading(p->t, "Usulan yang dicatat tersendiri");
            tb = answer_table(p);
        }
        struct buf b = BUF_INIT;
        add_parked(x, &b, k);
        const char *cells[] = {paper_row_number(p, ++number), paper_fill_gaps(p, k->text),
                               paper_or_dots(speech_proposer(p, k), "-"), buf_str(&b)};
        tree_row(p->t, tb, cells);
        buf_done(&b);
    }
}

static void closing(struct answers *x)
{
    struct paper *p = &x->p;
    struct node *n = tree_paragraph(
        p->t,
        "%s dapat ditanyakan kepada kami melalui alamat pada kop surat ini.",
        x->order.n > 0 ? "Nomor kesepakatan sama dengan nomor dalam berita acara. Kemajuan tindak "
                         "lanjutnya"
                       : "Kemajuan tindak lanjut");
    n->first_indent = n->keep_with_next = true;
    paper_head_signs(p, NONE);
}

struct document_tree *build_jawaban_masukan(const struct dossier *d, const struct doc_options *o,
                                            struct arena *a)
{
    struct answers x = {.p = paper_begin(d, o, a, "Jawaban atas Masukan")};
    struct paper *p = &x.p;
    x.order = agreement_order_of(p->d, a);
    x.told_agreement = ARENA_ARRAY(a, int64_t, x.order.n + 1);
    x.told_answer = ARENA_ARRAY(a, int64_t, p->d->contribution.n + 1);
    x.topic = ARENA_ARRAY(a, const struct issue *, p->d->contribution.n + 1);
    for (size_t i = 0; i < p->d->contribution.n; i++)
        x.topic[i] = speech_issue(p, &p->d->contribution.v[i]);
    paper_mark_unlocked(p);
    opening(&x);
    for (size_t i = 0; i < p->d->issue.n; i++)
        topic(&x, &p->d->issue.v[i],
              arena_printf(a, "%zu. %s", i + 1, TXT(p->d->issue.v[i].title)));
    topic(&x, NULL, p->d->issue.n ? "Masukan lain" : "Masukan");
    cards(&x);
    closing(&x);
    return p->t;
}
