/* Moving through the agenda. The item that is left gets its end, the new one its start (kept when
 * it is taken up again). */
#ifndef MUFAKAT_APP_GO_AGENDA_H
#define MUFAKAT_APP_GO_AGENDA_H

#include "app/app.h"

struct go_agenda_args {
    struct id agenda; /* ID_NONE: the next one in order (the first when none is running) */
    bool finish; /* true: only end the running item; session.end_time is set when it was the last */
    struct id ret_agenda; /* ID_NONE: nothing runs now */
};
struct go_agenda_args *go_agenda_job(struct app *a, struct job **ret);

#endif
