#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ui/ui_private.h"

#define WIDEST 72

/* --- life --- */

static char *copy_or_null(const char *s)
{
    return s ? mem_strdup(s) : NULL;
}

struct popup *popup_open(struct ui *u, struct screen *owner, int tag, popup_done *done, const struct popup_kind *kind,
                         const char *title, const char *text)
{
    struct popup *p = mem_zalloc(sizeof *p);
    p->kind = kind;
    p->ui = u;
    p->owner = owner;
    p->tag = tag;
    p->done = done;
    p->title = copy_or_null(title);
    p->text = copy_or_null(text);
    p->below = u->popup;
    u->popup = p;
    return p;
}

void popup_free(struct popup *p)
{
    if (!p)
        return;
    for (int i = 0; i < p->n_rows; i++) {
        free(p->rows[i].text);
        free(p->rows[i].note);
        free(p->rows[i].why_not);
        free(p->rows[i].also);
    }
    free(p->rows);
    free(p->shown);
    free(p->title);
    free(p->text);
    free(p->word);
    free(p->label);
    text_field_done(&p->field);
    form_free(p->form);
    list_done(&p->list);
    free(p);
}

static void take_out(struct ui *u, struct popup *p)
{
    struct popup **at = &u->popup;
    while (*at && *at != p)
        at = &(*at)->below;
    if (*at)
        *at = p->below;
}

void popup_finish(struct popup *p, const struct popup_result *r)
{
    take_out(p->ui, p);
    if (p->done && p->owner)
        p->done(p->owner, p->tag, r);
    popup_free(p);
}

void popup_cancel(struct popup *p)
{
    const struct popup_result r = {.ok = false, .choice = -1, .text = text_field_text(&p->field), .form = p->form};
    popup_finish(p, &r);
}

void popup_forget_owner(struct ui *u, const struct screen *s)
{
    struct popup **at = &u->popup;
    while (*at) {
        struct popup *p = *at;
        if (p->owner == s) {
            *at = p->below;
            popup_free(p);
        } else {
            at = &p->below;
        }
    }
}

bool ui_popup_open(const struct ui *u)
{
    return u->popup != NULL;
}

/* --- drawing --- */

int popup_cells(int width)
{
    return width > WIDEST + 4 ? WIDEST : width > 5 ? width - 4 : 1;
}

void popup_draw(struct popup *p, struct canvas *c)
{
    struct rect all = canvas_rect(c);
    int most_w = popup_cells(all.w);
    int w = 0;
    int h = 0;
    p->kind->want(p, c, most_w, &w, &h);
    int title = p->title ? text_width(p->title, strlen(p->title)) + 4 : 0;
    w = w < title ? title : w;
    w = w > most_w ? most_w : w;
    h = h > all.h - 2 ? all.h - 2 : h;
    struct rect box = {(all.w - w - 4) / 2, (all.h - h - 2) / 2, w + 4, h + 2};
    struct rect r = {box.x + 2, box.y + 1, w, h};
    if (all.w < 12 || all.h < 5) { /* no room for a frame */
        box = all;
        r = all;
        canvas_fill(c, box, STYLE_POPUP);
    } else {
        canvas_fill(c, box, STYLE_POPUP);
        canvas_box(c, box, STYLE_RULE, p->title);
    }
    p->at = r;
    struct rect before = canvas_clip_more(c, r);
    p->kind->draw(p, c, r);
    canvas_clip(c, before);
}

static const char button_keys[] = N_("← → pilih  Enter jawab");

/* Two buttons; `focus` 0 or 1. */
static void draw_buttons(struct popup *p, struct canvas *c, struct rect r, const char *no, const char *yes, int focus)
{
    const char *words[2] = {no, yes};
    int x = r.x;
    for (int i = 0; i < 2; i++) {
        int used = canvas_printf(c, x, r.y, i == focus ? STYLE_SELECTED : STYLE_KEY, "[ %s ]", words[i]);
        if (i == focus)
            canvas_cursor(c, x, r.y);
        p->hits[i] = (struct rect){x, r.y, used, r.h};
        x += used + 2;
    }
    canvas_put_cut(c, x + 1, r.y, r.x + r.w - x - 1, STYLE_DIM, _(button_keys));
}

