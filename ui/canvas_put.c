/* part of `canvas.h`: text, grapheme by grapheme */
#include "config.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ui/canvas_private.h"

static int at_least(int n, int least)
{
    return n > least ? n : least;
}

/* --- one grapheme --- */

static void write_cell(struct canvas *c, int x, int y, const char *g, size_t n, int width, enum style s)
{
    canvas_split_wide(c, x, y);
    struct cell *cell = canvas_cell_at(c, x, y);
    memcpy(cell->g, g, n);
    cell->g[n] = '\0';
    cell->width = (uint8_t)width;
    cell->style = (uint8_t)s;
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
    struct cell *cell = canvas_cell_at(c, x, y);
    size_t have = strlen(cell->g);
    if (cell->width > 0 && have + n < CELL_BYTES) {
        memcpy(cell->g + have, g, n);
        cell->g[have + n] = '\0';
    }
}

/* Writes one grapheme at x, y; returns its width. */
static int put_grapheme(struct canvas *c, int x, int y, enum style s, const char *g, size_t n)
{
    char ascii = c->ascii && n > 1 ? canvas_look_alike(g, n) : '\0';
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
        canvas_split_wide(c, x + 1, y);
        write_cell(c, x, y, g, n, 2, s);
        *canvas_cell_at(c, x + 1, y) = (struct cell){.g = "", .width = 0, .style = (uint8_t)s};
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
    struct cell *cell = canvas_cell_at(c, r.x, y);
    t += r.x - x;
    for (int i = 0; i < r.w; i++, cell++) {
        if (cell->width != 1)
            canvas_split_wide(c, r.x + i, y);
        cell->g[0] = t[i];
        cell->g[1] = '\0';
        cell->width = 1;
        cell->style = (uint8_t)s;
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
        char *long_text = mem_alloc((size_t)at_least(n, 0) + 1);
        va_start(ap, fmt);
        vsnprintf(long_text, (size_t)at_least(n, 0) + 1, fmt, ap);
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
    put_bytes(c, x + at_least(cells - text_width(t, len), 0), y, s, t, len);
}

void canvas_put_centre(struct canvas *c, int x, int y, int cells, enum style s, const char *text)
{
    if (!text || cells <= 0)
        return;
    const char *t = text_clip(c->scratch, visible(c, text), cells);
    size_t len = strlen(t);
    put_bytes(c, x + at_least(cells - text_width(t, len), 0) / 2, y, s, t, len);
}

int canvas_put_wrapped(struct canvas *c, struct rect r, enum style s, const char *text)
{
    if (!text)
        return 0;
    const char *t = visible(c, text);
    struct text_lines lines = text_wrap(c->scratch, t, at_least(r.w, 1));
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
    return (int)text_wrap(c->scratch, visible(c, text), at_least(cells, 1)).n;
}
