/* The tags of a joined PDF: ours side by side, and one for each page of a scan. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <qpdf/qpdf-c.h>

#include "base/file.h"
#include "press/join.h"
#include "tests/press/joining.h"

/* Without indents, empty words (poppler 22), the numbers of objects, and the line of the document itself. */
static char *tags(struct fixture *f, const char *path)
{
    char *text = paper_tool(f->a, (const char *[]){"pdfinfo", "-struct-text", path, NULL}), *to = text;
    for (const char *s = text; *s;) {
        s += strspn(s, " ");
        size_t n = strcspn(s, "\n") + 1;
        bool told = strncmp(s, "Object ", 7) != 0 && strncmp(s, "Document\n", 9) != 0 &&
                    strncmp(s, "\"\"\n", 3) != 0;
        memmove(to, s, n);
        to += told ? n : 0;
        s += n;
    }
    *to = '\0';
    return text;
}

static void join__tags_of_our_papers_stand_side_by_side(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT;
    paper_must_press(&f->p, joining_words(f, "halaman satu"));
    const char *first = joining_kept(f, "satu.pdf");
    paper_must_press(&f->p, paper_report(f->a));
    const char *report = joining_kept(f, "laporan.pdf"), *again = joining_kept(f, "lagi.pdf");
    joining_add(&names, first);
    joining_add(&names, report);
    joining_add(&names, again);
    assert_int_equal(joining_try(f, &names, &f->out), ERR_NONE);
    assert_int_equal(file_write(f->p.path, f->out.p, f->out.len, &f->e), ERR_NONE);
    char *parts = arena_printf(f->a, "Part\n%sPart\n%sPart\n%s", tags(f, first),
                               tags(f, report), tags(f, again));
    assert_true(strlen(parts) > 2000);
    assert_string_equal(tags(f, f->p.path), parts);
    assert_non_null(strstr(paper_tool(f->a, (const char *[]){"pdfinfo", f->p.path, NULL}), "Tagged:          yes"));
    buf_done(&names);
}

/* What finds the tags of a page or of a link by its number. */
static void join__every_number_of_the_tags_is_used_once(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT;
    bool seen[1000] = {false};
    paper_must_press(&f->p, paper_report(f->a));
    joining_add(&names, joining_kept(f, "laporan.pdf"));
    joining_add(&names, joining_kept(f, "lagi.pdf"));
    assert_int_equal(joining_try(f, &names, &f->out), ERR_NONE);
    qpdf_data q = qpdf_init();
    assert_int_equal(qpdf_read_memory(q, "x", f->out.p, f->out.len, NULL), QPDF_SUCCESS);
    qpdf_oh root = qpdf_oh_get_key(q, qpdf_get_root(q), "/StructTreeRoot");
    qpdf_oh numbers = qpdf_oh_get_key(q, qpdf_oh_get_key(q, root, "/ParentTree"), "/Nums");
    int n = qpdf_oh_get_array_n_items(q, numbers), pages = qpdf_get_num_pages(q);
    for (int i = 0; i < n; i += 2)
        assert_int_equal(qpdf_oh_get_int_value(q, qpdf_oh_get_array_item(q, numbers, i)), i / 2);
    for (int i = 0; i < pages; i++) {
        qpdf_oh page = qpdf_get_page_n(q, (size_t)i), links = qpdf_oh_get_key(q, page, "/Annots");
        long long at = qpdf_oh_get_int_value(q, qpdf_oh_get_key(q, page, "/StructParents"));
        qpdf_oh of_page = qpdf_oh_get_array_item(q, numbers, (int)(2 * at + 1));
        qpdf_oh first = qpdf_oh_get_array_item(q, of_page, 0); /* a tag of this very page */
        assert_int_equal(qpdf_find_page_by_oh(q, qpdf_oh_get_key(q, first, "/Pg")), i);
        assert_false(seen[at]);
        seen[at] = true;
        for (int k = 0; qpdf_oh_is_array(q, links) && k < qpdf_oh_get_array_n_items(q, links); k++) {
            at = qpdf_oh_get_int_value(q, qpdf_oh_get_key(q, qpdf_oh_get_array_item(q, links, k), "/StructParent"));
            assert_false(seen[at]);
            seen[at] = true;
        }
    }
    for (int i = 0; i < n / 2; i++)
        assert_true(seen[i]);
    qpdf_cleanup(&q);
    buf_done(&names);
}

