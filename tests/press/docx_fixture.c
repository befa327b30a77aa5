#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/press/docx_fixture.h"

#include <stdlib.h>
#include <string.h>

#include "press/leaks.h"

int docx_set_up(void **state)
{
    struct docx_fixture *f = mem_zalloc(sizeof *f);
    f->a = arena_new();
    *state = f;
    return 0;
}

static void drop_parts(struct docx_fixture *f)
{
    docx_parts_done(f->parts);
    layout_done(&f->p);
    fonts_close(&f->p.fonts);
    f->parts = NULL;
}

int docx_tear_down(void **state)
{
    struct docx_fixture *f = *state;
    drop_parts(f);
    arena_free(f->a);
    free(f);
    return 0;
}

void docx_make(struct docx_fixture *f, const struct document_tree *t)
{
    struct err e = {0};
    drop_parts(f);
    f->p = (struct press){.tree = t, .arena = f->a};
    assert_int_equal(fonts_open(&f->p.fonts, false, &e), ERR_NONE);
    docx_lay_out(&f->p);
    f->parts = docx_parts(&f->p);
}

const char *docx_part_text(struct docx_fixture *f, const char *name)
{
    for (const struct docx_part *p = f->parts; p; p = p->next)
        if (strcmp(p->name, name) == 0)
            return buf_str(&p->bytes);
    return NULL;
}

char *docx_between(struct docx_fixture *f, const char *s, const char *from, const char *to)
{
    const char *a = strstr(s, from), *b = a ? strstr(a + strlen(from), to) : NULL;
    if (!b)
        fail_msg("no %s ... %s", from, to);
    return arena_memdup(f->a, a + strlen(from), (size_t)(b - a) - strlen(from));
}

char *docx_body(struct docx_fixture *f, const struct document_tree *t)
{
    docx_make(f, t);
    return docx_between(f, docx_part_text(f, "word/document.xml"), ">x</w:t></w:r></w:p>", "<w:sectPr>");
}

struct document_tree *docx_begin(struct docx_fixture *f)
{
    struct document_tree *t = tree_new(f->a);
    tree_paragraph(t, "x");
    return t;
}
