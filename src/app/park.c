#include "config.h"

#include "app/inside.h"
#include "app/park.h"

/* From a note: its clean wording, and who said it. */
static enum err_code take_note(struct work *w, const struct park_args *x, struct parked *p,
                               struct err *e)
{
    struct contribution c;
    if (id_is_none(&x->contribution))
        return ERR_NONE;
    enum err_code code = work_load_live(w, ENTITY_contribution, &x->contribution, &c, e);
    if (code)
        return code;
    p->contribution = c.id;
    if (!p->text)
        p->text = c.wording ? c.wording : c.text;
    if (id_is_none(&p->proposer) && !IS_SET(c.anonymous))
        p->proposer = c.speaker;
    if (p->channel == NONE)
        p->channel = c.channel;
    return ERR_NONE;
}

static enum err_code park(struct work *w, void *args, struct err *e)
{
    struct park_args *x = args;
    struct parked p;
    record_init(&p, ENTITY_parked);
    p.id = x->row;
    p.text = x->text;
    p.proposer = x->proposer;
    p.channel = x->channel;
    p.reason = x->reason;
    p.forwarded_to = x->forwarded_to;
    p.answer_by = x->answer_by;
    p.from_paper = w->from_paper;
    enum err_code code = take_note(w, x, &p, e);
    if (!code && !work_line(w, p.text))
        code = err_set(e, ERR_INPUT, _("Belum ada yang diparkir: tulis uraiannya, lalu Enter."));
    if (!code)
        code = work_set_record(w, ENTITY_parked, &p, e);
    if (!code)
        code = work_set_next(w, ENTITY_parked, &p.id, parked_F_number, &x->ret_number, e);
    return code;
}

struct park_args *park_job(struct app *a, struct job **ret)
{
    struct park_args *x = job_start(a, "park", park, sizeof *x, ret);
    x->row = job_row_id(*ret);
    x->channel = x->answer_by = x->ret_number = NONE;
    return x;
}
