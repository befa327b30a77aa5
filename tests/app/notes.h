/* Looking at the notes of a session in a test, and moving through its agenda. */
#ifndef MUFAKAT_TESTS_APP_NOTES_H
#define MUFAKAT_TESTS_APP_NOTES_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "app/go_agenda.h"
#include "tests/app/fixture.h"

/* The note as it stands now. */
static inline struct contribution note(struct fixture *f, const struct id *row)
{
    const struct contribution *c = dossier_contribution(fixture_load(f), row);
    assert_non_null(c);
    return *c;
}

static inline bool spoken_by(struct fixture *f, const struct id *row, const struct id *person)
{
    struct contribution c = note(f, row);
    return id_eq(&c.speaker, person);
}

static inline bool goes_on_from(struct fixture *f, const struct id *row, const struct id *first)
{
    struct contribution c = note(f, row);
    return id_eq(&c.continues, first);
}

static inline bool answers(const struct dossier *d, const struct id *answer, const struct id *question)
{
    for (size_t i = 0; i < d->reply.n; i++)
        if (id_eq(&d->reply.v[i].answer, answer) && id_eq(&d->reply.v[i].question, question))
            return true;
    return false;
}

/* Goes to the first agenda item whose title holds these words. */
static inline void go(struct fixture *f, const char *title)
{
    struct dossier *d = fixture_load(f);
    struct job *j;
    struct go_agenda_args *x = go_agenda_job(f->app, &j);
    for (size_t i = 0; i < d->agenda.n; i++)
        if (id_is_none(&x->agenda) && strstr(d->agenda.v[i].title, title))
            x->agenda = d->agenda.v[i].id;
    assert_false(id_is_none(&x->agenda));
    fixture_do(f, j);
}

#endif
