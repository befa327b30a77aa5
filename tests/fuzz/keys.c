/* Random keys through the whole program: keys [keys] [seed]. Copies of the practice session (open, locked, with everything
 * empty) are typed at with weights that lead to screens and commands not reached yet (MUFAKAT_TEST_REACH). No crash, no
 * sanitizer report, no hang; every file is sound afterwards; every screen and four of five commands must have been reached. */
#include "config.h"

#include <glob.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/fuzz/reached.h"
#include "tests/pty/drive.h"

static int keys_wanted = 20000;
static unsigned seed = 20261112;

enum { KEYS_PER_ROUND = 400, PERCENT_WANTED = 80 };

static unsigned chance(unsigned n)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % n;
}

#define PICK(v) ((v)[chance(sizeof(v) / sizeof *(v))])

/* --- what can be typed --- */

static const char *const named[] = {"Enter", "Enter", "Enter", "Esc",  "Esc",  "Tab",   "BackTab", "Up",     "Down", "Left",
                                    "Right", "Home",  "End",   "PgUp", "PgDn", "Del",   "Ins",     "F2",     "F3",   "F4",
                                    "F5",    "F6",    "F7",    "F8",   "^K",   "Space", "^Left",   "^Right", "F1",   "F9"};
static const char *const words[] = {
    "7: loket terlalu tinggi", "= 1 sudah dijawab", "=", "> perahu dinas", "+ nomor antrean lewat WA", "!! saya menolak",
    "@@: berapa @@jumlah", "lumba: jauh", ".. lagi", "??", "0 oms: tanpa nama", "#ktp", "2 setuju 1 catatan", "12/11/2026",
    "09.30", "31", "KUNCI", "contoh.csv", "foto.jpg", "keluar", "é漢字🙂", "\xe2\x80\xae" "balik", "Siti, P, Warga, Desa, OMS",
    "7 12 15-18 pukul 09.10", "=1 3 4 akan kami jadwalkan", "*", "/antre", "ini alasan yang panjang sekali supaya lipat"};
/* Bytes that no key sends. */
static const char *const oddities[] = {"\033[", "\033]0;x\007", "\xff\xfe", "\033[99;99H", "\033[<0;10;10M", "\033[<0;40;8M",
                                       "\033[<64;10;10M", "\033OP\033", "\x80", "\033[200~tempel\nbaris\033[201~", "\033[1;5"};

static void type_anything(struct pty *p)
{
    char c[2] = "a";
    unsigned what = chance(100);
    if (what < 40) {
        pty_key(p, PICK(named));
    } else if (what < 65) {
        c[0] = (char)('a' + chance(26));
        pty_type(p, c);
    } else if (what < 75) {
        c[0] = (char)('0' + chance(10));
        pty_type(p, c);
    } else if (what < 84) {
        pty_type(p, PICK(words));
    } else if (what < 94) {
        c[0] = (char)(1 + chance(26));
        if (c[0] == ('Q' & 0x1f) && chance(20)) /* leaving is a key like others, only rarer */
            c[0] = '\r';
        pty_type(p, c);
    } else if (what < 98) {
        const char *odd = PICK(oddities);
        pty_send(p, odd, strlen(odd));
        pty_sync(p);
    } else {
        pty_resize(p, 1 + (int)chance(45), 1 + (int)chance(140));
    }
}

/* --- steering --- */

static void type_or_press(struct pty *p, const char *key)
{
    bool named_key = key[0] == '^' || key[0] == 'F' || strcmp(key, "Enter") == 0;
    if (named_key)
        pty_key(p, key);
    else
        pty_type(p, key);
}

/* A command is run by its key, or by its words in the list of commands. */
static void run_command(struct pty *p, const struct key_row *row)
{
    char bytes[2] = {0};
    if (row->key > 0 && row->key < 0x7f) {
        bytes[0] = (char)row->key;
        pty_type(p, bytes);
        return;
    }
    pty_key(p, "^K");
    pty_type(p, row->help);
    pty_key(p, "Enter");
}

/* Ways to the screens that are no places. */
static const struct {
    const char *screen;
    const char *keys[6];
} ways[] = {
    {"people", {"F2", "7"}},
    {"import", {"F2", "i", "undangan.csv", "Enter"}},
    {"records", {"F2", "6"}},
    {"record_form", {"F2", "1"}},
    {"agreement", {"F5", "Enter"}},
    {"origins", {"F5", "Enter", "m"}},
    {"wordings", {"F5", "Enter", "^R"}},
    {"read_aloud", {"F5", "b"}},
    {"preview", {"F6", "p"}},
    {"history", {"^K", "riwayat", "Enter"}},
};

