#include "config.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/validate.h"
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

int form_add_own(struct form *f, const char *label, enum field_type type, unsigned flags)
{
    assert(type != TYPE_ENUM && type != TYPE_REF && type != TYPE_STAMP);
    struct form_item *it = new_item(f);
    it->type = type;
    it->flags = flags;
    it->label = arena_strdup(f->arena, label);
    return start_field(f, it);
}

void form_add_heading(struct form *f, const char *title)
{
    struct form_item *it = new_item(f);
    it->heading = true;
    it->label = arena_strdup(f->arena, title);
}

static struct form_item *item(const struct form *f, int index)
{
    assert(index >= 0 && index < f->n);
    return &f->v[index];
}

void form_set_label(struct form *f, int index, const char *label)
{
    item(f, index)->label = arena_strdup(f->arena, label);
}

void form_set_hint(struct form *f, int index, const char *hint)
{
    item(f, index)->hint = arena_strdup(f->arena, hint);
}

void form_set_required(struct form *f, int index, bool required)
{
    struct form_item *it = item(f, index);
    it->flags = required ? it->flags | FIELD_REQ : it->flags & ~(unsigned)FIELD_REQ;
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
        return _(dict_enum_label((enum enum_set_id)it->set, i));
    return it->labels[i];
}

const char *form_label(const struct form_item *it)
{
    return it->label ? it->label : _(dict_field(it->entity, it->field)->label);
}

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
    struct form_item *it = item(f, index);
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

/* Reads a typed value; NULL, or why it cannot be read. Empty is null. */
static const char *typed_value(struct form *f, struct form_item *it, struct value *ret)
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

static struct value choice_value(const struct form_item *it)
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
    struct form_item *it = item(f, index);
    struct value v = value_null();
    if (!form_is_typed(it))
        return it->heading ? v : choice_value(it);
    return typed_value(f, it, &v) ? value_null() : v;
}

void form_refused(struct form *f, int index, const char *why)
{
    struct form_item *it = item(f, index);
    it->changed = true;
    it->error = arena_strdup(f->arena, why);
}

const char *form_unstored(const struct form *f)
{
    const struct form_item *it = f->n > 0 ? &f->v[f->focus] : NULL;
    return it && form_is_typed(it) && it->changed ? text_field_text(&it->text) : NULL;
}

int form_field(const struct form *f, int index)
{
    return item(f, index)->field;
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
    assert(!item(f, index)->heading);
    f->focus = index;
}

/* --- storing --- */

/* Why the present value cannot be stored; NULL when it can. */
static const char *why_wrong(struct form *f, int index, struct value *ret)
{
    struct form_item *it = item(f, index);
    const char *why = NULL;
    if (form_is_typed(it))
        why = typed_value(f, it, ret);
    else
        *ret = choice_value(it);
    if (why)
        return why;
    if ((it->flags & FIELD_REQ) && ret->type == VALUE_NULL)
        return _("Perlu diisi.");
    return f->check ? f->check(f->ctx, index, ret) : NULL;
}

/* Shows a stored value the way it is always shown ("12/11" becomes "12 November 2026"). */
static void show_again(struct form *f, int index, const struct value *v)
{
    struct form_item *it = item(f, index);
    if (form_is_typed(it) && it->type != TYPE_TEXT) {
        form_put(f, index, v);
        return;
    }
    it->changed = false;
    it->error = NULL;
}

bool form_leave(struct form *f, int index)
{
    struct form_item *it = item(f, index);
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
        show_again(f, index, &v);
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

/* --- events --- */

/* Stores the field and goes on to the next one in this direction; false at the end. */
static bool move_focus(struct form *f, int step)
{
    int to = f->focus + step;
    while (to >= 0 && to < f->n && f->v[to].heading)
        to += step;
    bool stored = form_leave(f, f->focus);
    (void)stored; /* a wrong value stays there with its reason */
    if (to < 0 || to >= f->n)
        return false;
    f->focus = to;
    return true;
}

static void take_choice(struct form_item *it, int choice)
{
    if (it->n_choices == 0)
        return;
    int least = it->flags & FIELD_REQ || it->type == TYPE_FLAG || it->type == TYPE_REF ? 0 : NO_CHOICE;
    if (choice >= it->n_choices)
        choice = least;
    if (choice < least)
        choice = it->n_choices - 1;
    it->changed = it->changed || it->choice != choice;
    it->choice = choice;
    it->error = NULL;
}

/* The next choice whose words begin with the typed letter. */
static void choose_by_letter(struct form_item *it, const struct event *e)
{
    struct arena *a = arena_new();
    const char *typed = text_fold(a, e->text);
    for (int n = 1; n <= it->n_choices; n++) {
        int i = (it->choice + n) % it->n_choices;
        if (i >= 0 && *typed && strncmp(text_fold(a, form_choice_label(it, i)), typed, strlen(typed)) == 0) {
            take_choice(it, i);
            break;
        }
    }
    arena_free(a);
}

static bool choice_event(struct form_item *it, const struct event *e)
{
    if (e->kind == EVENT_TEXT && e->key == '?')
        return false;
    if (e->kind == EVENT_TEXT && e->key == ' ')
        take_choice(it, it->choice + 1);
    else if (e->kind == EVENT_TEXT)
        choose_by_letter(it, e);
    else if (e->kind == EVENT_KEY && e->key == K_RIGHT)
        take_choice(it, it->choice + 1);
    else if (e->kind == EVENT_KEY && e->key == K_LEFT)
        take_choice(it, it->choice - 1);
    else if (e->kind == EVENT_KEY && (e->key == K_DEL || e->key == K_BACKSPACE) && !(it->flags & FIELD_REQ))
        take_choice(it, it->type == TYPE_ENUM ? NO_CHOICE : 0);
    else
        return false;
    return true;
}

static bool typed_event(struct form_item *it, const struct event *e)
{
    size_t was = it->text.cur;
    size_t len = it->text.text.len;
    if (!text_field_event(&it->text, e))
        return false;
    bool moved_only = e->kind == EVENT_KEY && len == it->text.text.len && was != it->text.cur;
    bool nothing = e->kind == EVENT_KEY && len == it->text.text.len && was == it->text.cur;
    if (!moved_only && !nothing) {
        it->changed = true;
        it->error = NULL;
    }
    return true;
}

static bool click(struct form *f, const struct event *e)
{
    for (int i = 0; i < f->n; i++) {
        if (f->v[i].heading || !rect_has(f->v[i].at, e->x, e->y))
            continue;
        if (i != f->focus)
            form_flush(f);
        f->focus = i;
        return true;
    }
    return false;
}

bool form_event(struct form *f, const struct event *e)
{
    if (f->n == 0)
        return false;
    struct form_item *it = &f->v[f->focus];
    if (e->kind == EVENT_MOUSE)
        return e->mouse == MOUSE_UP || e->mouse == MOUSE_DOWN ? move_focus(f, e->mouse == MOUSE_UP ? -1 : 1)
                                                              : click(f, e);
    if (it->heading)
        return move_focus(f, 1);
    if (form_is_typed(it) ? typed_event(it, e) : choice_event(it, e))
        return true;
    if (e->kind != EVENT_KEY)
        return false;
    if (e->key == K_UP || e->key == K_BACKTAB)
        return move_focus(f, -1);
    if (e->key == K_DOWN || e->key == K_TAB || e->key == K_ENTER)
        return move_focus(f, 1);
    return false;
}

bool form_writing(const struct form *f)
{
    return f->n > 0 && form_is_typed(&f->v[f->focus]);
}
