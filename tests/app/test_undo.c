/* Undo and redo of one run, and a random day taken back step by step and done again. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "app/add_contribution.h"
#include "app/agree.h"
#include "app/check_in.h"
#include "app/draft_agreement.h"
#include "app/edit_contribution.h"
#include "app/follow_up.h"
#include "app/go_agenda.h"
#include "app/objection.h"
#include "app/park.h"
#include "app/rows.h"
#include "app/undo.h"
#include "tests/app/fixture.h"

static void undo__a_new_action_clears_redo(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    fixture_note(f, KIND_USUL, &ID_NONE, "satu");
    fixture_undo(f);
    fixture_note(f, KIND_USUL, &ID_NONE, "dua");
    redo_job(f->app, &j);
    fixture_refuse(f, j, ERR_NOTFOUND, "diulangi");
}

static void undo__tells_what_it_undid(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    fixture_note(f, KIND_USUL, &ID_NONE, "satu");
    struct undo_args *x = undo_job(f->app, &j);
    fixture_do(f, j);
    assert_string_equal(x->ret_done.action, "add_contribution");
    assert_int_equal(x->ret_done.at, NINE_WITA);
}

static void undo__belongs_to_this_run_and_history_to_all(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct history_group *g;
    size_t n;
    struct id row = fixture_note(f, KIND_USUL, &ID_NONE, "satu");
    fixture_reopen(f);
    undo_job(f->app, &j);
    fixture_refuse(f, j, ERR_NOTFOUND, "Riwayat");
    assert_int_equal(read_history(f->app, &ID_NONE, 10, f->arena, &g, &n, &f->err), ERR_NONE);
    assert_string_equal(g[0].action, "add_contribution");
    assert_string_equal(g[0].person, "Notulis Uji");
    revert_job(f->app, &j)->group = g[0].id;
    fixture_do(f, j);
    assert_null(dossier_contribution(fixture_load(f), &row));
}

/* --- a random day, and back --- */

static uint32_t seed;

static uint32_t any(uint32_t n)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % n;
}

static const struct id *any_id(const void *rows, size_t n, size_t size)
{
    return n ? (const struct id *)(const void *)((const char *)rows + any((uint32_t)n) * size)
             : &ID_NONE;
}
#define ANY(list) (*any_id((list).v, (list).n, sizeof *(list).v))

static const char *any_text(struct job *j)
{
    static const char *const words[] = {"antre lama #antrean", "loket @@berapa", "buka Sabtu",
                                        "#jam layanan", ""};
    return job_text(j, words[any(5)]);
}

static struct job *random_job(struct fixture *f, const struct dossier *d)
{
    struct job *j;
    switch (any(14)) {
    case 0: {
        struct walk_in_args *x = walk_in_job(f->app, &j);
        x->name = "Orang Baru";
        x->unsur = any(unsur_COUNT);
        return j;
    }
    case 1: {
        struct check_in_args *x = check_in_job(f->app, &j);
        x->participant = ANY(d->participant);
        x->attendance = any(attendance_COUNT);
        return j;
    }
    case 2:
    case 3: {
        struct add_contribution_args *x = add_contribution_job(f->app, &j);
        x->text = any_text(j);
        x->kind = any(contribution_kind_COUNT);
        x->speaker = ANY(d->participant);
        if (any(4) == 0)
            x->continues = ANY(d->contribution);
        return j;
    }
    case 4: {
        struct edit_contribution_args *x = edit_contribution_job(f->app, &j);
        x->row = ANY(d->contribution);
        x->set_text = any(2);
        x->text = any_text(j);
        x->set_wording = any(2);
        x->wording = any_text(j);
        x->set_kind = any(2);
        x->kind = any(contribution_kind_COUNT);
        return j;
    }
    case 5: {
        struct draft_agreement_args *x = draft_agreement_job(f->app, &j);
        struct id *v = arena_alloc(job_arena(j), 2 * sizeof *v);
        v[0] = ANY(d->contribution);
        v[1] = ANY(d->contribution);
        x->contributions = v;
        x->n_contributions = any(3);
        return j;
    }
    case 6:
        acclaim_job(f->app, &j)->agreement = ANY(d->agreement);
        return j;
    case 7: {
        struct set_stance_args *x = set_stance_job(f->app, &j);
        x->agreement = ANY(d->agreement);
        x->unsur = any(unsur_COUNT);
        x->stance = any(stance_COUNT);
        x->count = any(2) ? NONE : any(3);
        return j;
    }
    case 8: {
        struct save_objection_args *x = save_objection_job(f->app, &j);
        x->agreement = ANY(d->agreement);
        x->party = "LSM";
        x->text = any_text(j);
        return j;
    }
    case 9:
        park_job(f->app, &j)->contribution = ANY(d->contribution);
        return j;
    case 10:
        go_agenda_job(f->app, &j);
        return j;
    case 11: {
        struct move_row_args *x = move_row_job(f->app, &j);
        x->entity = ENTITY_agenda;
        x->row = ANY(d->agenda);
        x->to = any(9);
        return j;
    }
    case 12: {
        struct delete_row_args *x = delete_row_job(f->app, &j);
        x->entity = any(2) ? ENTITY_contribution : ENTITY_agreement;
        x->row = x->entity == ENTITY_contribution ? ANY(d->contribution) : ANY(d->agreement);
        return j;
    }
    default: {
        struct follow_up_args *x = follow_up_job(f->app, &j);
        x->agreement = ANY(d->agreement);
        x->percent = any(101);
        return j;
    }
    }
}

static void random_day(struct fixture *f, uint32_t start)
{
    enum { ACTIONS = 60 };
    char *pictures[ACTIONS + 1];
    int done = 0;
    seed = start;
    pictures[0] = strdup(fixture_picture(f));
    for (int tries = 0; done < ACTIONS && tries < 400; tries++) {
        struct job *j = random_job(f, fixture_load(f));
        fixture_minutes(f, 1);
        enum err_code code = app_run(f->app, j, NULL, &f->err);
        job_free(j);
        if (code && code != ERR_RULE && code != ERR_INPUT && code != ERR_NOTFOUND)
            fail_msg("seed %u: %s %s", start, err_name(code), f->err.detail);
        char *now = fixture_picture(f);
        if (strcmp(now, pictures[done]) == 0)
            continue; /* refused, or nothing to change */
        if (code)
            fail_msg("seed %u: a refusal stored something: %s", start, f->err.text);
        pictures[++done] = strdup(now);
    }
    assert_int_equal(done, ACTIONS);
    for (int i = done; i > 0; i--) {
        fixture_undo(f);
        assert_string_equal(fixture_picture(f), pictures[i - 1]);
    }
    for (int i = 1; i <= done; i++) {
        fixture_redo(f);
        assert_string_equal(fixture_picture(f), pictures[i]);
    }
    for (int i = 0; i <= done; i++)
        free(pictures[i]);
}

static void undo__takes_a_random_day_back_step_by_step_and_again_forward(void **state)
{
    struct fixture *f = *state;
    for (uint32_t i = 1; i <= 4; i++) {
        random_day(f, i * 7919);
        fixture_reopen(f);
    }
}

#define T(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(undo__a_new_action_clears_redo),
        T(undo__tells_what_it_undid),
        T(undo__belongs_to_this_run_and_history_to_all),
        T(undo__takes_a_random_day_back_step_by_step_and_again_forward),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
