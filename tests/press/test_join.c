/* PDFs joined into one: pages, links, outline; what is damaged, locked or not to be told. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <qpdf/qpdf-c.h>

#include "base/file.h"
#include "press/join.h"
#include "tests/press/joining.h"

static void join__pages_follow_each_other(void **state)
{
    struct fixture *f = *state;
    struct buf one = BUF_INIT, names = BUF_INIT, again = BUF_INIT;
    const char *first = arena_printf(f->a, "%s/satu.pdf", f->p.folder);
    paper_must_press(&f->p, joining_words(f, "halaman satu"));
    assert_int_equal(file_read(f->p.path, SIZE_MAX, &one, &f->e), ERR_NONE);
    assert_int_equal(file_write(first, one.p, one.len, &f->e), ERR_NONE);
    paper_must_press(&f->p, joining_words(f, "halaman dua"));
    joining_add(&names, first);
    joining_add(&names, f->p.path);
    assert_int_equal(joining_try(f, &names, &f->out), ERR_NONE);
    assert_int_equal(joining_try(f, &names, &again), ERR_NONE);
    assert_int_equal(again.len, f->out.len);
    assert_memory_equal(again.p, f->out.p, again.len);
    assert_int_equal(file_write(f->p.path, f->out.p, f->out.len, &f->e), ERR_NONE);
    assert_int_equal(paper_pages(f->a, &f->p), 2);
    assert_int_equal(paper_page_of(f->a, &f->p, "satu"), 1);
    assert_int_equal(paper_page_of(f->a, &f->p, "dua"), 2);
    buf_done(&one);
    buf_done(&names);
    buf_done(&again);
}

static void join__is_titled_as_single_papers_are(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT;
    paper_must_press(&f->p, joining_words(f, "halaman satu"));
    joining_add(&names, joining_kept(f, "satu.pdf"));
    paper_must_press(&f->p, joining_words(f, "halaman dua"));
    joining_add(&names, joining_foreign(f)); /* and what others say of themselves is not told */
    joining_must(f, &names);
    char *said = paper_tool(f->a, (const char *[]){"pdfinfo", "-enc", "UTF-8", f->p.path, NULL});
    assert_int_equal(strncmp(said, "Title:           " JOINING_TITLE "\n", strlen("Title:           " JOINING_TITLE "\n")), 0);
    assert_null(strstr(said, "Pengolah kata"));
    qpdf_data q = qpdf_init();
    assert_int_equal(qpdf_read(q, f->p.path, NULL), QPDF_SUCCESS);
    qpdf_oh root = qpdf_get_root(q), looks = qpdf_oh_get_key(q, root, "/ViewerPreferences");
    assert_string_equal(qpdf_oh_get_utf8_value(q, qpdf_oh_get_key(q, root, "/Lang")), "id-ID");
    assert_true(qpdf_oh_get_bool_value(q, qpdf_oh_get_key(q, looks, "/DisplayDocTitle")));
    qpdf_cleanup(&q);
    buf_done(&names);
}

static void join__a_title_without_files_is_refused(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT;
    buf_add(&names, JOINING_TITLE, sizeof JOINING_TITLE);
    assert_int_equal(joining_try(f, &names, &f->out), ERR_INPUT);
    buf_done(&names);
}

static void join__a_damaged_file_is_named(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT;
    const char *bad = arena_printf(f->a, "%s/rusak.pdf", f->p.folder);
    assert_int_equal(file_write(bad, "bukan pdf", 9, &f->e), ERR_NONE);
    joining_add(&names, bad);
    assert_int_equal(joining_try(f, &names, &f->out), ERR_CORRUPT);
    assert_non_null(strstr(f->e.text, "rusak.pdf"));
    assert_int_equal(f->out.len, 0);
    buf_done(&names);
}

