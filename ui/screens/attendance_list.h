/* The attendance list on paper: asked for where people come in, made as PDF, sent to the printer or put on a stick. */
#ifndef MUFAKAT_UI_SCREENS_ATTENDANCE_LIST_H
#define MUFAKAT_UI_SCREENS_ATTENDANCE_LIST_H

#include "ui/screen.h"

/* Asks where the list shall go, makes it there and says where it is. */
void attendance_list_ask(struct screen *s);

#endif
