#include "config.h"

#include <string.h>

#include "app/inside.h"
#include "app/read.h"
#include "base/text.h"

enum err_code read_together(struct app *a, struct err *e)
{
    return store_read_begin(a->reader, e);
}

void read_apart(struct app *a)
{
    store_read_end(a->reader);
}

enum err_code read_dossier(struct app *a, struct arena *ar, struct dossier **ret, struct err *e)
{
    struct dossier *d = NULL;
    enum err_code code = store_load_dossier(a->reader, ar, &d, e);
    if (code)
        return code;
    d->now = clock_now(&a->clock);
    *ret = d;
    return ERR_NONE;
}

/* What read_frame leaves out. */
#define HANGS_ON_NOTES                                                                             \
    (BIT(contribution) | BIT(contribution_issue) | BIT(reply) | BIT(agreement_contribution))

static bool hangs_on_notes(int k)
{
    return HANGS_ON_NOTES & 1u << k;
}

static enum err_code load_list(struct app *a, enum entity_kind k, struct arena *ar, struct dossier *d,
                               struct err *e)
{
    void *rows = NULL;
    size_t n = 0;
    enum err_code code = store_load_all(a->reader, k, ar, &rows, &n, e);
    if (!code)
        dossier_set_rows(d, k, rows, n);
    return code;
}

/* --- the frame: read once, shared by all who ask until one of its rows changes --- */

static void let_go(void *thing)
{
    struct frame *f = thing;
    if (--f->users == 0)
        arena_free(f->arena); /* and with it `f` */
}

void frame_forget(struct app *a)
{
    if (a->frame)
        let_go(a->frame);
    a->frame = NULL;
}

/* The file's version as the writing connection counts it, which leaves out its own commits; FRAME_UNKNOWN while the
 * keeper uses that connection. */
static int64_t foreign_version(struct app *a)
{
    if (a->read_only || a->opening || pthread_mutex_trylock(&a->writing) != 0)
        return FRAME_UNKNOWN;
    int64_t version = store_data_version(a->writer);
    pthread_mutex_unlock(&a->writing);
    return version;
}

/* True when the frame is what the file holds: no job has touched it, and either nobody at all has committed since it
 * was read, or nobody else. What jobs have touched is taken first: a commit that comes later is seen by its
 * version now, or by its bits at the next look. */
static bool still_true(struct app *a, struct frame *now)
{
    unsigned touched = atomic_exchange(&a->touched, 0);
    struct frame *f = a->frame;
    now->version = store_data_version(a->reader);
    if (f && !(touched & ~HANGS_ON_NOTES) && f->version == now->version)
        return true;
    now->foreign = foreign_version(a);
    if (!f || touched & ~HANGS_ON_NOTES || f->foreign == FRAME_UNKNOWN || f->foreign != now->foreign)
        return false;
    f->version = now->version;
    return true;
}

/* `now` gives the versions. */
static enum err_code load_frame(struct app *a, const struct frame *now, struct err *e)
{
    enum err_code code = store_read_begin(a->reader, e);
    if (code)
        return code;
    struct arena *own = arena_new();
    struct frame *f = ARENA_NEW(own, struct frame);
    *f = *now;
    f->arena = own;
    f->d = dossier_new(own);
    f->users = 1;
    for (int k = 0; k < ENTITY_COUNT && !code; k++)
        if (!hangs_on_notes(k))
            code = load_list(a, (enum entity_kind)k, own, f->d, e);
    store_read_end(a->reader);
    if (code) {
        arena_free(own);
        return code;
    }
    frame_forget(a);
    a->frame = f;
    return ERR_NONE;
}

enum err_code read_frame(struct app *a, struct arena *ar, struct dossier **ret, struct err *e)
{
    struct frame now = {.users = 0};
    if (!still_true(a, &now)) {
        frame_forget(a);
        enum err_code code = load_frame(a, &now, e);
        if (code)
            return code;
    }
    struct dossier *d = ARENA_NEW(ar, struct dossier);
    *d = *a->frame->d;
    d->arena = ar;
    d->now = clock_now(&a->clock);
    a->frame->users++;
    arena_defer(ar, let_go, a->frame);
    *ret = d;
    return ERR_NONE;
}

