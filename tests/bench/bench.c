/* make bench: the figures of docs/BENCHMARKS.md, each beside its baseline, medians of one run. Not a test: it
 * judges nothing, it prints. Usage: bench BUILDDIR SMALL.fkp (the practice session) HUNDRED.fkp THOUSANDS.fkp FOLDER */
#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/bench/watch.h"

/* What the program prints last on a full screen, and how it answers the private key (ui/term.c). */
#define SCREEN_MARK "^K"
#define SYNC_KEY "\033[7777~"
#define SYNC_MARK "]7777;"
#define F3 "\033OR"
#define BASE_MARK "SIAP"

enum { STARTS = 15, KEYS = 400, ENTRIES = 100, SLOW_ENTRIES = 6, SLOW_KEYS = 8 };

/* Answers the question that is asked at the start of a session. */
static char option[] = "--proyektor", no[] = "tidak";
static char program[512], counter[512], list[512], insert[512], preload[512], folder[512], build[400];

static void row(const char *what, double value, const char *unit, double base, const char *wanted)
{
    if (base > 0)
        printf("%-46s %9.1f %-3s %9.1f %6.2fx   %s\n", what, value, unit, base, value / base, wanted);
    else
        printf("%-46s %9.1f %-3s %9s %6s    %s\n", what, value, unit, "", "", wanted);
    fflush(stdout);
}

/* --- measuring --- */

static double start_ms(char *const argv[], const char *mark)
{
    struct series s = {0};
    for (int i = 0; i <= STARTS; i++) {
        struct watch w;
        double start = watch_now();
        watch_start(&w, argv, NULL);
        bool came = watch_until(&w, mark);
        double took = watch_now() - start;
        if (came && i > 0) /* the first one warms the caches */
            series_add(&s, took / 1e3);
        watch_settle(&w, 20);
        watch_stop(&w);
    }
    return series_at(&s, 0.5);
}

struct keys {
    double median_us, p99_us;
};

static struct keys keys_of(struct watch *w, const char *key, const char *back, int n)
{
    struct series s = {0};
    for (int i = 0; i < n; i++) {
        double took = watch_key(w, i % 2 && back ? back : key);
        if (took >= 0)
            series_add(&s, took);
        watch_settle(w, 2);
    }
    return (struct keys){series_at(&s, 0.5), series_at(&s, 0.99)};
}

static void open_dialog(struct watch *w, const char *session, char *const env[])
{
    char *argv[] = {program, option, no, (char *)(uintptr_t)session, NULL};
    watch_start(w, argv, env);
    watch_until(w, SCREEN_MARK);
    watch_settle(w, 50);
    watch_send(w, F3);
    watch_settle(w, 50);
}

static struct keys dialog_keys(const char *session)
{
    struct watch w;
    open_dialog(&w, session, NULL);
    struct keys k = keys_of(&w, "a", NULL, KEYS);
    watch_stop(&w);
    return k;
}

static struct keys base_keys(char *const argv[])
{
    struct watch w;
    watch_start(&w, argv, NULL);
    watch_until(&w, BASE_MARK);
    struct keys k = keys_of(&w, "a", NULL, KEYS);
    watch_stop(&w);
    return k;
}

/* From Enter until the program has stored the entry and shows it. */
static double entry_us(const char *session)
{
    static char sync[] = "MUFAKAT_TEST_SYNC=1";
    char *env[] = {sync, NULL};
    struct watch w;
    struct series s = {0};
    open_dialog(&w, session, env);
    for (int i = 0; i < ENTRIES; i++) {
        watch_send(&w, "0 pengguna: antrean terlalu panjang dan kursi di ruang tunggu sangat kurang sejak pagi " SYNC_KEY);
        watch_until(&w, SYNC_MARK);
        watch_settle(&w, 2);
        double start = watch_now();
        watch_send(&w, "\r" SYNC_KEY);
        if (watch_until(&w, SYNC_MARK))
            series_add(&s, watch_now() - start);
    }
    watch_stop(&w);
    return series_at(&s, 0.5);
}

static double insert_us(void)
{
    char command[2048];
    struct series s = {0};
    double v;
    snprintf(command, sizeof command, "rm -f '%s/bare.db'*; '%s' '%s/bare.db'", folder, insert, folder);
    FILE *f = popen(command, "r");
    while (f && fscanf(f, "%lf", &v) == 1)
        series_add(&s, v);
    if (f)
        pclose(f);
    return series_at(&s, 0.5);
}

/* Keys typed while an entry is being stored on a disk whose sync takes 250 ms. */
static struct keys slow_disk_keys(const char *session)
{
    static char slow[] = "FAULT_SYNC_MS=250";
    char *env[] = {preload, slow, NULL};
    struct watch w;
    struct series s = {0};
    open_dialog(&w, session, env);
    for (int i = 0; i < SLOW_ENTRIES; i++) {
        watch_send(&w, "0 pengguna: kursi kurang\r");
        watch_settle(&w, 5);
        for (int k = 0; k < SLOW_KEYS; k++) {
            double took = watch_key(&w, "a");
            if (took >= 0)
                series_add(&s, took);
            watch_settle(&w, 3);
        }
        watch_send(&w, "\025"); /* Ctrl-U empties the line */
        watch_settle(&w, 600);
    }
    watch_stop(&w);
    return (struct keys){series_at(&s, 0.5), series_at(&s, 0.99)};
}

