/* Running the second program: what it says arrives, and whatever it does, the caller goes on. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/press_run.h"
#include "base/file.h"
#include "tests/model/sample_jpeg.h"

struct fixture {
    struct arena *a;
    char folder[48];
    char pdf[96];
    char script[96];
};

static int set_up(void **state)
{
    struct fixture *f = mem_zalloc(sizeof *f);
    f->a = arena_new();
    strcpy(f->folder, "/tmp/press-run-XXXXXX");
    if (!mkdtemp(f->folder))
        return -1;
    snprintf(f->pdf, sizeof f->pdf, "%s/out.pdf", f->folder);
    snprintf(f->script, sizeof f->script, "%s/press", f->folder);
    char press[4096];
    snprintf(press, sizeof press, "%s/mufakat-press", getenv("MUFAKAT_BUILDDIR"));
    setenv("MUFAKAT_PRESS", press, 1);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    unlink(f->pdf);
    unlink(f->script);
    int left = rmdir(f->folder); /* fails when something half-written was left behind */
    arena_free(f->a);
    free(f);
    return left;
}

/* A press that does something else. */
static void use_script(struct fixture *f, const char *body)
{
    FILE *out = fopen(f->script, "w");
    assert_non_null(out);
    fprintf(out, "#!/bin/sh\n%s\n", body);
    assert_int_equal(fclose(out), 0);
    assert_int_equal(chmod(f->script, 0755), 0);
    setenv("MUFAKAT_PRESS", f->script, 1);
}

static struct document_tree *paper(struct arena *a, size_t paragraphs)
{
    struct document_tree *t = tree_new(a);
    for (size_t i = 0; i < paragraphs; i++)
        tree_paragraph(t, "Alinea %zu: rapat dibuka pukul sembilan dan ditutup setelah semua hal disepakati.", i);
    return t;
}

static void count_page(void *ctx, int page)
{
    int *last = ctx;
    assert_int_equal(page, *last + 1);
    *last = page;
}

static void press_run__makes_a_pdf_and_tells_each_page(void **state)
{
    struct fixture *f = *state;
    struct press_report r = {0};
    struct err e = {0};
    int last = 0;
    struct press_watch watch = {count_page, &last, -1, NULL};
    assert_int_equal(press_run_pdf(paper(f->a, 120), f->pdf, &watch, f->a, &r, &e), ERR_NONE);
    assert_true(r.pages > 2);
    assert_int_equal(last, r.pages);
    assert_int_equal(r.n_missing, 0);
    struct buf b = BUF_INIT;
    assert_int_equal(file_read(f->pdf, 1 << 24, &b, &e), ERR_NONE);
    assert_memory_equal(b.p, "%PDF", 4);
    buf_done(&b);
}

static void press_run__tells_words_that_cannot_be_printed(void **state)
{
    struct fixture *f = *state;
    struct press_report r = {0};
    struct err e = {0};
    struct document_tree *t = tree_new(f->a);
    tree_paragraph(t, "Bapak \xF3\xB0\x80\x81satu");
    tree_paragraph(t, "Dalam alinea yang panjangnya lebih dari satu baris hanya katanya yang disebut, di sini "
                      "Ibu \xF3\xB0\x80\x82" "dua yang hadir");
    assert_int_equal(press_run_pdf(t, f->pdf, NULL, f->a, &r, &e), ERR_NONE);
    assert_int_equal(r.n_missing, 2);
    assert_string_equal(r.missing[0], "Bapak \xF3\xB0\x80\x81satu");
    assert_string_equal(r.missing[1], "\xF3\xB0\x80\x82" "dua");
}

static void press_run__hands_on_the_sentence_of_the_press(void **state)
{
    struct fixture *f = *state;
    struct press_report r = {.pages = 99};
    struct err e = {0};
    char nowhere[128];
    snprintf(nowhere, sizeof nowhere, "%s/tidak-ada/out.pdf", f->folder);
    assert_int_not_equal(press_run_pdf(paper(f->a, 1), nowhere, NULL, f->a, &r, &e), ERR_NONE);
    assert_non_null(strstr(e.text, "tidak-ada"));
    assert_int_equal(r.pages, 99);
}

