#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "app/add_document.h"
#include "app/inside.h"
#include "app/press_run.h"
#include "base/file.h"
#include "base/text.h"
#include "model/exif.h"
#include "model/photo_name.h"

/* --- what kind of file --- */

static const struct recording {
    const char *ending, *mime;
    enum document_kind_value kind;
} recordings[] = {
    {".mp4", "video/mp4", DOC_VIDEO},       {".mov", "video/quicktime", DOC_VIDEO},
    {".3gp", "video/3gpp", DOC_VIDEO},      {".mkv", "video/x-matroska", DOC_VIDEO},
    {".avi", "video/x-msvideo", DOC_VIDEO}, {".webm", "video/webm", DOC_VIDEO},
    {".mpg", "video/mpeg", DOC_VIDEO},      {".m4v", "video/mp4", DOC_VIDEO},
    {".mp3", "audio/mpeg", DOC_AUDIO},      {".m4a", "audio/mp4", DOC_AUDIO},
    {".wav", "audio/wav", DOC_AUDIO},       {".ogg", "audio/ogg", DOC_AUDIO},
    {".opus", "audio/opus", DOC_AUDIO},     {".aac", "audio/aac", DOC_AUDIO},
    {".amr", "audio/amr", DOC_AUDIO},       {".flac", "audio/flac", DOC_AUDIO},
    {".wma", "audio/x-ms-wma", DOC_AUDIO},
};

static const struct recording *recording_of(const char *path)
{
    size_t n = strlen(path);
    for (size_t i = 0; i < sizeof recordings / sizeof recordings[0]; i++) {
        size_t len = strlen(recordings[i].ending);
        if (n > len && strcasecmp(path + n - len, recordings[i].ending) == 0)
            return &recordings[i];
    }
    return NULL;
}

/* --- when it was taken --- */

static int64_t stamp_from(int64_t day, int64_t seconds, int64_t offset_minutes)
{
    if (day == NONE || seconds == NONE)
        return NONE;
    return ((day * 86400 + seconds) - offset_minutes * 60) * 1000;
}

/* A camera that does not tell its offset shows the time of the venue. */
static int64_t time_from_name(const char *name, enum zone zone)
{
    struct photo_time t;
    if (!photo_name_time(name, &t))
        return NONE;
    return stamp_from(t.day, t.seconds, photo_name_is_utc(name) ? 0 : zone_offset_minutes(zone));
}

static int64_t time_of(const struct exif *x, const char *name, enum zone zone)
{
    int64_t at = NONE;
    if (x && x->day != NONE)
        at = stamp_from(x->day, x->seconds,
                        x->utc_minutes == NONE ? zone_offset_minutes(zone) : x->utc_minutes);
    return at == NONE ? time_from_name(name, zone) : at;
}

/* --- looking at pictures --- */

static enum err_code check_header(const struct exif *x, struct err *e)
{
    if (x->width > 0 && x->height > 0 && x->whole)
        return ERR_NONE;
    return err_set(
        e, ERR_CORRUPT,
        _("Gambar ini terpotong atau rusak, jadi tidak disimpan. Salin ulang dari kamera atau "
          "ponselnya, lalu coba lagi."));
}

/* The press decodes it for real, in a process of its own; without a press the header has to do. */
static enum err_code check_picture(const struct buf *b, const struct exif *x, struct err *e)
{
    struct press_picture p;
    enum err_code code = press_run_check(b->p, b->len, &p, e);
    if (code != ERR_NOTFOUND)
        return code;
    err_clear(e);
    return check_header(x, e);
}

static bool is_pdf(const struct buf *b)
{
    size_t n =
        b->len < 1024 ? b->len : 1024; /* readers accept the mark within the first kilobyte */
    return b->len > 4 && memmem(b->p, n, "%PDF-", 5) != NULL;
}

static enum err_code refuse_type(enum picture_type t, struct err *e)
{
    if (t == PICTURE_HEIC)
        return err_set(
            e, ERR_INPUT,
            _("Gambar HEIC dari iPhone belum dapat disimpan. Kirim ulang sebagai JPEG (di "
              "ponsel: Kamera, Format, Paling Kompatibel)."));
    return err_set(
        e, ERR_INPUT,
        _("Jenis berkas ini tidak dikenal; tidak ada yang disimpan. Yang dapat disimpan: gambar JPEG dan PNG, pindaian "
          "PDF; video dan rekaman suara hanya didaftar."));
}

/* --- reading the file --- */

