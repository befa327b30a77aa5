#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <csv.h>
#include <string.h>

#include "base/text.h"
#include "doc/book.h"

static const struct book_column columns[] = {{"No", 5}, {"Isi; teks", 30}, {"Angka", 8}};
enum { COLUMNS = 3 };

/* Texts that break naive writers, one in each row. */
static const char *const odd[] = {
    "biasa",
    "S.H., M.H.",
    "koma, titik koma; dan \"kutip\"",
    "dua\nbaris",
    "\"",
    "\"\"",
    " berspasi ",
    "spasi di akhir ",
    "akhir\r",
    "a\tb",
    "Nur\xe2\x80\x99"
    "aini \xf0\x9f\x99\x82 \xea\xa6\xb1",
    "'sudah berapostrof",
};
enum { ODD = sizeof odd / sizeof *odd };

static struct book *book_with(struct arena *a, const char *const *texts, size_t n)
{
    struct book *b = book_new(a);
    struct book_sheet *s = book_sheet(b, "Uji", columns, COLUMNS);
    b->zone = ZONE_WITA;
    book_note(b, s, "Baris di atas tabel");
    for (size_t i = 0; i < n; i++) {
        struct cell *row = book_row(b, s);
        row[0] = book_integer((int64_t)i + 1);
        row[1] = (struct cell){CELL_TEXT, 0, texts[i]}; /* as it is, past text_export */
    }
    return b;
}

static struct buf written(const struct book *b, enum csv_style style)
{
    struct buf out = BUF_INIT;
    csv_write_sheet(b, b->sheets, style, &out);
    return out;
}

/* --- libcsv reads it back --- */

struct reading {
    struct arena *a;
    const char *cells[200];
    size_t n, rows;
};

static void on_cell(void *p, size_t n, void *ctx)
{
    struct reading *r = ctx;
    assert_true(r->n < 200);
    r->cells[r->n++] = arena_memdup(r->a, p, n);
}

static void on_row(int c, void *ctx)
{
    (void)c;
    ((struct reading *)ctx)->rows++;
}

static struct reading read_back(const struct buf *b, enum csv_style style, struct arena *a)
{
    struct reading r = {.a = a};
    struct csv_parser parser;
    size_t mark = style == CSV_SPREADSHEET ? 3 : 0;
    assert_int_equal(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL), 0);
    csv_set_delim(&parser, style == CSV_SPREADSHEET ? ';' : ',');
    assert_int_equal(csv_parse(&parser, b->p + mark, b->len - mark, on_cell, on_row, &r),
                     b->len - mark);
    assert_int_equal(csv_fini(&parser, on_cell, on_row, &r), 0);
    csv_free(&parser);
    return r;
}

static void csv__is_read_back_by_libcsv_cell_by_cell(void **state)
{
    (void)state;
    static const enum csv_style styles[] = {CSV_SPREADSHEET, CSV_PLAIN};
    struct arena *a = arena_new();
    for (int k = 0; k < 2; k++) {
        struct buf out = written(book_with(a, odd, ODD), styles[k]);
        struct reading r = read_back(&out, styles[k], a);
        assert_int_equal(r.rows, ODD + 1);
        assert_int_equal(r.n, (ODD + 1) * COLUMNS);
        for (int i = 0; i < COLUMNS; i++)
            assert_string_equal(r.cells[i], columns[i].title);
        for (size_t i = 0; i < ODD; i++) {
            assert_string_equal(r.cells[(i + 1) * COLUMNS + 1], odd[i]);
            assert_string_equal(r.cells[(i + 1) * COLUMNS + 2], "");
        }
        buf_done(&out);
    }
    arena_free(a);
}

