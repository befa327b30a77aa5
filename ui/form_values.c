/* part of `form.h`: values into a form and out of it */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/validate.h"
#include "ui/form_private.h"

/* --- values in --- */

static struct validate_context context(const struct form *f)
{
    return (struct validate_context){.today = f->today, .zone = f->zone};
}

/* How a value of the dictionary looks; validate_field reads it back. */
static const char *shown(const struct form *f, const struct form_item *it, const struct value *v, struct arena *a)
{
    const struct validate_context vc = context(f);
    void *record = arena_alloc(a, dict_entity(it->entity)->size);
    char *text = v->type == VALUE_TEXT ? arena_memdup(a, v->p, v->n) : NULL;
    struct value copy = text ? value_text(text) : *v;
    record_init(record, it->entity);
    bool fits = record_set(record, it->entity, it->field, &copy);
    return fits ? validate_show(record, it->entity, it->field, &vc, a) : "";
}

static void put_typed(struct form *f, struct form_item *it, const struct value *v)
{
    struct arena *a = arena_new();
    text_field_set(&it->text, shown(f, it, v, a));
    arena_free(a);
}

static void put_choice(struct form_item *it, const struct value *v)
{
    it->choice = it->type == TYPE_FLAG ? 0 : NO_CHOICE;
    if (it->type == TYPE_FLAG && v->type == VALUE_INT)
        it->choice = v->i == 1;
    if (it->type == TYPE_ENUM && v->type == VALUE_TEXT)
        for (int i = 0; i < it->n_choices; i++) {
            const char *code = dict_enum_code((enum enum_set_id)it->set, i);
            if (strlen(code) == v->n && memcmp(code, v->p, v->n) == 0)
                it->choice = i;
        }
    for (int i = 0; it->type == TYPE_REF && i < it->n_choices; i++) {
        struct value choice = value_ref(&it->ids[i]);
        if (value_eq(&choice, v))
            it->choice = i;
    }
}

void form_put(struct form *f, int index, const struct value *v)
{
    struct form_item *it = form_item_at(f, index);
    it->changed = it->rival = false;
    it->error = NULL;
    if (!form_is_typed(it)) {
        put_choice(it, v);
    } else {
        put_typed(f, it, v);
    }
}

void form_load(struct form *f, enum entity_kind k, const void *record)
{
    char scratch[DATE_TEXT];
    for (int i = 0; i < f->n; i++) {
        struct form_item *it = &f->v[i];
        if (it->heading || it->entity != k || it->changed)
            continue;
        struct value v = record_get(record, k, it->field, scratch);
        struct value have = form_value(f, i);
        if (!value_eq(&v, &have) || it->error)
            form_put(f, i, &v);
        form_keep_seen(it, &v);
    }
}

void form_keep_seen(struct form_item *it, const struct value *v)
{
    char *bytes = NULL;
    if (v && v->p) {
        bytes = mem_alloc(v->n + 1);
        memcpy(bytes, v->p, v->n);
        bytes[v->n] = '\0';
    }
    free((char *)(uintptr_t)it->was.p);
    it->was = v ? *v : value_null();
    it->was.p = bytes;
}

/* --- refused --- */

void form_refused(struct form *f, int index, const struct value *v, const char *why)
{
    struct form_item *it = form_item_at(f, index);
    if (!it->changed)
        form_put(f, index, v);
    it->changed = true;
    it->error = arena_strdup(f->arena, why);
}

void form_rival(struct form *f, int index, const struct value *v, const struct value *now, const char *why)
{
    struct form_item *it = form_item_at(f, index);
    struct arena *a = arena_new();
    int mine = it->changed ? it->choice : NO_CHOICE;
    const char *text = form_is_typed(it) ? shown(f, it, now, a) : "";
    if (!form_is_typed(it)) {
        put_choice(it, now);
        text = form_choice_label(it, it->choice);
        it->choice = mine;
    }
    const char *both = it->type == TYPE_TEXT && it->text.lines
                           ? _("%s Kini di sini: “%s”. Tab menyimpan tulisan Anda, Esc memakai yang itu.")
                           : _("%s Kini di sini: “%s”. Enter menyimpan tulisan Anda, Esc memakai yang itu.");
    form_refused(f, index, v, arena_printf(a, both, why, *text ? text_clip(a, text, 120) : "—"));
    form_keep_seen(it, now);
    it->rival = true;
    arena_free(a);
}

bool form_take_rival(struct form *f)
{
    struct form_item *it = f->n > 0 ? &f->v[f->focus] : NULL;
    if (!it || !it->rival)
        return false;
    form_put(f, f->focus, &it->was);
    return true;
}

/* --- values out --- */

/* Through the rules of the model: dates, telephone numbers, lengths ... */
static const char *read_by_rules(struct form *f, struct form_item *it, struct arena *a, struct value *ret)
{
    const struct validate_context vc = context(f);
    struct err e = {0};
    struct value v;
    if (validate_field(it->entity, it->field, it->clean, &vc, a, &v, NULL, &e) != ERR_NONE)
        return arena_strdup(f->arena, e.text);
    *ret = v;
    if (v.type == VALUE_TEXT) { /* its bytes must outlive the arena */
        char *copy = mem_alloc(v.n + 1);
        memcpy(copy, v.p, v.n);
        copy[v.n] = '\0';
        free(it->clean);
        it->clean = copy;
        *ret = value_text(it->clean);
    }
    return NULL;
}

const char *form_typed_value(struct form *f, struct form_item *it, struct value *ret)
{
    struct arena *a = arena_new();
    const char *raw = text_field_text(&it->text);
    char *clean = text_input(a, raw, strlen(raw), it->text.lines);
    if (!it->text.lines)
        clean = text_trim(a, clean);
    free(it->clean);
    it->clean = mem_strdup(clean);
    *ret = value_null();
    const char *why = NULL;
    if (it->clean[strspn(it->clean, " \n")])
        why = read_by_rules(f, it, a, ret);
    arena_free(a);
    return why;
}

struct value form_choice_value(const struct form_item *it)
{
    if (it->choice == NO_CHOICE)
        return value_null();
    if (it->type == TYPE_FLAG)
        return value_int(it->choice);
    if (it->type == TYPE_ENUM)
        return value_text(dict_enum_code((enum enum_set_id)it->set, it->choice));
    return value_ref(&it->ids[it->choice]);
}

struct value form_value(struct form *f, int index)
{
    struct form_item *it = form_item_at(f, index);
    struct value v = value_null();
    if (!form_is_typed(it))
        return it->heading ? v : form_choice_value(it);
    return form_typed_value(f, it, &v) ? value_null() : v;
}
