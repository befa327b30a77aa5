#include "config.h"

#include <string.h>

#include "app/add_contribution.h"
#include "app/edit_contribution.h"
#include "app/enter_capture.h"
#include "app/inside.h"
#include "app/park.h"

static const void *copy(struct job *j, const void *p, size_t n)
{
    return n ? memcpy(arena_alloc(job_arena(j), n), p, n) : NULL;
}

static void take_speaker(const struct capture *c, const struct enter_context *x,
                         struct add_contribution_args *g)
{
    bool asked = c->who == SPEAKER_ASK;
    g->speaker = asked ? x->answerer : c->speaker;
    if (c->person)
        g->speaker = c->person->id;
    g->anonymous = c->who == SPEAKER_ANONYMOUS;
    g->speaker_unsur = c->speaker_unsur;
    g->unknown = c->who == SPEAKER_UNKNOWN || (asked && id_is_none(&g->speaker));
}

static struct job *enter_entry(struct app *a, const struct capture *c,
                               const struct enter_context *x, struct id *ret_row)
{
    struct job *j;
    struct add_contribution_args *g = add_contribution_job(a, &j);
    g->text = job_text(j, c->text);
    g->kind = c->kind;
    g->literal = c->literal;
    g->agenda = x->agenda;
    if (x->at != 0)
        g->at = x->at;
    take_speaker(c, x, g);
    if (c->action == CAPTURE_CONTINUE && c->who == SPEAKER_TYPED)
        g->continues_of = g->speaker;
    else if (c->action == CAPTURE_CONTINUE)
        g->continues = x->last;
    if (c->action == CAPTURE_ANSWER && c->to_selected) {
        g->answers = copy(j, &x->selected, sizeof x->selected);
        g->n_answers = 1;
    } else if (c->action == CAPTURE_ANSWER) {
        g->answer_numbers = copy(j, c->targets, c->n_targets * sizeof *c->targets);
        g->n_answer_numbers = c->n_targets;
    }
    *ret_row = g->row;
    return j;
}

static struct job *enter_park(struct app *a, const struct capture *c, const struct enter_context *x,
                              struct id *ret_row)
{
    struct job *j;
    struct park_args *g = park_job(a, &j);
    if (c->action == CAPTURE_PARK_LAST)
        g->contribution = x->last;
    else {
        g->text = job_text(j, c->text);
        g->proposer = c->person ? c->person->id : c->speaker;
    }
    *ret_row = g->row;
    return j;
}

static struct job *enter_kind(struct app *a, const struct capture *c, const struct enter_context *x,
                              struct id *ret_row)
{
    struct job *j;
    struct edit_contribution_args *g = edit_contribution_job(a, &j);
    g->row = x->last;
    g->set_kind = true;
    g->kind = c->kind;
    *ret_row = g->row;
    return j;
}

struct job *enter_capture_job(struct app *a, const struct capture *c, const struct enter_context *x,
                              struct id *ret_row)
{
    struct job *j;
    if (c->wait != CAPTURE_READY)
        return NULL;
    switch (c->action) {
    case CAPTURE_ENTRY:
    case CAPTURE_CONTINUE:
    case CAPTURE_ANSWER:
        j = enter_entry(a, c, x, ret_row);
        break;
    case CAPTURE_PARK:
    case CAPTURE_PARK_LAST:
        j = enter_park(a, c, x, ret_row);
        break;
    case CAPTURE_CHANGE_KIND:
        j = enter_kind(a, c, x, ret_row);
        break;
    default:
        return NULL;
    }
    if (x->draft)
        job_clears_draft(j, x->draft);
    return j;
}
