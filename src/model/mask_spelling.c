/* Names in other spellings (Soetrisno, Yusup, Achmad), with blanks between their letters, broken at a line's end, or in
 * letters of another script that look the same. */
#include "config.h"

#include "model/mask_parts.h"

#include <string.h>
#include <unistr.h>

#include "base/buf.h"

/* --- letters that look like others --- */

const char *mask_plain_letters(const char *s, struct arena *a)
{
    /* Cyrillic, Greek, and Latin letters that folding leaves: each pair of characters, then what it looks like. */
    static const char *const alike[] = {
        "Аа" "a", "Вв" "b", "Ее" "e", "Ёё" "e", "Зз" "z", "Кк" "k", "Мм" "m", "Нн" "h", "Оо" "o", "Рр" "p", "Сс" "c",
        "Тт" "t", "Уу" "y", "Хх" "x", "Ѕѕ" "s", "Іі" "i", "Јј" "j", "Ԁԁ" "d", "Ԛԛ" "q", "Ԝԝ" "w", "Һһ" "h", "Αα" "a",
        "Ββ" "b", "Εε" "e", "Ζζ" "z", "Ηη" "h", "Ιι" "i", "Κκ" "k", "Μμ" "m", "Νν" "n", "Οο" "o", "Ρρ" "p", "Ττ" "t",
        "Υυ" "y", "Χχ" "x", "Øø" "o", "Đđ" "d", "Łł" "l", "Ħħ" "h", "Ŧŧ" "t", "ıı" "i", NULL};
    struct buf b = BUF_INIT;
    for (size_t i = 0, n = 0; s[i]; i += n) {
        const char *looks = NULL;
        n = (size_t)u8_mblen((const uint8_t *)s + i, strlen(s + i));
        n = n && n <= 4 ? n : 1;
        for (size_t k = 0; n == 2 && alike[k] && !looks; k++)
            if (memcmp(alike[k], s + i, 2) == 0 || memcmp(alike[k] + 2, s + i, 2) == 0)
                looks = alike[k] + 4;
        buf_add(&b, looks ? looks : s + i, looks ? 1 : n);
    }
    return buf_into(&b, a);
}

/* --- words that sound the same --- */

/* Consonants that no spelling changes; those that some spellings share are one. All other letters count nothing. */
static unsigned sound_of(unsigned char c)
{
    static const char classes[26] = {
        ['b' - 'a'] = 1, ['d' - 'a'] = 2, ['f' - 'a'] = 3, ['g' - 'a'] = 4, ['l' - 'a'] = 5, ['m' - 'a'] = 6,
        ['n' - 'a'] = 7, ['p' - 'a'] = 3, ['r' - 'a'] = 8, ['s' - 'a'] = 9, ['t' - 'a'] = 10, ['v' - 'a'] = 3,
        ['w' - 'a'] = 11, ['x' - 'a'] = 9, ['z' - 'a'] = 9};
    return c >= 'a' && c <= 'z' ? (unsigned)classes[c - 'a'] : 0;
}

uint32_t mask_sound(const char *fold)
{
    uint32_t h = 1;
    size_t n = 0;
    for (char before = '\0'; fold[n]; before = fold[n++]) {
        unsigned k = sound_of((unsigned char)fold[n]);
        bool silent = fold[n + 1] == 'j' && (fold[n] == 't' || fold[n] == 'd'); /* tj is c, dj is j */
        if (k && !silent && fold[n] != before)
            h = h * 31 + k;
    }
    return n < SOUND_LEAST ? 0 : h;
}

/* What the spellings of one name have in the same place: old and new, Arabic and Javanese, as people hear them. */
static const char *const spellings[][2] = {
    {"oe", "u"},  {"tj", "c"}, {"dj", "j"}, {"j", "y"},  {"sj", "sy"}, {"sj", "s"}, {"sy", "s"},  {"sh", "s"},
    {"sh", "sy"}, {"ch", "c"}, {"ch", "h"}, {"ch", "k"}, {"ch", "kh"}, {"kh", "h"}, {"kh", "k"},  {"nj", "ny"},
    {"f", "v"},   {"f", "p"},  {"v", "p"},  {"ph", "f"}, {"dh", "d"},  {"th", "t"}, {"bh", "b"},  {"gh", "g"},
    {"z", "s"},   {"q", "k"},  {"x", "ks"}, {"y", "i"},  {"iy", "i"},  {"ie", "i"}, {"mo", "mu"}, {"yo", "yu"},
    {"ak", "a"},  {"uk", "u"}, {"c", "k"},
};
#define SPELLINGS (sizeof spellings / sizeof *spellings)

static bool begins(const char *s, const char *with)
{
    return strncmp(s, with, strlen(with)) == 0;
}

/* `steps` bounds the search: a word of a hostile text must not try every way. */
static bool alike(const char *x, const char *y, char before, int *steps)
{
    if (--*steps < 0)
        return false;
    if (!*x && !*y)
        return true;
    if (*x && *x == *y && alike(x + 1, y + 1, *x, steps))
        return true;
    if (before && ((*x == before && alike(x + 1, y, before, steps)) || (*y == before && alike(x, y + 1, before, steps))))
        return true;
    if ((strcmp(x, "h") == 0 && !*y) || (strcmp(y, "h") == 0 && !*x)) /* Fatimah, Fatima */
        return true;
    for (size_t i = 0; i < SPELLINGS; i++) {
        const char *p = spellings[i][0], *q = spellings[i][1];
        size_t np = strlen(p), nq = strlen(q);
        if (begins(x, p) && begins(y, q) && alike(x + np, y + nq, q[nq - 1], steps))
            return true;
        if (begins(x, q) && begins(y, p) && alike(x + nq, y + np, q[nq - 1], steps))
            return true;
    }
    return false;
}

bool mask_sounds_like(const char *name, const char *text)
{
    int steps = 400;
    return alike(name, text, '\0', &steps);
}

/* --- letters apart --- */

static bool is_small_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

/* One or two of what people put between the letters of a word. */
static bool is_between(const char *s, size_t from, size_t to)
{
    return to > from && to - from <= 2 && strspn(s + from, " .-_*/") >= to - from;
}

size_t mask_letters_apart(const char *s, const struct text_word *first, struct text_word *v, size_t most,
                          struct arena *a)
{
    struct text_word w = *first;
    size_t n = 0, off = first->off + first->len;
    while (n < most && w.len == 1 && is_small_letter(w.fold[0])) {
        v[n++] = w;
        if (!mask_next_word(s, &off, &w, a) || !is_between(s, v[n - 1].off + 1, w.off))
            break;
    }
    return n;
}

struct text_word mask_joined(const struct text_word *v, size_t n, struct arena *a)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < n; i++)
        buf_puts(&b, v[i].fold);
    const struct text_word w = {v->off, v[n - 1].off + v[n - 1].len - v->off, arena_strdup(a, buf_str(&b))};
    buf_done(&b);
    return w;
}

bool mask_broken_word(const char *s, const struct text_word *first, struct text_word *ret, struct arena *a)
{
    struct text_word v[2] = {*first};
    size_t end = first->off + first->len, off = end, gap;
    if (s[end] != '-' || (gap = strspn(s + end + 1, " \r\n")) == 0 || gap > 3)
        return false;
    if (!mask_next_word(s, &off, &v[1], a) || v[1].off != end + 1 + gap)
        return false;
    *ret = mask_joined(v, 2, a);
    return true;
}
