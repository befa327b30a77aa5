/* The notes of the dialog, with a mark at those that an agreement came from. */
#include "config.h"

#include "app/draft_agreement.h"
#include "app/read.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/screens/agreement.h"

struct origins {
    struct id row; /* the agreement */
    struct list list;
    bool linked_only;
    bool placed; /* the selection was put on the first origin */
    struct dossier *d;
    struct contribution **v; /* shown ones */
    bool *linked;
    int n;
    struct arena *scratch;
};

enum { ORIGINS_TOGGLE = 1, ORIGINS_FILTER };

static struct origins *of(struct screen *s)
{
    return s->state;
}

/* --- rows --- */

static const char *wording_of(const struct contribution *c)
{
    return *TXT(c->wording) ? c->wording : TXT(c->text);
}

static const char *who(const struct origins *o, const struct contribution *c)
{
    const struct participant *p = dossier_participant(o->d, &c->speaker);
    return p                          ? TXT(p->name)
           : c->speaker_unsur == NONE ? ""
                                      : _(dict_enum_label(ENUMSET_unsur, c->speaker_unsur));
}

static int text_column(int width)
{
    return width >= 80 ? 36 : 22;
}

static int row_height(void *ctx, int i, int width)
{
    struct origins *o = ctx;
    int room = width - text_column(width);
    int n = room > 8 ? (int)text_wrap(o->scratch, wording_of(o->v[i]), room).n : 1;
    return n > 3 ? 3 : n;
}

static void row_draw(void *ctx, struct canvas *c, struct rect r, int i, bool focus)
{
    struct origins *o = ctx;
    const struct contribution *k = o->v[i];
    int column = text_column(r.w);
    (void)focus;
    canvas_put(c, r.x, r.y, STYLE_OK, o->linked[i] ? "✓" : " ");
    if (dossier_is_input(k))
        canvas_put_right(c, r.x + 2, r.y, 3, STYLE_STRONG,
                         arena_printf(o->scratch, "%lld", (long long)k->number));
    canvas_put_cut(c, r.x + 6, r.y, column - 17, STYLE_NORMAL, who(o, k));
    canvas_put_cut(c, r.x + column - 10, r.y, 9, STYLE_LABEL,
                   _(dict_enum_label(ENUMSET_contribution_kind, k->kind)));
    struct rect body = {r.x + column, r.y, r.w - column, r.h};
    canvas_put_wrapped(c, body, STYLE_NORMAL, wording_of(k));
}

static struct id row_id(void *ctx, int i)
{
    return ((struct origins *)ctx)->v[i]->id;
}

static const struct list_rows rows = {.draw = row_draw, .height = row_height, .id = row_id};

/* --- loading --- */

static enum err_code origins_open(struct screen *s, const void *arg, struct err *e)
{
    (void)e;
    of(s)->row = *(const struct id *)arg;
    of(s)->scratch = arena_new();
    return ERR_NONE;
}

static void origins_close(struct screen *s)
{
    list_done(&of(s)->list);
    arena_free(of(s)->scratch);
}

static bool is_linked(const struct dossier *d, const struct id *agreement, const struct id *note)
{
    for (size_t i = 0; i < d->agreement_contribution.n; i++) {
        const struct agreement_contribution *l = &d->agreement_contribution.v[i];
        if (id_eq(&l->agreement, agreement) && id_eq(&l->contribution, note))
            return true;
    }
    return false;
}

