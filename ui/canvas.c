#include "config.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "ui/canvas.h"

struct canvas {
    int w, h;
    struct cell *cells;
    struct rect clip;
    bool ascii;
    bool has_cursor;
    int cursor_x, cursor_y;
    struct arena *scratch; /* text made visible; emptied at each call */
};

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

static struct cell *cell_at(const struct canvas *c, int x, int y)
{
    assert(rect_has(canvas_rect(c), x, y));
    return &c->cells[(size_t)y * (size_t)c->w + (size_t)x];
}

const struct cell *canvas_row(const struct canvas *c, int y)
{
    return cell_at(c, 0, y);
}

const struct cell *canvas_cell(const struct canvas *c, int x, int y)
{
    return cell_at(c, x, y);
}

/* Before a cell is written: the other half of a wide character that loses one becomes a blank. */
static void split_wide(struct canvas *c, int x, int y)
{
    struct cell *here = cell_at(c, x, y);
    if (here->width == 0 && x > 0) {
        struct cell *first = cell_at(c, x - 1, y);
        uint8_t style = first->style;
        *first = blank;
        first->style = style;
    } else if (here->width == 2 && x + 1 < c->w) {
        struct cell *second = cell_at(c, x + 1, y);
        uint8_t style = second->style;
        *second = blank;
        second->style = style;
    }
}

static void write_cell(struct canvas *c, int x, int y, const char *g, size_t n, int width, enum style s)
{
    split_wide(c, x, y);
    struct cell *cell = cell_at(c, x, y);
    memcpy(cell->g, g, n);
    cell->g[n] = '\0';
    cell->width = (uint8_t)width;
    cell->style = (uint8_t)s;
}

/* --- one grapheme --- */

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
    {"✗", 'x'}, {"•", '*'}, {"×", 'x'}, {"≥", '>'}, {"☐", 'o'}, {"“", '"'}, {"”", '"'},
    {"‘", '\''}, {"’", '\''}, {"\xEF\xBF\xBD", '?'},
};

static char look_alike(const char *g, size_t n)
{
    for (size_t i = 0; i < sizeof look_alikes / sizeof *look_alikes; i++)
        if (strlen(look_alikes[i].symbol) == n && memcmp(look_alikes[i].symbol, g, n) == 0)
            return look_alikes[i].ascii;
    return '\0';
}

/* Bytes of the grapheme that fit into a cell: marks beyond that are dropped, never half a character. */
static size_t cell_bytes(const char *g, size_t n)
{
    if (n < CELL_BYTES)
        return n;
    n = CELL_BYTES - 1;
    while (n > 0 && ((unsigned char)g[n] & 0xC0) == 0x80)
        n--;
    return n;
}

static void join_mark(struct canvas *c, int x, int y, const char *g, size_t n)
{
    struct cell *cell = cell_at(c, x, y);
    size_t have = strlen(cell->g);
    if (cell->width > 0 && have + n < CELL_BYTES) {
        memcpy(cell->g + have, g, n);
        cell->g[have + n] = '\0';
    }
}

/* Writes one grapheme at x, y; returns its width. */
static int put_grapheme(struct canvas *c, int x, int y, enum style s, const char *g, size_t n)
{
    char ascii = c->ascii && n > 1 ? look_alike(g, n) : '\0';
    bool plain = n == 1 && *g >= 0x20 && *g < 0x7f;
    int width = ascii || plain ? 1 : text_width(g, n);
    if (ascii) {
        g = &ascii;
        n = 1;
    } else if (*g == '\n') {
        g = " ";
        n = width = 1;
    } else if (width > 2) {
        g = c->ascii ? "?" : "\xEF\xBF\xBD";
        n = strlen(g);
        width = 1;
    }
    n = cell_bytes(g, n);
    if (y < c->clip.y || y >= c->clip.y + c->clip.h)
        return width;
    int end = c->clip.x + c->clip.w;
    if (width == 0) {
        if (x - 1 >= c->clip.x && x - 1 < end)
            join_mark(c, x - 1, y, g, n);
        return 0;
    }
    if (width == 2 && x >= c->clip.x && x + 1 < end) {
        split_wide(c, x + 1, y);
        write_cell(c, x, y, g, n, 2, s);
        *cell_at(c, x + 1, y) = (struct cell){.g = "", .width = 0, .style = (uint8_t)s};
        return 2;
    }
    for (int i = 0; i < width; i++)
        if (x + i >= c->clip.x && x + i < end)
            write_cell(c, x + i, y, width == 1 ? g : " ", width == 1 ? n : 1, 1, s);
    return width;
}

/* Most of what is written: ASCII characters of one cell each. */
static void put_plain(struct canvas *c, int x, int y, enum style s, const char *t, int n)
{
    struct rect r = rect_common((struct rect){x, y, n, 1}, c->clip);
    if (r.w == 0 || r.h == 0)
        return;
    struct cell *cell = cell_at(c, r.x, y);
    t += r.x - x;
    for (int i = 0; i < r.w; i++, cell++) {
        if (cell->width != 1)
            split_wide(c, r.x + i, y);
        cell->g[0] = t[i];
        cell->g[1] = '\0';
        cell->width = 1;
        cell->style = (uint8_t)s;
    }
}

/* The same one cell wide grapheme all over `r`. */
static void put_all_over(struct canvas *c, struct rect r, enum style s, const char *g, size_t n)
{
    struct cell one = {.width = 1, .style = (uint8_t)s};
    memcpy(one.g, g, n);
    r = rect_common(r, c->clip);
    for (int y = r.y; y < r.y + r.h && r.w; y++) {
        split_wide(c, r.x, y);
        split_wide(c, r.x + r.w - 1, y);
        struct cell *cell = cell_at(c, r.x, y);
        for (int i = 0; i < r.w; i++)
            cell[i] = one;
    }
}

