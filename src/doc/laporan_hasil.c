/* Report, BAB III, BAB IV and the list of attachments: what came of the forum. */
#include "config.h"

#include "doc/laporan.h"

#include <string.h>

#include "base/text.h"
#include "doc/action_plan.h"
#include "doc/results.h"
#include "doc/speech.h"
#include "model/answered.h"
#include "model/due.h"
#include "model/evidence.h"

/* --- 3.1 --- */

static void issues(struct laporan *x)
{
    static const struct column columns[] = {{"No", 0.5, ALIGN_CENTER},
                                            {"Masalah", 2.8, ALIGN_LEFT},
                                            {"Sumber", 1.8, ALIGN_LEFT},
                                            {"Unsur SKM", 1.7, ALIGN_LEFT},
                                            {"Komponen Standar Pelayanan", 1.9, ALIGN_LEFT},
                                            {"Masukan", 0.9, ALIGN_CENTER}};
    struct paper *p = &x->p;
    laporan_section(x, "3.1 Identifikasi Masalah");
    if (p->d->issue.n == 0) {
        tree_paragraph(p->t, x->tally.agreements ? "Isu tidak dicatat tersendiri; masalah "
                                                   "tercantum pada setiap kesepakatan."
                                                 : "Belum ada isu yang dicatat.");
        return;
    }
    struct table *tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < p->d->issue.n; i++) {
        const struct issue *s = &p->d->issue.v[i];
        const char *source = dict_enum_label(ENUMSET_issue_source, s->source);
        if (s->source_note && strncmp(s->source_note, source, strlen(source)) == 0)
            source = s->source_note; /* begins with it: not twice */
        else if (s->source_note)
            source = arena_printf(p->a, "%s\n(%s)", source, s->source_note);
        const char *title =
            s->description ? arena_printf(p->a, "%s\n%s", TXT(s->title), s->description) : s->title;
        const char *cells[] = {paper_row_number(p, (int64_t)i + 1),
                               title,
                               source,
                               dict_enum_label(ENUMSET_skm_element, s->skm_element),
                               dict_enum_label(ENUMSET_sp_component, s->sp_component),
                               paper_figure(p, tally_issue(p->d, &s->id))};
        tree_row(p->t, tb, cells);
    }
}

/* --- 3.2 --- */

/* Who was in the room and who brought something in: the balance of the talk. */
static void balance(struct laporan *x)
{
    static const struct column columns[] = {{"Unsur", 4, ALIGN_LEFT},
                                            {"Hadir", 1, ALIGN_CENTER},
                                            {"Masukan", 1, ALIGN_CENTER},
                                            {"Bagian masukan", 1.4, ALIGN_CENTER}};
    struct paper *p = &x->p;
    const struct tally *t = &x->tally;
    int64_t asked = t->inputs - t->answers;
    tree_paragraph(p->t, "Keseimbangan masukan antarunsur:")->keep_with_next = true;
    struct table *tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
    for (int u = 0; u <= unsur_COUNT; u++) {
        if (u == unsur_COUNT && t->asked_by_unsur[u] == 0)
            continue;
        int64_t share = asked ? (t->asked_by_unsur[u] * 200 + asked) / (2 * asked) : 0;
        const char *cells[] = {u == unsur_COUNT ? "Unsur tidak dicatat"
                                                : dict_enum_label(ENUMSET_unsur, u),
                               paper_figure(p, t->people.by_unsur[u]), paper_figure(p, t->asked_by_unsur[u]),
                               arena_printf(p->a, "%lld%%", (long long)share)};
        tree_row(p->t, tb, cells);
    }
    const char *total[] = {"Jumlah", paper_figure(p, t->people.present), paper_figure(p, asked),
                           asked ? "100%" : ""};
    tree_row(p->t, tb, total);
}

static void input_table(struct laporan *x)
{
    static const struct column columns[] = {{"No", 0.5, ALIGN_CENTER},
                                            {"Dari", 2, ALIGN_LEFT},
                                            {"Masukan/Tanggapan", 4, ALIGN_LEFT},
                                            {"Hasil", 2, ALIGN_LEFT}};
    struct paper *p = &x->p;
    struct table *tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < p->d->contribution.n; i++) {
        const struct contribution *c = &p->d->contribution.v[i];
        if (!dossier_is_input(c))
            continue;
        const char *cells[] = {paper_row_number(p, c->number), speech_speaker(p, c),
                               arena_printf(p->a, "%s: %s", speech_kind(c), speech_text(p, c)),
                               answered_is_answer(c) ? "Jawaban" : speech_result(p, &x->order, c)};
        tree_row(p->t, tb, cells);
    }
}

/* "keluhan 3, usul 3": only the kinds that there are. */
static const char *by_kind(const struct laporan *x)
{
    struct buf b = BUF_INIT;
    for (int k = 0; k < contribution_kind_COUNT; k++) {
        const struct contribution like = {.kind = k};
        if (x->tally.by_kind[k])
            buf_printf(&b, "%s%s %lld", b.len ? ", " : "",
                       paper_label_inside(&x->p, speech_kind(&like)),
                       (long long)x->tally.by_kind[k]);
    }
    return buf_into(&b, x->p.a);
}