/* --- a message --- */

static void want_text(struct popup *p, struct canvas *c, int w, int *ret_w, int *ret_h)
{
    int cells = 0;
    for (const char *s = p->text; *s;) {
        size_t n = strcspn(s, "\n");
        int line = text_width(s, n);
        cells = line > cells ? line : cells;
        s += n + (s[n] == '\n');
    }
    *ret_w = cells < w ? cells : w;
    *ret_h = canvas_lines_needed(c, p->text, *ret_w);
}

static void want_message(struct popup *p, struct canvas *c, int w, int *ret_w, int *ret_h)
{
    want_text(p, c, w, ret_w, ret_h);
    *ret_w = *ret_w < 24 ? 24 : *ret_w;
    *ret_h += 2;
}

static void draw_message(struct popup *p, struct canvas *c, struct rect r)
{
    struct rect keys = rect_take_bottom(&r, 1);
    rect_take_bottom(&r, 1);
    struct arena *a = arena_new();
    struct text_lines lines = text_wrap(a, p->text, r.w > 1 ? r.w : 1);
    int most = (int)lines.n - r.h;
    if (p->scroll > most)
        p->scroll = most > 0 ? most : 0;
    for (int i = 0; i < r.h && p->scroll + i < (int)lines.n; i++) {
        struct text_line l = lines.v[p->scroll + i];
        canvas_put(c, r.x, r.y + i, STYLE_NORMAL, arena_memdup(a, p->text + l.off, l.len));
    }
    int used = canvas_put_cut(c, keys.x, keys.y, keys.w, STYLE_DIM,
                              most > 0 ? _("↑↓ PgUp PgDn baca  Enter tutup") : _("Enter tutup"));
    if (most > 0) {
        rect_take_left(&keys, used + 3);
        list_draw_more(c, keys, p->scroll, false, most - p->scroll, false);
    }
    canvas_cursor(c, p->at.x, p->at.y + p->at.h - 1);
    arena_free(a);
}

static int message_step(struct popup *p, const struct event *e)
{
    int page = p->at.h > 4 ? p->at.h - 3 : 1;
    if (e->kind == EVENT_MOUSE)
        return e->mouse == MOUSE_UP ? -3 : e->mouse == MOUSE_DOWN ? 3 : 0;
    if (e->kind != EVENT_KEY)
        return 0;
    return e->key == K_UP     ? -1
           : e->key == K_DOWN ? 1
           : e->key == K_PGUP ? -page
           : e->key == K_PGDN ? page
                              : 0;
}

static bool event_message(struct popup *p, const struct event *e)
{
    int step = message_step(p, e);
    if (step) {
        p->scroll += step;
        p->scroll = p->scroll < 0 ? 0 : p->scroll;
    } else if (e->kind == EVENT_KEY || e->kind == EVENT_MOUSE || (e->kind == EVENT_TEXT && e->key == ' ')) {
        popup_cancel(p);
    }
    return true;
}

static const struct popup_kind message_kind = {want_message, draw_message, event_message, NULL};

void ui_message(struct ui *u, const char *title, const char *text)
{
    popup_open(u, NULL, 0, NULL, &message_kind, title, text);
}

/* --- yes or no --- */

static void want_confirm(struct popup *p, struct canvas *c, int w, int *ret_w, int *ret_h)
{
    want_text(p, c, w, ret_w, ret_h);
    int buttons = text_width(p->word, strlen(p->word)) + text_width(p->label, strlen(p->label)) + 10 +
                  text_width(_(button_keys), strlen(_(button_keys))) + 3;
    *ret_w = *ret_w < buttons ? (buttons < w ? buttons : w) : *ret_w;
    *ret_h += 2;
}

