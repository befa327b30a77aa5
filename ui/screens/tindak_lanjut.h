/* F7 Tindak Lanjut. */
#ifndef MUFAKAT_UI_SCREENS_TINDAK_LANJUT_H
#define MUFAKAT_UI_SCREENS_TINDAK_LANJUT_H

#include "ui/screen.h"

extern const struct screen_class screen_tindak_lanjut;

#endif
