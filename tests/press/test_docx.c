/* DOCX letter by letter: each kind of node. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "tests/press/docx_fragments.h"
#include "tests/press/paper.h"

static void docx__writes_paragraphs_and_runs(void **state)
{
    struct docx_fixture *f = *state;
    struct document_tree *t = docx_begin(f);
    tree_paragraph(t, "Satu\ndua")->first_indent = true;
    struct node *n = tree_paragraph(t, "%s", "");
    n->align = ALIGN_RIGHT;
    n->keep_with_next = true;
    n = tree_add(t, NODE_PARAGRAPH);
    tree_add_run(t, n, "tebal", true, 0);
    tree_add_run(t, n, "besar", false, 1.5);
    assert_string_equal(docx_body(f, t),
                        P("<w:ind w:firstLine=\"709\"/>" JC("both"),
                          "<w:r><w:t xml:space=\"preserve\">Satu</w:t><w:br/><w:t xml:space=\"preserve\">dua</w:t></w:r>")
                        P(KEEP JC("right"), "")
                        P(JC("left"), "<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space=\"preserve\">tebal</w:t></w:r>"
                                      "<w:r><w:rPr><w:sz w:val=\"36\"/><w:szCs w:val=\"36\"/></w:rPr>"
                                      "<w:t xml:space=\"preserve\">besar</w:t></w:r>"));
}

static void docx__writes_titles_and_headings(void **state)
{
    struct docx_fixture *f = *state;
    struct document_tree *t = docx_begin(f);
    struct node *n = tree_add(t, NODE_TITLE);
    tree_add_run(t, n, "BERITA ACARA", true, 1);
    tree_add_run(t, n, "NOMOR: 5", false, 1);
    tree_paragraph(t, "Isi");
    tree_chapter(t, 1, "Bab");
    n = tree_heading(t, "DAFTAR HADIR");
    n->right = "LAMPIRAN I\nNomor 5";
    n->align = ALIGN_CENTER;
    assert_string_equal(docx_body(f, t),
                        P(STYLE("Title") BEFORE("336"), RUN("BERITA ACARA"))
                        P(STYLE("Title"), "<w:r><w:rPr><w:b w:val=\"0\"/><w:bCs w:val=\"0\"/></w:rPr>"
                                          "<w:t xml:space=\"preserve\">NOMOR: 5</w:t></w:r>")
                        P(BEFORE("240") JC("both"), RUN("Isi"))
                        P(STYLE("Heading2"), RUN("Bab"))
                        P(STYLE("Annex") KEEP "<w:ind w:left=\"7848\"/>",
                          "<w:r><w:t xml:space=\"preserve\">LAMPIRAN I</w:t><w:br/>"
                          "<w:t xml:space=\"preserve\">Nomor 5</w:t></w:r>")
                        P(STYLE("Heading1") BEFORE("288") JC("center"), RUN("DAFTAR HADIR")));
}

#define NUMBER(id) "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" id "\"/></w:numPr>"

static void docx__counts_every_numbered_list_from_one(void **state)
{
    struct docx_fixture *f = *state;
    struct document_tree *t = docx_begin(f);
    for (int i = 0; i < 3; i++) {
        struct node *n = tree_add(t, NODE_LIST);
        n->numbered = i < 2;
        tree_add_item(t, n, "satu");
        tree_add_item(t, n, "dua");
    }
    const char *got = docx_body(f, t);
    assert_string_equal(got, P(STYLE("ListNumber") KEEP NUMBER("2") BEFORE("120"), RUN("satu"))
                             P(STYLE("ListNumber") NUMBER("2"), RUN("dua"))
                             P(STYLE("ListNumber") KEEP NUMBER("3") BEFORE("120"), RUN("satu"))
                             P(STYLE("ListNumber") NUMBER("3"), RUN("dua"))
                             P(STYLE("ListBullet") KEEP NUMBER("1") BEFORE("120"), RUN("satu"))
                             P(STYLE("ListBullet") NUMBER("1"), RUN("dua")));
    const char *numbering = docx_part_text(f, "word/numbering.xml");
    assert_string_equal(docx_between(f, numbering, "</w:abstractNum><w:num w", "</w:numbering>"),
                        ":numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                        "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">"
                        "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
                        "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">"
                        "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>");
}

static void docx__writes_facts_as_a_table_without_lines(void **state)
{
    struct docx_fixture *f = *state;
    struct document_tree *t = docx_begin(f);
    struct node *n = tree_add(t, NODE_FACTS);
    tree_add_fact(t, n, "Hari", "Kamis");
    tree_add_fact(t, n, "Tempat", "Aula");
#define FACT(keep, label, value)                                                                            \
    ROW("", CELL("957", "", P(STYLE("Facts") keep, RUN(label))) CELL("227", "", P(STYLE("Facts") keep, RUN(":"))) \
        CELL("7887", "", P(STYLE("Facts") keep, RUN(value))))
    assert_string_equal(docx_body(f, t), GAP("120") TABLE("PlainTable", "9071", COLUMN("957") COLUMN("227") COLUMN("7887"))
                                    FACT(KEEP, "Hari", "Kamis") FACT("", "Tempat", "Aula") "</w:tbl>" LAST);
}

/* Short facts stay together with what follows them; one of three lines may go on over a page's end alone. */
static void docx__lets_go_of_a_long_fact(void **state)
{
    struct docx_fixture *f = *state;
    struct document_tree *t = docx_begin(f);
    struct node *n = tree_add(t, NODE_FACTS);
    char words[600] = "";
    for (size_t i = 0; i + 6 < sizeof words; i += 5)
        memcpy(words + i, "kata ", 6);
    tree_add_fact(t, n, "Hari", "Kamis");
    tree_add_fact(t, n, "Uraian", words);
    tree_add_fact(t, n, "Tempat", "Aula");
    const char *got = docx_body(f, t);
    const char *day = strstr(got, "Kamis"), *place = strstr(got, "Aula"), *text = strstr(got, "kata kata");
    assert_true(day && text && place);
    const char *cut = strstr(got, "<w:tr><w:trPr></w:trPr><w:tc>"); /* the long one may be cut, and only it */
    assert_true(cut && day < cut && cut < text);
    assert_null(strstr(text, "<w:trPr></w:trPr>"));
    const char *kept = strstr(got, "<w:pStyle w:val=\"Facts\"/><w:keepNext/>");
    assert_true(kept && kept < day); /* the first with the second */
    assert_null(strstr(cut, "<w:pStyle w:val=\"Facts\"/><w:keepNext/>"));
}

