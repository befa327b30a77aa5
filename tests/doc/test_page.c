/* Trees as HTML pages and as Markdown: nothing in a text may become a mark, and a page must be whole. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "tests/doc/fixture.h"

/* --- a reader of XML that believes nothing (no library: continuous integration has none) --- */

struct xml {
    const char *p;
    const char *open[64]; /* names of elements that are not closed yet */
    size_t size[64];
    size_t depth;
    size_t elements;
};

static size_t name_length(const char *s)
{
    size_t n = 0;
    while (s[n] && (isalnum((unsigned char)s[n]) || strchr("-:_", s[n])))
        n++;
    return n;
}

static bool read_entity(struct xml *x)
{
    static const char *const known[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strncmp(x->p, known[i], strlen(known[i])) == 0) {
            x->p += strlen(known[i]);
            return true;
        }
    return false;
}

static bool read_attribute(struct xml *x)
{
    size_t n = name_length(x->p);
    x->p += n;
    if (n == 0 || strncmp(x->p, "=\"", 2) != 0)
        return false;
    for (x->p += 2; *x->p && *x->p != '"';) {
        if (*x->p == '<')
            return false;
        if (*x->p != '&')
            x->p++;
        else if (!read_entity(x))
            return false;
    }
    return *x->p++ == '"';
}

static bool read_tag(struct xml *x)
{
    bool closing = *++x->p == '/';
    x->p += closing;
    const char *name = x->p;
    size_t n = name_length(name);
    if (n == 0)
        return false;
    x->p += n;
    while (*x->p == ' ') {
        x->p++;
        if (closing || !read_attribute(x))
            return false;
    }
    bool empty = *x->p == '/';
    x->p += empty;
    if (*x->p++ != '>')
        return false;
    if (closing)
        return x->depth-- > 0 && x->size[x->depth] == n &&
               strncmp(x->open[x->depth], name, n) == 0;
    x->elements++;
    if (empty)
        return true;
    if (x->depth == 64)
        return false;
    x->open[x->depth] = name;
    x->size[x->depth++] = n;
    return true;
}

/* True when every element is closed in its place and every & begins an entity. */
static bool is_whole(const char *s, size_t *ret_elements)
{
    static const char first[] = "<!DOCTYPE html>\n";
    struct xml x = {.p = s};
    if (strncmp(s, first, sizeof first - 1) != 0)
        return false;
    for (x.p += sizeof first - 1; *x.p;) {
        if (*x.p == '<') {
            if (!read_tag(&x))
                return false;
        } else if (*x.p == '&') {
            if (!read_entity(&x))
                return false;
        } else if ((unsigned char)*x.p < 0x20 && *x.p != '\n') {
            return false;
        } else {
            x.p++;
        }
    }
    *ret_elements = x.elements;
    return x.depth == 0;
}

static void reader__sees_what_is_not_whole(void **state)
{
    (void)state;
    static const char *const bad[] = {"<p>",        "<p></q>",     "<p>&</p>", "<p>a < b</p>",
                                      "<p class=x/>", "<p a=\"<\"/>", "</p>",     "<p>&nbsp;</p>"};
    struct arena *a = arena_new();
    size_t n;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(is_whole(arena_printf(a, "<!DOCTYPE html>\n%s", bad[i]), &n));
    assert_true(is_whole("<!DOCTYPE html>\n<p class=\"a &amp; b\">c<br/></p>", &n));
    assert_int_equal(n, 2);
    arena_free(a);
}

/* --- trees --- */

static struct document_tree *paper(const struct dossier *d, const char *code, enum privacy privacy,
                                   struct arena *a)
{
    const struct doc_options o = {.privacy = privacy,
                                  .state = STATE_LOCKED,
                                  .fingerprint = "7KQ2-M4XD-9F3A-P0TS-1B6C"};
    return paper_kind_find(code)->build(d, &o, a);
}

/* Every kind of node, with that text in each of its places. */
static struct document_tree *tree_of(struct arena *a, const char *text)
{
    static const struct column columns[] = {{"x", 1, ALIGN_LEFT}, {"y", 1, ALIGN_RIGHT}};
    struct document_tree *t = tree_new(a);
    t->title = t->author = t->watermark = t->footer = text;
    for (int k = NODE_LETTERHEAD; k <= NODE_SPACE; k++) {
        if (k == NODE_TABLE)
            continue;
        struct node *n = tree_add(t, (enum node_kind)k);
        n->text = n->right = text;
        if (k == NODE_LETTERHEAD || k == NODE_TITLE) {
            tree_add_run(t, n, text, true, 0);
            tree_add_run(t, n, text, false, 0);
        }
        if (k == NODE_FACTS)
            tree_add_fact(t, n, text, text);
        if (k == NODE_LIST)
            tree_add_item(t, n, text);
        if (k == NODE_SIGNATURES) {
            struct signature *s = tree_signature(t, n);
            *s = (struct signature){.head = {text}, .name = text, .foot = {text}};
        }
        if (k == NODE_PICTURES) {
            n->across = n->per_page = 1;
            tree_picture(t, n)->caption = text;
        }
    }
    struct table *tb = tree_table(t, columns, 2);
    tb->columns[0].title = text;
    const char *cells[] = {text, NULL};
    tree_row(t, tb, cells);
    return t;
}

