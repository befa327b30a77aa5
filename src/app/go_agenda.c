#include "config.h"

#include "app/go_agenda.h"
#include "app/inside.h"

static enum err_code leave(struct work *w, const struct session *s, struct err *e)
{
    if (id_is_none(&s->current_agenda))
        return ERR_NONE;
    return work_set_int(w, ENTITY_agenda, &s->current_agenda, agenda_F_ended_at, w->group.at, e);
}

static enum err_code enter(struct work *w, const struct agenda *g, struct err *e)
{
    enum err_code code = ERR_NONE;
    if (g->started_at == NONE)
        code = work_set_int(w, ENTITY_agenda, &g->id, agenda_F_started_at, w->group.at, e);
    if (!code)
        code = work_set_int(w, ENTITY_agenda, &g->id, agenda_F_ended_at, NONE, e);
    return code;
}

/* Place of an item in the list; n when it is not there. */
static size_t place_of(const struct agenda *v, size_t n, const struct id *row)
{
    size_t i = 0;
    while (i < n && !id_eq(&v[i].id, row))
        i++;
    return i;
}

/* The last item is over: so is the forum. A closing time that was typed stays. */
static enum err_code close_day(struct work *w, const struct session *s, struct err *e)
{
    enum zone zone = session_zone(s);
    if (s->end_time != NONE)
        return ERR_NONE;
    return work_set_int(w, ENTITY_session, &s->id, session_F_end_time,
                        stamp_minutes(w->group.at, zone), e);
}

static enum err_code go_agenda(struct work *w, void *args, struct err *e)
{
    struct go_agenda_args *x = args;
    struct session s;
    struct agenda *v;
    size_t n, to;
    enum err_code code = work_session(w, &s, e);
    if (!code)
        code = work_load_all(w, ENTITY_agenda, &v, &n, e);
    if (code)
        return code;
    size_t from = id_is_none(&s.current_agenda) ? n : place_of(v, n, &s.current_agenda);
    if (x->finish)
        to = n;
    else if (id_is_none(&x->agenda))
        to = from < n ? from + 1 : 0;
    else if ((to = place_of(v, n, &x->agenda)) == n)
        return err_set(e, ERR_NOTFOUND, _("Agenda ini sudah tidak ada. Pilih agenda lain."));
    x->ret_agenda = to < n ? v[to].id : ID_NONE;
    if (to == from && to < n)
        return ERR_NONE;
    code = leave(w, &s, e);
    if (!code && to < n)
        code = enter(w, &v[to], e);
    if (!code)
        code = work_set_ref(w, ENTITY_session, &s.id, session_F_current_agenda, &x->ret_agenda, e);
    if (!code && to == n && n > 0 && from == n - 1)
        code = close_day(w, &s, e);
    return code;
}

struct go_agenda_args *go_agenda_job(struct app *a, struct job **ret)
{
    return job_start(a, "go_agenda", go_agenda, sizeof(struct go_agenda_args), ret);
}
