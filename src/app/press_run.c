#include "config.h"

#include "app/press_run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/press_talk.h"
#include "base/file.h"

struct listener {
    const struct press_watch *watch;
    struct arena *a;
    struct press_report report;
};

static void hear(void *ctx, const char *line)
{
    struct listener *l = ctx;
    if (strncmp(line, "page ", 5) == 0) {
        l->report.pages = atoi(line + 5);
        if (l->watch && l->watch->page)
            l->watch->page(l->watch->ctx, l->report.pages);
    } else if (strncmp(line, "picture ", 8) == 0) {
        l->report.bad_pictures = atoi(line + 8);
    } else if (strncmp(line, "glyph ", 6) == 0) {
        const char **more = ARENA_ARRAY(l->a, const char *, l->report.n_missing + 1);
        for (size_t i = 0; i < l->report.n_missing; i++)
            more[i] = l->report.missing[i];
        more[l->report.n_missing++] = arena_strdup(l->a, line + 6);
        l->report.missing = more;
    }
}

static int cancel_of(const struct press_watch *watch)
{
    return watch ? watch->cancel_fd : -1;
}

/* A tree goes in, a file comes out. */
static enum err_code run_tree(const char *verb, const struct document_tree *t, const char *path,
                              const struct press_watch *watch, struct arena *a, struct press_report *ret,
                              struct err *e)
{
    struct buf tree = BUF_INIT;
    struct listener l = {watch, a, {0}};
    tree_write(t, &tree);
    struct press_job job = {.verb = verb, .argument = path, .feed = tree.p, .feed_size = tree.len,
                            .line = hear, .ctx = &l, .cancel_fd = cancel_of(watch)};
    enum err_code code = press_talk(&job, e);
    l.report.cancelled = job.ret_cancelled;
    if (code == ERR_NONE || job.ret_cancelled)
        *ret = l.report;
    buf_done(&tree);
    return code;
}

enum err_code press_run_pdf(const struct document_tree *t, const char *path, const struct press_watch *watch,
                            struct arena *a, struct press_report *ret, struct err *e)
{
    return run_tree("pdf", t, path, watch, a, ret, e);
}

enum err_code press_run_xlsx(const struct book *b, const char *path, const struct press_watch *watch, struct err *e)
{
    struct buf book = BUF_INIT;
    book_write(b, &book);
    struct press_job job = {.verb = "xlsx", .argument = path, .feed = book.p, .feed_size = book.len,
                            .cancel_fd = cancel_of(watch)};
    enum err_code code = press_talk(&job, e);
    buf_done(&book);
    return code;
}

/* What the press reads: the archive's real name, then name and path of each entry, all closed by NUL. */
static void add_list(struct buf *list, const char *path, const struct press_packed *files, size_t n)
{
    buf_add(list, path, strlen(path) + 1);
    for (size_t i = 0; i < n; i++) {
        buf_add(list, files[i].name, strlen(files[i].name) + 1);
        buf_add(list, files[i].path, strlen(files[i].path) + 1);
    }
}

enum err_code press_run_docx(const struct document_tree *t, const char *path, const struct press_watch *watch,
                             struct arena *a, struct press_report *ret, struct err *e)
{
    return run_tree("docx", t, path, watch, a, ret, e);
}

enum err_code press_run_zip(const char *path, const struct press_packed *files, size_t n,
                            const struct press_watch *watch, struct err *e)
{
    char *temp;
    enum err_code code = file_temp(path, &temp, e);
    if (code)
        return code;
    struct buf list = BUF_INIT;
    struct listener l = {watch, NULL, {0}};
    add_list(&list, path, files, n);
    struct press_job job = {.verb = "zip", .argument = temp, .feed = list.p, .feed_size = list.len,
                            .line = hear, .ctx = &l, .cancel_fd = cancel_of(watch)};
    code = press_talk(&job, e);
    if (code)
        file_discard(temp);
    else
        code = file_commit(temp, path, e);
    buf_done(&list);
    free(temp);
    return code;
}

struct answer {
    char word[16];
    struct press_picture picture;
};

static void hear_picture(void *ctx, const char *line)
{
    struct answer *a = ctx;
    if (sscanf(line, "%15s %d %d %d", a->word, &a->picture.width, &a->picture.height, &a->picture.orientation) == 4)
        a->picture.png = strcmp(a->word, "png") == 0;
}

/* What a refused picture or file is told to be, in one word of the press. */
static enum err_code code_of(const char *word, enum err_code code, struct err *e)
{
    static const struct {
        const char *word;
        enum err_code code;
    } words[] = {{"empty", ERR_INPUT}, {"unknown", ERR_INPUT}, {"heic", ERR_INPUT},    {"cmyk", ERR_INPUT},
                 {"large", ERR_FULL},  {"steps", ERR_FULL},   {"cut", ERR_CORRUPT},
                 {"broken", ERR_CORRUPT}};
    for (size_t i = 0; code != ERR_NONE && i < sizeof words / sizeof *words; i++)
        if (strcmp(word, words[i].word) == 0)
            code = words[i].code;
    if (code != ERR_NONE && e)
        e->code = code;
    return code;
}

enum err_code press_run_check(const void *p, size_t n, struct press_picture *ret, struct err *e)
{
    struct answer answer = {.word = ""};
    struct press_job job = {.verb = "picture-check", .feed = p, .feed_size = n, .line = hear_picture,
                            .ctx = &answer, .cancel_fd = -1};
    enum err_code code = press_talk(&job, e);
    code = code_of(answer.word, code, e);
    if (code == ERR_NONE)
        *ret = answer.picture;
    return code;
}

enum err_code press_run_fit(const void *p, size_t n, int box, const char *path, const struct press_watch *watch,
                            struct err *e)
{
    struct buf where = BUF_INIT;
    struct answer answer = {.word = ""};
    buf_printf(&where, "%d:%s", box, path);
    struct press_job job = {.verb = "picture-fit", .argument = where.p, .feed = p, .feed_size = n,
                            .line = hear_picture, .ctx = &answer, .cancel_fd = cancel_of(watch)};
    enum err_code code = press_talk(&job, e);
    buf_done(&where);
    return code_of(answer.word, code, e);
}

enum err_code press_run_join(const char *path, const char *const *files, size_t n, const struct press_watch *watch,
                             struct err *e)
{
    struct buf list = BUF_INIT;
    struct answer answer = {.word = ""};
    for (size_t i = 0; i < n; i++)
        buf_add(&list, files[i], strlen(files[i]) + 1);
    struct press_job job = {.verb = "pdf-join", .argument = path, .feed = list.p, .feed_size = list.len,
                            .line = hear_picture, .ctx = &answer, .cancel_fd = cancel_of(watch)};
    enum err_code code = press_talk(&job, e);
    buf_done(&list);
    return code_of(answer.word, code, e);
}
