/* part of `form.h`: the picture, with labels beside the values or above them */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "model/validate.h"
#include "ui/form_private.h"
#include "ui/list.h"

#define NARROW 60      /* below: the label stands above its value */
#define LABEL_SHARE 45 /* percent of the width that labels may take, and at least ... */
#define LABEL_LEAST 30
#define MOST_ROWS 8    /* of a text with several lines */

/* Where things of a form stand at one width. */
struct layout {
    int width;
    int label; /* cells of the label column; 0: labels above */
};

static struct layout layout_of(const struct form *f, int width)
{
    struct layout l = {width, 0};
    if (width < NARROW)
        return l;
    for (int i = 0; i < f->n; i++) {
        if (f->v[i].heading)
            continue;
        const char *label = form_label(&f->v[i]);
        int cells = text_width(label, strlen(label)) + 2;
        l.label = cells > l.label ? cells : l.label;
    }
    int most = width * LABEL_SHARE / 100;
    most = most < LABEL_LEAST ? LABEL_LEAST : most;
    l.label = l.label > most ? most : l.label;
    return l;
}

static int value_rows(const struct form_item *it, struct layout l)
{
    if (!form_is_typed(it) || !it->text.lines)
        return 1;
    int rows = text_field_rows(&it->text, l.width - l.label - 2);
    return rows > MOST_ROWS ? MOST_ROWS : rows;
}

static bool label_is_cut(const struct form_item *it, struct layout l)
{
    const char *label = form_label(it);
    return text_width(label, strlen(label)) > (l.label ? l.label : l.width) - 2;
}

/* Line under the value: the error, or what the focused field has to say. */
static const char *note_of(const struct form *f, int i, struct layout l)
{
    const struct form_item *it = &f->v[i];
    if (it->error)
        return it->error;
    if (i != f->focus)
        return NULL;
    if (it->hint)
        return it->hint;
    if (form_is_typed(it) && it->text.lines)
        return _("Enter: baris baru. Tab: selesai dan simpan.");
    return label_is_cut(it, l) ? form_label(it) : NULL;
}

static int item_rows(struct canvas *c, const struct form *f, int i, struct layout l)
{
    if (f->v[i].heading)
        return i ? 2 : 1;
    return (l.label ? 0 : 1) + value_rows(&f->v[i], l) + canvas_lines_needed(c, note_of(f, i, l), l.width - l.label - 2);
}

int form_rows(struct form *f, struct canvas *c, int width)
{
    struct layout l = layout_of(f, width);
    int rows = 0;
    for (int i = 0; i < f->n; i++)
        rows += item_rows(c, f, i, l);
    return rows;
}

/* What counts where nothing was chosen or typed: it is shown, dim, instead of a dash. */
static const char *usual(const struct form_item *it, char out[DATE_TEXT])
{
    int64_t v = validate_usual(it->entity, it->field);
    if (v == NONE)
        return "—";
    if (it->type == TYPE_ENUM)
        return form_choice_label(it, (int)v);
    snprintf(out, DATE_TEXT, "%lld", (long long)v);
    return out;
}

static void draw_choice(struct form_item *it, struct canvas *c, struct rect r, bool here)
{
    char scratch[DATE_TEXT];
    const char *label = form_choice_label(it, it->choice);
    bool none = it->choice == NO_CHOICE || !*label;
    if (none)
        label = usual(it, scratch);
    if (!here) {
        canvas_put_cut(c, r.x, r.y, r.w, none ? STYLE_DIM : STYLE_NORMAL, label);
        return;
    }
    struct arena *a = arena_new();
    const char *text = arena_printf(a, "‹ %s ›", label);
    int used = canvas_put_cut(c, r.x, r.y, r.w, STYLE_SELECTED, text);
    canvas_cursor(c, r.x, r.y);
    const char *keys = _("← → ganti");
    if (used + 1 + text_width(keys, strlen(keys)) <= r.w)
        canvas_put(c, r.x + used + 1, r.y, STYLE_DIM, keys);
    arena_free(a);
}

