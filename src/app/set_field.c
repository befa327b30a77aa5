#include "config.h"

#include <string.h>

#include "app/inside.h"
#include "app/keep_equal.h"
#include "app/set_field.h"
#include "base/text.h"
#include "model/validate.h"

/* Numbers, the mark of deletion and locks have use cases of their own. */
static bool has_own_use_case(enum entity_kind k, int field)
{
    return k == ENTITY_lock || strcmp(dict_field(k, field)->name, "number") == 0 ||
           field == dict_entity(k)->n_fields - 1;
}

static enum err_code read_typed(struct work *w, struct set_field_args *x, struct err *e)
{
    struct session s;
    enum err_code code = work_session(w, &s, e);
    if (code)
        return code;
    enum zone zone = session_zone(&s);
    struct validate_context c = {s.date == NONE ? stamp_day(w->group.at, zone) : s.date, zone};
    const char *hint = NULL;
    return validate_field(x->entity, x->field, x->text, &c, w->arena, &x->value, &hint, e);
}

/* Text that comes as a value is cleaned as typed text is. */
static void clean_value(struct work *w, const struct set_field_args *x, struct value *v)
{
    const struct field *f = dict_field(x->entity, x->field);
    if (v->type != VALUE_TEXT || f->type != TYPE_TEXT)
        return;
    const char *s = text_input(w->arena, v->p, v->n, (f->flags & FIELD_LINES) != 0);
    *v = value_text(f->flags & FIELD_LINES ? s : work_line(w, s));
}

static enum err_code set_field(struct work *w, void *args, struct err *e)
{
    struct set_field_args *x = args;
    enum err_code code = ERR_NONE;
    void *now = arena_alloc(w->arena, dict_entity(x->entity)->size);
    if (x->entity == ENTITY_session)
        x->row = store_session_id(w->store);
    if (has_own_use_case(x->entity, x->field))
        return err_set(e, ERR_RULE, _("%s diatur oleh program dan tidak diubah dengan tangan."),
                       _(dict_field(x->entity, x->field)->label));
    code = work_load_live(w, x->entity, &x->row, now, e);
    if (!code && x->typed)
        code = read_typed(w, x, e);
    if (code)
        return code;
    clean_value(w, x, &x->value);
    code =
        work_set_seen(w, x->entity, &x->row, x->field, x->value, x->has_seen ? &x->seen : NULL, e);
    if (!code)
        code = keep_equal(w, x->entity, &x->row, x->field, e);
    return code;
}

struct set_field_args *set_field_job(struct app *a, struct job **ret)
{
    return job_start(a, "set_field", set_field, sizeof(struct set_field_args), ret);
}
