/* The text writer's tables: column widths from the words that have to fit, wrapped cells, never a
 * cut word. */
#include "config.h"

#include <string.h>

#include "base/text.h"
#include "doc/text_writer.h"

#define COLUMNS_MAX 64
#define WORD_MOST                                                                                  \
    24 /* a longer word may be wrapped inside rather than starve the other columns                 \
        */

struct widths {
    int least[COLUMNS_MAX]; /* the longest word */
    int natural[COLUMNS_MAX];
    int cells[COLUMNS_MAX]; /* chosen */
};

/* Frame pieces: left, middle, right for top, between, bottom; then the line and the bar. */
struct frame {
    const char *corner[3][3];
    const char *line, *bar;
};

static const struct frame frames[2] = {
    {{{"+", "+", "+"}, {"+", "+", "+"}, {"+", "+", "+"}}, "-", "|"},
    {{{"┌", "┬", "┐"}, {"├", "┼", "┤"}, {"└", "┴", "┘"}}, "─", "│"},
};

static const char *cell(const struct table *tb, size_t row, size_t col)
{
    return TXT(tb->cells[row * tb->n_columns + col]);
}

/* The signature column of an attendance list: odd numbers at the left, even ones in the middle, so
 * that two signatures never touch (domain 7.1). */
static const char *zigzag_cell(struct pen *p, const struct table *tb, size_t row, int cells)
{
    const char *own = cell(tb, row, tb->n_columns - 1);
    if (*own)
        return own;
    const char *number = cell(tb, row, 0);
    int indent = row % 2 ? cells / 3 : 0;
    return arena_printf(p->a, "%*s%s ....", indent, "", number);
}

static void measure(struct widths *w, size_t col, const char *s)
{
    while (*s) {
        size_t line = strcspn(s, "\n");
        int width = text_width(s, line);
        w->natural[col] = width > w->natural[col] ? width : w->natural[col];
        for (size_t i = 0; i < line;) {
            size_t word = strcspn(s + i, " \n");
            if (i + word > line)
                word = line - i;
            int cells = text_width(s + i, word);
            if (cells > WORD_MOST)
                cells = WORD_MOST;
            w->least[col] = cells > w->least[col] ? cells : w->least[col];
            i += word + 1;
        }
        s += line + (s[line] == '\n');
    }
}

static int sum(const int *v, size_t n)
{
    int total = 0;
    for (size_t i = 0; i < n; i++)
        total += v[i];
    return total;
}

/* False when the longest words do not fit side by side. */
static bool choose_widths(const struct table *tb, int width, struct widths *w)
{
    size_t n = tb->n_columns;
    int room = width - (int)n * 3 - 1;
    *w = (struct widths){0};
    for (size_t c = 0; c < n; c++) {
        w->least[c] = w->natural[c] = 1;
        measure(w, c, tb->columns[c].title);
        for (size_t r = 0; r < tb->n_rows; r++)
            measure(w, c, cell(tb, r, c));
    }
    if (tb->zigzag) {
        w->least[n - 1] = w->least[n - 1] > 12 ? w->least[n - 1] : 12;
        w->natural[n - 1] = w->natural[n - 1] > 24 ? w->natural[n - 1] : 24;
    }
    int least = sum(w->least, n), natural = sum(w->natural, n);
    if (least > room)
        return false;
    int extra = room - least, wanted = natural - least, given = 0;
    for (size_t c = 0; c < n; c++) {
        int more = w->natural[c] - w->least[c];
        w->cells[c] = w->least[c] + (wanted <= extra ? more : wanted ? more * extra / wanted : 0);
        given += w->cells[c];
    }
    /* what rounding left over goes to the widest wish */
    size_t widest = 0;
    for (size_t c = 1; c < n; c++)
        if (w->natural[c] - w->cells[c] > w->natural[widest] - w->cells[widest])
            widest = c;
    if (wanted > extra)
        w->cells[widest] += room - given;
    return true;
}

static void rule(struct pen *p, const struct widths *w, size_t n, int place)
{
    const struct frame *f = &frames[p->boxes];
    for (size_t c = 0; c < n; c++) {
        buf_puts(p->out, f->corner[place][c == 0 ? 0 : 1]);
        pen_repeat(p, f->line, w->cells[c] + 2);
    }
    buf_puts(p->out, f->corner[place][2]);
    buf_putc(p->out, '\n');
}

/* One row: as many lines as its fullest cell needs. */
static void write_row(struct pen *p, const struct table *tb, const struct widths *w,
                      const char *const *cells, bool header, size_t least_lines)
{
    struct text_lines lines[COLUMNS_MAX];
    size_t n = tb->n_columns, height = least_lines;
    for (size_t c = 0; c < n; c++) {
        lines[c] = text_wrap(p->a, cells[c], w->cells[c]);
        height = lines[c].n > height ? lines[c].n : height;
    }
    for (size_t i = 0; i < height; i++) {
        for (size_t c = 0; c < n; c++) {
            const struct text_line *l = i < lines[c].n ? &lines[c].v[i] : NULL;
            enum align align = header ? ALIGN_CENTER : tb->columns[c].align;
            buf_puts(p->out, frames[p->boxes].bar);
            buf_putc(p->out, ' ');
            pen_field(p, l ? cells[c] + l->off : "", l ? l->len : 0, w->cells[c], align);
            buf_putc(p->out, ' ');
        }
        buf_puts(p->out, frames[p->boxes].bar);
        buf_putc(p->out, '\n');
    }
}

static void write_frame(struct pen *p, const struct table *tb, const struct widths *w)
{
    size_t n = tb->n_columns;
    const char *cells[COLUMNS_MAX];
    for (size_t c = 0; c < n; c++)
        cells[c] = tb->columns[c].title;
    rule(p, w, n, 0);
    write_row(p, tb, w, cells, true, 1);
    for (size_t r = 0; r < tb->n_rows; r++) {
        for (size_t c = 0; c < n; c++)
            cells[c] = cell(tb, r, c);
        if (tb->zigzag)
            cells[n - 1] = zigzag_cell(p, tb, r, w->cells[n - 1]);
        rule(p, w, n, 1);
        write_row(p, tb, w, cells, false, tb->row_height > 0 ? 2 : 1);
    }
    rule(p, w, n, 2);
}

/* A title on one line, whatever its column in a table asks for. */
static const char *one_line(struct pen *p, const char *title)
{
    char *line = arena_strdup(p->a, title);
    for (char *s = line; (s = strchr(s, '\n')) != NULL;)
        *s = ' ';
    return line;
}

/* The narrow form: every row as lines "title: value". */
static void write_records(struct pen *p, const struct table *tb)
{
    for (size_t r = 0; r < tb->n_rows; r++) {
        pen_repeat(p, frames[p->boxes].line, p->width);
        buf_putc(p->out, '\n');
        for (size_t c = 0; c < tb->n_columns; c++) {
            const char *value = cell(tb, r, c);
            if (tb->zigzag && c + 1 == tb->n_columns && !*value)
                value = "....";
            pen_block(p, arena_printf(p->a, "%s: %s", one_line(p, tb->columns[c].title), value), NULL, 0,
                      p->width, ALIGN_LEFT);
        }
    }
    pen_repeat(p, frames[p->boxes].line, p->width);
    buf_putc(p->out, '\n');
}

void pen_table(struct pen *p, const struct table *tb)
{
    struct widths w;
    if (tb->n_columns <= COLUMNS_MAX && choose_widths(tb, p->width, &w))
        write_frame(p, tb, &w);
    else
        write_records(p, tb);
}
