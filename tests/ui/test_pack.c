/* The evidence pack on the screen: asked for with one key, made beside the loop, told with its whole path. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/app.h"
#include "app/read.h"
#include "base/i18n.h"
#include "tests/ui/screen_test.h"
#include "ui/copy.h"
#include "ui/pack.h"
#include "ui/screens/berita_acara.h"
#include "ui/ui.h"

static int set_up(void **state)
{
    struct screen_test *t = *state = screen_test_start_practice(80, 24);
    screen_test_open(t, &screen_berita_acara, NULL);
    return 0;
}

static int tear_down(void **state)
{
    screen_test_end(*state);
    return 0;
}

/* The folder of the session file. */
static const char *own_folder(struct screen_test *t, char out[700])
{
    const char *path = app_path(screen_test_app(t));
    snprintf(out, 700, "%.*s", (int)(strrchr(path, '/') - path), path);
    return out;
}

static int count(const char *folder, const char *part)
{
    DIR *d = opendir(folder);
    int n = 0;
    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d)) != NULL;)
        n += strstr(e->d_name, part) != NULL;
    closedir(d);
    return n;
}

/* A pack that has come to its twelfth step and stays there until it is given up. */
static void start_slow_pack(struct screen_test *t)
{
    char path[720], folder[700];
    snprintf(path, sizeof path, "%s/lambat", own_folder(t, folder));
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fprintf(f, "#!/bin/sh\necho 'maju 12 40 Notula (pdf)'\nexec cat\n");
    assert_int_equal(fclose(f), 0);
    assert_int_equal(chmod(path, 0755), 0);
    screen_test_slow_copy(t, path);
    screen_test_key(t, K_CTRL('F'));
    screen_test_key(t, K_ENTER);
    screen_test_type(t, folder);
    screen_test_key(t, K_ENTER);
    assert_true(ui_packing(screen_test_ui(t)));
    for (int i = 0; i < 500 && !strstr(screen_test_text(t), "12/40"); i++) {
        usleep(10000);
        ui_copy_hear(screen_test_ui(t));
    }
}

static void pack__is_asked_for_with_one_key(void **state)
{
    struct screen_test *t = *state;
    screen_test_key(t, K_CTRL('F'));
    screen_test_sees(t, "Paket bukti yang mana?");
    screen_test_sees(t, "Hanya publikasi");
    screen_test_golden(t, "pack_choice");
}

static void pack__is_asked_for_in_english_too(void **state)
{
    struct screen_test *t = *state;
    i18n_switch("en");
    screen_test_key(t, K_CTRL('F'));
    screen_test_golden(t, "pack_choice");
    i18n_switch("id");
}

static void pack__is_made_and_told_with_its_whole_path(void **state)
{
    struct screen_test *t = *state;
    char folder[700];
    own_folder(t, folder);
    screen_test_key(t, K_CTRL('F'));
    screen_test_type(t, "3"); /* publication only */
    screen_test_sees(t, "Simpan ke mana?");
    screen_test_sees(t, "kosong"); /* the room that is left */
    screen_test_type(t, folder);
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, "Paket bukti jadi");
    screen_test_sees(t, "-publikasi");
    screen_test_sees(t, "Semua sudah tersimpan.");
    assert_int_equal(count(folder, "-paket-publikasi"), 1);
    assert_int_equal(count(folder, ".mufakat-paket-"), 0);
}

static void pack__shows_how_far_it_is_and_leaves_the_keys_alive(void **state)
{
    struct screen_test *t = *state;
    start_slow_pack(t);
    screen_test_sees(t, "12/40  Ctrl-F membatalkan  Notula (pdf)");
    screen_test_key(t, K_DOWN); /* the line about the folder goes; folders of tests have no lasting names */
    screen_test_golden_sizes(t, "pack_progress");
    screen_test_key(t, K_F(3));
    screen_test_type(t, "Loket kurang satu\n");
    screen_test_sees(t, "Loket kurang satu");
    screen_test_sees(t, "paket 30%");
}

