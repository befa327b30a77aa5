/* Heads of a field: which values stand, which one is shown. A pure function of the set of changes,
 * so that every copy of a file that holds the same changes shows the same. Private to the db room.
 *
 * A change names as its base the change whose value its writer saw; so the changes of a field are a
 * forest, with "not given" below its roots. A head is a change that nobody names as base. Where the
 * tree forks, a head whose value is the value at the fork is no rival (that side went back), and a
 * head that was erased is none either, as long as another head remains. What is left at the root
 * are the heads that count: the shown one is that with the highest (hlc, writer); the field is in
 * conflict when their values differ. */
#ifndef MUFAKAT_DB_HEADS_H
#define MUFAKAT_DB_HEADS_H

#include "db/log.h"

struct heads {
    struct change **v; /* the heads that count, the shown one first */
    size_t n;
    size_t leaves; /* all heads */
};

/* Heads of one field; `c` is ordered by (hlc, writer). */
struct heads heads_of(struct arena *a, struct change *c, size_t n);
/* The shown value; null when there are no heads. */
struct value heads_value(const struct heads *h);
/* True when the values of the heads differ. */
bool heads_in_conflict(const struct heads *h);
/* True when the row counts as deleted by these heads of its field "deleted", but every such
 * deletion missed an edit of the row: then the row stays visible and the deletion is in conflict
 * with that edit. `row` are all changes of the row; *ret_edit (may be NULL) gets the newest edit
 * that was missed. */
bool heads_deletion_contested(const struct heads *deleted, const struct changes *row,
                              struct change **ret_edit);

#endif
