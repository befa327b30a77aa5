/* Pictures with their captions: one below the other, or in a grid. */
#include "config.h"

#include <stdint.h>

#include "press/nodes.h"
#include "press/picture.h"

struct image *picture_open(struct press *p, const void *bytes, size_t n, double w, double h)
{
    for (guint i = 0; i < p->images->len; i++) { /* the logo of a hundred letters is opened, and stored, once */
        struct image *im = p->images->pdata[i];
        if (im->source == bytes && im->box_width == w && im->box_height == h)
            return im;
    }
    if (g_ptr_array_find(p->unreadable, bytes, NULL))
        return NULL;
    struct image *im = image_open(bytes, n, w, h);
    g_ptr_array_add(im ? p->images : p->unreadable, im ? im : (void *)(uintptr_t)bytes);
    return im;
}

double picture_put(struct press *p, struct block *b, struct image *im, double x, double w, double h)
{
    double scale = image_scale(im, w, h);
    struct item *it = block_item(p, b, ITEM_IMAGE);
    it->image = im;
    it->w = im->width * scale;
    it->h = im->height * scale;
    it->x = x + (w - it->w) / 2;
    return it->h;
}

struct picture_row picture_row_set(struct press *p, const struct picture *v, size_t n, size_t across)
{
    const struct style s = {.scale = SMALL, .align = ALIGN_CENTER}, story = {.scale = SMALL, .align = ALIGN_JUSTIFY};
    struct picture_row r = {.v = v, .n = n};
    r.column = (p->width - MM(GUTTER_MM) * (double)(across - 1)) / (double)across;
    r.step = r.column + MM(GUTTER_MM);
    for (size_t i = 0; i < n; i++) {
        if (!v[i].caption || !*v[i].caption)
            continue;
        r.captions[i] = type_set(p, v[i].caption, r.column, &s);
        if (r.captions[i].height > p->height * 0.4) { /* a story, not a caption: it runs on below the row */
            r.stories[i] = type_set(p, v[i].caption, p->width, &story);
            r.captions[i].n = 0;
            continue;
        }
        r.caption_height = MAX(r.caption_height, r.captions[i].height + MM(CAPTION_MM));
    }
    return r;
}

static void put_frame(struct press *p, struct block *b, double x, double w, double h, const char *words)
{
    struct item *it = block_item(p, b, ITEM_FRAME);
    it->x = x;
    it->w = w;
    it->h = h;
    it->thickness = 0.5;
    if (words) {
        struct style s = {.scale = SMALL, .align = ALIGN_CENTER};
        struct lines l = type_set(p, words, w, &s);
        type_put(p, b, &l, 0, l.n, x, (h - l.height) / 2);
    }
}

/* One picture, or the frame in its place; `h` is the most it may be high. Returns its height. */
static double put_picture(struct press *p, struct block *b, const struct picture *v, double x, double w, double h)
{
    struct image *im = v->bytes ? picture_open(p, v->bytes, v->size, w, h) : NULL;
    if (im)
        return picture_put(p, b, im, x, w, h);
    double frame = MIN(h, w * FRAME_SHAPE);
    put_frame(p, b, x, w, frame, v->bytes ? UNREADABLE : NULL);
    return frame;
}

static void put_captions(struct press *p, struct block *b, const struct picture_row *r, double y)
{
    for (size_t i = 0; i < r->n; i++) {
        struct item *before = b->last;
        type_put(p, b, &r->captions[i], 0, r->captions[i].n, r->step * (double)i, y);
        block_cell(b, before, "Caption", 2 * i + 2);
    }
}

static void put_stories(struct press *p, const struct picture_row *r, bool keep)
{
    for (size_t i = 0; i < r->n; i++) {
        if (r->stories[i].n == 0)
            continue;
        p->last->glue = true;
        type_flow(p, &r->stories[i], 0, MM(CAPTION_MM), "Caption", keep);
    }
}

/* `h`: the most the row may be high, captions included. Returns the row itself. */
static struct block *put_row(struct press *p, const struct picture_row *r, double space, double h, bool keep)
{
    struct block *b = block_add(p, space);
    double most = MAX(h - r->caption_height, MM(LEAST_MM)), high = 0, heights[TREE_ACROSS];
    for (size_t i = 0; i < r->n; i++) {
        struct item *before = b->last;
        heights[i] = put_picture(p, b, &r->v[i], r->step * (double)i, r->column, most);
        high = MAX(high, heights[i]);
        block_cell(b, before, "Figure", 2 * i + 1);
        for (struct item *it = before ? before->next : b->items; it; it = it->next)
            it->words = r->v[i].caption;
    }
    for (struct item *it = b->items; it; it = it->next) /* standing and lying pictures meet in the middle */
        it->y += (high - heights[it->cell / 2]) / 2;
    put_captions(p, b, r, high + MM(CAPTION_MM));
    b->height = high + r->caption_height;
    b->glue = keep;
    put_stories(p, r, keep);
    return b;
}

void node_picture(struct press *p, const struct node *n, bool keep)
{
    const struct picture v = {n->picture, n->picture_size, n->text};
    struct picture_row r = picture_row_set(p, &v, 1, 1);
    put_row(p, &r, p->tree->font_size, MIN(MM(PICTURE_MM) + r.caption_height, p->height), keep);
}

/* What stands above on the page where the grid begins: its heading, when it is alone there. */
static double height_above(const struct press *p)
{
    double all = 0, glued = 0;
    for (const struct block *b = p->above ? p->above->next : p->first; b; b = b->next) {
        all += b->height + b->space;
        glued = b->glue ? glued + b->height + b->space : 0;
    }
    return all < p->height * 0.4 ? all : glued;
}

/* As many rows as wanted below what takes `above`, with room between them. */
static double row_height(const struct press *p, double above, size_t rows)
{
    double room = p->height - above - p->tree->font_size * (double)(rows - 1);
    return MAX(room / (double)rows, MM(LEAST_MM));
}

void node_pictures(struct press *p, const struct node *n, bool keep)
{
    size_t across = (size_t)n->across, rows = ((size_t)n->per_page + across - 1) / across;
    double space = p->tree->font_size;
    struct grid_room *g = ARENA_NEW(p->arena, struct grid_room);
    *g = (struct grid_room){n, row_height(p, height_above(p) + space, rows), row_height(p, 0, rows), p->grids};
    p->grids = g;
    for (size_t i = 0, row = 0; i < n->n_pictures; i += across, row++) {
        struct picture_row r = picture_row_set(p, n->pictures + i, MIN(across, n->n_pictures - i), across);
        bool last = i + across >= n->n_pictures;
        struct block *b = put_row(p, &r, space, row < rows ? g->first : g->height, last ? keep : (row + 1) % rows != 0);
        b->new_page = row > 0 && row % rows == 0;
    }
}
