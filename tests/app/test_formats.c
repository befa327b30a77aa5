/* Which ending writes which document: every pair of the table on the practice session, from one source. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/export_document.h"
#include "app/export_format.h"
#include "app/export_work.h"
#include "app/make_paper.h"
#include "app/page_pictures.h"
#include "base/file.h"
#include "doc/documents.h"
#include "tests/app/fixture.h"

/* Bytes that a file of each format begins with. */
static const struct {
    const char *ending, *first;
} beginnings[] = {
    {".pdf", "%PDF-"},  {".docx", "PK\x03\x04"},       {".txt", ""}, {".md", ""},
    {".html", "<!DOCTYPE html>"}, {".xlsx", "PK\x03\x04"},     {".csv", "\xef\xbb\xbf"},
    {".ics", "BEGIN:VCALENDAR\r\n"}, {".json", "{\n"},
};

static const char *beginning_of(const char *ending)
{
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (strcmp(beginnings[i].ending, ending) == 0)
            return beginnings[i].first;
    fail_msg("what does a file %s begin with?", ending);
    return NULL;
}

static void check_pair(struct fixture *f, struct paper_source *s, struct arena *a,
                       const struct export_document_name *d, const struct export_format *x)
{
    char *path = arena_printf(a, "%s/berkas%s", f->folder, x->ending);
    struct export_request in = {.document = d->code, .privacy = PRIVACY_PUBLIKASI, .path = path};
    struct export_work *work = ARENA_NEW(a, struct export_work);
    struct export_result done;
    struct buf b = BUF_INIT;
    in.crew = press_crew_open(1, -1);
    enum err_code code = export_begin(s, &in, a, work, &f->err);
    if (!code)
        code = export_end(work, &done, &f->err);
    press_crew_close(in.crew);
    if (d->matter != x->matter) {
        assert_int_equal(code, ERR_INPUT);
        assert_non_null(strstr(f->err.text, d->code));
        return;
    }
    if (code)
        fail_msg("%s as %s: %s", d->code, x->ending, f->err.text);
    const char *first = beginning_of(x->ending);
    assert_int_equal(file_read(path, 1 << 24, &b, &f->err), ERR_NONE);
    assert_int_equal(done.size, b.len);
    assert_true(b.len > 100);
    assert_memory_equal(b.p, first, strlen(first));
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600); /* whatever the umask says */
    buf_done(&b);
}

static void formats__write_every_document_that_fits_and_refuse_the_rest(void **state)
{
    struct fixture *f = *state;
    struct arena *a = arena_new();
    struct paper_source *s;
    const struct export_document_name *v;
    assert_int_equal(paper_source_read(f->app, true, a, &s, &f->err), ERR_NONE);
    size_t n = export_documents(a, &v);
    assert_true(n > 8);
    for (size_t i = 0; i < n; i++)
        for (const struct export_format *x = export_formats; x->ending; x++) {
            /* the press's writers once for a paper and once for a book: they cost most */
            bool heavy = strcmp(x->ending, ".pdf") == 0 || strcmp(x->ending, ".docx") == 0;
            if (heavy && v[i].matter == x->matter && strcmp(v[i].code, x->usual) != 0)
                continue;
            struct arena *once = arena_new();
            check_pair(f, s, once, &v[i], x);
            arena_free(once);
        }
    arena_free(a);
}

static void formats__choose_by_the_ending_in_any_case(void **state)
{
    (void)state;
    static const struct {
        const char *document, *path, *want;
    } cases[] = {
        {NULL, "x.pdf", "berita-acara"},       {NULL, "x.HTML", "halaman-publik"},
        {NULL, "x.ics", "tenggat"},            {NULL, "x.Json", "data"},
        {"peserta", "a.pdf/x.csv", "peserta"}, {"notula", "x.md", "notula"},
    };
    static const struct {
        const char *document, *path, *words;
    } wrong[] = {
        {NULL, "", "tujuan"},       {NULL, "x", ".xlsx"},           {NULL, ".pdf", ".xlsx"},
        {"apa", "x.pdf", "notula"}, {"peserta", "x.pdf", ".xlsx, .csv"}, {"data", "x.csv", ".json"},
    };
    struct arena *a = arena_new();
    const struct export_format *x;
    const char *document;
    struct err e;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(export_choose(cases[i].document, cases[i].path, a, &x, &document, &e),
                         ERR_NONE);
        assert_string_equal(document, cases[i].want);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(export_choose(wrong[i].document, wrong[i].path, a, &x, &document, &e),
                         ERR_INPUT);
        if (!strstr(e.text, wrong[i].words))
            fail_msg("%s does not say %s", e.text, wrong[i].words);
    }
    arena_free(a);
}

/* One dark pixel. */
static const unsigned char png[] = {0x89, 'P', 'N', 'G',  '\r', '\n', 0x1a, '\n', 0,    0, 0, 13,
                                    'I',  'H', 'D', 'R',  0,    0,    0,    1,    0,    0, 0, 1,
                                    8,    0,   0,   0,    0,    0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0,
                                    10,   'I', 'D', 'A',  'T',  0x78, 0x9c, 0x63, 0x60, 0, 0, 0,
                                    2,    0,   1,   0x48, 0xaf, 0xa4, 0x71, 0,    0,    0, 0, 'I',
                                    'E',  'N', 'D', 0xae, 0x42, 0x60, 0x82};

static void page__pictures_are_made_small_and_bad_ones_are_counted(void **state)
{
    struct fixture *f = *state;
    struct arena *a = arena_new();
    struct document_tree *t = tree_new(a), *small;
    struct press_report report = {0};
    struct node *n = tree_add(t, NODE_PICTURES);
    n->across = n->per_page = 2;
    *tree_picture(t, n) = (struct picture){png, sizeof png, "satu"};
    *tree_picture(t, n) = (struct picture){"rusak", 5, "dua"};
    t->logo = png;
    t->logo_size = sizeof png;
    if (page_pictures(t, NULL, a, &small, &report, &f->err))
        fail_msg("%s", f->err.text);
    assert_int_equal(report.bad_pictures, 1);
    assert_memory_equal(small->logo, "\xff\xd8", 2); /* a JPEG now */
    assert_memory_equal(small->first->pictures[0].bytes, "\xff\xd8", 2);
    assert_null(small->first->pictures[1].bytes);
    assert_string_equal(small->first->pictures[1].caption, "dua");
    assert_ptr_equal(n->pictures[0].bytes, png); /* the tree itself is as it was */
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(formats__write_every_document_that_fits_and_refuse_the_rest,
                                        fixture_practice_setup, fixture_teardown),
        cmocka_unit_test(formats__choose_by_the_ending_in_any_case),
        cmocka_unit_test_setup_teardown(page__pictures_are_made_small_and_bad_ones_are_counted,
                                        fixture_practice_setup, fixture_teardown),
    };
    return cmocka_run_group_tests_name("formats", tests, NULL, NULL);
}
