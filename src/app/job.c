/* A job: one call of a use case with its arguments and its group of changes. */
#include "config.h"

#include "app/inside.h"

struct job *job_new(struct app *a, const char *action, use_case *run)
{
    struct arena *ar = arena_new();
    struct job *j = ARENA_NEW(ar, struct job);
    j->arena = ar;
    j->app = a;
    j->run = run;
    j->from_paper = a->from_paper;
    j->group.at = clock_now(&a->clock);
    j->group.id = id_new(j->group.at);
    j->group.kind = GROUP_DO;
    j->group.of = ID_NONE;
    j->group.action = arena_strdup(ar, action);
    return j;
}

struct arena *job_arena(struct job *j)
{
    return j->arena;
}

void *job_args(struct job *j, size_t size)
{
    j->args = arena_alloc(j->arena, size);
    return j->args;
}

void *job_start(struct app *a, const char *action, use_case *run, size_t size, struct job **ret)
{
    struct job *j = job_new(a, action, run);
    *ret = j;
    return job_args(j, size);
}

void *job_given(const struct job *j)
{
    return j->args;
}

const char *job_text(struct job *j, const char *s)
{
    return arena_strdup(j->arena, s);
}

struct id job_id(const struct job *j)
{
    return j->group.id;
}

int64_t job_time(const struct job *j)
{
    return j->group.at;
}

struct id job_row_id(struct job *j)
{
    return id_new(j->group.at);
}

void job_set_kind(struct job *j, enum group_kind kind, const char *reason)
{
    j->group.kind = kind;
    j->group.reason = arena_strdup(j->arena, reason);
}

void job_clears_draft(struct job *j, const char *key)
{
    j->clears_draft = drafts_own_key(j->app, key, j->arena);
}

void job_runs_alone(struct job *j)
{
    j->alone = true;
}

void job_reason_from(struct job *j, const char *const *reason)
{
    j->reason = reason;
}

void job_free(struct job *j)
{
    if (j)
        arena_free(j->arena);
}

static enum err_code perform_draft(struct app *a, struct job *j, struct err *e)
{
    if (!j->clears_draft)
        return drafts_leave(a, e);
    return store_put_draft(a->writer, j->clears_draft, j->draft_text, j->group.at, e);
}

static enum err_code perform_inside(struct work *w, struct job *j, struct err *e)
{
    bool done = false;
    enum err_code code = store_begin(w->store, &j->group, &done, e);
    if (code)
        return code;
    if (done) { /* an earlier try had been stored after all */
        w->touched = ~0u;
        return ERR_NONE;
    }
    code = j->run(w, j->args, e);
    if (!code && j->clears_draft)
        code = store_put_draft(w->store, j->clears_draft, NULL, j->group.at, e);
    if (!code)
        return store_commit(w->store, &w->touched, e);
    store_rollback(w->store);
    return code;
}

enum err_code job_perform(struct app *a, struct job *j, struct err *e)
{
    err_clear(e);
    if (j->reason)
        j->group.reason = *j->reason;
    struct work w = {.store = a->writer, .group = j->group, .arena = j->arena, .app = a};
    w.from_paper = j->from_paper ? 1 : NONE;
    w.lock = LOCK_UNKNOWN;
    enum err_code code;
    if (j->draft_only)
        code = perform_draft(a, j, e);
    else if (j->alone)
        code = j->run(&w, j->args, e);
    else
        code = perform_inside(&w, j, e);
    j->touched = code ? 0 : w.touched;
    /* After a failure the connection may be another one, whose version means nothing beside the old one's. */
    atomic_fetch_or(&a->touched, code || j->alone ? ~0u : w.touched);
    j->stored_at = code ? NONE : clock_now(&a->clock);
    return code;
}
