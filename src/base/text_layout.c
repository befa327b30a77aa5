/* Graphemes, words, cells and lines. */
#include "base/text.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <unistr.h>
#include <uniwbrk.h>
#include <wchar.h>

static const uint8_t *bytes(const char *s)
{
    return (const uint8_t *)s;
}

/* The character at s[off] and its length; invalid bytes are U+FFFD. */
static size_t char_at(const char *s, size_t len, size_t off, ucs4_t *c)
{
    if ((unsigned char)s[off] < 0x80) {
        *c = (unsigned char)s[off];
        return 1;
    }
    int n = u8_mbtouc(c, bytes(s) + off, len - off);
    return n > 0 ? (size_t)n : 1;
}

/* Printable ASCII. */
static bool is_plain(char c)
{
    return c >= 0x20 && c < 0x7F;
}

static int cells_of(ucs4_t c)
{
    if (c >= 0x20 && c < 0x7F)
        return 1;
    int w = wcwidth((wchar_t)c);
    return w >= 0 && c != 0 ? w : 1;
}

/* The character that ends at `off` (> 0); also tells its length. */
static size_t char_before(const char *s, size_t len, size_t off, ucs4_t *c)
{
    for (size_t k = off < 4 ? off : 4; k > 1; k--) {
        if (char_at(s, len, off - k, c) == k)
            return k;
    }
    char_at(s, off, off - 1, c);
    return 1;
}

/* Nothing of ASCII joins a printable character. */
static bool stands_alone(const char *s, size_t len, size_t off)
{
    return is_plain(s[off]) && (off + 1 == len || (unsigned char)s[off + 1] < 0x80);
}

/* Both directions compare neighbours: u8_grapheme_prev of libunistring 1.0 reads before the start
 * of the text when a byte is not UTF-8. */
size_t text_next(const char *s, size_t len, size_t off)
{
    if (off >= len)
        return len;
    if (stands_alone(s, len, off))
        return off + 1;
    ucs4_t prev, c;
    off += char_at(s, len, off, &prev);
    while (off < len) {
        size_t n = char_at(s, len, off, &c);
        if (uc_is_grapheme_break(prev, c))
            break;
        off += n;
        prev = c;
    }
    return off;
}

size_t text_prev(const char *s, size_t len, size_t off)
{
    if (off > len)
        off = len;
    if (off == 0)
        return 0;
    ucs4_t c, next;
    off -= char_before(s, len, off, &next);
    while (off > 0) {
        size_t n = char_before(s, len, off, &c);
        if (uc_is_grapheme_break(c, next))
            break;
        off -= n;
        next = c;
    }
    return off;
}

static size_t paragraph_start(const char *s, size_t off)
{
    while (off > 0 && s[off - 1] != '\n')
        off--;
    return off;
}

static size_t paragraph_end(const char *s, size_t len, size_t off)
{
    const char *lf = memchr(s + off, '\n', len - off);
    return lf ? (size_t)(lf - s) : len;
}

static bool begins_word(const char *s, size_t len, size_t off)
{
    ucs4_t c;
    char_at(s, len, off, &c);
    return c == '_' || uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N);
}

/* Word starts of one paragraph, as seen from both sides of `off`: the first one behind it, and the
 * last one before it; SIZE_MAX when there is none. */
static void word_starts(const char *s, size_t from, size_t to, size_t off, size_t *behind,
                        size_t *before)
{
    *behind = *before = SIZE_MAX;
    if (from == to)
        return;
    char *flags = mem_zalloc(to - from);
    u8_wordbreaks(bytes(s) + from, to - from, flags);
    flags[0] = 1;
    for (size_t i = from; i < to; i++) {
        if (!flags[i - from] || !begins_word(s, to, i))
            continue;
        if (i < off)
            *before = i;
        if (i > off) {
            *behind = i;
            break;
        }
    }
    free(flags);
}

size_t text_next_word(const char *s, size_t len, size_t off)
{
    if (off >= len)
        return len;
    size_t from = paragraph_start(s, off);
    for (;;) {
        size_t to = paragraph_end(s, len, from), behind, before;
        /* In later paragraphs a word at the very start counts too: off lies before it. */
        word_starts(s, from, to, off, &behind, &before);
        if (behind != SIZE_MAX)
            return behind;
        if (to >= len)
            return len;
        from = to + 1;
    }
}

size_t text_prev_word(const char *s, size_t len, size_t off)
{
    if (off > len)
        off = len;
    size_t to = off;
    for (;;) {
        size_t from = paragraph_start(s, to), behind, before;
        word_starts(s, from, paragraph_end(s, len, from), off, &behind, &before);
        if (before != SIZE_MAX)
            return before;
        if (from == 0)
            return 0;
        to = from - 1;
    }
}

