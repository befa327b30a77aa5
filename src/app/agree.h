/* How the room decides: aklamasi, stances, status, reading aloud. */
#ifndef MUFAKAT_APP_AGREE_H
#define MUFAKAT_APP_AGREE_H

#include "app/app.h"

/* "Setuju?" "Ada yang keberatan?" in one key: every unsur that is present agrees, except those who
 * said otherwise before (a lone objector is never hidden). Status: mufakat, or dengan_catatan while
 * an objection or a note stands. agreed_at and agreed_present are stamped. ERR_RULE when nobody is
 * present. */
struct acclaim_args {
    struct id agreement;
    int64_t ret_status;
    int64_t ret_present, ret_unsur; /* "disetujui forum pukul 11.42, 23 hadir, 5 unsur" */
};
struct acclaim_args *acclaim_job(struct app *a, struct job **ret);

/* Hands of one unsur, or one person's word. */
struct set_stance_args {
    struct id agreement;
    int64_t unsur;         /* with participant: taken from the person */
    struct id participant; /* ID_NONE: head count */
    int64_t stance;        /* enum stance */
    int64_t
        count; /* NONE: all of the unsur that are present (the other counts go); 0 takes it away.
                  The setuju of the same unsur shrinks so that the sum stays within those present */
    const char *note; /* NULL: as it was */
};
struct set_stance_args *set_stance_job(struct app *a, struct job **ret);

/* Status by hand (also `t` tunda = STATUS_DITUNDA). ditunda and tidak_dapat_diakomodasi want a
 * reason (ERR_RULE). Stamps agreed_at for mufakat and dengan_catatan, clears it for the others. */
struct set_status_args {
    struct id agreement;
    int64_t status; /* NONE: open again */
    const char *reason;
};
struct set_status_args *set_status_job(struct app *a, struct job **ret);

/* Read aloud: one agreement, or with ID_NONE the whole text (session.read_aloud_at and every
 * agreement). */
struct read_aloud_args {
    struct id agreement;
};
struct read_aloud_args *read_aloud_job(struct app *a, struct job **ret);

#endif
