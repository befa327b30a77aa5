/* Pictures made smaller and clean, and PDFs joined. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cairo.h>
#include <jpeglib.h>
#include <qpdf/qpdf-c.h>

#include "base/file.h"
#include "model/exif.h"
#include "model/jpeg.h"
#include "press/fit.h"
#include "press/join.h"
#include "tests/press/paper.h"

struct fixture {
    struct arena *a;
    struct paper p;
    struct buf out, word;
    struct err e;
};

static int set_up(void **state)
{
    struct fixture *f = mem_zalloc(sizeof *f);
    f->a = arena_new();
    f->p = paper_new();
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    paper_done(&f->p);
    buf_done(&f->out);
    buf_done(&f->word);
    arena_free(f->a);
    free(f);
    return 0;
}

static void must_fit(struct fixture *f, const struct buf *in, int box)
{
    buf_clear(&f->out);
    assert_int_equal(fit_picture_bytes(in->p, in->len, box, &f->out, &f->word, &f->e), ERR_NONE);
}

struct decoded {
    struct jpeg_decompress_struct d;
    struct jpeg_error_mgr m;
    unsigned char *px;
    size_t w, h;
};

static struct decoded decode(const struct buf *b)
{
    struct decoded r = {.px = NULL};
    r.d.err = jpeg_std_error(&r.m);
    jpeg_create_decompress(&r.d);
    jpeg_mem_src(&r.d, (const unsigned char *)b->p, b->len);
    jpeg_read_header(&r.d, TRUE);
    r.d.out_color_space = JCS_RGB;
    jpeg_start_decompress(&r.d);
    r.w = r.d.output_width;
    r.h = r.d.output_height;
    r.px = mem_alloc(r.w * r.h * 3);
    while (r.d.output_scanline < r.d.output_height) {
        JSAMPROW row = r.px + r.d.output_scanline * r.w * 3;
        jpeg_read_scanlines(&r.d, &row, 1);
    }
    jpeg_finish_decompress(&r.d);
    jpeg_destroy_decompress(&r.d);
    return r;
}

static bool is_dark(const struct decoded *d, size_t x, size_t y)
{
    return d->px[(y * d->w + x) * 3] < 100;
}

static void fit__carries_nothing_but_what_is_seen(void **state)
{
    struct fixture *f = *state;
    struct buf in = BUF_INIT;
    paper_jpeg(&in, 320, 160, 6);
    assert_non_null(memmem(in.p, in.len, "GPS-RAHASIA", 11)); /* or the test could not fail */
    must_fit(f, &in, 100);
    struct jpeg_walk w;
    struct jpeg_segment s;
    assert_true(jpeg_begin(&w, f->out.p, f->out.len));
    enum jpeg_step step;
    while ((step = jpeg_next(&w, &s)) == JPEG_SEGMENT)
        assert_true(s.marker != 0xFE && (s.marker < 0xE1 || s.marker > 0xEF));
    assert_int_equal(step, JPEG_END);
    assert_null(memmem(f->out.p, f->out.len, "RAHASIA", 7));
    buf_done(&in);
}

static void fit__stands_upright_within_the_box_for_every_orientation(void **state)
{
    struct fixture *f = *state;
    static const char corners[] = "?abdcabdc"; /* a b / c d: the dark corner as seen */
    for (int o = 1; o <= 8; o++) {
        struct buf in = BUF_INIT;
        struct exif x;
        paper_jpeg(&in, 320, 160, o);
        must_fit(f, &in, 100);
        assert_true(exif_read(f->out.p, f->out.len, &x));
        assert_int_equal(x.orientation, 1);
        assert_int_equal(x.width, o >= 5 ? 50 : 100);
        assert_int_equal(x.height, o >= 5 ? 100 : 50);
        struct decoded d = decode(&f->out);
        size_t right = d.w - 3, low = d.h - 3;
        if (is_dark(&d, 2, 2) != (corners[o] == 'a') || is_dark(&d, right, 2) != (corners[o] == 'b') ||
            is_dark(&d, 2, low) != (corners[o] == 'c') || is_dark(&d, right, low) != (corners[o] == 'd'))
            fail_msg("orientation %d is turned wrong", o);
        free(d.px);
        buf_done(&in);
    }
}

