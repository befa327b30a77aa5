#include "config.h"

#include "press/xlsx.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"

#define CELL_UNITS 32767 /* UTF-16 units that a cell may hold */
#define CUT_MARK " ... (terpotong: teks ini lebih panjang daripada isi satu sel)"
#define LINE_HEIGHT 15             /* points, of the usual letters */
#define ROW_HEIGHT_MOST 409        /* points, the format's own limit */
#define FOOTER_LIMIT 200           /* of 255, the rest is ours */
#define PAPER_A4 9                 /* numbers of the format */
#define PAPER_FOLIO 14             /* 8.5 x 13 inch, what offices here call F4 */
#define FIRST_DAY (-25567)         /* 1 January 1900: earlier days have no number */
#define LAST_DAY 2932896           /* 31 December 9999 */
#define NO_DATE ((time_t)315532800) /* 1 January 1980, when the session has none: never the present */

enum style { STYLE_TITLE, STYLE_NOTE, STYLE_HEADER, STYLE_TEXT, STYLE_INTEGER, STYLE_DECIMAL, STYLE_DATE, STYLE_STAMP, STYLE_COUNT };

struct sheet_writer {
    const struct book *b;
    struct arena *a;
    lxw_workbook *workbook;
    lxw_worksheet *sheet;
    lxw_format *style[STYLE_COUNT];
    lxw_error error; /* the first one */
};

static void note_error(struct sheet_writer *w, lxw_error error)
{
    if (w->error == LXW_NO_ERROR)
        w->error = error;
}

/* --- text --- */

/* "_x0041_" means the letter A to spreadsheets; its underscore is written as such a code itself. */
static bool looks_like_code(const char *s)
{
    return s[0] == '_' && s[1] == 'x' && strspn(s + 2, "0123456789abcdefABCDEF") >= 4 && s[6] == '_';
}

/* What XML and the format allow in a cell; text beyond a cell's room is cut with a mark that says so. */
static const char *cell_text(struct arena *a, const char *s)
{
    struct buf b = BUF_INIT;
    size_t units = 0, room = CELL_UNITS - sizeof CUT_MARK;
    while (*s) {
        size_t len = 1;
        while (((unsigned char)s[len] & 0xC0) == 0x80)
            len++;
        units += len > 3 ? 2 : 1;
        if (units > room) {
            buf_puts(&b, CUT_MARK);
            break;
        }
        if (looks_like_code(s)) {
            buf_puts(&b, "_x005F");
            units += 6;
        }
        if (strncmp(s, "\xef\xbf\xbe", 3) == 0 || strncmp(s, "\xef\xbf\xbf", 3) == 0)
            buf_puts(&b, "\xef\xbf\xbd"); /* U+FFFE and U+FFFF are no characters in XML */
        else
            buf_add(&b, s, len);
        s += len;
    }
    const char *text = arena_strdup(a, buf_str(&b));
    buf_done(&b);
    return text;
}

/* In a footer & begins a command. */
static const char *footer_text(struct arena *a, const char *s)
{
    struct buf b = BUF_INIT;
    size_t n = text_fits(s, strlen(s), FOOTER_LIMIT / 4); /* letters of up to four bytes */
    for (size_t i = 0; i < n; i++) {
        if (s[i] == '&')
            buf_putc(&b, '&');
        buf_putc(&b, s[i]);
    }
    const char *text = arena_strdup(a, buf_str(&b));
    buf_done(&b);
    return text;
}

static void write_text(struct sheet_writer *w, lxw_row_t row, lxw_col_t col, const char *s, enum style style)
{
    note_error(w, worksheet_write_string(w->sheet, row, col, cell_text(w->a, s), w->style[style]));
}

/* --- cells --- */

