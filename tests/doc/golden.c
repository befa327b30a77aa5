#include "tests/doc/golden.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"

void check_golden(const char *name, struct buf *got)
{
    char path[1024];
    struct err e;
    struct buf want = BUF_INIT;
    snprintf(path, sizeof path, "%s/tests/doc/golden/%s.txt", getenv("MUFAKAT_SRCDIR"), name);
    if (getenv("UPDATE_GOLDEN"))
        assert_int_equal(file_write(path, got->p, got->len, &e), ERR_NONE);
    assert_int_equal(file_read(path, 1 << 20, &want, &e), ERR_NONE);
    assert_string_equal(buf_str(got), buf_str(&want));
    buf_done(&want);
    buf_done(got);
}
