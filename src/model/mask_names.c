/* Names of people inside texts: in either order, with initials, endings and titles, glued together or with blanks
 * between their letters, in other spellings. */
#include "config.h"

#include "model/mask_parts.h"

#include <string.h>

enum { APART = 24, APART_LEAST = 3 }; /* letters of a name that stand apart */

/* How a word of the text is a word of the name. */
enum fit { FIT_NONE, FIT_INITIAL, FIT_WHOLE, FIT_TAILED, FIT_GLUED, FIT_SOUND };

static bool is_ordinary(enum name_kind k)
{
    return k == NAME_COMMON || k == NAME_OFFICE;
}

static bool is_own_word(enum name_kind k)
{
    return k == NAME_STRONG || k == NAME_RARE;
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

/* "Soetrisno"; `sound` is of the word. */
static enum fit fit_sound(const struct person *p, size_t place, const struct text_word *w, uint32_t sound)
{
    return sound && sound == p->sounds[place] && !mask_is_common(w->fold) && mask_sounds_like(p->words[place], w->fold)
               ? FIT_SOUND
               : FIT_NONE;
}

/* --- words in a row --- */

/* What may stand between two words of one name: "Wahyuni, Sri", "R.M. Soewardi", "sri.wahyuni", a line's end. */
static bool is_gap(const char *s, size_t from, size_t to)
{
    if (to - from > 3)
        return false;
    for (size_t i = from; i < to; i++)
        if (!strchr(" .,-_\r\n", s[i]) && s[i] != '\xc2' && s[i] != '\xa0')
            return false;
    return true;
}

static void count_word(struct name_run *r, enum fit fit, enum name_kind kind, bool capital)
{
    if (fit == FIT_INITIAL)
        r->initials++;
    else if (fit == FIT_SOUND)
        r->spelled++;
    else if (fit == FIT_GLUED || kind == NAME_STRONG || (capital && (kind == NAME_RARE || kind == NAME_CALLED)))
        r->strong++;
    else if (kind == NAME_RARE)
        r->rare++;
    else if (kind != NAME_TITLE)
        r->weak++;
}

static void accept(struct name_run *r, enum fit fit, size_t place, size_t last, const char *s, const struct text_word *w)
{
    r->in_order = r->in_order && place == r->last + 1;
    r->last = last;
    r->end = w->off + w->len;
    r->ends = fit == FIT_TAILED || fit == FIT_GLUED;
    count_word(r, fit, r->who->kinds[place], is_capital(s + w->off));
}

/* Ordinary words and titles only in the order of the name; others also turned round. */
static bool may_follow(const struct name_run *r, size_t place, enum fit fit, const char *s, const struct text_word *w)
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
    return fit == FIT_INITIAL ? s[w->off + w->len] == '.' : is_own_word(kind) || is_capital(s + w->off);
}

static bool take_next(struct name_run *r, const char *s, const struct text_word *w)
{
    uint32_t sound = mask_sound(w->fold);
    for (size_t i = 0; i < r->who->n; i++) {
        size_t place = (r->last + 1 + i) % r->who->n, last; /* in order first */
        enum fit fit = fit_word(r->who, place, s, w, &last);
        fit = fit == FIT_NONE ? fit_sound(r->who, place, w, sound) : fit;
        if (may_follow(r, place, fit, s, w)) {
            accept(r, fit, place, last, s, w);
            return true;
        }
    }
    return false;
}

static void begin_run(struct name_run *r, const struct person *p, size_t place, size_t last, enum fit fit, const char *s,
                      const struct text_word *w)
{
    *r = (struct name_run){.who = p, .start = w->off, .first = place, .capital = is_capital(s + w->off)};
    r->in_order = true;
    r->last = place - 1;
    accept(r, fit, place, last, s, w);
}

static void extend_run(struct name_run *r, const char *s, struct arena *a)
{
    struct text_word w;
    size_t off = r->end;
    while (!r->ends && mask_next_word(s, &off, &w, a) && is_gap(s, r->end, w.off))
        if (!take_next(r, s, &w))
            break;
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
        if (!is_own_word(p->kinds[k]) || len < n + 2)
            continue;
        if (strncmp(p->words[k], fold, n) == 0 || strcmp(p->words[k] + len - n, fold) == 0 ||
            (n > 3 && strstr(p->words[k], fold)))
            return true;
    }
    return false;
}

static bool is_short_form(const struct mask *m, const char *s, const struct text_word *w, struct arena *a)
{
    if (m->theirs_only || strlen(w->fold) < 3 || !is_capital(s + w->off) || !mask_is_addressed(s, w->off, a) ||
        mask_is_common(w->fold) || mask_is_honorific(w->fold) || is_open_word(m, w->fold))
        return false;
    for (size_t i = 0; i < m->n_people; i++)
        if (!m->people[i].open && is_part_of_name(&m->people[i], w->fold))
            return true;
    return false;
}

