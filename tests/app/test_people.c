#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "app/check_in.h"
#include "app/numbers.h"
#include "app/rows.h"
#include "tests/app/fixture.h"

static struct participant person(struct fixture *f, const struct id *row)
{
    const struct participant *p = dossier_participant(fixture_load(f), row);
    assert_non_null(p);
    return *p;
}

static void check_in__stamps_the_time_and_undo_takes_it_back(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id sari = fixture_person(f, "Sari Dewi", "Desa Asri", UNSUR_PENGGUNA);
    char *before = strdup(fixture_picture(f));
    fixture_minutes(f, 5);
    check_in_job(f->app, &j)->participant = sari;
    fixture_do(f, j);
    struct participant p = person(f, &sari);
    assert_int_equal(p.attendance, ATTENDANCE_HADIR);
    assert_int_equal(p.arrived_at, NINE_WITA + 5 * 60000);
    fixture_undo(f);
    assert_string_equal(fixture_picture(f), before);
    fixture_redo(f);
    assert_int_equal(person(f, &sari).arrived_at, NINE_WITA + 5 * 60000);
    fixture_minutes(f, 30); /* marked once more: people arrive once, unless somebody says another time */
    check_in_job(f->app, &j)->participant = sari;
    fixture_do(f, j);
    assert_int_equal(person(f, &sari).arrived_at, NINE_WITA + 5 * 60000);
    struct check_in_args *x = check_in_job(f->app, &j);
    x->participant = sari;
    x->at = NINE_WITA;
    fixture_do(f, j);
    assert_int_equal(person(f, &sari).arrived_at, NINE_WITA);
    free(before);
}

static void check_in__absence_clears_the_time(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id sari = fixture_present(f, "Sari Dewi", "Desa Asri", UNSUR_PENGGUNA);
    struct check_in_args *x = check_in_job(f->app, &j);
    x->participant = sari;
    x->attendance = ATTENDANCE_TIDAK;
    fixture_do(f, j);
    assert_int_equal(person(f, &sari).attendance, ATTENDANCE_TIDAK);
    assert_int_equal(person(f, &sari).arrived_at, NONE);
}

static void check_in__an_office_needs_a_person(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id office = fixture_person(f, NULL, "Kecamatan Padu", UNSUR_STAKEHOLDER);
    check_in_job(f->app, &j)->participant = office;
    fixture_refuse(f, j, ERR_RULE, "Kecamatan Padu");
}

static void check_in__an_unknown_person_is_not_found(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    check_in_job(f->app, &j)->participant = id_new(NINE_WITA);
    fixture_refuse(f, j, ERR_NOTFOUND, "tidak ada");
}

static void represent__fills_the_row_of_an_office(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id office = fixture_person(f, NULL, "Kecamatan Padu", UNSUR_STAKEHOLDER);
    struct represent_args *x = represent_job(f->app, &j);
    x->invited = office;
    x->name = "  Ferdi   Lebo, S.STP. ";
    x->sex = SEX_L;
    fixture_do(f, j);
    assert_true(id_eq(&x->ret_participant, &office));
    assert_int_equal(x->ret_number, 1);
    struct participant p = person(f, &office);
    assert_string_equal(p.name, "Ferdi Lebo, S.STP.");
    assert_string_equal(p.invited_as, "Kecamatan Padu");
    assert_int_equal(p.attendance, ATTENDANCE_HADIR);
    assert_int_equal(p.sex, SEX_L);
    fixture_undo(f);
    assert_null(person(f, &office).name);
}

static void represent__a_named_person_gets_a_stand_in(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id rector = fixture_person(f, "Prof. Tua", "Universitas", UNSUR_AHLI);
    struct represent_args *x = represent_job(f->app, &j);
    x->invited = rector;
    x->name = "Dr. Muda";
    fixture_do(f, j);
    assert_int_equal(x->ret_number, 2);
    struct id stand_in = x->ret_participant;
    struct participant p = person(f, &stand_in);
    assert_true(id_eq(&p.represents, &rector));
    assert_int_equal(p.unsur, UNSUR_AHLI);
    assert_string_equal(p.organization, "Universitas");
    assert_int_equal(p.attendance, ATTENDANCE_HADIR);
    assert_int_equal(person(f, &rector).attendance, ATTENDANCE_DIWAKILI);
    fixture_undo(f);
    assert_null(dossier_participant(fixture_load(f), &stand_in));
    assert_int_equal(person(f, &rector).attendance, ATTENDANCE_BELUM);
}

