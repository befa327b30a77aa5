#include "config.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/child.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/arena.h"

extern char **environ;

/* The environment with our language. Free it. */
static char **environment(char *language, size_t size)
{
    size_t n = 0, k = 0;
    while (environ[n])
        n++;
    char **env = mem_alloc((n + 2) * sizeof *env);
    for (size_t i = 0; i < n; i++)
        if (strncmp(environ[i], "MUFAKAT_LANG=", 13) != 0)
            env[k++] = environ[i];
    snprintf(language, size, "MUFAKAT_LANG=%s", i18n_language());
    env[k++] = language;
    env[k] = NULL;
    return env;
}

int child_spawn(const char *program, char *const argv[], const int ends[3], pid_t *ret)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attr;
    sigset_t none;
    char language[32], **env = environment(language, sizeof language);
    sigemptyset(&none);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attr);
    for (int i = 0; i < 3; i++)
        posix_spawn_file_actions_adddup2(&actions, ends[i], i);
    posix_spawnattr_setsigmask(&attr, &none); /* the keeper's thread may block signals */
    posix_spawnattr_setpgroup(&attr, 0);
    posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    int failed = posix_spawn(ret, program, &actions, &attr, argv, env);
    posix_spawnattr_destroy(&attr);
    posix_spawn_file_actions_destroy(&actions);
    free(env);
    return failed;
}

bool child_ended(pid_t pid)
{
    return waitpid(pid, NULL, WNOHANG) != 0;
}

int child_wait(pid_t pid)
{
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        continue;
    return status;
}
