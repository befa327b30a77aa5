/* F4 Dokumentasi: pictures and scans in the session file, recordings that stay where they are, and the list of
 * evidence with what is still missing. */
#include "config.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/add_document.h"
#include "app/read.h"
#include "app/rows.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/evidence.h"
#include "ui/ask_file.h"
#include "ui/screens/documents.h"
#include "ui/screens/records.h"
#include "ui/table.h"
#include "ui/typed_path.h"

enum { EVIDENCE_FROM = 76, EVIDENCE_WIDTH = 30, FOLDER_LIMIT = 200 };

struct documents {
    struct dossier *d;
    struct table table;
    struct evidence evidence[EVIDENCE_COUNT];
    int missing;
    struct arena *scratch;
};

enum { DOCUMENTS_ADD = 1, DOCUMENTS_EDIT, DOCUMENTS_DELETE, DOCUMENTS_LOGO };
enum { ASK_FILE = 1 };

static struct documents *of(struct screen *s)
{
    return s->state;
}

/* --- the form of one document --- */

static const int document_fields[] = {document_F_kind, document_F_caption, document_F_taken_at, document_F_withheld,
                                      RECORD_FIELDS_END};
static const struct record_spec spec_document = {
    .entity = ENTITY_document, .one = N_("Satu dokumentasi"), .fields = document_fields};

/* --- the table --- */

static const struct column columns[] = {{N_("No"), 3, 0, 0, true},
                                        {N_("Jam"), 5, 0, 0, false},
                                        {N_("Jenis"), 14, 1, 0, false},
                                        {N_("Keterangan"), 14, 3, 0, false},
                                        {N_("Berkas"), 12, 2, 90, false},
                                        {N_("Ukuran"), 8, 0, 60, true}};

static const char *cell(void *ctx, struct arena *a, int row, int column, enum style *style)
{
    const struct documents *m = ctx;
    const struct document *x = &m->d->document.v[row];
    const char *caption = x->caption ? x->caption : x->file_name ? x->file_name : _("(belum ada keterangan)");
    char at[DATE_TEXT], size[TEXT_SIZE];
    switch (column) {
    case 0:
        return arena_printf(a, "%d", row + 1);
    case 1:
        return arena_strdup(a, stamp_clock(x->taken_at, dossier_zone(m->d), at));
    case 2:
        return _(dict_enum_label(ENUMSET_document_kind, x->kind));
    case 3:
        if (!x->caption)
            *style = STYLE_DIM;
        return IS_SET(x->withheld) ? arena_printf(a, _("[tidak dipublikasikan] %s"), caption) : caption;
    case 4:
        return x->file_name;
    default:
        return x->size == NONE ? NULL : arena_strdup(a, text_size(x->size, size));
    }
}

static struct id row_id(void *ctx, int row)
{
    return ((struct documents *)ctx)->d->document.v[row].id;
}

static const struct table_rows rows = {.cell = cell, .id = row_id};

/* --- adding --- */

static bool add_file(struct screen *s, const char *path, int64_t kind, struct err *e)
{
    struct job *j;
    struct add_document_args *x;
    if (add_document_job(ui_app(s->ui), path, kind, NULL, &j, &x, e) != ERR_NONE)
        return false;
    ui_post(s->ui, j);
    return true;
}

static int visible(const struct dirent *d)
{
    return d->d_name[0] != '.';
}

enum { TOLD_LINES = 12 };

/* One line for a file that was passed over. */
static void tell_passed(struct screen *s, struct buf *why, int n, const char *name, const struct err *e)
{
    if (n < TOLD_LINES)
        buf_printf(why, "%s%s: %s", n ? "\n" : "", text_visible(of(s)->scratch, name),
                   e->code ? e->text : _("terlalu banyak sekaligus; tambahkan lagi foldernya."));
    else if (n == TOLD_LINES)
        buf_puts(why, "\n…");
}

/* Every picture, scan and recording of a folder, in the order of their names; others are passed over, and it is
 * said which and why. */
