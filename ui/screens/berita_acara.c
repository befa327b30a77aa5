#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/lock_text.h"
#include "app/read.h"
#include "app/whole_gate.h"
#include "base/i18n.h"
#include "base/text.h"
#include "doc/documents.h"
#include "ui/screens/agreement.h"
#include "ui/screens/berita_acara.h"
#include "ui/screens/dialog.h"
#include "ui/screens/people.h"

/* What the paper says of the session itself. */
static const int session_fields[] = {
    session_F_theme,  session_F_unit,       session_F_institution, session_F_unit_head,
    session_F_date,   session_F_start_time, session_F_zone,        session_F_place,
    session_F_town,   session_F_ba_title,   session_F_ba_number,   session_F_letterhead,
    session_F_copies, RECORD_FIELDS_END};
static const struct record_spec spec_session_paper = {
    .entity = ENTITY_session,
    .title = N_("Sesi"),
    .one = N_("Yang dicetak tentang sesi ini"),
    .empty = "",
    .fields = session_fields,
};

/* --- loading --- */

static enum err_code ba_open(struct screen *s, const void *arg, struct err *e)
{
    (void)arg;
    (void)e;
    ba_of(s)->scratch = arena_new();
    return ERR_NONE;
}

static void ba_close(struct screen *s)
{
    struct ba_view *v = ba_of(s);
    list_done(&v->list);
    for (int i = 0; i < v->n_sticks; i++)
        free(v->sticks[i]);
    free(v->sticks);
    free(v->reason);
    free(v->people);
    arena_free(v->scratch);
}

/* Names and numbers that people wrote into free text: the public version masks them. */
static void add_privacy(struct ba_view *v, size_t n, struct arena *a)
{
    if (n > 0)
        gate_add(&v->gate, a, GATE_LIHAT, "privacy", true, -1, NULL, -1,
                 arena_printf(
                     a,
                     _("Versi publikasi: %zu teks memuat nama atau nomor orang, akan disamarkan"),
                     n));
}

static void show_privacy(struct screen *s)
{
    struct ba_view *v = ba_of(s);
    struct buf b = BUF_INIT;
    const struct privacy_places p = privacy_places(v->d, v->scratch);
    for (size_t i = 0; i < p.n_hidden; i++)
        buf_printf(&b, "%s\n", p.hidden[i].text);
    if (p.n_perhaps > 0)
        buf_printf(&b, "\n%s\n", _("Mungkin nama orang, belum disamarkan:"));
    for (size_t i = 0; i < p.n_perhaps; i++)
        buf_printf(&b, "%s\n", p.perhaps[i].text);
    ui_message(s->ui, _("Disamarkan pada versi publikasi"), buf_str(&b));
    buf_done(&b);
}

/* In projector mode the private hints stay away from the wall; what needs a reason is counted all
 * the same. */
static void load_gate(struct screen *s)
{
    struct ba_view *v = ba_of(s);
    const struct privacy_places p = privacy_places(v->d, s->arena);
    struct gate all = whole_gate_with(v->d, &p, s->arena);
    bool wall = ui_proyektor(s->ui);
    v->penting = all.n_penting;
    v->gate = (struct gate){0};
    for (size_t i = 0; i < all.n; i++) {
        const struct gate_item *g = &all.v[i];
        if (!wall || !g->hidden)
            gate_add(&v->gate, s->arena, g->level, g->code, g->hidden, g->entity, &g->row, g->field,
                     g->text);
    }
    if (!wall)
        add_privacy(v, p.n_hidden, s->arena);
}

static void add_row(struct ba_view *v, enum ba_row_kind kind, const struct gate_item *item,
                    const struct signatory *g)
{
    struct ba_row *r = &v->rows[v->n_rows];
    *r = (struct ba_row){.kind = kind, .item = item, .signatory = g};
    r->id = g ? g->id
              : (struct id){{0xfe, (uint8_t)kind, (uint8_t)v->n_rows, (uint8_t)(v->n_rows >> 8)}};
    v->n_rows++;
}

