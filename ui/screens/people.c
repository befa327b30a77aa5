#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/check_in.h"
#include "app/export_document.h"
#include "app/read.h"
#include "app/rows.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/match.h"
#include "ui/screens/coverage_line.h"
#include "ui/screens/import.h"
#include "ui/screens/people.h"
#include "ui/screens/records.h"
#include "ui/table.h"
#include "ui/text_field.h"

/* Check-in: with the caret in the search line two letters find a person, Enter marks them present and the line is
 * empty again for the next one. With the focus in the list, letters are commands. */
struct people {
    struct text_field find;
    bool in_list;
    struct table table;
    struct dossier *d;
    struct matcher *match;
    const struct participant **shown;
    int n_shown;
    struct id target; /* of the popup that is open */
    struct arena *scratch;
    struct rect find_at;
};

enum people_command {
    PEOPLE_PRESENT = 1,
    PEOPLE_ABSENT,
    PEOPLE_REPRESENTED,
    PEOPLE_WALK_IN,
    PEOPLE_LATE,
    PEOPLE_EDIT,
    PEOPLE_DELETE,
    PEOPLE_PANE,
    PEOPLE_IMPORT,
    PEOPLE_PRINT
};
enum { ASK_REPRESENTED = 1, ASK_WALK_IN, ASK_LATE };

static struct people *of(struct screen *s)
{
    return s->state;
}

/* --- one person's form --- */

static const char *const person_headings[] = {N_("Orang"), N_("Kehadiran"), N_("Data pribadi")};
static const int person_fields[] = {
    RECORD_HEADING,          participant_F_name,       participant_F_invited_as, participant_F_position,
    participant_F_organization, participant_F_unsur,   participant_F_sex,        participant_F_role,
    RECORD_HEADING,          participant_F_attendance, participant_F_channel,    participant_F_need,
    participant_F_name_public, participant_F_photo_consent, participant_F_note,  RECORD_HEADING,
    participant_F_phone,     participant_F_nip,        participant_F_rank,       participant_F_address,
    RECORD_FIELDS_END};
/* On the wall nobody's phone number is shown. */
static const char *const wall_headings[] = {N_("Orang"), N_("Kehadiran")};
static const int wall_fields[] = {RECORD_HEADING,
                                  participant_F_name,
                                  participant_F_invited_as,
                                  participant_F_position,
                                  participant_F_organization,
                                  participant_F_unsur,
                                  participant_F_sex,
                                  participant_F_role,
                                  RECORD_HEADING,
                                  participant_F_attendance,
                                  participant_F_channel,
                                  RECORD_FIELDS_END};
static const struct record_spec spec_person = {.entity = ENTITY_participant,
                                               .one = N_("Peserta"),
                                               .fields = person_fields,
                                               .headings = person_headings};
static const struct record_spec spec_person_wall = {.entity = ENTITY_participant,
                                                    .one = N_("Peserta"),
                                                    .fields = wall_fields,
                                                    .headings = wall_headings};

/* --- the list --- */

static const struct column columns[] = {{N_("No"), 3, 0, 0, true},
                                        {N_("Nama"), 18, 3, 0, false},
                                        {N_("Instansi/organisasi"), 14, 2, 70, false},
                                        {N_("Unsur"), 12, 1, 60, false},
                                        {N_("L/P"), 3, 0, 76, false},
                                        {N_("Kehadiran"), 14, 0, 0, false}};

static const char *name_of(const struct participant *p, struct arena *a)
{
    if (!p->name)
        return arena_printf(a, _("%s (nama menyusul)"), TXT(p->invited_as));
    if (p->role != ROLE_PESERTA && p->role != NONE)
        return arena_printf(a, "%s [%s]", p->name, _(dict_enum_label(ENUMSET_role, p->role)));
    return p->name;
}

