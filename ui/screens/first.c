/* The first screen: practise, begin, go on, open another file, try the room out. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/data_import.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/ask_file.h"
#include "ui/form.h"
#include "ui/list.h"
#include "ui/screens/all.h"
#include "ui/session_files.h"
#include "ui/settings.h"
#include "ui/ui.h"

enum { ITEM_PRACTICE, ITEM_NEW, ITEM_GO_ON, ITEM_OPEN, ITEM_ROOM, ITEM_COUNT };
enum { ACT_OPEN = 1, ACT_CLOCK, ACT_ITEM = 10 };
enum { TAG_PRACTICE, TAG_NEW, TAG_GO_ON, TAG_OPEN, TAG_CLOCK };

struct first {
    struct list list;
    const char *last; /* the newest session, in the screen's arena; NULL: none */
    const char *last_line;
};

static const struct {
    const char *name, *what;
} items[ITEM_COUNT] = {
    {N_("Latihan"), N_("FKP contoh, data rekaan; boleh salah (10 menit)")},
    {N_("FKP baru"), N_("isi empat hal: tema, unit, tanggal, tempat")},
    {N_("Lanjutkan"), NULL},
    {N_("Buka berkas lain"), N_("dari flashdisk atau folder lain (.fkp)")},
    {N_("Uji ruangan"), N_("proyektor, cetak, jam, tombol F, flashdisk (3 menit)")},
};

/* --- opening --- */

static struct app_options options_of(struct screen *s)
{
    const struct ui_options *o = ui_options_now(s->ui);
    return (struct app_options){.person = o->person, .clock = o->clock};
}

static void take(struct screen *s, struct app *app)
{
    settings_add_recent(app_path(app));
    ui_take_session(s->ui, app);
}

static void open_path(struct screen *s, const char *path)
{
    struct app_options o = options_of(s);
    struct app *app = NULL;
    struct err e = {0};
    if (app_open(path, &o, &app, &e) != ERR_NONE)
        ui_message(s->ui, _("Berkas tidak dibuka"), e.text);
    else
        take(s, app);
}

static void practise(struct screen *s)
{
    struct app_options o = options_of(s);
    struct app *app = NULL;
    struct err e = {0};
    const char *path = session_new_path(ui_arena(s->ui), "latihan", ui_today(s->ui));
    if (data_create_practice(path, &o, &app, &e) != ERR_NONE)
        ui_message(s->ui, _("Latihan tidak dapat dibuat"), e.text);
    else {
        ui_begin_at(s->ui, PLACE_PERSIAPAN);
        take(s, app);
        ui_say(s->ui, STYLE_OK, "%s",
               _("Sesi latihan, semua rekaan: apa pun boleh dicoba. Pindah dengan F2 sampai F8; ^K menampilkan semua perintah."));
    }
}

static void create(struct screen *s, struct form *f)
{
    struct arena *a = ui_arena(s->ui);
    struct app_options o = options_of(s);
    struct app *app = NULL;
    struct err e = {0};
    char date[DATE_TEXT];
    struct value theme = form_value(f, form_index(f, ENTITY_session, session_F_theme));
    struct value unit = form_value(f, form_index(f, ENTITY_session, session_F_unit));
    struct value place = form_value(f, form_index(f, ENTITY_session, session_F_place));
    struct value day = form_value(f, form_index(f, ENTITY_session, session_F_date));
    struct new_session in = {.start_time = NONE, .zone = NONE, .date = ui_today(s->ui)};
    in.theme = arena_strdup(a, theme.p);
    in.unit = arena_strdup(a, unit.p);
    in.place = arena_strdup(a, place.p);
    snprintf(date, sizeof date, "%.*s", (int)day.n, TXT(day.p));
    bool reads = date_parse(date, ui_today(s->ui), &in.date);
    const char *path = session_new_path(a, in.unit, reads ? in.date : ui_today(s->ui));
    if (app_create(path, &in, &o, &app, &e) != ERR_NONE)
        ui_message(s->ui, _("Sesi tidak dapat dibuat"), e.text);
    else {
        take(s, app);
        ui_say(s->ui, STYLE_OK, _("Sesi ini tersimpan di %s."), path);
    }
}

/* --- the clock --- */

/* "07.41" or "12-11-2026 07.41": the laptop's clock stays, the program corrects it. */
static void set_clock(struct screen *s, const char *typed)
{
    int64_t minutes;
    int64_t day = ui_today(s->ui);
    const char *last = strrchr(typed, ' ');
    char *date = arena_memdup(ui_arena(s->ui), typed, last ? (size_t)(last - typed) : 0);
    if (!time_parse(last ? last + 1 : typed, &minutes) || (*date && !date_parse(date, day, &day))) {
        ui_say(s->ui, STYLE_WARN, "%s", _("Jam belum terbaca. Tulis misalnya 07.41, atau 12-11-2026 07.41."));
        return;
    }
    ui_set_time(s->ui, stamp_of(day, minutes, ui_zone(s->ui)));
    ui_say(s->ui, STYLE_OK, "%s", _("Jam program sudah dibetulkan; jam laptop tidak diubah."));
}

