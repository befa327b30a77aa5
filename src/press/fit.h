/* A picture made smaller and clean: upright, without EXIF, place, comments, thumbnails or anything else
 * but what is seen. */
#ifndef MUFAKAT_PRESS_FIT_H
#define MUFAKAT_PRESS_FIT_H

#include <stddef.h>
#include "base/buf.h"
#include "base/err.h"

/* A JPEG of at most `box` (>= 16) pixels wide and high, never larger than the picture itself; what shines
 * through a PNG becomes white. The same bytes every time. Appends to `out`. Refuses what check_picture
 * refuses, with its words in `word` (16 bytes) and its sentence. */
enum err_code fit_picture_bytes(const void *p, size_t n, int box, struct buf *out, struct buf *word,
                                struct err *e) MUST_CHECK;

#endif
