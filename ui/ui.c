#include "config.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/i18n.h"
#include "ui/copy.h"
#include "ui/reach.h"
#include "ui/ui_private.h"

/* --- life --- */

struct ui *ui_new(const struct ui_options *o)
{
    struct ui *u = mem_zalloc(sizeof *u);
    u->o = *o;
    u->turn = arena_new();
    u->around.arena = arena_new();
    u->around.stale = true;
    return u;
}

void ui_free(struct ui *u)
{
    if (!u)
        return;
    (void)ui_settle(u); /* what was refused is in the drafts */
    ui_close_screens(u);
    if (u->end)
        ui_leave_drafts(u);
    ui_store_done(u);
    ui_copy_done(u);
    app_close(u->app);
    arena_free(u->turn);
    arena_free(u->around.arena);
    free(u->message);
    free(u);
}

const struct ui_options *ui_options_now(const struct ui *u)
{
    return &u->o;
}

/* --- what screens ask --- */

struct app *ui_app(struct ui *u)
{
    return u->app;
}

int64_t ui_now(struct ui *u)
{
    return clock_now(u->app ? app_clock(u->app) : &u->o.clock);
}

void ui_set_time(struct ui *u, int64_t now)
{
    struct clock *own = &u->o.clock;
    if (u->app)
        app_set_time(u->app, now);
    own->offset = u->app ? app_clock(u->app)->offset : own->offset + now - clock_now(own);
}

/* Without a session: the laptop's zone, as far as it is an Indonesian one. */
enum zone ui_zone(struct ui *u)
{
    if (u->app)
        return app_zone(u->app);
    time_t t = (time_t)(ui_now(u) / 1000);
    struct tm tm;
    long minutes = localtime_r(&t, &tm) ? tm.tm_gmtoff / 60 : 0;
    for (int z = ZONE_WIB; z <= ZONE_WIT; z++)
        if (zone_offset_minutes((enum zone)z) == minutes)
            return (enum zone)z;
    return ZONE_WIB;
}

int64_t ui_today(struct ui *u)
{
    return stamp_day(ui_now(u), ui_zone(u));
}

bool ui_proyektor(struct ui *u)
{
    return u->o.proyektor;
}

bool ui_read_only(struct ui *u)
{
    return u->app && app_is_read_only(u->app);
}

struct arena *ui_arena(struct ui *u)
{
    return u->turn;
}

void ui_quit(struct ui *u)
{
    u->end = true;
}

bool ui_wants_end(const struct ui *u)
{
    return u->end;
}

bool ui_wants_redraw(struct ui *u)
{
    bool wants = u->redraw;
    u->redraw = false;
    return wants;
}

void screen_stale(struct screen *s)
{
    s->stale = true;
}

struct screen *ui_top(struct ui *u)
{
    return u->depth > 0 ? u->stack[u->depth - 1] : NULL;
}

void ui_say(struct ui *u, enum style s, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    char *text = mem_alloc((size_t)(n > 0 ? n : 0) + 1);
    va_start(ap, fmt);
    vsnprintf(text, (size_t)(n > 0 ? n : 0) + 1, fmt, ap);
    va_end(ap);
    free(u->message);
    u->message = text;
    u->message_style = s;
    u->message_new = true;
}

void ui_say_error(struct ui *u, const struct err *e)
{
    ui_say(u, e->code == ERR_RULE || e->code == ERR_INPUT || e->code == ERR_CONFLICT ? STYLE_WARN : STYLE_ERROR,
           "%s", e->text);
}

/* --- events --- */

bool ui_is_writing(struct ui *u)
{
    if (u->popup)
        return u->popup->kind->writing && u->popup->kind->writing(u->popup);
    struct screen *s = ui_top(u);
    return s && s->class->writing && s->class->writing(s);
}

const char *ui_why_not(struct ui *u, const struct key_row *row)
{
    struct screen *s = ui_top(u);
    if (!s)
        return NULL;
    const char *why = row->why_not ? row->why_not(s) : NULL;
    if (why)
        return why;
    if (row->action >= ACT_PLACE)
        return ui_global_why_not(u, row->action);
    return s->class->why_not ? s->class->why_not(s, row->action) : NULL;
}