static struct buf html(const struct document_tree *t)
{
    struct buf b = BUF_INIT;
    html_write_tree(t, &b);
    return b;
}

#define HAS(b, s) \
    do { \
        if (!strstr(buf_str(b), s)) \
            fail_msg("no %s in:\n%s", s, buf_str(b)); \
    } while (0)
#define LACKS(b, s) assert_null(strstr(buf_str(b), s))

static void html__of_every_paper_is_whole(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct dossier *d[] = {fixture_dossier(a), fixture_morning(a)};
    for (const struct paper_kind *k = paper_kinds; k->code; k++)
        for (int i = 0; i < 4; i++) {
            size_t n = 0;
            struct buf b = html(paper(d[i / 2], k->code, i % 2 ? PRIVACY_ARSIP : PRIVACY_PUBLIKASI, a));
            if (!is_whole(buf_str(&b), &n))
                fail_msg("%s is not well-formed:\n%s", k->code, buf_str(&b));
            assert_true(n > 20);
            buf_done(&b);
        }
    arena_free(a);
}

static void html__lets_no_text_become_a_mark(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "</style><script>alert(1)</script>", "\" onload=\"x", "' autofocus='", "]]> <!-- & &amp; -->",
        "a\x01\x0b"
        "b\xef\xbf\xbe"
        "c",
        "dua\nbaris",
    };
    struct arena *a = arena_new();
    struct buf plain = html(tree_of(a, "biasa"));
    size_t want = 0;
    assert_true(is_whole(buf_str(&plain), &want));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct document_tree *t = tree_of(a, texts[i]);
        struct buf b = html(t);
        size_t n = 0;
        if (!is_whole(buf_str(&b), &n))
            fail_msg("not well-formed:\n%s", buf_str(&b));
        if (i < 5) /* as many elements as of a harmless text */
            assert_int_equal(n, want);
        LACKS(&b, "<script");
        LACKS(&b, "\xef\xbf\xbe"); /* no character of XML */
        LACKS(&b, "\" onload");
        buf_done(&b);
    }
    buf_done(&plain);
    arena_free(a);
}

