#include "config.h"

#include "app/press_run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

enum { MOST_MISSING = 500 };

/* --- one job --- */

static void add_missing(struct press_task *t, const char *word)
{
    struct press_report *r = &t->report;
    if (r->n_missing == MOST_MISSING)
        return;
    const char **more = ARENA_ARRAY(t->a, const char *, r->n_missing + 1);
    for (size_t i = 0; i < r->n_missing; i++)
        more[i] = r->missing[i];
    more[r->n_missing++] = arena_strdup(t->a, word);
    r->missing = more;
}

static void hear(void *ctx, const char *line)
{
    struct press_task *t = ctx;
    struct press_picture *p = &t->picture;
    char word[16];
    if (strncmp(line, "page ", 5) == 0) {
        t->report.pages = atoi(line + 5);
        if (t->watch.page)
            t->watch.page(t->watch.ctx, t->report.pages);
    } else if (strncmp(line, "mended ", 7) == 0) {
        t->report.mended = atoi(line + 7);
    } else if (strncmp(line, "sealed ", 7) == 0) {
        t->report.sealed = atoi(line + 7);
    } else if (strncmp(line, "picture ", 8) == 0) {
        t->report.bad_pictures = atoi(line + 8);
    } else if (strncmp(line, "glyph ", 6) == 0) {
        if (t->a)
            add_missing(t, line + 6);
    } else if (sscanf(line, "%15s %d %d %d", word, &p->width, &p->height, &p->orientation) >= 1) {
        memcpy(t->word, word, sizeof t->word);
        p->png = strcmp(word, "png") == 0;
    }
}

/* What a refused picture or file is told to be, in one word of the press. */
static enum err_code code_of(const char *word)
{
    static const struct {
        const char *word;
        enum err_code code;
    } words[] = {{"empty", ERR_INPUT}, {"unknown", ERR_INPUT}, {"heic", ERR_INPUT},    {"cmyk", ERR_INPUT},
                 {"large", ERR_FULL},  {"steps", ERR_FULL},   {"cut", ERR_CORRUPT},
                 {"broken", ERR_CORRUPT}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(word, words[i].word) == 0)
            return words[i].code;
    return ERR_IO;
}

static void end(void *ctx, const struct err *result)
{
    struct press_task *t = ctx;
    t->ended = true;
    t->err = *result;
    t->report.cancelled = result->code == ERR_BUSY;
    if (result->code == ERR_IO)
        t->err.code = code_of(t->word);
}

struct order {
    const char *verb, *argument;
    const void *feed;
    size_t size;
};

static enum err_code begin(const struct order *o, const struct press_watch *watch, struct arena *a,
                           struct press_task *t, struct err *e)
{
    const struct press_job job = {o->verb, o->argument, o->feed, o->size, hear, end, t};
    *t = (struct press_task){.watch = *watch, .a = a};
    return press_crew_post(watch->crew, &job, e);
}

enum err_code press_end(struct press_task *t, struct err *e)
{
    press_crew_wait(t->watch.crew, &t->ended);
    if (t->err.code != ERR_NONE && e)
        *e = t->err;
    return t->err.code;
}

/* From begin to end, by a press of its own when there is no crew. */
static enum err_code run(const struct order *o, const struct press_watch *watch, struct arena *a,
                         struct press_task *t, struct err *e)
{
    struct press_watch w = watch ? *watch : (struct press_watch){.cancel_fd = -1};
    struct press_crew *own = w.crew ? NULL : press_crew_open(1, w.cancel_fd);
    if (own)
        w.crew = own;
    enum err_code code = begin(o, &w, a, t, e);
    if (!code)
        code = press_end(t, e);
    else
        t->report.cancelled = code == ERR_BUSY;
    press_crew_close(own);
    return code;
}

/* --- papers and books --- */

enum err_code press_begin_tree(const char *verb, const struct document_tree *t, const char *path,
                               const struct press_watch *watch, struct arena *a, struct press_task *task, struct err *e)
{
    struct buf tree = BUF_INIT;
    tree_write(t, &tree);
    const struct order o = {verb, path, tree.p, tree.len};
    enum err_code code = begin(&o, watch, a, task, e);
    buf_done(&tree);
    return code;
}

