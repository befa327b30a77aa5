/* "Salin": a verified single-file copy onto a stick or into a folder. */
#ifndef MUFAKAT_UI_COPY_H
#define MUFAKAT_UI_COPY_H

#include "ui/screen.h"

/* Asks where to, copies, and says when the stick may be pulled out. */
void ui_copy_session(struct ui *u);

#endif
