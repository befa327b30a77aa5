/* A session that cannot be written here: everything can be looked at, nothing changes, and it is said. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/read.h"
#include "tests/ui/screen_test.h"
#include "ui/screens/all.h"
#include "ui/ui.h"

/* The practice session, opened again after its file was made read-only. */
static struct screen_test *open_locked(void)
{
    struct screen_test *t = screen_test_start_practice(80, 24);
    struct err e = {0};
    char *path = strdup(app_path(screen_test_app(t)));
    ui_take_session(screen_test_ui(t), NULL);
    screen_test_key(t, K_LEFT); /* closes it */
    assert_int_equal(chmod(path, 0400), 0);
    if (ui_open_session(screen_test_ui(t), path, &e) != ERR_NONE)
        fail_msg("%s (%s)", e.text, e.detail);
    free(path);
    (void)screen_test_text(t); /* the session is taken over */
    assert_true(app_is_write_locked(screen_test_app(t)));
    return t;
}

static size_t changes(struct screen_test *t)
{
    struct arena *a = arena_new();
    struct log_writer *w;
    struct log_change *c;
    struct err e;
    size_t nw, nc;
    assert_int_equal(read_log(screen_test_app(t), a, &w, &nw, &c, &nc, &e), ERR_NONE);
    arena_free(a);
    return nc;
}

static void read_only__is_said_when_it_opens(void **state)
{
    (void)state;
    struct screen_test *t = open_locked();
    screen_test_sees(t, "Hanya dibaca: berkas, folder, atau medianya terkunci");
    screen_test_key(t, K_F(3));
    screen_test_sees(t, "hanya dibaca");
    screen_test_type(t, "Loket kurang satu\n");
    screen_test_sees(t, "yang Anda tulis tidak disimpan");
    screen_test_end(t);
}

/* Each command of each place, what it opens answered with a few keys. */
static void read_only__no_command_writes_or_falls(void **state)
{
    (void)state;
    static const int answers[] = {K_DOWN, K_ENTER, 'x', K_ENTER, K_CTRL('S'), K_ESC, K_ESC, K_ESC, K_ESC};
    struct screen_test *t = open_locked();
    size_t before = changes(t);
    int n = 0;
    assert_int_equal(chdir(getenv("MUFAKAT_SESSION_DIR")), 0); /* a paper called "x" belongs there */
    for (int place = PLACE_PERSIAPAN; place < PLACE_END; place++)
        for (const struct key_row *row = screens_of_place((enum place)place)->keys; row->label; row++) {
            screen_test_key(t, K_F(place));
            ui_act(screen_test_ui(t), row->action);
            for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
                struct event e = answers[i] == 'x' ? event_text("x") : event_key(answers[i]);
                ui_handle(screen_test_ui(t), &e);
                (void)screen_test_text(t);
            }
            n++;
        }
    assert_true(n > 40);
    assert_int_equal(changes(t), before);
    assert_int_equal(chdir("/"), 0); /* the folder is removed */
    screen_test_end(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(read_only__is_said_when_it_opens),
        cmocka_unit_test(read_only__no_command_writes_or_falls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
