/* Headings: the list of contents with its page numbers. */
#include "config.h"

#include <string.h>

#include "base/text.h"
#include "press/nodes.h"

#define LEVEL_MM 7.0
#define NUMBER_MM 11.0
#define LEADER_GAP 4.0

struct contents_row {
    const struct node *heading;
    struct block *block;
    struct style style;
    double leader, top, baseline; /* where the dots begin; of the last line */
    struct contents_row *next;
};

static const char *one_line(struct arena *a, const char *s)
{
    char *line = arena_strdup(a, s);
    for (char *c = line; *c; c++)
        if (*c == '\n')
            *c = ' ';
    return line;
}

const char *heading_line(struct arena *a, const struct node *n)
{
    const char *text = one_line(a, TXT(n->text));
    if (!n->right)
        return *text ? text : NULL;
    const char *box = arena_memdup(a, n->right, strcspn(n->right, "\n")); /* "LAMPIRAN I" */
    if (!*box)
        return *text ? text : NULL;
    return *text ? arena_printf(a, "%s \xE2\x80\x93 %s", box, text) : box;
}

void mark_add(struct press *p, const struct node *n, struct block *b)
{
    const char *text = heading_line(p->arena, n);
    if (!text || !b)
        return;
    struct mark *m = ARENA_NEW(p->arena, struct mark);
    size_t number = p->last_mark ? p->last_mark->number + 1 : 1;
    *m = (struct mark){.text = text, .number = number, .level = n->level, .node = n, .block = b};
    if (p->last_mark)
        p->last_mark->next = m;
    else
        p->marks = m;
    p->last_mark = m;
}

static void put_row(struct press *p, const struct node *contents, const struct node *heading, const char *text)
{
    const struct style s = {.bold = heading->level == 0, .leading = 1.2};
    double indent = MM(LEVEL_MM) * heading->level;
    struct lines l = type_set(p, text, p->width - indent - MM(NUMBER_MM) - 2 * LEADER_GAP, &s);
    const struct line *last = &l.v[l.n - 1];
    struct block *b = block_add(p, heading->level == 0 ? p->tree->font_size * 0.25 : 0);
    b->outer = "TOC";
    b->outer_owner = contents;
    b->tag = "TOCI";
    b->height = type_put(p, b, &l, 0, l.n, indent, 0);
    struct contents_row *row = ARENA_NEW(p->arena, struct contents_row);
    PangoRectangle extents;
    pango_layout_line_get_extents(last->line, NULL, &extents);
    *row = (struct contents_row){heading, b, s, indent + last->x + pango_units_to_double(extents.width) + LEADER_GAP,
                                 b->height - last->height, b->height - last->height + last->baseline, p->rows};
    p->rows = row;
}

void node_contents(struct press *p, const struct node *n, bool keep)
{
    for (const struct node *h = n->next; h; h = h->next) {
        const char *text = h->kind == NODE_HEADING && h->level <= n->level ? heading_line(p->arena, h) : NULL;
        if (text)
            put_row(p, n, h, text);
    }
    if (p->last)
        p->last->glue = keep;
}

static struct mark *mark_of(const struct press *p, const struct block *b)
{
    for (struct mark *m = p->marks; m; m = m->next)
        if (m->block == b)
            return m;
    return NULL;
}

static void find_pages(struct press *p)
{
    size_t number = 0;
    for (const struct page *page = p->pages; page; page = page->next) {
        number++;
        for (const struct placed *pl = page->first; p->marks && pl; pl = pl->next) {
            struct mark *m = mark_of(p, pl->block);
            if (!m)
                continue;
            m->page = number;
            m->y = pl->y;
        }
    }
}

static void put_number(struct press *p, const struct contents_row *row, const struct mark *m)
{
    struct style s = row->style;
    s.align = ALIGN_RIGHT;
    struct lines l = type_set(p, arena_printf(p->arena, "%zu", m->page), MM(NUMBER_MM), &s);
    PangoRectangle extents;
    pango_layout_line_get_extents(l.v[0].line, NULL, &extents);
    double width = pango_units_to_double(extents.width);
    type_put(p, row->block, &l, 0, 1, p->width - MM(NUMBER_MM), row->top);
    struct item *dots = block_item(p, row->block, ITEM_RULE);
    dots->x = row->leader;
    dots->y = row->baseline - 0.3;
    dots->w = p->width - width - LEADER_GAP - dots->x;
    dots->thickness = 0.6;
    dots->dotted = true;
    /* By name: cairo 1.16 writes a link to the number of a page without its goal. */
    m->block->dest = arena_printf(p->arena, "name='judul%zu'", m->number);
    const char *link = arena_printf(p->arena, "dest='judul%zu'", m->number);
    for (struct item *it = row->block->items; it; it = it->next) {
        it->tag = "Link";
        it->link = link;
        it->cell = 1;
    }
}

void contents_number(struct press *p)
{
    find_pages(p);
    for (const struct contents_row *row = p->rows; row; row = row->next)
        for (const struct mark *m = p->marks; m; m = m->next)
            if (m->node == row->heading)
                put_number(p, row, m);
}
