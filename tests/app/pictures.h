/* Pictures as phones make them: with places, owners and comments in every corner of the file. */
#ifndef MUFAKAT_TESTS_APP_PICTURES_H
#define MUFAKAT_TESTS_APP_PICTURES_H

#include "base/buf.h"

/* A JPEG of noise, which does not get small, with `secret` in EXIF, XMP, IPTC, a comment and behind its end; `seed`
 * makes pictures differ. */
void picture_jpeg(struct buf *out, int width, int height, unsigned seed, const char *secret);
/* A PNG with `secret` in a text chunk, and "zz" and `secret` in a compressed one. */
void picture_png(struct buf *out, int width, int height, const char *secret);
/* A PDF of one page with `secret` in its metadata; `size`: at least so many bytes. */
void picture_pdf(struct buf *out, size_t size, const char *secret);

#endif
