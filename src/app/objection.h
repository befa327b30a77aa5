/* Objections: who, what, why (or "tidak disampaikan"), the provider's reply, read back or not. */
#ifndef MUFAKAT_APP_OBJECTION_H
#define MUFAKAT_APP_OBJECTION_H

#include "app/app.h"

/* row ID_NONE: a new one (minted by the use case) with the next number. Empty `party`: from the
 * participant's organization, else "Wakil <unsur>". An agreement that stood as mufakat becomes
 * dengan_catatan. Only fields that are given are written to an existing row. */
struct save_objection_args {
    struct id row;
    struct id agreement; /* required for a new one */
    struct id participant;
    const char *party, *text, *reason, *reply;
    int64_t reason_withheld, read_back; /* flags; NONE: as they were */
    int64_t ret_number;
};
struct save_objection_args *save_objection_job(struct app *a, struct job **ret);

#endif
