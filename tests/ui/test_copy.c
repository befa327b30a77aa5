/* "Salin" on the screen: what goes on is seen, and nobody has to wait for a slow stick. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/ui/screen_test.h"
#include "ui/copy.h"
#include "ui/ui.h"

static int set_up(void **state)
{
    *state = screen_test_start(100, 24);
    return 0;
}

static int tear_down(void **state)
{
    screen_test_end(*state);
    return 0;
}

/* Something beside the session file. */
static const char *beside(struct screen_test *t, const char *name, char out[700])
{
    const char *path = app_path(screen_test_app(t));
    snprintf(out, 700, "%.*s/%s", (int)(strrchr(path, '/') - path), path, name);
    return out;
}

static void copy_to(struct screen_test *t, const char *target)
{
    screen_test_key(t, K_CTRL('K'));
    screen_test_type(t, "salin berkas\n");
    screen_test_sees(t, "Salin berkas sesi");
    screen_test_type(t, target);
    screen_test_key(t, K_ENTER);
}

/* A copy that has come to 40% and stays there until it is given up. */
static void start_slow_copy(struct screen_test *t)
{
    char path[700];
    FILE *f = fopen(beside(t, "lambat", path), "w");
    assert_non_null(f);
    fprintf(f, "#!/bin/sh\necho maju 1 40\nexec cat\n");
    assert_int_equal(fclose(f), 0);
    assert_int_equal(chmod(path, 0755), 0);
    screen_test_slow_copy(t, path);
    copy_to(t, beside(t, "salinan.fkp", path));
    assert_true(ui_copying(screen_test_ui(t)));
    for (int i = 0; i < 500 && !strstr(screen_test_text(t), "40%"); i++) {
        usleep(10000);
        ui_copy_hear(screen_test_ui(t));
    }
}

/* A dragged file comes in quotes, a folder of one's own with "~". */
static void copy__goes_where_a_typed_path_means(void **state)
{
    struct screen_test *t = *state;
    char path[700], quoted[710];
    snprintf(quoted, sizeof quoted, "'%s' ", beside(t, "salinan kutip.fkp", path));
    copy_to(t, quoted);
    screen_test_sees(t, "Tersalin dan diperiksa");
    assert_int_equal(access(path, R_OK), 0);
    char *home = getenv("HOME") ? strdup(getenv("HOME")) : NULL;
    *strrchr(beside(t, "", path), '/') = '\0';
    setenv("HOME", path, 1);
    copy_to(t, "~/salinan.fkp");
    assert_int_equal(access(beside(t, "salinan.fkp", path), R_OK), 0);
    if (home)
        setenv("HOME", home, 1);
    free(home);
}

static void copy__tells_when_it_is_whole(void **state)
{
    struct screen_test *t = *state;
    char path[700];
    copy_to(t, beside(t, "salinan.fkp", path));
    screen_test_sees(t, "Tersalin dan diperiksa");
    screen_test_sees(t, "salinan selesai");
    assert_int_equal(access(path, R_OK), 0);
    copy_to(t, path);
    screen_test_sees(t, "Ganti salinan lama");
    screen_test_key(t, K_ENTER); /* Batal */
    assert_false(ui_copying(screen_test_ui(t)));
    copy_to(t, beside(t, "tidak/ada.fkp", path));
    screen_test_sees(t, "Folder tujuan");
}

static void copy__leaves_the_keys_alive(void **state)
{
    struct screen_test *t = *state;
    start_slow_copy(t);
    screen_test_sees(t, "salinan: ditulis 40%");
    screen_test_key(t, K_F(3));
    screen_test_type(t, "Loket kurang satu\n");
    screen_test_sees(t, "Loket kurang satu");
    screen_test_sees(t, "tersimpan 10.42.07");
    screen_test_sees(t, "salinan: ditulis 40%");
    screen_test_key(t, K_CTRL('K'));
    screen_test_type(t, "salin berkas\n");
    screen_test_sees(t, "masih ditulis");
}

static void copy__is_not_given_up_without_asking(void **state)
{
    struct screen_test *t = *state;
    start_slow_copy(t);
    screen_test_key(t, K_CTRL('Q'));
    screen_test_sees(t, "Salinan masih ditulis");
    screen_test_key(t, K_ENTER); /* Batal */
    assert_false(ui_wants_end(screen_test_ui(t)));
    screen_test_key(t, K_CTRL('Q'));
    screen_test_key(t, K_TAB);
    screen_test_key(t, K_ENTER);
    assert_true(ui_wants_end(screen_test_ui(t)));
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(copy__goes_where_a_typed_path_means),
        T(copy__tells_when_it_is_whole),
        T(copy__leaves_the_keys_alive),
        T(copy__is_not_given_up_without_asking),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
