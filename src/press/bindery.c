/* mufakat-bindery: makes workbooks and joins PDFs for mufakat, apart from mufakat-press: the libraries that do it bring
 * others along that would double the time in which the press starts. */
#include "config.h"

#include <stdio.h>

#include "press/join.h"
#include "press/serve.h"
#include "press/xlsx.h"

#define BOOK_LIMIT ((size_t)1 << 30)
#define LIST_LIMIT ((size_t)16 << 20)

static enum err_code run_xlsx(const char *path, struct buf *in, struct err *e)
{
    struct arena *a = arena_new();
    struct book *b;
    enum err_code code = book_read(a, in->p, in->len, &b, e);
    if (!code)
        code = xlsx_write(b, path, e);
    arena_free(a);
    return code;
}

/* The list: as join_pdfs takes it. */
static enum err_code run_join(const char *path, struct buf *list, struct err *e)
{
    struct join_news news = {0};
    enum err_code code = join_pdfs(list->p, list->len, path, &news, e);
    if (code == ERR_CORRUPT)
        puts("broken");
    if (news.mended > 0)
        serve_tell_number("mended", news.mended);
    if (news.sealed > 0)
        serve_tell_number("sealed", news.sealed);
    return code;
}

static const struct press_verb verbs[] = {
    {"xlsx", "FILE.xlsx < book", false, BOOK_LIMIT, run_xlsx},
    {"pdf-join", "FILE.pdf < names", false, LIST_LIMIT, run_join},
    {NULL, NULL, false, 0, NULL},
};

int main(int argc, char **argv)
{
    return serve_main(argc, argv, verbs, NULL);
}
