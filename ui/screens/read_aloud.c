/* Reading aloud before the signing: one agreement after the other in large letters. */
#include "config.h"

#include "app/agree.h"
#include "app/read.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/big_text.h"
#include "ui/screens/agreement.h"

struct read_aloud {
    struct id row;
    struct dossier *d;
    const struct agreement *g;
    struct arena *scratch;
};

enum { READ_DONE = 1, READ_NEXT, READ_BEFORE, READ_ALL, READ_OBJECT };

static struct read_aloud *of(struct screen *s)
{
    return s->state;
}

void read_aloud_open(struct ui *u, const struct id *row)
{
    struct id *arg = ARENA_NEW(ui_arena(u), struct id);
    *arg = *row;
    ui_push(u, &screen_read_aloud, arg);
}

static enum err_code reading_open(struct screen *s, const void *arg, struct err *e)
{
    (void)e;
    of(s)->row = *(const struct id *)arg;
    of(s)->scratch = arena_new();
    return ERR_NONE;
}

static void reading_close(struct screen *s)
{
    arena_free(of(s)->scratch);
}

static enum err_code reading_load(struct screen *s, struct err *e)
{
    struct read_aloud *r = of(s);
    if (read_frame(ui_app(s->ui), s->arena, &r->d, e) != ERR_NONE)
        return e->code;
    r->g = dossier_agreement(r->d, &r->row);
    if (!r->g && r->d->agreement.n > 0)
        r->g = &r->d->agreement.v[0];
    if (r->g)
        r->row = r->g->id;
    return ERR_NONE;
}

/* --- the picture --- */

static const char *responsible_words(struct read_aloud *r)
{
    return arena_printf(r->scratch, _("Penanggung jawab: %s. Waktu: %s."),
                        *TXT(r->g->responsible) ? r->g->responsible : _("belum ada"),
                        agreement_limit_words(r->d, r->g, r->scratch));
}

/* "Disetujui forum pukul 11.42 ..." and every objection. */
static const char *outcome_words(struct read_aloud *r, enum style *style)
{
    const struct objection **v;
    const char *status = agreement_status_words(r->g, style);
    const char *agreed = agreement_agreed_words(r->d, r->g, r->scratch);
    const char *words = *agreed ? arena_printf(r->scratch, "%s: %s.", status, agreed) : status;
    size_t n = agreement_objections(r->d, r->g, r->scratch, &v);
    for (size_t i = 0; i < n; i++)
        words = arena_printf(r->scratch, _("%s\nKeberatan %s: %s"), words, TXT(v[i]->party),
                             TXT(v[i]->text));
    if (n > 0)
        *style = STYLE_WARN;
    return words;
}

static void draw_head(struct screen *s, struct canvas *c, struct rect r)
{
    struct read_aloud *x = of(s);
    char clock[DATE_TEXT];
    size_t at = (size_t)(x->g - x->d->agreement.v) + 1;
    canvas_put_cut(c, r.x, r.y, r.w, STYLE_TITLE,
                   arena_printf(x->scratch, _("KESEPAKATAN %zu DARI %zu"), at, x->d->agreement.n));
    if (x->g->read_aloud_at != NONE)
        canvas_put_right(c, r.x, r.y, r.w, STYLE_OK,
                         arena_printf(x->scratch, _("✓ dibacakan %s"),
                                      stamp_clock(x->g->read_aloud_at, ui_zone(s->ui), clock)));
}

static void reading_draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct read_aloud *x = of(s);
    arena_reset(x->scratch);
    if (!x->g) {
        canvas_put_wrapped(c, r, STYLE_DIM,
                           _("Belum ada kesepakatan yang dapat dibacakan. Esc kembali."));
        return;
    }
    enum style style;
    const char *outcome = outcome_words(x, &style), *responsible = responsible_words(x);
    draw_head(s, c, rect_take_top(&r, 1));
    rect_take_top(&r, r.h > 10);
    int lines = canvas_lines_needed(c, outcome, r.w > 0 ? r.w : 1);
    struct rect low = rect_take_bottom(&r, lines < r.h / 3 ? lines : r.h / 3);
    canvas_put_wrapped(c, low, style, outcome);
    lines = canvas_lines_needed(c, responsible, r.w > 0 ? r.w : 1);
    struct rect middle = rect_take_bottom(&r, lines < r.h / 3 ? lines + 1 : r.h / 3);
    canvas_put_wrapped(c, middle, STYLE_NORMAL, responsible);
    rect_take_bottom(&r, r.h > 10);
    big_text_put(c, r, STYLE_BIG,
                 *agreement_wording(x->g) ? agreement_wording(x->g) : _("(belum ada rumusan)"),
                 false);
    canvas_cursor(c, r.x, r.y);
}

