/* How the program treats a real terminal: keys, sizes, signals, pastes, another process, the way out. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/pty/pty.h"

static char folder[64];
static char program[512];
static char session[128];
static char *environment[8];

static int remove_entry(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
    (void)st;
    (void)type;
    (void)ftw;
    return remove(path);
}

static char *setting(const char *name, const char *value)
{
    size_t n = strlen(name) + strlen(value) + 2;
    char *s = malloc(n);
    assert_non_null(s);
    snprintf(s, n, "%s=%s", name, value);
    return s;
}

static int run(char *const argv[], const char *output)
{
    pid_t pid = fork();
    if (pid == 0) {
        int fd = open(output, O_CREAT | O_TRUNC | O_WRONLY, 0600);
        dup2(fd, 1);
        dup2(fd, 2);
        int null = open("/dev/null", O_RDONLY);
        dup2(null, 0);
        for (int i = 0; environment[i]; i++)
            putenv(environment[i]);
        execv(argv[0], argv);
        _exit(127);
    }
    int status = 0;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static int set_up_group(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/mufakat-pty-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    snprintf(program, sizeof program, "%s/mufakat", getenv("MUFAKAT_BUILDDIR"));
    snprintf(session, sizeof session, "%s/sesi.fkp", folder);
    char data[512];
    snprintf(data, sizeof data, "%s/data", getenv("MUFAKAT_SRCDIR"));
    environment[0] = setting("HOME", folder);
    environment[1] = setting("MUFAKAT_CONFIG_DIR", folder);
    environment[2] = setting("MUFAKAT_SESSION_DIR", folder);
    environment[3] = setting("MUFAKAT_DATA", data);
    environment[4] = setting("MUFAKAT_LANG", "id");
    return 0;
}

static int tear_down_group(void **state)
{
    (void)state;
    for (int i = 0; environment[i]; i++)
        free(environment[i]);
    return nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

static struct pty *start(int rows, int cols)
{
    char *argv[] = {program, NULL};
    struct pty *p = pty_start(argv, rows, cols, environment);
    pty_await(p, "Latihan");
    pty_sync(p);
    return p;
}

/* A session with one name in it, open at the dialog. */
static struct pty *start_session(void)
{
    static int n;
    char name[32];
    unlink(session);
    struct pty *p = start(24, 80);
    snprintf(name, sizeof name, "Unit %d", ++n);
    pty_type(p, "2");
    pty_type(p, "Antrean");
    pty_key(p, "Enter");
    pty_type(p, name);
    pty_key(p, "Enter");
    pty_key(p, "Enter");
    pty_type(p, "Aula");
    pty_key(p, "Enter");
    pty_await(p, "Apakah layar ini terlihat peserta?");
    pty_key(p, "Enter");
    pty_key(p, "F3");
    pty_await(p, "DIALOG");
    return p;
}

static void leave(struct pty *p)
{
    pty_key(p, "^Q");
    assert_int_equal(pty_wait(p), 0);
    pty_free(p);
}

/* --- keys --- */

static void terminal__keys_that_freeze_or_kill_are_ordinary_ones(void **state)
{
    (void)state;
    struct pty *p = start(24, 80);
    pty_key(p, "^S");
    pty_key(p, "^C");
    pty_key(p, "^Z");
    pty_send(p, "\034", 1); /* ^\ */
    pty_sync(p);
    assert_true(pty_running(p));
    assert_true(pty_shows(p, "Latihan"));
    leave(p);
}

static void terminal__esc_acts_at_once_and_a_digit_after_it_is_no_command(void **state)
{
    (void)state;
    struct pty *p = start(24, 80);
    pty_type(p, "j");
    assert_true(pty_shows(p, "Jam sekarang"));
    pty_key(p, "Esc");
    assert_false(pty_shows(p, "Jam sekarang"));
    leave(p);
}

static void terminal__function_keys_have_a_second_way(void **state)
{
    (void)state;
    struct pty *p = start_session();
    pty_key(p, "^O");
    pty_type(p, "2");
    assert_true(pty_shows(p, "F2 PERSIAPAN"));
    pty_key(p, "F3");
    assert_true(pty_shows(p, "F3 DIALOG"));
    leave(p);
}

/* Down and up at once, as touch pads send it. */
static void send_click(struct pty *p, int row, int col)
{
    char bytes[64];
    int n = snprintf(bytes, sizeof bytes, "\033[<0;%d;%dM\033[<0;%d;%dm", col + 1, row + 1, col + 1, row + 1);
    pty_send(p, bytes, (size_t)n);
}