#define SHADED "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EDEDED\"/>" VALIGN("center")
#define DOTS(at) "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"" at "\"/></w:tabs>"
#define SIGN_HERE(number) RUN(number " ") "<w:r><w:tab/></w:r>"

static void docx__repeats_heads_keeps_rows_whole_and_leads_hands_apart(void **state)
{
    struct docx_fixture *f = *state;
    const struct column columns[] = {{"No", 1, ALIGN_CENTER}, {"Tanda Tangan", 3, ALIGN_LEFT}};
    struct document_tree *t = docx_begin(f);
    struct table *tb = tree_table(t, columns, 2);
    tb->row_height = 20; /* together no short table */
    tb->zigzag = true;
    for (int i = 1; i <= 5; i++) {
        const char *cells[] = {arena_printf(f->a, "%d.", i), i == 5 ? "(ada)" : NULL};
        tree_row(t, tb, cells);
    }
    tree_add(t, NODE_NOTE)->text = "*) Catatan";
#define NO(keep, number) CELL("2268", VALIGN("center"), P(STYLE("TableText") keep JC("center"), RUN(number)))
    assert_string_equal(
        docx_body(f, t),
        GAP("120") TABLE("PaperTable", "9071", COLUMN("2268") COLUMN("6803"))
        ROW("<w:tblHeader/>", CELL("2268", SHADED, P(STYLE("TableHead") KEEP, RUN("No")))
                              CELL("6803", SHADED, P(STYLE("TableHead") KEEP, RUN("Tanda Tangan"))))
        ROW(HIGH("1134"), NO(KEEP, "1.") CELL("6803", VALIGN("bottom"), P(STYLE("TableText") KEEP DOTS("3271"),
                                                                          SIGN_HERE("1."))))
        ROW(HIGH("1134"), NO("", "2.") CELL("6803", VALIGN("bottom"), P(STYLE("TableText") DOTS("6582")
                                                                        "<w:ind w:left=\"3311\"/>", SIGN_HERE("2."))))
        ROW(HIGH("1134"), NO(KEEP, "3.") CELL("6803", VALIGN("bottom"), P(STYLE("TableText") KEEP DOTS("3271"),
                                                                          SIGN_HERE("3."))))
        ROW(HIGH("1134"), NO(KEEP, "4.") CELL("6803", VALIGN("bottom"), P(STYLE("TableText") KEEP DOTS("6582")
                                                                          "<w:ind w:left=\"3311\"/>", SIGN_HERE("4."))))
        ROW(HIGH("1134"), NO("", "5.") CELL("6803", VALIGN("center"), P(STYLE("TableText"), RUN("(ada)"))))
        "</w:tbl>"
        P(STYLE("Note") "<w:ind w:left=\"283\" w:hanging=\"283\"/>", RUN("*)") "<w:r><w:tab/></w:r>" RUN("Catatan")));
}