static const char *answered(const struct laporan *x)
{
    const struct tally *t = &x->tally;
    return arena_printf(x->p.a,
                        " Dari %lld masukan yang memerlukan jawaban, %lld dijawab langsung dalam "
                        "forum dan %lld belum dijawab tersendiri; yang menjadi kesepakatan atau "
                        "diteruskan tercantum pada kolom Hasil.",
                        (long long)t->expecting, (long long)t->answered,
                        (long long)(t->expecting - t->answered));
}

static void inputs(struct laporan *x)
{
    struct paper *p = &x->p;
    const struct tally *t = &x->tally;
    laporan_section(x, "3.2 Masukan dan Tanggapan");
    if (t->inputs == 0) {
        tree_paragraph(p->t, "Belum ada masukan yang dicatat.");
        return;
    }
    tree_paragraph(p->t, "Tercatat %s butir: %s masukan dan %s tanggapan.%s",
                   paper_count(p, t->inputs), paper_count(p, t->inputs - t->answers),
                   paper_count(p, t->answers), t->expecting > 0 ? answered(x) : "")
        ->first_indent = true;
    tree_paragraph(p->t, "Menurut jenisnya: %s.", by_kind(x))->first_indent = true;
    if (t->from_paper > 0)
        tree_paragraph(p->t, "%s butir disalin dari catatan kertas.",
                       paper_count(p, t->from_paper));
    balance(x);
    tree_paragraph(p->t, "Butir masukan dan tanggapan:")->keep_with_next = true;
    input_table(x);
}

/* --- 3.3 to 3.5 --- */

/* "5 mufakat, 1 mufakat dengan catatan" */
static const char *by_status(const struct laporan *x)
{
    static const char *const words[agreement_status_COUNT + 1] = {
        [STATUS_MUFAKAT] = "mufakat",
        [STATUS_DENGAN_CATATAN] = "mufakat dengan catatan",
        [STATUS_TIDAK_MUFAKAT] = "tidak mufakat",
        [STATUS_DITUNDA] = "ditunda",
        [STATUS_TIDAK_DIAKOMODASI] = "tidak dapat diakomodasi",
        [agreement_status_COUNT] = "belum diputuskan",
    };
    struct buf b = BUF_INIT;
    for (int k = 0; k <= agreement_status_COUNT; k++)
        if (x->tally.by_status[k])
            buf_printf(&b, "%s%lld %s", b.len ? ", " : "", (long long)x->tally.by_status[k],
                       words[k]);
    return buf_into(&b, x->p.a);
}

static void agreements(struct laporan *x)
{
    laporan_section(x, "3.3 Kesepakatan");
    if (x->tally.agreements > 0)
        tree_paragraph(x->p.t, "Dirumuskan %s butir: %s.", paper_count(&x->p, x->tally.agreements),
                       by_status(x))
            ->keep_with_next = true;
    results_decisions(&x->p, &x->order);
}

/* What was not agreed, with its reason: the reason is what people ask for. */
static void not_agreed(struct laporan *x)
{
    struct paper *p = &x->p;
    struct node *n = NULL;
    for (size_t i = x->order.n_agreed; i < x->order.n; i++) {
        const struct agreement *g = x->order.v[i];
        const char *state = dict_enum_label(ENUMSET_agreement_status, g->status);
        if (!n) {
            tree_paragraph(p->t, "Usulan yang belum atau tidak disepakati:")->keep_with_next = true;
            n = tree_add(p->t, NODE_LIST);
        }
        tree_add_item(p->t, n,
                      arena_printf(p->a, "Butir nomor %zu, %s: %s Alasan: %s", i + 1,
                                   *state ? state : "Belum diputuskan",
                                   paper_sentence(p, g->recommendation),
                                   paper_sentence(p, g->status_reason)));
    }
}

static void notes(struct laporan *x)
{
    struct paper *p = &x->p;
    laporan_section(x, "3.4 Catatan dan Usulan yang Belum Diakomodasi");
    if (x->tally.objections == 0 && x->tally.parked == 0 && x->order.n == x->order.n_agreed) {
        tree_paragraph(p->t, "Tidak ada keberatan dan tidak ada usulan yang belum diakomodasi.");
        return;
    }
    results_objections(p, &x->order);
    not_agreed(x);
    results_parked(p);
}

void laporan_results(struct laporan *x)
{
    laporan_chapter(x, "BAB III HASIL FORUM KONSULTASI PUBLIK");
    issues(x);
    inputs(x);
    agreements(x);
    notes(x);
    laporan_section(x, "3.5 Rencana Tindak Lanjut");
    if (x->order.n_agreed == 0) {
        tree_paragraph(x->p.t, "Belum ada kesepakatan yang dapat ditindaklanjuti.");
        return;
    }
    action_plan_short_table(&x->p, &x->order);
    action_plan_summary(&x->p);
}

/* --- BAB IV --- */

