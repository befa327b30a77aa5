#include "config.h"

#include "doc/calendar.h"
#include "doc/paper.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "model/due.h"
#include "model/outcome.h"

#define LINE_BYTES 75 /* without its CRLF */
#define REMIND_DAYS 7
#define SUMMARY_CELLS 90 /* what calendars show */

struct calendar {
    struct buf *out;
    const struct dossier *d;
    struct arena *a;
    const char *stamp; /* DTSTAMP of every event */
};

struct deadline {
    struct id row;
    int64_t day;
    int64_t revision; /* how often it was moved */
    bool done;        /* needs no reminder */
    const char *what; /* "Tindak lanjut", ... */
    const char *summary;
    const char *description;
};

/* --- lines --- */

/* One content line: cut into pieces of at most 75 bytes, never inside a character. */
static void put_line(struct calendar *c, const char *line)
{
    size_t room = LINE_BYTES, len = strlen(line);
    while (len > room) {
        size_t n = room;
        while (n > 1 && ((unsigned char)line[n] & 0xC0) == 0x80)
            n--;
        buf_add(c->out, line, n);
        buf_puts(c->out, "\r\n ");
        line += n;
        len -= n;
        room = LINE_BYTES - 1; /* the blank in front */
    }
    buf_add(c->out, line, len);
    buf_puts(c->out, "\r\n");
}

/* A value of type TEXT. */
static const char *escaped(struct calendar *c, const char *s)
{
    struct buf b = BUF_INIT;
    for (; *s; s++) {
        if (*s == '\n') {
            buf_puts(&b, "\\n");
        } else if ((unsigned char)*s >= 0x20 && *s != 0x7f) {
            if (strchr("\\;,", *s))
                buf_putc(&b, '\\');
            buf_putc(&b, *s);
        }
    }
    return buf_into(&b, c->a);
}

static void put_text(struct calendar *c, const char *name, const char *value)
{
    if (value && *value)
        put_line(c, arena_printf(c->a, "%s:%s", name, escaped(c, text_export(c->a, value))));
}

static const char *day_value(struct calendar *c, int64_t day)
{
    int y, m, d;
    date_split(day, &y, &m, &d);
    return arena_printf(c->a, "%04d%02d%02d", y, m, d);
}

static const char *id_text(struct calendar *c, const struct id *id)
{
    char hex[2 * sizeof id->b + 1];
    for (size_t i = 0; i < sizeof id->b; i++)
        snprintf(hex + 2 * i, 3, "%02x", id->b[i]);
    return arena_strdup(c->a, hex);
}

/* --- events --- */

static void put_reminder(struct calendar *c, const struct deadline *x)
{
    put_line(c, "BEGIN:VALARM");
    put_line(c, "ACTION:DISPLAY");
    put_line(c, arena_printf(c->a, "TRIGGER:-P%dD", REMIND_DAYS));
    put_text(c, "DESCRIPTION", arena_printf(c->a, "%d hari lagi: %s", REMIND_DAYS, x->summary));
    put_line(c, "END:VALARM");
}

static void put_event(struct calendar *c, const struct deadline *x)
{
    if (x->day == NONE)
        return;
    put_line(c, "BEGIN:VEVENT");
    put_line(c, arena_printf(c->a, "UID:%s@fkp.mufakat", id_text(c, &x->row)));
    put_line(c, arena_printf(c->a, "DTSTAMP:%s", c->stamp));
    put_line(c, arena_printf(c->a, "SEQUENCE:%lld", (long long)x->revision));
    put_line(c, arena_printf(c->a, "DTSTART;VALUE=DATE:%s", day_value(c, x->day)));
    put_line(c, arena_printf(c->a, "DTEND;VALUE=DATE:%s", day_value(c, x->day + 1)));
    put_text(c, "SUMMARY", x->summary);
    put_text(c, "DESCRIPTION", x->description);
    put_text(c, "CATEGORIES", x->what);
    put_line(c, "TRANSP:TRANSPARENT");
    if (!x->done)
        put_reminder(c, x);
    put_line(c, "END:VEVENT");
}

static const char *line_of(struct calendar *c, const char *text, const char *label,
                           const char *value)
{
    if (!value || !*value)
        return text;
    return arena_printf(c->a, "%s%s%s: %s", text, *text ? "\n" : "", label, value);
}

