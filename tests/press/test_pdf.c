/* The real mufakat-press, run on trees made by hand; poppler says what came out. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "tests/press/paper.h"

static char *tool(struct press_test *f, const char *program, const char *option)
{
    const char *with[] = {program, option, f->p.path, NULL}, *without[] = {program, f->p.path, NULL};
    return paper_tool(f->a, option ? with : without);
}

static size_t count(const char *text, const char *word)
{
    size_t n = 0;
    for (const char *s = text; (s = strstr(s, word)); s += strlen(word))
        n++;
    return n;
}

static void pdf__carries_text_footer_and_page_numbers(void **state)
{
    struct press_test *f = *state;
    paper_must_press(&f->p, paper_sample(f->a, 6));
    int pages = paper_pages(f->a, &f->p);
    assert_true(pages >= 4);
    char *first = paper_page(f->a, &f->p, 1);
    assert_non_null(strstr(first, "PEMERINTAH KABUPATEN TIRTA MANDALA"));
    assert_non_null(strstr(first, "tanggal dua belas bulan November tahun dua ribu dua"));
    assert_non_null(strstr(first, "24 (dua puluh empat) orang"));
    for (int i = 1; i <= pages; i++) {
        char foot[64], line[32];
        snprintf(foot, sizeof foot, "Halaman %d dari %d", i, pages);
        snprintf(line, sizeof line, "page %d\n", i);
        char *text = paper_page(f->a, &f->p, i);
        assert_int_equal(count(text, foot), 1);
        assert_int_equal(count(text, "Sidik: 7KQ2-M4XD-9F3A-P0TS-1B6C"), 1);
        assert_non_null(strstr(buf_str(&f->p.said), line));
    }
    assert_null(strstr(buf_str(&f->p.said), "glyph"));
}

static void pdf__has_its_metadata_paper_size_and_fonts_inside(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = paper_sample(f->a, 3);
    paper_must_press(&f->p, t);
    char *info = tool(f, "pdfinfo", NULL);
    assert_non_null(strstr(info, "Berita Acara Forum Konsultasi Publik"));
    assert_non_null(strstr(info, "Dinas Kependudukan dan Pencatatan Sipil"));
    assert_non_null(strstr(info, "(A4)"));
    char *fonts = tool(f, "pdffonts", NULL);
    assert_int_equal(count(fonts, "LiberationSans"), 2);
    assert_int_equal(count(fonts, "yes yes yes"), 2); /* embedded, subset, with its letters named */
    t->page_width = 215;
    t->page_height = 330; /* F4 */
    paper_must_press(&f->p, t);
    assert_non_null(strstr(tool(f, "pdfinfo", NULL), "609.449 x 935.433"));
}

static void pdf__same_tree_gives_the_same_bytes(void **state)
{
    struct press_test *f = *state;
    struct buf one = BUF_INIT, two = BUF_INIT;
    struct err e = {0};
    struct document_tree *t = paper_sample(f->a, 12);
    paper_must_press(&f->p, t);
    assert_int_equal(file_read(f->p.path, SIZE_MAX, &one, &e), ERR_NONE);
    setenv("LC_ALL", "id_ID.UTF-8", 1);
    setenv("TZ", "Asia/Makassar", 1);
    paper_must_press(&f->p, t);
    unsetenv("TZ");
    setenv("LC_ALL", "C.UTF-8", 1);
    assert_int_equal(file_read(f->p.path, SIZE_MAX, &two, &e), ERR_NONE);
    assert_int_equal(one.len, two.len);
    assert_memory_equal(one.p, two.p, one.len);
    buf_done(&one);
    buf_done(&two);
}

/* The page of a word that must stand on exactly one. */
static int page_of(char *const *pages, int n, const char *word)
{
    int found = -1;
    for (int i = 0; i < n; i++)
        if (strstr(pages[i], word)) {
            if (found >= 0)
                fail_msg("%s stands on two pages", word);
            found = i;
        }
    if (found < 0)
        fail_msg("%s is missing", word);
    return found;
}

