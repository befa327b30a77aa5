/* The stack of screens: opening, closing, moving between places, sessions, loading. */
#include "config.h"

#include <assert.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "ui/copy.h"
#include "ui/screens/all.h"
#include "ui/ui_private.h"

/* --- closing --- */

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
    if (u->depth > 0 && !ui_top(u)->class->bare)
        u->came_from = ui_top(u)->class->place;
    if (u->depth > 0)
        close_top(u);
    u->places[p] = s;
    push(u, s);
}

struct screen *ui_place(struct ui *u, enum place p)
{
    const struct screen_class *class = screens_of_place(p);
    if (!u->places[p] && class)
        u->places[p] = screen_open(u, class, NULL);
    struct screen *s = u->places[p];
    if (s && s->stale)
        ui_load(u, s);
    return s && s->loaded ? s : NULL;
}

/* --- sessions --- */

static void proyektor_answered(struct screen *s, int tag, const struct popup_result *r)
{
    (void)tag;
    s->ui->o.proyektor = r->ok;
    if (r->ok)
        ui_say(s->ui, STYLE_OK, "%s", _("Mode proyektor: nomor HP, nilai, dan teks pribadi disembunyikan."));
    ui_offer_drafts(s->ui);
}

/* False: it is known already. */
static bool ask_proyektor(struct ui *u)
{
    if (!u->o.ask_proyektor || !ui_top(u))
        return false;
    u->o.ask_proyektor = false;
    popup_ask(ui_top(u), 0, _("Mode proyektor"),
              _("Apakah layar ini terlihat peserta? Bila ya, nomor HP, nilai, dan teks pribadi disembunyikan."),
              _("Tidak"), _("Ya"), proyektor_answered);
    u->popup->button = 0;
    return true;
}

static void take_session(struct ui *u, struct app *app)
{
    (void)ui_settle(u); /* what was refused is in the drafts */
    ui_close_screens(u);
    ui_leave_drafts(u);
    if (u->copy.waits || u->pack.waits)
        ui_copy_done(u); /* it would copy another session than the one it was asked for */
    ui_store_done(u);
    app_close(u->app);
    u->app = app;
    u->stored_at = 0;
    u->around.stale = true;
    if (!app)
        return;
    ui_load_around(u);
    enum stage at = u->around.loaded ? stages_current(u->around.stages) : STAGE_PERSIAPAN;
    go(u, u->begin_at != PLACE_NONE ? u->begin_at : (enum place)(PLACE_PERSIAPAN + (int)at));
    u->begin_at = PLACE_NONE;
    for (int p = PLACE_PERSIAPAN; p < PLACE_END && !ui_top(u); p++) /* this program has no screen for that place */
        go(u, (enum place)p);
    if (app_is_write_locked(app))
        ui_say(u, STYLE_WARN, "%s",
               _("Hanya dibaca: berkas, folder, atau medianya terkunci, tidak ada yang dapat diubah. Untuk bekerja: salin "
                 "dulu ke disk laptop (Ctrl-K, Salin), lalu buka salinannya."));
    ui_load_drafts(u);
    if (!ask_proyektor(u)) /* half-typed texts are shown only when it is known who sees them */
        ui_offer_drafts(u);
}

void ui_begin_at(struct ui *u, enum place p)
{
    u->begin_at = p;
}

/* Called by a handler of the screen that will be closed, it waits until the handler has returned. */
void ui_take_session(struct ui *u, struct app *app)
{
    if (u->depth > 0)
        add_move(u, (struct move){.kind = MOVE_SESSION, .app = app});
    else
        take_session(u, app);
}

enum err_code ui_open_session(struct ui *u, const char *path, struct err *e)
{
    const struct app_options o = {.person = u->o.person, .clock = u->o.clock, .or_read = true};
    struct app *app = NULL;
    enum err_code code = app_open(path, &o, &app, e);
    if (code == ERR_NONE)
        ui_take_session(u, app);
    return code;
}

/* --- moving, continued --- */

static void do_move(struct ui *u, struct move m)
{
    if (m.kind == MOVE_SESSION) {
        take_session(u, m.app);
    } else if (m.kind == MOVE_PUSH) {
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
    if (u->n_failed > 0) /* the disk may have room again */
        ui_retry_failed(u);
    ui_flush_drafts(u);
}

/* --- loading --- */

/* What was shown stays readable until the new data are complete: a load that fails half way leaves pointers into both
 * arenas, so neither is emptied before one has succeeded. */
void ui_load(struct ui *u, struct screen *s)
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
bool ui_load_first(struct ui *u)
{
    struct screen *s = ui_top(u);
    if (s && !s->loaded && s->stale)
        ui_load(u, s);
    return s && s->loaded;
}
