/* The files for a portal that takes a few files of a limited size (domain 5): one PDF for each item
 * of evidence; signed scans go before papers that nobody has signed. */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/pack.h"
#include "app/read.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "doc/documents.h"

enum { MOST_PARTS = 3, MOST_ITEMS = 5, NO_SCAN = -1, LARGEST = 256 << 20 };

/* A paper, or what was scanned in its place. */
struct part {
    int64_t scan; /* enum document_kind */
    const char *paper;
};
static const struct item {
    const char *name, *label;
    struct part parts[MOST_PARTS];
} items[MOST_ITEMS] = {
    {"berita-acara", N_("Berita acara"), {{DOC_BA_TTD, "berita-acara"}}},
    {"daftar-hadir", N_("Daftar hadir"), {{DOC_HADIR_TTD, "daftar-hadir"}}},
    {"notula", N_("Notula"), {{DOC_NOTULA, "notula"}}},
    {"dokumentasi", N_("Dokumentasi"), {{NO_SCAN, "dokumentasi"}}},
    {"laporan-dan-tindak-lanjut",
     N_("Laporan dan rencana tindak lanjut"),
     {{DOC_LAPORAN, "laporan"}, {DOC_RTL, "rencana-tindak-lanjut"}}},
};
#define OTHERS "bukti-lain"
#define ALL "semua-bukti"

/* Scanned pages begin at 180 dpi; nothing below 640 pixels can still be read. */
enum { SCAN_BOX = 2200, LEAST_BOX = 640 };

/* PDFs that one file is joined from. */
struct pieces {
    const char *title;
    struct press_joined *v;
    size_t n, cap;
    bool scanned;       /* a scanned PDF is among them: nothing can make it smaller */
    bool scanned_pages; /* pictures of pages are among them */
    bool pictures;      /* something would get smaller with smaller pictures */
    int mended, sealed; /* as press_report counts them */
};

static void add_piece(struct pack *p, struct pieces *x, const char *path, const char *words)
{
    if (x->n == x->cap) {
        x->cap = x->cap ? 2 * x->cap : 16;
        struct press_joined *more = ARENA_ARRAY(p->arena, struct press_joined, x->cap);
        if (x->n)
            memcpy(more, x->v, x->n * sizeof *more);
        x->v = more;
    }
    x->v[x->n++] = (struct press_joined){path, words};
}

/* --- scans --- */

static bool is_scan(const struct document *d, int64_t kind)
{
    return d->kind == kind && IS_SET(d->stored) && d->sha256 && d->mime;
}

static bool has_scan(const struct pack *p, int64_t kind)
{
    for (size_t i = 0; i < p->d->document.n; i++)
        if (is_scan(&p->d->document.v[i], kind))
            return true;
    return false;
}

static enum err_code scanned_pdf(struct pack *p, const struct document *d, struct pieces *x,
                                 struct err *e)
{
    const char *path = pack_scratch(p, arena_printf(p->arena, "pindaian-%.24s", d->sha256));
    struct buf b = BUF_INIT;
    enum err_code code = ERR_NONE;
    if (access(path, F_OK) != 0) {
        code = read_blob(p->app, d->sha256, &b, e);
        if (!code)
            code = file_write(path, buf_str(&b), b.len, e);
        buf_done(&b);
    }
    x->scanned = true;
    if (!code)
        add_piece(p, x, path, dict_enum_label(ENUMSET_document_kind, d->kind));
    return code;
}

/* A photographed or scanned page, as large as the paper. */
static enum err_code scanned_picture(struct pack *p, const struct document *d, struct pieces *x,
                                     struct err *e)
{
    struct arena *ar = arena_new();
    struct document_tree *t = tree_new(ar);
    struct buf b = BUF_INIT;
    struct press_watch watch = pack_watch(p);
    struct press_report report;
    const char *path = pack_scratch(p, arena_printf(p->arena, "halaman-%zu", x->n));
    enum err_code code = pack_picture(p, d, &b, e);
    x->pictures = x->scanned_pages = true;
    t->title = tree_text(t, dict_enum_label(ENUMSET_document_kind, d->kind));
    t->date = p->d->session.v->date == NONE ? 0 : p->d->session.v->date * 86400000;
    t->margin_top = t->margin_bottom = t->margin_left = t->margin_right = 10;
    struct node *n = tree_add(t, NODE_PICTURES);
    n->across = n->per_page = 1;
    *tree_picture(t, n) = (struct picture){.bytes = b.p, .size = b.len};
    if (!code)
        code = press_run_pdf(t, path, &watch, ar, &report, e);
    if (!code)
        add_piece(p, x, path, "");
    buf_done(&b);
    arena_free(ar);
    return code;
}

