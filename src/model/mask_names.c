/* Names of people inside texts: in either order, with initials, endings and titles, glued together, and the
 * ordinary words among them only where somebody is meant. */
#include "config.h"

#include "model/mask_parts.h"

#include <string.h>

/* How a word of the text is a word of the name. */
enum fit { FIT_NONE, FIT_INITIAL, FIT_WHOLE, FIT_TAILED, FIT_GLUED };

/* Words of one person that stand one after the other in a text. */
struct run {
    const struct person *who;
    size_t start, end;  /* bytes */
    size_t first, last; /* places in the name */
    int strong, weak, initials;
    bool in_order, capital, ends;
};

static bool is_ordinary(enum name_kind k)
{
    return k == NAME_COMMON || k == NAME_OFFICE;
}

/* --- one word --- */

static bool is_capital(const char *s)
{
    unsigned char c = (unsigned char)*s;
    return (c >= 'A' && c <= 'Z') || c >= 0x80;
}

static bool is_number(const char *s)
{
    return s[strspn(s, "0123456789")] == '\0';
}

/* Names are also written with a small word at their end: Sutrisnonya, Sutrisno-lah; or with a number, as
 * names of accounts. */
static bool is_tail(const char *rest)
{
    static const char *const tails[] = {"nya", "lah", "kah", "pun", "ku", "mu", "s", NULL};
    for (size_t i = 0; tails[i]; i++)
        if (strcmp(rest, tails[i]) == 0)
            return true;
    return is_number(rest);
}

/* "sriwahyuni77": all of the word is words of the name. */
static bool is_glued(const struct person *p, size_t place, const char *rest, size_t *ret_last)
{
    size_t k = place + 1, n = 0;
    while (k < p->n && (n = strlen(p->words[k])) > 0 && strncmp(rest, p->words[k], n) == 0) {
        rest += n;
        k++;
    }
    *ret_last = k - 1;
    return k > place + 1 && is_number(rest);
}

static enum fit fit_word(const struct person *p, size_t place, const char *s, const struct text_word *w,
                         size_t *ret_last)
{
    const char *name = p->words[place], *text = w->fold;
    *ret_last = place;
    if (text[0] != name[0] || (text[1] != name[1] && w->len > 1)) /* nearly all of them */
        return FIT_NONE;
    size_t n = strlen(name);
    if (strcmp(text, name) == 0)
        return FIT_WHOLE;
    if (w->len == 1 && text[0] == name[0] && is_capital(s + w->off) && p->kinds[place] != NAME_TITLE)
        return FIT_INITIAL;
    if (n < 2 || strncmp(text, name, n) != 0)
        return FIT_NONE;
    if (is_glued(p, place, text + n, ret_last) && strlen(text) >= 6)
        return FIT_GLUED;
    return is_tail(text + n) && p->kinds[place] != NAME_TITLE ? FIT_TAILED : FIT_NONE;
}

/* --- words in a row --- */

/* What may stand between two words of one name: "Wahyuni, Sri", "R.M. Soewardi", "sri.wahyuni". */
static bool is_gap(const char *s, size_t from, size_t to)
{
    if (to - from > 3)
        return false;
    for (size_t i = from; i < to; i++)
        if (!strchr(" .,-_", s[i]) && s[i] != '\xc2' && s[i] != '\xa0')
            return false;
    return true;
}

static void count_word(struct run *r, enum fit fit, enum name_kind kind, bool capital)
{
    if (fit == FIT_INITIAL)
        r->initials++;
    else if (fit == FIT_GLUED || kind == NAME_STRONG || (kind == NAME_CALLED && capital))
        r->strong++;
    else if (kind != NAME_TITLE)
        r->weak++;
}

static void accept(struct run *r, enum fit fit, size_t place, size_t last, const char *s, const struct text_word *w)
{
    r->in_order = r->in_order && place == r->last + 1;
    r->last = last;
    r->end = w->off + w->len;
    r->ends = fit == FIT_TAILED || fit == FIT_GLUED;
    count_word(r, fit, r->who->kinds[place], is_capital(s + w->off));
}

/* Ordinary words and titles only in the order of the name; others also turned round. */
static bool may_follow(const struct run *r, size_t place, enum fit fit, const char *s, const struct text_word *w)
{
    enum name_kind before = r->who->kinds[r->last], kind = r->who->kinds[place];
    if (fit == FIT_NONE)
        return false;
    if (place == r->last + 1)
        return true;
    if (is_ordinary(before) || is_ordinary(kind) || kind == NAME_TITLE || place == r->last)
        return false;
    if (before == NAME_SHORT && !r->capital)
        return false;
    return fit == FIT_INITIAL ? s[w->off + w->len] == '.' : kind == NAME_STRONG || is_capital(s + w->off);
}

static bool take_next(struct run *r, const char *s, const struct text_word *w)
{
    for (size_t i = 0; i < r->who->n; i++) {
        size_t place = (r->last + 1 + i) % r->who->n, last; /* in order first */
        enum fit fit = fit_word(r->who, place, s, w, &last);
        if (may_follow(r, place, fit, s, w)) {
            accept(r, fit, place, last, s, w);
            return true;
        }
    }
    return false;
}

static bool begin_run(struct run *r, const struct person *p, size_t place, const char *s,
                      const struct text_word *w)
{
    size_t last;
    enum fit fit = fit_word(p, place, s, w, &last);
    if (fit == FIT_NONE || (fit == FIT_INITIAL && s[w->off + w->len] != '.'))
        return false;
    *r = (struct run){.who = p, .start = w->off, .first = place, .capital = is_capital(s + w->off)};
    r->in_order = true;
    r->last = place - 1;
    accept(r, fit, place, last, s, w);
    return true;
}

