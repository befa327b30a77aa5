#include "config.h"

#include <string.h>

#include "app/inside.h"
#include "app/make_paper.h"
#include "app/read.h"
#include "base/text.h"
#include "doc/documents.h"

/* --- the source --- */

struct paper_source {
    struct app *app;
    struct arena *arena;
    struct dossier *now;         /* what the tables hold */
    const struct lock *lock;     /* in force; NULL: a draft, or not asked for */
    const struct dossier *shown; /* `now` for the public; NULL until somebody wants it */
    const struct dossier *state; /* the session at the lock; NULL: the log does not fit it */
    bool bad_fingerprint;        /* of the lock: cannot even be read */
    char fingerprint[HASH_SHORT];
    paper_picture *picture;
    void *picture_ctx;
};

static enum err_code stored_picture(void *ctx, const struct document *d, struct buf *ret,
                                    struct err *e)
{
    return read_blob(ctx, d->sha256, ret, e);
}

void paper_source_pictures(struct paper_source *s, paper_picture *get, void *ctx)
{
    s->picture = get;
    s->picture_ctx = ctx;
}

static enum err_code read_lock(struct paper_source *s, struct arena *ar, struct err *e)
{
    struct fingerprint_match match = {0};
    struct hash h;
    s->lock = dossier_lock(s->now);
    if (!s->lock)
        return ERR_NONE;
    s->bad_fingerprint = !s->lock->fingerprint || !hash_parse_hex(s->lock->fingerprint, &h);
    if (s->bad_fingerprint)
        return ERR_NONE;
    hash_short(&h, s->fingerprint);
    enum err_code code = read_fingerprint(s->app, s->fingerprint, ar, &match, e);
    if (!code && match.belongs && match.intact && match.state) {
        match.state->now = s->now->now;
        s->state = match.state;
    }
    return code;
}

enum err_code paper_source_read(struct app *a, bool with_lock, struct arena *ar,
                                struct paper_source **ret, struct err *e)
{
    struct paper_source *s = arena_alloc(ar, sizeof *s);
    *s = (struct paper_source){.app = a, .arena = ar, .picture = stored_picture, .picture_ctx = a};
    enum err_code code = store_read_begin(a->reader, e);
    if (code)
        return code;
    code = read_dossier(a, ar, &s->now, e);
    if (!code && with_lock)
        code = read_lock(s, ar, e);
    store_read_end(a->reader);
    if (!code)
        *ret = s;
    return code;
}

const struct dossier *paper_source_dossier(const struct paper_source *s)
{
    return s->now;
}

const struct dossier *paper_source_seen(struct paper_source *s, enum privacy privacy)
{
    if (privacy != PRIVACY_PUBLIKASI)
        return s->now;
    if (!s->shown) /* looking through every text for names takes longer than many a paper */
        s->shown = privacy_filter(s->now, privacy, s->arena);
    return s->shown;
}

/* --- one paper --- */

struct making {
    struct paper_source *source;
    const struct paper_kind *kind;
    struct arena *arena;
    struct doc_options options;
};

static bool is_printed_picture(const struct document *d, const struct session *s,
                               enum paper_photos photos)
{
    if (!IS_SET(d->stored) || !d->sha256 || !d->mime || strncmp(d->mime, "image/", 6) != 0)
        return false;
    return (d->kind == DOC_LOGO && IS_SET(s->with_logo)) ||
           (d->kind == DOC_FOTO &&
            (photos == PHOTOS_ALWAYS || (photos == PHOTOS_SWITCHED && IS_SET(s->with_photos))));
}

static enum err_code load_pictures(struct making *m, const struct dossier *d, struct err *e)
{
    struct doc_picture *v = ARENA_ARRAY(m->arena, struct doc_picture, d->document.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < d->document.n; i++) {
        struct buf b = BUF_INIT;
        if (!is_printed_picture(&d->document.v[i], dossier_session(d), m->kind->photos))
            continue;
        enum err_code code = m->source->picture(m->source->picture_ctx, &d->document.v[i], &b, e);
        if (!code) {
            v[n++] = (struct doc_picture){d->document.v[i].id, arena_memdup(m->arena, b.p, b.len),
                                          b.len};
        } else if (code != ERR_NOTFOUND) { /* an erased picture is told in words */
            buf_done(&b);
            return code;
        }
        buf_done(&b);
    }
    err_clear(e);
    m->options.pictures = v;
    m->options.n_pictures = n;
    return ERR_NONE;
}

