/* The head of the paper: logo, lines of the unit, a double rule. */
#include "config.h"

#include "press/nodes.h"
#include "press/picture.h"

static struct style head_style(const struct run *r)
{
    return (struct style){.scale = r->scale, .bold = r->bold, .align = ALIGN_CENTER, .leading = 1.05};
}

static size_t head_lines(struct press *p, const struct node *n, double width)
{
    size_t lines = 0;
    for (size_t i = 0; i < n->n_runs; i++) {
        struct style s = head_style(&n->runs[i]);
        lines += type_set(p, n->runs[i].text, width, &s).n;
    }
    return lines;
}

double letterhead_width(struct press *p, const struct node *n, double logo)
{
    double width = p->width - 2 * logo;
    if (logo > 0 && head_lines(p, n, width) > head_lines(p, n, p->width - logo))
        width = p->width - logo;
    return width;
}

static double letterhead_lines(struct press *p, struct block *b, const struct node *n, double logo)
{
    double width = letterhead_width(p, n, logo);
    double y = 0;
    for (size_t i = 0; i < n->n_runs; i++) {
        struct style s = head_style(&n->runs[i]);
        struct lines l = type_balanced(p, n->runs[i].text, width, &s);
        y += type_put(p, b, &l, 0, l.n, logo, y);
    }
    return y;
}

static void move_lines(struct block *b, double dy)
{
    for (struct item *it = b->items; it; it = it->next)
        if (it->kind == ITEM_LINE)
            it->y += dy;
}

void node_letterhead(struct press *p, const struct node *n, bool keep)
{
    (void)keep; /* a letter never begins below the edge of a page */
    struct block *b = block_add(p, 0);
    struct image *im = p->tree->logo ? picture_open(p, p->tree->logo, p->tree->logo_size, MM(LOGO_WIDTH_MM), MM(LOGO_HEIGHT_MM)) : NULL;
    double logo_h = im ? picture_put(p, b, im, 0, MM(LOGO_WIDTH_MM), MM(LOGO_HEIGHT_MM)) : 0;
    block_cell(b, NULL, "Figure", 1);
    if (b->items)
        b->items->words = "Lambang instansi"; /* words of a paper: never translated */
    struct item *logo = b->last;
    double text_h = letterhead_lines(p, b, n, im ? MM(LOGO_WIDTH_MM + LOGO_GAP_MM) : 0);
    block_cell(b, logo, "P", 2);
    double h = MAX(logo_h, text_h);
    move_lines(b, (h - text_h) / 2);
    for (struct item *it = b->items; it; it = it->next)
        if (it->kind == ITEM_IMAGE)
            it->y = (h - logo_h) / 2;
    block_rule(p, b, 0, h + 5, p->width, 0, 2.25);
    block_rule(p, b, 0, h + 7.6, p->width, 0, 0.75);
    b->height = h + 8;
    b->glue = true;
}
