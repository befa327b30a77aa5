/* What a picture file tells about itself: type, size, orientation and the camera's time (EXIF 2.32).
 * Pure; never reads beyond the bytes it is given, whatever stands in them. The place (GPS) is not read
 * at all: nobody needs it here. */
#ifndef MUFAKAT_MODEL_EXIF_H
#define MUFAKAT_MODEL_EXIF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/date.h"

enum picture_type { PICTURE_OTHER, PICTURE_JPEG, PICTURE_PNG, PICTURE_HEIC };

struct exif {
    enum picture_type type;
    int width, height;   /* pixels as stored, before turning; 0 when not found */
    int components;      /* JPEG: 1 grey, 3 colour, 4 CMYK */
    int orientation;     /* 1 .. 8 (EXIF 0x0112); 1 when not given */
    bool whole;          /* JPEG: the end marker is there; PNG: the closing chunk is there */
    int64_t day;         /* day number of the camera's date; NONE when not given */
    int64_t seconds;     /* of that day, on the camera's clock; NONE when not given */
    int64_t utc_minutes; /* the camera's offset from UTC; NONE when it does not say */
};

/* Reads what is there; false when the bytes are neither JPEG nor PNG (HEIC is recognised, so that the
 * message can say so, but not read). */
bool exif_read(const void *p, size_t n, struct exif *ret);

#endif
