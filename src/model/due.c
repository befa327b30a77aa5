#include "model/due.h"

#include <stdlib.h>

#define MAX_UNITS 36500

static int64_t add_months(int64_t day, int64_t n)
{
    int y, m, d;
    date_split(day, &y, &m, &d);
    int64_t months = (int64_t)y * 12 + (m - 1) + n;
    y = (int)(months / 12);
    m = (int)(months % 12) + 1;
    int last = date_month_days(y, m);
    return date_of(y, m, d < last ? d : last);
}

int64_t due_add(int64_t day, int64_t n, int64_t unit)
{
    if (day == NONE || n == NONE || unit == NONE || n < 0 || n > MAX_UNITS)
        return NONE;
    if (unit == DURATION_HARI_KERJA)
        return date_add_workdays(day, (int)n);
    if (unit == DURATION_BULAN)
        return add_months(day, n);
    return day + n;
}

int64_t due_original(const struct agreement *g, int64_t session_date)
{
    return g->due != NONE ? g->due : due_add(session_date, g->duration, g->duration_unit);
}

int64_t due_effective(const struct dossier *d, const struct agreement *g)
{
    const struct deadline_move *last = NULL;
    for (size_t i = 0; i < d->deadline_move.n; i++) {
        const struct deadline_move *m = &d->deadline_move.v[i];
        if (id_eq(&m->agreement, &g->id) && m->new_due != NONE && (!last || id_cmp(&m->id, &last->id) >= 0))
            last = m; /* by id, which goes on ascending where somebody put the clock back */
    }
    return last ? last->new_due : due_original(g, dossier_session(d)->date);
}

static bool is_closed(const struct agreement *g)
{
    return g->progress == PROGRESS_SELESAI || g->progress == PROGRESS_TIDAK_DAPAT;
}

int64_t due_overdue_days(const struct dossier *d, const struct agreement *g, int64_t today)
{
    int64_t due = due_effective(d, g);
    if (due == NONE || today == NONE || is_closed(g) || today <= due)
        return 0;
    return today - due;
}

const char *due_words(const struct agreement *g, struct arena *a)
{
    char date[DATE_TEXT];
    const char *horizon = dict_enum_label(ENUMSET_horizon, g->horizon);
    const char *limit = "";
    if (g->due != NONE)
        limit = arena_strdup(a, date_long(g->due, date));
    else if (g->duration != NONE && g->duration_unit != NONE)
        limit = arena_printf(a, "%lld %s", (long long)g->duration,
                             dict_enum_label(ENUMSET_duration_unit, g->duration_unit));
    if (*horizon && *limit)
        return arena_printf(a, "%s (%s)", horizon, limit);
    return *horizon ? horizon : limit;
}

/* --- order of the follow-up screen --- */

struct due_key {
    size_t index;
    int group; /* 0 with a limit, 1 without, 2 closed */
    int64_t due, number;
};

static int key_cmp(const void *x, const void *y)
{
    const struct due_key *a = x, *b = y;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    if (a->group == 0 && a->due != b->due)
        return a->due < b->due ? -1 : 1;
    if (a->number != b->number)
        return a->number < b->number ? -1 : 1;
    return a->index < b->index ? -1 : 1;
}

/* The longest overdue is also the earliest limit, so one order serves both halves of the list. */
size_t *due_order(const struct dossier *d, struct arena *a)
{
    size_t n = d->agreement.n;
    struct due_key *keys = ARENA_ARRAY(a, struct due_key, n + 1);
    size_t *order = ARENA_ARRAY(a, size_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        const struct agreement *g = &d->agreement.v[i];
        int64_t due = due_effective(d, g);
        int group = is_closed(g) ? 2 : due == NONE ? 1 : 0;
        keys[i] = (struct due_key){i, group, due, g->number == NONE ? INT64_MAX : g->number};
    }
    if (n > 1)
        qsort(keys, n, sizeof *keys, key_cmp);
    for (size_t i = 0; i < n; i++)
        order[i] = keys[i].index;
    return order;
}
