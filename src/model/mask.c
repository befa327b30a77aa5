#include "config.h"

#include "model/mask_parts.h"

#include <string.h>
#include <unistr.h>

#include "base/text.h"
#include "model/names.h"

#define LEAST_LETTERS 4 /* shorter single words ("Ali", "Ani") need somebody who is spoken of */
#define CALLED_LETTERS 3
#define LEAST_WORDS 3   /* of an address: "Jl. Melati 5" */

/* --- the office --- */

static void add_official(struct mask *m, const char *const *names, size_t n)
{
    size_t most = 0;
    for (size_t i = 0; i < n; i++)
        most += strlen(TXT(names[i])) / 2 + 1; /* between two words stands at least a byte */
    m->official = ARENA_ARRAY(m->a, const char *, most);
    for (size_t i = 0; i < n; i++) {
        struct text_word w;
        for (size_t off = 0; mask_next_word(TXT(names[i]), &off, &w, m->a);)
            m->official[m->n_official++] = w.fold;
    }
}

/* An empty mask that knows the words and the numbers of the office. They cannot be hidden: they stand in the
 * letterhead. */
static struct mask *mask_start(const struct dossier *d, size_t n_people, struct arena *a)
{
    const struct session *s = dossier_session(d);
    const char *const names[] = {s->unit, s->unit_short, s->institution, s->town};
    struct mask *m = ARENA_NEW(a, struct mask);
    m->a = a;
    m->phones = ARENA_ARRAY(a, const char *, 3 * n_people + 1);
    m->addresses = ARENA_ARRAY(a, struct address, n_people + 1);
    m->letterhead = text_fold(a, TXT(s->letterhead));
    m->office_digits = mask_digits_of(TXT(s->letterhead), a);
    add_official(m, names, sizeof names / sizeof *names);
    return m;
}

static bool is_official(const struct mask *m, const char *word)
{
    for (size_t i = 0; i < m->n_official; i++)
        if (strcmp(m->official[i], word) == 0)
            return true;
    return false;
}

/* --- people --- */

static size_t words_of(const char *s, const char **ret, struct arena *a)
{
    size_t n = 0;
    struct text_word w;
    for (size_t off = 0; n < MAX_WORDS && mask_next_word(s, &off, &w, a);)
        if (*w.fold) /* a lone combining mark folds to nothing */
            ret[n++] = w.fold;
    return n;
}

static enum name_kind kind_of(const struct mask *m, const char *word)
{
    if (is_official(m, word))
        return NAME_OFFICE;
    if (mask_is_common(word))
        return NAME_COMMON;
    if (u8_mbsnlen((const uint8_t *)word, strlen(word)) < LEAST_LETTERS)
        return NAME_SHORT;
    return mask_is_rare(word) ? NAME_RARE : NAME_STRONG;
}

/* Which of the words are the name itself, between front and back titles. */
static void find_core(struct person *p, const char *printed, struct arena *a)
{
    const char *core[MAX_WORDS];
    size_t n = words_of(names_split(printed, a).core, core, a);
    for (size_t at = 0; n > 0 && at + n <= p->n; at++) {
        size_t same = 0;
        while (same < n && strcmp(p->words[at + same], core[same]) == 0)
            same++;
        if (same == n) {
            p->core = at;
            p->n_core = n;
            return;
        }
    }
    p->n_core = p->n;
}

static void add_known(struct mask *m, size_t person, size_t place)
{
    const struct person *p = &m->people[person];
    size_t *chain = &m->by_letter[(unsigned char)p->words[place][0]];
    size_t *alike = &m->by_sound[p->sounds[place] % SOUNDS];
    m->known = arena_more(m->a, m->known, m->n_known, sizeof *m->known);
    m->known[m->n_known] = (struct known_word){person, place, *chain, *alike};
    *chain = ++m->n_known;
    if (p->sounds[place])
        *alike = m->n_known;
}

static void keep_person(struct mask *m, const struct person *p)
{
    m->people = arena_more(m->a, m->people, m->n_people, sizeof *m->people);
    struct person *kept = &m->people[m->n_people++];
    *kept = *p;
    for (size_t i = 0; i < p->n; i++) {
        kept->sounds[i] = p->kinds[i] == NAME_STRONG || p->kinds[i] == NAME_RARE ? mask_sound(p->words[i]) : 0;
        add_known(m, m->n_people - 1, i);
    }
}

