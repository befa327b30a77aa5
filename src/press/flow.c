/* Filling pages with blocks: what is glued moves to the next page together, a head is put above the rows that
 * start a page. */
#include "config.h"

#include "press/layout.h"

#include <assert.h>

/* Room that is lost to rounding must not push a block to the next page. */
#define SLACK 0.01

struct flow {
    struct press *p;
    struct page *page;
    double y;
};

struct block *block_add(struct press *p, double space)
{
    struct block *b = ARENA_NEW(p->arena, struct block);
    b->space = space;
    b->owner = b;
    if (p->last)
        p->last->next = b;
    else
        p->first = b;
    p->last = b;
    return b;
}

struct item *block_item(struct press *p, struct block *b, enum item_kind kind)
{
    struct item *it = ARENA_NEW(p->arena, struct item);
    it->kind = kind;
    if (b->last)
        b->last->next = it;
    else
        b->items = it;
    b->last = it;
    return it;
}

void block_cell(struct block *b, struct item *before, const char *tag, size_t cell)
{
    for (struct item *it = before ? before->next : b->items; it; it = it->next) {
        it->tag = tag;
        it->cell = cell;
    }
}

void block_rule(struct press *p, struct block *b, double x, double y, double w, double h, double thickness)
{
    struct item *it = block_item(p, b, ITEM_RULE);
    it->x = x;
    it->y = y;
    it->w = w;
    it->h = h;
    it->thickness = thickness;
}

static void new_page(struct flow *f)
{
    struct page *page = ARENA_NEW(f->p->arena, struct page);
    if (f->page)
        f->page->next = page;
    else
        f->p->pages = page;
    f->page = page;
    f->p->n_pages++;
    f->y = 0;
}

static bool is_fresh(const struct flow *f)
{
    return f->page->first == NULL;
}

/* Height of the blocks from `b` to `end` (not included) from here, or on a fresh page. */
static double height_of(const struct block *b, const struct block *end, bool fresh)
{
    double h = fresh && b->repeat ? b->repeat->height : 0;
    for (const struct block *i = b; i != end; i = i->next)
        h += i->height + (fresh && i == b ? 0 : i->space);
    return h;
}

/* The end of the longest run of glued blocks from `b` that one page can hold: never less than one. */
static const struct block *group_end(const struct flow *f, const struct block *b)
{
    const struct block *end = b->next;
    for (const struct block *i = b; i->glue && i->next && !i->next->new_page; i = i->next) {
        if (height_of(b, i->next->next, true) > f->p->height + SLACK)
            break;
        end = i->next->next;
    }
    return end;
}

static struct placed *put(struct flow *f, const struct block *b)
{
    struct placed *pl = ARENA_NEW(f->p->arena, struct placed);
    f->y += is_fresh(f) ? 0 : b->space;
    pl->block = b;
    pl->y = f->y;
    if (f->page->last)
        f->page->last->next = pl;
    else
        f->page->first = pl;
    f->page->last = pl;
    f->y += b->height;
    return pl;
}

static void put_group(struct flow *f, const struct block *b, const struct block *end)
{
    bool fits = f->y + height_of(b, end, is_fresh(f)) <= f->p->height + SLACK;
    if (!is_fresh(f) && (b->new_page || !fits)) {
        f->page->last->cut = f->page->last->block->owner == b->owner;
        new_page(f);
        if (b->empty && !b->new_page && b->next == end)
            return;
    }
    f->page->counts_anew |= is_fresh(f) && b->counts_anew;
    if (is_fresh(f) && b->repeat)
        put(f, b->repeat)->again = true;
    for (const struct block *i = b; i != end; i = i->next)
        put(f, i);
}

/* The pages from `first` on that are counted together. */
static struct page *count_pages(struct page *first)
{
    size_t n = 0;
    struct page *end = first;
    do {
        end->number = ++n;
        end = end->next;
    } while (end && !end->counts_anew);
    for (struct page *page = first; page != end; page = page->next)
        page->of = n;
    return end;
}

void flow_pages(struct press *p)
{
    struct flow f = {p, NULL, 0};
    new_page(&f);
    for (const struct block *b = p->first; b;) {
        const struct block *end = group_end(&f, b);
        put_group(&f, b, end);
        b = end;
    }
    assert(p->n_pages > 0);
    for (struct page *page = p->pages; page;)
        page = count_pages(page);
}
