#include "config.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/child.h"
#include "app/print_file.h"
#include "base/clock.h"
#include "base/i18n.h"

enum { PATIENCE_MS = 30000 };

extern char **environ;

static enum err_code no_lp(struct err *e)
{
    return err_set(
        e, ERR_NOTFOUND,
        _("Program cetak (lp) tidak ada di laptop ini. Simpan PDF ke flashdisk lalu cetak dari "
          "komputer lain, atau pasang paket cups-client."));
}

static int spawn_lp(const char *path, int copies, const char *title, int out, pid_t *ret)
{
    char n[16];
    snprintf(n, sizeof n, "%d", copies);
    const char *args[] = {"lp", "-n", n, "-t", title, "--", path, NULL};
    posix_spawn_file_actions_t fa;
    posix_spawnattr_t at;
    sigset_t none;
    sigemptyset(&none);
    posix_spawn_file_actions_init(&fa);
    posix_spawn_file_actions_addopen(&fa, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&fa, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&fa, out, 2);
    posix_spawnattr_init(&at);
    posix_spawnattr_setsigmask(&at, &none);
    posix_spawnattr_setflags(&at, POSIX_SPAWN_SETSIGMASK);
    int failed = posix_spawnp(ret, "lp", &fa, &at, (char *const *)(uintptr_t)args, environ);
    posix_spawnattr_destroy(&at);
    posix_spawn_file_actions_destroy(&fa);
    return failed;
}

/* What lp says until it ends; false when it took too long. */
static bool listen_to(int fd, char *said, size_t size)
{
    int64_t end = clock_mono() + PATIENCE_MS;
    size_t n = 0;
    for (;;) {
        struct pollfd p = {fd, POLLIN, 0};
        int64_t left = end - clock_mono();
        char more[256];
        if (left <= 0)
            return false;
        if (poll(&p, 1, (int)left) <= 0)
            continue;
        ssize_t got = read(fd, more, sizeof more);
        if (got <= 0)
            return true;
        size_t take = (size_t)got < size - 1 - n ? (size_t)got : size - 1 - n;
        memcpy(said + n, more, take);
        said[n += take] = '\0';
    }
}

enum err_code print_file(const char *path, int copies, const char *title, struct err *e)
{
    int pipe_fd[2];
    pid_t child;
    char said[160] = "";
    if (pipe2(pipe_fd, O_CLOEXEC) != 0)
        return err_errno(e,
                         _("Pencetakan tidak dapat dimulai. Tutup program lain, lalu coba lagi."));
    int failed = spawn_lp(path, copies, title, pipe_fd[1], &child);
    close(pipe_fd[1]);
    if (failed) {
        close(pipe_fd[0]);
        return no_lp(e);
    }
    bool in_time = listen_to(pipe_fd[0], said, sizeof said);
    close(pipe_fd[0]);
    if (!in_time)
        kill(child, SIGTERM);
    int status = child_wait(child);
    said[strcspn(said, "\n")] = '\0';
    for (size_t n = strlen(said); n > 0 && strchr(". \r", said[n - 1]); n--)
        said[n - 1] = '\0'; /* the sentence around it goes on */
    if (!in_time)
        return err_set(e, ERR_BUSY,
                       _("Printer tidak menjawab selama 30 detik, pencetakan dibatalkan. Periksa "
                         "printernya, atau simpan PDF ke flashdisk."));
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return ERR_NONE;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
        return no_lp(e);
    return err_set(e, ERR_IO,
                   _("Printer menolak naskah ini: %s. Periksa printernya, atau simpan PDF ke "
                     "flashdisk."),
                   *said ? said : _("lp tidak menyebut sebabnya"));
}
