/* What surrounds the program: terminals, locales, hostile names, sudden ends, media and files that others hold. */
#include "config.h"

#include <linux/capability.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/pty/drive.h"

/* A fresh copy of the practice session for each test. */
static const char *session;

static int set_up(void **state)
{
    (void)state;
    drive_init();
    session = strdup(drive_path("sesi.fkp"));
    assert_non_null(session);
    drive_practice(session);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    chmod(drive_path(""), 0700);
    free((char *)(uintptr_t)session);
    drive_done();
    return 0;
}

/* --- terminals and locales --- */

static void every_usual_terminal__shows_and_takes_text(void **state)
{
    static char terms[][24] = {"TERM=xterm", "TERM=vt100", "TERM=linux", "TERM=screen-256color", "TERM=xterm-256color"};
    (void)state;
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        /* on the console curses loads libgpm, which leaks ten bytes of its own */
        static char calm[] = "ASAN_OPTIONS=detect_leaks=0";
        char *env[] = {terms[i], strcmp(terms[i], "TERM=linux") == 0 ? calm : NULL, NULL};
        struct pty *p = drive_open(session, 24, 80, env);
        drive_keys(p, "^O 3"); /* the function keys differ, the second way does not */
        drive_expect(p, "F3 DIALOG");
        pty_type(p, "7: loket");
        drive_expect(p, "7: loket");
        drive_keys(p, "^U");
        drive_quit(p);
    }
}

static void terminal_without_a_cursor__is_refused_in_a_sentence(void **state)
{
    static char terms[][16] = {"TERM=dumb", "TERM=", "TERM=unknown"};
    (void)state;
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        char *env[] = {terms[i], NULL};
        const char *args[] = {session, NULL};
        struct pty *p = drive_start(args, 24, 80, env);
        assert_int_equal(pty_wait(p), 1);
        pty_pump(p, 50);
        drive_expect(p, "Coba: TERM=xterm mufakat");
        pty_free(p);
    }
}

static void locale_c__still_takes_and_shows_every_letter(void **state)
{
    static char c[] = "LC_ALL=C";
    char *env[] = {c, NULL};
    (void)state;
    struct pty *p = drive_open(session, 24, 80, env);
    drive_keys(p, "F3");
    drive_line(p, "7: Nur’aini – kafé");
    drive_expect(p, "Nur’aini – kafé");
    drive_quit(p);
}

static void ctrl_arrows__move_by_words(void **state)
{
    (void)state;
    struct pty *p = drive_open(session, 24, 80, NULL);
    drive_keys(p, "F3");
    pty_type(p, "satu dua");
    drive_keys(p, "^Left X ^Right Y");
    drive_expect(p, "satu XduaY");
    drive_quit(p);
}

/* --- hostile names --- */

#define HOSTILE "Budi \033[31m\033[2J\007\xe2\x80\xae" "gnilab\xc2\x9b" "5m\x08 Merah"

/* No control character but line ends, no override of the writing direction. */
static void assert_harmless(const char *text)
{
    for (const char *s = text; *s; s++)
        assert_true((unsigned char)*s >= 0x20 || *s == '\n' || *s == '\t');
    assert_null(strstr(text, "\xe2\x80\xae"));
    assert_null(strstr(text, "\xc2\x9b"));
}

static void hostile_name__is_harmless_on_screen_stdout_and_paper(void **state)
{
    (void)state;
    struct pty *p = drive_open(session, 24, 100, NULL);
    drive_keys(p, "F2 7 ^N");
    pty_paste(p, HOSTILE ", P, Warga, Desa, OMS");
    drive_keys(p, "Enter");
    pty_type(p, "Merah");
    drive_expect(p, "Budi");
    assert_harmless(pty_screen(p));
    drive_quit(p);
    const char *pdf = drive_path("hadir.txt");
    const char *calls[][8] = {{"data", session, NULL},
                              {"riwayat", session, NULL},
                              {"ekspor", session, "--dokumen", "daftar-hadir", "--ke", pdf, NULL}};
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        char *out = drive_run(NULL, calls[i]);
        assert_harmless(out);
        free(out);
    }
    char text[200000];
    FILE *f = fopen(pdf, "r");
    assert_non_null(f);
    text[fread(text, 1, sizeof text - 1, f)] = '\0';
    fclose(f);
    assert_non_null(strstr(text, "Merah"));
    assert_harmless(text);
}

/* --- ends --- */

static void assert_draft_is_offered(const char *text)
{
    struct pty *p = drive_open(session, 24, 80, NULL);
    drive_expect(p, "Program berhenti mendadak pukul");
    drive_expect(p, text);
    drive_keys(p, "Enter F3");
    drive_expect(p, text);
    drive_quit(p);
}

static void killed__offers_the_half_typed_text_in_words(void **state)
{
    (void)state;
    struct pty *p = drive_open(session, 24, 80, NULL);
    drive_keys(p, "F3");
    pty_type(p, "kalimat yang belum sel");
    pty_pump(p, 1200); /* a draft is at most one second old */
    pty_kill(p, SIGKILL);
    pty_free(p);
    assert_draft_is_offered("kalimat yang belum sel");
}

static void ended_by_a_signal__keeps_what_was_being_typed(void **state)
{
    static const int signals[] = {SIGTERM, SIGHUP};
    (void)state;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        char text[64];
        snprintf(text, sizeof text, "terputus oleh %d", signals[i]);
        struct pty *p = drive_open(session, 24, 80, NULL);
        drive_keys(p, "F3 ^U");
        pty_type(p, text);
        assert_int_equal(kill(pty_pid(p), signals[i]), 0);
        assert_int_equal(pty_wait(p), 0);
        pty_free(p);
        assert_draft_is_offered(text);
        struct pty *again = drive_open(session, 24, 80, NULL); /* leaves an empty line behind */
        drive_keys(again, "Enter F3 ^U");
        drive_quit(again);
    }
}

