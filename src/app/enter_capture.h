/* Enter on the capture line: what model/capture.h understood becomes the job that does it. */
#ifndef MUFAKAT_APP_ENTER_CAPTURE_H
#define MUFAKAT_APP_ENTER_CAPTURE_H

#include "app/app.h"
#include "model/capture.h"

struct enter_context {
    struct id last;     /* last entry made (`..`, a mark alone, `>` alone); ID_NONE */
    struct id selected; /* entry selected in the list (`=`); ID_NONE */
    struct id answerer; /* who answers, as asked from those present; ID_NONE: not known yet */
    struct id agenda;   /* ID_NONE: the running item */
    int64_t at;         /* when it was said, from the slip, UTC ms; 0: now */
    const char *draft;  /* draft key that the entry makes superfluous; NULL */
};

/* The job for ENTRY, CONTINUE, ANSWER, PARK, PARK_LAST and CHANGE_KIND, ready to post; *ret_row is
 * the row it makes or changes. NULL when the capture still waits or is no entry (the screen acts
 * itself). */
struct job *enter_capture_job(struct app *a, const struct capture *c, const struct enter_context *x,
                              struct id *ret_row);

#endif
