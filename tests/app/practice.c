#include "config.h"

#include "tests/app/practice.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/export_document.h"
#include "base/file.h"
#include "doc/documents.h"

static void check_golden(const char *name, const struct buf *got)
{
    char path[1024];
    struct err e;
    struct buf want = BUF_INIT;
    snprintf(path, sizeof path, "%s/tests/app/golden/%s", getenv("MUFAKAT_SRCDIR"), name);
    if (getenv("UPDATE_GOLDEN"))
        assert_int_equal(file_write(path, got->p, got->len, &e), ERR_NONE);
    if (file_read(path, 1 << 20, &want, &e))
        fail_msg("%s: %s", path, e.text);
    assert_string_equal(buf_str(got), buf_str(&want));
    buf_done(&want);
}

void practice_check_paper(struct fixture *f, const char *name, const char *code,
                          enum privacy privacy)
{
    struct export_request in = {.document = code, .privacy = privacy};
    struct document_tree *t;
    struct buf tree = BUF_INIT, text = BUF_INIT;
    if (export_tree(f->app, &in, f->arena, &t, NULL, &f->err))
        fail_msg("%s: %s", name, f->err.text);
    const char *version = privacy == PRIVACY_ARSIP ? "arsip" : "publikasi";
    tree_dump(t, &tree);
    check_golden(arena_printf(f->arena, "%s-%s.tree", name, version), &tree);
    text_write_tree(t, 78, false, &text);
    check_golden(arena_printf(f->arena, "%s-%s.txt", name, version), &text);
    /* whatever the golden files say: no name that was not given free, no number */
    static const char *const personal[] = {"Sutrisno",  "Komarudin", "Karsinah", "Marfin",
                                           "0812-0000", "19690817",  "isyarat"};
    for (size_t i = 0; i < sizeof personal / sizeof *personal && privacy == PRIVACY_PUBLIKASI; i++)
        if (strstr(buf_str(&tree), personal[i]))
            fail_msg("%s holds %s", name, personal[i]);
    buf_done(&tree);
    buf_done(&text);
}