static void represent__needs_a_name(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id office = fixture_person(f, NULL, "Kecamatan Padu", UNSUR_STAKEHOLDER);
    struct represent_args *x = represent_job(f->app, &j);
    x->invited = office;
    x->name = "   ";
    fixture_refuse(f, j, ERR_INPUT, "Nama");
}

static void walk_in__is_present_with_the_next_number(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    fixture_person(f, "Satu", "A", UNSUR_PENGGUNA);
    struct walk_in_args *x = walk_in_job(f->app, &j);
    assert_true(walk_in_read("Siti Aminah, S.Pd., P, Ketua PKK, Desa Banjar, OMS, 0812-0000-0099",
                             job_arena(j), x));
    struct id row = x->row;
    fixture_do(f, j);
    assert_int_equal(x->ret_number, 2);
    struct participant p = person(f, &row);
    assert_string_equal(p.name, "Siti Aminah, S.Pd.");
    assert_string_equal(p.position, "Ketua PKK");
    assert_string_equal(p.organization, "Desa Banjar");
    assert_int_equal(p.unsur, UNSUR_OMS);
    assert_int_equal(p.sex, SEX_P);
    assert_int_equal(p.attendance, ATTENDANCE_HADIR);
    assert_non_null(strstr(p.phone, "0099"));
    assert_int_equal(p.role, ROLE_PESERTA);
    fixture_undo(f);
    assert_null(dossier_participant(fixture_load(f), &row));
}

static void walk_in__line_reads_what_people_type(void **state)
{
    (void)state;
    struct arena *ar = arena_new();
    struct walk_in_args x = {.unsur = NONE, .sex = NONE};
    assert_true(walk_in_read("Karsinah", ar, &x));
    assert_string_equal(x.name, "Karsinah");
    assert_null(x.organization);
    x = (struct walk_in_args){.unsur = NONE, .sex = NONE};
    assert_true(walk_in_read("Budi; Desa Karang Jati", ar, &x));
    assert_string_equal(x.organization, "Desa Karang Jati");
    assert_null(x.position);
    x = (struct walk_in_args){.unsur = NONE, .sex = NONE};
    assert_true(walk_in_read("Lusi, SH, MH, Praktisi, Kantor Hukum, ahli", ar, &x));
    assert_string_equal(x.name, "Lusi, SH, MH");
    assert_string_equal(x.position, "Praktisi");
    assert_string_equal(x.organization, "Kantor Hukum");
    assert_int_equal(x.unsur, UNSUR_AHLI);
    x = (struct walk_in_args){.unsur = NONE, .sex = NONE};
    assert_true(walk_in_read("Sutrisno, L, warga", ar, &x));
    assert_string_equal(x.position, "warga");
    assert_null(x.organization);
    assert_int_equal(x.unsur, UNSUR_PENGGUNA);
    assert_int_equal(x.sex, SEX_L);
    assert_false(walk_in_read(" , ;", ar, &x));
    assert_false(walk_in_read(NULL, ar, &x));
    arena_free(ar);
}

static void late_arrivals__marks_a_batch_with_its_time(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id v[5];
    for (int i = 0; i < 5; i++)
        v[i] = fixture_person(f, "Orang", "Desa", UNSUR_PENGGUNA);
    check_in_job(f->app, &j)->participant = v[0];
    fixture_do(f, j);
    struct late_arrivals_args *x = late_arrivals_job(f->app, &j);
    x->typed = "1, 3-5 pukul 09.40";
    fixture_do(f, j);
    assert_int_equal(x->ret_marked, 3);
    assert_int_equal(x->ret_already, 1);
    assert_int_equal(person(f, &v[0]).arrived_at, NINE_WITA);
    assert_int_equal(person(f, &v[1]).attendance, ATTENDANCE_BELUM);
    /* the list that they signed is paper; the one who was here before came by the screen */
    assert_int_equal(person(f, &v[4]).from_paper, 1);
    assert_int_equal(person(f, &v[0]).from_paper, NONE);
    assert_int_equal(person(f, &v[4]).arrived_at, NINE_WITA + 40 * 60000);
    fixture_undo(f);
    assert_int_equal(person(f, &v[4]).attendance, ATTENDANCE_BELUM);
}

