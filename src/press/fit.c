#include "config.h"

#include "press/fit.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "model/exif.h"
#include "press/check.h"
#include "press/picture.h"

/* Rows of red, green, blue without gaps. */
struct pixels {
    unsigned char *p;
    size_t w, h;
};

struct codec {
    struct jpeg_error_mgr manager; /* first: libjpeg hands this pointer back */
    jmp_buf out;
};

static void leave(j_common_ptr cinfo)
{
    struct codec *c = (struct codec *)(void *)cinfo->err;
    longjmp(c->out, 1);
}

static void keep_quiet(j_common_ptr cinfo)
{
    (void)cinfo;
}

static struct jpeg_error_mgr *quiet(struct codec *c)
{
    struct jpeg_error_mgr *m = jpeg_std_error(&c->manager);
    m->error_exit = leave;
    m->output_message = keep_quiet;
    return m;
}

/* --- in --- */

/* libjpeg can leave out detail while it decodes: down to the smallest eighth that still fills the box. */
static void choose_scale(struct jpeg_decompress_struct *d, size_t box)
{
    size_t longest = d->image_width > d->image_height ? d->image_width : d->image_height;
    d->scale_denom = 8;
    d->scale_num = 8;
    while (d->scale_num > 1 && longest * (d->scale_num - 1) / 8 >= box)
        d->scale_num--;
}

static void decode_rows(struct jpeg_decompress_struct *d, struct pixels *x)
{
    x->w = d->output_width;
    x->h = d->output_height;
    x->p = mem_alloc(x->w * x->h * 3);
    while (d->output_scanline < d->output_height) {
        JSAMPROW row = x->p + d->output_scanline * x->w * 3;
        jpeg_read_scanlines(d, &row, 1);
    }
}

/* False: damaged. */
static bool decode_jpeg(const void *p, size_t n, size_t box, struct pixels *x)
{
    struct codec c;
    struct jpeg_decompress_struct d = {0};
    d.err = quiet(&c);
    if (setjmp(c.out) != 0) {
        jpeg_destroy_decompress(&d);
        return false;
    }
    jpeg_create_decompress(&d);
    d.mem->max_memory_to_use = 512l << 20; /* progressive pictures are held whole */
    jpeg_mem_src(&d, p, (unsigned long)n);
    jpeg_read_header(&d, TRUE);
    d.out_color_space = JCS_RGB;
    choose_scale(&d, box);
    jpeg_start_decompress(&d);
    decode_rows(&d, x);
    jpeg_finish_decompress(&d);
    bool whole = d.err->num_warnings == 0;
    jpeg_destroy_decompress(&d);
    return whole;
}

/* Cairo's pixels are multiplied by their alpha already: white shines through what is left of it. */
static void flatten(const uint32_t *from, unsigned char *to, size_t n, bool alpha)
{
    for (size_t i = 0; i < n; i++) {
        uint32_t v = from[i], rest = alpha ? 255 - (v >> 24) : 0;
        for (int k = 0; k < 3; k++) {
            uint32_t part = ((v >> (16 - 8 * k)) & 255) + rest;
            to[3 * i + (size_t)k] = (unsigned char)(part > 255 ? 255 : part);
        }
    }
}

static bool decode_png(const void *p, size_t n, struct pixels *x)
{
    struct image *im = image_open(p, n);
    if (!im)
        return false;
    cairo_surface_t *flat = cairo_surface_map_to_image(im->surface, NULL);
    cairo_format_t format = cairo_image_surface_get_format(flat);
    bool known = format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24;
    if (known) {
        size_t stride = (size_t)cairo_image_surface_get_stride(flat);
        const unsigned char *data = cairo_image_surface_get_data(flat);
        x->w = (size_t)cairo_image_surface_get_width(flat);
        x->h = (size_t)cairo_image_surface_get_height(flat);
        x->p = mem_alloc(x->w * x->h * 3);
        for (size_t y = 0; y < x->h; y++)
            flatten((const uint32_t *)(const void *)(data + y * stride), x->p + y * x->w * 3, x->w,
                    format == CAIRO_FORMAT_ARGB32);
    }
    cairo_surface_unmap_image(im->surface, flat);
    image_free(im);
    return known;
}

/* --- smaller and upright --- */

