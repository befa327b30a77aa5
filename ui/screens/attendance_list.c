#include "config.h"

#include <stdlib.h>

#include "app/copy_session.h"
#include "app/export_document.h"
#include "base/file.h"
#include "base/i18n.h"
#include "ui/screens/attendance_list.h"

enum { ASK_WHERE = 900, ASK_COPIES }; /* beside the tags of the screens that ask */
enum { TO_FOLDER, TO_PRINTER, TO_STICK };

static const struct export_request list_request = {.document = "daftar-hadir", .privacy = PRIVACY_ARSIP, .draft = true};

/* Beside the session file, or on a stick. */
static void make_file(struct screen *s, const char *folder, bool stick)
{
    struct arena *a = ui_arena(s->ui);
    struct export_request in = list_request;
    struct export_result r;
    struct err e;
    in.path = arena_printf(a, "%s/%s", folder, export_file_name(ui_app(s->ui), &in, ".pdf", a));
    if (export_document(ui_app(s->ui), &in, a, &r, &e) != ERR_NONE) {
        ui_say_error(s->ui, &e);
        return;
    }
    const char *remarks = export_remarks(&r, a);
    const char *removal = !stick                      ? ""
                          : copy_flush_medium(folder) ? _("\nFlashdisk aman dilepas.")
                                                      : _("\nLepaskan dengan \"Keluarkan\" dari desktop lebih dulu.");
    ui_message(s->ui, _("Daftar hadir siap dicetak"),
               arena_printf(a, _("Tersimpan di:\n%s%s\n\nNomor peserta sekarang tetap: sama di kertas dan di layar.%s%s"),
                            r.path, removal, *remarks ? "\n\n" : "", remarks));
}

static void print(struct screen *s, const char *typed)
{
    struct export_request in = list_request;
    struct export_result r;
    struct err e;
    char *end;
    long n = strtol(typed, &end, 10);
    if (end == typed || *end || n < 1 || n > 99) {
        ui_say(s->ui, STYLE_WARN, _("Tulis jumlah rangkap dengan angka, 1 sampai 99. Belum ada yang dicetak."));
        return;
    }
    in.copies = (int)n;
    if (print_document(ui_app(s->ui), &in, ui_arena(s->ui), &r, &e) != ERR_NONE)
        ui_say_error(s->ui, &e);
    else
        ui_say(s->ui, STYLE_OK, _("Dikirim ke pencetak: %d rangkap, %d halaman."), r.copies, r.pages);
}

/* The sticks are looked for again in the same order; one that has gone is told by the export. */
static void chosen(struct screen *s, int tag, const struct popup_result *p)
{
    const char **sticks;
    if (!p->ok)
        return;
    if (tag == ASK_COPIES) {
        print(s, p->text);
    } else if (p->choice == TO_PRINTER) {
        ui_prompt(s, ASK_COPIES, _("Cetak"), _("Berapa rangkap?"), "1", false, chosen);
    } else if (p->choice >= TO_STICK) {
        size_t n = copy_find_sticks(ui_arena(s->ui), &sticks);
        size_t i = (size_t)(p->choice - TO_STICK);
        if (i < n)
            make_file(s, sticks[i], true);
        else
            ui_say(s->ui, STYLE_WARN, _("Flashdisk sudah tidak terpasang. Belum ada yang dibuat."));
    } else {
        char *own = file_dir(app_path(ui_app(s->ui)));
        make_file(s, own, false);
        free(own);
    }
}

void attendance_list_ask(struct screen *s)
{
    struct arena *a = ui_arena(s->ui);
    const char **sticks;
    size_t n = copy_find_sticks(a, &sticks);
    const char **v = ARENA_ARRAY(a, const char *, n + TO_STICK);
    v[TO_FOLDER] = _("PDF di folder sesi ini");
    v[TO_PRINTER] = _("Cetak sekarang lewat pencetak");
    for (size_t i = 0; i < n; i++)
        v[TO_STICK + i] = arena_printf(a, _("PDF ke flashdisk %s"), sticks[i]);
    ui_choose(s, ASK_WHERE, _("Daftar hadir kosong: ke mana?"), v, (int)n + TO_STICK, 0, chosen);
}
