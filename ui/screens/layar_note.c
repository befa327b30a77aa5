#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "ui/screens/dialog.h"
#include "ui/screens/layar_note.h"

void layar_note_load(struct screen *s, struct layar_note *n)
{
    n->dialog = ui_read_only(s->ui) ? NULL : ui_place(s->ui, PLACE_DIALOG);
}

static bool empty(const struct layar_note *n)
{
    return !n->dialog || text_field_empty(&dialog_of(n->dialog)->capture);
}

/* The hall reads along: how much was written, never what. */
void layar_note_draw(const struct layar_note *n, struct canvas *c, struct rect *r)
{
    if (empty(n) && !n->mark)
        return;
    struct rect line = rect_take_bottom(r, 1);
    const char *text = empty(n) ? "" : text_field_text(&dialog_of(n->dialog)->capture);
    int cells = text_width(text, strlen(text));
    int end = line.x + line.w - 2;
    int x = line.x + 1;
    x += canvas_put_cut(c, x, line.y, line.w - 2, STYLE_DIM, n->mark ? n->mark : _("catat")) + 1;
    for (int i = 0; i < cells && x < end; i++)
        x += canvas_put(c, x, line.y, STYLE_DIM, "•");
    if (cells > 0)
        canvas_cursor(c, x, line.y);
}

static void store(struct layar_note *n)
{
    n->stored = ID_NONE;
    n->mark = dialog_enter_quietly(n->dialog, &n->stored) ? "…" : _("catat: F3"); /* what is missing is asked there */
}

static void answered(struct layar_note *n, const struct answer *a)
{
    struct id group = a->job ? job_id(a->job) : ID_NONE;
    if (!id_is_none(&n->stored) && id_eq(&group, &n->stored))
        n->mark = a->err.code == ERR_NONE ? "✓" : _("catat: F3");
}

bool layar_note_event(struct screen *s, struct layar_note *n, const struct event *e)
{
    if (e->kind == EVENT_STORED) {
        answered(n, e->answer);
        return false;
    }
    bool text = e->kind == EVENT_TEXT || e->kind == EVENT_PASTE;
    bool enter = e->kind == EVENT_KEY && e->key == K_ENTER;
    bool key = e->kind == EVENT_KEY && (e->key == K_BACKSPACE || e->key == K_CTRL('U') || e->key == K_CTRL('Z'));
    if (!text && !enter && !key)
        return false;
    layar_note_load(s, n); /* anew when it is stale: it knows the people and the running item */
    if (!n->dialog || (!text && empty(n)))
        return false;
    if (enter) {
        store(n);
        return true;
    }
    n->mark = NULL;
    return dialog_type(n->dialog, e);
}
