/* The sheet of the action plan (domain 7.5): one row for each thing agreed. */
#include "config.h"

#include "doc/book_parts.h"

#include "base/text.h"
#include "model/due.h"
#include "model/outcome.h"
#include "model/tally.h"

enum {
    COL_NO,
    COL_PROBLEM,
    COL_RECOMMENDATION,
    COL_PLAN,
    COL_RESPONSIBLE,
    COL_START,
    COL_DUE,
    COL_LIMIT,
    COL_INDICATOR,
    COL_PROGRESS,
    COL_PERCENT,
    COL_PROOF,
    COL_NOTE,
    COL_COUNT
};

static const struct book_choice choices[COL_COUNT] = {
    [COL_NO] = {{"No", 4}, false},
    [COL_PROBLEM] = {{"Masalah", 20}, false},
    [COL_RECOMMENDATION] = {{"Rekomendasi/Kesepakatan", 26}, false},
    [COL_PLAN] = {{"Rencana Aksi", 18}, false},
    [COL_RESPONSIBLE] = {{"Penanggung Jawab", 18}, false},
    [COL_START] = {{"Mulai", 12}, false},
    [COL_DUE] = {{"Batas Waktu", 12}, false},
    [COL_LIMIT] = {{"Jangka Waktu", 14}, false},
    [COL_INDICATOR] = {{"Indikator/Bukti", 14}, false},
    [COL_PROGRESS] = {{"Status", 10}, false},
    [COL_PERCENT] = {{"Persen", 8}, false},
    [COL_PROOF] = {{"Bukti Tindak Lanjut", 12}, false},
    [COL_NOTE] = {{"Keterangan", 16}, false},
};

static void add_line(struct buf *b, const char *line)
{
    if (line && *line)
        buf_printf(b, "%s%s", b->len ? "\n" : "", line);
}

/* The note of the follow-up, and every move of the deadline: a new date without its story would hide
 * what the paper says. */
static const char *remarks(const struct book_maker *m, const struct agreement *g)
{
    const struct dossier *d = m->p.d;
    struct buf b = BUF_INIT;
    if (g->status == STATUS_DENGAN_CATATAN)
        add_line(&b, "Disepakati dengan catatan");
    for (size_t i = 0; i < d->deadline_move.n; i++) {
        const struct deadline_move *x = &d->deadline_move.v[i];
        if (id_eq(&x->agreement, &g->id))
            add_line(&b, arena_printf(m->p.a, "Batas waktu dipindah dari %s ke %s: %s",
                                      paper_date(&m->p, x->old_due), paper_date(&m->p, x->new_due),
                                      TXT(x->reason)));
    }
    add_line(&b, g->progress_note);
    return buf_into(&b, m->p.a);
}

static void agreement_row(struct book_maker *m, const struct agreement *g, int64_t number)
{
    struct book *b = m->b;
    int64_t progress = g->progress == NONE ? PROGRESS_BELUM : g->progress;
    const struct cell all[COL_COUNT] = {
        [COL_NO] = book_integer(number),
        [COL_PROBLEM] = book_words(m, g->problem),
        [COL_RECOMMENDATION] = book_words(m, g->recommendation),
        [COL_PLAN] = book_words(m, g->action_plan),
        [COL_RESPONSIBLE] = book_words(m, g->responsible),
        [COL_START] = book_date(g->action_start),
        [COL_DUE] = book_date(due_effective(m->p.d, g)),
        [COL_LIMIT] = book_text(b, due_words(g, m->p.a)),
        [COL_INDICATOR] = book_words(m, g->indicator),
        [COL_PROGRESS] = book_text(b, dict_enum_label(ENUMSET_progress, progress)),
        [COL_PERCENT] = book_integer(g->percent),
        [COL_PROOF] = book_text(b, g->proof),
        [COL_NOTE] = book_text(b, remarks(m, g)),
    };
    book_add(m, all);
}

struct book *build_rencana_aksi(const struct dossier *d, const struct doc_options *o,
                                struct arena *a)
{
    struct book_maker m =
        book_begin(d, o, a, "Rencana Aksi", "Rencana Aksi Tindak Lanjut", choices, COL_COUNT);
    struct agreement_order order = agreement_order_of(m.p.d, a);
    for (size_t i = 0; i < order.n_agreed; i++)
        agreement_row(&m, order.v[i], (int64_t)i + 1);

    struct tally t = tally_of(m.p.d);
    long long share = (long long)tally_realised(&t);
    book_note(m.b, m.sheet,
              arena_printf(a, "Realisasi: %lld dari %lld (%lld,%02lld%%).",
                           (long long)t.by_progress[PROGRESS_SELESAI], (long long)t.agreed,
                           share / 100, share % 100));
    return m.b;
}