/* What is told of pictures from this tag down, in the order of reading; counts the tags whose piece lies in the page that
 * knows them by its number. */
static int told(qpdf_data q, qpdf_oh tag, qpdf_oh numbers, struct buf *ret)
{
    int found = 0;
    if (!qpdf_oh_is_dictionary(q, tag))
        return 0;
    qpdf_oh kids = qpdf_oh_get_key(q, tag, "/K"), page = qpdf_oh_get_key(q, tag, "/Pg");
    if (qpdf_oh_has_key(q, tag, "/Alt"))
        buf_printf(ret, "%s|", qpdf_oh_get_utf8_value(q, qpdf_oh_get_key(q, tag, "/Alt")));
    if (qpdf_oh_is_integer(q, kids)) {
        int at = (int)qpdf_oh_get_int_value(q, qpdf_oh_get_key(q, page, "/StructParents"));
        qpdf_oh of_page = qpdf_oh_get_array_item(q, numbers, 2 * at + 1), back = qpdf_oh_get_array_item(q, of_page, 0);
        found = qpdf_oh_get_object_id(q, back) == qpdf_oh_get_object_id(q, tag);
    }
    found += told(q, kids, numbers, ret);
    for (int i = 0; qpdf_oh_is_array(q, kids) && i < qpdf_oh_get_array_n_items(q, kids); i++)
        found += told(q, qpdf_oh_get_array_item(q, kids, i), numbers, ret);
    return found;
}

static int told_of(const struct buf *pdf, struct buf *ret)
{
    qpdf_data q = qpdf_init();
    assert_int_equal(qpdf_read_memory(q, "x", pdf->p, pdf->len, NULL), QPDF_SUCCESS);
    qpdf_oh root = qpdf_oh_get_key(q, qpdf_get_root(q), "/StructTreeRoot");
    int n = told(q, root, qpdf_oh_get_key(q, qpdf_oh_get_key(q, root, "/ParentTree"), "/Nums"), ret);
    qpdf_cleanup(&q);
    return n;
}

static void join__each_page_of_a_scan_is_a_tag_of_its_own(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT, said = BUF_INIT;
    paper_must_press(&f->p, joining_words(f, "kata-kata orang lain"));
    const char *foreign = joining_foreign(f), *scan = joining_scan(f, 2);
    paper_must_press(&f->p, paper_report(f->a));
    const char *report = joining_kept(f, "laporan.pdf");
    joining_add(&names, report);
    joining_must(f, &names);
    int own = told_of(&f->out, &said);
    buf_clear(&names);
    buf_clear(&said);
    buf_clear(&f->out);
    joining_add_as(&names, scan, "Berita acara \xE2\x80\x93 bertanda tangan");
    joining_add(&names, report);
    joining_add(&names, foreign);
    joining_add(&names, scan);
    joining_must(f, &names);
    char *parts = arena_printf(f->a, "Part\nFigure\nFigure\nPart\n%sPart\nP (block)\n\"kata-kata orang lain", tags(f, report));
    assert_memory_equal(tags(f, f->p.path), parts, strlen(parts));
    assert_non_null(strstr(paper_tool(f->a, (const char *[]){"pdfinfo", f->p.path, NULL}), "Tagged:          yes"));
    assert_int_equal(told_of(&f->out, &said), own + 2 + 1 + 2);
    static const char first[] = "Berita acara \xE2\x80\x93 bertanda tangan, halaman 1 dari 2 (pindaian)|"
                                "Berita acara \xE2\x80\x93 bertanda tangan, halaman 2 dari 2 (pindaian)|",
                      last[] = "|Berkas 4, halaman 1 dari 2 (pindaian)|Berkas 4, halaman 2 dari 2 (pindaian)|";
    assert_memory_equal(buf_str(&said), first, strlen(first));
    assert_string_equal(said.p + said.len - strlen(last), last);
    char *xml = paper_tool(f->a, (const char *[]){"pdftohtml", "-xml", "-i", "-stdout", f->p.path, NULL});
    assert_non_null(strstr(xml, "<item page=\"1\">Berita acara \xE2\x80\x93 bertanda tangan</item>"));
    buf_done(&names);
    buf_done(&said);
}

