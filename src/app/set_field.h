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
    bool typed;         /* true: `text` as typed, read by field_read; false: `value` */
    const char *text;   /* NULL or "" empties the field */
    struct value value; /* as stored (model/dict.h); its bytes live in the job's arena */
    bool has_seen;      /* true: ERR_CONFLICT unless the stored value is still `seen` */
    struct value seen;
};
struct set_field_args *set_field_job(struct app *a, struct job **ret);

/* Reads what was typed into a field: dates and times as date_parse and time_parse take them, enums
 * by code or label (any case), flags ya/tidak, whole numbers, stamps as a time of day on `today` or
 * ISO 8601. *ret lives in the arena. ERR_INPUT says what is accepted. `today`: the session's date,
 * for dates without a year. */
enum err_code field_read(enum entity_kind k, int field, const char *typed, int64_t today,
                         enum zone zone, struct arena *ar, struct value *ret,
                         struct err *e) MUST_CHECK;
/* The value as a form shows it (label of an enum, 12 November 2026, 09.31, ya); "" when not given.
 */
const char *field_show(enum entity_kind k, int field, const struct value *v, enum zone zone,
                       struct arena *ar);

#endif
