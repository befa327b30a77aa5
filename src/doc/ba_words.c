/* Berita acara: what one agreement says, as cells and as sentences. */
#include "config.h"

#include "doc/berita_acara.h"

#include <string.h>

#include "base/terbilang.h"
#include "base/text.h"

/* Puts a number into its place among `n` that are in order; returns how many they are then. */
static size_t insert(int64_t *v, size_t n, int64_t number)
{
    size_t at = n;
    while (at > 0 && v[at - 1] > number)
        at--;
    if (at > 0 && v[at - 1] == number)
        return n;
    memmove(v + at + 1, v + at, (n - at) * sizeof *v);
    v[at] = number;
    return n + 1;
}

const char *ba_sources(const struct paper *p, const struct agreement *g)
{
    int64_t *numbers = ARENA_ARRAY(p->a, int64_t, p->d->agreement_contribution.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < p->d->agreement_contribution.n; i++) {
        const struct agreement_contribution *link = &p->d->agreement_contribution.v[i];
        const struct contribution *c = id_eq(&link->agreement, &g->id)
                                           ? dossier_contribution(p->d, &link->contribution)
                                           : NULL;
        const struct contribution *start = c ? dossier_turn_start(p->d, c) : NULL;
        if (start && dossier_is_input(start))
            n = insert(numbers, n, start->number);
    }
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < n; i++)
        buf_printf(&b, "%s%lld", i ? ", " : "(masukan nomor ", (long long)numbers[i]);
    const char *words = n ? arena_printf(p->a, "\n%s)", buf_str(&b)) : "";
    buf_done(&b);
    return words;
}

const char *ba_dictum(const struct paper *p, size_t number)
{
    char words[256];
    return paper_upper(p, terbilang_ordinal((int64_t)number, words, sizeof words));
}

const char *ba_reference(const struct ba *b, size_t i)
{
    const struct paper *p = &b->p;
    const char *annexed = ba_attachment_name(b, BA_OPEN);
    if (i >= b->agreements.n_agreed)
        return arena_printf(p->a, "Butir nomor %zu%s%s", i + 1, annexed ? " dalam " : "",
                            TXT(annexed));
    if (b->variant == VARIANT_B)
        return arena_printf(p->a, "Diktum %s", ba_dictum(p, i + 1));
    return arena_printf(p->a, "Kesepakatan nomor %zu", i + 1);
}

/* "jangka pendek, paling lambat 30 November 2026": a limit inside a sentence. */
static const char *limit_words(const struct paper *p, const struct agreement *g)
{
    const char *horizon = dict_enum_label(ENUMSET_horizon, g->horizon);
    const char *value = paper_limit_value(p, g);
    if (!value)
        value = DOTS_SHORT;
    else if (g->due != NONE)
        value = arena_printf(p->a, "paling lambat %s", value);
    return *horizon ? arena_printf(p->a, "%s, %s", paper_label_inside(p, horizon), value) : value;
}

/* What somebody typed, to stand inside a sentence: without the full stop at its end. */
static const char *inside(const struct paper *p, const char *s)
{
    if (!s || !*s)
        return DOTS_LONG;
    const char *text = paper_fill_gaps(p, s);
    size_t n = strlen(text);
    while (n && strchr(" .\n", text[n - 1]))
        n--;
    return n ? arena_memdup(p->a, text, n) : text;
}

const char *ba_sentences(const struct ba *b, const struct agreement *g)
{
    const struct paper *p = &b->p;
    struct buf out = BUF_INIT;
    buf_puts(&out, g->recommendation ? paper_capital(p, paper_sentence(p, g->recommendation))
                                     : DOTS_LONG);
    if (ba_has_note(b, g))
        buf_puts(&out, " *)");
    buf_printf(&out, "\nKesepakatan ini menjawab masalah: %s.", inside(p, g->problem));
    if (IS_SET(p->s->with_responsible))
        buf_printf(&out, " Penanggung jawabnya adalah %s, dengan waktu", inside(p, g->responsible));
    else
        buf_puts(&out, " Waktu");
    buf_printf(&out, " penyelesaian %s.", limit_words(p, g));
    if (IS_SET(p->s->with_component) && g->sp_component != NONE)
        buf_printf(&out, " Komponen standar pelayanan: %s.",
                   dict_enum_label(ENUMSET_sp_component, g->sp_component));
    if (IS_SET(p->s->with_status))
        buf_printf(&out, " Keterangan: %s.", dict_enum_label(ENUMSET_agreement_status, g->status));
    if (IS_SET(p->s->with_source))
        buf_puts(&out, ba_sources(p, g));
    return buf_into(&out, p->a);
}

void ba_agreed_list(struct ba *b)
{
    struct paper *p = &b->p;
    struct node *n = tree_add(p->t, NODE_LIST);
    n->numbered = true;
    for (size_t i = 0; i < b->agreements.n_agreed; i++)
        tree_add_item(p->t, n, ba_sentences(b, b->agreements.v[i]));
}
