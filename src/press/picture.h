/* Pictures: JPEG goes into the paper as it is (not re-encoded, without private parts), PNG is decoded. */
#ifndef MUFAKAT_PRESS_PICTURE_H
#define MUFAKAT_PRESS_PICTURE_H

#include <cairo.h>
#include <stddef.h>
#include "base/buf.h"

struct image {
    const void *source;   /* the bytes that it was made from; borrowed */
    cairo_surface_t *surface;
    double width, height; /* pixels as they are seen, after turning */
    int orientation;      /* EXIF 1 .. 8 */
    struct buf bytes;     /* the JPEG that the surface points to */
};

/* More pixels than this are refused: decoding them would take all memory. */
#define PICTURE_PIXELS (64u * 1000 * 1000)

/* NULL when the bytes are no readable JPEG or PNG (cut, damaged, CMYK, too large). Free with image_free. */
struct image *image_open(const void *p, size_t n);
void image_free(void *image);
/* Draws it into the box, upright, whatever way the camera was held. */
void image_draw(cairo_t *cr, const struct image *im, double x, double y, double w, double h);

#endif