static void page_seen(struct fixture *f, const char *path, int page, struct buf *ret)
{
    char number[16], *stem = arena_printf(f->a, "%s/halaman", f->p.folder);
    snprintf(number, sizeof number, "%d", page);
    paper_tool(f->a, (const char *[]){"pdftoppm", "-r", "60", "-f", number, "-singlefile", path, stem, NULL});
    assert_int_equal(file_read(arena_printf(f->a, "%s.ppm", stem), SIZE_MAX, ret, &f->e), ERR_NONE);
}

static void join__a_marked_page_looks_as_before(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT;
    paper_must_press(&f->p, paper_report(f->a));
    const char *parts[] = {joining_scan(f, 2), joining_foreign(f)};
    const int pages[] = {2, 3};
    int before = 0;
    for (int i = 0; i < 2; before += pages[i], i++) {
        joining_add(&names, parts[i]);
        joining_must(f, &names);
        for (int k = 1; k <= pages[i]; k++) {
            struct buf was = BUF_INIT, is = BUF_INIT;
            page_seen(f, parts[i], k, &was);
            page_seen(f, f->p.path, before + k, &is);
            assert_int_equal(is.len, was.len);
            assert_memory_equal(is.p, was.p, was.len);
            buf_done(&was);
            buf_done(&is);
        }
        buf_clear(&f->out);
    }
    buf_done(&names);
}

/* What such a page shows cannot be marked; that there is one is still told. */
static void join__a_page_that_cannot_be_read_is_told_without_a_mark(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT, said = BUF_INIT;
    const char *path = joining_scan(f, 1), *bad = arena_printf(f->a, "%s/salah.pdf", f->p.folder);
    qpdf_data q = qpdf_init();
    assert_int_equal(qpdf_read(q, path, NULL), QPDF_SUCCESS);
    qpdf_oh stream = qpdf_oh_new_stream(q);
    qpdf_oh_replace_stream_data(q, stream, (const unsigned char *)"bukan deflate", 13, qpdf_oh_new_name(q, "/FlateDecode"),
                                qpdf_oh_new_null(q));
    qpdf_oh_replace_key(q, qpdf_get_page_n(q, 0), "/Contents", stream);
    qpdf_init_write(q, bad);
    qpdf_set_static_ID(q, QPDF_TRUE);
    qpdf_set_compress_streams(q, QPDF_FALSE);
    qpdf_set_decode_level(q, qpdf_dl_none);
    assert_int_equal(qpdf_write(q) & QPDF_ERRORS, 0);
    qpdf_cleanup(&q);
    joining_add(&names, bad);
    joining_must(f, &names);
    assert_int_equal(told_of(&f->out, &said), 0);
    assert_string_equal(buf_str(&said), "Berkas 1, halaman 1 dari 1 (pindaian)|");
    buf_done(&names);
    buf_done(&said);
}

/* The objects of the first file are not there twice, and those of the others not longer than they are needed. */
static void join__four_hundred_agreements_three_times_are_little_memory(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT;
    paper_must_press(&f->p, paper_sample(f->a, 400));
    const char *path = joining_kept(f, "empat-ratus.pdf");
    for (int i = 0; i < 3; i++)
        joining_add(&names, path);
    paper_feed(&f->p, "pdf-join", f->p.path, names.p, names.len);
    assert_int_equal(f->p.status, 0);
    assert_int_equal(paper_pages(f->a, &f->p) % 3, 0);
    print_message("%d pages joined: %ld kB of memory\n", paper_pages(f->a, &f->p), f->p.peak_kb);
#ifndef __SANITIZE_ADDRESS__ /* the sanitizers keep memory that was given back */
    assert_true(f->p.peak_kb < 38 * 1024);
#endif
    buf_done(&names);
}

#define TEST(t) cmocka_unit_test_setup_teardown(t, joining_set_up, joining_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(join__tags_of_our_papers_stand_side_by_side),
        TEST(join__every_number_of_the_tags_is_used_once),
        TEST(join__each_page_of_a_scan_is_a_tag_of_its_own),
        TEST(join__a_marked_page_looks_as_before),
        TEST(join__a_page_that_cannot_be_read_is_told_without_a_mark),
        TEST(join__four_hundred_agreements_three_times_are_little_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
