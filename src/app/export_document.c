#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/export_document.h"
#include "app/export_format.h"
#include "app/export_work.h"
#include "app/inside.h"
#include "app/numbers.h"
#include "app/paper_pictures.h"
#include "app/print_file.h"
#include "app/read.h"
#include "app/safe_name.h"
#include "base/file.h"
#include "base/text.h"
#include "doc/documents.h"

static int cancel_of(const struct export_request *in)
{
    return in->cancel_fd > 0 ? in->cancel_fd : -1;
}

/* --- the tree --- */

static enum err_code read_source(struct app *a, const struct export_request *in, struct paper_pictures *pictures,
                                 struct arena *ar, struct paper_source **ret, struct err *e)
{
    const struct paper_kind *kind = paper_kind_find(TXT(in->document));
    enum err_code code = paper_source_read(a, !in->draft && kind && paper_is_locked_kind(kind), ar, ret, e);
    if (!code)
        paper_source_pictures(*ret, paper_pictures_get, pictures);
    return code;
}

static enum err_code make_tree(struct paper_source *s, const struct export_request *in,
                               struct arena *ar, struct document_tree **ret,
                               struct export_result *r, struct err *e)
{
    const struct paper_request request = {in->document, in->privacy, in->draft};
    struct paper paper;
    enum err_code code = paper_make(s, &request, ar, &paper, e);
    if (code)
        return code;
    *ret = paper.tree;
    r->locked = paper.locked;
    r->differs = paper.differs;
    memcpy(r->fingerprint, paper.fingerprint, sizeof r->fingerprint);
    return ERR_NONE;
}

