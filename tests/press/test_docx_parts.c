/* DOCX letter by letter: the page and its foot, letters that are counted apart, what ties the archive together. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "tests/press/docx_fragments.h"
#include "tests/press/paper.h"

static void docx__puts_the_page_and_its_foot_as_the_tree_says(void **state)
{
    struct docx_fixture *f = *state;
    struct document_tree *t = docx_begin(f);
    t->page_width = 330;
    t->page_height = 215;
    t->footer = "Sidik: A & B";
    t->watermark = "DRAF";
    docx_make(f, t);
    assert_string_equal(docx_between(f, docx_part_text(f, "word/document.xml"), "<w:sectPr>", "</w:sectPr>"),
                        "<w:headerReference w:type=\"default\" r:id=\"rId5\"/><w:footerReference w:type=\"default\" "
                        "r:id=\"rId4\"/><w:pgSz w:w=\"18709\" w:h=\"12189\" w:orient=\"landscape\"/><w:pgMar "
                        "w:top=\"1134\" w:right=\"1134\" w:bottom=\"1417\" w:left=\"1701\" w:header=\"567\" "
                        "w:footer=\"610\" w:gutter=\"0\"/>");
#define SIMPLE(code) "<w:fldSimple w:instr=\" " code " \">" RUN("1") "</w:fldSimple>"
    assert_string_equal(docx_between(f, docx_part_text(f, "word/footer1.xml"), "main\">", "</w:ftr>"),
                        P(STYLE("Footer"), RUN("Sidik: A &amp; B") "<w:r><w:tab/></w:r>" RUN("Halaman ") SIMPLE("PAGE")
                                           RUN(" dari ") "<w:fldSimple w:instr=\" NUMPAGES \"></w:fldSimple>"));
    assert_non_null(strstr(docx_part_text(f, "word/header1.xml"), "string=\"DRAF\"/>"));
    t->watermark = NULL;
    docx_make(f, t);
    assert_null(docx_part_text(f, "word/header1.xml"));
    assert_null(strstr(docx_part_text(f, "word/document.xml"), "headerReference"));
}

static void docx__has_no_foot_on_a_cover(void **state)
{
    struct docx_fixture *f = *state;
    struct document_tree *t = docx_begin(f);
    t->cover = true;
    t->watermark = "DRAF";
    docx_make(f, t);
    const char *section = docx_between(f, docx_part_text(f, "word/document.xml"), "<w:sectPr>", "</w:sectPr>");
    assert_non_null(strstr(section, "<w:headerReference w:type=\"first\" r:id=\"rId6\"/>"));
    assert_null(strstr(section, "<w:footerReference w:type=\"first\""));
    assert_non_null(strstr(section, "w:gutter=\"0\"/><w:titlePg/>"));
    assert_string_equal(docx_part_text(f, "word/header2.xml"), docx_part_text(f, "word/header1.xml"));
}

#define PAGE "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1417\" " \
    "w:left=\"1701\" w:header=\"567\" w:footer=\"610\" w:gutter=\"0\"/><w:pgNumType w:start=\"1\"/>"
#define SECTION(foot) "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"" foot "\"/>" PAGE "</w:sectPr>"
/* Order of the children: CT_PPr, in which the section comes last, and CT_SectPr. */
#define SECTION_END(foot) P(STYLE("Gap") "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>" SECTION(foot), "")
#define OF_SECTION(pages) P(STYLE("Footer"), "<w:r><w:tab/></w:r>" RUN("Halaman ") SIMPLE("PAGE") RUN(" dari ") \
    "<w:fldSimple w:instr=\" SECTIONPAGES \">" RUN(pages) "</w:fldSimple>")

