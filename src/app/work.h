/* Inside a use case: the open transaction and the small verbs to write with. Private to the app room. */
#ifndef MUFAKAT_APP_WORK_H
#define MUFAKAT_APP_WORK_H

#include "app/app.h"
#include "db/store.h"

struct work {
    struct store *store;
    struct group group;  /* id, kind, time, action of this job */
    struct arena *arena; /* the job's */
};

/* Sets one field of a row (made when new). Frozen fields (FIELD_PRN) are refused with ERR_RULE while the
 * text is locked: the message says how to unlock. */
enum err_code work_set(struct work *w, enum entity_kind k, const struct id *row, int field, struct value v,
                       struct err *e) MUST_CHECK;
enum err_code work_set_text(struct work *w, enum entity_kind k, const struct id *row, int field, const char *s,
                            struct err *e) MUST_CHECK;
enum err_code work_set_int(struct work *w, enum entity_kind k, const struct id *row, int field, int64_t i,
                           struct err *e) MUST_CHECK;
/* DATE fields: a day number. ENUM fields: the value; the code is stored. */
enum err_code work_set_date(struct work *w, enum entity_kind k, const struct id *row, int field, int64_t day,
                            struct err *e) MUST_CHECK;
enum err_code work_set_enum(struct work *w, enum entity_kind k, const struct id *row, int field, int64_t value,
                            struct err *e) MUST_CHECK;
enum err_code work_set_ref(struct work *w, enum entity_kind k, const struct id *row, int field,
                           const struct id *to, struct err *e) MUST_CHECK;
/* Writes every given field of a whole record (as loaded or filled by the caller). */
enum err_code work_set_record(struct work *w, enum entity_kind k, const void *record, struct err *e) MUST_CHECK;
/* Makes or revives a link row; its id follows from (entity, a, b). `fa`, `fb`: its two REF fields. */
enum err_code work_link(struct work *w, enum entity_kind k, int fa, const struct id *a, int fb, const struct id *b,
                        struct err *e) MUST_CHECK;
enum err_code work_unlink(struct work *w, enum entity_kind k, const struct id *a, const struct id *b,
                          struct err *e) MUST_CHECK;
/* A fresh row id in the order of this job. */
struct id work_row_id(struct work *w);

#endif
