#include "config.h"

#include "app/import_participants.h"
#include "app/read.h"
#include "app/work.h"

enum err_code import_plan(struct app *a, const struct sheet *s, const struct people_answer *answers,
                          size_t n_answers, struct arena *ar, struct people_plan *ret,
                          struct err *e)
{
    struct participant *v;
    size_t n;
    enum err_code code = read_rows(a, ENTITY_participant, ar, &v, &n, e);
    if (code)
        return code;
    return people_plan(s, v, n, answers, n_answers, ar, ret, e);
}

static enum err_code write_row(struct work *w, struct people_row *r, struct err *e)
{
    bool is_new = r->action == PEOPLE_NEW;
    struct id row = is_new ? work_row_id(w) : r->p.id;
    char scratch[DATE_TEXT];
    for (int f = 0; f < participant_F_COUNT; f++) {
        if (!(r->fields & UINT64_C(1) << f))
            continue;
        struct value v = record_get(&r->p, ENTITY_participant, f, scratch);
        enum err_code code = work_set(w, ENTITY_participant, &row, f, v, e);
        if (code)
            return code;
    }
    r->p.id = row;
    if (!is_new)
        return ERR_NONE;
    return work_set_next(w, ENTITY_participant, &row, participant_F_number, &r->p.number, e);
}

enum err_code import_participants(struct work *w, void *args, struct err *e)
{
    struct import_args *x = args;
    struct participant *v;
    size_t n;
    enum err_code code = work_load_all(w, ENTITY_participant, &v, &n, e);
    if (!code)
        code = people_plan(&x->sheet, v, n, x->answers, x->n_answers, w->arena, &x->done, e);
    for (size_t i = 0; !code && i < x->done.n; i++) {
        struct people_row *r = &x->done.v[i];
        if (r->action == PEOPLE_NEW || r->action == PEOPLE_CHANGE)
            code = write_row(w, r, e);
    }
    return code;
}
