/* What stands around the screens, and the commands that exist everywhere. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/read.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/copy.h"
#include "ui/pack.h"
#include "ui/screens/all.h"
#include "ui/settings.h"
#include "ui/ui_private.h"

/* --- header --- */

/* "Agenda 2/4: Waktu penyelesaian", counted among the items for discussion; others by name alone. */
static const char *agenda_line(const struct dossier *d, struct arena *a)
{
    const struct agenda *now = dossier_agenda(d, &dossier_session(d)->current_agenda);
    if (!now)
        return d->agenda.n ? _("Agenda: belum dimulai") : _("Agenda: belum disusun");
    int number = 0;
    int total = 0;
    for (size_t i = 0; i < d->agenda.n; i++) {
        const struct agenda *item = &d->agenda.v[i];
        if (item->kind != AGENDA_DISKUSI)
            continue;
        total++;
        if (id_eq(&item->id, &now->id))
            number = total;
    }
    if (!number)
        return arena_printf(a, _("Acara: %s"), TXT(now->title));
    return arena_printf(a, _("Agenda %d/%d: %s"), number, total, TXT(now->title));
}

static const char *theme_line(const struct session *s, struct arena *a)
{
    const char *unit = s->unit_short ? s->unit_short : TXT(s->unit);
    return arena_printf(a, "FKP %s%s%s", unit, *unit && s->theme ? " - " : "", TXT(s->theme));
}

void ui_load_around(struct ui *u)
{
    struct around *r = &u->around;
    if (!u->app || !r->stale)
        return;
    struct arena *fresh = arena_new();
    struct dossier *d = NULL;
    struct note_counts counts = {0};
    struct err e = {0};
    r->stale = false;
    if (read_frame(u->app, fresh, &d, &e) != ERR_NONE ||
        read_note_counts(u->app, &dossier_session(d)->current_agenda, &counts, &e) != ERR_NONE) {
        ui_say_error(u, &e);
        arena_free(fresh);
        return;
    }
    arena_free(r->arena);
    r->arena = fresh;
    r->theme = theme_line(dossier_session(d), fresh);
    r->agenda = agenda_line(d, fresh);
    stages_of(d, &counts, ui_today(u), fresh, r->stages);
    r->loaded = true;
}

static void fill_saved(struct ui *u, struct frame *f)
{
    char clock[DATE_TEXT];
    f->saved_style = STYLE_OK;
    if (u->n_failed > 0) {
        f->saved = arena_printf(u->turn, _("BELUM TERSIMPAN: %s"), u->failed_why);
        f->saved_style = STYLE_ERROR;
    } else if (ui_pending(u) > 0) {
        f->saved = _("menyimpan…");
        f->saved_style = STYLE_WARN;
    } else if (ui_read_only(u)) {
        f->saved = _("hanya dibaca");
        f->saved_style = STYLE_WARN;
    } else if (u->stored_at) {
        f->saved = arena_printf(u->turn, _("tersimpan %s"), stamp_seconds(u->stored_at, ui_zone(u), clock));
    } else {
        f->saved = u->app ? _("semua tersimpan") : "";
    }
}

static void fill_places(struct ui *u, struct frame *f)
{
    const struct screen *root = u->depth > 0 ? u->stack[0] : NULL;
    f->with_places = u->app && root;
    f->here = root && root->class->place != PLACE_NONE ? (int)root->class->place - 2 : -1;
    for (int i = 0; i < FRAME_PLACES; i++) {
        const struct screen_class *class = screens_of_place((enum place)(i + 2));
        const struct stage_state *stage = i < STAGE_COUNT && u->around.loaded ? &u->around.stages[i] : NULL;
        f->places[i] = (struct frame_place){
            .label = class ? _(class->title) : NULL,
            .done = stage && stage->done,
            .badge = stage ? TXT(stage->badge) : "",
            .action = ACT_PLACE + i + 2,
        };
    }
}

/* Without a session: the name of the program and the clock of the venue. */
static void fill_outside(struct ui *u, struct frame *f)
{
    char day[DATE_TEXT];
    char clock[DATE_TEXT];
    int64_t now = ui_now(u);
    enum zone z = ui_zone(u);
    f->title = _("MUFAKAT - Forum Konsultasi Publik");
    f->saved_style = STYLE_HEADER;
    f->zone = "";
    f->saved = arena_printf(u->turn, "%s  %s %s", date_day_shown(stamp_day(now, z), day), stamp_clock(now, z, clock),
                            zone_name(z));
}

