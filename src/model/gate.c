#include "model/gate.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "model/gate_parts.h"

#define LIST_BYTES 200 /* a line of the screen, not a register */

void gate_add(struct gate *g, struct arena *a, enum gate_level level, const char *code, bool hidden,
              int entity, const struct id *row, int field, const char *text)
{
    g->v = arena_more(a, g->v, g->n, sizeof *g->v);
    g->v[g->n++] =
        (struct gate_item){level, code, text, hidden, entity, row ? *row : ID_NONE, field};
    g->n_lihat += level == GATE_LIHAT;
    g->n_penting += level == GATE_PENTING;
}

struct gate gate_check(const struct dossier *d, struct arena *a)
{
    struct gate g = {0};
    struct gate_run x = {&g, d, a};
    gate_session(&x);
    gate_attendance(&x);
    gate_agenda(&x);
    gate_dialog(&x);
    gate_agreements(&x);
    gate_objections(&x);
    gate_signatories(&x);
    gate_documents(&x);
    return g;
}

const char *gate_words(const struct gate *g, struct arena *a)
{
    size_t all = g->n_lihat + g->n_penting;
    if (all == 0)
        return _("semua lengkap");
    if (g->n_penting == 0)
        return arena_printf(a, _("%zu hal perlu perhatian"), all);
    return arena_printf(a, _("%zu hal perlu perhatian, %zu penting"), all, g->n_penting);
}

const char *gate_level_words(enum gate_level level)
{
    if (level == GATE_OK)
        return text_is_ascii() ? "v" : "✓";
    return level == GATE_LIHAT ? _("lihat") : _("penting");
}

/* --- for the parts --- */

void gate_say(struct gate_run *x, enum gate_level level, const char *code, const char *text)
{
    gate_add(x->g, x->a, level, code, false, -1, NULL, -1, text);
}

void gate_at(struct gate_run *x, enum gate_level level, const char *code, int entity,
             const struct id *row, int field, const char *text)
{
    gate_add(x->g, x->a, level, code, false, entity, row, field, text);
}

void gate_list_number(struct buf *b, int64_t number)
{
    static const char more[] = ", ...";
    bool full = b->len > LIST_BYTES, said = full && strcmp(b->p + b->len - strlen(more), more) == 0;
    if (number == NONE || said)
        return;
    if (full)
        buf_puts(b, more);
    else
        buf_printf(b, "%s%lld", b->len ? ", " : "", (long long)number);
}
