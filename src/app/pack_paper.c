/* One paper or book of a pack in one format. */
#include "config.h"

#include <string.h>

#include "app/export_document.h"
#include "app/export_format.h"
#include "app/pack.h"
#include "base/i18n.h"

const char *pack_label(const char *document)
{
    struct arena *ar = arena_new();
    const struct export_document_name *v;
    const char *label = document;
    size_t n = export_documents(ar, &v);
    for (size_t i = 0; i < n; i++)
        if (strcmp(v[i].code, document) == 0)
            label = v[i].label;
    arena_free(ar);
    return label;
}

/* What somebody should know of a paper that was made. */
static void note_result(struct pack *p, const char *document, const struct export_result *r)
{
    const char *label = _(pack_label(document));
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

enum err_code pack_make_document(struct pack *p, const char *document, enum privacy privacy,
                                 const char *path, struct err *e)
{
    const struct export_request in = {.document = document,
                                      .privacy = privacy,
                                      .path = path,
                                      .cancel_fd = p->in->cancel_fd};
    struct export_result r = {0};
    struct arena *ar = arena_new(); /* pictures: not longer than this paper */
    enum err_code code = export_file(p->source, &in, ar, &r, e);
    p->cancelled = r.cancelled || code == ERR_BUSY; /* nothing else waits for others here */
    if (!code)
        note_result(p, document, &r);
    arena_free(ar);
    return code;
}

enum err_code pack_make_paper(struct pack *p, const struct pack_row *r, struct err *e)
{
    const char *name = arena_printf(p->arena, "%s/%s%s", r->folder, r->name, r->ending);
    const char *what = r->what ? r->what : pack_label(r->code);
    enum err_code code = pack_step(p, arena_printf(p->arena, "%s (%s)", _(what), r->ending + 1), e);
    if (!code)
        code = pack_make_document(p, r->code, r->privacy, pack_path(p, name), e);
    return code ? code : pack_add(p, name, what, e);
}
