#include "config.h"

#include "app/export_format.h"

#include <string.h>
#include <strings.h>

#include "app/data_write.h"
#include "app/page_pictures.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "doc/calendar.h"
#include "doc/documents.h"

enum {
    TEXT_WIDTH = 78
}; /* as the forms of the domain notes; fits an 80-column screen and A4 at 10 pt */

/* --- writers --- */

static enum err_code write_whole(struct buf *b, const char *path, struct err *e)
{
    enum err_code code = file_write(path, b->p ? b->p : "", b->len, e);
    buf_done(b);
    return code;
}

static enum err_code begin_pdf(struct export_piece *p, const char *path, struct err *e)
{
    return press_begin_tree("pdf", p->tree, path, p->watch, p->result, p->task, e);
}

static enum err_code begin_docx(struct export_piece *p, const char *path, struct err *e)
{
    return press_begin_tree("docx", p->tree, path, p->watch, p->result, p->task, e);
}

static enum err_code write_text(struct export_piece *p, const char *path, struct err *e)
{
    struct buf b = BUF_INIT;
    text_write_tree(p->tree, TEXT_WIDTH, false, &b);
    return write_whole(&b, path, e);
}

static enum err_code write_markdown(struct export_piece *p, const char *path, struct err *e)
{
    struct buf b = BUF_INIT;
    markdown_write_tree(p->tree, &b);
    return write_whole(&b, path, e);
}

/* A page goes over slow lines to small screens, so its pictures are made small first. */
static enum err_code write_page(struct export_piece *p, const char *path, struct err *e)
{
    struct buf b = BUF_INIT;
    struct document_tree *t = NULL;
    enum err_code code = page_pictures(p->tree, p->watch, p->arena, &t, &p->task->report, e);
    if (code)
        return code;
    html_write_tree(t, &b);
    return write_whole(&b, path, e);
}

static enum err_code begin_xlsx(struct export_piece *p, const char *path, struct err *e)
{
    return press_begin_xlsx(p->book, path, p->watch, p->task, e);
}

static enum err_code write_csv(struct export_piece *p, const char *path, struct err *e)
{
    struct buf b = BUF_INIT;
    csv_write_sheet(p->book, p->book->sheets, p->csv, &b);
    return write_whole(&b, path, e);
}

static enum err_code write_calendar(struct export_piece *p, const char *path, struct err *e)
{
    struct buf b = BUF_INIT;
    calendar_write(p->dossier, &b);
    return write_whole(&b, path, e);
}

/* Not for the session's own eyes only, as `mufakat data` is: it is given to others. */
static enum err_code write_json(struct export_piece *p, const char *path, struct err *e)
{
    struct buf b = BUF_INIT;
    data_write_dossier(privacy_unnamed(p->dossier, p->arena), &b);
    return write_whole(&b, path, e);
}

const struct export_format export_formats[] = {
    {".pdf", MATTER_PAPER, "berita-acara", N_("untuk dicetak dan diarsipkan"), "pdf", begin_pdf, true},
    {".docx", MATTER_PAPER, "berita-acara", N_("untuk disunting di pengolah kata"), "docx", begin_docx, true},
    {".txt", MATTER_PAPER, "berita-acara", N_("teks biasa"), NULL, write_text, false},
    {".md", MATTER_PAPER, "berita-acara", N_("teks bertanda Markdown"), NULL, write_markdown, false},
    {".html", MATTER_PAPER, "halaman-publik", N_("satu halaman web, gambar di dalamnya"), NULL, write_page, true},
    {".xlsx", MATTER_BOOK, "rekap", N_("lembar kerja"), "xlsx", begin_xlsx, false},
    {".csv", MATTER_BOOK, "rekap", N_("tabel polos untuk lembar kerja dan program lain"), NULL, write_csv, false},
    {".ics", MATTER_CALENDAR, "tenggat", N_("tenggat untuk kalender"), NULL, write_calendar, false},
    {".json", MATTER_DATA, "data", N_("seluruh isi sesi untuk program lain"), NULL, write_json, false},
    {NULL, 0, NULL, NULL, NULL, NULL, false},
};

