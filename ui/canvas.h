/* The picture: a grid of cells that screens write into. Nobody but ui/term.c knows what becomes of it.
 * Everything is clipped to the canvas and to the present clip rectangle, so a screen may draw at any size,
 * 0x0 included, without asking. All text passes text_visible (base/text.h). A wide character owns the
 * next cell (width 0); a combining mark joins the cell before it; half of a wide character at an edge
 * becomes a blank. With the ASCII set our symbols (lines, ✓ ▸ ◂ ○ … ↑ › │) become ASCII look-alikes at
 * drawing time: write the Unicode ones. */
#ifndef MUFAKAT_UI_CANVAS_H
#define MUFAKAT_UI_CANVAS_H

#include <stdint.h>
#include "base/buf.h"
#include "ui/style.h"

struct rect {
    int x, y, w, h; /* w, h may be <= 0: empty */
};
/* The first `n` rows (columns) of *r, which loses them; for laying out a screen. Never more than there are. */
struct rect rect_take_top(struct rect *r, int n);
struct rect rect_take_bottom(struct rect *r, int n);
struct rect rect_take_left(struct rect *r, int n);
struct rect rect_take_right(struct rect *r, int n);
/* The part that both share. */
struct rect rect_common(struct rect a, struct rect b);
bool rect_has(struct rect r, int x, int y);

#define CELL_BYTES 30 /* with the two below a cell has 32 bytes */
struct cell {
    char g[CELL_BYTES]; /* one grapheme, NUL-terminated; "" in the second half of a wide one */
    uint8_t width;      /* 1, 2, or 0 for the second half */
    uint8_t style;      /* enum style */
};

struct canvas;

/* A blank canvas; never NULL. Negative sizes count as 0. */
struct canvas *canvas_new(int w, int h);
void canvas_free(struct canvas *c);
/* Changes the size; the content is blank afterwards. */
void canvas_resize(struct canvas *c, int w, int h);
/* All blank, clip = everything, cursor hidden. */
void canvas_clear(struct canvas *c);
void canvas_set_ascii(struct canvas *c, bool ascii);
bool canvas_ascii(const struct canvas *c);
/* The whole canvas as a rectangle. */
struct rect canvas_rect(const struct canvas *c);
/* Restricts drawing to `r` (and the canvas); returns the rectangle before, to be set again. */
struct rect canvas_clip(struct canvas *c, struct rect r);
/* The same within the present clip: what a widget wants. */
struct rect canvas_clip_more(struct canvas *c, struct rect r);
/* The cell at x, y; asserts that it is inside. Borrowed. */
const struct cell *canvas_cell(const struct canvas *c, int x, int y);
/* The c.w cells of row y; asserts that there are any. Borrowed. */
const struct cell *canvas_row(const struct canvas *c, int y);

/* Writes one line of text (an LF shows as a blank) from x, y to the right. Returns the cells that the whole text
 * takes, also when it was clipped. NULL writes nothing. */
int canvas_put(struct canvas *c, int x, int y, enum style s, const char *text);
int canvas_printf(struct canvas *c, int x, int y, enum style s, const char *fmt, ...) PRINTF_LIKE(5, 6);
/* Writes at most `cells`, with a closing … when something was cut. Returns the cells used. */
int canvas_put_cut(struct canvas *c, int x, int y, int cells, enum style s, const char *text);
/* The same, right-aligned within `cells`. */
void canvas_put_right(struct canvas *c, int x, int y, int cells, enum style s, const char *text);
/* Centred within `cells`. */
void canvas_put_centre(struct canvas *c, int x, int y, int cells, enum style s, const char *text);
/* Wraps the text into `r`; returns the number of lines that the whole text needs at this width. */
int canvas_put_wrapped(struct canvas *c, struct rect r, enum style s, const char *text);
/* Lines that the text needs at `cells` (>= 1). */
int canvas_lines_needed(struct canvas *c, const char *text, int cells);
/* Blanks of one style. */
void canvas_fill(struct canvas *c, struct rect r, enum style s);
/* Changes only the style of what stands there (the focused row). */
void canvas_restyle(struct canvas *c, struct rect r, enum style s);
/* One of our own signs, all of which are one cell wide; quicker than canvas_put. */
void canvas_sign(struct canvas *c, int x, int y, enum style s, const char *sign);
/* Rules and a frame; `title` (may be NULL) stands in the top edge. */
void canvas_hline(struct canvas *c, int x, int y, int w, enum style s);
void canvas_vline(struct canvas *c, int x, int y, int h, enum style s);
void canvas_box(struct canvas *c, struct rect r, enum style s, const char *title);

/* Where the terminal's own cursor stands: in the text, or on the focused row. Outside the clip it is not moved. */
void canvas_cursor(struct canvas *c, int x, int y);
/* False when no cursor was set since canvas_clear. */
bool canvas_cursor_at(const struct canvas *c, int *ret_x, int *ret_y);

/* The picture as text: h lines, trailing blanks dropped, each ended by LF. Appends. */
void canvas_text(const struct canvas *c, struct buf *out);
/* The parallel picture of style letters (style_letter), every cell, each line ended by LF. Appends. */
void canvas_styles(const struct canvas *c, struct buf *out);

#endif
