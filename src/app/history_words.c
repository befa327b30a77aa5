#include "config.h"

#include <string.h>

#include "app/actions.h"
#include "app/history_words.h"
#include "app/read.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/validate.h"

#define NAME_CELLS 32  /* of a row that is called by its name */
#define VALUE_CELLS 28 /* of a value within a sentence */

/* What people call a row by, -1: it has no such field; and the row that it only says more of. Kinds that are not listed are not
 * pointed at. */
static const struct called {
    enum entity_kind entity;
    int number, name, other_name;
    int of; /* a reference; -1: it stands for itself */
} names[] = {
    {ENTITY_legal_basis, -1, legal_basis_F_text, -1, -1},
    {ENTITY_participant, participant_F_number, participant_F_name, participant_F_organization, -1},
    {ENTITY_agenda, -1, agenda_F_title, -1, -1},
    {ENTITY_issue, issue_F_number, issue_F_title, -1, -1},
    {ENTITY_contribution, contribution_F_number, contribution_F_text, -1, -1},
    {ENTITY_contribution_issue, -1, -1, -1, contribution_issue_F_contribution},
    {ENTITY_reply, -1, -1, -1, reply_F_question},
    {ENTITY_parked, parked_F_number, parked_F_text, -1, -1},
    {ENTITY_agreement, agreement_F_number, agreement_F_problem, -1, -1},
    {ENTITY_agreement_contribution, -1, -1, -1, agreement_contribution_F_agreement},
    {ENTITY_position, -1, -1, -1, position_F_agreement},
    {ENTITY_objection, -1, -1, -1, objection_F_agreement},
    {ENTITY_deadline_move, -1, -1, -1, deadline_move_F_agreement},
    {ENTITY_document, -1, document_F_caption, document_F_file_name, -1},
    {ENTITY_signatory, -1, signatory_F_name, signatory_F_position, -1},
};