/* By the ending of the path, in any case; NULL when unknown. */
static const struct export_format *format_of(const char *path)
{
    size_t len = strlen(path);
    for (const struct export_format *f = export_formats; f->ending; f++) {
        size_t n = strlen(f->ending);
        if (len > n && strcasecmp(path + len - n, f->ending) == 0)
            return f;
    }
    return NULL;
}

/* --- documents --- */

/* What is no paper and no book. */
static const struct export_document_name others[] = {
    {"tenggat", N_("Tenggat tindak lanjut"), MATTER_CALENDAR},
    {"data", N_("Isi sesi"), MATTER_DATA},
};
enum { OTHERS = sizeof others / sizeof *others };

size_t export_documents(struct arena *a, const struct export_document_name **ret)
{
    size_t n = 0, room = OTHERS + 1;
    for (const struct paper_kind *k = paper_kinds; k->code; k++)
        room++;
    for (const struct book_kind *k = book_kinds; k->code; k++)
        room++;
    struct export_document_name *v = ARENA_ARRAY(a, struct export_document_name, room);
    for (const struct paper_kind *k = paper_kinds; k->code; k++)
        v[n++] = (struct export_document_name){k->code, k->label, MATTER_PAPER};
    for (const struct book_kind *k = book_kinds; k->code; k++)
        v[n++] = (struct export_document_name){k->code, k->label, MATTER_BOOK};
    for (size_t i = 0; i < OTHERS; i++)
        v[n++] = others[i];
    *ret = v;
    return n;
}

/* "berita-acara, daftar-hadir, ..." */
static const char *document_words(struct arena *a)
{
    const struct export_document_name *v;
    size_t n = export_documents(a, &v);
    const char *all = "";
    for (size_t i = 0; i < n; i++)
        all = arena_printf(a, "%s%s%s", all, i ? ", " : "", v[i].code);
    return all;
}

const char *export_ending_words(struct arena *a, int matter)
{
    const char *all = "";
    for (const struct export_format *f = export_formats; f->ending; f++)
        if (matter < 0 || (int)f->matter == matter)
            all = arena_printf(a, "%s%s%s", all, *all ? ", " : "", f->ending);
    return all;
}

static const struct export_document_name *find_document(const char *code, struct arena *a)
{
    const struct export_document_name *v;
    size_t n = export_documents(a, &v);
    for (size_t i = 0; i < n; i++)
        if (strcmp(v[i].code, code) == 0)
            return &v[i];
    return NULL;
}

const char *export_label(const char *document)
{
    struct arena *a = arena_new();
    const struct export_document_name *d = find_document(document, a);
    const char *label = d ? d->label : document;
    arena_free(a);
    return label;
}

const char *export_usual_ending(const char *document, struct arena *a)
{
    const struct export_document_name *d = document ? find_document(document, a) : NULL;
    const struct export_format *first = NULL;
    for (const struct export_format *f = export_formats; d && f->ending; f++) {
        if (strcmp(f->usual, d->code) == 0)
            return f->ending;
        if (!first && f->matter == d->matter)
            first = f;
    }
    return first ? first->ending : ".pdf";
}

enum err_code export_choose(const char *document, const char *path, struct arena *a,
                            const struct export_format **ret_format, const char **ret_document,
                            struct err *e)
{
    if (!path || !*path)
        return err_set(e, ERR_INPUT, _("Nama berkas tujuan belum diisi."));
    const struct export_format *f = format_of(path);
    if (!f)
        return err_set(e, ERR_INPUT,
                       _("Akhiran berkas menentukan bentuknya: %s. \"%s\" bukan salah satunya."),
                       export_ending_words(a, -1), path);
    const struct export_document_name *d = find_document(document ? document : f->usual, a);
    if (!d)
        return err_set(e, ERR_INPUT, _("Dokumen \"%s\" tidak dikenal. Yang ada: %s."), document,
                       document_words(a));
    if (d->matter != f->matter)
        return err_set(e, ERR_INPUT,
                       _("Dokumen \"%s\" tidak dapat dibuat sebagai %s. Akhiran yang bisa: %s."),
                       d->code, f->ending, export_ending_words(a, (int)d->matter));
    *ret_format = f;
    *ret_document = d->code;
    return ERR_NONE;
}
