#include "config.h"

#include "app/whole_gate.h"
#include "base/i18n.h"

enum { SHOWN = 5 }; /* more of them would bury the rest of the gate */

struct gate whole_gate(const struct dossier *d, struct arena *a)
{
    const struct privacy_places p = privacy_places(d, a);
    return whole_gate_with(d, &p, a);
}

/* Enter leads to the place. */
static void add(struct gate *g, struct arena *a, const char *code, const struct privacy_place *p, const char *text)
{
    gate_add(g, a, GATE_LIHAT, code, true, p->entity, &p->row, p->field, text);
}

static void add_rest(struct gate *g, struct arena *a, const char *code, const char *text)
{
    gate_add(g, a, GATE_LIHAT, code, true, -1, &ID_NONE, -1, text);
}

/* First what somebody has to decide, then what is known. */
struct gate whole_gate_with(const struct dossier *d, const struct privacy_places *p, struct arena *a)
{
    struct gate g = gate_check(d, a);
    for (size_t i = 0; i < p->n_perhaps && i < SHOWN; i++)
        add(&g, a, "perhaps_names", &p->perhaps[i],
            arena_printf(a, _("%s: bila ini orang, tulis Pak atau Bu di depannya; belum disamarkan"),
                         p->perhaps[i].text));
    if (p->n_perhaps > SHOWN)
        add_rest(&g, a, "perhaps_names",
                 arena_printf(a, _("dan %zu tempat lain yang mungkin menyebut orang dan belum disamarkan"),
                              p->n_perhaps - SHOWN));
    for (size_t i = 0; i < p->n_hidden && i < SHOWN; i++)
        add(&g, a, "names_in_text", &p->hidden[i],
            arena_printf(a, _("%s: nama atau nomor orang; versi publikasi menyamarkannya"), p->hidden[i].text));
    if (p->n_hidden > SHOWN)
        add_rest(&g, a, "names_in_text",
                 arena_printf(a,
                              _("dan %zu tempat lain yang menyebut nama atau nomor; versi publikasi "
                                "menyamarkannya"),
                              p->n_hidden - SHOWN));
    return g;
}
