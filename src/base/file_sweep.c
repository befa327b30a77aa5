/* part of `file.h`: half files of programs that were killed while they wrote */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#define LEFT_SECONDS 3600 /* no writer, not the slowest stick, is silent for so long */

/* The number in ".mufakat-123-Ab12Cd", also with what SQLite puts behind it ("-journal"); 0: it is no such name. */
static long number_of(const char *name)
{
    int letters = 0, end = 0;
    long number = 0;
    if (sscanf(name, FILE_HALF "%ld-%n%*[A-Za-z0-9]%n", &number, &letters, &end) != 1 || number <= 0)
        return 0;
    return end == letters + FILE_HALF_LETTERS && (name[end] == '\0' || name[end] == '-') ? number : 0;
}

/* Is it of that program, or older than `before`? */
static bool is_left(const char *path, const char *name, long program, time_t before)
{
    struct stat st;
    long number = number_of(name);
    if (number == 0 || lstat(path, &st) != 0 || !S_ISREG(st.st_mode) || st.st_uid != geteuid())
        return false;
    return number == program || st.st_mtime < before;
}

static void sweep(const char *folder, long program, time_t before)
{
    DIR *d = opendir(folder);
    for (struct dirent *x; d && (x = readdir(d)) != NULL;) {
        if (number_of(x->d_name) == 0)
            continue;
        char *path = file_join(folder, x->d_name);
        if (is_left(path, x->d_name, program, before))
            unlink(path);
        free(path);
    }
    if (d)
        closedir(d);
}

void file_sweep_killed(const char *path, pid_t program)
{
    struct stat st;
    bool is_folder = stat(path, &st) == 0 && S_ISDIR(st.st_mode);
    char *folder = is_folder ? file_absolute(path) : file_dir(path);
    sweep(folder, (long)program, 0);
    free(folder);
}

void file_sweep_old(const char *folder, const struct stat *now)
{
    sweep(folder, 0, now->st_mtime - LEFT_SECONDS);
}
