#include "config.h"

#include <assert.h>
#include <stdlib.h>

#include "ui/form_private.h"

/* --- making --- */

struct form *form_new(int64_t today)
{
    struct form *f = mem_zalloc(sizeof *f);
    f->arena = arena_new();
    f->today = today;
    return f;
}

void form_set_zone(struct form *f, enum zone zone)
{
    f->zone = zone;
}

void form_free(struct form *f)
{
    if (!f)
        return;
    for (int i = 0; i < f->n; i++) {
        text_field_done(&f->v[i].text);
        for (int c = 0; f->v[i].labels && c < f->v[i].n_choices; c++)
            free(f->v[i].labels[c]);
        free(f->v[i].labels);
        free(f->v[i].ids);
        free(f->v[i].clean);
        form_keep_seen(&f->v[i], NULL);
    }
    free(f->v);
    arena_free(f->arena);
    free(f);
}

static struct form_item *new_item(struct form *f)
{
    if (f->n == f->cap) {
        f->cap = f->cap ? f->cap * 2 : 16;
        f->v = mem_realloc(f->v, (size_t)f->cap * sizeof *f->v);
    }
    struct form_item *it = &f->v[f->n++];
    *it = (struct form_item){.field = -1, .choice = NO_CHOICE};
    if (f->n > 1 && f->v[f->focus].heading)
        f->focus = f->n - 1;
    return it;
}

static int start_field(struct form *f, struct form_item *it)
{
    text_field_init(&it->text, (it->flags & FIELD_LINES) != 0, 0);
    if (it->type == TYPE_FLAG) {
        it->n_choices = 2;
        it->choice = 0;
    }
    return f->n - 1;
}

int form_add(struct form *f, enum entity_kind k, int field)
{
    const struct field *fd = dict_field(k, field);
    struct form_item *it = new_item(f);
    it->entity = k;
    it->field = field;
    it->type = fd->type;
    it->flags = fd->flags;
    if (fd->type == TYPE_ENUM) {
        it->set = fd->arg;
        it->n_choices = dict_enum((enum enum_set_id)fd->arg)->n;
    }
    return start_field(f, it);
}

int form_add_ref(struct form *f, enum entity_kind k, int field, const char *const *labels, const struct id *ids, int n)
{
    int index = form_add(f, k, field);
    struct form_item *it = &f->v[index];
    it->labels = mem_zalloc((size_t)n * sizeof *it->labels);
    it->ids = mem_zalloc((size_t)n * sizeof *it->ids);
    for (int i = 0; i < n; i++) {
        it->labels[i] = mem_strdup(labels[i]);
        it->ids[i] = ids[i];
    }
    it->n_choices = n;
    return index;
}

void form_add_heading(struct form *f, const char *title)
{
    struct form_item *it = new_item(f);
    it->heading = true;
    it->label = arena_strdup(f->arena, title);
}

struct form_item *form_item_at(const struct form *f, int index)
{
    assert(index >= 0 && index < f->n);
    return &f->v[index];
}

void form_set_hint(struct form *f, int index, const char *hint)
{
    form_item_at(f, index)->hint = arena_strdup(f->arena, hint);
}

void form_on_store(struct form *f, form_store *store, form_check *check, void *ctx)
{
    f->store = store;
    f->check = check;
    f->ctx = ctx;
}

/* --- what the parts of an item say --- */

bool form_is_typed(const struct form_item *it)
{
    return !it->heading && it->type != TYPE_ENUM && it->type != TYPE_FLAG && it->type != TYPE_REF;
}

const char *form_choice_label(const struct form_item *it, int i)
{
    if (i < 0 || i >= it->n_choices)
        return "";
    if (it->type == TYPE_FLAG)
        return i ? _("ya") : _("tidak");
    if (it->type == TYPE_ENUM)
        return dict_enum_words((enum enum_set_id)it->set, i);
    return it->labels[i];
}

const char *form_label(const struct form_item *it)
{
    return it->label ? it->label : _(dict_field(it->entity, it->field)->label);
}

/* --- what is asked of one field --- */

const struct value *form_seen(const struct form *f, int index)
{
    return &form_item_at(f, index)->was;
}

int form_any_unstored(const struct form *f)
{
    for (int i = 0; i < f->n; i++)
        if (f->v[i].changed)
            return i;
    return -1;
}

const char *form_unstored(const struct form *f)
{
    const struct form_item *it = f->n > 0 ? &f->v[f->focus] : NULL;
    return it && form_is_typed(it) && it->changed ? text_field_text(&it->text) : NULL;
}

int form_field(const struct form *f, int index)
{
    return form_item_at(f, index)->field;
}

int form_index(const struct form *f, enum entity_kind k, int field)
{
    for (int i = 0; i < f->n; i++)
        if (!f->v[i].heading && f->v[i].field == field && f->v[i].entity == k)
            return i;
    return -1;
}

int form_focus(const struct form *f)
{
    return f->focus;
}

void form_set_focus(struct form *f, int index)
{
    assert(!form_item_at(f, index)->heading);
    f->focus = index;
}

/* --- storing --- */

/* Why the present value cannot be stored; NULL when it can. */
static const char *why_wrong(struct form *f, int index, struct value *ret)
{
    struct form_item *it = form_item_at(f, index);
    const char *why = NULL;
    if (form_is_typed(it))
        why = form_typed_value(f, it, ret);
    else
        *ret = form_choice_value(it);
    if (why)
        return why;
    if ((it->flags & FIELD_REQ) && ret->type == VALUE_NULL)
        return _("Perlu diisi.");
    return f->check ? f->check(f->ctx, index, ret) : NULL;
}

/* Shows a stored value the way it is always shown ("12/11" becomes "12 November 2026"). */
static void show_again(struct form *f, int index, const struct value *v)
{
    struct form_item *it = form_item_at(f, index);
    if (form_is_typed(it) && it->type != TYPE_TEXT) {
        form_put(f, index, v);
        return;
    }
    it->changed = it->rival = false;
    it->error = NULL;
}

bool form_leave(struct form *f, int index)
{
    struct form_item *it = form_item_at(f, index);
    if (it->heading || !it->changed)
        return !it->error;
    struct value v;
    const char *why = why_wrong(f, index, &v);
    if (why) {
        it->error = arena_strdup(f->arena, why);
        return false;
    }
    if (f->store) {
        f->store(f->ctx, index, &v);
        form_keep_seen(it, &v); /* before it is shown again: the value may be the form's own */
        show_again(f, index, &it->was);
    }
    it->error = NULL;
    return true;
}

bool form_flush(struct form *f)
{
    return f->n == 0 || form_leave(f, f->focus);
}

bool form_check_all(struct form *f, const char **ret_why)
{
    for (int i = 0; i < f->n; i++) {
        struct value v;
        const char *why = f->v[i].heading ? NULL : why_wrong(f, i, &v);
        if (!why)
            continue;
        f->v[i].error = arena_strdup(f->arena, why);
        f->focus = i;
        if (ret_why)
            *ret_why = f->v[i].error;
        return false;
    }
    return true;
}
