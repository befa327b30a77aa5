/* What the makers of a paper noticed, in sentences: whose name has letters that no font has. */
#include "config.h"

#include "app/export_document.h"
#include "app/inside.h"

enum {
    NAMED_MOST = 3 /* who has twenty such names installs the font and prints again */
};

/* "Budi X", "Siti Y", dan 4 lainnya */
static const char *named(const struct export_result *r, struct arena *ar)
{
    const char *all = "";
    size_t n = r->n_missing < NAMED_MOST ? r->n_missing : NAMED_MOST;
    for (size_t i = 0; i < n; i++)
        all = arena_printf(ar, "%s%s\"%s\"", all, i > 0 ? ", " : "", r->missing[i]);
    if (r->n_missing > n)
        all = arena_printf(ar, _("%s, dan %zu lainnya"), all, r->n_missing - n);
    return all;
}

const char *export_remarks(const struct export_result *r, struct arena *ar)
{
    const char *words[3];
    size_t n = 0;
    if (r->differs)
        words[n++] = _("Isi sesi sekarang berbeda dari naskah yang dikunci; yang dicetak adalah naskah "
                       "yang dikunci.");
    if (r->bad_pictures > 0)
        words[n++] = arena_printf(ar, _("%d gambar tidak terbaca; di tempatnya ada kotak dengan tulisan."),
                                  r->bad_pictures);
    if (r->n_missing > 0)
        words[n++] = arena_printf(ar,
                                  _("Laptop ini tidak punya huruf untuk %s, jadi tercetak sebagai kotak. "
                                    "Naskah lainnya benar; pasang paket fonts-noto-core, lalu buat lagi."),
                                  named(r, ar));
    const char *all = "";
    for (size_t i = 0; i < n; i++)
        all = arena_printf(ar, "%s%s%s", all, i > 0 ? "\n" : "", words[i]);
    return all;
}