/* --- questions and answers --- */

static void answered(struct screen *s, int tag, const struct popup_result *r)
{
    struct arena *a = ui_arena(s->ui);
    const char **paths = NULL;
    if (!r->ok)
        return;
    if (tag == TAG_NEW) {
        create(s, r->form);
    } else if (tag == TAG_CLOCK) {
        set_clock(s, r->text);
    } else if (tag == TAG_GO_ON) {
        size_t n = settings_recent(a, &paths);
        if (r->choice >= 0 && (size_t)r->choice < n)
            open_path(s, paths[r->choice]);
    } else if (tag == TAG_OPEN) {
        open_path(s, ui_asked_file(r, a));
    }
}

static void ask_new(struct screen *s)
{
    char iso[DATE_TEXT];
    struct form *f = form_new(ui_today(s->ui));
    form_add(f, ENTITY_session, session_F_theme);
    form_add(f, ENTITY_session, session_F_unit);
    int date = form_add(f, ENTITY_session, session_F_date);
    int place = form_add(f, ENTITY_session, session_F_place);
    struct value today = value_text(date_iso(ui_today(s->ui), iso));
    form_put(f, date, &today);
    form_set_hint(f, 0, _("misalnya: Standar Pelayanan KTP-el"));
    form_set_hint(f, place, _("Enter di sini membuat sesi; yang lain dapat menyusul."));
    ui_form(s, TAG_NEW, _("FKP baru"), f, answered);
}

/* One line for each session; copies of one session also say which file they are. */
static const char **recent_lines(struct screen *s, const char *const *paths, size_t n)
{
    struct arena *a = ui_arena(s->ui);
    const char **lines = ARENA_ARRAY(a, const char *, n);
    const char **shown = ARENA_ARRAY(a, const char *, n);
    for (size_t i = 0; i < n; i++)
        lines[i] = session_describe(a, paths[i], ui_options_now(s->ui)->clock);
    for (size_t i = 0; i < n; i++) {
        bool twin = false;
        for (size_t k = 0; k < n; k++)
            twin |= k != i && strcmp(lines[k], lines[i]) == 0;
        const char *slash = strrchr(paths[i], '/');
        shown[i] = twin ? arena_printf(a, "%s  (%s)", lines[i], slash ? slash + 1 : paths[i]) : lines[i];
    }
    return shown;
}

static void go_on(struct screen *s)
{
    struct arena *a = ui_arena(s->ui);
    const char **paths = NULL;
    size_t n = settings_recent(a, &paths);
    if (n == 0) {
        ui_say(s->ui, STYLE_WARN, "%s", _("Belum ada sesi yang pernah dibuka di laptop ini."));
        return;
    }
    if (n == 1) {
        open_path(s, paths[0]);
        return;
    }
    ui_choose(s, TAG_GO_ON, _("Lanjutkan sesi"), recent_lines(s, paths, n), (int)n, 0, answered);
}

static void ask_file(struct screen *s)
{
    static const char *const endings[] = {".fkp", NULL};
    ui_ask_file(s, TAG_OPEN, _("Buka berkas (pilih, atau tulis letaknya)"), endings, answered);
}

static void choose(struct screen *s, int item)
{
    switch (item) {
    case ITEM_PRACTICE:
        practise(s);
        break;
    case ITEM_NEW:
        ask_new(s);
        break;
    case ITEM_GO_ON:
        go_on(s);
        break;
    case ITEM_OPEN:
        ask_file(s);
        break;
    default:
        ui_push(s->ui, &screen_room, NULL);
        break;
    }
}

/* --- the screen --- */

/* Where the descriptions begin: behind the longest name. */
static int text_column(void)
{
    int longest = 16;
    for (int i = 0; i < ITEM_COUNT; i++) {
        int cells = text_width(_(items[i].name), strlen(_(items[i].name)));
        longest = cells > longest ? cells : longest;
    }
    return longest + 6;
}

static void draw_item(void *ctx, struct canvas *c, struct rect r, int i, bool focus)
{
    struct screen *s = ctx;
    struct first *f = s->state;
    const char *what = items[i].what ? _(items[i].what) : f->last_line;
    canvas_put(c, r.x, r.y, STYLE_ACCENT, focus ? "▸" : " ");
    canvas_printf(c, r.x + 2, r.y, STYLE_KEY, "%d", i + 1);
    int text = text_column();
    canvas_put_cut(c, r.x + 4, r.y, text - 5, STYLE_STRONG, _(items[i].name));
    canvas_put_wrapped(c, (struct rect){r.x + text, r.y, r.w - text, r.h}, STYLE_NORMAL, what);
}

