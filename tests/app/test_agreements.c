#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "app/agree.h"
#include "app/draft_agreement.h"
#include "app/edit_contribution.h"
#include "app/follow_up.h"
#include "app/objection.h"
#include "app/rows.h"
#include "app/sign.h"
#include "model/due.h"
#include "tests/app/fixture.h"

static struct agreement agreement(struct fixture *f, const struct id *row)
{
    const struct agreement *g = dossier_agreement(fixture_load(f), row);
    assert_non_null(g);
    return *g;
}

/* Heads of one stance; persons count one each. */
static int64_t heads(struct fixture *f, const struct id *row, int64_t unsur, int64_t stance)
{
    struct dossier *d = fixture_load(f);
    int64_t n = 0;
    for (size_t i = 0; i < d->position.n; i++) {
        const struct position *p = &d->position.v[i];
        if (id_eq(&p->agreement, row) && p->unsur == unsur && p->stance == stance)
            n += p->count;
    }
    return n;
}

static struct id issue(struct fixture *f, const char *title, const char *owner)
{
    struct job *j;
    struct add_row_args *x = add_row_job(f->app, ENTITY_issue, &j);
    struct issue *s = x->record;
    struct id row = x->row;
    s->title = title;
    s->tag = "antrean";
    s->owner = owner;
    s->source = SOURCE_SKM;
    s->skm_element = SKM_WAKTU;
    fixture_do(f, j);
    return row;
}

static void draft_agreement__is_filled_from_notes_and_issue(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id topic = issue(f, "Antrean terlalu lama", "Kabid Pelayanan");
    struct id v[3];
    v[0] = fixture_note(f, KIND_KELUHAN, &ID_NONE, "antre dari jam 5 #antrean");
    v[1] = fixture_note(f, KIND_USUL, &ID_NONE, "buka nomor lewat WA #antrean");
    v[2] = fixture_note(f, KIND_APRESIASI, &ID_NONE, "petugas ramah");
    struct edit_contribution_args *w = edit_contribution_job(f->app, &j);
    w->row = v[1];
    w->set_wording = true;
    w->wording = "Nomor antrean dibuka lewat WhatsApp.";
    fixture_do(f, j);
    char *before = strdup(fixture_picture(f));
    struct draft_agreement_args *x = draft_agreement_job(f->app, &j);
    x->contributions = v;
    x->n_contributions = 3;
    struct id row = x->row;
    fixture_do(f, j);
    assert_int_equal(x->ret_number, 1);
    struct agreement g = agreement(f, &row);
    assert_string_equal(g.problem, "Antrean terlalu lama");
    assert_string_equal(g.recommendation, "Nomor antrean dibuka lewat WhatsApp.");
    assert_string_equal(g.responsible, "Kabid Pelayanan");
    assert_int_equal(g.skm_element, SKM_WAKTU);
    assert_true(id_eq(&g.issue, &topic));
    assert_int_equal(g.status, NONE);
    assert_int_equal(fixture_load(f)->agreement_contribution.n, 3);
    struct link_agreement_args *l = link_agreement_job(f->app, &j);
    l->agreement = row;
    l->contributions = &v[2];
    l->n_contributions = 1;
    l->remove = true;
    fixture_do(f, j);
    assert_int_equal(fixture_load(f)->agreement_contribution.n, 2);
    fixture_undo(f);
    fixture_undo(f);
    assert_string_equal(fixture_picture(f), before);
    free(before);
}

static void draft_agreement__leaves_the_topic_marks_to_the_notes(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id v = fixture_note(f, KIND_USUL, &ID_NONE, "turunkan satu #loket, beri kursi #lansia");
    struct draft_agreement_args *x = draft_agreement_job(f->app, &j);
    x->contributions = &v;
    x->n_contributions = 1;
    struct id row = x->row;
    fixture_do(f, j);
    assert_string_equal(agreement(f, &row).recommendation, "turunkan satu loket, beri kursi");
}

static void draft_agreement__without_issue_uses_the_complaints(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id v[2];
    v[0] = fixture_note(f, KIND_KELUHAN, &ID_NONE, "loket tinggi");
    v[1] = fixture_note(f, KIND_MASUKAN, &ID_NONE, "turunkan loket");
    struct draft_agreement_args *x = draft_agreement_job(f->app, &j);
    x->contributions = v;
    x->n_contributions = 2;
    struct id row = x->row;
    fixture_do(f, j);
    assert_string_equal(agreement(f, &row).problem, "loket tinggi");
    assert_string_equal(agreement(f, &row).recommendation, "loket tinggi\nturunkan loket");
    assert_int_equal(agreement(f, &row).from_paper, NONE);
    app_set_from_paper(f->app, true);
    x = draft_agreement_job(f->app, &j);
    row = x->row;
    fixture_do(f, j);
    app_set_from_paper(f->app, false);
    assert_int_equal(agreement(f, &row).from_paper, 1);
    x = draft_agreement_job(f->app, &j);
    struct id unknown = id_new(NINE_WITA);
    x->contributions = &unknown;
    x->n_contributions = 1;
    fixture_refuse(f, j, ERR_NOTFOUND, "tidak ada");
}

