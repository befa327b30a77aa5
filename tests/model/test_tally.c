#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "model/tally.h"
#include "tests/model/rows.h"

/* Two issues: one of time, one of means and procedure; five entries of which four are counted. */
static struct dossier *forum(struct arena *a)
{
    struct dossier *d = dossier_new(a);
    ROWS(d, issue, 'i', 3);
    d->issue.v[0].skm_element = SKM_WAKTU;
    d->issue.v[0].sp_component = SP_WAKTU;
    d->issue.v[1].skm_element = SKM_WAKTU;
    d->issue.v[1].sp_component = SP_SARANA;

    ROWS(d, participant, 'p', 1);
    d->participant.v[0].unsur = UNSUR_MEDIA;

    ROWS(d, contribution, 'k', 5);
    static const int64_t kinds[] = {KIND_KELUHAN, KIND_PERTANYAAN, KIND_APRESIASI, KIND_TANGGAPAN,
                                    KIND_CATATAN_ACARA};
    for (int i = 0; i < 5; i++) {
        d->contribution.v[i].kind = kinds[i];
        d->contribution.v[i].number = i < 4 ? i + 1 : NONE;
    }
    d->contribution.v[0].speaker = row_id('p', 1);
    d->contribution.v[1].speaker_unsur = UNSUR_OMS;
    d->contribution.v[3].speaker_unsur = UNSUR_PENYELENGGARA;

    static const int links[][2] = {{1, 1}, {1, 2}, {2, 2}, {3, 3}};
    ROWS(d, contribution_issue, 'l', 4);
    for (int i = 0; i < 4; i++) {
        d->contribution_issue.v[i].contribution = row_id('k', links[i][0]);
        d->contribution_issue.v[i].issue = row_id('i', links[i][1]);
    }
    ROWS(d, reply, 'r', 1);
    d->reply.v[0].answer = row_id('k', 4);
    d->reply.v[0].question = row_id('k', 2);
    return d;
}

static void tally__counts_numbered_inputs_by_kind_speaker_and_topic(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct tally t = tally_of(forum(a));
    assert_int_equal(t.inputs, 4);
    assert_int_equal(t.by_kind[KIND_KELUHAN], 1);
    assert_int_equal(t.by_kind[KIND_CATATAN_ACARA], 0);
    assert_int_equal(t.by_unsur[UNSUR_MEDIA], 1);
    assert_int_equal(t.by_unsur[UNSUR_OMS], 1);
    assert_int_equal(t.by_unsur[unsur_COUNT], 1);
    assert_int_equal(t.by_channel[contribution_channel_COUNT], 4);
    assert_int_equal(t.by_skm[SKM_WAKTU], 2); /* two issues of one input are one touch */
    assert_int_equal(t.by_skm[skm_element_COUNT], 2);
    assert_int_equal(t.by_sp[SP_WAKTU], 1);
    assert_int_equal(t.by_sp[SP_SARANA], 2);
    assert_int_equal(t.expecting, 2); /* neither the thanks nor the answer */
    assert_int_equal(t.answered, 1);
    arena_free(a);
}