static void run_row(struct ui *u, const struct key_row *row)
{
    struct screen *s = ui_top(u);
    const char *why = ui_why_not(u, row);
    if (!why)
        reach_action(row->action >= ACT_PLACE ? "-" : s->class->id, row->action);
    if (why)
        ui_say(u, STYLE_WARN, "%s", why);
    else if (row->action >= ACT_PLACE)
        ui_act_global(u, row->action);
    else if (s->class->action)
        s->class->action(s, row->action);
}

void ui_act(struct ui *u, int action)
{
    struct screen *s = ui_top(u);
    const struct key_row *row = ui_load_first(u) ? keys_row_of(s->class->keys, action) : NULL;
    if (!row)
        row = keys_row_of(keys_global(), action);
    if (row)
        run_row(u, row);
    ui_do_moves(u);
}

/* Ctrl-O and a digit stand for a function key. Esc must act at once, so it cannot be Esc and a digit. */
static bool after_ctrl_o(struct ui *u, struct event *e)
{
    if (u->after_ctrl_o && (e->kind == EVENT_TEXT || e->kind == EVENT_KEY)) {
        u->after_ctrl_o = false;
        if (e->key >= '0' && e->key <= '9') {
            *e = event_key(K_O(e->key - '0'));
            return false;
        }
    }
    if (e->kind == EVENT_KEY && e->key == K_CTRL('O')) {
        u->after_ctrl_o = true;
        ui_say(u, STYLE_DIM, "%s", _("Lalu angka 2-8: 2 Persiapan, 3 Dialog, 4 Dokumentasi, 5 Mufakat, 6 Berita Acara, 7 Tindak Lanjut, 8 Layar Peserta"));
        return true;
    }
    return false;
}

/* Letters are commands now, and this one is none here: silence would look like a broken program. */
static void say_unused(struct ui *u, const struct event *e)
{
    const char *word = letter_word(e->key);
    if (word) /* other characters may be what is left of a key that this terminal does not know */
        ui_say(u, STYLE_DIM, _("%s (%s) tidak dipakai di sini. ? menampilkan tombol layar ini, Ctrl-K semua perintah."), e->text, _(word));
}

static void to_screen(struct ui *u, const struct event *e)
{
    struct screen *s = ui_top(u);
    if (!s)
        return;
    bool loaded = ui_load_first(u);
    if (loaded && s->class->event && s->class->event(s, e))
        return;
    if (e->kind != EVENT_KEY && e->kind != EVENT_TEXT)
        return;
    bool writing = ui_is_writing(u);
    const struct key_row *row = loaded ? keys_find(s->class->keys, e->key, writing) : NULL;
    if (!row)
        row = keys_find(keys_global(), e->key, writing);
    if (row)
        run_row(u, row);
    else if (e->key == K_CTRL('C'))
        ui_say(u, STYLE_DIM, "%s", _("Semua yang di-Enter sudah tersimpan. Keluar: Ctrl-Q."));
    else if (e->kind == EVENT_TEXT && !writing)
        say_unused(u, e);
}

/* Keys that work whatever is open above the screen. */
static bool to_frame(struct ui *u, const struct event *e)
{
    if (e->kind == EVENT_MOUSE && e->mouse == MOUSE_CLICK && !u->popup) {
        int action = frame_click(&u->frame, e->x, e->y);
        if (action)
            ui_act(u, action);
        return action != 0;
    }
    bool repaint = e->kind == EVENT_KEY && e->key == K_CTRL('L');
    u->redraw = u->redraw || repaint;
    u->message_new = u->message_new || repaint; /* it is painted again like all else */
    if (repaint)
        reach_action("-", ACT_REDRAW);
    return repaint;
}

