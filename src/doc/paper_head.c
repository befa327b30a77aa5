/* What the papers around the berita acara share: title, day and hours, and who led and wrote. */
#include "config.h"

#include "doc/paper.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"

void paper_landscape(struct paper *p)
{
    double width = p->t->page_width;
    p->t->page_width = p->t->page_height;
    p->t->page_height = width;
}

void paper_title(struct paper *p, const char *first)
{
    struct node *n = tree_add(p->t, NODE_TITLE);
    tree_add_run(p->t, n, first, true, 1.1);
    tree_add_run(p->t, n, "FORUM KONSULTASI PUBLIK", true, 0);
    tree_add_run(p->t, n, paper_upper(p, paper_or_dots(p->s->theme, DOTS_LONG)), true, 0);
}

const char *paper_day(const struct paper *p)
{
    char day[DATE_TEXT];
    return p->s->date == NONE ? DOTS_LONG : arena_strdup(p->a, date_day_long(p->s->date, day));
}

const char *paper_hours(const struct paper *p)
{
    return arena_printf(p->a, "%s s.d. %s", paper_time(p, p->s->start_time),
                        p->s->end_time != NONE ? paper_time(p, p->s->end_time) : "selesai");
}

void paper_when_and_where(struct paper *p)
{
    struct node *n = tree_add(p->t, NODE_FACTS);
    tree_add_fact(p->t, n, "Hari/Tanggal", paper_day(p));
    tree_add_fact(p->t, n, "Waktu", paper_hours(p));
    tree_add_fact(p->t, n, "Tempat", paper_or_dots(p->s->place, DOTS_LONG));
}

const char *paper_place_and_date(const struct paper *p, int64_t day)
{
    return arena_printf(p->a, "%s, %s", paper_or_dots(p->s->town, DOTS_SHORT), paper_date(p, day));
}

void paper_mark_unlocked(struct paper *p)
{
    if (p->d->agreement.n > 0 && !dossier_lock(p->d))
        p->t->footer = "Berita acara belum dikunci: kesepakatan di sini masih dapat berubah";
}

const char *paper_planned(const struct paper *p, const struct agenda *g)
{
    char from[DATE_TEXT], to[DATE_TEXT];
    if (g->start_time == NONE)
        return "";
    time_format(g->start_time, from);
    if (g->minutes == NONE || g->minutes <= 0)
        return arena_printf(p->a, "%s", from);
    int64_t end = (g->start_time + g->minutes) % (24 * 60);
    return arena_printf(p->a, "%s - %s", from, time_format(end, to));
}

const char *paper_held(const struct paper *p, const struct agenda *g)
{
    char from[DATE_TEXT], to[DATE_TEXT];
    if (g->started_at == NONE)
        return "";
    stamp_clock(g->started_at, dossier_zone(p->d), from);
    if (g->ended_at == NONE)
        return arena_printf(p->a, "%s", from);
    return arena_printf(p->a, "%s - %s", from, stamp_clock(g->ended_at, dossier_zone(p->d), to));
}

const char *paper_limit_value(const struct paper *p, const struct agreement *g)
{
    if (g->due != NONE)
        return paper_date(p, g->due);
    if (g->duration == NONE)
        return NULL;
    const char *unit =
        paper_or_dots(dict_enum_label(ENUMSET_duration_unit, g->duration_unit), "hari");
    return arena_printf(p->a, "%s %s", paper_count(p, g->duration), unit);
}

const char *paper_limit(const struct paper *p, const struct agreement *g)
{
    const char *horizon = dict_enum_label(ENUMSET_horizon, g->horizon);
    const char *value = paper_or_dots(paper_limit_value(p, g), DOTS_SHORT);
    if (!*horizon)
        return value;
    /* a duration has its own parentheses */
    const char *form = strchr(value, '(') ? "%s\n%s" : "%s\n(%s)";
    return arena_printf(p->a, form, horizon, value);
}

const char *paper_region(const struct paper *p)
{
    static const char government[] = "Pemerintah ";
    const char *s = TXT(p->s->institution);
    size_t n = strlen(government);
    return strncasecmp(s, government, n) == 0 ? s + n : s;
}

const char *paper_people(const struct paper *p, int64_t role)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < p->d->participant.n; i++) {
        const struct participant *who = &p->d->participant.v[i];
        if (who->role != role || !who->name || who->attendance == ATTENDANCE_TIDAK)
            continue;
        buf_printf(&b, "%s%s", b.len ? "; " : "", who->name);
    }
    const char *out = b.len ? arena_strdup(p->a, buf_str(&b)) : NULL;
    buf_done(&b);
    return out;
}

const char *paper_evidence(const struct paper *p, const struct evidence *x)
{
    if (x->have > 0)
        return arena_printf(p->a, "Terdaftar %lld", (long long)x->have);
    switch (x->kind) {
    case DOC_BA_TTD:
    case DOC_HADIR_TTD:
        return "Naskah terlampir, pindaian bertanda tangan belum ada";
    case DOC_UNDANGAN:
    case DOC_NOTULA:
    case DOC_LAPORAN:
    case DOC_RTL:
        return "Naskah terlampir";
    default:
        return "Belum ada";
    }
}

static const struct participant *first_with_role(const struct paper *p, int64_t role)
{
    for (size_t i = 0; i < p->d->participant.n; i++)
        if (p->d->participant.v[i].role == role && p->d->participant.v[i].name)
            return &p->d->participant.v[i];
    return NULL;
}

static const struct signatory *signatory_with_role(const struct paper *p, int64_t role)
{
    for (size_t i = 0; i < p->d->signatory.n; i++)
        if (p->d->signatory.v[i].role == role)
            return &p->d->signatory.v[i];
    return NULL;
}

void paper_role_block(struct paper *p, struct node *n, int64_t sign_role, int64_t role,
                      const char *first_line)
{
    const struct signatory *who = signatory_with_role(p, sign_role);
    const struct participant *person =
        who ? dossier_participant(p->d, &who->participant) : first_with_role(p, role);
    struct signature *b = tree_signature(p->t, n);
    size_t h = 0;
    if (first_line)
        b->head[h++] = tree_text(p->t, first_line);
    const char *label = dict_enum_label(ENUMSET_signatory_role, sign_role);
    b->head[h++] = tree_text(p->t, arena_printf(p->a, "%s,", label));
    b->head[h] = who ? paper_signed_mark(p, who) : NULL;
    paper_sign_name(p, b, who, person, false); /* who leads and who writes need not be an official */
}
