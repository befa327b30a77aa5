#include "config.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "ui/text_field_private.h"

#define USUAL_WIDTH 80

/* --- making --- */

void text_field_init(struct text_field *t, bool lines, size_t limit)
{
    *t = (struct text_field){.lines = lines, .limit = limit};
}

void text_field_done(struct text_field *t)
{
    buf_done(&t->text);
    text_field_past_free(t->past);
    t->past = NULL;
    t->cur = t->scroll = 0;
    t->goal = 0;
}

void text_field_set(struct text_field *t, const char *text)
{
    text_field_past_free(t->past);
    t->past = NULL;
    buf_clear(&t->text);
    buf_puts(&t->text, text);
    t->cur = t->text.len;
    t->scroll = 0;
    t->goal = 0;
    t->cut = false;
}

const char *text_field_text(const struct text_field *t)
{
    return buf_str(&t->text);
}

bool text_field_empty(const struct text_field *t)
{
    return t->text.len == 0;
}

/* --- lines --- */

int text_field_cells(const struct text_field *t)
{
    int width = t->width > 0 ? t->width : USUAL_WIDTH;
    return width > 1 ? width - 1 : 1; /* a cell for the caret behind a full line */
}

size_t text_field_caret_line(const struct text_field *t, struct text_lines lines)
{
    size_t i = 0;
    while (i + 1 < lines.n && lines.v[i + 1].off <= t->cur)
        i++;
    return i;
}

int text_field_caret_column(const struct text_field *t, struct text_line line)
{
    size_t end = line.off + line.len;
    return text_width(buf_str(&t->text) + line.off, (t->cur < end ? t->cur : end) - line.off);
}

static size_t at_column(const struct text_field *t, struct text_line line, int column)
{
    return line.off + text_fits(buf_str(&t->text) + line.off, line.len, column);
}

/* Up or down one line; false at the edge. */
static bool move_line(struct text_field *t, int step)
{
    struct arena *a = arena_new();
    struct text_lines lines = text_wrap(a, buf_str(&t->text), text_field_cells(t));
    size_t i = text_field_caret_line(t, lines);
    bool moved = step < 0 ? i > 0 : i + 1 < lines.n;
    if (moved) {
        int column = t->goal ? t->goal - 1 : text_field_caret_column(t, lines.v[i]);
        t->cur = at_column(t, lines.v[step < 0 ? i - 1 : i + 1], column);
        t->goal = column + 1;
    }
    arena_free(a);
    return moved;
}

static bool move_edge(struct text_field *t, bool end)
{
    t->goal = 0;
    if (!t->lines) {
        t->cur = end ? t->text.len : 0;
        return true;
    }
    struct arena *a = arena_new();
    struct text_lines lines = text_wrap(a, buf_str(&t->text), text_field_cells(t));
    struct text_line line = lines.v[text_field_caret_line(t, lines)];
    t->cur = end ? line.off + line.len : line.off;
    arena_free(a);
    return true;
}

/* --- events --- */

static bool move_to(struct text_field *t, size_t off)
{
    bool moved = off != t->cur;
    t->cur = off;
    t->goal = 0;
    return moved;
}

static bool erase(struct text_field *t, size_t from, size_t to)
{
    if (from < to)
        text_field_change(t, from, to, "", 0, false);
    return true;
}

static void insert(struct text_field *t, const char *text, size_t n, bool typing)
{
    struct arena *a = arena_new();
    const char *clean = text_input(a, text, n, t->lines);
    text_field_change(t, t->cur, t->cur, clean, strlen(clean), typing);
    arena_free(a);
}

static size_t line_start(const struct text_field *t)
{
    size_t at = t->cur;
    while (at > 0 && buf_str(&t->text)[at - 1] != '\n')
        at--;
    return at;
}

static bool key_in_lines(struct text_field *t, int key)
{
    switch (key) {
    case K_ENTER:
        insert(t, "\n", 1, false);
        return true;
    case K_UP:
        return move_line(t, -1);
    case K_DOWN:
        return move_line(t, +1);
    case K_CTRL_HOME:
        return move_to(t, 0);
    case K_CTRL_END:
        return move_to(t, t->text.len);
    default:
        return false;
    }
}

/* Moves eat their key also at the edge, so that a caret at the end never leaves the field by accident. */
static bool key(struct text_field *t, int k)
{
    const char *s = buf_str(&t->text);
    size_t len = t->text.len;
    switch (k) {
    case K_LEFT:
        move_to(t, t->cur > 0 ? text_prev(s, len, t->cur) : 0);
        return true;
    case K_RIGHT:
        move_to(t, t->cur < len ? text_next(s, len, t->cur) : len);
        return true;
    case K_CTRL_LEFT:
        move_to(t, text_prev_word(s, len, t->cur));
        return true;
    case K_CTRL_RIGHT:
        move_to(t, text_next_word(s, len, t->cur));
        return true;
    case K_HOME:
    case K_CTRL('A'):
        return move_edge(t, false);
    case K_END:
    case K_CTRL('E'):
        return move_edge(t, true);
    case K_BACKSPACE:
        return erase(t, t->cur > 0 ? text_prev(s, len, t->cur) : 0, t->cur);
    case K_DEL:
        return erase(t, t->cur, t->cur < len ? text_next(s, len, t->cur) : len);
    case K_CTRL('U'):
        return erase(t, line_start(t), t->cur);
    case K_CTRL('Z'):
        return text_field_undo(t);
    case K_CTRL('Y'):
        return text_field_redo(t);
    default:
        return t->lines && key_in_lines(t, k);
    }
}

bool text_field_event(struct text_field *t, const struct event *e)
{
    switch (e->kind) {
    case EVENT_TEXT:
        insert(t, e->text, e->len, true);
        return true;
    case EVENT_PASTE:
        insert(t, e->text, e->len, false);
        return true;
    case EVENT_KEY:
        return key(t, e->key);
    default:
        return false;
    }
}
