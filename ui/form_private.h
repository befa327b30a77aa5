/* Inside of a form, shared by form.c (making, storing), form_values.c, form_event.c, form_draft.c and form_draw.c. */
#ifndef MUFAKAT_UI_FORM_PRIVATE_H
#define MUFAKAT_UI_FORM_PRIVATE_H

#include "base/arena.h"
#include "ui/form.h"
#include "ui/text_field.h"

#define NO_CHOICE (-1)

struct form_item {
    bool heading;
    enum entity_kind entity;
    int field; /* of the dictionary; -1: a heading */
    enum field_type type;
    unsigned flags;
    int set;           /* enum_set_id */
    const char *label; /* of a heading; NULL: the dictionary's words */
    const char *hint;
    struct text_field text; /* typed types */
    int choice;             /* enum, flag, reference: index, or NO_CHOICE */
    char **labels;          /* references */
    struct id *ids;
    int n_choices;
    bool changed;      /* since it was loaded or stored */
    struct value was;  /* as it was loaded, stored, or seen as a rival; its bytes are the form's */
    bool rival;        /* somebody else wrote `was` while this was being written: Esc takes it */
    const char *error; /* why the value is not stored, in the form's arena */
    char *clean;    /* trimmed text that form_value gave out */
    struct rect at; /* last drawing, for the mouse */
};

struct form {
    struct form_item *v;
    int n, cap;
    int focus;
    int top; /* first shown line */
    int64_t today;
    enum zone zone;
    form_store *store;
    form_check *check;
    void *ctx;
    struct arena *arena; /* error sentences and labels */
};

/* The field; `index` must be one. */
struct form_item *form_item_at(const struct form *f, int index);
/* Reads a typed value; NULL, or why it cannot be read. Empty is null. */
const char *form_typed_value(struct form *f, struct form_item *it, struct value *ret);
/* The value of an enum, a flag or a reference. */
struct value form_choice_value(const struct form_item *it);
/* Copies the value that the field is known to have; NULL: forgets it. */
void form_keep_seen(struct form_item *it, const struct value *v);
/* True for a field whose value is typed. */
bool form_is_typed(const struct form_item *it);
/* Words of choice `i`; "" for NO_CHOICE. */
const char *form_choice_label(const struct form_item *it, int i);
const char *form_label(const struct form_item *it);
/* Stores a changed field if its value is right; false when it is wrong. */
bool form_leave(struct form *f, int index);

#endif
