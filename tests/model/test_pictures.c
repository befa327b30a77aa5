/* What picture files and their names tell: EXIF, markers, stripping, times in names. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "model/exif.h"
#include "model/jpeg.h"
#include "model/photo_name.h"
#include "model/png.h"
#include "tests/model/sample_jpeg.h"

static const struct sample_jpeg full = {.orientation = 6,
                                        .taken = "2026:11:12 08:52:10",
                                        .changed = "2026:11:13 10:00:00",
                                        .offset = "+08:00"};

/* Reads from a block of exactly that size, so that a step beyond it is seen by the sanitizer. */
static bool read_exact(const char *p, size_t n, struct exif *x)
{
    char *copy = malloc(n ? n : 1);
    memcpy(copy, p, n);
    bool is_picture = exif_read(copy, n, x);
    free(copy);
    return is_picture;
}

static void exif__gives_size_turn_and_time_in_both_byte_orders(void **state)
{
    (void)state;
    for (int big = 0; big < 2; big++) {
        struct sample_jpeg s = full;
        s.big_endian = big;
        struct buf b = BUF_INIT;
        sample_jpeg_write(&s, &b);
        struct exif x;
        assert_true(read_exact(b.p, b.len, &x));
        assert_int_equal(x.type, PICTURE_JPEG);
        assert_int_equal(x.width, 8);
        assert_int_equal(x.height, 8);
        assert_int_equal(x.components, 1);
        assert_int_equal(x.orientation, 6);
        assert_true(x.whole);
        assert_int_equal(x.day, date_of(2026, 11, 12));
        assert_int_equal(x.seconds, (8 * 60 + 52) * 60 + 10);
        assert_int_equal(x.utc_minutes, 480);
        buf_done(&b);
    }
}

static void exif__takes_the_time_of_change_only_when_there_is_no_better(void **state)
{
    (void)state;
    struct sample_jpeg s = {.changed = "2026:11:13 10:00:00"};
    struct buf b = BUF_INIT;
    sample_jpeg_write(&s, &b);
    struct exif x;
    assert_true(read_exact(b.p, b.len, &x));
    assert_int_equal(x.day, date_of(2026, 11, 13));
    assert_int_equal(x.utc_minutes, NONE);
    assert_int_equal(x.orientation, 1);
    buf_done(&b);
}

static void exif__refuses_times_that_no_clock_shows(void **state)
{
    (void)state;
    static const char *const bad[] = {"0000:00:00 00:00:00", "2026:02:30 08:00:00", "2026:13:01 08:00:00",
                                      "2026:11:12 25:00:00", "    :  :     :  :  "};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct sample_jpeg s = {.taken = bad[i]};
        struct buf b = BUF_INIT;
        sample_jpeg_write(&s, &b);
        struct exif x;
        assert_true(read_exact(b.p, b.len, &x));
        assert_int_equal(x.day, NONE);
        assert_int_equal(x.seconds, NONE);
        buf_done(&b);
    }
}

static void exif__survives_every_cut_and_every_single_wrong_byte(void **state)
{
    (void)state;
    struct buf b = BUF_INIT;
    sample_jpeg_write(&full, &b);
    struct exif x;
    for (size_t n = 0; n < b.len; n++) {
        read_exact(b.p, n, &x);
        assert_false(x.whole);
        assert_in_range(x.orientation, 1, 8);
    }
    for (size_t i = 0; i < b.len; i++) {
        static const char wrong[] = {0, 1, '\x7F', '\x80', '\xFF'};
        char old = b.p[i];
        for (size_t k = 0; k < sizeof wrong; k++) {
            b.p[i] = wrong[k];
            read_exact(b.p, b.len, &x);
            assert_in_range(x.orientation, 1, 8);
            struct buf out = BUF_INIT;
            bool whole = jpeg_strip(b.p, b.len, &out);
            assert_true(whole == (out.len > 0));
            buf_done(&out);
        }
        b.p[i] = old;
    }
    buf_done(&b);
}

static void exif__knows_png_and_says_heic_is_not_read(void **state)
{
    (void)state;
    static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR\0\0\1\x2C\0\0\0\xC8\x08\2\0\0\0CRC_\0\0\0\0IENDCRC_";
    struct exif x;
    assert_true(read_exact(png, sizeof png - 1, &x));
    assert_int_equal(x.type, PICTURE_PNG);
    assert_int_equal(x.width, 300);
    assert_int_equal(x.height, 200);
    assert_true(x.whole);
    for (size_t n = 0; n < sizeof png - 1; n++) {
        read_exact(png, n, &x);
        assert_false(x.whole);
    }
    assert_false(read_exact("\0\0\0\x18" "ftypheic\0\0\0\0", 16, &x));
    assert_int_equal(x.type, PICTURE_HEIC);
    assert_false(read_exact("halo", 4, &x));
    assert_int_equal(x.type, PICTURE_OTHER);
}

