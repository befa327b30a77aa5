/* One paper of a pack in one format. */
#include "config.h"

#include <string.h>

#include "app/data_export.h"
#include "app/pack.h"
#include "base/i18n.h"
#include "doc/documents.h"

/* What somebody should know of a paper that was made. */
static void note_report(struct pack *p, const struct paper *x, const struct press_report *r)
{
    if (x->differs)
        pack_note(p, _("Isi sesi sekarang berbeda dari naskah yang dikunci; berita acara dibuat "
                       "dari naskah yang dikunci."));
    if (r->bad_pictures > 0)
        pack_note(p, arena_printf(p->arena, _("%s: %d gambar tidak dapat dibaca; di tempatnya ada "
                                              "kotak berisi kata-kata."),
                                  _(x->kind->label), r->bad_pictures));
    for (size_t i = 0; i < r->n_missing; i++)
        pack_note(p, arena_printf(p->arena, _("%s: huruf pada \"%s\" tidak ada di komputer ini; "
                                              "periksa cetakannya."),
                                  _(x->kind->label), r->missing[i]));
}

static enum err_code write_pdf(struct pack *p, const struct paper *x, const char *path,
                               struct err *e)
{
    struct press_watch watch = pack_watch(p);
    struct press_report report = {0};
    enum err_code code = press_run_pdf(x->tree, path, &watch, p->arena, &report, e);
    p->cancelled = report.cancelled;
    if (!code)
        note_report(p, x, &report);
    return code;
}

static const struct {
    const char *ending;
    enum err_code (*write)(struct pack *p, const struct paper *x, const char *path, struct err *e);
} formats[] = {
    {".pdf", write_pdf},
};

static enum err_code write_paper(struct pack *p, const char *document, enum privacy privacy,
                                 const char *ending, const char *path, struct err *e)
{
    const struct paper_request request = {.document = document, .privacy = privacy};
    struct arena *ar = arena_new(); /* pictures: not longer than this paper */
    struct paper x;
    enum err_code code = paper_make(p->source, &request, ar, &x, e);
    if (!code && x.locked)
        memcpy(p->fingerprint, x.fingerprint, sizeof p->fingerprint);
    for (size_t i = 0; !code && i < sizeof formats / sizeof *formats; i++)
        if (strcmp(ending, formats[i].ending) == 0)
            code = formats[i].write(p, &x, path, e);
    arena_free(ar);
    return code;
}

enum err_code pack_make_pdf(struct pack *p, const char *document, enum privacy privacy,
                            const char *path, struct err *e)
{
    return write_paper(p, document, privacy, ".pdf", path, e);
}

enum err_code pack_make_paper(struct pack *p, const struct pack_row *r, struct err *e)
{
    const char *name = arena_printf(p->arena, "%s/%s%s", r->folder, r->name, r->ending);
    const char *what = paper_kind_find(r->code)->label;
    enum err_code code = pack_step(p, arena_printf(p->arena, "%s (%s)", _(what), r->ending + 1), e);
    if (!code)
        code = write_paper(p, r->code, r->privacy, r->ending, pack_path(p, name), e);
    return code ? code : pack_add(p, name, what, e);
}