static void click(struct pty *p, int row, int col)
{
    send_click(p, row, col);
    pty_sync(p);
}

static void terminal__the_mouse_chooses_rows_keys_and_buttons(void **state)
{
    (void)state;
    struct pty *p = start(24, 80);
    int row = 0;
    for (const char *s = pty_screen(p); *s && strncmp(s, "2 FKP baru", 10) != 0; s++)
        row += *s == '\n';
    click(p, row, 10);
    assert_true(pty_shows(p, "Unit pelayanan"));
    pty_key(p, "Esc");
    send_click(p, row, 10); /* and nothing behind it */
    pty_await(p, "Unit pelayanan");
    pty_key(p, "Esc");
    click(p, 23, 3); /* Enter in the line of keys */
    assert_true(pty_shows(p, "Unit pelayanan"));
    pty_key(p, "Esc");
    leave(p);
}

/* --- pastes and odd bytes --- */

static void terminal__a_pasted_newline_never_presses_enter(void **state)
{
    (void)state;
    struct pty *p = start_session();
    pty_paste(p, "satu\rdua\ntiga");
    assert_true(pty_shows(p, "satu dua tiga"));
    assert_false(pty_shows(p, "tersimpan 1"));
    pty_key(p, "Enter");
    pty_await(p, "satu dua tiga");
    leave(p);
}

/* Milliseconds that ended programs have computed. */
static long computed_ms(void)
{
    struct rusage used;
    getrusage(RUSAGE_CHILDREN, &used);
    return used.ru_utime.tv_sec * 1000 + used.ru_utime.tv_usec / 1000;
}

/* And without a pause: a drawing that walks the whole text for each character takes half a minute here. */
static void terminal__a_hundred_thousand_characters_are_taken(void **state)
{
    (void)state;
    long before = computed_ms();
    struct pty *p = start_session();
    char *text = malloc(100001);
    assert_non_null(text);
    memset(text, 'a', 100000);
    for (int i = 7; i < 100000; i += 8)
        text[i] = ' ';
    text[100000] = '\0';
    pty_paste(p, text);
    pty_type(p, "UJUNG");
    assert_true(pty_shows(p, "UJUNG"));
    free(text);
    leave(p);
    assert_true(computed_ms() - before < 5000);
}

static void terminal__bytes_that_are_no_text_do_not_end_it(void **state)
{
    (void)state;
    struct pty *p = start_session();
    pty_send(p, "\xff\xfe\xc3\x28", 4);
    pty_send(p, "\033[99;99Z\033]0;x\007\033[<0;1;1M", 23);
    pty_sync(p);
    pty_type(p, "tetap hidup");
    assert_true(pty_running(p));
    assert_true(pty_shows(p, "tetap hidup"));
    leave(p);
}

/* --- sizes --- */

static void terminal__shrinks_to_nothing_and_comes_back(void **state)
{
    (void)state;
    static const int sizes[][2] = {{1, 1}, {5, 20}, {20, 60}, {2, 200}, {50, 2}, {24, 80}};
    struct pty *p = start_session();
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        pty_resize(p, sizes[i][0], sizes[i][1]);
        pty_type(p, "x");
        assert_true(pty_running(p));
    }
    assert_true(pty_shows(p, "xxxxxx")); /* what was typed while it was small */
    pty_resize(p, 10, 40);
    assert_true(pty_shows(p, "60x20"));
    pty_resize(p, 24, 80);
    leave(p);
}

/* --- ends --- */

static void terminal__a_terminal_that_goes_away_loses_nothing(void **state)
{
    (void)state;
    struct pty *p = start_session();
    pty_type(p, "Loket kurang satu");
    pty_key(p, "Enter");
    pty_await(p, "tersimpan");
    pty_type(p, "terputus");
    pty_kill(p, SIGHUP);
    pty_free(p);
    p = start(24, 80);
    pty_type(p, "3");
    pty_sync(p);
    if (pty_shows(p, "Lanjutkan sesi")) /* several: the newest first */
        pty_key(p, "Enter");
    pty_await(p, "Apakah layar ini terlihat peserta?"); /* first who sees it, then what was half typed */
    pty_key(p, "Enter");
    pty_await(p, "berhenti mendadak");
    assert_true(pty_shows(p, "terputus"));
    pty_key(p, "Enter");
    pty_key(p, "F3");
    pty_await(p, "Loket kurang satu");
    leave(p);
}

