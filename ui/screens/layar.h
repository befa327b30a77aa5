/* The participants' screen (F8). */
#ifndef MUFAKAT_UI_SCREENS_LAYAR_H
#define MUFAKAT_UI_SCREENS_LAYAR_H

#include "ui/screen.h"

extern const struct screen_class screen_layar;

#endif