static void join__contents_still_lead_to_their_pages_under_one_outline(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT;
    paper_must_press(&f->p, joining_words(f, "halaman satu"));
    joining_add(&names, joining_kept(f, "satu.pdf"));
    paper_must_press(&f->p, paper_report(f->a));
    const char *report = joining_kept(f, "laporan.pdf"), *foreign = arena_printf(f->a, "%s/asing.pdf", f->p.folder);
    joining_add(&names, report);
    joining_add(&names, report);
    paper_tool(f->a, (const char *[]){"pdfseparate", "-l", "1", report, foreign, NULL});
    joining_add(&names, foreign);
    assert_int_equal(joining_try(f, &names, &f->out), ERR_NONE);
    assert_int_equal(file_write(f->p.path, f->out.p, f->out.len, &f->e), ERR_NONE);
    char *xml = paper_tool(f->a, (const char *[]){"pdftohtml", "-xml", "-i", "-stdout", f->p.path, NULL});
    const char *first = strstr(xml, "BAB 2 PELAKSANAAN</b></a>"), *second = strstr(first + 1, "BAB 2 PELAKSANAAN</b></a>");
    while (strncmp(first, "href=", 5) != 0)
        first--;
    while (strncmp(second, "href=", 5) != 0)
        second--;
    int pages = (paper_pages(f->a, &f->p) - 2) / 2, here = atoi(strchr(first, '#') + 1);
    assert_int_equal(here, 1 + 5);
    assert_int_equal(atoi(strchr(second, '#') + 1), here + pages);
    const char *outline = arena_printf(f->a, "<item page=\"2\">Laporan Forum Konsultasi Publik</item>\n"
                                             "<item page=\"%d\">Laporan Forum Konsultasi Publik</item>\n",
                                       2 + pages);
    assert_non_null(strstr(xml, "<item page=\"1\">"));
    assert_non_null(strstr(xml, outline));
    buf_done(&names);
}

static void join__one_with_a_password_is_named(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT;
    const char *locked = arena_printf(f->a, "%s/terkunci.pdf", f->p.folder);
    paper_must_press(&f->p, joining_words(f, "rahasia"));
    qpdf_data q = qpdf_init();
    assert_int_equal(qpdf_read(q, f->p.path, NULL), QPDF_SUCCESS);
    qpdf_init_write(q, locked);
    qpdf_set_r6_encryption_parameters2(q, "buka", "pemilik", 1, 1, 1, 1, 1, 1, qpdf_r3p_full, 1);
    qpdf_set_static_ID(q, QPDF_TRUE);
    assert_int_equal(qpdf_write(q), QPDF_SUCCESS);
    qpdf_cleanup(&q);
    joining_add(&names, locked);
    assert_int_equal(joining_try(f, &names, &f->out), ERR_CORRUPT);
    assert_non_null(strstr(f->e.text, "terkunci.pdf dikunci dengan kata sandi"));
    buf_done(&names);
}

/* A scan of three pages as libqpdf writes it, all in the open, after `change` had it in hand. */
static const char *scan_after(struct fixture *f, void (*change)(qpdf_data q))
{
    const char *scan = joining_scan(f, 3), *path = arena_printf(f->a, "%s/diubah.pdf", f->p.folder);
    qpdf_data q = qpdf_init();
    assert_int_equal(qpdf_read(q, scan, NULL), QPDF_SUCCESS);
    qpdf_init_write(q, path);
    qpdf_set_static_ID(q, QPDF_TRUE);
    qpdf_set_qdf_mode(q, QPDF_TRUE);
    qpdf_set_object_stream_mode(q, qpdf_o_disable);
    if (change)
        change(q);
    assert_int_equal(qpdf_write(q), QPDF_SUCCESS);
    qpdf_cleanup(&q);
    return path;
}

static enum err_code join_one(struct fixture *f, const char *path)
{
    struct buf names = BUF_INIT;
    buf_clear(&f->out);
    joining_add_as(&names, path, "Notula bertanda tangan");
    enum err_code code = joining_try(f, &names, &f->out);
    buf_done(&names);
    return code;
}

