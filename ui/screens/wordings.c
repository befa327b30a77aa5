/* Earlier wordings of one agreement, from the change log, and bringing one back. */
#include "config.h"

#include "app/read.h"
#include "app/set_field.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/screens/agreement.h"

struct wordings {
    struct id row;
    struct list list;
    struct field_version *v;
    int n;
    struct agreement now;
    enum zone zone;
    struct arena *scratch;
};

enum { WORDINGS_BRING_BACK = 1 };

static struct wordings *of(struct screen *s)
{
    return s->state;
}

static const char *words_of(const struct wordings *w, int i)
{
    const struct field_version *v = &w->v[i];
    if (v->erased)
        return _("(sudah dihapus menurut aturan data pribadi)");
    return v->value.type == VALUE_TEXT ? arena_memdup(w->scratch, v->value.p, v->value.n)
                                       : _("(kosong)");
}

static bool equals_now(const struct wordings *w, int i)
{
    struct value now = value_text(w->now.recommendation);
    return value_eq(&w->v[i].value, &now);
}

/* Of equal wordings the newest is the present one; the others were brought back or written again. */
static bool is_now(const struct wordings *w, int i)
{
    bool now = equals_now(w, i);
    for (int k = i + 1; k < w->n && now; k++)
        now = !equals_now(w, k);
    return now;
}

static int row_height(void *ctx, int i, int width)
{
    const struct wordings *w = ctx;
    return 1 + (int)text_wrap(w->scratch, words_of(w, i), width > 4 ? width - 2 : 1).n;
}

static void row_draw(void *ctx, struct canvas *c, struct rect r, int i, bool focus)
{
    const struct wordings *w = ctx;
    const struct field_version *v = &w->v[i];
    char clock[DATE_TEXT], day[DATE_TEXT];
    (void)focus;
    canvas_printf(c, r.x, r.y, STYLE_LABEL, "%s %s  %s%s",
                  date_shown(stamp_day(v->at, w->zone), day), stamp_clock(v->at, w->zone, clock),
                  TXT(v->person), is_now(w, i) ? _("   (rumusan sekarang)") : "");
    struct rect body = {r.x + 2, r.y + 1, r.w - 2, r.h - 1};
    canvas_put_wrapped(c, body, STYLE_NORMAL, words_of(w, i));
}

static const struct list_rows rows = {.draw = row_draw, .height = row_height};

/* --- life --- */

static enum err_code wordings_open(struct screen *s, const void *arg, struct err *e)
{
    (void)e;
    of(s)->row = *(const struct id *)arg;
    of(s)->scratch = arena_new();
    return ERR_NONE;
}

static void wordings_close(struct screen *s)
{
    list_done(&of(s)->list);
    arena_free(of(s)->scratch);
}

static enum err_code wordings_load(struct screen *s, struct err *e)
{
    struct wordings *w = of(s);
    struct app *a = ui_app(s->ui);
    size_t n;
    w->zone = ui_zone(s->ui);
    if (read_row(a, ENTITY_agreement, &w->row, s->arena, &w->now, e) != ERR_NONE ||
        read_field_history(a, ENTITY_agreement, &w->row, agreement_F_recommendation, s->arena,
                           &w->v, &n, e) != ERR_NONE)
        return e->code;
    w->n = (int)n;
    list_set(&w->list, w->n, &rows, w);
    return ERR_NONE;
}

static void wordings_draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct wordings *w = of(s);
    arena_reset(w->scratch);
    struct rect head = rect_take_top(&r, r.h > 3 ? 2 : 0);
    if (head.h > 0)
        canvas_put_cut(c, head.x, head.y, head.w, STYLE_TITLE,
                       arena_printf(w->scratch, _("Rumusan kesepakatan %lld dari waktu ke waktu"),
                                    (long long)w->now.number));
    if (w->n == 0)
        canvas_put_wrapped(c, r, STYLE_DIM, _("Rumusan belum pernah ditulis."));
    else
        list_draw(&w->list, c, r, &rows, w, true);
}

static bool wordings_event(struct screen *s, const struct event *e)
{
    arena_reset(of(s)->scratch);
    return list_event(&of(s)->list, e, &rows, of(s));
}

static void wordings_action(struct screen *s, int action)
{
    struct wordings *w = of(s);
    const struct field_version *v = &w->v[w->list.sel];
    struct job *j;
    (void)action;
    struct set_field_args *x = set_field_job(ui_app(s->ui), &j);
    x->entity = ENTITY_agreement;
    x->row = w->row;
    x->field = agreement_F_recommendation;
    x->value = v->value;
    if (v->value.type == VALUE_TEXT)
        x->value.p = arena_memdup(job_arena(j), v->value.p, v->value.n);
    ui_post(s->ui, j);
    ui_say(s->ui, STYLE_OK, _("Rumusan lama dipakai lagi. Ctrl-Z mengurungkan."));
}

static const char *wordings_why_not(struct screen *s, int action)
{
    struct wordings *w = of(s);
    (void)action;
    if (ui_read_only(s->ui))
        return _("Berkas ini dibuka hanya untuk dibaca.");
    if (w->n == 0)
        return _("Rumusan belum pernah ditulis.");
    if (w->v[w->list.sel].erased)
        return _("Isi rumusan ini sudah dihapus dan tidak dapat diambil kembali.");
    return equals_now(w, w->list.sel) ? _("Rumusan ini sedang dipakai.") : NULL;
}

static const struct key_row keys[] = {
    {K_ENTER, 0, N_("pakai lagi"), N_("Pakai lagi rumusan yang dipilih"), WORDINGS_BRING_BACK,
     KEY_FOOTER, NULL},
    KEYS_END,
};

const struct screen_class screen_wordings = {
    .id = "wordings",
    .title = N_("Rumusan sebelumnya"),
    .help = N_("Semua rumusan kesepakatan ini sejak awal, dengan waktu dan penulisnya. Enter "
               "memakai lagi yang dipilih; "
               "rumusan sekarang tidak hilang dan dapat dipakai lagi juga."),
    .keys = keys,
    .depends = BIT(agreement),
    .state_size = sizeof(struct wordings),
    .open = wordings_open,
    .close = wordings_close,
    .load = wordings_load,
    .draw = wordings_draw,
    .event = wordings_event,
    .action = wordings_action,
    .why_not = wordings_why_not,
};