static void acclaim__everybody_present_agrees(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id row = fixture_agreement(f, "Antrean");
    acclaim_job(f->app, &j)->agreement = row;
    fixture_refuse(f, j, ERR_RULE, "hadir");
    fixture_present(f, "Sari", "Desa", UNSUR_PENGGUNA);
    fixture_present(f, "Budi", "Desa", UNSUR_PENGGUNA);
    fixture_present(f, "Asep", "LSM", UNSUR_OMS);
    fixture_person(f, "Tak Datang", "Media", UNSUR_MEDIA);
    fixture_minutes(f, 7);
    struct acclaim_args *x = acclaim_job(f->app, &j);
    x->agreement = row;
    fixture_do(f, j);
    assert_int_equal(x->ret_status, STATUS_MUFAKAT);
    assert_int_equal(x->ret_present, 3);
    assert_int_equal(x->ret_unsur, 2);
    assert_int_equal(heads(f, &row, UNSUR_PENGGUNA, STANCE_SETUJU), 2);
    assert_int_equal(heads(f, &row, UNSUR_OMS, STANCE_SETUJU), 1);
    assert_int_equal(heads(f, &row, UNSUR_MEDIA, STANCE_SETUJU), 0);
    assert_int_equal(agreement(f, &row).agreed_at, NINE_WITA + 7 * 60000);
    assert_int_equal(agreement(f, &row).agreed_present, 3);
    fixture_undo(f);
    assert_int_equal(agreement(f, &row).status, NONE);
    assert_int_equal(agreement(f, &row).agreed_at, NONE);
    assert_int_equal(fixture_load(f)->position.n, 0);
    acclaim_job(f->app, &j)->agreement = row; /* taken back, and said again */
    fixture_do(f, j);
    assert_int_equal(heads(f, &row, UNSUR_PENGGUNA, STANCE_SETUJU), 2);
    fixture_present(f, "Datang Kemudian", "Media", UNSUR_MEDIA); /* said once more: by all who are there now */
    fixture_minutes(f, 5);
    acclaim_job(f->app, &j)->agreement = row;
    fixture_do(f, j);
    assert_int_equal(agreement(f, &row).agreed_present, 4);
    assert_int_equal(agreement(f, &row).agreed_at, NINE_WITA + 12 * 60000);
}

/* What was said, taken back and said again stands in the same row: it comes back before it is filled. */
static void stance__can_be_given_again_after_it_was_taken_back(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id row = fixture_agreement(f, "Sabtu");
    struct id asep = fixture_present(f, "Asep", "LSM Suara", UNSUR_OMS);
    for (int i = 0; i < 2; i++) {
        struct set_stance_args *x = set_stance_job(f->app, &j);
        x->agreement = row;
        x->participant = asep;
        x->stance = i == 0 ? STANCE_KEBERATAN : STANCE_CATATAN;
        x->note = i == 0 ? "minta tiap Sabtu" : NULL;
        fixture_do(f, j);
        if (i == 0)
            fixture_undo(f);
    }
    assert_int_equal(heads(f, &row, UNSUR_OMS, STANCE_CATATAN), 1);
    assert_null(fixture_load(f)->position.v[0].note);
}

static void origin__can_be_marked_again_after_it_was_taken_back(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id row = fixture_agreement(f, "Sabtu");
    struct id note = fixture_note(f, KIND_USUL, &ID_NONE, "buka Sabtu");
    for (int i = 0; i < 2; i++) {
        struct link_agreement_args *x = link_agreement_job(f->app, &j);
        x->agreement = row;
        x->contributions = &note;
        x->n_contributions = 1;
        fixture_do(f, j);
        if (i == 0)
            fixture_undo(f);
    }
    assert_int_equal(fixture_load(f)->agreement_contribution.n, 1);
}

