/* After the forum: progress of an agreement and moved deadlines. */
#ifndef MUFAKAT_APP_FOLLOW_UP_H
#define MUFAKAT_APP_FOLLOW_UP_H

#include "app/app.h"

/* Only what is given is written (NONE, NULL: as it was). percent 0..100; selesai sets 100, 100 sets
 * selesai. */
struct follow_up_args {
    struct id agreement;
    int64_t progress; /* enum progress */
    int64_t percent;
    const char *note, *proof;
    bool has_seen; /* the note as it was shown: ERR_CONFLICT when changed since */
    const char *seen_note;
};
struct follow_up_args *follow_up_job(struct app *a, struct job **ret);

/* Keeps the old deadline and the reason (required). The printed deadline of the agreement stays:
 * model/due.h tells the one in force. */
struct move_deadline_args {
    struct id agreement;
    int64_t due; /* day number */
    const char *reason;
};
struct move_deadline_args *move_deadline_job(struct app *a, struct job **ret);

#endif