static void fit__never_makes_a_picture_larger(void **state)
{
    struct fixture *f = *state;
    struct buf in = BUF_INIT;
    struct exif x;
    paper_jpeg(&in, 320, 160, 1);
    must_fit(f, &in, 2000);
    assert_true(exif_read(f->out.p, f->out.len, &x));
    assert_int_equal(x.width, 320);
    assert_int_equal(x.height, 160);
    buf_done(&in);
}

static void fit__a_png_keeps_its_colour(void **state)
{
    struct fixture *f = *state;
    struct buf in = BUF_INIT;
    paper_png(&in, 60, 40);
    must_fit(f, &in, 30);
    struct decoded d = decode(&f->out);
    assert_int_equal(d.w, 30);
    assert_int_equal(d.h, 20);
    const unsigned char *corner = d.px + (2 * 30 + 2) * 3; /* 0.8 0.2 0.1; a yellow disc in the middle */
    const unsigned char *middle = d.px + (10 * 30 + 15) * 3;
    assert_true(corner[0] > 180 && corner[1] < 80 && corner[2] < 60);
    assert_true(middle[0] > 220 && middle[1] > 200);
    free(d.px);
    buf_done(&in);
}

static cairo_status_t collect(void *ctx, const unsigned char *p, unsigned int n)
{
    buf_add(ctx, p, n);
    return CAIRO_STATUS_SUCCESS;
}

static void fit__what_shines_through_becomes_white(void **state)
{
    struct fixture *f = *state;
    struct buf in = BUF_INIT;
    cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 40, 40);
    cairo_t *cr = cairo_create(s);
    cairo_set_source_rgba(cr, 0, 0, 0, 1);
    cairo_rectangle(cr, 0, 0, 40, 20);
    cairo_fill(cr);
    cairo_destroy(cr);
    cairo_surface_write_to_png_stream(s, collect, &in);
    cairo_surface_destroy(s);
    must_fit(f, &in, 40);
    struct decoded d = decode(&f->out);
    assert_true(is_dark(&d, 20, 4));
    assert_true(d.px[(34 * d.w + 20) * 3] > 245);
    free(d.px);
    buf_done(&in);
}

static void fit__the_same_picture_gives_the_same_bytes(void **state)
{
    struct fixture *f = *state;
    struct buf in = BUF_INIT, first = BUF_INIT;
    paper_jpeg(&in, 640, 480, 8);
    must_fit(f, &in, 200);
    buf_add(&first, f->out.p, f->out.len);
    must_fit(f, &in, 200);
    assert_int_equal(first.len, f->out.len);
    assert_memory_equal(first.p, f->out.p, first.len);
    buf_done(&first);
    buf_done(&in);
}

static void fit__refuses_in_one_word_and_a_sentence(void **state)
{
    struct fixture *f = *state;
    struct buf good = BUF_INIT;
    paper_jpeg(&good, 320, 160, 1);
    assert_int_equal(fit_picture_bytes("halo", 4, 100, &f->out, &f->word, &f->e), ERR_INPUT);
    assert_string_equal(buf_str(&f->word), "unknown");
    buf_clear(&f->word);
    assert_int_equal(fit_picture_bytes(good.p, good.len / 2, 100, &f->out, &f->word, &f->e), ERR_CORRUPT);
    assert_string_equal(buf_str(&f->word), "cut");
    assert_true(strlen(f->e.text) > 20);
    assert_int_equal(f->out.len, 0);
    buf_done(&good);
}

/* --- joining --- */

static struct document_tree *words(struct fixture *f, const char *text)
{
    struct document_tree *t = tree_new(f->a);
    tree_paragraph(t, "%s", text);
    return t;
}

static void names_add(struct buf *b, const char *path)
{
    buf_add(b, path, strlen(path) + 1);
}

