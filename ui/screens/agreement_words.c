#include "config.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/due.h"
#include "ui/screens/agreement_words.h"

int64_t agreement_unsur_of(const struct dossier *d, const struct position *p)
{
    const struct participant *person = dossier_participant(d, &p->participant);
    return person ? person->unsur : p->unsur;
}

int64_t agreement_hands(const struct dossier *d, const struct agreement *g, int64_t unsur,
                        int64_t stance)
{
    int64_t n = 0;
    for (size_t i = 0; i < d->position.n; i++) {
        const struct position *p = &d->position.v[i];
        if (!id_eq(&p->agreement, &g->id) || p->stance != stance ||
            (unsur != NONE && agreement_unsur_of(d, p) != unsur))
            continue;
        int64_t counted = p->count == NONE ? 0 : p->count;
        n += id_is_none(&p->participant) ? counted : 1;
    }
    return n;
}

const char *agreement_stance_words(const struct dossier *d, const struct agreement *g,
                                   int64_t unsur, struct arena *a)
{
    struct buf b = BUF_INIT;
    for (int64_t stance = 0; stance < stance_COUNT; stance++) {
        int64_t n = agreement_hands(d, g, unsur, stance);
        if (n > 0)
            buf_printf(&b, "%s%lld %s", b.len ? ", " : "", (long long)n,
                       _(dict_enum_label(ENUMSET_stance, stance)));
    }
    const char *words = arena_strdup(a, buf_str(&b));
    buf_done(&b);
    return words;
}

const char *agreement_status_words(const struct agreement *g, enum style *ret_style)
{
    static const enum style styles[agreement_status_COUNT] = {
        [STATUS_MUFAKAT] = STYLE_OK,
        [STATUS_DENGAN_CATATAN] = STYLE_WARN,
        [STATUS_TIDAK_MUFAKAT] = STYLE_ERROR,
        [STATUS_DITUNDA] = STYLE_DIM,
        [STATUS_TIDAK_DIAKOMODASI] = STYLE_DIM,
    };
    bool open = g->status < 0 || g->status >= agreement_status_COUNT;
    *ret_style = open ? STYLE_NORMAL : styles[g->status];
    return open ? _("belum diputuskan") : dict_enum_words(ENUMSET_agreement_status, g->status);
}

const char *agreement_agreed_words(const struct dossier *d, const struct agreement *g,
                                   struct arena *a)
{
    char clock[DATE_TEXT];
    if (g->agreed_at == NONE)
        return "";
    const char *words = arena_printf(a, _("disetujui forum pukul %s"),
                                     stamp_clock(g->agreed_at, dossier_zone(d), clock));
    if (g->agreed_present != NONE)
        words = arena_printf(a, _("%s, %lld hadir"), words, (long long)g->agreed_present);
    int unsur = 0;
    for (int64_t u = 0; u < unsur_COUNT; u++)
        unsur += *agreement_stance_words(d, g, u, a) != '\0';
    return unsur ? arena_printf(a, _("%s, %d unsur"), words, unsur) : words;
}

const char *agreement_limit_words(const struct dossier *d, const struct agreement *g,
                                  struct arena *a)
{
    char day[DATE_TEXT];
    const char *horizon = _(dict_enum_label(ENUMSET_horizon, g->horizon));
    int64_t due = due_original(g, dossier_session(d)->date);
    if (g->due == NONE && g->duration != NONE)
        return arena_printf(a, "%s%s%lld %s", horizon, *horizon ? " · " : "",
                            (long long)g->duration,
                            _(dict_enum_label(ENUMSET_duration_unit, g->duration_unit)));
    if (due == NONE)
        return arena_printf(a, "%s%s%s", horizon, *horizon ? " · " : "", _("belum ada batas"));
    return arena_printf(a, _("%s%sbatas %s"), horizon, *horizon ? " · " : "", date_shown(due, day));
}

size_t agreement_objections(const struct dossier *d, const struct agreement *g, struct arena *a,
                            const struct objection ***ret)
{
    const struct objection **v = ARENA_ARRAY(a, const struct objection *, d->objection.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < d->objection.n; i++)
        if (id_eq(&d->objection.v[i].agreement, &g->id))
            v[n++] = &d->objection.v[i];
    if (ret)
        *ret = v;
    return n;
}

const char *agreement_wording(const struct agreement *g)
{
    return *TXT(g->recommendation) ? g->recommendation : TXT(g->problem);
}

const struct objection *agreement_objection_of(const struct dossier *d, const struct id *agreement,
                                               const struct id *person)
{
    for (size_t i = 0; i < d->objection.n && !id_is_none(person); i++) {
        const struct objection *o = &d->objection.v[i];
        if (id_eq(&o->agreement, agreement) && id_eq(&o->participant, person))
            return o;
    }
    return NULL;
}

const char *agreement_short_date(int64_t day, struct arena *a)
{
    int y, m, d;
    if (day == NONE)
        return "—";
    date_split(day, &y, &m, &d);
    return arena_printf(a, "%d %s %d", d, _(date_month_short(m)), y);
}
