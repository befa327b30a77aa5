/* The participants' screen: what everybody in the hall may see, in large letters. Never telephone
 * numbers, private notes, half-typed lines or error texts: it shows only the fields named here. */
#include "config.h"

#include <string.h>

#include "app/read.h"
#include "base/i18n.h"
#include "base/text.h"
#include "base/text_diff.h"
#include "model/tally.h"
#include "ui/big_text.h"
#include "ui/list.h"
#include "ui/screens/agreement_words.h"
#include "ui/screens/layar.h"
#include "ui/screens/layar_note.h"

struct layar {
    bool picked; /* the operator chose the agreement `row` */
    bool agenda; /* ... or wants the agenda, whatever runs */
    struct id row;
    struct dossier *d;
    const struct agenda *item; /* running; NULL */
    const struct agreement *g; /* under discussion; NULL */
    const char *changes;       /* of its wording, in words; "" */
    struct arena *scratch;
    struct layar_note note;
};

enum { LAYAR_NEXT = 1, LAYAR_BEFORE, LAYAR_AGENDA, LAYAR_AUTO };

static struct layar *of(struct screen *s)
{
    return s->state;
}

static enum err_code layar_open(struct screen *s, const void *arg, struct err *e)
{
    (void)arg;
    (void)e;
    of(s)->scratch = arena_new();
    return ERR_NONE;
}

static void layar_close(struct screen *s)
{
    arena_free(of(s)->scratch);
}

/* The first agreement that is still open; the last one when all are decided. */
static const struct agreement *under_discussion(const struct dossier *d)
{
    for (size_t i = 0; i < d->agreement.n; i++)
        if (d->agreement.v[i].status == NONE)
            return &d->agreement.v[i];
    return d->agreement.n > 0 ? &d->agreement.v[d->agreement.n - 1] : NULL;
}

/* What the wording under discussion was before, told as changes; nothing once the room has decided. */
static enum err_code load_changes(struct screen *s, struct err *e)
{
    struct layar *l = of(s);
    struct field_version *v;
    size_t n;
    l->changes = "";
    if (!l->g || l->g->status != NONE)
        return ERR_NONE;
    enum err_code code = read_field_history(ui_app(s->ui), ENTITY_agreement, &l->g->id, agreement_F_recommendation,
                                            s->arena, &v, &n, e);
    for (size_t i = n; code == ERR_NONE && i-- > 0 && !*l->changes;)
        if (v[i].value.type == VALUE_TEXT)
            l->changes = text_changes(s->arena, arena_memdup(s->arena, v[i].value.p, v[i].value.n),
                                      TXT(l->g->recommendation), _("[semula: %s]"), _("[baru: %s]"));
    return code;
}

static enum err_code layar_load(struct screen *s, struct err *e)
{
    struct layar *l = of(s);
    if (read_frame(ui_app(s->ui), s->arena, &l->d, e) != ERR_NONE)
        return e->code;
    l->item = dossier_agenda(l->d, &dossier_session(l->d)->current_agenda);
    bool formulating =
        l->item && (l->item->kind == AGENDA_PERUMUSAN || l->item->kind == AGENDA_TTD);
    l->g = l->picked                   ? dossier_agreement(l->d, &l->row)
           : formulating && !l->agenda ? under_discussion(l->d)
                                       : NULL;
    layar_note_load(s, &l->note);
    return load_changes(s, e);
}

/* --- welcome and agenda --- */

static const char *when_and_where(struct layar *l)
{
    const struct session *x = dossier_session(l->d);
    char day[DATE_TEXT];
    const char *place = x->place ? arena_printf(l->scratch, " · %s", x->place) : "";
    return arena_printf(l->scratch, "%s%s", x->date == NONE ? "" : date_day_shown(x->date, day),
                        place);
}

