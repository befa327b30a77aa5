#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "ui/screens/dialog.h"

/* --- the rows of the lists --- */

const struct contribution *dialog_find(const struct dialog *d, const struct id *row)
{
    for (size_t i = 0; i < d->n; i++)
        if (id_eq(&d->v[i].id, row))
            return &d->v[i];
    return NULL;
}

const struct contribution *dialog_row(struct dialog *d, int i, const struct flight **ret_flight)
{
    *ret_flight = NULL;
    if (i >= 0 && (size_t)i < d->n)
        return &d->v[i];
    int f = i - (int)d->n;
    if (f >= 0 && f < d->n_flights)
        *ret_flight = &d->flights[f];
    return NULL;
}

struct id dialog_last(struct dialog *d)
{
    for (int i = d->n_flights; i > 0; i--)
        if (!d->flights[i - 1].failed)
            return d->flights[i - 1].row;
    return d->n > 0 && !dialog_searching(d) ? d->v[d->n - 1].id : ID_NONE;
}

static struct id note_id(void *ctx, int i)
{
    const struct flight *f;
    const struct contribution *c = dialog_row(ctx, i, &f);
    return c ? c->id : f ? f->row : ID_NONE;
}

static struct id person_id(void *ctx, int i)
{
    return ((struct dialog *)ctx)->here[i]->id;
}

const struct list_rows dialog_note_rows = {
    .draw = dialog_note_draw, .height = dialog_note_height, .id = note_id, .own_style = false};
const struct list_rows dialog_people_rows = {.draw = dialog_person_draw, .id = person_id};

/* --- the capture line --- */

bool dialog_searching(const struct dialog *d)
{
    return !d->editing && text_field_text(&d->capture)[0] == '/';
}

static int64_t last_number(const struct dialog *d)
{
    int64_t last = 0;
    for (size_t i = 0; i < d->n; i++)
        if (d->v[i].number != NONE && d->v[i].number > last)
            last = d->v[i].number;
    return last > d->counts.counted ? last : d->counts.counted;
}

struct capture_context dialog_context(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    const struct flight *f;
    const struct contribution *chosen = d->chosen ? dialog_row(d, d->notes.sel, &f) : NULL;
    struct id last = dialog_last(d);
    return (struct capture_context){
        .people = d->match,
        .issues = d->d->issue.v,
        .n_issues = d->d->issue.n,
        .last_number = last_number(d),
        .agenda_kind = d->agenda ? d->agenda->kind : NONE,
        .present_speaker = d->speaker,
        .selected = chosen ? chosen->id : ID_NONE,
        .has_last = !id_is_none(&last),
        .from_paper = app_from_paper(ui_app(s->ui)),
        .clock = d->clock,
    };
}

struct capture dialog_read(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    struct capture_context context = dialog_context(s);
    return capture_parse(text_field_text(&d->capture), &context, d->scratch);
}

void dialog_set_capture(struct screen *s, const char *text)
{
    struct dialog *d = dialog_of(s);
    bool searching = dialog_searching(d);
    text_field_set(&d->capture, text);
    ui_draft(s->ui, DIALOG_DRAFT_KEY, d->editing ? d->before : text);
    if (searching != dialog_searching(d) || searching)
        screen_stale(s);
}

static void capture_changed(struct screen *s, bool searched)
{
    struct dialog *d = dialog_of(s);
    if (searched || dialog_searching(d))
        screen_stale(s);
    if (d->editing)
        dialog_edit_typed(s);
    else
        ui_draft(s->ui, DIALOG_DRAFT_KEY, text_field_text(&d->capture));
}

/* One word without a colon that fits one person: Tab writes their number. */
static bool complete_name(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    const char *text = text_field_text(&d->capture);
    if (!*text || d->editing || strpbrk(text, " :/"))
        return false;
    struct match_hits hits = match_find_here(d->match, text, d->scratch);
    if (hits.n != 1 || hits.v[0].person->number == NONE)
        return false;
    dialog_set_capture(s, arena_printf(d->scratch, "%lld: ", (long long)hits.v[0].person->number));
    return true;
}