int text_width(const char *s, size_t n)
{
    int width = 0;
    for (size_t i = 0; i < n;) {
        if (is_plain(s[i])) { /* nearly all that is written */
            width++;
            i++;
            continue;
        }
        ucs4_t c;
        i += char_at(s, n, i, &c);
        width += cells_of(c);
    }
    return width;
}

size_t text_fits(const char *s, size_t n, int cells)
{
    size_t off = 0;
    while (off < n) {
        while (cells > 0 && off < n && stands_alone(s, n, off)) {
            cells--;
            off++;
        }
        size_t next = text_next(s, n, off);
        cells -= text_width(s + off, next - off);
        if (cells < 0 || off == n)
            break;
        off = next;
    }
    return off;
}

const char *text_clip(struct arena *a, const char *s, int cells)
{
    size_t n = strlen(s);
    if (cells <= 0)
        return "";
    if (n <= (size_t)cells || text_fits(s, n, cells) == n) /* no character is wider than its bytes */
        return s;
    const char *mark = text_is_ascii() ? "~" : "\xE2\x80\xA6";
    size_t kept = text_fits(s, n, cells - 1);
    char *cut = arena_alloc(a, kept + strlen(mark) + 1);
    memcpy(cut, s, kept);
    memcpy(cut + kept, mark, strlen(mark));
    return cut;
}

/* Lines while they are found. */
struct wrap {
    const char *s;
    const char *breaks; /* UC_BREAK_* of each byte */
    int cells;
    struct text_line *v;
    size_t n, cap;
};

static void add_line(struct wrap *w, size_t off, size_t end, bool hard)
{
    if (w->n == w->cap) {
        w->cap = w->cap ? w->cap * 2 : 16;
        w->v = mem_realloc(w->v, w->cap * sizeof *w->v);
    }
    w->v[w->n++] = (struct text_line){.off = off, .len = end - off, .hard = hard};
}

static size_t without_blanks(const char *s, size_t from, size_t end)
{
    while (end > from && s[end - 1] == ' ')
        end--;
    return end;
}

/* UAX #14 LB29 keeps "S.Sos.,M.Si." and "go.id" whole; libunistring 1.0 would break behind each
 * dot. */
static bool is_inside_abbreviation(const struct wrap *w, size_t i, ucs4_t c)
{
    return strchr(".,:;", w->s[i - 1]) && uc_is_property_alphabetic(c) && cells_of(c) == 1;
}

/* One line from `from` within a paragraph that ends at `end`. Returns where the next one starts, or
 * `end` + 1 when the paragraph is done. Blanks at the end of a line may hang over. */
static size_t wrap_line(struct wrap *w, size_t from, size_t end)
{
    int width = 0;
    size_t chance = from; /* the last place where a line may end */
    for (size_t i = from; i < end;) {
        ucs4_t c;
        size_t len = char_at(w->s, end, i, &c);
        if (i > from && w->breaks[i] == UC_BREAK_POSSIBLE && !is_inside_abbreviation(w, i, c))
            chance = i;
        width += cells_of(c);
        if (width > w->cells && c != ' ') {
            if (chance > from) {
                add_line(w, from, without_blanks(w->s, from, chance), false);
                return chance;
            }
            size_t cut = from + text_fits(w->s + from, end - from, w->cells);
            if (cut == from) /* one character is wider than the line */
                cut = text_next(w->s, end, from);
            add_line(w, from, cut, cut == end);
            return cut == end ? end + 1 : cut;
        }
        i += len;
    }
    size_t shown = end;
    while (width > w->cells && shown > from && w->s[shown - 1] == ' ') {
        shown--;
        width--;
    }
    add_line(w, from, shown, true);
    return end + 1;
}

/* Most texts fit: looking for places to break them is what wrapping costs. */
static bool is_one_line(const char *s, size_t n, int cells)
{
    return !memchr(s, '\n', n) && (n <= (size_t)cells || text_width(s, n) <= cells);
}

struct text_lines text_wrap(struct arena *a, const char *s, int cells)
{
    assert(cells >= 1);
    size_t n = strlen(s);
    if (is_one_line(s, n, cells)) {
        struct text_lines one = {.v = ARENA_ARRAY(a, struct text_line, 1), .n = 1};
        one.v[0] = (struct text_line){.off = 0, .len = n, .hard = true};
        return one;
    }
    char *breaks = mem_alloc(n + 1);
    u8_possible_linebreaks(bytes(s), n, "UTF-8", breaks);
    struct wrap w = {.s = s, .breaks = breaks, .cells = cells};
    for (size_t from = 0; from <= n;) {
        size_t end = paragraph_end(s, n, from);
        while (from <= end)
            from = wrap_line(&w, from, end);
    }
    struct text_lines lines = {.v = ARENA_ARRAY(a, struct text_line, w.n), .n = w.n};
    memcpy(lines.v, w.v, w.n * sizeof *w.v);
    free(w.v);
    free(breaks);
    return lines;
}
