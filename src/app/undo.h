/* Undo and redo of this run's own actions, newest first, and bringing back an older state of
 * anybody's (Riwayat -> kembalikan). Refusals say who changed what since; nothing is done then.
 * What the lock freezes is not undone while it is locked. */
#ifndef MUFAKAT_APP_UNDO_H
#define MUFAKAT_APP_UNDO_H

#include "app/app.h"

struct undo_args {
    struct undone ret_done; /* what was undone or redone; actions.h gives the words */
};
struct undo_args *undo_job(struct app *a, struct job **ret);
struct undo_args *redo_job(struct app *a, struct job **ret);

struct revert_args {
    struct id group; /* from read_history */
};
struct revert_args *revert_job(struct app *a, struct job **ret);

#endif
