#include "config.h"

#include "app/stances.h"

enum err_code stances_load(struct work *w, const struct id *agreement, struct stances *ret,
                           struct err *e)
{
    struct position *v;
    size_t n, kept = 0;
    enum err_code code = work_load_all(w, ENTITY_position, &v, &n, e);
    for (size_t i = 0; i < n && !code; i++)
        if (id_eq(&v[i].agreement, agreement))
            v[kept++] = v[i];
    if (!code)
        *ret = (struct stances){v, kept};
    return code;
}

int64_t stances_count(const struct stances *s, int64_t unsur, int64_t stance)
{
    int64_t people = 0;
    for (size_t i = 0; i < s->n; i++)
        if (s->v[i].stance == stance && (unsur == NONE || s->v[i].unsur == unsur))
            people +=
                id_is_none(&s->v[i].participant) ? (s->v[i].count == NONE ? 0 : s->v[i].count) : 1;
    return people;
}

static struct id stances_row(const struct id *agreement, int64_t unsur, int64_t stance)
{
    struct id what = ID_NONE;
    what.b[0] = 'u'; /* no UUID begins like this with the rest zero */
    what.b[14] = (uint8_t)unsur;
    what.b[15] = (uint8_t)stance;
    return id_link("position", agreement, &what);
}

/* Head counts of this stance that stand already (imported ones have ids of their own). */
static bool is_head_count(const struct position *p, int64_t unsur, int64_t stance)
{
    return id_is_none(&p->participant) && p->unsur == unsur && p->stance == stance;
}

static enum err_code put_new(struct work *w, const struct id *agreement, int64_t unsur,
                             int64_t stance, int64_t count, struct err *e)
{
    struct position p;
    record_init(&p, ENTITY_position);
    p.id = stances_row(agreement, unsur, stance);
    p.agreement = *agreement;
    p.unsur = unsur;
    p.stance = stance;
    p.count = count;
    p.from_paper = w->from_paper;
    return work_revive_record(w, ENTITY_position, &p, e);
}

/* Hands that are counted again are from paper when the last count is. */
static enum err_code recount(struct work *w, const struct position *p, int64_t count, struct err *e)
{
    enum err_code code = work_set_int(w, ENTITY_position, &p->id, position_F_count, count, e);
    if (!code && IS_SET(p->from_paper) != IS_SET(w->from_paper))
        code = work_set_int(w, ENTITY_position, &p->id, position_F_from_paper, w->from_paper, e);
    return code;
}

enum err_code stances_put(struct work *w, const struct id *agreement, int64_t unsur, int64_t stance,
                          int64_t count, struct id *ret_row, struct err *e)
{
    struct stances s;
    bool put = count <= 0;
    enum err_code code = stances_load(w, agreement, &s, e);
    for (size_t i = 0; i < s.n && !code; i++) {
        if (!is_head_count(&s.v[i], unsur, stance))
            continue;
        if (put) /* nobody, or a second row of a merge */
            code = work_set_deleted(w, ENTITY_position, &s.v[i].id, true, e);
        else
            code = recount(w, &s.v[i], count, e);
        if (!put && ret_row)
            *ret_row = s.v[i].id;
        put = true;
    }
    if (code || put)
        return code;
    if (ret_row)
        *ret_row = stances_row(agreement, unsur, stance);
    return put_new(w, agreement, unsur, stance, count, e);
}

enum err_code stances_reserved(struct work *w, const struct id *agreement, bool *ret, struct err *e)
{
    struct objection *v;
    struct stances s;
    size_t n;
    enum err_code code = work_load_all(w, ENTITY_objection, &v, &n, e);
    if (!code)
        code = stances_load(w, agreement, &s, e);
    if (code)
        return code;
    *ret = stances_count(&s, NONE, STANCE_CATATAN) > 0 ||
           stances_count(&s, NONE, STANCE_KEBERATAN) > 0;
    for (size_t i = 0; i < n; i++)
        *ret = *ret || id_eq(&v[i].agreement, agreement);
    return ERR_NONE;
}

enum err_code stances_no_longer_plain(struct work *w, const struct id *agreement, struct err *e)
{
    struct agreement g;
    enum err_code code = work_load_live(w, ENTITY_agreement, agreement, &g, e);
    if (code || g.status != STATUS_MUFAKAT)
        return code;
    return work_set_enum(w, ENTITY_agreement, agreement, agreement_F_status, STATUS_DENGAN_CATATAN,
                         e);
}
