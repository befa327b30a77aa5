/* Workbooks of the real press, read back part by part, and by LibreOffice where it is installed. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "doc/book.h"
#include "tests/doc/fixture.h"
#include "tests/press/paper.h"
#include "tests/press/unpack.h"

struct fixture {
    struct arena *a;
    struct paper p;
    char path[160];
};

static int set_up(void **state)
{
    struct fixture *f = mem_zalloc(sizeof *f);
    f->a = arena_new();
    f->p = paper_new();
    snprintf(f->path, sizeof f->path, "%s/buku.xlsx", f->p.folder);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    paper_done(&f->p);
    arena_free(f->a);
    free(f);
    return 0;
}

static void feed(struct fixture *f, const struct book *b)
{
    struct buf wire = BUF_INIT;
    book_write(b, &wire);
    paper_feed(&f->p, "xlsx", f->path, wire.p, wire.len);
    buf_done(&wire);
}

static void must_feed(struct fixture *f, const struct book *b)
{
    feed(f, b);
    if (f->p.status != 0)
        fail_msg("press: %d, %s", f->p.status, buf_str(&f->p.complained));
}

static const struct book *real(struct fixture *f, const char *code, enum privacy privacy)
{
    const struct doc_options o = {.privacy = privacy};
    return book_kind_find(code)->build(fixture_dossier(f->a), &o, f->a);
}

static const struct book_column two[] = {{"No", 5}, {"Isi", 30}};

static struct book *book_with(struct fixture *f, const char *const *texts, size_t n)
{
    struct book *b = book_new(f->a);
    struct book_sheet *s = book_sheet(b, "Uji", two, 2);
    for (size_t i = 0; i < n; i++) {
        struct cell *row = book_row(b, s);
        row[0] = book_integer((int64_t)i + 1);
        row[1] = (struct cell){CELL_TEXT, 0, texts[i]};
    }
    return b;
}

static char *part(struct fixture *f, const char *name)
{
    return unpack_entry(f->a, f->path, name);
}

#define HAS(text, s) \
    do { \
        if (!strstr(text, s)) \
            fail_msg("no %s in %.3000s", s, text); \
    } while (0)
#define LACKS(text, s) assert_null(strstr(text, s))

static void xlsx__carries_real_dates_numbers_and_texts(void **state)
{
    struct fixture *f = *state;
    must_feed(f, real(f, "rencana-aksi", PRIVACY_ARSIP));
    char *sheet = part(f, "xl/worksheets/sheet1.xml");
    char *strings = part(f, "xl/sharedStrings.xml");
    char *styles = part(f, "xl/styles.xml");
    HAS(sheet, "<v>46356</v>"); /* 30 November 2026 */
    HAS(styles, "formatCode=\"[$-421]d mmm yyyy\"");
    HAS(strings, "<t>Jangka pendek (30 November 2026)</t>");
    HAS(strings, "<t>Realisasi: 0 dari 3 (0,00%).</t>");

    must_feed(f, real(f, "peserta", PRIVACY_ARSIP));
    sheet = part(f, "xl/worksheets/sheet1.xml");
    HAS(part(f, "xl/styles.xml"), "formatCode=\"dd\\/mm\\/yy\\ hh&quot;.&quot;mm\"");
    HAS(sheet, "<v>46338.333333333"); /* 12 November 2026, 08.00 at the venue */
    HAS(part(f, "xl/sharedStrings.xml"), "<t>19690817 199403 1 991</t>");

    must_feed(f, real(f, "rekap", PRIVACY_ARSIP));
    HAS(part(f, "xl/worksheets/sheet1.xml"), "<v>8</v>");
}

/* Figures that others count on, to the last place. */
static void xlsx__writes_numbers_as_numbers(void **state)
{
    struct fixture *f = *state;
    struct book *b = book_new(f->a);
    struct book_sheet *s = book_sheet(b, "Uji", two, 2);
    struct cell *row = book_row(b, s);
    row[0] = book_integer(-7);
    row[1] = book_decimal(3333);
    must_feed(f, b);
    char *sheet = part(f, "xl/worksheets/sheet1.xml");
    HAS(sheet, "<v>-7</v>");
    HAS(sheet, "<v>33.33</v>");
}

