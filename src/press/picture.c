#include "config.h"

#include "press/picture.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "model/exif.h"
#include "model/jpeg.h"

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
