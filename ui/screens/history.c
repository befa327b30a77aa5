/* Riwayat: who changed what, when; an older action can be brought back. */
#include "config.h"

#include "app/history_words.h"
#include "app/read.h"
#include "app/undo.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/list.h"
#include "ui/screens/all.h"

#define PAGE 200
#define WIDEST 200 /* cells of a value */

struct history {
    struct list list;
    struct history_group *v;  /* in the screen's arena, newest first */
    const char **titles;      /* of each group, what was done in words */
    const char ***lines;      /* and all that changed */
    size_t n;
    int limit;
};

enum { ACT_REVERT = 1 };

/* --- words --- */

static const char *kind_words(const struct history_view *view, const struct history_group *g, struct arena *a)
{
    const char *words = history_group_title(view, g, a);
    switch (g->kind) {
    case GROUP_UNDO:
        return arena_printf(a, _("mengurungkan: %s"), words);
    case GROUP_REDO:
        return arena_printf(a, _("mengulangi: %s"), words);
    default:
        return words;
    }
}

static const char *when(struct screen *s, int64_t at, struct arena *a)
{
    char clock[DATE_TEXT];
    enum zone z = ui_zone(s->ui);
    int64_t day = stamp_day(at, z);
    int d = 0;
    int m = 1;
    stamp_seconds(at, z, clock);
    if (day == ui_today(s->ui))
        return arena_strdup(a, clock);
    date_split(day, NULL, &m, &d);
    return arena_printf(a, "%d %s %s", d, _(date_month_short(m)), clock);
}

static const char *change_line(const struct history_view *view, const struct history_change *ch, struct arena *a)
{
    const struct field *f = dict_field(ch->entity, ch->field);
    const char *before = history_value_words(view, ch, &ch->before, WIDEST, a);
    const char *after = history_value_words(view, ch, &ch->after, WIDEST, a);
    return arena_printf(a, "%s · %s: %s → %s", _(dict_entity(ch->entity)->label), _(f->label), before ? before : "—",
                        after ? after : "—");
}

/* --- list --- */

static void draw_row(void *ctx, struct canvas *c, struct rect r, int i, bool focus)
{
    struct screen *s = ctx;
    struct history *h = s->state;
    const struct history_group *g = &h->v[i];
    struct arena *a = arena_new();
    (void)focus;
    canvas_put_right(c, r.x, r.y, 15, STYLE_DIM, when(s, g->at, a));
    canvas_put_cut(c, r.x + 17, r.y, 14, STYLE_LABEL, TXT(g->person));
    canvas_put_cut(c, r.x + 32, r.y, r.w - 32, STYLE_NORMAL, h->titles[i]);
    arena_free(a);
}

static struct id row_id(void *ctx, int i)
{
    struct screen *s = ctx;
    struct history *h = s->state;
    return h->v[i].id;
}

static const struct list_rows rows = {.draw = draw_row, .id = row_id};

static enum err_code open(struct screen *s, const void *arg, struct err *e)
{
    struct history *h = s->state;
    (void)arg;
    (void)e;
    h->limit = PAGE;
    return ERR_NONE;
}

/* Here and not while drawing, because references are looked up in the file. */
static void write_lines(struct screen *s)
{
    struct history *h = s->state;
    const struct history_view view = {ui_app(s->ui), ui_today(s->ui), ui_proyektor(s->ui)};
    h->titles = ARENA_ARRAY(s->arena, const char *, h->n + 1);
    h->lines = ARENA_ARRAY(s->arena, const char **, h->n + 1);
    for (size_t i = 0; i < h->n; i++) {
        const struct history_group *g = &h->v[i];
        h->titles[i] = kind_words(&view, g, s->arena);
        h->lines[i] = ARENA_ARRAY(s->arena, const char *, g->n_changes + 1);
        for (size_t k = 0; k < g->n_changes; k++)
            h->lines[i][k] = change_line(&view, &g->changes[k], s->arena);
    }
}

static enum err_code load(struct screen *s, struct err *e)
{
    struct history *h = s->state;
    h->n = 0;
    enum err_code code = read_history(ui_app(s->ui), &ID_NONE, h->limit, s->arena, &h->v, &h->n, e);
    if (code == ERR_NONE)
        write_lines(s);
    h->list.more_below = (int)h->n == h->limit; /* older ones are loaded when somebody goes there */
    list_set(&h->list, code == ERR_NONE ? (int)h->n : 0, &rows, s);
    return code;
}

