/* Popups in which something is written: a line, a text, a form. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ui/ui_private.h"

/* --- prompt: Enter stores, also where the text has several lines; those are begun by pasting, or in the form of the row --- */

static void want_prompt(struct popup *p, struct canvas *c, int w, int *ret_w, int *ret_h)
{
    int label = p->label ? canvas_lines_needed(c, p->label, w) : 0;
    *ret_w = w;
    *ret_h = label + 2 + 1;
    if (p->field.lines) {
        int rows = text_field_rows(&p->field, w);
        *ret_h += (rows < 4 ? 4 : rows > 12 ? 12 : rows) - 1;
    }
}

static void draw_prompt(struct popup *p, struct canvas *c, struct rect r)
{
    struct rect keys = rect_take_bottom(&r, 1);
    int label = p->label ? canvas_lines_needed(c, p->label, r.w) : 0;
    if (label)
        canvas_put_wrapped(c, rect_take_top(&r, label), STYLE_LABEL, p->label);
    if (r.h > 1)
        rect_take_bottom(&r, 1);
    text_field_draw(&p->field, c, r, STYLE_INPUT, true);
    if (p->word)
        canvas_printf(c, keys.x, keys.y, STYLE_DIM, _("Enter %s  Esc batal"), p->word);
    else
        canvas_put_cut(c, keys.x, keys.y, keys.w, STYLE_DIM, _("Enter simpan  Esc batal"));
}

/* What is written in a popup is kept like everything else; the same question about the same thing gets it back after a crash,
 * in whatever language it is asked then. */
static const char *draft_key(const struct popup *p, struct arena *a)
{
    const struct screen_class *class = p->owner->class;
    const char *about = class->about ? class->about(p->owner, p->tag, a) : NULL;
    return arena_printf(a, "%s%s.%d.%s", p->form ? DRAFT_FORM : DRAFT_PROMPT, class->id, p->tag, about ? about : "-");
}

static void keep_draft(struct popup *p, const char *text)
{
    struct arena *a = arena_new();
    if (p->owner && !p->owner->class->no_session)
        ui_draft(p->ui, draft_key(p, a), text);
    arena_free(a);
}

/* NULL: nothing to give back. */
static const char *recovered_draft(struct popup *p)
{
    struct arena *a = arena_new();
    const char *text = ui_recovered(p->ui, draft_key(p, a));
    arena_free(a);
    return text;
}

/* `text`: what was written, as its draft has it. */
static void finish_written(struct popup *p, const struct popup_result *r, const char *text)
{
    struct arena *a = arena_new();
    if (p->owner && !p->owner->class->no_session)
        ui_answer_written(p, r, draft_key(p, a), text);
    else
        popup_finish(p, r);
    arena_free(a);
}

static void finish_prompt(struct popup *p)
{
    struct arena *a = arena_new();
    const char *raw = arena_strdup(a, text_field_text(&p->field));
    char *clean = text_input(a, raw, strlen(raw), p->field.lines);
    if (!p->field.lines)
        clean = text_trim(a, clean);
    const struct popup_result r = {.ok = true, .text = clean};
    finish_written(p, &r, raw);
    arena_free(a);
}

/* The first Esc on a changed text only warns: what was written is not thrown away by a slip. */
static void leave_prompt(struct popup *p)
{
    bool changed = p->form ? p->written : text_field_can_undo(&p->field);
    if (changed && !p->warned) {
        p->warned = true;
        ui_say(p->ui, STYLE_WARN, _("Tulisan belum disimpan. Esc sekali lagi: buang. Terus menulis: lanjut."));
        return;
    }
    keep_draft(p, NULL);
    popup_cancel(p);
}

static bool event_prompt(struct popup *p, const struct event *e)
{
    bool key = e->kind == EVENT_KEY;
    if (key && e->key == K_ESC) {
        leave_prompt(p);
    } else if (key && (e->key == K_ENTER || e->key == K_CTRL('S'))) {
        finish_prompt(p);
    } else if (text_field_event(&p->field, e)) {
        p->warned = false;
        keep_draft(p, text_field_text(&p->field));
    }
    return true;
}

