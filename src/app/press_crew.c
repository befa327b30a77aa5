#include "config.h"

#include "app/press_crew.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/child.h"
#include "app/press_find.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/i18n.h"

enum {
    MOST_PRESSES = 4,
    LINE_LIMIT = 65536,  /* a longer line from a press is noise */
    GRACE = 1000,        /* ms for one that is told to end */
    PATIENCE = 3 * 60000 /* ms: a job that says nothing for so long is taken for dead */
};

/* One running program. */
struct press {
    pid_t pid; /* 0: not started */
    int to, from;
    const char *feed; /* what is being sent */
    size_t feed_left;
    size_t owed; /* bytes of the whole job that are still to be sent */
    struct buf said; /* the begin of a line */
    char last[160];  /* line: when it falls, that says most */
    bool busy;
    struct press_job job; /* while busy */
    char *place;          /* the file of the last job; NULL: none */
    int64_t heard;        /* clock_mono of the last sign of life */
};

struct press_crew {
    struct press v[MOST_PRESSES + 1]; /* n of mufakat-press; behind them the one of mufakat-bindery */
    size_t n;
    int cancel_fd;
    int patience; /* ms */
    bool cancelled;
};

/* --- how a job ends --- */

static void end_job(struct press *p, const struct err *result)
{
    p->busy = false;
    p->feed_left = 0;
    p->job.done(p->job.ctx, result);
}

/* Until it has ended, and with it the half file that it was writing. */
static void hear_the_last(int from)
{
    char unused[4096];
    struct pollfd fd = {.fd = from, .events = POLLIN};
    int64_t end = clock_mono() + GRACE;
    while (clock_mono() < end && poll(&fd, 1, GRACE) > 0 && read(from, unused, sizeof unused) > 0)
        continue;
}

/* Ends the program, when it has not ended by itself: one without a job has nothing to lose, and one that only stopped
 * talking would never end. Its status is the one that it ended with. */
static int bury(struct press *p)
{
    if (p->pid == 0)
        return 0;
    kill(-p->pid, SIGTERM); /* its group: what it may have started holds our pipes as well */
    close(p->to);
    hear_the_last(p->from);
    kill(-p->pid, SIGKILL);
    close(p->from);
    buf_done(&p->said);
    int status = child_wait(p->pid);
    if (p->place && WIFSIGNALED(status)) /* it could not clean up */
        file_sweep_killed(p->place, p->pid);
    free(p->place);
    p->place = NULL;
    p->pid = 0;
    return status;
}

static void fell(struct press *p)
{
    struct err e;
    int status = bury(p);
    err_ignore(err_set(&e, ERR_IO,
                       _("Program pencetak berhenti di tengah jalan. Sesi Anda aman dan berkas lama tidak berubah; coba "
                         "lagi, atau simpan sebagai teks (.txt).")));
    err_ignore(err_detail(&e, "press: status %d: %s", status, p->last));
    if (p->busy)
        end_job(p, &e);
}

static enum err_code was_cancelled(struct err *e)
{
    return err_set(e, ERR_BUSY, _("Pencetakan dibatalkan. Tidak ada berkas yang berubah."));
}

/* Kills what works: an old file stays, because the new one is renamed only when it is whole. */
static void cancel(struct press_crew *c)
{
    struct err e;
    c->cancelled = true;
    err_ignore(was_cancelled(&e));
    for (size_t i = 0; i <= c->n; i++)
        if (c->v[i].busy) {
            bury(&c->v[i]);
            end_job(&c->v[i], &e);
        }
}

/* --- talking --- */

