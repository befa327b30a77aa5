/* Short lists and searchable ones. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ui/ui_private.h"

#define MOST_LINES 14

static void add_row(struct popup *p, const struct pick_item *item)
{
    p->rows = mem_realloc(p->rows, (size_t)(p->n_rows + 1) * sizeof *p->rows);
    p->rows[p->n_rows] = (struct pick_row){.text = mem_strdup(item->text),
                                           .note = item->note ? mem_strdup(item->note) : NULL,
                                           .why_not = item->why_not ? mem_strdup(item->why_not) : NULL,
                                           .also = item->also ? mem_strdup(item->also) : NULL,
                                           .index = p->n_rows};
    p->n_rows++;
}

static void take(struct popup *p, int row)
{
    if (row >= 0 && p->rows[row].why_not) {
        ui_say(p->ui, STYLE_WARN, "%s", p->rows[row].why_not);
        return;
    }
    char *typed = mem_strdup(text_field_text(&p->field));
    const struct pick_row *taken = row >= 0 ? &p->rows[row] : NULL;
    const struct popup_result r = {
        .ok = true, .choice = row, .text = typed, .moved = p->moved, .picked = !taken ? NULL : taken->also ? taken->also : taken->text};
    popup_finish(p, &r);
    free(typed);
}

/* How to choose and how to leave, while there is a line for it. */
static void draw_list_keys(struct canvas *c, struct rect *r, int rows)
{
    if (r->h <= rows)
        return;
    struct rect keys = rect_take_bottom(r, 1);
    canvas_put_cut(c, keys.x, keys.y, keys.w, STYLE_DIM, _("↑↓ pilih  Enter ambil  Esc batal"));
}

/* --- a short list --- */

static void draw_choice_row(void *ctx, struct canvas *c, struct rect r, int i, bool focus)
{
    struct popup *p = ctx;
    (void)focus;
    if (i < 9)
        canvas_printf(c, r.x, r.y, STYLE_KEY, "%d", i + 1);
    canvas_put_cut(c, r.x + 2, r.y, r.w - 2, STYLE_NORMAL, p->rows[i].text);
}

static const struct list_rows choice_rows = {.draw = draw_choice_row};

static void want_choose(struct popup *p, struct canvas *c, int w, int *ret_w, int *ret_h)
{
    (void)c;
    int cells = 33; /* the line of keys */
    for (int i = 0; i < p->n_rows; i++) {
        int row = text_width(p->rows[i].text, strlen(p->rows[i].text)) + 3;
        cells = row > cells ? row : cells;
    }
    *ret_w = cells < w ? cells : w;
    *ret_h = p->n_rows + 1;
}

static void draw_choose(struct popup *p, struct canvas *c, struct rect r)
{
    draw_list_keys(c, &r, p->n_rows);
    list_draw(&p->list, c, r, &choice_rows, p, true);
}

static bool event_choose(struct popup *p, const struct event *e)
{
    if (e->kind == EVENT_KEY && e->key == K_ESC) {
        popup_cancel(p);
    } else if (e->kind == EVENT_KEY && e->key == K_ENTER) {
        take(p, p->list.sel);
    } else if (e->kind == EVENT_TEXT && e->key >= '1' && e->key <= '9' && e->key - '1' < p->n_rows) {
        take(p, e->key - '1');
    } else if (list_event(&p->list, e, &choice_rows, p)) {
        if (e->kind == EVENT_MOUSE && (e->mouse == MOUSE_CLICK || e->mouse == MOUSE_DOUBLE))
            take(p, p->list.sel);
    }
    return true;
}

static const struct popup_kind choose_kind = {want_choose, draw_choose, event_choose, NULL};

void ui_choose(struct screen *s, int tag, const char *title, const char *const *choices, int n, int selected,
               popup_done *done)
{
    struct popup *p = popup_open(s->ui, s, tag, done, &choose_kind, title, NULL);
    for (int i = 0; i < n; i++)
        add_row(p, &(struct pick_item){.text = choices[i]});
    list_set(&p->list, n, &choice_rows, p);
    list_select(&p->list, selected, &choice_rows, p);
}

/* --- a searchable list --- */

static int better(const void *a, const void *b)
{
    const struct pick_row *x = *(const struct pick_row *const *)a;
    const struct pick_row *y = *(const struct pick_row *const *)b;
    if (x->score != y->score)
        return y->score - x->score;
    return x->index - y->index;
}

static void draw_pick_row(void *ctx, struct canvas *c, struct rect r, int i, bool focus)
{
    struct popup *p = ctx;
    const struct pick_row *row = &p->rows[p->shown[i]];
    const char *note = row->why_not ? row->why_not : row->note;
    (void)focus;
    int room = note ? text_width(note, strlen(note)) : 0;
    int most = row->why_not ? r.w / 2 : r.w / 3;
    room = room > most ? most : room;
    canvas_put_cut(c, r.x, r.y, r.w - room - 1, row->why_not ? STYLE_DIM : STYLE_NORMAL, row->text);
    canvas_put_right(c, r.x + r.w - room, r.y, room, row->why_not ? STYLE_DIM : STYLE_KEY, note);
}