static enum err_code read_stored(struct job *j, const char *path, enum zone zone,
                                 struct add_document_args *x, struct err *e)
{
    struct buf b = BUF_INIT;
    struct exif picture;
    enum err_code code = file_read(path, STORE_BLOB_LIMIT, &b, e);
    if (!code && exif_read(b.p, b.len, &picture)) {
        code = check_picture(&b, &picture, e);
        x->mime = picture.type == PICTURE_PNG ? "image/png" : "image/jpeg";
        x->taken_at = time_of(&picture, x->file_name, zone);
        x->kind = x->kind == NONE ? DOC_FOTO : x->kind;
    } else if (!code && is_pdf(&b)) {
        x->mime = "application/pdf";
        x->taken_at = time_of(NULL, x->file_name, zone);
        x->kind = x->kind == NONE ? DOC_LAIN : x->kind;
    } else if (!code) {
        code = refuse_type(picture.type, e);
    }
    if (!code) {
        char hex[HASH_HEX];
        struct hash h = hash_of(b.p, b.len);
        hash_hex(&h, hex);
        x->sha256 = job_text(j, hex);
        x->size = (int64_t)b.len;
        x->bytes = arena_memdup(job_arena(j), b.p, b.len);
    }
    buf_done(&b);
    return code;
}

static enum err_code read_recording(struct job *j, const char *path, const struct recording *r,
                                    enum zone zone, struct add_document_args *x, struct err *e)
{
    char hex[HASH_HEX];
    enum err_code code = file_sha256(path, hex, &x->size, e);
    if (code)
        return code;
    x->sha256 = job_text(j, hex);
    x->mime = r->mime;
    x->taken_at = time_from_name(x->file_name, zone);
    x->kind = x->kind == NONE ? r->kind : x->kind;
    return ERR_NONE;
}

/* --- the use case --- */

/* *ret_lacks: its row came from JSON, without the bytes. */
static enum err_code find_same(struct work *w, struct add_document_args *x, bool *ret_lacks, struct err *e)
{
    struct document *v;
    size_t n;
    enum err_code code = work_load_all(w, ENTITY_document, &v, &n, e);
    x->ret_known = false;
    for (size_t i = 0; i < n && !code; i++)
        if (v[i].sha256 && strcmp(v[i].sha256, x->sha256) == 0 && v[i].kind == x->kind) {
            x->ret_known = true;
            x->ret_row = v[i].id;
            *ret_lacks = x->bytes && !IS_SET(v[i].stored);
        }
    return code;
}

static enum err_code put_bytes(struct work *w, const struct add_document_args *x, struct err *e)
{
    char hex[HASH_HEX];
    return x->bytes ? store_put_blob(w->store, x->bytes, (size_t)x->size, hex, e) : ERR_NONE;
}

static enum err_code add_document(struct work *w, void *args, struct err *e)
{
    struct add_document_args *x = args;
    struct document d;
    bool lacks = false;
    enum err_code code = find_same(w, x, &lacks, e);
    if (!code && lacks) {
        code = put_bytes(w, x, e);
        return code ? code : work_set_int(w, ENTITY_document, &x->ret_row, document_F_stored, 1, e);
    }
    if (code || x->ret_known)
        return code;
    record_init(&d, ENTITY_document);
    d.id = x->ret_row = x->row;
    d.kind = x->kind;
    d.caption = x->caption;
    d.taken_at = x->taken_at;
    d.file_name = x->file_name;
    d.mime = x->mime;
    d.size = x->size;
    d.sha256 = x->sha256;
    d.stored = x->bytes ? 1 : 0;
    code = put_bytes(w, x, e);
    if (!code)
        code = work_set_next(w, ENTITY_document, &d.id, document_F_ord, NULL, e);
    return code ? code : work_set_record(w, ENTITY_document, &d, e);
}

enum err_code add_document_job(struct app *a, const char *path, int64_t kind, const char *caption,
                               struct job **ret, struct add_document_args **ret_args, struct err *e)
{
    struct job *j;
    struct add_document_args *x = job_start(a, "add_document", add_document, sizeof *x, &j);
    const struct recording *r = recording_of(path);
    char *name = file_base(path);
    x->row = job_row_id(j);
    x->kind = kind;
    x->caption = job_text(j, caption);
    x->file_name = job_text(j, name);
    x->taken_at = NONE;
    free(name);
    enum err_code code = app_check_not_own(a, path, e);
    if (!code && r)
        code = read_recording(j, path, r, app_zone(a), x, e);
    else if (!code)
        code = read_stored(j, path, app_zone(a), x, e);
    if (code) {
        job_free(j);
        return code;
    }
    *ret = j;
    *ret_args = x;
    return ERR_NONE;
}