static void draw_agenda_list(struct layar *l, struct canvas *c, struct rect r)
{
    int step = (int)l->d->agenda.n * 2 <= r.h ? 2 : 1;
    int width = r.w > 76 ? 76 : r.w;
    int x = r.x + (r.w - width) / 2;
    size_t first = 0;
    if (l->item && (int)l->d->agenda.n * step > r.h)
        first = (size_t)(l->item - l->d->agenda.v); /* no room for all: from the running one on */
    for (size_t i = first; i < l->d->agenda.n; i++) {
        const struct agenda *g = &l->d->agenda.v[i];
        int y = r.y + (int)(i - first) * step;
        char at[DATE_TEXT];
        enum style style = g == l->item          ? STYLE_ACCENT
                           : g->ended_at != NONE ? STYLE_DIM
                                                 : STYLE_BIG;
        if (y + 1 >= r.y + r.h && i + 1 < l->d->agenda.n) {
            list_draw_more(c, (struct rect){x + 2, r.y + r.h - 1, width - 2, r.h > 0}, 0, false, (int)(l->d->agenda.n - i), false);
            break;
        }
        canvas_put(c, x, y, STYLE_ACCENT, g == l->item ? "▸" : g->ended_at != NONE ? "✓" : " ");
        canvas_put(c, x + 2, y, style, time_format(g->start_time, at));
        canvas_put_cut(c, x + 8, y, width - 8, style, TXT(g->title));
    }
}

/* Big when there is room for it, and one blank line after it. */
static void put_top(struct canvas *c, struct rect *r, enum style s, const char *text, int most)
{
    struct rect room = *r;
    room.h = most < r->h ? most : r->h;
    int used = big_text_put(c, room, s, text, true);
    rect_take_top(r, used + (r->h > used + 6));
}

static void draw_welcome(struct layar *l, struct canvas *c, struct rect r)
{
    const struct session *x = dossier_session(l->d);
    rect_take_top(&r, r.h > 20);
    put_top(c, &r, STYLE_TITLE, _("Selamat datang"), BIG_ROWS);
    canvas_put_centre(c, r.x, r.y, r.w, STYLE_BIG, _("Forum Konsultasi Publik"));
    rect_take_top(&r, 1 + (r.h > 16));
    put_top(c, &r, STYLE_STRONG, TXT(x->theme), r.h / 3);
    canvas_put_centre(c, r.x, r.y, r.w, STYLE_NORMAL, TXT(x->unit));
    canvas_put_centre(c, r.x, r.y + 1, r.w, STYLE_NORMAL, when_and_where(l));
    rect_take_top(&r, 3);
    draw_agenda_list(l, c, r);
}

/* --- the running item --- */

static const char *time_left(struct screen *s)
{
    struct layar *l = of(s);
    if (l->item->started_at == NONE || l->item->minutes == NONE)
        return "";
    int64_t left = l->item->started_at + l->item->minutes * 60000 - ui_now(s->ui);
    if (left <= 0 || left > 24 * 3600000LL)
        return "";
    return arena_printf(l->scratch, _("sisa %lld menit"), (long long)((left + 59999) / 60000));
}

static void draw_top_line(struct screen *s, struct canvas *c, struct rect r)
{
    struct layar *l = of(s);
    const char *left = l->item ? time_left(s) : "";
    canvas_put_cut(c, r.x + 1, r.y, r.w - 18, STYLE_DIM, TXT(dossier_session(l->d)->theme));
    canvas_put_right(c, r.x, r.y, r.w - 1, STYLE_ACCENT, left);
}

static void draw_issues(struct layar *l, struct canvas *c, struct rect r)
{
    struct rect line = r;
    if (l->d->issue.n == 0)
        return;
    canvas_put_centre(c, r.x, r.y, r.w, STYLE_LABEL, _("Yang dibahas"));
    rect_take_top(&line, 2);
    for (size_t i = 0; i < l->d->issue.n && line.h > 0; i++) {
        const char *words = arena_printf(l->scratch, "%lld  %s", (long long)l->d->issue.v[i].number,
                                         TXT(l->d->issue.v[i].title));
        int needed = canvas_lines_needed(c, words, line.w > 0 ? line.w : 1);
        if (i + 1 < l->d->issue.n ? needed >= line.h : needed > line.h) {
            list_draw_more(c, rect_take_bottom(&line, 1), 0, false, (int)(l->d->issue.n - i), false);
            break;
        }
        int used = canvas_put_wrapped(c, line, STYLE_BIG, words);
        rect_take_top(&line, used + (r.h > (int)l->d->issue.n * 2 + 2));
    }
}

