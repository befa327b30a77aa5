/* What the eye sees: every paper as pictures at 50 dpi, compared with accepted ones (tests/press/accepted), so that
 * accidents of the layout show that no test of words finds. UPDATE_GOLDEN=1 accepts what is there now: look at the
 * pictures first. A new paper is one row of the table.
 *
 * The measure is structural similarity in the worst band of the page, of letters smoothed a little. The same page drawn
 * again gives 1.00; Debian 13's Pango and poppler, which put letters up to half a point further right, give 0.97 and more.
 * A column or a block that moved gives less than 0.1. Ink that is on one page only gives 0, however pale it is. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "tests/doc/fixture.h"
#include "tests/press/paper.h"
#include "tests/press/ssim.h"

#define ALIKE 0.95

struct look {
    const char *name; /* of the accepted picture */
    const char *code; /* of paper_kinds; NULL: `make` makes it */
    bool morning;     /* before the day, as a draft */
    int64_t variant;  /* of the berita acara; NONE: as the fixture says */
    int64_t form;     /* of the attendance list; NONE: as the fixture says */
    int pages;        /* so many at most are compared */
    struct document_tree *(*make)(struct arena *a);
};

static struct document_tree *sample(struct arena *a)
{
    return paper_sample(a, 6);
}

static struct document_tree *report(struct arena *a)
{
    struct document_tree *t = paper_report(a);
    paper_add_photos(t, 5);
    return t;
}

/* A row that goes on over a page's end: closed below, open above. */
static struct document_tree *long_row(struct arena *a)
{
    static const struct column columns[] = {{"No.", 1, ALIGN_CENTER}, {"Masalah", 3, ALIGN_LEFT}, {"Usulan", 6, ALIGN_LEFT}};
    struct document_tree *t = tree_new(a);
    struct buf text = BUF_INIT;
    for (int i = 0; i < 1200; i++)
        buf_puts(&text, "kata ");
    tree_row(t, tree_table(t, columns, 3), (const char *[]){"1.", "pendek", buf_str(&text)});
    buf_done(&text);
    return t;
}

static const struct look looks[] = {
    {"contoh", NULL, false, NONE, NONE, 3, sample},
    {"contoh-laporan", NULL, false, NONE, NONE, 12, report},
    {"contoh-baris-panjang", NULL, false, NONE, NONE, 2, long_row},
    {"berita-acara", "berita-acara", false, NONE, NONE, 5, NULL},
    {"berita-acara-draf", "berita-acara", true, NONE, NONE, 1, NULL},
    {"berita-acara-b", "berita-acara", false, VARIANT_B, NONE, 3, NULL},
    {"berita-acara-c", "berita-acara", false, VARIANT_C, NONE, 3, NULL},
    {"berita-acara-d", "berita-acara", false, VARIANT_D, NONE, 3, NULL},
    {"daftar-hadir", "daftar-hadir", false, NONE, NONE, 2, NULL},
    {"daftar-hadir-h2", "daftar-hadir", false, NONE, FORM_H2, 1, NULL},
    {"daftar-hadir-h3", "daftar-hadir", false, NONE, FORM_H3, 1, NULL},
    {"daftar-hadir-h4", "daftar-hadir", false, NONE, FORM_H4, 1, NULL},
    {"daftar-hadir-pagi", "daftar-hadir", true, NONE, NONE, 2, NULL},
    {"notula", "notula", false, NONE, NONE, 3, NULL},
    {"rencana-tindak-lanjut", "rencana-tindak-lanjut", false, NONE, NONE, 2, NULL},
    {"rencana-bulanan", "rencana-bulanan", false, NONE, NONE, 2, NULL},
    {"jawaban-masukan", "jawaban-masukan", false, NONE, NONE, 2, NULL},
    {"laporan", "laporan", false, NONE, NONE, 9, NULL},
    {"undangan", "undangan", false, NONE, NONE, 1, NULL},
    {"dokumentasi", "dokumentasi", false, NONE, NONE, 2, NULL},
    {"halaman-publik", "halaman-publik", false, NONE, NONE, 1, NULL},
    {"kit-hadir", "kit-hadir", true, NONE, NONE, 1, NULL},
    {"kit-masukan", "kit-masukan", true, NONE, NONE, 1, NULL},
    {"kit-suara", "kit-suara", true, NONE, NONE, 1, NULL},
    {"kit-berita-acara", "kit-berita-acara", true, NONE, NONE, 3, NULL},
};

static struct document_tree *make(const struct look *k, struct arena *a)
{
    if (k->make)
        return k->make(a);
    struct dossier *d = k->morning ? fixture_morning(a) : fixture_dossier(a);
    if (k->variant != NONE)
        d->session.v[0].ba_variant = k->variant;
    if (k->form != NONE)
        d->session.v[0].attendance_form = k->form;
    const struct doc_options o = {.state = k->morning ? STATE_DRAFT : STATE_LOCKED,
                                  .fingerprint = "7KQ2-M4XD-9F3A-P0TS-1B6C"};
    const struct paper_kind *kind = paper_kind_find(k->code);
    if (!kind)
        fail_msg("there is no paper \"%s\"", k->code);
    return kind->build(d, &o, a);
}

