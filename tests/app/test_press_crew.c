/* Presses that serve a series of jobs: a bad one costs only itself, nothing of a job is left to the next, and how many
 * work side by side changes no byte. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/press_run.h"
#include "base/clock.h"
#include "base/file.h"

enum { PAPERS = 6 };

struct fixture {
    struct arena *a;
    char folder[48];
    struct press_crew *crew;
    struct press_watch watch;
    struct press_task task[PAPERS];
    struct err e;
};

static int set_up(void **state)
{
    struct fixture *f = mem_zalloc(sizeof *f);
    char press[4096];
    f->a = arena_new();
    strcpy(f->folder, "/tmp/press-crew-XXXXXX");
    if (!mkdtemp(f->folder))
        return -1;
    snprintf(press, sizeof press, "%s/mufakat-press", getenv("MUFAKAT_BUILDDIR"));
    setenv("MUFAKAT_PRESS", press, 1);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    press_crew_close(f->crew);
    int failed = system(arena_printf(f->a, "rm -r '%s'", f->folder));
    arena_free(f->a);
    free(f);
    return failed;
}

static void open_crew(struct fixture *f, int most)
{
    press_crew_close(f->crew);
    f->crew = press_crew_open(most, -1);
    f->watch = (struct press_watch){.cancel_fd = -1, .crew = f->crew};
}

static char *in_folder(struct fixture *f, const char *name)
{
    return arena_printf(f->a, "%s/%s", f->folder, name);
}

/* No two have the same words or length. */
static struct document_tree *paper(struct fixture *f, int number)
{
    struct document_tree *t = tree_new(f->a);
    t->title = tree_text(t, arena_printf(f->a, "Naskah %d", number));
    for (int i = 0; i < 30 + 25 * number; i++)
        tree_paragraph(t, "Naskah %d, alinea %d: rapat dibuka pukul sembilan.", number, i);
    return t;
}

static void read_into(const char *path, struct buf *b)
{
    struct err e = {0};
    buf_clear(b);
    if (file_read(path, 1 << 26, b, &e))
        fail_msg("%s", e.text);
}

/* The press of `number` papers, one after the other in the folder `name`. */
static void make_papers(struct fixture *f, const char *name, int presses)
{
    open_crew(f, presses);
    assert_int_equal(mkdir(in_folder(f, name), 0700), 0);
    for (int i = 0; i < PAPERS; i++)
        assert_int_equal(press_begin_tree(i % 2 ? "docx" : "pdf", paper(f, i),
                                          in_folder(f, arena_printf(f->a, "%s/%d", name, i)), &f->watch, f->a,
                                          &f->task[i], &f->e), ERR_NONE);
    for (int i = 0; i < PAPERS; i++)
        assert_int_equal(press_end(&f->task[i], &f->e), ERR_NONE);
}

static void crew__of_any_size_writes_the_bytes_of_a_press_for_each_paper(void **state)
{
    struct fixture *f = *state;
    struct buf alone = BUF_INIT, served = BUF_INIT;
    make_papers(f, "satu", 1);
    make_papers(f, "dua", 2);
    for (int i = 0; i < PAPERS; i++) {
        const char *program = getenv("MUFAKAT_PRESS"), *to = in_folder(f, "sendiri");
        struct buf tree = BUF_INIT;
        tree_write(paper(f, i), &tree);
        assert_int_equal(file_write(in_folder(f, "pohon"), tree.p, tree.len, &f->e), ERR_NONE);
        buf_done(&tree);
        assert_int_equal(system(arena_printf(f->a, "'%s' %s '%s' < '%s' >/dev/null", program, i % 2 ? "docx" : "pdf",
                                             to, in_folder(f, "pohon"))), 0);
        read_into(to, &alone);
        static const char *const folders[] = {"satu", "dua"};
        for (size_t k = 0; k < 2; k++) {
            read_into(in_folder(f, arena_printf(f->a, "%s/%d", folders[k], i)), &served);
            assert_int_equal(alone.len, served.len);
            assert_memory_equal(alone.p, served.p, alone.len);
        }
    }
    buf_done(&alone);
    buf_done(&served);
}

static void press_must_make(struct fixture *f, int number)
{
    struct press_report r = {0};
    if (press_run_pdf(paper(f, number), in_folder(f, "baik.pdf"), &f->watch, f->a, &r, &f->e))
        fail_msg("%s", f->e.text);
    assert_true(r.pages > 0);
    assert_int_equal(r.n_missing, 0);
}

/* What the press is given in the middle. */
static void serve_three(struct fixture *f, const struct press_job *job)
{
    press_must_make(f, 1);
    assert_int_equal(press_crew_post(f->crew, job, &f->e), ERR_NONE);
    press_must_make(f, 2);
}

struct ending {
    bool ended;
    struct err e;
};