static void jpeg__strip_removes_what_is_private_and_keeps_the_picture(void **state)
{
    (void)state;
    struct buf b = BUF_INIT, out = BUF_INIT;
    sample_jpeg_write(&full, &b);
    buf_puts(&b, "ftypmp42: a moving picture behind the end");
    assert_true(jpeg_strip(b.p, b.len, &out));
    assert_null(memmem(out.p, out.len, "Exif", 4));
    assert_null(memmem(out.p, out.len, "2026", 4));
    assert_null(memmem(out.p, out.len, "RAHASIA", 7));
    assert_null(memmem(out.p, out.len, "mp42", 4));
    assert_non_null(memmem(out.p, out.len, "JFIF", 4));
    struct exif x;
    assert_true(exif_read(out.p, out.len, &x));
    assert_true(x.whole);
    assert_int_equal(x.width, 8);
    struct buf again = BUF_INIT;
    assert_true(jpeg_strip(out.p, out.len, &again));
    assert_int_equal(again.len, out.len);
    assert_memory_equal(again.p, out.p, out.len);
    buf_done(&again);
    buf_done(&out);
    buf_done(&b);
}

/* The small picture may show what was cut off the large one. */
static void jpeg__strip_removes_a_small_picture_from_the_head(void **state)
{
    (void)state;
    static const char head[] = "\xFF\xE0\0\x16JFIF\0\1\1\0\0\1\0\1\1\2" "abcdef";
    struct buf b = BUF_INIT, mended = BUF_INIT, out = BUF_INIT;
    sample_jpeg_write(&full, &b);
    buf_add(&mended, b.p, 2);
    buf_add(&mended, head, sizeof head - 1);
    buf_add(&mended, b.p + 20, b.len - 20); /* behind its own JFIF part */
    assert_true(jpeg_strip(mended.p, mended.len, &out));
    assert_null(memmem(out.p, out.len, "abcdef", 6));
    buf_done(&out);
    buf_done(&mended);
    buf_done(&b);
}

static void jpeg__strip_refuses_a_cut_file(void **state)
{
    (void)state;
    struct buf b = BUF_INIT, out = BUF_INIT;
    sample_jpeg_write(&full, &b);
    for (size_t n = 0; n < b.len; n++)
        assert_false(jpeg_strip(b.p, n, &out));
    assert_int_equal(out.len, 0);
    buf_done(&b);
}

/* A chunk; nobody here looks at its sum. */
static void put_chunk(struct buf *b, const char *type, const char *data, size_t n)
{
    const char length[] = {0, 0, (char)(n >> 8), (char)n};
    buf_add(b, length, 4);
    buf_puts(b, type);
    buf_add(b, data, n);
    buf_puts(b, "CRC_");
}

static void png__strip_keeps_what_shows_and_nothing_else(void **state)
{
    (void)state;
    struct buf b = BUF_INIT, out = BUF_INIT, wanted = BUF_INIT;
    struct buf *both[] = {&b, &wanted};
    for (size_t i = 0; i < 2; i++) {
        buf_add(both[i], "\x89PNG\r\n\x1a\n", 8);
        put_chunk(both[i], "IHDR", "1234567890123", 13);
        if (i == 0) {
            put_chunk(both[i], "eXIf", "GPS", 3);
            put_chunk(both[i], "tEXt", "Author", 6);
            put_chunk(both[i], "tIME", "2026", 4);
        }
        put_chunk(both[i], "gAMA", "0000", 4);
        put_chunk(both[i], "IDAT", "", 0);
        put_chunk(both[i], "IEND", "", 0);
    }
    size_t whole = b.len;
    buf_puts(&b, "what hangs behind the end");
    assert_true(png_strip(b.p, b.len, &out));
    assert_int_equal(out.len, wanted.len);
    assert_memory_equal(out.p, wanted.p, wanted.len);
    buf_clear(&out);
    for (size_t n = 0; n < whole; n++)
        assert_false(png_strip(b.p, n, &out));
    assert_int_equal(out.len, 0);
    assert_false(png_strip("halo halo halo", 14, &out));
    buf_done(&b);
    buf_done(&out);
    buf_done(&wanted);
}