static int item_height(void *ctx, int i, int width)
{
    struct screen *s = ctx;
    struct first *f = s->state;
    struct arena *a = arena_new();
    int lines = (int)text_wrap(a, items[i].what ? _(items[i].what) : TXT(f->last_line), width > text_column() ? width - text_column() : 1).n;
    arena_free(a);
    return lines;
}

static const struct list_rows rows = {.draw = draw_item, .height = item_height};

static enum err_code open(struct screen *s, const void *arg, struct err *e)
{
    struct first *f = s->state;
    const char **recent = NULL;
    (void)arg;
    (void)e;
    list_set(&f->list, ITEM_COUNT, &rows, s);
    if (settings_recent(ui_arena(s->ui), &recent) > 0)
        list_select(&f->list, ITEM_GO_ON, &rows, s);
    return ERR_NONE;
}

static enum err_code load(struct screen *s, struct err *e)
{
    struct first *f = s->state;
    const char **recent = NULL;
    (void)e;
    f->last = settings_recent(s->arena, &recent) > 0 ? recent[0] : NULL;
    f->last_line = f->last ? session_describe(s->arena, f->last, ui_options_now(s->ui)->clock)
                           : _("belum ada sesi di laptop ini");
    return ERR_NONE;
}

static void draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct first *f = s->state;
    rect_take_left(&r, 1);
    rect_take_top(&r, r.h > 12);
    struct rect head = rect_take_top(&r, canvas_lines_needed(c, _("Dari dialog sampai berita acara siap ditandatangani. Tanpa internet."), r.w > 0 ? r.w : 1));
    canvas_put_wrapped(c, head, STYLE_NORMAL, _("Dari dialog sampai berita acara siap ditandatangani. Tanpa internet."));
    rect_take_top(&r, r.h > 8);
    int lines = 0;
    for (int i = 0; i < ITEM_COUNT; i++)
        lines += item_height(s, i, r.w);
    struct rect list = rect_take_top(&r, lines);
    list_draw(&f->list, c, list, &rows, s, true);
    rect_take_top(&r, 1);
    canvas_put_wrapped(c, r, STYLE_DIM,
                       _("Setiap Enter langsung tersimpan. Jam laptop salah? Tekan j.\n"
                         "^K dan ^Q di baris bawah: tahan tombol Ctrl, lalu tekan K atau Q."));
}

static bool event(struct screen *s, const struct event *e)
{
    struct first *f = s->state;
    if (!list_event(&f->list, e, &rows, s))
        return false;
    if (e->kind == EVENT_MOUSE && (e->mouse == MOUSE_CLICK || e->mouse == MOUSE_DOUBLE))
        choose(s, f->list.sel);
    return true;
}

static void action(struct screen *s, int what)
{
    struct first *f = s->state;
    if (what == ACT_CLOCK) {
        ui_prompt(s, TAG_CLOCK, _("Betulkan jam"), _("Jam sekarang di tempat ini:"), "", false, answered);
        return;
    }
    if (what >= ACT_ITEM)
        list_select(&f->list, what - ACT_ITEM, &rows, s);
    choose(s, f->list.sel);
}

static void close_first(struct screen *s)
{
    struct first *f = s->state;
    list_done(&f->list);
}

static const struct key_row keys[] = {
    {K_UP, K_DOWN, N_("pilih"), N_("Pindah baris"), ACT_OPEN, KEY_SECRET, NULL},
    {K_ENTER, 0, N_("buka"), N_("Buka baris yang terang"), ACT_OPEN, KEY_FOOTER, NULL},
    {'1', 0, N_("latihan"), N_("Latihan dengan FKP contoh"), ACT_ITEM + ITEM_PRACTICE, KEY_FOOTER, NULL},
    {'2', 0, N_("baru"), N_("Buat FKP baru"), ACT_ITEM + ITEM_NEW, KEY_FOOTER, NULL},
    {'3', 0, N_("lanjutkan"), N_("Lanjutkan sesi yang terakhir"), ACT_ITEM + ITEM_GO_ON, 0, NULL},
    {'4', 0, N_("buka berkas"), N_("Buka berkas lain"), ACT_ITEM + ITEM_OPEN, 0, NULL},
    {'5', 0, N_("uji ruangan"), N_("Uji ruangan: layar, tombol, cetak, jam, flashdisk"), ACT_ITEM + ITEM_ROOM, 0, NULL},
    {L_JAM, 0, N_("jam"), N_("Betulkan jam program"), ACT_CLOCK, KEY_FOOTER, NULL},
    KEYS_END,
};

const struct screen_class screen_first = {
    .id = "first",
    .title = N_("Layar pertama"),
    .help = N_("Pilih cara mulai. Latihan memakai data rekaan di berkas tersendiri; apa pun yang Anda coba di sana tidak "
               "mengubah sesi yang sungguhan."),
    .keys = keys,
    .state_size = sizeof(struct first),
    .no_session = true,
    .open = open,
    .close = close_first,
    .load = load,
    .draw = draw,
    .event = event,
    .action = action,
};
