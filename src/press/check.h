/* The picture test: a real decode, in this program, so that a decoder that falls takes nothing along. */
#ifndef MUFAKAT_PRESS_CHECK_H
#define MUFAKAT_PRESS_CHECK_H

#include <stddef.h>
#include "base/buf.h"
#include "base/err.h"

/* Writes "jpeg 1600 1200 6" (type, stored width and height, EXIF orientation) to `out`. On failure
 * `out` gets one word: empty, unknown, heic, cmyk, large, cut, broken. */
enum err_code check_picture(const void *p, size_t n, struct buf *out, struct err *e) MUST_CHECK;

#endif
