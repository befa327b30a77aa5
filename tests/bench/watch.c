#include "config.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tests/bench/watch.h"

double watch_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

void watch_start(struct watch *w, char *const argv[], char *const env[])
{
    struct winsize ws = {.ws_row = 24, .ws_col = 80};
    memset(w, 0, sizeof *w);
    w->started = watch_now();
    w->pid = forkpty(&w->master, NULL, NULL, &ws);
    if (w->pid < 0)
        abort();
    if (w->pid == 0) {
        setenv("TERM", "xterm-256color", 1);
        setenv("LC_ALL", "C.UTF-8", 1);
        for (int i = 0; env && env[i]; i++)
            putenv(env[i]);
        execv(argv[0], argv);
        _exit(127);
    }
    fcntl(w->master, F_SETFL, O_NONBLOCK);
    fcntl(w->master, F_SETFD, FD_CLOEXEC);
}

/* Keeps the last bytes only; markers are short. */
static void keep(struct watch *w, const char *p, size_t n)
{
    if (n > sizeof w->tail / 2) {
        p += n - sizeof w->tail / 2;
        n = sizeof w->tail / 2;
    }
    if (w->n + n >= sizeof w->tail) {
        size_t half = sizeof w->tail / 2;
        memmove(w->tail, w->tail + w->n - half, half);
        w->n = half;
        if (w->n + n >= sizeof w->tail)
            w->n = 0;
    }
    memcpy(w->tail + w->n, p, n);
    w->n += n;
    w->tail[w->n] = '\0';
}

/* 1 something came, 0 nothing in time, -1 the end. */
static int take(struct watch *w, int ms)
{
    struct pollfd fd = {.fd = w->master, .events = POLLIN};
    char bytes[4096];
    if (poll(&fd, 1, ms) <= 0)
        return 0;
    ssize_t n = read(w->master, bytes, sizeof bytes);
    if (n > 0)
        keep(w, bytes, (size_t)n);
    return n > 0 ? 1 : n < 0 && errno == EAGAIN ? 0 : -1;
}

bool watch_until(struct watch *w, const char *marker)
{
    double limit = watch_now() + 20e6;
    while (!memmem(w->tail, w->n, marker, strlen(marker)))
        if (take(w, 100) < 0 || watch_now() > limit)
            return false;
    w->came = watch_now();
    w->n = 0;
    return true;
}

void watch_send(struct watch *w, const char *bytes)
{
    size_t n = strlen(bytes);
    while (n > 0) {
        ssize_t k = write(w->master, bytes, n);
        if (k < 0 && errno != EAGAIN)
            return;
        if (k > 0) {
            bytes += k;
            n -= (size_t)k;
        }
    }
}

double watch_key(struct watch *w, const char *bytes)
{
    double start = watch_now();
    watch_send(w, bytes);
    return take(w, 5000) == 1 ? watch_now() - start : -1;
}

void watch_settle(struct watch *w, int ms)
{
    while (take(w, ms) == 1)
        ;
}

static long number_in(const char *path, const char *label)
{
    char line[256];
    long value = 0;
    FILE *f = fopen(path, "r");
    while (f && fgets(line, sizeof line, f))
        if (strncmp(line, label, strlen(label)) == 0)
            value = strtol(line + strlen(label), NULL, 10);
    if (f)
        fclose(f);
    return value;
}

long watch_pss_kb(const struct watch *w)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)w->pid);
    return number_in(path, "Pss:");
}

long watch_wakeups(const struct watch *w)
{
    char path[64];
    long sum = 0;
    snprintf(path, sizeof path, "/proc/%d/task", (int)w->pid);
    DIR *d = opendir(path);
    for (struct dirent *x; d && (x = readdir(d));) {
        char status[400];
        if (x->d_name[0] == '.')
            continue;
        snprintf(status, sizeof status, "%s/%s/status", path, x->d_name);
        sum += number_in(status, "voluntary_ctxt_switches:");
    }
    if (d)
        closedir(d);
    return sum;
}

void watch_stop(struct watch *w)
{
    kill(w->pid, SIGKILL);
    waitpid(w->pid, NULL, 0);
    close(w->master);
}

void series_add(struct series *s, double v)
{
    if (s->n < sizeof s->v / sizeof *s->v)
        s->v[s->n++] = v;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

double series_at(struct series *s, double part)
{
    if (s->n == 0)
        return -1;
    qsort(s->v, s->n, sizeof *s->v, by_value);
    size_t i = (size_t)(part * (double)(s->n - 1) + 0.5);
    return s->v[i];
}
