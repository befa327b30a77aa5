#include "config.h"

#include "app/agree.h"
#include "app/inside.h"
#include "app/keep_equal.h"
#include "app/stances.h"

/* --- aklamasi --- */

/* People of the unsur who said something else than yes. */
static int64_t others(const struct stances *s, int64_t unsur, int64_t but)
{
    int64_t people = 0;
    for (int64_t stance = 0; stance < stance_COUNT; stance++)
        people += stance == but ? 0 : stances_count(s, unsur, stance);
    return people;
}

/* A single person's yes is part of the head count already shown: only the rest is counted. */
static int64_t single_persons(const struct stances *s, int64_t unsur, int64_t stance)
{
    int64_t people = 0;
    for (size_t i = 0; i < s->n; i++)
        people +=
            !id_is_none(&s->v[i].participant) && s->v[i].unsur == unsur && s->v[i].stance == stance;
    return people;
}

static enum err_code all_agree(struct work *w, const struct id *agreement,
                               const struct coverage *here, struct err *e)
{
    struct stances s;
    enum err_code code = stances_load(w, agreement, &s, e);
    for (int64_t u = 0; u < unsur_COUNT && !code; u++) {
        int64_t yes =
            here->by_unsur[u] - others(&s, u, STANCE_SETUJU) - single_persons(&s, u, STANCE_SETUJU);
        code = stances_put(w, agreement, u, STANCE_SETUJU, yes, NULL, e);
    }
    return code;
}

static enum err_code set_status_of(struct work *w, const struct id *agreement, int64_t status,
                                   struct err *e)
{
    enum err_code code =
        work_set_enum(w, ENTITY_agreement, agreement, agreement_F_status, status, e);
    return code ? code : keep_equal(w, ENTITY_agreement, agreement, agreement_F_status, e);
}

static enum err_code acclaim(struct work *w, void *args, struct err *e)
{
    struct acclaim_args *x = args;
    struct agreement g;
    struct coverage here;
    bool reserved = false;
    enum err_code code = work_load_live(w, ENTITY_agreement, &x->agreement, &g, e);
    if (!code)
        code = count_present(w, &here, e);
    if (code)
        return code;
    if (here.present == 0)
        return err_set(
            e, ERR_RULE,
            _("Belum ada peserta yang tercatat hadir, jadi belum ada yang dapat menyetujui. "
              "Catat kehadiran dahulu di Persiapan."));
    code = all_agree(w, &g.id, &here, e);
    if (!code)
        code = stances_reserved(w, &g.id, &reserved, e);
    x->ret_status = reserved ? STATUS_DENGAN_CATATAN : STATUS_MUFAKAT;
    x->ret_present = here.present;
    x->ret_unsur = here.unsur;
    /* said again, it is agreed now: the first time and number of people give way */
    if (!code)
        code = work_set_enum(w, ENTITY_agreement, &g.id, agreement_F_status, x->ret_status, e);
    if (!code)
        code = work_set_int(w, ENTITY_agreement, &g.id, agreement_F_agreed_at, w->group.at, e);
    if (!code)
        code =
            work_set_int(w, ENTITY_agreement, &g.id, agreement_F_agreed_present, here.present, e);
    return code;
}

struct acclaim_args *acclaim_job(struct app *a, struct job **ret)
{
    struct acclaim_args *x = job_start(a, "acclaim", acclaim, sizeof *x, ret);
    x->ret_status = NONE;
    return x;
}

/* --- stances --- */

static enum err_code stance_of_person(struct work *w, const struct set_stance_args *x,
                                      struct err *e)
{
    struct participant p;
    struct position q;
    enum err_code code = work_load_live(w, ENTITY_participant, &x->participant, &p, e);
    struct id row = id_link("position", &x->agreement, &x->participant);
    if (!code && x->count == 0) {
        code = work_load(w, ENTITY_position, &row, &q, e);
        if (code == ERR_NOTFOUND) {
            err_clear(e);
            return ERR_NONE;
        }
        return code ? code : work_set_deleted(w, ENTITY_position, &row, true, e);
    }
    if (code)
        return code;
    record_init(&q, ENTITY_position);
    q.id = row;
    q.agreement = x->agreement;
    q.participant = x->participant;
    q.unsur = p.unsur;
    q.stance = x->stance;
    q.count = 1;
    q.note = x->note;
    q.from_paper = w->from_paper;
    return work_revive_record(w, ENTITY_position, &q, e);
}

/* All of the unsur that is present: what was counted before is replaced. */
static enum err_code clear_heads(struct work *w, const struct set_stance_args *x, struct err *e)
{
    enum err_code code = ERR_NONE;
    for (int64_t stance = 0; stance < stance_COUNT && !code; stance++)
        if (stance != x->stance)
            code = stances_put(w, &x->agreement, x->unsur, stance, 0, NULL, e);
    return code;
}