static void late_arrivals__all_or_none(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    fixture_person(f, "Orang", "Desa", UNSUR_PENGGUNA);
    late_arrivals_job(f->app, &j)->typed = "1 99";
    fixture_refuse(f, j, ERR_INPUT, "99");
    late_arrivals_job(f->app, &j)->typed = "1 Budi";
    fixture_refuse(f, j, ERR_INPUT, "Budi");
    late_arrivals_job(f->app, &j)->typed = "9-1";
    fixture_refuse(f, j, ERR_INPUT, "9-1");
    late_arrivals_job(f->app, &j)->typed = "1-999999999";
    fixture_refuse(f, j, ERR_INPUT, "999999999");
    late_arrivals_job(f->app, &j)->typed = "99999999999999999999"; /* a telephone number too many */
    fixture_refuse(f, j, ERR_INPUT, "99999999999999999999");
    late_arrivals_job(f->app, &j)->typed = "  ";
    fixture_refuse(f, j, ERR_INPUT, "Belum ada nomor");
}

static void from_paper__marks_whoever_comes_while_it_is_on(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id sari = fixture_person(f, "Sari Dewi", "Desa Asri", UNSUR_PENGGUNA);
    struct id budi = fixture_person(f, "Budi", "Desa Asri", UNSUR_PENGGUNA);
    app_set_from_paper(f->app, true);
    check_in_job(f->app, &j)->participant = sari;
    app_set_from_paper(f->app, false); /* the job was made before */
    fixture_do(f, j);
    check_in_job(f->app, &j)->participant = budi;
    fixture_do(f, j);
    assert_int_equal(person(f, &sari).from_paper, 1);
    assert_int_equal(person(f, &budi).from_paper, NONE);

    /* not here after all, and then seen by the door: no paper any more */
    struct check_in_args *x = check_in_job(f->app, &j);
    x->participant = sari;
    x->attendance = ATTENDANCE_BELUM;
    fixture_do(f, j);
    check_in_job(f->app, &j)->participant = sari;
    fixture_do(f, j);
    assert_int_equal(person(f, &sari).from_paper, NONE);

    app_set_from_paper(f->app, true);
    struct walk_in_args *w = walk_in_job(f->app, &j);
    struct id row = w->row;
    w->name = "Tamu";
    fixture_do(f, j);
    assert_int_equal(person(f, &row).from_paper, 1);
    app_set_from_paper(f->app, false);
}

static void numbers__are_not_given_twice(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    fixture_person(f, "Satu", "A", UNSUR_PENGGUNA);
    struct id two = fixture_person(f, "Dua", "A", UNSUR_PENGGUNA);
    struct delete_row_args *x = delete_row_job(f->app, &j);
    x->entity = ENTITY_participant;
    x->row = two;
    fixture_do(f, j);
    struct id three = fixture_person(f, "Tiga", "A", UNSUR_PENGGUNA);
    assert_int_equal(person(f, &three).number, 3);
}

static void numbers__are_fixed_by_the_first_print(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    struct id zita = fixture_person(f, "Zita", "A", UNSUR_PENGGUNA);
    struct id adi = fixture_person(f, "Adi", "A", UNSUR_AHLI);
    struct move_row_args *x = move_row_job(f->app, &j);
    x->entity = ENTITY_participant;
    x->row = adi;
    x->to = 0;
    fixture_do(f, j);
    assert_int_equal(person(f, &adi).number, 1);
    assert_int_equal(person(f, &zita).number, 2);
    fix_numbers_job(f->app, &j);
    fixture_do(f, j);
    assert_int_equal(dossier_session(fixture_load(f))->numbers_fixed_at, NINE_WITA);
    x = move_row_job(f->app, &j);
    x->entity = ENTITY_participant;
    x->row = zita;
    x->to = 0;
    fixture_refuse(f, j, ERR_RULE, "tercetak");
    fixture_minutes(f, 1);
    struct fix_numbers_args *again = fix_numbers_job(f->app, &j);
    fixture_do(f, j);
    assert_true(again->ret_was_fixed);
    assert_int_equal(dossier_session(fixture_load(f))->numbers_fixed_at, NINE_WITA);
}

#define T(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(check_in__stamps_the_time_and_undo_takes_it_back),
        T(check_in__absence_clears_the_time),
        T(check_in__an_office_needs_a_person),
        T(check_in__an_unknown_person_is_not_found),
        T(represent__fills_the_row_of_an_office),
        T(represent__a_named_person_gets_a_stand_in),
        T(represent__needs_a_name),
        T(walk_in__is_present_with_the_next_number),
        cmocka_unit_test(walk_in__line_reads_what_people_type),
        T(late_arrivals__marks_a_batch_with_its_time),
        T(late_arrivals__all_or_none),
        T(from_paper__marks_whoever_comes_while_it_is_on),
        T(numbers__are_not_given_twice),
        T(numbers__are_fixed_by_the_first_print),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
