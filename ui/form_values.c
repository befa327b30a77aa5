/* part of `form.h`: values into a form and out of it */
#include "config.h"

#include <errno.h>
#include <stdio.h>
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
static void put_typed(struct form *f, struct form_item *it, const struct value *v)
{
    const struct validate_context vc = context(f);
    struct arena *a = arena_new();
    void *record = arena_alloc(a, dict_entity(it->entity)->size);
    char *text = v->type == VALUE_TEXT ? arena_memdup(a, v->p, v->n) : NULL;
    struct value copy = text ? value_text(text) : *v;
    record_init(record, it->entity);
    bool fits = record_set(record, it->entity, it->field, &copy);
    text_field_set(&it->text, fits ? validate_show(record, it->entity, it->field, &vc, a) : "");
    arena_free(a);
}

/* The same for a field of the form's own. */
static void put_own(struct form_item *it, const struct value *v)
{
    char text[DATE_TEXT] = "";
    char *copy = v->type == VALUE_TEXT ? mem_alloc(v->n + 1) : NULL;
    int64_t day;
    if (copy)
        snprintf(copy, v->n + 1, "%.*s", (int)v->n, v->p);
    if (it->type == TYPE_TIME && v->type == VALUE_INT)
        time_format(v->i, text);
    else if (it->type == TYPE_DATE && copy && date_parse(copy, 0, &day))
        date_long(day, text);
    else if (v->type == VALUE_INT)
        snprintf(text, sizeof text, "%lld", (long long)v->i);
    text_field_set(&it->text, it->type == TYPE_TEXT ? copy : text);
    free(copy);
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
    it->changed = false;
    it->error = NULL;
    if (!form_is_typed(it)) {
        put_choice(it, v);
    } else if (it->field >= 0) {
        put_typed(f, it, v);
    } else {
        put_own(it, v);
    }
}

void form_load(struct form *f, enum entity_kind k, const void *record)
{
    char scratch[DATE_TEXT];
    for (int i = 0; i < f->n; i++) {
        struct form_item *it = &f->v[i];
        if (it->heading || it->field < 0 || it->entity != k || it->changed)
            continue;
        struct value v = record_get(record, k, it->field, scratch);
        struct value have = form_value(f, i);
        if (!value_eq(&v, &have) || it->error)
            form_put(f, i, &v);
    }
}

/* --- values out --- */

static bool parse_int(const char *s, int64_t *ret)
{
    char *end;
    errno = 0;
    long long n = strtoll(s, &end, 10);
    if (end == s || *end || errno || n < -999999999 || n > 999999999)
        return false;
    *ret = n;
    return true;
}

static const char *read_own(struct form *f, struct form_item *it, struct value *ret)
{
    int64_t number = NONE;
    switch (it->type) {
    case TYPE_TEXT:
        *ret = value_text(it->clean);
        return NULL;
    case TYPE_DATE:
        if (!date_parse(it->clean, f->today, &number))
            return _("Tanggal belum terbaca. Tulis misalnya 12-11-2026 atau 12 November 2026.");
        *ret = value_text(date_iso(number, it->scratch));
        return NULL;
    case TYPE_TIME:
        if (!time_parse(it->clean, &number))
            return _("Jam belum terbaca. Tulis misalnya 09.30.");
        break;
    default:
        if (!parse_int(it->clean, &number))
            return _("Tulis dengan angka saja.");
        break;
    }
    *ret = value_int(number);
    return NULL;
}

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
        why = it->field >= 0 ? read_by_rules(f, it, a, ret) : read_own(f, it, ret);
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