/* The same file with these bytes in the place of the last ones that look like `was`; `now` NULL: it ends there. */
static const char *damaged(struct fixture *f, const char *path, const char *was, const char *now)
{
    struct buf b = BUF_INIT;
    assert_int_equal(file_read(path, SIZE_MAX, &b, &f->e), ERR_NONE);
    char *at = NULL;
    for (char *s = b.p; (s = memmem(s, (size_t)(b.p + b.len - s), was, strlen(was))); s++)
        at = s;
    assert_non_null(at);
    if (now)
        memcpy(at, now, strlen(now));
    assert_int_equal(file_write(path, b.p, now ? b.len : (size_t)(at - b.p), &f->e), ERR_NONE);
    buf_done(&b);
    return path;
}

static void join__a_file_that_can_be_repaired_is_joined_and_told(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(join_one(f, scan_after(f, NULL)), ERR_NONE);
    assert_int_equal(f->news.mended, 0);
    size_t whole = f->out.len;
    static const char *const damages[][2] = {{"startxref\n", "startxref\n1"}, {"%%EOF", NULL}, {" 00000 n", " 0000x n"}};
    for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
        const char *path = damaged(f, scan_after(f, NULL), damages[i][0], damages[i][1]);
        if (join_one(f, path) != ERR_NONE)
            fail_msg("%zu: %s (%s)", i, f->e.text, f->e.detail);
        assert_int_equal(f->news.mended, i != 1); /* the mark of the end is missed by nobody */
        assert_int_equal(f->out.len, whole);
    }
}

/* A repaired file whose pages are not all there is none that may stand for the evidence. */
static void join__a_file_that_lost_a_page_is_refused(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(join_one(f, damaged(f, scan_after(f, NULL), "/Count 3", "/Count 4")), ERR_CORRUPT);
    assert_non_null(strstr(f->e.text, "Notula bertanda tangan rusak"));
}

static void set_owner_password(qpdf_data q)
{
    qpdf_set_qdf_mode(q, QPDF_FALSE);
    qpdf_set_r6_encryption_parameters2(q, "", "pemilik", 1, 0, 0, 0, 0, 0, qpdf_r3p_none, 1);
}

static void join__one_that_only_forbids_changes_is_joined(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(join_one(f, scan_after(f, set_owner_password)), ERR_NONE);
    assert_int_equal(f->news.mended, 0);
    qpdf_data q = qpdf_init();
    assert_int_equal(qpdf_read_memory(q, "x", f->out.p, f->out.len, NULL), QPDF_SUCCESS);
    assert_false(qpdf_is_encrypted(q));
    assert_int_equal(qpdf_get_num_pages(q), 3);
    qpdf_cleanup(&q);
}

static void join__an_unknown_lock_is_called_one(void **state)
{
    struct fixture *f = *state;
    static const char *const objects[] = {"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
                                          "2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n",
                                          "3 0 obj\n<< /Filter /Adobe.PubSec /V 4 /R 4 >>\nendobj\n"};
    struct buf b = BUF_INIT, table = BUF_INIT;
    const char *path = arena_printf(f->a, "%s/sertifikat.pdf", f->p.folder);
    buf_puts(&b, "%PDF-1.6\n");
    buf_puts(&table, "xref\n0 4\n0000000000 65535 f \n");
    for (int i = 0; i < 3; i++) {
        buf_printf(&table, "%010zu 00000 n \n", b.len);
        buf_puts(&b, objects[i]);
    }
    buf_printf(&table, "trailer\n<< /Size 4 /Root 1 0 R /Encrypt 3 0 R /ID [ <00> <00> ] >>\nstartxref\n%zu\n%%%%EOF\n", b.len);
    buf_puts(&b, table.p);
    assert_int_equal(file_write(path, b.p, b.len, &f->e), ERR_NONE);
    buf_done(&b);
    buf_done(&table);
    assert_int_equal(join_one(f, path), ERR_CORRUPT);
    assert_non_null(strstr(f->e.text, "dengan cara yang tidak dapat dibuka"));
}