static void add_folder(struct screen *s, const char *path)
{
    struct dirent **v;
    struct buf why = BUF_INIT;
    int n = scandir(path, &v, visible, alphasort), added = 0, passed = 0;
    for (int i = 0; i < n; i++) {
        struct err e = {0};
        char *file = arena_printf(of(s)->scratch, "%s/%s", path, v[i]->d_name);
        if (added < FOLDER_LIMIT && add_file(s, file, NONE, &e))
            added++;
        else
            tell_passed(s, &why, passed++, v[i]->d_name, &e);
        free(v[i]);
    }
    if (n >= 0)
        free(v);
    ui_say(s->ui, added > 0 ? STYLE_OK : STYLE_WARN, _("%d berkas dari folder ini dimasukkan, %d dilewati."), added, passed);
    if (passed > 0)
        ui_message(s->ui, _("Yang dilewati"), arena_strdup(of(s)->scratch, buf_str(&why)));
    buf_done(&why);
}

static void answered(struct screen *s, int tag, const struct popup_result *r)
{
    struct stat st;
    struct err e;
    (void)tag;
    arena_reset(of(s)->scratch);
    const char *path = r->ok ? ui_asked_file(r, of(s)->scratch) : "";
    const char *typed = r->ok && !r->moved ? typed_path(TXT(r->text), of(s)->scratch) : "";
    if (!*path)
        return;
    if (*typed && stat(typed, &st) == 0 && S_ISDIR(st.st_mode)) /* a folder, though its files are in the list */
        path = typed;
    if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
        add_folder(s, path);
    else if (!add_file(s, path, NONE, &e))
        ui_say_error(s->ui, &e);
}

static void logo_answered(struct screen *s, int tag, const struct popup_result *r)
{
    struct err e;
    (void)tag;
    const char *path = r->ok ? ui_asked_file(r, ui_arena(s->ui)) : "";
    if (*path && !add_file(s, path, DOC_LOGO, &e))
        ui_say_error(s->ui, &e);
}

void documents_ask_logo(struct screen *s)
{
    static const char *const endings[] = {".png", ".jpg", ".jpeg", NULL};
    ui_ask_file(s, 0, _("Logo untuk kop surat (JPEG atau PNG)"), endings, logo_answered);
}

/* --- opening --- */

static enum err_code documents_open(struct screen *s, const void *arg, struct err *e)
{
    struct documents *m = of(s);
    (void)arg;
    (void)e;
    m->scratch = arena_new();
    m->table = (struct table){
        .columns = columns, .n_columns = (int)(sizeof columns / sizeof *columns), .rows = &rows, .ctx = m};
    return ERR_NONE;
}

static void documents_close(struct screen *s)
{
    table_done(&of(s)->table);
    arena_free(of(s)->scratch);
}

static enum err_code documents_load(struct screen *s, struct err *e)
{
    struct documents *m = of(s);
    if (read_frame(ui_app(s->ui), s->arena, &m->d, e) != ERR_NONE)
        return e->code;
    m->missing = evidence_list(m->d, m->evidence);
    table_set(&m->table, (int)m->d->document.n);
    return ERR_NONE;
}

/* --- picture and commands --- */

static void draw_evidence(struct documents *m, struct canvas *c, struct rect r)
{
    canvas_put_cut(c, r.x, r.y, r.w, STYLE_TITLE, _("KELENGKAPAN BUKTI"));
    for (int i = 0; i < EVIDENCE_COUNT && i + 1 < r.h; i++) {
        const struct evidence *v = &m->evidence[i];
        enum style style = v->have > 0 ? STYLE_OK : v->later ? STYLE_DIM : STYLE_WARN;
        const char *mark = v->have > 0 ? "✓" : v->later ? "○" : "-";
        canvas_put(c, r.x, r.y + 1 + i, style, mark);
        canvas_put_cut(c, r.x + 2, r.y + 1 + i, r.w - 2, style, _(v->label));
    }
    canvas_put_cut(c, r.x, r.y + EVIDENCE_COUNT + 2, r.w, STYLE_DIM, _("○ menyusul sesudah acara"));
}

