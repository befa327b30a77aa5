#include "config.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "ui/canvas_private.h"

/* --- rectangles --- */

static int at_least_0(int n)
{
    return n > 0 ? n : 0;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

struct rect rect_take_top(struct rect *r, int n)
{
    n = smaller(at_least_0(n), at_least_0(r->h));
    struct rect taken = {r->x, r->y, r->w, n};
    r->y += n;
    r->h -= n;
    return taken;
}

struct rect rect_take_bottom(struct rect *r, int n)
{
    n = smaller(at_least_0(n), at_least_0(r->h));
    r->h -= n;
    return (struct rect){r->x, r->y + r->h, r->w, n};
}

struct rect rect_take_left(struct rect *r, int n)
{
    n = smaller(at_least_0(n), at_least_0(r->w));
    struct rect taken = {r->x, r->y, n, r->h};
    r->x += n;
    r->w -= n;
    return taken;
}

struct rect rect_take_right(struct rect *r, int n)
{
    n = smaller(at_least_0(n), at_least_0(r->w));
    r->w -= n;
    return (struct rect){r->x + r->w, r->y, n, r->h};
}

struct rect rect_common(struct rect a, struct rect b)
{
    int x = larger(a.x, b.x);
    int y = larger(a.y, b.y);
    int w = smaller(a.x + at_least_0(a.w), b.x + at_least_0(b.w)) - x;
    int h = smaller(a.y + at_least_0(a.h), b.y + at_least_0(b.h)) - y;
    return (struct rect){x, y, at_least_0(w), at_least_0(h)};
}

bool rect_has(struct rect r, int x, int y)
{
    return x >= r.x && x < r.x + r.w && y >= r.y && y < r.y + r.h;
}

/* --- the grid --- */

static const struct cell blank = {.g = " ", .width = 1, .style = STYLE_NORMAL};

struct canvas *canvas_new(int w, int h)
{
    struct canvas *c = mem_zalloc(sizeof *c);
    c->scratch = arena_new();
    canvas_resize(c, w, h);
    return c;
}

void canvas_free(struct canvas *c)
{
    if (!c)
        return;
    arena_free(c->scratch);
    free(c->cells);
    free(c);
}

void canvas_resize(struct canvas *c, int w, int h)
{
    c->w = at_least_0(w);
    c->h = at_least_0(h);
    free(c->cells);
    c->cells = mem_zalloc((size_t)c->w * (size_t)c->h * sizeof *c->cells);
    canvas_clear(c);
}

void canvas_clear(struct canvas *c)
{
    c->clip = canvas_rect(c);
    c->has_cursor = false;
    for (int x = 0; x < c->w && c->h > 0; x++)
        c->cells[x] = blank;
    for (int y = 1; y < c->h; y++)
        memcpy(&c->cells[(size_t)y * (size_t)c->w], c->cells, (size_t)c->w * sizeof *c->cells);
}

void canvas_set_ascii(struct canvas *c, bool ascii)
{
    c->ascii = ascii;
}

bool canvas_ascii(const struct canvas *c)
{
    return c->ascii;
}

struct rect canvas_rect(const struct canvas *c)
{
    return (struct rect){0, 0, c->w, c->h};
}

struct rect canvas_clip(struct canvas *c, struct rect r)
{
    struct rect before = c->clip;
    c->clip = rect_common(r, canvas_rect(c));
    return before;
}

struct rect canvas_clip_more(struct canvas *c, struct rect r)
{
    return canvas_clip(c, rect_common(r, c->clip));
}

struct cell *canvas_cell_at(const struct canvas *c, int x, int y)
{
    assert(rect_has(canvas_rect(c), x, y));
    return &c->cells[(size_t)y * (size_t)c->w + (size_t)x];
}

const struct cell *canvas_row(const struct canvas *c, int y)
{
    return canvas_cell_at(c, 0, y);
}

const struct cell *canvas_cell(const struct canvas *c, int x, int y)
{
    return canvas_cell_at(c, x, y);
}

/* Before a cell is written: the other half of a wide character that loses one becomes a blank. */
void canvas_split_wide(struct canvas *c, int x, int y)
{
    struct cell *here = canvas_cell_at(c, x, y);
    if (here->width == 0 && x > 0) {
        struct cell *first = canvas_cell_at(c, x - 1, y);
        uint8_t style = first->style;
        *first = blank;
        first->style = style;
    } else if (here->width == 2 && x + 1 < c->w) {
        struct cell *second = canvas_cell_at(c, x + 1, y);
        uint8_t style = second->style;
        *second = blank;
        second->style = style;
    }
}

/* --- areas and lines --- */

/* Our symbols and what stands for them in the ASCII set. */
static const struct {
    const char *symbol;
    char ascii;
} look_alikes[] = {
    {"─", '-'}, {"│", '|'}, {"┌", '+'}, {"┐", '+'}, {"└", '+'}, {"┘", '+'}, {"├", '+'},
    {"┤", '+'}, {"┬", '+'}, {"┴", '+'}, {"┼", '+'}, {"━", '='}, {"═", '='}, {"…", '~'},
    {"✓", 'v'}, {"▸", '>'}, {"◂", '<'}, {"○", 'o'}, {"●", '*'}, {"↑", '^'}, {"↓", 'v'},
    {"←", '<'}, {"→", '>'}, {"↳", '\\'}, {"›", '>'}, {"‹", '<'}, {"·", '.'}, {"—", '-'},
    {"–", '-'}, {"▏", '|'}, {"█", '#'}, {"▓", '#'}, {"░", '.'}, {"▀", '#'}, {"▄", '#'},
    {"▲", '^'}, {"▼", 'v'}, {"✗", 'x'}, {"•", '*'}, {"×", 'x'}, {"≥", '>'}, {"☐", 'o'}, {"“", '"'}, {"”", '"'},
    {"‘", '\''}, {"’", '\''}, {"\xEF\xBF\xBD", '?'},
};

char canvas_look_alike(const char *g, size_t n)
{
    for (size_t i = 0; i < sizeof look_alikes / sizeof *look_alikes; i++)
        if (strlen(look_alikes[i].symbol) == n && memcmp(look_alikes[i].symbol, g, n) == 0)
            return look_alikes[i].ascii;
    return '\0';
}

/* The same one cell wide grapheme all over `r`. */
static void put_all_over(struct canvas *c, struct rect r, enum style s, const char *g, size_t n)
{
    struct cell one = {.width = 1, .style = (uint8_t)s};
    memcpy(one.g, g, n);
    r = rect_common(r, c->clip);
    for (int y = r.y; y < r.y + r.h && r.w; y++) {
        canvas_split_wide(c, r.x, y);
        canvas_split_wide(c, r.x + r.w - 1, y);
        struct cell *cell = canvas_cell_at(c, r.x, y);
        for (int i = 0; i < r.w; i++)
            cell[i] = one;
    }
}

void canvas_fill(struct canvas *c, struct rect r, enum style s)
{
    put_all_over(c, r, s, " ", 1);
}

void canvas_restyle(struct canvas *c, struct rect r, enum style s)
{
    r = rect_common(r, c->clip);
    for (int y = r.y; y < r.y + r.h; y++)
        for (int x = r.x; x < r.x + r.w; x++)
            canvas_cell_at(c, x, y)->style = (uint8_t)s;
}

/* One of our own signs, which all are one cell wide, all over `r`. */
static void put_sign(struct canvas *c, struct rect r, enum style s, const char *sign)
{
    size_t n = strlen(sign);
    char ascii = c->ascii ? canvas_look_alike(sign, n) : '\0';
    put_all_over(c, r, s, ascii ? &ascii : sign, ascii ? 1 : n);
}

void canvas_sign(struct canvas *c, int x, int y, enum style s, const char *symbol)
{
    put_sign(c, (struct rect){x, y, 1, 1}, s, symbol);
}

void canvas_hline(struct canvas *c, int x, int y, int w, enum style s)
{
    put_sign(c, (struct rect){x, y, w, 1}, s, "─");
}

void canvas_vline(struct canvas *c, int x, int y, int h, enum style s)
{
    put_sign(c, (struct rect){x, y, 1, h}, s, "│");
}

void canvas_box(struct canvas *c, struct rect r, enum style s, const char *title)
{
    if (r.w <= 0 || r.h <= 0)
        return;
    int right = r.x + r.w - 1;
    int bottom = r.y + r.h - 1;
    canvas_hline(c, r.x, r.y, r.w, s);
    canvas_hline(c, r.x, bottom, r.w, s);
    canvas_vline(c, r.x, r.y, r.h, s);
    canvas_vline(c, right, r.y, r.h, s);
    canvas_sign(c, r.x, r.y, s, "┌");
    canvas_sign(c, right, r.y, s, "┐");
    canvas_sign(c, r.x, bottom, s, "└");
    canvas_sign(c, right, bottom, s, "┘");
    if (title && r.w > 6) {
        int used = canvas_put_cut(c, r.x + 3, r.y, r.w - 6, STYLE_TITLE, title);
        canvas_sign(c, r.x + 2, r.y, STYLE_TITLE, " ");
        canvas_sign(c, r.x + 3 + used, r.y, STYLE_TITLE, " ");
    }
}

/* --- cursor --- */

void canvas_cursor(struct canvas *c, int x, int y)
{
    if (!rect_has(c->clip, x, y))
        return;
    c->has_cursor = true;
    c->cursor_x = x;
    c->cursor_y = y;
}

bool canvas_cursor_at(const struct canvas *c, int *ret_x, int *ret_y)
{
    if (!c->has_cursor)
        return false;
    *ret_x = c->cursor_x;
    *ret_y = c->cursor_y;
    return true;
}

/* --- as text --- */

void canvas_text(const struct canvas *c, struct buf *out)
{
    for (int y = 0; y < c->h; y++) {
        size_t start = out->len;
        for (int x = 0; x < c->w; x++)
            buf_puts(out, canvas_cell_at(c, x, y)->g);
        while (out->len > start && out->p[out->len - 1] == ' ')
            out->p[--out->len] = '\0';
        buf_putc(out, '\n');
    }
}

void canvas_styles(const struct canvas *c, struct buf *out)
{
    for (int y = 0; y < c->h; y++) {
        for (int x = 0; x < c->w; x++)
            buf_putc(out, style_letter((enum style)canvas_cell_at(c, x, y)->style));
        buf_putc(out, '\n');
    }
}
