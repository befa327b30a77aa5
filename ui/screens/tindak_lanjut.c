/* What became of the agreements: overdue first, with progress, proof and moved deadlines. */
#include "config.h"

#include <stdlib.h>

#include "app/follow_up.h"
#include "app/read.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/due.h"
#include "ui/form.h"
#include "ui/screens/agreement.h"
#include "ui/screens/tindak_lanjut.h"
#include "ui/table.h"

struct follow {
    struct table table;
    struct id target; /* agreement that a popup is about */
    struct dossier *d;
    const struct agreement **v; /* in the order of the screen */
    int n;
    int overdue;
    int64_t today;
    char *before; /* the note as it was when its prompt opened; NULL: none */
    struct arena *scratch;
};

enum { FOLLOW_EDIT = 1, FOLLOW_STATUS, FOLLOW_NOTE, FOLLOW_MOVE, FOLLOW_AGREEMENT };
enum { ASK_PROGRESS = 1, ASK_PROGRESS_NOTE, ASK_DEADLINE };

static const int fields[] = {
    agreement_F_progress,    agreement_F_percent,   agreement_F_progress_note, agreement_F_proof,
    agreement_F_action_plan, agreement_F_action_start, agreement_F_indicator, RECORD_FIELDS_END};
static const struct record_spec spec_follow_up = {
    .entity = ENTITY_agreement,
    .title = N_("Tindak lanjut"),
    .one = N_("Isian tindak lanjut"),
    .empty = "",
    .fields = fields,
};

static struct follow *of(struct screen *s)
{
    return s->state;
}

static const struct agreement *selected(const struct follow *f)
{
    int i = f->table.list.sel;
    return i >= 0 && i < f->n ? f->v[i] : NULL;
}

/* --- the table --- */

enum { C_NUMBER, C_WHAT, C_RESPONSIBLE, C_DUE, C_LATE, C_PROGRESS, C_PERCENT };
static const struct column columns[] = {{N_("No"), 2, 0, 0, true},
                                        {N_("Kesepakatan"), 18, 3, 0, false},
                                        {N_("Penanggung jawab"), 16, 1, 96, false},
                                        {N_("Batas"), 11, 0, 0, false},
                                        {N_("Terlambat"), 9, 0, 76, true},
                                        {N_("Status"), 11, 0, 0, false},
                                        {N_("%"), 4, 0, 0, true}};

static const char *cell(void *ctx, struct arena *a, int row, int column, enum style *style)
{
    const struct follow *f = ctx;
    const struct agreement *g = f->v[row];
    int64_t late = due_overdue_days(f->d, g, f->today);
    bool done = g->progress == PROGRESS_SELESAI;
    *style = done ? STYLE_DIM : STYLE_NORMAL;
    switch (column) {
    case C_NUMBER:
        return arena_printf(a, "%lld", (long long)g->number);
    case C_WHAT:
        return agreement_wording(g);
    case C_RESPONSIBLE:
        return g->responsible ? g->responsible : "—";
    case C_DUE:
        *style = late > 0 ? STYLE_ERROR : *style;
        return agreement_short_date(due_effective(f->d, g), a);
    case C_LATE:
        *style = STYLE_ERROR;
        return late > 0 ? arena_printf(a, _("%lld hari"), (long long)late) : NULL;
    case C_PROGRESS:
        *style = done ? STYLE_OK : *style;
        return _(
            dict_enum_label(ENUMSET_progress, g->progress == NONE ? PROGRESS_BELUM : g->progress));
    default:
        return arena_printf(a, "%lld", (long long)(g->percent == NONE ? 0 : g->percent));
    }
}

static struct id row_id(void *ctx, int row)
{
    return ((const struct follow *)ctx)->v[row]->id;
}

static const struct table_rows rows = {.cell = cell, .id = row_id};

/* --- loading --- */