/* Like in a form, what was written is stored when the next one is gone to. */
static void edit_neighbour(struct screen *s, int step)
{
    struct dialog *d = dialog_of(s);
    if (d->editing && !dialog_edit_store(s))
        return;
    int i = d->editing ? -1 : (int)d->n - 1;
    for (size_t k = 0; d->editing && k < d->n; k++)
        if (id_eq(&d->v[k].id, &d->target))
            i = (int)k + step;
    if (i >= 0 && (size_t)i < d->n)
        dialog_edit_begin(s, &d->v[i], false);
    else if (d->editing && (i >= (int)d->n || d->n == 0))
        dialog_edit_end(s);
}

/* Keys that mean something only while the capture line has the caret. */
static bool capture_key(struct screen *s, int key)
{
    struct dialog *d = dialog_of(s);
    bool empty = text_field_empty(&d->capture);
    switch (key) {
    case K_ENTER:
        dialog_enter(s);
        return true;
    case K_UP:
        if (empty || d->editing)
            edit_neighbour(s, -1);
        return empty || d->editing;
    case K_DOWN:
        if (d->editing)
            edit_neighbour(s, 1);
        return d->editing;
    case K_TAB:
    case K_BACKTAB:
        if (d->editing) {
            const struct contribution *c = dialog_find(d, &d->target);
            if (dialog_edit_store(s) && c)
                dialog_edit_begin(s, c, !d->editing_wording);
            return true;
        }
        return key == K_TAB && complete_name(s);
    case K_ESC:
        if (d->editing)
            dialog_edit_end(s);
        else if (dialog_searching(d))
            dialog_set_capture(s, "");
        else
            return false;
        return true;
    case K_PGUP:
        d->focus = FOCUS_NOTES;
        d->chosen = true;
        return true;
    default:
        return false;
    }
}

static bool capture_event(struct screen *s, const struct event *e)
{
    struct dialog *d = dialog_of(s);
    bool searched = dialog_searching(d);
    if (e->kind == EVENT_KEY && capture_key(s, e->key))
        return true;
    if (!text_field_event(&d->capture, e))
        return false;
    capture_changed(s, searched);
    return true;
}

bool dialog_type(struct screen *s, const struct event *e)
{
    struct dialog *d = dialog_of(s);
    bool searched = dialog_searching(d);
    arena_reset(d->scratch);
    if (d->editing && !dialog_edit_store(s))
        return true;
    if (d->editing)
        dialog_edit_end(s);
    d->focus = FOCUS_CAPTURE;
    if (!text_field_event(&d->capture, e))
        return false;
    capture_changed(s, searched);
    return true;
}

static bool list_focus_event(struct screen *s, const struct event *e)
{
    struct dialog *d = dialog_of(s);
    if (e->kind == EVENT_KEY && e->key == K_ESC) {
        d->focus = FOCUS_CAPTURE;
        d->chosen = false;
        return true;
    }
    if (d->focus == FOCUS_PEOPLE)
        return list_event(&d->people, e, &dialog_people_rows, d);
    if (e->kind == EVENT_KEY && e->key == K_DOWN && d->notes.sel >= d->notes.n - 1) {
        d->focus = FOCUS_CAPTURE; /* below the last entry stands the capture line */
        d->chosen = false;
        return true;
    }
    bool moved = list_event(&d->notes, e, &dialog_note_rows, d);
    if (moved && d->notes.sel == 0 && (int)d->n == d->limit) {
        d->limit += DIALOG_PAGE;
        screen_stale(s);
    }
    return moved;
}

