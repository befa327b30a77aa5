#include "config.h"

#include "app/follow_up.h"
#include "app/inside.h"
#include "app/keep_equal.h"
#include "model/due.h"

static enum err_code set_percent(struct work *w, const struct follow_up_args *x, struct err *e)
{
    if (x->percent == NONE)
        return ERR_NONE;
    if (x->percent < 0 || x->percent > 100)
        return err_set(e, ERR_INPUT, _("Persen antara 0 dan 100. Yang lama tetap."));
    enum err_code code =
        work_set_int(w, ENTITY_agreement, &x->agreement, agreement_F_percent, x->percent, e);
    return code ? code : keep_equal(w, ENTITY_agreement, &x->agreement, agreement_F_percent, e);
}

static enum err_code set_progress(struct work *w, const struct follow_up_args *x, struct err *e)
{
    if (x->progress == NONE)
        return ERR_NONE;
    enum err_code code =
        work_set_enum(w, ENTITY_agreement, &x->agreement, agreement_F_progress, x->progress, e);
    return code ? code : keep_equal(w, ENTITY_agreement, &x->agreement, agreement_F_progress, e);
}

static enum err_code set_note(struct work *w, const struct follow_up_args *x, struct err *e)
{
    struct value seen = value_text(x->seen_note);
    const char *note = work_clean(w, ENTITY_agreement, agreement_F_progress_note, x->note);
    return work_set_seen(w, ENTITY_agreement, &x->agreement, agreement_F_progress_note, value_text(note),
                         x->has_seen ? &seen : NULL, e);
}

static enum err_code follow_up(struct work *w, void *args, struct err *e)
{
    const struct follow_up_args *x = args;
    struct agreement g;
    enum err_code code = work_load_live(w, ENTITY_agreement, &x->agreement, &g, e);
    if (!code)
        code = set_percent(w, x, e);
    if (!code)
        code = set_progress(w, x, e);
    if (!code && x->note)
        code = set_note(w, x, e);
    if (!code && x->proof)
        code = work_set_text(w, ENTITY_agreement, &g.id, agreement_F_proof, x->proof, e);
    return code;
}

struct follow_up_args *follow_up_job(struct app *a, struct job **ret)
{
    struct follow_up_args *x = job_start(a, "follow_up", follow_up, sizeof *x, ret);
    x->progress = x->percent = NONE;
    return x;
}

/* --- deadlines --- */

static enum err_code deadline_now(struct work *w, const struct agreement *g, int64_t *ret,
                                  struct err *e)
{
    struct session s;
    struct dossier d = {.arena = w->arena, .now = w->group.at};
    enum err_code code = work_session(w, &s, e);
    if (!code)
        code = work_load_all(w, ENTITY_deadline_move, &d.deadline_move.v, &d.deadline_move.n, e);
    d.session.v = &s;
    d.session.n = 1;
    if (!code)
        *ret = due_effective(&d, g);
    return code;
}

static enum err_code move_deadline(struct work *w, void *args, struct err *e)
{
    const struct move_deadline_args *x = args;
    struct agreement g;
    struct deadline_move m;
    int64_t old = NONE;
    enum err_code code = work_load_live(w, ENTITY_agreement, &x->agreement, &g, e);
    if (!code)
        code = deadline_now(w, &g, &old, e);
    if (code)
        return code;
    if (x->due == NONE)
        return err_set(e, ERR_INPUT, _("Batas waktu yang baru belum diisi. Yang lama tetap."));
    if (!work_line(w, x->reason))
        return err_set(
            e, ERR_RULE,
            _("Memindahkan batas waktu perlu alasan. Yang lama tetap; tulis alasannya."));
    if (x->due == old)
        return err_set(e, ERR_INPUT,
                       _("Batas waktunya sama dengan yang berlaku. Tidak ada yang dipindah."));
    record_init(&m, ENTITY_deadline_move);
    m.id = work_row_id(w);
    m.agreement = g.id;
    m.old_due = old;
    m.new_due = x->due;
    m.reason = x->reason;
    m.at = w->group.at;
    return work_set_record(w, ENTITY_deadline_move, &m, e);
}

struct move_deadline_args *move_deadline_job(struct app *a, struct job **ret)
{
    struct move_deadline_args *x = job_start(a, "move_deadline", move_deadline, sizeof *x, ret);
    x->due = NONE;
    job_reason_from(*ret, &x->reason);
    return x;
}
