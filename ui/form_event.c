/* part of `form.h`: keys, letters and clicks */
#include "config.h"

#include <string.h>

#include "base/text.h"
#include "ui/form_private.h"

/* Stores the field and goes on to the next one in this direction; false at the end. A wrong value stays there with its
 * reason. */
static bool move_focus(struct form *f, int step)
{
    int to = f->focus + step;
    while (to >= 0 && to < f->n && f->v[to].heading)
        to += step;
    (void)form_leave(f, f->focus);
    if (to < 0 || to >= f->n)
        return false;
    f->focus = to;
    return true;
}

static void take_choice(struct form_item *it, int choice)
{
    if (it->n_choices == 0)
        return;
    int least = it->flags & FIELD_REQ || it->type == TYPE_FLAG || it->type == TYPE_REF ? 0 : NO_CHOICE;
    if (choice >= it->n_choices)
        choice = least;
    if (choice < least)
        choice = it->n_choices - 1;
    it->changed = it->changed || it->choice != choice;
    it->choice = choice;
    it->error = NULL;
}

/* The next choice whose words begin with the typed letter. */
static void choose_by_letter(struct form_item *it, const struct event *e)
{
    struct arena *a = arena_new();
    const char *typed = text_fold(a, e->text);
    for (int n = 1; n <= it->n_choices; n++) {
        int i = (it->choice + n) % it->n_choices;
        if (i >= 0 && *typed && strncmp(text_fold(a, form_choice_label(it, i)), typed, strlen(typed)) == 0) {
            take_choice(it, i);
            break;
        }
    }
    arena_free(a);
}

static bool choice_event(struct form_item *it, const struct event *e)
{
    if (e->kind == EVENT_TEXT && e->key == '?')
        return false;
    if (e->kind == EVENT_TEXT && e->key == ' ')
        take_choice(it, it->choice + 1);
    else if (e->kind == EVENT_TEXT)
        choose_by_letter(it, e);
    else if (e->kind == EVENT_KEY && e->key == K_RIGHT)
        take_choice(it, it->choice + 1);
    else if (e->kind == EVENT_KEY && e->key == K_LEFT)
        take_choice(it, it->choice - 1);
    else if (e->kind == EVENT_KEY && (e->key == K_DEL || e->key == K_BACKSPACE) && !(it->flags & FIELD_REQ))
        take_choice(it, it->type == TYPE_ENUM ? NO_CHOICE : 0);
    else
        return false;
    return true;
}

/* A date, time or number that stands there is typed anew, not added to: after it nothing could follow. Ctrl-Z in the
 * field brings the old one back. */
static void begin_anew(struct form_item *it, const struct event *e)
{
    bool writes = e->kind == EVENT_TEXT || e->kind == EVENT_PASTE;
    if (!writes || it->type == TYPE_TEXT || it->changed || it->text.cur < it->text.text.len)
        return;
    struct event clear = event_key(K_CTRL('U'));
    text_field_event(&it->text, &clear);
}

static bool typed_event(struct form_item *it, const struct event *e)
{
    begin_anew(it, e);
    size_t was = it->text.cur;
    size_t len = it->text.text.len;
    if (!text_field_event(&it->text, e))
        return false;
    bool moved_only = e->kind == EVENT_KEY && len == it->text.text.len && was != it->text.cur;
    bool nothing = e->kind == EVENT_KEY && len == it->text.text.len && was == it->text.cur;
    if (!moved_only && !nothing) {
        it->changed = true;
        it->error = NULL;
    }
    return true;
}

static bool click(struct form *f, const struct event *e)
{
    for (int i = 0; i < f->n; i++) {
        if (f->v[i].heading || !rect_has(f->v[i].at, e->x, e->y))
            continue;
        if (i != f->focus)
            form_flush(f);
        f->focus = i;
        return true;
    }
    return false;
}

bool form_event(struct form *f, const struct event *e)
{
    if (f->n == 0)
        return false;
    struct form_item *it = &f->v[f->focus];
    if (e->kind == EVENT_MOUSE)
        return e->mouse == MOUSE_UP || e->mouse == MOUSE_DOWN ? move_focus(f, e->mouse == MOUSE_UP ? -1 : 1)
                                                              : click(f, e);
    if (it->heading)
        return move_focus(f, 1);
    if (form_is_typed(it) ? typed_event(it, e) : choice_event(it, e))
        return true;
    if (e->kind != EVENT_KEY)
        return false;
    if (e->key == K_UP || e->key == K_BACKTAB)
        return move_focus(f, -1);
    if (e->key == K_ENTER && it->changed && !form_leave(f, f->focus))
        return true; /* who corrects it goes on typing, and that must not land in the next field */
    if (e->key == K_DOWN || e->key == K_TAB || e->key == K_ENTER)
        return move_focus(f, 1);
    return false;
}

bool form_writing(const struct form *f)
{
    return f->n > 0 && form_is_typed(&f->v[f->focus]);
}