/* A tree goes in, a file comes out. */
static enum err_code run_tree(const char *verb, const struct document_tree *t, const char *path,
                              const struct press_watch *watch, struct arena *a, struct press_report *ret,
                              struct err *e)
{
    struct buf tree = BUF_INIT;
    struct press_task task;
    tree_write(t, &tree);
    const struct order o = {verb, path, tree.p, tree.len};
    enum err_code code = run(&o, watch, a, &task, e);
    if (code == ERR_NONE || task.report.cancelled)
        *ret = task.report;
    buf_done(&tree);
    return code;
}

enum err_code press_run_pdf(const struct document_tree *t, const char *path, const struct press_watch *watch,
                            struct arena *a, struct press_report *ret, struct err *e)
{
    return run_tree("pdf", t, path, watch, a, ret, e);
}

enum err_code press_begin_xlsx(const struct book *b, const char *path, const struct press_watch *watch,
                               struct press_task *task, struct err *e)
{
    struct buf book = BUF_INIT;
    book_write(b, &book);
    const struct order o = {"xlsx", path, book.p, book.len};
    enum err_code code = begin(&o, watch, NULL, task, e);
    buf_done(&book);
    return code;
}

/* --- archives, pictures, joined papers --- */

/* What the press reads: the archive's real name, then name and path of each entry, all closed by NUL. */
static void add_list(struct buf *list, const char *path, const struct press_packed *files, size_t n)
{
    buf_add(list, path, strlen(path) + 1);
    for (size_t i = 0; i < n; i++) {
        buf_add(list, files[i].name, strlen(files[i].name) + 1);
        buf_add(list, files[i].path, strlen(files[i].path) + 1);
    }
}

enum err_code press_run_zip(const char *path, const struct press_packed *files, size_t n,
                            const struct press_watch *watch, struct err *e)
{
    char *temp;
    enum err_code code = file_temp(path, &temp, e);
    if (code)
        return code;
    struct buf list = BUF_INIT;
    struct press_task task;
    add_list(&list, path, files, n);
    const struct order o = {"zip", temp, list.p, list.len};
    code = run(&o, watch, NULL, &task, e);
    if (code)
        file_discard(temp);
    else
        code = file_commit(temp, path, e);
    buf_done(&list);
    free(temp);
    return code;
}

enum err_code press_run_check(const void *p, size_t n, struct press_picture *ret, struct err *e)
{
    struct press_task task;
    const struct order o = {"picture-check", NULL, p, n};
    enum err_code code = run(&o, NULL, NULL, &task, e);
    if (code == ERR_NONE)
        *ret = task.picture;
    return code;
}

enum err_code press_begin_fit(const void *p, size_t n, int box, const char *path, const struct press_watch *watch,
                              struct press_task *task, struct err *e)
{
    struct buf where = BUF_INIT;
    buf_printf(&where, "%d:%s", box, path);
    const struct order o = {"picture-fit", where.p, p, n};
    enum err_code code = begin(&o, watch, NULL, task, e);
    buf_done(&where);
    return code;
}

enum err_code press_run_fit(const void *p, size_t n, int box, const char *path, const struct press_watch *watch,
                            struct err *e)
{
    struct buf where = BUF_INIT;
    struct press_task task;
    buf_printf(&where, "%d:%s", box, path);
    const struct order o = {"picture-fit", where.p, p, n};
    enum err_code code = run(&o, watch, NULL, &task, e);
    buf_done(&where);
    return code;
}

enum err_code press_run_join(const char *path, const char *title, const struct press_joined *files, size_t n,
                             const struct press_watch *watch, struct press_report *ret, struct err *e)
{
    struct buf list = BUF_INIT;
    struct press_task task;
    buf_add(&list, title, strlen(title) + 1);
    for (size_t i = 0; i < n; i++) {
        buf_add(&list, files[i].path, strlen(files[i].path) + 1);
        buf_add(&list, files[i].words, strlen(files[i].words) + 1);
    }
    const struct order o = {"pdf-join", path, list.p, list.len};
    enum err_code code = run(&o, watch, NULL, &task, e);
    if (code == ERR_NONE)
        *ret = task.report;
    buf_done(&list);
    return code;
}
