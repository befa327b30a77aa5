#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "app/add_contribution.h"
#include "app/agree.h"
#include "app/check_in.h"
#include "app/edit_contribution.h"
#include "app/erase_person.h"
#include "app/follow_up.h"
#include "app/lock_text.h"
#include "app/objection.h"
#include "app/park.h"
#include "app/rows.h"
#include "app/set_field.h"
#include "app/sign.h"
#include "app/undo.h"
#include "app/whole_gate.h"
#include "tests/app/fixture.h"

static struct lock_text_args lock_with(struct fixture *f, const char *reason)
{
    struct job *j;
    struct lock_text_args *x = lock_text_job(f->app, &j);
    x->reason = reason;
    fixture_do(f, j);
    return *x;
}

static const struct lock *lock_now(struct fixture *f)
{
    return dossier_lock(fixture_load(f));
}

static void lock__wants_a_reason_while_something_is_missing(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    lock_text_job(f->app, &j);
    fixture_refuse(f, j, ERR_RULE, "alasan");
    struct lock_text_args x = lock_with(f, "hujan deras, forum dipersingkat");
    assert_true(x.ret_findings > 0);
    assert_int_equal(x.ret_revision, 0);
    assert_int_equal(strlen(x.ret_fingerprint), 24);
    const struct lock *k = lock_now(f);
    assert_string_equal(k->reason, "hujan deras, forum dipersingkat");
    assert_int_equal(dossier_session(fixture_load(f))->numbers_fixed_at, NINE_WITA);
    struct lock_text_args *again = lock_text_job(f->app, &j);
    again->reason = "lagi";
    fixture_refuse(f, j, ERR_RULE, "sudah dikunci");
    struct history_group *g;
    size_t n;
    assert_int_equal(read_history(f->app, &ID_NONE, 1, f->arena, &g, &n, &f->err), ERR_NONE);
    assert_int_equal(g[0].kind, GROUP_LOCK);
    assert_string_equal(g[0].reason, "hujan deras, forum dipersingkat");
}

/* The locked text names who brought in what was parked. */
static void lock__keeps_the_speaker_of_what_was_parked(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id sari = fixture_present(f, "Sari", "Desa", UNSUR_PENGGUNA);
    struct id parked = fixture_note(f, KIND_USUL, &sari, "hapus denda");
    struct id other = fixture_note(f, KIND_USUL, &sari, "loket sore");
    park_job(f->app, &j)->contribution = parked;
    fixture_do(f, j);
    lock_with(f, "hujan deras");
    struct edit_contribution_args *x = edit_contribution_job(f->app, &j);
    x->row = parked;
    x->set_speaker = x->anonymous = true;
    fixture_refuse(f, j, ERR_RULE, "dikunci");
    assert_true(id_eq(&dossier_contribution(fixture_load(f), &parked)->speaker, &sari));
    x = edit_contribution_job(f->app, &j);
    x->row = other;
    x->set_speaker = x->anonymous = true;
    fixture_do(f, j);
    assert_int_equal(dossier_contribution(fixture_load(f), &other)->anonymous, 1);
}

static void refuse_field(struct fixture *f, enum entity_kind k, const struct id *row, int field,
                         const char *typed)
{
    struct job *j;
    struct set_field_args *x = set_field_job(f->app, &j);
    x->entity = k;
    x->row = *row;
    x->field = field;
    x->typed = true;
    x->text = typed;
    fixture_refuse(f, j, ERR_RULE, "dikunci");
}

