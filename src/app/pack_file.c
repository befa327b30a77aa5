/* Steps, files and notes of a pack that is being made. */
#include "config.h"

#include <poll.h>
#include <string.h>

#include "app/pack.h"
#include "app/safe_name.h"
#include "base/file.h"
#include "base/i18n.h"

static bool wants_stop(const struct pack *p)
{
    struct pollfd fd = {.fd = p->in->cancel_fd > 0 ? p->in->cancel_fd : -1, .events = POLLIN};
    return poll(&fd, 1, 0) > 0;
}

enum err_code pack_step(struct pack *p, const char *name, struct err *e)
{
    p->cancelled = wants_stop(p);
    if (p->cancelled)
        return err_set(e, ERR_BUSY, _("Paket dibatalkan. Tidak ada berkas yang tertinggal."));
    if (p->in->step)
        p->in->step(p->in->ctx, p->done, p->all, name);
    p->done++;
    return ERR_NONE;
}

const char *pack_name(const struct pack *p, const char *folder, const char *what, enum privacy privacy,
                      const char *ending)
{
    return arena_printf(p->arena, "%s/%s", folder, safe_name_file(p->named, what, privacy, ending, p->arena));
}

const char *pack_stem(const struct pack *p)
{
    return p->in->public_only ? safe_name_file(p->named, "paket", PRIVACY_PUBLIKASI, "", p->arena)
                              : safe_name_file(p->named, "paket-bukti", PRIVACY_ARSIP, "", p->arena);
}

const char *pack_path(const struct pack *p, const char *name)
{
    return arena_printf(p->arena, "%s/%s", p->folder.content, name);
}

const char *pack_scratch(const struct pack *p, const char *name)
{
    return arena_printf(p->arena, "%s/%s", p->folder.work, name);
}

/* Room for one more in an array of the arena. */
static void *grow(struct arena *ar, void *v, size_t n, size_t *cap, size_t size)
{
    if (n < *cap)
        return v;
    *cap = *cap ? 2 * *cap : 32;
    void *more = arena_alloc(ar, *cap * size);
    if (n)
        memcpy(more, v, n * size);
    return more;
}

void pack_add_known(struct pack *p, const char *name, const char *what, int64_t size, const char *sha256)
{
    struct pack_entry x = {.name = arena_strdup(p->arena, name), .what = what, .size = size};
    memcpy(x.sha256, sha256, sizeof x.sha256);
    p->v = grow(p->arena, p->v, p->n, &p->cap, sizeof *p->v);
    p->v[p->n++] = x;
}

enum err_code pack_add(struct pack *p, const char *name, const char *what, struct err *e)
{
    char hex[65];
    int64_t size;
    enum err_code code = file_sha256(pack_path(p, name), hex, &size, e);
    if (!code)
        pack_add_known(p, name, what, size, hex);
    return code;
}

enum err_code pack_write(struct pack *p, const char *name, const char *what, const struct buf *b,
                         struct err *e)
{
    enum err_code code = file_write(pack_path(p, name), buf_str(b), b->len, e);
    return code ? code : pack_add(p, name, what, e);
}

void pack_note(struct pack *p, const char *sentence)
{
    for (size_t i = 0; i < p->n_notes; i++)
        if (strcmp(p->notes[i], sentence) == 0)
            return;
    const char **more = ARENA_ARRAY(p->arena, const char *, p->n_notes + 1);
    if (p->n_notes)
        memcpy(more, p->notes, p->n_notes * sizeof *more);
    more[p->n_notes++] = arena_strdup(p->arena, sentence);
    p->notes = more;
}

struct press_watch pack_watch(const struct pack *p)
{
    return (struct press_watch){.cancel_fd = -1, .crew = p->crew};
}

void pack_begun(struct pack *p, struct pack_piece *x)
{
    *(p->first ? &p->last->next : &p->first) = x;
    p->last = x;
}

static enum err_code end_first(struct pack *p, struct err *e)
{
    struct pack_piece *x = p->first;
    p->first = x->next;
    enum err_code code = x->end(p, x, e);
    p->cancelled |= code == ERR_BUSY; /* nothing else waits for others here */
    return code;
}

static bool has_ended(const struct pack_piece *x)
{
    return x->picture ? x->fit.ended : export_has_ended(&x->work);
}

enum err_code pack_collect(struct pack *p, struct err *e)
{
    enum err_code code = ERR_NONE;
    while (!code && p->first && has_ended(p->first))
        code = end_first(p, e);
    return code;
}

enum err_code pack_settle(struct pack *p, struct err *e)
{
    enum err_code code = ERR_NONE;
    while (!code && p->first)
        code = end_first(p, e);
    return code;
}
