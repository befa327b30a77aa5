/* Pictures on paper, and the test that pictures pass before they get into a session. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "model/jpeg.h"
#include "tests/model/sample_jpeg.h"
#include "tests/press/paper.h"

struct fixture {
    struct arena *a;
    struct paper p;
    struct buf jpeg, png;
};

static int set_up(void **state)
{
    struct fixture *f = mem_zalloc(sizeof *f);
    f->a = arena_new();
    f->p = paper_new();
    paper_jpeg(&f->jpeg, 320, 160, 6);
    paper_png(&f->png, 60, 40);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    paper_done(&f->p);
    buf_done(&f->jpeg);
    buf_done(&f->png);
    arena_free(f->a);
    free(f);
    return 0;
}

static struct document_tree *paper_of(struct arena *a, const struct buf *picture)
{
    struct document_tree *t = tree_new(a);
    struct node *n = tree_add(t, NODE_PICTURE);
    n->picture = picture->p;
    n->picture_size = picture->len;
    return t;
}

static void picture__jpeg_goes_in_as_it_is_without_private_parts(void **state)
{
    struct fixture *f = *state;
    struct buf pdf = BUF_INIT, bare = BUF_INIT, got = BUF_INIT;
    struct err e = {0};
    paper_must_press(&f->p, paper_of(f->a, &f->jpeg));
    assert_int_equal(file_read(f->p.path, SIZE_MAX, &pdf, &e), ERR_NONE);
    assert_null(memmem(pdf.p, pdf.len, "GPS-RAHASIA", 11));
    char *stem = arena_printf(f->a, "%s/im", f->p.folder);
    paper_tool(f->a, (const char *[]){"pdfimages", "-j", f->p.path, stem, NULL});
    assert_int_equal(file_read(arena_printf(f->a, "%s-000.jpg", stem), SIZE_MAX, &got, &e), ERR_NONE);
    assert_true(jpeg_strip(f->jpeg.p, f->jpeg.len, &bare));
    assert_int_equal(got.len, bare.len);
    assert_memory_equal(got.p, bare.p, bare.len);
    buf_done(&pdf);
    buf_done(&bare);
    buf_done(&got);
}

struct view {
    int left, top, right, bottom;                 /* of the picture on the page, pixels */
    bool dark_top_left, dark_top_right, dark_bottom_left, dark_bottom_right;
};

static bool is_dark(const unsigned char *row, int width, int x, int y)
{
    return row[(size_t)y * (size_t)width + (size_t)x] < 100;
}

/* Where the picture stands on the first page, and which of its corners is dark. */
static struct view look(struct fixture *f)
{
    char *stem = arena_printf(f->a, "%s/page", f->p.folder);
    paper_tool(f->a, (const char *[]){"pdftoppm", "-gray", "-singlefile", "-r", "36", f->p.path, stem, NULL});
    struct buf b = BUF_INIT;
    struct err e = {0};
    assert_int_equal(file_read(arena_printf(f->a, "%s.pgm", stem), SIZE_MAX, &b, &e), ERR_NONE);
    int w, h, skip;
    assert_int_equal(sscanf(b.p, "P5 %d %d 255%n", &w, &h, &skip), 2);
    const unsigned char *px = (const unsigned char *)b.p + skip + 1;
    struct view v = {w, h, 0, 0, false, false, false, false};
    for (int y = 0; y < h * 3 / 4; y++) /* the foot is below */
        for (int x = 0; x < w; x++)
            if (px[(size_t)y * (size_t)w + (size_t)x] < 235) {
                v.left = x < v.left ? x : v.left;
                v.right = x > v.right ? x : v.right;
                v.top = y < v.top ? y : v.top;
                v.bottom = y > v.bottom ? y : v.bottom;
            }
    v.dark_top_left = is_dark(px, w, v.left + 4, v.top + 4);
    v.dark_top_right = is_dark(px, w, v.right - 4, v.top + 4);
    v.dark_bottom_left = is_dark(px, w, v.left + 4, v.bottom - 4);
    v.dark_bottom_right = is_dark(px, w, v.right - 4, v.bottom - 4);
    buf_done(&b);
    return v;
}

