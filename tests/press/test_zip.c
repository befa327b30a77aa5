/* Zip archives: what goes in comes out, the same bytes every time, and every failure is a sentence. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <minizip/unzip.h>

#include "base/file.h"
#include "press/zip.h"
#include "tests/press/paper.h"

static struct zip *begin(struct press_test *f, const char *file)
{
    struct zip *z = NULL;
    assert_int_equal(zip_open(file, "paket.zip", &z, &f->e), ERR_NONE);
    return z;
}

/* Twice the same letters, in a text that deflates and in a picture that must not be touched. */
static void write_sample(struct press_test *f, const char *file)
{
    static const char words[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    char *path = arena_printf(f->a, "%s/isi", f->p.folder);
    assert_int_equal(file_write(path, words, sizeof words - 1, &f->e), ERR_NONE);
    struct zip *z = begin(f, file);
    assert_int_equal(zip_add(z, "2-arsip/Notulä.txt", words, sizeof words - 1, &f->e), ERR_NONE);
    assert_int_equal(zip_add_file(z, "2-arsip/foto.JPG", path, &f->e), ERR_NONE);
    assert_int_equal(zip_add(z, "kosong", "", 0, &f->e), ERR_NONE);
    assert_int_equal(zip_close(z, &f->e), ERR_NONE);
}

static void expect_entry(unzFile u, const char *name, size_t size, bool stored)
{
    char got[256], bytes[256];
    unz_file_info64 info;
    assert_int_equal(unzGetCurrentFileInfo64(u, &info, got, sizeof got, NULL, 0, NULL, 0), UNZ_OK);
    assert_string_equal(got, name);
    assert_int_equal(info.uncompressed_size, size);
    assert_int_equal(info.compression_method, stored ? 0 : 8);
    assert_int_equal(info.flag & 0x808, 0x800); /* UTF-8; sizes stand before the bytes */
    assert_int_equal(info.dosDate, 0x210000);
    assert_int_equal(unzOpenCurrentFile(u), UNZ_OK);
    assert_int_equal(unzReadCurrentFile(u, bytes, sizeof bytes), (int)size);
    for (size_t i = 0; i < size; i++)
        assert_int_equal(bytes[i], 'a');
    assert_int_equal(unzCloseCurrentFile(u), UNZ_OK); /* compares the sum as well */
}

static void zip__keeps_names_bytes_and_order(void **state)
{
    struct press_test *f = *state;
    write_sample(f, f->p.path);
    unzFile u = unzOpen64(f->p.path);
    assert_non_null(u);
    assert_int_equal(unzGoToFirstFile(u), UNZ_OK);
    expect_entry(u, "2-arsip/Notulä.txt", 79, false);
    assert_int_equal(unzGoToNextFile(u), UNZ_OK);
    expect_entry(u, "2-arsip/foto.JPG", 79, true);
    assert_int_equal(unzGoToNextFile(u), UNZ_OK);
    expect_entry(u, "kosong", 0, false);
    assert_int_equal(unzGoToNextFile(u), UNZ_END_OF_LIST_OF_FILE);
    unzClose(u);
}

static void zip__is_the_same_bytes_every_time(void **state)
{
    struct press_test *f = *state;
    char *again = arena_printf(f->a, "%s/lagi.zip", f->p.folder), first[65], second[65];
    int64_t size;
    write_sample(f, f->p.path);
    sleep(2); /* a clock in it would show: zip dates have steps of two seconds */
    write_sample(f, again);
    assert_int_equal(file_sha256(f->p.path, first, &size, &f->e), ERR_NONE);
    assert_int_equal(file_sha256(again, second, &size, &f->e), ERR_NONE);
    assert_string_equal(first, second);
}

static void zip__refuses_names_that_lead_astray(void **state)
{
    struct press_test *f = *state;
    static const char *const bad[] = {"",     "/etc/passwd", "../luar", "a/../../luar", "a//b", "a/",    ".",
                                      "a/./b", "C:luar",     "a\\b",    "\xff",         "ada",  "ADA"};
    struct zip *z = begin(f, f->p.path);
    assert_int_equal(zip_add(z, "ada", "x", 1, &f->e), ERR_NONE);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (zip_add(z, bad[i], "x", 1, &f->e) != ERR_INPUT)
            fail_msg("\"%s\" was taken", bad[i]);
    }
    assert_int_equal(zip_add(z, "a/..b/c...d", "x", 1, &f->e), ERR_NONE);
    assert_int_equal(zip_close(z, &f->e), ERR_NONE);
}

static void zip__says_what_it_cannot_read_or_write(void **state)
{
    struct press_test *f = *state;
    struct zip *z = begin(f, f->p.path);
    assert_int_equal(zip_add_file(z, "a", "/tidak/ada", &f->e), ERR_NOTFOUND);
    assert_non_null(strstr(f->e.text, "/tidak/ada"));
    assert_int_equal(zip_add_file(z, "b", f->p.folder, &f->e), ERR_INPUT);
    zip_drop(z);
    z = begin(f, "/dev/full");
    enum err_code code = zip_add(z, "a", "isi", 3, &f->e);
    if (code)
        zip_drop(z);
    else
        code = zip_close(z, &f->e);
    assert_int_equal(code, ERR_FULL);
    assert_non_null(strstr(f->e.text, "paket.zip"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, paper_set_up, paper_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(zip__keeps_names_bytes_and_order),
        TEST(zip__is_the_same_bytes_every_time),
        TEST(zip__refuses_names_that_lead_astray),
        TEST(zip__says_what_it_cannot_read_or_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
