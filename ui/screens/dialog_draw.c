/* part of `dialog.h`: the picture: who is here, the notes, the capture line */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/names.h"
#include "ui/screens/coverage_line.h"
#include "ui/screens/dialog.h"

enum { PEOPLE_FROM = 76 };

/* --- words --- */

const char *dialog_short_name(struct arena *a, const struct participant *p)
{
    const char *name = p->name ? names_split(p->name, a).core : p->invited_as ? p->invited_as : TXT(p->organization);
    if (p->number == NONE)
        return name;
    return arena_printf(a, "%lld %s", (long long)p->number, name);
}

/* One of the frame's people. */
static const char *short_name(const struct dialog *d, const struct participant *p)
{
    return d->names[p - d->d->participant.v];
}

const char *dialog_speaker_words(struct dialog *d, const struct id *speaker, int64_t unsur, bool unknown)
{
    const struct participant *p = dossier_participant(d->d, speaker);
    if (p)
        return short_name(d, p);
    if (unknown)
        return _("pembicara @@");
    return unsur == NONE ? "" : _(dict_enum_label(ENUMSET_unsur, unsur));
}

/* --- the clock of the agenda item --- */

/* Minutes that we are behind the plan: the running item should have started at its planned time. */
static int64_t minutes_late(const struct screen *s, const struct dialog *d)
{
    enum zone z = dossier_zone(d->d);
    int64_t now = ui_now(s->ui);
    const struct agenda *g = d->agenda;
    if (!g || g->start_time == NONE || g->minutes == NONE || stamp_day(now, z) != dossier_session(d->d)->date)
        return 0;
    int64_t late = stamp_minutes(now, z) - (g->start_time + g->minutes);
    return late > 0 ? late : 0;
}

const char *dialog_status(struct screen *s, struct arena *a)
{
    struct dialog *d = dialog_of(s);
    const char *clock = "";
    if (d->d && !d->agenda && d->d->agenda.n > 0)
        return _("Ctrl-G memulai agenda");
    if (!d->d || !d->agenda)
        return NULL;
    if (d->agenda->started_at != NONE && d->agenda->minutes != NONE) {
        int64_t minutes = (ui_now(s->ui) - d->agenda->started_at) / 60000;
        if (minutes >= 0 && minutes < 24 * 60)
            clock = arena_printf(a, _("%lld dari %lld menit"), (long long)minutes, (long long)d->agenda->minutes);
    }
    int64_t late = minutes_late(s, d);
    return late > 0 ? arena_printf(a, _("%s   terlambat %lld menit"), clock, (long long)late) : clock;
}

/* --- the notes --- */

struct note_look {
    const char *number, *time, *speaker, *kind, *text;
    enum style style;
};

/* Short enough for its column. */
static const char *kind_words(struct arena *a, int64_t kind)
{
    if (kind == KIND_CATATAN_ACARA)
        return _("– acara");
    if (kind == KIND_KESANGGUPAN)
        return _("↳ sanggup");
    const char *words = _(dict_enum_label(ENUMSET_contribution_kind, kind));
    return kind == KIND_TANGGAPAN ? arena_printf(a, "↳ %s", words) : words;
}

static struct note_look look_of_note(struct dialog *d, const struct contribution *c)
{
    struct note_look l = {.style = STYLE_NORMAL, .text = TXT(c->text)};
    char clock[DATE_TEXT];
    l.number = dossier_is_input(c) ? arena_printf(d->scratch, "%lld", (long long)c->number) : "";
    l.time = arena_strdup(d->scratch, stamp_clock(c->at, dossier_zone(d->d), clock));
    l.speaker = dialog_speaker_words(d, &c->speaker, c->speaker_unsur, IS_SET(c->speaker_unknown));
    if (!*l.speaker && IS_SET(c->anonymous))
        l.speaker = _("tanpa nama");
    l.kind = id_is_none(&c->continues) ? kind_words(d->scratch, c->kind) : "..";
    if (IS_SET(c->from_paper))
        l.text = arena_printf(d->scratch, _("[kertas] %s"), l.text);
    if (IS_SET(c->gap))
        l.style = STYLE_WARN;
    return l;
}

