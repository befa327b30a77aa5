/* Settling a conflict: the chosen value is written once per head. */
#ifndef MUFAKAT_APP_SETTLE_H
#define MUFAKAT_APP_SETTLE_H

#include "app/app.h"

struct settle_args {
    enum entity_kind entity;
    struct id row;
    int field;
    struct value value; /* bytes in the job's arena */
};
struct settle_args *settle_job(struct app *a, struct job **ret);

#endif
