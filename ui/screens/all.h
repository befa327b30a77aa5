/* Every screen of the program, for the places, docs/KEYS.md and the tests. A new screen adds a line here and in all.c. */
#ifndef MUFAKAT_UI_SCREENS_ALL_H
#define MUFAKAT_UI_SCREENS_ALL_H

#include "ui/screen.h"

extern const struct screen_class screen_first, screen_history, screen_room;

/* Ends with NULL. */
extern const struct screen_class *const screens_all[];
/* The root screen of a place; NULL when this program has none. */
const struct screen_class *screens_of_place(enum place p);

#endif