static void note_end(void *ctx, const struct err *result)
{
    struct ending *x = ctx;
    assert_false(x->ended); /* once */
    *x = (struct ending){true, *result};
}

static void crew__goes_on_after_a_hostile_job(void **state)
{
    struct fixture *f = *state;
    static const char tree[] = "MFTREE tidak benar\n\xFF\xFF\xFF\xFF";
    const struct {
        struct press_job job;
        const char *told; /* part of the sentence */
    } jobs[] = {
        {{.verb = "pdf", .argument = "/tidak/ada/x.pdf", .feed = tree, .feed_size = sizeof tree}, ""},
        {{.verb = "pdf", .feed = tree, .feed_size = sizeof tree}, "berhenti"}, /* no place for it */
        {{.verb = "terbang", .argument = "x", .feed = tree, .feed_size = sizeof tree}, "berhenti"},
        {{.verb = "picture-fit", .argument = "tanpa angka", .feed = tree, .feed_size = sizeof tree}, ""},
        {{.verb = "pdf-join", .argument = "/tidak/ada/x.pdf", .feed = tree, .feed_size = sizeof tree}, ""},
    };
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++) {
        struct ending x = {0};
        struct press_job job = jobs[i].job;
        job.done = note_end;
        job.ctx = &x;
        open_crew(f, 1);
        serve_three(f, &job);
        press_crew_wait(f->crew, &x.ended);
        assert_int_equal(x.e.code, ERR_IO);
        assert_true(strlen(x.e.text) > 10);
        assert_non_null(strstr(x.e.text, jobs[i].told));
    }
}

static void crew__takes_a_feed_over_the_limit_in_words_and_goes_on(void **state)
{
    struct fixture *f = *state;
    size_t n = ((size_t)25 << 20) + 1;
    struct ending x = {0};
    char *bytes = mem_zalloc(n);
    const struct press_job job = {.verb = "picture-check", .feed = bytes, .feed_size = n, .done = note_end, .ctx = &x};
    open_crew(f, 1);
    serve_three(f, &job);
    free(bytes);
    assert_non_null(strstr(x.e.text, "25 MB"));
}

/* A press of our own making before the real one: its first life ends as `body` says, its second is the real one. */
static void use_mortal(struct fixture *f, const char *body)
{
    char *script = in_folder(f, "press");
    FILE *out = fopen(script, "w");
    assert_non_null(out);
    fprintf(out, "#!/bin/sh\nif mkdir '%s/hidup' 2>/dev/null; then %s; fi\nexec '%s' \"$@\"\n", f->folder, body,
            getenv("MUFAKAT_PRESS"));
    assert_int_equal(fclose(out), 0);
    assert_int_equal(chmod(script, 0755), 0);
    setenv("MUFAKAT_PRESS", script, 1);
}

static void crew__reports_the_job_of_a_press_that_dies_and_starts_another(void **state)
{
    struct fixture *f = *state;
    struct press_report r;
    use_mortal(f, "read -r line; echo page 1; kill -SEGV $$");
    open_crew(f, 1);
    assert_int_equal(press_begin_tree("pdf", paper(f, 1), in_folder(f, "a.pdf"), &f->watch, f->a, &f->task[0], &f->e),
                     ERR_NONE);
    assert_int_equal(press_run_pdf(paper(f, 2), in_folder(f, "b.pdf"), &f->watch, f->a, &r, &f->e), ERR_NONE);
    assert_int_equal(press_end(&f->task[0], &f->e), ERR_IO);
    assert_non_null(strstr(f->e.text, "berhenti di tengah jalan"));
    assert_int_equal(access(in_folder(f, "a.pdf"), F_OK), -1);
    press_must_make(f, 3);
}

static void crew__takes_away_what_a_killed_press_left_half(void **state)
{
    struct fixture *f = *state;
    struct press_report r;
    const char *half = arena_printf(f->a, "%s/.mufakat-$$-Ab12Cd", f->folder);
    use_mortal(f, arena_printf(f->a, "read -r line; echo separuh >\"%s\"; touch '%s/ditulis'; kill -KILL $$", half, f->folder));
    open_crew(f, 1);
    assert_int_equal(press_run_pdf(paper(f, 1), in_folder(f, "a.pdf"), &f->watch, f->a, &r, &f->e), ERR_IO);
    assert_int_equal(access(in_folder(f, "ditulis"), F_OK), 0); /* it was there */
    DIR *d = opendir(f->folder);
    for (struct dirent *x; (x = readdir(d)) != NULL;)
        if (strncmp(x->d_name, ".mufakat", 8) == 0)
            fail_msg("%s is left", x->d_name);
    closedir(d);
}