static void docx__never_cuts_a_short_table(void **state)
{
    struct docx_fixture *f = *state;
    struct document_tree *t = docx_begin(f);
    struct table *tb = tree_table(t, &(struct column){"Acara", 1, ALIGN_LEFT}, 1);
    for (int i = 0; i < 11; i++)
        tree_row(t, tb, (const char *const[]){"acara"});
    tb = tree_table(t, &(struct column){"Uraian", 1, ALIGN_LEFT}, 1);
    for (int i = 0; i < 6; i++) /* but one of high rows may be */
        tree_row(t, tb, (const char *const[]){"satu\ndua\ntiga\nempat"});
    const char *got = docx_body(f, t), *kept = P(STYLE("TableText") KEEP, RUN("acara"));
    int n = 0;
    for (const char *at = got; (at = strstr(at, kept)) != NULL; at++)
        n++;
    assert_int_equal(n, 10); /* the last one is free */
    const char *high = strstr(got, "empat"), *second = high ? strstr(high + 1, "satu") : NULL;
    assert_non_null(second);
    assert_memory_equal(strstr(high, "<w:pStyle"), "<w:pStyle w:val=\"TableText\"/></w:pPr>", 37);
}

static void docx__splits_only_rows_that_no_page_can_hold(void **state)
{
    struct docx_fixture *f = *state;
    const struct column columns[] = {{"No", 1, ALIGN_CENTER}, {"Isi", 3, ALIGN_LEFT}};
    struct buf words = BUF_INIT;
    for (int i = 0; i < 1500; i++)
        buf_puts(&words, "kata ");
    struct document_tree *t = docx_begin(f);
    struct table *tb = tree_table(t, columns, 2);
    tree_row(t, tb, (const char *const[]){"1.", buf_str(&words)});
    words.p[words.len / 3] = '\0';
    tree_row(t, tb, (const char *const[]){"2.", buf_str(&words)});
    const char *got = docx_body(f, t);
    buf_done(&words);
    assert_non_null(strstr(got, "</w:tr><w:tr><w:trPr></w:trPr>"));
    assert_non_null(strstr(got, "</w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr>"));
}

