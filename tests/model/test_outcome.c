#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/answered.h"
#include "model/outcome.h"
#include "model/tally.h"
#include "tests/model/rows.h"

/* A small forum: four people present, seven entries, four agreements. */
struct forum {
    struct arena *a;
    struct dossier *d;
};

static void people(struct dossier *d)
{
    static const struct {
        int64_t role, attendance, unsur, invited;
    } rows[] = {
        {ROLE_PESERTA, ATTENDANCE_HADIR, UNSUR_PENYELENGGARA, 1},
        {ROLE_PESERTA, ATTENDANCE_HADIR, UNSUR_PENGGUNA, 1},
        {ROLE_PESERTA, ATTENDANCE_HADIR, UNSUR_OMS, NONE},
        {ROLE_PESERTA, ATTENDANCE_DIWAKILI, UNSUR_AHLI, 1},
        {ROLE_PESERTA, ATTENDANCE_BELUM, UNSUR_MEDIA, 1},
        {ROLE_PESERTA, ATTENDANCE_TIDAK, UNSUR_MEDIA, 1},
        {ROLE_NOTULIS, ATTENDANCE_HADIR, NONE, NONE},
        {NONE, ATTENDANCE_HADIR, NONE, NONE},
    };
    ROWS(d, participant, 'p', sizeof rows / sizeof *rows);
    for (size_t i = 0; i < d->participant.n; i++) {
        struct participant *p = &d->participant.v[i];
        p->role = rows[i].role;
        p->attendance = rows[i].attendance;
        p->unsur = rows[i].unsur;
        p->invited = rows[i].invited;
    }
}

static void notes(struct dossier *d)
{
    static const int64_t kinds[] = {KIND_KELUHAN,   KIND_PERTANYAAN, KIND_APRESIASI,
                                    KIND_TANGGAPAN, KIND_KELUHAN,    KIND_CATATAN_ACARA,
                                    KIND_USUL};
    ROWS(d, contribution, 'k', sizeof kinds / sizeof *kinds);
    for (size_t i = 0; i < d->contribution.n; i++) {
        d->contribution.v[i].kind = kinds[i];
        d->contribution.v[i].number = (int64_t)i + 1;
        d->contribution.v[i].channel = VIA_LISAN;
    }
    struct contribution *c = d->contribution.v;
    c[0].speaker = row_id('p', 2); /* counted by the unsur of the person */
    c[1].speaker = row_id('p', 2);
    c[1].speaker_unsur = UNSUR_OMS; /* what is stored wins */
    c[2].anonymous = 1;
    c[2].speaker_unsur = UNSUR_PENGGUNA;
    c[3].speaker = row_id('p', 1);
    c[4].number = NONE; /* goes on where 1 ended */
    c[4].continues = c[0].id;
    c[5].number = NONE;
    c[6].from_paper = c[6].gap = 1;
    c[6].channel = NONE;

    ROWS(d, reply, 'r', 1);
    d->reply.v[0].question = c[0].id;
    d->reply.v[0].answer = c[3].id;

    /* the complaint has two issues of one element; the question's issue has none */
    ROWS(d, issue, 'i', 3);
    d->issue.v[0].skm_element = d->issue.v[1].skm_element = SKM_WAKTU;
    d->issue.v[0].sp_component = SP_WAKTU;
    ROWS(d, contribution_issue, 'l', 4);
    static const int links[][2] = {{1, 1}, {1, 2}, {2, 3}, {4, 1}};
    for (int i = 0; i < 4; i++) {
        d->contribution_issue.v[i].contribution = row_id('k', links[i][0]);
        d->contribution_issue.v[i].issue = row_id('i', links[i][1]);
    }
}

static void results(struct dossier *d)
{
    static const int64_t states[] = {STATUS_DITUNDA, STATUS_MUFAKAT, NONE, STATUS_DENGAN_CATATAN};
    ROWS(d, agreement, 'a', 4);
    for (size_t i = 0; i < 4; i++) {
        d->agreement.v[i].number = (int64_t)i + 1;
        d->agreement.v[i].status = states[i];
    }
    d->agreement.v[1].horizon = HORIZON_PENDEK;
    d->agreement.v[3].progress = PROGRESS_SELESAI;
    ROWS(d, agreement_contribution, 'm', 3);
    static const int from[] = {1, 4, 2};
    for (size_t i = 0; i < 3; i++) {
        d->agreement_contribution.v[i].agreement = row_id('a', from[i]);
        d->agreement_contribution.v[i].contribution = row_id('k', i < 2 ? 1 : 2);
    }
    ROWS(d, parked, 't', 2);
    d->parked.v[0].contribution = row_id('k', 2);
    ROWS(d, objection, 'o', 1);
}

static struct forum forum(void)
{
    struct forum f = {.a = arena_new()};
    f.d = dossier_new(f.a);
    people(f.d);
    notes(f.d);
    results(f.d);
    return f;
}

static void tally__tells_inputs_from_answers(void **state)
{
    (void)state;
    struct forum x = forum();
    struct tally t = tally_of(x.d);
    assert_int_equal(t.inputs, 5);
    assert_int_equal(t.answers, 1);
    assert_int_equal(t.asked_by_unsur[UNSUR_PENYELENGGARA], 0);
    assert_int_equal(t.asked_by_unsur[UNSUR_PENGGUNA], 2);
    assert_int_equal(t.asked_by_unsur[UNSUR_OMS], 1);
    assert_int_equal(t.asked_by_unsur[unsur_COUNT], 1);
    assert_int_equal(t.anonymous, 1);
    assert_int_equal(t.from_paper, 1);
    assert_int_equal(t.gaps, 1);
    assert_int_equal(t.by_role[ROLE_PESERTA], 3);
    assert_int_equal(t.by_role[ROLE_NOTULIS], 1);
    assert_int_equal(t.by_role[role_COUNT], 1);
    assert_int_equal(tally_issue(x.d, &x.d->issue.v[0].id), 1); /* the answer is left out */
    assert_int_equal(tally_issue(x.d, &x.d->issue.v[2].id), 1);
    arena_free(x.a);
}

