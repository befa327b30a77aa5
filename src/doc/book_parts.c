#include "config.h"

#include "doc/book_parts.h"

#include <assert.h>

#include "base/text.h"

/* "Kamis, 12 November 2026, pukul 08.30 WITA, Aula ..." */
static const char *when_and_where(const struct paper *p)
{
    char day[DATE_TEXT];
    const char *line = p->s->date == NONE ? "" : date_day_long(p->s->date, day);
    if (p->s->start_time != NONE)
        line = arena_printf(p->a, "%s%spukul %s", line, *line ? ", " : "",
                            paper_time(p, p->s->start_time));
    if (p->s->place)
        line = arena_printf(p->a, "%s%s%s", line, *line ? ", " : "", p->s->place);
    return arena_strdup(p->a, line);
}

static void add_notes(struct book_maker *m, const char *title)
{
    const struct paper *p = &m->p;
    const char *lines[] = {
        title,
        arena_printf(p->a, "Forum Konsultasi Publik: %s", paper_or_dots(p->s->theme, DOTS_LONG)),
        p->s->unit,
        when_and_where(p),
        p->published ? "Versi publikasi: tanpa data pribadi."
                     : "Versi arsip: memuat data pribadi, tidak untuk dipublikasikan.",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (lines[i] && *lines[i])
            book_note(m->b, m->sheet, lines[i]);
}

struct book_maker book_begin(const struct dossier *d, const struct doc_options *o, struct arena *a,
                             const char *name, const char *title,
                             const struct book_choice *choices, size_t n)
{
    struct book_maker m = {.p = paper_begin(d, o, a, title), .b = book_new(a)};
    struct book_column columns[BOOK_COLUMNS];
    size_t chosen = 0;
    assert(n <= BOOK_COLUMNS);
    for (size_t i = 0; i < n; i++) {
        if (choices[i].archive && m.p.published)
            continue;
        m.which[chosen] = (int)i;
        columns[chosen++] = choices[i].column;
    }
    m.b->title = m.p.t->title;
    m.b->author = m.p.t->author;
    m.b->date = m.p.t->date;
    m.b->zone = dossier_zone(m.p.d);
    m.b->folio = m.p.s->paper == PAPER_F4;
    m.b->footer = title;
    m.sheet = book_sheet(m.b, name, columns, chosen);
    add_notes(&m, title);
    return m;
}

void book_add(struct book_maker *m, const struct cell *all)
{
    struct cell *row = book_row(m->b, m->sheet);
    for (size_t i = 0; i < m->sheet->n_columns; i++)
        row[i] = all[m->which[i]];
}

struct cell book_words(struct book_maker *m, const char *text)
{
    return book_text(m->b, text && *text ? paper_fill_gaps(&m->p, text) : NULL);
}

struct cell book_yes(struct book_maker *m, bool yes)
{
    return book_text(m->b, yes ? "ya" : NULL);
}
