#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/child.h"
#include "app/own_child.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"

enum { MOST_WORDS = 16, MOST_GIVEN_UP = 8 };

struct own_child {
    pid_t pid;     /* 0: has been waited for */
    pid_t was;     /* its number then, too */
    int life;      /* its stdin: closed, it gives up */
    int said;      /* its stdout and stderr */
    struct buf in; /* what has come of a line that is not whole yet */
    int status;
};

/* This program itself; tests name another one. */
static const char *own_program(void)
{
    const char *given = getenv("MUFAKAT_PROGRAM");
    return given && *given ? given : "/proc/self/exe";
}

static int spawn(struct own_child *c, char *words[])
{
    int life[2] = {-1, -1}, said[2] = {-1, -1}, failed = 0;
    if (pipe2(life, O_CLOEXEC) != 0 || pipe2(said, O_CLOEXEC | O_NONBLOCK) != 0)
        failed = errno;
    const int ends[3] = {life[0], said[1], said[1]};
    if (!failed)
        failed = child_spawn(own_program(), words, ends, &c->pid);
    c->was = c->pid;
    if (life[0] >= 0)
        close(life[0]);
    if (said[1] >= 0)
        close(said[1]);
    c->life = life[1];
    c->said = said[0];
    return failed;
}

int own_child_start(const char *const *words, size_t n, struct own_child **ret)
{
    struct own_child *c = mem_zalloc(sizeof *c);
    char *copy[MOST_WORDS + 1] = {mem_strdup("mufakat")};
    int k = 1;
    for (size_t i = 0; i < n && k < MOST_WORDS; i++)
        if (words[i])
            copy[k++] = mem_strdup(words[i]);
    int failed = spawn(c, copy);
    while (k > 0)
        free(copy[--k]);
    if (failed) {
        c->pid = 0;
        own_child_free(c);
    } else {
        *ret = c;
    }
    return failed;
}

int own_child_fd(const struct own_child *c)
{
    return c->said;
}

static void hear_lines(struct own_child *c, void (*hear)(void *ctx, const char *line), void *ctx)
{
    char *line = c->in.p;
    for (char *end; line && (end = strchr(line, '\n')) != NULL; line = end + 1) {
        *end = '\0';
        hear(ctx, line);
    }
    struct buf rest = BUF_INIT;
    buf_puts(&rest, line ? line : "");
    buf_done(&c->in);
    c->in = rest;
}

bool own_child_hear(struct own_child *c, void (*line)(void *ctx, const char *line), void *ctx, int *ret_status)
{
    char piece[1024];
    ssize_t n = 0;
    while (c->pid && (n = read(c->said, piece, sizeof piece)) > 0) {
        buf_add(&c->in, piece, (size_t)n);
        hear_lines(c, line, ctx);
    }
    if (c->pid && n == 0) {
        c->status = child_wait(c->pid);
        c->pid = 0;
    }
    *ret_status = c->status;
    return c->pid == 0;
}

/* Children that were given up and have not ended yet: nobody waits for a slow stick, and the next call asks again. */
static pid_t given_up[MOST_GIVEN_UP];

static void bury(pid_t pid)
{
    for (int i = 0; i < MOST_GIVEN_UP; i++) {
        if (!given_up[i]) {
            given_up[i] = pid;
            pid = 0;
        }
        if (given_up[i] && child_ended(given_up[i]))
            given_up[i] = 0;
    }
}

void own_child_free(struct own_child *c)
{
    if (!c) {
        bury(0);
        return;
    }
    if (c->life >= 0)
        close(c->life);
    if (c->said >= 0)
        close(c->said);
    buf_done(&c->in);
    bury(c->pid);
    free(c);
}

void own_child_sweep(const struct own_child *c, const char *path)
{
    if (path && WIFSIGNALED(c->status))
        file_sweep_killed(path, c->was);
}

void own_child_complaint(const char *line, struct err *e)
{
    if (*line && e->code == ERR_NONE)
        err_ignore(err_set(e, ERR_IO, "%s", strncmp(line, "mufakat: ", 9) == 0 ? line + 9 : line));
}
