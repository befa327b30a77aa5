/* Pictures made smaller and clean. */
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

#include "base/file.h"
#include "model/exif.h"
#include "model/jpeg.h"
#include "press/fit.h"
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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
