/* What machines and readers aloud get from a PDF: tags, outline, links. Read back by poppler. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <qpdf/qpdf-c.h>

#include "tests/press/paper.h"

static char *info(struct press_test *f, const char *option)
{
    return paper_tool(f->a, (const char *[]){"pdfinfo", f->p.path, option, NULL});
}

static size_t count(const char *text, const char *word)
{
    size_t n = 0;
    for (const char *s = text; (s = strstr(s, word)); s += strlen(word))
        n++;
    return n;
}

static struct document_tree *small_paper(struct arena *a)
{
    struct document_tree *t = tree_new(a);
    struct node *n = tree_add(t, NODE_TITLE);
    tree_add_run(t, n, "JUDUL", true, 1);
    tree_add_run(t, n, "BARIS KEDUA", true, 1);
    tree_paragraph(t, "Alinea.");
    tree_chapter(t, 0, "Bab satu");
    n = tree_add(t, NODE_LIST);
    tree_add_item(t, n, "butir");
    tree_chapter(t, 1, "Bagian satu");
    const struct column columns[] = {{"No.", 1, ALIGN_CENTER}, {"Uraian", 5, ALIGN_LEFT}};
    struct table *tb = tree_table(t, columns, 2);
    tree_row(t, tb, (const char *[]){"1.", "isi"});
    n = tree_add(t, NODE_SIGNATURES);
    tree_signature(t, n)->head[0] = "Kiri,";
    tree_signature(t, n)->head[0] = "Kanan,";
    n = tree_add(t, NODE_PICTURES);
    n->across = 2;
    n->per_page = 4;
    paper_add_photos(t, 2);
    n->pictures[0].caption = "Foto kiri";
    n->pictures[1].caption = "Foto kanan";
    return t;
}

static void tags__follow_the_tree_in_the_order_of_reading(void **state)
{
    struct press_test *f = *state;
    paper_must_press(&f->p, small_paper(f->a));
    assert_non_null(strstr(info(f, NULL), "Tagged:          yes"));
    char *said = info(f, "-struct-text"), *to = said;
    for (const char *s = said; *s; s++) /* without indents and empty words (poppler 22), and in one line */
        if (strncmp(s, "\"\"", 2) == 0)
            s++;
        else if (*s == '\n' || (*s == ' ' && (to == said || to[-1] == ' ')))
            to += to > said && to[-1] != ' ' ? (*to = ' ', 1) : 0;
        else
            *to++ = *s;
    *to = '\0';
    static const char expected[] =
        "Document H1 (block) \"JUDUL BARIS KEDUA\" P (block) \"Alinea.\" H2 (block) \"Bab satu\" "
        "L (block) LI (block) Lbl (block) \"\xE2\x80\xA2\" LBody (block) \"butir\" H3 (block) \"Bagian satu\" "
        "Table (block) TR TH \"No.\" TH \"Uraian\" TR TD \"1.\" TD \"isi\" "
        "P (block) \"Kiri, ..................................................\" P (block) \"Kanan, ";
    if (strncmp(said, expected, sizeof expected - 1) != 0)
        fail_msg("%s", said);
    const char *rest = strstr(said, " Figure");
    assert_non_null(rest);
    assert_string_equal(rest, " Figure Caption \"Foto kiri\" Figure Caption \"Foto kanan\" ");
}

static void tags__leave_out_feet_and_repeated_heads(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = paper_sample(f->a, 40);
    paper_must_press(&f->p, t);
    assert_true(paper_pages(f->a, &f->p) > 6);
    char *tags = info(f, "-struct"), *text = info(f, "-struct-text");
    assert_int_equal(count(tags, " Table"), 2); /* a table goes on over pages */
    assert_int_equal(count(tags, " TH"), 10);
    assert_int_equal(count(tags, " TD"), (40 + 24) * 5);
    assert_int_equal(count(tags, " TR"), 2 + 40 + 24);
    assert_null(strstr(text, "Halaman"));
    assert_null(strstr(text, "7KQ2-M4XD"));
}

