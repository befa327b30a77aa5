/* The pictures and scans of a pack: as they are, small enough for papers, and fit to be shown. */
#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/pack.h"
#include "app/read.h"
#include "app/safe_name.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "doc/documents.h"
#include "model/disability.h"

enum {
    KIND_BYTES = 40,
    FITTED_BYTES = 400000,  /* of a picture in a paper, at most about this */
    TIMES_FITTED = 8,       /* papers, formats and caches that carry each photo */
    PAPER_BYTES = 150000,
    LARGEST = 64 << 20
};

static bool is_stored(const struct document *d)
{
    return IS_SET(d->stored) && d->sha256 && d->mime;
}

static bool is_picture(const struct document *d)
{
    return is_stored(d) && strncmp(d->mime, "image/", 6) == 0;
}

static bool is_published(const struct document *d)
{
    return is_picture(d) && d->kind == DOC_FOTO && !disability_keeps_back(d);
}

/* --- smaller ones --- */

static const char *words_of(const struct pack *p, const struct document *d)
{
    return arena_printf(p->arena, "%s %lld", _(dict_enum_label(ENUMSET_document_kind, d->kind)),
                        (long long)d->ord);
}

static const char *fitted_path(const struct pack *p, const struct document *d, int box)
{
    return pack_scratch(p, arena_printf(p->arena, "gambar-%.24s-%d", d->sha256, box));
}

/* The picture at most `box` pixels wide and high, made once: *ret is a scratch file. */
static enum err_code fitted(struct pack *p, const struct document *d, int box, const char **ret,
                            struct err *e)
{
    const char *path = fitted_path(p, d, box);
    struct press_watch watch = pack_watch(p);
    struct buf b = BUF_INIT;
    *ret = path;
    if (access(path, F_OK) == 0)
        return ERR_NONE;
    enum err_code code = read_blob(p->app, d->sha256, &b, e);
    if (!code)
        code = press_run_fit(b.p, b.len, box, path, &watch, e);
    buf_done(&b);
    return code;
}

/* One that cannot be used is told, not a reason to go without the pack. */
static bool is_its_own_fault(struct pack *p, const struct document *d, enum err_code code)
{
    if (code == ERR_NOTFOUND)
        pack_note(p, arena_printf(p->arena, _("%s tidak ada lagi di berkas sesi (dihapus)."),
                                  words_of(p, d)));
    else if (code == ERR_INPUT || code == ERR_CORRUPT || code == ERR_FULL)
        pack_note(p, arena_printf(p->arena,
                                  _("%s tidak dapat dibaca sebagai gambar, jadi tidak dimuat di "
                                    "naskah dan publikasi. Aslinya ada di 2-arsip."),
                                  words_of(p, d)));
    else
        return false;
    return true;
}

static enum err_code end_fitting(struct pack *p, struct pack_piece *x, struct err *e)
{
    enum err_code code = press_end(&x->fit, e);
    return code && is_its_own_fault(p, x->picture, code) ? ERR_NONE : code;
}

/* The one that papers want, made while the next picture is read. */
static enum err_code begin_fitting(struct pack *p, const struct document *d, struct err *e)
{
    const char *path = fitted_path(p, d, PAPER_BOX);
    struct press_watch watch = pack_watch(p);
    struct pack_piece *x = ARENA_NEW(p->arena, struct pack_piece);
    struct buf b = BUF_INIT;
    if (access(path, F_OK) == 0)
        return ERR_NONE;
    x->end = end_fitting;
    x->picture = d;
    enum err_code code = read_blob(p->app, d->sha256, &b, e);
    if (code && is_its_own_fault(p, d, code)) {
        buf_done(&b);
        return ERR_NONE;
    }
    if (!code)
        code = press_begin_fit(b.p, b.len, PAPER_BOX, path, &watch, &x->fit, e);
    buf_done(&b);
    p->cancelled |= code == ERR_BUSY;
    if (!code)
        pack_begun(p, x);
    return code;
}

enum err_code pack_picture(void *ctx, const struct document *d, struct buf *ret, struct err *e)
{
    struct pack *p = ctx;
    const char *path;
    enum err_code code = fitted(p, d, p->box, &path, e);
    p->pictures_used++;
    if (code && is_its_own_fault(p, d, code))
        return err_set(e, ERR_NOTFOUND, "%s", d->sha256);
    return code ? code : file_read(path, LARGEST, ret, e);
}

/* --- as they are --- */

static const char *ending_of(const struct document *d)
{
    static const struct {
        const char *mime, *ending;
    } endings[] = {{"image/jpeg", ".jpg"}, {"image/png", ".png"}, {"application/pdf", ".pdf"}};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (strcmp(d->mime, endings[i].mime) == 0)
            return endings[i].ending;
    return ".dat";
}

/* Numbers of one length, so that the files lie in their order. */
static const char *number_words(const struct pack *p, int number, int all)
{
    return arena_printf(p->arena, "%0*d", all > 99 ? 3 : 2, number);
}

