#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "app/read.h"
#include "app/set_field.h"
#include "base/i18n.h"
#include "tests/ui/screen_test.h"
#include "ui/screens/agreement.h"

/* Opens agreement `number` (1 ...) of the practice session the way a person does. */
static struct screen_test *open_agreement(int number)
{
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_open(t, &screen_mufakat, NULL);
    for (int i = 1; i < number; i++)
        screen_test_key(t, K_DOWN);
    screen_test_key(t, K_ENTER);
    return t;
}

static struct agreement read_agreement(struct screen_test *t, int number, struct arena *a)
{
    struct agreement *v;
    size_t n;
    struct err e;
    assert_int_equal(read_rows(screen_test_app(t), ENTITY_agreement, a, &v, &n, &e), ERR_NONE);
    for (size_t i = 0; i < n; i++)
        if (v[i].number == number)
            return v[i];
    fail_msg("no agreement %d", number);
    return v[0];
}

/* --- the list --- */

static void mufakat__list_tells_how_far_the_forum_is(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_open(t, &screen_mufakat, NULL);
    screen_test_sees(t, "6 kesepakatan: 5 mufakat, 1 mufakat dengan catatan; 1 keberatan");
    screen_test_sees(t, "Kesepakatan 1 disetujui forum pukul 11.30, 24 hadir, 6 unsur");
    screen_test_golden_sizes(t, "mufakat");
    screen_test_end(t);
}

static void mufakat__empty_list_says_where_to_begin(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(80, 24);
    screen_test_open(t, &screen_mufakat, NULL);
    screen_test_sees(t, "Belum ada kesepakatan.");
    screen_test_type(t, "a");
    screen_test_sees(t, "Tekan n untuk membuat yang pertama");
    screen_test_type(t, "n");
    screen_test_sees(t, "MUFAKAT 1");
    screen_test_sees(t, "Rumusan belum ditulis. Tekan y");
    screen_test_end(t);
}

static void mufakat__deleting_can_be_undone(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_open(t, &screen_mufakat, NULL);
    screen_test_type(t, "x");
    screen_test_sees(t, "5 kesepakatan");
    screen_test_key(t, K_CTRL('Z'));
    screen_test_sees(t, "6 kesepakatan");
    screen_test_end(t);
}

/* --- one agreement --- */

static void agreement__shows_stances_objections_and_facts(void **state)
{
    (void)state;
    struct screen_test *t = open_agreement(5);
    screen_test_sees(t, "3 setuju, 4 catatan");
    screen_test_sees(t, "Asep Komarudin");
    screen_test_sees(t, "LSM Suara Tirta");
    screen_test_golden_sizes(t, "agreement");
    screen_test_end(t);
}

static void agreement__aklamasi_never_hides_a_lone_objector(void **state)
{
    (void)state;
    struct screen_test *t = open_agreement(5);
    struct arena *a = arena_new();
    screen_test_type(t, "a");
    screen_test_sees(t, "Asep Komarudin            keberatan");
    screen_test_sees(t, "Disetujui forum: 24 hadir");
    assert_int_equal(read_agreement(t, 5, a).status, STATUS_DENGAN_CATATAN);
    arena_free(a);
    screen_test_end(t);
}

static void agreement__objection_is_stored_with_its_reason(void **state)
{
    (void)state;
    struct screen_test *t = open_agreement(1);
    struct arena *a = arena_new();
    screen_test_key(t, K_DOWN);
    screen_test_key(t, K_DOWN); /* Ahli/Praktisi */
    screen_test_type(t, "k");
    screen_test_sees(t, "Siapa yang keberatan?");
    screen_test_type(t, "lusiana\n");
    screen_test_sees(t, "Kantor Hukum Panggabean");
    screen_test_type(t, "pesan dapat salah kirim\tdata pribadi pemohon");
    screen_test_key(t, K_CTRL('S'));
    screen_test_sees(t, "1 setuju, 1 keberatan");
    screen_test_sees(t, "Keberatan 2");
    screen_test_sees(t, "pesan dapat salah kirim");
    assert_int_equal(read_agreement(t, 1, a).status, STATUS_DENGAN_CATATAN);
    arena_free(a);
    screen_test_end(t);
}

