#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

#include "ui/term_out.h"

/* The descriptor of the stream is the terminal; while holding it stands for a file in memory. */
static struct {
    FILE *stream;
    int terminal, memory;
} out = {NULL, -1, -1};

static void write_all(const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t k = write(out.terminal, bytes, n);
        if (k < 0 && errno == EAGAIN) {
            struct pollfd fd = {.fd = out.terminal, .events = POLLOUT};
            poll(&fd, 1, -1);
        } else if (k < 0 && errno != EINTR) {
            return; /* the terminal is gone: the loop hears it */
        }
        bytes += k > 0 ? k : 0;
        n -= k > 0 ? (size_t)k : 0;
    }
}

FILE *term_out_open(void)
{
    int fd = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    out.stream = fd >= 0 ? fdopen(fd, "w") : NULL;
    if (!out.stream && fd >= 0)
        close(fd);
    out.terminal = STDOUT_FILENO;
    out.memory = memfd_create("mufakat-picture", MFD_CLOEXEC);
    return out.stream;
}

void term_out_close(void)
{
    if (out.stream)
        fclose(out.stream);
    if (out.memory >= 0)
        close(out.memory);
    out.stream = NULL;
    out.terminal = out.memory = -1;
}

void term_out_hold(void)
{
    if (out.stream && out.memory >= 0)
        dup3(out.memory, fileno(out.stream), O_CLOEXEC);
}

void term_out_send(void)
{
    char bytes[1 << 14];
    if (!out.stream || out.memory < 0)
        return;
    dup3(out.terminal, fileno(out.stream), O_CLOEXEC);
    off_t size = lseek(out.memory, 0, SEEK_CUR);
    lseek(out.memory, 0, SEEK_SET);
    for (off_t at = 0; at < size;) {
        size_t want = (size_t)(size - at) < sizeof bytes ? (size_t)(size - at) : sizeof bytes;
        ssize_t n = pread(out.memory, bytes, want, at);
        if (n <= 0)
            break;
        write_all(bytes, (size_t)n);
        at += n;
    }
}
