#include "config.h"

#include "press/rules.h"

#include <math.h>

#define DOTTED 1000 /* thicker than any rule */
#define TOUCHING 0.01

struct graphics {
    cairo_t *cr;
    double look;      /* of the rules that are drawn now */
    double next_look; /* the next higher one that was met; 0: none */
    GArray *uprights; /* not drawn yet: the row below may go on with them */
};

struct upright {
    double x, top, bottom;
};

static void add_fills(cairo_t *cr, const struct item *it, double y)
{
    for (; it; it = it->next)
        if (it->kind == ITEM_FILL)
            cairo_rectangle(cr, it->x, y + it->y, it->w, it->h);
}

static void add_line(cairo_t *cr, double x, double y, double w, double h)
{
    cairo_move_to(cr, x, y);
    cairo_line_to(cr, x + w, y + h);
}

static void add_upright(struct graphics *g, const struct upright *new)
{
    for (guint i = 0; i < g->uprights->len; i++) {
        struct upright *u = &g_array_index(g->uprights, struct upright, i);
        if (u->x == new->x && fabs(u->bottom - new->top) < TOUCHING) {
            u->bottom = new->bottom;
            return;
        }
    }
    g_array_append_vals(g->uprights, new, 1);
}

static void add_rules(struct graphics *g, const struct item *it, double y)
{
    for (; it; it = it->next) {
        if (it->kind != ITEM_RULE && it->kind != ITEM_FRAME)
            continue;
        double look = it->thickness + (it->dotted ? DOTTED : 0);
        if (look > g->look && (g->next_look == 0 || look < g->next_look))
            g->next_look = look;
        if (look != g->look)
            continue;
        if (it->kind == ITEM_FRAME)
            cairo_rectangle(g->cr, it->x, y + it->y, it->w, it->h);
        else if (it->w == 0)
            add_upright(g, &(struct upright){it->x, y + it->y, y + it->y + it->h});
        else
            add_line(g->cr, it->x, y + it->y, it->w, it->h);
    }
}

static void stroke(cairo_t *cr, double look)
{
    static const double dots[] = {0.6, 1.8};
    bool dotted = look >= DOTTED;
    cairo_set_line_width(cr, dotted ? look - DOTTED : look);
    cairo_set_dash(cr, dots, dotted ? 2 : 0, 0);
    cairo_stroke(cr);
    cairo_set_dash(cr, NULL, 0, 0);
}

static void draw_rules(struct graphics *g, const struct page *page)
{
    for (const struct placed *pl = page->first; pl; pl = pl->next) {
        add_rules(g, pl->block->items, pl->y);
        if (pl->cut)
            add_rules(g, pl->block->tail, pl->y);
    }
    for (guint i = 0; i < g->uprights->len; i++) {
        const struct upright *u = &g_array_index(g->uprights, struct upright, i);
        add_line(g->cr, u->x, u->top, 0, u->bottom - u->top);
    }
    g_array_set_size(g->uprights, 0);
    stroke(g->cr, g->look);
}

void rules_draw(cairo_t *cr, const struct page *page)
{
    struct graphics g = {.cr = cr, .uprights = g_array_new(FALSE, FALSE, sizeof(struct upright))};
    for (const struct placed *pl = page->first; pl; pl = pl->next)
        add_fills(cr, pl->block->items, pl->y);
    cairo_set_source_rgb(cr, 0.93, 0.93, 0.93);
    cairo_fill(cr);
    cairo_set_source_rgb(cr, 0, 0, 0);
    do {
        g.look = g.next_look;
        g.next_look = 0;
        draw_rules(&g, page);
    } while (g.next_look > 0);
    g_array_free(g.uprights, TRUE);
}

void rules_line(cairo_t *cr, double y, double w, double thickness)
{
    add_line(cr, 0, y, w, 0);
    stroke(cr, thickness);
}
