#include "model/answered.h"

#include <string.h>

bool answered_is_answer(const struct contribution *c)
{
    return c->kind == KIND_TANGGAPAN || c->kind == KIND_KESANGGUPAN;
}

bool answered_expects(const struct contribution *c)
{
    return dossier_is_input(c) && id_is_none(&c->continues) && !answered_is_answer(c) &&
           c->kind != KIND_APRESIASI;
}

bool answered_has(const struct dossier *d, const struct id *question)
{
    const struct spoken_turn asked = dossier_turn(d, question);
    for (size_t i = 0; i < d->reply.n; i++)
        if (turn_has(&asked, &d->reply.v[i].question) && dossier_contribution(d, &d->reply.v[i].answer))
            return true;
    return false;
}

size_t answered_open(const struct dossier *d, const struct id *agenda, struct arena *a,
                     size_t **ret)
{
    size_t n = 0;
    size_t *v = ARENA_ARRAY(a, size_t, d->contribution.n + 1);
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < d->contribution.n; i++) {
            const struct contribution *c = &d->contribution.v[i];
            bool question = c->kind == KIND_PERTANYAAN;
            bool here = id_is_none(agenda) || id_eq(&c->agenda, agenda);
            if (question == (pass == 0) && here && answered_expects(c) && !answered_has(d, &c->id))
                v[n++] = i;
        }
    }
    *ret = v;
    return n;
}

size_t answered_of(const struct dossier *d, const struct id *question, struct arena *a,
                   const struct contribution ***ret)
{
    size_t n = 0;
    const struct spoken_turn asked = dossier_turn(d, question);
    const struct contribution **v = ARENA_ARRAY(a, const struct contribution *, d->reply.n + 1);
    for (size_t j = 0; j < d->reply.n; j++) {
        const struct reply *r = &d->reply.v[j];
        const struct contribution *c =
            turn_has(&asked, &r->question) ? dossier_contribution(d, &r->answer) : NULL;
        size_t at = n;
        while (c && at > 0 && v[at - 1] > c) /* the dossier's order is the order of time */
            at--;
        if (!c || (at > 0 && v[at - 1] == c))
            continue;
        memmove(v + at + 1, v + at, (n - at) * sizeof *v);
        v[at] = c;
        n++;
    }
    *ret = v;
    return n;
}

size_t answered_numbers(const struct dossier *d, const struct id *answer, struct arena *a, int64_t **ret)
{
    size_t n = 0;
    bool *marks = ARENA_ARRAY(a, bool, d->contribution.n + 1);
    int64_t *v = ARENA_ARRAY(a, int64_t, d->contribution.n + 1);
    for (size_t i = 0; i < d->reply.n; i++) {
        const struct contribution *q =
            id_eq(&d->reply.v[i].answer, answer) ? dossier_contribution(d, &d->reply.v[i].question) : NULL;
        if (q)
            marks[dossier_turn_start(d, q) - d->contribution.v] = true;
    }
    for (size_t i = 0; i < d->contribution.n; i++)
        if (marks[i] && dossier_is_input(&d->contribution.v[i]))
            v[n++] = d->contribution.v[i].number;
    *ret = v;
    return n;
}