static int64_t moves_of(const struct dossier *d, const struct agreement *g)
{
    int64_t n = 0;
    for (size_t i = 0; i < d->deadline_move.n; i++)
        n += id_eq(&d->deadline_move.v[i].agreement, &g->id);
    return n;
}

static void put_agreement(struct calendar *c, const struct agreement *g, size_t number)
{
    int64_t progress = g->progress == NONE ? PROGRESS_BELUM : g->progress;
    bool done = progress == PROGRESS_SELESAI || progress == PROGRESS_TIDAK_DAPAT;
    const char *status = dict_enum_label(ENUMSET_progress, progress);
    const char *about = line_of(c, "", "Masalah", g->problem);
    about = line_of(c, about, "Kesepakatan", g->recommendation);
    about = line_of(c, about, "Rencana aksi", g->action_plan);
    about = line_of(c, about, "Penanggung jawab", g->responsible);
    about = line_of(c, about, "Status", status);
    const struct deadline x = {
        .row = g->id,
        .day = due_effective(c->d, g),
        .revision = moves_of(c->d, g),
        .done = done,
        .what = "Tindak lanjut FKP",
        .summary = arena_printf(c->a, "%s kesepakatan %zu: %s", done ? status : "Batas waktu",
                                number, paper_shortened(c->a, TXT(g->recommendation), SUMMARY_CELLS)),
        .description = about,
    };
    put_event(c, &x);
}

static void put_parked(struct calendar *c, const struct parked *p)
{
    const char *about = line_of(c, "", "Usulan", p->text);
    about = line_of(c, about, "Alasan", p->reason);
    about = line_of(c, about, "Diteruskan ke", p->forwarded_to);
    const struct deadline x = {
        .row = p->id,
        .day = p->answer_by,
        .what = "Janji jawab FKP",
        .summary =
            arena_printf(c->a, "Janji jawab: %s", paper_shortened(c->a, TXT(p->text), SUMMARY_CELLS)),
        .description = about,
    };
    put_event(c, &x);
}

static void put_report(struct calendar *c)
{
    const struct session *s = dossier_session(c->d);
    const struct deadline x = {
        .row = s->id,
        .day = s->report_due,
        .what = "Laporan FKP",
        .summary = "Batas laporan pelaksanaan Forum Konsultasi Publik",
        .description = s->theme,
    };
    put_event(c, &x);
}

/* When the session was; the beginning of its day when no hour is given. Never the present. */
static const char *session_stamp(struct calendar *c)
{
    const struct session *s = dossier_session(c->d);
    if (s->date == NONE)
        return "19700101T000000Z";
    int64_t start = s->start_time == NONE ? 0 : s->start_time;
    int64_t utc = s->date * 1440 + start - zone_offset_minutes(dossier_zone(c->d));
    int64_t day = utc >= 0 ? utc / 1440 : -((1439 - utc) / 1440);
    int64_t minutes = utc - day * 1440;
    return arena_printf(c->a, "%sT%02d%02d00Z", day_value(c, day), (int)(minutes / 60),
                        (int)(minutes % 60));
}

void calendar_write(const struct dossier *d, struct buf *out)
{
    struct calendar c = {.out = out, .d = d, .a = arena_new()};
    const struct session *s = dossier_session(d);
    struct agreement_order order = agreement_order_of(d, c.a);
    c.stamp = session_stamp(&c);
    put_line(&c, "BEGIN:VCALENDAR");
    put_line(&c, "VERSION:2.0");
    put_line(&c, "PRODID:-//Mufakat//Forum Konsultasi Publik//ID");
    put_line(&c, "CALSCALE:GREGORIAN");
    put_text(&c, "X-WR-CALNAME",
             arena_printf(c.a, "Tenggat FKP %s", TXT(s->unit_short ? s->unit_short : s->unit)));
    for (size_t i = 0; i < order.n_agreed; i++)
        put_agreement(&c, order.v[i], i + 1);
    for (size_t i = 0; i < d->parked.n; i++)
        put_parked(&c, &d->parked.v[i]);
    put_report(&c);
    put_line(&c, "END:VCALENDAR");
    arena_free(c.a);
}
