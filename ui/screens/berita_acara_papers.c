/* The papers of F6: PDF beside the session file, copies on the printer, everything on a stick. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/copy_session.h"
#include "app/numbers.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/copy.h"
#include "ui/screens/berita_acara.h"

/* --- what can be made --- */

struct paper_choice {
    const char *label; /* N_() */
    struct ba_order order;
    bool locked_only;
};
static const struct paper_choice choices[] = {
    {N_("Naskah akhir dengan sidik (PDF)"), {"berita-acara", PRIVACY_ARSIP, false, 0}, true},
    {N_("Draf bertanda DRAF (PDF)"), {"berita-acara", PRIVACY_ARSIP, true, 0}, false},
    {N_("Daftar hadir (PDF)"), {"daftar-hadir", PRIVACY_ARSIP, false, 0}, false},
    {N_("Versi publikasi, tanpa data pribadi (PDF)"),
     {"berita-acara", PRIVACY_PUBLIKASI, false, 0},
     false},
};
enum { N_CHOICES = sizeof choices / sizeof *choices };

/* The choices that exist now; returns how many. */
static int usable(const struct ba_view *v, const struct paper_choice *out[N_CHOICES])
{
    int n = 0;
    for (int i = 0; i < N_CHOICES; i++)
        if (v->lock || !choices[i].locked_only)
            out[n++] = &choices[i];
    return n;
}

static void ask_paper(struct screen *s)
{
    const struct paper_choice *v[N_CHOICES];
    const char *words[N_CHOICES];
    int n = usable(ba_of(s), v);
    for (int i = 0; i < n; i++)
        words[i] = _(v[i]->label);
    ui_choose(s, BA_ASK_PDF, _("Buat naskah yang mana?"), words, n, 0, ba_popup_done);
}

static struct export_request request_of(const struct ba_order *o)
{
    return (struct export_request){
        .document = o->document, .privacy = o->privacy, .copies = o->copies, .draft = o->draft};
}

/* A draft has a name of its own, so that it never stands where the signed text stood. */
static const char *name_of(struct screen *s, const struct export_request *in)
{
    bool draft = in->draft || (!ba_of(s)->lock && strcmp(in->document, "berita-acara") == 0);
    return export_file_name(ui_app(s->ui), in, draft ? "draf.pdf" : "pdf", ba_of(s)->scratch);
}

/* What the makers of the paper noticed stays until it was read: a line at the foot would be cut. */
static void show_remarks(struct screen *s, const struct export_result *r)
{
    const char *remarks = export_remarks(r, ba_of(s)->scratch);
    if (*remarks)
        ui_message(s->ui, _("Periksa naskahnya"), remarks);
}

/* --- PDF beside the session file --- */

static void make_pdf(struct screen *s)
{
    struct ba_view *v = ba_of(s);
    struct export_request in = request_of(&v->order);
    struct export_result r;
    struct err e;
    char *folder = file_dir(app_path(ui_app(s->ui)));
    in.path = arena_printf(v->scratch, "%s/%s", folder, name_of(s, &in));
    free(folder);
    if (export_document(ui_app(s->ui), &in, v->scratch, &r, &e) != ERR_NONE) {
        ui_say_error(s->ui, &e);
        return;
    }
    ui_say(s->ui, STYLE_OK, _("Naskah jadi, %d halaman: %s  (r cetak, f ke flashdisk)"), r.pages, r.path);
    show_remarks(s, &r);
    screen_stale(s);
}

/* --- the printer --- */

/* As many as the session says, at first. */
static const char *usual_copies(struct ba_view *v)
{
    int64_t copies = dossier_session(v->d)->copies;
    return arena_printf(v->scratch, "%lld", (long long)(copies == NONE || copies < 1 ? 1 : copies));
}

static void ask_copies(struct screen *s, const char *initial)
{
    struct ba_view *v = ba_of(s);
    const char *label = v->lock || strcmp(v->order.document, "berita-acara") != 0
                            ? _("Berapa rangkap?")
                            : _("Berapa rangkap? Naskah belum dikunci: dicetak bertanda DRAF.");
    ui_prompt(s, BA_ASK_COPIES, _("Cetak"), label, initial, false, ba_popup_done);
}

static void copies_given(struct screen *s, const char *typed)
{
    struct ba_view *v = ba_of(s);
    char *end;
    long n = strtol(typed, &end, 10);
    if (end == typed || *end || n < 1 || n > 99) {
        ask_copies(s, typed);
        ui_say(s->ui, STYLE_WARN,
               _("Tulis jumlah rangkap dengan angka, 1 sampai 99. Belum ada yang dicetak."));
        return;
    }
    v->order.copies = (int)n;
    ui_say(s->ui, STYLE_ACCENT, _("Membuat naskah dan mengirimnya ke pencetak…"));
    ui_later(s, BA_DO_PRINT);
}

