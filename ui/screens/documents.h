/* F4 Dokumentasi. */
#ifndef MUFAKAT_UI_SCREENS_DOCUMENTS_H
#define MUFAKAT_UI_SCREENS_DOCUMENTS_H

#include "ui/screen.h"

extern const struct screen_class screen_documents;

#endif