static void add_person(struct mask *m, const char *printed, bool open)
{
    struct person p = {.open = open};
    if (!printed || (p.n = words_of(mask_seen(printed, m->a), p.words, m->a)) == 0)
        return;
    find_core(&p, printed, m->a);
    for (size_t i = 0; i < p.n; i++)
        p.kinds[i] = i < p.core || i >= p.core + p.n_core ? NAME_TITLE : kind_of(m, p.words[i]);
    keep_person(m, &p);
}

static enum name_kind kind_of_called(const struct mask *m, const char *word)
{
    enum name_kind k = kind_of(m, word);
    return k == NAME_SHORT && u8_mbsnlen((const uint8_t *)word, strlen(word)) == CALLED_LETTERS ? NAME_CALLED : k;
}

/* "Bu Yanti; Mak Ti": nobody agreed to these, whatever was agreed to for the name on the list. "Mama" alone says
 * nobody. */
static void add_other_names(struct mask *m, const char *others)
{
    const char *one;
    for (size_t off = 0; (one = names_next_other(others, &off, m->a)) != NULL;) {
        struct person p = {.n = 0};
        p.n = words_of(mask_seen(one, m->a), p.words, m->a);
        while (p.core < p.n && mask_is_honorific(p.words[p.core]))
            p.kinds[p.core++] = NAME_TITLE;
        p.n_core = p.n - p.core;
        for (size_t i = p.core; i < p.n; i++)
            p.kinds[i] = kind_of_called(m, p.words[i]);
        if (p.n_core > 0)
            keep_person(m, &p);
    }
}

static void add_address(struct mask *m, const char *address)
{
    struct address x;
    x.n = words_of(TXT(address), x.words, m->a);
    if (x.n >= LEAST_WORDS)
        m->addresses[m->n_addresses++] = x;
}

struct mask *mask_new(const struct dossier *d, struct arena *a)
{
    struct mask *m = mask_start(d, d->participant.n, a);
    for (size_t i = 0; i < d->participant.n; i++) {
        const struct participant *p = &d->participant.v[i];
        add_person(m, p->name, IS_SET(p->name_public));
        add_other_names(m, p->other_names);
        mask_add_number(m, p->phone);
        mask_add_number(m, p->phone_raw);
        add_address(m, p->address);
    }
    for (size_t i = 0; i < d->signatory.n; i++) {
        const struct signatory *s = &d->signatory.v[i];
        const struct participant *p = dossier_participant(d, &s->participant);
        add_person(m, s->name, p && IS_SET(p->name_public));
    }
    return m;
}

struct mask *mask_everybody(const struct mask *some, struct arena *a)
{
    struct mask *m = ARENA_NEW(a, struct mask);
    *m = *some;
    m->a = a;
    m->people = ARENA_ARRAY(a, struct person, some->n_people + 1);
    for (size_t i = 0; i < some->n_people; i++) {
        m->people[i] = some->people[i];
        m->people[i].open = false;
    }
    return m;
}

struct mask *mask_of_people(const struct dossier *d, const struct participant *v, size_t n,
                            struct arena *a)
{
    struct mask *m = mask_start(d, n, a);
    m->theirs_only = true;
    for (size_t i = 0; i < n; i++) {
        add_person(m, v[i].name, false);
        add_other_names(m, v[i].other_names);
        mask_add_number(m, v[i].phone);
        mask_add_number(m, v[i].phone_raw);
        mask_add_number(m, v[i].nip);
        add_address(m, v[i].address);
    }
    return m;
}

/* --- the search --- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool has_digit(const char *s)
{
    return strpbrk(s, "0123456789") != NULL;
}

/* Where an address of somebody ends that begins with the word `first`: as far as its words go, when they
 * tell a house and not only a village. */
static size_t address_end(const struct mask *m, const char *s, const struct text_word *first, struct arena *a)
{
    size_t best = 0;
    for (size_t i = 0; i < m->n_addresses; i++) {
        const struct address *x = &m->addresses[i];
        struct text_word w = *first;
        size_t off = first->off + first->len, k = 0, end = 0;
        bool house = false;
        while (k < x->n && strcmp(w.fold, x->words[k]) == 0) {
            house |= has_digit(w.fold);
            end = w.off + w.len;
            if (++k == x->n || !mask_next_word(s, &off, &w, a))
                break;
        }
        if (k >= LEAST_WORDS && house && end > best)
            best = end;
    }
    return best;
}

