#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "app/export_document.h"
#include "app/inside.h"
#include "app/make_paper.h"
#include "app/numbers.h"
#include "app/press_run.h"
#include "app/print_file.h"
#include "app/read.h"
#include "app/safe_name.h"
#include "base/file.h"
#include "base/text.h"
#include "doc/documents.h"

/* --- the tree --- */

static enum err_code make_tree(struct app *a, const struct export_request *in, struct arena *ar,
                               struct document_tree **ret, struct export_result *r,
                               const struct dossier **ret_d, struct err *e)
{
    const struct paper_request request = {in->document, in->privacy, in->draft};
    const struct paper_kind *kind;
    struct paper_source *source;
    struct paper paper;
    memset(r, 0, sizeof *r);
    enum err_code code = paper_find_kind(in->document, &kind, e);
    if (!code)
        code = paper_source_read(a, !in->draft && paper_is_locked_kind(kind), ar, &source, e);
    if (!code)
        code = paper_make(source, &request, ar, &paper, e);
    if (code)
        return code;
    *ret = paper.tree;
    *ret_d = paper_source_dossier(source);
    r->locked = paper.locked;
    r->differs = paper.differs;
    memcpy(r->fingerprint, paper.fingerprint, sizeof r->fingerprint);
    return ERR_NONE;
}

enum err_code export_tree(struct app *a, const struct export_request *in, struct arena *ar,
                          struct document_tree **ret, struct export_result *ret_result,
                          struct err *e)
{
    const struct dossier *d;
    struct export_result r;
    enum err_code code = make_tree(a, in, ar, ret, &r, &d, e);
    if (!code && ret_result)
        *ret_result = r;
    return code;
}

/* --- numbers --- */

/* What stands on paper in people's hands does not change any more. */
static enum err_code fix_numbers_once(struct app *a, const struct dossier *d,
                                      struct export_result *r, struct err *e)
{
    struct job *j;
    if (app_is_read_only(a) || dossier_session(d)->numbers_fixed_at != NONE)
        return ERR_NONE;
    const struct fix_numbers_args *x = fix_numbers_job(a, &j);
    enum err_code code = app_run(a, j, NULL, e);
    if (!code)
        r->fixed_numbers = !x->ret_was_fixed;
    job_free(j);
    return code;
}

/* --- files --- */

enum {
    TEXT_WIDTH = 78
}; /* as the forms of the domain notes; fits an 80-column screen and A4 at 10 pt */

static bool ends_with(const char *s, const char *ending)
{
    size_t n = strlen(s), len = strlen(ending);
    return n > len && strcasecmp(s + n - len, ending) == 0;
}

static enum err_code write_text(const struct document_tree *t, const char *path, struct err *e)
{
    struct buf b = BUF_INIT;
    text_write_tree(t, TEXT_WIDTH, false, &b);
    enum err_code code = file_write(path, b.p ? b.p : "", b.len, e);
    buf_done(&b);
    return code;
}

static enum err_code check_path(struct app *a, const char *path, struct err *e)
{
    if (!path || !*path)
        return err_set(e, ERR_INPUT, _("Nama berkas tujuan belum diisi."));
    if (!ends_with(path, ".pdf") && !ends_with(path, ".txt"))
        return err_set(e, ERR_INPUT,
                       _("Akhiran berkas menentukan bentuknya: .pdf atau .txt. \"%s\" bukan "
                         "salah satunya."),
                       path);
    return app_check_not_own(a, path, e);
}

static enum err_code write_pdf(const struct export_request *in, const struct document_tree *t,
                               const char *path, struct arena *ar, struct export_result *r,
                               struct err *e)
{
    struct press_watch watch = {in->page, in->ctx, in->cancel_fd > 0 ? in->cancel_fd : -1};
    struct press_report report = {0};
    enum err_code code = press_run_pdf(t, path, &watch, ar, &report, e);
    r->pages = report.pages;
    r->bad_pictures = report.bad_pictures;
    r->missing = report.missing;
    r->n_missing = report.n_missing;
    r->cancelled = report.cancelled;
    return code;
}

static enum err_code write_tree(const struct export_request *in, const struct document_tree *t,
                                const char *path, struct arena *ar, struct export_result *r,
                                struct err *e)
{
    char hex[HASH_HEX];
    enum err_code code =
        ends_with(path, ".txt") ? write_text(t, path, e) : write_pdf(in, t, path, ar, r, e);
    return code ? code
                : file_sha256(path, hex, &r->size, e); /* read back: what is told is on the disk */
}

enum err_code export_document(struct app *a, const struct export_request *in, struct arena *ar,
                              struct export_result *ret, struct err *e)
{
    struct document_tree *t;
    const struct dossier *d;
    struct export_result r;
    enum err_code code = check_path(a, in->path, e);
    if (!code)
        code = make_tree(a, in, ar, &t, &r, &d, e);
    if (code)
        return code;
    char *path = file_absolute(in->path);
    code = write_tree(in, t, path, ar, &r, e);
    r.path = arena_strdup(ar, path);
    free(path);
    if (!code)
        code = fix_numbers_once(a, d, &r, e);
    if (!code || r.cancelled)
        *ret = r;
    return code;
}

/* --- the printer --- */

static enum err_code temp_pdf(char **ret, struct err *e)
{
    const char *folder = getenv("TMPDIR");
    struct buf b = BUF_INIT;
    char *name = NULL;
    buf_printf(&b, "%s/mufakat-cetak.pdf", folder && *folder ? folder : "/tmp");
    enum err_code code = file_temp(buf_str(&b), &name, e);
    buf_done(&b);
    if (!code)
        *ret = name;
    return code;
}

enum err_code print_document(struct app *a, const struct export_request *in, struct arena *ar,
                             struct export_result *ret, struct err *e)
{
    struct document_tree *t;
    const struct dossier *d;
    struct export_result r;
    char *path = NULL;
    enum err_code code = make_tree(a, in, ar, &t, &r, &d, e);
    if (!code)
        code = temp_pdf(&path, e);
    if (code)
        return code;
    int64_t copies = in->copies > 0 ? in->copies : dossier_session(d)->copies;
    r.copies = copies < 1 ? 1 : copies > 99 ? 99 : (int)copies;
    code = write_pdf(in, t, path, ar, &r, e);
    if (!code)
        code = print_file(path, r.copies, TXT(t->title), e);
    file_discard(path);
    free(path);
    if (!code)
        code = fix_numbers_once(a, d, &r, e);
    if (!code || r.cancelled)
        *ret = r;
    return code;
}

/* --- names --- */

const char *export_file_name(struct app *a, const struct export_request *in, const char *ext,
                             struct arena *ar)
{
    struct session s;
    struct id row = app_session_id(a);
    struct err e;
    struct buf b = BUF_INIT;
    char iso[DATE_TEXT];
    record_init(&s, ENTITY_session);
    if (read_row(a, ENTITY_session, &row, ar, &s, &e))
        record_init(&s, ENTITY_session);
    buf_puts(&b, safe_name_unit(&s, ar));
    if (s.date != NONE)
        buf_printf(&b, "-%s", date_iso(s.date, iso));
    buf_printf(&b, "-%s%s.%s", TXT(in->document),
               in->privacy == PRIVACY_PUBLIKASI ? "-publikasi" : "", ext);
    const char *name = arena_strdup(ar, buf_str(&b));
    buf_done(&b);
    return name;
}
