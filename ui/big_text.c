#include "config.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "ui/big_text.h"

enum { PIXEL_ROWS = 5, BLANK = 2 };

/* Five rows of pixels per letter, a blank for dark; all rows of a letter have the same width. */
struct letter {
    char c;
    const char *row[PIXEL_ROWS];
};
static const struct letter letters[] = {
    {'A', {" # ", "# #", "###", "# #", "# #"}},
    {'B', {"## ", "# #", "## ", "# #", "## "}},
    {'C', {" ##", "#  ", "#  ", "#  ", " ##"}},
    {'D', {"## ", "# #", "# #", "# #", "## "}},
    {'E', {"###", "#  ", "## ", "#  ", "###"}},
    {'F', {"###", "#  ", "## ", "#  ", "#  "}},
    {'G', {" ##", "#  ", "# #", "# #", " ##"}},
    {'H', {"# #", "# #", "###", "# #", "# #"}},
    {'I', {"#", "#", "#", "#", "#"}},
    {'J', {"  #", "  #", "  #", "# #", " # "}},
    {'K', {"# #", "# #", "## ", "# #", "# #"}},
    {'L', {"#  ", "#  ", "#  ", "#  ", "###"}},
    {'M', {"#   #", "## ##", "# # #", "#   #", "#   #"}},
    {'N', {"#  #", "## #", "# ##", "#  #", "#  #"}},
    {'O', {"###", "# #", "# #", "# #", "###"}},
    {'P', {"## ", "# #", "## ", "#  ", "#  "}},
    {'Q', {"### ", "# # ", "# # ", "### ", "  ##"}},
    {'R', {"## ", "# #", "## ", "# #", "# #"}},
    {'S', {" ##", "#  ", " # ", "  #", "## "}},
    {'T', {"###", " # ", " # ", " # ", " # "}},
    {'U', {"# #", "# #", "# #", "# #", "###"}},
    {'V', {"# #", "# #", "# #", "# #", " # "}},
    {'W', {"#   #", "#   #", "# # #", "## ##", "#   #"}},
    {'X', {"# #", "# #", " # ", "# #", "# #"}},
    {'Y', {"# #", "# #", " # ", " # ", " # "}},
    {'Z', {"###", "  #", " # ", "#  ", "###"}},
    {'0', {" # ", "# #", "# #", "# #", " # "}},
    {'1', {" #", "##", " #", " #", " #"}},
    {'2', {"## ", "  #", " # ", "#  ", "###"}},
    {'3', {"## ", "  #", "## ", "  #", "## "}},
    {'4', {"# #", "# #", "###", "  #", "  #"}},
    {'5', {"###", "#  ", "## ", "  #", "## "}},
    {'6', {" ##", "#  ", "###", "# #", "###"}},
    {'7', {"###", "  #", " # ", " # ", " # "}},
    {'8', {"###", "# #", "###", "# #", "###"}},
    {'9', {"###", "# #", "###", "  #", "## "}},
    {'.', {" ", " ", " ", " ", "#"}},
    {',', {"  ", "  ", "  ", " #", "# "}},
    {':', {" ", "#", " ", "#", " "}},
    {';', {"  ", " #", "  ", " #", "# "}},
    {'!', {"#", "#", "#", " ", "#"}},
    {'?', {"## ", "  #", " # ", "   ", " # "}},
    {'-', {"  ", "  ", "##", "  ", "  "}},
    {'/', {"  #", "  #", " # ", "#  ", "#  "}},
    {'(', {" #", "# ", "# ", "# ", " #"}},
    {')', {"# ", " #", " #", " #", "# "}},
    {'%', {"# #", "  #", " # ", "#  ", "# #"}},
    {'+', {"   ", " # ", "###", " # ", "   "}},
    {'=', {"   ", "###", "   ", "###", "   "}},
    {'&', {" #  ", "# # ", " #  ", "# ##", " ###"}},
    {'\'', {"#", "#", " ", " ", " "}},
    {'"', {"# #", "# #", "   ", "   ", "   "}},
    {'#', {" # # ", "#####", " # # ", "#####", " # # "}},
    {'@', {" ### ", "# # #", "# ###", "#    ", " ####"}},
};

/* NULL when we have no big form of it. */
static const struct letter *letter_of(char c)
{
    if (c >= 'a' && c <= 'z')
        c = (char)(c - 'a' + 'A');
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (letters[i].c == c)
            return &letters[i];
    return NULL;
}

/* Marks that have a plain form: quotation marks, dashes, accents; NULL when a letter is left that
 * we do not have. */