/* What was only chosen in a form is kept and warned about like what was typed. */
static void agreement__a_choice_in_the_form_is_not_thrown_away_by_a_slip(void **state)
{
    (void)state;
    struct screen_test *t = open_agreement(1);
    screen_test_key(t, K_DOWN);
    screen_test_key(t, K_DOWN); /* Ahli/Praktisi */
    screen_test_type(t, "klusiana\n");
    screen_test_sees(t, "Keberatan: tulis seperti diucapkan");
    for (int i = 0; i < 2; i++)
        screen_test_key(t, K_DOWN); /* text, reason, withheld */
    screen_test_key(t, K_RIGHT);
    screen_test_key(t, K_ESC);
    screen_test_sees(t, "belum disimpan");
    screen_test_sees(t, "Keberatan: tulis seperti diucapkan");
    screen_test_key(t, K_ESC);
    screen_test_sees_not(t, "Keberatan: tulis seperti diucapkan");
    screen_test_end(t);
}

static void agreement__an_objector_of_another_unsur_is_found(void **state)
{
    (void)state;
    struct screen_test *t = open_agreement(1);
    struct arena *a = arena_new();
    screen_test_type(t, "k");
    screen_test_type(t, "asep\n"); /* the bright row is the provider's; "Saraswita ... S.STP." holds a, s, e, p as well */
    screen_test_sees(t, "LSM Suara Tirta");
    screen_test_type(t, "setiap Sabtu");
    screen_test_key(t, K_CTRL('S'));
    screen_test_sees(t, "Asep Komarudin            keberatan");
    screen_test_sees_not(t, "Saraswita");
    arena_free(a);
    screen_test_end(t);
}

static void agreement__aklamasi_waits_for_the_wording(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_open(t, &screen_mufakat, NULL);
    screen_test_type(t, "na");
    screen_test_sees(t, "Rumusannya belum ditulis: tekan y");
    screen_test_sees(t, "belum diputuskan");
    screen_test_key(t, K_ESC);
    screen_test_key(t, K_END);
    screen_test_type(t, "a");
    screen_test_sees(t, "Rumusannya belum ditulis: Enter membukanya");
    screen_test_end(t);
}

static void agreement__nobody_disappears_without_an_unsur(void **state)
{
    (void)state;
    struct screen_test *t = open_agreement(5);
    struct arena *a = arena_new();
    struct participant *v;
    size_t n;
    struct err e;
    assert_int_equal(read_rows(screen_test_app(t), ENTITY_participant, a, &v, &n, &e), ERR_NONE);
    for (size_t i = 0; i < n; i++)
        if (v[i].name && strcmp(v[i].name, "Asep Komarudin") == 0) {
            struct job *j;
            struct set_field_args *x = set_field_job(screen_test_app(t), &j);
            x->entity = ENTITY_participant;
            x->row = v[i].id;
            x->field = participant_F_unsur;
            x->typed = true; /* emptied */
            screen_test_run(t, j);
        }
    screen_test_sees(t, "1 setuju, 1 catatan ");
    screen_test_sees(t, "Asep Komarudin            keberatan");
    arena_free(a);
    screen_test_end(t);
}

static void agreement__hands_are_typed_as_words(void **state)
{
    (void)state;
    struct screen_test *t = open_agreement(1);
    screen_test_key(t, K_DOWN); /* Pengguna (7) */
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, "7 hadir. Jumlah dan sikap");
    screen_test_type(t, "4 setuju, 2 c 1 abstain\n");
    screen_test_sees(t, "4 setuju, 2 catatan");
    screen_test_sees(t, "belum diisi");
    screen_test_key(t, K_RIGHT);
    screen_test_key(t, K_ENTER);
    screen_test_type(t, "asal gratis\n");
    screen_test_sees(t, "asal gratis");
    screen_test_sees(t, "4 setuju, 2 catatan"); /* the note changes no hands */
    screen_test_end(t);
}

