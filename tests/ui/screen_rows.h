/* Looking behind a screen: the rows of the session that a test has typed into. */
#ifndef MUFAKAT_TESTS_UI_SCREEN_ROWS_H
#define MUFAKAT_TESTS_UI_SCREEN_ROWS_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "app/read.h"
#include "tests/ui/screen_test.h"

/* The whole session as it is now; lives in `a`. */
static inline struct dossier *rows_now(struct screen_test *t, struct arena *a)
{
    struct dossier *d;
    struct err e;
    if (read_dossier(screen_test_app(t), a, &d, &e) != ERR_NONE)
        fail_msg("%s (%s)", e.text, e.detail);
    return d;
}

#endif
