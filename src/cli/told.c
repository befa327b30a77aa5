/* What a command says to the program that started it (app/make_child.c): lines of progress; and how it is stopped. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"

static int stop_pipe[2] = {-1, -1};

static void on_signal(int number)
{
    int interrupted = errno; /* what was going on still wants it */
    ssize_t unused = write(stop_pipe[1], "", 1);
    (void)unused;
    (void)number;
    errno = interrupted;
}

int cli_listen_for_stop(bool told)
{
    if (told)
        return fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
    if (pipe2(stop_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return -1;
    struct sigaction stop = {.sa_handler = on_signal};
    sigemptyset(&stop.sa_mask);
    sigaction(SIGINT, &stop, NULL);
    sigaction(SIGTERM, &stop, NULL);
    sigaction(SIGHUP, &stop, NULL);
    return stop_pipe[0];
}

void cli_tell_step(void *ctx, int done, int all, const char *name)
{
    (void)ctx;
    cli_print("maju %d %d %s\n", done, all, name);
    fflush(stdout);
}

void cli_tell_notes(const char *notes)
{
    for (size_t n; *notes; notes += n + (notes[n] == '\n')) {
        n = strcspn(notes, "\n");
        cli_print("catatan %.*s\n", (int)n, notes);
    }
}

void cli_tell_done(bool flushed, const char *path)
{
    cli_print("jadi %d %s\n", flushed, path);
}
