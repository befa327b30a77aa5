/* part of `form.h`: what is changed in a form as one text, and back */
#include "config.h"

#include <string.h>

#include "ui/form_private.h"

/* One entry for each changed field: its name, what kind of value, the value. The three marks cannot be typed. */
#define TYPED '\x1d'
#define CHOSEN '\x1c'
#define END '\x1e'

/* A name that stays the same when fields are added. */
static const char *name_of(const struct form_item *it)
{
    return dict_field(it->entity, it->field)->name;
}

static void write_choice(struct buf *out, const struct value *v)
{
    struct id id;
    char text[ID_TEXT];
    if (v->type == VALUE_TEXT) {
        buf_add(out, v->p, v->n);
    } else if (v->type == VALUE_INT) {
        buf_printf(out, "%lld", (long long)v->i);
    } else if (v->type == VALUE_BLOB && v->n == sizeof id) {
        memcpy(&id, v->p, sizeof id);
        id_format(&id, text);
        buf_puts(out, text);
    }
}

void form_write_draft(struct form *f, struct buf *out)
{
    for (int i = 0; i < f->n; i++) {
        const struct form_item *it = &f->v[i];
        bool typed = form_is_typed(it);
        if (it->heading || !it->changed || (typed && text_field_empty(&it->text)))
            continue;
        buf_printf(out, "%s%c", name_of(it), typed ? TYPED : CHOSEN);
        struct value v = value_null();
        if (typed)
            buf_puts(out, text_field_text(&it->text));
        else if (it->choice != NO_CHOICE)
            v = form_choice_value(it);
        write_choice(out, &v);
        buf_putc(out, END);
    }
}

static void read_choice(struct form *f, int i, const char *text)
{
    struct id id;
    struct value v = value_null();
    if (f->v[i].type == TYPE_ENUM && *text)
        v = value_text(text);
    else if (f->v[i].type == TYPE_FLAG)
        v = value_int(*text == '1');
    else if (f->v[i].type == TYPE_REF && id_parse(text, &id))
        v = value_ref(&id);
    form_put(f, i, &v);
}

/* "name MARK value", closed by a NUL. */
static bool read_entry(struct form *f, char *entry)
{
    char *mark = strpbrk(entry, (const char[]){TYPED, CHOSEN, '\0'});
    if (!mark)
        return false;
    bool typed = *mark == TYPED;
    *mark = '\0';
    for (int i = 0; i < f->n; i++) {
        struct form_item *it = &f->v[i];
        if (it->heading || form_is_typed(it) != typed || strcmp(name_of(it), entry) != 0)
            continue;
        if (typed)
            text_field_set(&it->text, mark + 1);
        else
            read_choice(f, i, mark + 1);
        it->changed = true;
        return true;
    }
    return false;
}

bool form_read_draft(struct form *f, const char *text)
{
    struct arena *a = arena_new();
    char *rest = arena_strdup(a, text);
    bool any = false;
    for (char *end; (end = strchr(rest, END)) != NULL; rest = end + 1) {
        *end = '\0';
        any = read_entry(f, rest) || any;
    }
    arena_free(a);
    return any;
}

bool form_draft_next(const char **at, struct arena *a, const char **ret_field, const char **ret_text)
{
    while (**at) {
        const char *entry = *at;
        size_t n = strcspn(entry, (const char[]){END, '\0'});
        const char *typed = memchr(entry, TYPED, n);
        *at += n + (entry[n] != '\0');
        if (!typed)
            continue;
        *ret_field = arena_memdup(a, entry, (size_t)(typed - entry));
        *ret_text = arena_memdup(a, typed + 1, n - (size_t)(typed + 1 - entry));
        return true;
    }
    return false;
}

const char *form_draft_words(struct arena *a, const char *text)
{
    struct buf b = BUF_INIT;
    const char *field, *typed;
    while (form_draft_next(&text, a, &field, &typed))
        buf_printf(&b, "%s%s", b.len > 0 ? " / " : "", typed);
    const char *words = arena_strdup(a, buf_str(&b));
    buf_done(&b);
    return words;
}
