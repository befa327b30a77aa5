/* F2 Persiapan. */
#ifndef MUFAKAT_UI_SCREENS_PERSIAPAN_H
#define MUFAKAT_UI_SCREENS_PERSIAPAN_H

#include "ui/screen.h"

extern const struct screen_class screen_persiapan;

#endif
