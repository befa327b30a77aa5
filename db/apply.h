/* The tables as the result of the log. Private to the db room. */
#ifndef MUFAKAT_DB_APPLY_H
#define MUFAKAT_DB_APPLY_H

#include "db/heads.h"

/* Every field of one row as its changes say. Borrowed from the arena. */
struct row_state {
    enum entity_kind entity;
    struct id row;
    struct value *v;     /* by field number, `deleted` last */
    struct heads *heads; /* by field number */
    bool contested;      /* deleted, but against an edit that the deletion had not seen */
    struct change *edit; /* that edit, when contested */
};
/* Works out the row from its changes (ordered as log_load_row gives them); unknown fields are
 * skipped. */
struct row_state apply_work_out(struct arena *a, enum entity_kind k, const struct id *row,
                                const struct changes *c);
/* True when the value's type is what the field's column takes. */
bool apply_fits(const struct field *fd, const struct value *v);

/* Puts one value into the table; the row is made when it is new. */
enum err_code apply_value(struct store *s, enum entity_kind k, const struct id *row, int field,
                          const struct value *v, struct err *e) MUST_CHECK;
/* Puts a row that is not there yet into the table, whole; `v` by field number. */
enum err_code apply_new_row(struct store *s, enum entity_kind k, const struct id *row,
                            const struct value *v, struct err *e) MUST_CHECK;
/* Works out one row from the log again and puts all of it into the table; fields with several heads
 * are noted in table forked. */
enum err_code apply_row(struct store *s, enum entity_kind k, const struct id *row,
                        struct err *e) MUST_CHECK;
#endif