static void csv__makes_formulas_harmless(void **state)
{
    (void)state;
    static const char *const bad[][2] = {
        {"=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"},
        {"+62 812", "'+62 812"},
        {"-5 orang", "'-5 orang"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"\t=1+1", "'\t=1+1"},
        {"\r=1+1", "'\r=1+1"},
        {"  =1+1", "  '=1+1"},
        {"\n=1+1", "\n'=1+1"},
        {"\xc2\xa0=1+1", "\xc2\xa0'=1+1"},
        {"\xef\xbc\x9d"
         "1+1",
         "'\xef\xbc\x9d"
         "1+1"},
        {"\xef\xbc\xa0x", "'\xef\xbc\xa0x"},
        {"\xef\xbc\x8b"
         "1",
         "'\xef\xbc\x8b"
         "1"},
        {"\xef\xbc\x8d"
         "1",
         "'\xef\xbc\x8d"
         "1"},
        {"\xe2\x88\x92"
         "1",
         "'\xe2\x88\x92"
         "1"},
        {"a=b", "a=b"},
        {"", ""},
    };
    enum { BAD = sizeof bad / sizeof *bad };
    struct arena *a = arena_new();
    const char *texts[BAD];
    for (size_t i = 0; i < BAD; i++)
        texts[i] = bad[i][0];
    struct buf out = written(book_with(a, texts, BAD), CSV_SPREADSHEET);
    struct reading r = read_back(&out, CSV_SPREADSHEET, a);
    for (size_t i = 0; i < BAD; i++)
        assert_string_equal(r.cells[(i + 1) * COLUMNS + 1], bad[i][1]);
    buf_done(&out);
    arena_free(a);
}

static void csv__writes_numbers_and_dates_by_style(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct book *b = book_new(a);
    b->zone = ZONE_WITA;
    static const struct book_column five[] = {{"A", 1}, {"B", 1}, {"C", 1}, {"D", 1}, {"E", 1}};
    struct book_sheet *s = book_sheet(b, "Uji", five, 5);
    struct cell *row = book_row(b, s);
    row[0] = book_integer(-12);
    row[1] = book_decimal(3333);
    row[2] = book_decimal(-5);
    row[3] = book_date(date_of(2026, 11, 2));
    row[4] = book_stamp(stamp_of(date_of(2026, 11, 12), 8 * 60 + 5, ZONE_WITA));
    row = book_row(b, s);
    row[0] = book_integer(NONE);
    row[1] = book_text(b, NULL);
    row[4] = book_stamp(INT64_MAX); /* only a damaged file holds such a time */

    struct buf out = written(b, CSV_SPREADSHEET);
    assert_string_equal(buf_str(&out), "\xef\xbb\xbf"
                                       "A;B;C;D;E\r\n"
                                       "-12;33,33;-0,05;02/11/2026;12/11/2026 08:05\r\n"
                                       ";;;;\r\n");
    buf_done(&out);
    out = written(b, CSV_PLAIN);
    assert_string_equal(buf_str(&out), "A,B,C,D,E\n"
                                       "-12,33.33,-0.05,2026-11-02,2026-11-12 08:05\n"
                                       ",,,,\n");
    buf_done(&out);
    arena_free(a);
}

/* Quotes stand around what some reader would misunderstand, and around nothing else. */
static void csv__quotes_what_readers_misunderstand(void **state)
{
    (void)state;
    static const char *const texts[] = {"a\tb", "a;b", "a,b", "a b", " a", "a ", "a\nb", "a\rb", "\"", "a"};
    struct arena *a = arena_new();
    struct buf out = written(book_with(a, texts, sizeof texts / sizeof *texts), CSV_SPREADSHEET);
    assert_string_equal(buf_str(&out), "\xef\xbb\xbf"
                                       "No;\"Isi; teks\";Angka\r\n"
                                       "1;\"a\tb\";\r\n2;\"a;b\";\r\n3;\"a,b\";\r\n4;a b;\r\n"
                                       "5;\" a\";\r\n6;\"a \";\r\n7;\"a\nb\";\r\n8;\"a\rb\";\r\n"
                                       "9;\"\"\"\";\r\n10;a;\r\n");
    buf_done(&out);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv__is_read_back_by_libcsv_cell_by_cell),
        cmocka_unit_test(csv__makes_formulas_harmless),
        cmocka_unit_test(csv__quotes_what_readers_misunderstand),
        cmocka_unit_test(csv__writes_numbers_and_dates_by_style),
    };
    return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
