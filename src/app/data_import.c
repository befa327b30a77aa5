#include "config.h"

#include "app/data_import.h"

#include <stdlib.h>
#include <unistd.h>

#include "app/data_read.h"
#include "app/inside.h"
#include "base/file.h"

/* --- the use case --- */

struct import_data_args {
    const struct dossier *d;
};

static enum err_code import_session(struct work *w, const struct dossier *d, struct err *e)
{
    struct session s = *dossier_session(d);
    s.id = store_session_id(w->store);
    return work_set_record(w, ENTITY_session, &s, e);
}

/* JSON names pictures but does not carry them: what says that their bytes are in the file would be found missing. */
static void forget_bytes(struct dossier *d)
{
    for (size_t i = 0; i < d->document.n; i++)
        if (IS_SET(d->document.v[i].stored))
            d->document.v[i].stored = 0;
}

static enum err_code import_rows(struct work *w, const struct dossier *d, enum entity_kind k,
                                 struct err *e)
{
    size_t n;
    const char *rows = dossier_rows(d, k, &n);
    for (size_t i = 0; i < n; i++) {
        enum err_code code = work_set_record(w, k, rows + i * dict_entity(k)->size, e);
        if (code)
            return code;
    }
    return ERR_NONE;
}

static enum err_code import_data(struct work *w, void *args, struct err *e)
{
    const struct import_data_args *x = args;
    enum err_code code = import_session(w, x->d, e);
    for (int k = 0; k < ENTITY_COUNT && !code; k++)
        if (k != ENTITY_session && k != ENTITY_lock)
            code = import_rows(w, x->d, (enum entity_kind)k, e);
    return code;
}

static struct job *import_job(struct app *a, const void *dossier)
{
    struct job *j;
    struct import_data_args *x = job_start(a, "import_session", import_data, sizeof *x, &j);
    x->d = dossier;
    return j;
}

/* --- making the file --- */

enum err_code data_create(const char *path, const char *json, size_t n, const struct app_options *o,
                          struct app **ret, struct err *e)
{
    struct app_options clocked = *o;
    struct arena *ar = arena_new();
    struct dossier *d;
    enum err_code code = data_read(json, n, clock_now(&clocked.clock), ar, &d, e);
    if (!code) {
        forget_bytes(d);
        code = app_create_by(path, import_job, d, o, ret, e);
    }
    arena_free(ar);
    return code;
}

enum err_code data_create_from_file(const char *path, const char *json_path,
                                    const struct app_options *o, struct app **ret, struct err *e)
{
    struct buf b = BUF_INIT;
    enum err_code code = file_read(json_path, DATA_FILE_LIMIT, &b, e);
    if (!code)
        code = data_create(path, buf_str(&b), b.len, o, ret, e);
    buf_done(&b);
    return code;
}

/* --- the practice session, which the program brings along --- */

/* "<place>/name" in the arena when it can be read, else NULL. Takes `place`. */
static const char *readable(char *place, const char *name, struct arena *a)
{
    const char *path = place ? arena_printf(a, "%s/%s", place, name) : NULL;
    free(place);
    return path && access(path, R_OK) == 0 ? path : NULL;
}

/* MUFAKAT_DATA, beside the program, the installed place; the path in the arena. ERR_NOTFOUND in words. */
static enum err_code find_file(const char *name, struct arena *a, const char **ret, struct err *e)
{
    const char *named = getenv("MUFAKAT_DATA");
    const char *path = named && *named ? readable(mem_strdup(named), name, a) : NULL;
    if (!path) /* installed anywhere */
        path = readable(file_beside_program("../share/mufakat"), name, a);
    if (!path) /* built, not installed: in a folder of its own */
        path = readable(file_beside_program("../data"), name, a);
    if (!path) /* the same inside the source tree */
        path = readable(file_beside_program("data"), name, a);
    if (!path)
        path = readable(mem_strdup(PKGDATADIR), name, a);
    if (path) {
        *ret = path;
        return ERR_NONE;
    }
    return err_set(e, ERR_NOTFOUND,
                   _("Berkas bawaan %s tidak ditemukan. Pasang ulang Mufakat, atau tunjukkan "
                     "foldernya lewat MUFAKAT_DATA."),
                   name);
}

enum err_code data_create_practice(const char *path, const struct app_options *o, struct app **ret,
                                   struct err *e)
{
    struct arena *ar = arena_new();
    const char *from = NULL;
    enum err_code code = find_file("contoh.json", ar, &from, e);
    if (!code)
        code = data_create_from_file(path, from, o, ret, e);
    arena_free(ar);
    return code;
}
