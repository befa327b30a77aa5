/* part of `text_field.h`: every change of the text, and what undo and redo know of it */
#include "config.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ui/text_field_private.h"

#define USUAL_LIMIT 200000
#define MOST_STEPS 1000

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

void text_field_past_free(struct text_field_past *p)
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

size_t text_field_snap(const struct text_field *t, size_t off)
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

static bool was_cut; /* since it was asked for */

bool text_field_was_cut(void)
{
    bool cut = was_cut;
    was_cut = false;
    return cut;
}

void text_field_change(struct text_field *t, size_t from, size_t to, const char *with, size_t n, bool typing)
{
    size_t kept = t->text.len - (to - from);
    size_t room = kept < limit_of(t) ? limit_of(t) - kept : 0;
    t->cut = n > room;
    was_cut = was_cut || t->cut;
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
    t->cur = text_field_snap(t, from + n);
    t->goal = 0;
    s.cur_after = t->cur;
    remember(t, s);
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

bool text_field_undo(struct text_field *t)
{
    if (!text_field_can_undo(t))
        return false;
    struct step *s = &t->past->v[--t->past->n];
    t->past->redo++;
    splice(&t->text, s->off, s->n_added, s->removed, s->n_removed);
    t->cur = text_field_snap(t, s->cur_before);
    s->typing = false;
    t->goal = 0;
    return true;
}

bool text_field_redo(struct text_field *t)
{
    if (!text_field_can_redo(t))
        return false;
    struct step *s = &t->past->v[t->past->n++];
    t->past->redo--;
    splice(&t->text, s->off, s->n_removed, s->added, s->n_added);
    t->cur = text_field_snap(t, s->cur_after);
    t->goal = 0;
    return true;
}