static enum err_code follow_open(struct screen *s, const void *arg, struct err *e)
{
    struct follow *f = of(s);
    (void)arg;
    (void)e;
    f->scratch = arena_new();
    f->table = (struct table){.columns = columns,
                              .n_columns = (int)(sizeof columns / sizeof *columns),
                              .rows = &rows,
                              .ctx = f};
    return ERR_NONE;
}

static void follow_close(struct screen *s)
{
    table_done(&of(s)->table);
    free(of(s)->before);
    arena_free(of(s)->scratch);
}

/* What was agreed; what was put off or refused has nothing to follow up unless somebody began. */
static bool belongs(const struct agreement *g)
{
    return g->status == STATUS_MUFAKAT || g->status == STATUS_DENGAN_CATATAN || g->progress != NONE;
}

static enum err_code follow_load(struct screen *s, struct err *e)
{
    struct follow *f = of(s);
    if (read_frame(ui_app(s->ui), s->arena, &f->d, e) != ERR_NONE)
        return e->code;
    f->today = ui_today(s->ui);
    size_t *order = due_order(f->d, s->arena);
    f->v = ARENA_ARRAY(s->arena, const struct agreement *, f->d->agreement.n + 1);
    f->n = f->overdue = 0;
    for (size_t i = 0; i < f->d->agreement.n; i++) {
        const struct agreement *g = &f->d->agreement.v[order[i]];
        if (!belongs(g))
            continue;
        f->v[f->n++] = g;
        f->overdue += due_overdue_days(f->d, g, f->today) > 0;
    }
    table_set(&f->table, f->n);
    return ERR_NONE;
}

/* --- the picture --- */

/* "Batas dipindah 2 Feb 2027: dari 15 Januari 2027 (menunggu anggaran)" per move, oldest first. */
static const char *moves_words(struct follow *f, const struct agreement *g)
{
    const char *words = NULL;
    for (size_t i = 0; i < f->d->deadline_move.n; i++) {
        const struct deadline_move *m = &f->d->deadline_move.v[i];
        char old[DATE_TEXT], new[DATE_TEXT];
        if (!id_eq(&m->agreement, &g->id))
            continue;
        const char *one = arena_printf(f->scratch, _("batas dipindah dari %s ke %s: %s"),
                                       m->old_due == NONE ? "—" : date_shown(m->old_due, old),
                                       date_shown(m->new_due, new), TXT(m->reason));
        words = words ? arena_printf(f->scratch, "%s; %s", words, one) : one;
    }
    return words;
}

/* False: there was no room for all of it. */
static bool put_fact(struct canvas *c, struct rect *r, const char *label, const char *words)
{
    if (!words || !*words)
        return true;
    if (r->h <= 0)
        return false;
    struct rect body = {r->x + 18, r->y, r->w - 18, r->h};
    canvas_put_cut(c, r->x, r->y, 17, STYLE_LABEL, label);
    int lines = canvas_put_wrapped(c, body, STYLE_NORMAL, words);
    bool all = lines <= r->h;
    rect_take_top(r, lines);
    return all;
}

static void draw_selected(struct follow *f, struct canvas *c, struct rect r)
{
    const struct agreement *g = selected(f);
    if (!g)
        return;
    const char *lines[] = {g->progress_note, g->proof,     moves_words(f, g),
                           g->action_plan,   g->indicator, g->responsible};
    const char *const labels[] = {_("Catatan"),      _("Bukti"),     _("Batas waktu"),
                                  _("Rencana aksi"), _("Indikator"), _("Penanggung jawab")};
    struct rect last = {r.x, r.y + r.h - 1, r.w, 1};
    bool all = true;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        all = put_fact(c, &r, labels[i], lines[i]) && all;
    if (!all)
        canvas_put_right(c, last.x, last.y, last.w, STYLE_KEY, _(" … Enter: semua"));
}