/* NULL: not listed. */
static const struct called *called(enum entity_kind k)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].entity == k)
            return &names[i];
    return NULL;
}

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
    const struct called *by = called(k);
    if (by && read_row(h->app, k, &id, a, record, &e) == ERR_NONE) {
        const char *number = field_words(h, record, k, by->number, a);
        const char *name = field_words(h, record, k, by->name, a);
        if (!*name)
            name = field_words(h, record, k, by->other_name, a);
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

/* --- a group in one line --- */

static bool is_deleted_field(const struct history_change *c)
{
    return c->field == dict_entity(c->entity)->n_fields - 1;
}

/* "Status" within a sentence; "L/P" stays. */
static const char *within(const char *label, struct arena *a)
{
    char *s = arena_strdup(a, label);
    if (s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'a' && s[1] <= 'z')
        s[0] = (char)(s[0] - 'A' + 'a');
    return s;
}

/* `whole`: with its name also when the number alone would do. */
static const char *row_called(const struct history_view *h, enum entity_kind k, const struct id *row, bool whole,
                              struct arena *a)
{
    struct err e;
    const char *kind = within(_(dict_entity(k)->label), a);
    const struct called *by = called(k);
    void *record = arena_alloc(a, dict_entity(k)->size);
    if (!by || read_row(h->app, k, row, a, record, &e) != ERR_NONE)
        return k == ENTITY_session ? "" : kind;
    if (by->of >= 0) {
        char scratch[DATE_TEXT];
        struct value v = record_get(record, k, by->of, scratch);
        struct id of = ID_NONE;
        if (v.type == VALUE_BLOB && v.n == sizeof of)
            memcpy(&of, v.p, sizeof of);
        return id_is_none(&of) ? kind : row_called(h, (enum entity_kind)dict_field(k, by->of)->arg, &of, whole, a);
    }
    const char *number = field_words(h, record, k, by->number, a);
    bool named = whole || !*number || k == ENTITY_participant;
    const char *name = named ? field_words(h, record, k, by->name, a) : "";
    if (!*number && !*name)
        name = field_words(h, record, k, by->other_name, a);
    return arena_printf(a, "%s%s%s%s%s", kind, *number ? " " : "", number, *name ? " " : "", text_clip(a, name, NAME_CELLS));
}

const char *history_object_words(const struct history_view *h, const struct history_change *c, bool field, struct arena *a)
{
    bool whole = !field || is_deleted_field(c);
    const char *row = row_called(h, c->entity, &c->row, whole, a);
    if (whole)
        return row;
    return arena_printf(a, "%s%s%s", within(_(dict_field(c->entity, c->field)->label), a), *row ? " " : "", row);
}

static int tells(const struct history_change *c)
{
    static const int of_type[] = {[TYPE_ENUM] = 6, [TYPE_TEXT] = 4, [TYPE_DATE] = 5, [TYPE_TIME] = 3,
                                  [TYPE_REF] = 3,  [TYPE_INT] = 2,  [TYPE_FLAG] = 2, [TYPE_STAMP] = 1};
    const struct called *by = called(c->entity);
    if (is_deleted_field(c))
        return by && by->of >= 0 ? 5 : 7;
    const struct field *f = dict_field(c->entity, c->field);
    return of_type[f->type] - (f->flags & FIELD_AUTO ? 4 : 0); /* what the program keeps follows from what was done */
}

const struct history_change *history_telling(const struct history_group *g)
{
    const struct history_change *best = NULL;
    for (size_t i = 0; i < g->n_changes; i++)
        if (!best || tells(&g->changes[i]) > tells(best))
            best = &g->changes[i];
    return best;
}

/* Rows of the same kind that the group touched; the changes of one row stand together in the log. */
static size_t rows_like(const struct history_group *g, const struct history_change *c)
{
    size_t n = 0;
    const struct id *last = &ID_NONE;
    for (size_t i = 0; i < g->n_changes; i++) {
        if (g->changes[i].entity != c->entity)
            continue;
        n += !id_eq(&g->changes[i].row, last);
        last = &g->changes[i].row;
    }
    return n;
}

/* Values that a person gave, beside the telling one. */
static size_t others(const struct history_group *g, const struct history_change *c)
{
    size_t n = 0;
    for (size_t i = 0; i < g->n_changes; i++) {
        const struct history_change *o = &g->changes[i];
        n += o != c && !(dict_field(o->entity, o->field)->flags & FIELD_AUTO);
    }
    return n;
}

static const char *value_change(const struct history_view *h, const struct history_change *c, struct arena *a)
{
    const char *before = history_value_words(h, c, &c->before, VALUE_CELLS, a);
    const char *after = history_value_words(h, c, &c->after, VALUE_CELLS, a);
    if (!before || !*before)
        return after && *after ? after : _("kosong");
    return arena_printf(a, "%s → %s", before, after && *after ? after : _("kosong"));
}

/* Actions whose words say no more than the field itself. */
static bool says_nothing_more(const char *action)
{
    return strcmp(action, "set_field") == 0 || strcmp(action, "set_status") == 0;
}

/* Actions that the field with its new value tells as well: "agenda berjalan (Registrasi peserta)". */
static bool is_told_by_value(const char *action)
{
    static const char *const v[] = {"go_agenda", "sign", "follow_up"};
    bool told = says_nothing_more(action);
    for (size_t i = 0; i < sizeof v / sizeof *v; i++)
        told = told || strcmp(action, v[i]) == 0;
    return told;
}

/* "status kesepakatan 3 (Mufakat → Ditunda) dan 2 isian lain" */
static const char *with_values(const struct history_view *h, const struct history_group *g, const struct history_change *c,
                               struct arena *a)
{
    const char *words = history_object_words(h, c, true, a);
    size_t more = others(g, c);
    if (is_deleted_field(c))
        return words;
    words = arena_printf(a, "%s (%s)", words, value_change(h, c, a));
    return more > 0 ? arena_printf(a, _("%s dan %zu isian lain"), words, more) : words;
}

static const char *group_object(const struct history_view *h, const struct history_group *g, bool values, struct arena *a)
{
    const struct history_change *c = history_telling(g);
    const struct called *by = c ? called(c->entity) : NULL;
    size_t rows = c ? rows_like(g, c) : 0;
    if (!c)
        return "";
    if (rows > 1 && by && by->of < 0)
        return arena_printf(a, "%zu %s", rows, within(_(dict_entity(c->entity)->label), a));
    return values ? with_values(h, g, c, a) : history_object_words(h, c, says_nothing_more(g->action), a);
}

/* "menambah catatan: 17 antre dari jam 5 pagi": the word that closes the action need not begin the object, if it stands there for
 * the kind of row or the whole label of a field. */
static const char *joined(const struct history_group *g, const char *object, struct arena *a)
{
    const char *action = _(action_words(g->action));
    const struct history_change *c = history_telling(g);
    const char *last = strrchr(action, ' ');
    size_t n = last ? strlen(last + 1) : 0;
    if (!c || !*object)
        return action;
    const char *label = within(_(dict_field(c->entity, c->field)->label), a);
    bool other_label = strncmp(object, label, strlen(label)) == 0 && strlen(label) != n;
    if (n > 0 && !other_label && strncmp(object, last + 1, n) == 0 && object[n] == ' ')
        object += n + 1;
    return arena_printf(a, "%s: %s", action, object);
}

const char *history_group_words(const struct history_view *h, const struct history_group *g, struct arena *a)
{
    const char *object = group_object(h, g, true, a);
    bool alone = *object && is_told_by_value(g->action);
    return alone ? object : joined(g, object, a);
}

const char *history_group_title(const struct history_view *h, const struct history_group *g, struct arena *a)
{
    return joined(g, group_object(h, g, false, a), a);
}
