/* What goes wrong around a paper: no half file, no lost old file, one sentence. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "tests/press/paper.h"

static void write_old(struct press_test *f)
{
    struct err e = {0};
    assert_int_equal(file_write(f->p.path, "lama", 4, &e), ERR_NONE);
}

static bool is_old(struct press_test *f)
{
    struct buf b = BUF_INIT;
    struct err e = {0};
    assert_int_equal(file_read(f->p.path, SIZE_MAX, &b, &e), ERR_NONE);
    bool old = b.len == 4 && memcmp(b.p, "lama", 4) == 0;
    bool whole = b.len > 100 && memcmp(b.p, "%PDF-", 5) == 0 && memmem(b.p + b.len - 10, 10, "%%EOF", 5);
    if (!old && !whole)
        fail_msg("half a file of %zu bytes", b.len);
    buf_done(&b);
    return old;
}

static int files_in(const char *folder)
{
    DIR *d = opendir(folder);
    int n = 0;
    while (readdir(d))
        n++;
    closedir(d);
    return n - 2;
}

/* One line that ends a sentence. */
static void expect_sentence(const struct paper *p)
{
    const char *s = buf_str(&p->complained), *end = strchr(s, '\n');
    assert_int_equal(p->status, 1);
    assert_non_null(end);
    assert_true(end > s + 20 && end[1] == '\0');
}

static void press__leaves_the_old_file_when_the_disk_takes_no_more(void **state)
{
    struct press_test *f = *state;
    struct rlimit old, small;
    write_old(f);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    small = (struct rlimit){8192, old.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    paper_press(&f->p, paper_sample(f->a, 6));
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    expect_sentence(&f->p);
    assert_true(is_old(f));
    assert_int_equal(files_in(f->p.folder), 1);
}

static void press__says_why_a_place_cannot_be_written(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = paper_sample(f->a, 2);
    const char *good = arena_strdup(f->a, f->p.path);
    snprintf(f->p.path, sizeof f->p.path, "%s/tidak-ada/x.pdf", f->p.folder);
    paper_press(&f->p, t);
    expect_sentence(&f->p);
    snprintf(f->p.path, sizeof f->p.path, "%s/folder", f->p.folder);
    assert_int_equal(mkdir(f->p.path, 0700), 0);
    paper_press(&f->p, t);
    expect_sentence(&f->p);
    assert_int_equal(files_in(f->p.folder), 1);
    snprintf(f->p.path, sizeof f->p.path, "%s", good);
}

#define NEVER 0xFFFFFFFFu

/* Starts the press on the tree in `input`, and kills it after that many microseconds. */
static void kill_press(struct press_test *f, const char *input, unsigned delay)
{
    char program[4096];
    snprintf(program, sizeof program, "%s/mufakat-press", getenv("MUFAKAT_BUILDDIR"));
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        int in = open(input, O_RDONLY), out = open("/dev/null", O_WRONLY);
        dup2(in, 0);
        dup2(out, 1);
        execl(program, program, "pdf", f->p.path, (char *)NULL);
        _exit(127);
    }
    if (delay != NEVER) {
        usleep(delay);
        kill(pid, SIGKILL);
    }
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
    file_sweep_killed(f->p.path, pid);
    assert_int_equal(files_in(f->p.folder), 2); /* what it reads, and a paper: no half one */
}

static void press__killed_at_any_moment_leaves_the_old_file_or_the_whole_new_one(void **state)
{
    struct press_test *f = *state;
    struct buf tree = BUF_INIT;
    struct err e = {0};
    tree_write(paper_sample(f->a, 20), &tree);
    char *input = arena_printf(f->a, "%s/tree", f->p.folder);
    assert_int_equal(file_write(input, tree.p, tree.len, &e), ERR_NONE);
    buf_done(&tree);
    int old = 0;
    for (unsigned i = 0; i < 60; i++) {
        write_old(f);
        kill_press(f, input, i + 1 < 60 ? i * i * 30 : NEVER);
        old += is_old(f);
    }
    assert_in_range(old, 1, 59); /* the first had no time at all, the last had all */
}

static void press__refuses_what_is_no_tree_in_one_sentence(void **state)
{
    struct press_test *f = *state;
    paper_feed(&f->p, "pdf", f->p.path, "", 0);
    expect_sentence(&f->p);
    paper_feed(&f->p, "pdf", f->p.path, "halo", 4);
    expect_sentence(&f->p);
    assert_int_equal(files_in(f->p.folder), 0);
}

static void press__wrong_bytes_in_a_tree_never_bring_it_down(void **state)
{
    struct press_test *f = *state;
    struct buf good = BUF_INIT;
    tree_write(paper_sample(f->a, 2), &good);
    srand(20261112);
    for (int i = 0; i < 100; i++) {
        struct buf bad = BUF_INIT;
        buf_add(&bad, good.p, i % 3 ? good.len : (size_t)rand() % good.len);
        for (int k = 0; k < i % 3 && bad.len > 0; k++)
            bad.p[(size_t)rand() % (i % 2 ? bad.len : bad.len < 400 ? bad.len : 400)] = (char)rand();
        paper_feed(&f->p, "pdf", f->p.path, buf_str(&bad), bad.len);
        if (f->p.status != 0)
            expect_sentence(&f->p);
        buf_done(&bad);
    }
    buf_done(&good);
}

static void press__refuses_paper_without_room_for_words(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = tree_new(f->a);
    t->margin_left = 150;
    paper_press(&f->p, t);
    expect_sentence(&f->p);
    t->margin_left = 30;
    t->font_size = 400;
    paper_press(&f->p, t);
    expect_sentence(&f->p);
}

static void press__makes_one_page_of_an_empty_tree(void **state)
{
    struct press_test *f = *state;
    paper_must_press(&f->p, tree_new(f->a));
    assert_int_equal(paper_pages(f->a, &f->p), 1);
}

static void press__finds_its_fonts_and_its_usage(void **state)
{
    struct press_test *f = *state;
    setenv("MUFAKAT_FONTS", "/tidak/ada", 1);
    paper_press(&f->p, tree_new(f->a)); /* falls back to the folder that configure found */
    unsetenv("MUFAKAT_FONTS");
    assert_int_equal(f->p.status, 0);
    paper_feed(&f->p, "pdf", NULL, "", 0);
    assert_int_equal(f->p.status, 2);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, paper_set_up, paper_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(press__leaves_the_old_file_when_the_disk_takes_no_more),
        TEST(press__says_why_a_place_cannot_be_written),
        TEST(press__killed_at_any_moment_leaves_the_old_file_or_the_whole_new_one),
        TEST(press__refuses_what_is_no_tree_in_one_sentence),
        TEST(press__wrong_bytes_in_a_tree_never_bring_it_down),
        TEST(press__refuses_paper_without_room_for_words),
        TEST(press__makes_one_page_of_an_empty_tree),
        TEST(press__finds_its_fonts_and_its_usage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
