/* A list with columns. Columns have a least width and a share of what is left; the least important ones fold away
 * when the window is narrow (60 columns must do). */
#ifndef MUFAKAT_UI_TABLE_H
#define MUFAKAT_UI_TABLE_H

#include "base/arena.h"
#include "ui/list.h"

struct column {
    const char *title; /* N_(); NULL: no title */
    int width;         /* least cells */
    int share;         /* part of the cells left over; 0: stays at `width` */
    int fold;          /* 0: never; else the column is left out below this total width */
    bool right;        /* numbers */
};

struct table_rows {
    /* Text of a cell (borrowed, or from `a` which lives until the row is drawn); *style starts as NORMAL. NULL: empty. */
    const char *(*cell)(void *ctx, struct arena *a, int row, int column, enum style *style);
    struct id (*id)(void *ctx, int row); /* may be NULL */
};

struct table {
    struct list list;
    const struct column *columns;
    int n_columns;
    const struct table_rows *rows;
    void *ctx;
};

/* Draws a title line (when any column has a title) and the rows. */
void table_draw(struct table *t, struct canvas *c, struct rect r, bool focus);
/* After each load. */
void table_set(struct table *t, int n);
/* Selects a row (clamped). */
void table_select(struct table *t, int row);
bool table_event(struct table *t, const struct event *e);
void table_done(struct table *t);
/* Widths of the columns at a total width (0: folded away); one blank stands between columns. */
void table_widths(const struct column *columns, int n, int width, int *ret_widths);

#endif
