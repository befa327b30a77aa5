/* Participants: check-in at the door, the list, one person's form, walk-ins and latecomers. */
#ifndef MUFAKAT_UI_SCREENS_PEOPLE_H
#define MUFAKAT_UI_SCREENS_PEOPLE_H

#include "ui/screen.h"

/* Its argument: the id of the person to begin with, in the list; NULL: the search line. */
extern const struct screen_class screen_people;

#endif
