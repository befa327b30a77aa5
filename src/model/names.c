#include "model/names.h"

#include <ctype.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "model/names_titles.h"

#define MAX_LETTERS 16

/* A stretch of the text. */
struct span {
    const char *p;
    size_t n;
};

/* Small letters of a span, dots and blanks left out; "" when other characters stand in it or it is
 * too long. */
static const char *letters_of(struct span w, char out[MAX_LETTERS])
{
    size_t n = 0;
    for (size_t i = 0; i < w.n; i++) {
        unsigned char c = (unsigned char)w.p[i];
        if (c == '.' || c == ' ')
            continue;
        if (!isalpha(c) || n + 1 == MAX_LETTERS)
            return strcpy(out, "");
        out[n++] = (char)tolower(c);
    }
    out[n] = '\0';
    return out;
}

/* The piece at `s`: letters up to and with a dot, or up to a blank or the end. */
static struct span piece_at(const char *s)
{
    size_t n = strcspn(s, " .,");
    if (s[n] == '.')
        n++;
    return (struct span){s, n};
}

static const char *skip_blanks(const char *s)
{
    return s + strspn(s, " ");
}

/* One title at the very front. `ret` is its span; NULL when a name begins here. */
static const struct name_title *front_at(const char *s, struct span *ret)
{
    char letters[MAX_LETTERS];
    struct span one = piece_at(s);
    bool dotted = one.n > 0 && one.p[one.n - 1] == '.';
    if (dotted && one.n == 2) { /* K.H., K. H. */
        struct span two = piece_at(skip_blanks(s + one.n));
        struct span both = {s, (size_t)(two.p + two.n - s)};
        bool spelled = two.n == 2 && two.p[1] == '.';
        const struct name_title *t = names_find_front(letters_of(both, letters));
        if (spelled && t && t->flags & SPELLED) {
            *ret = both;
            return t;
        }
    }
    const struct name_title *t = names_find_front(letters_of(one, letters));
    if (t && t->flags & NEEDS_DOT && !dotted)
        return NULL;
    *ret = one;
    return t;
}

/* Where the name begins: behind all front titles; at the start when nothing else stands there. */
static const char *after_front(const char *start)
{
    const char *s = start;
    struct span w;
    while (front_at(s, &w)) {
        s = skip_blanks(w.p + w.n);
        if (!*s || *s == ',')
            return start;
    }
    return s;
}

static bool all_capitals(struct span w)
{
    for (size_t i = 0; i < w.n; i++) {
        if (islower((unsigned char)w.p[i]))
            return false;
    }
    return true;
}

/* True for "M.Si", "S.Sos.", "SH", "MSi", "Skom", "Lc"; not for "Mars" or "Ma", which are also
 * names. Without a table entry only a dotted S.x, M.x, D.x, A.x or Sp.x counts. */
static bool is_degree(struct span w)
{
    char letters[MAX_LETTERS];
    letters_of(w, letters);
    const char *dot = memchr(w.p, '.', w.n);
    bool inner_dot = dot && dot + 1 < w.p + w.n;
    if (w.n > 3 && strncmp(w.p, "Sp.", 3) == 0)
        return true;
    if (!names_find_back(letters))
        return inner_dot && dot == w.p + 1 && strchr("SMDAB", w.p[0]) && strlen(letters) > 1;
    if (dot || all_capitals(w))
        return true;
    bool inner_capital = false;
    for (size_t i = 1; i < w.n; i++)
        inner_capital = inner_capital || isupper((unsigned char)w.p[i]);
    return inner_capital || !strchr("aeiou", letters[1]);
}

/* The last word of s[0..n), blanks at the end left out. */
static struct span last_word(const char *s, size_t n)
{
    while (n > 0 && s[n - 1] == ' ')
        n--;
    size_t from = n;
    while (from > 0 && s[from - 1] != ' ')
        from--;
    return (struct span){s + from, n - from};
}

/* Length of the name before degrees that follow it without a comma; at least one word is kept. */
static size_t before_degrees(const char *s, size_t n)
{
    for (;;) {
        struct span w = last_word(s, n);
        size_t start = (size_t)(w.p - s);
        struct span before = last_word(s, start);
        bool single = before.n == 2 && before.p[1] == '.'; /* "M. Si" */
        struct span pair = {before.p, (size_t)(w.p + w.n - before.p)};
        char letters[MAX_LETTERS];
        if (single && pair.p > s && names_find_back(letters_of(pair, letters)))
            n = (size_t)(pair.p - s);
        else if (start > 0 && is_degree(w))
            n = start;
        else
            return start + w.n;
    }
}