static void join__what_is_no_pdf_is_refused(void **state)
{
    struct fixture *f = *state;
    struct buf picture = BUF_INIT;
    const char *path = arena_printf(f->a, "%s/bukan.pdf", f->p.folder);
    paper_jpeg(&picture, 320, 160, 1);
    for (size_t n = 0; n <= picture.len; n += picture.len) { /* an empty file; a photograph */
        assert_int_equal(file_write(path, picture.p, n, &f->e), ERR_NONE);
        assert_int_equal(join_one(f, path), ERR_CORRUPT);
        assert_non_null(strstr(f->e.text, "rusak"));
    }
    assert_int_equal(join_one(f, arena_printf(f->a, "%s/tidak-ada.pdf", f->p.folder)), ERR_CORRUPT);
    buf_done(&picture);
}

static void seal(qpdf_data q)
{
    qpdf_oh_replace_key(q, qpdf_get_root(q), "/AcroForm", qpdf_oh_parse(q, "<< /Fields [] /SigFlags 3 >>"));
}

static void join__a_lost_electronic_signature_is_told(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(join_one(f, scan_after(f, seal)), ERR_NONE);
    assert_int_equal(f->news.sealed, 1);
    assert_int_equal(join_one(f, scan_after(f, NULL)), ERR_NONE);
    assert_int_equal(f->news.sealed, 0);
}

static void join__leaves_out_what_is_not_seen(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT;
    struct document_tree *t = joining_words(f, "halaman satu");
    t->title = "JUDUL-RAHASIA";
    t->author = "PENULIS-RAHASIA";
    paper_must_press(&f->p, t);
    qpdf_data q = qpdf_init(); /* as another program's scan, with something that starts by itself */
    assert_int_equal(qpdf_read(q, f->p.path, NULL), QPDF_SUCCESS);
    qpdf_set_info_key(q, "/Creator", "Pemindai");
    qpdf_oh_replace_key(q, qpdf_get_page_n(q, 0), "/AA", qpdf_oh_parse(q, "<< /O << /S /JavaScript /JS (app.alert) >> >>"));
    qpdf_init_write(q, joining_kept(f, "pindaian.pdf"));
    qpdf_set_static_ID(q, QPDF_TRUE);
    assert_int_equal(qpdf_write(q), QPDF_SUCCESS);
    qpdf_cleanup(&q);
    joining_add(&names, arena_printf(f->a, "%s/pindaian.pdf", f->p.folder));
    assert_int_equal(joining_try(f, &names, &f->out), ERR_NONE);
    assert_int_equal(file_write(f->p.path, f->out.p, f->out.len, &f->e), ERR_NONE);
    char *info = paper_tool(f->a, (const char *[]){"pdfinfo", f->p.path, NULL});
    assert_null(strstr(info, "RAHASIA"));
    assert_non_null(strstr(info, "JavaScript:      no"));
    char *xml = paper_tool(f->a, (const char *[]){"pdftohtml", "-xml", "-i", "-stdout", f->p.path, NULL});
    assert_non_null(strstr(xml, "<item page=\"1\">Berkas 1</item>"));
    assert_null(strstr(xml, "RAHASIA"));
    buf_done(&names);
}