static void leaving__gives_the_terminal_back_as_it_was(void **state)
{
    int row, col;
    bool visible;
    (void)state;
    struct pty *p = drive_open(session, 24, 80, NULL);
    drive_expect(p, "F2 Persiapan");
    assert_true(pty_paste_marks(p));
    drive_keys(p, "^Q");
    assert_int_equal(pty_wait(p), 0);
    pty_pump(p, 50);
    pty_cursor(p, &row, &col, &visible);
    assert_true(visible);
    assert_false(pty_paste_marks(p));
    assert_false(pty_shows(p, "Persiapan")); /* the screen before is back */
    pty_free(p);
}

/* --- what others hold --- */

static sqlite3 *hold(const char *how)
{
    sqlite3 *other;
    assert_int_equal(sqlite3_open(session, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, how, NULL, NULL, NULL), SQLITE_OK);
    return other;
}

static void file_being_written_by_another__waits_and_is_stored_afterwards(void **state)
{
    (void)state;
    struct pty *p = drive_open(session, 24, 100, NULL);
    drive_keys(p, "F3");
    sqlite3 *other = hold("BEGIN IMMEDIATE");
    drive_line(p, "7: sementara terkunci"); /* returns when the keeper has given up */
    drive_expect(p, "BELUM TERSIMPAN");
    sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL);
    sqlite3_close(other);
    drive_keys(p, "^S");
    assert_false(pty_shows(p, "BELUM TERSIMPAN"));
    drive_expect(p, "tersimpan");
    drive_quit(p);
    json_t *data = drive_data(session);
    json_t *v = json_object_get(data, "contributions");
    assert_string_equal(drive_text(json_array_get(v, json_array_size(v) - 1), "text"), "sementara terkunci");
    json_decref(data);
}

static void file_locked_by_another__is_refused_in_a_sentence(void **state)
{
    (void)state;
    sqlite3 *other = hold("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    struct pty *p = drive_open(session, 24, 80, NULL);
    assert_int_equal(pty_wait(p), 1);
    pty_pump(p, 50);
    drive_expect(p, "program lain");
    pty_free(p);
    sqlite3_close(other);
}

static void copy__is_made_by_a_second_run_while_this_one_types(void **state)
{
    (void)state;
    struct pty *p = drive_open(session, 24, 100, NULL);
    drive_keys(p, "^K");
    drive_line(p, "salin berkas");
    drive_line(p, drive_path("salinan.fkp"));
    drive_keys(p, "F3");
    drive_line(p, "7: loket terlalu tinggi"); /* belongs to the session, and may or may not be in the copy */
    pty_await(p, "salinan selesai");
    drive_quit(p);
    drive_assert_sound(drive_path("salinan.fkp"));
    drive_assert_sound(session);
}

static void paper_of_an_unlocked_text__is_not_called_the_valid_one(void **state)
{
    (void)state;
    const char *lock[] = {"kunci", session, "--ya", NULL};
    char *out = drive_run(NULL, lock), *sidik = strstr(out, "Sidik: ");
    assert_non_null(sidik);
    sidik += strlen("Sidik: ");
    sidik[strcspn(sidik, " \n")] = '\0';
    const char *check[] = {"periksa", session, sidik, NULL};
    free(drive_run(NULL, check));
    struct pty *p = drive_open(session, 24, 80, NULL);
    drive_keys(p, "F6");
    drive_keys(p, "l");
    drive_expect(p, "Belum ada yang menandatangani");
    drive_keys(p, "Tab Enter");
    drive_expect(p, "DRAF: PERIKSA");
    drive_quit(p);
    int code;
    char *said = drive_run(&code, check);
    assert_int_equal(code, 3);
    assert_non_null(strstr(said, "kuncinya sudah dibuka"));
    free(said);
    free(out);
}

/* The last test: root loses its right to write everywhere. */
static void read_only_medium__opens_for_reading_and_says_so(void **state)
{
    (void)state;
    prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
    assert_int_equal(chmod(session, 0444), 0);
    assert_int_equal(chmod(drive_path(""), 0555), 0);
    struct pty *p = drive_open(session, 24, 80, NULL);
    drive_expect(p, "Hanya dibaca: ");
    drive_keys(p, "F3");
    drive_expect(p, "hanya dibaca");
    drive_line(p, "7: tidak akan tersimpan");
    drive_expect(p, "tidak disimpan");
    drive_keys(p, "^Z F5 F6 F2");
    drive_quit(p);
    assert_int_equal(access(drive_path("sesi.fkp-wal"), F_OK), -1);
}

int main(int argc, char **argv)
{
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(every_usual_terminal__shows_and_takes_text),
        TEST(terminal_without_a_cursor__is_refused_in_a_sentence),
        TEST(locale_c__still_takes_and_shows_every_letter),
        TEST(ctrl_arrows__move_by_words),
        TEST(hostile_name__is_harmless_on_screen_stdout_and_paper),
        TEST(killed__offers_the_half_typed_text_in_words),
        TEST(ended_by_a_signal__keeps_what_was_being_typed),
        TEST(leaving__gives_the_terminal_back_as_it_was),
        TEST(file_being_written_by_another__waits_and_is_stored_afterwards),
        TEST(file_locked_by_another__is_refused_in_a_sentence),
        TEST(copy__is_made_by_a_second_run_while_this_one_types),
        TEST(paper_of_an_unlocked_text__is_not_called_the_valid_one),
        TEST(read_only_medium__opens_for_reading_and_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