static void acclaim__never_hides_a_lone_objector(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id row = fixture_agreement(f, "Sabtu");
    fixture_present(f, "Sari", "Desa", UNSUR_PENGGUNA);
    fixture_present(f, "Yuli", "Perkumpulan", UNSUR_OMS);
    struct id asep = fixture_present(f, "Asep", "LSM Suara", UNSUR_OMS);
    struct set_stance_args *x = set_stance_job(f->app, &j);
    x->agreement = row;
    x->participant = asep;
    x->stance = STANCE_KEBERATAN;
    x->note = "minta tiap Sabtu";
    fixture_do(f, j);
    struct acclaim_args *y = acclaim_job(f->app, &j);
    y->agreement = row;
    fixture_do(f, j);
    assert_int_equal(y->ret_status, STATUS_DENGAN_CATATAN);
    assert_int_equal(heads(f, &row, UNSUR_OMS, STANCE_SETUJU), 1);
    assert_int_equal(heads(f, &row, UNSUR_OMS, STANCE_KEBERATAN), 1);
    assert_int_equal(heads(f, &row, UNSUR_PENGGUNA, STANCE_SETUJU), 1);
}

/* The sheet of the paper kit is typed in after the laptop died. */
static void set_stance__marks_hands_that_were_counted_on_paper(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id row = fixture_agreement(f, "Sabtu");
    struct id asep = fixture_present(f, "Asep", "LSM Suara", UNSUR_OMS);
    fixture_present(f, "Sari", "Desa", UNSUR_PENGGUNA);
    for (int paper = 1; paper >= 0; paper--) {
        app_set_from_paper(f->app, paper);
        struct set_stance_args *x = set_stance_job(f->app, &j);
        x->agreement = row;
        x->unsur = UNSUR_PENGGUNA;
        x->stance = STANCE_SETUJU;
        x->count = 1;
        fixture_do(f, j);
        const struct dossier *d = fixture_load(f);
        assert_int_equal(d->position.n, 1);
        assert_int_equal(IS_SET(d->position.v[0].from_paper), paper); /* the last count says it */
    }
    app_set_from_paper(f->app, true);
    struct set_stance_args *x = set_stance_job(f->app, &j);
    x->agreement = row;
    x->participant = asep;
    x->stance = STANCE_ABSTAIN;
    fixture_do(f, j);
    app_set_from_paper(f->app, false);
    const struct dossier *d = fixture_load(f);
    for (size_t i = 0; i < d->position.n; i++)
        assert_int_equal(IS_SET(d->position.v[i].from_paper), d->position.v[i].stance == STANCE_ABSTAIN);
}

static void set_stance__keeps_the_sum_within_those_present(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id row = fixture_agreement(f, "Sabtu");
    for (int i = 0; i < 3; i++)
        fixture_present(f, "Orang", "LSM", UNSUR_OMS);
    struct set_stance_args *x = set_stance_job(f->app, &j);
    x->agreement = row;
    x->unsur = UNSUR_OMS;
    x->stance = STANCE_SETUJU;
    fixture_do(f, j);
    assert_int_equal(heads(f, &row, UNSUR_OMS, STANCE_SETUJU), 3);
    x = set_stance_job(f->app, &j);
    x->agreement = row;
    x->unsur = UNSUR_OMS;
    x->stance = STANCE_CATATAN;
    x->count = 1;
    x->note = "ada petugas yang membantu";
    fixture_do(f, j);
    assert_int_equal(heads(f, &row, UNSUR_OMS, STANCE_SETUJU), 2);
    assert_int_equal(heads(f, &row, UNSUR_OMS, STANCE_CATATAN), 1);
    fixture_undo(f);
    assert_int_equal(heads(f, &row, UNSUR_OMS, STANCE_SETUJU), 3);
    assert_int_equal(heads(f, &row, UNSUR_OMS, STANCE_CATATAN), 0);
    x = set_stance_job(f->app, &j);
    x->agreement = row;
    x->unsur = UNSUR_OMS;
    x->stance = STANCE_KEBERATAN;
    x->count = 4;
    fixture_refuse(f, j, ERR_RULE, "3 orang");
    x = set_stance_job(f->app, &j); /* all of them abstain */
    x->agreement = row;
    x->unsur = UNSUR_OMS;
    x->stance = STANCE_ABSTAIN;
    fixture_do(f, j);
    assert_int_equal(heads(f, &row, UNSUR_OMS, STANCE_SETUJU), 0);
    assert_int_equal(heads(f, &row, UNSUR_OMS, STANCE_ABSTAIN), 3);
    x = set_stance_job(f->app, &j);
    x->agreement = row;
    x->unsur = UNSUR_OMS;
    x->stance = STANCE_ABSTAIN;
    x->count = 0;
    fixture_do(f, j);
    assert_int_equal(fixture_load(f)->position.n, 0);
}