static void join__wrong_bytes_never_bring_the_press_down(void **state)
{
    struct fixture *f = *state;
    struct buf good = BUF_INIT, names = BUF_INIT;
    int joined = 0, refused = 0;
    const char *path = arena_printf(f->a, "%s/salah.pdf", f->p.folder);
    paper_must_press(&f->p, paper_report(f->a));
    qpdf_data q = qpdf_init(); /* without packed objects, so that wrong bytes meet names and numbers */
    assert_int_equal(qpdf_read(q, f->p.path, NULL), QPDF_SUCCESS);
    qpdf_init_write(q, path);
    qpdf_set_static_ID(q, QPDF_TRUE);
    qpdf_set_qdf_mode(q, QPDF_TRUE);
    assert_int_equal(qpdf_write(q), QPDF_SUCCESS);
    qpdf_cleanup(&q);
    assert_int_equal(file_read(path, SIZE_MAX, &good, &f->e), ERR_NONE);
    joining_add(&names, path);
    srand(20261112);
    for (int i = 0; i < 60; i++) {
        struct buf bad = BUF_INIT;
        buf_add(&bad, good.p, i % 10 == 9 ? good.len * (size_t)(i + 1) / 61 : good.len);
        for (int k = 0; k < 1 << (i % 10); k++)
            bad.p[(size_t)rand() % bad.len] = i % 2 ? (char)rand() : "0123456789 /<>[]R"[rand() % 17];
        assert_int_equal(file_write(path, bad.p, bad.len, &f->e), ERR_NONE);
        paper_feed(&f->p, "pdf-join", arena_printf(f->a, "%s/hasil.pdf", f->p.folder), names.p, names.len);
        const char *end = strchr(buf_str(&f->p.complained), '\n');
        if (f->p.status == 0 ? f->p.complained.len != 0 : f->p.status != 1 || !end || end[1] != '\0')
            fail_msg("round %d, status %d: %s", i, f->p.status, buf_str(&f->p.complained));
        joined += f->p.status == 0;
        refused += f->p.status == 1;
        buf_done(&bad);
    }
    print_message("%d joined, %d refused\n", joined, refused);
    assert_true(joined > 5 && refused > 0); /* both ways were gone */
    buf_done(&good);
    buf_done(&names);
}

enum { LARGE_PAGES = 8, LARGE_BYTES = 8 << 20 };