static void note_found(struct buf *found, const char *s, size_t n)
{
    if (!found)
        return;
    buf_puts(found, found->len ? ", " : "");
    buf_add(found, s, n);
}

/* A second [nama] right behind the first says nothing more. */
static void put_mark(struct buf *out, const char *mark)
{
    size_t n = strlen(mark);
    if (out->len > n && out->p[out->len - 1] == ' ' &&
        strncmp(out->p + out->len - 1 - n, mark, n) == 0)
        out->p[--out->len] = '\0';
    else
        buf_puts(out, mark);
}

/* Something in a text, from its beginning on. */
struct hit {
    size_t end; /* of something personal; 0: nothing */
    const char *mark;
    size_t perhaps; /* the end of what may be a name */
    size_t skip;    /* where to go on when nothing was found; 0: at the next word */
};

/* What begins at `at`, where a word or a number may begin. */
static struct hit hit_at(const struct mask *m, const char *s, size_t at, bool has_mail, struct arena *a)
{
    size_t number = s[at] == '+' || is_digit(s[at]) ? mask_number(m, s, at, a) : 0;
    size_t mail = has_mail ? mask_mail(m, s + at, a) : 0, off = at;
    struct text_word w;
    if (mail || number)
        return (struct hit){.end = at + (mail ? mail : number), .mark = mail ? "[pos-el]" : "[nomor]"};
    if (!mask_next_word(s, &off, &w, a) || w.off != at)
        return (struct hit){0};
    size_t address = address_end(m, s, &w, a);
    if (address)
        return (struct hit){.end = address, .mark = "[alamat]"};
    struct name_hit name = mask_name(m, s, &w, a);
    return (struct hit){name.hidden, "[nama]", name.perhaps, name.skip};
}

/* The next place where a word or a number may begin: behind this word, one character on, or where digits
 * hang on a word ("HP081200000007"). */
static size_t next_start(const char *s, size_t at)
{
    size_t step;
    bool digits = is_digit(s[at]);
    if (!mask_in_word(s, at, &step))
        return at + (step ? step : 1);
    while (s[at] && mask_in_word(s, at, &step) && is_digit(s[at]) == digits)
        at += step;
    return at;
}

/* "(0300) 123456": the bracket before it goes with it. */
static size_t hit_start(const char *s, size_t done, size_t at, size_t end)
{
    const char *close = memchr(s + at, ')', end - at);
    bool opened = at > done && s[at - 1] == '(';
    return opened && close && !memchr(s + at, '(', (size_t)(close - s) - at) ? at - 1 : at;
}

const char *mask_search(const struct mask *m, const char *typed, struct buf *found, struct buf *perhaps, struct arena *a)
{
    struct buf out = BUF_INIT;
    const char *s = mask_seen(typed, a), *masked = typed;
    bool has_mail = strchr(s, '@') != NULL;
    size_t done = 0, at = 0, told = 0, step;
    while (s[at]) {
        bool begins = mask_in_word(s, at, &step) || s[at] == '+';
        struct hit hit = begins ? hit_at(m, s, at, has_mail, a) : (struct hit){0};
        if (!hit.end) {
            if (hit.perhaps > told) {
                note_found(perhaps, s + at, hit.perhaps - at);
                told = hit.perhaps;
            }
            at = hit.skip ? hit.skip : next_start(s, at);
            continue;
        }
        masked = NULL;
        at = hit_start(s, done, at, hit.end);
        buf_add(&out, s + done, at - done);
        put_mark(&out, hit.mark);
        note_found(found, s + at, hit.end - at);
        at = done = hit.end;
    }
    if (!masked) {
        buf_puts(&out, s + done);
        masked = arena_strdup(a, buf_str(&out));
    }
    buf_done(&out);
    return masked;
}

const char *mask_apply(const struct mask *m, const char *s, struct buf *found, struct arena *a)
{
    return mask_search(m, s, found, NULL, a);
}
