/* mufakat-press: makes papers and tests pictures for mufakat, apart from it. It never opens a session:
 * what it needs comes on stdin. Contract: docs/decisions and src/app/press_run.h. */
#include "config.h"

#include <errno.h>
#include <glib.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "press/check.h"
#include "press/docx.h"
#include "press/fit.h"
#include "press/join.h"
#include "press/leaks.h"
#include "press/pdf.h"
#include "press/xlsx.h"
#include "press/zip.h"

#define TREE_LIMIT ((size_t)1 << 30)
#define LIST_LIMIT ((size_t)16 << 20)
#define PICTURE_LIMIT ((size_t)25 << 20) /* the session file takes no larger one */

static enum err_code read_stdin(size_t limit, struct buf *ret, struct err *e)
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
            return err_set(e, ERR_FULL, _("Yang dikirim terlalu besar: paling banyak %zu MB."), limit >> 20);
        buf_add(ret, piece, (size_t)n);
    }
}

static void tell(const char *word, const char *rest)
{
    printf("%s %s\n", word, rest);
    fflush(stdout); /* whoever waits sees each page at once; a closed pipe is no reason to stop */
}

static void tell_number(const char *word, size_t number)
{
    char text[24];
    snprintf(text, sizeof text, "%zu", number);
    tell(word, text);
}

static void tell_page(void *ctx, size_t number)
{
    (void)ctx;
    tell_number("page", number);
}

static void tell_missing(void *ctx, const char *word)
{
    (void)ctx;
    tell("glyph", word);
}

static void tell_bad(void *ctx, size_t count)
{
    (void)ctx;
    tell_number("picture", count);
}

/* Forty photographs are most of what came in; the PDF that is made now has them smaller. */
static void drop_input(void *ctx)
{
    buf_done(ctx);
}

/* `in` must stay as long as the tree, whose pictures lie in it. */
static enum err_code receive_tree(struct arena *a, struct buf *in, struct document_tree **ret, struct err *e)
{
    enum err_code code = read_stdin(TREE_LIMIT, in, e);
    return code ? code : tree_read(a, in->p, in->len, ret, e);
}

static enum err_code run_pdf(const char *path, struct err *e)
{
    struct buf in = BUF_INIT, out = BUF_INIT;
    struct arena *a = arena_new();
    struct document_tree *t;
    const struct pdf_news news = {tell_page, tell_missing, tell_bad, drop_input, &in};
    enum err_code code = receive_tree(a, &in, &t, e);
    if (code == ERR_NONE)
        code = pdf_write(t, &news, &out, e);
    if (code == ERR_NONE)
        code = file_write(path, out.p, out.len, e);
    arena_free(a);
    buf_done(&in);
    buf_done(&out);
    return code;
}

static enum err_code run_xlsx(const char *path, struct err *e)
{
    struct buf in = BUF_INIT;
    struct arena *a = arena_new();
    struct book *b;
    enum err_code code = read_stdin(TREE_LIMIT, &in, e);
    if (!code)
        code = book_read(a, in.p, in.len, &b, e);
    if (!code)
        code = xlsx_write(b, path, e);
    arena_free(a);
    buf_done(&in);
    return code;
}

static enum err_code zip_docx(const struct document_tree *t, const char *temp, const char *path, struct err *e)
{
    struct zip *z;
    size_t bad = 0;
    enum err_code code = zip_open(temp, path, &z, e);
    if (code)
        return code;
    code = docx_write(t, z, &bad, e);
    if (code)
        zip_drop(z);
    else
        code = zip_close(z, e);
    if (!code && bad > 0)
        tell_number("picture", bad);
    return code;
}

static enum err_code run_docx(const char *path, struct err *e)
{
    struct buf in = BUF_INIT;
    struct arena *a = arena_new();
    struct document_tree *t;
    char *temp = NULL;
    enum err_code code = receive_tree(a, &in, &t, e);
    if (!code)
        code = file_temp(path, &temp, e);
    if (!code)
        code = zip_docx(t, temp, path, e);
    if (!code)
        code = file_commit(temp, path, e);
    else
        file_discard(temp);
    free(temp);
    arena_free(a);
    buf_done(&in);
    return code;
}

static enum err_code run_check(const char *path, struct err *e)
{
    struct buf in = BUF_INIT, out = BUF_INIT;
    enum err_code code =
        path ? file_read(path, PICTURE_LIMIT, &in, e) : read_stdin(PICTURE_LIMIT, &in, e);
    if (code == ERR_NONE)
        code = check_picture(in.p, in.len, &out, e);
    if (out.len > 0)
        puts(buf_str(&out));
    buf_done(&in);
    buf_done(&out);
    return code;
}