static const char *attendance_of(const struct people *p, const struct participant *x, struct arena *a,
                                 enum style *style)
{
    char at[DATE_TEXT];
    const char *words = _(dict_enum_label(ENUMSET_attendance, x->attendance == NONE ? ATTENDANCE_BELUM : x->attendance));
    if (x->attendance != ATTENDANCE_HADIR)
        return words;
    *style = STYLE_OK;
    if (IS_SET(x->from_paper) && x->arrived_at != NONE)
        return arena_printf(a, _("✓ %s kertas"), stamp_clock(x->arrived_at, dossier_zone(p->d), at));
    return x->arrived_at == NONE ? arena_printf(a, "✓ %s", words)
                                 : arena_printf(a, "✓ %s", stamp_clock(x->arrived_at, dossier_zone(p->d), at));
}

static const char *cell(void *ctx, struct arena *a, int row, int column, enum style *style)
{
    const struct people *p = ctx;
    const struct participant *x = p->shown[row];
    switch (column) {
    case 0:
        return x->number == NONE ? NULL : arena_printf(a, "%lld", (long long)x->number);
    case 1:
        return name_of(x, a);
    case 2:
        return x->organization;
    case 3:
        if (x->unsur == NONE && x->role == ROLE_PESERTA) {
            *style = STYLE_WARN;
            return _("unsur?");
        }
        return x->unsur == NONE ? NULL : _(dict_enum_label(ENUMSET_unsur, x->unsur));
    case 4:
        return x->sex == NONE ? NULL : dict_enum_label(ENUMSET_sex, x->sex);
    default:
        return attendance_of(p, x, a, style);
    }
}

static struct id row_id(void *ctx, int row)
{
    return ((struct people *)ctx)->shown[row]->id;
}

static const struct table_rows rows = {.cell = cell, .id = row_id};

/* Those whom the typed letters fit, best first; everybody while fewer than two letters are typed. */
static void show(struct screen *s)
{
    struct people *p = of(s);
    const char *typed = text_field_text(&p->find);
    size_t n = p->d->participant.n;
    p->shown = ARENA_ARRAY(s->arena, const struct participant *, n + 1);
    p->n_shown = 0;
    if (strlen(typed) >= 2 || (typed[0] >= '0' && typed[0] <= '9')) {
        struct match_hits hits = match_find(p->match, typed, s->arena);
        for (size_t i = 0; i < hits.n; i++)
            p->shown[p->n_shown++] = hits.v[i].person;
    } else {
        for (size_t i = 0; i < n; i++)
            p->shown[p->n_shown++] = &p->d->participant.v[i];
    }
    table_set(&p->table, p->n_shown);
}

static const struct participant *selected(struct people *p)
{
    int i = p->table.list.sel;
    return i >= 0 && i < p->n_shown ? p->shown[i] : NULL;
}

/* --- commands --- */

static void post_attendance(struct screen *s, const struct participant *x, int64_t attendance)
{
    struct job *j;
    struct check_in_args *args = check_in_job(ui_app(s->ui), &j);
    args->participant = x->id;
    args->attendance = attendance;
    ui_post(s->ui, j);
}

/* A second Enter typed too fast must not take somebody's presence back: that only happens in the list. */
static bool refuse_present(struct screen *s, const struct participant *x)
{
    struct people *p = of(s);
    char at[DATE_TEXT];
    if (!p->in_list && text_field_empty(&p->find)) {
        ui_say(s->ui, STYLE_NORMAL, _("Ketik dua huruf dari nama atau instansi dulu; Tab pindah ke daftar."));
    } else if (!p->in_list && x->attendance == ATTENDANCE_HADIR) {
        ui_say(s->ui, STYLE_NORMAL, _("%s sudah hadir sejak %s. Membatalkan: Tab, lalu h."), TXT(x->name),
               stamp_clock(x->arrived_at, ui_zone(s->ui), at));
        text_field_set(&p->find, "");
        screen_stale(s);
    } else if (!x->name && x->attendance != ATTENDANCE_HADIR) {
        ui_say(s->ui, STYLE_WARN, _("Siapa yang datang untuk %s? Ctrl-R mengisi namanya."), TXT(x->invited_as));
    } else {
        return false;
    }
    return true;
}

