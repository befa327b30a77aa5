/* "Uji ruangan": is the screen large enough, do the F keys arrive, is there a printer, a stick, the right time. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/copy_session.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/frame.h"
#include "ui/screens/all.h"
#include "ui/ui.h"

#define ALL_F_KEYS 0x1fcu /* bits 2 to 8 */

struct room {
    unsigned f_keys; /* bit n: Fn has arrived */
    bool printer;
    const char *stick; /* in the screen's arena; NULL: none */
    int64_t stick_room;
};

enum { ACT_AGAIN = 1 };

/* lp and lpstat belong together; a printer is there when lpstat names a default one. */
static bool has_printer(void)
{
    FILE *p = popen("lpstat -d 2>/dev/null", "r");
    char line[256] = "";
    if (!p)
        return false;
    bool any = fgets(line, sizeof line, p) && strchr(line, ':');
    return pclose(p) == 0 && any;
}

static enum err_code load(struct screen *s, struct err *e)
{
    struct room *r = s->state;
    const char **sticks = NULL;
    (void)e;
    r->printer = has_printer();
    r->stick = copy_find_sticks(s->arena, &sticks) > 0 ? sticks[0] : NULL;
    r->stick_room = r->stick ? copy_free_space(r->stick) : 0;
    return ERR_NONE;
}

struct line {
    struct canvas *c;
    struct rect r;
};

static void say(struct line *l, bool fine, const char *name, const char *words)
{
    struct rect row = rect_take_top(&l->r, 1);
    if (row.h < 1)
        return;
    canvas_put(l->c, row.x, row.y, fine ? STYLE_OK : STYLE_WARN, fine ? "✓" : "!");
    canvas_put_cut(l->c, row.x + 2, row.y, 16, STYLE_STRONG, name);
    int lines = canvas_lines_needed(l->c, words, row.w > 20 ? row.w - 19 : 1);
    struct rect text = {row.x + 19, row.y, row.w - 19, lines};
    rect_take_top(&l->r, lines - 1);
    canvas_put_wrapped(l->c, text, STYLE_NORMAL, words);
    rect_take_top(&l->r, 1);
}

static const char *f_key_words(struct screen *s, const struct room *r)
{
    struct arena *a = ui_arena(s->ui);
    if (r->f_keys == ALL_F_KEYS)
        return _("F2 sampai F8 semua sampai.");
    const char *missing = "";
    for (int n = 2; n <= 8; n++)
        if (!(r->f_keys & (1u << n)))
            missing = arena_printf(a, "%s F%d", missing, n);
    return arena_printf(a, _("tekan satu per satu:%s. Yang tidak sampai: pakai Ctrl-O lalu angkanya."), missing);
}

static void draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct room *room = s->state;
    struct arena *a = ui_arena(s->ui);
    struct rect all = canvas_rect(c);
    char day[DATE_TEXT];
    char clock[DATE_TEXT];
    char left[TEXT_SIZE];
    rect_take_left(&r, 1);
    rect_take_top(&r, r.h > 14);
    struct line l = {c, r};
    bool large = all.w >= FRAME_LEAST_W && all.h >= FRAME_LEAST_H;
    say(&l, large, _("Layar"),
        arena_printf(a, large ? _("%d x %d. Terbaca dari kursi belakang? Besarkan huruf terminal; 60 x 20 masih cukup.")
                              : _("%d x %d: terlalu kecil, paling kecil 60 x 20."),
                     all.w, all.h));
    say(&l, room->f_keys == ALL_F_KEYS, _("Tombol F"), f_key_words(s, room));
    say(&l, room->printer, _("Cetak"),
        room->printer ? _("ada pencetak yang siap (lp).")
                      : _("tidak ada pencetak. Berita acara tetap dapat disimpan sebagai PDF ke flashdisk."));
    say(&l, room->stick != NULL, _("Flashdisk"),
        room->stick ? arena_printf(a, _("%s, sisa %s."), room->stick, text_size(room->stick_room, left))
                    : _("belum terlihat. Tancapkan, lalu Enter."));
    int64_t now = ui_now(s->ui);
    enum zone z = ui_zone(s->ui);
    say(&l, true, _("Jam"),
        arena_printf(a, _("%s, %s %s. Salah? Kembali dengan Esc, lalu tekan j."), date_day_shown(stamp_day(now, z), day),
                     stamp_clock(now, z, clock), zone_name(z)));
    say(&l, true, _("Tanda"),
        arena_printf(a, "✓ ▸ ○ … │ ─ ↑ ↓   é Ñ ḥ ş   %s", _("(kotak atau tanda tanya? Ctrl-K: tanda ASCII)")));
    canvas_cursor(c, r.x, r.y);
}

static bool event(struct screen *s, const struct event *e)
{
    struct room *r = s->state;
    if (e->kind != EVENT_KEY)
        return false;
    for (int n = 2; n <= 8; n++)
        if (e->key == K_F(n)) {
            r->f_keys |= 1u << n;
            return true;
        }
    return false;
}

static void action(struct screen *s, int what)
{
    if (what == ACT_AGAIN)
        screen_stale(s);
}

static const struct key_row keys[] = {
    {K_ENTER, 0, N_("periksa lagi"), N_("Periksa pencetak dan flashdisk sekali lagi"), ACT_AGAIN, KEY_FOOTER, NULL},
    {K_F(2), K_F(8), N_("tombol F"), N_("Tekan F2 sampai F8: yang sampai diberi tanda"), ACT_AGAIN, KEY_SECRET, NULL},
    KEYS_END,
};

const struct screen_class screen_room = {
    .id = "room",
    .title = N_("Uji ruangan"),
    .help = N_("Tiga menit sebelum orang datang: layar, tombol, pencetak, flashdisk dan jam."),
    .keys = keys,
    .state_size = sizeof(struct room),
    .no_session = true,
    .tick = true,
    .load = load,
    .draw = draw,
    .event = event,
    .action = action,
};