static void pack__is_cancelled_with_the_same_key(void **state)
{
    struct screen_test *t = *state;
    start_slow_pack(t);
    screen_test_key(t, K_CTRL('F'));
    screen_test_sees(t, "Paket sedang dibuat. Hentikan?");
    screen_test_key(t, K_ENTER); /* Batal: it goes on */
    assert_true(ui_packing(screen_test_ui(t)));
    screen_test_key(t, K_CTRL('F'));
    screen_test_key(t, K_TAB);
    screen_test_key(t, K_ENTER);
    assert_false(ui_packing(screen_test_ui(t)));
    screen_test_sees(t, "Paket dibatalkan");
}

static void pack__a_bad_folder_is_told_in_words(void **state)
{
    struct screen_test *t = *state;
    screen_test_key(t, K_CTRL('F'));
    screen_test_key(t, K_ENTER);
    screen_test_type(t, "/tidak/ada/di/sini");
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, "tidak dapat dibuka");
    assert_false(ui_packing(screen_test_ui(t)));
}

static void pack__is_not_given_up_without_asking(void **state)
{
    struct screen_test *t = *state;
    start_slow_pack(t);
    screen_test_key(t, K_CTRL('Q'));
    screen_test_sees(t, "Paket atau naskah masih dibuat");
    screen_test_key(t, K_ENTER); /* Batal */
    assert_false(ui_wants_end(screen_test_ui(t)));
}

/* --- one paper --- */

static void write_program(struct screen_test *t, const char *name, const char *body, char path[700])
{
    char folder[700];
    snprintf(path, 700, "%.600s/%s", own_folder(t, folder), name);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fprintf(f, "#!/bin/sh\n%s\n", body);
    assert_int_equal(fclose(f), 0);
    assert_int_equal(chmod(path, 0755), 0);
}

/* The program itself makes the paper, but its press never answers. */
static void start_slow_paper(struct screen_test *t, const char *keys)
{
    char press[700], program[700];
    write_program(t, "tekan", "exec sleep 60", press);
    setenv("MUFAKAT_PRESS", press, 1);
    snprintf(program, sizeof program, "%s", getenv("MUFAKAT_PROGRAM"));
    screen_test_slow_copy(t, program);
    screen_test_type(t, keys);
    assert_true(ui_packing(screen_test_ui(t)));
}

static void real_press(void)
{
    char press[700];
    snprintf(press, sizeof press, "%s/mufakat-press", getenv("MUFAKAT_BUILDDIR"));
    setenv("MUFAKAT_PRESS", press, 1);
}

static void paper__leaves_the_keys_alive_while_a_slow_press_works(void **state)
{
    struct screen_test *t = *state;
    char folder[700];
    start_slow_paper(t, "dnotula\n");
    for (int i = 0; i < 500 && !strstr(screen_test_text(t), "Notula…"); i++) {
        usleep(10000);
        ui_copy_hear(screen_test_ui(t));
    }
    screen_test_sees(t, "Notula…  Ctrl-F membatalkan");
    screen_test_key(t, K_DOWN);
    screen_test_golden_sizes(t, "paper_progress");
    screen_test_key(t, K_F(3));
    screen_test_type(t, "Loket kurang satu\n");
    screen_test_sees(t, "Loket kurang satu");
    screen_test_sees(t, "naskah: dibuat");
    screen_test_key(t, K_F(6));
    screen_test_type(t, "dlaporan\n"); /* one at a time */
    screen_test_sees(t, "Yang tadi masih ditulis");
    screen_test_key(t, K_CTRL('F'));
    screen_test_sees(t, "Naskah sedang dibuat. Hentikan?");
    screen_test_key(t, K_TAB);
    screen_test_key(t, K_ENTER);
    assert_false(ui_packing(screen_test_ui(t)));
    screen_test_sees(t, "Naskah dibatalkan");
    assert_int_equal(count(own_folder(t, folder), "notula"), 0);
    real_press();
}