/* In a read transaction: what hangs on the notes, into a dossier that has the rest. */
static enum err_code load_notes(struct app *a, struct dossier *d, struct err *e)
{
    enum err_code code = ERR_NONE;
    for (int k = 0; k < ENTITY_COUNT && !code; k++)
        if (hangs_on_notes(k))
            code = load_list(a, (enum entity_kind)k, d->arena, d, e);
    return code;
}

/* The frame is shared only when nobody at all has committed since it was read: the moment of the transaction is then
 * the frame's. */
enum err_code read_screen_dossier(struct app *a, struct arena *ar, struct dossier **ret,
                                  struct err *e)
{
    struct dossier *d = NULL;
    enum err_code code = read_frame(a, ar, &d, e);
    if (!code)
        code = store_read_begin(a->reader, e);
    if (code)
        return code;
    if (store_data_version(a->reader) == a->frame->version)
        code = load_notes(a, d, e);
    else
        code = read_dossier(a, ar, &d, e);
    store_read_end(a->reader);
    if (!code)
        *ret = d;
    return code;
}

enum err_code read_rows(struct app *a, enum entity_kind k, struct arena *ar, void *ret_rows,
                        size_t *ret_n, struct err *e)
{
    return store_load_all(a->reader, k, ar, ret_rows, ret_n, e);
}

enum err_code read_row(struct app *a, enum entity_kind k, const struct id *row, struct arena *ar,
                       void *ret_record, struct err *e)
{
    return store_load(a->reader, k, row, ar, ret_record, e);
}

enum err_code read_notes(struct app *a, const struct id *agenda, const struct id *before, int limit,
                         struct arena *ar, struct contribution **ret, size_t *ret_n, struct err *e)
{
    return store_load_notes(a->reader, agenda, before, limit, ar, ret, ret_n, e);
}

enum err_code read_search_notes(struct app *a, const char *typed, int limit, struct arena *ar,
                                struct contribution **ret, size_t *ret_n, struct err *e)
{
    return store_search_notes(a->reader, text_fold(ar, TXT(typed)), limit, ar, ret, ret_n, e);
}

enum err_code read_speakers(struct app *a, int limit, struct arena *ar, struct id **ret,
                            size_t *ret_n, struct err *e)
{
    return store_speakers(a->reader, limit, ar, ret, ret_n, e);
}

enum err_code read_note_counts(struct app *a, const struct id *agenda, struct note_counts *ret,
                               struct err *e)
{
    return store_note_counts(a->reader, agenda, ret, e);
}

enum err_code read_history(struct app *a, const struct id *before, int limit, struct arena *ar,
                           struct history_group **ret, size_t *ret_n, struct err *e)
{
    return store_history(a->reader, before, limit, ar, ret, ret_n, e);
}

enum err_code read_field_history(struct app *a, enum entity_kind k, const struct id *row, int field,
                                 struct arena *ar, struct field_version **ret, size_t *ret_n,
                                 struct err *e)
{
    return store_field_history(a->reader, k, row, field, ar, ret, ret_n, e);
}

enum err_code read_blob(struct app *a, const char *hex, struct buf *ret, struct err *e)
{
    return store_get_blob(a->reader, hex, ret, e);
}

enum err_code read_log(struct app *a, struct arena *ar, struct log_writer **ret_w, size_t *ret_nw,
                       struct log_change **ret_c, size_t *ret_nc, struct err *e)
{
    enum err_code code = store_read_begin(a->reader, e);
    if (code)
        return code;
    code = store_log_writers(a->reader, ar, ret_w, ret_nw, e);
    if (!code)
        code = store_log_changes(a->reader, ar, ret_c, ret_nc, e);
    store_read_end(a->reader);
    return code;
}