static void terminal__sigterm_leaves_cleanly(void **state)
{
    (void)state;
    struct pty *p = start_session();
    assert_int_equal(kill(pty_pid(p), SIGTERM), 0);
    assert_int_equal(pty_wait(p), 0);
    pty_free(p);
}

/* The cursor is shown again and the screen before is back (vterm has the alternate screen). */
static void terminal__a_crash_gives_the_terminal_back(void **state)
{
    (void)state;
    struct pty *p = start(24, 80);
    int row, col;
    bool visible;
    assert_int_equal(kill(pty_pid(p), SIGABRT), 0); /* the sanitizers leave this one to the program */
    pty_pump(p, 300);
    assert_int_equal(pty_wait(p), 128 + SIGABRT);
    assert_false(pty_shows(p, "Latihan"));
    pty_cursor(p, &row, &col, &visible);
    assert_true(visible);
    pty_free(p);
}

static void terminal__says_in_words_why_it_cannot_start(void **state)
{
    (void)state;
    char *argv[] = {program, NULL};
    static char term[] = "TERM=tidak-ada-terminal-ini";
    char *unknown[8] = {term};
    for (int i = 0; environment[i]; i++)
        unknown[i + 1] = environment[i];
    struct pty *p = pty_start(argv, 24, 80, unknown);
    assert_int_equal(pty_wait(p), 1);
    pty_pump(p, 50);
    assert_true(pty_shows(p, "tidak dikenal"));
    pty_free(p);
    char output[128];
    snprintf(output, sizeof output, "%s/keluaran", folder);
    assert_int_equal(run(argv, output), 1);
    FILE *f = fopen(output, "r");
    char line[512] = "";
    assert_non_null(f);
    assert_non_null(fgets(line, sizeof line, f));
    assert_non_null(strstr(line, "memerlukan terminal"));
    fclose(f);
}

/* --- rest --- */

static long switches(pid_t pid)
{
    char path[64];
    char line[256];
    long n = -1;
    snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
    FILE *f = fopen(path, "r");
    while (f && fgets(line, sizeof line, f))
        if (sscanf(line, "voluntary_ctxt_switches: %ld", &n) == 1)
            break;
    if (f)
        fclose(f);
    return n;
}

static void terminal__sleeps_while_nothing_is_due(void **state)
{
    (void)state;
    struct pty *p = start_session();
    pty_key(p, "F2");
    pty_pump(p, 1500); /* what the file's bell started is over */
    long before = switches(pty_pid(p));
    pty_pump(p, 1500);
    assert_true(before >= 0);
    assert_int_equal(switches(pty_pid(p)), before);
    leave(p);
}

/* The first screen with one option and one more variable; either may be NULL. */
static struct pty *start_with(char *option, char *variable)
{
    char *argv[] = {program, option, NULL};
    char *more[8] = {variable};
    for (int i = 0; environment[i]; i++)
        more[i + (variable ? 1 : 0)] = environment[i];
    struct pty *p = pty_start(argv, 24, 80, more);
    pty_await(p, "Latihan");
    pty_sync(p);
    return p;
}

static int coloured_cells(char *option, char *variable)
{
    struct pty *p = start_with(option, variable);
    int n = 0;
    for (int row = 0; row < 24; row++)
        for (int col = 0; col < 80; col++)
            n += (pty_style(p, row, col) & 8) != 0;
    leave(p);
    return n;
}

static void terminal__works_without_colour_and_in_mono(void **state)
{
    (void)state;
    static char dark[] = "--tema=gelap", mono[] = "--tema=mono", none[] = "NO_COLOR=1", empty[] = "NO_COLOR=";
    assert_true(coloured_cells(dark, NULL) > 0);
    assert_true(coloured_cells(dark, empty) > 0); /* no-color.org: only when it says something */
    assert_int_equal(coloured_cells(dark, none), 0);
    assert_int_equal(coloured_cells(mono, NULL), 0);
}

static void terminal__works_in_ascii(void **state)
{
    (void)state;
    static char ascii[] = "--ascii";
    struct pty *p = start_with(ascii, NULL);
    for (const char *s = pty_screen(p); *s; s++)
        assert_true((unsigned char)*s < 0x80);
    leave(p);
}