/* The first pages of the paper below each other, as they look now. */
static struct grey drawn(struct arena *a, const struct document_tree *t, int most)
{
    struct paper p = paper_new();
    struct grey all = {0};
    paper_must_press(&p, t);
    int pages = paper_pages(a, &p);
    for (int page = 1; page <= pages && page <= most; page++) {
        char number[16], *stem = arena_printf(a, "%s/page", p.folder);
        snprintf(number, sizeof number, "%d", page);
        paper_tool(a, (const char *[]){"pdftoppm", "-gray", "-r", "50", "-f", number, "-singlefile", p.path, stem, NULL});
        struct buf b = BUF_INIT;
        struct err e = {0};
        assert_int_equal(file_read(arena_printf(a, "%s.pgm", stem), SIZE_MAX, &b, &e), ERR_NONE);
        struct grey one = grey_from_pgm(&b);
        buf_done(&b);
        if (all.p) {
            grey_append(&all, &one);
            grey_done(&one);
        } else {
            all = one;
        }
    }
    paper_done(&p);
    return all;
}

static bool is_accepted(struct arena *a, const struct look *k)
{
    struct grey now = drawn(a, make(k, a), k->pages), was = {0};
    const char *path = arena_printf(a, "%s/tests/press/accepted/%s.png", getenv("MUFAKAT_SRCDIR"), k->name);
    const char *new_one = arena_printf(a, "visual-%s.png", k->name);
    bool renew = getenv("UPDATE_GOLDEN") != NULL, good = false;
    if (renew)
        grey_write(&now, path);
    if (!grey_read(path, &was)) {
        print_message("%s has no accepted picture\n", k->name);
    } else if (was.w != now.w || was.h != now.h) {
        print_message("%s has other pages than accepted\n", k->name);
    } else {
        double alike = grey_alike(&now, &was);
        good = alike >= ALIKE;
        print_message("%-24s %.3f\n", k->name, alike);
    }
    if (!good) {
        grey_write(&now, new_one);
        print_message("  is now as in %s; when that is right: UPDATE_GOLDEN=1 make check TESTS=tests/press/test_visual\n",
                      new_one);
    }
    grey_done(&now);
    grey_done(&was);
    return good;
}

static void visual__every_paper_looks_as_accepted(void **state)
{
    (void)state;
    size_t bad = 0;
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
        struct arena *a = arena_new();
        bad += !is_accepted(a, &looks[i]);
        arena_free(a);
    }
    assert_int_equal(bad, 0);
}

static bool is_looked_at(const char *code)
{
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        if (looks[i].code && strcmp(looks[i].code, code) == 0)
            return true;
    return false;
}

static void visual__no_paper_is_forgotten(void **state)
{
    (void)state;
    for (const struct paper_kind *k = paper_kinds; k->code; k++)
        if (!is_looked_at(k->code))
            fail_msg("\"%s\" has no row in the table of looks", k->code);
}

static double alike(struct arena *a, const struct document_tree *t, const struct document_tree *u)
{
    struct grey x = drawn(a, t, 1), y = drawn(a, u, 1);
    double s = grey_alike(&x, &y);
    grey_done(&x);
    grey_done(&y);
    return s;
}

static struct node *first_of(struct document_tree *t, enum node_kind kind)
{
    struct node *n = t->first;
    while (n->kind != kind)
        n = n->next;
    return n;
}

/* The negative control: what must be seen is seen, and what is the same is the same. */
static void visual__small_accidents_fall_below_the_threshold(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_float_equal(alike(a, sample(a), sample(a)), 1, 0);

    struct document_tree *t = sample(a);
    first_of(t, NODE_TABLE)->table->columns[2].weight *= 1.12; /* the columns right of it move by 2 mm */
    double column = alike(a, sample(a), t);

    t = sample(a);
    first_of(t, NODE_TITLE)->runs[0].scale = 2; /* all below moves by a line */
    double line = alike(a, sample(a), t);

    t = sample(a);
    first_of(t, NODE_TABLE)->table->columns[3].align = ALIGN_RIGHT;
    double align = alike(a, sample(a), t);

    t = sample(a);
    first_of(t, NODE_LETTERHEAD)->runs[1].bold = false;
    double bold = alike(a, sample(a), t);

    t = sample(a);
    t->watermark = "DRAF";
    double mark = alike(a, sample(a), t);

    struct dossier *d = fixture_dossier(a);
    const struct doc_options o = {.state = STATE_LOCKED};
    t = paper_kind_find("daftar-hadir")->build(d, &o, a);
    first_of(t, NODE_TABLE)->table->zigzag = false; /* nothing to sign on */
    double dots = alike(a, paper_kind_find("daftar-hadir")->build(d, &o, a), t);

    print_message("moved column %.3f, moved by a line %.3f, aligned otherwise %.3f, not bold %.3f, watermark %.3f, dots %.3f; must be below "
                  "%.2f\n",
                  column, line, align, bold, mark, dots, ALIKE);
    assert_true(column < ALIKE && line < ALIKE && align < ALIKE && bold < ALIKE && mark < ALIKE && dots < ALIKE);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(visual__small_accidents_fall_below_the_threshold),
        cmocka_unit_test(visual__no_paper_is_forgotten),
        cmocka_unit_test(visual__every_paper_looks_as_accepted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
