/* A form made from the data dictionary: labels, types, what is required. Each field stores by itself when it is left or
 * Enter is pressed (through the callback); there is no save key. Up/Down/Tab/Shift-Tab/Enter move; an enum or flag changes with
 * Left, Right, space or its first letter; text, date, time and numbers are typed. A wrong value stays on screen with its
 * reason under it and is not stored; Enter stays on it. Folds to label-above-value below 60 columns. */
#ifndef MUFAKAT_UI_FORM_H
#define MUFAKAT_UI_FORM_H

#include "base/arena.h"
#include "base/buf.h"
#include "model/dict.h"
#include "ui/canvas.h"
#include "ui/event.h"

struct form;

/* An empty form; free with form_free (NULL is fine). `today` is the day that "12/11" is near to. */
struct form *form_new(int64_t today);
/* Zone of the venue, for stamps; WIB unless set. */
void form_set_zone(struct form *f, enum zone zone);
void form_free(struct form *f);
/* Adds a field of the dictionary; returns its index in the form. */
int form_add(struct form *f, enum entity_kind k, int field);
/* Adds a REF field with its choices: labels[i] means ids[i] (both copied); index 0 may be ID_NONE ("-"). */
int form_add_ref(struct form *f, enum entity_kind k, int field, const char *const *labels, const struct id *ids, int n);
/* A heading between fields, not translated yet: the language can change while the form is open. */
void form_add_heading(struct form *f, const char *title);
/* A dim hint behind the value, already translated; copied. */
void form_set_hint(struct form *f, int index, const char *hint);
/* An additional check: NULL when fine, else a sentence. */
typedef const char *form_check(void *ctx, int index, const struct value *v);
/* Called with the new value when a changed field is left: VALUE as the change log knows it (record_get). */
typedef void form_store(void *ctx, int index, const struct value *v);
void form_on_store(struct form *f, form_store *store, form_check *check, void *ctx);

/* Fills all dictionary fields of entity `k` from a record; the field being written keeps its text. */
void form_load(struct form *f, enum entity_kind k, const void *record);
void form_put(struct form *f, int index, const struct value *v);
/* The present value (typed text is read first; VALUE_NULL when unreadable or empty); valid until the field changes. */
struct value form_value(struct form *f, int index);
/* The value that the field had when it began to be changed: what a rival change is told by. Borrowed. */
const struct value *form_seen(const struct form *f, int index);
/* The value that form_store got was refused later: it stays on screen with the reason and counts as not stored. What was
 * typed into the field meanwhile stays too. */
void form_refused(struct form *f, int index, const struct value *v, const char *why);
/* The same, because somebody else has written `now` into the field: both are shown, leaving the field stores this one, and
 * form_take_rival takes the other one. */
void form_rival(struct form *f, int index, const struct value *v, const struct value *now, const char *why);
/* False when the focused field has no rival. */
bool form_take_rival(struct form *f);
/* A field that is changed and not stored; -1: none. */
int form_any_unstored(const struct form *f);
/* What is being typed in the focused field and not stored yet; NULL when nothing is. For drafts. */
const char *form_unstored(const struct form *f);
/* For forms that store nothing by themselves (popups): what was changed in them as one text, appended to `out`; nothing when
 * nothing was. A form of the same fields takes it back: false when nothing in it fits. */
void form_write_draft(struct form *f, struct buf *out);
bool form_read_draft(struct form *f, const char *text);
/* The first entry of a draft that is left at *at, which goes on behind it: the field's name and the text typed into it. False at the
 * end; chosen values are passed over. In the arena. */
bool form_draft_next(const char **at, struct arena *a, const char **ret_field, const char **ret_text);
/* The words that were typed, for a person to read. */
const char *form_draft_words(struct arena *a, const char *draft);
/* Dictionary field behind an index (-1: a heading), and the index of a field (-1: not in the form). */
int form_field(const struct form *f, int index);
int form_index(const struct form *f, enum entity_kind k, int field);
int form_focus(const struct form *f);
void form_set_focus(struct form *f, int index);

/* False: the event is not for a form (Esc, F-keys, Up on the first field, Enter on the last one ...). */
bool form_event(struct form *f, const struct event *e);
/* True while the focused field is typed text. */
bool form_writing(const struct form *f);
/* Stores the field that is being written (when leaving); false when its value is wrong: the focus stays there. */
bool form_flush(struct form *f);
/* Checks everything; on a missing or wrong value the focus goes there, *ret_why (may be NULL) says what. */
bool form_check_all(struct form *f, const char **ret_why);
void form_draw(struct form *f, struct canvas *c, struct rect r, bool focus);
/* Lines that the form would like at this width, with its notes as they stand now. */
int form_rows(struct form *f, struct canvas *c, int width);

#endif