static void check_rows(struct press_test *f, size_t rows)
{
    char *pages[80];
    int n = paper_pages(f->a, &f->p);
    assert_in_range(n, 1, 80);
    for (int i = 0; i < n; i++)
        pages[i] = paper_page(f->a, &f->p, i + 1);
    for (size_t i = 1; i <= rows; i++) {
        static const char *const words[] = {"awal", "akhir", "pj", "tgl"};
        int page = -1;
        for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
            char word[24];
            snprintf(word, sizeof word, "%s%03zu", words[k], i);
            int here = page_of(pages, n, word);
            if (page >= 0 && page != here)
                fail_msg("row %zu of %zu is cut apart", i, rows);
            page = here;
        }
        if (!strstr(pages[page], "Identifikasi Masalah"))
            fail_msg("row %zu of %zu stands under no head", i, rows);
    }
    int closing = page_of(pages, n, "untuk dipergunakan sebagaimana mestinya");
    assert_int_equal(page_of(pages, n, "Demikian Berita Acara"), closing);
    assert_int_equal(page_of(pages, n, "Wakil Masyarakat,"), closing);
    assert_int_equal(page_of(pages, n, "Drs. Wiratma Kusnandar, M.Si."), closing);
    assert_int_equal(page_of(pages, n, "NIP 19690817 199403 1 991"), closing);
}

static void pdf__never_cuts_a_row_or_a_signature_block(void **state)
{
    struct press_test *f = *state;
    for (size_t rows = 1; rows <= 60; rows += rows < 20 ? 1 : 5) {
        paper_must_press(&f->p, paper_sample(f->a, rows));
        check_rows(f, rows);
        arena_reset(f->a);
    }
}

static void pdf__splits_only_a_row_taller_than_a_page_and_loses_no_word(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = tree_new(f->a);
    const struct column columns[] = {{"Kolom Satu", 1, ALIGN_LEFT}, {"Kolom Dua", 3, ALIGN_LEFT}};
    struct table *tb = tree_table(t, columns, 2);
    struct buf text = BUF_INIT;
    for (int i = 0; i < 900; i++)
        buf_printf(&text, "kata%04d ", i);
    const char *cells[] = {"pendek", buf_str(&text)}, *after[] = {"barisakhir", "sesudah"};
    tree_row(t, tb, cells);
    tree_row(t, tb, after);
    buf_done(&text);
    paper_must_press(&f->p, t);
    int pages = paper_pages(f->a, &f->p);
    assert_in_range(pages, 2, 6);
    struct buf whole = BUF_INIT;
    for (int i = 1; i <= pages; i++) {
        char *page = paper_page(f->a, &f->p, i);
        assert_int_equal(count(page, "Kolom Satu"), 1);
        buf_puts(&whole, page);
    }
    for (int i = 0; i < 900; i++) {
        char word[16];
        snprintf(word, sizeof word, "kata%04d", i);
        assert_int_equal(count(buf_str(&whole), word), 1);
    }
    assert_int_equal(count(buf_str(&whole), "pendek"), 1);
    assert_int_equal(paper_page_of(f->a, &f->p, "barisakhir"), pages);
    buf_done(&whole);
}

static void pdf__keeps_a_heading_with_its_text(void **state)
{
    struct press_test *f = *state;
    for (int before = 30; before < 50; before++) {
        struct document_tree *t = tree_new(f->a);
        for (int i = 0; i < before; i++)
            tree_paragraph(t, "Baris %d", i);
        tree_heading(t, "JUDULBAGIAN");
        tree_paragraph(t, "isibagian dan seterusnya sampai beberapa baris, supaya paragraf ini cukup panjang untuk "
                          "dibagi ke dua halaman bila tempatnya kurang, dan supaya terlihat bahwa satu baris tidak "
                          "pernah tertinggal sendirian di kaki halaman atau di kepala halaman berikutnya.");
        paper_must_press(&f->p, t);
        assert_int_equal(paper_page_of(f->a, &f->p, "JUDULBAGIAN"), paper_page_of(f->a, &f->p, "isibagian"));
        arena_reset(f->a);
    }
}

