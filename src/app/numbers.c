#include "config.h"

#include "app/inside.h"
#include "app/numbers.h"

static enum err_code fix_numbers(struct work *w, void *args, struct err *e)
{
    struct fix_numbers_args *x = args;
    struct session s;
    enum err_code code = work_session(w, &s, e);
    if (code)
        return code;
    x->ret_was_fixed = s.numbers_fixed_at != NONE;
    if (x->ret_was_fixed)
        return ERR_NONE;
    return work_set_int(w, ENTITY_session, &s.id, session_F_numbers_fixed_at, w->group.at, e);
}

struct fix_numbers_args *fix_numbers_job(struct app *a, struct job **ret)
{
    return job_start(a, "fix_numbers", fix_numbers, sizeof(struct fix_numbers_args), ret);
}