static enum err_code origins_load(struct screen *s, struct err *e)
{
    struct origins *o = of(s);
    if (read_dossier(ui_app(s->ui), s->arena, &o->d, e) != ERR_NONE)
        return e->code;
    size_t most = o->d->contribution.n;
    int first = -1;
    o->v = ARENA_ARRAY(s->arena, struct contribution *, most + 1);
    o->linked = ARENA_ARRAY(s->arena, bool, most + 1);
    o->n = 0;
    for (size_t i = 0; i < most; i++) {
        struct contribution *c = &o->d->contribution.v[i];
        bool linked = is_linked(o->d, &o->row, &c->id);
        if (c->kind == KIND_CATATAN_ACARA || (o->linked_only && !linked))
            continue;
        if (linked && first < 0)
            first = o->n;
        o->linked[o->n] = linked;
        o->v[o->n++] = c;
    }
    list_set(&o->list, o->n, &rows, o);
    if (!o->placed && first >= 0)
        list_select(&o->list, first, &rows, o);
    o->placed = true;
    return ERR_NONE;
}

static void origins_draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct origins *o = of(s);
    const struct agreement *g = dossier_agreement(o->d, &o->row);
    arena_reset(o->scratch);
    struct rect head = rect_take_top(&r, r.h > 3 ? 2 : 0);
    if (g && head.h > 0)
        canvas_put_cut(c, head.x, head.y, head.w, STYLE_TITLE,
                       arena_printf(o->scratch, _("Asal kesepakatan %lld: %s"),
                                    (long long)g->number, agreement_wording(g)));
    if (o->n == 0)
        canvas_put_wrapped(c, r, STYLE_DIM,
                           o->linked_only
                               ? _("Belum ada catatan yang ditandai. q menampilkan semua catatan.")
                               : _("Belum ada catatan pada Dialog."));
    else
        list_draw(&o->list, c, r, &rows, o, true);
}

/* --- events --- */

static bool origins_event(struct screen *s, const struct event *e)
{
    struct origins *o = of(s);
    arena_reset(o->scratch);
    return list_event(&o->list, e, &rows, o);
}

static void toggle(struct screen *s)
{
    struct origins *o = of(s);
    int i = o->list.sel;
    if (i < 0 || i >= o->n)
        return;
    struct job *j;
    struct link_agreement_args *x = link_agreement_job(ui_app(s->ui), &j);
    struct id *v = ARENA_ARRAY(job_arena(j), struct id, 1);
    v[0] = o->v[i]->id;
    x->agreement = o->row;
    x->contributions = v;
    x->n_contributions = 1;
    x->remove = o->linked[i];
    ui_post(s->ui, j);
}

static void origins_action(struct screen *s, int action)
{
    if (action == ORIGINS_TOGGLE) {
        toggle(s);
    } else {
        of(s)->linked_only = !of(s)->linked_only;
        screen_stale(s);
    }
}

static const char *origins_why_not(struct screen *s, int action)
{
    if (action == ORIGINS_TOGGLE && ui_read_only(s->ui))
        return _("Berkas ini dibuka hanya untuk dibaca.");
    return action == ORIGINS_TOGGLE && of(s)->n == 0 ? _("Belum ada catatan.") : NULL;
}

static const struct key_row keys[] = {
    {L_TANDAI, K_ENTER, N_("tandai"),
     N_("Tandai atau lepaskan catatan ini sebagai asal kesepakatan"), ORIGINS_TOGGLE, KEY_FOOTER,
     NULL},
    {L_SARING, 0, N_("saring"), N_("Hanya catatan yang sudah ditandai, atau semua"), ORIGINS_FILTER,
     KEY_FOOTER, NULL},
    KEYS_END,
};

const struct screen_class screen_origins = {
    .id = "origins",
    .title = N_("Asal kesepakatan"),
    .help = N_("Catatan dialog yang melahirkan kesepakatan ini. Tekan m pada sebuah catatan untuk "
               "menandai atau "
               "melepaskannya."),
    .keys = keys,
    .depends = BIT(contribution) | BIT(agreement) | BIT(agreement_contribution) | BIT(participant),
    .state_size = sizeof(struct origins),
    .open = origins_open,
    .close = origins_close,
    .load = origins_load,
    .draw = origins_draw,
    .event = origins_event,
    .action = origins_action,
    .why_not = origins_why_not,
};