/* Below `before` paragraphs a table of so many low rows; returns how many of them stand on the second page. */
static int rows_carried_over(struct press_test *f, int before, int rows)
{
    const struct column columns[] = {{"No", 1, ALIGN_CENTER}, {"Acara", 5, ALIGN_LEFT}};
    struct document_tree *t = tree_new(f->a);
    int over = 0;
    for (int i = 0; i < before; i++)
        tree_paragraph(t, "Baris %d", i);
    tree_heading(t, "SUSUNAN");
    struct table *tb = tree_table(t, columns, 2);
    for (int i = 1; i <= rows; i++)
        tree_row(t, tb, (const char *const[]){arena_printf(f->a, "%d.", i), arena_printf(f->a, "acara%02d", i)});
    paper_must_press(&f->p, t);
    for (int i = 1; i <= rows; i++)
        over += paper_page_of(f->a, &f->p, arena_printf(f->a, "acara%02d", i)) == 2;
    arena_reset(f->a);
    return over;
}

static void pdf__leaves_no_few_rows_of_a_table_behind(void **state)
{
    struct press_test *f = *state;
    bool cut = false;
    for (int before = 8; before < 34; before += 2) {
        int over = rows_carried_over(f, before, 11); /* an order of the day: never cut */
        assert_true(over == 0 || over == 11);
        over = rows_carried_over(f, before, 24);
        assert_true(over == 0 || over == 24 || (over >= 3 && over <= 22));
        cut |= over > 0 && over < 24;
    }
    assert_true(cut);
}

/* A list, its sum and its note, in either order, and the place to sign. */
static struct document_tree *list_to_sign(struct press_test *f, int rows, bool note_first)
{
    const struct column columns[] = {{"No", 1, ALIGN_CENTER}, {"Nama", 5, ALIGN_LEFT}, {"Tanda Tangan", 4, ALIGN_LEFT}};
    struct document_tree *t = tree_new(f->a);
    struct table *tb = tree_table(t, columns, 3);
    tb->row_height = 10.5;
    tb->zigzag = true;
    for (int i = 1; i <= rows; i++) {
        const char *cells[] = {arena_printf(f->a, "%d.", i), arena_printf(f->a, "orang%02d", i), NULL};
        tree_row(t, tb, cells);
    }
    for (int i = 0; i < 2; i++) {
        if (note_first == (i == 0))
            tree_add(t, NODE_NOTE)->text =
                "Pemberitahuan: data pada daftar ini dipakai untuk penyelenggaraan dan pelaporan forum ini dan disimpan oleh Badan "
                "Pengelola Keuangan, Pendapatan, dan Aset Daerah serta Penanaman Modal dan Pelayanan Terpadu Satu Pintu. Berita "
                "acara dan foto kegiatan dapat dipublikasikan tanpa nomor telepon dan tanda tangan, sebagaimana disampaikan pada "
                "awal forum oleh moderator.";
        else
            tree_paragraph(t, "Jumlah hadir: %d orang.", rows);
    }
    tree_signature(t, tree_add(t, NODE_SIGNATURES))->head[0] = "Kepala Dinas,";
    return t;
}

static void pdf__asks_nobody_to_sign_an_empty_page(void **state)
{
    struct press_test *f = *state;
    bool just_two = false; /* no more of them leave their page than is needed for that */
    for (int i = 20; i < 52; i++) {
        int rows = i / 2, page[3];
        paper_must_press(&f->p, list_to_sign(f, rows, i % 2));
        for (int k = 0; k < 3; k++)
            page[k] = paper_page_of(f->a, &f->p, arena_printf(f->a, "orang%02d", rows - k));
        assert_int_equal(page[0], paper_page_of(f->a, &f->p, "Kepala Dinas,"));
        assert_int_equal(page[0], page[1]);
        just_two |= page[2] < page[1];
        arena_reset(f->a);
    }
    assert_true(just_two);
}

static void pdf__watermark_is_drawn_but_is_no_text(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = paper_sample(f->a, 3);
    paper_must_press(&f->p, t);
    char *plain = paper_page(f->a, &f->p, 1);
    struct buf without = BUF_INIT, with = BUF_INIT;
    struct err e = {0};
    assert_int_equal(file_read(f->p.path, SIZE_MAX, &without, &e), ERR_NONE);
    t->watermark = "DRAF";
    paper_must_press(&f->p, t);
    assert_string_equal(paper_page(f->a, &f->p, 1), plain);
    assert_int_equal(file_read(f->p.path, SIZE_MAX, &with, &e), ERR_NONE);
    assert_true(with.len > without.len);
    buf_done(&with);
    buf_done(&without);
}

static void pdf__lays_no_word_over_another(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = paper_sample(f->a, 9);
    paper_must_press(&f->p, t);
    paper_check_words(f->a, &f->p, t);
}

