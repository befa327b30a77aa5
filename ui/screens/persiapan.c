/* F2 Persiapan: what a session needs before the doors open, one line for each part, with what is still missing. */
#include "config.h"

#include <stdlib.h>

#include "app/read.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/coverage.h"
#include "model/stages.h"
#include "ui/list.h"
#include "ui/pack.h"
#include "ui/screens/attendance_list.h"
#include "ui/screens/documents.h"
#include "ui/screens/import.h"
#include "ui/screens/people.h"
#include "ui/screens/persiapan.h"
#include "ui/screens/records.h"

/* --- forms over the session row --- */

static const int theme_fields[] = {session_F_theme,  session_F_topic,         session_F_mode,
                                   session_F_method, session_F_participation, session_F_ground_rules,
                                   session_F_note,   RECORD_FIELDS_END};
static const int place_fields[] = {session_F_date,  session_F_start_time, session_F_end_time, session_F_zone,
                                   session_F_place, session_F_town,       RECORD_FIELDS_END};
static const int unit_fields[] = {session_F_institution, session_F_unit,       session_F_unit_short,
                                  session_F_unit_head,   session_F_letterhead, RECORD_FIELDS_END};
static const char *const paper_headings[] = {N_("Naskah"), N_("Kertas"), N_("Bagian yang dicetak"), N_("Lampiran")};
static const int paper_fields[] = {RECORD_HEADING,           session_F_ba_variant,    session_F_ba_title,
                                   session_F_ba_number,      session_F_copies,        session_F_date_style,
                                   session_F_words_case,     session_F_considered,
                                   RECORD_HEADING,           session_F_paper,         session_F_margin_top,
                                   session_F_margin_bottom,  session_F_margin_left,   session_F_margin_right,
                                   session_F_font_size,      RECORD_HEADING,          session_F_with_logo,
                                   session_F_with_number,    session_F_with_legal,    session_F_with_responsible,
                                   session_F_with_component, session_F_with_status,   session_F_with_source,
                                   session_F_with_phone,     session_F_with_commitment,
                                   RECORD_HEADING,           session_F_with_attendance, session_F_with_parked,
                                   session_F_with_objections, session_F_with_positions, session_F_with_photos,
                                   RECORD_FIELDS_END};
/* Papers around the berita acara: nothing of it is needed to hold the forum. */
static const char *const other_headings[] = {N_("Undangan"), N_("Laporan"), N_("Daftar hadir dan foto")};
static const int other_fields[] = {RECORD_HEADING,           session_F_letter_number,  session_F_letter_date,
                                   session_F_letter_nature,  session_F_letter_enclosure, session_F_letter_note,
                                   RECORD_HEADING,           session_F_team_decree,    session_F_report_due,
                                   session_F_foreword,       session_F_background,     session_F_purpose,
                                   session_F_conclusion,     session_F_suggestion,     RECORD_HEADING,
                                   session_F_attendance_form, session_F_spare_rows,    session_F_photos_per_page,
                                   RECORD_FIELDS_END};

static const struct record_spec spec_theme = {
    .entity = ENTITY_session, .one = N_("Tema dan cara"), .fields = theme_fields};
static const struct record_spec spec_place = {
    .entity = ENTITY_session, .one = N_("Waktu dan tempat"), .fields = place_fields};
static const struct record_spec spec_unit = {
    .entity = ENTITY_session, .one = N_("Instansi dan kop surat"), .fields = unit_fields};
static const struct record_spec spec_paper = {
    .entity = ENTITY_session, .one = N_("Naskah berita acara"), .fields = paper_fields, .headings = paper_headings};
static const struct record_spec spec_other = {
    .entity = ENTITY_session, .one = N_("Undangan, laporan, daftar hadir"), .fields = other_fields, .headings = other_headings};

/* --- the parts --- */

struct persiapan {
    struct list list;
    struct dossier *d;
    struct stage_state stages[STAGE_COUNT];
    struct arena *scratch;
};

struct part {
    const char *title;
    const struct record_spec *form; /* a form over the session row */
    const struct record_spec *rows; /* or a list */
    void (*open)(struct screen *s); /* or something else */
    const char *(*state)(const struct dossier *d, struct arena *a, bool *ret_done);
};

static struct persiapan *of(struct screen *s)
{
    return s->state;
}

/* Names of the required fields of a form that are still empty. */
static const char *form_state(const struct record_spec *spec, const struct dossier *d, struct arena *a, bool *ret_done)
{
    const char *missing = NULL;
    char scratch[DATE_TEXT];
    for (const int *f = spec->fields; *f != RECORD_FIELDS_END; f++) {
        if (*f < 0 || !(dict_field(ENTITY_session, *f)->flags & FIELD_REQ))
            continue;
        struct value v = record_get(dossier_session(d), ENTITY_session, *f, scratch);
        const char *label = _(dict_field(ENTITY_session, *f)->label);
        if (v.type == VALUE_NULL)
            missing = missing ? arena_printf(a, "%s, %s", missing, label) : label;
    }
    *ret_done = !missing;
    return missing ? arena_printf(a, _("belum: %s"), missing) : _("lengkap");
}

