#include "config.h"

#include "app/check_in.h"
#include "app/inside.h"
#include "app/keep_equal.h"
#include "base/text.h"

static int64_t when(const struct work *w, int64_t at)
{
    return at == NONE ? w->group.at : at;
}

/* --- one person --- */

/* An office is present through a person; a nameless row would print an empty line to sign on. */
static enum err_code refuse_nameless(struct err *e, const struct participant *p)
{
    return err_set(e, ERR_RULE,
                   _("Undangan ini untuk jabatan (%s). Isi nama orang yang datang lewat \"diwakili "
                     "oleh\", lalu ia tercatat hadir."),
                   TXT(p->invited_as));
}

/* Present: when, and whether a paper list says so. */
static enum err_code stamp_arrival(struct work *w, const struct check_in_args *x,
                                   const struct participant *p, struct err *e)
{
    enum err_code code = ERR_NONE;
    if (p->arrived_at == NONE || x->at != NONE)
        code = work_set_int(w, ENTITY_participant, &p->id, participant_F_arrived_at, when(w, x->at),
                            e);
    bool differs = IS_SET(p->from_paper) != IS_SET(w->from_paper);
    if (!code && p->attendance != ATTENDANCE_HADIR && differs)
        code =
            work_set_int(w, ENTITY_participant, &p->id, participant_F_from_paper, w->from_paper, e);
    return code;
}

static enum err_code check_in(struct work *w, void *args, struct err *e)
{
    struct check_in_args *x = args;
    struct participant p;
    enum err_code code = work_load_live(w, ENTITY_participant, &x->participant, &p, e);
    if (code)
        return code;
    if (x->attendance == ATTENDANCE_HADIR && !p.name)
        return refuse_nameless(e, &p);
    code = work_set_enum(w, ENTITY_participant, &p.id, participant_F_attendance, x->attendance, e);
    if (!code && x->attendance == ATTENDANCE_HADIR)
        code = stamp_arrival(w, x, &p, e);
    if (!code && x->channel != NONE)
        code = work_set_enum(w, ENTITY_participant, &p.id, participant_F_channel, x->channel, e);
    if (!code)
        code = keep_equal(w, ENTITY_participant, &p.id, participant_F_attendance, e);
    return code;
}

struct check_in_args *check_in_job(struct app *a, struct job **ret)
{
    struct check_in_args *x = job_start(a, "check_in", check_in, sizeof *x, ret);
    x->attendance = ATTENDANCE_HADIR;
    x->at = x->channel = NONE;
    return x;
}

/* --- somebody came for somebody --- */

static enum err_code refuse_no_name(struct err *e)
{
    return err_set(e, ERR_INPUT, _("Nama orangnya belum diisi. Ketik namanya, lalu Enter."));
}

/* The office gets its person: the row and its number stay. */
static enum err_code fill_office(struct work *w, struct represent_args *x, struct participant *p,
                                 struct err *e)
{
    const struct id *row = &p->id;
    struct participant now;
    record_init(&now, ENTITY_participant);
    now.id = *row;
    now.name = x->name;
    now.position = x->position;
    now.organization = x->organization;
    now.sex = x->sex;
    now.phone = x->phone;
    now.attendance = ATTENDANCE_HADIR;
    now.arrived_at = when(w, x->at);
    now.from_paper = w->from_paper;
    x->ret_participant = *row;
    x->ret_number = p->number;
    return work_set_record(w, ENTITY_participant, &now, e);
}

static enum err_code add_stand_in(struct work *w, struct represent_args *x,
                                  const struct participant *p, struct err *e)
{
    struct participant now;
    record_init(&now, ENTITY_participant);
    now.id = id_is_none(&x->ret_participant) ? work_row_id(w) : x->ret_participant;
    now.name = x->name;
    now.position = x->position;
    now.organization = x->organization ? x->organization : p->organization;
    now.unsur = p->unsur;
    now.role = p->role;
    now.sex = x->sex;
    now.phone = x->phone;
    now.invited = 0;
    now.represents = p->id;
    now.attendance = ATTENDANCE_HADIR;
    now.arrived_at = when(w, x->at);
    now.from_paper = w->from_paper;
    x->ret_participant = now.id;
    enum err_code code = work_set_record(w, ENTITY_participant, &now, e);
    if (!code)
        code =
            work_set_next(w, ENTITY_participant, &now.id, participant_F_number, &x->ret_number, e);
    if (!code)
        code = work_set_enum(w, ENTITY_participant, &p->id, participant_F_attendance,
                             ATTENDANCE_DIWAKILI, e);
    if (!code)
        code = keep_equal(w, ENTITY_participant, &p->id, participant_F_attendance, e);
    return code;
}

static enum err_code represent(struct work *w, void *args, struct err *e)
{
    struct represent_args *x = args;
    struct participant p;
    enum err_code code = work_load_live(w, ENTITY_participant, &x->invited, &p, e);
    if (code)
        return code;
    if (!work_line(w, x->name))
        return refuse_no_name(e);
    return p.name ? add_stand_in(w, x, &p, e) : fill_office(w, x, &p, e);
}

struct represent_args *represent_job(struct app *a, struct job **ret)
{
    struct represent_args *x = job_start(a, "represent", represent, sizeof *x, ret);
    x->sex = x->at = x->ret_number = NONE;
    return x;
}

/* --- a walk-in --- */

static enum err_code walk_in(struct work *w, void *args, struct err *e)
{
    struct walk_in_args *x = args;
    struct participant p;
    if (!work_line(w, x->name))
        return refuse_no_name(e);
    record_init(&p, ENTITY_participant);
    p.id = x->row;
    p.name = x->name;
    p.position = x->position;
    p.organization = x->organization;
    p.phone = x->phone;
    p.unsur = x->unsur;
    p.sex = x->sex;
    p.role = x->role;
    p.invited = 0;
    p.channel = x->channel;
    p.attendance = ATTENDANCE_HADIR;
    p.arrived_at = when(w, x->at);
    p.from_paper = w->from_paper;
    enum err_code code = work_set_record(w, ENTITY_participant, &p, e);
    if (!code)
        code = work_set_next(w, ENTITY_participant, &p.id, participant_F_number, &x->ret_number, e);
    return code;
}

struct walk_in_args *walk_in_job(struct app *a, struct job **ret)
{
    struct walk_in_args *x = job_start(a, "walk_in", walk_in, sizeof *x, ret);
    x->unsur = x->sex = x->channel = x->at = x->ret_number = NONE;
    x->role = ROLE_PESERTA;
    x->row = job_row_id(*ret);
    return x;
}