/* The private character of the tests stands for a script that no font of this machine has. */
#define STRANGE "\xF3\xB0\x80\x81"

static void pdf__names_whom_no_font_can_print(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = tree_new(f->a);
    const struct column columns[] = {{"Nama", 5, ALIGN_LEFT}, {"Jabatan", 5, ALIGN_LEFT}};
    struct table *tb = tree_table(t, columns, 2);
    tree_row(t, tb, (const char *[]){"Budi " STRANGE "xyz", "Warga"});
    tree_paragraph(t, "%*sdan seterusnya kata" STRANGE " di tengah alinea", 90, "Sebuah alinea panjang ");
    tree_signature(t, tree_add(t, NODE_SIGNATURES))->name = "Budi " STRANGE "xyz";
    paper_must_press(&f->p, t);
    assert_non_null(strstr(buf_str(&f->p.said), "glyph Budi " STRANGE "xyz\n"));
    assert_non_null(strstr(buf_str(&f->p.said), "glyph kata" STRANGE "\n"));
    assert_int_equal(count(buf_str(&f->p.said), "glyph"), 2);
}

/* One word of each script, with a letter to ask the machine's fonts for. */
static const struct {
    const char *charset, *word;
} scripts[] = {{":charset=0645", "\xD9\x85\xD8\xAD\xD9\x85\xD8\xAF"},          /* Arabic */
               {":charset=a9b1", "\xEA\xA6\xB1\xEA\xA6\xB8"},                    /* Javanese */
               {":charset=6797", "\xE6\x9E\x97"},                                 /* Han */
               {":charset=0e01", "\xE0\xB8\x81\xE0\xB8\xB4"}};                    /* Thai */

static void pdf__takes_a_font_of_the_machine_for_a_script_that_its_own_lacks(void **state)
{
    struct press_test *f = *state;
    int found = 0;
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        struct document_tree *t = tree_new(f->a);
        tree_paragraph(t, "Nama: %s bin Fulan", scripts[i].word);
        paper_must_press(&f->p, t);
        char *has = paper_tool(f->a, (const char *[]){"fc-list", scripts[i].charset, "family", NULL});
        if (!*has) {
            assert_non_null(strstr(buf_str(&f->p.said), scripts[i].word));
            continue;
        }
        found++;
        assert_null(strstr(buf_str(&f->p.said), "glyph"));
        char *fonts = tool(f, "pdffonts", NULL);
        assert_true(count(fonts, "yes yes") >= 2); /* Liberation and the other, all inside */
        assert_non_null(strstr(fonts, "LiberationSans"));
        assert_non_null(strstr(paper_page(f->a, &f->p, 1), "bin Fulan"));
    }
    print_message("scripts with a font on this machine: %d of %zu\n", found, sizeof scripts / sizeof *scripts);
}

static void pdf__writes_letters_of_names_as_they_are(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = tree_new(f->a);
    static const char *const names[] = {"Ḥasan Ṣāliḥ", "Núñez", "D’Souza", "Kyai H. Ḍamar"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        tree_paragraph(t, "%s", names[i]);
    paper_must_press(&f->p, t);
    char *text = paper_page(f->a, &f->p, 1);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_non_null(strstr(text, names[i]));
    assert_null(strstr(buf_str(&f->p.said), "glyph"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, paper_set_up, paper_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(pdf__carries_text_footer_and_page_numbers),
        TEST(pdf__has_its_metadata_paper_size_and_fonts_inside),
        TEST(pdf__same_tree_gives_the_same_bytes),
        TEST(pdf__never_cuts_a_row_or_a_signature_block),
        TEST(pdf__splits_only_a_row_taller_than_a_page_and_loses_no_word),
        TEST(pdf__keeps_a_heading_with_its_text),
        TEST(pdf__leaves_no_few_rows_of_a_table_behind),
        TEST(pdf__asks_nobody_to_sign_an_empty_page),
        TEST(pdf__watermark_is_drawn_but_is_no_text),
        TEST(pdf__lays_no_word_over_another),
        TEST(pdf__names_whom_no_font_can_print),
        TEST(pdf__takes_a_font_of_the_machine_for_a_script_that_its_own_lacks),
        TEST(pdf__writes_letters_of_names_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