static void draw_head(struct follow *f, struct canvas *c, struct rect r)
{
    int done = 0;
    for (int i = 0; i < f->n; i++)
        done += f->v[i]->progress == PROGRESS_SELESAI;
    const char *late =
        f->overdue ? arena_printf(f->scratch, _(", %d lewat batas"), f->overdue) : "";
    int used = canvas_put(c, r.x, r.y, STYLE_TITLE, _("TINDAK LANJUT"));
    canvas_put_right(c, r.x + used + 1, r.y, r.w - used - 1, f->overdue ? STYLE_WARN : STYLE_DIM,
                     arena_printf(f->scratch, _("%d dari %d selesai%s"), done, f->n, late));
}

static void follow_draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct follow *f = of(s);
    arena_reset(f->scratch);
    struct rect head = rect_take_top(&r, r.h > 3 ? 2 : 0);
    if (head.h > 0)
        draw_head(f, c, head);
    if (f->n == 0) {
        canvas_put_wrapped(c, r, STYLE_DIM,
                           _("Belum ada kesepakatan yang disetujui. Sesudah forum mencapai mufakat "
                             "(F5), pelaksanaannya "
                             "dicatat di sini."));
        return;
    }
    int below = r.h >= 16 ? 8 : r.h >= 10 ? 4 : 0;
    struct rect low = rect_take_bottom(&r, below);
    if (below) {
        canvas_hline(c, low.x, low.y, low.w, STYLE_RULE);
        rect_take_top(&low, 1);
        draw_selected(f, c, low);
    }
    table_draw(&f->table, c, r, true);
}

/* --- commands --- */

static void popup_done_here(struct screen *s, int tag, const struct popup_result *p);

static void ask_status(struct screen *s, const struct agreement *g)
{
    const struct enum_set *set = dict_enum(ENUMSET_progress);
    const char *words[progress_COUNT];
    for (int i = 0; i < set->n; i++)
        words[i] = _(set->v[i].label);
    ui_choose(s, ASK_PROGRESS, _("Status tindak lanjut"), words, set->n,
              g->progress == NONE ? 0 : (int)g->progress, popup_done_here);
}

static void ask_deadline(struct screen *s, const struct agreement *g)
{
    char day[DATE_TEXT];
    int64_t due = due_effective(of(s)->d, g);
    struct form *form = form_new(ui_today(s->ui));
    form_add(form, ENTITY_deadline_move, deadline_move_F_new_due);
    form_add(form, ENTITY_deadline_move, deadline_move_F_reason);
    form_set_hint(form, 0,
                  arena_printf(of(s)->scratch, _("sekarang %s; yang lama tetap terlihat"),
                               due == NONE ? "—" : date_shown(due, day)));
    ui_form(s, ASK_DEADLINE, _("Tunda batas waktu"), form, popup_done_here);
}

static struct follow_up_args *follow_job(struct screen *s, struct job **j)
{
    struct follow_up_args *x = follow_up_job(ui_app(s->ui), j);
    x->agreement = of(s)->target;
    return x;
}

/* A DATE of a form comes as its stored text. */
static int64_t day_of(struct value v)
{
    struct deadline_move m;
    record_init(&m, ENTITY_deadline_move);
    return record_set(&m, ENTITY_deadline_move, deadline_move_F_new_due, &v) ? m.new_due : NONE;
}

static void move_deadline(struct screen *s, struct form *form)
{
    struct job *j;
    struct move_deadline_args *x = move_deadline_job(ui_app(s->ui), &j);
    struct value reason = form_value(form, 1);
    x->agreement = of(s)->target;
    x->due = day_of(form_value(form, 0));
    x->reason = reason.type == VALUE_TEXT ? arena_memdup(job_arena(j), reason.p, reason.n) : NULL;
    ui_post(s->ui, j);
}

