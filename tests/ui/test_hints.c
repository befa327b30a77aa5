/* What the screens say about the next step, and the words that depend on the state of the session. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/check_in.h"
#include "app/rows.h"
#include "tests/ui/screen_rows.h"
#include "ui/screens/agreement.h"
#include "ui/screens/berita_acara.h"
#include "ui/screens/people.h"
#include "ui/screens/persiapan.h"
#include "ui/ui.h"

/* --- the next step --- */

static struct id add(struct screen_test *t, enum entity_kind k)
{
    struct job *j;
    struct add_row_args *x = add_row_job(screen_test_app(t), k, &j);
    struct id row = x->row;
    if (k == ENTITY_participant) {
        struct participant *p = x->record;
        p->name = "Siti Aminah";
        p->role = ROLE_PESERTA;
        p->unsur = UNSUR_PENGGUNA;
    }
    screen_test_run(t, j);
    return row;
}

static void persiapan__says_what_comes_next_in_every_state(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(132, 43);
    screen_test_open(t, &screen_persiapan, NULL);
    screen_test_sees(t, "Isi atau impor daftar undangan (tekan i atau 7)");
    struct id person = add(t, ENTITY_participant);
    screen_test_sees(t, "Tulis isu yang akan dibahas (tekan 6)");
    add(t, ENTITY_issue);
    screen_test_sees(t, "Cetak daftar hadir dengan p; saat orang datang tekan 7");
    struct job *j;
    struct check_in_args *x = check_in_job(screen_test_app(t), &j);
    x->participant = person;
    x->attendance = ATTENDANCE_HADIR;
    screen_test_run(t, j);
    screen_test_sees(t, "Langkah berikut: F3 Dialog:");
    screen_test_end(t);
}

static void persiapan__of_a_held_forum_does_not_ask_for_invitations(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_open(t, &screen_persiapan, NULL);
    screen_test_sees(t, "Langkah berikut: F6 Berita Acara: Periksa, cetak, kunci naskah.");
    screen_test_end(t);
}

static void lock_text(struct screen_test *t)
{
    screen_test_type(t, "lKUNCI\n");
    screen_test_sees(t, "NASKAH DIKUNCI");
}

static void berita_acara__footer_offers_to_open_a_locked_text(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(132, 43);
    screen_test_open(t, &screen_berita_acara, NULL);
    screen_test_sees(t, "l kunci");
    lock_text(t);
    screen_test_key(t, K_DOWN); /* the message goes */
    screen_test_sees(t, "l buka kunci");
    screen_test_end(t);
}

/* --- the attendance list --- */

static void use_press(void)
{
    char press[400];
    snprintf(press, sizeof press, "%s/mufakat-press", getenv("MUFAKAT_BUILDDIR"));
    setenv("MUFAKAT_PRESS", press, 1);
}

static void attendance_list__goes_to_the_folder_or_the_printer(void **state)
{
    (void)state;
    char path[4096];
    struct screen_test *t = screen_test_start_practice(132, 43);
    use_press();
    screen_test_open(t, &screen_persiapan, NULL);
    screen_test_type(t, "p");
    screen_test_sees(t, "PDF di folder sesi ini");
    screen_test_sees(t, "Cetak sekarang lewat pencetak");
    screen_test_type(t, "1");
    screen_test_sees(t, "-daftar-hadir");
    screen_test_key(t, K_ENTER);
    snprintf(path, sizeof path, "%s", getenv("PATH"));
    setenv("PATH", "/nonexistent", 1); /* no printer: said, and what to do */
    screen_test_type(t, "p2");
    screen_test_sees(t, "Berapa rangkap?");
    screen_test_key(t, K_BACKSPACE);
    screen_test_type(t, "0\n");
    screen_test_sees(t, "Belum ada yang dicetak");
    screen_test_type(t, "p2\n");
    screen_test_sees(t, "(lp) tidak ada di laptop ini");
    setenv("PATH", path, 1);
    screen_test_end(t);
}

/* --- stances from paper --- */