/* "berkas/...-03-foto.jpg": its own name may tell who is on it, and MANIFEST is read by everybody; the data have it. */
static const char *file_name(const struct pack *p, const struct pack_row *r, int number,
                             const struct document *d)
{
    struct buf b = BUF_INIT;
    buf_printf(&b, "%s-", number_words(p, number, pack_count_files(p)));
    safe_name_add(&b, p->arena, dict_enum_code(ENUMSET_document_kind, d->kind), KIND_BYTES);
    const char *folder = arena_printf(p->arena, "%s/%s", r->folder, r->name);
    const char *name = pack_name(p, folder, buf_str(&b), r->privacy, ending_of(d));
    buf_done(&b);
    return name;
}

static enum err_code keep_bytes(struct pack *p, const struct document *d, const char *name,
                                struct err *e)
{
    struct buf b = BUF_INIT;
    enum err_code code = read_blob(p->app, d->sha256, &b, e);
    if (!code)
        code = pack_write(p, name, dict_enum_label(ENUMSET_document_kind, d->kind), &b, e);
    else if (code == ERR_NOTFOUND && is_its_own_fault(p, d, code))
        code = ERR_NONE;
    buf_done(&b);
    return code;
}

/* The small one that the papers want is made along with it: each picture is a step that is seen. */
static enum err_code keep_file(struct pack *p, const struct document *d, const char *name,
                               struct err *e)
{
    enum err_code code = pack_step(p, words_of(p, d), e);
    if (!code)
        code = keep_bytes(p, d, name, e);
    return code || !is_picture(d) ? code : begin_fitting(p, d, e);
}

enum err_code pack_make_files(struct pack *p, const struct pack_row *r, struct err *e)
{
    int number = 0;
    enum err_code code = ERR_NONE;
    if (pack_count_files(p) > 0)
        code = pack_folder_add(&p->folder, arena_printf(p->arena, "%s/%s", r->folder, r->name), e);
    for (size_t i = 0; !code && i < p->d->document.n; i++) {
        const struct document *d = &p->d->document.v[i];
        if (is_stored(d))
            code = keep_file(p, d, file_name(p, r, ++number, d), e);
        else if (d->file_name)
            pack_note(p, arena_printf(p->arena,
                                      _("%s tidak ikut: disimpan di luar berkas sesi. Salin "
                                        "sendiri bila perlu."),
                                      text_visible(p->arena, d->file_name)));
    }
    return code ? code : pack_settle(p, e);
}

/* --- to be shown --- */

static enum err_code show_photo(struct pack *p, const struct pack_row *r, int number,
                                const struct document *d, struct err *e)
{
    const char *what = arena_printf(p->arena, "foto-%s", number_words(p, number, pack_count_photos(p)));
    const char *name = pack_name(p, arena_printf(p->arena, "%s/%s", r->folder, r->name), what, r->privacy, ".jpg");
    const char *path;
    struct buf b = BUF_INIT;
    enum err_code code = fitted(p, d, PAPER_BOX, &path, e);
    if (code && is_its_own_fault(p, d, code))
        return ERR_NONE;
    if (!code)
        code = file_read(path, LARGEST, &b, e);
    if (!code)
        code = pack_write(p, name, r->what, &b, e);
    buf_done(&b);
    return code;
}

/* Those that the archive has not had made yet. */
static enum err_code fit_photos(struct pack *p, struct err *e)
{
    int number = 0;
    enum err_code code = ERR_NONE;
    for (size_t i = 0; !code && i < p->shown->document.n; i++) {
        const struct document *d = &p->shown->document.v[i];
        if (!is_published(d))
            continue;
        code = pack_step(p, arena_printf(p->arena, _("Foto publikasi %d"), ++number), e);
        if (!code)
            code = begin_fitting(p, d, e);
    }
    return code ? code : pack_settle(p, e);
}

enum err_code pack_make_photos(struct pack *p, const struct pack_row *r, struct err *e)
{
    int number = 0;
    if (pack_count_photos(p) == 0)
        return ERR_NONE;
    enum err_code code = pack_folder_add(&p->folder, arena_printf(p->arena, "%s/%s", r->folder, r->name), e);
    if (!code)
        code = fit_photos(p, e);
    for (size_t i = 0; !code && i < p->shown->document.n; i++)
        if (is_published(&p->shown->document.v[i]))
            code = show_photo(p, r, ++number, &p->shown->document.v[i], e);
    return code;
}

/* --- counting --- */

int pack_count_files(const struct pack *p)
{
    int n = 0;
    for (size_t i = 0; i < p->d->document.n; i++)
        n += is_stored(&p->d->document.v[i]);
    return n;
}

int pack_count_photos(const struct pack *p)
{
    int n = 0;
    for (size_t i = 0; i < p->shown->document.n; i++)
        n += is_published(&p->shown->document.v[i]);
    return n;
}

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

int64_t pack_estimate(const struct pack *p)
{
    struct stat st;
    int64_t n = 0;
    for (const struct pack_row *r = pack_rows; r->folder; r++)
        n += PAPER_BYTES;
    for (size_t i = 0; i < p->d->document.n; i++) {
        const struct document *d = &p->d->document.v[i];
        int64_t size = d->size == NONE ? 0 : d->size;
        if (is_picture(d))
            n += TIMES_FITTED * smaller(size, FITTED_BYTES);
        if (!p->in->public_only && is_stored(d))
            n += size;
    }
    if (!p->in->public_only && stat(app_path(p->app), &st) == 0) /* stat opens nothing */
        n += st.st_size + p->limit.files * p->limit.bytes / 5;
    return p->in->zip ? 2 * n : n;
}