static lxw_format *make_style(lxw_workbook *workbook, enum style style)
{
    static const char *const numbers[STYLE_COUNT] = {
        [STYLE_INTEGER] = "0",
        [STYLE_DECIMAL] = "0.00",
        [STYLE_DATE] = "[$-421]d mmm yyyy",           /* month names in Indonesian everywhere */
        [STYLE_STAMP] = "dd\\/mm\\/yy\\ hh\".\"mm", /* 08.30, as clocks are written here */
    };
    lxw_format *f = workbook_add_format(workbook);
    if (style == STYLE_TITLE || style == STYLE_HEADER)
        format_set_bold(f);
    if (style == STYLE_TITLE)
        format_set_font_size(f, 14);
    if (style <= STYLE_NOTE)
        return f;
    format_set_border(f, LXW_BORDER_THIN);
    format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    if (style == STYLE_HEADER) {
        format_set_align(f, LXW_ALIGN_CENTER);
        format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
        format_set_bg_color(f, 0xE7E6E6);
    }
    if (style == STYLE_HEADER || style == STYLE_TEXT)
        format_set_text_wrap(f);
    if (style == STYLE_INTEGER || style == STYLE_DECIMAL) {
        format_set_align(f, LXW_ALIGN_RIGHT);
        format_set_indent(f, 1); /* or the digits touch the next column's text */
    }
    if (style == STYLE_DATE || style == STYLE_STAMP)
        format_set_align(f, LXW_ALIGN_LEFT);
    if (numbers[style])
        format_set_num_format(f, numbers[style]);
    return f;
}

static void write_moment(struct sheet_writer *w, lxw_row_t row, lxw_col_t col, int64_t day, int64_t minutes,
                         enum style style)
{
    char iso[DATE_TEXT];
    lxw_datetime t = {.hour = (int)(minutes / 60), .min = (int)(minutes % 60)};
    if (day < FIRST_DAY || day > LAST_DAY) {
        write_text(w, row, col, date_iso(day, iso), STYLE_TEXT);
        return;
    }
    date_split(day, &t.year, &t.month, &t.day);
    note_error(w, worksheet_write_datetime(w->sheet, row, col, &t, w->style[style]));
}

static void write_cell(struct sheet_writer *w, lxw_row_t row, lxw_col_t col, const struct cell *c)
{
    switch (c->kind) {
    case CELL_EMPTY:
        note_error(w, worksheet_write_blank(w->sheet, row, col, w->style[STYLE_TEXT]));
        break;
    case CELL_TEXT:
        write_text(w, row, col, c->text, STYLE_TEXT);
        break;
    case CELL_INTEGER:
        note_error(w, worksheet_write_number(w->sheet, row, col, (double)c->number, w->style[STYLE_INTEGER]));
        break;
    case CELL_DECIMAL:
        note_error(w, worksheet_write_number(w->sheet, row, col, (double)c->number / 100, w->style[STYLE_DECIMAL]));
        break;
    case CELL_DATE:
        write_moment(w, row, col, c->number, 0, STYLE_DATE);
        break;
    case CELL_STAMP:
        write_moment(w, row, col, stamp_day(c->number, w->b->zone), stamp_minutes(c->number, w->b->zone),
                     STYLE_STAMP);
        break;
    }
}

/* --- sheets --- */

/* Lines that a text needs in a column; widths count digits, and letters are on the whole narrower. */
static size_t lines_in(struct arena *a, const char *s, double width)
{
    return text_wrap(a, s, width > 1 ? (int)(width * 1.05) : 1).n;
}

/* Not every program fits rows to wrapped text by itself, so the height is said. */
static void set_height(struct sheet_writer *w, lxw_row_t row, size_t lines)
{
    double height = (double)lines * LINE_HEIGHT;
    if (lines > 1)
        note_error(w, worksheet_set_row(w->sheet, row, height < ROW_HEIGHT_MOST ? height : ROW_HEIGHT_MOST, NULL));
}

static void write_header(struct sheet_writer *w, const struct book_sheet *s, lxw_row_t row)
{
    size_t most = 1;
    for (size_t c = 0; c < s->n_columns; c++) {
        lxw_col_t col = (lxw_col_t)c;
        size_t lines = lines_in(w->a, s->columns[c].title, s->columns[c].width - 1); /* bold is wider */
        most = lines > most ? lines : most;
        note_error(w, worksheet_set_column(w->sheet, col, col, s->columns[c].width, NULL));
        write_text(w, row, col, s->columns[c].title, STYLE_HEADER);
    }
    set_height(w, row, most);
}

static void write_row(struct sheet_writer *w, const struct book_sheet *s, const struct cell *cells, lxw_row_t row)
{
    struct arena *scratch = arena_new();
    size_t most = 1;
    for (size_t c = 0; c < s->n_columns; c++) {
        size_t lines = cells[c].kind == CELL_TEXT ? lines_in(scratch, cells[c].text, s->columns[c].width) : 1;
        most = lines > most ? lines : most;
        write_cell(w, row, (lxw_col_t)c, &cells[c]);
    }
    set_height(w, row, most);
    arena_free(scratch);
}

