#include "config.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/i18n.h"
#include "ui/screens/all.h"
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

static void screen_close(struct screen *s)
{
    if (!s)
        return;
    popup_forget_owner(s->ui, s);
    if (s->ui->later == s)
        s->ui->later = NULL;
    if (s->class->close)
        s->class->close(s);
    arena_free(s->arena);
    arena_free(s->spare);
    free(s->state);
    free(s);
}

void ui_close_screens(struct ui *u)
{
    while (u->depth > 0) {
        struct screen *s = u->stack[--u->depth];
        if (s->class->place == PLACE_NONE || u->places[s->class->place] != s)
            screen_close(s);
    }
    for (int p = 0; p < PLACE_END; p++) {
        screen_close(u->places[p]);
        u->places[p] = NULL;
    }
    while (u->popup) {
        struct popup *p = u->popup;
        u->popup = p->below;
        popup_free(p);
    }
    u->n_moves = 0;
}

void ui_free(struct ui *u)
{
    if (!u)
        return;
    ui_close_screens(u);
    ui_store_done(u);
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

/* --- moving between screens --- */

static void add_move(struct ui *u, struct move m)
{
    if (u->n_moves < MOST_MOVES)
        u->moves[u->n_moves++] = m;
}

void ui_push(struct ui *u, const struct screen_class *class, const void *arg)
{
    add_move(u, (struct move){.kind = MOVE_PUSH, .class = class, .arg = arg});
}

void ui_pop(struct ui *u)
{
    add_move(u, (struct move){.kind = MOVE_POP});
}

void ui_go(struct ui *u, enum place p)
{
    add_move(u, (struct move){.kind = MOVE_GO, .place = p});
}

/* NULL when it does not open; the reason is shown. */
static struct screen *screen_open(struct ui *u, const struct screen_class *class, const void *arg)
{
    struct screen *s = mem_zalloc(sizeof *s);
    struct err e = {0};
    s->class = class;
    s->ui = u;
    s->state = mem_zalloc(class->state_size);
    s->arena = arena_new();
    s->stale = true;
    if (class->open && class->open(s, arg, &e) != ERR_NONE) {
        ui_say_error(u, &e);
        screen_close(s);
        return NULL;
    }
    return s;
}

static void push(struct ui *u, struct screen *s)
{
    assert(u->depth < MOST_SCREENS);
    u->stack[u->depth++] = s;
    s->stale = true;
    u->next_tick = 0;
}

/* The screen is about to be left or covered: it stores what is being written. */
static bool may_leave(struct screen *s)
{
    return !s || !s->class->leave || s->class->leave(s);
}

static void close_top(struct ui *u)
{
    struct screen *s = u->stack[--u->depth];
    bool kept = s->class->place != PLACE_NONE && u->places[s->class->place] == s;
    if (!kept)
        screen_close(s);
    if (ui_top(u))
        ui_top(u)->stale = true;
    u->next_tick = 0;
}

static void go(struct ui *u, enum place p)
{
    const struct screen_class *class = screens_of_place(p);
    if (!class)
        return;
    if (!u->app && !class->no_session) {
        ui_say(u, STYLE_WARN, "%s", _("Belum ada sesi yang terbuka. Pilih satu dulu."));
        return;
    }
    while (u->depth > 1) {
        if (!may_leave(ui_top(u)))
            return;
        close_top(u);
    }
    if (ui_top(u) && ui_top(u) == u->places[p])
        return;
    if (!may_leave(ui_top(u)))
        return;
    struct screen *s = u->places[p] ? u->places[p] : screen_open(u, class, NULL);
    if (!s)
        return;
    if (u->depth > 0)
        close_top(u);
    u->places[p] = s;
    push(u, s);
}

static void do_move(struct ui *u, struct move m)
{
    if (m.kind == MOVE_PUSH) {
        struct screen *s = u->depth < MOST_SCREENS ? screen_open(u, m.class, m.arg) : NULL;
        if (s)
            push(u, s);
    } else if (m.kind == MOVE_GO) {
        go(u, m.place);
    } else if (u->depth > 1 && may_leave(ui_top(u))) {
        close_top(u);
    }
}

void ui_do_moves(struct ui *u)
{
    for (int i = 0; i < u->n_moves; i++)
        do_move(u, u->moves[i]);
    u->n_moves = 0;
}

bool ui_show_only(struct ui *u, const struct screen_class *class, const void *arg)
{
    struct screen *s = screen_open(u, class, arg);
    if (!s)
        return false;
    ui_close_screens(u);
    if (class->place != PLACE_NONE)
        u->places[class->place] = s;
    push(u, s);
    ui_do_moves(u);
    return true;
}

void ui_store_all(struct ui *u)
{
    for (int i = 0; i < u->depth; i++) {
        bool left = may_leave(u->stack[i]);
        (void)left; /* a value that cannot be stored stays in its draft */
    }
    ui_flush_drafts(u);
}

/* --- sessions --- */

void ui_take_session(struct ui *u, struct app *app)
{
    ui_close_screens(u);
    ui_store_done(u);
    app_close(u->app);
    u->app = app;
    u->stored_at = 0;
    u->around.stale = true;
    ui_load_around(u);
    enum stage at = u->around.loaded ? stages_current(u->around.stages) : STAGE_PERSIAPAN;
    ui_go(u, (enum place)(PLACE_PERSIAPAN + (int)at));
    ui_do_moves(u);
    if (!ui_top(u)) { /* this program has no screen for that place */
        for (int p = PLACE_PERSIAPAN; p < PLACE_END && !ui_top(u); p++)
            go(u, (enum place)p);
    }
    ui_offer_drafts(u);
}

enum err_code ui_open_session(struct ui *u, const char *path, struct err *e)
{
    const struct app_options o = {.person = u->o.person, .clock = u->o.clock};
    struct app *app = NULL;
    enum err_code code = app_open(path, &o, &app, e);
    if (code == ERR_NONE)
        ui_take_session(u, app);
    return code;
}

/* --- loading --- */

/* What was shown stays readable until the new data are complete: a load that fails half way leaves pointers into both
 * arenas, so neither is emptied before one has succeeded. */
static void load(struct ui *u, struct screen *s)
{
    struct err e = {0};
    struct arena *before = s->arena;
    s->stale = false;
    if (!s->class->load) {
        s->loaded = true;
        return;
    }
    if (!s->spare)
        s->spare = arena_new();
    else if (!s->torn)
        arena_reset(s->spare);
    s->arena = s->spare;
    s->spare = before;
    s->torn = s->class->load(s, &e) != ERR_NONE;
    if (!s->torn) {
        s->loaded = true;
        return;
    }
    s->spare = s->arena;
    s->arena = before;
    ui_say_error(u, &e);
}

/* True when the top screen has data: keys may come before its first drawing. */
static bool load_first(struct ui *u)
{
    struct screen *s = ui_top(u);
    if (s && !s->loaded && s->stale)
        load(u, s);
    return s && s->loaded;
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
    const struct key_row *row = load_first(u) ? keys_row_of(s->class->keys, action) : NULL;
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

static void to_screen(struct ui *u, const struct event *e)
{
    struct screen *s = ui_top(u);
    if (!s)
        return;
    bool loaded = load_first(u);
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
        else if (u->popup)
            u->popup->kind->event(u->popup, &e);
        else
            to_screen(u, &e);
    }
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

void ui_mark_stale(struct ui *u, unsigned touched)
{
    u->around.stale = u->around.stale || touched;
    for (int i = 0; i < u->depth; i++)
        if (u->stack[i]->class->depends & touched)
            u->stack[i]->stale = true;
    for (int p = 0; p < PLACE_END; p++)
        if (u->places[p] && u->places[p]->class->depends & touched)
            u->places[p]->stale = true;
}

void ui_file_changed(struct ui *u)
{
    const struct event e = {.kind = EVENT_CHANGED, .touched = ~0u};
    ui_mark_stale(u, ~0u);
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
    canvas_set_ascii(c, u->o.ascii);
    struct screen *s = ui_top(u);
    if (!s)
        return;
    if (s->stale)
        load(u, s);
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
