#include "config.h"

#include "app/press_talk.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/child.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/i18n.h"

#define SAID_LIMIT 65536 /* more than this from the press is noise */

enum { TO_PRESS, FROM_PRESS, COMPLAINTS, CANCEL, CHANNELS };

struct talk {
    struct press_job *job;
    pid_t pid;
    struct pollfd fd[CHANNELS]; /* fd -1: closed, poll passes over it */
    const char *feed;           /* what is still to be sent */
    size_t feed_left;
    struct buf said, complained;
    size_t seen; /* bytes of `said` already cut into lines */
    int status;  /* as waitpid gives it */
};

/* Built but not installed, installed anywhere, installed where configure said. */
static const char *const places[] = {"mufakat-press", "../libexec/mufakat/mufakat-press"};

char *press_find(void)
{
    const char *given = getenv("MUFAKAT_PRESS");
    if (given && *given)
        return access(given, X_OK) == 0 ? mem_strdup(given) : NULL;
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        char *path = file_beside_program(places[i]);
        if (path && access(path, X_OK) == 0)
            return path;
        free(path);
    }
    const char *installed = PKGLIBEXECDIR "/mufakat-press";
    return access(installed, X_OK) == 0 ? mem_strdup(installed) : NULL;
}

static void close_channel(struct talk *r, int channel)
{
    if (r->fd[channel].fd >= 0)
        close(r->fd[channel].fd);
    r->fd[channel].fd = -1;
}

/* A socket feeds the press, not a pipe: writing to one that is gone must not raise SIGPIPE here. */
static enum err_code start(struct talk *r, const char *program, char *const argv[], struct err *e)
{
    int in[2] = {-1, -1}, out[2] = {-1, -1}, err[2] = {-1, -1};
    int failed = 0;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) != 0 || pipe2(out, O_CLOEXEC) != 0 ||
        pipe2(err, O_CLOEXEC) != 0)
        failed = errno;
    const int ends[3] = {in[1], out[1], err[1]};
    if (!failed)
        failed = child_spawn(program, argv, ends, &r->pid);
    for (int i = 0; i < 3; i++)
        if (ends[i] >= 0)
            close(ends[i]);
    r->fd[TO_PRESS] = (struct pollfd){.fd = in[0], .events = POLLOUT};
    r->fd[FROM_PRESS] = (struct pollfd){.fd = out[0], .events = POLLIN};
    r->fd[COMPLAINTS] = (struct pollfd){.fd = err[0], .events = POLLIN};
    if (!failed)
        return ERR_NONE;
    for (int i = 0; i < CANCEL; i++)
        close_channel(r, i);
    errno = failed;
    return err_errno(e, _("Program pencetak tidak dapat dijalankan. Sesi Anda aman; tutup program lain, lalu cetak "
                          "lagi."));
}

static void send_some(struct talk *r)
{
    ssize_t n = 0;
    if (r->feed_left > 0)
        n = send(r->fd[TO_PRESS].fd, r->feed, r->feed_left, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (n < 0) /* it does not listen any more: its exit status tells why */
        r->feed_left = 0;
    r->feed += n > 0 ? n : 0;
    r->feed_left -= n > 0 ? (size_t)n : 0;
    if (r->feed_left == 0)
        close_channel(r, TO_PRESS);
}

static void receive(struct talk *r, int channel, struct buf *b)
{
    char piece[4096];
    ssize_t n = read(r->fd[channel].fd, piece, sizeof piece);
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (n <= 0)
        close_channel(r, channel);
    else if (b->len < SAID_LIMIT)
        buf_add(b, piece, (size_t)n);
}

static void pass_lines(struct talk *r)
{
    char *end;
    while (r->seen < r->said.len && (end = strchr(r->said.p + r->seen, '\n'))) {
        *end = '\0';
        if (r->job->line)
            r->job->line(r->job->ctx, r->said.p + r->seen);
        r->seen = (size_t)(end - r->said.p) + 1;
    }
}

/* Talks until both of its channels are closed or somebody cancels. */
static void converse(struct talk *r)
{
    while (!r->job->ret_cancelled && (r->fd[FROM_PRESS].fd >= 0 || r->fd[COMPLAINTS].fd >= 0)) {
        if (poll(r->fd, CHANNELS, -1) < 0) {
            if (errno == EINTR)
                continue;
            break;
        }
        if (r->fd[TO_PRESS].fd >= 0 && r->fd[TO_PRESS].revents)
            send_some(r);
        if (r->fd[FROM_PRESS].fd >= 0 && r->fd[FROM_PRESS].revents)
            receive(r, FROM_PRESS, &r->said);
        if (r->fd[COMPLAINTS].fd >= 0 && r->fd[COMPLAINTS].revents)
            receive(r, COMPLAINTS, &r->complained);
        r->job->ret_cancelled = r->fd[CANCEL].fd >= 0 && r->fd[CANCEL].revents;
        pass_lines(r);
    }
    if (r->job->ret_cancelled)
        kill(r->pid, SIGKILL); /* the old file stays: the new one is renamed only when it is whole */
    for (int i = 0; i < CANCEL; i++)
        close_channel(r, i);
    r->status = child_wait(r->pid);
}

/* What to tell: the press's own sentence when it is exactly one line, else that it fell. */
static enum err_code verdict(struct talk *r, struct err *e)
{
    if (r->job->ret_cancelled)
        return err_set(e, ERR_BUSY, _("Pencetakan dibatalkan. Tidak ada berkas yang berubah."));
    if (WIFEXITED(r->status) && WEXITSTATUS(r->status) == 0)
        return ERR_NONE;
    const char *s = buf_str(&r->complained);
    const char *end = strchr(s, '\n');
    if (WIFEXITED(r->status) && WEXITSTATUS(r->status) == 1 && end && end > s && end[1] == '\0')
        return err_set(e, ERR_IO, "%.*s", (int)(end - s), s);
    err_set(e, ERR_IO,
            _("Program pencetak berhenti di tengah jalan. Sesi Anda aman dan berkas lama tidak berubah; coba lagi, "
              "atau simpan sebagai teks (.txt)."));
    return err_detail(e, "press: status %d: %.150s", r->status, s);
}

enum err_code press_talk(struct press_job *job, struct err *e)
{
    char *program = press_find();
    if (!program)
        return err_set(e, ERR_NOTFOUND,
                       _("Program pencetak (mufakat-press) tidak ditemukan. Sesi Anda aman; pasang ulang Mufakat, "
                         "atau simpan sebagai teks (.txt)."));
    struct talk r = {.job = job, .feed = job->feed, .feed_left = job->feed_size};
    r.fd[CANCEL] = (struct pollfd){.fd = job->cancel_fd, .events = POLLIN};
    char *words[] = {program, mem_strdup(job->verb), job->argument ? mem_strdup(job->argument) : NULL, NULL};
    enum err_code code = start(&r, program, words, e);
    if (code == ERR_NONE) {
        converse(&r);
        code = verdict(&r, e);
    }
    buf_done(&r.said);
    buf_done(&r.complained);
    for (size_t i = 0; words[i]; i++)
        free(words[i]);
    return code;
}
