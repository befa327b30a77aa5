/* Inside of a text field, shared by text_field.c (making, events), text_field_past.c (changes, undo) and text_field_draw.c. */
#ifndef MUFAKAT_UI_TEXT_FIELD_PRIVATE_H
#define MUFAKAT_UI_TEXT_FIELD_PRIVATE_H

#include "base/text.h"
#include "ui/text_field.h"

/* --- text_field_past.c --- */
/* Replaces [from, to) and puts the caret behind it, as one undoable step. */
void text_field_change(struct text_field *t, size_t from, size_t to, const char *with, size_t n, bool typing);
/* The first grapheme boundary at or after `off`. A change can make a letter and a mark one grapheme. */
size_t text_field_snap(const struct text_field *t, size_t off);
/* False: nothing to undo, nothing to do again. */
bool text_field_undo(struct text_field *t);
bool text_field_redo(struct text_field *t);
void text_field_past_free(struct text_field_past *p);

/* --- text_field.c --- */
/* Cells that the lines of a wrapped text may have. */
int text_field_cells(const struct text_field *t);
/* The line that the caret stands on, and its column there. */
size_t text_field_caret_line(const struct text_field *t, struct text_lines lines);
int text_field_caret_column(const struct text_field *t, struct text_line line);

#endif
