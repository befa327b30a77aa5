/* The disk is full while something is written, in each kind of place: it is said, the text stays, and Ctrl-S stores it once
 * there is room again. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "tests/faultvfs/faultvfs.h"
#include "tests/ui/drafts.h"
#include "tests/ui/screen_rows.h"
#include "tests/ui/screen_test.h"
#include "ui/screens/dialog.h"
#include "ui/screens/records.h"
#include "ui/screens/tindak_lanjut.h"
#include "ui/ui.h"

static int set_up(void **state)
{
    struct fault_plan plenty = FAULT_NONE;
    faultvfs_install(&plenty);
    faultvfs_set(&plenty);
    *state = screen_test_start_practice(132, 43);
    return 0;
}

static int tear_down(void **state)
{
    screen_test_end(*state);
    return 0;
}

static void disk_is_full(bool full)
{
    struct fault_plan p = FAULT_NONE;
    p.full_after = full ? 0 : -1;
    faultvfs_set(&p);
}

/* Somewhere in the session, in any text of these lists. */
static int times_stored(struct screen_test *t, const char *words)
{
    struct arena *a = arena_new();
    const struct dossier *d = rows_now(t, a);
    int n = 0;
    for (size_t i = 0; i < d->contribution.n; i++)
        n += strstr(TXT(d->contribution.v[i].text), words) != NULL;
    for (size_t i = 0; i < d->issue.n; i++)
        n += strstr(TXT(d->issue.v[i].title), words) != NULL;
    for (size_t i = 0; i < d->agreement.n; i++)
        n += strstr(TXT(d->agreement.v[i].progress_note), words) != NULL;
    for (size_t i = 0; i < d->parked.n; i++)
        n += strstr(TXT(d->parked.v[i].text), words) != NULL;
    arena_free(a);
    return n;
}

/* --- each kind of place: what is pressed before, with WORDS at its end, and what hands it over --- */

#define WORDS "tertulis saat penuh"

static void open_dialog(struct screen_test *t)
{
    screen_test_open(t, &screen_dialog, NULL);
}

static void open_edit(struct screen_test *t)
{
    open_dialog(t);
    screen_test_type(t, "7: loket tinggi\n");
    screen_test_key(t, K_UP);
}

static void open_issue(struct screen_test *t)
{
    screen_test_open(t, &screen_records, &spec_issue);
    screen_test_key(t, K_HOME);
    screen_test_key(t, K_ENTER);
}

static void open_new_issue(struct screen_test *t)
{
    screen_test_open(t, &screen_records, &spec_issue);
    screen_test_key(t, K_INS);
}

static void open_note(struct screen_test *t)
{
    screen_test_open(t, &screen_tindak_lanjut, NULL);
    screen_test_key(t, K_HOME);
    screen_test_type(t, "c");
}

static const struct writing_place {
    void (*open)(struct screen_test *t);
    const char *before; /* typed before WORDS */
    int key;            /* that hands it over */
} places[] = {
    {open_dialog, "7: ", K_ENTER},  {open_dialog, "> ", K_ENTER}, {open_edit, " ", K_ENTER},
    {open_issue, " ", K_TAB},       {open_new_issue, "", K_TAB},  {open_note, " ", K_CTRL('S')},
};

static void full_disk__stores_everything_once_there_is_room(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        struct screen_test *t = screen_test_start_practice(132, 43);
        places[i].open(t);
        disk_is_full(true);
        screen_test_type(t, places[i].before);
        screen_test_type(t, WORDS);
        screen_test_key(t, places[i].key);
        screen_test_sees(t, "BELUM TERSIMPAN");
        assert_int_equal(times_stored(t, WORDS), 0);
        disk_is_full(false);
        screen_test_key(t, K_ESC);
        screen_test_key(t, K_CTRL('S'));
        if (times_stored(t, WORDS) != 1)
            fail_msg("place %zu: stored %d times", i, times_stored(t, WORDS));
        screen_test_sees_not(t, "BELUM TERSIMPAN");
        if (drafts_in_file(t) != 0)
            fail_msg("place %zu: a draft is left", i);
        screen_test_end(t);
    }
}

/* There was room again, and the same field was written once more: the newer words win, and nobody is said to have been in
 * between. */
static void full_disk__is_over_for_the_next_words_of_a_field(void **state)
{
    struct screen_test *t = *state;
    open_issue(t);
    disk_is_full(true);
    screen_test_type(t, " " WORDS);
    screen_test_key(t, K_TAB);
    screen_test_sees(t, "BELUM TERSIMPAN");
    disk_is_full(false);
    screen_test_key(t, K_BACKTAB);
    screen_test_type(t, ", dan lagi");
    screen_test_key(t, K_TAB);
    screen_test_sees_not(t, "baru saja diubah");
    screen_test_sees_not(t, "BELUM TERSIMPAN");
    assert_int_equal(times_stored(t, WORDS ", dan lagi"), 1);
    screen_test_key(t, K_CTRL('S'));
    assert_int_equal(times_stored(t, WORDS ", dan lagi"), 1);
}

/* The row of a new form was refused; its next field comes behind it. */
static void full_disk__is_over_for_the_next_field_of_a_new_row(void **state)
{
    struct screen_test *t = *state;
    open_new_issue(t);
    disk_is_full(true);
    screen_test_type(t, WORDS);
    screen_test_key(t, K_TAB);
    screen_test_sees(t, "BELUM TERSIMPAN");
    disk_is_full(false);
    screen_test_type(t, "loket");
    screen_test_key(t, K_TAB);
    screen_test_sees_not(t, "BELUM TERSIMPAN");
    assert_int_equal(times_stored(t, WORDS), 1);
}

/* There was room again, but nobody pressed Ctrl-S. */
static void full_disk__is_tried_again_before_the_program_ends(void **state)
{
    struct screen_test *t = *state;
    open_dialog(t);
    disk_is_full(true);
    screen_test_type(t, "7: " WORDS "\n");
    screen_test_sees(t, "BELUM TERSIMPAN");
    screen_test_key(t, K_CTRL('Q'));
    assert_false(ui_wants_end(screen_test_ui(t)));
    screen_test_sees(t, "Ada yang BELUM TERSIMPAN");
    screen_test_key(t, K_ESC);
    disk_is_full(false);
    screen_test_key(t, K_CTRL('Q'));
    assert_true(ui_wants_end(screen_test_ui(t)));
    assert_int_equal(times_stored(t, WORDS), 1);
}

static void full_disk__is_tried_again_when_the_terminal_goes(void **state)
{
    struct screen_test *t = *state;
    open_dialog(t);
    disk_is_full(true);
    screen_test_type(t, "7: " WORDS "\n");
    disk_is_full(false);
    ui_store_all(screen_test_ui(t));
    app_drain(screen_test_app(t));
    assert_int_equal(times_stored(t, WORDS), 1);
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(full_disk__stores_everything_once_there_is_room),
        T(full_disk__is_over_for_the_next_words_of_a_field),
        T(full_disk__is_over_for_the_next_field_of_a_new_row),
        T(full_disk__is_tried_again_before_the_program_ends),
        T(full_disk__is_tried_again_when_the_terminal_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