/* How it prints: landscape, as wide as the paper, the header on each page. */
static void set_page(struct sheet_writer *w, lxw_row_t header)
{
    worksheet_set_landscape(w->sheet);
    worksheet_set_paper(w->sheet, w->b->folio ? PAPER_FOLIO : PAPER_A4);
    worksheet_set_margins(w->sheet, 0.5, 0.5, 0.5, 0.75);
    worksheet_fit_to_pages(w->sheet, 1, 0);
    note_error(w, worksheet_repeat_rows(w->sheet, header, header));
    const char *foot = footer_text(w->a, TXT(w->b->footer));
    note_error(w, worksheet_set_footer(w->sheet, arena_printf(w->a, "&L%s&RHalaman &P dari &N", foot)));
}

static void write_sheet(struct sheet_writer *w, const struct book_sheet *s)
{
    lxw_col_t last_col = (lxw_col_t)(s->n_columns - 1);
    lxw_row_t header = (lxw_row_t)(s->n_notes ? s->n_notes + 1 : 0); /* one empty row between */
    w->sheet = workbook_add_worksheet(w->workbook, s->name);
    if (!w->sheet) {
        note_error(w, LXW_ERROR_PARAMETER_VALIDATION);
        return;
    }
    for (size_t i = 0; i < s->n_notes; i++)
        write_text(w, (lxw_row_t)i, 0, s->notes[i], i == 0 ? STYLE_TITLE : STYLE_NOTE);
    write_header(w, s, header);
    for (size_t r = 0; r < s->n_rows; r++)
        write_row(w, s, &s->cells[r * s->n_columns], header + 1 + (lxw_row_t)r);
    worksheet_freeze_panes(w->sheet, header + 1, 1);
    if (s->n_rows)
        note_error(w, worksheet_autofilter(w->sheet, header, 0, header + (lxw_row_t)s->n_rows, last_col));
    set_page(w, header);
}

/* The present never gets in: the library would take it for a date that is not given. */
static void set_properties(struct sheet_writer *w)
{
    lxw_doc_properties p = {
        .title = arena_strdup(w->a, TXT(w->b->title)),
        .author = arena_strdup(w->a, TXT(w->b->author)),
        .created = w->b->date > 0 ? (time_t)(w->b->date / 1000) : NO_DATE,
    };
    note_error(w, workbook_set_properties(w->workbook, &p));
}

static lxw_error write_book(const struct book *b, const char *path)
{
    struct sheet_writer w = {.b = b, .a = arena_new()};
    w.workbook = workbook_new(path);
    if (!w.workbook) {
        arena_free(w.a);
        return LXW_ERROR_CREATING_XLSX_FILE;
    }
    for (int i = 0; i < STYLE_COUNT; i++)
        w.style[i] = make_style(w.workbook, (enum style)i);
    set_properties(&w);
    for (size_t i = 0; i < b->n_sheets; i++)
        write_sheet(&w, &b->sheets[i]);
    note_error(&w, workbook_close(w.workbook)); /* frees it, also when it fails */
    arena_free(w.a);
    return w.error;
}

/* The library complains on stderr, where one sentence of ours must stand alone. */
static lxw_error write_quietly(const struct book *b, const char *path)
{
    fflush(stderr);
    int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3), nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere >= 0)
        dup2(nowhere, STDERR_FILENO);
    lxw_error error = write_book(b, path);
    fflush(stderr);
    if (kept >= 0) {
        dup2(kept, STDERR_FILENO);
        close(kept);
    }
    if (nowhere >= 0)
        close(nowhere);
    return error;
}

enum err_code xlsx_write(const struct book *b, const char *path, struct err *e)
{
    char *temp = NULL;
    enum err_code code = file_temp(path, &temp, e);
    if (code)
        return code;
    lxw_error error = write_quietly(b, temp);
    if (error == LXW_NO_ERROR) {
        code = file_commit(temp, path, e);
    } else {
        file_discard(temp);
        err_set(e, ERR_IO,
                _("Lembar kerja %s tidak dapat ditulis: ruang di sana atau di folder sementara mungkin habis. Berkas "
                  "lama tidak berubah; kosongkan ruang atau pilih tujuan lain, lalu ulangi."),
                path);
        code = err_detail(e, "libxlsxwriter: %s", lxw_strerror(error));
    }
    free(temp);
    return code;
}
