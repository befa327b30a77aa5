#include "config.h"

#include "press/serve.h"

#include <errno.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/i18n.h"

enum { USAGE = 2, MOST_WORDS = 1 << 20 }; /* bytes of an argument */

void serve_tell(const char *word, const char *rest)
{
    printf("%s %s\n", word, rest);
    fflush(stdout); /* whoever waits sees each page at once; a closed pipe is no reason to stop */
}

void serve_tell_number(const char *word, size_t number)
{
    char text[24];
    snprintf(text, sizeof text, "%zu", number);
    serve_tell(word, text);
}

static enum err_code too_large(size_t limit, struct err *e)
{
    return err_set(e, ERR_FULL, _("Yang dikirim terlalu besar: paling banyak %zu MB."), limit >> 20);
}

/* One line, whatever stands in the sentence. */
static const char *sentence(struct err *e)
{
    for (char *s = e->text; *s; s++)
        if (*s == '\n' || *s == '\r')
            *s = ' ';
    return e->text;
}

static const struct press_verb *find_verb(const struct press_verb *verbs, const char *name)
{
    while (verbs->name && strcmp(verbs->name, name) != 0)
        verbs++;
    return verbs->name ? verbs : NULL;
}

/* --- one job --- */

static enum err_code read_all(size_t limit, struct buf *ret, struct err *e)
{
    char piece[65536];
    for (;;) {
        ssize_t n = read(STDIN_FILENO, piece, sizeof piece);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return err_errno(e, _("Naskah tidak dapat diterima. Dokumen belum dibuat; coba lagi."));
        if (n == 0)
            return ERR_NONE;
        if (ret->len + (size_t)n > limit)
            return too_large(limit, e);
        buf_add(ret, piece, (size_t)n);
    }
}

static int run_one(const struct press_verb *v, const char *argument)
{
    struct err e = {0};
    struct buf in = BUF_INIT;
    enum err_code code = v->alone && argument ? ERR_NONE : read_all(v->limit, &in, &e);
    if (code == ERR_NONE)
        code = v->run(argument, &in, &e);
    buf_done(&in);
    if (code == ERR_NONE)
        return 0;
    fprintf(stderr, "%s\n", sentence(&e));
    return 1;
}

/* --- one after the other --- */

/* Takes `n` bytes; `ret` NULL: drops them. False when the other end is gone. */
static bool take(size_t n, struct buf *ret)
{
    char piece[65536];
    while (n > 0) {
        size_t got = fread(piece, 1, n < sizeof piece ? n : sizeof piece, stdin);
        if (got == 0)
            return false;
        if (ret)
            buf_add(ret, piece, got);
        n -= got;
    }
    return true;
}

/* "pdf 23 10704": a job with that many bytes of argument and of feed. False at the end, or when it is no such
 * thing: then nobody knows where the next one begins. */
static bool serve_job(const struct press_verb *verbs)
{
    char line[80], name[24];
    size_t words, feed;
    struct err e = {0};
    struct buf argument = BUF_INIT, in = BUF_INIT;
    if (!fgets(line, sizeof line, stdin) || sscanf(line, "%23s %zu %zu", name, &words, &feed) != 3)
        return false;
    const struct press_verb *v = find_verb(verbs, name);
    bool fits = v && feed <= v->limit;
    bool whole = v && words <= MOST_WORDS && (words > 0 || v->alone) && take(words, &argument) && take(feed, fits ? &in : NULL);
    if (whole) {
        enum err_code code = fits ? v->run(words > 0 ? argument.p : NULL, &in, &e) : too_large(v->limit, &e);
        if (code == ERR_NONE)
            puts("done");
        else
            printf("failed %s\n", sentence(&e));
        fflush(stdout);
    }
    buf_done(&argument);
    buf_done(&in);
    malloc_trim(0); /* a paper full of photographs is no reason to be large for the rest of the day */
    return whole;
}

static int serve(const struct press_verb *verbs, void (*warm)(void))
{
    if (warm)
        warm();
    while (serve_job(verbs))
        continue;
    return feof(stdin) ? 0 : USAGE;
}

int serve_main(int argc, char **argv, const struct press_verb *verbs, void (*warm)(void))
{
    signal(SIGPIPE, SIG_IGN);
    file_end_by_signal(); /* whoever cancels finds no half file */
    signal(SIGXFSZ, SIG_IGN); /* a file-size limit then fails as an ordinary write */
    i18n_start(NULL);
    mallopt(M_MMAP_THRESHOLD, 128 << 10); /* what is large goes back to the system, also after a larger one */
    if (argc == 2 && strcmp(argv[1], "serve") == 0)
        return serve(verbs, warm);
    const struct press_verb *v = argc == 2 || argc == 3 ? find_verb(verbs, argv[1]) : NULL;
    if (v && (argc == 3 || v->alone))
        return run_one(v, argv[2]);
    for (v = verbs; v->name; v++)
        fprintf(stderr, "%s %s %s\n", argv[0] ? argv[0] : "press", v->name, v->usage);
    return USAGE;
}
