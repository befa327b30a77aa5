/* Editing a text: one line or several. A pure function of (state, event): no screen, no clock. Grapheme by
 * grapheme; word moves; paste; own undo and redo; several lines wrap, one line scrolls sideways. A zeroed
 * struct is an empty one-line field. */
#ifndef MUFAKAT_UI_TEXT_FIELD_H
#define MUFAKAT_UI_TEXT_FIELD_H

#include "ui/canvas.h"
#include "ui/event.h"

struct text_field_past; /* undo and redo, private */

struct text_field {
    struct buf text;
    size_t cur;    /* byte offset of the caret, always on a grapheme boundary */
    bool lines;    /* several lines: Enter and pasted newlines are line breaks */
    size_t limit;  /* most bytes, 0: 200,000 */
    int width;     /* cells at the last drawing; the vertical moves use it */
    int goal;      /* column that up and down aim for, plus 1; 0: none */
    size_t scroll; /* one line: first shown byte; several: first shown line */
    bool cut;      /* the last insertion did not fit whole */
    struct text_field_past *past;
};

void text_field_init(struct text_field *t, bool lines, size_t limit);
void text_field_done(struct text_field *t);
/* Replaces the text, caret at the end, undo forgotten. NULL: empty. */
void text_field_set(struct text_field *t, const char *text);
/* The text, borrowed until the next event; "" when empty. */
const char *text_field_text(const struct text_field *t);
bool text_field_empty(const struct text_field *t);

/* Typing, paste, Left Right Home End Ctrl-A Ctrl-E, Ctrl-Left/Right, Backspace Del, Ctrl-U (to the start), Ctrl-Z and
 * Ctrl-Y while there is something to undo or redo; with `lines` also Enter, Up, Down, Ctrl-Home/End.
 * False: the event means nothing here (an Up on the first line, an Enter in one line ...). */
bool text_field_event(struct text_field *t, const struct event *e);
/* True once after what was typed or pasted did not fit whole, into whatever field: it must not be lost unseen. */
bool text_field_was_cut(void);
/* True when Ctrl-Z (Ctrl-Y) would change the text. */
bool text_field_can_undo(const struct text_field *t);
bool text_field_can_redo(const struct text_field *t);

/* Draws into `r` (one line: its first row). With `focus` the terminal's cursor stands at the caret. */
void text_field_draw(struct text_field *t, struct canvas *c, struct rect r, enum style s, bool focus);
/* Rows that the text needs at `cells`: 1 for one line. */
int text_field_rows(const struct text_field *t, int cells);

#endif
