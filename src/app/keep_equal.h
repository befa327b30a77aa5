/* Fields that follow from others, kept equal after every change of a row, whichever use case made
 * it. Private to the app room. */
#ifndef MUFAKAT_APP_KEEP_EQUAL_H
#define MUFAKAT_APP_KEEP_EQUAL_H

#include "app/work.h"
#include "model/coverage.h"

/* session: hours of an agenda that has none. contribution: gap; a number for counted kinds. agreement: agreed_at and agreed_present with the
 * status, percent with progress. participant: arrived_at. signatory: signed_at. `changed`: the
 * field that was written (so that percent follows progress or the other way round). */
enum err_code keep_equal(struct work *w, enum entity_kind k, const struct id *row, int changed,
                         struct err *e) MUST_CHECK;
/* The same in a contribution that is about to be made, or that is about to be changed: gap, and the next number
 * when it is counted and has none. */
enum err_code complete_contribution(struct work *w, struct contribution *c, struct err *e) MUST_CHECK;
/* Gives the items of the agenda their hours from the session's, unless one has an hour already or it is NONE. */
enum err_code plan_agenda(struct work *w, int64_t start, struct err *e) MUST_CHECK;
/* Counted among the inputs: everything said but notes of the event and continued turns. */
bool contribution_counts(const struct contribution *c);
/* Who is in the room now. */
enum err_code count_present(struct work *w, struct coverage *ret, struct err *e) MUST_CHECK;

#endif