/* What a letter and a signature print: said when it is empty, but a forum can be held without. */
static const char *unit_state(const struct dossier *d, struct arena *a, bool *done)
{
    const struct session *s = dossier_session(d);
    const char *state = form_state(&spec_unit, d, a, done);
    if (*done && !*TXT(s->institution))
        return _("cukup; nama instansi belum diisi");
    if (!*done || (*TXT(s->letterhead) && *TXT(s->unit_head)))
        return state;
    if (*TXT(s->letterhead))
        return _("cukup; jabatan pimpinan belum diisi");
    return *TXT(s->unit_head) ? _("cukup; kop belum diisi") : _("cukup; kop dan jabatan pimpinan belum diisi");
}

/* What the first sentence and the place above the signatures print. */
static const char *place_state(const struct dossier *d, struct arena *a, bool *done)
{
    const struct session *s = dossier_session(d);
    const char *state = form_state(&spec_place, d, a, done);
    if (!*done || (s->start_time != NONE && *TXT(s->town)))
        return state;
    if (s->start_time != NONE)
        return _("cukup; kota penandatanganan belum diisi");
    return *TXT(s->town) ? _("cukup; jam mulai belum diisi") : _("cukup; jam mulai dan kota belum diisi");
}

static const char *counted(size_t n, const char *words, struct arena *a, bool *ret_done)
{
    *ret_done = n > 0;
    return n > 0 ? arena_printf(a, words, n) : _("masih kosong");
}

static const char *legal_state(const struct dossier *d, struct arena *a, bool *done)
{
    return counted(d->legal_basis.n, _("%zu peraturan"), a, done);
}

static const char *agenda_state(const struct dossier *d, struct arena *a, bool *done)
{
    return counted(d->agenda.n, _("%zu acara"), a, done);
}

static const char *issue_state(const struct dossier *d, struct arena *a, bool *done)
{
    return counted(d->issue.n, _("%zu isu"), a, done);
}

static const char *people_state(const struct dossier *d, struct arena *a, bool *done)
{
    size_t invited = 0;
    for (size_t i = 0; i < d->participant.n; i++)
        invited += IS_SET(d->participant.v[i].invited) && d->participant.v[i].role == ROLE_PESERTA;
    struct coverage cover = coverage_of(d->participant.v, d->participant.n);
    *done = d->participant.n > 0;
    if (!*done)
        return _("masih kosong");
    return arena_printf(a, _("%zu diundang, %lld hadir"), invited, (long long)cover.present);
}

static const char *signatory_state(const struct dossier *d, struct arena *a, bool *done)
{
    int provider = 0, people = 0;
    for (size_t i = 0; i < d->signatory.n; i++) {
        provider += d->signatory.v[i].role == SIGN_PENYELENGGARA;
        people += d->signatory.v[i].role == SIGN_WAKIL_MASYARAKAT;
    }
    *done = provider > 0 && people > 0;
    return arena_printf(a, _("penyelenggara %d, wakil masyarakat %d"), provider, people);
}

/* Which form the berita acara has: the choice that shows on every page. */
static const char *paper_state(const struct dossier *d, struct arena *a, bool *done)
{
    int64_t variant = dossier_session(d)->ba_variant;
    (void)a;
    *done = true;
    return _(dict_enum_label(ENUMSET_ba_variant, variant == NONE ? VARIANT_A : variant));
}

/* Not needed to hold the forum, so never missing. How papers look is no entry: a new session has that. */
static const char *other_state(const struct dossier *d, struct arena *a, bool *done)
{
    size_t n = 0;
    char scratch[DATE_TEXT];
    *done = true;
    for (const int *f = other_fields; *f != RECORD_FIELDS_END; f++)
        n += *f >= 0 && dict_field(ENTITY_session, *f)->type != TYPE_ENUM && dict_field(ENTITY_session, *f)->type != TYPE_INT &&
             record_get(dossier_session(d), ENTITY_session, *f, scratch).type != VALUE_NULL;
    return n > 0 ? arena_printf(a, _("%zu isian"), n) : _("boleh menyusul");
}

static void open_people(struct screen *s)
{
    ui_push(s->ui, &screen_people, NULL);
}

static void open_import(struct screen *s)
{
    import_ask(s);
}

