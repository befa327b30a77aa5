#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/child.h"
#include "app/copy_child.h"
#include "base/buf.h"
#include "base/i18n.h"

struct copy_child {
    pid_t pid;     /* 0: has been waited for */
    int life;      /* its stdin: closed, it gives up */
    int said;      /* its stdout and stderr */
    struct buf in; /* what has come of a line that is not whole yet */
    struct copy_news news;
    bool done; /* it said so */
};

/* This program itself; tests name another one. */
static const char *own_program(void)
{
    const char *given = getenv("MUFAKAT_PROGRAM");
    return given && *given ? given : "/proc/self/exe";
}

static int spawn(struct copy_child *c, struct app *a, const struct copy_request *in)
{
    int life[2] = {-1, -1}, said[2] = {-1, -1};
    char *words[9];
    int n = 0, failed = 0;
    const char *const given[] = {"mufakat", "salin", "--kemajuan", in->replace ? "--timpa" : NULL,
                                 in->papers ? "--kertas" : NULL, "--", app_path(a), in->target};
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        if (given[i])
            words[n++] = mem_strdup(given[i]);
    words[n] = NULL;
    if (pipe2(life, O_CLOEXEC) != 0 || pipe2(said, O_CLOEXEC | O_NONBLOCK) != 0)
        failed = errno;
    const int ends[3] = {life[0], said[1], said[1]};
    if (!failed)
        failed = child_spawn(own_program(), words, ends, &c->pid);
    while (n > 0)
        free(words[--n]);
    if (life[0] >= 0)
        close(life[0]);
    if (said[1] >= 0)
        close(said[1]);
    c->life = life[1];
    c->said = said[0];
    return failed;
}

enum err_code copy_child_start(struct app *a, const struct copy_request *in, struct copy_child **ret, struct err *e)
{
    struct copy_child *c = mem_zalloc(sizeof *c);
    c->news.percent = -1;
    int failed = spawn(c, a, in);
    if (failed) {
        c->pid = 0;
        copy_child_free(c);
        errno = failed;
        return err_errno(e, _("Penyalinan tidak dapat dimulai. Sesi aman dan belum ada yang ditulis; tutup program lain, "
                              "lalu coba lagi."));
    }
    *ret = c;
    return ERR_NONE;
}

int copy_child_fd(const struct copy_child *c)
{
    return c->said;
}

static void hear_line(struct copy_child *c, const char *line)
{
    int step, value;
    if (sscanf(line, "maju %d %d", &step, &value) == 2 && step >= COPY_PAPERS && step <= COPY_FLUSHING) {
        c->news.step = (enum copy_step)step;
        c->news.percent = value;
    } else if (sscanf(line, "jadi %d", &value) == 1) {
        c->done = true;
        c->news.flushed = value != 0;
    } else if (*line && c->news.err.code == ERR_NONE) { /* why not; the first sentence tells */
        err_ignore(err_set(&c->news.err, ERR_IO, "%s", strncmp(line, "mufakat: ", 9) == 0 ? line + 9 : line));
    }
}

static void hear_lines(struct copy_child *c)
{
    char *line = c->in.p;
    for (char *end; line && (end = strchr(line, '\n')) != NULL; line = end + 1) {
        *end = '\0';
        hear_line(c, line);
    }
    struct buf rest = BUF_INIT;
    buf_puts(&rest, line ? line : "");
    buf_done(&c->in);
    c->in = rest;
}

static void end(struct copy_child *c)
{
    int status = child_wait(c->pid);
    c->pid = 0;
    c->news.ended = true;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && c->done) {
        err_clear(&c->news.err);
        return;
    }
    if (c->news.err.code == ERR_NONE)
        err_ignore(err_set(&c->news.err, ERR_IO,
                           _("Penyalinan berhenti di tengah jalan. Sesi aman; di tempat tujuan tidak ada salinan baru. "
                             "Coba lagi.")));
    err_ignore(err_detail(&c->news.err, "salin: status %d", status));
}

void copy_child_hear(struct copy_child *c, struct copy_news *ret)
{
    char piece[1024];
    ssize_t n = 0;
    while (c->pid && (n = read(c->said, piece, sizeof piece)) > 0) {
        buf_add(&c->in, piece, (size_t)n);
        hear_lines(c);
    }
    if (c->pid && n == 0)
        end(c);
    *ret = c->news;
}

void copy_child_free(struct copy_child *c)
{
    if (!c)
        return;
    if (c->life >= 0)
        close(c->life);
    if (c->said >= 0)
        close(c->said);
    buf_done(&c->in);
    free(c);
}
