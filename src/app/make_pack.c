#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/copy_session.h"
#include "app/inside.h"
#include "app/numbers.h"
#include "app/pack.h"
#include "app/pack_leftover.h"
#include "base/i18n.h"
#include "doc/documents.h"

/* --- the limit --- */

const struct pack_limit pack_usual_limit = {5, 5000000};
#define TIMES "\xc3\x97" /* as word processors write it */
enum { MOST_FILES = 99, MOST_READINGS = 3 };

static const char *skip_blanks(const char *s)
{
    while (*s == ' ')
        s++;
    return s;
}

/* Whole and one decimal place after comma or dot; false when there is no number. */
static bool read_tenths(const char **at, int64_t *ret)
{
    char *end;
    const char *s = skip_blanks(*at);
    if (*s < '0' || *s > '9')
        return false;
    long long whole = strtoll(s, &end, 10);
    int tenth = 0;
    if (whole >= 100000)
        return false;
    if ((*end == ',' || *end == '.') && end[1] >= '0' && end[1] <= '9') {
        tenth = end[1] - '0';
        end += 2;
    }
    *at = skip_blanks(end);
    *ret = whole * 10 + tenth;
    return true;
}

bool pack_read_limit(const char *typed, struct pack_limit *ret)
{
    static const struct {
        const char *word;
        int64_t bytes;
    } units[] = {{"MB", 1000000}, {"M", 1000000}, {"kB", 1000}, {"k", 1000}};
    int64_t files, tenths;
    if (!read_tenths(&typed, &files) || files % 10 != 0 || files < 10 || files > MOST_FILES * 10)
        return false;
    if (strncmp(typed, TIMES, strlen(TIMES)) == 0)
        typed += strlen(TIMES);
    else if (*typed == 'x' || *typed == 'X' || *typed == '*')
        typed++;
    else
        return false;
    if (!read_tenths(&typed, &tenths) || tenths == 0)
        return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcasecmp(typed, units[i].word) == 0) {
            *ret = (struct pack_limit){(int)(files / 10), tenths * units[i].bytes / 10};
            return true;
        }
    return false;
}

/* --- reading the session --- */

/* What stands on paper in people's hands does not change any more; and fixing it later would make
 * the second pack another one. */
static enum err_code fix_numbers(struct app *a, struct err *e)
{
    struct job *j;
    if (app_is_read_only(a))
        return ERR_NONE;
    fix_numbers_job(a, &j);
    enum err_code code = app_run(a, j, NULL, e);
    job_free(j);
    return code;
}

static const struct pack_row *row_of(enum pack_part part)
{
    const struct pack_row *r = pack_rows;
    while (r->part != part)
        r++;
    return r;
}

static const char *row_file(const struct pack *p, const struct pack_row *r)
{
    return pack_name(p, r->folder, r->name, r->privacy, r->ending);
}

static enum err_code copy_into(struct pack *p, struct err *e)
{
    struct copy_result done;
    const struct copy_request in = {.target = pack_path(p, row_file(p, row_of(PACK_COPY)))};
    unlink(in.target); /* of a reading before */
    return copy_session(p->app, &in, p->arena, &done, e);
}

/* The papers and the data come from one reading. The copy cannot be made inside of it;
 * when somebody else stored something between the two, both are made again. */
static enum err_code read_once(struct pack *p, bool *ret_changed, struct err *e)
{
    enum err_code code = ERR_NONE;
    app_changed(p->app);
    if (!p->in->public_only)
        code = copy_into(p, e);
    if (!code)
        code = paper_source_read(p->app, true, p->arena, &p->source, e);
    *ret_changed = app_changed(p->app);
    return code;
}

static enum err_code read_session(struct pack *p, struct err *e)
{
    bool changed = true;
    enum err_code code = ERR_NONE;
    const struct pack_row *copy = row_of(PACK_COPY);
    if (!p->in->public_only)
        code = pack_step(p, _(copy->what), e);
    for (int i = 0; !code && changed && i < MOST_READINGS; i++)
        code = read_once(p, &changed, e);
    if (code)
        return code;
    if (changed && !p->in->public_only)
        pack_note(p, _("Sesi sedang diubah orang lain: salinan berkas sesi di paket ini dapat "
                       "lebih lama daripada naskahnya. Buat lagi bila semua sudah selesai."));
    p->d = paper_source_dossier(p->source);
    p->shown = paper_source_seen(p->source, PRIVACY_PUBLIKASI);
    paper_source_pictures(p->source, pack_picture, p);
    return p->in->public_only ? ERR_NONE : pack_add(p, row_file(p, copy), copy->what, e);
}