static void html__needs_nothing_from_elsewhere(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = html(paper(fixture_dossier(a), "halaman-publik", PRIVACY_PUBLIKASI, a));
    HAS(&b, "<html lang=\"id\"");
    HAS(&b, "default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:");
    HAS(&b, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
    HAS(&b, "prefers-color-scheme:dark");
    HAS(&b, "<main id=\"isi\">");
    HAS(&b, "<a class=\"skip\" href=\"#isi\">");
    HAS(&b, "<table role=\"table\" class=\"cards\">\n"); /* the follow-up */
    HAS(&b, "<table role=\"table\">\n");                 /* the figures */
    LACKS(&b, "http-equiv=\"refresh");
    LACKS(&b, "src=\"http");
    LACKS(&b, "href=\"http");
    LACKS(&b, "url(");
    LACKS(&b, "@import");
    buf_done(&b);
    arena_free(a);
}

static void html__says_each_cells_column_where_rows_are_cards(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = html(tree_of(a, "A & B"));
    HAS(&b, "<th role=\"columnheader\" scope=\"col\">A &amp; B</th>");
    HAS(&b, "<td role=\"cell\" class=\"\" data-label=\"A &amp; B\">A &amp; B</td>");
    HAS(&b, "<td role=\"cell\" class=\"r none\" data-label=\"y\"></td>");
    buf_done(&b);
    arena_free(a);
}

/* All that a page says around its words: the watermark of a draft, where a contents' lines lead to, every line of a
 * block to sign in, the foot. */
static void html__writes_every_part_of_a_paper(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct document_tree *t = tree_new(a);
    t->watermark = "DRAF";
    t->footer = "Sidik: 7KQ2";
    tree_heading(t, "Sampul");
    tree_add(t, NODE_CONTENTS)->level = 1;
    tree_heading(t, "BAB I");
    tree_heading(t, "Terlalu dalam")->level = 2;
    tree_heading(t, "Latar")->level = 1;
    struct signature *s = tree_signature(t, tree_add(t, NODE_SIGNATURES));
    *s = (struct signature){.head = {"Ketua,", "Dinas"}, .name = "Wiratma", .foot = {"Pembina", "NIP 1"}};
    struct buf b = html(t);
    HAS(&b, "<p class=\"draft\" role=\"note\">DRAF</p>");
    HAS(&b, "<li><a href=\"#b2\">BAB I</a></li>\n<li><a href=\"#b4\">Latar</a></li>\n</ul>");
    HAS(&b, "<h2 id=\"b1\">Sampul</h2>");
    HAS(&b, "<h2 id=\"b2\">BAB I</h2>");
    HAS(&b, "<h3 id=\"b4\">Latar</h3>");
    HAS(&b, "<div><p>Ketua,</p><p>Dinas</p><p class=\"name\">Wiratma</p><p>Pembina</p><p>NIP 1</p></div>");
    HAS(&b, "Sidik: 7KQ2");
    buf_done(&b);
    arena_free(a);
}

/* The least that has the form of a JPEG: a frame, an EXIF part, a scan. */
static const unsigned char jpeg[] = {
    0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x0C, 'E',  'x',  'i',  'f',  0x00, 0x00, 'G',  'P',  'S',
    '!',  0xFF, 0xC0, 0x00, 0x0B, 0x08, 0x00, 0x01, 0x00, 0x01, 0x01, 0x01, 0x11, 0x00, 0xFF,
    0xDA, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3F, 0x00, 0x12, 0xFF, 0xD9};

/* The same of a PNG: a header, an EXIF part, no picture; nobody looks at the sums. */
static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR1234567890123CRC_\0\0\0\3eXIfGPSCRC_\0\0\0\0IDATCRC_"
                          "\0\0\0\0IENDCRC_";

static void html__carries_pictures_inside_and_stripped(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct document_tree *t = tree_new(a);
    struct node *n = tree_add(t, NODE_PICTURES);
    n->across = n->per_page = 1;
    *tree_picture(t, n) = (struct picture){jpeg, sizeof jpeg, "Dialog \"termin\" I"};
    *tree_picture(t, n) = (struct picture){"rusak", 5, NULL};
    *tree_picture(t, n) = (struct picture){png, sizeof png - 1, NULL};
    *tree_picture(t, n) = (struct picture){png, 20, "PNG terpotong"};
    struct buf b = html(t);
    /* SOI and then at once the frame: the EXIF part is gone */
    HAS(&b, "<img src=\"data:image/jpeg;base64,/9j/wAALCAABAAEBAREA/9oACAEBAAA/ABL/2Q==\" "
            "alt=\"Dialog &quot;termin&quot; I\"/>");
    HAS(&b, "<figcaption>Dialog &quot;termin&quot; I</figcaption>");
    HAS(&b, "<img src=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUjEyMzQ1Njc4OTAxMjNDUkNfAAAAAElEQVRDUkNf"
            "AAAAAElFTkRDUkNf\"");
    HAS(&b, "(tempat foto)</div><figcaption>PNG terpotong</figcaption>");
    HAS(&b, "<div class=\"frame\">(tempat foto)</div>");
    buf_done(&b);
    arena_free(a);
}

/* --- the public page --- */

static void public_page__holds_figures_follow_up_and_the_berita_acara(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    struct buf b = html(paper(d, "halaman-publik", PRIVACY_ARSIP, a));
    HAS(&b, "<h1>Hasil Forum Konsultasi Publik</h1>");
    HAS(&b, "<dd>8 orang dari 6 unsur</dd>");
    HAS(&b, "<dd>5 dari 5</dd>");
    HAS(&b, "<dd>2 butir: 2 masukan dan 0 tanggapan; 2 perlu jawaban, 0 sudah dijawab</dd>");
    HAS(&b, "<dd>3 butir disepakati dari 5 yang dibahas</dd>");
    HAS(&b, "data-label=\"Batas Waktu\">30 November 2026</td>");
    HAS(&b, "<h2>BERITA ACARA</h2>");
    HAS(&b, "Sidik: 7KQ2-M4XD-9F3A-P0TS-1B6C");
    for (size_t i = 0; fixture_personal[i]; i++) /* also when somebody asks for the archive's version */
        if (strstr(buf_str(&b), fixture_personal[i]))
            fail_msg("the public page tells \"%s\"", fixture_personal[i]);
    buf_done(&b);
    arena_free(a);
}

static void public_page__of_a_locked_text_shows_what_became_of_it(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct dossier *locked = fixture_dossier(a);
    struct dossier *now = fixture_dossier(a);
    now->agreement.v[0].progress = PROGRESS_SELESAI;
    now->agreement.v[0].problem = "tidak boleh tampil";
    const struct doc_options o = {.state = STATE_LOCKED, .now = now};
    struct buf b = html(build_halaman_publik(locked, &o, a));
    HAS(&b, "data-label=\"Status\">Selesai</td>");
    LACKS(&b, "tidak boleh tampil");
    buf_done(&b);
    arena_free(a);
}

/* --- Markdown --- */

static struct buf markdown(const struct document_tree *t)
{
    struct buf b = BUF_INIT;
    markdown_write_tree(t, &b);
    return b;
}

static void markdown__escapes_what_it_would_read(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"*tebal* _miring_ `kode`", "\\*tebal\\* \\_miring\\_ \\`kode\\`"},
        {"<b>&amp;</b>", "\\<b\\>\\&amp;\\</b\\>"},
        {"[a](http://b.example)", "\\[a\\](http\\://b.example)"},
        {"www.b.example, a@b.example", "www\\.b.example, a\\@b.example"},
        {"# judul", "\\# judul"},
        {"- butir", "\\- butir"},
        {"+ butir", "\\+ butir"},
        {"12. butir", "12\\. butir"},
        {"3) butir", "3\\) butir"},
        {"===", "\\==="},
        {"1,5 - 2", "1,5 - 2"},
        {"a | b", "a \\| b"},
        {"~~a~~ $x$ a^b", "\\~\\~a\\~\\~ \\$x\\$ a\\^b"},
        {"    empat", "empat"},
        {"ujung \\", "ujung \\\\"},
        {"satu\n- dua  \n> tiga\n", "satu\\\n\\- dua\\\n\\> tiga"},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct document_tree *t = tree_new(a);
        tree_paragraph(t, "%s", pairs[i][0]);
        struct buf b = markdown(t);
        assert_string_equal(buf_str(&b), arena_printf(a, "%s\n", pairs[i][1]));
        buf_done(&b);
    }
    arena_free(a);
}

