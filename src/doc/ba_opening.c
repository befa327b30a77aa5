/* Berita acara: letterhead, title, legal basis, opening paragraph. */
#include "config.h"

#include "doc/berita_acara.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "model/coverage.h"

static void title_line(struct paper *p, struct node *n, const char *line)
{
    tree_add_run(p->t, n, paper_upper(p, line), true, 0);
}

/* The title ends with the year, so a theme that ends with the same year loses it there. */
static const char *theme_for_title(const struct paper *p, int year)
{
    const char *theme = paper_or_dots(p->s->theme, DOTS_LONG);
    char tail[32];
    snprintf(tail, sizeof tail, " tahun %d", year);
    size_t n = strlen(theme), t = strlen(tail);
    if (n > t && strcasecmp(theme + n - t, tail) == 0)
        return arena_memdup(p->a, theme, n - t);
    return theme;
}

static void own_title(struct paper *p, struct node *n)
{
    const char *line = p->s->ba_title;
    while (*line) {
        size_t len = strcspn(line, "\n");
        if (len)
            tree_add_run(p->t, n, arena_memdup(p->a, line, len), true, 0);
        line += len + (line[len] == '\n');
    }
}

static void number_line(struct paper *p, struct node *n)
{
    if (IS_SET(p->s->with_number))
        tree_add_run(p->t, n,
                     arena_printf(p->a, "NOMOR: %s", paper_or_dots(p->s->ba_number, DOTS_LONG)),
                     true, 0);
}

static void usual_title(struct paper *p, struct node *n, const char *const *lines,
                        enum ba_number number)
{
    int year = 0;
    if (p->s->date != NONE)
        date_split(p->s->date, &year, NULL, NULL);
    for (size_t i = 0; lines[i]; i++) {
        title_line(p, n, lines[i]);
        if (i == 0 && number == BA_NUMBER_SECOND)
            number_line(p, n);
    }
    const char *theme = theme_for_title(p, year);
    title_line(p, n, number == BA_NUMBER_SECOND ? theme : arena_printf(p->a, "Tentang %s", theme));
    title_line(p, n, arena_printf(p->a, "Pada %s", paper_or_dots(p->s->unit, DOTS_LONG)));
    const char *when = year ? arena_printf(p->a, "%d", year) : DOTS_SHORT;
    const char *where = paper_region(p);
    title_line(p, n, arena_printf(p->a, "%s%sTahun %s", where, *where ? " " : "", when));
    if (number == BA_NUMBER_LAST)
        number_line(p, n);
}

void ba_title(struct ba *b, const char *const *lines, enum ba_number number)
{
    struct paper *p = &b->p;
    struct node *n = tree_add(p->t, NODE_TITLE);
    if (!p->s->ba_title || !*p->s->ba_title) {
        usual_title(p, n, lines, number);
        return;
    }
    own_title(p, n);
    if (number != BA_NUMBER_NOT)
        number_line(p, n);
}

void ba_legal_basis(struct ba *b)
{
    struct paper *p = &b->p;
    if (!IS_SET(p->s->with_legal) || p->d->legal_basis.n == 0)
        return;
    tree_paragraph(p->t, "Dasar:")->keep_with_next = true;
    struct node *n = tree_add(p->t, NODE_LIST);
    n->numbered = true;
    for (size_t i = 0; i < p->d->legal_basis.n; i++)
        tree_add_item(p->t, n, p->d->legal_basis.v[i].text);
}

/* In words or in numerals (domain 6.1, point 3). */
const char *ba_day(const struct paper *p)
{
    if (p->s->date == NONE)
        return DOTS_SHORT " tanggal " DOTS_SHORT " bulan " DOTS_SHORT " tahun " DOTS_SHORT;
    char out[DATE_TEXT], words[192];
    if (p->s->date_style == DATE_STYLE_ANGKA)
        return arena_strdup(p->a, date_day_long(p->s->date, out));
    enum words_case wc = p->s->words_case == CASE_TITLE ? WORDS_TITLE : WORDS_LOWER;
    date_words(p->s->date, wc, words, sizeof words);
    return arena_printf(p->a, "%s (%s)", words, date_numeric(p->s->date, out));
}

const char *ba_attended(const struct ba *b)
{
    const struct paper *p = &b->p;
    struct coverage c = coverage_of(p->d->participant.v, p->d->participant.n);
    bool counted = c.present > 0;
    const char *list = b->by_hand || ba_attachment_name(b, BA_ATTENDANCE)
                           ? "sebagaimana daftar hadir terlampir"
                           : "sebagaimana tercantum dalam daftar hadir";
    return arena_printf(p->a, "%s orang dari %s unsur %s",
                        paper_count(p, counted ? c.present : NONE),
                        paper_count(p, counted ? c.unsur : NONE), list);
}

void ba_opening(struct ba *b)
{
    static const char *const lines[] = {"Berita Acara", "Hasil Forum Konsultasi Publik (FKP)",
                                        NULL};
    struct paper *p = &b->p;
    paper_letterhead(p);
    ba_title(b, lines, BA_NUMBER_LAST);
    ba_legal_basis(b);
    tree_paragraph(p->t,
                   "Pada hari ini, %s, mulai pukul %s bertempat di %s, telah dilaksanakan Forum "
                   "Konsultasi Publik tentang %s, yang dihadiri oleh %s.",
                   ba_day(p), paper_time(p, p->s->start_time),
                   paper_or_dots(p->s->place, DOTS_LONG), paper_or_dots(p->s->theme, DOTS_LONG),
                   ba_attended(b))
        ->first_indent = true;
}
