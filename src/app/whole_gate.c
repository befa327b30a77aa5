#include "config.h"

#include "app/whole_gate.h"
#include "base/i18n.h"
#include "doc/documents.h"

enum { SHOWN = 5 }; /* more of them would bury the rest of the gate */

static void add(struct gate *g, struct arena *a, const char *text)
{
    gate_add(g, a, GATE_LIHAT, "names_in_text", true, -1, &ID_NONE, -1, text);
}

struct gate whole_gate(const struct dossier *d, struct arena *a)
{
    const char **lines;
    size_t n = privacy_hits(d, a, &lines);
    return whole_gate_with(d, lines, n, a);
}

struct gate whole_gate_with(const struct dossier *d, const char *const *lines, size_t n,
                            struct arena *a)
{
    struct gate g = gate_check(d, a);
    for (size_t i = 0; i < n && i < SHOWN; i++)
        add(&g, a, lines[i]);
    if (n > SHOWN)
        add(&g, a,
            arena_printf(a,
                         _("dan %zu tempat lain yang menyebut nama atau nomor; versi publikasi "
                           "menyamarkannya"),
                         n - SHOWN));
    return g;
}