static enum err_code build(struct making *m, const struct dossier *d, struct document_tree **ret,
                           struct err *e)
{
    /* filtered first: what is kept back is not even read */
    const struct dossier *seen = d == m->source->now ? paper_source_seen(m->source, m->options.privacy)
                                                     : privacy_filter(d, m->options.privacy, m->arena);
    enum err_code code = load_pictures(m, seen, e);
    if (code)
        return code;
    *ret = m->kind->build(seen, &m->options, m->arena);
    return ERR_NONE;
}

static bool same_tree(const struct document_tree *a, const struct document_tree *b)
{
    struct buf x = BUF_INIT, y = BUF_INIT;
    tree_write(a, &x);
    tree_write(b, &y);
    bool same = x.len == y.len && (x.len == 0 || memcmp(x.p, y.p, x.len) == 0);
    buf_done(&x);
    buf_done(&y);
    return same;
}

static enum err_code check_lock(const struct paper_source *s, struct err *e)
{
    if (s->bad_fingerprint)
        return err_set(e, ERR_CORRUPT,
                       _("Sidik pada kunci naskah rusak. Jalankan pemeriksaan berkas "
                         "(mufakat periksa) sebelum mencetak."));
    if (!s->state)
        return err_set(
            e, ERR_CORRUPT,
            _("Riwayat berkas ini tidak cocok lagi dengan sidik naskah yang dikunci, jadi tidak "
              "dicetak. Jalankan pemeriksaan berkas (mufakat periksa)."));
    return ERR_NONE;
}

/* The lock covers a place in the log, so the paper is made from the session as it was there. What
 * the tables hold now should print the same, since the lock freezes it; after a merge it may not.
 * Pictures, agenda and stances since the lock are no difference: they were never frozen. */
static enum err_code build_locked(struct making *m, struct paper *r, struct err *e)
{
    const struct paper_source *s = m->source;
    struct document_tree *current;
    enum err_code code = check_lock(s, e);
    if (code)
        return code;
    memcpy(r->fingerprint, s->fingerprint, sizeof r->fingerprint);
    m->options.state = STATE_LOCKED;
    m->options.fingerprint = s->fingerprint;
    m->options.now = s->now;
    m->options.revision = s->lock->revision == NONE ? 0 : s->lock->revision;
    r->locked = true;
    code = build(m, s->state, &r->tree, e);
    if (code)
        return code;
    struct dossier now = *s->now;
    now.document = s->state->document;
    now.agenda = s->state->agenda;
    now.position = s->state->position;
    code = build(m, &now, &current, e);
    if (!code)
        r->differs = !same_tree(r->tree, current);
    return code;
}

/* ERR_INPUT names the papers that there are. */
static enum err_code find_kind(const char *document, const struct paper_kind **ret, struct err *e)
{
    const struct paper_kind *found = paper_kind_find(TXT(document));
    if (found) {
        *ret = found;
        return ERR_NONE;
    }
    struct buf b = BUF_INIT;
    for (const struct paper_kind *k = paper_kinds; k->code; k++)
        buf_printf(&b, "%s%s", b.len ? ", " : "", k->code);
    enum err_code code = err_set(e, ERR_INPUT, _("Dokumen \"%s\" tidak dikenal. Yang ada: %s."),
                                 TXT(document), buf_str(&b));
    buf_done(&b);
    return code;
}

/* The attendance list is signed before there is a lock. */
bool paper_is_locked_kind(const struct paper_kind *k)
{
    return strcmp(k->code, "berita-acara") == 0 || strcmp(k->code, "halaman-publik") == 0;
}

enum err_code paper_make(struct paper_source *s, const struct paper_request *in,
                         struct arena *ar, struct paper *ret, struct err *e)
{
    struct making m = {.source = s, .arena = ar};
    struct paper r = {0};
    m.options.privacy = in->privacy;
    m.options.state = STATE_DRAFT;
    enum err_code code = find_kind(in->document, &m.kind, e);
    if (code)
        return code;
    r.kind = m.kind;
    code = s->lock && !in->draft && paper_is_locked_kind(m.kind) ? build_locked(&m, &r, e)
                                                                : build(&m, s->now, &r.tree, e);
    if (!code)
        *ret = r;
    return code;
}