static void picture__stands_upright_for_every_orientation(void **state)
{
    struct fixture *f = *state;
    static const char corners[] = "?abdcabdc"; /* a b / c d: the dark corner as seen */
    for (int o = 1; o <= 8; o++) {
        struct buf jpeg = BUF_INIT;
        paper_jpeg(&jpeg, 320, 160, o);
        paper_must_press(&f->p, paper_of(f->a, &jpeg));
        struct view v = look(f);
        bool portrait = v.bottom - v.top > v.right - v.left;
        if (portrait != (o >= 5) || v.dark_top_left != (corners[o] == 'a') || v.dark_top_right != (corners[o] == 'b') ||
            v.dark_bottom_left != (corners[o] == 'c') || v.dark_bottom_right != (corners[o] == 'd'))
            fail_msg("orientation %d is drawn wrong", o);
        buf_done(&jpeg);
    }
}

/* Letters with a logo: as many as say so in the tree. */
static struct document_tree *letters(struct fixture *f, const struct buf *logo)
{
    struct document_tree *t = tree_new(f->a);
    t->logo = logo->p;
    t->logo_size = logo->len;
    for (int i = 0; i < 20; i++) {
        if (i)
            tree_add(t, NODE_PAGE_BREAK);
        tree_add_run(t, tree_add(t, NODE_LETTERHEAD), "DINAS", true, 1);
    }
    return t;
}

static void logo__of_many_letters_is_stored_once(void **state)
{
    struct fixture *f = *state;
    const char *first = NULL;
    paper_must_press(&f->p, letters(f, &f->png));
    char *list = paper_tool(f->a, (const char *[]){"pdfimages", "-list", f->p.path, NULL}), *rest = NULL;
    int lines = 0;
    for (char *line = strtok_r(list, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest), lines++) {
        char object[16];
        if (lines < 2) /* two lines of heads */
            continue;
        assert_int_equal(sscanf(line, "%*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %15s", object), 1);
        first = first ? first : arena_strdup(f->a, object);
        assert_string_equal(object, first);
    }
    assert_true(lines >= 2 + 20);
}

static void logo__that_is_none_is_told_once(void **state)
{
    struct fixture *f = *state;
    struct buf bad = BUF_INIT;
    buf_puts(&bad, "bukan gambar");
    paper_must_press(&f->p, letters(f, &bad));
    assert_int_equal(paper_pages(f->a, &f->p), 20);
    assert_non_null(strstr(buf_str(&f->p.said), "picture 1\n"));
    buf_done(&bad);
}

static void picture__damaged_ones_leave_a_box_with_words(void **state)
{
    struct fixture *f = *state;
    const struct buf *good[] = {&f->jpeg, &f->png};
    for (int i = 0; i < 2; i++)
        for (size_t part = 0; part < 8; part++) {
            struct buf cut = BUF_INIT;
            buf_add(&cut, good[i]->p, good[i]->len * part / 8);
            if (part == 0)
                buf_puts(&cut, "bukan gambar");
            paper_must_press(&f->p, paper_of(f->a, &cut));
            assert_non_null(strstr(paper_page(f->a, &f->p, 1), "(gambar tidak dapat dibaca)"));
            assert_non_null(strstr(buf_str(&f->p.said), "picture 1\n"));
            buf_done(&cut);
        }
}

static void picture__wrong_bytes_never_bring_the_press_down(void **state)
{
    struct fixture *f = *state;
    const struct buf *good[] = {&f->jpeg, &f->png};
    srand(20261112);
    for (int i = 0; i < 80; i++) {
        struct buf bad = BUF_INIT;
        buf_add(&bad, good[i % 2]->p, good[i % 2]->len);
        for (int k = 0; k < 3; k++)
            bad.p[(size_t)rand() % (i % 4 < 2 ? bad.len : 100)] = (char)rand();
        paper_press(&f->p, paper_of(f->a, &bad));
        assert_int_equal(f->p.status, 0); /* a damaged one leaves its box, the paper is made */
        assert_string_equal(buf_str(&f->p.complained), "");
        paper_feed(&f->p, "picture-check", NULL, bad.p, bad.len);
        const char *end = strchr(buf_str(&f->p.complained), '\n');
        if (f->p.status == 0 ? f->p.complained.len != 0 : f->p.status != 1 || !end || end[1] != '\0')
            fail_msg("status %d: %s", f->p.status, buf_str(&f->p.complained));
        buf_done(&bad);
    }
}

static void expect_answer(struct fixture *f, const void *p, size_t n, int status, const char *said, const char *words)
{
    paper_feed(&f->p, "picture-check", NULL, p, n);
    assert_string_equal(buf_str(&f->p.said), said);
    assert_int_equal(f->p.status, status);
    if (!strstr(buf_str(&f->p.complained), words))
        fail_msg("\"%s\" is not in: %s", words, buf_str(&f->p.complained));
}