static enum err_code add_scans(struct pack *p, int64_t kind, struct pieces *x, struct err *e)
{
    enum err_code code = ERR_NONE;
    for (size_t i = 0; !code && i < p->d->document.n; i++) {
        const struct document *d = &p->d->document.v[i];
        if (!is_scan(d, kind))
            continue;
        code = strcmp(d->mime, "application/pdf") == 0 ? scanned_pdf(p, d, x, e)
                                                       : scanned_picture(p, d, x, e);
        if (code == ERR_NOTFOUND) /* erased or not readable: a note says so */
            code = ERR_NONE;
    }
    return code;
}

/* --- one file --- */

static enum err_code add_part(struct pack *p, const struct part *part, struct pieces *x,
                              struct err *e)
{
    if (part->scan != NO_SCAN && has_scan(p, part->scan))
        return add_scans(p, part->scan, x, e);
    /* the archive has it already, with pictures of the usual size */
    const char *path = pack_path(p, pack_name(p, PACK_ARCHIVE, part->paper, PRIVACY_ARSIP, ".pdf"));
    int used = p->pictures_used;
    enum err_code code = ERR_NONE;
    if (p->box < PAPER_BOX) {
        path = pack_scratch(p, arena_printf(p->arena, "unggah-%s.pdf", part->paper));
        code = pack_make_document(p, part->paper, PRIVACY_ARSIP, path, NULL, NULL, e);
        x->pictures |= p->pictures_used > used;
    } else {
        x->pictures = true; /* not known; one more round tells */
    }
    if (!code)
        add_piece(p, x, path, "");
    return code;
}

static enum err_code join(struct pack *p, struct pieces *x, const char *path, struct err *e)
{
    struct press_watch watch = pack_watch(p);
    struct press_report report = {0};
    struct buf b = BUF_INIT;
    enum err_code code;
    if (x->n != 1) {
        code = press_run_join(path, x->title, x->v, x->n, &watch, &report, e);
        x->mended = report.mended;
        x->sealed = report.sealed;
        return code;
    }
    code = file_read(x->v[0].path, LARGEST, &b, e);
    if (!code)
        code = file_write(path, buf_str(&b), b.len, e);
    buf_done(&b);
    return code;
}

static enum err_code join_at(struct pack *p, const struct item *first, int n, const char *path,
                             struct pieces *x, struct err *e)
{
    enum err_code code = ERR_NONE;
    *x = (struct pieces){.title = x->title};
    for (int i = 0; i < n; i++)
        for (int k = 0; !code && k < MOST_PARTS && first[i].parts[k].paper; k++)
            code = add_part(p, &first[i].parts[k], x, e);
    if (!code)
        code = pack_settle(p, e); /* they have to be there */
    return code ? code : join(p, x, path, e);
}

static int64_t size_of(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 ? st.st_size : 0;
}

static void note_too_large(struct pack *p, const char *name, int64_t size, bool scanned)
{
    char is[TEXT_SIZE], most[TEXT_SIZE];
    const char *why =
        scanned ? _("Pindaian PDF tidak dapat diperkecil di sini: pindai ulang hitam putih 150 "
                    "dpi, ganti di F4, lalu buat paket lagi.")
                : _("Gambarnya, bila ada, sudah diperkecil sampai batas masih terbaca: kurangi fotonya di "
                    "F4, atau pakai --batas yang lebih besar.");
    pack_note(p, arena_printf(p->arena, _("%s berukuran %s, di atas batas %s per berkas. %s"), name,
                              text_size(size, is), text_size(p->limit.bytes, most), why));
}

/* What is larger than the limit is told, here and in MANIFEST. */
static enum err_code add_sized(struct pack *p, const char *name, const char *what, bool scanned,
                               struct err *e)
{
    int64_t size = size_of(pack_path(p, name));
    if (size > p->limit.bytes) {
        note_too_large(p, name, size, scanned);
        what = arena_printf(p->arena, "%s (MELEBIHI BATAS)", what);
    }
    return pack_add(p, name, what, e);
}

/* A scan that cannot be joined (damaged, or with a password) goes in beside the others. */
static enum err_code apart(struct pack *p, const struct pieces *x, const char *name, const char *what,
                           struct err *e)
{
    enum err_code code = ERR_NONE;
    pack_note(p, e->text);
    for (size_t i = 0; !code && i < x->n; i++) {
        struct pieces one = {.v = &x->v[i], .n = 1};
        const char *file = arena_printf(p->arena, "%.*s-%zu.pdf", (int)strlen(name) - 4, name, i + 1);
        code = join(p, &one, pack_path(p, file), e);
        if (!code)
            code = add_sized(p, file, what, true, e);
    }
    return code;
}

