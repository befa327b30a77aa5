#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/list.h"

void list_done(struct list *l)
{
    free(l->marks);
    *l = (struct list){0};
}

static void remember_id(struct list *l, const struct list_rows *rows, void *ctx)
{
    l->sel_id = l->n > 0 && rows && rows->id ? rows->id(ctx, l->sel) : ID_NONE;
}

void list_select(struct list *l, int i, const struct list_rows *rows, void *ctx)
{
    if (i >= l->n)
        i = l->n - 1;
    l->sel = i > 0 ? i : 0;
    remember_id(l, rows, ctx);
}

/* The row with this id; false when there is none. */
static bool select_id(struct list *l, const struct id *id, const struct list_rows *rows, void *ctx)
{
    for (int i = 0; i < l->n && rows->id; i++) {
        struct id row = rows->id(ctx, i);
        if (id_eq(&row, id)) {
            list_select(l, i, rows, ctx);
            return true;
        }
    }
    return false;
}

void list_follow(struct list *l, const struct id *id)
{
    l->sel = 0;
    l->sel_id = *id;
}

/* Drops marks whose rows are gone. */
static void keep_marks(struct list *l, const struct list_rows *rows, void *ctx)
{
    int kept = 0;
    for (int m = 0; m < l->n_marks; m++) {
        bool there = false;
        for (int i = 0; i < l->n && !there; i++) {
            struct id row = rows->id(ctx, i);
            there = id_eq(&row, &l->marks[m]);
        }
        if (there)
            l->marks[kept++] = l->marks[m];
    }
    l->n_marks = kept;
}

void list_set(struct list *l, int n, const struct list_rows *rows, void *ctx)
{
    struct id was = l->sel_id;
    l->n = n > 0 ? n : 0;
    if (rows && rows->id && l->n_marks)
        keep_marks(l, rows, ctx);
    bool stays = false;
    if (rows && rows->id && !id_is_none(&was)) {
        struct id here = l->sel < l->n ? rows->id(ctx, l->sel) : ID_NONE;
        stays = id_eq(&here, &was) || select_id(l, &was, rows, ctx);
    }
    if (!stays)
        list_select(l, l->sel, rows, ctx);
}

/* --- events --- */

static int row_height(const struct list_rows *rows, void *ctx, int i, int width)
{
    int h = rows->height ? rows->height(ctx, i, width) : 1;
    return h > 0 ? h : 1;
}

static bool click(struct list *l, const struct event *e, const struct list_rows *rows, void *ctx)
{
    if (!rect_has(l->at, e->x, e->y))
        return false;
    int y = l->at.y;
    for (int i = l->top; i < l->n; i++) {
        y += row_height(rows, ctx, i, l->at.w);
        if (e->y < y) {
            list_select(l, i, rows, ctx);
            return true;
        }
    }
    return false;
}

static bool mouse(struct list *l, const struct event *e, const struct list_rows *rows, void *ctx)
{
    if (e->mouse == MOUSE_CLICK || e->mouse == MOUSE_DOUBLE)
        return click(l, e, rows, ctx);
    if (!rect_has(l->at, e->x, e->y))
        return false;
    list_select(l, l->sel + (e->mouse == MOUSE_UP ? -3 : 3), rows, ctx);
    return true;
}

bool list_event(struct list *l, const struct event *e, const struct list_rows *rows, void *ctx)
{
    if (e->kind == EVENT_MOUSE)
        return mouse(l, e, rows, ctx);
    if (e->kind != EVENT_KEY)
        return false;
    int page = l->page > 1 ? l->page - 1 : 1;
    const struct {
        int key, to;
    } moves[] = {{K_UP, l->sel - 1},       {K_DOWN, l->sel + 1}, {K_PGUP, l->sel - page},
                 {K_PGDN, l->sel + page}, {K_HOME, 0},          {K_END, l->n - 1}};
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        if (moves[i].key == e->key) {
            list_select(l, moves[i].to, rows, ctx);
            return true;
        }
    }
    return false;
}

/* --- drawing --- */