static void attendance_list__is_made_beside_the_loop_and_can_be_stopped(void **state)
{
    struct screen_test *t = *state;
    char folder[700];
    screen_test_key(t, K_F(2));
    start_slow_paper(t, "p1");
    screen_test_sees(t, "naskah: dibuat");
    screen_test_key(t, K_F(3));
    screen_test_type(t, "Loket kurang satu\n");
    screen_test_sees(t, "Loket kurang satu");
    screen_test_key(t, K_F(2));
    screen_test_type(t, "p"); /* as Ctrl-F of F6 */
    screen_test_sees(t, "Naskah sedang dibuat. Hentikan?");
    screen_test_key(t, K_ENTER); /* Batal: it goes on */
    assert_true(ui_packing(screen_test_ui(t)));
    screen_test_type(t, "p");
    screen_test_key(t, K_TAB);
    screen_test_key(t, K_ENTER);
    assert_false(ui_packing(screen_test_ui(t)));
    screen_test_sees(t, "Naskah dibatalkan. Tidak ada berkas yang berubah.");
    assert_int_equal(count(own_folder(t, folder), "daftar-hadir"), 0);
    real_press();
}

static void attendance_list__fixes_the_numbers_before_it_is_made(void **state)
{
    struct screen_test *t = *state;
    char folder[700];
    real_press();
    screen_test_key(t, K_F(2));
    screen_test_type(t, "p1");
    screen_test_sees(t, "Daftar hadir siap dicetak");
    screen_test_sees(t, "Nomor peserta sekarang tetap");
    assert_int_equal(count(own_folder(t, folder), "daftar-hadir.pdf"), 1);
    struct arena *a = arena_new();
    struct dossier *d;
    struct err e;
    assert_int_equal(read_frame(screen_test_app(t), a, &d, &e), ERR_NONE);
    assert_true(dossier_session(d)->numbers_fixed_at != NONE);
    arena_free(a);
}

/* Papers whose makers say that they are there, but for the third, which never comes. */
static void start_slow_kit(struct screen_test *t)
{
    char program[700];
    write_program(t, "lambat", "case \"$*\" in *kit-suara*) echo 'maju 1 0 Hitung'; exec cat;; esac; "
                               "for w; do case $w in kit-*) echo \"jadi 1 /x/$w.pdf\";; esac; done", program);
    screen_test_slow_copy(t, program);
    screen_test_key(t, K_F(2));
    screen_test_key(t, K_CTRL('K'));
    screen_test_type(t, "kit kertas\n");
    for (int i = 0; i < 500 && !strstr(screen_test_text(t), "halaman 1"); i++) {
        usleep(10000);
        ui_copy_hear(screen_test_ui(t));
    }
}

static void paper_kit__is_made_beside_the_loop_and_can_be_stopped(void **state)
{
    struct screen_test *t = *state;
    start_slow_kit(t);
    screen_test_sees(t, "naskah: halaman 1");
    screen_test_key(t, K_CTRL('K'));
    screen_test_type(t, "kit kertas\n");
    screen_test_sees(t, "Hentikan? Yang sudah jadi tetap ada.");
    screen_test_key(t, K_TAB);
    screen_test_key(t, K_ENTER);
    assert_false(ui_packing(screen_test_ui(t)));
    screen_test_sees(t, "Naskah dibatalkan. Yang sudah jadi tetap ada.");
}

static void paper_kit__does_not_take_the_keys_of_who_writes_elsewhere(void **state)
{
    struct screen_test *t = *state;
    char program[700], folder[700], path[800];
    snprintf(path, sizeof path, "%s/lanjut", own_folder(t, folder));
    write_program(t, "menunggu", "while [ ! -e \"$(dirname \"$0\")/lanjut\" ]; do sleep 0.02; done; "
                                 "for w; do case $w in kit-*) echo \"jadi 1 /x/$w.pdf\";; esac; done", program);
    screen_test_slow_copy(t, program);
    screen_test_key(t, K_F(2));
    screen_test_key(t, K_CTRL('K'));
    screen_test_type(t, "kit kertas\n");
    screen_test_key(t, K_F(3));
    screen_test_type(t, "Loket ");
    fclose(fopen(path, "w"));
    for (int i = 0; i < 500 && ui_packing(screen_test_ui(t)); i++) {
        usleep(10000);
        ui_copy_hear(screen_test_ui(t));
    }
    screen_test_sees(t, "Kit kertas siap dicetak: ");
    screen_test_type(t, "kurang satu\n");
    screen_test_sees(t, "Loket kurang satu");
}

