/* The files for the portal: signed scans first, never too many, never too large in silence. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/app/decode.h"
#include "tests/app/packing.h"
#include "tests/app/pictures.h"

static const char *uploaded(struct fixture *f, const struct pack_result *r, const char *name)
{
    return arena_printf(f->arena, "%s/1-unggah/2026-11-12-disdukcapil-%s", r->path, name);
}

static void upload__takes_signed_scans_where_there_are_any(void **state)
{
    struct fixture *f = *state;
    struct buf b = BUF_INIT, text = BUF_INIT;
    picture_pdf(&b, 100, "x");
    packing_add(f, "ttd.pdf", &b, DOC_BA_TTD);
    buf_clear(&b);
    picture_jpeg(&b, 300, 400, 3, "x");
    packing_add(f, "ttd.jpg", &b, DOC_BA_TTD);
    buf_done(&b);
    const struct pack_request in = {.folder = packing_folder(f, "tujuan")};
    struct pack_result r = packing_make(f, &in);
    decode_file(uploaded(f, &r, "1-berita-acara.pdf"), f->folder, &text);
    assert_null(memmem(text.p, text.len, "BERITA ACARA", 12)); /* the paper that nobody signed */
    assert_non_null(memmem(text.p, text.len, "Pages:           2", 18));
    assert_non_null(memmem(text.p, text.len, "Tagged:          yes", 20));
    buf_clear(&text);
    decode_file(uploaded(f, &r, "2-daftar-hadir.pdf"), f->folder, &text);
    assert_non_null(memmem(text.p, text.len, "DAFTAR HADIR", 12));
    buf_done(&text);
}

static void expect_title(const struct buf *text, const char *title)
{
    struct buf line = BUF_INIT;
    buf_printf(&line, "Title:           %s Forum Konsultasi Publik\n", title);
    assert_non_null(memmem(text->p, text->len, line.p, line.len));
    buf_done(&line);
}

static void upload__every_file_has_a_title(void **state)
{
    struct fixture *f = *state;
    static const char *const files[][2] = {{"1-berita-acara.pdf", "Berita Acara Hasil"}, {"2-daftar-hadir.pdf", "Daftar hadir"},
                                           {"5-laporan-dan-tindak-lanjut.pdf", "Laporan dan rencana tindak lanjut"}};
    struct buf b = BUF_INIT;
    for (int i = 0; i < 2; i++) {
        buf_clear(&b);
        picture_pdf(&b, 100 + i, "x");
        packing_add(f, arena_printf(f->arena, "hadir%d.pdf", i), &b, DOC_HADIR_TTD);
    }
    const struct pack_request in = {.folder = packing_folder(f, "tujuan")};
    struct pack_result r = packing_make(f, &in);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        buf_clear(&b);
        decode_file(uploaded(f, &r, files[i][0]), f->folder, &b);
        expect_title(&b, files[i][1]);
    }
    buf_done(&b);
}

static void check_size(void *ctx, const char *path, const char *name)
{
    int64_t *limit = ctx;
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    if (st.st_size > *limit)
        fail_msg("%s has %lld bytes", name, (long long)st.st_size);
}

static void fixture_photos(struct fixture *f, int n, int width, int height)
{
    for (int i = 0; i < n; i++) {
        struct buf b = BUF_INIT;
        picture_jpeg(&b, width, height, (unsigned)i + 1, "x");
        packing_add(f, arena_printf(f->arena, "foto%d.jpg", i), &b, DOC_FOTO);
        buf_done(&b);
    }
    fixture_set(f, ENTITY_session, &ID_NONE, session_F_with_photos, "ya");
}

static void upload__pictures_shrink_until_the_limit_is_kept(void **state)
{
    struct fixture *f = *state;
    const char *many = getenv("MUFAKAT_LONG");
    int64_t limit = many ? 5000000 : 700000;
    if (many)
        fixture_photos(f, 40, 3000, 2000); /* several MB each */
    else
        fixture_photos(f, 6, 1400, 1000);
    const struct pack_request in = {.folder = packing_folder(f, "tujuan"), .limit = {5, limit}};
    struct pack_result r = packing_make(f, &in);
    assert_int_equal(r.n_notes, 0);
    decode_each(arena_printf(f->arena, "%s/1-unggah", r.path), check_size, &limit);
}

static int64_t size_with(struct fixture *f, const char *folder, int64_t limit)
{
    struct stat st;
    const struct pack_request in = {.folder = packing_folder(f, folder), .limit = {5, limit}};
    struct pack_result r = packing_make(f, &in);
    assert_int_equal(stat(uploaded(f, &r, "4-dokumentasi.pdf"), &st), 0);
    return st.st_size;
}