struct name_parts names_split(const char *printed, struct arena *a)
{
    const char *s = text_trim(a, TXT(printed));
    const char *core = after_front(s);
    size_t length = before_degrees(core, strcspn(core, ","));
    const char *back = core + length;
    back += strspn(back, " ,");
    if (length == 0)
        return (struct name_parts){"", s, ""};
    size_t front = (size_t)(core - s);
    return (struct name_parts){.front = text_trim(a, arena_memdup(a, s, front)),
                               .core = arena_memdup(a, core, length),
                               .back = back};
}

const char *names_key(const char *printed, struct arena *a)
{
    char *key = text_fold(a, names_split(printed, a).core);
    bool bracket = false;
    for (char *p = key; *p; p++) { /* "(Alm.)" and punctuation say nothing about who it is */
        bracket = (bracket || *p == '(') && *p != ')';
        if (bracket || ispunct((unsigned char)*p))
            *p = ' ';
    }
    return text_trim(a, key);
}

/* A title as the rules want it. */
static void put_title(struct buf *b, const struct name_title *t, struct span typed)
{
    const char *dot = memchr(typed.p, '.', typed.n);
    bool inner_dot = dot && dot + 1 < typed.p + typed.n;
    if (t && t->print && !inner_dot) {
        buf_puts(b, t->print);
        return;
    }
    for (size_t i = 0; i < typed.n; i++) {
        if (typed.p[i] != ' ')
            buf_putc(b, typed.p[i]);
    }
    if (typed.p[typed.n - 1] != '.' && !(t && t->flags & NO_DOT))
        buf_putc(b, '.');
}

static void put_front(struct buf *b, const char *front)
{
    for (const char *s = skip_blanks(front); *s;) {
        struct span w;
        const struct name_title *t = front_at(s, &w);
        if (!t || w.n == 0) {
            buf_puts(b, s);
            buf_putc(b, ' ');
            return;
        }
        put_title(b, t, w);
        buf_putc(b, ' ');
        s = skip_blanks(w.p + w.n);
    }
}

/* The degrees of one stretch between commas ("ST. M.M"), each with `, ` before it. False, and
 * nothing written, when a word of it is not known. */
static bool put_degrees(struct buf *b, const char *s, size_t n)
{
    struct buf found = BUF_INIT;
    char letters[MAX_LETTERS];
    bool known = true;
    for (size_t i = 0; known && i < n;) {
        i += strspn(s + i, " ");
        if (i >= n)
            break;
        struct span w = {s + i, strcspn(s + i, " ,")};
        if (w.n == 2 && w.p[1] == '.' && i + w.n < n) /* "M. Si" */
            w.n += 1 + strcspn(w.p + w.n + 1, " ,");
        const struct name_title *t = names_find_back(letters_of(w, letters));
        known = t != NULL;
        buf_puts(&found, ", ");
        put_title(&found, t, w);
        i += w.n;
    }
    if (known)
        buf_add(b, buf_str(&found), found.len);
    buf_done(&found);
    return known;
}

static void put_back(struct buf *b, const char *back)
{
    for (const char *s = back; *s;) {
        s += strspn(s, " ,");
        size_t n = strcspn(s, ",");
        if (n > 0 && !put_degrees(b, s, n)) {
            buf_puts(b, ", ");
            buf_add(b, s, n);
        }
        s += n;
    }
}

const char *names_tidy(const char *printed, struct arena *a)
{
    struct name_parts parts = names_split(printed, a);
    struct buf b = BUF_INIT;
    put_front(&b, parts.front);
    buf_puts(&b, parts.core);
    put_back(&b, parts.back);
    bool same = strcmp(buf_str(&b), TXT(printed)) == 0;
    const char *result = same ? NULL : arena_strdup(a, buf_str(&b));
    buf_done(&b);
    return result;
}

const char *names_next_other(const char *others, size_t *off, struct arena *a)
{
    static const char parting[] = ";,/\n";
    const char *one = "";
    others = others ? others : "";
    while (!*one && others[*off]) {
        size_t n = strcspn(others + *off, parting);
        one = text_trim(a, arena_memdup(a, others + *off, n));
        *off += n + (others[*off + n] != '\0');
    }
    return *one ? one : NULL;
}