static void order__numbers_what_was_agreed_first(void **state)
{
    (void)state;
    struct forum x = forum();
    struct agreement_order o = agreement_order_of(x.d, x.a);
    assert_int_equal(o.n, 4);
    assert_int_equal(o.n_agreed, 2);
    static const int want[] = {2, 4, 1, 3};
    for (int i = 0; i < 4; i++) {
        struct id id = row_id('a', want[i]);
        assert_int_equal(agreement_number(&o, &id), i + 1);
    }
    struct id gone = row_id('a', 9);
    assert_int_equal(agreement_number(&o, &gone), 0);
    arena_free(x.a);
}

static void outcome__follows_an_input_to_its_results(void **state)
{
    (void)state;
    struct forum x = forum();
    struct agreement_order o = agreement_order_of(x.d, x.a);
    struct outcome r = outcome_of(x.d, &o, &x.d->contribution.v[0].id, x.a);
    assert_int_equal(r.n_agreements, 2);
    assert_int_equal(r.agreements[0]->number, 4); /* agreed, so before number 1 */
    assert_int_equal(r.agreements[1]->number, 1);
    assert_int_equal(r.n_answers, 1);
    assert_int_equal(r.n_parked, 0);
    r = outcome_of(x.d, &o, &x.d->contribution.v[1].id, x.a);
    assert_int_equal(r.n_agreements, 1);
    assert_int_equal(r.n_parked, 1);
    assert_int_equal(r.n_answers, 0);
    struct outcome_counts n = outcome_counts_of(x.d, &o, x.a);
    assert_int_equal(n.inputs, 4);
    assert_int_equal(n.by_kind[OUTCOME_AGREED], 2);
    assert_int_equal(n.by_kind[OUTCOME_NOTED], 1);
    assert_int_equal(n.by_kind[OUTCOME_UNANSWERED], 1);
    arena_free(x.a);
}

/* A note of ceremony that was an input before has kept its number. */
static void outcome__counts_what_the_tally_counts(void **state)
{
    (void)state;
    struct forum x = forum();
    x.d->contribution.v[5].number = 6;
    struct agreement_order o = agreement_order_of(x.d, x.a);
    struct tally t = tally_of(x.d);
    struct outcome_counts n = outcome_counts_of(x.d, &o, x.a);
    assert_int_equal(n.inputs, t.inputs - t.answers);
    assert_int_equal(n.by_kind[OUTCOME_NOTED], 1);
    arena_free(x.a);
}

/* Whatever was linked to a later part of a turn belongs to the turn: its parts have no row of their own. */
static void outcome__of_a_turn_is_that_of_all_its_parts(void **state)
{
    (void)state;
    struct forum x = forum();
    struct id part = row_id('k', 5), question = row_id('k', 1);
    x.d->reply.v[0].question = part;
    x.d->agreement_contribution.v[0].contribution = part;
    x.d->parked.v[1].contribution = part;
    x.d->contribution_issue.v[0].contribution = x.d->contribution_issue.v[1].contribution = part;
    struct agreement_order o = agreement_order_of(x.d, x.a);
    struct outcome r = outcome_of(x.d, &o, &question, x.a);
    assert_int_equal(r.n_agreements, 2);
    assert_int_equal(r.n_parked, 1);
    assert_int_equal(r.n_answers, 1);
    assert_true(answered_has(x.d, &question));
    struct tally t = tally_of(x.d);
    assert_int_equal(t.answered, 1);
    assert_int_equal(t.by_skm[SKM_WAKTU], 2); /* the complaint, and the answer */
    assert_int_equal(tally_issue(x.d, &x.d->issue.v[0].id), 1);
    arena_free(x.a);
}

/* What an input is told: the best of what came of it. */
static void outcome__is_the_best_that_came_of_an_input(void **state)
{
    (void)state;
    struct forum x = forum();
    struct outcome r = {.n_parked = 1, .n_answers = 1};
    assert_int_equal(outcome_kind_of(&r, &x.d->contribution.v[0]), OUTCOME_PARKED);
    r.n_parked = 0;
    assert_int_equal(outcome_kind_of(&r, &x.d->contribution.v[0]), OUTCOME_ANSWERED);
    const struct agreement *open = &x.d->agreement.v[0], *agreed = &x.d->agreement.v[3];
    const struct agreement *both[] = {open, agreed};
    r = (struct outcome){.agreements = both, .n_agreements = 1, .n_parked = 1, .n_answers = 1};
    assert_int_equal(outcome_kind_of(&r, &x.d->contribution.v[0]), OUTCOME_OPEN);
    r.n_agreements = 2;
    assert_int_equal(outcome_kind_of(&r, &x.d->contribution.v[0]), OUTCOME_AGREED);
    arena_free(x.a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tally__tells_inputs_from_answers),
        cmocka_unit_test(order__numbers_what_was_agreed_first),
        cmocka_unit_test(outcome__follows_an_input_to_its_results),
        cmocka_unit_test(outcome__counts_what_the_tally_counts),
        cmocka_unit_test(outcome__of_a_turn_is_that_of_all_its_parts),
        cmocka_unit_test(outcome__is_the_best_that_came_of_an_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