/* A socket feeds the press, not a pipe: writing to one that is gone must not raise SIGPIPE here. */
static void send_some(struct press *p)
{
    ssize_t n = send(p->to, p->feed, p->feed_left, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (n < 0) { /* it does not listen any more */
        fell(p);
        return;
    }
    p->feed += n;
    p->feed_left -= (size_t)n;
    p->owed -= (size_t)n;
}

/* "done" and "failed ..." end the job, when all of it was taken; other lines are news of it. */
static void hear_line(struct press *p, const char *line)
{
    struct err e = {0};
    snprintf(p->last, sizeof p->last, "%s", line);
    if (!p->busy || p->owed > 0)
        return;
    if (strcmp(line, "done") == 0) {
        end_job(p, &e);
    } else if (strncmp(line, "failed ", 7) == 0) {
        err_ignore(err_set(&e, ERR_IO, "%s", line + 7));
        end_job(p, &e);
    } else if (p->job.line) {
        p->job.line(p->job.ctx, line);
    }
}

static void hear(struct press *p)
{
    char piece[4096];
    ssize_t n = read(p->from, piece, sizeof piece);
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (n <= 0) {
        fell(p);
        return;
    }
    p->heard = clock_mono();
    for (char *s = piece, *end; n > 0; n -= end - s, s = end) {
        char *nl = memchr(s, '\n', (size_t)n);
        end = nl ? nl + 1 : s + n;
        if (p->said.len < LINE_LIMIT)
            buf_add(&p->said, s, (size_t)((nl ? nl : end) - s));
        if (nl) {
            hear_line(p, buf_str(&p->said));
            buf_clear(&p->said);
        }
    }
}

/* Waits until something happens at a press or somebody cancels, and does what is to be done then. */
static void turn(struct press_crew *c)
{
    struct pollfd fd[2 * (MOST_PRESSES + 1) + 1];
    size_t n = 0;
    for (size_t i = 0; i <= c->n; i++) {
        struct press *p = &c->v[i];
        fd[n++] = (struct pollfd){.fd = p->pid ? p->from : -1, .events = POLLIN};
        fd[n++] = (struct pollfd){.fd = p->pid && p->feed_left > 0 ? p->to : -1, .events = POLLOUT};
    }
    fd[n] = (struct pollfd){.fd = c->cancel_fd, .events = POLLIN};
    if (poll(fd, n + 1, c->patience) < 0)
        return; /* a signal */
    if (fd[n].revents) {
        cancel(c);
        return;
    }
    for (size_t i = 0; i <= c->n; i++) {
        struct press *p = &c->v[i];
        if (fd[2 * i + 1].revents)
            send_some(p);
        if (fd[2 * i].revents && p->pid)
            hear(p);
        else if (p->busy && clock_mono() - p->heard >= c->patience)
            fell(p);
    }
}

/* --- presses --- */

static enum err_code start(struct press *p, const char *verb, struct err *e)
{
    int in[2] = {-1, -1}, out[2] = {-1, -1}, failed = 0;
    char *program = press_find(verb), serve[] = "serve", *const words[] = {program, serve, NULL};
    if (!program)
        return err_set(e, ERR_NOTFOUND,
                       _("Program pencetak (%s) tidak ditemukan. Sesi Anda aman; pasang ulang Mufakat, "
                         "atau simpan sebagai teks (.txt)."),
                       press_program(verb));
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) != 0 || pipe2(out, O_CLOEXEC) != 0)
        failed = errno;
    const int ends[3] = {in[1], out[1], out[1]}; /* what it complains is noise: its sentences come as lines */
    if (!failed)
        failed = child_spawn(program, words, ends, &p->pid);
    free(program);
    if (in[1] >= 0)
        close(in[1]);
    if (out[1] >= 0)
        close(out[1]);
    p->to = in[0];
    p->from = out[0];
    *p->last = '\0';
    if (!failed)
        return ERR_NONE;
    if (in[0] >= 0)
        close(in[0]);
    if (out[0] >= 0)
        close(out[0]);
    p->pid = 0;
    errno = failed;
    return err_errno(e, _("Program pencetak tidak dapat dijalankan. Sesi Anda aman; tutup program lain, lalu cetak "
                          "lagi."));
}

/* An idle press has nothing to say: when something comes, it is its end. */
static void bury_the_gone(struct press *p)
{
    struct pollfd fd = {.fd = p->pid && !p->busy ? p->from : -1, .events = POLLIN};
    if (poll(&fd, 1, 0) > 0)
        bury(p);
}

/* A free one, rather one that runs; NULL when all are busy. */
static struct press *find_free(struct press_crew *c, const char *verb)
{
    struct press *free_one = NULL;
    bool bindery = press_is_for_bindery(verb);
    for (size_t i = bindery ? c->n : 0; i < (bindery ? c->n + 1 : c->n); i++) {
        struct press *p = &c->v[i];
        bury_the_gone(p);
        if (!p->busy && (!free_one || (p->pid && !free_one->pid)))
            free_one = p;
    }
    return free_one;
}

/* Sends all of it, while the others are heard as well. */
static void send_all(struct press_crew *c, struct press *p, const char *bytes, size_t n)
{
    p->feed = bytes;
    p->feed_left = p->busy ? n : 0;
    while (p->feed_left > 0)
        turn(c);
}

enum err_code press_crew_post(struct press_crew *c, const struct press_job *job, struct err *e)
{
    struct press *p;
    size_t words = job->argument ? strlen(job->argument) : 0;
    while (!(p = find_free(c, job->verb)) && !c->cancelled)
        turn(c);
    if (c->cancelled)
        return was_cancelled(e);
    enum err_code code = p->pid ? ERR_NONE : start(p, job->verb, e);
    if (code)
        return code;
    struct buf head = BUF_INIT;
    buf_printf(&head, "%s %zu %zu\n%s", job->verb, words, job->feed_size, words ? job->argument : "");
    p->job = *job;
    free(p->place);
    p->place = job->argument ? mem_strdup(job->argument) : NULL;
    p->owed = head.len + job->feed_size;
    p->busy = true;
    p->heard = clock_mono();
    send_all(c, p, head.p, head.len);
    send_all(c, p, job->feed, job->feed_size);
    p->job.argument = p->job.feed = NULL;
    buf_done(&head);
    return ERR_NONE;
}

void press_crew_wait(struct press_crew *c, const bool *until)
{
    while (!*until)
        turn(c);
}

void press_crew_ready(struct press_crew *c, const char *verb)
{
    struct err unused;
    bool bindery = press_is_for_bindery(verb);
    for (size_t i = bindery ? c->n : 0; i < (bindery ? c->n + 1 : c->n); i++)
        if (c->v[i].pid == 0 && start(&c->v[i], verb, &unused))
            return; /* told when there is a job */
}

/* --- the crew --- */

static size_t processors(void)
{
    cpu_set_t set;
    int n = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    return n < 1 ? 1 : n > MOST_PRESSES ? MOST_PRESSES : (size_t)n;
}

struct press_crew *press_crew_open(int most, int cancel_fd)
{
    struct press_crew *c = mem_zalloc(sizeof *c);
    c->n = processors();
    if (most > 0 && (size_t)most < c->n)
        c->n = (size_t)most;
    c->cancel_fd = cancel_fd;
    const char *test = getenv("MUFAKAT_TEST_PATIENCE");
    c->patience = test && atoi(test) > 0 ? atoi(test) : PATIENCE;
    return c;
}

void press_crew_close(struct press_crew *c)
{
    if (!c)
        return;
    for (size_t i = 0; i <= c->n; i++)
        bury(&c->v[i]);
    free(c);
}