static const struct part parts[] = {
    {N_("Tema dan cara"), &spec_theme, NULL, NULL, NULL},
    {N_("Waktu dan tempat"), &spec_place, NULL, NULL, place_state},
    {N_("Instansi dan kop surat"), &spec_unit, NULL, NULL, unit_state},
    {N_("Dasar hukum"), NULL, &spec_legal_basis, NULL, legal_state},
    {N_("Susunan acara"), NULL, &spec_agenda, NULL, agenda_state},
    {N_("Isu yang dibahas"), NULL, &spec_issue, NULL, issue_state},
    {N_("Peserta dan daftar hadir"), NULL, NULL, open_people, people_state},
    {N_("Penanda tangan"), NULL, &spec_signatory, NULL, signatory_state},
    {N_("Naskah berita acara"), &spec_paper, NULL, NULL, paper_state},
    {N_("Undangan, laporan"), &spec_other, NULL, NULL, other_state},
};
enum { N_PARTS = sizeof parts / sizeof *parts };

enum { PERSIAPAN_OPEN = 1, PERSIAPAN_BLANK_LIST, PERSIAPAN_IMPORT, PERSIAPAN_PARKED, PERSIAPAN_KIT, PERSIAPAN_LOGO };

/* --- the picture --- */

static void draw_part(void *ctx, struct canvas *c, struct rect r, int i, bool focus)
{
    struct persiapan *p = ctx;
    bool done;
    (void)focus;
    const char *state = parts[i].state ? parts[i].state(p->d, p->scratch, &done)
                                       : form_state(parts[i].form, p->d, p->scratch, &done);
    int title = r.w >= 60 ? 28 : 24;
    canvas_put(c, r.x, r.y, done ? STYLE_OK : STYLE_WARN, done ? "✓" : "-");
    canvas_printf(c, r.x + 2, r.y, STYLE_DIM, "%d", (i + 1) % 10);
    canvas_put_cut(c, r.x + 4, r.y, title, STYLE_NORMAL, _(parts[i].title));
    canvas_put_cut(c, r.x + 5 + title, r.y, r.w - 5 - title, done ? STYLE_DIM : STYLE_WARN, state);
}

static const struct list_rows rows = {.draw = draw_part};

/* The key of the first part that the session cannot do without and that is not there yet. */
static int missing_part(struct persiapan *p)
{
    static const int needed[] = {0, 1, 2, 6, 4, 5}; /* in the order of stages.c */
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        const struct part *part = &parts[needed[i]];
        bool done;
        (void)(part->state ? part->state(p->d, p->scratch, &done) : form_state(part->form, p->d, p->scratch, &done));
        if (!done)
            return needed[i] + 1;
    }
    return 1;
}

/* Where the session stands now, not what comes after a preparation in general. */
static const char *next_step(struct persiapan *p)
{
    enum stage at = stages_current(p->stages);
    const struct stage_state *stage = &p->stages[at];
    if (at == STAGE_PERSIAPAN && p->d->participant.n == 0 && missing_part(p) == 7)
        return arena_printf(p->scratch, _("%s (tekan i atau 7)"), stage->next);
    if (at == STAGE_PERSIAPAN)
        return arena_printf(p->scratch, _("%s (tekan %d)"), stage->next, missing_part(p));
    if (at == STAGE_DIALOG && coverage_of(p->d->participant.v, p->d->participant.n).present == 0)
        return _("Persiapan lengkap. Cetak daftar hadir dengan p; saat orang datang tekan 7 dan tandai yang hadir.");
    if (stage->done)
        return _("Semua tahap selesai. Paket bukti: F6, Ctrl-F.");
    return arena_printf(p->scratch, _("F%d %s: %s."), (int)at + 2, _(stage->label), stage->next);
}

static void persiapan_draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct persiapan *p = of(s);
    arena_reset(p->scratch);
    struct rect head = rect_take_top(&r, r.h > N_PARTS + 2 ? 2 : r.h > 4 ? 1 : 0);
    struct rect foot = rect_take_bottom(&r, r.h > N_PARTS + 2 ? 3 : 0);
    canvas_put_cut(c, head.x, head.y, head.w, STYLE_TITLE, TXT(dossier_session(p->d)->theme));
    list_draw(&p->list, c, r, &rows, p, true);
    canvas_put_wrapped(c, foot, STYLE_ACCENT, arena_printf(p->scratch, "%s %s", _("Langkah berikut:"), next_step(p)));
}

/* --- loading and commands --- */

static enum err_code persiapan_open(struct screen *s, const void *arg, struct err *e)
{
    struct persiapan *p = of(s);
    (void)arg;
    (void)e;
    p->scratch = arena_new();
    return ERR_NONE;
}

static void persiapan_close(struct screen *s)
{
    list_done(&of(s)->list);
    arena_free(of(s)->scratch);
}