static struct note_look look_of_flight(struct dialog *d, const struct flight *f)
{
    char clock[DATE_TEXT];
    struct note_look l = {.number = "", .kind = "", .style = f->failed ? STYLE_ERROR : STYLE_DIM};
    l.time = arena_strdup(d->scratch, stamp_clock(f->at, dossier_zone(d->d), clock));
    l.speaker = dialog_speaker_words(d, &f->speaker, NONE, false);
    l.text = f->failed ? arena_printf(d->scratch, _("BELUM TERSIMPAN: %s — %s"), f->text, f->reason)
                       : arena_printf(d->scratch, _("%s  (menyimpan…)"), f->text);
    return l;
}

static bool look_of(struct dialog *d, int i, struct note_look *ret)
{
    const struct flight *f;
    const struct contribution *c = dialog_row(d, i, &f);
    if (!c && !f)
        return false;
    *ret = c ? look_of_note(d, c) : look_of_flight(d, f);
    return true;
}

/* Names in full where there is room for them. */
static int people_width(int width)
{
    return width >= 150 ? 36 : width >= 110 ? 28 : 20;
}

/* Widths: mark and number 4, time 6, speaker, kind 10, the text has the rest. */
static int speaker_width(int width)
{
    return width >= 110 ? 28 : width >= 70 ? 18 : width >= 50 ? 12 : 8;
}

static int text_column(int width)
{
    return 4 + 6 + speaker_width(width) + 1 + 11;
}

/* The lines of a note in the room that it has. They are kept for loaded ones; in flight the words change. */
static struct text_lines lines_of(struct dialog *d, int i, const char *words, int room)
{
    room = room > 0 ? room : 1;
    if ((size_t)i >= d->n)
        return text_wrap(d->scratch, words, room);
    if (room != d->wraps_width)
        memset(d->wraps, 0, d->n * sizeof *d->wraps);
    d->wraps_width = room;
    if (!d->wraps[i].n)
        d->wraps[i] = text_wrap(d->kept, words, room);
    return d->wraps[i];
}

/* Long ones are cut, so that the last few are always in sight. */
static int most_lines(const struct dialog *d)
{
    return d->notes_at.h >= 30 ? 6 : 3;
}

int dialog_note_height(void *ctx, int i, int width)
{
    struct dialog *d = ctx;
    struct note_look l;
    int room = width - text_column(width);
    if (room < 12)
        return 1;
    bool known = (size_t)i < d->n && room == d->wraps_width && d->wraps[i].n;
    if (!known && !look_of(d, i, &l))
        return 1;
    size_t n = known ? d->wraps[i].n : lines_of(d, i, l.text, room).n;
    return (int)n > most_lines(d) ? most_lines(d) : (int)n;
}

void dialog_note_draw(void *ctx, struct canvas *c, struct rect r, int i, bool focus)
{
    struct dialog *d = ctx;
    struct note_look l;
    const struct flight *f;
    const struct contribution *note = dialog_row(d, i, &f);
    (void)focus;
    if (!look_of(d, i, &l))
        return;
    int who = speaker_width(r.w), text = text_column(r.w);
    canvas_put(c, r.x, r.y, STYLE_ACCENT, note && list_is_marked(&d->notes, &note->id) ? "*" : " ");
    canvas_put_right(c, r.x, r.y, 3, STYLE_STRONG, l.number);
    canvas_put(c, r.x + 4, r.y, STYLE_DIM, l.time);
    canvas_put_cut(c, r.x + 10, r.y, who, STYLE_NORMAL, l.speaker);
    canvas_put_cut(c, r.x + 11 + who, r.y, 10, STYLE_LABEL, l.kind);
    struct rect body = {r.x + text, r.y, r.w - text, r.h};
    struct text_lines lines = lines_of(d, i, l.text, body.w);
    for (int k = 0; k < r.h && (size_t)k < lines.n; k++) {
        const char *line = arena_memdup(d->scratch, l.text + lines.v[k].off, lines.v[k].len);
        bool more = k == r.h - 1 && lines.n > (size_t)r.h;
        canvas_put_cut(c, body.x, body.y + k, body.w, l.style,
                       more ? arena_printf(d->scratch, "%s …", line) : line);
    }
}