static bool click(struct screen *s, const struct event *e)
{
    struct dialog *d = dialog_of(s);
    if (rect_has(d->notes_at, e->x, e->y))
        d->focus = FOCUS_NOTES;
    else if (rect_has(d->people_at, e->x, e->y))
        d->focus = FOCUS_PEOPLE;
    else if (rect_has(d->capture_at, e->x, e->y))
        d->focus = FOCUS_CAPTURE;
    else
        return false;
    d->chosen = d->focus == FOCUS_NOTES;
    return d->focus == FOCUS_CAPTURE || list_focus_event(s, e);
}

static bool dialog_event(struct screen *s, const struct event *e)
{
    struct dialog *d = dialog_of(s);
    arena_reset(d->scratch);
    if (e->kind == EVENT_STORED) {
        dialog_edit_refused(s, e->answer);
        dialog_stored(s, e->answer);
        return false;
    }
    if (e->kind == EVENT_MOUSE)
        return click(s, e);
    return d->focus == FOCUS_CAPTURE ? capture_event(s, e) : list_focus_event(s, e);
}

/* --- opening and closing --- */

static enum err_code dialog_open(struct screen *s, const void *arg, struct err *e)
{
    struct dialog *d = dialog_of(s);
    (void)arg;
    (void)e;
    d->scratch = arena_new();
    d->limit = DIALOG_PAGE;
    d->clock = NONE;
    text_field_init(&d->capture, false, 0);
    return ERR_NONE;
}

static void dialog_close(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    text_field_done(&d->capture);
    list_done(&d->notes);
    list_done(&d->people);
    for (int i = 0; i < d->n_flights; i++)
        dialog_flight_done(&d->flights[i]);
    free(d->flights);
    free(d->before);
    free(d->seen);
    free(d->sent);
    arena_free(d->scratch);
    arena_free(d->people_arena);
}

static bool dialog_writing(struct screen *s)
{
    return dialog_of(s)->focus == FOCUS_CAPTURE;
}

static const char *dialog_about(struct screen *s, int tag, struct arena *a)
{
    const char *row = ui_about_row(&dialog_of(s)->target, a);
    if (tag == POPUP_PARKED) /* it is stored already: what is written belongs into its fields */
        return arena_printf(a, DRAFT_OF_ROW "%s:%s", dict_entity(ENTITY_parked)->name, row);
    return tag == POPUP_GAP || tag == POPUP_ANSWERED ? row : NULL;
}

/* --- keys --- */