/* --- making --- */

static bool is_wanted(const struct pack *p, const struct pack_row *r)
{
    return !p->in->public_only || r->privacy == PRIVACY_PUBLIKASI;
}

static int count_steps(const struct pack *p)
{
    int n = pack_count_photos(p) + (p->in->zip ? 1 : 0);
    for (const struct pack_row *r = pack_rows; r->folder; r++)
        n += is_wanted(p, r) && r->part == PACK_PAPER;
    if (!p->in->public_only)
        n += 1 + pack_count_files(p) + pack_count_uploads(p);
    return n;
}

static enum err_code make_row(struct pack *p, const struct pack_row *r, struct err *e)
{
    switch (r->part) {
    case PACK_PAPER:
        return pack_make_paper(p, r, e);
    case PACK_FILES:
        return pack_make_files(p, r, e);
    case PACK_PHOTOS:
        return pack_make_photos(p, r, e);
    default: /* the copy was made while the session was read */
        return ERR_NONE;
    }
}

static enum err_code make_folders(struct pack *p, struct err *e)
{
    enum err_code code = pack_folder_add(&p->folder, PACK_PUBLIC, e);
    if (!code && !p->in->public_only)
        code = pack_folder_add(&p->folder, PACK_ARCHIVE, e);
    if (!code && !p->in->public_only)
        code = pack_folder_add(&p->folder, PACK_UPLOAD, e);
    return code;
}

static enum err_code make_content(struct pack *p, struct err *e)
{
    enum err_code code = make_folders(p, e);
    if (!code)
        code = read_session(p, e);
    for (const struct pack_row *r = pack_rows; !code && r->folder; r++)
        if (is_wanted(p, r))
            code = make_row(p, r, e);
    if (!code && !p->in->public_only)
        code = pack_make_uploads(p, e);
    if (!code)
        code = pack_settle(p, e);
    return code ? code : pack_make_manifest(p, e);
}

/* --- the end --- */

/* Below one folder in the archive: unpacking it anywhere makes no mess. */
static enum err_code make_zip(struct pack *p, const char *stem, const char **ret, struct err *e)
{
    struct press_packed *v = ARENA_ARRAY(p->arena, struct press_packed, p->n + 1);
    for (size_t i = 0; i < p->n; i++)
        v[i] = (struct press_packed){arena_printf(p->arena, "%s/%s", stem, p->v[i].name),
                                     pack_path(p, p->v[i].name)};
    v[p->n] = (struct press_packed){arena_printf(p->arena, "%s/MANIFEST", stem),
                                    pack_path(p, "MANIFEST")};
    struct press_watch watch = pack_watch(p);
    *ret = pack_scratch(p, "paket.zip");
    enum err_code code = pack_step(p, _("Berkas zip"), e);
    return code ? code : press_run_zip(*ret, v, p->n + 1, &watch, e);
}

static enum err_code finish(struct pack *p, struct pack_result *r, struct err *e)
{
    const char *made = p->folder.content, *stem = pack_stem(p);
    enum err_code code = p->in->zip ? make_zip(p, stem, &made, e) : ERR_NONE;
    if (!code)
        code = pack_folder_finish(&p->folder, made, stem, p->in->zip ? ".zip" : "", p->arena,
                                  &r->path, e);
    if (code)
        return code;
    struct stat zip;
    for (size_t i = 0; i < p->n; i++)
        r->size += p->v[i].size;
    if (p->in->zip && stat(r->path, &zip) == 0)
        r->size = zip.st_size;
    r->files = (int)p->n + 1;
    r->notes = p->notes;
    r->n_notes = p->n_notes;
    return ERR_NONE;
}

