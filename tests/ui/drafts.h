/* The drafts that the session file holds, and starting the program again over it. */
#ifndef MUFAKAT_TESTS_UI_DRAFTS_H
#define MUFAKAT_TESTS_UI_DRAFTS_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "app/read.h"
#include "tests/ui/screen_test.h"
#include "ui/ui.h"

/* Closes the session and opens `path` as the program does when it starts. */
static inline void drafts_start(struct screen_test *t, const char *path)
{
    struct err e = {0};
    struct app *again = NULL;
    const struct app_options o = {.clock = *app_clock(screen_test_app(t))};
    ui_take_session(screen_test_ui(t), NULL);
    screen_test_key(t, K_LEFT); /* closes the first session */
    if (app_open(path, &o, &again, &e) != ERR_NONE)
        fail_msg("%s (%s)", e.text, e.detail);
    ui_take_session(screen_test_ui(t), again);
}

/* Leaves in the usual way and comes back. */
static inline void drafts_start_again(struct screen_test *t)
{
    char *path = strdup(app_path(screen_test_app(t)));
    drafts_start(t, path);
    free(path);
}

/* How many there are, and how many of them hold `text` under a key that begins with `key` ("" and NULL: any). */
static inline size_t drafts_holding(struct screen_test *t, const char *key, const char *text, size_t *ret_all)
{
    struct arena *a = arena_new();
    struct draft *v = NULL;
    struct err e = {0};
    size_t found = 0;
    ui_flush_drafts(screen_test_ui(t));
    app_drain(screen_test_app(t));
    assert_int_equal(read_drafts(screen_test_app(t), a, &v, ret_all, &e), ERR_NONE);
    for (size_t i = 0; i < *ret_all; i++)
        found += strncmp(v[i].key, key, strlen(key)) == 0 && (!text || strcmp(v[i].text, text) == 0);
    arena_free(a);
    return found;
}

static inline size_t drafts_in_file(struct screen_test *t)
{
    size_t n;
    return drafts_holding(t, "", NULL, &n);
}

#endif
