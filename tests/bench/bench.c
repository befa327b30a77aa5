/* make bench: the figures of docs/BENCHMARKS.md, each beside its baseline, medians of one run. Not a test: it
 * judges nothing, it prints. Usage: bench BUILDDIR SMALL.fkp (the practice session) HUNDRED.fkp THOUSANDS.fkp FOLDER
 * [start|keys|stored|paper] */
#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/bench/bench.h"

static bool complete = true;

void bench_row(const char *what, double value, const char *unit, double base, const char *wanted)
{
    if (value < 0 || base < 0) {
        printf("%-46s %9s\n", what, "not measured");
        complete = false;
    } else if (base > 0) {
        printf("%-46s %9.1f %-3s %9.1f %6.2fx   %s\n", what, value, unit, base, value / base, wanted);
    } else {
        printf("%-46s %9.1f %-3s %9s %6s    %s\n", what, value, unit, "", "", wanted);
    }
    fflush(stdout);
}

bool bench_complete(void)
{
    return complete;
}

static void must(bool well, const char *what)
{
    if (well)
        return;
    perror(what);
    exit(1);
}

void bench_fresh(struct bench *b, const char *session)
{
    static const char *const beside[] = {"-wal", "-shm"};
    char path[600];
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        snprintf(path, sizeof path, "%s%s", b->round, beside[i]);
        unlink(path);
    }
    struct stat st;
    int from = open(session, O_RDONLY | O_CLOEXEC);
    int to = open(b->round, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    must(from >= 0 && to >= 0 && fstat(from, &st) == 0, session);
    for (off_t left = st.st_size; left > 0;) {
        ssize_t n = sendfile(to, from, NULL, (size_t)left);
        must(n > 0, b->round);
        left -= n;
    }
    must(fsync(to) == 0, b->round);
    close(from);
    close(to);
}

bool bench_open(struct bench *b, struct watch *w, const char *session, char *const env[])
{
    static char option[] = "--proyektor", no[] = "tidak"; /* the answer to a question of every start */
    char *argv[] = {b->program, option, no, b->round, NULL};
    bench_fresh(b, session);
    watch_start(w, argv, env);
    return watch_until(w, SCREEN_MARK);
}

char *bench_built(const struct bench *b, const char *name)
{
    char *path = NULL;
    must(asprintf(&path, "%s/%s", b->build, name) > 0, name);
    return path;
}

static const struct {
    const char *name;
    void (*rows)(struct bench *b);
} parts[] = {{"start", rows_start}, {"keys", rows_keys}, {"stored", rows_stored}, {"paper", rows_paper}};

int main(int argc, char **argv)
{
    if (argc != 6 && argc != 7) {
        fprintf(stderr, "usage: bench BUILDDIR SMALL.fkp HUNDRED.fkp THOUSANDS.fkp FOLDER [PART]\n");
        return 2;
    }
    struct bench b = {
        .build = argv[1], .small = argv[2], .hundred = argv[3], .thousands = argv[4], .folder = argv[5]};
    snprintf(b.program, sizeof b.program, "%s/mufakat", b.build);
    snprintf(b.round, sizeof b.round, "%s/round.fkp", b.folder);
    printf("%-46s %13s %9s %7s   %s\n", "", "measured", "baseline", "ratio", "wanted");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (argc == 6 || strcmp(argv[6], parts[i].name) == 0)
            parts[i].rows(&b);
    return bench_complete() ? 0 : 1;
}
