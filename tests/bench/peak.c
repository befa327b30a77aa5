/* Runs a command and prints its wall time and its processor time in ms, and the memory of the largest of its processes
 * in MB.
 * Usage: peak PROGRAM ARGUMENTS... */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    struct timespec from, to;
    struct rusage used;
    int status;
    if (argc < 2)
        return 2;
    clock_gettime(CLOCK_MONOTONIC, &from);
    pid_t pid = fork();
    if (pid == 0) {
        if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr))
            _exit(126);
        execvp(argv[1], argv + 1);
        _exit(127);
    }
    /* of the process and of those that it waited for: the largest one */
    if (pid < 0 || wait4(pid, &status, 0, &used) != pid || status != 0)
        return 1;
    clock_gettime(CLOCK_MONOTONIC, &to);
    double ms = (double)(to.tv_sec - from.tv_sec) * 1e3 + (double)(to.tv_nsec - from.tv_nsec) / 1e6;
    double cpu = (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3 +
                 (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e3;
    printf("%.0f %.0f %.1f\n", ms, cpu, (double)used.ru_maxrss / 1024);
    return 0;
}
