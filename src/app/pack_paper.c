/* One paper or book of a pack in one format. */
#include "config.h"

#include <string.h>

#include "app/export_document.h"
#include "app/export_format.h"
#include "app/pack.h"
#include "base/i18n.h"

/* What somebody should know of a paper that was made. */
static void note_result(struct pack *p, const char *document, const struct export_result *r)
{
    const char *label = _(export_label(document));
    if (r->locked)
        memcpy(p->fingerprint, r->fingerprint, sizeof p->fingerprint);
    if (r->differs)
        pack_note(p, _("Isi sesi sekarang berbeda dari naskah yang dikunci; berita acara dibuat "
                       "dari naskah yang dikunci."));
    if (r->bad_pictures > 0)
        pack_note(p, arena_printf(p->arena, _("%s: %d gambar tidak dapat dibaca; di tempatnya ada "
                                              "kotak berisi kata-kata."),
                                  label, r->bad_pictures));
    for (size_t i = 0; i < r->n_missing; i++)
        pack_note(p, arena_printf(p->arena, _("%s: huruf pada \"%s\" tidak ada di komputer ini; "
                                              "periksa cetakannya."),
                                  label, r->missing[i]));
}

static enum err_code end_document(struct pack *p, struct pack_piece *x, struct err *e)
{
    struct export_result r;
    enum err_code code = export_end(&x->work, &r, e);
    if (code)
        return code;
    note_result(p, x->document, &r);
    if (x->name)
        pack_add_known(p, x->name, x->what, r.size, x->work.sha256);
    return ERR_NONE;
}

enum err_code pack_make_document(struct pack *p, const char *document, enum privacy privacy, const char *path,
                                 const char *name, const char *what, struct err *e)
{
    const struct export_request in = {.document = document, .privacy = privacy, .path = path, .crew = p->crew};
    struct pack_piece *x = ARENA_NEW(p->arena, struct pack_piece);
    x->end = end_document;
    x->document = document;
    x->name = name;
    x->what = what;
    enum err_code code = export_begin(p->source, &in, p->arena, &x->work, e);
    p->cancelled |= x->work.result.cancelled;
    if (!code)
        pack_begun(p, x);
    return code ? code : pack_collect(p, e);
}

enum err_code pack_make_paper(struct pack *p, const struct pack_row *r, struct err *e)
{
    const char *name = pack_name(p, r->folder, r->name, r->privacy, r->ending);
    const char *what = r->what ? r->what : export_label(r->code);
    enum err_code code = pack_step(p, arena_printf(p->arena, "%s (%s)", _(what), r->ending + 1), e);
    return code ? code : pack_make_document(p, r->code, r->privacy, pack_path(p, name), name, what, e);
}