static void tally__tells_who_of_the_invited_came(void **state)
{
    (void)state;
    static const struct {
        int64_t invited, role, attendance;
        int represents; /* 0: nobody */
    } people[] = {
        {1, ROLE_PESERTA, ATTENDANCE_HADIR, 0},    {1, ROLE_PESERTA, ATTENDANCE_DIWAKILI, 0},
        {1, ROLE_PESERTA, ATTENDANCE_TIDAK, 0},    {1, ROLE_NOTULIS, ATTENDANCE_HADIR, 0},
        {NONE, ROLE_PESERTA, ATTENDANCE_HADIR, 2}, {0, ROLE_PESERTA, ATTENDANCE_HADIR, 0},
        {NONE, ROLE_PESERTA, ATTENDANCE_BELUM, 0}, {1, ROLE_PESERTA, ATTENDANCE_HADIR, 0},
    };
    struct arena *a = arena_new();
    struct dossier *d = dossier_new(a);
    ROWS(d, participant, 'p', 8);
    for (int i = 0; i < 8; i++) {
        struct participant *p = &d->participant.v[i];
        p->invited = people[i].invited;
        p->role = people[i].role;
        p->attendance = people[i].attendance;
        if (people[i].represents > 0)
            p->represents = row_id('p', people[i].represents);
    }
    struct tally t = tally_of(d);
    assert_int_equal(t.invited, 4);
    assert_int_equal(t.invited_came, 2);
    assert_int_equal(t.invited_by_others, 1);
    assert_int_equal(t.walked_in, 1);
    assert_int_equal(t.people.present, 4);

    /* an office's row with somebody else's name on it is no coming in person; its own holder is */
    d->participant.v[7].invited_as = d->participant.v[0].invited_as = "Rektor";
    d->participant.v[7].name = d->participant.v[0].name = "Haryo";
    d->participant.v[7].position = "Guru Besar";
    d->participant.v[0].position = "Rektor";
    t = tally_of(d);
    assert_int_equal(t.invited_came, 1);
    assert_int_equal(t.invited_by_others, 2);
    arena_free(a);
}

static void tally__follows_agreements_and_their_offices(void **state)
{
    (void)state;
    static const struct {
        int64_t status, progress;
        const char *office;
    } list[] = {
        {STATUS_MUFAKAT, PROGRESS_SELESAI, "Bidang Data"},
        {STATUS_DENGAN_CATATAN, NONE, "Sekretariat"},
        {STATUS_MUFAKAT, PROGRESS_PROSES, NULL},
        {STATUS_DITUNDA, PROGRESS_SELESAI, "bidang data"},
        {NONE, NONE, NULL},
    };
    struct arena *a = arena_new();
    struct dossier *d = dossier_new(a);
    ROWS(d, agreement, 'a', 5);
    for (int i = 0; i < 5; i++) {
        d->agreement.v[i].status = list[i].status;
        d->agreement.v[i].progress = list[i].progress;
        d->agreement.v[i].responsible = list[i].office;
    }
    d->agreement.v[0].horizon = HORIZON_PANJANG;
    struct tally t = tally_of(d);
    assert_int_equal(t.agreements, 5);
    assert_int_equal(t.agreed, 3);
    assert_int_equal(t.by_status[STATUS_MUFAKAT], 2);
    assert_int_equal(t.by_status[agreement_status_COUNT], 1);
    assert_int_equal(t.by_horizon[HORIZON_PANJANG], 1);
    assert_int_equal(t.by_horizon[horizon_COUNT], 4);
    assert_int_equal(t.by_progress[PROGRESS_BELUM], 1);
    assert_int_equal(t.by_progress[PROGRESS_SELESAI], 1); /* the postponed one is no plan */
    assert_int_equal(tally_realised(&t), 3333);
    t.by_progress[PROGRESS_SELESAI] = 2; /* rounded, not cut */
    assert_int_equal(tally_realised(&t), 6667);

    struct tally_office *v;
    assert_int_equal(tally_offices(d, a, &v), 3);
    assert_string_equal(v[0].name, "Bidang Data");
    assert_int_equal(v[0].agreements, 2);
    assert_int_equal(v[1].agreements, 1);
    assert_null(v[2].name);
    assert_int_equal(v[2].agreements, 2);
    arena_free(a);
}

static void tally__of_nothing_is_nothing(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = dossier_new(a);
    struct tally t = tally_of(d);
    struct tally_office *v;
    assert_int_equal(t.inputs + t.agreements + t.people.present + t.invited, 0);
    assert_int_equal(tally_realised(&t), 0);
    assert_int_equal(tally_offices(d, a, &v), 0);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tally__counts_numbered_inputs_by_kind_speaker_and_topic),
        cmocka_unit_test(tally__tells_who_of_the_invited_came),
        cmocka_unit_test(tally__follows_agreements_and_their_offices),
        cmocka_unit_test(tally__of_nothing_is_nothing),
    };
    return cmocka_run_group_tests_name("tally", tests, NULL, NULL);
}
