/* PDFs to be joined, and the joining: see joining.h. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cairo-pdf.h>
#include <qpdf/qpdf-c.h>

#include "base/file.h"
#include "press/join.h"
#include "tests/press/joining.h"

int joining_set_up(void **state)
{
    struct fixture *f = mem_zalloc(sizeof *f);
    f->a = arena_new();
    f->p = paper_new();
    *state = f;
    return 0;
}

int joining_tear_down(void **state)
{
    struct fixture *f = *state;
    paper_done(&f->p);
    buf_done(&f->out);
    arena_free(f->a);
    free(f);
    return 0;
}

struct document_tree *joining_words(struct fixture *f, const char *text)
{
    struct document_tree *t = tree_new(f->a);
    tree_paragraph(t, "%s", text);
    return t;
}

void joining_add_as(struct buf *b, const char *path, const char *what)
{
    if (b->len == 0)
        buf_add(b, JOINING_TITLE, sizeof JOINING_TITLE);
    buf_add(b, path, strlen(path) + 1);
    buf_add(b, what, strlen(what) + 1);
}

void joining_add(struct buf *b, const char *path)
{
    joining_add_as(b, path, "");
}

/* The file that the press just made, under another name. */
const char *joining_kept(struct fixture *f, const char *name)
{
    struct buf b = BUF_INIT;
    const char *path = arena_printf(f->a, "%s/%s", f->p.folder, name);
    assert_int_equal(file_read(f->p.path, SIZE_MAX, &b, &f->e), ERR_NONE);
    assert_int_equal(file_write(path, b.p, b.len, &f->e), ERR_NONE);
    buf_done(&b);
    return path;
}

/* Pages as a scanner makes them: a picture, no letters. */
const char *joining_scan(struct fixture *f, int pages)
{
    const char *path = arena_printf(f->a, "%s/pindaian.pdf", f->p.folder);
    cairo_surface_t *to = cairo_pdf_surface_create(path, 210, 297), *picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 70, 99);
    cairo_t *cr = cairo_create(picture);
    cairo_set_source_rgb(cr, 1, 0.9, 0.8);
    cairo_paint(cr);
    cairo_set_source_rgb(cr, 0, 0, 0.5);
    cairo_arc(cr, 30, 30, 20, 0, 5);
    cairo_stroke(cr);
    cairo_destroy(cr);
    cr = cairo_create(to);
    cairo_scale(cr, 3, 3);
    for (int i = 0; i < pages; i++) {
        cairo_set_source_surface(cr, picture, i, 0);
        cairo_paint(cr);
        cairo_show_page(cr);
    }
    cairo_destroy(cr);
    cairo_surface_destroy(picture);
    cairo_surface_finish(to);
    cairo_surface_destroy(to);
    return path;
}

/* The paper that was just pressed as if another program had made it: tags and numbers of tags are still in its pages. */
const char *joining_foreign(struct fixture *f)
{
    const char *path = arena_printf(f->a, "%s/asing.pdf", f->p.folder);
    qpdf_data q = qpdf_init();
    assert_int_equal(qpdf_read(q, f->p.path, NULL), QPDF_SUCCESS);
    qpdf_set_info_key(q, "/Creator", "Pengolah kata");
    qpdf_init_write(q, path);
    qpdf_set_static_ID(q, QPDF_TRUE);
    assert_int_equal(qpdf_write(q), QPDF_SUCCESS);
    qpdf_cleanup(&q);
    return path;
}

enum err_code joining_try(struct fixture *f, const struct buf *names, struct buf *out)
{
    const char *path = arena_printf(f->a, "%s/gabungan.pdf", f->p.folder);
    remove(path);
    enum err_code code = join_pdfs(names->p, names->len, path, &f->news, &f->e);
    struct err none;
    if (file_read(path, SIZE_MAX, out, &none) != (code ? ERR_NOTFOUND : ERR_NONE))
        fail_msg("%s: %s", path, code ? "is there" : "is not there");
    return code;
}

void joining_must(struct fixture *f, const struct buf *names)
{
    assert_int_equal(joining_try(f, names, &f->out), ERR_NONE);
    assert_int_equal(file_write(f->p.path, f->out.p, f->out.len, &f->e), ERR_NONE);
}