/* Pages of which each has a picture of 8 MB. */
static void write_large(const char *path)
{
    long at[3 + 2 * LARGE_PAGES] = {0};
    char *picture = mem_zalloc(LARGE_BYTES);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs("%PDF-1.4\n", f);
    at[1] = ftell(f);
    fputs("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n", f);
    at[2] = ftell(f);
    fputs("2 0 obj\n<< /Type /Pages /Count 8 /MediaBox [ 0 0 9 9 ] /Kids [", f);
    for (int i = 0; i < LARGE_PAGES; i++)
        fprintf(f, " %d 0 R", 3 + 2 * i);
    fputs(" ] >>\nendobj\n", f);
    for (int i = 0; i < LARGE_PAGES; i++) {
        at[3 + 2 * i] = ftell(f);
        fprintf(f, "%d 0 obj\n<< /Type /Page /Parent 2 0 R /Resources << /XObject << /I %d 0 R >> >> >>\nendobj\n", 3 + 2 * i, 4 + 2 * i);
        at[4 + 2 * i] = ftell(f);
        fprintf(f, "%d 0 obj\n<< /Type /XObject /Subtype /Image /Width 9 /Height 9 /ColorSpace /DeviceGray /BitsPerComponent 8 "
                   "/Filter /DCTDecode /Length %d >>\nstream\n", 4 + 2 * i, LARGE_BYTES);
        fwrite(picture, 1, LARGE_BYTES, f);
        fputs("\nendstream\nendobj\n", f);
    }
    long table = ftell(f);
    fprintf(f, "xref\n0 %d\n0000000000 65535 f \n", 3 + 2 * LARGE_PAGES);
    for (int i = 1; i < 3 + 2 * LARGE_PAGES; i++)
        fprintf(f, "%010ld 00000 n \n", at[i]);
    fprintf(f, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%ld\n%%%%EOF\n", 3 + 2 * LARGE_PAGES, table);
    assert_int_equal(fclose(f), 0);
    free(picture);
}

static void press__joins_large_scans_in_little_memory(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT;
    struct stat st;
    const char *path = arena_printf(f->a, "%s/besar.pdf", f->p.folder), *joined = arena_printf(f->a, "%s/hasil.pdf", f->p.folder);
    write_large(path);
    joining_add(&names, path);
    paper_feed(&f->p, "pdf-join", joined, names.p, names.len);
    assert_int_equal(f->p.status, 0);
    assert_string_equal(buf_str(&f->p.said), ""); /* nothing was wrong with it */
    assert_int_equal(stat(joined, &st), 0);
    assert_true(st.st_size > LARGE_PAGES * LARGE_BYTES);
    print_message("%d MB joined: %ld kB of memory\n", (int)(st.st_size >> 20), f->p.peak_kb);
#ifndef __SANITIZE_ADDRESS__ /* the sanitizers keep memory that was given back */
    assert_true(f->p.peak_kb < 50 * 1024);
#endif
    buf_done(&names);
}

static void press__keeps_the_old_joined_file_when_the_disk_is_full(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT, left = BUF_INIT;
    struct rlimit old, small;
    const char *joined = arena_printf(f->a, "%s/hasil.pdf", f->p.folder);
    joining_add(&names, joining_scan(f, 3));
    assert_int_equal(file_write(joined, "lama", 4, &f->e), ERR_NONE);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    small = (struct rlimit){1024, old.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    paper_feed(&f->p, "pdf-join", joined, names.p, names.len);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    assert_int_equal(f->p.status, 1);
    assert_null(strstr(buf_str(&f->p.complained), "rusak")); /* it is the disk, not the scan */
    assert_int_equal(file_read(joined, SIZE_MAX, &left, &f->e), ERR_NONE);
    assert_string_equal(buf_str(&left), "lama");
    char *files = paper_tool(f->a, (const char *[]){"ls", "-A", f->p.folder, NULL});
    assert_string_equal(files, "hasil.pdf\npindaian.pdf\n");
    buf_done(&names);
    buf_done(&left);
}

static void press__says_broken_for_a_damaged_file_and_writes_nothing(void **state)
{
    struct fixture *f = *state;
    struct buf names = BUF_INIT;
    const char *bad = arena_printf(f->a, "%s/rusak.pdf", f->p.folder);
    assert_int_equal(file_write(bad, "bukan pdf", 9, &f->e), ERR_NONE);
    joining_add(&names, bad);
    paper_feed(&f->p, "pdf-join", arena_printf(f->a, "%s/hasil.pdf", f->p.folder), names.p, names.len);
    assert_int_equal(f->p.status, 1);
    assert_string_equal(buf_str(&f->p.said), "broken\n");
    buf_done(&names);
}

#define TEST(t) cmocka_unit_test_setup_teardown(t, joining_set_up, joining_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(join__pages_follow_each_other),
        TEST(join__is_titled_as_single_papers_are),
        TEST(join__a_title_without_files_is_refused),
        TEST(join__a_damaged_file_is_named),
        TEST(join__contents_still_lead_to_their_pages_under_one_outline),
        TEST(join__one_with_a_password_is_named),
        TEST(join__a_file_that_can_be_repaired_is_joined_and_told),
        TEST(join__a_file_that_lost_a_page_is_refused),
        TEST(join__one_that_only_forbids_changes_is_joined),
        TEST(join__an_unknown_lock_is_called_one),
        TEST(join__what_is_no_pdf_is_refused),
        TEST(join__a_lost_electronic_signature_is_told),
        TEST(join__leaves_out_what_is_not_seen),
        TEST(join__wrong_bytes_never_bring_the_press_down),
        TEST(press__joins_large_scans_in_little_memory),
        TEST(press__keeps_the_old_joined_file_when_the_disk_is_full),
        TEST(press__says_broken_for_a_damaged_file_and_writes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