static void markdown__writes_every_kind_of_node(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = markdown(tree_of(a, "a|b"));
    HAS(&b, "**a\\|b**\n\n"); /* the watermark */
    HAS(&b, "# a\\|b\n");
    HAS(&b, "## a\\|b\n");
    HAS(&b, "- **a\\|b:** a\\|b\n");
    HAS(&b, "- a\\|b\n");
    HAS(&b, "| a\\|b | y |\n| --- | --: |\n| a\\|b |  |\n");
    HAS(&b, "a\\|b\\\n**a\\|b**\\\na\\|b\n"); /* the signature */
    HAS(&b, "*(tempat foto)* a\\|b\n");
    HAS(&b, "\n---\n\na\\|b\n"); /* the foot */
    buf_done(&b);

    struct document_tree *t = tree_new(a);
    static const struct column one[] = {{"Isi", 1, ALIGN_CENTER}};
    const char *cell = "satu\n# dua";
    tree_row(t, tree_table(t, one, 1), &cell);
    b = markdown(t);
    assert_string_equal(buf_str(&b), "| Isi |\n| :-: |\n| satu<br>\\# dua |\n");
    buf_done(&b);
    arena_free(a);
}

static void markdown__of_the_public_page_is_readable(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = markdown(paper(fixture_dossier(a), "halaman-publik", PRIVACY_PUBLIKASI, a));
    HAS(&b, "\n# Hasil Forum Konsultasi Publik\n\n**Peninjauan Ulang Standar Pelayanan");
    HAS(&b, "- **Peserta hadir:** 8 orang dari 6 unsur\n");
    HAS(&b, "\n## Tindak lanjut kesepakatan\n\n| No | Kesepakatan |");
    HAS(&b, "\n## BERITA ACARA\n");
    buf_done(&b);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reader__sees_what_is_not_whole),
        cmocka_unit_test(html__of_every_paper_is_whole),
        cmocka_unit_test(html__lets_no_text_become_a_mark),
        cmocka_unit_test(html__needs_nothing_from_elsewhere),
        cmocka_unit_test(html__says_each_cells_column_where_rows_are_cards),
        cmocka_unit_test(html__writes_every_part_of_a_paper),
        cmocka_unit_test(html__carries_pictures_inside_and_stripped),
        cmocka_unit_test(public_page__holds_figures_follow_up_and_the_berita_acara),
        cmocka_unit_test(public_page__of_a_locked_text_shows_what_became_of_it),
        cmocka_unit_test(markdown__escapes_what_it_would_read),
        cmocka_unit_test(markdown__writes_every_kind_of_node),
        cmocka_unit_test(markdown__of_the_public_page_is_readable),
    };
    return cmocka_run_group_tests_name("page", tests, NULL, NULL);
}