static void agreement__marks_stances_that_were_typed_in_from_paper(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(132, 43);
    screen_test_key(t, K_F(5));
    screen_test_type(t, "n");
    screen_test_sees_not(t, "[kertas]");
    screen_test_sees(t, "Bila semua setuju tekan a.");
    screen_test_type(t, "s");
    screen_test_sees_not(t, "[kertas]");
    screen_test_sees(t, "Sesudah semua unsur ditanya: g menetapkan status.");
    screen_test_key(t, K_DOWN);
    app_set_from_paper(screen_test_app(t), true);
    screen_test_type(t, "s");
    screen_test_sees(t, "setuju [kertas]");
    screen_test_end(t);
}

/* --- what happened --- */

static void action__that_is_easily_missed_is_said(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(132, 43);
    screen_test_key(t, K_F(7));
    screen_test_key(t, K_HOME);
    screen_test_type(t, "g3");
    screen_test_sees(t, "Tersimpan: status tindak lanjut kesepakatan 1 (Proses → Selesai)");
    screen_test_sees(t, "Ctrl-Z mengurungkan.");
    screen_test_key(t, K_HOME);
    screen_test_key(t, K_F(3));
    screen_test_key(t, K_CTRL('G'));
    screen_test_sees(t, "Tersimpan: agenda berjalan (");
    screen_test_key(t, K_F(5));
    screen_test_key(t, K_HOME);
    screen_test_type(t, "a"); /* the screen has better words */
    screen_test_sees(t, "Disetujui forum:");
    screen_test_sees_not(t, "Tersimpan:");
    screen_test_key(t, K_F(3));
    screen_test_type(t, "Loket kurang satu\n"); /* nothing stands in the way of the next entry */
    screen_test_sees_not(t, "Tersimpan:");
    screen_test_end(t);
}

static void letters__that_mean_nothing_here_say_so(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_key(t, K_F(5));
    screen_test_type(t, "s");
    screen_test_sees(t, "s (setuju) tidak dipakai di sini.");
    screen_test_type(t, "~"); /* the rest of a key that came in pieces */
    screen_test_sees_not(t, "tidak dipakai");
    screen_test_key(t, K_F(3));
    screen_test_type(t, "s"); /* text */
    screen_test_sees_not(t, "tidak dipakai");
    screen_test_end(t);
}

/* What leads to an agreement stands in the footer of the notes; among the people only what means something there. */
static void footer__of_a_pane_shows_its_own_keys(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_key(t, K_F(3));
    screen_test_type(t, "Loket kurang satu\n");
    screen_test_key(t, K_TAB);
    screen_test_sees(t, "Tab pindah  e ubah  y rumusan  m tandai  d draf mufakat");
    screen_test_key(t, K_TAB);
    screen_test_sees(t, "e pembicara");
    screen_test_sees_not(t, "m tandai");
    screen_test_end(t);
}

static void marks__say_what_becomes_of_them(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_key(t, K_F(3));
    screen_test_type(t, "Loket kurang satu\n");
    screen_test_key(t, K_TAB);
    screen_test_type(t, "m");
    screen_test_sees(t, "1 catatan ditandai. d membuat draf kesepakatan darinya.");
    screen_test_type(t, "m");
    screen_test_sees(t, "Tidak ada catatan yang ditandai.");
    screen_test_end(t);
}

static void gate__tells_the_way_back(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(80, 24);
    screen_test_open(t, &screen_berita_acara, NULL);
    screen_test_key(t, K_END);
    for (int i = 0; i < 12 && screen_test_top(t)->class == &screen_berita_acara; i++) {
        screen_test_key(t, K_UP);
        screen_test_key(t, K_ENTER);
    }
    screen_test_sees(t, "F6 kembali ke Berita Acara");
    screen_test_end(t);
}

int main(int argc, char **argv)
{
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(persiapan__says_what_comes_next_in_every_state),
        cmocka_unit_test(persiapan__of_a_held_forum_does_not_ask_for_invitations),
        cmocka_unit_test(berita_acara__footer_offers_to_open_a_locked_text),
        cmocka_unit_test(attendance_list__goes_to_the_folder_or_the_printer),
        cmocka_unit_test(action__that_is_easily_missed_is_said),
        cmocka_unit_test(letters__that_mean_nothing_here_say_so),
        cmocka_unit_test(footer__of_a_pane_shows_its_own_keys),
        cmocka_unit_test(marks__say_what_becomes_of_them),
        cmocka_unit_test(gate__tells_the_way_back),
        cmocka_unit_test(agreement__marks_stances_that_were_typed_in_from_paper),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
