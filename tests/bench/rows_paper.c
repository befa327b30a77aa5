/* The berita acara of the practice session as PDF, against the least program that draws as many pages. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "tests/bench/bench.h"

enum { PAPERS = 15 };

/* Adds the milliseconds of the whole command; false when it fails. */
static bool run(struct series *s, const char *command, int round)
{
    double start = watch_now();
    if (system(command) != 0)
        return false;
    if (round > 0) /* the first one warms the caches */
        series_add(s, (watch_now() - start) / 1e3);
    return true;
}

/* How many the baseline has to draw; counting them is no part of its time. */
static int count_pages(const struct bench *b)
{
    char command[1200];
    int pages = 0;
    snprintf(command, sizeof command, "pdfinfo '%s/ba.pdf' | sed -n 's/^Pages: *//p'", b->folder);
    FILE *out = popen(command, "r");
    if (!out)
        return 0;
    if (fscanf(out, "%d", &pages) != 1)
        pages = 0;
    pclose(out);
    return pages;
}

void rows_paper(struct bench *b)
{
    char ours[2400], theirs[2400];
    snprintf(ours, sizeof ours, "'%s' ekspor '%s' --dokumen berita-acara --ke '%s/ba.pdf' >/dev/null 2>&1", b->program,
             b->round, b->folder);
    struct series mine = {0}, base = {0}, unused = {0};
    bench_fresh(b, b->small);
    bool well = run(&unused, ours, 0);
    snprintf(theirs, sizeof theirs, "'%s/tests/bench/pango_pages' %d '%s/base.pdf' >/dev/null", b->build,
             count_pages(b), b->folder);
    for (int i = 0; well && i <= PAPERS; i++) {
        bench_fresh(b, b->small);
        well = run(&mine, ours, i) && run(&base, theirs, i);
    }
    bench_row("berita acara as PDF", well ? series_at(&mine, 0.5) : -1, "ms", series_at(&base, 0.5),
              "<= 1.5x pangocairo");
}