static void draw_confirm(struct popup *p, struct canvas *c, struct rect r)
{
    struct rect buttons = rect_take_bottom(&r, 1);
    canvas_put_wrapped(c, r, STYLE_NORMAL, p->text);
    draw_buttons(p, c, buttons, p->label, p->word, p->button);
}

static void answer(struct popup *p, bool yes)
{
    const struct popup_result r = {.ok = yes, .choice = 0, .text = ""};
    popup_finish(p, &r);
}

static bool event_confirm(struct popup *p, const struct event *e)
{
    if (e->kind == EVENT_MOUSE && e->mouse == MOUSE_CLICK) {
        for (int i = 0; i < 2; i++)
            if (rect_has(p->hits[i], e->x, e->y)) {
                answer(p, i == 1);
                return true;
            }
        return true;
    }
    if (e->kind != EVENT_KEY)
        return true;
    if (e->key == K_LEFT || e->key == K_RIGHT || e->key == K_TAB || e->key == K_BACKTAB || e->key == K_UP ||
        e->key == K_DOWN)
        p->button = !p->button;
    else if (e->key == K_ENTER)
        answer(p, p->button == 1);
    else if (e->key == K_ESC)
        popup_cancel(p);
    return true;
}

static const struct popup_kind confirm_kind = {want_confirm, draw_confirm, event_confirm, NULL};

void ui_confirm(struct screen *s, int tag, const char *question, const char *yes, popup_done *done)
{
    struct popup *p = popup_open(s->ui, s, tag, done, &confirm_kind, _("Lanjutkan?"), question);
    p->label = mem_strdup(_("Batal"));
    p->word = mem_strdup(yes);
}

void popup_ask(struct screen *s, int tag, const char *title, const char *text, const char *no, const char *yes,
               popup_done *done)
{
    struct popup *p = popup_open(s->ui, s, tag, done, &confirm_kind, title, text);
    p->label = mem_strdup(no);
    p->word = mem_strdup(yes);
    p->button = 1;
}

/* --- a word to be typed --- */

static void want_word(struct popup *p, struct canvas *c, int w, int *ret_w, int *ret_h)
{
    want_text(p, c, w, ret_w, ret_h);
    *ret_w = *ret_w < 44 ? (w < 44 ? w : 44) : *ret_w;
    *ret_h += 3;
}

static void draw_word(struct popup *p, struct canvas *c, struct rect r)
{
    struct rect keys = rect_take_bottom(&r, 1);
    struct rect line = rect_take_bottom(&r, 1);
    canvas_put_wrapped(c, r, STYLE_NORMAL, p->text);
    int used = canvas_printf(c, line.x, line.y, STYLE_LABEL, _("Ketik %s: "), p->word);
    rect_take_left(&line, used);
    text_field_draw(&p->field, c, line, STYLE_INPUT, true);
    canvas_put_cut(c, keys.x, keys.y, keys.w, STYLE_DIM, _("Enter lanjut  Esc batal"));
}

static bool event_word(struct popup *p, const struct event *e)
{
    if (e->kind == EVENT_KEY && e->key == K_ESC) {
        answer(p, false);
    } else if (e->kind == EVENT_KEY && e->key == K_ENTER) {
        if (strcmp(text_field_text(&p->field), p->word) == 0)
            answer(p, true);
        else
            ui_say(p->ui, STYLE_WARN, _("Belum sama. Ketik %s dengan huruf besar, lalu Enter."), p->word);
    } else {
        text_field_event(&p->field, e);
    }
    return true;
}

static bool always(struct popup *p)
{
    (void)p;
    return true;
}

static const struct popup_kind word_kind = {want_word, draw_word, event_word, always};

void ui_type_word(struct screen *s, int tag, const char *question, const char *word, popup_done *done)
{
    struct popup *p = popup_open(s->ui, s, tag, done, &word_kind, _("Tidak dapat diurungkan"), question);
    p->word = mem_strdup(word);
}