static void set_status__wants_a_reason_for_a_no(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id row = fixture_agreement(f, "Denda");
    static const int64_t no[] = {STATUS_DITUNDA, STATUS_TIDAK_DIAKOMODASI};
    struct set_status_args *x;
    for (int i = 0; i < 2; i++) {
        x = set_status_job(f->app, &j);
        x->agreement = row;
        x->status = no[i];
        fixture_refuse(f, j, ERR_RULE, "alasan");
    }
    x = set_status_job(f->app, &j);
    x->agreement = row;
    x->status = STATUS_TIDAK_DIAKOMODASI;
    x->reason = "diatur Perda";
    fixture_do(f, j);
    assert_string_equal(agreement(f, &row).status_reason, "diatur Perda");
    assert_int_equal(agreement(f, &row).agreed_at, NONE);
    x = set_status_job(f->app, &j);
    x->agreement = row;
    x->status = STATUS_MUFAKAT;
    fixture_do(f, j);
    assert_int_equal(agreement(f, &row).agreed_at, NINE_WITA);
    x = set_status_job(f->app, &j);
    x->agreement = row;
    fixture_do(f, j);
    assert_int_equal(agreement(f, &row).status, NONE);
    assert_int_equal(agreement(f, &row).agreed_at, NONE);
}

static void objection__is_numbered_named_and_reopens(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id row = fixture_agreement(f, "Sabtu");
    struct id asep = fixture_present(f, "Asep", "LSM Suara", UNSUR_OMS);
    acclaim_job(f->app, &j)->agreement = row;
    fixture_do(f, j);
    struct save_objection_args *x = save_objection_job(f->app, &j);
    x->agreement = row;
    x->participant = asep;
    fixture_refuse(f, j, ERR_INPUT, "kosong");
    x = save_objection_job(f->app, &j);
    x->agreement = row;
    x->text = "minta tiap Sabtu";
    fixture_refuse(f, j, ERR_INPUT, "Siapa");
    x = save_objection_job(f->app, &j);
    x->agreement = row;
    x->participant = asep;
    x->text = "minta tiap Sabtu";
    fixture_do(f, j);
    struct id objection = x->row;
    assert_int_equal(x->ret_number, 1);
    struct dossier *d = fixture_load(f);
    assert_string_equal(d->objection.v[0].party, "LSM Suara");
    assert_int_equal(agreement(f, &row).status, STATUS_DENGAN_CATATAN);
    x = save_objection_job(f->app, &j);
    x->row = objection;
    x->reason = "libur hanya akhir pekan";
    x->read_back = 1;
    fixture_do(f, j);
    d = fixture_load(f);
    assert_string_equal(d->objection.v[0].text, "minta tiap Sabtu");
    assert_string_equal(d->objection.v[0].reason, "libur hanya akhir pekan");
    assert_int_equal(d->objection.v[0].read_back, 1);
    /* an agreement with an objection is not deleted silently */
    struct delete_row_args *del = delete_row_job(f->app, &j);
    del->entity = ENTITY_agreement;
    del->row = row;
    fixture_refuse(f, j, ERR_RULE, "Keberatan 1");
    fixture_undo(f);
    fixture_undo(f);
    assert_int_equal(fixture_load(f)->objection.n, 0);
    assert_int_equal(agreement(f, &row).status, STATUS_MUFAKAT);
}

static void read_aloud__the_last_one_makes_the_whole(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id one = fixture_agreement(f, "Satu"), two = fixture_agreement(f, "Dua");
    read_aloud_job(f->app, &j)->agreement = one;
    fixture_do(f, j);
    assert_int_equal(agreement(f, &one).read_aloud_at, NINE_WITA);
    assert_int_equal(dossier_session(fixture_load(f))->read_aloud_at, NONE);
    read_aloud_job(f->app, &j)->agreement = two;
    fixture_do(f, j);
    assert_int_equal(dossier_session(fixture_load(f))->read_aloud_at, NINE_WITA);
    fixture_minutes(f, 1);
    read_aloud_job(f->app, &j);
    fixture_do(f, j);
    assert_int_equal(agreement(f, &one).read_aloud_at, NINE_WITA + 60000);
}

