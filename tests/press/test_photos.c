/* Photographs as phones, scanners and offices give them: what reaches the paper, and what it costs. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "tests/model/sample_jpeg.h"
#include "tests/press/paper.h"

#define PEAK_KB (60 * 1024)

/* The sanitizers keep memory that was given back; the plain build is measured. */
static void check_peak(const struct paper *p)
{
#ifndef __SANITIZE_ADDRESS__
    if (p->peak_kb > PEAK_KB)
        fail_msg("the press took %ld kB", p->peak_kb);
#else
    (void)p;
#endif
}

static struct document_tree *grid_of(struct press_test *f, size_t count)
{
    struct document_tree *t = tree_new(f->a);
    struct node *n = tree_add(t, NODE_PICTURES);
    n->across = 2;
    n->per_page = 4;
    for (size_t i = 0; i < count; i++) {
        struct picture *v = tree_picture(t, n);
        v->bytes = f->bytes.p;
        v->size = f->bytes.len;
        v->caption = arena_printf(f->a, "Gambar%02zu.", i + 1);
    }
    return t;
}

static long size_of(const struct paper *p)
{
    struct stat st;
    assert_int_equal(stat(p->path, &st), 0);
    return (long)st.st_size;
}

static char *images(struct press_test *f)
{
    return paper_tool(f->a, (const char *[]){"pdfimages", "-list", f->p.path, NULL});
}

/* The columns of one line of `pdfimages -list`. */
struct listed {
    int page, number, width, height, dpi;
    char kind[16], colour[16], how[16];
};

static struct listed first_image(struct press_test *f)
{
    struct listed r = {0};
    int parts, bits, object, id, y;
    char inter[8];
    const char *line = strstr(images(f), "\n   1");
    assert_non_null(line);
    assert_int_equal(sscanf(line, "%d %d %15s %d %d %15s %d %d %15s %7s %d %d %d %d", &r.page, &r.number, r.kind,
                            &r.width, &r.height, r.colour, &parts, &bits, r.how, inter, &object, &id, &r.dpi, &y),
                     14);
    return r;
}

static void photos__forty_from_a_phone_fit_into_little_memory_and_a_small_file(void **state)
{
    struct press_test *f = *state;
    paper_photo(&f->bytes, &(struct photo){.width = 2400, .height = 1800});
    assert_true(f->bytes.len > 400000);
    struct document_tree *t = grid_of(f, 40);
    paper_must_press(&f->p, t);
    assert_int_equal(paper_pages(f->a, &f->p), 10);
    struct listed x = first_image(f);
    assert_in_range(x.dpi, 180, 220);
    assert_string_equal(x.how, "jpeg");
    print_message("40 photos of %zu kB: %ld kB of PDF, %ld kB of memory\n", f->bytes.len / 1024,
                  size_of(&f->p) / 1024, f->p.peak_kb);
    assert_true(size_of(&f->p) < 40 * (long)f->bytes.len / 3);
    check_peak(&f->p);
}

static void photos__grey_and_progressive_ones_are_read(void **state)
{
    struct press_test *f = *state;
    for (int kind = 0; kind < 8; kind++) {
        struct photo x = {.width = kind & 4 ? 1600 : 300, .height = kind & 4 ? 1200 : 200, .grey = kind & 1,
                          .progressive = kind & 2};
        buf_clear(&f->bytes);
        paper_photo(&f->bytes, &x);
        paper_must_press(&f->p, grid_of(f, 1));
        assert_null(strstr(buf_str(&f->p.said), "picture"));
        struct listed got = first_image(f);
        assert_string_equal(got.how, "jpeg");
        bool as_it_is = kind < 4;
        assert_string_equal(got.colour, as_it_is && x.grey ? "gray" : "rgb");
        assert_int_equal(got.width == x.width, as_it_is);
        paper_feed(&f->p, "picture-check", NULL, f->bytes.p, f->bytes.len);
        assert_int_equal(f->p.status, 0);
    }
}

