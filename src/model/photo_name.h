/* The time that phones and messengers write into the names of pictures and videos. */
#ifndef MUFAKAT_MODEL_PHOTO_NAME_H
#define MUFAKAT_MODEL_PHOTO_NAME_H

#include <stdbool.h>
#include <stdint.h>
#include "base/date.h"

struct photo_time {
    int64_t day;     /* day number on the phone's calendar */
    int64_t seconds; /* of that day; NONE when the name has only a date */
};

/* Reads IMG_20261112_085210.jpg, PXL_20261112_085210123.jpg (Pixel phones count in UTC, see below),
 * IMG-20261112-WA0003.jpg (date only), "WhatsApp Image 2026-11-12 at 08.52.10 (1).jpeg", also with AM and
 * PM, Screenshot_20261112-085210.png, photo_2026-11-12_08-52-10.jpg, VID_..., 20261112_085210.mp4. Folder
 * parts are ignored. False (and *ret untouched) when there is no such date in the name. */
bool photo_name_time(const char *name, struct photo_time *ret);
/* True for names whose time is UTC, not the phone's clock (PXL_...). */
bool photo_name_is_utc(const char *name);

#endif
