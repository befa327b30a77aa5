#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/go_agenda.h"
#include "app/rows.h"
#include "app/set_field.h"
#include "app/undo.h"
#include "tests/app/fixture.h"

/* --- a new session --- */

static void create__brings_laws_agenda_and_profile(void **state)
{
    struct fixture *f = *state;
    struct dossier *d = fixture_load(f);
    const struct session *s = dossier_session(d);
    assert_string_equal(s->theme, "Peninjauan standar pelayanan");
    assert_int_equal(d->legal_basis.n, 8);
    assert_non_null(strstr(d->legal_basis.v[5].text, "Nomor 16 Tahun 2017"));
    assert_int_equal(d->agenda.n, 9);
    assert_int_equal(d->agenda.v[0].start_time, 8 * 60);
    assert_int_equal(d->agenda.v[1].start_time, 8 * 60 + 30);
    assert_int_equal(d->agenda.v[4].kind, AGENDA_DISKUSI);
    assert_int_equal(s->paper, PAPER_A4);
    assert_int_equal(s->margin_left, 30);
    assert_int_equal(s->copies, 3);
    assert_int_equal(s->with_legal, 1);
    assert_int_equal(s->with_photos, 0);
    assert_int_equal(app_zone(f->app), ZONE_WITA);
    struct stat st;
    assert_int_equal(stat(f->path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
}

static void create__never_touches_an_existing_file(void **state)
{
    struct fixture *f = *state;
    struct new_session in = {.date = NONE, .start_time = NONE, .zone = NONE};
    struct app_options o = fixture_options();
    struct app *other = NULL;
    assert_int_equal(app_create(f->path, &in, &o, &other, &f->err), ERR_INPUT);
    assert_null(other);
    assert_non_null(strstr(f->err.text, "sudah ada"));
    char path[400];
    snprintf(path, sizeof path, "%s/tidak/ada/uji.fkp", f->folder);
    assert_int_not_equal(app_create(path, &in, &o, &other, &f->err), ERR_NONE);
    assert_true(f->err.text[0] != '\0');
    snprintf(path, sizeof path, "ls -A '%s' | grep -q '^.mufakat'", f->folder);
    assert_int_not_equal(system(path), 0); /* grep finds none: no temporary file stays */
}

static void create__cannot_be_undone(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    undo_job(f->app, &j);
    fixture_refuse(f, j, ERR_NOTFOUND, "");
}

/* --- fields --- */

static void set_field__reads_what_is_typed(void **state)
{
    struct fixture *f = *state;
    struct id s = app_session_id(f->app);
    fixture_set(f, ENTITY_session, &s, session_F_date, "13/11/26");
    fixture_set(f, ENTITY_session, &s, session_F_start_time, "09.15");
    fixture_set(f, ENTITY_session, &s, session_F_zone, "wit");
    fixture_set(f, ENTITY_session, &s, session_F_with_logo, "ya");
    fixture_set(f, ENTITY_session, &s, session_F_theme, "  Tema \t baru ");
    const struct session *now = dossier_session(fixture_load(f));
    assert_int_equal(now->date, date_of(2026, 11, 13));
    assert_int_equal(now->start_time, 9 * 60 + 15);
    assert_int_equal(now->zone, ZONE_WIT);
    assert_int_equal(now->with_logo, 1);
    assert_string_equal(now->theme, "Tema baru");
    assert_int_equal(app_zone(f->app), ZONE_WIT);
    for (int i = 0; i < 5; i++)
        fixture_undo(f);
    assert_string_equal(dossier_session(fixture_load(f))->theme, "Peninjauan standar pelayanan");
    assert_int_equal(app_zone(f->app), ZONE_WITA);
}

static struct set_field_args *field(struct fixture *f, enum entity_kind k, const struct id *row,
                                    int field_no, const char *typed, struct job **ret)
{
    struct set_field_args *x = set_field_job(f->app, ret);
    x->entity = k;
    x->row = *row;
    x->field = field_no;
    x->typed = true;
    x->text = typed;
    return x;
}

static void set_field__refuses_what_does_not_fit(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id s = app_session_id(f->app), none = id_new(NINE_WITA);
    struct id sari = fixture_person(f, "Sari", "Desa", UNSUR_PENGGUNA);
    field(f, ENTITY_session, &s, session_F_date, "31-02-2026", &j);
    fixture_refuse(f, j, ERR_INPUT, "");
    field(f, ENTITY_session, &s, session_F_zone, "GMT", &j);
    fixture_refuse(f, j, ERR_INPUT, "");
    field(f, ENTITY_participant, &sari, participant_F_number, "7", &j);
    fixture_refuse(f, j, ERR_RULE, "program");
    field(f, ENTITY_participant, &sari, participant_F_deleted, "1", &j);
    fixture_refuse(f, j, ERR_RULE, "program");
    field(f, ENTITY_participant, &none, participant_F_name, "Budi", &j);
    fixture_refuse(f, j, ERR_NOTFOUND, "tidak ada");
}

static void set_field__a_value_changed_since_is_a_conflict(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id s = app_session_id(f->app);
    struct set_field_args *x = field(f, ENTITY_session, &s, session_F_place, "Pendopo", &j);
    x->has_seen = true;
    x->seen = value_text("Lapangan");
    fixture_refuse(f, j, ERR_CONFLICT, "Tempat"); /* the screen shows both versions */
    x = field(f, ENTITY_session, &s, session_F_place, "Pendopo", &j);
    x->has_seen = true;
    x->seen = value_text("Aula");
    fixture_do(f, j);
    assert_string_equal(dossier_session(fixture_load(f))->place, "Pendopo");
}

static void set_field__keeps_derived_fields_equal(void **state)
{
    struct fixture *f = *state;
    struct id row = fixture_note(f, KIND_USUL, &ID_NONE, "loket @@");
    fixture_set(f, ENTITY_contribution, &row, contribution_F_text, "loket dua");
    assert_int_equal(dossier_contribution(fixture_load(f), &row)->gap, 0);
    struct id sari = fixture_person(f, "Sari", "Desa", UNSUR_PENGGUNA);
    fixture_set(f, ENTITY_participant, &sari, participant_F_attendance, "hadir");
    assert_int_equal(dossier_participant(fixture_load(f), &sari)->arrived_at, NINE_WITA);
    struct id g = fixture_agreement(f, "Antrean");
    fixture_set(f, ENTITY_agreement, &g, agreement_F_status, "mufakat");
    assert_int_equal(dossier_agreement(fixture_load(f), &g)->agreed_present, 1);
    fixture_set(f, ENTITY_agreement, &g, agreement_F_status, "");
    assert_int_equal(dossier_agreement(fixture_load(f), &g)->agreed_at, NONE);
    fixture_set(f, ENTITY_agreement, &g, agreement_F_percent, "100");
    assert_int_equal(dossier_agreement(fixture_load(f), &g)->progress, PROGRESS_SELESAI);
}

/* --- lists --- */

static void delete (struct fixture *f, enum entity_kind k, const struct id *row, struct job **ret)
{
    struct delete_row_args *x = delete_row_job(f->app, ret);
    x->entity = k;
    x->row = *row;
}

static void delete_row__says_who_still_needs_it(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id sari = fixture_present(f, "Sari", "Desa", UNSUR_PENGGUNA);
    struct id row = fixture_note(f, KIND_USUL, &sari, "usul #antrean");
    delete (f, ENTITY_participant, &sari, &j);
    fixture_refuse(f, j, ERR_RULE, "Catatan 1");
    struct id issue = fixture_load(f)->issue.v[0].id;
    delete (f, ENTITY_issue, &issue, &j);
    fixture_refuse(f, j, ERR_RULE, "Catatan 1");
    go_agenda_job(f->app, &j);
    fixture_do(f, j);
    struct id item = fixture_load(f)->agenda.v[0].id;
    delete (f, ENTITY_agenda, &item, &j);
    fixture_refuse(f, j, ERR_RULE, "Agenda berjalan");
    struct id s = app_session_id(f->app);
    delete (f, ENTITY_session, &s, &j);
    fixture_refuse(f, j, ERR_RULE, "tidak dapat dihapus");
    /* its own links go along, and come back with undo */
    char *before = strdup(fixture_picture(f));
    delete (f, ENTITY_contribution, &row, &j);
    fixture_do(f, j);
    assert_int_equal(fixture_load(f)->contribution_issue.n, 0);
    delete (f, ENTITY_issue, &issue, &j);
    fixture_do(f, j);
    fixture_undo(f);
    fixture_undo(f);
    assert_string_equal(fixture_picture(f), before);
    free(before);
}

static void order_of(struct fixture *f, char *out)
{
    struct dossier *d = fixture_load(f);
    out[0] = '\0';
    for (size_t i = 0; i < d->agenda.n; i++)
        snprintf(out + strlen(out), 8, "%.1s", d->agenda.v[i].title);
}

static void move_row__puts_it_where_it_is_wanted(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    char order[64];
    static const char letters[] = "ABCDEFGHI";
    struct dossier *d = fixture_load(f);
    struct id rows[9];
    for (size_t i = 0; i < 9; i++)
        rows[i] = d->agenda.v[i].id;
    for (size_t i = 0; i < 9; i++) {
        char title[8];
        snprintf(title, sizeof title, "%c.", letters[i]);
        fixture_set(f, ENTITY_agenda, &rows[i], agenda_F_title, title);
    }
    static const struct {
        int who;
        int64_t to;
        const char *result;
    } cases[] = {{0, 2, "BCADEFGHI"}, {8, 0, "IBCADEFGH"},  {0, 3, "IBCADEFGH"},
                 {0, 0, "AIBCDEFGH"}, {1, 99, "AICDEFGHB"}, {8, -5, "IACDEFGHB"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct move_row_args *x = move_row_job(f->app, &j);
        x->entity = ENTITY_agenda;
        x->row = rows[cases[i].who];
        x->to = cases[i].to;
        fixture_do(f, j);
        order_of(f, order);
        assert_string_equal(order, cases[i].result);
    }
    fixture_undo(f);
    order_of(f, order);
    assert_string_equal(order, "AICDEFGHB");
    struct move_row_args *x = move_row_job(f->app, &j);
    x->entity = ENTITY_contribution;
    x->row = fixture_note(f, KIND_USUL, &ID_NONE, "usul");
    fixture_refuse(f, j, ERR_RULE, "tetap");
}

static void move_row__participants_before_the_first_print(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    fixture_person(f, "Satu", "A", UNSUR_PENGGUNA);
    struct id two = fixture_person(f, "Dua", "A", UNSUR_PENGGUNA);
    struct move_row_args *x = move_row_job(f->app, &j);
    x->entity = ENTITY_participant;
    x->row = two;
    x->to = 0;
    fixture_do(f, j);
    struct dossier *d = fixture_load(f);
    assert_string_equal(d->participant.v[0].name, "Dua");
    assert_int_equal(d->participant.v[0].number, 1);
    assert_int_equal(d->participant.v[1].number, 2);
}

#define T(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(create__brings_laws_agenda_and_profile),
        T(create__never_touches_an_existing_file),
        T(create__cannot_be_undone),
        T(set_field__reads_what_is_typed),
        T(set_field__refuses_what_does_not_fit),
        T(set_field__a_value_changed_since_is_a_conflict),
        T(set_field__keeps_derived_fields_equal),
        T(delete_row__says_who_still_needs_it),
        T(move_row__puts_it_where_it_is_wanted),
        T(move_row__participants_before_the_first_print),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