/* What the screen says there, after what goes on beside all screens. */
static const char *status_line(struct ui *u, struct screen *s)
{
    const char *own = s->class->status ? s->class->status(s, u->turn) : NULL;
    const char *copy = ui_copy_words(u);
    if (own && copy)
        return arena_printf(u->turn, "%s  %s", copy, own);
    return copy ? copy : own;
}

/* What a key does can depend on the state: "kunci" opens the lock of a locked text. */
static void label_keys(struct screen *s, struct frame *f)
{
    for (int i = 0; i < f->n_keys && s->class->label; i++) {
        const char *now = f->keys[i].action < ACT_PLACE ? s->class->label(s, f->keys[i].action) : NULL;
        if (now)
            f->keys[i].label = now;
    }
    int n = 0; /* "": not here */
    for (int i = 0; i < f->n_keys; i++)
        if (*f->keys[i].label)
            f->keys[n++] = f->keys[i];
    f->n_keys = n;
}

void ui_fill_frame(struct ui *u)
{
    struct screen *s = ui_top(u);
    struct frame *f = &u->frame;
    bool writing = ui_is_writing(u);
    *f = (struct frame){.here = -1, .way_back = u->depth > 1};
    f->zone = zone_name(ui_zone(u));
    if (u->app && !s->class->no_session) {
        f->title = u->around.loaded ? u->around.theme : "";
        if (app_from_paper(u->app))
            f->title = arena_printf(u->turn, _("DARI KERTAS | %s"), f->title);
        f->agenda = u->around.loaded ? u->around.agenda : NULL;
        fill_saved(u, f);
        fill_places(u, f);
    } else {
        fill_outside(u, f);
    }
    f->status = status_line(u, s);
    if (!u->popup) {
        frame_add_keys(f, s->class->keys, writing);
        label_keys(s, f);
        frame_add_keys(f, keys_global(), writing);
    }
    f->message = u->message;
    f->message_style = u->message_style;
}

/* --- help --- */

enum { HELP_KEYS = 16 };

/* The words beside a key, further lines below their first. */
static void help_words(struct buf *b, const char *words, int cells, struct arena *a)
{
    struct text_lines lines = text_wrap(a, words, cells > 10 ? cells : 10);
    for (size_t i = 0; i < lines.n; i++)
        buf_printf(b, "%*s%.*s\n", i ? HELP_KEYS + 1 : 0, "", (int)lines.v[i].len, words + lines.v[i].off);
}

/* `open`: a session is; else what needs one is left out. */
static void help_rows(struct buf *b, const struct key_row *rows, struct ui *u, bool open)
{
    char key[KEY_NAME];
    char second[KEY_NAME];
    for (; rows && rows->label; rows++) {
        if (!rows->key || (!open && ui_global_why_not(u, rows->action)))
            continue;
        key_name_long(rows->key, key);
        key_name_long(rows->key2, second);
        struct arena *a = arena_new();
        const char *keys = arena_printf(a, "%s%s%s", key, *second ? ", " : "", second);
        int pad = HELP_KEYS - text_width(keys, strlen(keys));
        buf_printf(b, "%s%*s ", keys, pad > 0 ? pad : 0, "");
        help_words(b, _(rows->help), popup_cells(u->width) - HELP_KEYS - 1, a);
        arena_free(a);
    }
}

/* The help of the screen on top. */
static void help(struct ui *u)
{
    struct screen *s = ui_top(u);
    struct buf b = BUF_INIT;
    if (s->class->help)
        buf_printf(&b, "%s\n\n", _(s->class->help));
    help_rows(&b, s->class->keys, u, true);
    buf_printf(&b, "\n%s\n", _("Di mana-mana:"));
    help_rows(&b, keys_global(), u, u->app != NULL);
    buf_printf(&b, "\n%s\n%s", _("Ctrl-K, di layar ditulis ^K: tahan tombol Ctrl, lalu tekan K."),
               _("Kursor teks terlihat: Anda menulis. Baris terang: huruf adalah perintah."));
    ui_message(u, _(s->class->title), buf_str(&b));
    buf_done(&b);
}

/* --- the list of commands --- */

#define MOST_COMMANDS 96

