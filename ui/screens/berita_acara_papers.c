/* The papers of F6: files beside the session file, copies on the printer, everything on a stick. */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/copy_session.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "doc/documents.h"
#include "ui/copy.h"
#include "ui/pack.h"
#include "ui/screens/berita_acara.h"
#include "ui/typed_path.h"

/* --- what can be made --- */

struct paper_choice {
    const char *label; /* N_() */
    struct ba_order order;
    bool locked_only;
};
/* Each as it is for the archive, or for everybody: what is asked first is for which of them. */
static const struct paper_choice choices[] = {
    {N_("Naskah akhir dengan sidik"), {"berita-acara", PRIVACY_ARSIP, false, 0, "pdf"}, true},
    {N_("Draf bertanda DRAF"), {"berita-acara", PRIVACY_ARSIP, true, 0, "pdf"}, false},
    {N_("Daftar hadir"), {"daftar-hadir", PRIVACY_ARSIP, false, 0, "pdf"}, false},
    {NULL, {NULL, PRIVACY_ARSIP, false, 0, NULL}, false}, /* the other version of them all */
    {N_("Notula"), {"notula", PRIVACY_ARSIP, false, 0, "pdf"}, false},
    {N_("Lembar dokumentasi"), {"dokumentasi", PRIVACY_ARSIP, false, 0, "pdf"}, false},
    {N_("Laporan pelaksanaan"), {"laporan", PRIVACY_ARSIP, false, 0, "pdf"}, false},
    {N_("Rencana tindak lanjut"), {"rencana-tindak-lanjut", PRIVACY_ARSIP, false, 0, "pdf"}, false},
    {N_("Rencana tindak lanjut per bulan"), {"rencana-bulanan", PRIVACY_ARSIP, false, 0, "pdf"}, false},
    {N_("Jawaban atas masukan"), {"jawaban-masukan", PRIVACY_ARSIP, false, 0, "pdf"}, false},
    {N_("Undangan"), {"undangan", PRIVACY_ARSIP, false, 0, "pdf"}, false},
    {N_("Berita acara"), {"berita-acara", PRIVACY_ARSIP, false, 0, "docx"}, false},
    {N_("Notula"), {"notula", PRIVACY_ARSIP, false, 0, "docx"}, false},
    {N_("Laporan pelaksanaan"), {"laporan", PRIVACY_ARSIP, false, 0, "docx"}, false},
    {N_("Undangan"), {"undangan", PRIVACY_ARSIP, false, 0, "docx"}, false},
    {N_("Halaman publik"), {"halaman-publik", PRIVACY_PUBLIKASI, false, 0, "html"}, false},
    {N_("Daftar peserta"), {"peserta", PRIVACY_ARSIP, false, 0, "xlsx"}, false},
    {N_("Masukan dan tanggapan"), {"masukan", PRIVACY_ARSIP, false, 0, "xlsx"}, false},
    {N_("Rencana aksi"), {"rencana-aksi", PRIVACY_ARSIP, false, 0, "xlsx"}, false},
    {N_("Rekapitulasi"), {"rekap", PRIVACY_ARSIP, false, 0, "xlsx"}, false},
    {N_("Tenggat tindak lanjut"), {"tenggat", PRIVACY_ARSIP, false, 0, "ics"}, false},
};
enum { N_CHOICES = sizeof choices / sizeof *choices };

/* What each ending is for, found by typing it too. */
static const struct {
    const char *ending, *words; /* N_() */
} endings[] = {
    {"pdf", N_("PDF")},
    {"docx", N_("DOCX, pengolah kata")},
    {"xlsx", N_("XLSX, lembar kerja")},
    {"html", N_("HTML, halaman web")},
    {"ics", N_("ICS, kalender")},
};

static const char *ending_words(const char *ending)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (strcmp(endings[i].ending, ending) == 0)
            return _(endings[i].words);
    return "";
}

static bool is_switch(const struct paper_choice *x)
{
    return !x->order.document;
}

/* Papers that are printed: those that exist as PDF, each once. */
static bool printable(const struct paper_choice *x)
{
    return is_switch(x) || (strcmp(x->order.ending, "pdf") == 0 && !x->locked_only);
}

/* The choices that exist now; returns how many. */
static int usable(const struct ba_view *v, bool print, const struct paper_choice *out[N_CHOICES])
{
    int n = 0;
    for (int i = 0; i < N_CHOICES; i++)
        if (print ? printable(&choices[i]) : v->lock || !choices[i].locked_only)
            out[n++] = &choices[i];
    return n;
}

/* The name of what is printed says nothing of a draft: that goes by the state of the text. */
static const char *label_of(const struct ba_view *v, const struct paper_choice *x, bool print)
{
    if (is_switch(x))
        return v->public_version ? _("Ganti ke versi arsip, lengkap") : _("Ganti ke versi publikasi, tanpa data pribadi");
    return print && x->order.draft ? _("Berita acara") : _(x->label);
}

