/* part of `berita_acara.h`: the picture of F6: the gate, the state of the text, who signs */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "ui/big_text.h"
#include "ui/pack.h"
#include "ui/screens/berita_acara.h"

enum { LEVEL_CELLS = 8, BIG_FROM = 16 };

/* --- rows --- */

static enum style level_style(enum gate_level level)
{
    return level == GATE_OK ? STYLE_OK : level == GATE_LIHAT ? STYLE_WARN : STYLE_ERROR;
}

static int text_cells(int width, const struct ba_row *r)
{
    int open = r->item->level == GATE_OK ? 0 : 13;
    int cells = width - LEVEL_CELLS - open;
    return cells > 8 ? cells : 8;
}

int ba_row_height(void *ctx, int i, int width)
{
    const struct ba_view *v = ctx;
    const struct ba_row *r = &v->rows[i];
    if (r->kind != BA_FINDING)
        return 1;
    int n = (int)text_wrap(v->scratch, r->item->text, text_cells(width, r)).n;
    return n > 3 ? 3 : n;
}

static void draw_finding(struct canvas *c, struct rect r, const struct ba_row *row)
{
    struct rect body = {r.x + LEVEL_CELLS, r.y, text_cells(r.w, row), r.h};
    canvas_put_cut(c, r.x, r.y, LEVEL_CELLS - 1, level_style(row->item->level),
                   gate_level_words(row->item->level));
    canvas_put_wrapped(c, body, STYLE_NORMAL, row->item->text);
    if (row->item->level != GATE_OK)
        canvas_put_right(c, r.x, r.y, r.w, STYLE_DIM, _("Enter: buka"));
}

static void draw_heading(struct ba_view *v, struct canvas *c, struct rect r)
{
    int used = canvas_put(c, r.x, r.y, STYLE_LABEL, _("PENANDA TANGAN"));
    const char *counts =
        v->d->signatory.n == 0
            ? v->lock ? _("belum ada; buka kuncinya (l) untuk menambah") : _("belum ada; tekan n untuk menambah")
            : arena_printf(v->scratch,
                           _("%lld dari %lld sudah, %lld menyusul, %lld tidak bersedia"),
                           (long long)v->signing.signed_, (long long)v->signing.asked,
                           (long long)v->signing.later, (long long)v->signing.refused);
    canvas_put_right(c, r.x + used + 1, r.y, r.w - used - 1, STYLE_DIM, counts);
}

static void draw_signatory(struct ba_view *v, struct canvas *c, struct rect r,
                           const struct signatory *g)
{
    const struct participant *p = dossier_participant(v->d, &g->participant);
    bool wide = r.w >= 76;
    char clock[DATE_TEXT];
    int64_t state = g->state == NONE ? SIGNING_BELUM : g->state;
    enum style style = state == SIGNING_SUDAH   ? STYLE_OK
                       : state == SIGNING_BELUM ? STYLE_DIM
                                                : STYLE_WARN;
    const char *words = _(dict_enum_label(ENUMSET_signing_state, state));
    if (state == SIGNING_SUDAH && g->signed_at != NONE)
        words = arena_printf(v->scratch, "✓ %s %s", words,
                             stamp_clock(g->signed_at, dossier_zone(v->d), clock));
    else if (g->state_reason)
        words = arena_printf(v->scratch, "%s: %s", words, g->state_reason);
    const char *name = g->name ? g->name : p ? TXT(p->name) : _("(belum bernama)");
    int role = wide ? 16 : 0, right = r.w / 3;
    canvas_put_cut(c, r.x + 1, r.y, r.w - role - right - 3, STYLE_NORMAL, name);
    if (wide)
        canvas_put_cut(c, r.x + r.w - right - role - 1, r.y, role, STYLE_LABEL,
                       _(dict_enum_label(ENUMSET_signatory_role, g->role)));
    canvas_put_cut(c, r.x + r.w - right, r.y, right, style, words);
}

void ba_row_draw(void *ctx, struct canvas *c, struct rect r, int i, bool focus)
{
    struct ba_view *v = ctx;
    const struct ba_row *row = &v->rows[i];
    (void)focus;
    if (row->kind == BA_FINDING)
        draw_finding(c, r, row);
    else if (row->kind == BA_HEADING)
        draw_heading(v, c, r);
    else
        draw_signatory(v, c, r, row->signatory);
}

/* --- the head --- */

