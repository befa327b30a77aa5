#include "config.h"

#include <string.h>

#include "app/history_words.h"
#include "app/read.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/validate.h"

/* What people call a row by; -1: it has no such field. Kinds that are not listed are not pointed at. */
static const struct {
    enum entity_kind entity;
    int number, name, other_name;
} names[] = {
    {ENTITY_participant, participant_F_number, participant_F_name, participant_F_organization},
    {ENTITY_agenda, -1, agenda_F_title, -1},
    {ENTITY_issue, issue_F_number, issue_F_title, -1},
    {ENTITY_contribution, contribution_F_number, contribution_F_text, -1},
    {ENTITY_agreement, agreement_F_number, agreement_F_problem, -1},
};

static const char *field_words(const struct history_view *h, const void *record, enum entity_kind k, int field,
                               struct arena *a)
{
    if (field < 0 || (h->on_the_wall && dict_field(k, field)->flags & FIELD_PER))
        return "";
    const struct validate_context context = {.today = h->today, .zone = app_zone(h->app)};
    const char *text = validate_show(record, k, field, &context, a);
    return text_trim(a, text_input(a, text, strlen(text), false));
}

/* "7 Siti Aminah"; the kind of row when it has neither number nor name, or is there no more. */
static const char *row_words(const struct history_view *h, enum entity_kind k, const struct value *v, struct arena *a)
{
    struct id id;
    struct err e;
    void *record = arena_alloc(a, dict_entity(k)->size);
    const char *words = "";
    if (v->n != sizeof id)
        return "?";
    memcpy(&id, v->p, sizeof id);
    bool found = read_row(h->app, k, &id, a, record, &e) == ERR_NONE;
    for (size_t i = 0; found && i < sizeof names / sizeof *names; i++) {
        if (names[i].entity != k)
            continue;
        const char *number = field_words(h, record, k, names[i].number, a);
        const char *name = field_words(h, record, k, names[i].name, a);
        if (!*name)
            name = field_words(h, record, k, names[i].other_name, a);
        words = arena_printf(a, "%s%s%s", number, *number && *name ? " " : "", name);
    }
    return *words ? words : _(dict_entity(k)->label);
}

static const char *plain_words(const struct history_view *h, const struct history_change *c, const struct value *v,
                               struct arena *a)
{
    const struct validate_context context = {.today = h->today, .zone = app_zone(h->app)};
    void *record = arena_alloc(a, dict_entity(c->entity)->size);
    struct value kept = *v;
    if (v->type == VALUE_TEXT)
        kept.p = arena_memdup(a, v->p, v->n);
    record_init(record, c->entity);
    if (!record_set(record, c->entity, c->field, &kept))
        return "?"; /* a code of a newer program */
    const char *text = validate_show(record, c->entity, c->field, &context, a);
    return text_trim(a, text_input(a, text, strlen(text), false));
}

bool history_is_erased(const struct history_change *c)
{
    return c->erased || (c->before.type == VALUE_NULL && c->after.type == VALUE_NULL);
}

const char *history_value_words(const struct history_view *h, const struct history_change *c, const struct value *v,
                                int cells, struct arena *a)
{
    const struct field *f = dict_field(c->entity, c->field);
    if (history_is_erased(c))
        return _("(dihapus)");
    if (v->type == VALUE_NULL)
        return NULL;
    if (h->on_the_wall && f->flags & FIELD_PER)
        return _("(disembunyikan)");
    bool reference = f->type == TYPE_REF && v->type == VALUE_BLOB;
    const char *words = reference ? row_words(h, (enum entity_kind)f->arg, v, a) : plain_words(h, c, v, a);
    return text_clip(a, words, cells);
}
