/* Opens any screen on a session of its own in a sandbox, types into it, and looks at the picture. */
#ifndef MUFAKAT_TESTS_UI_SCREEN_TEST_H
#define MUFAKAT_TESTS_UI_SCREEN_TEST_H

#include "app/app.h"
#include "ui/screen.h"

struct screen_test;

/* A fresh session (theme "Standar Pelayanan KTP-el", unit "Disdukcapil", 12 November 2026, WITA, clock standing at 10.42.07) in a
 * window of w x h, no screen yet. End with screen_test_end, which removes the sandbox. */
struct screen_test *screen_test_start(int w, int h);
/* The same on the practice session (mufakat baru --contoh). */
struct screen_test *screen_test_start_practice(int w, int h);
void screen_test_end(struct screen_test *t);
struct app *screen_test_app(struct screen_test *t);
struct ui *screen_test_ui(struct screen_test *t);
struct screen *screen_test_top(struct screen_test *t);
/* Runs a job at once (to fill the session) and frees it; fails the test when it is refused. */
void screen_test_run(struct screen_test *t, struct job *j);
/* Opens a screen as the only one; fails the test when it does not open. */
void screen_test_open(struct screen_test *t, const struct screen_class *class, const void *arg);
/* From now on copies are made by this program, and nobody waits for their end. */
void screen_test_slow_copy(struct screen_test *t, const char *program);
void screen_test_size(struct screen_test *t, int w, int h);

/* Events. After each, jobs are run to their end and their answers delivered. */
void screen_test_key(struct screen_test *t, int key);
void screen_test_type(struct screen_test *t, const char *text); /* grapheme by grapheme; '\n' is Enter, '\t' Tab */
void screen_test_paste(struct screen_test *t, const char *text);
void screen_test_click(struct screen_test *t, int x, int y);
void screen_test_tick(struct screen_test *t, int64_t ms); /* moves the clock on */

/* The picture now; borrowed until the next call. */
const char *screen_test_text(struct screen_test *t);
/* Fails the test, with the picture, when the words are (not) seen. */
void screen_test_sees(struct screen_test *t, const char *words);
void screen_test_sees_not(struct screen_test *t, const char *words);
/* Compares the picture with tests/ui/golden/NAME-WxH-LANG.txt; UPDATE_GOLDEN=1 writes it. */
void screen_test_golden(struct screen_test *t, const char *name);
/* Draws at 1x1, 20x5, 60x20, 80x24, 132x43, 200x50 (no crash, no cell left half) and compares 60x20, 80x24, 132x43 with goldens in
 * both languages. Leaves the window at 80x24, Indonesian. */
void screen_test_golden_sizes(struct screen_test *t, const char *name);

#endif