static void agreement__unreadable_hands_stay_in_the_line(void **state)
{
    (void)state;
    struct screen_test *t = open_agreement(1);
    screen_test_key(t, K_ENTER);
    screen_test_type(t, "dua setuju\n");
    screen_test_sees(t, "Belum terbaca");
    screen_test_sees(t, "dua setuju");
    screen_test_key(t, K_ESC);
    screen_test_sees(t, "6 setuju");
    screen_test_end(t);
}

static void agreement__letters_set_the_stance_of_an_unsur(void **state)
{
    (void)state;
    struct screen_test *t = open_agreement(1);
    screen_test_type(t, "o");
    screen_test_sees(t, "5 setuju, 1 abstain");
    screen_test_type(t, "s");
    screen_test_sees(t, "6 setuju");
    screen_test_type(t, "ccukup jelas\n"); /* c, then what is noted */
    screen_test_sees(t, "5 setuju, 1 catatan");
    screen_test_sees(t, "cukup jelas");
    screen_test_key(t, K_CTRL('Z'));
    screen_test_sees(t, "6 setuju");
    screen_test_key(t, K_END);
    screen_test_type(t, "s");
    screen_test_sees(t, "Pilih baris unsur atau orang");
    screen_test_end(t);
}

static void agreement__postponing_asks_for_the_reason(void **state)
{
    (void)state;
    struct screen_test *t = open_agreement(2);
    struct arena *a = arena_new();
    screen_test_type(t, "t");
    screen_test_sees(t, "Alasannya");
    screen_test_type(t, "menunggu jadwal camat");
    screen_test_key(t, K_CTRL('S'));
    screen_test_sees(t, "Ditunda");
    struct agreement g = read_agreement(t, 2, a);
    assert_int_equal(g.status, STATUS_DITUNDA);
    assert_string_equal(g.status_reason, "menunggu jadwal camat");
    assert_int_equal(g.agreed_at, NONE);
    arena_free(a);
    screen_test_end(t);
}

static void agreement__old_wording_can_be_taken_back(void **state)
{
    (void)state;
    struct screen_test *t = open_agreement(3);
    screen_test_type(t, "y");
    screen_test_key(t, K_CTRL('U'));
    screen_test_type(t, "Rumusan yang salah");
    screen_test_key(t, K_CTRL('S'));
    screen_test_sees(t, "“Rumusan yang salah”");
    screen_test_key(t, K_CTRL('R'));
    screen_test_sees(t, "Rumusan kesepakatan 3 dari waktu ke waktu");
    screen_test_sees(t, "Uji   (rumusan sekarang)");
    screen_test_golden_sizes(t, "wordings");
    screen_test_key(t, K_END);
    screen_test_key(t, K_ENTER); /* the one that stands */
    screen_test_sees(t, "Rumusan ini sedang dipakai.");
    screen_test_key(t, K_HOME);
    screen_test_key(t, K_ENTER);
    const char *now = strstr(screen_test_text(t), "(rumusan sekarang)");
    assert_non_null(now);
    assert_null(strstr(now + 1, "(rumusan sekarang)")); /* two are equal, one is in use */
    screen_test_key(t, K_ESC);
    screen_test_sees(t, "MUFAKAT 3");
    screen_test_sees(t, "“Perjanjian kerja sama");
    screen_test_sees_not(t, "Rumusan yang salah");
    screen_test_end(t);
}

static void agreement__origins_are_marked_and_unmarked(void **state)
{
    (void)state;
    struct screen_test *t = open_agreement(5);
    screen_test_type(t, "m");
    screen_test_sees(t, "Asal kesepakatan 5");
    screen_test_sees(t, "✓  14");
    screen_test_golden_sizes(t, "origins");
    screen_test_type(t, "m");
    screen_test_sees_not(t, "✓  14");
    screen_test_key(t, K_UP);
    screen_test_type(t, "m");
    screen_test_sees(t, "✓  13");
    screen_test_key(t, K_ESC);
    screen_test_key(t, K_END);
    screen_test_sees(t, "Dari masukan                13");
    screen_test_end(t);
}

