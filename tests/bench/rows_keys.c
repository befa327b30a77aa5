/* From a key to its paint in the capture line of the dialog: against the least curses program, with few and many
 * inputs, and while an entry is being stored on a disk whose sync takes 250 ms. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/bench/bench.h"
#include "tests/bench/dialog.h"

enum { KEYS = 800, SLOW_ENTRIES = 12, SLOW_KEYS = 20, SYNC_MS = 250 };

struct keys {
    double median_us, p99_us;
};

static struct keys keys_of(struct series *s)
{
    return (struct keys){series_at(s, 0.5), series_at(s, 0.99)};
}

/* One key and what it paints. A text whose neighbours differ: where a field is full it moves along under the
 * cursor, and a row of equal letters would then look the same before and after. */
static void type_one(struct watch *w, struct series *s, int i, int rest_ms)
{
    static const char text[] = "kursi di ruang tunggu kurang dan antrean panjang sejak pagi, mohon ditambah ";
    char key[] = {text[(size_t)i % (sizeof text - 1)], '\0'};
    double took = watch_key(w, key);
    if (took >= 0)
        series_add(s, took);
    watch_settle(w, rest_ms);
}

/* Entries of ordinary length: after LINE_KEYS keys the line is emptied, which does not count. */
static struct keys dialog_keys(struct bench *b, const char *session)
{
    enum { LINE_KEYS = 100 };
    struct watch w;
    struct series s = {0};
    bool there = dialog_open(b, &w, session, NULL);
    for (int i = 0; there && i < KEYS; i++) {
        if (i % LINE_KEYS == 0)
            dialog_clear(&w);
        type_one(&w, &s, i, 2);
    }
    watch_stop(&w);
    return keys_of(&s);
}

static struct keys base_keys(const struct bench *b)
{
    char *counter = bench_built(b, "tests/bench/counter");
    char *argv[] = {counter, NULL};
    struct watch w;
    struct series s = {0};
    watch_start(&w, argv, NULL);
    bool there = watch_until(&w, BASE_MARK);
    for (int i = 0; there && i < KEYS; i++)
        type_one(&w, &s, i, 2);
    watch_stop(&w);
    free(counter);
    return keys_of(&s);
}

/* Keys typed into the next entry while the one before is on its way to a slow disk. The answer to the private key
 * comes when that one is stored; where it comes too early the keys were not typed during storing. */
static bool keys_while_storing(struct watch *w, struct series *s)
{
    double enter = watch_now();
    watch_send(w, "\r");
    watch_settle(w, 5);
    for (int k = 0; k < SLOW_KEYS; k++)
        type_one(w, s, k, 2);
    double last = watch_now() - enter;
    return dialog_wait(w) && last < SYNC_MS * 1e3 && watch_now() - enter >= SYNC_MS * 1e3;
}

static struct keys slow_disk_keys(struct bench *b, const char *session)
{
    char slow[32], *preload = bench_built(b, "tests/faultvfs/faultvfs.so"), *option = NULL;
    snprintf(slow, sizeof slow, "FAULT_SYNC_MS=%d", SYNC_MS);
    struct watch w;
    struct series s = {0};
    bool there = asprintf(&option, "LD_PRELOAD=%s", preload) > 0;
    char *env[] = {option, slow, NULL};
    there = there && dialog_open(b, &w, session, env);
    for (int i = 0; there && i < SLOW_ENTRIES; i++) {
        dialog_clear(&w);
        watch_send(&w, "0 pengguna: kursi kurang");
        there = dialog_wait(&w) && keys_while_storing(&w, &s);
    }
    watch_stop(&w);
    free(option);
    free(preload);
    return there ? keys_of(&s) : (struct keys){-1, -1};
}

void rows_keys(struct bench *b)
{
    struct keys ours = dialog_keys(b, b->small), base = base_keys(b);
    bench_row("key to paint, median", ours.median_us, "us", base.median_us, "<= 2x counter");
    bench_row("key to paint, p99", ours.p99_us / 1e3, "ms", base.p99_us / 1e3, "<= 16.7 ms");
    struct keys many = dialog_keys(b, b->thousands), few = dialog_keys(b, b->hundred);
    bench_row("  with 10,000 inputs / with 100, median", many.median_us, "us", few.median_us, "<= 1.3x");
    bench_row("  with 10,000 inputs / with 100, p99", many.p99_us / 1e3, "ms", few.p99_us / 1e3, "<= 16.7 ms");
    struct keys slow = slow_disk_keys(b, b->small);
    bench_row("key while storing, sync 250 ms, median", slow.median_us, "us", 0, "");
    bench_row("key while storing, sync 250 ms, p99", slow.p99_us / 1e3, "ms", 0, "<= 16.7 ms");
    many = slow_disk_keys(b, b->thousands);
    few = slow_disk_keys(b, b->hundred);
    bench_row("  with 10,000 inputs / with 100, median", many.median_us, "us", few.median_us, "<= 1.3x");
}