static void picture_check__tells_type_size_and_orientation(void **state)
{
    struct fixture *f = *state;
    expect_answer(f, f->jpeg.p, f->jpeg.len, 0, "jpeg 320 160 6\n", "");
    expect_answer(f, f->png.p, f->png.len, 0, "png 60 40 1\n", "");
    char *path = arena_printf(f->a, "%s/a.png", f->p.folder);
    struct err e = {0};
    assert_int_equal(file_write(path, f->png.p, f->png.len, &e), ERR_NONE);
    paper_feed(&f->p, "picture-check", path, "", 0);
    assert_string_equal(buf_str(&f->p.said), "png 60 40 1\n");
}

static void picture_check__says_in_a_word_and_a_sentence_what_is_wrong(void **state)
{
    struct fixture *f = *state;
    expect_answer(f, "", 0, 1, "empty\n", "kosong");
    expect_answer(f, "halo, ini teks", 14, 1, "unknown\n", "bukan gambar");
    expect_answer(f, "\0\0\0\x18" "ftypheic\0\0\0\0", 16, 1, "heic\n", "HEIC");
    expect_answer(f, f->jpeg.p, f->jpeg.len - 2, 1, "cut\n", "terpotong");
    expect_answer(f, f->png.p, f->png.len - 12, 1, "cut\n", "terpotong");
    struct buf b = BUF_INIT;
    const struct sample_jpeg cmyk = {.components = 4};
    sample_jpeg_write(&cmyk, &b);
    expect_answer(f, b.p, b.len, 1, "cmyk\n", "CMYK");
    buf_clear(&b);
    const struct sample_jpeg grey = {.components = 1};
    sample_jpeg_write(&grey, &b);
    char *frame = memmem(b.p, b.len, "\xFF\xC0", 2);
    memcpy(frame + 5, "\xFF\xFF\xFF\xFF", 4); /* claims 65535 x 65535 */
    expect_answer(f, b.p, b.len, 1, "large\n", "64 megapiksel");
    memcpy(frame + 5, "\x03\xE8\x03\xE8", 4); /* claims more lines than there are */
    expect_answer(f, b.p, b.len, 1, "broken\n", "rusak");
    buf_clear(&b);
    buf_add(&b, f->png.p, f->png.len);
    memcpy(b.p + 16, "\x7F\xFF\xFF\xFF\x7F\xFF\xFF\xFF", 8);
    expect_answer(f, b.p, b.len, 1, "large\n", "64 megapiksel");
    buf_done(&b);
}

static void picture_check__refuses_what_a_session_does_not_take(void **state)
{
    struct fixture *f = *state;
    size_t n = ((size_t)25 << 20) + 1;
    char *much = mem_zalloc(n);
    paper_feed(&f->p, "picture-check", NULL, much, n);
    assert_int_equal(f->p.status, 1);
    assert_non_null(strstr(buf_str(&f->p.complained), "25 MB"));
    free(much);
    paper_feed(&f->p, "picture-check", "/tidak/ada.jpg", "", 0);
    assert_int_equal(f->p.status, 1);
    assert_non_null(strstr(buf_str(&f->p.complained), "/tidak/ada.jpg"));
}

/* Each step goes over the whole picture again: some megabytes of them would keep a processor busy for a day. */
static void picture_check__refuses_steps_without_end(void **state)
{
    struct fixture *f = *state;
    static const struct {
        int scans, status;
    } all[] = {{60, 0}, {600, 1}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct buf b = BUF_INIT;
        paper_photo(&b, &(struct photo){.width = 64, .height = 48, .grey = true, .scans = all[i].scans});
        paper_feed(&f->p, "picture-check", NULL, b.p, b.len);
        assert_int_equal(f->p.status, all[i].status);
        buf_done(&b);
    }
    assert_string_equal(buf_str(&f->p.said), "broken\n");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(picture__jpeg_goes_in_as_it_is_without_private_parts),
        TEST(picture__stands_upright_for_every_orientation),
        TEST(logo__of_many_letters_is_stored_once),
        TEST(logo__that_is_none_is_told_once),
        TEST(picture__damaged_ones_leave_a_box_with_words),
        TEST(picture__wrong_bytes_never_bring_the_press_down),
        TEST(picture_check__tells_type_size_and_orientation),
        TEST(picture_check__says_in_a_word_and_a_sentence_what_is_wrong),
        TEST(picture_check__refuses_steps_without_end),
        TEST(picture_check__refuses_what_a_session_does_not_take),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