/* --- commands --- */

static void mark_read(struct screen *s, const struct id *row)
{
    struct job *j;
    struct read_aloud_args *x = read_aloud_job(ui_app(s->ui), &j);
    x->agreement = *row;
    ui_post(s->ui, j);
}

static bool step(struct screen *s, int by)
{
    struct read_aloud *r = of(s);
    ptrdiff_t to = r->g - r->d->agreement.v + by;
    if (to < 0 || (size_t)to >= r->d->agreement.n)
        return false;
    r->row = r->d->agreement.v[to].id;
    screen_stale(s);
    return true;
}

static void reading_action(struct screen *s, int action)
{
    struct read_aloud *r = of(s);
    switch (action) {
    case READ_DONE:
        mark_read(s, &r->row);
        if (!step(s, 1))
            ui_say(s->ui, STYLE_OK, _("Kesepakatan terakhir sudah dibacakan. F6 ke Berita Acara."));
        break;
    case READ_ALL:
        mark_read(s, &ID_NONE);
        ui_say(s->ui, STYLE_OK, _("Dicatat: seluruh hasil sudah dibacakan di depan forum."));
        break;
    case READ_NEXT:
        if (!step(s, 1))
            ui_say(s->ui, STYLE_NORMAL, _("Ini kesepakatan terakhir."));
        break;
    case READ_BEFORE:
        if (!step(s, -1))
            ui_say(s->ui, STYLE_NORMAL, _("Ini kesepakatan pertama."));
        break;
    case READ_OBJECT:
        agreement_open(s->ui, &r->row);
        ui_say(s->ui, STYLE_WARN, _("Pilih unsurnya lalu tekan k untuk mencatat keberatan."));
        break;
    }
}

static const char *reading_why_not(struct screen *s, int action)
{
    if (!of(s)->g)
        return _("Belum ada kesepakatan.");
    if (ui_read_only(s->ui) && (action == READ_DONE || action == READ_ALL))
        return _("Berkas ini dibuka hanya untuk dibaca.");
    return NULL;
}

static const struct key_row keys[] = {
    {K_ENTER, 0, N_("sudah dibaca"),
     N_("Catat bahwa kesepakatan ini sudah dibacakan, lalu ke berikutnya"), READ_DONE, KEY_FOOTER,
     NULL},
    {L_KEBERATAN, 0, N_("ada keberatan"), N_("Buka lagi kesepakatan ini untuk mencatat keberatan"),
     READ_OBJECT, KEY_FOOTER, NULL},
    {K_RIGHT, K_PGDN, N_("berikutnya"), N_("Ke kesepakatan berikutnya"), READ_NEXT, KEY_FOOTER,
     NULL},
    {K_LEFT, K_PGUP, N_("sebelumnya"), N_("Ke kesepakatan sebelumnya"), READ_BEFORE, KEY_FOOTER,
     NULL},
    {0, 0, N_("Semua sudah dibacakan"),
     N_("Catat bahwa seluruh hasil sudah dibacakan di depan forum"), READ_ALL, 0, NULL},
    KEYS_END,
};

const struct screen_class screen_read_aloud = {
    .id = "read_aloud",
    .title = N_("Bacakan"),
    .help = N_("Bacakan rumusan ini kepada forum, lalu tekan Enter. Bila ada yang keberatan, tekan "
               "k: kesepakatan "
               "dibuka lagi dan keberatannya dicatat."),
    .keys = keys,
    .depends = BIT(agreement) | BIT(objection) | BIT(position) | BIT(participant) | BIT(session),
    .state_size = sizeof(struct read_aloud),
    .open = reading_open,
    .close = reading_close,
    .load = reading_load,
    .draw = reading_draw,
    .action = reading_action,
    .why_not = reading_why_not,
};