/* A word that poppler reads on the pages but not in the tags is lost for those who listen. */
static void tags__hold_every_word_also_behind_the_end_of_a_line(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = paper_sample(f->a, 5);
    struct buf words = BUF_INIT;
    for (int i = 0; i < 400; i++)
        buf_printf(&words, "kata%04d ", i);
    tree_paragraph(t, "%s", buf_str(&words));
    const struct column columns[] = {{"No.", 1, ALIGN_CENTER}, {"Uraian", 3, ALIGN_LEFT}};
    struct table *tb = tree_table(t, columns, 2);
    for (int i = 400; i < 1400; i++)
        buf_printf(&words, "kata%04d ", i);
    tree_row(t, tb, (const char *[]){"barispanjang dan seterusnya", buf_str(&words)});
    paper_must_press(&f->p, t);
    char *text = info(f, "-struct-text");
    for (int i = 0; i < 1400; i++) {
        size_t n = count(text, arena_printf(f->a, "kata%04d", i));
        if (n != (i < 400 ? 2 : 1))
            fail_msg("kata%04d stands %zu times in the tags", i, n);
    }
    assert_non_null(strstr(text, "kata0000 kata0001 kata0002 kata0003 kata0004 kata0005 kata0006 kata0007 kata0008"));
    assert_non_null(strstr(text, "barispanjang dan seterusnya"));
    buf_done(&words);
}

static void outline__nests_the_headings_with_their_pages(void **state)
{
    struct press_test *f = *state;
    paper_must_press(&f->p, paper_report(f->a));
    char *xml = paper_tool(f->a, (const char *[]){"pdftohtml", "-xml", "-i", "-stdout", f->p.path, NULL});
    char *outline = strstr(xml, "<outline>");
    assert_non_null(outline);
    static const char begin[] = "<outline>\n<item page=\"3\">BAB 1 PENDAHULUAN</item>\n<outline>\n"
                                "<item page=\"3\">A. Bagian 1.1 yang namanya cukup panjang</item>\n<outline>\n"
                                "<item page=\"3\">1) Rincian 1.1</item>\n</outline>\n"
                                "<item page=\"3\">B. Bagian 1.2 yang namanya cukup panjang</item>\n";
    assert_int_equal(strncmp(outline, begin, sizeof begin - 1), 0);
    assert_non_null(strstr(outline, arena_printf(f->a, "<item page=\"%d\">LAMPIRAN I \xE2\x80\x93 DOKUMENTASI</item>",
                                                 paper_pages(f->a, &f->p))));
    assert_int_equal(count(outline, "<item"), 16);
}

static void outline__takes_levels_that_are_left_out(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = tree_new(f->a);
    tree_chapter(t, 2, "dalam (tanpa bab)");
    tree_chapter(t, 0, "bab");
    tree_chapter(t, 2, "dalam lagi");
    tree_paragraph(t, "isi");
    paper_must_press(&f->p, t);
    char *xml = paper_tool(f->a, (const char *[]){"pdftohtml", "-xml", "-i", "-stdout", f->p.path, NULL});
    assert_non_null(strstr(xml, "<outline>\n<item page=\"1\">dalam (tanpa bab)</item>\n"
                                "<item page=\"1\">bab</item>\n<outline>\n<item page=\"1\">dalam lagi</item>\n"
                                "</outline>\n</outline>"));
}

/* The string under that key of the first object in the file that has it; "" when none has. */
static const char *string_of(struct press_test *f, qpdf_data q, const char *key, int which)
{
    for (int i = 1; i < 5000; i++) {
        qpdf_oh o = qpdf_get_object_by_id(q, i, 0);
        if (qpdf_oh_is_dictionary(q, o) && qpdf_oh_has_key(q, o, key) && which-- == 0)
            return arena_strdup(f->a, qpdf_oh_get_utf8_value(q, qpdf_oh_get_key(q, o, key)));
    }
    return "";
}

