#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/press/paper.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

struct paper paper_new(void)
{
    struct paper p = {0};
    const char *tmp = getenv("TMPDIR");
    snprintf(p.folder, sizeof p.folder, "%s/press-XXXXXX", tmp && strlen(tmp) < 40 ? tmp : "/tmp");
    assert_non_null(mkdtemp(p.folder));
    snprintf(p.path, sizeof p.path, "%s/out.pdf", p.folder);
    return p;
}

void paper_done(struct paper *p)
{
    char command[160];
    snprintf(command, sizeof command, "chmod -R u+w '%s' && rm -rf '%s'", p->folder, p->folder);
    assert_int_equal(system(command), 0);
    buf_done(&p->said);
    buf_done(&p->complained);
}

int paper_set_up(void **state)
{
    struct press_test *f = mem_zalloc(sizeof *f);
    f->a = arena_new();
    f->p = paper_new();
    *state = f;
    return 0;
}

int paper_tear_down(void **state)
{
    struct press_test *f = *state;
    paper_done(&f->p);
    buf_done(&f->bytes);
    arena_free(f->a);
    free(f);
    return 0;
}

/* Starts a program with pipes on its three channels (in may be -1: nothing to read). */
static pid_t start(const char *const argv[], int *ret_in, int *ret_out, int *ret_err)
{
    int in[2], out[2], err[2];
    assert_int_equal(pipe2(in, O_CLOEXEC) | pipe2(out, O_CLOEXEC) | pipe2(err, O_CLOEXEC), 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], 1);
    posix_spawn_file_actions_adddup2(&actions, err[1], 2);
    pid_t pid;
    union {
        const char *const *given;
        char *const *taken;
    } args = {argv};
    assert_int_equal(posix_spawnp(&pid, argv[0], &actions, NULL, args.taken, environ), 0);
    posix_spawn_file_actions_destroy(&actions);
    close(in[0]);
    close(out[1]);
    close(err[1]);
    *ret_in = in[1];
    *ret_out = out[0];
    *ret_err = err[0];
    return pid;
}

/* The kernel counts what this program had at most before it became the other one. */
static void forget_peak(void)
{
    int fd = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return;
    if (write(fd, "5", 1) != 1)
        print_message("the peak of memory is that of the test\n");
    close(fd);
}

static bool take(int fd, struct buf *b)
{
    char piece[65536];
    ssize_t n = read(fd, piece, sizeof piece);
    if (n > 0)
        buf_add(b, piece, (size_t)n);
    return n > 0;
}

