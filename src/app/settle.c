#include "config.h"

#include "app/inside.h"
#include "app/keep_equal.h"
#include "app/settle.h"
#include "model/validate.h"

static enum err_code settle(struct work *w, void *args, struct err *e)
{
    const struct settle_args *x = args;
    enum err_code code = ERR_NONE;
    if (x->value.type != VALUE_NULL)
        code = validate_value(x->entity, x->field, &x->value, e);
    if (!code)
        code = store_settle(w->store, x->entity, &x->row, x->field, &x->value, e);
    return code ? code : keep_equal(w, x->entity, &x->row, x->field, e);
}

struct settle_args *settle_job(struct app *a, struct job **ret)
{
    struct settle_args *x = job_start(a, "settle", settle, sizeof *x, ret);
    job_set_kind(*ret, GROUP_SETTLE, NULL);
    return x;
}
