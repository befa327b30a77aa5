#include "config.h"

#include "press/picture.h"

#include <math.h>
#include <stdlib.h>

#include <glib.h>

#include "base/arena.h"
#include "model/exif.h"
#include "model/jpeg.h"
#include "press/check.h"
#include "press/pixels.h"

/* On paper nobody sees more than 200 pixels an inch; a phone gives three times as many. */
#define PRINT_DPI 200
/* A little more is not worth a second loss by encoding. */
#define WASTE 1.25
#define PRINT_QUALITY 82

/* The surface only carries the size and the bytes to the PDF: nothing is decoded. */
static cairo_surface_t *carry_jpeg(struct image *im, int w, int h)
{
    cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_A1, w, h);
    cairo_surface_set_mime_data(s, CAIRO_MIME_TYPE_JPEG, (const unsigned char *)im->bytes.p, im->bytes.len,
                                NULL, NULL);
    return s;
}

static cairo_surface_t *carry_pixels(const struct pixels *x)
{
    cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)x->w, (int)x->h);
    if (cairo_surface_status(s) != CAIRO_STATUS_SUCCESS)
        return s;
    cairo_surface_flush(s);
    unsigned char *data = cairo_image_surface_get_data(s);
    size_t stride = (size_t)cairo_image_surface_get_stride(s);
    for (size_t y = 0; y < x->h; y++) {
        uint32_t *row = (uint32_t *)(void *)(data + y * stride);
        const unsigned char *from = x->p + y * x->w * 3;
        for (size_t i = 0; i < x->w; i++, from += 3)
            row[i] = (uint32_t)from[0] << 16 | (uint32_t)from[1] << 8 | from[2];
    }
    cairo_surface_mark_dirty(s);
    return s;
}

/* Upright and no larger than it is printed; a PNG that is small enough keeps every pixel as it is. */
static cairo_surface_t *decode(struct image *im, const void *p, size_t n, const struct exif *x, size_t box)
{
    struct pixels px;
    cairo_surface_t *s = NULL;
    bool smaller = (size_t)MAX(x->width, x->height) > box;
    if (!pixels_read(p, n, x, box, &px))
        return NULL;
    im->orientation = 1;
    if (!smaller)
        s = carry_pixels(&px);
    else if (pixels_jpeg(&px, PRINT_QUALITY, &im->bytes))
        s = carry_jpeg(im, (int)px.w, (int)px.h);
    pixels_free(&px);
    return s;
}

static cairo_surface_t *open_surface(struct image *im, const void *p, size_t n, const struct exif *x, double w, double h)
{
    double longest = MAX(x->width, x->height), points = longest * image_scale(im, w, h);
    double needed = MAX(ceil(points / 72 * PRINT_DPI), 16);
    bool enough = longest <= needed * WASTE;
    if (!enough || x->type == PICTURE_PNG)
        return decode(im, p, n, x, enough ? (size_t)longest : (size_t)needed);
    return jpeg_strip(p, n, &im->bytes) ? carry_jpeg(im, x->width, x->height) : NULL;
}

struct image *image_open(const void *p, size_t n, double w, double h)
{
    struct exif x;
    if (!check_readable(p, n, &x))
        return NULL;
    struct image *im = mem_zalloc(sizeof *im);
    bool lies = x.orientation >= 5; /* 5 .. 8 change width and height */
    im->source = p;
    im->box_width = w;
    im->box_height = h;
    im->orientation = x.orientation;
    im->width = lies ? x.height : x.width;
    im->height = lies ? x.width : x.height;
    im->surface = open_surface(im, p, n, &x, w, h);
    if (im->surface && cairo_surface_status(im->surface) == CAIRO_STATUS_SUCCESS)
        return im;
    image_free(im);
    return NULL;
}

double image_scale(const struct image *im, double w, double h)
{
    return MIN(MIN(w / im->width, h / im->height), 0.75);
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
    bool lies = im->orientation >= 5;
    cairo_scale(cr, w / (lies ? sh : sw), h / (lies ? sw : sh));
    cairo_transform(cr, &turns[im->orientation]);
    cairo_set_source_surface(cr, im->surface, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_NEAREST); /* no smoothing mark in the PDF */
    cairo_rectangle(cr, 0, 0, sw, sh); /* not cairo_paint: as the first drawing of a page it loses tags */
    cairo_fill(cr);
    cairo_restore(cr);
}
