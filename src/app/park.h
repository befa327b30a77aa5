/* Tempat parkir: what the forum cannot settle here. Reason and addressee may come later
 * (set_field). */
#ifndef MUFAKAT_APP_PARK_H
#define MUFAKAT_APP_PARK_H

#include "app/app.h"

struct park_args {
    struct id row;          /* minted with the job */
    struct id contribution; /* parks this entry; ID_NONE: a text of its own */
    const char *text;       /* NULL with a contribution: its wording, else its text */
    struct id proposer;     /* ID_NONE with a contribution: its speaker */
    int64_t channel;
    const char *reason, *forwarded_to;
    int64_t answer_by; /* day number */
    int64_t ret_number;
};
struct park_args *park_job(struct app *a, struct job **ret);

#endif
