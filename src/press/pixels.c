#include "config.h"

#include "press/pixels.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

/* Where part i of n parts of `of` pixels begins. */
static size_t part(size_t i, size_t n, size_t of)
{
    return i * of / n;
}

void shrink_begin(struct shrink *s, size_t w, size_t h)
{
    size_t longest = w > h ? w : h;
    bool smaller = longest > s->box;
    s->w = w;
    s->h = h;
    s->to.w = smaller ? w * s->box / longest : w;
    s->to.h = smaller ? h * s->box / longest : h;
    s->to.w += s->to.w == 0;
    s->to.h += s->to.h == 0;
    s->to.p = mem_alloc(s->to.w * s->to.h * 3);
    s->sum = mem_zalloc(s->to.w * 3 * sizeof *s->sum);
}

static void end_row(struct shrink *s)
{
    size_t rows = part(s->filled + 1, s->to.h, s->h) - part(s->filled, s->to.h, s->h);
    unsigned char *to = s->to.p + s->filled * s->to.w * 3;
    for (size_t i = 0; i < s->to.w; i++) {
        size_t n = rows * (part(i + 1, s->to.w, s->w) - part(i, s->to.w, s->w));
        for (size_t k = 0; k < 3; k++)
            to[3 * i + k] = (unsigned char)((s->sum[3 * i + k] + n / 2) / n);
    }
    memset(s->sum, 0, s->to.w * 3 * sizeof *s->sum);
    s->filled++;
}

void shrink_row(struct shrink *s, const unsigned char *rgb)
{
    for (size_t i = 0; i < s->to.w; i++) {
        uint32_t *sum = s->sum + 3 * i;
        for (size_t x = part(i, s->to.w, s->w), end = part(i + 1, s->to.w, s->w); x < end; x++)
            for (size_t k = 0; k < 3; k++)
                sum[k] += rgb[3 * x + k];
    }
    if (++s->row == part(s->filled + 1, s->to.h, s->h))
        end_row(s);
}

/* Where the picture as it is seen takes its pixel (x, y) from, by EXIF orientation (EXIF 2.32, 4.6.4). */
static const unsigned char *seen_at(const struct pixels *a, int orientation, size_t x, size_t y)
{
    bool lies = orientation >= 5;
    size_t u = lies ? y : x, v = lies ? x : y; /* across and down the stored picture */
    if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
        u = a->w - 1 - u;
    if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
        v = a->h - 1 - v;
    return a->p + (v * a->w + u) * 3;
}

static void turn(struct pixels *a, int orientation)
{
    if (orientation <= 1)
        return;
    bool lies = orientation >= 5;
    struct pixels out = {mem_alloc(a->w * a->h * 3), lies ? a->h : a->w, lies ? a->w : a->h};
    for (size_t y = 0; y < out.h; y++)
        for (size_t x = 0; x < out.w; x++)
            memcpy(out.p + (y * out.w + x) * 3, seen_at(a, orientation, x, y), 3);
    free(a->p);
    *a = out;
}

bool pixels_read(const void *p, size_t n, const struct exif *x, size_t box, struct pixels *ret)
{
    struct shrink s = {.box = box};
    bool whole = x->type == PICTURE_JPEG ? decode_jpeg(p, n, &s) : decode_png(p, n, &s);
    whole = whole && s.to.p && s.filled == s.to.h;
    free(s.sum);
    if (!whole) {
        free(s.to.p);
        return false;
    }
    turn(&s.to, x->orientation);
    *ret = s.to;
    return true;
}

void pixels_free(struct pixels *x)
{
    free(x->p);
    x->p = NULL;
}

int pixels_quality(size_t box)
{
    return box >= 1600 ? 82 : box >= 1000 ? 78 : 70;
}