static void follow_up__percent_and_progress_go_together(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id row = fixture_agreement(f, "Antrean");
    struct follow_up_args *x = follow_up_job(f->app, &j);
    x->agreement = row;
    x->percent = 40;
    x->note = "templat disusun";
    fixture_do(f, j);
    assert_int_equal(agreement(f, &row).progress, PROGRESS_PROSES);
    x = follow_up_job(f->app, &j);
    x->agreement = row;
    x->progress = PROGRESS_SELESAI;
    x->proof = "tangkapan layar";
    fixture_do(f, j);
    assert_int_equal(agreement(f, &row).percent, 100);
    assert_string_equal(agreement(f, &row).progress_note, "templat disusun");
    x = follow_up_job(f->app, &j);
    x->agreement = row;
    x->percent = 101;
    fixture_refuse(f, j, ERR_INPUT, "100");
    fixture_undo(f);
    assert_int_equal(agreement(f, &row).percent, 40);
    assert_int_equal(agreement(f, &row).progress, PROGRESS_PROSES);
}

static void move_deadline__keeps_the_old_one_and_the_reason(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id row = fixture_agreement(f, "Antrean");
    fixture_set(f, ENTITY_agreement, &row, agreement_F_due, "30-11-2026");
    struct move_deadline_args *x = move_deadline_job(f->app, &j);
    x->agreement = row;
    x->due = date_of(2026, 12, 15);
    fixture_refuse(f, j, ERR_RULE, "alasan");
    x = move_deadline_job(f->app, &j);
    x->agreement = row;
    x->reason = "gateway belum siap";
    fixture_refuse(f, j, ERR_INPUT, "belum diisi");
    for (int i = 0; i < 2; i++) {
        x = move_deadline_job(f->app, &j);
        x->agreement = row;
        x->due = date_of(2026, 12, 15 + i);
        x->reason = "gateway belum siap";
        fixture_do(f, j);
        fixture_minutes(f, 1);
    }
    struct dossier *d = fixture_load(f);
    assert_int_equal(d->deadline_move.n, 2);
    assert_int_equal(d->deadline_move.v[0].old_due, date_of(2026, 11, 30));
    assert_int_equal(d->deadline_move.v[1].old_due, date_of(2026, 12, 15));
    assert_int_equal(due_effective(d, dossier_agreement(d, &row)), date_of(2026, 12, 16));
    assert_int_equal(agreement(f, &row).due, date_of(2026, 11, 30)); /* the paper's */
    fixture_undo(f);
    assert_int_equal(fixture_load(f)->deadline_move.n, 1);
}

static void add_signatory__takes_the_person_once(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id sari = fixture_present(f, "Sari Dewi", "Desa Karang Jati", UNSUR_PENGGUNA);
    struct id office = fixture_person(f, NULL, "Kecamatan", UNSUR_STAKEHOLDER);
    fixture_set(f, ENTITY_participant, &sari, participant_F_position, "Warga");
    add_signatory_job(f->app, &j)->participant = sari;
    fixture_do(f, j);
    struct dossier *d = fixture_load(f);
    assert_string_equal(d->signatory.v[0].name, "Sari Dewi");
    assert_string_equal(d->signatory.v[0].position, "Warga Desa Karang Jati");
    assert_int_equal(d->signatory.v[0].role, SIGN_WAKIL_MASYARAKAT);
    assert_int_equal(d->signatory.v[0].ord, 1);
    add_signatory_job(f->app, &j)->participant = sari;
    fixture_refuse(f, j, ERR_RULE, "satu kali");
    add_signatory_job(f->app, &j)->participant = office;
    fixture_refuse(f, j, ERR_RULE, "belum ada orangnya");
    struct sign_args *x = sign_job(f->app, &j);
    x->signatory = fixture_load(f)->signatory.v[0].id;
    fixture_refuse(f, j, ERR_RULE, "belum dikunci");
    x = sign_job(f->app, &j);
    x->signatory = fixture_load(f)->signatory.v[0].id;
    x->state = SIGNING_TIDAK;
    fixture_refuse(f, j, ERR_RULE, "alasan");
}

#define T(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(draft_agreement__is_filled_from_notes_and_issue),
        T(draft_agreement__leaves_the_topic_marks_to_the_notes),
        T(draft_agreement__without_issue_uses_the_complaints),
        T(acclaim__everybody_present_agrees),
        T(acclaim__never_hides_a_lone_objector),
        T(stance__can_be_given_again_after_it_was_taken_back),
        T(origin__can_be_marked_again_after_it_was_taken_back),
        T(set_stance__marks_hands_that_were_counted_on_paper),
        T(set_stance__keeps_the_sum_within_those_present),
        T(set_status__wants_a_reason_for_a_no),
        T(objection__is_numbered_named_and_reopens),
        T(read_aloud__the_last_one_makes_the_whole),
        T(follow_up__percent_and_progress_go_together),
        T(move_deadline__keeps_the_old_one_and_the_reason),
        T(add_signatory__takes_the_person_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