static void draw_notes(struct screen *s, struct canvas *c, struct rect r)
{
    struct dialog *d = dialog_of(s);
    struct rect head = rect_take_top(&r, 1);
    bool all = d->everything || !d->agenda;
    const char *title = dialog_searching(d) ? _("HASIL PENCARIAN")
                        : all               ? _("CATATAN SEMUA AGENDA")
                                            : _("CATATAN AGENDA INI");
    int64_t counted = all ? d->counts.counted : d->counts.here_counted;
    int64_t gaps = all ? d->counts.gaps : d->counts.here_gaps;
    int used = canvas_put(c, head.x, head.y, STYLE_TITLE, title);
    const char *counts = arena_printf(d->scratch, _("%lld masukan"), (long long)counted);
    if (gaps > 0)
        counts = arena_printf(d->scratch, _("%s   %lld belum lengkap"), counts, (long long)gaps);
    canvas_put_right(c, head.x + used + 1, head.y, head.w - used - 1, gaps > 0 ? STYLE_WARN : STYLE_DIM, counts);
    d->notes_at = r;
    if (d->notes.n == 0) {
        canvas_put_wrapped(c, r, STYLE_DIM,
                           dialog_searching(d) ? _("Tidak ada catatan yang cocok.")
                                               : _("Belum ada catatan. Ketik apa yang dikatakan, lalu Enter.\n\n"
                                                   "Siapa yang berbicara: awali dengan nomor atau namanya dan titik "
                                                   "dua, misalnya 7: loket terlalu tinggi\n\n"
                                                   "Jenisnya: + usul, ? tanya, ! keluhan, !! keberatan, * apresiasi, "
                                                   "= jawaban. Semua tanda: ketik ??"));
        return;
    }
    d->notes.more_above = (int)d->n == d->limit; /* older ones are loaded when somebody goes there */
    list_draw(&d->notes, c, r, &dialog_note_rows, d, d->focus == FOCUS_NOTES);
}

/* --- the people --- */

static bool has_spoken(const struct dialog *d, const struct participant *p)
{
    for (size_t i = 0; i < d->n_spoken; i++)
        if (id_eq(&d->spoken[i], &p->id))
            return true;
    return false;
}

void dialog_person_draw(void *ctx, struct canvas *c, struct rect r, int i, bool focus)
{
    struct dialog *d = ctx;
    const struct participant *p = d->here[i];
    bool speaks = id_eq(&p->id, &d->speaker);
    (void)focus;
    canvas_sign(c, r.x, r.y, STYLE_ACCENT, speaks ? "▸" : " ");
    const char *name = short_name(d, p); /* its number ends where all numbers end */
    int before = p->number == NONE ? d->digits + 1 : d->digits - (int)strspn(name, "0123456789");
    canvas_put_cut(c, r.x + 1 + before, r.y, r.w - 3 - before, speaks ? STYLE_ACCENT : STYLE_NORMAL, name);
    if (p->role == ROLE_PESERTA && !has_spoken(d, p))
        canvas_sign(c, r.x + r.w - 1, r.y, STYLE_DIM, "○");
}

static void draw_people(struct screen *s, struct canvas *c, struct rect r)
{
    struct dialog *d = dialog_of(s);
    struct rect head = rect_take_top(&r, 1), foot = rect_take_bottom(&r, 1);
    canvas_put(c, head.x, head.y, STYLE_TITLE, _("HADIR"));
    canvas_put_cut(c, foot.x, foot.y, foot.w, STYLE_DIM, _("○ belum bicara"));
    d->people_at = r;
    list_draw(&d->people, c, r, &dialog_people_rows, d, d->focus == FOCUS_PEOPLE);
}

