/* The berita acara and the attendance list as they will print, scrolled on the screen. */
#include "config.h"

#include <stdlib.h>

#include "app/export_document.h"
#include "base/i18n.h"
#include "base/text.h"
#include "doc/documents.h"
#include "ui/screens/berita_acara.h"

enum { WIDEST = 92 };

struct preview {
    int paper; /* index in paper_kinds */
    int top, page;
    int width; /* the text was laid out for; 0: not yet */
    struct document_tree *tree;
    struct export_result result;
    struct buf text;
    size_t *lines; /* offsets of lines in `text` */
    int n_lines;
};

enum { PREVIEW_NEXT_PAPER = 1, PREVIEW_DOWN, PREVIEW_UP, PREVIEW_END, PREVIEW_START };

static struct preview *of(struct screen *s)
{
    return s->state;
}

static void preview_close(struct screen *s)
{
    buf_done(&of(s)->text);
    free(of(s)->lines);
}

static enum err_code preview_load(struct screen *s, struct err *e)
{
    struct preview *p = of(s);
    const struct export_request in = {.document = paper_kinds[p->paper].code,
                                      .privacy = PRIVACY_ARSIP};
    p->width = 0;
    return export_tree(ui_app(s->ui), &in, s->arena, &p->tree, &p->result, e);
}

/* Lays the text out for this width; keeps the place when the width changed. */
static void lay_out(struct preview *p, int width, bool boxes)
{
    if (p->width == width)
        return;
    p->width = width;
    buf_clear(&p->text);
    text_write_tree(p->tree, width, boxes, &p->text);
    free(p->lines);
    const char *s = buf_str(&p->text);
    size_t cap = 1;
    for (const char *t = s; *t; t++)
        cap += *t == '\n';
    p->lines = mem_zalloc(cap * sizeof *p->lines);
    p->n_lines = 0;
    for (size_t at = 0; s[at];) {
        p->lines[p->n_lines++] = at;
        while (s[at] && s[at] != '\n')
            at++;
        at += s[at] == '\n';
    }
}

static void scroll_to(struct preview *p, int top)
{
    int most = p->n_lines - p->page;
    p->top = top < most ? top : most;
    p->top = p->top > 0 ? p->top : 0;
}

static void draw_line(struct preview *p, struct canvas *c, int x, int y, int w, int i,
                      struct arena *a)
{
    const char *s = buf_str(&p->text) + p->lines[i];
    size_t n = 0;
    while (s[n] && s[n] != '\n')
        n++;
    canvas_put_cut(c, x, y, w, STYLE_NORMAL, arena_memdup(a, s, n));
}

static void preview_draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct preview *p = of(s);
    struct rect head = rect_take_top(&r, r.h > 4 ? 2 : 0);
    struct arena *a = arena_new();
    int width = r.w < WIDEST ? r.w : WIDEST;
    lay_out(p, width > 20 ? width : 20, !canvas_ascii(c));
    p->page = r.h;
    scroll_to(p, p->top);
    if (head.h > 0) {
        int used =
            canvas_put_cut(c, head.x, head.y, head.w, STYLE_TITLE,
                           arena_printf(a, "%s · %s", _(paper_kinds[p->paper].label),
                                        p->result.locked ? p->result.fingerprint : _("DRAF")));
        int last = p->top + r.h < p->n_lines ? p->top + r.h : p->n_lines;
        canvas_put_right(c, head.x + used + 1, head.y, head.w - used - 1, STYLE_DIM,
                         arena_printf(a, _("baris %d-%d dari %d"), p->n_lines ? p->top + 1 : 0,
                                      last, p->n_lines));
        canvas_hline(c, head.x, head.y + 1, head.w, STYLE_RULE);
    }
    for (int i = 0; i < r.h && p->top + i < p->n_lines; i++)
        draw_line(p, c, r.x + (r.w - width) / 2, r.y + i, width, p->top + i, a);
    canvas_cursor(c, r.x, r.y);
    arena_free(a);
}

static bool preview_event(struct screen *s, const struct event *e)
{
    struct preview *p = of(s);
    if (e->kind == EVENT_MOUSE && (e->mouse == MOUSE_UP || e->mouse == MOUSE_DOWN)) {
        scroll_to(p, p->top + (e->mouse == MOUSE_UP ? -3 : 3));
        return true;
    }
    if (e->kind != EVENT_KEY)
        return false;
    const struct {
        int key, to;
    } moves[] = {{K_UP, p->top - 1}, {K_DOWN, p->top + 1}};
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
        if (moves[i].key == e->key) {
            scroll_to(p, moves[i].to);
            return true;
        }
    return false;
}

static void preview_action(struct screen *s, int action)
{
    struct preview *p = of(s);
    int page = p->page > 2 ? p->page - 1 : 1;
    switch (action) {
    case PREVIEW_NEXT_PAPER:
        p->paper = paper_kinds[p->paper + 1].code ? p->paper + 1 : 0;
        p->top = 0;
        screen_stale(s);
        break;
    case PREVIEW_DOWN:
        scroll_to(p, p->top + page);
        break;
    case PREVIEW_UP:
        scroll_to(p, p->top - page);
        break;
    case PREVIEW_START:
        scroll_to(p, 0);
        break;
    case PREVIEW_END:
        scroll_to(p, p->n_lines);
        break;
    }
}

static const struct key_row keys[] = {
    {K_PGDN, ' ', N_("turun"), N_("Satu layar ke bawah"), PREVIEW_DOWN, KEY_FOOTER, NULL},
    {K_PGUP, K_BACKSPACE, N_("naik"), N_("Satu layar ke atas"), PREVIEW_UP, KEY_FOOTER, NULL},
    {K_HOME, K_CTRL_HOME, N_("awal"), N_("Ke awal naskah"), PREVIEW_START, KEY_SECRET, NULL},
    {K_END, K_CTRL_END, N_("akhir"), N_("Ke akhir naskah"), PREVIEW_END, KEY_FOOTER, NULL},
    {K_TAB, K_BACKTAB, N_("dokumen lain"), N_("Pratinjau dokumen lain: daftar hadir"),
     PREVIEW_NEXT_PAPER, KEY_FOOTER, NULL},
    KEYS_END,
};

const struct screen_class screen_preview = {
    .id = "preview",
    .title = N_("Pratinjau"),
    .help =
        N_("Naskah seperti akan dicetak, dengan huruf layar. Tab ke dokumen lain, Esc kembali."),
    .keys = keys,
    .depends = ~0u,
    .state_size = sizeof(struct preview),
    .close = preview_close,
    .load = preview_load,
    .draw = preview_draw,
    .event = preview_event,
    .action = preview_action,
};