/* What was joined, but is not quite what it was. */
static void note_changed(struct pack *p, const struct pieces *x, const char *name)
{
    if (x->mended > 0)
        pack_note(p, arena_printf(p->arena, _("%d pindaian PDF dalam %s rusak, tetapi masih terbaca. Buka berkas itu, "
                                              "periksa setiap halamannya, dan pindai ulang bila ada yang kurang."),
                                  x->mended, name));
    if (x->sealed > 0)
        pack_note(p, arena_printf(p->arena, _("%d PDF dalam %s bertanda tangan elektronik, yang tidak berlaku lagi setelah "
                                              "digabungkan. Yang asli ada di 2-arsip."),
                                  x->sealed, name));
}

/* A file grows with the area of its pictures: aims a little below the limit. Before giving up, the least is
 * tried. */
static int smaller_box(int box, int64_t size, int64_t limit)
{
    int64_t area = (int64_t)box * box;
    int next = box - 40;
    while (next >= LEAST_BOX && (int64_t)next * next * (size / 1000 + 1) > area * (limit / 1000) / 8 * 7)
        next -= 40;
    return next < LEAST_BOX && box > LEAST_BOX ? LEAST_BOX : next;
}

/* Tries smaller and smaller pictures until it fits. What cannot be made to fit stays and is told:
 * somebody has to decide what to leave out. */
static enum err_code make_file(struct pack *p, const struct item *first, int n, const char *name,
                               const char *what, struct err *e)
{
    const char *path = pack_path(p, name);
    struct pieces x = {.title = arena_printf(p->arena, "%s Forum Konsultasi Publik", what), .pictures = true};
    enum err_code code = ERR_NONE;
    bool fits = false;
    for (int box = SCAN_BOX; !code && !fits && x.pictures && box >= LEAST_BOX;) {
        p->box = box;
        code = join_at(p, first, n, path, &x, e);
        int64_t size = size_of(path);
        fits = !code && size <= p->limit.bytes;
        if (!x.scanned_pages && box > PAPER_BOX)
            box = PAPER_BOX; /* papers were made with these */
        box = smaller_box(box, size, p->limit.bytes);
    }
    p->box = PAPER_BOX;
    if (code == ERR_CORRUPT && x.scanned)
        return apart(p, &x, name, what, e);
    if (!code)
        note_changed(p, &x, name);
    return code ? code : add_sized(p, name, what, x.scanned, e);
}

int pack_count_uploads(const struct pack *p)
{
    int n = 0;
    while (n < MOST_ITEMS && items[n].name)
        n++;
    return p->limit.files < n ? p->limit.files : n;
}

/* Scans that could not be joined lie apart: then there may be too many. */
static void note_too_many(struct pack *p)
{
    int files = 0;
    for (size_t i = 0; i < p->n; i++)
        files += strncmp(p->v[i].name, PACK_UPLOAD "/", strlen(PACK_UPLOAD "/")) == 0;
    if (files > p->limit.files)
        pack_note(p, arena_printf(p->arena, _("1-unggah berisi %d berkas, lebih dari batas %d: ganti pindaian "
                                              "yang rusak di F4, atau gabungkan sendiri sebelum diunggah."),
                                  files, p->limit.files));
}

enum err_code pack_make_uploads(struct pack *p, struct err *e)
{
    int n = 0, files = pack_count_uploads(p);
    while (n < MOST_ITEMS && items[n].name)
        n++;
    enum err_code code = ERR_NONE;
    for (int i = 0; !code && i < files; i++) {
        int together = i == files - 1 ? n - i : 1; /* too few files: the rest goes into the last */
        bool all = together == n;
        const char *label = all ? N_("Semua bukti") : together > 1 ? N_("Bukti lain") : items[i].label;
        const char *what = all ? ALL : together > 1 ? OTHERS : items[i].name;
        const char *name =
            pack_name(p, PACK_UPLOAD, arena_printf(p->arena, "%d-%s", i + 1, what), PRIVACY_ARSIP, ".pdf");
        code = pack_step(p, arena_printf(p->arena, _("%s untuk diunggah"), _(label)), e);
        if (!code)
            code = make_file(p, &items[i], together, name, label, e);
    }
    if (!code)
        note_too_many(p);
    return code;
}
