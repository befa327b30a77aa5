/* Erasures and what they take out of the log. Private to the db room.
 *
 * A change in a group of kind "erase" is the record of the erasure of its field: everything else
 * that the field ever held is blanked, but for what was written on top of that change. The rule
 * looks only at the log, so that a merge obeys erasures of either side, whichever comes first. */
#ifndef MUFAKAT_DB_OBEY_H
#define MUFAKAT_DB_OBEY_H

#include "db/log.h"

/* Blanks what the row's erasures cover; adds the number of values to *count. The row's table entry
 * is not touched. */
enum err_code obey_row(struct store *s, const char *entity, const struct id *row, int64_t *count,
                       struct err *e) MUST_CHECK;
/* Drops the bytes of a document that was erased, unless another document keeps them; adds to
 * *count. */
enum err_code obey_document(struct store *s, const struct id *row, int64_t *count,
                            struct err *e) MUST_CHECK;
/* After the COMMIT: VACUUM and checkpoint, so that no page and no log keeps what was blanked.
 * ERR_BUSY when another program holds the log. */
enum err_code obey_clean(struct store *s, struct err *e) MUST_CHECK;

#endif