/* "Trisno" is not looked for where nobody is addressed, but "Sutris", with a capital that no sentence begins with, may
 * be meant. */
static bool is_beginning_of_name(const struct mask *m, const char *s, const struct text_word *w)
{
    size_t n = strlen(w->fold);
    if (m->theirs_only || n < 4 || !is_capital(s + w->off) || mask_begins_sentence(s, w->off))
        return false;
    for (size_t i = m->by_letter[(unsigned char)w->fold[0]]; i; i = m->known[i - 1].next) {
        const struct known_word *k = &m->known[i - 1];
        const struct person *p = &m->people[k->person];
        if (!p->open && is_own_word(p->kinds[k->place]) && strncmp(p->words[k->place], w->fold, n) == 0)
            return !mask_is_common(w->fold);
    }
    return false;
}

/* --- all names --- */

static void farther(size_t *end, size_t to)
{
    *end = to > *end ? to : *end;
}

/* The longest run that begins with this word of this person: may it be read, and is somebody meant? */
static void try_run(const struct mask *m, const struct known_word *k, size_t last, enum fit fit, const char *s,
                    const struct text_word *w, struct name_hit *ret, struct arena *a)
{
    struct name_run r;
    begin_run(&r, &m->people[k->person], k->place, last, fit, s, w);
    extend_run(&r, s, a);
    if (mask_may_be_read(m, &r, s, a)) {
        farther(&ret->skip, r.end);
    } else if (!r.who->open) {
        enum meant meant = mask_is_meant(m, &r, s, a);
        if (meant == MEANT)
            farther(&ret->hidden, r.end);
        else if (meant == MEANT_PERHAPS)
            farther(&ret->perhaps, r.end);
    }
}

static struct name_hit find(const struct mask *m, const char *s, const struct text_word *w, struct arena *a)
{
    struct name_hit hit = {0};
    size_t last;
    for (size_t i = m->by_letter[(unsigned char)w->fold[0]]; i; i = m->known[i - 1].next) {
        const struct known_word *k = &m->known[i - 1];
        enum fit fit = fit_word(&m->people[k->person], k->place, s, w, &last);
        if (fit != FIT_NONE && (fit != FIT_INITIAL || s[w->off + w->len] == '.'))
            try_run(m, k, last, fit, s, w, &hit, a);
    }
    uint32_t sound = mask_sound(w->fold);
    for (size_t i = sound ? m->by_sound[sound % SOUNDS] : 0; i; i = m->known[i - 1].next_sound) {
        const struct known_word *k = &m->known[i - 1];
        if (fit_sound(&m->people[k->person], k->place, w, sound) != FIT_NONE &&
            fit_word(&m->people[k->person], k->place, s, w, &last) == FIT_NONE)
            try_run(m, k, k->place, FIT_SOUND, s, w, &hit, a);
    }
    return hit;
}

/* "B u d i", "B.U.D.I": the longest row of letters that is a name. */
static struct name_hit find_apart(const struct mask *m, const char *s, const struct text_word *w, struct arena *a)
{
    struct name_hit hit = {0};
    struct text_word letters[APART];
    for (size_t n = mask_letters_apart(s, w, letters, APART, a); n >= APART_LEAST && !hit.hidden; n--) {
        struct text_word joined = mask_joined(letters, n, a);
        struct name_hit one = find(m, s, &joined, a);
        farther(&one.perhaps, hit.perhaps);
        hit = one;
    }
    return hit;
}

struct name_hit mask_name(const struct mask *m, const char *s, const struct text_word *w, struct arena *a)
{
    struct text_word whole;
    struct name_hit hit = {0};
    if (w->len == 1)
        hit = find_apart(m, s, w, a);
    else if (mask_broken_word(s, w, &whole, a))
        hit = find(m, s, &whole, a);
    if (hit.hidden == 0) {
        size_t perhaps = hit.perhaps;
        hit = find(m, s, w, a);
        farther(&hit.perhaps, perhaps);
    }
    if (hit.skip > 0 && hit.skip >= hit.hidden)
        return (struct name_hit){.skip = hit.skip};
    hit.skip = 0;
    if (hit.hidden == 0 && is_short_form(m, s, w, a))
        hit.hidden = w->off + w->len;
    if (hit.hidden == 0 && hit.perhaps == 0 && is_beginning_of_name(m, s, w))
        hit.perhaps = w->off + w->len;
    return hit;
}
