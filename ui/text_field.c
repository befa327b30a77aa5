#include "config.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "ui/text_field.h"

#define USUAL_LIMIT 200000
#define MOST_STEPS 1000
#define USUAL_WIDTH 80

/* One undoable change: at `off`, `removed` bytes were replaced by `added` ones. */
struct step {
    size_t off;
    char *removed, *added;
    size_t n_removed, n_added;
    size_t cur_before, cur_after;
    bool typing; /* the next typed letter may join */
};

struct text_field_past {
    struct step *v;
    size_t n;    /* steps that can be undone */
    size_t redo; /* steps after them that can be done again */
    size_t cap;
};

/* --- the past --- */

static void step_done(struct step *s)
{
    free(s->removed);
    free(s->added);
}

static void forget_redo(struct text_field_past *p)
{
    for (size_t i = p->n; i < p->n + p->redo; i++)
        step_done(&p->v[i]);
    p->redo = 0;
}

static void past_free(struct text_field_past *p)
{
    if (!p)
        return;
    forget_redo(p);
    for (size_t i = 0; i < p->n; i++)
        step_done(&p->v[i]);
    free(p->v);
    free(p);
}

static char *copy_bytes(const char *p, size_t n)
{
    char *copy = mem_alloc(n + 1);
    if (n)
        memcpy(copy, p, n);
    copy[n] = '\0';
    return copy;
}

/* A typed letter joins the step before it until a new word starts. */
static bool joins(const struct text_field_past *p, const struct step *s)
{
    if (!p->n || !s->typing || s->n_removed)
        return false;
    const struct step *last = &p->v[p->n - 1];
    if (!last->typing || last->off + last->n_added != s->off)
        return false;
    bool last_blank = last->n_added && last->added[last->n_added - 1] == ' ';
    return !last_blank || s->added[0] == ' ';
}

static void remember(struct text_field *t, struct step s)
{
    if (!t->past)
        t->past = mem_zalloc(sizeof *t->past);
    struct text_field_past *p = t->past;
    forget_redo(p);
    if (joins(p, &s)) {
        struct step *last = &p->v[p->n - 1];
        last->added = mem_realloc(last->added, last->n_added + s.n_added + 1);
        memcpy(last->added + last->n_added, s.added, s.n_added + 1);
        last->n_added += s.n_added;
        last->cur_after = s.cur_after;
        step_done(&s);
        return;
    }
    if (p->n == MOST_STEPS) {
        step_done(&p->v[0]);
        memmove(p->v, p->v + 1, (p->n - 1) * sizeof *p->v);
        p->n--;
    }
    if (p->n == p->cap) {
        p->cap = p->cap ? p->cap * 2 : 16;
        p->v = mem_realloc(p->v, p->cap * sizeof *p->v);
    }
    p->v[p->n++] = s;
}

/* --- bytes --- */

/* Replaces bytes of the buffer; no undo, no caret. */
static void splice(struct buf *b, size_t off, size_t n_old, const char *with, size_t n_new)
{
    assert(off + n_old <= b->len);
    size_t tail = b->len - off - n_old;
    if (n_new > n_old) {
        static const char zeros[64];
        for (size_t more = n_new - n_old; more > 0;) {
            size_t part = more < sizeof zeros ? more : sizeof zeros;
            buf_add(b, zeros, part);
            more -= part;
        }
    }
    if (!b->p)
        return;
    memmove(b->p + off + n_new, b->p + off + n_old, tail);
    if (n_new)
        memcpy(b->p + off, with, n_new);
    b->len = off + n_new + tail;
    b->p[b->len] = '\0';
}

/* The first grapheme boundary at or after `off`. A change can make a letter and a mark one grapheme. */
static size_t snap(const struct text_field *t, size_t off)
{
    const char *s = buf_str(&t->text);
    size_t at = off;
    while (at > 0 && s[at - 1] != '\n')
        at--;
    while (at < off)
        at = text_next(s, t->text.len, at);
    return at;
}

static size_t limit_of(const struct text_field *t)
{
    return t->limit ? t->limit : USUAL_LIMIT;
}

/* Most bytes of the text that fit into `room` without half a grapheme. */
static size_t whole_graphemes(const char *text, size_t n, size_t room)
{
    if (n <= room)
        return n;
    size_t fits = 0;
    for (size_t next = text_next(text, n, 0); next <= room; next = text_next(text, n, fits))
        fits = next;
    return fits;
}

/* Replaces [from, to) and puts the caret behind it, as one undoable step. */
static void change(struct text_field *t, size_t from, size_t to, const char *with, size_t n, bool typing)
{
    size_t kept = t->text.len - (to - from);
    size_t room = kept < limit_of(t) ? limit_of(t) - kept : 0;
    t->cut = n > room;
    n = whole_graphemes(with, n, room);
    if (to == from && n == 0)
        return;
    struct step s = {.off = from,
                     .removed = copy_bytes(buf_str(&t->text) + from, to - from),
                     .added = copy_bytes(with, n),
                     .n_removed = to - from,
                     .n_added = n,
                     .cur_before = t->cur,
                     .typing = typing};
    splice(&t->text, from, to - from, with, n);
    t->cur = snap(t, from + n);
    t->goal = 0;
    s.cur_after = t->cur;
    remember(t, s);
}

/* --- making --- */

void text_field_init(struct text_field *t, bool lines, size_t limit)
{
    *t = (struct text_field){.lines = lines, .limit = limit};
}

void text_field_done(struct text_field *t)
{
    buf_done(&t->text);
    past_free(t->past);
    t->past = NULL;
    t->cur = t->scroll = 0;
    t->goal = 0;
}