void ui_handle(struct ui *u, const struct event *given)
{
    struct event e = *given;
    arena_reset(u->turn);
    bool from_user = e.kind <= EVENT_MOUSE;
    u->message_new = false;
    if (!after_ctrl_o(u, &e)) {
        if (e.kind == EVENT_TICK)
            ui_tell_all(u, &e);
        else if (to_frame(u, &e))
            ;
        else if (u->popup && e.kind == EVENT_KEY && (e.key == K_CTRL('Q') || e.key == K_CTRL('K')))
            popup_put_aside(u->popup); /* Esc is never the only way out */
        else if (u->popup)
            u->popup->kind->event(u->popup, &e);
        else
            to_screen(u, &e);
    }
    if (text_field_was_cut())
        ui_say(u, STYLE_WARN, "%s", _("Isian ini penuh: ujung yang ditulis atau ditempel tidak muat dan tidak masuk. Ctrl-Z mengurungkan."));
    ui_do_moves(u);
    if (from_user && !u->message_new) {
        free(u->message);
        u->message = NULL;
    }
}

static bool on_stack(const struct ui *u, const struct screen *s)
{
    for (int i = 0; i < u->depth; i++)
        if (u->stack[i] == s)
            return true;
    return false;
}

void ui_tell_all(struct ui *u, const struct event *e)
{
    for (int i = 0; i < u->depth; i++)
        if (u->stack[i]->class->event && u->stack[i]->loaded)
            u->stack[i]->class->event(u->stack[i], e);
    for (int p = 0; p < PLACE_END; p++) {
        struct screen *s = u->places[p];
        if (s && !on_stack(u, s) && s->class->event && s->loaded)
            s->class->event(s, e);
    }
}

static void mark_stale(struct screen *s, unsigned touched, const struct answer *a)
{
    if (!(s->class->depends & touched) || s->stale)
        return;
    s->stale = !(a && s->loaded && s->class->take && s->class->take(s, a));
}

void ui_mark_stale(struct ui *u, unsigned touched, const struct answer *a)
{
    u->around.stale = u->around.stale || touched;
    for (int i = 0; i < u->depth; i++)
        mark_stale(u->stack[i], touched, a);
    for (int p = 0; p < PLACE_END; p++)
        if (u->places[p] && !on_stack(u, u->places[p]))
            mark_stale(u->places[p], touched, a);
}

void ui_file_changed(struct ui *u)
{
    const struct event e = {.kind = EVENT_CHANGED, .touched = ~0u};
    ui_mark_stale(u, ~0u, NULL);
    ui_tell_all(u, &e);
    ui_do_moves(u);
}

/* --- time --- */

void ui_later(struct screen *s, int action)
{
    s->ui->later = s;
    s->ui->later_action = action;
    s->ui->later_drawn = false;
}

/* What was put off until the words about it are on the screen. */
void ui_do_later(struct ui *u)
{
    struct screen *s = u->later;
    if (!s || !u->later_drawn)
        return;
    u->later = NULL;
    if (s->class->action)
        s->class->action(s, u->later_action);
    ui_do_moves(u);
}

static bool wants_tick(struct ui *u)
{
    return ui_top(u) && ui_top(u)->class->tick;
}

int ui_timeout(struct ui *u)
{
    int64_t now = clock_mono();
    int64_t due = INT64_MAX;
    if (u->later && u->later_drawn)
        return 0;
    for (int i = 0; i < u->n_drafts; i++)
        due = u->drafts[i].due < due ? u->drafts[i].due : due;
    due = ui_copy_next(u) < due ? ui_copy_next(u) : due;
    if (wants_tick(u)) {
        if (!u->next_tick)
            u->next_tick = now + 1000 - ui_now(u) % 1000;
        due = u->next_tick < due ? u->next_tick : due;
    }
    if (due == INT64_MAX)
        return -1;
    return due > now ? (int)(due - now) : 0;
}

/* --- drawing --- */

void ui_draw(struct ui *u, struct canvas *c)
{
    canvas_clear(c);
    u->width = canvas_rect(c).w;
    canvas_set_ascii(c, u->o.ascii);
    struct screen *s = ui_top(u);
    if (!s)
        return;
    reach_screen(s->class->id);
    if (s->stale)
        ui_load(u, s);
    u->later_drawn = u->later != NULL;
    struct rect r = canvas_rect(c);
    if (!s->class->bare) {
        ui_load_around(u);
        ui_fill_frame(u);
        r = frame_draw(&u->frame, c);
    }
    struct rect before = canvas_clip_more(c, r);
    if (s->class->draw && s->loaded)
        s->class->draw(s, c, r);
    canvas_clip(c, before);
    if (u->popup)
        popup_draw(u->popup, c);
}