static void xlsx__freezes_repeats_filters_and_prints_its_header(void **state)
{
    struct fixture *f = *state;
    const struct book *book = real(f, "rekap", PRIVACY_PUBLIKASI);
    must_feed(f, book);
    char *sheet = part(f, "xl/worksheets/sheet1.xml"), *workbook = part(f, "xl/workbook.xml");
    HAS(sheet, "<pane xSplit=\"1\" ySplit=\"7\" topLeftCell=\"B8\" activePane=\"bottomRight\" state=\"frozen\"/>");
    HAS(sheet, arena_printf(f->a, "<autoFilter ref=\"A7:F%zu\"/>", 7 + book->sheets->n_rows));
    HAS(sheet, "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>");
    HAS(sheet, "<oddFooter>&amp;LRekapitulasi&amp;RHalaman &amp;P dari &amp;N</oddFooter>");
    HAS(sheet, "<col min=\"2\" max=\"2\" width=\"46.7109375\" customWidth=\"1\"/>");
    HAS(workbook, "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">Rekap!$7:$7</definedName>");
    HAS(workbook, "<sheet name=\"Rekap\" sheetId=\"1\" r:id=\"rId1\"/>");

    struct book *b = book_new(f->a);
    b->folio = true;
    b->footer = "Tanya & jawab";
    book_sheet(b, "Kosong", two, 2);
    must_feed(f, b);
    sheet = part(f, "xl/worksheets/sheet1.xml");
    HAS(sheet, "<pageSetup paperSize=\"14\"");
    HAS(sheet, "&amp;LTanya &amp;&amp; jawab&amp;R");
    LACKS(sheet, "autoFilter");
}

static void xlsx__tells_the_session_and_never_the_present(void **state)
{
    struct fixture *f = *state;
    must_feed(f, real(f, "rekap", PRIVACY_ARSIP));
    char *core = part(f, "docProps/core.xml");
    HAS(core, "<dc:title>Rekapitulasi</dc:title>");
    HAS(core, "<dc:creator>Dinas Kependudukan dan Pencatatan Sipil</dc:creator>");
    HAS(core, ">2026-11-12T00:30:00Z</dcterms:created>");
    HAS(core, ">2026-11-12T00:30:00Z</dcterms:modified>");
    struct book *b = book_with(f, NULL, 0); /* a session without a date */
    must_feed(f, b);
    HAS(part(f, "docProps/core.xml"), ">1980-01-01T00:00:00Z</dcterms:created>");
}

static void xlsx__of_the_same_book_is_the_same_bytes(void **state)
{
    struct fixture *f = *state;
    struct err e;
    char first[65], second[65];
    int64_t size;
    must_feed(f, real(f, "masukan", PRIVACY_ARSIP));
    assert_int_equal(file_sha256(f->path, first, &size, &e), ERR_NONE);
    sleep(2); /* a zip counts time in steps of two seconds */
    setenv("TZ", "Asia/Tokyo", 1);
    must_feed(f, real(f, "masukan", PRIVACY_ARSIP));
    unsetenv("TZ");
    assert_int_equal(file_sha256(f->path, second, &size, &e), ERR_NONE);
    assert_string_equal(first, second);
}

static const char *const hostile[] = {
    "=cmd|'/C calc'!A0", "+1", "-1", "@SUM(A1)", "http://example.org/x", "mailto:a@b", "007", "1e5",
    "<b>&\"'</b> ]]>", "_x0041_", "a\xef\xbf\xbe"
                                  "b",
    " di tepi ", "dua\nbaris", "\xf0\x9f\x99\x82 \xea\xa6\xb1",
};
enum { HOSTILE = sizeof hostile / sizeof *hostile };

static void xlsx__keeps_hostile_text_as_text(void **state)
{
    struct fixture *f = *state;
    must_feed(f, book_with(f, hostile, HOSTILE));
    char *sheet = part(f, "xl/worksheets/sheet1.xml"), *strings = part(f, "xl/sharedStrings.xml");
    LACKS(sheet, "<f>");
    LACKS(sheet, "hyperlink");
    HAS(strings, "<t>=cmd|'/C calc'!A0</t>");
    HAS(strings, "<t>http://example.org/x</t>");
    HAS(strings, "<t>007</t>");
    HAS(strings, "<t>&lt;b&gt;&amp;\"'&lt;/b&gt; ]]&gt;</t>");
    HAS(strings, "<t>_x005F_x0041_</t>");
    HAS(strings, "<t>a\xef\xbf\xbd"
                 "b</t>");
    HAS(strings, "<t xml:space=\"preserve\"> di tepi </t>");
    HAS(strings, "<t>dua\nbaris</t>");
    HAS(sheet, "<row r=\"14\" spans=\"1:2\" ht=\"30\" customHeight=\"1\">"); /* two lines high */
    HAS(sheet, "<row r=\"2\" spans=\"1:2\">");
}

static void xlsx__cuts_a_text_that_no_cell_holds_and_says_so(void **state)
{
    struct fixture *f = *state;
    char *longest = arena_alloc(f->a, 40001);
    memset(longest, 'a', 40000);
    const char *texts[] = {longest, "pendek"};
    must_feed(f, book_with(f, texts, 2));
    char *strings = part(f, "xl/sharedStrings.xml");
    HAS(strings, "aaaa ... (terpotong: teks ini lebih panjang daripada isi satu sel)</t>");
    HAS(strings, "<t>pendek</t>");
    const char *cut = strstr(strings, "<t>aaaa");
    assert_non_null(cut);
    assert_true(strcspn(cut + 3, "<") <= 32767); /* what the format holds, the words behind the cut as well */
    assert_true(strcspn(cut + 3, "<") > 32600);  /* and no more is cut than has to be */
}

/* --- failures --- */

static void expect_one_sentence(struct fixture *f)
{
    assert_int_equal(f->p.status, 1);
    const char *end = strchr(buf_str(&f->p.complained), '\n');
    assert_non_null(end);
    assert_string_equal(end, "\n");
}

static bool exists(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0;
}

static void xlsx__refuses_what_is_no_book(void **state)
{
    struct fixture *f = *state;
    paper_feed(&f->p, "xlsx", f->path, "MFTREE", 6);
    expect_one_sentence(f);
    assert_false(exists(f->path));
}

static void xlsx__keeps_the_old_file_when_it_cannot_write(void **state)
{
    struct fixture *f = *state;
    struct err e;
    struct buf kept = BUF_INIT;
    assert_int_equal(file_write(f->path, "lama", 4, &e), ERR_NONE);
    struct rlimit all, little;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &all), 0);
    little = (struct rlimit){1000, all.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &little), 0); /* the press inherits it: a disk that is full at once */
    feed(f, real(f, "rekap", PRIVACY_ARSIP));
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &all), 0);
    expect_one_sentence(f);
    assert_int_equal(file_read(f->path, 100, &kept, &e), ERR_NONE);
    assert_string_equal(buf_str(&kept), "lama");
    buf_done(&kept);
    const char *list[] = {"ls", "-A", f->p.folder, NULL};
    assert_string_equal(paper_tool(f->a, list), "buku.xlsx\n");

    snprintf(f->path, sizeof f->path, "%s/tidak-ada/buku.xlsx", f->p.folder);
    feed(f, real(f, "rekap", PRIVACY_ARSIP));
    expect_one_sentence(f);
}