/* A reading before anything is written: how much there will be. */
static enum err_code look_ahead(struct pack *p, struct err *e)
{
    struct paper_source *s;
    int64_t unused;
    enum err_code code = paper_source_read(p->app, false, p->arena, &s, e);
    if (code)
        return code;
    p->d = paper_source_dossier(s);
    p->shown = paper_source_seen(s, PRIVACY_PUBLIKASI);
    p->named = dossier_session(p->shown);
    p->all = count_steps(p);
    return pack_folder_check(p->in->folder, pack_estimate(p), &unused, e);
}

/* What went wrong at the target is told with the target's name: nobody knows the hidden folder, and nothing
 * old was touched. Called when the hidden folder was removed, as far as it could be. */
static enum err_code tell_target(const struct pack *p, const char *work, enum err_code code, struct err *e)
{
    char detail[sizeof e->detail];
    const char *left = access(work, F_OK) == 0
                           ? arena_printf(p->arena, _(" Yang tertinggal hanya %s; boleh dihapus."), work)
                           : "";
    if (!strstr(e->text, work))
        return code;
    snprintf(detail, sizeof detail, "%s", e->detail);
    code = code == ERR_FULL
               ? err_set(e, code, _("Ruang di %s habis selagi paket dibuat. Sesi aman, dan paketnya dibuang.%s "
                                    "Kosongkan ruang, atau pilih tempat lain."),
                         p->in->folder, left)
               : err_set(e, code, _("Selagi paket dibuat, %s tidak dapat ditulis lagi. Sesi aman, dan paketnya "
                                    "dibuang.%s Periksa apakah flashdisknya masih terpasang dan dapat ditulis, "
                                    "lalu buat lagi."),
                         p->in->folder, left);
    err_ignore(err_detail(e, "%s", detail));
    return code;
}

static bool is_of_target(enum err_code code)
{
    return code == ERR_FULL || code == ERR_IO || code == ERR_NOTFOUND;
}

/* Not flushed is told, as long as the pack is there and the medium has not said that it lost something of it. */
static enum err_code flush(const char *folder, struct pack_result *r, struct err *e)
{
    errno = 0;
    r->flushed = copy_flush_medium(folder);
    if (r->flushed || (errno != EIO && access(r->path, F_OK) == 0))
        return ERR_NONE;
    enum err_code code =
        err_errno(e, _("%s tidak menyimpan paket ini dengan utuh; paketnya dibuang. Sesi aman. Pakai flashdisk lain, atau "
                       "pasang lagi yang ini, lalu buat lagi."), folder);
    pack_folder_undo(r->path);
    return code;
}

enum err_code make_pack(struct app *a, const struct pack_request *in, struct arena *ar,
                        struct pack_result *ret, struct err *e)
{
    struct pack p = {.app = a, .in = in, .arena = ar, .box = PAPER_BOX, .folder = {.lock = -1}};
    struct pack_result r = {0};
    if (!in->folder || !*in->folder)
        return err_set(e, ERR_INPUT, _("Folder tujuan paket belum diisi."));
    p.crew = press_crew_open(0, in->cancel_fd > 0 ? in->cancel_fd : -1);
    p.limit = in->limit.files > 0 ? in->limit : pack_usual_limit;
    app_drain(a); /* what was entered before belongs to the pack */
    enum err_code code = look_ahead(&p, e);
    if (!code) /* they start while the session is copied and read */
        press_crew_ready(p.crew, "pdf");
    if (!code)
        code = fix_numbers(a, e);
    if (!code)
        code = pack_folder_open(in->folder, ar, &p.folder, e);
    if (!code)
        pack_leftover_remember(app_path(a), p.folder.work);
    if (!code)
        code = make_content(&p, e);
    if (!code)
        code = finish(&p, &r, e);
    press_crew_close(p.crew); /* before the folder: whoever still works writes into it */
    const char *work = p.folder.work;
    pack_folder_drop(&p.folder);
    if (work)
        pack_leftover_forget(app_path(a), work);
    if (work && is_of_target(code))
        code = tell_target(&p, work, code, e);
    r.cancelled = p.cancelled;
    if (!code)
        code = flush(in->folder, &r, e);
    if (!code || r.cancelled)
        *ret = r;
    return code;
}
