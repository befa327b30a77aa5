#include "config.h"

#include <stdlib.h>

#include "app/copy_session.h"
#include "base/file.h"
#include "base/i18n.h"
#include "ui/pack.h"
#include "ui/screens/attendance_list.h"

enum { ASK_WHERE = 900, ASK_COPIES }; /* beside the tags of the screens that ask */
enum { TO_FOLDER, TO_PRINTER, TO_STICK };

static const char *const papers[] = {"daftar-hadir"};
static const struct paper_set list = {papers, 1, N_("Daftar hadir siap dicetak"),
                                      N_("Nomor peserta sekarang tetap: sama di kertas dan di layar.")};

static void print(struct screen *s, const char *typed)
{
    struct export_request in = {.document = papers[0], .privacy = PRIVACY_ARSIP, .draft = true};
    in.copies = ui_copies(s->ui, typed);
    if (in.copies > 0)
        ui_paper_start(s->ui, &in);
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
        ui_prompt_verb(s->ui, _("cetak"));
    } else if (p->choice >= TO_STICK) {
        size_t n = copy_find_sticks(ui_arena(s->ui), &sticks);
        size_t i = (size_t)(p->choice - TO_STICK);
        if (i < n)
            ui_papers_start(s->ui, &list, sticks[i]);
        else
            ui_say(s->ui, STYLE_WARN, _("Flashdisk sudah tidak terpasang. Belum ada yang dibuat. Pasang lagi, lalu ulangi."));
    } else {
        char *own = file_dir(app_path(ui_app(s->ui)));
        ui_papers_start(s->ui, &list, own);
        free(own);
    }
}

void attendance_list_ask(struct screen *s)
{
    struct arena *a = ui_arena(s->ui);
    const char **sticks;
    if (ui_packing(s->ui)) {
        ui_pack_ask_stop(s);
        return;
    }
    size_t n = copy_find_sticks(a, &sticks);
    const char **v = ARENA_ARRAY(a, const char *, n + TO_STICK);
    v[TO_FOLDER] = _("PDF di folder sesi ini");
    v[TO_PRINTER] = _("Cetak sekarang lewat pencetak");
    for (size_t i = 0; i < n; i++)
        v[TO_STICK + i] = arena_printf(a, _("PDF ke flashdisk %s"), sticks[i]);
    ui_choose(s, ASK_WHERE, _("Daftar hadir kosong: ke mana?"), v, (int)n + TO_STICK, 0, chosen);
}
