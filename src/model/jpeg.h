/* The marker segments of a JPEG file (ITU-T T.81, annex B): enough to know its size, to find its EXIF
 * part and to leave out what a public document must not carry. Nothing is decoded, nothing is read
 * beyond the given bytes. */
#ifndef MUFAKAT_MODEL_JPEG_H
#define MUFAKAT_MODEL_JPEG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/buf.h"

struct jpeg_segment {
    uint8_t marker;      /* second byte of the marker: 0xE1 for APP1 */
    const uint8_t *data; /* payload, without marker and length; borrowed */
    size_t size;         /* of the payload */
    size_t start, end;   /* the whole segment within the file; a scan includes its coded data */
};

struct jpeg_walk {
    const uint8_t *p;
    size_t n;
    size_t off;
};

enum jpeg_step { JPEG_SEGMENT, JPEG_END, JPEG_CUT };

/* True when the bytes begin as a JPEG does; the walk then stands before the first segment. */
bool jpeg_begin(struct jpeg_walk *w, const void *p, size_t n);
/* The next segment; JPEG_END at the end marker (the walk then stands behind it), JPEG_CUT when the
 * bytes end or stop being a JPEG before it. *ret is set only with JPEG_SEGMENT. */
enum jpeg_step jpeg_next(struct jpeg_walk *w, struct jpeg_segment *ret);

struct jpeg_size {
    int width, height, components;
};
/* Size from a frame header segment; false when the segment is none or is damaged. */
bool jpeg_frame(const struct jpeg_segment *s, struct jpeg_size *ret);

/* The same picture, not re-encoded, without EXIF (place, device, owner), XMP, thumbnails, comments and
 * whatever a phone hung behind the end (moving pictures). Colour profile and the marks that say how to
 * read the colours stay. Appends to `out`; false (and nothing appended) when the file is cut or damaged. */
bool jpeg_strip(const void *p, size_t n, struct buf *out);

#endif