/* Present, or in the list a second time: not present after all. The search line is empty for the next one. */
static void mark_present(struct screen *s, const struct participant *x)
{
    struct people *p = of(s);
    bool back = x->attendance == ATTENDANCE_HADIR;
    if (refuse_present(s, x))
        return;
    post_attendance(s, x, back ? ATTENDANCE_BELUM : ATTENDANCE_HADIR);
    ui_say(s->ui, back ? STYLE_NORMAL : STYLE_OK, back ? _("Batal hadir: %s") : _("Hadir: %s"), TXT(x->name));
    text_field_set(&p->find, "");
    screen_stale(s);
}

static void answered(struct screen *s, int tag, const struct popup_result *r);

static void ask_name(struct screen *s, const struct participant *x)
{
    of(s)->target = x->id;
    ui_prompt(s, ASK_REPRESENTED,
              arena_printf(of(s)->scratch, _("%s diwakili oleh"), x->name ? x->name : TXT(x->invited_as)),
              _("Nama lengkap"), "", false, answered);
}

static void ask_walk_in(struct screen *s)
{
    ui_prompt(s, ASK_WALK_IN, _("Tamu yang tidak ada di daftar"),
              _("Nama, L/P, jabatan, instansi, unsur, HP (yang tahu saja)"), text_field_text(&of(s)->find), false,
              answered);
}

static void ask_late(struct screen *s)
{
    ui_prompt(s, ASK_LATE, _("Terlambat, dari daftar di kertas"), _("Nomor, mis. 7 12 15-18 pukul 09.10"), "", false,
              answered);
}

static void post_walk_in(struct screen *s, const char *typed)
{
    struct job *j;
    struct walk_in_args *x = walk_in_job(ui_app(s->ui), &j);
    if (!walk_in_read(typed, job_arena(j), x)) {
        job_free(j);
        ui_say(s->ui, STYLE_WARN, _("Tulis sedikitnya nama. Belum ada yang disimpan."));
        return;
    }
    ui_post(s->ui, j);
    text_field_set(&of(s)->find, "");
    screen_stale(s);
}

static void answered(struct screen *s, int tag, const struct popup_result *r)
{
    struct people *p = of(s);
    struct job *j;
    if (!r->ok)
        return;
    if (tag == ASK_REPRESENTED) {
        struct represent_args *x = represent_job(ui_app(s->ui), &j);
        x->invited = p->target;
        x->name = arena_strdup(job_arena(j), r->text);
        ui_post(s->ui, j);
        text_field_set(&p->find, "");
    } else if (tag == ASK_WALK_IN) {
        post_walk_in(s, r->text);
    } else if (tag == ASK_LATE) {
        struct late_arrivals_args *x = late_arrivals_job(ui_app(s->ui), &j);
        x->typed = arena_strdup(job_arena(j), r->text);
        ui_post(s->ui, j);
    }
}

static void delete_person(struct screen *s, const struct participant *x)
{
    struct job *j;
    struct delete_row_args *args = delete_row_job(ui_app(s->ui), &j);
    args->entity = ENTITY_participant;
    args->row = x->id;
    ui_post(s->ui, j);
    ui_say(s->ui, STYLE_NORMAL, _("Dihapus dari daftar. Ctrl-Z mengembalikannya."));
}

void people_print_list(struct screen *s)
{
    struct arena *a = ui_arena(s->ui);
    struct export_result r;
    struct err e;
    struct export_request in = {.document = "daftar-hadir", .privacy = PRIVACY_ARSIP, .draft = true};
    char *dir = file_dir(app_path(ui_app(s->ui)));
    in.path = arena_printf(a, "%s/%s", dir, export_file_name(ui_app(s->ui), &in, "pdf", a));
    free(dir);
    if (export_document(ui_app(s->ui), &in, a, &r, &e) != ERR_NONE) {
        ui_say_error(s->ui, &e);
        return;
    }
    const char *remarks = export_remarks(&r, a);
    const char *told = arena_printf(
        a, _("Tersimpan di:\n%s\n\nNomor peserta sekarang tetap: sama di kertas dan di layar."), r.path);
    ui_message(s->ui, _("Daftar hadir siap dicetak"),
               *remarks ? arena_printf(a, "%s\n\n%s", told, remarks) : told);
}

