/* What curses writes for one picture reaches the terminal in one piece. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "ui/term_out.h"

static int before, reading;

/* A packet pipe keeps the borders of what is written to it: one read gives one write. */
static int begin(void **state)
{
    (void)state;
    int ends[2];
    before = dup(STDOUT_FILENO);
    if (pipe2(ends, O_DIRECT | O_CLOEXEC) != 0)
        return 1;
    reading = ends[0];
    dup2(ends[1], STDOUT_FILENO);
    close(ends[1]);
    fcntl(reading, F_SETFL, O_NONBLOCK | O_DIRECT);
    return 0;
}

static int end(void **state)
{
    (void)state;
    term_out_close();
    dup2(before, STDOUT_FILENO);
    close(before);
    close(reading);
    return 0;
}

static void put(FILE *f, const char *s)
{
    assert_int_equal(write(fileno(f), s, strlen(s)), strlen(s)); /* as curses does, past the stream's buffer */
}

static void assert_next(const char *wanted)
{
    char got[256];
    ssize_t n = read(reading, got, sizeof got - 1);
    got[n > 0 ? n : 0] = '\0';
    assert_string_equal(got, wanted);
}

static void out__is_the_terminal_when_nothing_is_held(void **state)
{
    (void)state;
    FILE *f = term_out_open();
    assert_non_null(f);
    put(f, "satu");
    assert_next("satu");
}

static void out__sends_what_was_held_in_one_piece(void **state)
{
    (void)state;
    FILE *f = term_out_open();
    for (int i = 0; i < 2; i++) {
        term_out_hold();
        put(f, "satu ");
        put(f, "dua ");
        assert_next("");
        put(f, "tiga");
        term_out_send();
        assert_next("satu dua tiga");
        term_out_hold();
        put(f, "x"); /* shorter than before: nothing of the last picture comes behind it */
        term_out_send();
        assert_next("x");
        assert_next("");
    }
    put(f, "lagi");
    assert_next("lagi");
}

static void out__leaves_no_descriptor_behind(void **state)
{
    (void)state;
    int free_before = dup(STDIN_FILENO);
    close(free_before);
    assert_non_null(term_out_open());
    term_out_close();
    int free_after = dup(STDIN_FILENO);
    close(free_after);
    assert_int_equal(free_before, free_after);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, begin, end)
    const struct CMUnitTest tests[] = {
        T(out__is_the_terminal_when_nothing_is_held),
        T(out__sends_what_was_held_in_one_piece),
        T(out__leaves_no_descriptor_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