static void terminal__changes_of_another_process_appear(void **state)
{
    (void)state;
    struct pty *a = start_session();
    struct pty *b = start(24, 80);
    pty_type(b, "3");
    pty_sync(b);
    if (pty_shows(b, "Lanjutkan sesi"))
        pty_key(b, "Enter");
    pty_await(b, "Apakah layar");
    pty_key(b, "Enter");
    pty_key(b, "F3");
    pty_await(b, "DIALOG");
    pty_type(a, "dari layar sebelah");
    pty_key(a, "Enter");
    pty_await(b, "dari layar sebelah");
    leave(b);
    leave(a);
}

/* SIGXFSZ is ignored: a limit on file sizes makes every write fail in the ordinary way. */
static void limit_files(struct pty *p, rlim_t bytes)
{
    struct rlimit limit = {.rlim_cur = bytes, .rlim_max = RLIM_INFINITY};
    assert_int_equal(prlimit(pty_pid(p), RLIMIT_FSIZE, &limit, NULL), 0);
}

static void terminal__a_disk_that_refuses_is_told_and_ctrl_s_tries_again(void **state)
{
    (void)state;
    struct pty *p = start_session();
    limit_files(p, 1000);
    pty_type(p, "pentingsekali");
    pty_key(p, "Enter");
    pty_await(p, "BELUM TERSIMPAN");
    assert_true(pty_shows(p, "pentingsekali"));
    assert_false(pty_shows(p, "  tersimpan"));
    pty_key(p, "^Q"); /* leaving would lose it: asked, Batal is the default */
    assert_true(pty_shows(p, "Keluar sekarang membuangnya"));
    pty_key(p, "Enter");
    assert_true(pty_running(p));
    limit_files(p, RLIM_INFINITY);
    pty_key(p, "^S");
    pty_await(p, "Sekarang tersimpan semuanya");
    assert_false(pty_shows(p, "BELUM TERSIMPAN"));
    assert_true(pty_shows(p, "pentingsekali"));
    leave(p);
}

static void terminal__the_participants_have_a_window_of_their_own(void **state)
{
    (void)state;
    struct pty *a = start_session();
    char path[128] = "";
    /* the session of this test is the only file that is open: its name tells the unit */
    snprintf(path, sizeof path, "%s/terakhir", folder);
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    assert_non_null(fgets(path, sizeof path, f));
    path[strcspn(path, "\n")] = '\0';
    fclose(f);
    static char word[] = "layar";
    char *argv[] = {program, word, path, NULL};
    struct pty *b = pty_start(argv, 24, 80, environment);
    pty_await(b, "Forum Konsultasi Publik");
    pty_type(b, "tidak boleh terlihat");
    assert_false(pty_shows(b, "tidak boleh"));
    leave(b);
    leave(a);
}

int main(int argc, char **argv)
{
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terminal__keys_that_freeze_or_kill_are_ordinary_ones),
        cmocka_unit_test(terminal__esc_acts_at_once_and_a_digit_after_it_is_no_command),
        cmocka_unit_test(terminal__function_keys_have_a_second_way),
        cmocka_unit_test(terminal__the_mouse_chooses_rows_keys_and_buttons),
        cmocka_unit_test(terminal__a_pasted_newline_never_presses_enter),
        cmocka_unit_test(terminal__a_hundred_thousand_characters_are_taken),
        cmocka_unit_test(terminal__bytes_that_are_no_text_do_not_end_it),
        cmocka_unit_test(terminal__shrinks_to_nothing_and_comes_back),
        cmocka_unit_test(terminal__a_terminal_that_goes_away_loses_nothing),
        cmocka_unit_test(terminal__sigterm_leaves_cleanly),
        cmocka_unit_test(terminal__a_crash_gives_the_terminal_back),
        cmocka_unit_test(terminal__says_in_words_why_it_cannot_start),
        cmocka_unit_test(terminal__sleeps_while_nothing_is_due),
        cmocka_unit_test(terminal__works_without_colour_and_in_mono),
        cmocka_unit_test(terminal__works_in_ascii),
        cmocka_unit_test(terminal__a_disk_that_refuses_is_told_and_ctrl_s_tries_again),
        cmocka_unit_test(terminal__the_participants_have_a_window_of_their_own),
        cmocka_unit_test(terminal__changes_of_another_process_appear),
    };
    return cmocka_run_group_tests(tests, set_up_group, tear_down_group);
}