static int add_commands(struct ui *u, const struct key_row *rows, struct pick_item *items, int *actions, int n)
{
    char key[KEY_NAME];
    for (; rows && rows->label && n < MOST_COMMANDS; rows++) {
        if (rows->flags & KEY_SECRET)
            continue;
        items[n] = (struct pick_item){.text = _(rows->help),
                                      .also = _(rows->label), /* people know the name of the thing */
                                      .note = arena_strdup(u->turn, key_name(rows->key, key)),
                                      .why_not = arena_strdup(u->turn, ui_why_not(u, rows))};
        actions[n++] = rows->action;
    }
    return n;
}

/* The rows are gone through again in the same order: nothing can have changed while the list was open. */
static void run_command(struct screen *s, int tag, const struct popup_result *r)
{
    (void)tag;
    struct pick_item items[MOST_COMMANDS];
    int actions[MOST_COMMANDS];
    int n = add_commands(s->ui, s->class->keys, items, actions, 0);
    n = add_commands(s->ui, keys_global(), items, actions, n);
    if (r->ok && r->choice >= 0 && r->choice < n)
        ui_act(s->ui, actions[r->choice]);
}

static void open_palette(struct ui *u)
{
    struct pick_item items[MOST_COMMANDS];
    int actions[MOST_COMMANDS];
    struct screen *s = ui_top(u);
    int n = add_commands(u, s->class->keys, items, actions, 0);
    n = add_commands(u, keys_global(), items, actions, n);
    popup_pick(u, s, 0, run_command, _("Cari perintah"), items, n, false)->scattered = true;
}

/* --- commands of everywhere --- */

static const char *why_no_session(struct ui *u)
{
    return u->app ? NULL : _("Belum ada sesi yang terbuka.");
}

static const char *why_no_writing(struct ui *u)
{
    if (!u->app)
        return why_no_session(u);
    return ui_read_only(u) ? _("Sesi ini dibuka hanya untuk dibaca.") : NULL;
}

const char *ui_global_why_not(struct ui *u, int action)
{
    if (action > ACT_PLACE && action < ACT_PLACE + PLACE_END) {
        const struct screen_class *class = screens_of_place((enum place)(action - ACT_PLACE));
        if (!class)
            return _("Belum ada di versi ini.");
        return class->no_session ? NULL : why_no_session(u);
    }
    if (action == ACT_UNDO || action == ACT_REDO)
        return why_no_writing(u);
    if (action == ACT_HISTORY || action == ACT_COPY || action == ACT_IS_STORED)
        return why_no_session(u);
    return NULL;
}

static void leave_for_good(struct screen *s, int tag, const struct popup_result *r)
{
    (void)tag;
    if (r->ok)
        ui_quit(s->ui);
}

static void quit(struct ui *u)
{
    struct screen *s = ui_top(u);
    if (s->class->leave && !s->class->leave(s))
        return;
    bool unstored = ui_settle(u); /* a refusal is seen before the program ends */
    if (u->n_failed > 0) { /* the disk may have room again */
        ui_retry_failed(u);
        unstored = ui_settle(u);
    }
    if (u->n_failed > 0)
        ui_confirm(s, 0, _("Ada yang BELUM TERSIMPAN. Keluar sekarang membuangnya. Ctrl-S mencoba menyimpan lagi."),
                   _("Keluar"), leave_for_good);
    else if (ui_copying(u))
        ui_confirm(s, 0,
                   ui_packing(u) ? _("Paket atau naskah masih dibuat. Keluar sekarang membatalkannya; tidak ada yang tertinggal.")
                                 : _("Salinan masih ditulis. Keluar sekarang membatalkannya; yang lama di tempat "
                                     "tujuan tetap ada."),
                   _("Keluar"), leave_for_good);
    else if (!unstored)
        ui_quit(u);
}

static void say_stored(struct ui *u)
{
    char clock[DATE_TEXT];
    if (u->n_failed > 0) {
        ui_say(u, STYLE_WARN, "%s", _("Mencoba menyimpan lagi…"));
        ui_retry_failed(u);
    } else if (ui_pending(u) > 0) {
        ui_say(u, STYLE_WARN, "%s", _("Sedang menyimpan…"));
    } else if (u->stored_at) {
        ui_say(u, STYLE_OK, _("Sudah tersimpan %s. Setiap Enter langsung tersimpan."),
               stamp_seconds(u->stored_at, ui_zone(u), clock));
    } else {
        ui_say(u, STYLE_OK, "%s", _("Semua sudah tersimpan. Setiap Enter langsung tersimpan."));
    }
}