static void agreement__next_and_previous_stop_at_the_ends(void **state)
{
    (void)state;
    struct screen_test *t = open_agreement(5);
    screen_test_key(t, K_CTRL_DOWN);
    screen_test_sees(t, "MUFAKAT 6");
    screen_test_key(t, K_CTRL_DOWN);
    screen_test_sees(t, "Ini kesepakatan terakhir");
    for (int i = 0; i < 6; i++)
        screen_test_key(t, K_CTRL_UP);
    screen_test_sees(t, "Ini kesepakatan pertama");
    screen_test_sees(t, "MUFAKAT 1");
    screen_test_end(t);
}

static void agreement__counts_are_read_in_words_and_letters(void **state)
{
    (void)state;
    int64_t v[stance_COUNT];
    assert_true(agreement_read_counts("2 setuju 1 catatan", v));
    assert_int_equal(v[STANCE_SETUJU], 2);
    assert_int_equal(v[STANCE_CATATAN], 1);
    assert_int_equal(v[STANCE_ABSTAIN], NONE);
    assert_true(agreement_read_counts(" 3s,1k; 2 bahas lagi", v));
    assert_int_equal(v[STANCE_SETUJU], 3);
    assert_int_equal(v[STANCE_KEBERATAN], 1);
    assert_int_equal(v[STANCE_BAHAS], 2);
    assert_true(agreement_read_counts("1 o 1 abstain", v));
    assert_int_equal(v[STANCE_ABSTAIN], 2);
    assert_false(agreement_read_counts("", v));
    assert_false(agreement_read_counts("setuju", v));
    assert_false(agreement_read_counts("2", v));
    assert_false(agreement_read_counts("2 ragu", v));
    assert_false(agreement_read_counts("-2 setuju", v));
}

/* --- reading aloud --- */

static void read_aloud__marks_each_and_goes_on(void **state)
{
    (void)state;
    struct screen_test *t = open_agreement(5);
    struct arena *a = arena_new();
    screen_test_type(t, "b");
    screen_test_sees(t, "KESEPAKATAN 5 DARI 6");
    screen_test_sees(t, "Keberatan LSM Suara Tirta");
    screen_test_golden_sizes(t, "read_aloud");
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, "KESEPAKATAN 6 DARI 6");
    assert_int_not_equal(read_agreement(t, 5, a).read_aloud_at, NONE);
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, "Kesepakatan terakhir sudah dibacakan");
    screen_test_type(t, "k");
    screen_test_sees(t, "MUFAKAT 6");
    arena_free(a);
    screen_test_end(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mufakat__list_tells_how_far_the_forum_is),
        cmocka_unit_test(mufakat__empty_list_says_where_to_begin),
        cmocka_unit_test(mufakat__deleting_can_be_undone),
        cmocka_unit_test(agreement__shows_stances_objections_and_facts),
        cmocka_unit_test(agreement__aklamasi_never_hides_a_lone_objector),
        cmocka_unit_test(agreement__objection_is_stored_with_its_reason),
        cmocka_unit_test(agreement__a_choice_in_the_form_is_not_thrown_away_by_a_slip),
        cmocka_unit_test(agreement__an_objector_of_another_unsur_is_found),
        cmocka_unit_test(agreement__aklamasi_waits_for_the_wording),
        cmocka_unit_test(agreement__nobody_disappears_without_an_unsur),
        cmocka_unit_test(agreement__hands_are_typed_as_words),
        cmocka_unit_test(agreement__unreadable_hands_stay_in_the_line),
        cmocka_unit_test(agreement__letters_set_the_stance_of_an_unsur),
        cmocka_unit_test(agreement__postponing_asks_for_the_reason),
        cmocka_unit_test(agreement__old_wording_can_be_taken_back),
        cmocka_unit_test(agreement__origins_are_marked_and_unmarked),
        cmocka_unit_test(agreement__next_and_previous_stop_at_the_ends),
        cmocka_unit_test(agreement__counts_are_read_in_words_and_letters),
        cmocka_unit_test(read_aloud__marks_each_and_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
