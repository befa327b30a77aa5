/* The chunks of a PNG file (ISO 15948, 5.3): enough to leave out what a public document must not carry. Nothing is
 * decoded, nothing is read beyond the given bytes. */
#ifndef MUFAKAT_MODEL_PNG_H
#define MUFAKAT_MODEL_PNG_H

#include <stdbool.h>
#include <stddef.h>
#include "base/buf.h"

/* The same picture without EXIF, texts, times and everything that does not change how it looks. Appends to `out`;
 * false (and nothing appended) when the file is no PNG, cut or damaged. */
bool png_strip(const void *p, size_t n, struct buf *out);

#endif
