/* A list of rows, drawn by a callback: selection, paging, marks. The rows' data stay with the caller. A zeroed
 * struct is an empty list. The terminal's cursor stands on the focused row. */
#ifndef MUFAKAT_UI_LIST_H
#define MUFAKAT_UI_LIST_H

#include "base/id.h"
#include "ui/canvas.h"
#include "ui/event.h"

struct list_rows {
    /* Draws row `i` into `r` (as high as height() said). `focus`: it is the selected row of a list that has the
     * focus; the list restyles it afterwards unless `own_style`. */
    void (*draw)(void *ctx, struct canvas *c, struct rect r, int i, bool focus);
    /* Lines of row `i` at this width; NULL: 1 each. */
    int (*height)(void *ctx, int i, int width);
    /* Identity of row `i`, so that selection and marks follow a row when the list is loaded again; may be NULL. */
    struct id (*id)(void *ctx, int i);
    bool own_style;
};

struct list {
    int n, sel;      /* 0 also while there is no row */
    int top;         /* first shown row */
    int page;        /* rows shown whole at the last drawing */
    struct rect at;  /* where it was drawn, for the mouse */
    struct id sel_id;
    bool more_above, more_below; /* beyond the rows there are more that were not loaded: their number is not known */
    struct id *marks;
    int n_marks, cap_marks;
};

void list_done(struct list *l);
/* Call after each load: `n` rows; the selection stays on the row with the same id (or the nearest), marks of rows
 * that are gone are dropped. */
void list_set(struct list *l, int n, const struct list_rows *rows, void *ctx);
/* Selects row `i` (clamped). */
void list_select(struct list *l, int i, const struct list_rows *rows, void *ctx);
/* The next list_set selects this row, wherever it stands then (a row that was just added); ID_NONE: the first one (other rows). */
void list_follow(struct list *l, const struct id *id);
/* Up Down PgUp PgDn Home End, click, wheel. True when it was one of these. */
bool list_event(struct list *l, const struct event *e, const struct list_rows *rows, void *ctx);
/* When not all rows fit, the last line of `r` says how many are above and below. */
void list_draw(struct list *l, struct canvas *c, struct rect r, const struct list_rows *rows, void *ctx, bool focus);
/* That line: "▲ 3 di atas  ▼ 5 lagi", shorter where it is narrow. `plus_above`, `plus_below`: there are even more ("▼ 5+ lagi"). */
void list_draw_more(struct canvas *c, struct rect line, int above, bool plus_above, int below, bool plus_below);

void list_mark_toggle(struct list *l, const struct id *id);
bool list_is_marked(const struct list *l, const struct id *id);
void list_marks_clear(struct list *l);

#endif