static bool prompt_writing(struct popup *p)
{
    (void)p;
    return true;
}

static const struct popup_kind prompt_kind = {want_prompt, draw_prompt, event_prompt, prompt_writing};

void ui_prompt(struct screen *s, int tag, const char *title, const char *label, const char *initial, bool lines,
               popup_done *done)
{
    struct popup *p = popup_open(s->ui, s, tag, done, &prompt_kind, title, NULL);
    p->label = label ? mem_strdup(label) : NULL;
    text_field_init(&p->field, lines, 0);
    const char *back = recovered_draft(p);
    text_field_set(&p->field, back ? back : initial);
}

void ui_prompt_verb(struct ui *u, const char *verb)
{
    free(u->popup->word);
    u->popup->word = mem_strdup(verb);
}

void popup_put_aside(struct popup *p)
{
    struct arena *a = arena_new();
    struct buf b = BUF_INIT;
    if (p->form)
        form_write_draft(p->form, &b);
    else if (p->kind == &prompt_kind && text_field_can_undo(&p->field))
        buf_puts(&b, text_field_text(&p->field));
    if (p->owner && b.len > 0 && (!p->form || p->written))
        ui_put_aside(p->ui, draft_key(p, a), NULL, buf_str(&b));
    buf_done(&b);
    arena_free(a);
    popup_cancel(p);
}

/* --- form --- */

static void want_form(struct popup *p, struct canvas *c, int w, int *ret_w, int *ret_h)
{
    *ret_w = w;
    *ret_h = form_rows(p->form, c, w) + 2;
}

static void draw_form(struct popup *p, struct canvas *c, struct rect r)
{
    struct rect keys = rect_take_bottom(&r, 1);
    rect_take_bottom(&r, 1);
    form_draw(p->form, c, r, true);
    canvas_put_cut(c, keys.x, keys.y, keys.w, STYLE_DIM, _("Enter berikut, di baris akhir simpan (^S)  Esc batal"));
}

static void finish_form(struct popup *p)
{
    const char *why = NULL;
    if (!form_check_all(p->form, &why)) {
        ui_say(p->ui, STYLE_WARN, "%s", why);
        return;
    }
    struct buf b = BUF_INIT;
    form_write_draft(p->form, &b);
    const struct popup_result r = {.ok = true, .text = "", .form = p->form};
    finish_written(p, &r, buf_str(&b));
    buf_done(&b);
}

static void keep_form(struct popup *p)
{
    struct buf b = BUF_INIT;
    form_write_draft(p->form, &b);
    keep_draft(p, buf_str(&b));
    buf_done(&b);
}

static bool event_form(struct popup *p, const struct event *e)
{
    if (e->kind == EVENT_KEY && e->key == K_ESC) {
        leave_prompt(p);
        return true;
    }
    if (e->kind == EVENT_KEY && e->key == K_CTRL('S')) {
        finish_form(p);
        return true;
    }
    if (form_event(p->form, e)) {
        p->warned = false;
        p->written = p->written || form_any_unstored(p->form) >= 0; /* something was written or chosen */
        if (p->written)
            keep_form(p);
        return true;
    }
    if (e->kind == EVENT_KEY && e->key == K_ENTER)
        finish_form(p);
    return true;
}

static bool form_popup_writing(struct popup *p)
{
    return form_writing(p->form);
}

static const struct popup_kind form_kind = {want_form, draw_form, event_form, form_popup_writing};

void ui_form(struct screen *s, int tag, const char *title, struct form *form, popup_done *done)
{
    struct popup *p = popup_open(s->ui, s, tag, done, &form_kind, title, NULL);
    p->form = form;
    const char *back = recovered_draft(p);
    p->written = back && form_read_draft(form, back);
}