/* --- LibreOffice --- */

static void xlsx__is_read_by_libreoffice_as_it_was_written(void **state)
{
    struct fixture *f = *state;
    if (system("command -v soffice >/dev/null 2>&1") != 0) {
        print_message("skipped: no LibreOffice\n");
        skip();
    }
    must_feed(f, book_with(f, hostile, HOSTILE));
    char command[700];
    snprintf(command, sizeof command,
             "soffice -env:UserInstallation=file://%s/lo --headless --convert-to "
             "'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false' --outdir %s %s >/dev/null 2>&1",
             f->p.folder, f->p.folder, f->path);
    assert_int_equal(system(command), 0);
    struct buf got = BUF_INIT;
    struct err e;
    snprintf(f->path, sizeof f->path, "%s/buku.csv", f->p.folder);
    assert_int_equal(file_read(f->path, 1 << 20, &got, &e), ERR_NONE);
    HAS(buf_str(&got), "No;Isi\n1;=cmd|'/C calc'!A0\n2;+1\n3;-1\n4;@SUM(A1)\n");
    HAS(buf_str(&got), "7;007\n8;1e5\n");
    HAS(buf_str(&got), "10;_x0041_\n");
    HAS(buf_str(&got), "13;\"dua\nbaris\"\n");
    buf_done(&got);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(xlsx__carries_real_dates_numbers_and_texts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(xlsx__writes_numbers_as_numbers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(xlsx__freezes_repeats_filters_and_prints_its_header, set_up, tear_down),
        cmocka_unit_test_setup_teardown(xlsx__tells_the_session_and_never_the_present, set_up, tear_down),
        cmocka_unit_test_setup_teardown(xlsx__of_the_same_book_is_the_same_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(xlsx__keeps_hostile_text_as_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(xlsx__cuts_a_text_that_no_cell_holds_and_says_so, set_up, tear_down),
        cmocka_unit_test_setup_teardown(xlsx__refuses_what_is_no_book, set_up, tear_down),
        cmocka_unit_test_setup_teardown(xlsx__keeps_the_old_file_when_it_cannot_write, set_up, tear_down),
        cmocka_unit_test_setup_teardown(xlsx__is_read_by_libreoffice_as_it_was_written, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("xlsx", tests, NULL, NULL);
}
