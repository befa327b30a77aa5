/* F4 Dokumentasi. */
#ifndef MUFAKAT_UI_SCREENS_DOCUMENTS_H
#define MUFAKAT_UI_SCREENS_DOCUMENTS_H

#include "ui/screen.h"

/* Asks for the picture of the letterhead and adds it; also for the screen that prepares the letterhead. */
void documents_ask_logo(struct screen *s);

extern const struct screen_class screen_documents;

#endif