static const struct list_rows pick_rows = {.draw = draw_pick_row};

static int row_score(const struct popup *p, const struct pick_row *row, const char *typed)
{
    int (*fits)(const char *, const char *) = p->scattered ? keys_fuzzy : keys_words;
    int shown = fits(typed, row->text), also = row->also ? fits(typed, row->also) : 0;
    return shown > also ? shown : also;
}

static void search(struct popup *p)
{
    const char *typed = text_field_text(&p->field);
    const struct pick_row **found = mem_alloc((size_t)p->n_rows * sizeof *found);
    p->n_shown = 0;
    for (int i = 0; i < p->n_rows; i++) {
        p->rows[i].score = *typed ? row_score(p, &p->rows[i], typed) : 1;
        if (p->rows[i].score > 0)
            found[p->n_shown++] = &p->rows[i];
    }
    qsort(found, (size_t)p->n_shown, sizeof *found, better);
    for (int i = 0; i < p->n_shown; i++)
        p->shown[i] = found[i]->index;
    free(found);
    list_set(&p->list, p->n_shown, &pick_rows, p);
    list_select(&p->list, 0, &pick_rows, p);
}

static void want_pick(struct popup *p, struct canvas *c, int w, int *ret_w, int *ret_h)
{
    (void)c;
    *ret_w = w;
    *ret_h = (p->n_rows < 1 ? 1 : p->n_rows < MOST_LINES ? p->n_rows : MOST_LINES) + 3;
}

static void draw_pick(struct popup *p, struct canvas *c, struct rect r)
{
    struct rect line = rect_take_top(&r, 1);
    canvas_put(c, line.x, line.y, STYLE_KEY, "›");
    rect_take_left(&line, 2);
    rect_take_top(&r, 1);
    draw_list_keys(c, &r, 1);
    if (p->n_shown == 0)
        canvas_put_cut(c, r.x, r.y, r.w, STYLE_DIM,
                       !p->own_text                  ? _("Tidak ada yang cocok.")
                       : text_field_empty(&p->field) ? _("Tidak ada yang ditemukan; tulis letaknya, lalu Enter.")
                                                     : _("Tidak ada yang cocok; Enter memakai yang ditulis."));
    list_draw(&p->list, c, r, &pick_rows, p, true);
    /* drawn last: the caret stays in the text */
    text_field_draw(&p->field, c, line, STYLE_INPUT, true);
}

/* Esc. What fits nothing was perhaps not meant for the list: typed on while the list came up. */
static void leave_pick(struct popup *p)
{
    char *typed = mem_strdup(p->n_shown == 0 ? text_field_text(&p->field) : "");
    const struct popup_result r = {.ok = false, .choice = -1, .text = typed};
    popup_finish(p, &r);
    free(typed);
}

static bool event_pick(struct popup *p, const struct event *e)
{
    if (e->kind == EVENT_KEY && e->key == K_ESC) {
        leave_pick(p);
    } else if (e->kind == EVENT_KEY && e->key == K_ENTER) {
        if (p->n_shown > 0)
            take(p, p->shown[p->list.sel]);
        else if (p->own_text && !text_field_empty(&p->field))
            take(p, -1);
    } else if (e->kind == EVENT_KEY && (e->key == K_HOME || e->key == K_END)) {
        text_field_event(&p->field, e);
    } else if (list_event(&p->list, e, &pick_rows, p)) {
        p->moved = true;
        if (e->kind == EVENT_MOUSE && e->mouse == MOUSE_CLICK && p->n_shown > 0)
            take(p, p->shown[p->list.sel]);
    } else if (text_field_event(&p->field, e)) {
        p->moved = false;
        search(p);
    }
    return true;
}

static bool always(struct popup *p)
{
    (void)p;
    return true;
}

static const struct popup_kind pick_kind = {want_pick, draw_pick, event_pick, always};

struct popup *popup_pick(struct ui *u, struct screen *owner, int tag, popup_done *done, const char *title,
                         const struct pick_item *items, int n, bool own_text)
{
    struct popup *p = popup_open(u, owner, tag, done, &pick_kind, title, NULL);
    for (int i = 0; i < n; i++)
        add_row(p, &items[i]);
    p->shown = mem_alloc((size_t)(n ? n : 1) * sizeof *p->shown);
    p->own_text = own_text;
    search(p);
    return p;
}

void ui_pick(struct screen *s, int tag, const char *title, const struct pick_item *items, int n, bool own_text,
             popup_done *done)
{
    popup_pick(s->ui, s, tag, done, title, items, n, own_text);
}