static void popup_done_here(struct screen *s, int tag, const struct popup_result *p)
{
    struct job *j;
    if (!p->ok)
        return;
    switch (tag) {
    case ASK_PROGRESS:
        follow_job(s, &j)->progress = p->choice;
        ui_post(s->ui, j);
        break;
    case ASK_PROGRESS_NOTE: {
        struct follow_up_args *x = follow_job(s, &j);
        x->note = job_text(j, p->text);
        x->has_seen = true;
        x->seen_note = job_text(j, of(s)->before);
        ui_post(s->ui, j);
        break;
    }
    case ASK_DEADLINE:
        move_deadline(s, p->form);
        break;
    }
}

static void follow_action(struct screen *s, int action)
{
    struct follow *f = of(s);
    const struct agreement *g = selected(f);
    if (!g)
        return;
    f->target = g->id;
    switch (action) {
    case FOLLOW_EDIT:
        record_form_open(s->ui, &spec_follow_up, &g->id);
        break;
    case FOLLOW_STATUS:
        ask_status(s, g);
        break;
    case FOLLOW_NOTE:
        free(f->before);
        f->before = g->progress_note ? mem_strdup(g->progress_note) : NULL;
        ui_prompt(s, ASK_PROGRESS_NOTE, _("Catatan tindak lanjut"), NULL, g->progress_note, true,
                  popup_done_here);
        break;
    case FOLLOW_MOVE:
        ask_deadline(s, g);
        break;
    case FOLLOW_AGREEMENT:
        agreement_open(s->ui, &g->id);
        break;
    }
}

static const char *follow_why_not(struct screen *s, int action)
{
    if (ui_read_only(s->ui) && action != FOLLOW_AGREEMENT)
        return _("Berkas ini dibuka hanya untuk dibaca.");
    return of(s)->n == 0 ? _("Belum ada kesepakatan yang disetujui.") : NULL;
}

static bool follow_event(struct screen *s, const struct event *e)
{
    arena_reset(of(s)->scratch);
    return table_event(&of(s)->table, e);
}

static const struct key_row keys[] = {
    {K_ENTER, L_UBAH, N_("ubah isian"), N_("Isi status, persen, catatan, bukti, dan rencana aksi"),
     FOLLOW_EDIT, KEY_FOOTER, NULL},
    {L_GANTI_STATUS, 0, N_("status"),
     N_("Ganti status: belum, proses, selesai, tidak dapat dilaksanakan"), FOLLOW_STATUS,
     KEY_FOOTER, NULL},
    {L_CATATAN, 0, N_("tulis catatan"), N_("Tulis catatan tindak lanjut"), FOLLOW_NOTE, KEY_FOOTER,
     NULL},
    {L_TUNDA, 0, N_("tunda batas"),
     N_("Pindahkan batas waktu, dengan alasan; yang lama tetap terlihat"), FOLLOW_MOVE, KEY_FOOTER,
     NULL},
    {0, 0, N_("Buka kesepakatan"), N_("Lihat kesepakatan ini dengan sikap tiap unsur"),
     FOLLOW_AGREEMENT, 0, NULL},
    KEYS_END,
};

static const char *follow_about(struct screen *s, int tag, struct arena *a)
{
    (void)tag;
    return ui_about_row(&of(s)->target, a);
}

const struct screen_class screen_tindak_lanjut = {
    .id = "tindak_lanjut",
    .title = N_("Tindak Lanjut"),
    .help = N_("Pelaksanaan kesepakatan sesudah forum: yang lewat batas di atas. Enter membuka "
               "isian; g mengganti status; "
               "t memindahkan batas waktu dengan alasan."),
    .place = PLACE_TINDAK_LANJUT,
    .keys = keys,
    .depends = BIT(session) | BIT(agreement) | BIT(deadline_move),
    .state_size = sizeof(struct follow),
    .open = follow_open,
    .close = follow_close,
    .load = follow_load,
    .draw = follow_draw,
    .event = follow_event,
    .action = follow_action,
    .why_not = follow_why_not,
    .about = follow_about,
};
