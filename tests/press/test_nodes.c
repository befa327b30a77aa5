/* Contents, chapters, room and grids of pictures: the real mufakat-press, read back by poppler. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/press/paper.h"

/* The number at the end of the line of the contents (page 2) that begins with these words. */
static int page_in_contents(struct press_test *f, const char *words)
{
    const char *line = strstr(paper_page(f->a, &f->p, 2), words);
    if (!line)
        fail_msg("\"%s\" is not in the contents", words);
    size_t n = strcspn(line, "\n");
    while (n > 0 && strchr("0123456789", line[n - 1]))
        n--;
    return atoi(line + n);
}

static void contents__tell_the_real_page_of_every_heading(void **state)
{
    struct press_test *f = *state;
    static const char *const headings[] = {"A. Bagian 1.1", "1) Rincian 1.1", "B. Bagian 1.2", "1) Rincian 1.2",
                                           "A. Bagian 2.1", "B. Bagian 2.2",  "B. Bagian 3.2", "1) Rincian 3.2"};
    paper_must_press(&f->p, paper_report(f->a));
    int pages = paper_pages(f->a, &f->p);
    assert_true(pages > 6);
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        int said = page_in_contents(f, headings[i]), found = 0;
        for (int page = 3; page <= pages; page++)
            if (strstr(paper_page(f->a, &f->p, page), headings[i]))
                found = page;
        if (said != found || found == 0)
            fail_msg("%s stands on page %d, the contents say %d", headings[i], found, said);
    }
    assert_int_equal(page_in_contents(f, "BAB 1 PENDAHULUAN"), 3);
    assert_int_equal(page_in_contents(f, "LAMPIRAN I \xE2\x80\x93 DOKUMENTASI"), pages);
}

static void contents__list_no_deeper_than_they_are_told(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = paper_report(f->a);
    for (struct node *n = t->first; n; n = n->next)
        if (n->kind == NODE_CONTENTS)
            n->level = 1;
    paper_must_press(&f->p, t);
    char *page = paper_page(f->a, &f->p, 2);
    assert_non_null(strstr(page, "B. Bagian 3.2"));
    assert_null(strstr(page, "Rincian"));
}

static void contents__of_many_headings_go_on_over_pages(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = tree_new(f->a);
    tree_add(t, NODE_CONTENTS)->level = 0;
    for (int i = 1; i <= 150; i++) {
        tree_add(t, NODE_PAGE_BREAK);
        tree_heading(t, arena_printf(f->a, "Judul%03d", i));
    }
    paper_must_press(&f->p, t);
    int pages = paper_pages(f->a, &f->p), before = pages - 150;
    assert_in_range(before, 2, 5);
    char *last = paper_page(f->a, &f->p, before);
    const char *line = strstr(last, "Judul150");
    assert_non_null(line);
    assert_int_equal(atoi(line + strcspn(line, " ")), pages);
    assert_int_equal(paper_page_of(f->a, &f->p, "Halaman 1 dari"), 1);
}

static void pictures__stand_in_a_grid_so_many_to_a_page(void **state)
{
    struct press_test *f = *state;
    for (size_t n = 1; n <= 9; n += 4) {
        struct document_tree *t = paper_report(f->a);
        paper_must_press(&f->p, t);
        int first = paper_pages(f->a, &f->p);
        paper_add_photos(t, n);
        paper_must_press(&f->p, t);
        assert_int_equal(paper_pages(f->a, &f->p), first + (int)(n - 1) / 4);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(paper_page_of(f->a, &f->p, arena_printf(f->a, "Gambar%02zu.", i + 1)),
                             first + (int)i / 4);
        paper_check_words(f->a, &f->p, t);
    }
    char *list = paper_tool(f->a, (const char *[]){"pdfimages", "-list", f->p.path, NULL});
    int seen = 0;
    for (const char *s = list; (s = strstr(s, " image ")); s++)
        seen++;
    assert_int_equal(seen, 9);
}

static void pictures__without_bytes_are_frames_and_damaged_ones_say_so(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = paper_report(f->a);
    tree_picture(t, t->last)->caption = "Gambar01. Belum ada fotonya";
    struct picture *bad = tree_picture(t, t->last);
    bad->bytes = "rusak";
    bad->size = 5;
    paper_must_press(&f->p, t);
    char *page = paper_page(f->a, &f->p, paper_pages(f->a, &f->p));
    assert_non_null(strstr(page, "Gambar01."));
    assert_non_null(strstr(page, "(gambar tidak dapat dibaca)"));
    assert_non_null(strstr(buf_str(&f->p.said), "picture 1\n"));
}

static void pictures__with_a_heading_move_to_a_fresh_page_together(void **state)
{
    struct press_test *f = *state;
    for (int lines = 20; lines < 40; lines += 3) {
        struct document_tree *t = tree_new(f->a);
        for (int i = 0; i < lines; i++)
            tree_paragraph(t, "Baris %d", i);
        tree_heading(t, "JUDULFOTO");
        struct node *n = tree_add(t, NODE_PICTURES);
        n->across = 1;
        n->per_page = 2;
        paper_add_photos(t, 2);
        paper_must_press(&f->p, t);
        assert_int_equal(paper_page_of(f->a, &f->p, "JUDULFOTO"), 2);
        assert_int_equal(paper_page_of(f->a, &f->p, "Gambar01."), 2);
        assert_int_equal(paper_page_of(f->a, &f->p, "Gambar02."), 2);
        arena_reset(f->a);
    }
}

