/* What a forum decided, objected to and handed on, as notula and report both tell it. */
#include "config.h"

#include "doc/results.h"

#include "base/text.h"
#include "doc/speech.h"

void results_decisions(struct paper *p, const struct agreement_order *o)
{
    static const struct column columns[] = {
        {"No", 0.5, ALIGN_CENTER},       {"Masalah", 2.4, ALIGN_LEFT},
        {"Keputusan", 3.3, ALIGN_LEFT},  {"Penanggung Jawab", 1.9, ALIGN_LEFT},
        {"Jangka Waktu", 2, ALIGN_LEFT}, {"Status", 1.5, ALIGN_LEFT},
    };
    if (o->n == 0) {
        tree_paragraph(p->t, "Belum ada kesepakatan yang dirumuskan.");
        return;
    }
    struct table *tb = tree_table(p->t, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < o->n; i++) {
        const struct agreement *g = o->v[i];
        const char *state = dict_enum_label(ENUMSET_agreement_status, g->status);
        const char *cells[] = {paper_row_number(p, (int64_t)i + 1),
                               paper_fill_gaps(p, g->problem),
                               arena_printf(p->a, "%s%s", paper_fill_gaps(p, g->recommendation),
                                            IS_SET(g->from_paper) ? " (dari kertas)" : ""),
                               paper_fill_gaps(p, g->responsible),
                               paper_limit(p, g),
                               *state ? state : "Belum diputuskan"};
        tree_row(p->t, tb, cells);
    }
}

void results_objections(struct paper *p, const struct agreement_order *order)
{
    struct node *n = NULL;
    for (size_t i = 0; i < p->d->objection.n; i++) {
        const struct objection *o = &p->d->objection.v[i];
        if (!n) {
            tree_paragraph(p->t, "Keberatan dan catatan:")->keep_with_next = true;
            n = tree_add(p->t, NODE_LIST);
            n->numbered = true;
        }
        const char *reason = IS_SET(o->reason_withheld)
                                 ? "Alasan tidak disampaikan."
                                 : arena_printf(p->a, "Alasan: %s", paper_sentence(p, o->reason));
        int64_t number = agreement_number(order, &o->agreement);
        tree_add_item(
            p->t, n,
            arena_printf(p->a, "%s, atas kesepakatan nomor %s: %s %s Jawaban penyelenggara: %s",
                         paper_or_dots(o->party, DOTS_SHORT),
                         number ? arena_printf(p->a, "%lld", (long long)number) : DOTS_SHORT,
                         paper_sentence(p, o->text), reason, paper_sentence(p, o->reply)));
    }
}

void results_parked(struct paper *p)
{
    struct node *n = NULL;
    for (size_t i = 0; i < p->d->parked.n; i++) {
        const struct parked *k = &p->d->parked.v[i];
        if (!n) {
            tree_paragraph(p->t, "Usulan yang diparkir karena di luar kewenangan atau belum dapat "
                                 "diputuskan:")
                ->keep_with_next = true;
            n = tree_add(p->t, NODE_LIST);
            n->numbered = true;
        }
        const char *who = speech_proposer(p, k);
        tree_add_item(p->t, n,
                      arena_printf(p->a, "%s Pengusul: %s. Alasan: %s Diteruskan kepada %s.%s",
                                   paper_sentence(p, k->text), paper_or_dots(who, DOTS_SHORT),
                                   paper_sentence(p, k->reason), speech_forwarded(p, k),
                                   IS_SET(k->from_paper) ? " (dari kertas)" : ""));
    }
}