/* Also where even they cannot keep the limit: what is left is as small as it can be read. */
static void upload__tries_the_least_pictures_before_giving_up(void **state)
{
    struct fixture *f = *state;
    fixture_photos(f, 3, 2000, 1500);
    int64_t usual = size_with(f, "biasa", 5000000), least = size_with(f, "sempit", 50000);
    assert_true(least > 50000);
    assert_true(least * 2 < usual);
}

static void upload__leaves_no_scanned_page_out(void **state)
{
    struct fixture *f = *state;
    struct buf text = BUF_INIT;
    for (int i = 0; i < 70; i++) {
        struct buf b = BUF_INIT;
        picture_jpeg(&b, 30, 40, (unsigned)i + 1, "x");
        packing_add(f, arena_printf(f->arena, "hadir%d.jpg", i), &b, DOC_HADIR_TTD);
        buf_done(&b);
    }
    const struct pack_request in = {.folder = packing_folder(f, "tujuan")};
    struct pack_result r = packing_make(f, &in);
    decode_file(uploaded(f, &r, "2-daftar-hadir.pdf"), f->folder, &text);
    assert_non_null(memmem(text.p, text.len, "Pages:           70", 19));
    buf_done(&text);
}

static void upload__what_cannot_be_made_to_fit_is_told_and_stays(void **state)
{
    struct fixture *f = *state;
    struct buf b = BUF_INIT;
    picture_pdf(&b, 400000, "x");
    packing_add(f, "ttd.pdf", &b, DOC_BA_TTD);
    buf_done(&b);
    const struct pack_request in = {.folder = packing_folder(f, "tujuan"), .limit = {5, 300000}};
    struct pack_result r = packing_make(f, &in);
    assert_int_equal(r.n_notes, 1);
    assert_non_null(strstr(r.notes[0], "1-berita-acara.pdf"));
    assert_non_null(strstr(r.notes[0], "pindai ulang"));
    assert_int_equal(access(uploaded(f, &r, "1-berita-acara.pdf"), F_OK), 0);
    assert_non_null(strstr(packing_content(f, arena_printf(f->arena, "%s/MANIFEST", r.path)), "MELEBIHI BATAS"));
}

static void upload__never_has_more_files_than_allowed(void **state)
{
    struct fixture *f = *state;
    const struct pack_request in = {.folder = packing_folder(f, "tujuan"), .limit = {2, 5000000}};
    struct pack_result r = packing_make(f, &in);
    struct buf text = BUF_INIT;
    assert_int_equal(packing_entries(arena_printf(f->arena, "%s/1-unggah", r.path)), 2);
    decode_file(uploaded(f, &r, "2-bukti-lain.pdf"), f->folder, &text);
    assert_non_null(memmem(text.p, text.len, "DAFTAR HADIR", 12));
    assert_non_null(memmem(text.p, text.len, "NOTULA", 6));
    expect_title(&text, "Bukti lain");
    buf_done(&text);
}

static void upload__a_scan_that_had_to_be_repaired_is_told(void **state)
{
    struct fixture *f = *state;
    struct buf b = BUF_INIT;
    for (unsigned i = 0; i < 2; i++) {
        picture_pdf(&b, 100 + i, "x");
        char *end = memmem(b.p, b.len, "startxref\n", 10);
        assert_non_null(end);
        if (i == 0)
            memcpy(end + 10, "1", 1);
        packing_add(f, arena_printf(f->arena, "ttd%u.pdf", i), &b, DOC_BA_TTD);
        buf_clear(&b);
    }
    buf_done(&b);
    const struct pack_request in = {.folder = packing_folder(f, "tujuan")};
    struct pack_result r = packing_make(f, &in);
    assert_int_equal(r.n_notes, 1);
    assert_non_null(strstr(r.notes[0], "1-berita-acara.pdf rusak, tetapi masih terbaca"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PACK_TEST(upload__takes_signed_scans_where_there_are_any),
        PACK_TEST(upload__every_file_has_a_title),
        PACK_TEST(upload__pictures_shrink_until_the_limit_is_kept),
        PACK_TEST(upload__tries_the_least_pictures_before_giving_up),
        PACK_TEST(upload__leaves_no_scanned_page_out),
        PACK_TEST(upload__what_cannot_be_made_to_fit_is_told_and_stays),
        PACK_TEST(upload__a_scan_that_had_to_be_repaired_is_told),
        PACK_TEST(upload__never_has_more_files_than_allowed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
