/* Paths as people give them to a prompt. */
#ifndef MUFAKAT_UI_TYPED_PATH_H
#define MUFAKAT_UI_TYPED_PATH_H

#include "base/arena.h"

/* The path that was meant: blanks and quotes around it (terminals put them around a dragged file) are taken off, "file://" too,
 * "~/" becomes the home folder. In the arena; "" for an empty text. */
const char *typed_path(const char *typed, struct arena *a);

#endif