enum err_code export_tree(struct app *a, const struct export_request *in, struct arena *ar,
                          struct document_tree **ret, struct export_result *ret_result,
                          struct err *e)
{
    struct paper_source *source;
    struct paper_pictures pictures = {.app = a};
    struct export_result r = {0};
    enum err_code code = read_source(a, in, &pictures, ar, &source, e);
    if (!code)
        code = make_tree(source, in, ar, ret, &r, e);
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

/* The document in the shape that its format takes. */
static enum err_code make_piece(struct paper_source *s, const struct export_request *in,
                                enum export_matter matter, struct export_piece *p,
                                struct export_result *r, struct err *e)
{
    struct document_tree *tree;
    const struct doc_options options = {.privacy = in->privacy};
    p->csv = in->csv_plain ? CSV_PLAIN : CSV_SPREADSHEET;
    if (matter == MATTER_PAPER) {
        enum err_code code = make_tree(s, in, p->arena, &tree, r, e);
        if (!code)
            p->tree = tree;
        return code;
    }
    p->dossier = paper_source_seen(s, in->privacy);
    if (matter == MATTER_BOOK)
        p->book = book_kind_find(in->document)->build(p->dossier, &options, p->arena);
    return ERR_NONE;
}

static void tell(struct export_result *r, const struct press_report *report)
{
    r->pages = report->pages;
    r->bad_pictures = report->bad_pictures;
    r->missing = report->missing;
    r->n_missing = report->n_missing;
    r->cancelled = report->cancelled;
}

static enum err_code begin(struct paper_source *s, const struct export_request *in, struct arena *scratch,
                           struct export_work *w, struct err *e)
{
    const struct press_watch watch = {in->page, in->ctx, cancel_of(in), in->crew};
    struct export_piece piece = {.watch = &watch, .arena = scratch, .result = w->arena, .task = &w->task};
    struct export_request named = *in;
    const struct export_format *format;
    enum err_code code = export_choose(in->document, in->path, w->arena, &format, &named.document, e);
    if (!code)
        code = make_piece(s, &named, format->matter, &piece, &w->result, e);
    if (code)
        return code;
    char *path = file_absolute(in->path);
    w->result.path = arena_strdup(w->arena, path);
    w->by_press = format->press != NULL;
    code = format->write(&piece, path, e);
    free(path);
    return code;
}

enum err_code export_begin(struct paper_source *s, const struct export_request *in, struct arena *ar,
                           struct export_work *w, struct err *e)
{
    struct arena *scratch = arena_new(); /* tree and pictures: not longer than until they are handed over */
    *w = (struct export_work){.arena = ar};
    enum err_code code = begin(s, in, scratch, w, e);
    w->result.cancelled = code == ERR_BUSY; /* nothing else waits for others here */
    arena_free(scratch);
    return code;
}

bool export_has_ended(const struct export_work *w)
{
    return !w->by_press || w->task.ended;
}

enum err_code export_end(struct export_work *w, struct export_result *ret, struct err *e)
{
    struct export_result *r = &w->result;
    enum err_code code = w->by_press ? press_end(&w->task, e) : ERR_NONE;
    tell(r, &w->task.report);
    r->cancelled = code == ERR_BUSY;
    if (!code) /* read back: what is told is on the disk */
        code = file_sha256(r->path, w->sha256, &r->size, e);
    if (!code || r->cancelled)
        *ret = *r;
    return code;
}

/* The first export of a paper fixes the numbers; the press starts while the session is read. */
static enum err_code export_alone(struct app *a, const struct export_request *in, const struct export_format *format,
                                  struct arena *ar, struct export_result *ret, struct err *e)
{
    struct paper_source *source;
    struct paper_pictures pictures = {
        .app = a, .watch = {.cancel_fd = cancel_of(in), .crew = in->crew}, .box = format->pictures ? PAPER_BOX : 0};
    struct export_work *w = ARENA_NEW(ar, struct export_work);
    if (format->press)
        press_crew_ready(in->crew, format->press);
    enum err_code code = read_source(a, in, &pictures, ar, &source, e);
    if (!code)
        code = export_begin(source, in, ar, w, e);
    if (!code)
        code = export_end(w, ret, e);
    else if (w->result.cancelled)
        *ret = w->result;
    paper_pictures_done(&pictures);
    if (!code && format->matter == MATTER_PAPER)
        code = fix_numbers_once(a, paper_source_dossier(source), ret, e);
    return code;
}

enum err_code export_document(struct app *a, const struct export_request *in, struct arena *ar,
                              struct export_result *ret, struct err *e)
{
    struct export_request named = *in;
    const struct export_format *format;
    enum err_code code = export_choose(in->document, in->path, ar, &format, &named.document, e);
    if (!code)
        code = app_check_not_own(a, in->path, e);
    if (code)
        return code;
    struct press_crew *own = in->crew ? NULL : press_crew_open(1, cancel_of(in));
    if (own)
        named.crew = own;
    code = export_alone(a, &named, format, ar, ret, e);
    press_crew_close(own);
    return code;
}

/* --- the printer --- */

static enum err_code temp_pdf(char **ret, struct err *e)
{
    char *name = NULL, *path = file_join(file_temp_folder(), "mufakat-cetak.pdf");
    enum err_code code = file_temp(path, &name, e);
    free(path);
    if (!code)
        *ret = name;
    return code;
}

static enum err_code print_by(struct press_crew *crew, struct app *a, const struct export_request *in,
                              struct arena *ar, struct export_result *ret, struct err *e)
{
    const struct press_watch watch = {in->page, in->ctx, cancel_of(in), crew};
    struct paper_pictures pictures = {.app = a, .watch = {.cancel_fd = cancel_of(in), .crew = crew}, .box = PAPER_BOX};
    struct document_tree *t;
    struct paper_source *source;
    struct press_report report = {0};
    struct export_result r = {0};
    char *path = NULL;
    enum err_code code = read_source(a, in, &pictures, ar, &source, e);
    if (!code)
        code = make_tree(source, in, ar, &t, &r, e);
    paper_pictures_done(&pictures);
    if (!code)
        code = temp_pdf(&path, e);
    if (code)
        return code;
    const struct dossier *d = paper_source_dossier(source);
    int64_t copies = in->copies > 0 ? in->copies : dossier_session(d)->copies;
    r.copies = copies < 1 ? 1 : copies > 99 ? 99 : (int)copies;
    code = press_run_pdf(t, path, &watch, ar, &report, e);
    tell(&r, &report);
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

enum err_code print_document(struct app *a, const struct export_request *in, struct arena *ar,
                             struct export_result *ret, struct err *e)
{
    struct press_crew *crew = press_crew_open(1, cancel_of(in));
    press_crew_ready(crew, "pdf");
    enum err_code code = print_by(crew, a, in, ar, ret, e);
    press_crew_close(crew);
    return code;
}

/* --- names --- */

const char *export_file_name(struct app *a, const struct export_request *in, const char *ending,
                             struct arena *ar)
{
    struct dossier *d;
    struct session none;
    struct err e;
    bool read = read_frame(a, ar, &d, &e) == ERR_NONE;
    record_init(&none, ENTITY_session);
    bool draft = in->draft || !read || !dossier_lock(d);
    if (draft && strcmp(TXT(in->document), "berita-acara") == 0)
        ending = arena_printf(ar, "-draf%s", ending);
    return safe_name_file(read ? dossier_session(d) : &none, TXT(in->document), in->privacy, ending, ar);
}