static void press_run__survives_a_press_that_is_missing_or_falls(void **state)
{
    struct fixture *f = *state;
    static const char *const bodies[] = {"kill -SEGV $$", "exit 7", "echo satu >&2; echo dua >&2; exit 1", "exit 1",
                                         "head -c 100000 /dev/zero >&2; exit 1"};
    struct press_report r;
    struct err e = {0};
    setenv("MUFAKAT_PRESS", "/tidak/ada", 1);
    assert_int_equal(press_run_pdf(paper(f->a, 1), f->pdf, NULL, f->a, &r, &e), ERR_NOTFOUND);
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        use_script(f, bodies[i]);
        /* Longer than any pipe holds, to a program that does not read it. */
        assert_int_equal(press_run_pdf(paper(f->a, 5000), f->pdf, NULL, f->a, &r, &e), ERR_IO);
        assert_non_null(strstr(e.text, "berhenti di tengah jalan"));
    }
}

static void press_run__does_not_hang_on_a_press_that_talks_before_it_listens(void **state)
{
    struct fixture *f = *state;
    struct press_report r;
    struct err e = {0};
    use_script(f, "i=0; while [ $i -lt 20000 ]; do echo \"page 1 aaaaaaaaaaaaaaaaaaaaaaaa\"; i=$((i+1)); done\n"
                  "read -r verb words feed; head -c $((words + feed)) >/dev/null; echo done; cat >/dev/null");
    assert_int_equal(press_run_pdf(paper(f->a, 5000), f->pdf, NULL, f->a, &r, &e), ERR_NONE);
}

static void press_run__believes_no_press_that_is_done_before_it_has_listened(void **state)
{
    struct fixture *f = *state;
    struct press_report r;
    struct err e = {0};
    use_script(f, "echo done; sleep 0.3; exit 0");
    assert_int_equal(press_run_pdf(paper(f->a, 50000), f->pdf, NULL, f->a, &r, &e), ERR_IO);
}

static void press_run__can_be_cancelled(void **state)
{
    struct fixture *f = *state;
    struct press_report r = {0};
    struct err e = {0};
    int fd[2];
    assert_int_equal(pipe(fd), 0);
    assert_int_equal(write(fd[1], "x", 1), 1);
    use_script(f, "exec sleep 600");
    struct press_watch watch = {NULL, NULL, fd[0], NULL};
    assert_int_equal(press_run_pdf(paper(f->a, 1), f->pdf, &watch, f->a, &r, &e), ERR_BUSY);
    assert_true(r.cancelled);
    close(fd[0]);
    close(fd[1]);
}

static void press_run__tests_pictures_by_decoding_them(void **state)
{
    (void)state;
    struct buf b = BUF_INIT;
    struct err e = {0};
    struct press_picture got = {0};
    const struct sample_jpeg s = {.orientation = 6, .taken = "2026:11:12 08:52:10"};
    sample_jpeg_write(&s, &b);
    assert_int_equal(press_run_check(b.p, b.len, &got, &e), ERR_NONE);
    assert_false(got.png);
    assert_int_equal(got.width, 8);
    assert_int_equal(got.height, 8);
    assert_int_equal(got.orientation, 6);
    assert_int_equal(press_run_check(b.p, b.len - 2, &got, &e), ERR_CORRUPT);
    assert_non_null(strstr(e.text, "terpotong"));
    assert_int_equal(press_run_check("", 0, &got, &e), ERR_INPUT);
    assert_int_equal(press_run_check("bukan gambar", 12, &got, &e), ERR_INPUT);
    buf_done(&b);
}

