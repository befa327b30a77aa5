/* mufakat-press: makes papers and tests pictures for mufakat, apart from it. It never opens a session:
 * what it needs comes on stdin. Contract: docs/decisions and src/app/press_run.h. */
#include "config.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "press/check.h"
#include "press/docx.h"
#include "press/fit.h"
#include "press/fonts.h"
#include "press/leaks.h"
#include "press/pdf.h"
#include "press/serve.h"
#include "press/zip.h"

#define TREE_LIMIT ((size_t)1 << 30)
#define LIST_LIMIT ((size_t)16 << 20)
#define PICTURE_LIMIT ((size_t)25 << 20) /* the session file takes no larger one */

static void tell_page(void *ctx, size_t number)
{
    (void)ctx;
    serve_tell_number("page", number);
}

static void tell_missing(void *ctx, const char *word)
{
    (void)ctx;
    serve_tell("glyph", word);
}

static void tell_bad(void *ctx, size_t count)
{
    (void)ctx;
    serve_tell_number("picture", count);
}

/* Forty photographs are most of what came in; the PDF that is made now has them smaller. */
static void drop_input(void *ctx)
{
    buf_done(ctx);
}

/* The pictures of the tree lie in `in`. */
static enum err_code run_pdf(const char *path, struct buf *in, struct err *e)
{
    struct buf out = BUF_INIT;
    struct arena *a = arena_new();
    struct document_tree *t;
    const struct pdf_news news = {tell_page, tell_missing, tell_bad, drop_input, in};
    enum err_code code = tree_read(a, in->p, in->len, &t, e);
    if (code == ERR_NONE)
        code = pdf_write(t, &news, &out, e);
    if (code == ERR_NONE)
        code = file_write(path, out.p, out.len, e);
    arena_free(a);
    buf_done(&out);
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
        serve_tell_number("picture", bad);
    return code;
}

static enum err_code run_docx(const char *path, struct buf *in, struct err *e)
{
    struct arena *a = arena_new();
    struct document_tree *t;
    char *temp = NULL;
    enum err_code code = tree_read(a, in->p, in->len, &t, e);
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
    return code;
}

static enum err_code run_check(const char *path, struct buf *in, struct err *e)
{
    struct buf out = BUF_INIT;
    enum err_code code = path ? file_read(path, PICTURE_LIMIT, in, e) : ERR_NONE;
    if (code == ERR_NONE)
        code = check_picture(in->p, in->len, &out, e);
    if (out.len > 0)
        puts(buf_str(&out));
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
        serve_tell_number("page", ++n);
        name = next_text(list, path);
    }
    return ERR_NONE;
}

/* The list is texts closed by NUL: the archive's real name first, because FILE is the temporary one of who
 * asked, who can still remove it when this program is stopped half-way. */
static enum err_code run_zip(const char *file, struct buf *list, struct err *e)
{
    struct zip *z = NULL;
    enum err_code code = zip_open(file, list->len > 0 ? list->p : file, &z, e);
    if (!code && list->len > 0)
        code = add_listed(z, list, next_text(list, list->p), e);
    if (code)
        zip_drop(z);
    else
        code = zip_close(z, e);
    return code;
}

/* "1280:FILE.jpg": the longest side in pixels, and where the picture goes. */
static enum err_code run_fit(const char *argument, struct buf *in, struct err *e)
{
    struct buf out = BUF_INIT, word = BUF_INIT;
    const char *path = strchr(argument, ':');
    int pixels = atoi(argument);
    enum err_code code = ERR_NONE;
    if (!path || pixels < 16)
        code = err_set(e, ERR_INPUT, _("Ukuran gambar yang diminta tidak masuk akal."));
    if (code == ERR_NONE)
        code = fit_picture_bytes(in->p, in->len, pixels, &out, &word, e);
    if (word.len > 0)
        puts(buf_str(&word));
    if (code == ERR_NONE)
        code = file_write(path + 1, out.p, out.len, e);
    buf_done(&out);
    buf_done(&word);
    return code;
}

static const struct press_verb verbs[] = {
    {"pdf", "FILE.pdf < tree", false, TREE_LIMIT, run_pdf},
    {"docx", "FILE.docx < tree", false, TREE_LIMIT, run_docx},
    {"picture-check", "[FILE]", true, PICTURE_LIMIT, run_check},
    {"picture-fit", "PIXELS:FILE.jpg < picture", false, PICTURE_LIMIT, run_fit},
    {"zip", "FILE < names", false, LIST_LIMIT, run_zip},
    {NULL, NULL, false, 0, NULL},
};

static void drop_message(const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer data)
{
    (void)domain;
    (void)level;
    (void)message;
    (void)data;
}

/* Opens the faces that nearly every paper needs, while its caller still reads the session. */
static void warm(void)
{
    struct fonts f;
    struct err told_by_the_paper;
    if (fonts_open(&f, false, &told_by_the_paper) == ERR_NONE)
        fonts_close(&f);
}

int main(int argc, char **argv)
{
    g_log_set_default_handler(drop_message, NULL); /* stderr carries one sentence of ours, nothing else */
    return serve_main(argc, argv, verbs, warm);
}
