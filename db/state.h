/* The state that the log says, of all rows, now or at a cut. Private to the db room. */
#ifndef MUFAKAT_DB_STATE_H
#define MUFAKAT_DB_STATE_H

#include "db/apply.h"
#include "db/cut.h"

/* Called for every row of the log whose entity is known, by id. What it gets dies after the call. */
typedef enum err_code state_row_fn(void *with, const struct row_state *row, struct arena *a,
                                   struct err *e);

/* Works out every row; `cut` NULL: from the whole log. */
enum err_code state_each_row(struct store *s, const struct cut *cut, state_row_fn *fn, void *with,
                             struct err *e) MUST_CHECK;
/* Empties the tables and fills them from the log, inside a transaction. */
enum err_code state_rebuild(struct store *s, struct err *e) MUST_CHECK;
/* The dossier at a cut, in the arena. */
enum err_code state_dossier(struct store *s, const struct cut *cut, struct arena *a,
                            struct dossier **ret, struct err *e) MUST_CHECK;

#endif