static enum err_code stance_of_unsur(struct work *w, const struct set_stance_args *x,
                                     int64_t present, struct err *e)
{
    struct stances s;
    int64_t count = x->count;
    enum err_code code = count == NONE ? clear_heads(w, x, e) : ERR_NONE;
    if (!code)
        code = stances_load(w, &x->agreement, &s, e);
    if (code)
        return code;
    if (count == NONE)
        count = present - others(&s, x->unsur, x->stance) - single_persons(&s, x->unsur, x->stance);
    if (count < 0 || count > present)
        return err_set(e, ERR_RULE,
                       _("Yang hadir dari unsur %s %lld orang; jumlah sikapnya tidak dapat "
                         "lebih dari itu."),
                       _(dict_enum_label(ENUMSET_unsur, x->unsur)), (long long)present);
    struct id row = ID_NONE;
    code = stances_put(w, &x->agreement, x->unsur, x->stance, count, &row, e);
    if (!code && x->note && count > 0)
        code = work_set_text(w, ENTITY_position, &row, position_F_note, x->note, e);
    return code;
}

/* Whoever says something else now no longer agrees. */
static enum err_code shrink_yes(struct work *w, const struct id *agreement, int64_t unsur,
                                int64_t present, struct err *e)
{
    struct stances s;
    enum err_code code = stances_load(w, agreement, &s, e);
    if (code)
        return code;
    int64_t persons = single_persons(&s, unsur, STANCE_SETUJU);
    int64_t yes = stances_count(&s, unsur, STANCE_SETUJU) - persons;
    int64_t room = present - others(&s, unsur, STANCE_SETUJU) - persons;
    return yes > room ? stances_put(w, agreement, unsur, STANCE_SETUJU, room, NULL, e) : ERR_NONE;
}

static enum err_code set_stance(struct work *w, void *args, struct err *e)
{
    struct set_stance_args *x = args;
    struct agreement g;
    struct participant p;
    struct coverage here;
    enum err_code code = work_load_live(w, ENTITY_agreement, &x->agreement, &g, e);
    if (!code)
        code = count_present(w, &here, e);
    if (!code && !id_is_none(&x->participant)) {
        code = work_load_live(w, ENTITY_participant, &x->participant, &p, e);
        if (!code)
            x->unsur = p.unsur;
    }
    if (!code && x->unsur == NONE)
        code = err_set(e, ERR_RULE,
                       _("Unsur orang ini belum diisi. Isi unsurnya di daftar peserta dahulu."));
    if (code)
        return code;
    int64_t present = here.by_unsur[x->unsur];
    code =
        id_is_none(&x->participant) ? stance_of_unsur(w, x, present, e) : stance_of_person(w, x, e);
    if (!code && x->stance != STANCE_SETUJU)
        code = shrink_yes(w, &g.id, x->unsur, present, e);
    bool reserved = x->stance == STANCE_KEBERATAN || x->stance == STANCE_CATATAN;
    if (!code && reserved && x->count != 0)
        code = stances_no_longer_plain(w, &g.id, e);
    return code;
}

struct set_stance_args *set_stance_job(struct app *a, struct job **ret)
{
    struct set_stance_args *x = job_start(a, "set_stance", set_stance, sizeof *x, ret);
    x->unsur = x->stance = x->count = NONE;
    return x;
}

/* --- status --- */

static enum err_code set_status(struct work *w, void *args, struct err *e)
{
    const struct set_status_args *x = args;
    struct agreement g;
    bool wants_reason = x->status == STATUS_DITUNDA || x->status == STATUS_TIDAK_DIAKOMODASI;
    enum err_code code = work_load_live(w, ENTITY_agreement, &x->agreement, &g, e);
    if (code)
        return code;
    if (wants_reason && !work_line(w, x->reason) && !g.status_reason)
        return err_set(e, ERR_RULE,
                       _("%s perlu alasan: yang hadir berhak tahu sebabnya. Tulis alasannya."),
                       dict_enum_words(ENUMSET_agreement_status, x->status));
    if (x->reason)
        code = work_set_text(w, ENTITY_agreement, &g.id, agreement_F_status_reason, x->reason, e);
    return code ? code : set_status_of(w, &g.id, x->status, e);
}

struct set_status_args *set_status_job(struct app *a, struct job **ret)
{
    struct set_status_args *x = job_start(a, "set_status", set_status, sizeof *x, ret);
    x->status = NONE;
    return x;
}

/* --- reading aloud --- */

static enum err_code read_one(struct work *w, const struct id *agreement, struct err *e)
{
    return work_set_int(w, ENTITY_agreement, agreement, agreement_F_read_aloud_at, w->group.at, e);
}

static enum err_code read_aloud(struct work *w, void *args, struct err *e)
{
    const struct read_aloud_args *x = args;
    struct agreement *v = NULL, g;
    struct id session = store_session_id(w->store);
    size_t n = 0, unread = 0;
    bool whole = id_is_none(&x->agreement);
    enum err_code code =
        whole ? ERR_NONE : work_load_live(w, ENTITY_agreement, &x->agreement, &g, e);
    if (!code)
        code = work_load_all(w, ENTITY_agreement, &v, &n, e);
    for (size_t i = 0; i < n && !code; i++) {
        if (whole || id_eq(&v[i].id, &x->agreement))
            code = read_one(w, &v[i].id, e);
        else
            unread += v[i].read_aloud_at == NONE;
    }
    if (!code && unread == 0) /* the last one makes it the whole text */
        code = work_set_int(w, ENTITY_session, &session, session_F_read_aloud_at, w->group.at, e);
    return code;
}

struct read_aloud_args *read_aloud_job(struct app *a, struct job **ret)
{
    return job_start(a, "read_aloud", read_aloud, sizeof(struct read_aloud_args), ret);
}
