#include "config.h"

#include "press/picture.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "model/exif.h"
#include "model/jpeg.h"
#include "press/nodes.h"

/* Three pictures stand under the heading of an attachment on A4. */
#define FRAME_MM 66.0
#define PICTURE_MM 66.0
#define LOGO_HEIGHT_MM 24.0
#define LOGO_WIDTH_MM 26.0

/* A JPEG is not decoded: the surface only carries its size and its bytes to the PDF. */
static cairo_surface_t *open_jpeg(const void *p, size_t n, const struct exif *x, struct image *im)
{
    if ((x->components != 1 && x->components != 3) || !jpeg_strip(p, n, &im->bytes))
        return NULL;
    cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_A1, x->width, x->height);
    cairo_surface_set_mime_data(s, CAIRO_MIME_TYPE_JPEG, (const unsigned char *)im->bytes.p, im->bytes.len,
                                NULL, NULL);
    return s;
}

struct source {
    const unsigned char *p;
    size_t n;
};

static cairo_status_t read_bytes(void *closure, unsigned char *out, unsigned int n)
{
    struct source *s = closure;
    if (s->n < n)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(out, s->p, n);
    s->p += n;
    s->n -= n;
    return CAIRO_STATUS_SUCCESS;
}

struct image *image_open(const void *p, size_t n)
{
    struct exif x;
    if (!exif_read(p, n, &x) || !x.whole || x.width <= 0 || x.height <= 0 ||
        (uint64_t)x.width * (uint64_t)x.height > PICTURE_PIXELS)
        return NULL;
    struct image *im = mem_zalloc(sizeof *im);
    struct source from = {p, n};
    im->surface = x.type == PICTURE_JPEG ? open_jpeg(p, n, &x, im)
                                         : cairo_image_surface_create_from_png_stream(read_bytes, &from);
    if (!im->surface || cairo_surface_status(im->surface) != CAIRO_STATUS_SUCCESS) {
        image_free(im);
        return NULL;
    }
    bool lies = x.orientation >= 5; /* 5 .. 8 change width and height */
    im->orientation = x.orientation;
    im->width = lies ? x.height : x.width;
    im->height = lies ? x.width : x.height;
    return im;
}

void image_free(void *image)
{
    struct image *im = image;
    if (!im)
        return;
    if (im->surface)
        cairo_surface_destroy(im->surface);
    buf_done(&im->bytes);
    free(im);
}

void image_draw(cairo_t *cr, const struct image *im, double x, double y, double w, double h)
{
    /* Where stored pixel (u, v) of a picture w x h is seen, by EXIF orientation (EXIF 2.32, 4.6.4). */
    const double sw = cairo_image_surface_get_width(im->surface);
    const double sh = cairo_image_surface_get_height(im->surface);
    const cairo_matrix_t turns[9] = {
        [1] = {1, 0, 0, 1, 0, 0},    [2] = {-1, 0, 0, 1, sw, 0}, [3] = {-1, 0, 0, -1, sw, sh},
        [4] = {1, 0, 0, -1, 0, sh},  [5] = {0, 1, 1, 0, 0, 0},   [6] = {0, 1, -1, 0, sh, 0},
        [7] = {0, -1, -1, 0, sh, sw}, [8] = {0, -1, 1, 0, 0, sw},
    };
    cairo_save(cr);
    cairo_translate(cr, x, y);
    cairo_scale(cr, w / im->width, h / im->height);
    cairo_transform(cr, &turns[im->orientation]);
    cairo_set_source_surface(cr, im->surface, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_NEAREST); /* no smoothing mark in the PDF */
    cairo_rectangle(cr, 0, 0, sw, sh); /* not cairo_paint: as the first drawing of a page it loses tags */
    cairo_fill(cr);
    cairo_restore(cr);
}

static struct image *open_counted(struct press *p, const void *bytes, size_t n)
{
    struct image *im = image_open(bytes, n);
    if (im)
        g_ptr_array_add(p->images, im);
    else
        p->bad_pictures++;
    return im;
}

/* Adds the image scaled into the box (never larger than 96 pixels an inch), centred; returns its height. */
static double put_image(struct press *p, struct block *b, struct image *im, double x, double w, double h)
{
    double scale = MIN(MIN(w / im->width, h / im->height), 0.75);
    struct item *it = block_item(p, b, ITEM_IMAGE);
    it->image = im;
    it->w = im->width * scale;
    it->h = im->height * scale;
    it->x = x + (w - it->w) / 2;
    return it->h;
}

static double put_frame(struct press *p, struct block *b, double h, const char *words)
{
    struct item *it = block_item(p, b, ITEM_FRAME);
    it->w = p->width;
    it->h = h;
    it->thickness = 0.5;
    if (words) {
        struct style s = {.scale = SMALL, .align = ALIGN_CENTER};
        struct lines l = type_set(p, words, p->width, &s);
        type_put(p, b, &l, 0, l.n, 0, (h - l.height) / 2);
    }
    return h;
}

void node_picture(struct press *p, const struct node *n, bool keep)
{
    struct style s = {.scale = SMALL, .align = ALIGN_CENTER};
    struct lines caption = {0};
    if (n->text && *n->text)
        caption = type_set(p, n->text, p->width, &s);
    double room = MAX(p->height - caption.height - MM(4), MM(10));
    struct block *b = block_add(p, p->tree->font_size);
    b->tag = "Figure";
    double h = MIN(MM(FRAME_MM), room);
    struct image *im = n->picture ? open_counted(p, n->picture, n->picture_size) : NULL;
    if (im)
        h = put_image(p, b, im, 0, p->width, MIN(MM(PICTURE_MM), room));
    else /* words of a paper: never translated */
        put_frame(p, b, h, n->picture ? "(gambar tidak dapat dibaca)" : NULL);
    if (caption.n > 0)
        h += MM(1.5) + type_put(p, b, &caption, 0, caption.n, 0, h + MM(1.5));
    b->height = h;
    b->glue = keep;
}

static struct style head_style(const struct run *r)
{
    return (struct style){.scale = r->scale, .bold = r->bold, .align = ALIGN_CENTER, .leading = 1.05};
}

static int head_lines(struct press *p, const struct node *n, double width)
{
    int lines = 0;
    for (size_t i = 0; i < n->n_runs; i++) {
        struct style s = head_style(&n->runs[i]);
        lines += pango_layout_get_line_count(type_layout(p, n->runs[i].text, width, &s));
    }
    return lines;
}

/* Lines of a letterhead: centred on the paper when they fit beside the logo, else in what the logo leaves. */
static double letterhead_lines(struct press *p, struct block *b, const struct node *n, double logo)
{
    double width = p->width - 2 * logo;
    if (logo > 0 && head_lines(p, n, width) > head_lines(p, n, p->width - logo))
        width = p->width - logo;
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

void node_letterhead(struct press *p, const struct node *n)
{
    struct block *b = block_add(p, 0);
    b->tag = "P";
    struct image *im = p->tree->logo ? open_counted(p, p->tree->logo, p->tree->logo_size) : NULL;
    double logo_h = im ? put_image(p, b, im, 0, MM(LOGO_WIDTH_MM), MM(LOGO_HEIGHT_MM)) : 0;
    double text_h = letterhead_lines(p, b, n, im ? MM(LOGO_WIDTH_MM + 2) : 0);
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