static void draw_typed(struct form_item *it, struct canvas *c, struct rect r, bool here)
{
    char scratch[DATE_TEXT];
    if (!here && text_field_empty(&it->text)) {
        canvas_put(c, r.x, r.y, STYLE_DIM, usual(it, scratch));
        return;
    }
    if (here || it->text.lines)
        text_field_draw(&it->text, c, r, here ? STYLE_INPUT : STYLE_NORMAL, here);
    else
        canvas_put_cut(c, r.x, r.y, r.w, STYLE_NORMAL, text_field_text(&it->text)); /* its beginning, not its end */
}

static void draw_label(const struct form_item *it, struct canvas *c, struct rect r, bool here)
{
    canvas_put(c, r.x, r.y, here ? STYLE_ACCENT : STYLE_NORMAL, here ? "▸" : " ");
    int used = canvas_put_cut(c, r.x + 1, r.y, r.w - 2, here ? STYLE_STRONG : STYLE_LABEL, form_label(it));
    if (it->flags & FIELD_REQ)
        canvas_put(c, r.x + 1 + used, r.y, STYLE_WARN, "*");
}

static void draw_item(struct form *f, int i, struct canvas *c, struct rect r, struct layout l, bool focus)
{
    struct form_item *it = &f->v[i];
    it->at = rect_common(r, canvas_rect(c));
    if (it->heading) {
        canvas_put_cut(c, r.x, r.y + r.h - 1, r.w, STYLE_TITLE, _(it->label));
        return;
    }
    bool here = focus && i == f->focus;
    struct rect left = l.label ? (struct rect){r.x, r.y, l.label, 1} : (struct rect){r.x, r.y, r.w, 1};
    draw_label(it, c, left, here);
    if (l.label)
        rect_take_left(&r, l.label);
    else
        rect_take_top(&r, 1);
    rect_take_left(&r, 1);
    r.w -= 1;
    struct rect value = rect_take_top(&r, value_rows(it, l));
    if (form_is_typed(it))
        draw_typed(it, c, value, here);
    else
        draw_choice(it, c, value, here);
    canvas_put_wrapped(c, r, it->error ? STYLE_ERROR : STYLE_DIM, note_of(f, i, l));
}

/* Scrolls so that the focused field is seen whole, with a heading right above it. */
static void scroll_to_focus(struct form *f, struct canvas *c, struct rect r, struct layout l, int all)
{
    int first = 0;
    for (int i = 0; i < f->focus; i++)
        first += item_rows(c, f, i, l);
    int last = first + item_rows(c, f, f->focus, l);
    if (f->focus > 0 && f->v[f->focus - 1].heading)
        first--;
    if (f->top > all - r.h) /* no empty lines below while fields are hidden above */
        f->top = all > r.h ? all - r.h : 0;
    if (last > f->top + r.h)
        f->top = last - r.h;
    if (first < f->top)
        f->top = first;
}

void form_draw(struct form *f, struct canvas *c, struct rect r, bool focus)
{
    if (r.w <= 0 || r.h <= 0 || f->n == 0)
        return;
    struct layout l = layout_of(f, r.w);
    struct rect more = {0};
    int above = 0, below = 0, all = form_rows(f, c, r.w);
    if (all > r.h && item_rows(c, f, f->focus, l) < r.h)
        more = rect_take_bottom(&r, 1);
    scroll_to_focus(f, c, r, l, all);
    struct rect before = canvas_clip_more(c, r);
    for (int i = 0, y = r.y - f->top; i < f->n; i++) {
        int rows = item_rows(c, f, i, l);
        f->v[i].at = (struct rect){0};
        if (y + rows > r.y && y < r.y + r.h)
            draw_item(f, i, c, (struct rect){r.x, y, r.w, rows}, l, focus);
        above += !f->v[i].heading && y < r.y;
        below += !f->v[i].heading && y >= r.y && y + rows > r.y + r.h;
        y += rows;
    }
    canvas_clip(c, before);
    if (more.h > 0)
        list_draw_more(c, more, above, false, below, false);
}