/* The words of the pictures from this tag down, in the order of reading. */
static void pictures_said(qpdf_data q, qpdf_oh tag, int depth, struct buf *ret)
{
    if (!qpdf_oh_is_dictionary(q, tag)) /* the number of a piece of the page */
        return;
    qpdf_oh kids = qpdf_oh_get_key(q, tag, "/K");
    int n = qpdf_oh_is_array(q, kids) ? qpdf_oh_get_array_n_items(q, kids) : 0;
    assert_true(depth < 20);
    if (qpdf_oh_has_key(q, tag, "/Alt")) {
        assert_string_equal(qpdf_oh_get_name(q, qpdf_oh_get_key(q, tag, "/S")), "/Figure");
        buf_printf(ret, "%s|", qpdf_oh_get_utf8_value(q, qpdf_oh_get_key(q, tag, "/Alt")));
    }
    pictures_said(q, kids, depth + 1, ret);
    for (int i = 0; i < n; i++)
        pictures_said(q, qpdf_oh_get_array_item(q, kids, i), depth + 1, ret);
}

static void document__tells_its_language_its_date_and_what_its_pictures_show(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = paper_sample(f->a, 2);
    struct node *n = tree_add(t, NODE_PICTURES);
    n->across = 2;
    n->per_page = 4;
    paper_add_photos(t, 3);
    n->pictures[0].caption = "Peserta dari Karang Jati \xE2\x80\x93 \"pagi\"";
    n->pictures[1].caption = NULL;
    n->pictures[2].bytes = NULL; /* an empty frame is no picture */
    paper_must_press(&f->p, t);
    qpdf_data q = qpdf_init();
    assert_int_equal(qpdf_read(q, f->p.path, NULL), QPDF_SUCCESS);
    assert_string_equal(string_of(f, q, "/Lang", 0), "id-ID");
    assert_string_equal(string_of(f, q, "/CreationDate", 0), "D:20261112004500Z");
    struct buf said = BUF_INIT;
    pictures_said(q, qpdf_oh_get_key(q, qpdf_get_root(q), "/StructTreeRoot"), 0, &said);
    assert_string_equal(buf_str(&said), "Lambang instansi|Peserta dari Karang Jati \xE2\x80\x93 \"pagi\"|"
                                        "Gambar tanpa keterangan|");
    buf_done(&said);
    qpdf_cleanup(&q);
}

static const char *info_text(qpdf_data q, const char *key)
{
    return qpdf_oh_get_utf8_value(q, qpdf_oh_get_key(q, qpdf_oh_get_key(q, qpdf_get_trailer(q), "/Info"), key));
}

static void title__may_hold_whatever_a_pdf_is_made_of(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = small_paper(f->a);
    t->title = "endobj >> (/CreationDate (D:19000101)) \\) <<";
    t->author = "   /CreationDate (1)\n/S /Figure\nendstream\nendobj\n";
    paper_must_press(&f->p, t);
    qpdf_data q = qpdf_init();
    assert_int_equal(qpdf_read(q, f->p.path, NULL), QPDF_SUCCESS);
    assert_string_equal(info_text(q, "/Title"), t->title);
    assert_string_equal(info_text(q, "/Author"), t->author);
    assert_string_equal(string_of(f, q, "/CreationDate", 0), "D:19700101000000Z");
    qpdf_cleanup(&q);
}

static void contents__lead_to_the_headings(void **state)
{
    struct press_test *f = *state;
    paper_must_press(&f->p, paper_report(f->a));
    char *places = info(f, "-dests");
    assert_int_equal(count(places, "XYZ"), 16);
    char *xml = paper_tool(f->a, (const char *[]){"pdftohtml", "-xml", "-i", "-stdout", f->p.path, NULL});
    const char *line = strstr(xml, "BAB 2 PELAKSANAAN</b></a>");
    assert_non_null(line);
    while (line > xml && strncmp(line, "href=", 5) != 0)
        line--;
    assert_non_null(strstr(line, "#"));
    assert_int_equal(atoi(strstr(line, "#") + 1), 5);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, paper_set_up, paper_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(tags__follow_the_tree_in_the_order_of_reading),
        TEST(tags__leave_out_feet_and_repeated_heads),
        TEST(tags__hold_every_word_also_behind_the_end_of_a_line),
        TEST(outline__nests_the_headings_with_their_pages),
        TEST(outline__takes_levels_that_are_left_out),
        TEST(document__tells_its_language_its_date_and_what_its_pictures_show),
        TEST(title__may_hold_whatever_a_pdf_is_made_of),
        TEST(contents__lead_to_the_headings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