/* Letters in one file: each is a section that begins with page 1 and tells how many pages it has itself. */
static void docx__counts_the_pages_of_each_letter(void **state)
{
    struct docx_fixture *f = *state;
    struct document_tree *t = docx_begin(f);
    tree_add(t, NODE_PAGE_BREAK)->counts_anew = true;
    tree_add_fact(t, tree_add(t, NODE_FACTS), "a", "b"); /* a section does not begin with a page break of its own */
    tree_add(t, NODE_PAGE_BREAK);
    tree_paragraph(t, "lembar kedua");
    tree_add(t, NODE_PAGE_BREAK)->counts_anew = true;
    tree_paragraph(t, "surat ketiga");
    docx_make(f, t);
    const char *doc = docx_part_text(f, "word/document.xml");
    assert_string_equal(docx_between(f, doc, "<w:body>", "</w:body>"),
                        P(BEFORE("0") JC("both"), RUN("x")) SECTION_END("rId4")
                        TABLE("PlainTable", "9071", COLUMN("304") COLUMN("226") COLUMN("8541"))
                        ROW("", CELL("304", "", P(STYLE("Facts"), RUN("a"))) CELL("226", "", P(STYLE("Facts"), RUN(":")))
                                CELL("8541", "", P(STYLE("Facts"), RUN("b")))) "</w:tbl>"
                        P("<w:pageBreakBefore/>" BEFORE("0") JC("both"), RUN("lembar kedua")) SECTION_END("rId10")
                        P(BEFORE("0") JC("both"), RUN("surat ketiga")) SECTION("rId4"));
    const char *rels = docx_part_text(f, "word/_rels/document.xml.rels");
    assert_non_null(strstr(rels, "Id=\"rId10\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                                 "footer\" Target=\"footer2.xml\"/>"));
    assert_string_equal(docx_between(f, docx_part_text(f, "word/footer1.xml"), "main\">", "</w:ftr>"), OF_SECTION("1"));
    assert_string_equal(docx_between(f, docx_part_text(f, "word/footer2.xml"), "main\">", "</w:ftr>"), OF_SECTION("2"));
    assert_null(docx_part_text(f, "word/footer3.xml"));
}

/* Only the first letter has a cover; pictures come behind all feet. */
static void docx__gives_sections_and_pictures_ids_of_their_own(void **state)
{
    struct docx_fixture *f = *state;
    struct buf png = BUF_INIT;
    struct document_tree *t = docx_begin(f);
    paper_png(&png, 60, 40);
    t->cover = true;
    tree_add(t, NODE_PAGE_BREAK)->counts_anew = true;
    tree_paragraph(t, "satu");
    tree_add(t, NODE_PAGE_BREAK);
    struct node *n = tree_add(t, NODE_PICTURE);
    n->picture = png.p;
    n->picture_size = png.len;
    docx_make(f, t);
    const char *doc = docx_part_text(f, "word/document.xml"), *first = strstr(doc, "<w:titlePg/>");
    assert_non_null(first);
    assert_null(strstr(first + 1, "<w:titlePg/>"));
    assert_non_null(strstr(doc, "r:embed=\"rId11\""));
    assert_non_null(strstr(docx_part_text(f, "word/_rels/document.xml.rels"), "Id=\"rId11\" Type=\"http://schemas."
                           "openxmlformats.org/officeDocument/2006/relationships/image\""));
    buf_done(&png);
}

/* Setting all the words twice only to throw the pages away doubles the time of a DOCX. */
static void docx__says_the_same_with_and_without_pages(void **state)
{
    struct docx_fixture *f = *state;
    struct document_tree *t = paper_sample(f->a, 9);
    docx_make(f, t);
    assert_int_equal(f->p.n_pages, 0);
    const char *alone = arena_strdup(f->a, docx_part_text(f, "word/document.xml"));
    struct press whole = {.tree = t, .arena = f->a};
    struct err e = {0};
    assert_int_equal(fonts_open(&whole.fonts, false, &e), ERR_NONE);
    layout_pages(&whole);
    assert_true(whole.n_pages > 1);
    struct docx_part *parts = docx_parts(&whole), *part = parts;
    while (strcmp(part->name, "word/document.xml") != 0)
        part = part->next;
    assert_string_equal(buf_str(&part->bytes), alone);
    docx_parts_done(parts);
    layout_done(&whole);
    fonts_close(&whole.fonts);
}

