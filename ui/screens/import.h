/* Import of an invitation list: asks for the file, shows what would happen row by row, does it when confirmed. */
#ifndef MUFAKAT_UI_SCREENS_IMPORT_H
#define MUFAKAT_UI_SCREENS_IMPORT_H

#include "ui/screen.h"

extern const struct screen_class screen_import;
/* Asks for the path of a CSV file and opens the preview. */
void import_ask(struct screen *s);

#endif