static void print(struct screen *s)
{
    struct ba_view *v = ba_of(s);
    const struct export_request in = request_of(&v->order);
    struct export_result r;
    struct err e;
    if (print_document(ui_app(s->ui), &in, v->scratch, &r, &e) != ERR_NONE)
        ui_say_error(s->ui, &e);
    else {
        ui_say(s->ui, STYLE_OK, _("Dikirim ke pencetak: %d rangkap, %d halaman."), r.copies, r.pages);
        show_remarks(s, &r);
    }
    screen_stale(s);
}

/* --- the stick --- */

static void forget_sticks(struct ba_view *v)
{
    for (int i = 0; i < v->n_sticks; i++)
        free(v->sticks[i]);
    free(v->sticks);
    v->sticks = NULL;
    v->n_sticks = 0;
}

static const char *size_words(struct arena *a, int64_t bytes)
{
    if (bytes < 0)
        return _("ruang tidak terbaca");
    if (bytes >= (int64_t)10 << 30)
        return arena_printf(a, _("%lld GB kosong"), (long long)(bytes >> 30));
    return arena_printf(a, _("%lld MB kosong"), (long long)(bytes >> 20));
}

/* One more folder to choose from. */
static void offer(struct ba_view *v, struct pick_item *item, const char *folder)
{
    v->sticks[v->n_sticks++] = mem_strdup(folder);
    item->text = v->sticks[v->n_sticks - 1];
    item->note = size_words(v->scratch, copy_free_space(folder));
}

void ba_ask_folder(struct screen *s, int tag, bool with_own)
{
    struct ba_view *v = ba_of(s);
    const char **found;
    size_t n = copy_find_sticks(v->scratch, &found);
    forget_sticks(v);
    v->sticks = mem_zalloc((n + 1) * sizeof *v->sticks);
    struct pick_item *items = ARENA_ARRAY(v->scratch, struct pick_item, n + 1);
    for (size_t i = 0; i < n; i++)
        offer(v, &items[v->n_sticks], found[i]);
    if (with_own) {
        char *own = file_dir(app_path(ui_app(s->ui)));
        offer(v, &items[v->n_sticks], own);
        free(own);
    }
    ui_pick(s, tag,
            v->n_sticks == 0 ? _("Belum ada flashdisk yang terpasang. Tulis folder tujuan:")
                             : _("Simpan ke mana? Pilih, atau tulis folder lain"),
            items, v->n_sticks, true, ba_popup_done);
}

const char *ba_folder_of(struct screen *s, const struct popup_result *p)
{
    struct ba_view *v = ba_of(s);
    return p->choice >= 0 && p->choice < v->n_sticks ? v->sticks[p->choice] : TXT(p->text);
}

/* What is made by a child only reads: numbers are fixed here, as by every first print. */
void ba_fix_numbers(struct screen *s)
{
    struct job *j;
    if (dossier_session(ba_of(s)->d)->numbers_fixed_at != NONE || ui_read_only(s->ui))
        return;
    struct fix_numbers_args *x = fix_numbers_job(ui_app(s->ui), &j);
    (void)x; /* only results */
    ui_post(s->ui, j);
}

static void stick_chosen(struct screen *s, const struct popup_result *p)
{
    const char *folder = ba_folder_of(s, p);
    if (!*folder)
        return;
    ba_fix_numbers(s);
    ui_copy_to(s->ui, folder, true);
}

/* --- dispatch --- */

void ba_papers_action(struct screen *s, int action)
{
    static const char *const papers[] = {N_("Berita acara"), N_("Daftar hadir")};
    const char *words[] = {_(papers[0]), _(papers[1])};
    switch (action) {
    case BA_PDF:
        ask_paper(s);
        break;
    case BA_PRINT:
        ui_choose(s, BA_ASK_PRINT, _("Cetak yang mana?"), words, 2, 0, ba_popup_done);
        break;
    case BA_STICK:
        ba_ask_folder(s, BA_ASK_STICK, false);
        break;
    case BA_DO_PDF:
        make_pdf(s);
        break;
    case BA_DO_PRINT:
        print(s);
        break;
    }
}

void ba_papers_popup(struct screen *s, int tag, const struct popup_result *p)
{
    struct ba_view *v = ba_of(s);
    const struct paper_choice *papers[N_CHOICES];
    switch (tag) {
    case BA_ASK_PDF:
        usable(v, papers);
        v->order = papers[p->choice]->order;
        ui_say(s->ui, STYLE_ACCENT, _("Membuat naskah…"));
        ui_later(s, BA_DO_PDF);
        break;
    case BA_ASK_PRINT:
        v->order = (struct ba_order){p->choice == 0 ? "berita-acara" : "daftar-hadir",
                                     PRIVACY_ARSIP, false, 0};
        ask_copies(s, usual_copies(v));
        break;
    case BA_ASK_COPIES:
        copies_given(s, p->text);
        break;
    case BA_ASK_STICK:
        stick_chosen(s, p);
        break;
    }
}