static void paper__is_printed_beside_the_loop_in_the_chosen_version(void **state)
{
    struct screen_test *t = *state;
    char lp[700], folder[700], path[1500], *old = strdup(getenv("PATH"));
    real_press();
    write_program(t, "lp", "echo \"$@\" >\"$(dirname \"$0\")/dicetak\"; "
                           "for last; do :; done; cp \"$last\" \"$(dirname \"$0\")/kertas.pdf\"", lp);
    snprintf(path, sizeof path, "%s:%s", own_folder(t, folder), old);
    setenv("PATH", path, 1);
    screen_test_type(t, "rganti\n");
    screen_test_sees(t, "Cetak yang mana? Versi publikasi");
    screen_test_type(t, "hadir\n");
    screen_test_key(t, K_CTRL('U'));
    screen_test_type(t, "2\n");
    screen_test_sees(t, "Dikirim ke pencetak: 2 rangkap");
    setenv("PATH", old, 1);
    free(old);
    assert_int_equal(count(folder, "dicetak"), 1);
    assert_int_equal(count(folder, "kertas.pdf"), 1);
}

static void paper__a_press_that_cannot_is_told_in_words(void **state)
{
    struct screen_test *t = *state;
    char press[700], folder[700];
    write_program(t, "tekan", "exit 1", press);
    setenv("MUFAKAT_PRESS", press, 1);
    screen_test_type(t, "dnotula\n");
    screen_test_sees(t, "berhenti di tengah jalan");
    assert_int_equal(count(own_folder(t, folder), "notula"), 0);
    real_press();
}

static void paper__of_a_killed_child_leaves_nothing_half(void **state)
{
    struct screen_test *t = *state;
    char program[700], folder[700];
    write_program(t, "mati", "cd \"$(dirname \"$0\")\" && echo x >.mufakat-$$-Ab12Cd && touch ditulis && kill -KILL $$", program);
    screen_test_slow_copy(t, program);
    screen_test_type(t, "dnotula\n");
    for (int i = 0; i < 500 && ui_packing(screen_test_ui(t)); i++) {
        usleep(10000);
        ui_copy_hear(screen_test_ui(t));
    }
    screen_test_sees(t, "berhenti di tengah jalan");
    assert_int_equal(count(own_folder(t, folder), "ditulis"), 1);
    assert_int_equal(count(folder, ".mufakat-"), 0);
}

static void papers__every_one_has_both_versions(void **state)
{
    struct screen_test *t = *state;
    screen_test_type(t, "d");
    screen_test_sees(t, "Ganti ke versi publikasi");
    screen_test_golden_sizes(t, "paper_choice");
    screen_test_type(t, "ganti\n");
    screen_test_sees(t, "Versi publikasi");
    screen_test_golden_sizes(t, "paper_choice_public");
    screen_test_key(t, K_ESC);
    screen_test_type(t, "d"); /* asked anew: for the archive again */
    screen_test_sees(t, "Ganti ke versi publikasi");
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(pack__is_asked_for_with_one_key),
        T(pack__is_asked_for_in_english_too),
        T(pack__is_made_and_told_with_its_whole_path),
        T(pack__shows_how_far_it_is_and_leaves_the_keys_alive),
        T(pack__is_cancelled_with_the_same_key),
        T(pack__a_bad_folder_is_told_in_words),
        T(pack__is_not_given_up_without_asking),
        T(paper__leaves_the_keys_alive_while_a_slow_press_works),
        T(attendance_list__is_made_beside_the_loop_and_can_be_stopped),
        T(attendance_list__fixes_the_numbers_before_it_is_made),
        T(paper_kit__is_made_beside_the_loop_and_can_be_stopped),
        T(paper_kit__does_not_take_the_keys_of_who_writes_elsewhere),
        T(paper__is_printed_beside_the_loop_in_the_chosen_version),
        T(paper__a_press_that_cannot_is_told_in_words),
        T(paper__of_a_killed_child_leaves_nothing_half),
        T(papers__every_one_has_both_versions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