static void crew__does_not_hand_a_job_to_a_press_that_died_while_it_was_idle(void **state)
{
    struct fixture *f = *state;
    use_mortal(f, "exit 3");
    open_crew(f, 1);
    press_crew_ready(f->crew, "pdf");
    usleep(300000);
    press_must_make(f, 1);
}

static void crew__gives_up_a_press_that_is_silent_for_too_long(void **state)
{
    struct fixture *f = *state;
    struct press_report r;
    use_mortal(f, "exec sleep 600");
    setenv("MUFAKAT_TEST_PATIENCE", "400", 1);
    open_crew(f, 1);
    unsetenv("MUFAKAT_TEST_PATIENCE");
    assert_int_equal(press_run_pdf(paper(f, 1), in_folder(f, "a.pdf"), &f->watch, f->a, &r, &f->e), ERR_IO);
    assert_non_null(strstr(f->e.text, "berhenti di tengah jalan"));
    open_crew(f, 1);
    press_must_make(f, 2);
}

static void crew__does_not_wait_for_an_idle_press_that_will_not_end(void **state)
{
    struct fixture *f = *state;
    int64_t begun = clock_mono();
    use_mortal(f, "exec sleep 600");
    open_crew(f, 1);
    press_crew_ready(f->crew, "pdf");
    press_crew_close(f->crew);
    f->crew = NULL;
    assert_true(clock_mono() - begun < 300000);
}

static void crew__cancelled_ends_every_job_and_takes_no_more(void **state)
{
    struct fixture *f = *state;
    int fd[2];
    assert_int_equal(pipe(fd), 0);
    use_mortal(f, "exec sleep 600");
    press_crew_close(f->crew);
    f->crew = press_crew_open(2, fd[0]);
    f->watch.crew = f->crew;
    for (int i = 0; i < 2; i++)
        assert_int_equal(press_begin_tree("pdf", paper(f, 5), in_folder(f, "a.pdf"), &f->watch, f->a, &f->task[i],
                                          &f->e), ERR_NONE);
    assert_int_equal(write(fd[1], "x", 1), 1);
    for (int i = 0; i < 2; i++) /* one may have been made before */
        assert_true(press_end(&f->task[i], &f->e) != ERR_IO);
    assert_int_equal(f->task[0].err.code, ERR_BUSY);
    assert_int_equal(press_begin_tree("pdf", paper(f, 1), in_folder(f, "c.pdf"), &f->watch, f->a, &f->task[2], &f->e),
                     ERR_BUSY);
    assert_int_equal(access(in_folder(f, "c.pdf"), F_OK), -1);
    close(fd[0]);
    close(fd[1]);
}

#ifdef __SANITIZE_ADDRESS__
/* The sanitizer keeps what was freed. */
static void press__does_not_grow_over_two_hundred_papers(void **state)
{
    (void)state;
    skip();
}
#else
/* Resident memory of the one press, in kB. */
static long memory_of_press(struct fixture *f)
{
    struct buf b = BUF_INIT;
    const char *out = in_folder(f, "ingatan");
    assert_int_equal(system(arena_printf(f->a, "ps -o rss= --ppid %d >'%s'", (int)getpid(), out)), 0);
    read_into(out, &b);
    long kb = 0;
    for (const char *s = buf_str(&b); *s; s = strchr(s, '\n') ? strchr(s, '\n') + 1 : "") /* the shell is small */
        kb = atol(s) > kb ? atol(s) : kb;
    buf_done(&b);
    assert_true(kb > 0);
    return kb;
}

static void press__does_not_grow_over_two_hundred_papers(void **state)
{
    struct fixture *f = *state;
    enum { FIRST = 20, ALL = 200 };
    long early = 0;
    open_crew(f, 1);
    for (int i = 1; i <= ALL; i++) {
        press_must_make(f, i % 3);
        if (i == FIRST)
            early = memory_of_press(f);
    }
    long late = memory_of_press(f);
    if (late * 100 > early * 105)
        fail_msg("%ld kB after %d papers, %ld kB after %d", early, FIRST, late, ALL);
}
#endif

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(crew__of_any_size_writes_the_bytes_of_a_press_for_each_paper),
        TEST(crew__goes_on_after_a_hostile_job),
        TEST(crew__takes_a_feed_over_the_limit_in_words_and_goes_on),
        TEST(crew__reports_the_job_of_a_press_that_dies_and_starts_another),
        TEST(crew__takes_away_what_a_killed_press_left_half),
        TEST(crew__does_not_hand_a_job_to_a_press_that_died_while_it_was_idle),
        TEST(crew__gives_up_a_press_that_is_silent_for_too_long),
        TEST(crew__does_not_wait_for_an_idle_press_that_will_not_end),
        TEST(crew__cancelled_ends_every_job_and_takes_no_more),
        TEST(press__does_not_grow_over_two_hundred_papers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
