#include "config.h"

#include "app/keep_equal.h"
#include "base/text.h"
#include "model/capture.h"
#include "model/tally.h"

bool contribution_counts(const struct contribution *c)
{
    return c->kind != KIND_CATATAN_ACARA && id_is_none(&c->continues);
}

enum err_code count_present(struct work *w, struct coverage *ret, struct err *e)
{
    struct participant *v;
    size_t n;
    enum err_code code = work_load_all(w, ENTITY_participant, &v, &n, e);
    if (!code)
        *ret = coverage_of(v, n);
    return code;
}

enum err_code complete_contribution(struct work *w, struct contribution *c, struct err *e)
{
    bool gap = capture_has_gap(TXT(c->text)) || capture_has_gap(TXT(c->wording)) ||
               IS_SET(c->speaker_unknown);
    c->gap = gap ? 1 : 0;
    if (c->number != NONE || !contribution_counts(c))
        return ERR_NONE;
    return store_next(w->store, ENTITY_contribution, contribution_F_number, &c->number, e);
}

static enum err_code keep_contribution(struct work *w, const struct id *row, int changed,
                                       struct err *e)
{
    struct contribution c;
    enum err_code code = work_load(w, ENTITY_contribution, row, &c, e);
    (void)changed;
    if (!code)
        code = complete_contribution(w, &c, e);
    if (!code)
        code = work_set_int(w, ENTITY_contribution, row, contribution_F_gap, c.gap, e);
    if (!code)
        code = work_set_int(w, ENTITY_contribution, row, contribution_F_number, c.number, e);
    return code;
}

static enum err_code keep_agreed(struct work *w, const struct agreement *g, struct err *e)
{
    bool agreed = tally_is_agreed(g);
    int64_t at = agreed ? w->group.at : NONE;
    struct coverage here = {0};
    enum err_code code = ERR_NONE;
    if (agreed && g->agreed_at != NONE)
        return ERR_NONE;
    if (agreed)
        code = count_present(w, &here, e);
    if (!code)
        code = work_set_int(w, ENTITY_agreement, &g->id, agreement_F_agreed_at, at, e);
    if (!code)
        code = work_set_int(w, ENTITY_agreement, &g->id, agreement_F_agreed_present,
                            agreed ? here.present : NONE, e);
    return code;
}

/* selesai is 100 percent and the other way round. */
static enum err_code keep_progress(struct work *w, const struct agreement *g, int changed,
                                   struct err *e)
{
    if (changed == agreement_F_progress && g->progress == PROGRESS_SELESAI && g->percent != 100)
        return work_set_int(w, ENTITY_agreement, &g->id, agreement_F_percent, 100, e);
    if (changed != agreement_F_percent || g->percent == NONE)
        return ERR_NONE;
    if (g->percent == 100)
        return work_set_enum(w, ENTITY_agreement, &g->id, agreement_F_progress, PROGRESS_SELESAI,
                             e);
    if (g->progress == PROGRESS_SELESAI || (g->percent > 0 && g->progress != PROGRESS_TIDAK_DAPAT))
        return work_set_enum(w, ENTITY_agreement, &g->id, agreement_F_progress, PROGRESS_PROSES, e);
    return ERR_NONE;
}

static enum err_code keep_agreement(struct work *w, const struct id *row, int changed,
                                    struct err *e)
{
    struct agreement g;
    enum err_code code = work_load(w, ENTITY_agreement, row, &g, e);
    if (!code && changed == agreement_F_status)
        code = keep_agreed(w, &g, e);
    if (!code)
        code = keep_progress(w, &g, changed, e);
    return code;
}

static enum err_code keep_participant(struct work *w, const struct id *row, int changed,
                                      struct err *e)
{
    struct participant p;
    enum err_code code = work_load(w, ENTITY_participant, row, &p, e);
    if (code || changed != participant_F_attendance)
        return code;
    int64_t at = p.attendance != ATTENDANCE_HADIR ? NONE
                 : p.arrived_at != NONE           ? p.arrived_at
                                                  : w->group.at;
    return work_set_int(w, ENTITY_participant, row, participant_F_arrived_at, at, e);
}

static enum err_code keep_signatory(struct work *w, const struct id *row, int changed,
                                    struct err *e)
{
    struct signatory s;
    enum err_code code = work_load(w, ENTITY_signatory, row, &s, e);
    if (code || changed != signatory_F_state)
        return code;
    int64_t at = s.state == SIGNING_SUDAH ? w->group.at : NONE;
    return work_set_int(w, ENTITY_signatory, row, signatory_F_signed_at, at, e);
}

/* When the first item begins: the session's hour is that of the opening, people arrive before it. */
static int64_t first_item_at(const struct agenda *v, size_t n, int64_t start)
{
    for (size_t i = 0; i < n && v[i].kind == AGENDA_REGISTRASI && v[i].minutes != NONE; i++)
        start -= v[i].minutes;
    return start;
}

enum err_code plan_agenda(struct work *w, int64_t start, struct err *e)
{
    struct agenda *v;
    size_t n;
    enum err_code code = work_load_all(w, ENTITY_agenda, &v, &n, e);
    for (size_t i = 0; !code && i < n; i++)
        if (v[i].start_time != NONE)
            return ERR_NONE; /* somebody has planned it */
    int64_t at = code || start == NONE ? NONE : first_item_at(v, n, start);
    for (size_t i = 0; !code && i < n && at >= 0 && at < 24 * 60; i++) {
        code = work_set_int(w, ENTITY_agenda, &v[i].id, agenda_F_start_time, at, e);
        at = v[i].minutes == NONE ? NONE : at + v[i].minutes;
    }
    return code;
}

static enum err_code keep_session(struct work *w, const struct id *row, int changed, struct err *e)
{
    struct session s;
    (void)row;
    enum err_code code = changed == session_F_start_time ? work_session(w, &s, e) : ERR_NONE;
    return code || changed != session_F_start_time ? code : plan_agenda(w, s.start_time, e);
}

static const struct keeping {
    enum entity_kind entity;
    enum err_code (*keep)(struct work *, const struct id *, int changed, struct err *);
} keepings[] = {
    {ENTITY_session, keep_session},
    {ENTITY_contribution, keep_contribution},
    {ENTITY_agreement, keep_agreement},
    {ENTITY_participant, keep_participant},
    {ENTITY_signatory, keep_signatory},
};

enum err_code keep_equal(struct work *w, enum entity_kind k, const struct id *row, int changed,
                         struct err *e)
{
    for (size_t i = 0; i < sizeof keepings / sizeof keepings[0]; i++)
        if (keepings[i].entity == k)
            return keepings[i].keep(w, row, changed, e);
    return ERR_NONE;
}
