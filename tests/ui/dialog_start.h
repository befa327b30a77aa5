/* Each test of the dialog begins with the practice session in its first round of discussion. */
#ifndef MUFAKAT_TESTS_UI_DIALOG_START_H
#define MUFAKAT_TESTS_UI_DIALOG_START_H

#include "app/go_agenda.h"
#include "tests/ui/screen_rows.h"
#include "ui/screens/dialog.h"

static struct screen_test *t;
static struct arena *arena;

/* The practice session in its first round of discussion, the caret in the capture line. */
static inline int start(void **state)
{
    (void)state;
    t = screen_test_start_practice(80, 24);
    arena = arena_new();
    struct dossier *d = rows_now(t, arena);
    struct job *j;
    struct go_agenda_args *x = go_agenda_job(screen_test_app(t), &j);
    for (size_t i = d->agenda.n; i > 0; i--)
        if (d->agenda.v[i - 1].kind == AGENDA_DISKUSI)
            x->agenda = d->agenda.v[i - 1].id;
    screen_test_run(t, j);
    screen_test_open(t, &screen_dialog, NULL);
    return 0;
}

static inline int end(void **state)
{
    (void)state;
    arena_free(arena);
    screen_test_end(t);
    return 0;
}

/* The newest entry as stored. */
static inline const struct contribution *newest(struct dossier *d)
{
    assert_true(d->contribution.n > 0);
    const struct contribution *last = d->contribution.v;
    for (size_t i = 1; i < d->contribution.n; i++)
        if (id_cmp(&d->contribution.v[i].id, &last->id) > 0)
            last = &d->contribution.v[i];
    return last;
}

static inline int64_t number_of(const struct dossier *d, const struct id *person)
{
    const struct participant *p = dossier_participant(d, person);
    return p ? p->number : NONE;
}

#endif