/* Moves `top` so that the selected row is seen whole, walking only over rows that can be seen. */
static void scroll_to(struct list *l, struct rect r, const struct list_rows *rows, void *ctx)
{
    if (l->top > l->sel)
        l->top = l->sel;
    int first = l->sel;
    int used = row_height(rows, ctx, l->sel, r.w);
    while (first > l->top) {
        used += row_height(rows, ctx, first - 1, r.w);
        if (used > r.h)
            break;
        first--;
    }
    l->top = first;
    /* No empty lines below the last row while rows are hidden above. */
    used = 0;
    for (int i = l->top; i < l->n && used <= r.h; i++)
        used += row_height(rows, ctx, i, r.w);
    while (l->top > 0) {
        used += row_height(rows, ctx, l->top - 1, r.w);
        if (used > r.h)
            break;
        l->top--;
    }
}

static void draw_row(struct list *l, struct canvas *c, struct rect r, int i, const struct list_rows *rows,
                     void *ctx, bool focus)
{
    bool here = i == l->sel;
    struct rect before = canvas_clip_more(c, r);
    rows->draw(ctx, c, r, i, focus && here);
    if (!rows->own_style && here)
        canvas_restyle(c, r, focus ? STYLE_SELECTED : STYLE_MARKED);
    if (here && focus)
        canvas_cursor(c, r.x, r.y);
    canvas_clip(c, before);
}

void list_draw_more(struct canvas *c, struct rect line, int above, bool plus_above, int below, bool plus_below)
{
    struct arena *a = arena_new();
    const char *more_up = plus_above ? "+" : "", *more_down = plus_below ? "+" : "";
    const char *up = above > 0 ? arena_printf(a, _("▲ %d%s di atas"), above, more_up) : "";
    const char *down = below > 0 ? arena_printf(a, _("▼ %d%s lagi"), below, more_down) : "";
    const char *gap = *up && *down ? "  " : "";
    const char *all = arena_printf(a, "%s%s%s", up, gap, down);
    if (text_width(all, strlen(all)) > line.w)
        all = arena_printf(a, "%s%s%s", *up ? arena_printf(a, "▲%d%s", above, more_up) : "", *gap ? " " : "",
                           *down ? arena_printf(a, "▼%d%s", below, more_down) : "");
    canvas_put_cut(c, line.x, line.y, line.w, STYLE_DIM, all);
    arena_free(a);
}

/* Walks over no more rows than can be seen. */
static bool all_fit(const struct list *l, struct rect r, const struct list_rows *rows, void *ctx)
{
    int used = 0;
    for (int i = 0; i < l->n && used <= r.h; i++)
        used += row_height(rows, ctx, i, r.w);
    return used <= r.h;
}

void list_draw(struct list *l, struct canvas *c, struct rect r, const struct list_rows *rows, void *ctx, bool focus)
{
    struct rect more = {0};
    l->page = 0;
    l->at = r;
    if (r.w <= 0 || r.h <= 0 || l->n == 0)
        return;
    /* the row that is worked on is worth more than the line below it */
    if (row_height(rows, ctx, l->sel, r.w) < r.h && !all_fit(l, r, rows, ctx))
        more = rect_take_bottom(&r, 1);
    l->at = r;
    scroll_to(l, r, rows, ctx);
    int y = r.y;
    for (int i = l->top; i < l->n && y < r.y + r.h; i++) {
        int h = row_height(rows, ctx, i, r.w);
        struct rect row = {r.x, y, r.w, h};
        draw_row(l, c, rect_common(row, r), i, rows, ctx, focus);
        y += h;
        l->page += y <= r.y + r.h;
    }
    if (more.h > 0)
        list_draw_more(c, more, l->top, l->more_above, l->n - l->top - l->page, l->more_below);
}

/* --- marks --- */

bool list_is_marked(const struct list *l, const struct id *id)
{
    for (int i = 0; i < l->n_marks; i++)
        if (id_eq(&l->marks[i], id))
            return true;
    return false;
}

void list_mark_toggle(struct list *l, const struct id *id)
{
    for (int i = 0; i < l->n_marks; i++) {
        if (id_eq(&l->marks[i], id)) {
            memmove(l->marks + i, l->marks + i + 1, (size_t)(l->n_marks - i - 1) * sizeof *l->marks);
            l->n_marks--;
            return;
        }
    }
    if (l->n_marks == l->cap_marks) {
        l->cap_marks = l->cap_marks ? l->cap_marks * 2 : 8;
        l->marks = mem_realloc(l->marks, (size_t)l->cap_marks * sizeof *l->marks);
    }
    l->marks[l->n_marks++] = *id;
}

void list_marks_clear(struct list *l)
{
    l->n_marks = 0;
}