static void join__pages_follow_each_other(void **state)
{
    struct fixture *f = *state;
    struct buf one = BUF_INIT, names = BUF_INIT, again = BUF_INIT;
    const char *first = arena_printf(f->a, "%s/satu.pdf", f->p.folder);
    paper_must_press(&f->p, words(f, "halaman satu"));
    assert_int_equal(file_read(f->p.path, SIZE_MAX, &one, &f->e), ERR_NONE);
    assert_int_equal(file_write(first, one.p, one.len, &f->e), ERR_NONE);
    paper_must_press(&f->p, words(f, "halaman dua"));
    names_add(&names, first);
    names_add(&names, f->p.path);
    assert_int_equal(join_pdfs(names.p, names.len, &f->out, &f->e), ERR_NONE);
    assert_int_equal(join_pdfs(names.p, names.len, &again, &f->e), ERR_NONE);
    assert_int_equal(again.len, f->out.len);
    assert_memory_equal(again.p, f->out.p, again.len);
    assert_int_equal(file_write(f->p.path, f->out.p, f->out.len, &f->e), ERR_NONE);
    assert_int_equal(paper_pages(f->a, &f->p), 2);
    assert_int_equal(paper_page_of(f->a, &f->p, "satu"), 1);
    assert_int_equal(paper_page_of(f->a, &f->p, "dua"), 2);
    buf_done(&one);
    buf_done(&names);
    buf_done(&again);
}

static void join__a_damaged_file_is_named(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT;
    const char *bad = arena_printf(f->a, "%s/rusak.pdf", f->p.folder);
    assert_int_equal(file_write(bad, "bukan pdf", 9, &f->e), ERR_NONE);
    names_add(&names, bad);
    assert_int_equal(join_pdfs(names.p, names.len, &f->out, &f->e), ERR_CORRUPT);
    assert_non_null(strstr(f->e.text, "rusak.pdf"));
    assert_int_equal(f->out.len, 0);
    buf_done(&names);
}

/* The file that the press just made, under another name. */
static const char *kept(struct fixture *f, const char *name)
{
    struct buf b = BUF_INIT;
    const char *path = arena_printf(f->a, "%s/%s", f->p.folder, name);
    assert_int_equal(file_read(f->p.path, SIZE_MAX, &b, &f->e), ERR_NONE);
    assert_int_equal(file_write(path, b.p, b.len, &f->e), ERR_NONE);
    buf_done(&b);
    return path;
}

static void join__contents_still_lead_to_their_pages_under_one_outline(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT;
    paper_must_press(&f->p, words(f, "halaman satu"));
    names_add(&names, kept(f, "satu.pdf"));
    paper_must_press(&f->p, paper_report(f->a));
    const char *report = kept(f, "laporan.pdf"), *foreign = arena_printf(f->a, "%s/asing.pdf", f->p.folder);
    names_add(&names, report);
    names_add(&names, report);
    paper_tool(f->a, (const char *[]){"pdfseparate", "-l", "1", report, foreign, NULL});
    names_add(&names, foreign);
    assert_int_equal(join_pdfs(names.p, names.len, &f->out, &f->e), ERR_NONE);
    assert_int_equal(file_write(f->p.path, f->out.p, f->out.len, &f->e), ERR_NONE);
    char *xml = paper_tool(f->a, (const char *[]){"pdftohtml", "-xml", "-i", "-stdout", f->p.path, NULL});
    const char *first = strstr(xml, "BAB 2 PELAKSANAAN</b></a>"), *second = strstr(first + 1, "BAB 2 PELAKSANAAN</b></a>");
    while (strncmp(first, "href=", 5) != 0)
        first--;
    while (strncmp(second, "href=", 5) != 0)
        second--;
    int pages = (paper_pages(f->a, &f->p) - 2) / 2, here = atoi(strchr(first, '#') + 1);
    assert_int_equal(here, 1 + 5);
    assert_int_equal(atoi(strchr(second, '#') + 1), here + pages);
    const char *outline = arena_printf(f->a, "<item page=\"2\">Laporan Forum Konsultasi Publik</item>\n"
                                             "<item page=\"%d\">Laporan Forum Konsultasi Publik</item>\n",
                                       2 + pages);
    assert_non_null(strstr(xml, "<item page=\"1\">"));
    assert_non_null(strstr(xml, outline));
    buf_done(&names);
}

