#include "config.h"

#include "app/inside.h"
#include "app/undo.h"

static enum err_code undo(struct work *w, void *args, struct err *e)
{
    struct undo_args *x = args;
    return store_undo(w->store, &w->group, w->arena, &x->ret_done, &w->touched, e);
}

static enum err_code redo(struct work *w, void *args, struct err *e)
{
    struct undo_args *x = args;
    return store_redo(w->store, &w->group, w->arena, &x->ret_done, &w->touched, e);
}

static enum err_code revert(struct work *w, void *args, struct err *e)
{
    struct revert_args *x = args;
    return store_revert(w->store, &w->group, &x->group, w->arena, &w->touched, e);
}

struct undo_args *undo_job(struct app *a, struct job **ret)
{
    struct undo_args *x = job_start(a, "undo", undo, sizeof *x, ret);
    job_runs_alone(*ret);
    return x;
}

struct undo_args *redo_job(struct app *a, struct job **ret)
{
    struct undo_args *x = job_start(a, "redo", redo, sizeof *x, ret);
    job_runs_alone(*ret);
    return x;
}

struct revert_args *revert_job(struct app *a, struct job **ret)
{
    struct revert_args *x = job_start(a, "revert", revert, sizeof *x, ret);
    job_runs_alone(*ret);
    return x;
}
