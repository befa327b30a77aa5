/* The private line of the participants' screen: the capture line of the dialog, of which the hall sees dots only. */
#ifndef MUFAKAT_UI_SCREENS_LAYAR_NOTE_H
#define MUFAKAT_UI_SCREENS_LAYAR_NOTE_H

#include "ui/screen.h"

struct layar_note {
    struct screen *dialog; /* whose capture line it is; NULL: the session is only read */
    struct id stored;      /* the job in flight, ID_NONE */
    const char *mark;      /* how the last one ended, NULL: nothing to tell */
};

/* Finds the dialog; call it in load(). */
void layar_note_load(struct screen *s, struct layar_note *n);
/* Takes the bottom row of `r` when there is something to show. */
void layar_note_draw(const struct layar_note *n, struct canvas *c, struct rect *r);
/* False: the event is not for it. Enter stores what needs no question; the rest waits in the dialog. */
bool layar_note_event(struct screen *s, struct layar_note *n, const struct event *e);

#endif
