/* PNG in, by libpng. One that is stored in steps (interlaced) is held whole; press/check.h refuses large ones. */
#include "config.h"

#include "press/pixels.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

struct decoder {
    const unsigned char *p;
    size_t n;
    png_structp png;
    png_infop info;
    unsigned char *rgba; /* one row, or all of them when interlaced */
    unsigned char *rgb;  /* one row */
    jmp_buf out;
};

static void leave(png_structp png, png_const_charp words)
{
    (void)words;
    struct decoder *d = png_get_error_ptr(png);
    longjmp(d->out, 1);
}

static void keep_quiet(png_structp png, png_const_charp words)
{
    (void)png;
    (void)words;
}

static void give(png_structp png, png_bytep to, size_t n)
{
    struct decoder *d = png_get_io_ptr(png);
    if (n > d->n)
        png_error(png, "cut");
    memcpy(to, d->p, n);
    d->p += n;
    d->n -= n;
}

/* Whatever is stored, red, green, blue and alpha come out, eight bits each. */
static int transform(struct decoder *d)
{
    png_set_expand(d->png);
    png_set_scale_16(d->png);
    png_set_gray_to_rgb(d->png);
    png_set_add_alpha(d->png, 0xFF, PNG_FILLER_AFTER);
    int passes = png_set_interlace_handling(d->png);
    png_read_update_info(d->png, d->info);
    return passes;
}

static void on_white(const unsigned char *rgba, unsigned char *rgb, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        unsigned alpha = rgba[4 * i + 3];
        for (size_t k = 0; k < 3; k++)
            rgb[3 * i + k] = (unsigned char)((rgba[4 * i + k] * alpha + 255 * (255 - alpha) + 127) / 255);
    }
}

static void decode_rows(struct decoder *d, struct shrink *s)
{
    png_read_info(d->png, d->info);
    size_t w = png_get_image_width(d->png, d->info), h = png_get_image_height(d->png, d->info);
    int passes = transform(d);
    size_t kept = passes > 1 ? h : 1;
    d->rgba = mem_zalloc(w * 4 * kept);
    d->rgb = mem_alloc(w * 3);
    shrink_begin(s, w, h);
    for (int pass = 1; pass < passes; pass++)
        for (size_t y = 0; y < h; y++)
            png_read_row(d->png, d->rgba + y * w * 4, NULL);
    for (size_t y = 0; y < h; y++) {
        unsigned char *row = d->rgba + (kept > 1 ? y * w * 4 : 0);
        png_read_row(d->png, row, NULL);
        on_white(row, d->rgb, w);
        shrink_row(s, d->rgb);
    }
    png_read_end(d->png, NULL);
}

static bool try_rows(struct decoder *d, struct shrink *s)
{
    if (setjmp(d->out) != 0)
        return false;
    png_set_read_fn(d->png, d, give);
    png_set_crc_action(d->png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    decode_rows(d, s);
    return true;
}

bool decode_png(const void *p, size_t n, struct shrink *s)
{
    struct decoder d = {.p = p, .n = n};
    d.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &d, leave, keep_quiet);
    d.info = d.png ? png_create_info_struct(d.png) : NULL;
    bool good = d.info && try_rows(&d, s);
    png_destroy_read_struct(&d.png, &d.info, NULL);
    free(d.rgba);
    free(d.rgb);
    return good;
}
