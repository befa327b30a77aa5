/* A book as bytes and back: "MFBOOK", version (u16), then the fields in the order below. */
#include "config.h"

#include <string.h>

#include "base/text.h"
#include "doc/book.h"
#include "doc/wire.h"

#define WIRE_MAGIC "MFBOOK"
#define WIRE_VERSION 1
#define MAX_COLUMNS 64
#define MAX_ROWS 1000000 /* a little less than a sheet of a spreadsheet program holds */
#define MAX_NAME 31      /* of a sheet, in Excel */

static void wire_cell(struct wire *w, struct cell *c)
{
    c->kind = (enum cell_kind)wire_choice(w, c->kind, CELL_STAMP);
    if (c->kind == CELL_TEXT)
        wire_needed(w, &c->text);
    else if (c->kind != CELL_EMPTY)
        c->number = (int64_t)wire_number(w, (uint64_t)c->number, 8);
}

static bool name_sound(const char *name)
{
    return name && *name && strlen(name) <= MAX_NAME && !strpbrk(name, "[]:*?/\\'");
}

static void wire_sheet(struct wire *w, struct book_sheet *s)
{
    wire_needed(w, &s->name);
    s->notes = wire_array(w, s->notes, &s->n_notes, sizeof *s->notes, 4);
    for (size_t i = 0; i < s->n_notes && !w->bad; i++)
        wire_needed(w, &s->notes[i]);
    s->columns = wire_array(w, s->columns, &s->n_columns, sizeof *s->columns, 8);
    if (!wire_check(w, s->n_columns > 0 && s->n_columns <= MAX_COLUMNS && name_sound(s->name)))
        return;
    for (size_t i = 0; i < s->n_columns && !w->bad; i++) {
        wire_needed(w, &s->columns[i].title);
        wire_size(w, &s->columns[i].width);
    }
    s->cells =
        wire_array(w, s->cells, &s->n_rows, s->n_columns * sizeof *s->cells, s->n_columns);
    wire_check(w, s->n_rows <= MAX_ROWS);
    for (size_t i = 0; i < s->n_rows * s->n_columns && !w->bad; i++)
        wire_cell(w, &s->cells[i]);
}

static void wire_book(struct wire *w, struct book *b)
{
    wire_text(w, &b->title);
    wire_text(w, &b->author);
    wire_text(w, &b->footer);
    b->date = (int64_t)wire_number(w, (uint64_t)b->date, 8);
    b->zone = (enum zone)wire_choice(w, b->zone, ZONE_WIT);
    wire_flag(w, &b->folio);
    b->sheets = wire_array(w, b->sheets, &b->n_sheets, sizeof *b->sheets, 12);
    wire_check(w, b->n_sheets > 0);
    for (size_t i = 0; i < b->n_sheets && !w->bad; i++)
        wire_sheet(w, &b->sheets[i]);
}

void book_write(const struct book *b, struct buf *out)
{
    struct wire w = {.out = out};
    struct book copy = *b;
    wire_start(&w, WIRE_MAGIC, WIRE_VERSION);
    wire_book(&w, &copy);
}

enum err_code book_read(struct arena *a, const void *p, size_t n, struct book **ret, struct err *e)
{
    struct wire w = {.p = p, .left = n, .a = a};
    enum err_code code = wire_open(&w, WIRE_MAGIC, WIRE_VERSION, e);
    if (code)
        return code;
    struct book *b = book_new(a);
    wire_book(&w, b);
    code = wire_close(&w, true, e);
    if (!code)
        *ret = b;
    return code;
}
