/* The grid behind a canvas; private to ui/canvas.c (grid, areas) and ui/canvas_put.c (text). */
#ifndef MUFAKAT_UI_CANVAS_PRIVATE_H
#define MUFAKAT_UI_CANVAS_PRIVATE_H

#include "base/arena.h"
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

/* The cell at x, y; asserts that it is inside. */
struct cell *canvas_cell_at(const struct canvas *c, int x, int y);
/* Before a cell is written: the other half of a wide character that loses one becomes a blank. */
void canvas_split_wide(struct canvas *c, int x, int y);
/* What stands for one of our signs in the ASCII set; NUL for everything else. */
char canvas_look_alike(const char *g, size_t n);

#endif
