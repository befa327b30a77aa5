#include "model/match.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "model/names.h"

/* Words are kept folded between single blanks (" la ode marfin "), so that " lum" finds the
 * beginning of a word and " lumba " a whole one. */
struct person_words {
    const struct participant *person;
    const char *name, *org;
};

struct matcher {
    struct person_words *v;
    size_t n;
};

/* How people are addressed; before another word these say nothing about who is meant (domain 12.4).
 */
static const char *const honorifics[] = {"pak", "bu",   "bapak", "ibu", "bpk", "mas",  "mbak",
                                         "kak", "bang", "kang",  "bli", "sdr", "sdri", "yth"};

/* The words of a person's names; "Bu" before another name says nothing. */
static const char *name_words(const struct participant *p, struct arena *a)
{
    struct buf b = BUF_INIT;
    const char *other;
    buf_puts(&b, p->name && *p->name ? p->name : TXT(p->invited_as));
    for (size_t off = 0; (other = names_next_other(p->other_names, &off, a)) != NULL;) {
        const char *words = text_fold_words(a, other);
        size_t n = strcspn(words + 1, " ");
        bool addressed = words[1 + n] && words[2 + n] && match_is_honorific(words + 1, n);
        buf_printf(&b, " %s", addressed ? words + 1 + n : words);
    }
    const char *out = text_fold_words(a, buf_str(&b));
    buf_done(&b);
    return out;
}

struct matcher *match_new(struct arena *a, const struct participant *v, size_t n)
{
    struct matcher *m = ARENA_NEW(a, struct matcher);
    m->v = ARENA_ARRAY(a, struct person_words, n ? n : 1);
    m->n = n;
    for (size_t i = 0; i < n; i++) {
        bool person = v[i].name && *v[i].name;
        m->v[i].person = &v[i];
        m->v[i].name = name_words(&v[i], a);
        m->v[i].org = text_fold_words(a, arena_printf(a, "%s %s", TXT(v[i].organization),
                                               person ? TXT(v[i].invited_as) : ""));
    }
    return m;
}

bool match_is_honorific(const char *word, size_t n)
{
    for (size_t i = 0; i < sizeof honorifics / sizeof honorifics[0]; i++)
        if (strlen(honorifics[i]) == n && strncmp(honorifics[i], word, n) == 0)
            return true;
    return false;
}

static size_t letters(const char *s, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += ((unsigned char)s[i] & 0xC0) != 0x80;
    return count;
}

/* The folded typed words, " w" without a closing blank each. */
struct typed {
    const char **v;
    size_t n;
};

static struct typed typed_words(const char *typed, struct arena *a)
{
    const char *words = text_fold_words(a, TXT(typed));
    struct typed t = {ARENA_ARRAY(a, const char *, strlen(words) + 1), 0};
    bool long_enough = false;
    for (const char *p = words + 1; *p;) {
        size_t n = strcspn(p, " ");
        bool more = p[n] && p[n + 1];
        if (!(t.n == 0 && more && match_is_honorific(p, n))) {
            t.v[t.n++] = arena_memdup(a, p - 1, n + 1);
            long_enough |= letters(p, n) >= 2;
        }
        p += n + 1;
    }
    if (!long_enough)
        t.n = 0;
    return t;
}

/* Rank of one typed word, -1 when it does not fit. */
static int word_rank(const struct person_words *p, const char *word, struct arena *a)
{
    const char *whole = arena_printf(a, "%s ", word);
    if (strstr(p->name, whole))
        return MATCH_NAME_WORD;
    if (strstr(p->name, word))
        return MATCH_NAME_START;
    if (strstr(p->org, whole))
        return MATCH_ORG_WORD;
    return strstr(p->org, word) ? MATCH_ORG_START : -1;
}

static int person_rank(const struct person_words *p, const struct typed *t, struct arena *a)
{
    int worst = -1;
    for (size_t i = 0; i < t->n; i++) {
        int rank = word_rank(p, t->v[i], a);
        if (rank < 0)
            return -1;
        if (rank > worst)
            worst = rank;
    }
    return worst;
}

static int hit_cmp(const void *x, const void *y)
{
    const struct match_hit *a = x, *b = y;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    bool here_a = a->person->attendance == ATTENDANCE_HADIR;
    bool here_b = b->person->attendance == ATTENDANCE_HADIR;
    if (here_a != here_b)
        return here_a ? -1 : 1;
    uint64_t na = (uint64_t)a->person->number,
             nb = (uint64_t)b->person->number; /* NONE becomes last */
    if (na != nb)
        return na < nb ? -1 : 1;
    return a->person < b->person ? -1 : a->person > b->person;
}

static struct match_hits hits_new(const struct matcher *m, struct arena *a)
{
    return (struct match_hits){ARENA_ARRAY(a, struct match_hit, m->n ? m->n : 1), 0};
}

struct match_hits match_number(const struct matcher *m, int64_t number, struct arena *a)
{
    struct match_hits h = hits_new(m, a);
    for (size_t i = 0; i < m->n; i++)
        if (number != NONE && m->v[i].person->number == number)
            h.v[h.n++] = (struct match_hit){m->v[i].person, MATCH_NUMBER};
    return h;
}

static bool is_away(const struct participant *p)
{
    return p->attendance == ATTENDANCE_TIDAK || p->attendance == ATTENDANCE_DIWAKILI;
}

static struct match_hits find(const struct matcher *m, const char *typed, bool here,
                              struct arena *a)
{
    size_t digits = strspn(typed, "0123456789");
    if (digits > 0 && digits < 10 && typed[digits] == '\0')
        return match_number(m, strtoll(typed, NULL, 10), a);
    struct match_hits h = hits_new(m, a);
    struct typed t = typed_words(typed, a);
    for (size_t i = 0; t.n > 0 && i < m->n; i++) {
        if (here && is_away(m->v[i].person))
            continue;
        int rank = person_rank(&m->v[i], &t, a);
        if (rank >= 0)
            h.v[h.n++] = (struct match_hit){m->v[i].person, (enum match_rank)rank};
    }
    if (h.n > 1)
        qsort(h.v, h.n, sizeof *h.v, hit_cmp);
    return h;
}

struct match_hits match_find(const struct matcher *m, const char *typed, struct arena *a)
{
    return find(m, typed, false, a);
}

struct match_hits match_find_here(const struct matcher *m, const char *typed, struct arena *a)
{
    return find(m, typed, true, a);
}

const struct participant *match_by_id(const struct matcher *m, const struct id *id)
{
    for (size_t i = 0; i < m->n; i++)
        if (id_eq(&m->v[i].person->id, id))
            return m->v[i].person;
    return NULL;
}

const char *match_words(const struct participant *p, struct arena *a)
{
    struct buf b = BUF_INIT;
    const char *name = p->name && *p->name ? p->name : TXT(p->invited_as);
    if (p->number != NONE)
        buf_printf(&b, "%lld ", (long long)p->number);
    buf_puts(&b, *name ? name : "-");
    if (p->organization && *p->organization)
        buf_printf(&b, ", %s", p->organization);
    return buf_into(&b, a);
}