/* Without indents, the numbers of objects, and the line of the document itself. */
static char *tags(struct fixture *f, const char *path)
{
    char *text = paper_tool(f->a, (const char *[]){"pdfinfo", "-struct-text", path, NULL}), *to = text;
    for (const char *s = text; *s;) {
        s += strspn(s, " ");
        size_t n = strcspn(s, "\n") + 1;
        bool told = strncmp(s, "Object ", 7) != 0 && strncmp(s, "Document\n", 9) != 0;
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
    paper_must_press(&f->p, words(f, "halaman satu"));
    const char *first = kept(f, "satu.pdf");
    paper_must_press(&f->p, paper_report(f->a));
    const char *report = kept(f, "laporan.pdf"), *again = kept(f, "lagi.pdf");
    names_add(&names, first);
    names_add(&names, report);
    names_add(&names, again);
    assert_int_equal(join_pdfs(names.p, names.len, &f->out, &f->e), ERR_NONE);
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
    names_add(&names, kept(f, "laporan.pdf"));
    names_add(&names, kept(f, "lagi.pdf"));
    assert_int_equal(join_pdfs(names.p, names.len, &f->out, &f->e), ERR_NONE);
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

static void join__with_a_scan_nothing_says_that_it_is_tagged(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT;
    paper_must_press(&f->p, paper_report(f->a));
    const char *report = kept(f, "laporan.pdf"), *scan = arena_printf(f->a, "%s/asing.pdf", f->p.folder);
    paper_tool(f->a, (const char *[]){"pdfseparate", "-l", "1", report, scan, NULL});
    names_add(&names, report);
    names_add(&names, scan);
    assert_int_equal(join_pdfs(names.p, names.len, &f->out, &f->e), ERR_NONE);
    assert_int_equal(file_write(f->p.path, f->out.p, f->out.len, &f->e), ERR_NONE);
    assert_non_null(strstr(paper_tool(f->a, (const char *[]){"pdfinfo", f->p.path, NULL}), "Tagged:          no"));
    qpdf_data q = qpdf_init();
    assert_int_equal(qpdf_read_memory(q, "x", f->out.p, f->out.len, NULL), QPDF_SUCCESS);
    for (int i = 0; i < 5000; i++) {
        qpdf_oh o = qpdf_get_object_by_id(q, i, 0);
        assert_false(qpdf_oh_is_dictionary(q, o) &&
                     (qpdf_oh_has_key(q, o, "/StructParents") || qpdf_oh_has_key(q, o, "/StructParent")));
    }
    qpdf_cleanup(&q);
    buf_done(&names);
}

static void join__one_with_a_password_is_named(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT;
    const char *locked = arena_printf(f->a, "%s/terkunci.pdf", f->p.folder);
    paper_must_press(&f->p, words(f, "rahasia"));
    qpdf_data q = qpdf_init();
    assert_int_equal(qpdf_read(q, f->p.path, NULL), QPDF_SUCCESS);
    qpdf_init_write(q, locked);
    qpdf_set_r6_encryption_parameters2(q, "buka", "pemilik", 1, 1, 1, 1, 1, 1, qpdf_r3p_full, 1);
    qpdf_set_static_ID(q, QPDF_TRUE);
    assert_int_equal(qpdf_write(q), QPDF_SUCCESS);
    qpdf_cleanup(&q);
    names_add(&names, locked);
    assert_int_equal(join_pdfs(names.p, names.len, &f->out, &f->e), ERR_CORRUPT);
    assert_non_null(strstr(f->e.text, "terkunci.pdf dikunci dengan kata sandi"));
    buf_done(&names);
}

static void join__leaves_out_what_is_not_seen(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT;
    struct document_tree *t = words(f, "halaman satu");
    t->title = "JUDUL-RAHASIA";
    t->author = "PENULIS-RAHASIA";
    paper_must_press(&f->p, t);
    qpdf_data q = qpdf_init(); /* as another program's scan, with something that starts by itself */
    assert_int_equal(qpdf_read(q, f->p.path, NULL), QPDF_SUCCESS);
    qpdf_set_info_key(q, "/Creator", "Pemindai");
    qpdf_oh_replace_key(q, qpdf_get_page_n(q, 0), "/AA", qpdf_oh_parse(q, "<< /O << /S /JavaScript /JS (app.alert) >> >>"));
    qpdf_init_write(q, kept(f, "pindaian.pdf"));
    qpdf_set_static_ID(q, QPDF_TRUE);
    assert_int_equal(qpdf_write(q), QPDF_SUCCESS);
    qpdf_cleanup(&q);
    names_add(&names, arena_printf(f->a, "%s/pindaian.pdf", f->p.folder));
    assert_int_equal(join_pdfs(names.p, names.len, &f->out, &f->e), ERR_NONE);
    assert_int_equal(file_write(f->p.path, f->out.p, f->out.len, &f->e), ERR_NONE);
    char *info = paper_tool(f->a, (const char *[]){"pdfinfo", f->p.path, NULL});
    assert_null(strstr(info, "RAHASIA"));
    assert_non_null(strstr(info, "JavaScript:      no"));
    char *xml = paper_tool(f->a, (const char *[]){"pdftohtml", "-xml", "-i", "-stdout", f->p.path, NULL});
    assert_non_null(strstr(xml, "<item page=\"1\">Berkas 1</item>"));
    assert_null(strstr(xml, "RAHASIA"));
    buf_done(&names);
}

static void join__wrong_bytes_never_bring_the_press_down(void **state)
{
    struct fixture *f = *state;
    struct buf good = BUF_INIT, names = BUF_INIT;
    int joined = 0, refused = 0;
    const char *path = arena_printf(f->a, "%s/salah.pdf", f->p.folder);
    paper_must_press(&f->p, paper_report(f->a));
    qpdf_data q = qpdf_init(); /* without packed objects, so that wrong bytes meet names and numbers */
    assert_int_equal(qpdf_read(q, f->p.path, NULL), QPDF_SUCCESS);
    qpdf_init_write(q, path);
    qpdf_set_static_ID(q, QPDF_TRUE);
    qpdf_set_qdf_mode(q, QPDF_TRUE);
    assert_int_equal(qpdf_write(q), QPDF_SUCCESS);
    qpdf_cleanup(&q);
    assert_int_equal(file_read(path, SIZE_MAX, &good, &f->e), ERR_NONE);
    names_add(&names, path);
    srand(20261112);
    for (int i = 0; i < 60; i++) {
        struct buf bad = BUF_INIT;
        buf_add(&bad, good.p, i % 10 == 9 ? good.len * (size_t)(i + 1) / 61 : good.len);
        for (int k = 0; k < 1 << (i % 10); k++)
            bad.p[(size_t)rand() % bad.len] = i % 2 ? (char)rand() : "0123456789 /<>[]R"[rand() % 17];
        assert_int_equal(file_write(path, bad.p, bad.len, &f->e), ERR_NONE);
        paper_feed(&f->p, "pdf-join", arena_printf(f->a, "%s/hasil.pdf", f->p.folder), names.p, names.len);
        const char *end = strchr(buf_str(&f->p.complained), '\n');
        if (f->p.status == 0 ? f->p.complained.len != 0 : f->p.status != 1 || !end || end[1] != '\0')
            fail_msg("round %d, status %d: %s", i, f->p.status, buf_str(&f->p.complained));
        joined += f->p.status == 0;
        refused += f->p.status == 1;
        buf_done(&bad);
    }
    print_message("%d joined, %d refused\n", joined, refused);
    assert_true(joined > 5 && refused > 0); /* both ways were gone */
    buf_done(&good);
    buf_done(&names);
}

static void press__says_broken_for_a_damaged_file_and_writes_nothing(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT;
    const char *bad = arena_printf(f->a, "%s/rusak.pdf", f->p.folder);
    assert_int_equal(file_write(bad, "bukan pdf", 9, &f->e), ERR_NONE);
    names_add(&names, bad);
    paper_feed(&f->p, "pdf-join", arena_printf(f->a, "%s/hasil.pdf", f->p.folder), names.p, names.len);
    assert_int_equal(f->p.status, 1);
    assert_string_equal(buf_str(&f->p.said), "broken\n");
    buf_done(&names);
}

#define TEST(t) cmocka_unit_test_setup_teardown(t, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(fit__carries_nothing_but_what_is_seen),
        TEST(fit__stands_upright_within_the_box_for_every_orientation),
        TEST(fit__never_makes_a_picture_larger),
        TEST(fit__a_png_keeps_its_colour),
        TEST(fit__what_shines_through_becomes_white),
        TEST(fit__the_same_picture_gives_the_same_bytes),
        TEST(fit__refuses_in_one_word_and_a_sentence),
        TEST(join__pages_follow_each_other),
        TEST(join__a_damaged_file_is_named),
        TEST(join__contents_still_lead_to_their_pages_under_one_outline),
        TEST(join__tags_of_our_papers_stand_side_by_side),
        TEST(join__every_number_of_the_tags_is_used_once),
        TEST(join__with_a_scan_nothing_says_that_it_is_tagged),
        TEST(join__one_with_a_password_is_named),
        TEST(join__leaves_out_what_is_not_seen),
        TEST(join__wrong_bytes_never_bring_the_press_down),
        TEST(press__says_broken_for_a_damaged_file_and_writes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