static void documents_draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct documents *m = of(s);
    arena_reset(m->scratch);
    if (r.w >= EVIDENCE_FROM) {
        struct rect side = rect_take_right(&r, EVIDENCE_WIDTH), gap = rect_take_right(&r, 2);
        draw_evidence(m, c, side);
        canvas_vline(c, gap.x, gap.y, gap.h, STYLE_RULE);
    } else {
        struct rect line = rect_take_bottom(&r, r.h > 4 ? 2 : 0);
        canvas_put_wrapped(c, line, m->missing > 0 ? STYLE_WARN : STYLE_OK, evidence_words(m->evidence, false, m->scratch));
    }
    if (m->d->document.n == 0)
        canvas_put_wrapped(c, r, STYLE_DIM,
                           _("Belum ada dokumentasi. Tekan n, lalu tulis nama berkas foto, PDF, video, atau sebuah folder."));
    else
        table_draw(&m->table, c, r, true);
}

static bool documents_event(struct screen *s, const struct event *e)
{
    return table_event(&of(s)->table, e);
}

static void documents_action(struct screen *s, int action)
{
    struct documents *m = of(s);
    int sel = m->table.list.sel;
    if (action == DOCUMENTS_LOGO) {
        documents_ask_logo(s);
        return;
    }
    if (action == DOCUMENTS_ADD) {
        static const char *const endings[] = {".jpg", ".jpeg", ".png", ".pdf", ".mp4",  ".mov", ".3gp", ".mkv",
                                              ".mp3", ".m4a",  ".wav", ".ogg", ".opus", ".aac", ".amr", NULL};
        ui_ask_file(s, ASK_FILE, _("Tambah foto, PDF, video, rekaman (atau tulis nama folder)"), endings, answered);
        return;
    }
    if (sel < 0 || (size_t)sel >= m->d->document.n)
        return;
    struct id row = row_id(m, sel);
    if (action == DOCUMENTS_EDIT) {
        record_form_open(s->ui, &spec_document, &row);
    } else if (action == DOCUMENTS_DELETE) {
        struct job *j;
        struct delete_row_args *x = delete_row_job(ui_app(s->ui), &j);
        x->entity = ENTITY_document;
        x->row = row;
        ui_post(s->ui, j);
        ui_say(s->ui, STYLE_NORMAL, _("Dihapus dari daftar. Ctrl-Z mengembalikannya."));
    }
}

static const char *documents_why_not(struct screen *s, int action)
{
    if (ui_read_only(s->ui))
        return _("Berkas ini dibuka hanya untuk dibaca.");
    bool row = action == DOCUMENTS_EDIT || action == DOCUMENTS_DELETE;
    return row && of(s)->d->document.n == 0 ? _("Belum ada dokumentasi.") : NULL;
}

static const struct key_row documents_keys[] = {
    {L_TAMBAH, K_INS, N_("tambah"), N_("Tambah foto, pindaian PDF, video atau rekaman"), DOCUMENTS_ADD, KEY_FOOTER, NULL},
    {L_UBAH, K_ENTER, N_("ubah"), N_("Ubah jenis, keterangan, jam"), DOCUMENTS_EDIT, KEY_FOOTER, NULL},
    {L_HAPUS, K_DEL, N_("hapus"), N_("Hapus dari daftar (dapat diurungkan)"), DOCUMENTS_DELETE, KEY_FOOTER, NULL},
    {0, 0, N_("Logo kop surat"), N_("Pilih gambar lambang untuk kop surat"), DOCUMENTS_LOGO, 0, NULL},
    KEYS_END,
};

const struct screen_class screen_documents = {
    .id = "documents",
    .title = N_("Dokumentasi"),
    .help = N_("Foto dan pindaian masuk ke dalam berkas sesi; video dan rekaman suara hanya didaftar dan tetap di tempatnya. "
               "Di kanan: bukti yang diminta penilai dan mana yang belum ada."),
    .place = PLACE_DOKUMENTASI,
    .keys = documents_keys,
    .depends = BIT(document) | BIT(session) | BIT(signatory),
    .state_size = sizeof(struct documents),
    .open = documents_open,
    .close = documents_close,
    .load = documents_load,
    .draw = documents_draw,
    .event = documents_event,
    .action = documents_action,
    .why_not = documents_why_not,
};
