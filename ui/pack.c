#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/copy_session.h"
#include "app/make_child.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/copy.h"
#include "ui/pack.h"
#include "ui/ui_private.h"

/* --- orders --- */

static bool busy(struct ui *u)
{
    if (ui_copying(u))
        ui_say(u, STYLE_WARN, _("Yang tadi masih ditulis. Tunggu sampai selesai."));
    return ui_copying(u);
}

static void order(struct ui *u, const char *place)
{
    free(u->pack.place);
    u->pack.place = place ? mem_strdup(place) : NULL;
    u->pack.waits = true;
}

void ui_pack_start(struct ui *u, const struct pack_request *in)
{
    if (busy(u))
        return;
    order(u, in->folder);
    u->pack.paper = (struct export_request){.document = NULL};
    u->pack.zip = in->zip;
    u->pack.public_only = in->public_only;
    ui_say(u, STYLE_ACCENT, _("Membuat paket di %s… jangan cabut dulu. Anda dapat terus bekerja."), in->folder);
    ui_pack_due(u);
}

void ui_paper_start(struct ui *u, const struct export_request *in)
{
    if (busy(u))
        return;
    order(u, in->path);
    u->pack.paper = *in;
    u->pack.paper.path = NULL; /* kept as the place */
    ui_say(u, STYLE_ACCENT, in->path ? _("Membuat naskah… Anda dapat terus bekerja.")
                                     : _("Membuat naskah dan mengirimnya ke pencetak… Anda dapat terus bekerja."));
    ui_pack_due(u);
}

bool ui_packing(const struct ui *u)
{
    return u->pack.waits || u->pack.child;
}

bool ui_pack_is_paper(const struct ui *u)
{
    return u->pack.paper.document != NULL;
}

const char *ui_pack_place(const struct ui *u)
{
    return u->pack.place ? u->pack.place : _("Cetakan");
}

void ui_pack_cancel(struct ui *u)
{
    if (!ui_packing(u))
        return;
    bool paper = ui_pack_is_paper(u);
    ui_pack_done(u);
    ui_say(u, STYLE_WARN, paper ? _("Naskah dibatalkan. Tidak ada berkas yang berubah.")
                                : _("Paket dibatalkan. Tidak ada berkas yang tertinggal."));
}

/* --- how far it is --- */

static void remember(struct packing *p, const struct make_news *news)
{
    p->done = news->done;
    p->all = news->all;
    free(p->name);
    p->name = mem_strdup(news->name);
}

const char *ui_pack_words(struct ui *u)
{
    const struct packing *p = &u->pack;
    if (!ui_packing(u))
        return NULL;
    if (ui_pack_is_paper(u))
        return p->done > 0 ? arena_printf(u->turn, _("naskah: halaman %d"), p->done) : _("naskah: dibuat");
    if (p->waits)
        return _("paket: menunggu");
    return arena_printf(u->turn, _("paket %d%%"), p->all > 0 ? p->done * 100 / p->all : 0);
}

void ui_pack_draw(struct ui *u, struct canvas *c, struct rect r)
{
    const struct packing *p = &u->pack;
    enum { BAR = 20 };
    char bar[BAR + 1];
    if (!ui_packing(u))
        return;
    if (ui_pack_is_paper(u)) { /* nobody knows how many pages there will be */
        const char *name = p->name && *p->name ? p->name : _("Naskah");
        const char *page = p->done > 0 ? arena_printf(u->turn, _(", halaman %d"), p->done) : "…";
        canvas_put_cut(c, r.x, r.y, r.w, STYLE_ACCENT,
                       arena_printf(u->turn, _("%s%s  Ctrl-F membatalkan"), name, page));
        return;
    }
    int full = p->all > 0 ? p->done * BAR / p->all : 0;
    for (int i = 0; i < BAR; i++)
        bar[i] = i < full ? '#' : '.';
    bar[BAR] = '\0';
    canvas_put_cut(c, r.x, r.y, r.w, STYLE_ACCENT,
                   arena_printf(u->turn, _("[%s] %d/%d  Ctrl-F membatalkan  %s"), bar, p->done, p->all, TXT(p->name)));
}

/* --- the end --- */

/* A window where it was asked for; elsewhere it would take the keys of who writes. */
static bool show(struct ui *u, const char *title, const char *text)
{
    struct screen *s = ui_top(u);
    bool may = s && s->class->place == PLACE_BERITA_ACARA && !ui_popup_open(u);
    if (may)
        ui_message(u, title, text);
    return may;
}

/* The whole path can be longer than a line, and remarks must be read. */
static void say_pack(struct ui *u, const struct make_news *news)
{
    const char *safe = news->flushed && copy_is_stick(news->path) ? _("Flashdisk aman dilepas.")
                       : copy_is_stick(news->path) ? _("Lepaskan dengan \"Keluarkan\" dari desktop lebih dulu.")
                                                   : _("Semua sudah tersimpan.");
    ui_say(u, news->flushed ? STYLE_OK : STYLE_WARN, _("Paket jadi: %s. %s"), news->path, safe);
    show(u, _("Paket bukti jadi"),
         arena_printf(u->turn, "%s\n\n%s%s%s", news->path, safe, *news->notes ? "\n\n" : "", news->notes));
}

static void say_paper(struct ui *u, const struct make_news *news)
{
    if (!u->pack.place)
        ui_say(u, STYLE_OK, _("Dikirim ke pencetak: %d rangkap, %d halaman."), u->pack.paper.copies, news->done);
    else if (news->done > 0)
        ui_say(u, STYLE_OK, _("Naskah jadi, %d halaman: %s  (r cetak, f ke flashdisk)"), news->done, news->path);
    else
        ui_say(u, STYLE_OK, _("Naskah jadi: %s"), news->path);
    if (*news->notes && !show(u, _("Periksa naskahnya"), news->notes))
        ui_say(u, STYLE_WARN, "%s", news->notes);
}

static void say_ended(struct ui *u, const struct make_news *news)
{
    if (news->err.code != ERR_NONE)
        ui_say_error(u, &news->err);
    else if (ui_pack_is_paper(u))
        say_paper(u, news);
    else
        say_pack(u, news);
}

int ui_pack_fd(const struct ui *u)
{
    return u->pack.child ? make_child_fd(u->pack.child) : -1;
}

void ui_pack_hear(struct ui *u)
{
    struct make_news news;
    if (!u->pack.child)
        return;
    make_child_hear(u->pack.child, &news);
    remember(&u->pack, &news);
    if (!news.ended)
        return;
    struct make_child *ended = u->pack.child;
    u->pack.child = NULL;
    say_ended(u, &news);
    make_child_free(ended);
}

void ui_pack_due(struct ui *u)
{
    struct err e = {0};
    if (!u->pack.waits || ui_pending(u) > 0) /* what was entered before belongs to the pack */
        return;
    const struct pack_request pack = {
        .folder = u->pack.place, .zip = u->pack.zip, .public_only = u->pack.public_only};
    struct export_request paper = u->pack.paper;
    paper.path = u->pack.place;
    u->pack.waits = false;
    u->pack.done = u->pack.all = 0;
    enum err_code code = ui_pack_is_paper(u) ? make_child_paper(ui_app(u), &paper, &u->pack.child, &e)
                                             : make_child_pack(ui_app(u), &pack, &u->pack.child, &e);
    if (code != ERR_NONE)
        ui_say_error(u, &e);
}

void ui_pack_done(struct ui *u)
{
    make_child_free(u->pack.child);
    free(u->pack.place);
    free(u->pack.name);
    u->pack = (struct packing){.child = NULL};
}
