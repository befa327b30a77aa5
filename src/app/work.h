/* Inside a use case: the open transaction and the small verbs to write with. Private to the app
 * room. */
#ifndef MUFAKAT_APP_WORK_H
#define MUFAKAT_APP_WORK_H

#include "app/app.h"
#include "db/store.h"

struct work {
    struct store *store;
    struct group group;  /* id, kind, time, action of this job */
    struct arena *arena; /* the job's */
    struct app *app;
    int64_t from_paper; /* 1: typed in from paper; NONE */
    enum { LOCK_UNKNOWN, LOCK_NONE, LOCK_SET } lock; /* is the text locked; asked once per job */
    unsigned touched; /* set by use cases that open their own transaction, else by the commit */
};

/* Text is cleaned on its way in (NFC, no control characters, one line where the field has one),
 * values are checked by model/validate.h.
 *
 * Sets one field of a row (made when new). Frozen fields (FIELD_PRN) are refused with ERR_RULE
 * while the text is locked: the message says how to unlock. */
enum err_code work_set(struct work *w, enum entity_kind k, const struct id *row, int field,
                       struct value v, struct err *e) MUST_CHECK;
/* The same, refused with ERR_CONFLICT when `seen` (may be NULL) is not the stored value any more.
 */
enum err_code work_set_seen(struct work *w, enum entity_kind k, const struct id *row, int field,
                            struct value v, const struct value *seen, struct err *e) MUST_CHECK;
enum err_code work_set_text(struct work *w, enum entity_kind k, const struct id *row, int field,
                            const char *s, struct err *e) MUST_CHECK;
enum err_code work_set_int(struct work *w, enum entity_kind k, const struct id *row, int field,
                           int64_t i, struct err *e) MUST_CHECK;
/* The value of an ENUM field; its code is stored. */
enum err_code work_set_enum(struct work *w, enum entity_kind k, const struct id *row, int field,
                            int64_t value, struct err *e) MUST_CHECK;
enum err_code work_set_ref(struct work *w, enum entity_kind k, const struct id *row, int field,
                           const struct id *to, struct err *e) MUST_CHECK;
/* Writes every given field of a whole record (as loaded or filled by the caller). */
enum err_code work_set_record(struct work *w, enum entity_kind k, const void *record,
                              struct err *e) MUST_CHECK;
/* The same for a row whose id follows from what it says: it may have been deleted, or its making
 * undone; a deleted row takes no values, so it comes back first, without what it said then. */
enum err_code work_revive_record(struct work *w, enum entity_kind k, const void *record,
                                 struct err *e) MUST_CHECK;
/* Makes or revives a link row; its id follows from (entity, a, b). `fa`, `fb`: its two REF fields.
 */
enum err_code work_link(struct work *w, enum entity_kind k, int fa, const struct id *a, int fb,
                        const struct id *b, struct err *e) MUST_CHECK;
enum err_code work_unlink(struct work *w, enum entity_kind k, const struct id *a,
                          const struct id *b, struct err *e) MUST_CHECK;
/* The whole record in one call, live rows of one entity, the session row, MAX + 1: reading inside
 * the transaction, text in the job's arena. */
enum err_code work_load(struct work *w, enum entity_kind k, const struct id *row, void *ret_record,
                        struct err *e) MUST_CHECK;
/* As work_load, and a deleted row is ERR_NOTFOUND too. */
enum err_code work_load_live(struct work *w, enum entity_kind k, const struct id *row,
                             void *ret_record, struct err *e) MUST_CHECK;
enum err_code work_load_all(struct work *w, enum entity_kind k, void *ret_rows, size_t *ret_n,
                            struct err *e) MUST_CHECK;
enum err_code work_session(struct work *w, struct session *ret, struct err *e) MUST_CHECK;
/* Gives the row the next number (or ord) and tells it. */
enum err_code work_set_next(struct work *w, enum entity_kind k, const struct id *row, int field,
                            int64_t *ret, struct err *e) MUST_CHECK;
/* Marks as deleted, or takes the mark away. */
enum err_code work_set_deleted(struct work *w, enum entity_kind k, const struct id *row,
                               bool deleted, struct err *e) MUST_CHECK;
/* Is the text locked now? Asked once per job. */
enum err_code work_is_locked(struct work *w, bool *ret, struct err *e) MUST_CHECK;
/* A text as work_set_text stores it in this field; NULL when nothing is left. In the job's arena. */
const char *work_clean(struct work *w, enum entity_kind k, int field, const char *s);
/* A text as fields take it: NFC, one line, trimmed; NULL when nothing is left. In the job's arena.
 */
const char *work_line(struct work *w, const char *s);
/* A fresh row id in the order of this job. */
struct id work_row_id(struct work *w);

#endif