void text_field_set(struct text_field *t, const char *text)
{
    past_free(t->past);
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

void text_field_replace(struct text_field *t, size_t from, size_t to, const char *with)
{
    assert(from <= to && to <= t->text.len);
    change(t, from, to, with, strlen(with), false);
}

/* --- undo --- */

bool text_field_can_undo(const struct text_field *t)
{
    return t->past && t->past->n > 0;
}

bool text_field_can_redo(const struct text_field *t)
{
    return t->past && t->past->redo > 0;
}

static bool undo(struct text_field *t)
{
    if (!text_field_can_undo(t))
        return false;
    struct step *s = &t->past->v[--t->past->n];
    t->past->redo++;
    splice(&t->text, s->off, s->n_added, s->removed, s->n_removed);
    t->cur = snap(t, s->cur_before);
    s->typing = false;
    t->goal = 0;
    return true;
}

static bool redo(struct text_field *t)
{
    if (!text_field_can_redo(t))
        return false;
    struct step *s = &t->past->v[t->past->n++];
    t->past->redo--;
    splice(&t->text, s->off, s->n_removed, s->added, s->n_added);
    t->cur = snap(t, s->cur_after);
    t->goal = 0;
    return true;
}

/* --- lines --- */

static int cells_of(const struct text_field *t)
{
    int width = t->width > 0 ? t->width : USUAL_WIDTH;
    return width > 1 ? width - 1 : 1; /* a cell for the caret behind a full line */
}

/* The line that the caret stands on. */
static size_t caret_line(const struct text_field *t, struct text_lines lines)
{
    size_t i = 0;
    while (i + 1 < lines.n && lines.v[i + 1].off <= t->cur)
        i++;
    return i;
}

static int caret_column(const struct text_field *t, struct text_line line)
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
    struct text_lines lines = text_wrap(a, buf_str(&t->text), cells_of(t));
    size_t i = caret_line(t, lines);
    bool moved = step < 0 ? i > 0 : i + 1 < lines.n;
    if (moved) {
        int column = t->goal ? t->goal - 1 : caret_column(t, lines.v[i]);
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
    struct text_lines lines = text_wrap(a, buf_str(&t->text), cells_of(t));
    struct text_line line = lines.v[caret_line(t, lines)];
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
        change(t, from, to, "", 0, false);
    return true;
}

static void insert(struct text_field *t, const char *text, size_t n, bool typing)
{
    struct arena *a = arena_new();
    const char *clean = text_input(a, text, n, t->lines);
    change(t, t->cur, t->cur, clean, strlen(clean), typing);
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
        return undo(t);
    case K_CTRL('Y'):
        return redo(t);
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

/* --- drawing --- */

/* The first byte from which the caret still stands within `room` cells. Walks back from the caret, so that a long text
 * costs no more than what is shown of it. */
static size_t first_shown(const struct text_field *t, int room)
{
    const char *text = buf_str(&t->text);
    size_t at = t->cur;
    for (int cells = 0; at > 0;) {
        size_t before = text_prev(text, t->text.len, at);
        cells += text_width(text + before, at - before);
        if (cells > room)
            break;
        at = before;
    }
    return at;
}

static void draw_one(struct text_field *t, struct canvas *c, struct rect r, enum style s, bool focus)
{
    const char *text = buf_str(&t->text);
    int room = r.w > 1 ? r.w - 1 : 1;
    if (text_width(text, t->text.len) <= room)
        t->scroll = 0;
    if (t->scroll > t->cur)
        t->scroll = t->cur;
    t->scroll = snap(t, t->scroll);
    size_t first = first_shown(t, room);
    if (t->scroll < first)
        t->scroll = first;
    canvas_put(c, r.x, r.y, s, text + t->scroll);
    if (focus)
        canvas_cursor(c, r.x + text_width(text + t->scroll, t->cur - t->scroll), r.y);
}

static void draw_lines(struct text_field *t, struct canvas *c, struct rect r, enum style s, bool focus)
{
    struct arena *a = arena_new();
    struct text_lines lines = text_wrap(a, buf_str(&t->text), cells_of(t));
    size_t at = caret_line(t, lines);
    size_t rows = (size_t)r.h;
    if (!focus && t->scroll + rows > lines.n)
        t->scroll = lines.n > rows ? lines.n - rows : 0;
    if (focus && at < t->scroll)
        t->scroll = at;
    if (focus && at >= t->scroll + rows)
        t->scroll = at - rows + 1;
    for (size_t i = 0; i < rows && t->scroll + i < lines.n; i++) {
        struct text_line line = lines.v[t->scroll + i];
        canvas_put(c, r.x, r.y + (int)i, s, arena_memdup(a, buf_str(&t->text) + line.off, line.len));
    }
    if (focus)
        canvas_cursor(c, r.x + caret_column(t, lines.v[at]), r.y + (int)(at - t->scroll));
    arena_free(a);
}

void text_field_draw(struct text_field *t, struct canvas *c, struct rect r, enum style s, bool focus)
{
    if (r.w <= 0 || r.h <= 0)
        return;
    t->width = r.w;
    struct rect before = canvas_clip_more(c, r);
    canvas_fill(c, r, s);
    if (t->lines)
        draw_lines(t, c, r, s, focus);
    else
        draw_one(t, c, (struct rect){r.x, r.y, r.w, 1}, s, focus);
    canvas_clip(c, before);
}

int text_field_rows(const struct text_field *t, int cells)
{
    if (!t->lines)
        return 1;
    struct arena *a = arena_new();
    int n = (int)text_wrap(a, buf_str(&t->text), cells > 1 ? cells - 1 : 1).n;
    arena_free(a);
    return n;
}