static void docx__keeps_signatures_with_their_text(void **state)
{
    struct docx_fixture *f = *state;
    struct document_tree *t = docx_begin(f);
    tree_paragraph(t, "Demikian.");
    struct signature *s = tree_signature(t, tree_add(t, NODE_SIGNATURES));
    s->head[0] = "Kepala,";
    s->name = "Nama";
    s->foot[0] = "NIP 1";
#define EMPTY(keep) CELL("4535", "", P(STYLE("Sign") keep, ""))
    assert_string_equal(
        docx_body(f, t),
        P(KEEP JC("both"), RUN("Demikian.")) GAP("240") TABLE("PlainTable", "9071", COLUMN("4535") COLUMN("4536"))
        ROW("", EMPTY(KEEP) CELL("4536", "", P(STYLE("Sign") KEEP, RUN("Kepala,"))))
        ROW(HIGH("1134"), EMPTY(KEEP) CELL("4536", "", P(STYLE("Sign") KEEP, "")))
        ROW("", EMPTY("") CELL("4536", "", P(STYLE("Sign"), "<w:r><w:rPr><w:b/><w:bCs/><w:u w:val=\"single\"/></w:rPr>"
                                             "<w:t xml:space=\"preserve\">Nama</w:t></w:r>")
                                           P(STYLE("Sign"), RUN("NIP 1")))) "</w:tbl>" LAST);
}

/* A picture of 60 x 40 pixels. */
#define DRAWING(id, words, rel)                                                                                      \
    "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"571500\" "           \
    "cy=\"381000\"/><wp:docPr id=\"" id "\" name=\"Gambar " id "\" descr=\"" words "\"/><wp:cNvGraphicFramePr>"      \
    "<a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData "                   \
    "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"" id     \
    "\" name=\"Gambar " id "\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"" rel "\"/><a:stretch>" \
    "<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"571500\" "        \
    "cy=\"381000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"                 \
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
#define SIDE(word) "<w:" word " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
#define FRAME "<w:tcBorders>" SIDE("top") SIDE("left") SIDE("bottom") SIDE("right") "</w:tcBorders>"

static void docx__shows_pictures_with_captions_and_frames_for_missing_ones(void **state)
{
    struct docx_fixture *f = *state;
    struct buf png = BUF_INIT;
    struct document_tree *t = docx_begin(f);
    paper_png(&png, 60, 40);
    struct node *n = tree_add(t, NODE_PICTURE);
    n->picture = png.p;
    n->picture_size = png.len;
    n->text = "Foto \"A\"";
    n = tree_add(t, NODE_PICTURES);
    n->across = n->per_page = 2;
    tree_picture(t, n)->caption = "kosong";
    *tree_picture(t, n) = (struct picture){png.p, png.len, NULL};
    tree_add(t, NODE_PICTURE)->picture = "rusak";
    t->last->picture_size = 5;
#define PICTURE(keep) P(STYLE("Picture") keep, "")
    assert_string_equal(
        docx_body(f, t),
        P(STYLE("Picture") KEEP BEFORE("240"), DRAWING("1", "Foto &quot;A&quot;", "rId10"))
        P(STYLE("Caption"), RUN("Foto &quot;A&quot;"))
        GAP("240") TABLE("PlainTable", "9071", COLUMN("4365") COLUMN("341") COLUMN("4365"))
        ROW(HIGH("2910"), CELL("4365", FRAME VALIGN("center"), PICTURE(KEEP)) CELL("341", VALIGN("center"), PICTURE(KEEP))
                          CELL("4365", VALIGN("center"), P(STYLE("Picture") KEEP, DRAWING("2", "", "rId10"))))
        ROW("", CELL("4365", "", P(STYLE("Caption"), RUN("kosong"))) CELL("341", "", P(STYLE("Caption"), ""))
                CELL("4365", "", P(STYLE("Caption"), ""))) "</w:tbl>"
        GAP("240") TABLE("PlainTable", "9071", COLUMN("9071"))
        ROW(HIGH("3742"), CELL("9071", FRAME VALIGN("center"), P(STYLE("Picture"), RUN("(gambar tidak dapat dibaca)"))))
        "</w:tbl>" LAST);
    assert_int_equal(f->p.unreadable->len, 1);
    buf_done(&png);
}

