#include "app/read_csv.h"

#include <csv.h>
#include <string.h>

#include "app/csv_bytes.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"

#define SNIFF_LINES 30

/* --- rows as libcsv gives them --- */

struct rows {
    struct arena *a;
    struct sheet_row *v;
    size_t n, cap;
    const char *cells[CSV_COLUMN_LIMIT];
    size_t n_cells;
    bool too_wide, too_long;
};

static void on_cell(void *bytes, size_t n, void *data)
{
    struct rows *r = data;
    if (r->n_cells == CSV_COLUMN_LIMIT) {
        r->too_wide = true;
        return;
    }
    r->cells[r->n_cells++] = text_trim(r->a, text_input(r->a, bytes ? bytes : "", n, false));
}

static void add_row(struct rows *r)
{
    if (r->n == r->cap) {
        size_t cap = r->cap ? r->cap * 2 : 64;
        struct sheet_row *more = ARENA_ARRAY(r->a, struct sheet_row, cap);
        if (r->n)
            memcpy(more, r->v, r->n * sizeof *more);
        r->v = more;
        r->cap = cap;
    }
    const char **cells = ARENA_ARRAY(r->a, const char *, r->n_cells + 1);
    memcpy(cells, r->cells, r->n_cells * sizeof *cells);
    r->v[r->n] = (struct sheet_row){r->n + 1, cells, r->n_cells};
    r->n++;
}

static void on_row(int c, void *data)
{
    struct rows *r = data;
    if (r->n == CSV_ROW_LIMIT)
        r->too_long = true;
    else if (c != -1 || r->n_cells > 0)
        add_row(r);
    r->n_cells = 0;
}

/* How a parse ended. */
enum parse_end { PARSE_OK, PARSE_STRAY_QUOTE, PARSE_OPEN_QUOTE };

/* FIELD_BEGUN of libcsv's own states: inside a cell whose closing quote has not come. */
#define CSV_INSIDE_CELL 2

static enum parse_end parse(const struct buf *text, char delimiter, bool strict, struct rows *r)
{
    struct csv_parser p;
    unsigned char options =
        CSV_APPEND_NULL | CSV_REPALL_NL | (strict ? CSV_STRICT | CSV_STRICT_FINI : 0);
    enum parse_end end = PARSE_OK;
    if (csv_init(&p, options) != 0)
        return PARSE_OK;
    csv_set_delim(&p, (unsigned char)delimiter);
    if (csv_parse(&p, buf_str(text), text->len, on_cell, on_row, r) != text->len)
        end = PARSE_STRAY_QUOTE;
    else if (p.quoted && p.pstate == CSV_INSIDE_CELL)
        end = PARSE_OPEN_QUOTE;
    else if (csv_fini(&p, on_cell, on_row, r) != 0)
        end = PARSE_OPEN_QUOTE;
    csv_free(&p);
    return end;
}

/* --- the delimiter --- */

/* Cells of a line that the import knows as headers, and cells at all, for one delimiter. */
struct score {
    size_t known, cells;
};

static struct score line_score(const char *line, size_t n, char delimiter, struct arena *a)
{
    struct score s = {0, 1};
    bool quoted = false;
    size_t start = 0;
    for (size_t i = 0; i <= n; i++) {
        if (i < n && line[i] == '"')
            quoted = !quoted;
        if (i < n && (line[i] != delimiter || quoted))
            continue;
        const char *cell = arena_memdup(a, line + start, i - start);
        s.known += people_column_of(cell) >= 0;
        s.cells += i < n;
        start = i + 1;
    }
    return s;
}

