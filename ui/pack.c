#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/copy_session.h"
#include "app/make_child.h"
#include "app/numbers.h"
#include "app/read.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "doc/documents.h"
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

void ui_fix_numbers(struct ui *u)
{
    struct dossier *d;
    struct job *j;
    struct err e;
    if (ui_read_only(u) || read_frame(u->app, u->turn, &d, &e) != ERR_NONE ||
        dossier_session(d)->numbers_fixed_at != NONE)
        return;
    struct fix_numbers_args *x = fix_numbers_job(u->app, &j);
    (void)x; /* only results */
    ui_post(u, j);
}

static void order(struct ui *u, const char *place)
{
    free(u->pack.place);
    u->pack.place = place ? mem_strdup(place) : NULL;
    u->pack.set = NULL;
    u->pack.made = 0;
    buf_clear(&u->pack.names);
    buf_clear(&u->pack.notes);
    u->pack.asked = ui_top(u) ? ui_top(u)->class : NULL;
    u->pack.waits = true;
}

void ui_pack_start(struct ui *u, const struct pack_request *in)
{
    if (busy(u))
        return;
    ui_fix_numbers(u);
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
    if (paper_kind_find(in->document)) /* tables and calendars print no numbers */
        ui_fix_numbers(u);
    order(u, in->path);
    u->pack.paper = *in;
    u->pack.paper.path = NULL; /* kept as the place */
    ui_say(u, STYLE_ACCENT, in->path ? _("Membuat naskah… Anda dapat terus bekerja.")
                                     : _("Membuat naskah dan mengirimnya ke pencetak… Anda dapat terus bekerja."));
    ui_pack_due(u);
}

int ui_copies(struct ui *u, const char *typed)
{
    char *end;
    long n = strtol(typed, &end, 10);
    if (end != typed && !*end && n >= 1 && n <= 99)
        return (int)n;
    ui_say(u, STYLE_WARN, _("Tulis jumlah rangkap dengan angka, 1 sampai 99. Belum ada yang dicetak."));
    return 0;
}

void ui_papers_start(struct ui *u, const struct paper_set *set, const char *folder)
{
    const struct export_request first = {
        .document = set->documents[0], .privacy = PRIVACY_ARSIP, .draft = true, .path = folder};
    if (busy(u))
        return;
    ui_paper_start(u, &first);
    u->pack.set = set;
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

static void stop_answered(struct screen *s, int tag, const struct popup_result *r)
{
    struct ui *u = s->ui;
    (void)tag;
    if (!r->ok || !ui_packing(u))
        return;
    bool paper = ui_pack_is_paper(u), some = u->pack.made > 0;
    ui_pack_done(u);
    ui_say(u, STYLE_WARN, some    ? _("Naskah dibatalkan. Yang sudah jadi tetap ada.")
                          : paper ? _("Naskah dibatalkan. Tidak ada berkas yang berubah.")
                                  : _("Paket dibatalkan. Tidak ada berkas yang tertinggal."));
}

void ui_pack_ask_stop(struct screen *s)
{
    const struct packing *p = &s->ui->pack;
    if (!ui_pack_is_paper(s->ui))
        ui_confirm(s, 0, _("Paket sedang dibuat. Hentikan? Tidak ada berkas yang tertinggal."), _("Hentikan paket"),
                   stop_answered);
    else
        ui_confirm(s, 0, p->set && p->set->n > 1 ? _("Naskah sedang dibuat. Hentikan? Yang sudah jadi tetap ada.")
                                                 : _("Naskah sedang dibuat. Hentikan? Tidak ada berkas yang berubah."),
                   _("Hentikan naskah"), stop_answered);
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

/* A window where it was asked for; elsewhere, and while a text is written, it would take the keys of who writes. */
static bool show(struct ui *u, const char *title, const char *text)
{
    struct screen *s = ui_top(u);
    bool may = s && s->class == u->pack.asked && !ui_popup_open(u) && !(s->class->writing && s->class->writing(s));
    if (may)
        ui_message(u, title, text);
    return may;
}

/* Whether the stick can be taken out; NULL: it is none. */
static const char *stick_words(const struct make_news *news)
{
    if (!copy_is_stick(news->path))
        return NULL;
    return news->flushed ? _("Flashdisk aman dilepas.") : _("Lepaskan dengan \"Keluarkan\" dari desktop lebih dulu.");
}

/* The whole path can be longer than a line, and remarks must be read. */
static void say_pack(struct ui *u, const struct make_news *news)
{
    const char *stick = stick_words(news), *safe = stick ? stick : _("Semua sudah tersimpan.");
    ui_say(u, news->flushed ? STYLE_OK : STYLE_WARN, _("Paket jadi: %s. %s"), news->path, safe);
    show(u, _("Paket bukti jadi"),
         arena_printf(u->turn, "%s\n\n%s%s%s", news->path, safe, *news->notes ? "\n\n" : "", news->notes));
}

/* Of a set: where all of them are, and what to know about them. */
static bool show_set(struct ui *u, const struct make_news *news)
{
    const struct packing *p = &u->pack;
    const char *stick = stick_words(news), *notes = buf_str(&p->notes);
    return show(u, _(p->set->title),
                arena_printf(u->turn, _("Tersimpan di %s:\n%s\n%s%s%s%s%s"), p->place, buf_str(&p->names), TXT(stick),
                             stick ? "\n\n" : "", _(p->set->advice), *notes ? "\n\n" : "", notes));
}

static void say_paper(struct ui *u, const struct make_news *news)
{
    const struct packing *p = &u->pack;
    const char *stick = stick_words(news), *notes = buf_str(&p->notes);
    if (!p->place)
        ui_say(u, STYLE_OK, _("Dikirim ke pencetak: %d rangkap, %d halaman."), p->paper.copies, news->done);
    else if (p->made > 1)
        ui_say(u, STYLE_OK, "%s: %s  %s", _(p->set->title), p->place, TXT(stick));
    else if (news->done > 0)
        ui_say(u, STYLE_OK, _("Naskah jadi, %d halaman: %s  %s"), news->done, news->path,
               stick                                                    ? stick
               : p->asked && p->asked->place == PLACE_BERITA_ACARA ? _("(r cetak, f ke flashdisk)")
                                                                        : "");
    else
        ui_say(u, STYLE_OK, _("Naskah jadi: %s"), news->path);
    if (p->set ? !show_set(u, news) && *notes : *notes && !show(u, _("Periksa naskahnya"), notes))
        ui_say(u, STYLE_WARN, "%s", notes);
}

/* The next one of the set; false: this was the last. */
static bool go_on(struct ui *u, const struct make_news *news)
{
    struct packing *p = &u->pack;
    char *name = file_base(news->path);
    buf_printf(&p->names, "%s\n", name);
    free(name);
    buf_printf(&p->notes, "%s%s", p->notes.len && *news->notes ? "\n" : "", news->notes);
    if (!p->set || ++p->made == p->set->n)
        return false;
    p->paper.document = p->set->documents[p->made];
    p->waits = true;
    ui_pack_due(u);
    return true;
}

static void say_ended(struct ui *u, const struct make_news *news)
{
    if (news->err.code != ERR_NONE)
        ui_say_error(u, &news->err);
    else if (!ui_pack_is_paper(u))
        say_pack(u, news);
    else if (!go_on(u, news))
        say_paper(u, news);
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
    buf_done(&u->pack.names);
    buf_done(&u->pack.notes);
    u->pack = (struct packing){.child = NULL};
}