static const char *title_of(const struct ba_view *v, bool print)
{
    if (v->public_version)
        return print ? _("Cetak yang mana? Versi publikasi") : _("Buat naskah yang mana? Versi publikasi");
    return print ? _("Cetak yang mana?") : _("Buat naskah yang mana?");
}

static void ask_paper(struct screen *s, bool print)
{
    const struct paper_choice *v[N_CHOICES];
    struct pick_item items[N_CHOICES];
    int n = usable(ba_of(s), print, v);
    for (int i = 0; i < n; i++) {
        const struct ba_order *o = &v[i]->order;
        const char *label = label_of(ba_of(s), v[i], print), *words = is_switch(v[i]) || print ? NULL : ending_words(o->ending);
        /* found by the code of the command line and by what the file is for, too */
        items[i] = (struct pick_item){label, words, NULL, arena_printf(ba_of(s)->scratch, "%s %s %s", TXT(words), label,
                                                                       TXT(o->document))};
    }
    ui_pick(s, print ? BA_ASK_PRINT : BA_ASK_PDF, title_of(ba_of(s), print), items, n, false, ba_popup_done);
}

/* What was chosen is in v->order; false: the other version was, and it is asked again. */
static bool paper_chosen(struct screen *s, bool print, int choice)
{
    struct ba_view *v = ba_of(s);
    const struct paper_choice *papers[N_CHOICES];
    int n = usable(v, print, papers);
    if (choice < 0 || choice >= n)
        return false;
    if (is_switch(papers[choice])) {
        v->public_version = !v->public_version;
        ask_paper(s, print);
        return false;
    }
    v->order = papers[choice]->order;
    if (v->public_version)
        v->order.privacy = PRIVACY_PUBLIKASI;
    return true;
}

static struct export_request request_of(const struct ba_order *o)
{
    return (struct export_request){
        .document = o->document, .privacy = o->privacy, .copies = o->copies, .draft = o->draft};
}

/* --- beside the session file --- */

static void make_paper(struct screen *s)
{
    struct ba_view *v = ba_of(s);
    struct export_request in = request_of(&v->order);
    char *folder = file_dir(app_path(ui_app(s->ui)));
    const char *ending = arena_printf(v->scratch, ".%s", v->order.ending);
    in.path = arena_printf(v->scratch, "%s/%s", folder, export_file_name(ui_app(s->ui), &in, ending, v->scratch));
    free(folder);
    ui_paper_start(s->ui, &in);
}

/* --- the printer --- */

/* What is signed in copies is printed as often as the session says, at first; the rest once. */
static const char *usual_copies(struct ba_view *v)
{
    if (strcmp(v->order.document, "berita-acara") != 0 &&
        strcmp(v->order.document, "daftar-hadir") != 0)
        return "1";
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
    ui_prompt_verb(s->ui, _("cetak"));
}

static void copies_given(struct screen *s, const char *typed)
{
    struct ba_view *v = ba_of(s);
    v->order.copies = ui_copies(s->ui, typed);
    const struct export_request in = request_of(&v->order);
    if (in.copies > 0)
        ui_paper_start(s->ui, &in);
    else
        ask_copies(s, typed);
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
    char size[TEXT_SIZE];
    return arena_printf(a, _("%s kosong"), text_size(bytes, size));
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

/* A folder that was typed is never replaced by a listed one that only resembles it; other words look for one. */
const char *ba_folder_of(struct screen *s, const struct popup_result *p)
{
    struct ba_view *v = ba_of(s);
    struct stat st;
    const char *typed = typed_path(TXT(p->text), ui_arena(s->ui));
    bool folder = strchr(typed, '/') || (*typed && stat(typed, &st) == 0 && S_ISDIR(st.st_mode));
    bool listed = p->choice >= 0 && p->choice < v->n_sticks;
    return listed && (p->moved || !folder) ? v->sticks[p->choice] : typed;
}

static void stick_chosen(struct screen *s, const struct popup_result *p)
{
    const char *folder = ba_folder_of(s, p);
    if (!*folder)
        return;
    ui_fix_numbers(s->ui);
    ui_copy_to(s->ui, folder, true);
}

/* --- dispatch --- */

void ba_papers_action(struct screen *s, int action)
{
    switch (action) {
    case BA_PDF:
    case BA_PRINT:
        ba_of(s)->public_version = false;
        ask_paper(s, action == BA_PRINT);
        break;
    case BA_STICK:
        ba_ask_folder(s, BA_ASK_STICK, false);
        break;
    }
}

void ba_papers_popup(struct screen *s, int tag, const struct popup_result *p)
{
    struct ba_view *v = ba_of(s);
    switch (tag) {
    case BA_ASK_PDF:
        if (paper_chosen(s, false, p->choice))
            make_paper(s);
        break;
    case BA_ASK_PRINT:
        if (!paper_chosen(s, true, p->choice))
            break;
        v->order.draft = false; /* as the text is: a draft only while it is not locked */
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