static void go_to(struct pty *p, const struct screen_class *screen)
{
    char place[3] = {'F', (char)('0' + screen->place), '\0'};
    pty_key(p, "Esc");
    pty_key(p, "Esc");
    if (screen->place != PLACE_NONE)
        pty_key(p, place);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (strcmp(ways[i].screen, screen->id) == 0)
            for (int k = 0; ways[i].keys[k]; k++)
                type_or_press(p, ways[i].keys[k]);
}

/* Towards something that was not reached yet; false when nothing is left to do here. */
static bool steer(struct pty *p)
{
    const struct key_row *row = reached_missing_here(chance(1000));
    if (row && chance(4)) {
        if (chance(2))
            pty_key(p, "Tab"); /* from the text into the rows */
        run_command(p, row);
        return true;
    }
    const struct screen_class *screen = reached_missing_screen(chance(1000));
    if (!screen || chance(3))
        return false;
    go_to(p, screen);
    return true;
}

/* --- rounds --- */

/* Sessions that a round starts from; NULL: the first screen. */
static const char *start_file(int round)
{
    static const char *const names[] = {"open.fkp", "locked.fkp", "open.fkp", "empty.fkp", NULL};
    const char *name = names[round % 5];
    char copy[64];
    if (!name)
        return NULL;
    snprintf(copy, sizeof copy, "round-%d.fkp", round);
    const char *to = strdup(drive_path(copy));
    const char *args[] = {"salin", drive_path(name), to, NULL};
    free(drive_run(NULL, args));
    return to;
}

static void no_report(int round)
{
    glob_t found;
    if (glob(drive_path("report.*"), 0, NULL, &found) == 0) {
        char command[600];
        snprintf(command, sizeof command, "cat '%s' >&2", found.gl_pathv[0]);
        int ignored = system(command);
        (void)ignored;
        fail_msg("a sanitizer speaks in round %d (seed %u)", round, seed);
    }
    globfree(&found);
}

static void one_round(int round, int *left)
{
    static char reach[600], asan[600], ubsan[600];
    snprintf(reach, sizeof reach, "MUFAKAT_TEST_REACH=%s", drive_path("reach"));
    snprintf(asan, sizeof asan, "ASAN_OPTIONS=detect_leaks=1:log_path=%s", drive_path("report"));
    snprintf(ubsan, sizeof ubsan, "UBSAN_OPTIONS=print_stacktrace=1:log_path=%s", drive_path("report"));
    char *env[] = {reach, asan, ubsan, NULL};
    const char *session = start_file(round);
    const char *args[] = {"--proyektor", chance(4) ? "tidak" : "ya", session, NULL};
    struct pty *p = drive_start(args, 24, chance(3) ? 80 : 60 + (int)chance(80), env);
    for (int k = 0; k < KEYS_PER_ROUND && *left > 0 && pty_running(p); k++) {
        reached_read(drive_path("reach"));
        if (chance(3) || !steer(p))
            type_anything(p);
        --*left;
    }
    if (pty_running(p))
        pty_kill(p, SIGTERM); /* leaves in good order, whatever is open */
    int code = pty_wait(p);
    no_report(round);
    if (code != 0)
        fail_msg("round %d ended with %d (seed %u)", round, code, seed);
    pty_free(p);
    if (session)
        drive_assert_sound(session);
    free((char *)(uintptr_t)session);
}

static void make_start_files(void)
{
    const char *lock[] = {"kunci", drive_path("locked.fkp"), "--ya", "--alasan", "uji", NULL};
    const char *empty[] = {"baru", drive_path("empty.fkp"), "--tema", "Uji", "--unit", "Dinas", NULL};
    drive_practice(drive_path("open.fkp"));
    drive_practice(drive_path("locked.fkp"));
    char command[1200];
    snprintf(command, sizeof command, "cp '%s/data/contoh-undangan.csv' undangan.csv", getenv("MUFAKAT_SRCDIR"));
    assert_int_equal(system(command), 0);
    free(drive_run(NULL, lock));
    free(drive_run(NULL, empty));
}

static void random_keys__break_nothing_and_reach_nearly_everything(void **state)
{
    (void)state;
    drive_init();
    assert_int_equal(chdir(drive_path("")), 0); /* what is written to a typed name lands here */
    make_start_files();
    int left = keys_wanted;
    for (int round = 0; left > 0; round++)
        one_round(round, &left);
    reached_read(drive_path("reach"));
    reached_print();
    assert_int_equal(chdir("/"), 0);
    drive_done();
    assert_true(reached_all_screens());
    assert_true(reached_percent() >= PERCENT_WANTED);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(random_keys__break_nothing_and_reach_nearly_everything)};
    if (argc > 1)
        keys_wanted = atoi(argv[1]);
    if (argc > 2)
        seed = (unsigned)strtoul(argv[2], NULL, 10);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