static void draw_item(struct screen *s, struct canvas *c, struct rect r)
{
    struct layar *l = of(s);
    draw_top_line(s, c, rect_take_top(&r, 1));
    rect_take_top(&r, r.h > 12);
    put_top(c, &r, STYLE_TITLE, TXT(l->item->title), r.h / 2);
    rect_take_top(&r, r.h > 12);
    rect_take_left(&r, r.w > 90 ? 8 : 2);
    rect_take_right(&r, r.w > 90 ? 8 : 2);
    if (l->item->kind == AGENDA_DISKUSI)
        draw_issues(l, c, r);
    else
        draw_agenda_list(l, c, r);
}

/* --- the wording under discussion --- */

static void draw_outcome(struct layar *l, struct canvas *c, struct rect r)
{
    enum style style;
    const struct objection **v;
    const char *status = agreement_status_words(l->g, &style);
    const char *agreed = agreement_agreed_words(l->d, l->g, l->scratch);
    size_t n = agreement_objections(l->d, l->g, l->scratch, &v);
    const char *words = l->g->status == NONE ? _("sedang dibahas")
                        : *agreed            ? arena_printf(l->scratch, "%s — %s", status, agreed)
                                             : status;
    if (l->g->status == NONE)
        style = STYLE_ACCENT;
    const char *with = words;
    for (size_t i = 0; i < n; i++)
        with = arena_printf(l->scratch, _("%s\nKeberatan dicatat: %s"), with, TXT(v[i]->party));
    if (canvas_lines_needed(c, with, r.w > 0 ? r.w : 1) > r.h) /* no objection falls off the edge */
        with = arena_printf(l->scratch, _("%s\nKeberatan dicatat: %zu pihak"), words, n);
    words = with;
    canvas_put_wrapped(c, r, style, words);
}

static const char *mark_of(struct layar *l, const struct agreement *g)
{
    bool agreed = tally_is_agreed(g);
    const char *mark = g == l->g ? "▸" : agreed ? "✓" : g->status == NONE ? "○" : "-";
    return arena_printf(l->scratch, "%s%lld", mark, (long long)g->number);
}

enum { ONE_OF_ALL = 6 }; /* cells of one agreement with its gap, at most */

/* "✓1  ✓2  ▸3  ○4"; when there is no room for all of them, those around the one that is shown. */
static void draw_row_of_all(struct layar *l, struct canvas *c, struct rect r)
{
    size_t room = (size_t)(r.w > 2 * ONE_OF_ALL ? r.w / ONE_OF_ALL - 1 : 1), n = l->d->agreement.n;
    size_t here = (size_t)(l->g - l->d->agreement.v), from = n > room && here > room / 2 ? here - room / 2 : 0;
    int x = r.x;
    if (from > 0)
        x += canvas_put(c, x, r.y, STYLE_DIM, "…") + 1;
    for (size_t i = from; i < n; i++) {
        const struct agreement *g = &l->d->agreement.v[i];
        const char *mark = mark_of(l, g);
        if (x + text_width(mark, strlen(mark)) + 2 > r.x + r.w && i + 1 < n) {
            canvas_put(c, r.x + r.w - 1, r.y, STYLE_DIM, "…");
            break;
        }
        bool agreed = tally_is_agreed(g);
        x += canvas_put(c, x, r.y, g == l->g ? STYLE_ACCENT : agreed ? STYLE_OK : STYLE_DIM, mark) + 2;
    }
}

static void draw_wording(struct screen *s, struct canvas *c, struct rect r)
{
    struct layar *l = of(s);
    draw_top_line(s, c, rect_take_top(&r, 1));
    rect_take_left(&r, 1);
    rect_take_right(&r, 1);
    draw_row_of_all(l, c, rect_take_bottom(&r, 1));
    rect_take_bottom(&r, r.h > 12);
    size_t objections = agreement_objections(l->d, l->g, l->scratch, NULL);
    struct rect low =
        rect_take_bottom(&r, r.h / 4 < 2 + (int)objections ? r.h / 4 : 2 + (int)objections);
    draw_outcome(l, c, low);
    rect_take_top(&r, r.h > 10);
    canvas_put_cut(c, r.x, r.y, r.w, STYLE_TITLE,
                   arena_printf(l->scratch, _("KESEPAKATAN %lld"), (long long)l->g->number));
    rect_take_top(&r, 1 + (r.h > 10));
    struct rect changes = rect_take_bottom(&r, *l->changes ? r.h / 3 : 0);
    if (changes.h > 1)
        canvas_put_wrapped(c, changes, STYLE_ACCENT, arena_printf(l->scratch, _("Perubahan: %s"), l->changes));
    big_text_put(c, r, STYLE_BIG,
                 *agreement_wording(l->g) ? agreement_wording(l->g) : _("(sedang dirumuskan)"),
                 false);
}