/* The mean of the stored pixels [x0, x1) x [y0, y1). */
static void mean(const struct pixels *a, size_t x0, size_t x1, size_t y0, size_t y1, unsigned char *to)
{
    size_t sum[3] = {0}, n = (x1 - x0) * (y1 - y0);
    for (size_t y = y0; y < y1; y++)
        for (const unsigned char *s = a->p + (y * a->w + x0) * 3, *end = s + (x1 - x0) * 3; s < end; s += 3)
            for (int k = 0; k < 3; k++)
                sum[k] += s[k];
    for (int k = 0; k < 3; k++)
        to[k] = (unsigned char)((sum[k] + n / 2) / n);
}

static size_t end_of(size_t i, size_t n, size_t of)
{
    size_t start = i * of / n, end = (i + 1) * of / n;
    return end > start ? end : start + 1;
}

/* Where the picture as it is seen takes its pixel (x, y) from, by EXIF orientation (EXIF 2.32, 4.6.4). */
static void turn(int orientation, size_t w, size_t h, size_t x, size_t y, size_t *u, size_t *v)
{
    bool lies = orientation >= 5;
    size_t a = lies ? y : x, b = lies ? x : y; /* across and down the stored picture */
    bool flip_a = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    bool flip_b = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    *u = flip_a ? w - 1 - a : a;
    *v = flip_b ? h - 1 - b : b;
}

static struct pixels fit_into(const struct pixels *a, size_t box, int orientation)
{
    size_t longest = a->w > a->h ? a->w : a->h;
    size_t w = longest > box ? a->w * box / longest : a->w, h = longest > box ? a->h * box / longest : a->h;
    w = w ? w : 1;
    h = h ? h : 1;
    bool lies = orientation >= 5;
    struct pixels out = {NULL, lies ? h : w, lies ? w : h};
    out.p = mem_alloc(out.w * out.h * 3);
    for (size_t y = 0; y < out.h; y++)
        for (size_t x = 0; x < out.w; x++) {
            size_t u, v;
            turn(orientation, w, h, x, y, &u, &v);
            mean(a, u * a->w / w, end_of(u, w, a->w), v * a->h / h, end_of(v, h, a->h),
                 out.p + (y * out.w + x) * 3);
        }
    return out;
}

/* --- out --- */

/* A small picture is looked at more closely than a large one. */
static int quality_of(size_t box)
{
    return box >= 1600 ? 82 : box >= 1000 ? 78 : 70;
}

static bool encode(const struct pixels *x, int quality, struct buf *out)
{
    struct codec c;
    struct jpeg_compress_struct k = {0};
    unsigned char *bytes = NULL;
    unsigned long n = 0;
    k.err = quiet(&c);
    if (setjmp(c.out) != 0) {
        jpeg_destroy_compress(&k);
        free(bytes);
        return false;
    }
    jpeg_create_compress(&k);
    jpeg_mem_dest(&k, &bytes, &n);
    k.image_width = (JDIMENSION)x->w;
    k.image_height = (JDIMENSION)x->h;
    k.input_components = 3;
    k.in_color_space = JCS_RGB;
    jpeg_set_defaults(&k);
    jpeg_set_quality(&k, quality, TRUE);
    k.optimize_coding = TRUE;
    jpeg_start_compress(&k, TRUE);
    while (k.next_scanline < k.image_height) {
        JSAMPROW row = x->p + k.next_scanline * x->w * 3;
        jpeg_write_scanlines(&k, &row, 1);
    }
    jpeg_finish_compress(&k);
    jpeg_destroy_compress(&k);
    buf_add(out, bytes, n);
    free(bytes);
    return true;
}

enum err_code fit_picture_bytes(const void *p, size_t n, int box, struct buf *out, struct buf *word,
                                struct err *e)
{
    struct exif x;
    struct pixels full = {0}, small = {0};
    enum err_code code = check_header(p, n, &x, word, e);
    if (code)
        return code;
    bool read = x.type == PICTURE_JPEG ? decode_jpeg(p, n, (size_t)box, &full) : decode_png(p, n, &full);
    if (read) {
        small = fit_into(&full, (size_t)box, x.orientation);
        read = encode(&small, quality_of((size_t)box), out);
    }
    free(full.p);
    free(small.p);
    return read ? ERR_NONE : check_broken(word, e);
}