static const char *plain(struct arena *a, const char *text)
{
    static const struct {
        const char *from;
        char to;
    } marks[] = {{"“", '"'}, {"”", '"'}, {"‘", '\''}, {"’", '\''},
                 {"–", '-'}, {"—", '-'}, {"\n", ' '}};
    const char *single = text_trim(a, text);
    char *out = arena_alloc(a, strlen(single) + 1);
    size_t n = 0;
    for (const char *s = single; *s;) {
        bool found = false;
        for (size_t i = 0; i < sizeof marks / sizeof *marks && !found; i++) {
            size_t len = strlen(marks[i].from);
            found = strncmp(s, marks[i].from, len) == 0;
            if (found) {
                out[n++] = marks[i].to;
                s += len;
            }
        }
        if (found)
            continue;
        size_t len = text_next(s, strlen(s), 0);
        const char *base = len > 1 ? text_fold(a, arena_memdup(a, s, len)) : s;
        if ((*base != ' ' && !letter_of(*base)) || (len > 1 && base[1]))
            return NULL;
        out[n++] = *base;
        s += len;
    }
    return out;
}

/* The form of a letter that plain() let through. */
static const struct letter *known_letter(char c)
{
    const struct letter *l = letter_of(c);
    assert(l);
    return l;
}

/* --- wrapping --- */

static int letter_cells(char c)
{
    return c == ' ' ? BLANK + 1 : (int)strlen(known_letter(c)->row[0]) + 1;
}

/* Bytes of `s` that stand on one line; *ret_cells: their width. 0 when not even one word fits. */
static size_t line_bytes(const char *s, int width, int *ret_cells)
{
    size_t fits = 0;
    int cells = 0, fit_cells = 0;
    size_t i = 0;
    for (; s[i] && cells <= width; i++) {
        if (s[i] == ' ') {
            fits = i;
            fit_cells = cells;
        }
        cells += letter_cells(s[i]);
    }
    if (!s[i] && cells - 1 <= width) {
        fits = i;
        fit_cells = cells;
    }
    *ret_cells = fit_cells - 1;
    return fits;
}

int big_text_rows(const struct canvas *c, const char *text, int width)
{
    struct arena *a = arena_new();
    const char *s = canvas_ascii(c) ? NULL : plain(a, text);
    int rows = 0;
    while (s && *s) {
        int cells;
        size_t n = line_bytes(s, width, &cells);
        if (n == 0) {
            rows = 0;
            break;
        }
        rows += BIG_ROWS;
        s += n + (s[n] == ' ');
    }
    arena_free(a);
    return rows;
}

/* --- drawing --- */

static void put_letter(struct canvas *c, int x, int y, enum style s, const struct letter *l)
{
    static const char *const halves[] = {" ", "▀", "▄", "█"};
    int width = (int)strlen(l->row[0]);
    for (int row = 0; row < BIG_ROWS; row++)
        for (int i = 0; i < width; i++) {
            bool high = l->row[row * 2][i] == '#';
            bool low = row * 2 + 1 < PIXEL_ROWS && l->row[row * 2 + 1][i] == '#';
            canvas_put(c, x + i, y + row, s, halves[high + 2 * low]);
        }
}

static void put_line(struct canvas *c, int x, int y, enum style style, const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (s[i] != ' ')
            put_letter(c, x, y, style, known_letter(s[i]));
        x += letter_cells(s[i]);
    }
}

static void put_big(struct canvas *c, struct rect r, enum style style, const char *s, bool centre,
                    int step)
{
    for (int y = r.y; *s; y += step) {
        int cells;
        size_t n = line_bytes(s, r.w, &cells);
        put_line(c, centre ? r.x + (r.w - cells) / 2 : r.x, y, style, s, n);
        s += n + (s[n] == ' ');
    }
}

/* Ordinary letters, with a blank line between the lines when there is room. */
static int put_plain(struct canvas *c, struct rect r, enum style style, const char *text,
                     bool centre)
{
    struct arena *a = arena_new();
    struct text_lines lines = text_wrap(a, text, r.w > 0 ? r.w : 1);
    int step = (int)lines.n * 2 - 1 <= r.h ? 2 : 1;
    int y = r.y;
    for (size_t i = 0; i < lines.n && y < r.y + r.h; i++, y += step) {
        const char *line = arena_memdup(a, text + lines.v[i].off, lines.v[i].len);
        if (centre)
            canvas_put_centre(c, r.x, y, r.w, style, line);
        else
            canvas_put_cut(c, r.x, y, r.w, style, line);
    }
    arena_free(a);
    return y - r.y - (step - 1);
}

int big_text_put(struct canvas *c, struct rect r, enum style s, const char *text, bool centre)
{
    struct rect before = canvas_clip_more(c, r);
    int rows = big_text_rows(c, text, r.w);
    if (rows > 0 && rows <= r.h) {
        struct arena *a = arena_new();
        int lines = rows / BIG_ROWS;
        bool airy = rows + lines - 1 <= r.h; /* a blank row between the lines */
        put_big(c, r, s, plain(a, text), centre, BIG_ROWS + airy);
        rows += airy ? lines - 1 : 0;
        arena_free(a);
    } else {
        rows = put_plain(c, r, s, text, centre);
    }
    canvas_clip(c, before);
    return rows;
}