static void draw_detail(struct screen *s, struct canvas *c, struct rect r)
{
    struct history *h = s->state;
    const struct history_group *g = &h->v[h->list.sel];
    struct arena *a = arena_new();
    canvas_hline(c, r.x, r.y, r.w, STYLE_RULE);
    rect_take_top(&r, 1);
    if (g->reason && r.h > 0)
        canvas_printf(c, r.x + 1, rect_take_top(&r, 1).y, STYLE_STRONG, _("Alasan: %s"), g->reason);
    for (size_t i = 0; i < g->n_changes && r.h > 0; i++) {
        struct rect line = rect_take_top(&r, 1);
        bool last = r.h == 0 && i + 1 < g->n_changes;
        const char *text = last ? arena_printf(a, _("… dan %zu hal lain"), g->n_changes - i) : h->lines[h->list.sel][i];
        canvas_put_cut(c, line.x + 1, line.y, line.w - 2, last ? STYLE_DIM : STYLE_NORMAL, text);
    }
    arena_free(a);
}

static void draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct history *h = s->state;
    if (h->n == 0) {
        canvas_put_cut(c, r.x + 1, r.y, r.w - 2, STYLE_DIM, _("Belum ada perubahan."));
        return;
    }
    struct rect detail = rect_take_bottom(&r, r.h / 3);
    list_draw(&h->list, c, r, &rows, s, true);
    if (detail.h > 1)
        draw_detail(s, c, detail);
}

static bool event(struct screen *s, const struct event *e)
{
    struct history *h = s->state;
    if (!list_event(&h->list, e, &rows, s))
        return false;
    if (h->list.sel == (int)h->n - 1 && (int)h->n == h->limit) { /* older ones, when they are looked for */
        h->limit += PAGE;
        screen_stale(s);
    }
    return true;
}

/* --- bringing back --- */

static void revert(struct screen *s, int tag, const struct popup_result *r)
{
    struct history *h = s->state;
    struct job *j = NULL;
    (void)tag;
    if (!r->ok || h->n == 0)
        return;
    struct revert_args *x = revert_job(ui_app(s->ui), &j);
    x->group = h->v[h->list.sel].id;
    ui_post(s->ui, j);
}

static void action(struct screen *s, int what)
{
    struct history *h = s->state;
    struct arena *a = ui_arena(s->ui);
    if (what != ACT_REVERT)
        return;
    const struct history_group *g = &h->v[h->list.sel];
    ui_confirm(s, 0,
               arena_printf(a, _("Kembalikan keadaan sebelum “%s” (%s)? Ini dicatat sebagai tindakan baru dan dapat diurungkan."),
                            h->titles[h->list.sel], when(s, g->at, a)),
               _("Kembalikan"), revert);
}

static const char *why_not(struct screen *s, int what)
{
    struct history *h = s->state;
    if (what != ACT_REVERT)
        return NULL;
    if (ui_read_only(s->ui))
        return _("Sesi ini dibuka hanya untuk dibaca.");
    if (h->n == 0)
        return _("Belum ada perubahan.");
    enum group_kind k = h->v[h->list.sel].kind;
    if (k == GROUP_LOCK || k == GROUP_UNLOCK || k == GROUP_ERASE)
        return _("Penguncian dan penghapusan data tidak dapat dikembalikan dari sini.");
    return NULL;
}

static void close_history(struct screen *s)
{
    struct history *h = s->state;
    list_done(&h->list);
}

static const struct key_row keys[] = {
    {K_ENTER, 0, N_("kembalikan"), N_("Kembalikan keadaan sebelum tindakan ini"), ACT_REVERT, KEY_FOOTER, NULL},
    KEYS_END,
};

const struct screen_class screen_history = {
    .id = "history",
    .title = N_("Riwayat"),
    .help = N_("Semua tindakan, yang terbaru di atas: jam, siapa, apa. Di bawah: isi sebelum dan sesudahnya."),
    .keys = keys,
    .depends = ~0u,
    .state_size = sizeof(struct history),
    .open = open,
    .close = close_history,
    .load = load,
    .draw = draw,
    .event = event,
    .action = action,
    .why_not = why_not,
};