/* While it is a draft what is missing comes first, afterwards who has signed. */
static void fill_rows(struct ba_view *v, struct arena *a)
{
    v->rows = ARENA_ARRAY(a, struct ba_row, v->gate.n + v->d->signatory.n + 2);
    v->n_rows = 0;
    for (int part = 0; part < 2; part++) {
        bool findings = (part == 0) == !v->lock;
        for (size_t i = 0; findings && i < v->gate.n; i++)
            if (!v->lock || v->gate.v[i].level != GATE_OK)
                add_row(v, BA_FINDING, &v->gate.v[i], NULL);
        if (findings)
            continue;
        add_row(v, BA_HEADING, NULL, NULL);
        for (size_t i = 0; i < v->d->signatory.n; i++)
            add_row(v, BA_SIGNATORY, NULL, &v->d->signatory.v[i]);
    }
}

/* Where work goes on: what is missing, or who signs. */
static int first_row(const struct ba_view *v)
{
    int i = 0;
    while (i + 1 < v->n_rows && v->rows[i].kind == BA_HEADING)
        i++;
    return i;
}

static enum err_code ba_load(struct screen *s, struct err *e)
{
    struct ba_view *v = ba_of(s);
    struct hash h;
    if (read_screen_dossier(ui_app(s->ui), s->arena, &v->d, e) != ERR_NONE)
        return e->code;
    load_gate(s);
    v->signing = stages_signing(v->d);
    v->lock = dossier_lock(v->d);
    v->fingerprint[0] = '\0';
    if (v->lock && v->lock->fingerprint && hash_parse_hex(v->lock->fingerprint, &h))
        hash_short(&h, v->fingerprint);
    fill_rows(v, s->arena);
    list_set(&v->list, v->n_rows, &ba_list_rows, v);
    if (v->was_locked != (v->lock != NULL))
        list_select(&v->list, first_row(v), &ba_list_rows, v);
    v->was_locked = v->lock != NULL;
    return ERR_NONE;
}

static struct id row_id(void *ctx, int i)
{
    return ((struct ba_view *)ctx)->rows[i].id;
}

const struct list_rows ba_list_rows = {.draw = ba_row_draw, .height = ba_row_height, .id = row_id};

const struct ba_row *ba_selected(struct ba_view *v)
{
    return v->list.sel >= 0 && v->list.sel < v->n_rows ? &v->rows[v->list.sel] : NULL;
}

/* --- Enter: the place of the finding --- */

static const struct record_spec *spec_of(int entity)
{
    static const struct {
        int entity;
        const struct record_spec *spec;
    } specs[] = {{ENTITY_session, &spec_session_paper}, {ENTITY_objection, &spec_objection},
                 {ENTITY_signatory, &spec_signatory},   {ENTITY_agenda, &spec_agenda},
                 {ENTITY_parked, &spec_parked},         {ENTITY_issue, &spec_issue}};
    for (size_t i = 0; i < sizeof specs / sizeof *specs; i++)
        if (specs[i].entity == entity)
            return specs[i].spec;
    return NULL;
}

