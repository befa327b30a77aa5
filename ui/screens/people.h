/* Participants: check-in at the door, the list, one person's form, walk-ins and latecomers. */
#ifndef MUFAKAT_UI_SCREENS_PEOPLE_H
#define MUFAKAT_UI_SCREENS_PEOPLE_H

#include "ui/screen.h"

extern const struct screen_class screen_people;
/* Makes the attendance list as a PDF beside the session file and says where it is. */
void people_print_list(struct screen *s);

#endif