static void person_action(struct screen *s, int action, const struct participant *x)
{
    switch (action) {
    case PEOPLE_PRESENT:
        mark_present(s, x);
        break;
    case PEOPLE_ABSENT:
        post_attendance(s, x, ATTENDANCE_TIDAK);
        break;
    case PEOPLE_REPRESENTED:
        ask_name(s, x);
        break;
    case PEOPLE_EDIT:
        record_form_open(s->ui, ui_proyektor(s->ui) ? &spec_person_wall : &spec_person, &x->id);
        break;
    case PEOPLE_DELETE:
        delete_person(s, x);
        break;
    }
}

static void people_action(struct screen *s, int action)
{
    struct people *p = of(s);
    const struct participant *x = selected(p);
    switch (action) {
    case PEOPLE_WALK_IN:
        ask_walk_in(s);
        break;
    case PEOPLE_LATE:
        ask_late(s);
        break;
    case PEOPLE_PANE:
        p->in_list = !p->in_list;
        break;
    case PEOPLE_IMPORT:
        import_ask(s);
        break;
    case PEOPLE_PRINT:
        people_print_list(s);
        break;
    default:
        if (x)
            person_action(s, action, x);
    }
}

static const char *people_why_not(struct screen *s, int action)
{
    if (ui_read_only(s->ui) && action != PEOPLE_PANE)
        return _("Berkas ini dibuka hanya untuk dibaca.");
    bool person = action == PEOPLE_PRESENT || action == PEOPLE_ABSENT || action == PEOPLE_REPRESENTED ||
                  action == PEOPLE_EDIT || action == PEOPLE_DELETE;
    return person && !selected(of(s)) ? _("Tidak ada orang yang cocok.") : NULL;
}

/* --- events --- */

static bool people_event(struct screen *s, const struct event *e)
{
    struct people *p = of(s);
    arena_reset(p->scratch);
    if (e->kind == EVENT_MOUSE) {
        p->in_list = !rect_has(p->find_at, e->x, e->y);
        return table_event(&p->table, e);
    }
    if (e->kind == EVENT_KEY && e->key == K_ESC && (p->in_list || !text_field_empty(&p->find))) {
        p->in_list = false;
        text_field_set(&p->find, "");
        screen_stale(s);
        return true;
    }
    if (!p->in_list && text_field_event(&p->find, e)) {
        screen_stale(s);
        return true;
    }
    if (!p->in_list && e->kind == EVENT_KEY && (e->key == K_HOME || e->key == K_END))
        return false;
    return table_event(&p->table, e);
}

static bool people_writing(struct screen *s)
{
    return !of(s)->in_list;
}

/* --- the picture --- */

static void people_draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct people *p = of(s);
    arena_reset(p->scratch);
    struct rect find = rect_take_top(&r, 1), foot = rect_take_bottom(&r, r.h > 3 ? 1 : 0);
    struct rect rule = rect_take_top(&r, r.h > 4 ? 1 : 0);
    int used = canvas_put(c, find.x, find.y, p->in_list ? STYLE_DIM : STYLE_STRONG, _("Cari nama atau instansi › "));
    p->find_at = find;
    text_field_draw(&p->find, c, (struct rect){find.x + used, find.y, find.w - used, 1}, STYLE_INPUT, !p->in_list);
    if (text_field_empty(&p->find))
        canvas_put_cut(c, find.x + used + 1, find.y, find.w - used - 1, STYLE_DIM, _("dua huruf cukup, Enter = hadir"));
    canvas_hline(c, rule.x, rule.y, rule.w, STYLE_RULE);
    coverage_line_draw(c, foot, p->d->participant.v, p->d->participant.n, p->scratch);
    if (p->n_shown > 0)
        table_draw(&p->table, c, r, p->in_list);
    else
        canvas_put_wrapped(c, r, STYLE_DIM,
                           p->d->participant.n == 0
                               ? _("Belum ada peserta. Ctrl-N mencatat tamu, atau impor daftar undangan dari CSV (F2, i).")
                               : _("Tidak ada yang cocok. Ctrl-N mencatatnya sebagai tamu."));
}

