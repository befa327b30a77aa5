/* A sheet as CSV. */
#include "config.h"

#include "doc/book.h"

#include <string.h>

#include "base/text.h"

struct dialect {
    char comma;
    const char *line; /* its end */
    const char *mark; /* in front of everything */
    char point;       /* of decimals */
};
static const struct dialect dialects[] = {
    [CSV_SPREADSHEET] = {';', "\r\n", "\xef\xbb\xbf", ','},
    [CSV_PLAIN] = {',', "\n", "", '.'},
};

/* Blanks that a spreadsheet passes over before it looks for a formula; bytes of one of them, or 0. */
static size_t blank_at(const char *s)
{
    static const char *const blanks[] = {" ", "\n", "\xc2\xa0", "\xe3\x80\x80"};
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (strncmp(s, blanks[i], strlen(blanks[i])) == 0)
            return strlen(blanks[i]);
    return 0;
}

/* Plain and full-width signs that begin a formula, and the controls that some programs drop. */
static bool begins_formula(const char *s)
{
    static const char *const signs[] = {"=",    "+",    "-",    "@",
                                        "\t",   "\r",   "\xef\xbc\x9d", "\xef\xbc\x8b",
                                        "\xef\xbc\x8d", "\xef\xbc\xa0", "\xe2\x88\x92"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strncmp(s, signs[i], strlen(signs[i])) == 0)
            return true;
    return false;
}

/* A field that a reader could misunderstand stands in quotes, with its own quotes doubled. */
static void write_field(const char *s, size_t n, struct buf *out)
{
    bool quote = n && (s[0] == ' ' || s[n - 1] == ' ');
    for (size_t i = 0; i < n && !quote; i++)
        quote = memchr("\"\r\n,;\t", s[i], 6) != NULL;
    if (!quote) {
        buf_add(out, s, n);
        return;
    }
    buf_putc(out, '"');
    for (size_t i = 0; i < n; i++) {
        if (s[i] == '"')
            buf_putc(out, '"');
        buf_putc(out, s[i]);
    }
    buf_putc(out, '"');
}

static void write_text(const char *s, struct buf *out)
{
    struct buf b = BUF_INIT;
    size_t blanks = 0, more;
    while ((more = blank_at(s + blanks)) > 0)
        blanks += more;
    buf_add(&b, s, blanks);
    if (begins_formula(s + blanks))
        buf_putc(&b, '\'');
    buf_puts(&b, s + blanks);
    write_field(buf_str(&b), b.len, out);
    buf_done(&b);
}

static void write_decimal(const struct dialect *d, int64_t hundredths, struct buf *out)
{
    uint64_t v = hundredths < 0 ? 0 - (uint64_t)hundredths : (uint64_t)hundredths;
    buf_printf(out, "%s%llu%c%02llu", hundredths < 0 ? "-" : "", (unsigned long long)(v / 100),
               d->point, (unsigned long long)(v % 100));
}

/* Day first is how an Indonesian spreadsheet reads dates; programs read ISO. */
static void write_day(const struct dialect *d, int64_t day, struct buf *out)
{
    int year, month, of_month;
    date_split(day, &year, &month, &of_month);
    if (d->comma == ';')
        buf_printf(out, "%02d/%02d/%04d", of_month, month, year);
    else
        buf_printf(out, "%04d-%02d-%02d", year, month, of_month);
}

static void write_cell(const struct book *b, const struct dialect *d, const struct cell *c,
                       struct buf *out)
{
    switch (c->kind) {
    case CELL_EMPTY:
        break;
    case CELL_TEXT:
        write_text(c->text, out);
        break;
    case CELL_INTEGER:
        buf_printf(out, "%lld", (long long)c->number);
        break;
    case CELL_DECIMAL:
        write_decimal(d, c->number, out);
        break;
    case CELL_DATE:
        write_day(d, c->number, out);
        break;
    case CELL_STAMP: {
        int64_t minutes = stamp_minutes(c->number, b->zone);
        write_day(d, stamp_day(c->number, b->zone), out);
        buf_printf(out, " %02d:%02d", (int)(minutes / 60), (int)(minutes % 60));
        break;
    }
    }
}

void csv_write_sheet(const struct book *b, const struct book_sheet *s, enum csv_style style,
                     struct buf *out)
{
    const struct dialect *d = &dialects[style];
    buf_puts(out, d->mark);
    for (size_t i = 0; i < s->n_columns; i++) {
        if (i)
            buf_putc(out, d->comma);
        write_text(s->columns[i].title, out);
    }
    buf_puts(out, d->line);
    for (size_t r = 0; r < s->n_rows; r++) {
        for (size_t i = 0; i < s->n_columns; i++) {
            if (i)
                buf_putc(out, d->comma);
            write_cell(b, d, &s->cells[r * s->n_columns + i], out);
        }
        buf_puts(out, d->line);
    }
}
