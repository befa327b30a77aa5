/* The picture test: a real decode, in this program, so that a decoder that falls takes nothing along. */
#ifndef MUFAKAT_PRESS_CHECK_H
#define MUFAKAT_PRESS_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include "base/buf.h"
#include "base/err.h"

/* Writes "jpeg 1600 1200 6" (type, stored width and height, EXIF orientation) to `out`. On failure
 * `out` gets one word: empty, unknown, heic, cmyk, large, steps, cut, broken. */
enum err_code check_picture(const void *p, size_t n, struct buf *out, struct err *e) MUST_CHECK;

struct exif; /* model/exif.h */
/* The same without decoding: what the file says of itself, in *ret (set whenever the bytes are a picture). */
enum err_code check_header(const void *p, size_t n, struct exif *ret, struct buf *out, struct err *e) MUST_CHECK;
/* The same, without saying why not. */
bool check_readable(const void *p, size_t n, struct exif *ret);
/* The word and the sentence for a picture that fell while it was decoded; ERR_CORRUPT. */
enum err_code check_broken(struct buf *out, struct err *e);

#endif
