/* Pictures as pixels: read row by row and made smaller on the way, so that a large photograph never stands in
 * memory whole. */
#ifndef MUFAKAT_PRESS_PIXELS_H
#define MUFAKAT_PRESS_PIXELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/buf.h"
#include "model/exif.h"

/* Rows of red, green, blue without gaps. */
struct pixels {
    unsigned char *p;
    size_t w, h;
};

/* The picture upright (by x->orientation), at most `box` pixels wide and high, never larger than it is; what shines
 * through a PNG becomes white. False: damaged. `x`: of exif_read, which also says the type. Free with pixels_free. */
bool pixels_read(const void *p, size_t n, const struct exif *x, size_t box, struct pixels *ret);
void pixels_free(struct pixels *x);
/* As JPEG of that quality (1 .. 100): the same bytes every time, and nothing beside the picture. Appends to `out`. */
bool pixels_jpeg(const struct pixels *x, int quality, struct buf *out);
/* The quality for a picture of that size: a small one is looked at less closely. */
int pixels_quality(size_t box);

/* --- for the decoders (jpeg.c, png.c) --- */

/* Takes rows and keeps the mean of those that fall into one row of the smaller picture. */
struct shrink {
    size_t box;
    size_t w, h;        /* of the rows that come */
    struct pixels to;   /* what becomes of them */
    uint32_t *sum, row; /* of the row of `to` that is being filled; rows that came */
    size_t filled;      /* rows of `to` */
};

/* The size is known now. */
void shrink_begin(struct shrink *s, size_t w, size_t h);
/* The next row, `w` pixels of red, green, blue. */
void shrink_row(struct shrink *s, const unsigned char *rgb);

/* Decode into the shrink; false when the picture is damaged. */
bool decode_jpeg(const void *p, size_t n, struct shrink *s);
bool decode_png(const void *p, size_t n, struct shrink *s);

#endif