/* Feeds `bytes` and collects both outputs until they close; returns the exit status and the peak of memory in kB. */
static int run(const char *const argv[], const char *bytes, size_t n, struct buf *out, struct buf *err, long *ret_peak)
{
    struct pollfd fd[3] = {{.events = POLLOUT}, {.events = POLLIN}, {.events = POLLIN}};
    signal(SIGPIPE, SIG_IGN);
    forget_peak();
    pid_t pid = start(argv, &fd[0].fd, &fd[1].fd, &fd[2].fd);
    fcntl(fd[0].fd, F_SETFL, O_NONBLOCK);
    while (fd[1].fd >= 0 || fd[2].fd >= 0) {
        if (fd[0].fd >= 0 && n == 0) {
            close(fd[0].fd);
            fd[0].fd = -1;
        }
        assert_true(poll(fd, 3, 60000) > 0);
        if (fd[0].fd >= 0 && fd[0].revents) {
            ssize_t put = write(fd[0].fd, bytes, n);
            if (put < 0 && errno != EAGAIN)
                n = 0;
            bytes += put > 0 ? put : 0;
            n -= put > 0 ? (size_t)put : 0;
        }
        for (int i = 1; i < 3; i++)
            if (fd[i].fd >= 0 && fd[i].revents && !take(fd[i].fd, i == 1 ? out : err)) {
                close(fd[i].fd);
                fd[i].fd = -1;
            }
    }
    if (fd[0].fd >= 0)
        close(fd[0].fd);
    int status;
    struct rusage used;
    assert_int_equal(wait4(pid, &status, 0, &used), pid);
    *ret_peak = used.ru_maxrss;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void paper_feed(struct paper *p, const char *command, const char *argument, const void *bytes, size_t n)
{
    char program[4096];
    snprintf(program, sizeof program, "%s/mufakat-%s", getenv("MUFAKAT_BUILDDIR"),
             strcmp(command, "xlsx") == 0 || strcmp(command, "pdf-join") == 0 ? "bindery" : "press");
    const char *argv[] = {program, command, argument, NULL};
    buf_clear(&p->said);
    buf_clear(&p->complained);
    p->status = run(argv, bytes, n, &p->said, &p->complained, &p->peak_kb);
}

void paper_press(struct paper *p, const struct document_tree *t)
{
    struct buf bytes = BUF_INIT;
    tree_write(t, &bytes);
    paper_feed(p, "pdf", p->path, bytes.p, bytes.len);
    buf_done(&bytes);
}

void paper_must_press(struct paper *p, const struct document_tree *t)
{
    paper_press(p, t);
    if (p->status != 0)
        fail_msg("mufakat-press ended with %d: %s", p->status, buf_str(&p->complained));
    assert_string_equal(buf_str(&p->complained), "");
}

char *paper_tool(struct arena *a, const char *const argv[])
{
    struct buf out = BUF_INIT, err = BUF_INIT;
    long peak;
    int status = run(argv, "", 0, &out, &err, &peak);
    if (status != 0)
        fail_msg("%s ended with %d: %s", argv[0], status, buf_str(&err));
    char *text = arena_strdup(a, buf_str(&out));
    buf_done(&out);
    buf_done(&err);
    return text;
}

char *paper_page(struct arena *a, const struct paper *p, int page)
{
    char number[16];
    snprintf(number, sizeof number, "%d", page);
    const char *argv[] = {"pdftotext", "-layout", "-f", number, "-l", number, p->path, "-", NULL};
    return paper_tool(a, argv);
}

int paper_pages(struct arena *a, const struct paper *p)
{
    const char *argv[] = {"pdfinfo", p->path, NULL};
    const char *line = strstr(paper_tool(a, argv), "Pages:");
    assert_non_null(line);
    return atoi(line + 6);
}

int paper_page_of(struct arena *a, const struct paper *p, const char *word)
{
    int found = 0, pages = paper_pages(a, p);
    for (int i = 1; i <= pages; i++) {
        if (!strstr(paper_page(a, p, i), word))
            continue;
        if (found)
            fail_msg("\"%s\" stands on page %d and on page %d", word, found, i);
        found = i;
    }
    return found;
}

struct box {
    double x0, y0, x1, y1;
};

#define WORDS_MOST 6000

/* The words of one page as boxes, in points. */
static size_t words_of(struct arena *a, const struct paper *p, int page, struct box *boxes)
{
    char number[16];
    snprintf(number, sizeof number, "%d", page);
    const char *argv[] = {"pdftotext", "-bbox", "-f", number, "-l", number, p->path, "-", NULL};
    size_t n = 0;
    for (const char *s = paper_tool(a, argv); (s = strstr(s, "<word xMin=")) && n < WORDS_MOST; s++) {
        struct box b;
        assert_int_equal(
            sscanf(s, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &b.x0, &b.y0, &b.x1, &b.y1), 4);
        boxes[n++] = b;
    }
    return n;
}

static bool lie_on_each_other(const struct box *a, const struct box *b)
{
    double w = fmin(a->x1, b->x1) - fmax(a->x0, b->x0), h = fmin(a->y1, b->y1) - fmax(a->y0, b->y0);
    return w > 1 && h > 4; /* boxes have the height of the font: neighbouring lines touch */
}

void paper_check_words(struct arena *a, const struct paper *p, const struct document_tree *t)
{
    struct box *boxes = ARENA_ARRAY(a, struct box, WORDS_MOST);
    double left = t->margin_left * 72 / 25.4, right = (t->page_width - t->margin_right) * 72 / 25.4;
    double bottom = t->page_height * 72 / 25.4 - 8; /* the foot stands above it */
    double least = (t->page_height - t->margin_bottom) * 72 / 25.4, foot = least + fmin(t->margin_bottom * 0.4, 11) * 72 / 25.4;
    int pages = paper_pages(a, p);
    for (int page = 1; page <= pages; page++) {
        size_t n = words_of(a, p, page, boxes);
        assert_true(n > 0);
        for (size_t i = 0; i < n; i++) {
            if (boxes[i].x0 < left - 1 || boxes[i].x1 > right + 1) /* one point: spaces of a justified line */
                fail_msg("a word outside the margins on page %d at %.0f, %.0f", page, boxes[i].x0, boxes[i].y0);
            if (boxes[i].y1 > least + 3 && boxes[i].y0 < foot - 3)
                fail_msg("a word in the margin of page %d at %.0f, %.0f", page, boxes[i].x0, boxes[i].y0);
            if (boxes[i].y1 > bottom)
                fail_msg("a word below the foot of page %d at %.0f, %.0f", page, boxes[i].x0, boxes[i].y0);
            for (size_t k = i + 1; k < n; k++)
                if (lie_on_each_other(&boxes[i], &boxes[k]))
                    fail_msg("words on each other on page %d at %.0f, %.0f", page, boxes[i].x0, boxes[i].y0);
        }
    }
}
