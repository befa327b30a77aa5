/* What ui/term.c sends: the same picture by differences as by all of it, and no more bytes than needed. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "tests/pty/drive.h"

#define CTRL_O "\017"

enum { ROWS = 24, COLS = 80 };

struct picture {
    char *text;
    unsigned style[ROWS][COLS];
    int row, col;
    bool cursor;
};

static struct picture picture_of(struct pty *p)
{
    struct picture x = {.text = mem_strdup(pty_screen(p))};
    for (int r = 0; r < ROWS; r++)
        for (int c = 0; c < COLS; c++)
            x.style[r][c] = pty_style(p, r, c);
    pty_cursor(p, &x.row, &x.col, &x.cursor);
    return x;
}

/* Ctrl-L sends all of it. */
static void assert_as_whole(struct pty *p, const char *after)
{
    struct picture seen = picture_of(p);
    pty_key(p, "^L");
    struct picture whole = picture_of(p);
    if (strcmp(seen.text, whole.text) != 0)
        pty_fail(p, "after %s the screen was not this but\n%s", after, seen.text);
    for (int r = 0; r < ROWS; r++)
        for (int c = 0; c < COLS; c++)
            if (seen.style[r][c] != whole.style[r][c])
                pty_fail(p, "after %s line %d, column %d had the style %u, not %u", after, r, c, seen.style[r][c],
                         whole.style[r][c]);
    if (seen.cursor != whole.cursor || (whole.cursor && (seen.row != whole.row || seen.col != whole.col)))
        pty_fail(p, "after %s the cursor stood at %d, %d", after, seen.row, seen.col);
    free(seen.text);
    free(whole.text);
}

static const char *session(void)
{
    const char *path = drive_path("lukisan.fkp");
    drive_practice(path);
    return path;
}

static void press_all(struct pty *p, const char *const *keys, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        pty_key(p, keys[i]);
        assert_as_whole(p, keys[i]);
    }
}

/* Wide and combined characters come and go under narrow ones, rows scroll, popups open and close. Not every terminal here sends
 * an F3 that its description knows, so Ctrl-O leads to the dialog. */
static void walk(struct pty *p)
{
    static const char *const places[] = {"F2", "F3", "F4", "F5", "F6", "F7", "F8"};
    static const char *const keys[] = {"^K", "Esc", "Tab", "Up", "Up", "Esc"};
    static const char *const lines[] = {"7: loket kurang dan antrean panjang", "漢字 di tengah kalimat 漢字漢", "0 oms: é à ü",
                                        "x", "9: satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas"};
    press_all(p, places, sizeof places / sizeof *places);
    pty_type(p, CTRL_O "3");
    press_all(p, keys, sizeof keys / sizeof *keys);
    for (size_t i = 0; i < 4 * sizeof lines / sizeof *lines; i++) {
        const char *line = lines[i % (sizeof lines / sizeof *lines)];
        pty_type(p, line);
        assert_as_whole(p, line);
        pty_key(p, "Backspace");
        assert_as_whole(p, "a character taken back");
        pty_key(p, "Enter");
        assert_as_whole(p, "Enter");
    }
}

static void painting__differences_give_the_whole_picture(void **state)
{
    (void)state;
    static char terms[][20] = {"TERM=xterm-256color", "TERM=vt100", "TERM=linux", "TERM=screen"};
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        /* on the console curses loads libgpm, which leaks ten bytes of its own */
        static char calm[] = "ASAN_OPTIONS=detect_leaks=0";
        char *env[] = {terms[i], strcmp(terms[i], "TERM=linux") == 0 ? calm : NULL, NULL};
        const char *path = session();
        struct pty *p = drive_open(path, ROWS, COLS, env);
        walk(p);
        drive_quit(p);
        remove(path);
    }
}

static size_t bytes_of(struct pty *p, const char *typed)
{
    pty_sync(p);
    size_t before = pty_bytes(p);
    pty_type(p, typed);
    return pty_bytes(p) - before;
}

/* With the answer to the tests' private key, which is 12 bytes or so. */
static void painting__a_letter_costs_a_few_bytes(void **state)
{
    (void)state;
    struct pty *p = drive_open(session(), ROWS, COLS, NULL);
    pty_key(p, "F3");
    pty_type(p, "7: kursi di ruang tunggu");
    assert_in_range(bytes_of(p, " "), 1, 40);
    assert_in_range(bytes_of(p, "k"), 1, 40);
    assert_in_range(bytes_of(p, "u"), 1, 40);
    assert_in_range(bytes_of(p, "\r"), 1, 1500); /* the list moves up by a row or two */
    drive_quit(p);
}

static int begin(void **state)
{
    (void)state;
    drive_init();
    return 0;
}

static int done(void **state)
{
    (void)state;
    drive_done();
    return 0;
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, begin, done)
    const struct CMUnitTest tests[] = {
        T(painting__differences_give_the_whole_picture),
        T(painting__a_letter_costs_a_few_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
