#include "config.h"

#include "doc/book.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

const struct book_kind book_kinds[] = {
    {"peserta", N_("Daftar peserta"), build_peserta},
    {"rencana-aksi", N_("Rencana aksi"), build_rencana_aksi},
    {"masukan", N_("Masukan dan tanggapan"), build_masukan},
    {"rekap", N_("Rekapitulasi"), build_rekap},
    {NULL, NULL, NULL},
};

const struct book_kind *book_kind_find(const char *code)
{
    for (const struct book_kind *k = book_kinds; k->code; k++)
        if (strcmp(k->code, code) == 0)
            return k;
    return NULL;
}

struct book *book_new(struct arena *a)
{
    struct book *b = ARENA_NEW(a, struct book);
    b->arena = a;
    return b;
}

static const char *own(struct book *b, const char *s)
{
    const char *clean = text_export(b->arena, s);
    return clean == s ? arena_strdup(b->arena, s) : clean;
}

struct book_sheet *book_sheet(struct book *b, const char *name, const struct book_column *columns,
                              size_t n)
{
    assert(n > 0);
    b->sheets = arena_more(b->arena, b->sheets, b->n_sheets, sizeof *b->sheets);
    struct book_sheet *s = &b->sheets[b->n_sheets++];
    *s = (struct book_sheet){.name = own(b, name), .n_columns = n};
    s->columns = ARENA_ARRAY(b->arena, struct book_column, n);
    for (size_t i = 0; i < n; i++)
        s->columns[i] = (struct book_column){own(b, columns[i].title), columns[i].width};
    return s;
}

void book_note(struct book *b, struct book_sheet *s, const char *line)
{
    s->notes = arena_more(b->arena, s->notes, s->n_notes, sizeof *s->notes);
    s->notes[s->n_notes++] = own(b, line);
}

struct cell *book_row(struct book *b, struct book_sheet *s)
{
    s->cells = arena_more(b->arena, s->cells, s->n_rows, s->n_columns * sizeof *s->cells);
    struct cell *row = &s->cells[s->n_rows++ * s->n_columns];
    memset(row, 0, s->n_columns * sizeof *row);
    return row;
}

struct cell book_text(struct book *b, const char *text)
{
    if (!text || !*text)
        return (struct cell){0};
    return (struct cell){.kind = CELL_TEXT, .text = own(b, text)};
}

static struct cell number_cell(enum cell_kind kind, int64_t n)
{
    return n == NONE ? (struct cell){0} : (struct cell){.kind = kind, .number = n};
}

struct cell book_integer(int64_t n)
{
    return number_cell(CELL_INTEGER, n);
}

struct cell book_decimal(int64_t hundredths)
{
    return number_cell(CELL_DECIMAL, hundredths);
}

struct cell book_date(int64_t day)
{
    return number_cell(CELL_DATE, day);
}

struct cell book_stamp(int64_t ms)
{
    return number_cell(CELL_STAMP, stamp_day(ms, ZONE_WIB) == NONE ? NONE : ms);
}

/* --- dump --- */

static void dump_cell(const struct book *b, const struct cell *c, struct buf *out)
{
    char text[DATE_TEXT];
    switch (c->kind) {
    case CELL_EMPTY:
        buf_puts(out, "-");
        break;
    case CELL_TEXT:
        buf_putc(out, '"');
        for (const char *p = c->text; *p; p++) {
            if (*p == '\n')
                buf_puts(out, "\\n");
            else
                buf_putc(out, *p);
        }
        buf_putc(out, '"');
        break;
    case CELL_INTEGER:
        buf_printf(out, "%lld", (long long)c->number);
        break;
    case CELL_DECIMAL:
        buf_printf(out, "%lld/100", (long long)c->number);
        break;
    case CELL_DATE:
        buf_puts(out, date_iso(c->number, text));
        break;
    case CELL_STAMP:
        buf_puts(out, stamp_iso(c->number, b->zone, text));
        break;
    }
}

static void dump_sheet(const struct book *b, const struct book_sheet *s, struct buf *out)
{
    buf_printf(out, "sheet \"%s\"\n", s->name);
    for (size_t i = 0; i < s->n_notes; i++)
        buf_printf(out, "note \"%s\"\n", s->notes[i]);
    for (size_t i = 0; i < s->n_columns; i++)
        buf_printf(out, "%s%s (%g)", i ? " | " : "", s->columns[i].title, s->columns[i].width);
    buf_putc(out, '\n');
    for (size_t i = 0; i < s->n_rows * s->n_columns; i++) {
        dump_cell(b, &s->cells[i], out);
        buf_puts(out, (i + 1) % s->n_columns ? " | " : "\n");
    }
}

void book_dump(const struct book *b, struct buf *out)
{
    char text[DATE_TEXT];
    buf_printf(out, "book \"%s\" by \"%s\" at %s%s\nfooter \"%s\"\n", TXT(b->title), TXT(b->author),
               stamp_iso(b->date, b->zone, text), b->folio ? ", F4" : "", TXT(b->footer));
    for (size_t i = 0; i < b->n_sheets; i++)
        dump_sheet(b, &b->sheets[i], out);
}
