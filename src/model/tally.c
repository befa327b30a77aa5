#include "config.h"

#include "model/tally.h"

#include <string.h>

#include "base/text.h"
#include "model/answered.h"

/* The place of a value in its array; `none` for "not given". */
static size_t place(int64_t value, size_t none)
{
    return value < 0 || (size_t)value >= none ? none : (size_t)value;
}

/* --- people --- */

static void count_people(const struct dossier *d, struct tally *t)
{
    t->people = coverage_of(d->participant.v, d->participant.n);
    for (size_t i = 0; i < d->participant.n; i++) {
        const struct participant *p = &d->participant.v[i];
        t->by_role[place(p->role, role_COUNT)] += p->attendance == ATTENDANCE_HADIR;
        if (p->role != ROLE_PESERTA)
            continue;
        if (!IS_SET(p->invited)) {
            t->walked_in += coverage_counts(p) && id_is_none(&p->represents);
            continue;
        }
        t->invited++;
        bool came = coverage_counts(p), other = coverage_stands_in(p);
        t->invited_came += came && !other;
        t->invited_by_others += (came && other) || p->attendance == ATTENDANCE_DIWAKILI;
    }
}

/* --- inputs --- */

int64_t tally_speaker_unsur(const struct dossier *d, const struct contribution *c)
{
    if (c->speaker_unsur != NONE)
        return c->speaker_unsur;
    const struct participant *p = dossier_participant(d, &c->speaker);
    return p ? p->unsur : NONE;
}

/* The elements that one input touches, each once. */
static void count_topics(const struct dossier *d, const struct contribution *c, struct tally *t)
{
    bool skm[skm_element_COUNT + 1] = {false}, sp[sp_component_COUNT + 1] = {false};
    bool any_skm = false, any_sp = false;
    const struct spoken_turn input = dossier_turn(d, &c->id);
    for (size_t i = 0; i < d->contribution_issue.n; i++) {
        const struct contribution_issue *l = &d->contribution_issue.v[i];
        const struct issue *issue =
            turn_has(&input, &l->contribution) ? dossier_issue(d, &l->issue) : NULL;
        if (!issue)
            continue;
        skm[place(issue->skm_element, skm_element_COUNT)] = true;
        sp[place(issue->sp_component, sp_component_COUNT)] = true;
    }
    for (size_t i = 0; i < skm_element_COUNT; i++) {
        t->by_skm[i] += skm[i];
        any_skm = any_skm || skm[i];
    }
    for (size_t i = 0; i < sp_component_COUNT; i++) {
        t->by_sp[i] += sp[i];
        any_sp = any_sp || sp[i];
    }
    t->by_skm[skm_element_COUNT] += !any_skm;
    t->by_sp[sp_component_COUNT] += !any_sp;
}

int64_t tally_inputs(const struct dossier *d)
{
    int64_t n = 0;
    for (size_t i = 0; i < d->contribution.n; i++)
        n += dossier_is_input(&d->contribution.v[i]);
    return n;
}

/* Who speaks most is a question about what was brought in, not about answers. */
static void count_asked(const struct dossier *d, const struct contribution *c, struct tally *t)
{
    bool answer = answered_is_answer(c);
    t->answers += answer;
    t->asked_by_unsur[place(tally_speaker_unsur(d, c), unsur_COUNT)] += !answer;
    t->anonymous += IS_SET(c->anonymous);
    t->from_paper += IS_SET(c->from_paper);
    t->gaps += IS_SET(c->gap);
}

static bool is_tagged(const struct spoken_turn *input, const struct id *issue)
{
    const struct dossier *d = input->d;
    for (size_t i = 0; i < d->contribution_issue.n; i++)
        if (id_eq(&d->contribution_issue.v[i].issue, issue) &&
            turn_has(input, &d->contribution_issue.v[i].contribution))
            return true;
    return false;
}

int64_t tally_issue(const struct dossier *d, const struct id *issue)
{
    int64_t n = 0;
    for (size_t i = 0; i < d->contribution.n; i++) {
        const struct contribution *c = &d->contribution.v[i];
        if (!dossier_is_input(c) || answered_is_answer(c))
            continue;
        const struct spoken_turn input = dossier_turn(d, &c->id);
        n += is_tagged(&input, issue);
    }
    return n;
}

static void count_inputs(const struct dossier *d, struct tally *t)
{
    t->inputs = tally_inputs(d);
    for (size_t i = 0; i < d->contribution.n; i++) {
        const struct contribution *c = &d->contribution.v[i];
        if (!dossier_is_input(c))
            continue;
        t->by_kind[place(c->kind, contribution_kind_COUNT)]++;
        t->by_unsur[place(tally_speaker_unsur(d, c), unsur_COUNT)]++;
        t->by_channel[place(c->channel, contribution_channel_COUNT)]++;
        count_topics(d, c, t);
        count_asked(d, c, t);
        if (answered_expects(c)) {
            t->expecting++;
            t->answered += answered_has(d, &c->id);
        }
    }
}

/* --- agreements --- */

bool tally_is_agreed(const struct agreement *g)
{
    return g->status == STATUS_MUFAKAT || g->status == STATUS_DENGAN_CATATAN;
}

int64_t tally_hands(const struct position *p)
{
    return p->count == NONE || !id_is_none(&p->participant) ? 1 : p->count;
}

static void count_agreements(const struct dossier *d, struct tally *t)
{
    for (size_t i = 0; i < d->agreement.n; i++) {
        const struct agreement *g = &d->agreement.v[i];
        t->agreements++;
        t->by_status[place(g->status, agreement_status_COUNT)]++;
        t->by_horizon[place(g->horizon, horizon_COUNT)]++;
        if (!tally_is_agreed(g))
            continue;
        t->agreed++;
        t->by_progress[g->progress == NONE ? PROGRESS_BELUM : place(g->progress, progress_COUNT)]++;
    }
    t->objections = (int64_t)d->objection.n;
    t->parked = (int64_t)d->parked.n;
}

struct tally tally_of(const struct dossier *d)
{
    struct tally t = {0};
    count_people(d, &t);
    count_inputs(d, &t);
    count_agreements(d, &t);
    return t;
}

int64_t tally_realised(const struct tally *t)
{
    return t->agreed == 0 ? 0
                          : (t->by_progress[PROGRESS_SELESAI] * 10000 + t->agreed / 2) / t->agreed;
}

size_t tally_offices(const struct dossier *d, struct arena *a, struct tally_office **ret)
{
    size_t n = 0;
    int64_t without = 0;
    struct tally_office *v = ARENA_ARRAY(a, struct tally_office, d->agreement.n + 1);
    const char **keys = ARENA_ARRAY(a, const char *, d->agreement.n + 1);
    for (size_t i = 0; i < d->agreement.n; i++) {
        const char *name = d->agreement.v[i].responsible;
        if (!name) {
            without++;
            continue;
        }
        const char *key = text_fold(a, name);
        size_t k = 0;
        while (k < n && strcmp(keys[k], key) != 0)
            k++;
        if (k == n) {
            keys[n] = key;
            v[n++] = (struct tally_office){name, 0};
        }
        v[k].agreements++;
    }
    if (without)
        v[n++] = (struct tally_office){NULL, without};
    *ret = v;
    return n;
}
