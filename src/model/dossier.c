#include "config.h"

#include "model/dossier.h"

#include <assert.h>

struct dossier *dossier_new(struct arena *a)
{
    struct dossier *d = ARENA_NEW(a, struct dossier);
    d->arena = a;
    d->session.v = ARENA_NEW(a, struct session);
    d->session.n = 1;
    record_init(d->session.v, ENTITY_session);
    return d;
}

const struct session *dossier_session(const struct dossier *d)
{
    return d->session.v;
}

enum zone session_zone(const struct session *s)
{
    return s->zone == NONE ? ZONE_WIB : (enum zone)s->zone;
}

enum zone dossier_zone(const struct dossier *d)
{
    return session_zone(d->session.v);
}

#define FIND(d, entity, wanted) \
    do { \
        for (size_t i = 0; i < (d)->entity.n; i++) \
            if (id_eq(&(d)->entity.v[i].id, (wanted))) \
                return &(d)->entity.v[i]; \
        return NULL; \
    } while (0)

const struct participant *dossier_participant(const struct dossier *d, const struct id *id)
{
    FIND(d, participant, id);
}

const struct contribution *dossier_contribution(const struct dossier *d, const struct id *id)
{
    FIND(d, contribution, id);
}

const struct agreement *dossier_agreement(const struct dossier *d, const struct id *id)
{
    FIND(d, agreement, id);
}

const struct issue *dossier_issue(const struct dossier *d, const struct id *id)
{
    FIND(d, issue, id);
}

const struct agenda *dossier_agenda(const struct dossier *d, const struct id *id)
{
    FIND(d, agenda, id);
}

const void *dossier_rows(const struct dossier *d, enum entity_kind k, size_t *ret_n)
{
    switch (k) {
#define DICT_E(name, json, label) \
    case ENTITY_##name: \
        *ret_n = d->name.n; \
        return d->name.v;
        ENTITY_LIST(DICT_E)
#undef DICT_E
    case ENTITY_COUNT:
        break;
    }
    assert(false && "no such entity");
    return NULL;
}

void dossier_set_rows(struct dossier *d, enum entity_kind k, void *rows, size_t n)
{
    switch (k) {
#define DICT_E(name, json, label) \
    case ENTITY_##name: \
        d->name.v = rows; \
        d->name.n = n; \
        return;
        ENTITY_LIST(DICT_E)
#undef DICT_E
    case ENTITY_COUNT:
        break;
    }
    assert(false && "no such entity");
}

void *dossier_own_rows(struct dossier *d, enum entity_kind k, struct arena *a, size_t *ret_n)
{
    const void *rows = dossier_rows(d, k, ret_n);
    if (*ret_n == 0)
        return NULL;
    void *own = arena_memdup(a, rows, *ret_n * dict_entity(k)->size);
    dossier_set_rows(d, k, own, *ret_n);
    return own;
}

const struct lock *dossier_lock(const struct dossier *d)
{
    for (size_t i = d->lock.n; i > 0; i--)
        if (d->lock.v[i - 1].unlocked_at == NONE)
            return &d->lock.v[i - 1];
    return NULL;
}

bool dossier_is_input(const struct contribution *c)
{
    return c->number != NONE && c->kind != KIND_CATATAN_ACARA;
}

static const struct id *turn_of(const struct contribution *c)
{
    return id_is_none(&c->continues) ? &c->id : &c->continues;
}

bool dossier_same_turn(const struct contribution *a, const struct contribution *b)
{
    return id_eq(turn_of(a), turn_of(b));
}

const struct contribution *dossier_turn_start(const struct dossier *d, const struct contribution *c)
{
    const struct contribution *first = dossier_contribution(d, turn_of(c));
    return first ? first : c;
}

struct spoken_turn dossier_turn(const struct dossier *d, const struct id *first)
{
    struct spoken_turn t = {d, first, false};
    for (size_t i = 0; i < d->contribution.n && !t.goes_on; i++)
        t.goes_on = id_eq(&d->contribution.v[i].continues, first);
    return t;
}

bool turn_has(const struct spoken_turn *t, const struct id *entry)
{
    if (id_eq(entry, t->first))
        return true;
    const struct contribution *c = t->goes_on ? dossier_contribution(t->d, entry) : NULL;
    return c && id_eq(&c->continues, t->first);
}
