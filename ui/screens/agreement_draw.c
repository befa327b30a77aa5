/* part of `agreement.h`: the picture of one agreement */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "ui/screens/agreement.h"

enum { ROW_LINES = 3, HEAD_LINES = 4, NARROW = 70 };

/* --- rows: mark 1, label, stance, note --- */

struct row_widths {
    int label, left, right;
};

static struct row_widths widths(int width, const struct agreement_row *r)
{
    struct row_widths w = {.label = width >= 110 ? 34 : width >= NARROW ? 27 : 20};
    w.left = r->kind == ROW_FACT ? -1 : width >= 110 ? 30 : width >= NARROW ? 22 : 18;
    w.right = width - 1 - w.label - 1 - w.left - 1;
    w.right = w.right > 1 ? w.right : 1;
    return w;
}

int agreement_row_height(void *ctx, int i, int width)
{
    const struct agreement_view *v = ctx;
    const struct agreement_row *r = &v->rows[i];
    struct row_widths w = widths(width, r);
    int n = (int)text_wrap(v->scratch, r->right, w.right).n;
    int left = r->kind == ROW_FACT ? 1 : (int)text_wrap(v->scratch, r->left, w.left).n;
    n = left > n ? left : n;
    return n > ROW_LINES ? ROW_LINES : n;
}

static void draw_note(const struct agreement_view *v, struct canvas *c, struct rect r,
                      const struct agreement_row *row)
{
    struct text_lines lines = text_wrap(v->scratch, row->right, r.w);
    for (int k = 0; k < r.h && (size_t)k < lines.n; k++) {
        const char *line = arena_memdup(v->scratch, row->right + lines.v[k].off, lines.v[k].len);
        bool more = k == r.h - 1 && lines.n > (size_t)r.h;
        canvas_put_cut(c, r.x, r.y + k, r.w, row->right_style,
                       more ? arena_printf(v->scratch, "%s …", line) : line);
    }
}

/* The number of people stays readable when the name of the unsur does not fit. */
static void draw_label(const struct agreement_view *v, struct canvas *c, int x, int y, int cells,
                       const struct agreement_row *row)
{
    const char *count =
        row->kind == ROW_UNSUR ? arena_printf(v->scratch, " (%lld)", (long long)row->present) : "";
    int room = cells - (int)strlen(count);
    int used = canvas_put_cut(c, x, y, room, row->kind == ROW_FACT ? STYLE_LABEL : STYLE_NORMAL,
                              row->label);
    canvas_put(c, x + used, y, STYLE_NORMAL, count);
}

void agreement_row_draw(void *ctx, struct canvas *c, struct rect r, int i, bool focus)
{
    const struct agreement_view *v = ctx;
    const struct agreement_row *row = &v->rows[i];
    struct row_widths w = widths(r.w, row);
    struct rect left = {r.x + 2 + w.label, r.y, w.left, r.h};
    struct rect right = {r.x + r.w - w.right, r.y, w.right, r.h};
    canvas_put(c, r.x, r.y, STYLE_ACCENT, focus ? "▸" : " ");
    draw_label(v, c, r.x + 1, r.y, w.label, row);
    if (row->kind != ROW_FACT)
        canvas_put_wrapped(c, left, row->left_style, row->left);
    draw_note(v, c, right, row);
    if (!focus)
        return;
    bool note = row->kind == ROW_FACT || v->column == COLUMN_NOTE;
    canvas_restyle(c, note ? right : left, STYLE_SELECTED);
}

/* --- the head: number, wording, when it was agreed --- */

static int draw_wording(struct agreement_view *v, struct canvas *c, struct rect r)
{
    const char *title = arena_printf(v->scratch, _("MUFAKAT %lld"), (long long)v->g->number);
    int used = canvas_put(c, r.x, r.y, STYLE_TITLE, title) + 2;
    const char *wording = v->g->recommendation
                              ? arena_printf(v->scratch, "“%s”", v->g->recommendation)
                              : _("Rumusan belum ditulis. Tekan y untuk menulisnya.");
    enum style style = v->g->recommendation ? STYLE_STRONG : STYLE_WARN;
    struct rect body = {r.x + used, r.y, r.w - used, r.h};
    int lines = canvas_lines_needed(c, wording, body.w > 0 ? body.w : 1);
    int shown = lines < body.h ? lines : body.h;
    body.h = shown;
    canvas_put_wrapped(c, body, style, wording);
    if (lines > shown && shown > 0)
        canvas_put_right(c, r.x, r.y + shown - 1, r.w, STYLE_DIM, "…");
    return shown;
}

/* "Disetujui forum pukul 11.42, 23 hadir, 5 unsur", or what to ask the room. */
static void draw_state(struct agreement_view *v, struct canvas *c, struct rect r)
{
    const char *agreed = agreement_agreed_words(v->d, v->g, v->scratch);
    enum style style;
    const char *status = agreement_status_words(v->g, &style);
    if (*agreed)
        canvas_put_cut(c, r.x, r.y, r.w, style, arena_printf(v->scratch, "%s, %s", status, agreed));
    else if (v->g->status == NONE && *agreement_stance_words(v->d, v->g, NONE, v->scratch))
        canvas_put_cut(c, r.x, r.y, r.w, STYLE_DIM,
                       _("Sikap mulai dicatat. Sesudah semua unsur ditanya: g menetapkan status."));
    else if (v->g->status == NONE)
        canvas_put_cut(
            c, r.x, r.y, r.w, STYLE_DIM,
            _("Tanyakan: \"Setuju?\" dan \"Ada yang keberatan?\" Bila semua setuju tekan a."));
    else
        canvas_put_cut(c, r.x, r.y, r.w, style, status);
}

static void draw_titles(struct agreement_view *v, struct canvas *c, struct rect r)
{
    const struct agreement_row sample = {.kind = ROW_UNSUR};
    struct row_widths w = widths(r.w, &sample);
    canvas_put_cut(c, r.x + 1, r.y, w.label, STYLE_LABEL, _("UNSUR (hadir)"));
    canvas_put_cut(c, r.x + 2 + w.label, r.y, w.left, STYLE_LABEL, _("SIKAP"));
    canvas_put_cut(c, r.x + r.w - w.right, r.y, w.right, STYLE_LABEL, _("ALASAN / CATATAN"));
    (void)v;
}

void agreement_draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct agreement_view *v = agreement_of(s);
    arena_reset(v->scratch);
    if (!v->g) {
        canvas_put_wrapped(
            c, r, STYLE_WARN,
            _("Kesepakatan ini sudah dihapus. Ctrl-Z mengembalikannya, Esc kembali."));
        return;
    }
    struct rect head = r;
    head.h = r.h / 4 < HEAD_LINES ? r.h / 4 : HEAD_LINES;
    head.h = draw_wording(v, c, head);
    rect_take_top(&r, head.h);
    if (r.h > 6)
        draw_state(v, c, rect_take_top(&r, 1));
    if (r.h > 4) {
        struct rect rule = rect_take_top(&r, 1);
        canvas_hline(c, rule.x, rule.y, rule.w, STYLE_RULE);
        draw_titles(v, c, rect_take_top(&r, 1));
    }
    list_draw(&v->list, c, r, &agreement_list_rows, v, true);
}
