#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/copy_session.h"
#include "app/pack_child.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/copy.h"
#include "ui/pack.h"
#include "ui/ui_private.h"

void ui_pack_start(struct ui *u, const struct pack_request *in)
{
    if (ui_copying(u)) {
        ui_say(u, STYLE_WARN, _("Yang tadi masih ditulis. Tunggu sampai selesai."));
        return;
    }
    free(u->pack.folder);
    u->pack.folder = mem_strdup(in->folder);
    u->pack.zip = in->zip;
    u->pack.public_only = in->public_only;
    u->pack.waits = true;
    ui_say(u, STYLE_ACCENT, _("Membuat paket di %s… jangan cabut dulu. Anda dapat terus bekerja."), in->folder);
    ui_pack_due(u);
}

bool ui_packing(const struct ui *u)
{
    return u->pack.waits || u->pack.child;
}

void ui_pack_cancel(struct ui *u)
{
    if (!ui_packing(u))
        return;
    ui_pack_done(u);
    ui_say(u, STYLE_WARN, _("Paket dibatalkan. Tidak ada berkas yang tertinggal."));
}

/* --- how far it is --- */

static void remember(struct packing *p, const struct pack_news *news)
{
    p->done = news->done;
    p->all = news->all;
    free(p->name);
    p->name = mem_strdup(news->name);
}

const char *ui_pack_words(struct ui *u)
{
    if (u->pack.waits)
        return _("paket: menunggu");
    if (!u->pack.child)
        return NULL;
    int percent = u->pack.all > 0 ? u->pack.done * 100 / u->pack.all : 0;
    return arena_printf(u->turn, _("paket %d%%"), percent);
}

void ui_pack_draw(struct ui *u, struct canvas *c, struct rect r)
{
    const struct packing *p = &u->pack;
    enum { BAR = 20 };
    char bar[BAR + 1];
    if (!ui_packing(u))
        return;
    int full = p->all > 0 ? p->done * BAR / p->all : 0;
    for (int i = 0; i < BAR; i++)
        bar[i] = i < full ? '#' : '.';
    bar[BAR] = '\0';
    canvas_put_cut(c, r.x, r.y, r.w, STYLE_ACCENT,
                   arena_printf(u->turn, _("[%s] %d/%d  Ctrl-F membatalkan  %s"), bar, p->done, p->all, TXT(p->name)));
}

/* --- the end --- */

/* The whole path can be longer than a line, and remarks must be read: they get a window where the pack was asked for. */
static void show(struct ui *u, const struct pack_news *news, const char *safe)
{
    struct screen *s = ui_top(u);
    const char *text = arena_printf(u->turn, "%s\n\n%s%s%s", news->path, safe, *news->notes ? "\n\n" : "", news->notes);
    if (s && s->class->place == PLACE_BERITA_ACARA && !ui_popup_open(u))
        ui_message(u, _("Paket bukti jadi"), text);
}

static void say_ended(struct ui *u, const struct pack_news *news)
{
    if (news->err.code != ERR_NONE) {
        ui_say_error(u, &news->err);
        return;
    }
    const char *safe = news->flushed && copy_is_stick(news->path) ? _("Flashdisk aman dilepas.")
                       : copy_is_stick(news->path) ? _("Lepaskan dengan \"Keluarkan\" dari desktop lebih dulu.")
                                                   : _("Semua sudah tersimpan.");
    ui_say(u, news->flushed ? STYLE_OK : STYLE_WARN, _("Paket jadi: %s. %s"), news->path, safe);
    show(u, news, safe);
}

int ui_pack_fd(const struct ui *u)
{
    return u->pack.child ? pack_child_fd(u->pack.child) : -1;
}

void ui_pack_hear(struct ui *u)
{
    struct pack_news news;
    if (!u->pack.child)
        return;
    pack_child_hear(u->pack.child, &news);
    remember(&u->pack, &news);
    if (!news.ended)
        return;
    struct pack_child *ended = u->pack.child;
    u->pack.child = NULL;
    say_ended(u, &news);
    pack_child_free(ended);
}

void ui_pack_due(struct ui *u)
{
    struct err e = {0};
    if (!u->pack.waits || ui_pending(u) > 0) /* what was entered before belongs to the pack */
        return;
    const struct pack_request in = {
        .folder = u->pack.folder, .zip = u->pack.zip, .public_only = u->pack.public_only};
    u->pack.waits = false;
    u->pack.done = u->pack.all = 0;
    if (pack_child_start(ui_app(u), &in, &u->pack.child, &e) != ERR_NONE)
        ui_say_error(u, &e);
}

void ui_pack_done(struct ui *u)
{
    pack_child_free(u->pack.child);
    free(u->pack.folder);
    free(u->pack.name);
    u->pack = (struct packing){.child = NULL};
}