static enum err_code persiapan_load(struct screen *s, struct err *e)
{
    struct persiapan *p = of(s);
    struct note_counts counts;
    if (read_frame(ui_app(s->ui), s->arena, &p->d, e) != ERR_NONE ||
        read_note_counts(ui_app(s->ui), &ID_NONE, &counts, e) != ERR_NONE)
        return e->code;
    stages_of(p->d, &counts, ui_today(s->ui), s->arena, p->stages);
    list_set(&p->list, N_PARTS, &rows, p);
    return ERR_NONE;
}

static void open_part(struct screen *s, int i)
{
    const struct part *part = &parts[i];
    if (part->form)
        record_form_open(s->ui, part->form, &dossier_session(of(s)->d)->id);
    else if (part->rows)
        records_open(s->ui, part->rows);
    else
        part->open(s);
}

static bool persiapan_event(struct screen *s, const struct event *e)
{
    struct persiapan *p = of(s);
    int digit = e->kind == EVENT_TEXT && e->key >= '0' && e->key <= '9' ? e->key - '0' : -1;
    int part = digit == 0 ? 9 : digit - 1; /* the tenth part has the key 0 */
    if (part >= 0 && part < N_PARTS) {
        list_select(&p->list, part, &rows, p);
        open_part(s, part);
        return true;
    }
    return list_event(&p->list, e, &rows, p);
}

/* For the day the laptop dies: printed in the morning, kept in the folder. */
static void make_kit(struct screen *s)
{
    static const char *const papers[] = {"kit-hadir", "kit-masukan", "kit-suara", "kit-berita-acara"};
    static const struct paper_set kit = {
        papers, sizeof papers / sizeof *papers, N_("Kit kertas siap dicetak"),
        N_("Bila laptop mati, forum berjalan terus di kertas. Sesudahnya: F3 Dialog, ^K, \"Ketik dari kertas\".")};
    char *folder = file_dir(app_path(ui_app(s->ui)));
    if (ui_packing(s->ui))
        ui_pack_ask_stop(s);
    else
        ui_papers_start(s->ui, &kit, folder);
    free(folder);
}

static void persiapan_action(struct screen *s, int action)
{
    switch (action) {
    case PERSIAPAN_OPEN:
        open_part(s, of(s)->list.sel);
        break;
    case PERSIAPAN_BLANK_LIST:
        attendance_list_ask(s);
        break;
    case PERSIAPAN_IMPORT:
        open_import(s);
        break;
    case PERSIAPAN_KIT:
        make_kit(s);
        break;
    case PERSIAPAN_LOGO:
        documents_ask_logo(s);
        break;
    case PERSIAPAN_PARKED:
        records_open(s->ui, &spec_parked);
        break;
    }
}

static const struct key_row persiapan_keys[] = {
    {K_ENTER, K_RIGHT, N_("buka"), N_("Buka bagian ini (atau tekan angkanya)"), PERSIAPAN_OPEN, KEY_FOOTER, NULL},
    {L_IMPOR, 0, N_("impor CSV"), N_("Impor daftar undangan dari berkas CSV"), PERSIAPAN_IMPORT, KEY_FOOTER, NULL},
    {L_PRATINJAU, 0, N_("pratinjau/cetak daftar hadir"), N_("Daftar hadir kosong: PDF, pencetak, atau flashdisk"),
     PERSIAPAN_BLANK_LIST, KEY_FOOTER, NULL},
    {0, 0, N_("Kit kertas"), N_("Kit kertas untuk hari laptop mati: daftar hadir, kartu masukan, hitung suara, berita acara"),
     PERSIAPAN_KIT, 0, NULL},
    {0, 0, N_("Tempat parkir"), N_("Hal di luar kewenangan: alasan, tujuan, janji jawab"), PERSIAPAN_PARKED, 0, NULL},
    {0, 0, N_("Logo kop surat"), N_("Pilih gambar lambang untuk kop surat"), PERSIAPAN_LOGO, 0, NULL},
    KEYS_END,
};

const struct screen_class screen_persiapan = {
    .id = "persiapan",
    .title = N_("Persiapan"),
    .help = N_("Isi bagian yang masih bertanda -. Yang wajib hanya tema, unit, tanggal dan tempat; sisanya boleh menyusul "
               "kapan saja sebelum berita acara dikunci."),
    .place = PLACE_PERSIAPAN,
    .keys = persiapan_keys,
    .depends = ~0u,
    .state_size = sizeof(struct persiapan),
    .open = persiapan_open,
    .close = persiapan_close,
    .load = persiapan_load,
    .draw = persiapan_draw,
    .event = persiapan_event,
    .action = persiapan_action,
};