#define OVERRIDE(name, type) "<Override PartName=\"/" name "\" ContentType=\"application/vnd.openxmlformats-" type "+xml\"/>"
#define WORD "officedocument.wordprocessingml."

static void docx__names_the_type_of_every_part(void **state)
{
    struct docx_fixture *f = *state;
    docx_make(f, docx_begin(f));
    assert_string_equal(docx_part_text(f, "[Content_Types].xml"),
                        DOCX_XML "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
                        "<Default Extension=\"png\" ContentType=\"image/png\"/>"
                        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        OVERRIDE("docProps/core.xml", "package.core-properties")
                        OVERRIDE("docProps/app.xml", "officedocument.extended-properties")
                        OVERRIDE("word/document.xml", WORD "document.main") OVERRIDE("word/styles.xml", WORD "styles")
                        OVERRIDE("word/settings.xml", WORD "settings") OVERRIDE("word/numbering.xml", WORD "numbering")
                        OVERRIDE("word/footer1.xml", WORD "footer") "</Types>");
}

#define REL(id, type, target) "<Relationship Id=\"rId" id "\" Type=\"http://schemas.openxmlformats.org/" type "\" Target=\"" target "\"/>"
#define OFFICE "officeDocument/2006/relationships/"
#define RELS "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"

static void docx__relates_its_parts(void **state)
{
    struct docx_fixture *f = *state;
    struct document_tree *t = paper_sample(f->a, 1);
    t->watermark = "DRAF";
    docx_make(f, t);
    assert_string_equal(docx_part_text(f, "_rels/.rels"),
                        DOCX_XML RELS REL("1", OFFICE "officeDocument", "word/document.xml")
                        REL("2", "package/2006/relationships/metadata/core-properties", "docProps/core.xml")
                        REL("3", OFFICE "extended-properties", "docProps/app.xml") "</Relationships>");
    assert_string_equal(docx_part_text(f, "word/_rels/document.xml.rels"),
                        DOCX_XML RELS REL("1", OFFICE "styles", "styles.xml") REL("2", OFFICE "settings", "settings.xml")
                        REL("3", OFFICE "numbering", "numbering.xml") REL("4", OFFICE "footer", "footer1.xml")
                        REL("5", OFFICE "header", "header1.xml") REL("10", OFFICE "image", "media/image1.png")
                        "</Relationships>");
}

static void docx__says_what_it_is_and_from_when(void **state)
{
    struct docx_fixture *f = *state;
    struct document_tree *t = docx_begin(f);
    t->title = "Judul <1>";
    t->author = "Dinas";
    t->date = 1794444300000;
    docx_make(f, t);
    const char *core = docx_part_text(f, "docProps/core.xml");
    assert_non_null(strstr(core, "<dc:title>Judul &lt;1&gt;</dc:title><dc:creator>Dinas</dc:creator>"
                                 "<dc:language>id-ID</dc:language>"));
    assert_non_null(strstr(core, "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-11-12T00:45:00Z</dcterms:created>"));
    assert_non_null(strstr(docx_part_text(f, "word/styles.xml"), "<w:lang w:val=\"id-ID\" "));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, docx_set_up, docx_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(docx__puts_the_page_and_its_foot_as_the_tree_says),
        TEST(docx__has_no_foot_on_a_cover),
        TEST(docx__counts_the_pages_of_each_letter),
        TEST(docx__gives_sections_and_pictures_ids_of_their_own),
        TEST(docx__says_the_same_with_and_without_pages),
        TEST(docx__names_the_type_of_every_part),
        TEST(docx__relates_its_parts),
        TEST(docx__says_what_it_is_and_from_when),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