/* Findings about the whole: the place where the missing thing is made. */
static void open_place(struct screen *s, const char *code)
{
    static const struct {
        const char *code;
        enum place place;
    } places[] = {{"agenda", PLACE_DIALOG},      {"inputs", PLACE_DIALOG},     {"inputs_issue", PLACE_DIALOG},
                  {"agreements", PLACE_MUFAKAT}, {"read_aloud", PLACE_MUFAKAT}, {"photos", PLACE_DOKUMENTASI},
                  {"session", PLACE_PERSIAPAN}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (strcmp(places[i].code, code) == 0)
            ui_go(s->ui, places[i].place);
    if (strcmp(code, "signatories") == 0 || strncmp(code, "variant_", 8) == 0)
        records_open(s->ui, &spec_signatory);
}

static void open_finding(struct screen *s, const struct gate_item *g)
{
    struct ba_view *v = ba_of(s);
    const struct record_spec *spec = spec_of(g->entity);
    if (strcmp(g->code, "privacy") == 0)
        show_privacy(s);
    else if (strcmp(g->code, "read_aloud") == 0 && g->level != GATE_OK && v->d->agreement.n > 0)
        read_aloud_open(s->ui, g->entity == ENTITY_agreement ? &g->row : &v->d->agreement.v[0].id);
    else if (g->entity == ENTITY_agreement)
        agreement_open(s->ui, &g->row);
    else if (g->entity == ENTITY_contribution)
        dialog_show(s->ui, &g->row);
    else if (g->entity == ENTITY_participant || strcmp(g->code, "attendance") == 0)
        ui_push(s->ui, &screen_people,
                id_is_none(&g->row) ? NULL : arena_memdup(ui_arena(s->ui), &g->row, sizeof g->row));
    else if (spec && !id_is_none(&g->row))
        record_form_open_at(s->ui, spec, &g->row, g->field);
    else
        open_place(s, g->code);
}

/* Who was led away wants to know the way back. */
static void say_way_back(struct screen *s, const struct gate_item *g)
{
    if (g->level != GATE_OK && !ui_popup_open(s->ui))
        ui_say(s->ui, STYLE_NORMAL, _("%s. Sesudah dilengkapi: F6 kembali ke Berita Acara."), g->text);
}

static void enter(struct screen *s)
{
    const struct ba_row *r = ba_selected(ba_of(s));
    if (!r)
        return;
    if (r->kind == BA_FINDING) {
        open_finding(s, r->item);
        say_way_back(s, r->item);
    } else if (r->kind == BA_HEADING)
        records_open(s->ui, &spec_signatory);
    else
        record_form_open(s->ui, &spec_signatory, &r->signatory->id);
}

/* --- events and commands --- */

static void stored(struct screen *s, const struct answer *answer)
{
    struct ba_view *v = ba_of(s);
    if (!answer->job || answer->err.code != ERR_NONE)
        return;
    struct id group = job_id(answer->job);
    if (!id_eq(&group, &v->group))
        return;
    const struct lock_text_args *x = v->said == BA_SAY_LOCKED ? job_given(answer->job) : NULL;
    v->group = ID_NONE;
    if (!x) {
        ui_say(s->ui, STYLE_NORMAL, _("Kunci dibuka. Naskah kembali menjadi draf."));
        return;
    }
    ui_say(
        s->ui, STYLE_OK,
        _("Naskah dikunci. Sidik: %s. Cetak rangkap dengan r, lalu catat tanda tangan dengan v."),
        x->ret_fingerprint);
}

static bool ba_event(struct screen *s, const struct event *e)
{
    struct ba_view *v = ba_of(s);
    arena_reset(v->scratch);
    if (e->kind == EVENT_STORED) {
        stored(s, e->answer);
        return false;
    }
    bool moved = list_event(&v->list, e, &ba_list_rows, v);
    if (moved && e->kind == EVENT_MOUSE && e->mouse == MOUSE_DOUBLE)
        enter(s);
    return moved;
}

static void ba_action(struct screen *s, int action)
{
    switch (action) {
    case BA_ENTER:
        enter(s);
        break;
    case BA_PREVIEW:
        ui_push(s->ui, &screen_preview, NULL);
        break;
    case BA_PACK:
        ba_pack_action(s);
        break;
    case BA_LIST:
        records_open(s->ui, &spec_signatory);
        break;
    case BA_LOCK:
    case BA_SIGN:
    case BA_ADD:
        ba_sign_action(s, action);
        break;
    default:
        ba_papers_action(s, action);
    }
}

static const char *ba_why_not(struct screen *s, int action)
{
    struct ba_view *v = ba_of(s);
    const struct ba_row *r = ba_selected(v);
    bool writes = action == BA_LOCK || action == BA_SIGN || action == BA_ADD;
    if (writes && ui_read_only(s->ui))
        return _("Berkas ini dibuka hanya untuk dibaca.");
    if (action == BA_SIGN && (!r || r->kind != BA_SIGNATORY))
        return v->d->signatory.n == 0 ? _("Belum ada penanda tangan. Tekan n untuk menambah.")
                                      : _("Pilih nama penanda tangan lebih dulu (panah).");
    if (action == BA_ADD && v->lock)
        return _("Naskah sudah dikunci. Buka kuncinya (l) untuk mengubah penanda tangan.");
    return NULL;
}

static const char *ba_label(struct screen *s, int action)
{
    return action == BA_LOCK && ba_of(s)->lock ? _("buka kunci") : NULL;
}

static const char *ba_about(struct screen *s, int tag, struct arena *a)
{
    const struct ba_view *v = ba_of(s);
    return tag == BA_ASK_STATE_REASON
               ? arena_printf(a, "%s/%s", ui_about_row(&v->target, a), dict_enum_code(ENUMSET_signing_state, v->state))
               : NULL;
}

void ba_popup_done(struct screen *s, int tag, const struct popup_result *p)
{
    if (!p->ok)
        return;
    if (tag <= BA_ASK_STICK)
        ba_papers_popup(s, tag, p);
    else if (tag <= BA_ASK_PACK_FOLDER)
        ba_pack_popup(s, tag, p);
    else
        ba_sign_popup(s, tag, p);
}

static const struct key_row keys[] = {
    {K_ENTER, 0, N_("buka"), N_("Buka tempat yang perlu dilengkapi"), BA_ENTER, 0, NULL},
    {L_PRATINJAU, 0, N_("pratinjau"), N_("Lihat berita acara seperti akan dicetak"), BA_PREVIEW,
     KEY_FOOTER, NULL},
    {L_DRAF, 0, N_("draf"),
     N_("Buat naskah: berita acara, daftar hadir, notula, laporan, undangan, tabel, dan lainnya"), BA_PDF, KEY_FOOTER,
     NULL},
    {L_RANGKAP, 0, N_("rangkap"), N_("Cetak lewat pencetak, beberapa rangkap"), BA_PRINT,
     KEY_FOOTER, NULL},
    {L_FLASHDISK, 0, N_("flashdisk"), N_("Simpan naskah dan berkas sesi ke flashdisk"), BA_STICK,
     KEY_FOOTER, NULL},
    {L_KUNCI, 0, N_("kunci"), N_("Kunci naskah sebelum ditandatangani, atau buka kuncinya"),
     BA_LOCK, KEY_FOOTER, NULL},
    {L_TANDA_TANGAN, 0, N_("tanda tangan"),
     N_("Catat: sudah, menyusul, atau tidak bersedia menandatangani"), BA_SIGN, KEY_FOOTER, NULL},
    {K_CTRL('F'), 0, N_("paket bukti"), N_("Paket bukti: semua naskah, data, dan foto dalam satu folder"), BA_PACK,
     KEY_FOOTER, NULL},
    {L_TAMBAH, K_INS, N_("tambah penanda tangan"), N_("Tambah penanda tangan dari daftar hadir"),
     BA_ADD, 0, NULL},
    {0, 0, N_("Daftar penanda tangan"), N_("Ubah, urutkan, atau hapus penanda tangan"), BA_LIST, 0,
     NULL},
    KEYS_END,
};

const struct screen_class screen_berita_acara = {
    .id = "berita_acara",
    .title = N_("Berita Acara"),
    .help = N_("Baris penting dan lihat menunjukkan yang belum lengkap; Enter membuka tempatnya. "
               "Sesudah itu pratinjau (p), "
               "kunci naskah (l), cetak rangkap (r), tanda tangan di kertas, lalu catat tanda "
               "tangan tiap orang (v)."),
    .place = PLACE_BERITA_ACARA,
    .keys = keys,
    .depends = ~0u,
    .state_size = sizeof(struct ba_view),
    .open = ba_open,
    .close = ba_close,
    .load = ba_load,
    .draw = ba_draw,
    .event = ba_event,
    .action = ba_action,
    .why_not = ba_why_not,
    .label = ba_label,
    .about = ba_about,
};
