/* What a paper keeps whatever it is given: nothing lost, nothing outside, nothing on each other. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tests/press/paper.h"

static size_t count(const char *text, const char *word)
{
    size_t n = 0;
    for (const char *s = text; (s = strstr(s, word)); s += strlen(word))
        n++;
    return n;
}

/* All pages in the order of the file, without blanks and line ends. */
static char *letters(struct press_test *f)
{
    char *text = paper_tool(f->a, (const char *[]){"pdftotext", "-raw", f->p.path, "-", NULL}), *to = text;
    for (const char *s = text; *s; s++)
        if (!strchr(" \n\f", *s))
            *to++ = *s;
    *to = '\0';
    return text;
}

static void press(struct press_test *f, const struct document_tree *t)
{
    paper_must_press(&f->p, t);
    paper_check_words(f->a, &f->p, t);
}

static const struct column columns[] = {{"No.", 1, ALIGN_CENTER},
                                        {"Masalah", 4, ALIGN_LEFT},
                                        {"Usulan", 6, ALIGN_LEFT},
                                        {"Penanggung Jawab", 4, ALIGN_LEFT}};

/* `n` letters that no line end interrupts, and that are all different from what else stands there. */
static const char *long_word(struct press_test *f, size_t n)
{
    char *s = arena_alloc(f->a, n + 1);
    for (size_t i = 0; i < n; i++)
        s[i] = (char)('a' + (char)(i * 7 % 26));
    s[n] = '\0';
    return s;
}

static const char *long_name(struct press_test *f)
{
    struct buf b = BUF_INIT;
    for (int i = 0; b.len < 290; i++)
        buf_printf(&b, "Nama%02d bin ", i);
    buf_puts(&b, "Akhirnama");
    const char *name = arena_strdup(f->a, buf_str(&b));
    buf_done(&b);
    return name;
}

static void promise__a_word_longer_than_its_column_is_broken_not_lost(void **state)
{
    struct press_test *f = *state;
    const char *word = long_word(f, 260);
    struct document_tree *t = paper_sample(f->a, 2);
    struct table *tb = tree_table(t, columns, 4);
    for (int i = 0; i < 4; i++) {
        const char *cells[] = {"1.", "pendek", "pendek", "pendek"};
        cells[i] = word;
        tree_row(t, tb, cells);
    }
    tree_paragraph(t, "%s", word);
    struct node *n = tree_add(t, NODE_FACTS);
    tree_add_fact(t, n, word, word);
    n = tree_add(t, NODE_LIST);
    tree_add_item(t, n, word);
    press(f, t);
    /* In a table the lines of neighbours come between; below it nothing does. */
    assert_int_equal(count(letters(f), word), 4 + 3);
}

/* Each word of the text in lines of every width. */
static char *in_every_width(struct press_test *f, const char *text)
{
    static const struct column two[] = {{"No", 1, ALIGN_LEFT}, {"Masalah", 1, ALIGN_LEFT}};
    struct document_tree *t = tree_new(f->a);
    for (int i = 1; i < 60; i++) {
        struct column c[] = {two[0], two[1]};
        c[0].weight = 20 + 2 * i;
        c[1].weight = 160 - 2 * i;
        tree_row(t, tree_table(t, c, 2), (const char *const[]){arena_printf(f->a, "%d", i), text});
    }
    paper_must_press(&f->p, t);
    return paper_tool(f->a, (const char *[]){"pdftotext", "-layout", f->p.path, "-", NULL});
}

static void promise__abbreviations_are_not_broken_at_their_hyphen(void **state)
{
    static const char *const whole[] = {"KTP-el", "e-KTP", "SP4N-LAPOR!", "e-Government", "12-11-2026", "F-02", "RT/RW", "se-Jawa"};
    struct press_test *f = *state;
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        const char *words = whole[i];
        char *text = in_every_width(f, arena_printf(f->a, "Pelayanan %s, %s; dan pengaduan %s", words, words, words));
        assert_int_equal(count(text, words), 3 * 59);
        arena_reset(f->a);
    }
    char *text = in_every_width(f, "Pemohon datang bolak-balik karena usul penanggung-jawaban tidak dijawab");
    size_t broken = 59 - count(text, "bolak-balik");
    assert_true(broken > 0 && broken < 59); /* as everybody breaks it */
}