/* The delimiter under which some line shows the most known headers; without any, the most cells. */
static char sniff(const struct buf *text)
{
    static const char delimiters[] = {';', ',', '\t'};
    struct arena *a = arena_new();
    struct score best = {0, 0};
    char found = ';';
    for (size_t d = 0; d < sizeof delimiters; d++) {
        const char *p = buf_str(text);
        for (int line = 0; line < SNIFF_LINES && *p; line++) {
            size_t n = strcspn(p, "\n");
            struct score s = line_score(p, n < 4000 ? n : 4000, delimiters[d], a);
            if (s.known > best.known || (s.known == best.known && s.cells > best.cells)) {
                best = s;
                found = delimiters[d];
            }
            p += n + (p[n] == '\n');
        }
    }
    arena_free(a);
    return found;
}

/* --- the whole --- */

/* Row (as a spreadsheet counts) in which the quote was opened that is still open at the end. */
static size_t open_quote_row(const struct buf *text)
{
    const char *last = strrchr(buf_str(text), '"');
    size_t row = 1;
    for (const char *p = buf_str(text); last && p < last; p++)
        row += *p == '\n';
    return row;
}

static enum err_code check_limits(const struct rows *r, struct err *e)
{
    if (r->too_long)
        return err_set(e, ERR_FULL,
                       _("Tabel ini lebih dari %u baris. Bagi menjadi beberapa berkas. Tidak ada "
                         "yang diubah."),
                       CSV_ROW_LIMIT);
    if (r->too_wide)
        return err_set(e, ERR_FULL,
                       _("Tabel ini lebih dari %u kolom. Hapus kolom yang tidak perlu. Tidak ada "
                         "yang diubah."),
                       CSV_COLUMN_LIMIT);
    return ERR_NONE;
}

static enum err_code read_text(const struct buf *text, char delimiter, struct arena *a,
                               struct sheet *ret, struct err *e)
{
    struct rows r = {.a = a};
    enum parse_end end = parse(text, delimiter, true, &r);
    if (end ==
        PARSE_STRAY_QUOTE) { /* Ahmad "Mat" Ali, written by hand: take the quotes as they stand */
        r = (struct rows){.a = a};
        end = parse(text, delimiter, false, &r);
    }
    enum err_code code = check_limits(&r, e);
    if (code != ERR_NONE)
        return code;
    if (end != PARSE_OK)
        return err_set(
            e, ERR_INPUT,
            _("Tanda kutip yang dibuka di sekitar baris %zu tidak pernah ditutup. Perbaiki baris "
              "itu di lembar kerja, lalu simpan lagi. Tidak ada yang diubah."),
            open_quote_row(text));
    *ret = (struct sheet){r.v, r.n};
    return ERR_NONE;
}

enum err_code csv_read_bytes(const char *p, size_t n, bool repair, struct arena *a,
                             struct sheet *ret, struct csv_info *ret_info, struct err *e)
{
    struct csv_info info = {0};
    struct buf text = BUF_INIT;
    if (n > CSV_FILE_LIMIT)
        return err_set(e, ERR_FULL, _("Berkas CSV lebih dari %u MB. Tidak ada yang diubah."),
                       CSV_FILE_LIMIT >> 20);
    enum err_code code = csv_bytes_decode(p, n, repair, &text, &info, e);
    if (code == ERR_NONE && buf_str(&text)[strspn(buf_str(&text), " \t\n;,")] == '\0')
        code = err_set(e, ERR_INPUT, _("Berkas CSV ini kosong. Tidak ada yang diubah."));
    if (code == ERR_NONE) {
        info.delimiter = sniff(&text);
        code = read_text(&text, info.delimiter, a, ret, e);
    }
    buf_done(&text);
    if (code == ERR_NONE && ret_info)
        *ret_info = info;
    return code;
}

enum err_code csv_read_file(const char *path, bool repair, struct arena *a, struct sheet *ret,
                            struct csv_info *ret_info, struct err *e)
{
    struct buf bytes = BUF_INIT;
    enum err_code code = file_read(path, CSV_FILE_LIMIT, &bytes, e);
    if (code == ERR_NONE)
        code = csv_read_bytes(buf_str(&bytes), bytes.len, repair, a, ret, ret_info, e);
    buf_done(&bytes);
    return code;
}