/* --- the foot: coverage or what Enter will do, and the capture line --- */

static void draw_reading(struct screen *s, struct canvas *c, struct rect r)
{
    struct dialog *d = dialog_of(s);
    if (d->editing) {
        canvas_put_cut(c, r.x, r.y, r.w, STYLE_DIM,
                       _("Enter simpan  Tab lisan/rumusan  ↑↓ catatan lain  Esc batal"));
        return;
    }
    if (!text_field_empty(&d->capture)) {
        struct capture_context context = dialog_context(s);
        struct capture reading = dialog_read(s);
        canvas_put_cut(c, r.x, r.y, r.w, reading.wait == CAPTURE_READY ? STYLE_DIM : STYLE_WARN,
                       capture_words(&reading, &context, d->scratch));
        return;
    }
    if (app_from_paper(ui_app(s->ui))) {
        canvas_put_cut(c, r.x, r.y, r.w, STYLE_WARN,
                       _("Dari kertas: awali jam pada kartu, mis. @10.35. Matikan: ^K"));
        return;
    }
    coverage_line_draw(c, r, d->d->participant.v, d->d->participant.n, d->scratch);
}

/* "[kertas 10.35] ", with the time of the last slip; "" while nothing is typed in from paper. */
static const char *paper_prompt(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    char clock[DATE_TEXT];
    if (!app_from_paper(ui_app(s->ui)))
        return "";
    return d->clock == NONE ? _("[kertas] ")
                            : arena_printf(d->scratch, _("[kertas %s] "), time_format(d->clock, clock));
}

static const char *prompt(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    if (d->editing) {
        const struct contribution *c = dialog_find(d, &d->target);
        const char *which = c && c->number != NONE ? arena_printf(d->scratch, "%lld ", (long long)c->number) : "";
        return arena_printf(d->scratch, d->editing_wording ? _("ubah %srumusan › ") : _("ubah %slisan › "), which);
    }
    const char *who = dialog_speaker_words(d, &d->speaker, NONE, false);
    return arena_printf(d->scratch, "%s%s › ", paper_prompt(s), *who ? text_clip(d->scratch, who, 24) : _("pembicara?"));
}

static void draw_capture(struct screen *s, struct canvas *c, struct rect r)
{
    struct dialog *d = dialog_of(s);
    bool focus = d->focus == FOCUS_CAPTURE;
    int used = canvas_put(c, r.x, r.y, focus ? STYLE_STRONG : STYLE_DIM, prompt(s));
    struct rect field = {r.x + used, r.y, r.w - used, 1};
    d->capture_at = r;
    text_field_draw(&d->capture, c, field, STYLE_INPUT, focus);
    if (text_field_empty(&d->capture))
        canvas_put_cut(c, field.x + 1, field.y, field.w - 1, STYLE_DIM,
                       d->editing && d->editing_wording ? _("tulis rumusannya, Enter menyimpan")
                                                        : _("tulis masukan, Enter menyimpan, ?? tanda"));
}

void dialog_draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct dialog *d = dialog_of(s);
    arena_reset(d->scratch);
    struct rect capture = rect_take_bottom(&r, 1), reading = rect_take_bottom(&r, 1);
    struct rect low = r.h > 4 ? rect_take_bottom(&r, 1) : (struct rect){0};
    canvas_hline(c, low.x, low.y, low.w, STYLE_RULE);
    d->people_at = (struct rect){0};
    if (r.w >= PEOPLE_FROM) {
        struct rect people = rect_take_left(&r, people_width(r.w)), gap = rect_take_left(&r, 2);
        draw_people(s, c, people);
        canvas_vline(c, gap.x, gap.y, gap.h, STYLE_RULE);
    }
    draw_notes(s, c, r);
    draw_reading(s, c, reading);
    draw_capture(s, c, capture);
}