/* The text after this one; NULL when it was the last. */
static const char *next_text(const struct buf *b, const char *s)
{
    s += strlen(s) + 1;
    return s < b->p + b->len ? s : NULL;
}

/* For each entry its name in the archive and the file that it comes from. */
static enum err_code add_listed(struct zip *z, const struct buf *list, const char *name, struct err *e)
{
    size_t n = 0;
    while (name) {
        const char *path = next_text(list, name);
        if (!path)
            return err_set(e, ERR_INPUT, _("Daftar isi berkas zip terpotong. Tidak ada yang ditulis; coba lagi."));
        enum err_code code = zip_add_file(z, name, path, e);
        if (code)
            return code;
        tell_number("page", ++n);
        name = next_text(list, path);
    }
    return ERR_NONE;
}

/* The list is texts closed by NUL: the archive's real name first, because FILE is the temporary one of who
 * asked, who can still remove it when this program is stopped half-way. */
static enum err_code run_zip(const char *file, struct err *e)
{
    struct buf list = BUF_INIT;
    struct zip *z = NULL;
    enum err_code code = read_stdin(LIST_LIMIT, &list, e);
    if (!code)
        code = zip_open(file, list.len > 0 ? list.p : file, &z, e);
    if (!code && list.len > 0)
        code = add_listed(z, &list, next_text(&list, list.p), e);
    if (code)
        zip_drop(z);
    else
        code = zip_close(z, e);
    buf_done(&list);
    return code;
}

/* "1280:FILE.jpg": the longest side in pixels, and where the picture goes. */
static enum err_code run_fit(const char *argument, struct err *e)
{
    struct buf in = BUF_INIT, out = BUF_INIT, word = BUF_INIT;
    const char *path = strchr(argument, ':');
    int pixels = atoi(argument);
    enum err_code code = read_stdin(PICTURE_LIMIT, &in, e);
    if (code == ERR_NONE && (!path || pixels < 16))
        code = err_set(e, ERR_INPUT, _("Ukuran gambar yang diminta tidak masuk akal."));
    if (code == ERR_NONE)
        code = fit_picture_bytes(in.p, in.len, pixels, &out, &word, e);
    if (word.len > 0)
        puts(buf_str(&word));
    if (code == ERR_NONE)
        code = file_write(path + 1, out.p, out.len, e);
    buf_done(&in);
    buf_done(&out);
    buf_done(&word);
    return code;
}

/* The list: paths, each closed by a NUL. */
static enum err_code run_join(const char *path, struct err *e)
{
    struct buf list = BUF_INIT, out = BUF_INIT;
    enum err_code code = read_stdin(LIST_LIMIT, &list, e);
    if (code == ERR_NONE)
        code = join_pdfs(list.p, list.len, &out, e);
    if (code == ERR_CORRUPT)
        puts("broken");
    if (code == ERR_NONE)
        code = file_write(path, out.p, out.len, e);
    buf_done(&list);
    buf_done(&out);
    return code;
}

/* One line, whatever stands in the sentence. */
static int report(enum err_code code, struct err *e)
{
    if (code == ERR_NONE)
        return 0;
    for (char *s = e->text; *s; s++)
        if (*s == '\n' || *s == '\r')
            *s = ' ';
    fprintf(stderr, "%s\n", e->text);
    return 1;
}

static const struct {
    const char *name, *usage;
    bool alone; /* runs without a file name, which is NULL then */
    enum err_code (*run)(const char *path, struct err *e);
} verbs[] = {
    {"pdf", "FILE.pdf < tree", false, run_pdf},
    {"docx", "FILE.docx < tree", false, run_docx},
    {"picture-check", "[FILE]", true, run_check},
    {"xlsx", "FILE.xlsx < book", false, run_xlsx},
    {"picture-fit", "PIXELS:FILE.jpg < picture", false, run_fit},
    {"pdf-join", "FILE.pdf < names", false, run_join},
    {"zip", "FILE < names", false, run_zip},
};

static void drop_message(const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer data)
{
    (void)domain;
    (void)level;
    (void)message;
    (void)data;
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN); /* a file-size limit then fails as an ordinary write */
    g_log_set_default_handler(drop_message, NULL); /* stderr carries one sentence of ours, nothing else */
    i18n_start(NULL);
    struct err e = {0};
    for (size_t i = 0; argc >= 2 && argc <= 3 && i < sizeof verbs / sizeof *verbs; i++)
        if (strcmp(argv[1], verbs[i].name) == 0 && (argc == 3 || verbs[i].alone))
            return report(verbs[i].run(argv[2], &e), &e);
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        fprintf(stderr, "mufakat-press %s %s\n", verbs[i].name, verbs[i].usage);
    return 2;
}