/* "; 1 (satu) keberatan dicatat dan 2 (dua) usulan diteruskan ...": what there was none of is not told. */
static const char *what_stays_open(const struct laporan *x)
{
    const struct paper *p = &x->p;
    const struct tally *t = &x->tally;
    const char *objected =
        t->objections ? arena_printf(p->a, "%s keberatan dicatat", paper_count(p, t->objections)) : "";
    const char *parked = t->parked
                             ? arena_printf(p->a, "%s usulan diteruskan kepada pihak yang berwenang",
                                            paper_count(p, t->parked))
                             : "";
    return arena_printf(p->a, "%s%s%s%s", *objected || *parked ? "; " : "", objected,
                        *objected && *parked ? " dan " : "", parked);
}

/* Nothing is told as a number when there is nothing to count. */
static const char *what_came_of_it(const struct laporan *x)
{
    const struct paper *p = &x->p;
    const struct tally *t = &x->tally;
    int64_t asked = t->inputs - t->answers;
    if (t->inputs == 0 && t->agreements == 0)
        return "Masukan dan kesepakatan belum dicatat";
    const char *from = asked ? arena_printf(p->a, "Dari %s masukan", paper_count(p, asked)) : "Forum";
    const char *verb = asked ? "dihasilkan" : "menghasilkan";
    const char *agreed =
        t->agreed ? arena_printf(p->a, "%s %s", verb, paper_count(p, t->agreed))
                  : arena_printf(p->a, "belum %s", verb);
    const char *states = t->agreements ? arena_printf(p->a, " (%s)", by_status(x)) : "";
    return arena_printf(p->a, "%s %s kesepakatan%s%s", from, agreed, states, what_stays_open(x));
}

static void conclusion(struct laporan *x)
{
    struct paper *p = &x->p;
    laporan_section(x, "4.1 Kesimpulan");
    if (laporan_typed(x, p->s->conclusion))
        return;
    tree_paragraph(p->t, "Forum Konsultasi Publik dihadiri %s. %s.", laporan_attended(x),
                   what_came_of_it(x))
        ->first_indent = true;
}

static int64_t nearest_limit(const struct laporan *x)
{
    int64_t day = NONE;
    for (size_t i = 0; i < x->order.n_agreed; i++) {
        int64_t due = due_effective(x->p.d, x->order.v[i]);
        if (due != NONE && (day == NONE || due < day))
            day = due;
    }
    return day;
}

/* Only what follows from the data: what is open is to be closed. */
static void suggestion(struct laporan *x)
{
    struct paper *p = &x->p;
    laporan_section(x, "4.2 Saran");
    if (laporan_typed(x, p->s->suggestion))
        return;
    struct outcome_counts open = outcome_counts_of(p->d, &x->order, p->a);
    enum unsur_value missing[COVERAGE_MAX];
    struct node *n = tree_add(p->t, NODE_LIST);
    n->numbered = true;
    if (x->order.n_agreed > 0)
        tree_add_item(p->t, n,
                      arena_printf(p->a,
                                   "Kesepakatan dilaksanakan sesuai jangka waktunya; yang "
                                   "terdekat %s.",
                                   paper_date(p, nearest_limit(x))));
    if (open.by_kind[OUTCOME_UNANSWERED] > 0)
        tree_add_item(p->t, n,
                      arena_printf(p->a, "Sebanyak %s masukan yang belum dijawab diberi jawaban.",
                                   paper_count(p, open.by_kind[OUTCOME_UNANSWERED])));
    if (x->tally.parked > 0)
        tree_add_item(p->t, n,
                      "Jawaban atas usulan yang diteruskan disampaikan kepada pengusul "
                      "pada tanggal yang dijanjikan.");
    if (x->tally.people.present > 0 && coverage_missing(&x->tally.people, missing) > 0)
        tree_add_item(p->t, n, "Unsur masyarakat yang belum hadir diundang pada forum berikutnya.");
    tree_add_item(p->t, n,
                  "Kemajuan tindak lanjut disampaikan pada Forum Konsultasi Publik "
                  "berikutnya.");
}

static void attachments(struct laporan *x)
{
    static const struct column columns[] = {
        {"No", 0.5, ALIGN_CENTER}, {"Lampiran", 4, ALIGN_LEFT}, {"Keadaan", 3, ALIGN_LEFT}};
    struct paper *p = &x->p;
    struct evidence v[EVIDENCE_COUNT];
    evidence_list(p->d, v);
    laporan_chapter(x, "LAMPIRAN");
    struct table *tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
    int64_t number = 0;
    for (int i = 0; i < EVIDENCE_COUNT; i++) {
        if (v[i].kind == DOC_LAPORAN) /* is this one */
            continue;
        const char *cells[] = {paper_row_number(p, ++number), v[i].label, paper_evidence(p, &v[i])};
        tree_row(p->t, tb, cells);
    }
}

void laporan_ending(struct laporan *x)
{
    laporan_chapter(x, "BAB IV PENUTUP");
    conclusion(x);
    suggestion(x);
    paper_head_signs(&x->p, NONE);
    attachments(x);
}