static void docx__begins_with_the_letterhead_over_a_thick_and_a_thin_rule(void **state)
{
    struct docx_fixture *f = *state;
    struct buf png = BUF_INIT;
    struct document_tree *t = docx_begin(f);
    paper_png(&png, 60, 40);
    t->logo = png.p;
    t->logo_size = png.len;
    struct node *n = tree_add(t, NODE_LETTERHEAD);
    tree_add_run(t, n, "PEMERINTAH", false, 1);
    tree_add_run(t, n, "DINAS", true, 1.3);
#define BESIDE STYLE("Letterhead") "<w:ind w:right=\"113\"/>"
    assert_string_equal(
        docx_body(f, t),
        GAP("20") TABLE("PlainTable", "9071", COLUMN("1587") COLUMN("5896") COLUMN("1588"))
        ROW("", CELL("1587", VALIGN("center"), P(BESIDE, DRAWING("1", "Logo", "rId10")))
                CELL("5896", VALIGN("center"), P(STYLE("Letterhead"), RUN("PEMERINTAH"))
                     P(STYLE("Letterhead"), "<w:r><w:rPr><w:b/><w:bCs/><w:sz w:val=\"31\"/><w:szCs w:val=\"31\"/>"
                                            "</w:rPr><w:t xml:space=\"preserve\">DINAS</w:t></w:r>"))
                CELL("1588", "", P(BESIDE, ""))) "</w:tbl>" P(STYLE("LetterRule"), ""));
    assert_non_null(strstr(docx_part_text(f, "word/styles.xml"),
                           "<w:pBdr><w:top w:val=\"single\" w:sz=\"18\" w:space=\"0\" w:color=\"000000\"/><w:bottom "
                           "w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/></w:pBdr>"));
    buf_done(&png);
}

#define FIELD(code) "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> " code \
    " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
#define END "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
#define ENTRY(mark, words, page) "<w:hyperlink w:anchor=\"" mark "\" w:history=\"1\">" RUN(words) \
    "<w:r><w:tab/></w:r>" FIELD("PAGEREF " mark " \\h") RUN(page) END "</w:hyperlink>"
#define MARKED(id, mark, words) "<w:bookmarkStart w:id=\"" id "\" w:name=\"" mark "\"/>" RUN(words) "<w:bookmarkEnd w:id=\"" id "\"/>"

static void docx__lists_its_contents_in_a_field_with_pages(void **state)
{
    struct docx_fixture *f = *state;
    struct document_tree *t = docx_begin(f);
    tree_add(t, NODE_CONTENTS)->level = 1;
    tree_chapter(t, 0, "BAB I");
    tree_chapter(t, 2, "Dalam");
    tree_add(t, NODE_PAGE_BREAK);
    tree_chapter(t, 1, "Latar");
    tree_space(t, 10);
    assert_string_equal(
        docx_body(f, t),
        P(STYLE("TOC1"), FIELD("TOC \\o \"1-2\" \\h \\z \\u") ENTRY("_Toc00000001", "BAB I", "1"))
        P(STYLE("TOC2"), ENTRY("_Toc00000003", "Latar", "2") END)
        P(STYLE("Heading1"), MARKED("1", "_Toc00000001", "BAB I"))
        P(STYLE("Heading3"), MARKED("2", "_Toc00000002", "Dalam"))
        P(STYLE("Heading2") "<w:pageBreakBefore/>" BEFORE("0"), MARKED("3", "_Toc00000003", "Latar"))
        P(STYLE("Gap") "<w:spacing w:line=\"567\" w:lineRule=\"exact\"/>", ""));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, docx_set_up, docx_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(docx__writes_paragraphs_and_runs),
        TEST(docx__writes_titles_and_headings),
        TEST(docx__counts_every_numbered_list_from_one),
        TEST(docx__writes_facts_as_a_table_without_lines),
        TEST(docx__lets_go_of_a_long_fact),
        TEST(docx__repeats_heads_keeps_rows_whole_and_leads_hands_apart),
        TEST(docx__never_cuts_a_short_table),
        TEST(docx__splits_only_rows_that_no_page_can_hold),
        TEST(docx__keeps_signatures_with_their_text),
        TEST(docx__shows_pictures_with_captions_and_frames_for_missing_ones),
        TEST(docx__begins_with_the_letterhead_over_a_thick_and_a_thin_rule),
        TEST(docx__lists_its_contents_in_a_field_with_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
