/* One field of one row, for forms and for every small change that has no use case of its own.
 * Checks the value against its type and the rules of the model, keeps derived fields equal
 * (contribution.gap), and refuses fields that are frozen by the lock. */
#ifndef MUFAKAT_APP_SET_FIELD_H
#define MUFAKAT_APP_SET_FIELD_H

#include "app/app.h"

struct set_field_args {
    enum entity_kind entity;
    struct id row;      /* ID_NONE with ENTITY_session: the session row */
    int field;          /* participant_F_name ... */
    bool typed;         /* true: `text` as typed, read by validate_field; false: `value` */
    const char *text;   /* NULL or "" empties the field */
    struct value value; /* as stored (model/dict.h); its bytes live in the job's arena */
    bool has_seen;      /* true: ERR_CONFLICT unless the stored value is still `seen` */
    struct value seen;
};
struct set_field_args *set_field_job(struct app *a, struct job **ret);

#endif