static void back(struct ui *u)
{
    if (u->depth > 1)
        ui_pop(u);
    else if (ui_top(u)->class->bare && u->came_from != PLACE_NONE) /* no footer tells the way out of it */
        ui_go(u, u->came_from);
    else
        ui_say(u, STYLE_DIM, "%s", _("Ini layar utama. Pindah dengan F2-F8, keluar dengan Ctrl-Q; semua tersimpan."));
}

static void switch_language(struct ui *u)
{
    if (u->app)
        app_drain(u->app); /* the keeper's sentences are looked up in the environment that changes now */
    i18n_switch(strcmp(i18n_language(), "id") == 0 ? "en" : "id");
    settings_put("bahasa", i18n_language());
    ui_mark_stale(u, ~0u, NULL);
    for (int i = 0; i < u->depth; i++)
        u->stack[i]->stale = true;
    u->around.stale = true;
    u->redraw = true;
    ui_say(u, STYLE_OK, "%s", _("Bahasa layar: Indonesia. Naskah resmi tetap berbahasa Indonesia."));
}

static void theme_chosen(struct screen *s, int tag, const struct popup_result *r)
{
    (void)tag;
    if (!r->ok || r->choice < 0 || r->choice >= THEME_COUNT)
        return;
    s->ui->o.theme = (enum theme)r->choice;
    s->ui->redraw = true;
    settings_put("tema", theme_name(s->ui->o.theme));
    ui_say(s->ui, STYLE_OK, _("Warna layar: %s; laptop ini mengingatnya."), theme_name(s->ui->o.theme));
}

static void choose_theme(struct ui *u)
{
    const char *names[THEME_COUNT] = {_("gelap"), _("terang"), _("kontras (proyektor)"), _("mono (tanpa warna)")};
    ui_choose(ui_top(u), 0, _("Warna layar"), names, THEME_COUNT, (int)u->o.theme, theme_chosen);
}

static void switch_ascii(struct ui *u)
{
    u->o.ascii = !u->o.ascii;
    u->redraw = true;
    text_set_ascii(u->o.ascii);
    settings_put("ascii", u->o.ascii ? "ya" : "tidak");
    ui_mark_stale(u, ~0u, NULL);
    ui_say(u, STYLE_OK, "%s", u->o.ascii ? _("Garis dan tanda digambar dengan huruf ASCII; laptop ini mengingatnya.")
                                         : _("Garis dan tanda digambar utuh; laptop ini mengingatnya."));
}

static void switch_proyektor(struct ui *u)
{
    u->o.proyektor = !u->o.proyektor;
    for (int i = 0; i < u->depth; i++)
        u->stack[i]->stale = true;
    ui_say(u, STYLE_OK, "%s",
           u->o.proyektor ? _("Mode proyektor: nomor HP, nilai, dan teks pribadi disembunyikan.")
                          : _("Mode proyektor dimatikan: layar ini hanya untuk Anda."));
}

void ui_act_global(struct ui *u, int action)
{
    if (action > ACT_PLACE && action < ACT_PLACE + PLACE_END) {
        ui_go(u, (enum place)(action - ACT_PLACE));
        return;
    }
    switch (action) {
    case ACT_PALETTE:
        open_palette(u);
        break;
    case ACT_HELP:
        help(u);
        break;
    case ACT_UNDO:
        ui_undo(u, false);
        break;
    case ACT_REDO:
        ui_undo(u, true);
        break;
    case ACT_BACK:
        back(u);
        break;
    case ACT_QUIT:
        quit(u);
        break;
    case ACT_IS_STORED:
        say_stored(u);
        break;
    case ACT_LANGUAGE:
        switch_language(u);
        break;
    case ACT_THEME:
        choose_theme(u);
        break;
    case ACT_PROYEKTOR:
        switch_proyektor(u);
        break;
    case ACT_MOUSE:
        u->o.mouse = !u->o.mouse;
        ui_say(u, STYLE_OK, "%s", u->o.mouse ? _("Tetikus hidup.") : _("Tetikus mati: teks dapat dipilih di terminal."));
        break;
    case ACT_ASCII:
        switch_ascii(u);
        break;
    case ACT_HISTORY:
        ui_push(u, &screen_history, NULL);
        break;
    case ACT_COPY:
        ui_copy_session(u);
        break;
    case ACT_REDRAW:
        u->redraw = true;
        break;
    default:
        break;
    }
}