static void photo_name__reads_what_phones_and_messengers_write(void **state)
{
    (void)state;
    const int64_t day = date_of(2026, 11, 12), at = (8 * 60 + 52) * 60 + 10;
    const struct {
        const char *name;
        int64_t seconds;
    } names[] = {
        {"IMG_20261112_085210.jpg", at},
        {"IMG20261112085210.jpg", at},
        {"PXL_20261112_085210123.jpg", at},
        {"PXL_20261112_085210123.MP.jpg", at},
        {"IMG-20261112-WA0003.jpg", NONE},
        {"VID-20261112-WA0003.mp4", NONE},
        {"WhatsApp Image 2026-11-12 at 08.52.10.jpeg", at},
        {"WhatsApp Image 2026-11-12 at 08.52.10 (2).jpeg", at},
        {"WhatsApp Image 2026-11-12 at 8.52.10 AM.jpeg", at},
        {"WhatsApp Image 2026-11-12 at 8.52.10 PM.jpeg", at + 12 * 3600},
        {"WhatsApp Image 2026-11-12 at 12.05.00 AM.jpeg", 5 * 60},
        {"WhatsApp Image 2026-11-12 pukul 08.52.10_1a2b3c.jpg", at},
        {"Screenshot_20261112-085210.png", at},
        {"Screenshot_20261112-085210_WhatsApp.jpg", at},
        {"Screenshot_2026-11-12-08-52-10-123_com.whatsapp.jpg", at},
        {"photo_2026-11-12_08-52-10.jpg", at},
        {"signal-2026-11-12-08-52-10-123.jpg", at},
        {"20261112_085210.jpg", at},
        {"20261112_085210(0).jpg", at},
        {"VID_20261112_085210.mp4", at},
        {"/media/usb/2025/IMG_20261112_085210.jpg", at},
        {"foto FKP 2026-11-12.jpg", NONE},
        {"20261112_0003.jpg", NONE},
        {"IMG_20261112_1234567.jpg", NONE},
        {"IMG_20261112_256110.jpg", NONE},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct photo_time t = {0, 0};
        if (!photo_name_time(names[i].name, &t))
            fail_msg("no date in %s", names[i].name);
        if (t.day != day || t.seconds != names[i].seconds)
            fail_msg("%s: day %lld, second %lld", names[i].name, (long long)t.day, (long long)t.seconds);
    }
}

static void photo_name__sees_no_date_where_there_is_none(void **state)
{
    (void)state;
    static const char *const names[] = {"",        "foto.jpg",        "DSC_0042.JPG",          "IMG_20261312_085210.jpg",
                                        "2026.jpg", "081200000007.jpg", "FB_IMG_1636695130000.jpg", "IMG_20260230.jpg",
                                        "20261112/foto.jpg", "DSCN202611123.jpg"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct photo_time t = {7, 7};
        if (photo_name_time(names[i], &t))
            fail_msg("a date in %s", names[i]);
        assert_int_equal(t.day, 7);
    }
}

static void photo_name__marks_the_phones_that_write_utc(void **state)
{
    (void)state;
    assert_true(photo_name_is_utc("/tmp/PXL_20261112_085210123.jpg"));
    assert_false(photo_name_is_utc("IMG_20261112_085210.jpg"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exif__gives_size_turn_and_time_in_both_byte_orders),
        cmocka_unit_test(exif__takes_the_time_of_change_only_when_there_is_no_better),
        cmocka_unit_test(exif__refuses_times_that_no_clock_shows),
        cmocka_unit_test(exif__survives_every_cut_and_every_single_wrong_byte),
        cmocka_unit_test(exif__knows_png_and_says_heic_is_not_read),
        cmocka_unit_test(jpeg__strip_removes_what_is_private_and_keeps_the_picture),
        cmocka_unit_test(jpeg__strip_removes_a_small_picture_from_the_head),
        cmocka_unit_test(jpeg__strip_refuses_a_cut_file),
        cmocka_unit_test(png__strip_keeps_what_shows_and_nothing_else),
        cmocka_unit_test(photo_name__reads_what_phones_and_messengers_write),
        cmocka_unit_test(photo_name__sees_no_date_where_there_is_none),
        cmocka_unit_test(photo_name__marks_the_phones_that_write_utc),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