/* --- opening --- */

static enum err_code people_open(struct screen *s, const void *arg, struct err *e)
{
    struct people *p = of(s);
    (void)arg;
    (void)e;
    p->scratch = arena_new();
    text_field_init(&p->find, false, 200);
    p->table = (struct table){
        .columns = columns, .n_columns = (int)(sizeof columns / sizeof *columns), .rows = &rows, .ctx = p};
    return ERR_NONE;
}

static void people_close(struct screen *s)
{
    struct people *p = of(s);
    text_field_done(&p->find);
    table_done(&p->table);
    arena_free(p->scratch);
}

static enum err_code people_load(struct screen *s, struct err *e)
{
    struct people *p = of(s);
    if (read_frame(ui_app(s->ui), s->arena, &p->d, e) != ERR_NONE)
        return e->code;
    p->match = match_new(s->arena, p->d->participant.v, p->d->participant.n);
    show(s);
    return ERR_NONE;
}

static const struct key_row people_keys[] = {
    {K_ENTER, L_HADIR, N_("hadir"), N_("Tandai hadir (sekali lagi: batal)"), PEOPLE_PRESENT, KEY_FOOTER, NULL},
    {K_CTRL('R'), L_DIWAKILI, N_("diwakili"), N_("Diwakili oleh …: tulis nama yang datang"), PEOPLE_REPRESENTED, KEY_FOOTER,
     NULL},
    {K_CTRL('N'), L_TAMBAH, N_("tambah tamu"), N_("Catat tamu yang tidak ada di daftar, satu baris"), PEOPLE_WALK_IN,
     KEY_FOOTER, NULL},
    {K_TAB, K_BACKTAB, N_("daftar"), N_("Pindah antara baris cari dan daftar"), PEOPLE_PANE, KEY_FOOTER, NULL},
    {K_CTRL('B'), 0, N_("terlambat"), N_("Catat sekaligus yang terlambat, dari nomor di kertas"), PEOPLE_LATE, 0, NULL},
    {L_UBAH, 0, N_("ubah"), N_("Buka isian orang ini"), PEOPLE_EDIT, KEY_FOOTER | KEY_ROWS, NULL},
    {0, 0, N_("Tidak hadir"), N_("Tandai tidak hadir"), PEOPLE_ABSENT, 0, NULL},
    {L_IMPOR, 0, N_("impor CSV"), N_("Impor daftar undangan dari berkas CSV"), PEOPLE_IMPORT, KEY_ROWS, NULL},
    {L_PRATINJAU, 0, N_("pratinjau/cetak daftar hadir"), N_("Buat daftar hadir kosong sebagai PDF"), PEOPLE_PRINT,
     KEY_ROWS, NULL},
    {L_HAPUS, K_DEL, N_("hapus"), N_("Hapus orang ini dari daftar (dapat diurungkan)"), PEOPLE_DELETE, KEY_ROWS, NULL},
    KEYS_END,
};

const struct screen_class screen_people = {
    .id = "people",
    .title = N_("Peserta"),
    .help = N_("Ketik dua huruf dari nama atau instansi, lalu Enter: orang itu hadir. Tab pindah ke daftar; di sana huruf "
               "adalah perintah."),
    .keys = people_keys,
    .depends = BIT(participant) | BIT(session),
    .state_size = sizeof(struct people),
    .open = people_open,
    .close = people_close,
    .load = people_load,
    .draw = people_draw,
    .event = people_event,
    .action = people_action,
    .why_not = people_why_not,
    .writing = people_writing,
};