static void extend_run(struct run *r, const char *s, struct arena *a)
{
    struct text_word w;
    size_t off = r->end;
    while (!r->ends && mask_next_word(s, &off, &w, a) && is_gap(s, r->end, w.off))
        if (!take_next(r, s, &w))
            break;
}

/* --- is somebody meant? --- */

static bool is_whole_name(const struct run *r)
{
    const struct person *p = r->who;
    return p->n_core > 1 && r->in_order && r->first <= p->core && r->last + 1 >= p->core + p->n_core &&
           r->initials == 0;
}

static bool is_addressed(const struct run *r, const char *s, struct arena *a)
{
    struct text_word w;
    return mask_word_before(s, r->start, &w, a) && mask_is_honorific(w.fold);
}

/* "menurut Bunga", "Bunga mengusulkan". */
static bool is_speaking(const struct run *r, const char *s, struct arena *a)
{
    struct text_word w;
    size_t off = r->end;
    if (!r->capital || r->who->kinds[r->first] == NAME_OFFICE)
        return false;
    if (mask_word_before(s, r->start, &w, a) && mask_leads_to_speaker(w.fold))
        return true;
    return s[off] == ' ' && mask_next_word(s, &off, &w, a) && w.off == r->end + 1 && mask_is_said_of_speaker(w.fold);
}

/* "Jalan Ahmad Yani", but not "Kepala Desa Sutrisno". */
static bool is_place(const struct run *r, const char *s, struct arena *a)
{
    struct text_word w, office;
    if (!mask_word_before(s, r->start, &w, a) || !mask_is_place(w.fold))
        return false;
    return !mask_word_before(s, w.off, &office, a) || !mask_is_office(office.fold);
}

static bool is_idiom(const struct run *r, const char *s, struct arena *a)
{
    struct text_word before = {.fold = ""}, after = {.fold = ""};
    size_t off = r->end;
    if (r->first != r->last)
        return false;
    bool any = mask_word_before(s, r->start, &before, a);
    any = mask_next_word(s, &off, &after, a) || any;
    return any && mask_is_idiom(r->who->words[r->first], before.fold, after.fold);
}

/* Weak words need somebody who is spoken of; an initial beside them will do, but "B. Harapan" may be a
 * heading when nothing stands before it. */
static bool is_meant(const struct mask *m, const struct run *r, const char *s, struct arena *a)
{
    struct text_word w;
    if (r->strong > 0 || is_whole_name(r))
        return m->theirs_only || !is_idiom(r, s, a);
    if (r->weak == 0)
        return false;
    if (is_addressed(r, s, a) || is_speaking(r, s, a))
        return true;
    return r->initials > 0 && r->capital &&
           (!is_ordinary(r->who->kinds[r->last]) || mask_word_before(s, r->start, &w, a));
}

/* --- short forms --- */

static bool is_open_word(const struct mask *m, const char *fold)
{
    for (size_t i = m->by_letter[(unsigned char)fold[0]]; i; i = m->known[i - 1].next) {
        const struct known_word *k = &m->known[i - 1];
        if (m->people[k->person].open && strcmp(m->people[k->person].words[k->place], fold) == 0)
            return true;
    }
    return false;
}

/* "Pak Trisno" and "Pak Tris" are Sutrisno, "Bu Ngat" is Ngatiyem. */
static bool is_part_of_name(const struct person *p, const char *fold)
{
    size_t n = strlen(fold);
    for (size_t k = p->core; k < p->core + p->n_core; k++) {
        size_t len = strlen(p->words[k]);
        if (p->kinds[k] != NAME_STRONG || len < n + 2)
            continue;
        if (strncmp(p->words[k], fold, n) == 0 || strcmp(p->words[k] + len - n, fold) == 0 ||
            (n > 3 && strstr(p->words[k], fold)))
            return true;
    }
    return false;
}

static bool is_short_form(const struct mask *m, const char *s, const struct text_word *w, struct arena *a)
{
    const struct run here = {.start = w->off};
    if (m->theirs_only || strlen(w->fold) < 3 || !is_capital(s + w->off) || !is_addressed(&here, s, a) ||
        mask_is_common(w->fold) || mask_is_honorific(w->fold) || is_open_word(m, w->fold))
        return false;
    for (size_t i = 0; i < m->n_people; i++)
        if (!m->people[i].open && is_part_of_name(&m->people[i], w->fold))
            return true;
    return false;
}

/* --- all names --- */

size_t mask_name_end(const struct mask *m, const char *s, const struct text_word *w, size_t *ret_skip,
                     struct arena *a)
{
    size_t hidden = 0, open = 0;
    *ret_skip = 0;
    for (size_t i = m->by_letter[(unsigned char)w->fold[0]]; i; i = m->known[i - 1].next) {
        const struct known_word *k = &m->known[i - 1];
        struct run r;
        if (!begin_run(&r, &m->people[k->person], k->place, s, w))
            continue;
        extend_run(&r, s, a);
        bool shown = r.who->open ? is_whole_name(&r) : !m->theirs_only && is_place(&r, s, a);
        if (shown && r.end > open)
            open = r.end;
        else if (!r.who->open && r.end > hidden && is_meant(m, &r, s, a))
            hidden = r.end;
    }
    if (open > 0 && open >= hidden) {
        *ret_skip = open;
        return 0;
    }
    if (hidden == 0 && is_short_form(m, s, w, a))
        hidden = w->off + w->len;
    return hidden;
}
