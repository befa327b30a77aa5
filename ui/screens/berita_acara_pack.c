/* The evidence pack of F6: what it shall hold, where it goes, how far it is. */
#include "config.h"

#include "app/make_pack.h"
#include "base/i18n.h"
#include "base/text.h"
#include "doc/documents.h"
#include "ui/pack.h"
#include "ui/screens/berita_acara.h"

static const struct {
    const char *label; /* N_() */
    bool zip, public_only;
} packs[] = {
    {N_("Paket lengkap: unggah, arsip, publikasi"), false, false},
    {N_("Paket lengkap dalam satu berkas .zip"), true, false},
    {N_("Hanya publikasi, tanpa data pribadi"), false, true},
};
enum { N_PACKS = sizeof packs / sizeof *packs };

/* What will be masked is said before, so that somebody can look at it in the gate. */
static const char *title(struct screen *s)
{
    struct ba_view *v = ba_of(s);
    size_t hits = ui_proyektor(s->ui) ? 0 : privacy_places(v->d, v->scratch).n_hidden;
    if (hits == 0)
        return _("Paket bukti yang mana?");
    return arena_printf(v->scratch, _("Paket bukti yang mana? (publikasi: %zu teks disamarkan, lihat daftar periksa)"),
                        hits);
}

static void ask_pack(struct screen *s)
{
    const char *words[N_PACKS];
    for (int i = 0; i < N_PACKS; i++)
        words[i] = _(packs[i].label);
    ui_choose(s, BA_ASK_PACK, title(s), words, N_PACKS, 0, ba_popup_done);
}

void ba_pack_action(struct screen *s)
{
    if (ui_packing(s->ui))
        ui_pack_ask_stop(s);
    else
        ask_pack(s);
}

void ba_pack_popup(struct screen *s, int tag, const struct popup_result *p)
{
    struct ba_view *v = ba_of(s);
    if (tag == BA_ASK_PACK) {
        v->pack = p->choice;
        ba_ask_folder(s, BA_ASK_PACK_FOLDER, true);
    } else {
        const char *folder = ba_folder_of(s, p);
        const struct pack_request in = {
            .folder = folder, .zip = packs[v->pack].zip, .public_only = packs[v->pack].public_only};
        if (*folder)
            ui_pack_start(s->ui, &in);
    }
}
