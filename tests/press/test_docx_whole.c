/* DOCX as a whole: parts that know each other, ids that occur once, words that cannot break the XML, the same bytes
 * every time. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "model/exif.h"
#include "press/xml.h"
#include "tests/press/docx_fixture.h"
#include "tests/press/paper.h"

struct check {
    struct docx_fixture *f;
    bool cell_open; /* a paragraph must come before its end */
    const char *last_end;
    GHashTable *drawings, *marks;
    size_t n_drawings, n_rels;
};

static const char *value_of(const gchar **names, const gchar **values, const char *name)
{
    for (size_t i = 0; names[i]; i++)
        if (strcmp(names[i], name) == 0)
            return values[i];
    return NULL;
}

static void check_start(GMarkupParseContext *context, const gchar *element, const gchar **names, const gchar **values,
                        gpointer data, GError **error)
{
    struct check *c = data;
    const char *rel = value_of(names, values, "r:embed");
    (void)context;
    (void)error;
    if (!rel)
        rel = value_of(names, values, "r:id");
    if (rel) {
        c->n_rels++;
        assert_non_null(strstr(docx_part_text(c->f, "word/_rels/document.xml.rels"), arena_printf(c->f->a, "Id=\"%s\"", rel)));
    }
    if (strcmp(element, "wp:docPr") == 0) {
        c->n_drawings++;
        assert_true(g_hash_table_add(c->drawings, g_strdup(value_of(names, values, "id"))));
    }
    if (strcmp(element, "w:bookmarkStart") == 0)
        assert_true(g_hash_table_add(c->marks, g_strdup(value_of(names, values, "w:id"))));
    c->last_end = "";
}

/* A cell ends with a paragraph, two tables never touch, a body ends with a paragraph and its section. */
static void check_end(GMarkupParseContext *context, const gchar *element, gpointer data, GError **error)
{
    struct check *c = data;
    (void)context;
    (void)error;
    if (strcmp(element, "w:tc") == 0)
        assert_string_equal(c->last_end, "w:p");
    if (strcmp(element, "w:body") == 0)
        assert_string_equal(c->last_end, "w:sectPr");
    c->last_end = arena_strdup(c->f->a, element);
}

static void check_xml(struct check *c, const char *name, const char *text, size_t n)
{
    const GMarkupParser parser = {check_start, check_end, NULL, NULL, NULL};
    GError *error = NULL;
    GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, c, NULL);
    if (!g_markup_parse_context_parse(context, text, (gssize)n, &error) ||
        !g_markup_parse_context_end_parse(context, &error))
        fail_msg("%s: %s", name, error->message);
    g_markup_parse_context_free(context);
}

static bool ends_with(const char *s, const char *ending)
{
    size_t n = strlen(s), len = strlen(ending);
    return n > len && strcmp(s + n - len, ending) == 0;
}