static void promise__a_name_of_three_hundred_letters_fits_everywhere(void **state)
{
    struct press_test *f = *state;
    const char *name = long_name(f);
    struct document_tree *t = paper_sample(f->a, 2);
    t->author = t->title = name;
    t->footer = name;
    for (struct node *n = t->first; n; n = n->next) {
        if (n->kind == NODE_LETTERHEAD || n->kind == NODE_TITLE)
            n->runs[1].text = name;
        if (n->kind == NODE_HEADING)
            n->text = name;
        if (n->kind == NODE_HEADING && n->right)
            n->right = name;
        if (n->kind == NODE_TABLE)
            n->table->cells[1] = name;
        if (n->kind == NODE_SIGNATURES) {
            n->signatures[1].head[1] = n->signatures[1].name = n->signatures[1].foot[0] = name;
            n->signatures[0].name = name;
        }
        if (n->kind == NODE_PICTURE)
            n->text = name;
    }
    press(f, t);
    assert_true(count(letters(f), "Akhirnama") >= 13);
}

/* Every page of the range carries the head of the table, and a row's own words stand on as few pages as can be. */
static void promise__an_agreement_of_three_pages_goes_on_under_its_head(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = tree_new(f->a);
    struct table *tb = tree_table(t, columns, 4);
    struct buf text = BUF_INIT;
    for (int i = 0; i < 480; i++)
        buf_printf(&text, "kata%04d ", i);
    tree_row(t, tb, (const char *[]){"1.", "satuawal sampai satuakhir", "pendek", "pendek"});
    tree_row(t, tb, (const char *[]){"2.", "duaawal", buf_str(&text), "duapenanggung jawab"});
    tree_row(t, tb, (const char *[]){"3.", "tigaawal sampai tigaakhir", "pendek", "pendek"});
    buf_done(&text);
    press(f, t);
    int from = paper_page_of(f->a, &f->p, "kata0000"), to = paper_page_of(f->a, &f->p, "kata0479");
    assert_int_equal(to - from, 2);
    for (int page = 1; page <= paper_pages(f->a, &f->p); page++)
        assert_int_equal(count(paper_page(f->a, &f->p, page), "Usulan"), 1);
    assert_int_equal(paper_page_of(f->a, &f->p, "duaawal"), from);
    assert_int_equal(paper_page_of(f->a, &f->p, "duapenanggung"), from);
    char *all = letters(f);
    for (int i = 0; i < 480; i++)
        assert_int_equal(count(all, arena_printf(f->a, "kata%04d", i)), 1);
}

/* A row that a fresh page can hold is never cut, how high it may be. */
static void promise__a_row_as_high_as_a_page_is_not_cut(void **state)
{
    struct press_test *f = *state;
    for (int words = 100; words <= 340; words += 40) {
        struct document_tree *t = tree_new(f->a);
        for (int i = 0; i < 12; i++)
            tree_paragraph(t, "Alinea %d.", i);
        struct table *tb = tree_table(t, columns, 4);
        struct buf text = BUF_INIT;
        for (int i = 0; i < words; i++)
            buf_puts(&text, "kata ");
        tree_row(t, tb, (const char *[]){"1.", arena_printf(f->a, "awal %s akhir", buf_str(&text)), "x", "x"});
        buf_done(&text);
        press(f, t);
        int page = paper_page_of(f->a, &f->p, "awal");
        bool whole = page == paper_page_of(f->a, &f->p, "akhir");
        if (!whole && words < 250)
            fail_msg("a row of %d words was cut", words);
    }
}

/* Whoever signs below a table keeps its last row; together with the head that is printed again they are not more than
 * a page, or they part. */
static void promise__a_high_last_row_and_its_signatures_stay_on_the_paper(void **state)
{
    struct press_test *f = *state;
    for (int words = 120; words <= 300; words += 4) {
        struct document_tree *t = tree_new(f->a);
        struct table *tb = tree_table(t, columns, 4);
        struct buf text = BUF_INIT;
        for (int i = 0; i < words; i++)
            buf_puts(&text, "kata ");
        tree_row(t, tb, (const char *[]){"1.", "awal", "x", "x"});
        tree_row(t, tb, (const char *[]){"2.", buf_str(&text), "x", "x"});
        tree_signature(t, tree_add(t, NODE_SIGNATURES))->head[0] = "Kepala Dinas,";
        buf_done(&text);
        press(f, t);
        arena_reset(f->a);
    }
}