/* A text and a picture to pack, made in the sandbox. */
static void make_parts(struct fixture *f, struct press_packed parts[2])
{
    struct err e = {0};
    for (int i = 0; i < 2; i++) {
        parts[i].name = i ? "foto/dua.jpg" : "satu.txt";
        parts[i].path = arena_printf(f->a, "%s/bagian-%d", f->folder, i);
        char *bytes = arena_alloc(f->a, 300000);
        assert_int_equal(file_write(parts[i].path, bytes, 300000, &e), ERR_NONE);
    }
}

static void remove_parts(const struct press_packed parts[2])
{
    unlink(parts[0].path);
    unlink(parts[1].path);
}

static void press_run__packs_files_into_a_zip_and_counts_them(void **state)
{
    struct fixture *f = *state;
    struct press_packed parts[2];
    struct err e = {0};
    struct buf b = BUF_INIT;
    int last = 0;
    struct press_watch watch = {count_page, &last, -1, NULL};
    make_parts(f, parts);
    assert_int_equal(press_run_zip(f->pdf, parts, 2, &watch, &e), ERR_NONE);
    assert_int_equal(last, 2);
    assert_int_equal(file_read(f->pdf, 1 << 24, &b, &e), ERR_NONE);
    assert_memory_equal(b.p, "PK\3\4", 4);
    assert_true(b.len > 300000 && b.len < 310000); /* the picture as it is, the text deflated */
    buf_done(&b);
    remove_parts(parts);
}

static void press_run__leaves_the_old_file_when_packing_fails(void **state)
{
    struct fixture *f = *state;
    struct press_packed parts[2];
    struct err e = {0};
    struct buf b = BUF_INIT;
    make_parts(f, parts);
    assert_int_equal(file_write(f->pdf, "lama", 4, &e), ERR_NONE);
    struct rlimit old, small;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    small = (struct rlimit){100000, old.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    assert_int_equal(press_run_zip(f->pdf, parts, 2, NULL, &e), ERR_IO);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    assert_non_null(strstr(e.text, "Tidak ada ruang"));
    assert_non_null(strstr(e.text, f->pdf));
    parts[1].name = "../dua.jpg";
    assert_int_equal(press_run_zip(f->pdf, parts, 2, NULL, &e), ERR_IO);
    assert_non_null(strstr(e.text, "../dua.jpg"));
    assert_int_equal(file_read(f->pdf, 100, &b, &e), ERR_NONE);
    assert_string_equal(buf_str(&b), "lama");
    buf_done(&b);
    remove_parts(parts);
}

static void press_run__leaves_nothing_when_packing_is_cancelled(void **state)
{
    struct fixture *f = *state;
    struct press_packed parts[2];
    struct err e = {0};
    int fd[2];
    assert_int_equal(pipe(fd), 0);
    assert_int_equal(write(fd[1], "x", 1), 1);
    make_parts(f, parts);
    use_script(f, "exec sleep 600");
    struct press_watch watch = {NULL, NULL, fd[0], NULL};
    assert_int_equal(press_run_zip(f->pdf, parts, 2, &watch, &e), ERR_BUSY);
    remove_parts(parts); /* tear_down sees what else is left */
    close(fd[0]);
    close(fd[1]);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(press_run__makes_a_pdf_and_tells_each_page),
        TEST(press_run__tells_words_that_cannot_be_printed),
        TEST(press_run__hands_on_the_sentence_of_the_press),
        TEST(press_run__survives_a_press_that_is_missing_or_falls),
        TEST(press_run__does_not_hang_on_a_press_that_talks_before_it_listens),
        TEST(press_run__believes_no_press_that_is_done_before_it_has_listened),
        TEST(press_run__can_be_cancelled),
        TEST(press_run__packs_files_into_a_zip_and_counts_them),
        TEST(press_run__leaves_the_old_file_when_packing_fails),
        TEST(press_run__leaves_nothing_when_packing_is_cancelled),
        TEST(press_run__tests_pictures_by_decoding_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
