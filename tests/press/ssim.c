/* Reading, writing and comparing grey pages: see ssim.h. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/press/ssim.h"

#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

/* At 50 dpi a window is 4 mm: a few letters. Windows overlap by half. */
#define WINDOW 8
#define STEP 4
/* A band is a sixth of an A4 page: what is wrong in it is not lost among what is right elsewhere. */
#define BAND 96
/* Pale things, as dots to sign on, weigh little in a band: that they are there is looked at by itself. */
#define LOST_INK 6
#define LOST_MOST 4
#define BAND_LEAST 12 /* windows with ink; a page number alone says little */

/* Whatever is not quite paper counts as ink: heads of tables, the watermark and dotted lines are paler than the middle
 * between two greys. */
static unsigned char level(unsigned char v)
{
    return v >= 248 ? 255 : v >= 128 ? 170 : v >= 43 ? 85 : 0;
}

struct grey grey_from_pgm(const struct buf *b)
{
    int w, h, skip = 0;
    assert_int_equal(sscanf(b->p, "P5 %d %d 255%n", &w, &h, &skip), 2);
    size_t n = (size_t)w * (size_t)h;
    assert_true(skip > 0 && b->len == (size_t)skip + 1 + n);
    struct grey x = {mem_alloc(n), (size_t)w, (size_t)h};
    for (size_t i = 0; i < n; i++)
        x.p[i] = level((unsigned char)b->p[(size_t)skip + 1 + i]);
    return x;
}

static struct grey widened(const struct grey *x, size_t w)
{
    struct grey r = {mem_alloc(w * x->h), w, x->h};
    memset(r.p, 255, w * x->h);
    for (size_t y = 0; y < x->h; y++)
        memcpy(r.p + y * w, x->p + y * x->w, x->w);
    return r;
}

void grey_append(struct grey *to, const struct grey *add)
{
    size_t w = to->w > add->w ? to->w : add->w;
    struct grey a = widened(to, w), b = widened(add, w);
    a.p = mem_realloc(a.p, w * (a.h + b.h));
    memcpy(a.p + w * a.h, b.p, w * b.h);
    a.h += b.h;
    grey_done(&b);
    grey_done(to);
    *to = a;
}

void grey_done(struct grey *x)
{
    free(x->p);
    *x = (struct grey){0};
}

void grey_write(const struct grey *x, const char *path)
{
    FILE *f = fopen(path, "wb");
    if (!f)
        fail_msg("%s cannot be written", path);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_init_io(png, f);
    png_set_IHDR(png, info, (png_uint_32)x->w, (png_uint_32)x->h, 2, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(png, 9);
    png_set_filter(png, 0, PNG_FILTER_NONE);
    png_write_info(png, info);
    png_set_packing(png);
    unsigned char *row = mem_alloc(x->w);
    for (size_t y = 0; y < x->h; y++) {
        for (size_t i = 0; i < x->w; i++)
            row[i] = x->p[y * x->w + i] / 85;
        png_write_row(png, row);
    }
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    free(row);
    assert_int_equal(fclose(f), 0);
}

bool grey_read(const char *path, struct grey *ret)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_file(&image, path))
        return false;
    image.format = PNG_FORMAT_GRAY;
    struct grey x = {mem_alloc(PNG_IMAGE_SIZE(image)), image.width, image.height};
    if (!png_image_finish_read(&image, NULL, x.p, 0, NULL))
        fail_msg("%s is no picture", path);
    *ret = x;
    return true;
}

#define BLANK (-1.5) /* similarity is between -1 and 1 */

/* Of one window; less than BLANK when both are blank there. */
static double window_alike(const struct grey *a, const struct grey *b, size_t x0, size_t y0)
{
    const double n = WINDOW * WINDOW, c1 = 0.01 * 255 * 0.01 * 255, c2 = 0.03 * 255 * 0.03 * 255;
    double sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
    for (size_t y = y0; y < y0 + WINDOW; y++)
        for (size_t x = x0; x < x0 + WINDOW; x++) {
            double u = a->p[y * a->w + x], v = b->p[y * b->w + x];
            sa += u;
            sb += v;
            saa += u * u;
            sbb += v * v;
            sab += u * v;
        }
    if (sa >= 255 * n && sb >= 255 * n)
        return 2 * BLANK;
    double ma = sa / n, mb = sb / n;
    double va = saa / n - ma * ma, vb = sbb / n - mb * mb, cov = sab / n - ma * mb;
    return (2 * ma * mb + c1) * (2 * cov + c2) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
}

static double band_alike(const struct grey *a, const struct grey *b, size_t top, size_t bottom)
{
    double sum = 0;
    size_t n = 0;
    for (size_t y = top; y + WINDOW <= bottom; y += STEP)
        for (size_t x = 0; x + WINDOW <= a->w; x += STEP) {
            double s = window_alike(a, b, x, y);
            if (s < BLANK)
                continue;
            sum += s;
            n++;
        }
    return n < BAND_LEAST ? 1 : sum / (double)n;
}

static size_t ink(const struct grey *x, size_t x0, size_t y0)
{
    size_t n = 0;
    for (size_t y = y0; y < y0 + WINDOW; y++)
        for (size_t i = x0; i < x0 + WINDOW; i++)
            n += x->p[y * x->w + i] != 255;
    return n;
}

/* Windows with ink in one picture that are blank in the other. */
static size_t lost(const struct grey *a, const struct grey *b)
{
    size_t n = 0;
    for (size_t y = 0; y + WINDOW <= a->h; y += STEP)
        for (size_t x = 0; x + WINDOW <= a->w; x += STEP) {
            size_t here = ink(a, x, y), there = ink(b, x, y);
            n += (here >= LOST_INK && there == 0) || (there >= LOST_INK && here == 0);
        }
    return n;
}

/* Each pixel as the middle of itself twice and its two neighbours: a letter that another version of Pango puts a third
 * of a pixel further right is still the same letter. */
static struct grey smoothed(const struct grey *x)
{
    struct grey r = {mem_alloc(x->w * x->h), x->w, x->h};
    for (size_t i = 0; i < x->w * x->h; i++) {
        size_t column = i % x->w;
        int left = column > 0 ? x->p[i - 1] : 255, right = column + 1 < x->w ? x->p[i + 1] : 255;
        r.p[i] = (unsigned char)((left + 2 * x->p[i] + right + 2) / 4);
    }
    return r;
}

double grey_alike(const struct grey *a, const struct grey *b)
{
    assert_true(a->w == b->w && a->h == b->h);
    struct grey x = smoothed(a), y = smoothed(b);
    double worst = lost(a, b) > LOST_MOST ? 0 : 1;
    for (size_t top = 0; top < a->h; top += BAND / 2) {
        size_t bottom = top + BAND < a->h ? top + BAND : a->h;
        double s = band_alike(&x, &y, top, bottom);
        worst = s < worst ? s : worst;
    }
    grey_done(&x);
    grey_done(&y);
    return worst;
}