static const struct key_row dialog_keys[] = {
    {K_TAB, K_BACKTAB, N_("pilih catatan"), N_("Pindah: baris catat, daftar catatan, daftar hadir"), DIALOG_PANE,
     KEY_FOOTER, NULL},
    {L_UBAH, K_ENTER, N_("ubah"), N_("Ubah catatan yang dipilih (lisan)"), DIALOG_EDIT, KEY_FOOTER | KEY_ROWS, NULL},
    {L_RUMUSAN, 0, N_("rumusan"), N_("Tulis rumusan bersih catatan ini"), DIALOG_WORDING, KEY_FOOTER | KEY_ROWS, NULL},
    {L_TANDAI, K_INS, N_("tandai"), N_("Tandai catatan ini untuk kesepakatan"), DIALOG_MARK, KEY_FOOTER | KEY_ROWS, NULL},
    {L_DRAF, 0, N_("draf mufakat"), N_("Buat draf kesepakatan dari catatan yang ditandai"), DIALOG_DRAFT,
     KEY_FOOTER | KEY_ROWS, NULL},
    {K_CTRL('G'), 0, N_("agenda"), N_("Lanjut ke agenda berikutnya"), DIALOG_NEXT_AGENDA, KEY_FOOTER, NULL},
    {K_CTRL('P'), 0, N_("pembicara"), N_("Pilih siapa yang berbicara"), DIALOG_SPEAKER, KEY_FOOTER | KEY_WRITING, NULL},
    {0, 0, N_("Pindah agenda"), N_("Pindah ke agenda lain, juga yang sudah lewat"), DIALOG_PICK_AGENDA, 0, NULL},
    {L_ISU, 0, N_("isu"), N_("Pilih isu catatan ini"), DIALOG_TOPICS, KEY_ROWS, NULL},
    {L_GANTI_STATUS, 0, N_("ganti status/jenis"), N_("Ganti jenis catatan: masukan, usul, tanya, keluhan, ..."),
     DIALOG_CHANGE_KIND, KEY_ROWS, NULL},
    {0, 0, N_("Ganti pembicara"), N_("Ganti pembicara catatan yang dipilih"), DIALOG_CHANGE_SPEAKER, 0, NULL},
    {0, 0, N_("Ganti yang dijawab"), N_("Ganti catatan mana yang dijawab oleh jawaban ini"), DIALOG_ANSWERED, 0, NULL},
    {0, 0, N_("Lengkapi @@"), N_("Isi bagian @@ yang belum lengkap pada catatan ini"), DIALOG_COMPLETE, 0, NULL},
    {0, 0, N_("Pindahkan ke tempat parkir"), N_("Catat sebagai hal di luar kewenangan, dengan alasan dan tujuan"),
     DIALOG_PARK, 0, NULL},
    {L_HAPUS, K_DEL, N_("hapus"), N_("Hapus catatan yang dipilih (dapat diurungkan)"), DIALOG_DELETE, KEY_ROWS, NULL},
    {L_SARING, 0, N_("saring"), N_("Tampilkan catatan semua agenda, atau hanya agenda ini"), DIALOG_EVERYTHING, KEY_ROWS,
     NULL},
    {0, 0, N_("Simpan lagi"), N_("Ambil kembali teks catatan yang belum tersimpan"), DIALOG_RETRY, 0, NULL},
    {0, 0, N_("Ketik dari kertas"),
     N_("Ketik dari kertas: tandai yang diketik sebagai salinan kartu dan formulir, sampai dimatikan"), DIALOG_FROM_PAPER, 0,
     NULL},
    {0, 0, N_("Daftar tanda"), N_("Daftar tanda pada baris catat: + ? ! * = > # @@"), DIALOG_MARKS_HELP, 0, NULL},
    KEYS_END,
};

/* While an entry is edited Tab changes between its two texts; among the people only who speaks is chosen. */
static const char *dialog_label(struct screen *s, int action)
{
    const struct dialog *d = dialog_of(s);
    if (action == DIALOG_PANE)
        return d->focus != FOCUS_CAPTURE ? _("pindah") : d->editing ? _("lisan/rumusan") : NULL;
    if (d->focus != FOCUS_PEOPLE)
        return NULL;
    if (action == DIALOG_EDIT)
        return _("pembicara");
    return action == DIALOG_WORDING || action == DIALOG_MARK || action == DIALOG_DRAFT ? "" : NULL;
}

const struct screen_class screen_dialog = {
    .id = "dialog",
    .title = N_("Dialog"),
    .help = N_("Ketik apa yang dikatakan, lalu Enter: catatan langsung tersimpan. Awali dengan nomor atau nama pembicara "
               "dan titik dua, misalnya \"7: loket terlalu tinggi\". Tanda + usul, ? tanya, ! keluhan, = jawaban; ?? "
               "menampilkan semua tanda."),
    .place = PLACE_DIALOG,
    .keys = dialog_keys,
    .depends = BIT(session) | BIT(participant) | BIT(agenda) | BIT(issue) | BIT(contribution) |
               BIT(contribution_issue) | BIT(reply),
    .state_size = sizeof(struct dialog),
    .tick = true,
    .open = dialog_open,
    .close = dialog_close,
    .load = dialog_load,
    .take = dialog_take,
    .draw = dialog_draw,
    .event = dialog_event,
    .action = dialog_action,
    .why_not = dialog_why_not,
    .label = dialog_label,
    .about = dialog_about,
    .writing = dialog_writing,
    .status = dialog_status,
};
