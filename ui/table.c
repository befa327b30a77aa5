#include "config.h"

#include "base/arena.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/table.h"

#define MOST_COLUMNS 16

void table_widths(const struct column *columns, int n, int width, int *ret_widths)
{
    int left = width;
    int shares = 0;
    int shown = 0;
    for (int i = 0; i < n; i++) {
        bool here = !columns[i].fold || width >= columns[i].fold;
        ret_widths[i] = here ? columns[i].width : 0;
        left -= here ? columns[i].width + (shown > 0) : 0;
        shares += here ? columns[i].share : 0;
        shown += here;
    }
    for (int i = 0; i < n && left > 0; i++) {
        if (!ret_widths[i] || !columns[i].share)
            continue;
        int more = left * columns[i].share / shares;
        ret_widths[i] += more;
        left -= more;
        shares -= columns[i].share;
    }
}

static void put_cell(struct canvas *c, int x, int y, int w, bool right, enum style s, const char *text)
{
    if (right)
        canvas_put_right(c, x, y, w, s, text);
    else
        canvas_put_cut(c, x, y, w, s, text);
}

static void draw_row(void *ctx, struct canvas *c, struct rect r, int row, bool focus)
{
    struct table *t = ctx;
    (void)focus;
    struct arena *a = arena_new();
    int widths[MOST_COLUMNS];
    int n = t->n_columns < MOST_COLUMNS ? t->n_columns : MOST_COLUMNS;
    table_widths(t->columns, n, r.w, widths);
    for (int i = 0, x = r.x; i < n; i++) {
        if (!widths[i])
            continue;
        enum style s = STYLE_NORMAL;
        const char *text = t->rows->cell(t->ctx, a, row, i, &s);
        put_cell(c, x, r.y, widths[i], t->columns[i].right, s, text);
        x += widths[i] + 1;
    }
    arena_free(a);
}

static struct id row_id(void *ctx, int i)
{
    struct table *t = ctx;
    return t->rows->id ? t->rows->id(t->ctx, i) : ID_NONE;
}

static const struct list_rows rows = {.draw = draw_row, .id = row_id};

static void draw_titles(struct table *t, struct canvas *c, struct rect r)
{
    int widths[MOST_COLUMNS];
    int n = t->n_columns < MOST_COLUMNS ? t->n_columns : MOST_COLUMNS;
    table_widths(t->columns, n, r.w, widths);
    for (int i = 0, x = r.x; i < n; i++) {
        if (!widths[i])
            continue;
        const char *title = t->columns[i].title;
        put_cell(c, x, r.y, widths[i], t->columns[i].right, STYLE_LABEL, title ? _(title) : NULL);
        x += widths[i] + 1;
    }
}

void table_draw(struct table *t, struct canvas *c, struct rect r, bool focus)
{
    bool titles = false;
    for (int i = 0; i < t->n_columns; i++)
        titles = titles || t->columns[i].title;
    if (titles && r.h > 1)
        draw_titles(t, c, rect_take_top(&r, 1));
    list_draw(&t->list, c, r, &rows, t, focus);
}

void table_set(struct table *t, int n)
{
    list_set(&t->list, n, &rows, t);
}

void table_select(struct table *t, int row)
{
    list_select(&t->list, row, &rows, t);
}

bool table_event(struct table *t, const struct event *e)
{
    return list_event(&t->list, e, &rows, t);
}

void table_done(struct table *t)
{
    list_done(&t->list);
}
