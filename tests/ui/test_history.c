/* Undo, redo and the history on the screen: what they say about what they did. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "app/check_in.h"
#include "app/read.h"
#include "tests/ui/screen_test.h"
#include "ui/screens/all.h"
#include "ui/ui.h"

/* --- Ctrl-Z, Ctrl-Y --- */

static void undo__names_what_was_undone(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(80, 24);
    screen_test_key(t, K_F(3));
    screen_test_type(t, "Antre terlalu lama\n");
    screen_test_sees(t, "Antre terlalu lama");
    screen_test_key(t, K_CTRL('Z'));
    screen_test_sees(t, "Diurungkan: menambah catatan: 1 Antre terlalu lama. Ctrl-Y mengulangi.");
    screen_test_key(t, K_HOME); /* the message goes */
    screen_test_sees_not(t, "Antre terlalu lama");
    screen_test_key(t, K_CTRL('Y'));
    screen_test_sees(t, "Diulangi: menambah catatan: 1 Antre");
    screen_test_sees(t, "Antre terlalu lama");
    screen_test_end(t);
}

/* Opens the first agreement of the practice session. */
static struct screen_test *open_agreement(void)
{
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_key(t, K_F(5));
    screen_test_key(t, K_HOME);
    screen_test_key(t, K_ENTER);
    return t;
}

static void undo__names_field_object_and_both_values(void **state)
{
    (void)state;
    struct screen_test *t = open_agreement();
    screen_test_type(t, "g4biaya");
    screen_test_key(t, K_CTRL('S'));
    screen_test_key(t, K_CTRL('Z'));
    screen_test_sees(t, "Diurungkan: status kesepakatan 1 (");
    screen_test_end(t);
}

static void undo__of_several_fields_names_the_telling_one(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(132, 43);
    struct participant *p;
    size_t n;
    struct err e;
    struct job *j;
    struct arena *a = arena_new();
    assert_int_equal(read_rows(screen_test_app(t), ENTITY_participant, a, &p, &n, &e), ERR_NONE);
    struct check_in_args *x = check_in_job(screen_test_app(t), &j);
    x->participant = p[0].id;
    x->attendance = ATTENDANCE_TIDAK;
    screen_test_run(t, j);
    screen_test_key(t, K_CTRL('Z'));
    screen_test_sees(t, "Diurungkan: mencatat kehadiran: peserta 1 ");
    screen_test_sees(t, "(Tidak hadir → Hadir)");
    ui_act(screen_test_ui(t), ACT_PROYEKTOR);
    screen_test_key(t, K_CTRL('Y'));
    screen_test_sees(t, "mencatat kehadiran: peserta 1 (Hadir → Tidak hadir)"); /* no name on the wall */
    arena_free(a);
    screen_test_end(t);
}

static void undo__quick_keys_all_count(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(80, 24);
    screen_test_key(t, K_F(3));
    screen_test_type(t, "Masukan pertama\nMasukan kedua\nMasukan ketiga\n");
    const struct event undo = event_key(K_CTRL('Z'));
    for (int i = 0; i < 3; i++)
        ui_handle(screen_test_ui(t), &undo); /* no answer is taken between them */
    screen_test_key(t, K_HOME); /* all answers come */
    screen_test_key(t, K_HOME); /* and what was said of the last one goes */
    screen_test_sees_not(t, "Masukan pertama");
    screen_test_sees_not(t, "Masukan ketiga");
    screen_test_end(t);
}

static void undo__behind_a_lock_says_what_to_do(void **state)
{
    (void)state;
    struct screen_test *t = open_agreement();
    screen_test_type(t, "g4biaya");
    screen_test_key(t, K_CTRL('S'));
    screen_test_key(t, K_F(6));
    screen_test_type(t, "lKUNCI\n");
    screen_test_sees(t, "NASKAH DIKUNCI");
    screen_test_key(t, K_CTRL('Z'));
    screen_test_sees(t, "Naskah terkunci");
    screen_test_sees(t, "tekan l");
    screen_test_type(t, "l\t\n");
    screen_test_sees(t, "DRAF: PERIKSA");
    screen_test_key(t, K_CTRL('Z'));
    screen_test_sees(t, "Yang dicatat sebelum naskah dikunci");
    screen_test_sees(t, "Riwayat");
    screen_test_end(t);
}

/* --- Riwayat --- */

static void history__shows_who_did_what_and_brings_it_back(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(80, 24);
    screen_test_key(t, K_F(3));
    screen_test_type(t, "Loket kurang satu\n");
    screen_test_type(t, "Petugas ramah\n");
    ui_act(screen_test_ui(t), ACT_HISTORY);
    screen_test_sees(t, "10.42.07  Uji");
    screen_test_key(t, K_DOWN);
    screen_test_sees(t, "Loket kurang satu");
    screen_test_golden_sizes(t, "history");
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, "Kembalikan keadaan sebelum");
    screen_test_key(t, K_TAB);
    screen_test_key(t, K_ENTER);
    screen_test_key(t, K_ESC);
    screen_test_sees_not(t, "Loket kurang satu");
    screen_test_sees(t, "Petugas ramah");
    screen_test_end(t);
}

static void history__hides_personal_data_on_the_wall(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(132, 43);
    screen_test_key(t, K_F(3));
    screen_test_type(t, "Nama orang disebut\n");
    ui_act(screen_test_ui(t), ACT_PROYEKTOR);
    ui_act(screen_test_ui(t), ACT_HISTORY);
    screen_test_sees(t, "(disembunyikan)");
    screen_test_sees_not(t, "Nama orang disebut");
    screen_test_end(t);
}

int main(int argc, char **argv)
{
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(undo__names_what_was_undone),
        cmocka_unit_test(undo__names_field_object_and_both_values),
        cmocka_unit_test(undo__of_several_fields_names_the_telling_one),
        cmocka_unit_test(undo__quick_keys_all_count),
        cmocka_unit_test(undo__behind_a_lock_says_what_to_do),
        cmocka_unit_test(history__shows_who_did_what_and_brings_it_back),
        cmocka_unit_test(history__hides_personal_data_on_the_wall),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