/* Every part well-formed, of a known type, and reached; every id that is used is there, once. */
static void check_whole(struct docx_fixture *f, size_t drawings)
{
    struct check c = {.f = f, .drawings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                      .marks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    for (const struct docx_part *p = f->parts; p; p = p->next) {
        const char *base = strrchr(p->name, '/') ? strrchr(p->name, '/') + 1 : p->name;
        if (ends_with(p->name, ".xml") || ends_with(p->name, ".rels"))
            check_xml(&c, p->name, buf_str(&p->bytes), p->bytes.len);
        else
            assert_true(ends_with(p->name, ".jpeg") || ends_with(p->name, ".png"));
        if (strncmp(p->name, "word/", 5) == 0 && strcmp(base, "document.xml") != 0 && !ends_with(p->name, ".rels"))
            assert_non_null(strstr(docx_part_text(f, "word/_rels/document.xml.rels"), base));
    }
    assert_int_equal(c.n_drawings, drawings);
    assert_true(c.n_rels >= drawings + 1);
    assert_null(strstr(docx_part_text(f, "word/document.xml"), "</w:tbl><w:tbl>"));
    assert_null(strstr(docx_part_text(f, "word/document.xml"), "</w:tbl><w:sectPr>"));
    assert_null(strstr(docx_part_text(f, "word/document.xml"), "</w:tblGrid></w:tbl>"));
    g_hash_table_unref(c.drawings);
    g_hash_table_unref(c.marks);
}

/* Every kind of node, beside each other as they come in no real paper. */
static struct document_tree *crowd(struct docx_fixture *f, size_t rows, struct buf *jpeg)
{
    struct document_tree *t = paper_sample(f->a, rows);
    paper_jpeg(jpeg, 160, 120, 6);
    tree_add(t, NODE_CONTENTS)->level = 2;
    struct node *n = tree_add(t, NODE_PICTURES);
    n->across = 2;
    n->per_page = 4;
    for (int i = 0; i < 7; i++)
        *tree_picture(t, n) = (struct picture){i % 3 ? jpeg->p : NULL, jpeg->len, i % 2 ? "Keterangan" : NULL};
    tree_signature(t, tree_add(t, NODE_SIGNATURES));
    tree_add_fact(t, tree_add(t, NODE_FACTS), "a", "b");
    tree_table(t, &(struct column){"", 1, ALIGN_LEFT}, 1);
    tree_add(t, NODE_PAGE_BREAK);
    tree_table(t, &(struct column){"", 1, ALIGN_LEFT}, 1);
    return t;
}

static void docx__hangs_together_whatever_it_holds(void **state)
{
    struct docx_fixture *f = *state;
    struct buf jpeg = BUF_INIT;
    docx_make(f, crowd(f, 3, &jpeg));
    check_whole(f, 1 + 4);
    docx_make(f, tree_new(f->a));
    check_whole(f, 0);
    struct document_tree *t = tree_new(f->a);
    tree_add(t, NODE_PAGE_BREAK);
    for (int kind = NODE_LETTERHEAD; kind <= NODE_SPACE; kind++) { /* as empty as each can be */
        struct node *n = kind == NODE_TABLE ? NULL : tree_add(t, (enum node_kind)kind);
        if (n && (kind == NODE_HEADING || kind == NODE_PARAGRAPH || kind == NODE_NOTE))
            n->text = "";
        if (kind == NODE_PICTURES)
            n->across = n->per_page = 1;
    }
    docx_make(f, t);
    check_whole(f, 0);
    docx_make(f, paper_sample(f->a, 400));
    check_whole(f, 1);
    assert_non_null(strstr(docx_part_text(f, "word/document.xml"), "akhir400"));
    buf_done(&jpeg);
}

/* What breaks careless writers of XML, in every place that takes words. */
static void docx__cannot_be_broken_by_words(void **state)
{
    struct docx_fixture *f = *state;
    static const char evil[] = "]]></w:t><!--\"'&amp;<?x ?>\x01\x0B\x1F\t\xEF\xBF\xBF\xEF\xBF\xBE\xC2\x85|";
    static const char safe[] = "]]&gt;&lt;/w:t&gt;&lt;!--&quot;'&amp;amp;&lt;?x ?&gt;&#9;|";
    struct document_tree *t = docx_begin(f);
    t->title = t->author = t->footer = t->watermark = evil;
    tree_add(t, NODE_CONTENTS);
    tree_heading(t, "x")->text = evil;
    t->last->right = evil;
    tree_add(t, NODE_NOTE)->text = evil;
    tree_add(t, NODE_PICTURE)->text = evil;
    struct node *n = tree_add(t, NODE_FACTS);
    n->items = (const char *[]){evil, evil};
    n->n_items = 2;
    n = tree_add(t, NODE_TITLE);
    n->runs = &(struct run){evil, false, 2};
    n->n_runs = 1;
    const struct column column = {"", 1, ALIGN_LEFT};
    struct table *tb = tree_table(t, &column, 1);
    tb->columns[0].title = evil;
    tb->cells = (const char *[]){evil};
    tb->n_rows = 1;
    docx_make(f, t);
    check_whole(f, 0);
    assert_non_null(strstr(docx_part_text(f, "word/document.xml"), safe));
    struct buf b = BUF_INIT;
    xml_text(&b, "a\xFF\xC3" "b\xF0\x9F\x98\x80\r\n");
    assert_string_equal(buf_str(&b), "a\xEF\xBF\xBD\xEF\xBF\xBD" "b\xF0\x9F\x98\x80&#10;");
    buf_done(&b);
}

static void docx__carries_pictures_upright_and_without_their_place(void **state)
{
    struct docx_fixture *f = *state;
    struct buf jpeg = BUF_INIT;
    paper_jpeg(&jpeg, 160, 120, 6);
    struct document_tree *t = docx_begin(f);
    struct node *n = tree_add(t, NODE_PICTURE);
    n->picture = jpeg.p;
    n->picture_size = jpeg.len;
    assert_non_null(strstr(docx_body(f, t), "<wp:extent cx=\"1143000\" cy=\"1524000\"/>"));
    for (const struct docx_part *p = f->parts; p; p = p->next) {
        struct exif x;
        if (!ends_with(p->name, ".jpeg"))
            continue;
        assert_true(exif_read(p->bytes.p, p->bytes.len, &x));
        assert_int_equal(x.width, 120);
        assert_int_equal(x.height, 160);
        assert_int_equal(x.orientation, 1);
        assert_null(memmem(p->bytes.p, p->bytes.len, "GPS", 3));
    }
    buf_done(&jpeg);
}

static void docx__wrong_bytes_in_a_tree_never_bring_the_press_down(void **state)
{
    struct docx_fixture *f = *state;
    struct paper p = paper_new();
    struct buf good = BUF_INIT, jpeg = BUF_INIT;
    tree_write(crowd(f, 2, &jpeg), &good);
    srand(20261112);
    for (int i = 0; i < 60; i++) {
        struct buf bad = BUF_INIT;
        buf_add(&bad, good.p, good.len);
        for (int k = 0; k <= i % 3; k++)
            bad.p[(size_t)rand() % (i % 2 ? bad.len : 2000)] = (char)rand();
        paper_feed(&p, "docx", p.path, bad.p, bad.len);
        assert_in_range(p.status, 0, 1);
        assert_int_equal(p.complained.len > 0, p.status);
        buf_done(&bad);
    }
    buf_done(&good);
    buf_done(&jpeg);
    paper_done(&p);
}

static void docx__is_the_same_bytes_every_time(void **state)
{
    struct docx_fixture *f = *state;
    struct paper p = paper_new();
    struct buf tree = BUF_INIT, jpeg = BUF_INIT;
    char first[65], second[65];
    int64_t size;
    struct err e = {0};
    tree_write(crowd(f, 5, &jpeg), &tree);
    paper_feed(&p, "docx", p.path, tree.p, tree.len);
    assert_int_equal(p.status, 0);
    assert_string_equal(buf_str(&p.said), "");
    assert_int_equal(file_sha256(p.path, first, &size, &e), ERR_NONE);
    paper_feed(&p, "docx", p.path, tree.p, tree.len);
    assert_int_equal(file_sha256(p.path, second, &size, &e), ERR_NONE);
    assert_string_equal(first, second);
    buf_done(&tree);
    buf_done(&jpeg);
    paper_done(&p);
}

static void docx__fails_in_one_sentence_and_leaves_the_old_file(void **state)
{
    struct docx_fixture *f = *state;
    struct paper p = paper_new();
    struct buf tree = BUF_INIT, got = BUF_INIT;
    struct err e = {0};
    struct document_tree *t = docx_begin(f);
    assert_int_equal(file_write(p.path, "lama", 4, &e), ERR_NONE);
    t->margin_left = 135; /* leaves less than the press takes */
    tree_write(t, &tree);
    paper_feed(&p, "docx", p.path, tree.p, tree.len);
    assert_int_equal(p.status, 1);
    assert_non_null(strstr(buf_str(&p.complained), "margin"));
    paper_feed(&p, "docx", "/tidak/ada/x.docx", tree.p, tree.len);
    assert_int_equal(p.status, 1);
    assert_non_null(strchr(buf_str(&p.complained), '\n'));
    assert_int_equal(file_read(p.path, 100, &got, &e), ERR_NONE);
    assert_string_equal(buf_str(&got), "lama");
    buf_done(&tree);
    buf_done(&got);
    paper_done(&p);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, docx_set_up, docx_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(docx__hangs_together_whatever_it_holds),
        TEST(docx__cannot_be_broken_by_words),
        TEST(docx__carries_pictures_upright_and_without_their_place),
        TEST(docx__wrong_bytes_in_a_tree_never_bring_the_press_down),
        TEST(docx__is_the_same_bytes_every_time),
        TEST(docx__fails_in_one_sentence_and_leaves_the_old_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