static bool layar_event(struct screen *s, const struct event *e)
{
    return layar_note_event(s, &of(s)->note, e);
}

static bool layar_writing(struct screen *s)
{
    return !ui_read_only(s->ui);
}

static void layar_draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct layar *l = of(s);
    arena_reset(l->scratch);
    layar_note_draw(&l->note, c, &r);
    if (l->g)
        draw_wording(s, c, r);
    else if (l->item && l->item->kind != AGENDA_REGISTRASI)
        draw_item(s, c, r);
    else
        draw_welcome(l, c, r);
}

/* --- what the operator may choose --- */

static void pick(struct screen *s, int step)
{
    struct layar *l = of(s);
    const struct agreement *now = l->g ? l->g : under_discussion(l->d);
    ptrdiff_t to = now - l->d->agreement.v + (l->g ? step : 0);
    if (to < 0 || (size_t)to >= l->d->agreement.n)
        return;
    l->row = l->d->agreement.v[to].id;
    l->picked = true;
    screen_stale(s);
}

static void layar_action(struct screen *s, int action)
{
    struct layar *l = of(s);
    if (action == LAYAR_NEXT || action == LAYAR_BEFORE) {
        pick(s, action == LAYAR_NEXT ? 1 : -1);
        return;
    }
    l->picked = false;
    l->agenda = action == LAYAR_AGENDA;
    screen_stale(s);
}

static const char *layar_why_not(struct screen *s, int action)
{
    bool picks = action == LAYAR_NEXT || action == LAYAR_BEFORE;
    return picks && of(s)->d->agreement.n == 0 ? _("Belum ada kesepakatan.") : NULL;
}

static const struct key_row keys[] = {
    {K_RIGHT, K_PGDN, N_("berikutnya"), N_("Tampilkan kesepakatan berikutnya"), LAYAR_NEXT,
     KEY_FOOTER, NULL},
    {K_LEFT, K_PGUP, N_("sebelumnya"), N_("Tampilkan kesepakatan sebelumnya"), LAYAR_BEFORE,
     KEY_FOOTER, NULL},
    {K_HOME, 0, N_("acara"), N_("Tampilkan acara yang berjalan, bukan kesepakatan"), LAYAR_AGENDA,
     KEY_FOOTER, NULL},
    {K_END, K_ENTER, N_("ikuti acara"), N_("Tampilan mengikuti acara yang berjalan"), LAYAR_AUTO,
     KEY_FOOTER, NULL},
    KEYS_END,
};

const struct screen_class screen_layar = {
    .id = "layar",
    .title = N_("Layar Peserta"),
    .help = N_("Layar untuk peserta: tema, acara yang berjalan, kesepakatan yang dibahas. Tidak "
               "memuat nomor HP atau "
               "catatan pribadi. Panah kiri dan kanan memilih kesepakatan; Esc kembali ke tempat semula. Yang Anda ketik di sini masuk ke "
               "baris catat dan di layar hanya tampak sebagai titik; Enter menyimpannya."),
    .place = PLACE_LAYAR,
    .keys = keys,
    .depends = BIT(session) | BIT(agenda) | BIT(issue) | BIT(agreement) | BIT(position) |
               BIT(objection) | BIT(participant),
    .state_size = sizeof(struct layar),
    .bare = true,
    .tick = true,
    .open = layar_open,
    .close = layar_close,
    .load = layar_load,
    .draw = layar_draw,
    .event = layar_event,
    .writing = layar_writing,
    .action = layar_action,
    .why_not = layar_why_not,
};
