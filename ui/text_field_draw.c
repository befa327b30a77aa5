/* part of `text_field.h`: the picture */
#include "config.h"

#include "base/arena.h"
#include "base/text.h"
#include "ui/text_field_private.h"

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
    t->scroll = text_field_snap(t, t->scroll);
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
    struct text_lines lines = text_wrap(a, buf_str(&t->text), text_field_cells(t));
    size_t at = text_field_caret_line(t, lines);
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
        canvas_cursor(c, r.x + text_field_caret_column(t, lines.v[at]), r.y + (int)(at - t->scroll));
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