static double wakeups_per_s(const char *session)
{
    char *argv[] = {program, option, no, (char *)(uintptr_t)session, NULL};
    struct watch w;
    watch_start(&w, argv, NULL);
    watch_until(&w, SCREEN_MARK);
    watch_settle(&w, 1500);
    long before = watch_wakeups(&w);
    double start = watch_now();
    while (watch_now() - start < 10e6)
        watch_settle(&w, 1000);
    double n = (double)(watch_wakeups(&w) - before) / 10;
    watch_stop(&w);
    return n;
}

static double pss_kb(char *const argv[], const char *mark)
{
    struct watch w;
    watch_start(&w, argv, NULL);
    watch_until(&w, mark);
    watch_settle(&w, 200);
    double kb = (double)watch_pss_kb(&w);
    watch_stop(&w);
    return kb;
}

/* Whole command, median of nine after a warm-up. */
static double command_ms(const char *command)
{
    struct series s = {0};
    for (int i = 0; i < 10; i++) {
        double start = watch_now();
        int status = system(command);
        if (status != 0)
            return -1;
        if (i > 0)
            series_add(&s, (watch_now() - start) / 1e3);
    }
    return series_at(&s, 0.5);
}

/* --- the table --- */

static void bench_start(const char *small, const char *hundred, const char *thousands)
{
    char *ours[] = {program, option, no, (char *)(uintptr_t)small, NULL}, *theirs[] = {list, (char *)(uintptr_t)small, NULL};
    char *few[] = {program, option, no, (char *)(uintptr_t)hundred, NULL}, *many[] = {program, option, no, (char *)(uintptr_t)thousands, NULL};
    row("start to first full screen", start_ms(ours, SCREEN_MARK), "ms", start_ms(theirs, BASE_MARK), "<= 2x list");
    row("  with 10,000 inputs / with 100", start_ms(many, SCREEN_MARK), "ms", start_ms(few, SCREEN_MARK), "<= 1.3x");
    row("memory (PSS)", pss_kb(ours, SCREEN_MARK), "kB", pss_kb(theirs, BASE_MARK), "<= 2x list");
    row("idle wake-ups", wakeups_per_s(small), "/s", 0, "0, or the clock's");
}

static void bench_keys(const char *small, const char *hundred, const char *thousands)
{
    char *theirs[] = {counter, NULL};
    struct keys ours = dialog_keys(small), base = base_keys(theirs);
    row("key to paint, median", ours.median_us, "us", base.median_us, "<= 2x counter");
    row("key to paint, p99", ours.p99_us / 1e3, "ms", 0, "<= 16.7 ms");
    struct keys many = dialog_keys(thousands), few = dialog_keys(hundred);
    row("  with 10,000 inputs / with 100", many.median_us, "us", few.median_us, "<= 1.3x");
    struct keys slow = slow_disk_keys(small);
    row("key while storing, sync 250 ms, p99", slow.p99_us / 1e3, "ms", 0, "<= 16.7 ms");
}

static void bench_storing(const char *small, const char *hundred, const char *thousands)
{
    double few = entry_us(hundred), many = entry_us(thousands);
    row("Enter to tersimpan", entry_us(small), "us", insert_us(), "<= 2x bare insert");
    row("  with 10,000 inputs / with 100", many, "us", few, "<= 1.3x");
}

static void bench_paper(const char *small)
{
    char ours[2400], theirs[2400];
    snprintf(ours, sizeof ours, "'%s' ekspor '%s' --dokumen berita-acara --ke '%s/ba.pdf' >/dev/null", program, small, folder);
    double mine = command_ms(ours);
    snprintf(theirs, sizeof theirs, "'%s/tests/bench/pango_pages' \"$(pdfinfo '%s/ba.pdf' | sed -n 's/^Pages: *//p')\" '%s/base.pdf' >/dev/null",
             build, folder, folder);
    row("berita acara as PDF", mine, "ms", command_ms(theirs), "<= 1.5x pangocairo");
}

int main(int argc, char **argv)
{
    if (argc != 6) {
        fprintf(stderr, "usage: bench BUILDDIR SMALL.fkp HUNDRED.fkp THOUSANDS.fkp FOLDER\n");
        return 2;
    }
    snprintf(build, sizeof build, "%s", argv[1]);
    snprintf(program, sizeof program, "%s/mufakat", build);
    snprintf(counter, sizeof counter, "%s/tests/bench/counter", build);
    snprintf(list, sizeof list, "%s/tests/bench/list", build);
    snprintf(insert, sizeof insert, "%s/tests/bench/insert", build);
    snprintf(preload, sizeof preload, "LD_PRELOAD=%s/tests/faultvfs/faultvfs.so", build);
    snprintf(folder, sizeof folder, "%s", argv[5]);
    printf("%-46s %13s %9s %7s   %s\n", "", "measured", "baseline", "ratio", "wanted");
    bench_start(argv[2], argv[3], argv[4]);
    bench_keys(argv[2], argv[3], argv[4]);
    bench_storing(argv[2], argv[3], argv[4]);
    bench_paper(argv[2]);
    return 0;
}