/* How many ASCII characters stand at `t` that nothing behind them joins. */
static size_t plain_run(const char *t, size_t len)
{
    size_t n = 0;
    while (n < len && t[n] >= 0x20 && t[n] < 0x7f)
        n++;
    return n > 0 && n < len && (unsigned char)t[n] >= 0x80 ? n - 1 : n;
}

static int put_bytes(struct canvas *c, int x, int y, enum style s, const char *t, size_t len)
{
    int start = x;
    for (size_t i = 0; i < len;) {
        size_t run = plain_run(t + i, len - i);
        put_plain(c, x, y, s, t + i, (int)run);
        x += (int)run;
        i += run;
        if (i == len)
            break;
        size_t next = text_next(t, len, i);
        x += put_grapheme(c, x, y, s, t + i, next - i);
        i = next;
    }
    return x - start;
}

/* --- text --- */

static const char *visible(struct canvas *c, const char *text)
{
    arena_reset(c->scratch);
    return text_visible(c->scratch, text);
}

int canvas_put(struct canvas *c, int x, int y, enum style s, const char *text)
{
    if (!text)
        return 0;
    const char *t = visible(c, text);
    return put_bytes(c, x, y, s, t, strlen(t));
}

int canvas_printf(struct canvas *c, int x, int y, enum style s, const char *fmt, ...)
{
    char small[256];
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(small, sizeof small, fmt, ap);
    va_end(ap);
    int used;
    if (n >= 0 && (size_t)n < sizeof small) {
        used = canvas_put(c, x, y, s, small);
    } else {
        char *long_text = mem_alloc((size_t)at_least_0(n) + 1);
        va_start(ap, fmt);
        vsnprintf(long_text, (size_t)at_least_0(n) + 1, fmt, ap);
        va_end(ap);
        used = canvas_put(c, x, y, s, long_text);
        free(long_text);
    }
    return used;
}

int canvas_put_cut(struct canvas *c, int x, int y, int cells, enum style s, const char *text)
{
    if (!text || cells <= 0)
        return 0;
    const char *t = text_clip(c->scratch, visible(c, text), cells);
    return put_bytes(c, x, y, s, t, strlen(t));
}

void canvas_put_right(struct canvas *c, int x, int y, int cells, enum style s, const char *text)
{
    if (!text || cells <= 0)
        return;
    const char *t = text_clip(c->scratch, visible(c, text), cells);
    size_t len = strlen(t);
    put_bytes(c, x + at_least_0(cells - text_width(t, len)), y, s, t, len);
}

void canvas_put_centre(struct canvas *c, int x, int y, int cells, enum style s, const char *text)
{
    if (!text || cells <= 0)
        return;
    const char *t = text_clip(c->scratch, visible(c, text), cells);
    size_t len = strlen(t);
    put_bytes(c, x + at_least_0(cells - text_width(t, len)) / 2, y, s, t, len);
}

int canvas_put_wrapped(struct canvas *c, struct rect r, enum style s, const char *text)
{
    if (!text)
        return 0;
    const char *t = visible(c, text);
    struct text_lines lines = text_wrap(c->scratch, t, larger(r.w, 1));
    struct rect before = canvas_clip_more(c, r);
    for (size_t i = 0; i < lines.n && (int)i < r.h; i++)
        put_bytes(c, r.x, r.y + (int)i, s, t + lines.v[i].off, lines.v[i].len);
    canvas_clip(c, before);
    return (int)lines.n;
}

int canvas_lines_needed(struct canvas *c, const char *text, int cells)
{
    if (!text)
        return 0;
    return (int)text_wrap(c->scratch, visible(c, text), larger(cells, 1)).n;
}

/* --- areas and lines --- */

void canvas_fill(struct canvas *c, struct rect r, enum style s)
{
    put_all_over(c, r, s, " ", 1);
}

void canvas_restyle(struct canvas *c, struct rect r, enum style s)
{
    r = rect_common(r, c->clip);
    for (int y = r.y; y < r.y + r.h; y++)
        for (int x = r.x; x < r.x + r.w; x++)
            cell_at(c, x, y)->style = (uint8_t)s;
}

/* One of our own signs, which all are one cell wide, all over `r`. */
static void put_sign(struct canvas *c, struct rect r, enum style s, const char *sign)
{
    size_t n = strlen(sign);
    char ascii = c->ascii ? look_alike(sign, n) : '\0';
    put_all_over(c, r, s, ascii ? &ascii : sign, ascii ? 1 : n);
}

static void put_symbol(struct canvas *c, int x, int y, enum style s, const char *symbol)
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
    put_symbol(c, r.x, r.y, s, "┌");
    put_symbol(c, right, r.y, s, "┐");
    put_symbol(c, r.x, bottom, s, "└");
    put_symbol(c, right, bottom, s, "┘");
    if (title && r.w > 6) {
        int used = canvas_put_cut(c, r.x + 3, r.y, r.w - 6, STYLE_TITLE, title);
        put_symbol(c, r.x + 2, r.y, STYLE_TITLE, " ");
        put_symbol(c, r.x + 3 + used, r.y, STYLE_TITLE, " ");
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
            buf_puts(out, cell_at(c, x, y)->g);
        while (out->len > start && out->p[out->len - 1] == ' ')
            out->p[--out->len] = '\0';
        buf_putc(out, '\n');
    }
}

void canvas_styles(const struct canvas *c, struct buf *out)
{
    for (int y = 0; y < c->h; y++) {
        for (int x = 0; x < c->w; x++)
            buf_putc(out, style_letter((enum style)cell_at(c, x, y)->style));
        buf_putc(out, '\n');
    }
}
