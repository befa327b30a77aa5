/* Pictures on paper. A JPEG that is not larger than the paper needs goes in as it is, without private parts; all
 * others are made as large as they are printed. */
#ifndef MUFAKAT_PRESS_PICTURE_H
#define MUFAKAT_PRESS_PICTURE_H

#include <cairo.h>
#include <stddef.h>
#include "base/buf.h"

struct image {
    const void *source;   /* the bytes that it was made from; borrowed */
    double box_width, box_height; /* points that it was made for */
    cairo_surface_t *surface;
    double width, height; /* pixels as they are seen, after turning, of the picture that was given */
    int orientation;      /* EXIF 1 .. 8: how the surface is to be turned */
    struct buf bytes;     /* the JPEG that the surface points to; empty for a PNG */
};

/* For a box of `w` x `h` points. NULL when the bytes are no readable JPEG or PNG (cut, damaged, CMYK, too large: see
 * press/check.h). Free with image_free. */
struct image *image_open(const void *p, size_t n, double w, double h);
void image_free(void *image);
/* Points for one pixel of the picture in the box, never larger than 96 pixels an inch: a small picture blown up looks
 * like a bad one. */
double image_scale(const struct image *im, double w, double h);
/* Draws it into the box, upright, whatever way the camera was held. */
void image_draw(cairo_t *cr, const struct image *im, double x, double y, double w, double h);

#endif