/* Height of the first words of the page, in points. */
static double top_of(struct press_test *f, const char *word)
{
    char *boxes = paper_tool(f->a, (const char *[]){"pdftotext", "-bbox", f->p.path, "-", NULL});
    char *at = strstr(boxes, arena_printf(f->a, ">%s<", word));
    assert_non_null(at);
    while (at > boxes && strncmp(at, "yMin", 4) != 0)
        at--;
    double y;
    assert_int_equal(sscanf(at, "yMin=\"%lf\"", &y), 1);
    return y;
}

/* The first page of a grid has less room; the others need not be as small for that. */
static void pictures__take_the_whole_of_each_further_page(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = tree_new(f->a);
    for (int i = 0; i < 12; i++)
        tree_paragraph(t, "Baris %d", i);
    tree_heading(t, "JUDULFOTO");
    struct node *n = tree_add(t, NODE_PICTURES);
    n->across = 1;
    n->per_page = 2;
    for (int i = 1; i <= 4; i++) /* frames are as large as photographs would be */
        tree_picture(t, n)->caption = arena_printf(f->a, "Gambar%02d.", i);
    paper_must_press(&f->p, t);
    assert_int_equal(paper_pages(f->a, &f->p), 2);
    double points = (t->page_height - t->margin_bottom) * 72 / 25.4;
    double small = top_of(f, "Gambar02.") - top_of(f, "Gambar01."), large = top_of(f, "Gambar04.") - top_of(f, "Gambar03.");
    assert_in_range(points - top_of(f, "Gambar02."), 5, 60);
    assert_in_range(points - top_of(f, "Gambar04."), 5, 90);
    assert_true(large > small * 1.2);
}

static void space__is_as_high_as_it_says_and_ends_with_its_page(void **state)
{
    struct press_test *f = *state;
    for (int mm = 0; mm <= 60; mm += 30) {
        struct document_tree *t = tree_new(f->a);
        tree_space(t, mm);
        tree_paragraph(t, "kata");
        paper_must_press(&f->p, t);
        double from_top = top_of(f, "kata") - (t->margin_top + mm) * 72 / 25.4;
        assert_true(from_top > 0 && from_top < 10); /* the room above a paragraph */
    }
    struct document_tree *t = tree_new(f->a);
    for (int i = 0; i < 30; i++)
        tree_paragraph(t, "Baris %d", i);
    tree_space(t, 200);
    tree_paragraph(t, "sesudah");
    paper_must_press(&f->p, t);
    assert_int_equal(paper_pages(f->a, &f->p), 2);
    assert_true(top_of(f, "sesudah") < (t->margin_top + 10) * 72 / 25.4);
}

static const char *foot_of(struct press_test *f, int page)
{
    const char *text = paper_page(f->a, &f->p, page), *foot = strstr(text, "Halaman");
    if (!foot || strstr(foot + 1, "Halaman"))
        return foot ? "two feet" : "";
    return arena_memdup(f->a, foot, strcspn(foot, "\n"));
}

static void letter(struct document_tree *t, int paragraphs)
{
    for (int i = 0; i < paragraphs; i++)
        tree_paragraph(t, "alinea %d", i);
}

static void feet__count_the_pages_of_each_letter_alone(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = tree_new(f->a);
    static const char *const feet[] = {"Halaman 1 dari 2", "Halaman 2 dari 2", "Halaman 1 dari 1",
                                       "Halaman 1 dari 3", "Halaman 2 dari 3", "Halaman 3 dari 3"};
    letter(t, 45);
    tree_add(t, NODE_PAGE_BREAK)->counts_anew = true;
    letter(t, 3);
    tree_add(t, NODE_PAGE_BREAK)->counts_anew = true;
    letter(t, 45);
    tree_add(t, NODE_PAGE_BREAK); /* of the same letter */
    letter(t, 1);
    paper_must_press(&f->p, t);
    assert_int_equal(paper_pages(f->a, &f->p), 6);
    for (int i = 0; i < 6; i++)
        assert_string_equal(foot_of(f, i + 1), feet[i]);
}

static void feet__are_not_on_a_cover(void **state)
{
    struct press_test *f = *state;
    struct document_tree *t = tree_new(f->a);
    t->cover = true;
    t->footer = "Sidik";
    letter(t, 3);
    tree_add(t, NODE_PAGE_BREAK);
    letter(t, 3);
    paper_must_press(&f->p, t);
    assert_null(strstr(paper_page(f->a, &f->p, 1), "Sidik"));
    assert_string_equal(foot_of(f, 1), "");
    assert_string_equal(foot_of(f, 2), "Halaman 2 dari 2");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, paper_set_up, paper_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(contents__tell_the_real_page_of_every_heading),
        TEST(contents__list_no_deeper_than_they_are_told),
        TEST(contents__of_many_headings_go_on_over_pages),
        TEST(pictures__stand_in_a_grid_so_many_to_a_page),
        TEST(pictures__without_bytes_are_frames_and_damaged_ones_say_so),
        TEST(pictures__with_a_heading_move_to_a_fresh_page_together),
        TEST(pictures__take_the_whole_of_each_further_page),
        TEST(space__is_as_high_as_it_says_and_ends_with_its_page),
        TEST(feet__count_the_pages_of_each_letter_alone),
        TEST(feet__are_not_on_a_cover),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