/* Share of the pixels of the first page that are red, and of those that are neither red nor white. */
static void count_red(struct press_test *f, double *red, double *strange)
{
    char *stem = arena_printf(f->a, "%s/page", f->p.folder);
    paper_tool(f->a, (const char *[]){"pdftoppm", "-singlefile", "-r", "36", f->p.path, stem, NULL});
    struct buf b = BUF_INIT;
    struct err e = {0};
    assert_int_equal(file_read(arena_printf(f->a, "%s.ppm", stem), SIZE_MAX, &b, &e), ERR_NONE);
    int w, h, skip;
    assert_int_equal(sscanf(b.p, "P6 %d %d 255%n", &w, &h, &skip), 2);
    const unsigned char *px = (const unsigned char *)b.p + skip + 1;
    size_t n = (size_t)w * (size_t)h * 7 / 8, reds = 0, others = 0; /* the foot is below */
    for (size_t i = 0; i < n; i++, px += 3) {
        bool is_red = px[0] > 180 && px[1] < 40 && px[2] < 40;
        reds += is_red;
        others += !is_red && !(px[0] > 240 && px[1] > 240 && px[2] > 240);
    }
    *red = (double)reds / (double)n;
    *strange = (double)others / (double)n;
    buf_done(&b);
}

static void photos__what_shines_through_is_white_on_paper(void **state)
{
    struct press_test *f = *state;
    for (int kind = 0; kind < 4; kind++) {
        int size = kind & 1 ? 1600 : 200;
        buf_clear(&f->bytes);
        paper_clear_png(&f->bytes, size, size / 2, kind & 2);
        struct document_tree *t = grid_of(f, 1);
        t->last->pictures[0].caption = NULL;
        paper_must_press(&f->p, t);
        assert_null(strstr(images(f), "smask"));
        double red, strange;
        count_red(f, &red, &strange);
        if (red < 0.01 || strange > 0.01)
            fail_msg("kind %d: red %.3f, neither red nor white %.3f", kind, red, strange);
    }
}

static void photos__twelve_thousand_pixels_are_read_row_by_row(void **state)
{
    struct press_test *f = *state;
    paper_clear_png(&f->bytes, 12000, 4000, false);
    paper_must_press(&f->p, grid_of(f, 1));
    assert_null(strstr(buf_str(&f->p.said), "picture"));
    check_peak(&f->p);
    buf_clear(&f->bytes);
    paper_photo(&f->bytes, &(struct photo){.width = 12000, .height = 2000});
    paper_must_press(&f->p, grid_of(f, 1));
    assert_null(strstr(buf_str(&f->p.said), "picture"));
    check_peak(&f->p);
}

static void expect_refusal(struct press_test *f, const char *word, const char *words)
{
    paper_feed(&f->p, "picture-check", NULL, f->bytes.p, f->bytes.len);
    assert_string_equal(buf_str(&f->p.said), word);
    assert_int_equal(f->p.status, 1);
    assert_non_null(strstr(buf_str(&f->p.complained), words));
    check_peak(&f->p);
    paper_must_press(&f->p, grid_of(f, 1)); /* one that got in on another way leaves its box */
    assert_non_null(strstr(paper_page(f->a, &f->p, 1), "(gambar tidak dapat dibaca)"));
    assert_non_null(strstr(buf_str(&f->p.said), "picture 1\n"));
    check_peak(&f->p);
}

static void photos__large_ones_in_steps_are_refused_in_words(void **state)
{
    struct press_test *f = *state;
    paper_clear_png(&f->bytes, 12000, 1000, true);
    expect_refusal(f, "steps\n", "bertahap");
    buf_clear(&f->bytes);
    paper_photo(&f->bytes, &(struct photo){.width = 12000, .height = 2700, .progressive = true});
    expect_refusal(f, "steps\n", "bertahap");
    buf_clear(&f->bytes);
    paper_clear_png(&f->bytes, 12000, 6000, false);
    expect_refusal(f, "large\n", "64 megapiksel");
}

static void photos__of_printers_and_of_new_phones_are_refused_in_words(void **state)
{
    struct press_test *f = *state;
    sample_jpeg_write(&(struct sample_jpeg){.components = 4}, &f->bytes);
    expect_refusal(f, "cmyk\n", "CMYK");
    buf_clear(&f->bytes);
    buf_add(&f->bytes, "\0\0\0\x18" "ftypheic\0\0\0\0", 16);
    expect_refusal(f, "heic\n", "HEIC");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, paper_set_up, paper_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(photos__forty_from_a_phone_fit_into_little_memory_and_a_small_file),
        TEST(photos__grey_and_progressive_ones_are_read),
        TEST(photos__what_shines_through_is_white_on_paper),
        TEST(photos__twelve_thousand_pixels_are_read_row_by_row),
        TEST(photos__large_ones_in_steps_are_refused_in_words),
        TEST(photos__of_printers_and_of_new_phones_are_refused_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