static void lock__freezes_what_is_printed_and_nothing_else(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id s = app_session_id(f->app);
    struct id sari = fixture_present(f, "Sari", "Desa", UNSUR_PENGGUNA);
    struct id g = fixture_agreement(f, "Antrean");
    lock_with(f, "uji");
    refuse_field(f, ENTITY_session, &s, session_F_theme, "Tema lain");
    refuse_field(f, ENTITY_agreement, &g, agreement_F_problem, "Lain");
    refuse_field(f, ENTITY_participant, &sari, participant_F_name, "Dewi");
    acclaim_job(f->app, &j)->agreement = g;
    fixture_refuse(f, j, ERR_RULE, "dikunci");
    walk_in_job(f->app, &j)->name = "Terlambat";
    fixture_refuse(f, j, ERR_RULE, "dikunci");
    struct save_objection_args *o = save_objection_job(f->app, &j);
    o->agreement = g;
    o->party = "LSM";
    o->text = "tidak";
    fixture_refuse(f, j, ERR_RULE, "dikunci");
    struct delete_row_args *d = delete_row_job(f->app, &j);
    d->entity = ENTITY_agreement;
    d->row = g;
    fixture_refuse(f, j, ERR_RULE, "dikunci");
    undo_job(f->app, &j);
    fixture_refuse(f, j, ERR_NOTFOUND, ""); /* nothing is undone from behind a lock */
    /* the notes, the closing time, follow-up go on */
    struct id note = fixture_note(f, KIND_MASUKAN, &sari, "disampaikan sesudah naskah dikunci");
    fixture_set(f, ENTITY_session, &s, session_F_end_time, "12.20");
    fixture_set(f, ENTITY_session, &s, session_F_theme,
                "Peninjauan standar pelayanan"); /* the same: no change */
    struct follow_up_args *u = follow_up_job(f->app, &j);
    u->agreement = g;
    u->percent = 10;
    fixture_do(f, j);
    struct move_deadline_args *m = move_deadline_job(f->app, &j);
    m->agreement = g;
    m->due = date_of(2027, 1, 4);
    m->reason = "anggaran";
    fixture_do(f, j);
    assert_non_null(dossier_contribution(fixture_load(f), &note));
}

static void lock__history_cannot_bring_back_what_it_froze(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id s = app_session_id(f->app);
    struct history_group *g;
    size_t n;
    fixture_set(f, ENTITY_session, &s, session_F_place, "Pendopo");
    assert_int_equal(read_history(f->app, &ID_NONE, 1, f->arena, &g, &n, &f->err), ERR_NONE);
    struct id group = g[0].id;
    lock_with(f, "uji");
    revert_job(f->app, &j)->group = group;
    fixture_refuse(f, j, ERR_RULE, "dikunci");
    unlock_text_job(f->app, &j);
    fixture_do(f, j);
    revert_job(f->app, &j)->group = group;
    fixture_do(f, j);
    assert_string_equal(dossier_session(fixture_load(f))->place, "Aula");
}

static struct id signatory(struct fixture *f, const char *name)
{
    struct job *j;
    struct id person = fixture_present(f, name, "Desa", UNSUR_PENGGUNA);
    struct add_signatory_args *x = add_signatory_job(f->app, &j);
    struct id row = x->row;
    x->participant = person;
    fixture_do(f, j);
    return row;
}

static void sign(struct fixture *f, const struct id *row, int64_t to, const char *reason)
{
    struct job *j;
    struct sign_args *x = sign_job(f->app, &j);
    x->signatory = *row;
    x->state = to;
    x->reason = reason;
    fixture_do(f, j);
}

static void unlock__asks_only_after_somebody_signed(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id sari = signatory(f, "Sari"), budi = signatory(f, "Budi"), ani = signatory(f, "Ani");
    unlock_text_job(f->app, &j);
    fixture_refuse(f, j, ERR_RULE, "tidak sedang");
    lock_with(f, "uji");
    unlock_text_job(f->app, &j);
    fixture_do(f, j);
    assert_null(lock_now(f));
    assert_int_equal(lock_with(f, "uji").ret_revision, 0); /* nobody had signed: no revision */
    fixture_minutes(f, 2);
    sign(f, &sari, SIGNING_SUDAH, NULL);
    sign(f, &budi, SIGNING_MENYUSUL, "pulang lebih dahulu");
    sign(f, &ani, SIGNING_TIDAK, "nama unit salah");
    struct dossier *d = fixture_load(f);
    assert_int_equal(d->signatory.v[0].signed_at, NINE_WITA + 120000);
    unlock_text_job(f->app, &j);
    fixture_refuse(f, j, ERR_RULE, "alasan");
    struct unlock_text_args *x = unlock_text_job(f->app, &j);
    x->reason = "salah nama unit";
    fixture_do(f, j);
    assert_true(x->ret_was_signed);
    d = fixture_load(f);
    assert_int_equal(d->signatory.v[0].state, SIGNING_BELUM);
    assert_int_equal(d->signatory.v[0].signed_at, NONE);
    assert_int_equal(d->signatory.v[1].state, SIGNING_MENYUSUL);
    assert_int_equal(d->signatory.v[2].state, SIGNING_BELUM); /* the wording that was refused is gone */
    assert_null(d->signatory.v[2].state_reason);
    assert_int_equal(lock_with(f, "uji").ret_revision, 1);
    assert_int_equal(lock_now(f)->revision, 1);
}