/* "DRAF" / "NASKAH DIKUNCI ..." / "DITANDATANGANI 3 DARI 7" */
static const char *state_words(struct ba_view *v, enum style *style)
{
    char clock[DATE_TEXT], day[DATE_TEXT];
    *style = STYLE_TITLE;
    if (!v->lock)
        return _("DRAF: PERIKSA SEBELUM TANDA TANGAN");
    *style = STYLE_OK;
    const char *words =
        v->signing.signed_ > 0
            ? arena_printf(v->scratch, _("DITANDATANGANI %lld DARI %lld"),
                           (long long)v->signing.signed_, (long long)v->signing.asked)
            : arena_printf(v->scratch, _("NASKAH DIKUNCI %s %s"),
                           date_shown(stamp_day(v->lock->at, dossier_zone(v->d)), day),
                           stamp_clock(v->lock->at, dossier_zone(v->d), clock));
    if (v->lock->revision != NONE && v->lock->revision > 0)
        words =
            arena_printf(v->scratch, _("%s · REVISI %lld"), words, (long long)v->lock->revision);
    return words;
}

static void draw_head(struct ba_view *v, struct canvas *c, struct rect r)
{
    enum style style;
    const char *state = state_words(v, &style);
    size_t all = v->gate.n_lihat + v->gate.n_penting;
    int used = canvas_put_cut(c, r.x, r.y, r.w, style, state);
    canvas_put_right(c, r.x + used + 1, r.y, r.w - used - 1, all ? STYLE_WARN : STYLE_OK,
                     gate_words(&v->gate, v->scratch));
}

/* Groups of four, large: the room compares it with the foot of the paper. */
static void draw_fingerprint(struct ba_view *v, struct canvas *c, struct rect *r)
{
    char *spaced = arena_strdup(v->scratch, v->fingerprint);
    for (char *s = spaced; *s; s++)
        *s = *s == '-' ? ' ' : *s;
    int rows = r->h >= BIG_FROM ? big_text_rows(c, spaced, r->w) : 0;
    if (rows > 0 && rows <= r->h / 2) {
        big_text_put(c, rect_take_top(r, rows), STYLE_STRONG, spaced, false);
        return;
    }
    struct rect line = rect_take_top(r, 1);
    canvas_put_cut(c, line.x, line.y, line.w, STYLE_STRONG,
                   arena_printf(v->scratch, _("Sidik  %s"), v->fingerprint));
}

static const char *foot_words(const struct ba_view *v)
{
    if (v->lock && v->d->signatory.n > 0 && v->signing.signed_ >= v->signing.asked &&
        v->signing.asked > 0)
        return _("Semua sudah menandatangani. Simpan pindaiannya di F4 Dokumentasi, lalu buat paket "
                 "bukti dengan Ctrl-F; lanjutkan di F7 Tindak Lanjut.");
    if (v->lock && v->d->signatory.n == 0)
        return _("Belum ada penanda tangan: buka kunci dengan l, tambah dengan n, lalu kunci lagi.");
    if (v->lock)
        return _("Cetak rangkap (r), tanda tangani di kertas, lalu catat dengan v pada baris tiap "
                 "orang.");
    if (v->penting > 0)
        return _("Enter membuka baris yang penting. Dapat juga dikunci (l) dengan alasan; alasan disimpan di riwayat, tidak "
                 "dicetak.");
    if (v->d->signatory.n == 0)
        return _("Tambah penanda tangan dengan n, lalu pratinjau (p) dan kunci naskah (l).");
    return _("Siap: pratinjau dengan p, lalu kunci naskah dengan l.");
}

void ba_draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct ba_view *v = ba_of(s);
    arena_reset(v->scratch);
    draw_head(v, c, rect_take_top(&r, 1));
    if (v->lock && r.h > 4)
        draw_fingerprint(v, c, &r);
    if (r.h > 6) {
        struct rect rule = rect_take_top(&r, 1);
        canvas_hline(c, rule.x, rule.y, rule.w, STYLE_RULE);
        int lines = canvas_lines_needed(c, foot_words(v), r.w > 0 ? r.w : 1);
        struct rect foot = rect_take_bottom(&r, lines);
        canvas_put_wrapped(c, foot, STYLE_DIM, foot_words(v));
        if (ui_packing(s->ui))
            ui_pack_draw(s->ui, c, rect_take_bottom(&r, 1));
        rule = rect_take_bottom(&r, 1);
        canvas_hline(c, rule.x, rule.y, rule.w, STYLE_RULE);
    }
    list_draw(&v->list, c, r, &ba_list_rows, v, true);
}