static void promise__four_hundred_agreements_are_all_there(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = paper_sample(f->a, 400);
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    paper_must_press(&f->p, t);
    clock_gettime(CLOCK_MONOTONIC, &to);
    double seconds = (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
    print_message("400 agreements: %d pages in %.2f s\n", paper_pages(f->a, &f->p), seconds);
    int pages = paper_pages(f->a, &f->p), row = 1;
    for (int page = 1; page <= pages; page++) {
        char *text = paper_page(f->a, &f->p, page);
        assert_int_equal(count(text, arena_printf(f->a, "Halaman %d dari %d", page, pages)), 1);
        while (strstr(text, arena_printf(f->a, "awal%03d", row))) {
            assert_non_null(strstr(text, arena_printf(f->a, "akhir%03d", row)));
            assert_non_null(strstr(text, "Identifikasi Masalah"));
            row++;
        }
    }
    assert_int_equal(row, 401);
    assert_true(seconds < 30); /* far more than a slow laptop needs: it must not grow with the square */
}

static void promise__paper_sizes_lie_and_stand(void **state)
{
    struct press_test *f = *state;
    static const struct {
        double width, height;
        const char *size;
    } papers[] = {{210, 297, "595.276 x 841.89 pts (A4)"},
                  {297, 210, "841.89 x 595.276 pts (A4)"},
                  {215, 330, "609.449 x 935.433 pts"},
                  {330, 215, "935.433 x 609.449 pts"}};
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++) {
        struct document_tree *t = paper_sample(f->a, 9);
        t->page_width = papers[i].width;
        t->page_height = papers[i].height;
        struct node *n = tree_add(t, NODE_PICTURES);
        n->across = 2;
        n->per_page = 4;
        paper_add_photos(t, 5);
        press(f, t);
        char *info = paper_tool(f->a, (const char *[]){"pdfinfo", f->p.path, NULL});
        if (!strstr(info, papers[i].size))
            fail_msg("not %s: %s", papers[i].size, info);
        for (int k = 1; k <= 5; k++)
            assert_true(paper_page_of(f->a, &f->p, arena_printf(f->a, "Gambar%02d.", k)) > 0);
        assert_int_equal(paper_page_of(f->a, &f->p, "Demikian Berita Acara"),
                         paper_page_of(f->a, &f->p, "NIP 19690817 199403 1 991"));
    }
}

static void promise__a_caption_longer_than_a_page_is_not_lost(void **state)
{
    struct press_test *f = *state;
    struct buf words = BUF_INIT;
    for (int i = 0; i < 900; i++)
        buf_printf(&words, "kata%04d ", i);
    struct document_tree *t = tree_new(f->a);
    struct node *n = tree_add(t, NODE_PICTURES);
    n->across = 2;
    n->per_page = 4;
    paper_add_photos(t, 3);
    n->pictures[1].caption = arena_strdup(f->a, buf_str(&words));
    tree_add(t, NODE_PICTURE)->text = arena_strdup(f->a, buf_str(&words));
    buf_done(&words);
    press(f, t);
    char *all = letters(f);
    for (int i = 0; i < 900; i++)
        assert_int_equal(count(all, arena_printf(f->a, "kata%04d", i)), 2);
}

static void promise__twenty_who_sign_stay_with_their_names(void **state)
{
    struct press_test *f = *state;
    for (size_t signers = 1; signers <= 21; signers += 4) {
        struct document_tree *t = tree_new(f->a);
        for (int i = 0; i < 25; i++)
            tree_paragraph(t, "Alinea %d.", i);
        tree_paragraph(t, "Demikian dibuat dengan sebenarnya.");
        tree_space(t, 5);
        struct node *n = tree_add(t, NODE_SIGNATURES);
        for (size_t i = 0; i < signers; i++) {
            struct signature *s = tree_signature(t, n);
            s->head[0] = arena_printf(f->a, "jabatan%02zu,", i);
            s->name = arena_printf(f->a, "orang%02zu", i);
        }
        press(f, t);
        assert_int_equal(paper_page_of(f->a, &f->p, "Demikian"), paper_page_of(f->a, &f->p, "jabatan00"));
        for (size_t i = 0; i < signers; i++)
            assert_int_equal(paper_page_of(f->a, &f->p, arena_printf(f->a, "jabatan%02zu", i)),
                             paper_page_of(f->a, &f->p, arena_printf(f->a, "orang%02zu", i)));
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, paper_set_up, paper_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(promise__a_word_longer_than_its_column_is_broken_not_lost),
        TEST(promise__abbreviations_are_not_broken_at_their_hyphen),
        TEST(promise__a_name_of_three_hundred_letters_fits_everywhere),
        TEST(promise__an_agreement_of_three_pages_goes_on_under_its_head),
        TEST(promise__a_row_as_high_as_a_page_is_not_cut),
        TEST(promise__a_high_last_row_and_its_signatures_stay_on_the_paper),
        TEST(promise__four_hundred_agreements_are_all_there),
        TEST(promise__paper_sizes_lie_and_stand),
        TEST(promise__a_caption_longer_than_a_page_is_not_lost),
        TEST(promise__twenty_who_sign_stay_with_their_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