/* What `mufakat periksa FILE SIDIK` ends with: a script hangs on it. */
static int code_of_paper(struct fixture *f, const char *fingerprint)
{
    const char *line = arena_printf(f->arena, "'%s/mufakat' periksa '%s' %s >/dev/null 2>&1", getenv("MUFAKAT_BUILDDIR"),
                                    f->path, fingerprint);
    int status = system(line);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void lock__fingerprint_belongs_to_the_file_and_says_whether_it_is_the_latest(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id s = app_session_id(f->app);
    struct fingerprint_match m;
    struct lock_text_args one = lock_with(f, "uji");
    unlock_text_job(f->app, &j);
    fixture_do(f, j);
    fixture_set(f, ENTITY_session, &s, session_F_place, "Pendopo");
    struct lock_text_args two = lock_with(f, "uji");
    assert_string_not_equal(one.ret_fingerprint, two.ret_fingerprint);
    fixture_load(f);
    assert_int_equal(read_fingerprint(f->app, one.ret_fingerprint, f->arena, &m, &f->err),
                     ERR_NONE);
    assert_true(m.belongs && m.intact && !m.latest);
    assert_string_equal(dossier_session(m.state)->place, "Aula");
    assert_int_equal(read_fingerprint(f->app, two.ret_fingerprint, f->arena, &m, &f->err),
                     ERR_NONE);
    assert_true(m.belongs && m.intact && m.latest);
    assert_string_equal(dossier_session(m.state)->place, "Pendopo");
    assert_int_equal(code_of_paper(f, two.ret_fingerprint), 0);
    assert_int_equal(code_of_paper(f, one.ret_fingerprint), 3); /* there is a newer one */
    assert_int_equal(code_of_paper(f, "0000-0000-0000-0000-0000"), 1);
    unlock_text_job(f->app, &j);
    fixture_do(f, j);
    assert_int_equal(code_of_paper(f, two.ret_fingerprint), 3); /* it is being replaced */
    assert_int_equal(read_fingerprint(f->app, "0000-0000-0000-0000-0000", f->arena, &m, &f->err),
                     ERR_NONE);
    assert_false(m.belongs);
}

static const struct gate_item *names_finding(const struct gate *g, const char *code)
{
    for (size_t i = 0; i < g->n; i++)
        if (strcmp(g->v[i].code, code) == 0)
            return &g->v[i];
    return NULL;
}

/* A laptop's clock was an hour ahead at the first lock, and is put right before the second. */
static void lock__latest_is_told_by_the_log_and_not_by_the_clock(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct lock_text_args one = lock_with(f, "uji");
    unlock_text_job(f->app, &j);
    fixture_do(f, j);
    assert_int_equal(code_of_paper(f, one.ret_fingerprint), 3);
    fixture_minutes(f, -60);
    struct lock_text_args two = lock_with(f, "uji");
    assert_int_equal(code_of_paper(f, two.ret_fingerprint), 0);
    assert_int_equal(code_of_paper(f, one.ret_fingerprint), 3);
    unlock_text_job(f->app, &j);
    fixture_do(f, j);
    struct fingerprint_match m; /* both are open now */
    assert_int_equal(read_fingerprint(f->app, two.ret_fingerprint, f->arena, &m, &f->err), ERR_NONE);
    assert_true(m.latest);
    assert_int_equal(read_fingerprint(f->app, one.ret_fingerprint, f->arena, &m, &f->err), ERR_NONE);
    assert_false(m.latest);
}

static void gate__tells_where_a_printed_text_names_somebody(void **state)
{
    struct fixture *f = *state;
    fixture_present(f, "Ratnawati Sukmadewi", "Desa", UNSUR_PENGGUNA);
    struct id g = fixture_agreement(f, "Antrean");
    struct gate before = whole_gate(fixture_load(f), f->arena);
    assert_null(names_finding(&before, "names_in_text"));
    assert_null(names_finding(&before, "perhaps_names"));
    fixture_set(f, ENTITY_agreement, &g, agreement_F_recommendation,
                "Sesuai usul Ratnawati Sukmadewi");
    fixture_set(f, ENTITY_agreement, &g, agreement_F_problem, "Loket dijaga ratnawatie");
    struct gate after = whole_gate(fixture_load(f), f->arena);
    static const char *const codes[] = {"names_in_text", "perhaps_names"};
    static const int fields[] = {agreement_F_recommendation, agreement_F_problem};
    for (int i = 0; i < 2; i++) {
        const struct gate_item *x = names_finding(&after, codes[i]);
        assert_true(x && x->hidden); /* not for the wall */
        assert_true(x && x->level == GATE_LIHAT);
        assert_true(x && id_eq(&x->row, &g) && x->entity == ENTITY_agreement); /* Enter leads there */
        assert_true(x && x->field == fields[i]);
    }
    const struct gate_item *names = names_finding(&after, codes[0]), *perhaps = names_finding(&after, codes[1]);
    assert_true(names && strstr(names->text, "Ratnawati") && strstr(names->text, "menyamarkannya"));
    assert_true(perhaps && strstr(perhaps->text, "ratnawatie"));
    char words[100]; /* whoever is refused reads the same number of findings */
    snprintf(words, sizeof words, "%s", gate_words(&after, f->arena));
    struct job *j;
    lock_text_job(f->app, &j);
    fixture_refuse(f, j, ERR_RULE, words);
}

static void erase_person__takes_name_and_phone_and_leaves_the_lock_whole(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct participant *v;
    struct fingerprint_match m;
    size_t n;
    struct id sari = fixture_present(f, "Sari Ratnawati", "Desa", UNSUR_PENGGUNA);
    fixture_set(f, ENTITY_participant, &sari, participant_F_phone, "0812-0000-0007");
    struct id note = fixture_note(f, KIND_USUL, &sari, "saya Sari Ratnawati dari desa");
    struct lock_text_args k = lock_with(f, "uji");
    assert_int_equal(erase_person_find(f->app, "ratna", f->arena, &v, &n, &f->err), ERR_NONE);
    assert_int_equal(n, 1);
    fixture_set(f, ENTITY_participant, &v[0].id, participant_F_other_names, "Mbak Genduk");
    assert_int_equal(erase_person_find(f->app, "genduk", f->arena, &v, &n, &f->err), ERR_NONE);
    assert_int_equal(n, 1);
    assert_int_equal(erase_person_find(f->app, "  ", f->arena, &v, &n, &f->err), ERR_INPUT);
    struct erase_person_args *x = erase_person_job(f->app, &j);
    x->participant = sari;
    fixture_do(f, j);
    assert_true(x->ret_result.fields >= 2);
    struct dossier *d = fixture_load(f);
    assert_null(dossier_participant(d, &sari)->name);
    assert_null(dossier_participant(d, &sari)->phone);
    assert_null(strstr(dossier_contribution(d, &note)->text, "Ratnawati"));
    assert_int_equal(read_fingerprint(f->app, k.ret_fingerprint, f->arena, &m, &f->err), ERR_NONE);
    assert_true(m.belongs && m.intact);
    undo_job(f->app, &j);
    fixture_refuse(f, j, ERR_NOTFOUND, "");
}

#define T(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(lock__wants_a_reason_while_something_is_missing),
        T(lock__keeps_the_speaker_of_what_was_parked),
        T(lock__freezes_what_is_printed_and_nothing_else),
        T(lock__history_cannot_bring_back_what_it_froze),
        T(unlock__asks_only_after_somebody_signed),
        T(lock__fingerprint_belongs_to_the_file_and_says_whether_it_is_the_latest),
        T(lock__latest_is_told_by_the_log_and_not_by_the_clock),
        T(gate__tells_where_a_printed_text_names_somebody),
        T(erase_person__takes_name_and_phone_and_leaves_the_lock_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
