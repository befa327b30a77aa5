#include "config.h"

#include "app/inside.h"
#include "app/objection.h"
#include "app/stances.h"

/* Printed party: the organization speaks, else the unsur. Official words, so untranslated. */
static const char *party_of(struct work *w, const struct participant *p)
{
    if (p->organization)
        return p->organization;
    if (p->unsur != NONE)
        return arena_printf(w->arena, "Wakil %s", dict_enum_label(ENUMSET_unsur, p->unsur));
    return p->name;
}

static enum err_code take_party(struct work *w, const struct save_objection_args *x,
                                struct objection *o, struct err *e)
{
    struct participant p;
    if (id_is_none(&x->participant))
        return ERR_NONE;
    enum err_code code = work_load_live(w, ENTITY_participant, &x->participant, &p, e);
    if (!code && !o->party)
        o->party = party_of(w, &p);
    return code;
}

static enum err_code check_new(struct work *w, const struct objection *o, struct err *e)
{
    if (!work_line(w, o->text))
        return err_set(e, ERR_INPUT,
                       _("Isi keberatan masih kosong. Tulis apa yang tidak disetujui."));
    if (!work_line(w, o->party))
        return err_set(e, ERR_INPUT,
                       _("Siapa yang berkeberatan belum diisi. Pilih orangnya atau tulis "
                         "pihak yang dicetak."));
    return ERR_NONE;
}

static enum err_code save_objection(struct work *w, void *args, struct err *e)
{
    struct save_objection_args *x = args;
    struct objection o, before;
    bool is_new = id_is_none(&x->row);
    enum err_code code = ERR_NONE;
    if (!is_new)
        code = work_load_live(w, ENTITY_objection, &x->row, &before, e);
    record_init(&o, ENTITY_objection);
    o.id = is_new ? work_row_id(w) : x->row;
    o.agreement = is_new ? x->agreement : before.agreement;
    o.participant = x->participant;
    o.party = x->party;
    o.text = x->text;
    o.reason = x->reason;
    o.reason_withheld = x->reason_withheld;
    o.reply = x->reply;
    o.read_back = x->read_back;
    if (!code && (is_new || !before.party))
        code = take_party(w, x, &o, e);
    if (!code && is_new)
        code = check_new(w, &o, e);
    if (!code && is_new)
        code = stances_no_longer_plain(w, &o.agreement, e);
    if (!code)
        code = work_set_record(w, ENTITY_objection, &o, e);
    if (!code && is_new)
        code = work_set_next(w, ENTITY_objection, &o.id, objection_F_number, &x->ret_number, e);
    else if (!code)
        x->ret_number = before.number;
    if (!code)
        x->row = o.id;
    return code;
}

struct save_objection_args *save_objection_job(struct app *a, struct job **ret)
{
    struct save_objection_args *x = job_start(a, "save_objection", save_objection, sizeof *x, ret);
    x->reason_withheld = x->read_back = x->ret_number = NONE;
    return x;
}
