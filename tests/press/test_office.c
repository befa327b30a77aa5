/* DOCX in the hands of others: LibreOffice renders every paper, and its words are those of our PDF; python-docx finds
 * styles and tables. Skipped where they are not installed. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "tests/doc/fixture.h"
#include "tests/press/paper.h"

#define EXIT_SKIPPED 77 /* automake's word for it */
#define PYTHON "/usr/bin/python3"

struct fixture {
    struct arena *a;
    struct paper p;
};

static int set_up(void **state)
{
    struct fixture *f = mem_zalloc(sizeof *f);
    f->a = arena_new();
    f->p = paper_new();
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

static bool works(const char *command)
{
    return system(command) == 0;
}

static bool has_office(void)
{
    return works("command -v soffice >/dev/null 2>&1");
}

static bool has_python_docx(void)
{
    return works(PYTHON " -c 'import docx' >/dev/null 2>&1");
}

/* --- words --- */

struct words {
    const char **v;
    size_t n;
};

/* A page's foot tells its number, which another program may break otherwise. */
static bool is_foot(const char *line, size_t n, const char *footer)
{
    return memmem(line, n, "Halaman ", 8) != NULL || (footer && memmem(line, n, footer, strlen(footer)) != NULL);
}

/* Lines may end behind these in the middle of a word; dots for the pen and for the eye are as many as there is room. */
static size_t word_length(const char *s, const char *end)
{
    size_t n = 0;
    while (s + n < end && !strchr(" /-\n\f", s[n]) && !(s[n] == '.' && s[n + 1] == '.'))
        n++;
    return n;
}

static void add_words(struct fixture *f, struct words *w, const char *line, const char *end)
{
    while (line < end) {
        size_t n = word_length(line, end), from = strspn(line, "."), to = n;
        while (to > from && line[to - 1] == '.')
            to--;
        if (to > from)
            w->v[w->n++] = arena_memdup(f->a, line + from, to - from);
        line += n + 1;
    }
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static struct words words_of(struct fixture *f, const char *pdf, const char *footer)
{
    const char *argv[] = {"pdftotext", "-layout", pdf, "-", NULL};
    const char *text = paper_tool(f->a, argv);
    struct words w = {ARENA_ARRAY(f->a, const char *, strlen(text) + 1), 0};
    for (const char *end; *text; text = end + (*end != '\0')) {
        end = text + strcspn(text, "\n");
        if (!is_foot(text, (size_t)(end - text), footer))
            add_words(f, &w, text, end);
    }
    qsort(w.v, w.n, sizeof *w.v, by_bytes);
    return w;
}

/* Titles of columns come again on every page, and page numbers of the contents may differ. */
static bool may_differ(const struct document_tree *t, const char *word)
{
    if (t->first && word[strspn(word, "0123456789")] == '\0')
        for (const struct node *n = t->first; n; n = n->next)
            if (n->kind == NODE_CONTENTS)
                return true;
    for (const struct node *n = t->first; n; n = n->next)
        for (size_t i = 0; n->table && i < n->table->n_columns; i++)
            if (strstr(n->table->columns[i].title, word))
                return true;
    return false;
}

static void compare(struct fixture *f, const struct document_tree *t, const char *name)
{
    struct words own = words_of(f, arena_printf(f->a, "%s/%s-own.pdf", f->p.folder, name), t->footer);
    struct words his = words_of(f, arena_printf(f->a, "%s/%s.pdf", f->p.folder, name), t->footer);
    size_t i = 0, k = 0;
    assert_true(own.n > 10);
    while (i < own.n || k < his.n) {
        int side = i == own.n ? 1 : k == his.n ? -1 : strcmp(own.v[i], his.v[k]);
        const char *word = side > 0 ? his.v[k] : own.v[i];
        if (side != 0 && !may_differ(t, word))
            fail_msg("%s: \"%s\" stands only in %s", name, word, side > 0 ? "LibreOffice's" : "ours");
        i += side <= 0;
        k += side >= 0;
    }
}

/* Both files of a paper in the sandbox: NAME.docx and NAME-own.pdf. */
static void press_both(struct fixture *f, const struct document_tree *t, const char *name)
{
    struct buf tree = BUF_INIT;
    tree_write(t, &tree);
    paper_feed(&f->p, "docx", arena_printf(f->a, "%s/%s.docx", f->p.folder, name), tree.p, tree.len);
    assert_int_equal(f->p.status, 0);
    paper_feed(&f->p, "pdf", arena_printf(f->a, "%s/%s-own.pdf", f->p.folder, name), tree.p, tree.len);
    assert_int_equal(f->p.status, 0);
    buf_done(&tree);
}

static void convert_all(struct fixture *f)
{
    const char *command = arena_printf(f->a,
                                       "cd '%s' && HOME=$PWD timeout 120 soffice -env:UserInstallation=file://$PWD/profile "
                                       "--headless --convert-to pdf *.docx >convert.log 2>&1 </dev/null",
                                       f->p.folder);
    if (!works(command))
        fail_msg("soffice failed: see what it says with: %s", command);
}

/* `variant` of the berita acara; NONE: as the fixture says. */
static struct document_tree *build(struct fixture *f, const struct paper_kind *k, enum privacy privacy, int64_t variant)
{
    const struct doc_options o = {
        .privacy = privacy, .state = STATE_LOCKED, .fingerprint = "7KQ2-M4XD-9F3A-P0TS-1B6C"};
    struct dossier *d = fixture_dossier(f->a);
    if (variant != NONE)
        d->session.v[0].ba_variant = variant;
    return k->build(d, &o, f->a);
}

static void office__shows_the_words_of_every_paper_as_our_pdf_does(void **state)
{
    struct fixture *f = *state;
    if (!has_office())
        skip();
    struct document_tree *trees[64];
    const char *names[64];
    size_t n = 0;
    for (const struct paper_kind *k = paper_kinds; k->code && n < 50; k++) {
        for (int published = 0; published < 2; published++) {
            names[n] = arena_printf(f->a, "%s%s", k->code, published ? "-publikasi" : "");
            trees[n++] = build(f, k, published ? PRIVACY_PUBLIKASI : PRIVACY_ARSIP, NONE);
        }
    }
    for (int64_t variant = VARIANT_B; variant <= VARIANT_D; variant++) {
        names[n] = arena_printf(f->a, "berita-acara-%d", (int)variant);
        trees[n++] = build(f, paper_kind_find("berita-acara"), PRIVACY_ARSIP, variant);
    }
    names[n] = "contoh";
    trees[n++] = paper_sample(f->a, 60);
    names[n] = "laporan-contoh";
    trees[n++] = paper_report(f->a);
    for (size_t i = 0; i < n; i++)
        press_both(f, trees[i], names[i]);
    convert_all(f);
    for (size_t i = 0; i < n; i++)
        compare(f, trees[i], names[i]);
}

/* "Halaman 1 dari 2" of every page, one a line. */
static const char *page_numbers(struct fixture *f, const char *pdf)
{
    const char *argv[] = {"pdftotext", "-layout", pdf, "-", NULL};
    struct buf b = BUF_INIT;
    for (const char *at = paper_tool(f->a, argv); (at = strstr(at, "Halaman ")) != NULL; at++)
        buf_printf(&b, "%.*s\n", (int)strcspn(at, "\n"), at);
    const char *said = arena_strdup(f->a, buf_str(&b));
    buf_done(&b);
    return said;
}

static void office__counts_the_pages_of_each_letter(void **state)
{
    struct fixture *f = *state;
    if (!has_office())
        skip();
    struct document_tree *t = tree_new(f->a);
    for (int letter = 0; letter < 3; letter++) {
        for (int sheet = 0; sheet < 1 + letter % 2; sheet++) {
            if (t->first)
                tree_add(t, NODE_PAGE_BREAK)->counts_anew = sheet == 0;
            tree_paragraph(t, "surat %d lembar %d", letter, sheet);
        }
    }
    press_both(f, t, "surat");
    convert_all(f);
    static const char wanted[] = "Halaman 1 dari 1\nHalaman 1 dari 2\nHalaman 2 dari 2\nHalaman 1 dari 1\n";
    assert_string_equal(page_numbers(f, arena_printf(f->a, "%s/surat-own.pdf", f->p.folder)), wanted);
    assert_string_equal(page_numbers(f, arena_printf(f->a, "%s/surat.pdf", f->p.folder)), wanted);
}

/* What it finds, one thing a line. */
static const char script[] = "import sys, docx\n"
                             "d = docx.Document(sys.argv[1])\n"
                             "s = d.sections[0]\n"
                             "print('page', round(s.page_width.mm), round(s.page_height.mm))\n"
                             "print('core', d.core_properties.title, '/', d.core_properties.author,\n"
                             "      d.core_properties.created.isoformat())\n"
                             "print('tables', len(d.tables), 'pictures', len(d.inline_shapes))\n"
                             "for p in d.paragraphs:\n"
                             "    if p.text: print(p.style.name + ':', p.text.split('\\n')[0][:40])\n"
                             "for t in d.tables:\n"
                             "    print('rows', len(t.rows), '|'.join(c.text for c in t.rows[-1].cells)[:60])\n"
                             "print('foot', s.footer.paragraphs[0].text)\n";

static void python_docx__finds_styles_tables_and_what_the_paper_is(void **state)
{
    struct fixture *f = *state;
    if (!has_python_docx())
        skip();
    press_both(f, paper_sample(f->a, 6), "contoh");
    const char *argv[] = {PYTHON, "-c", script, arena_printf(f->a, "%s/contoh.docx", f->p.folder), NULL};
    const char *said = paper_tool(f->a, argv);
    static const char *const wanted[] = {
        "page 210 297\n",
        "core Berita Acara Forum Konsultasi Publik / Dinas Kependudukan dan Pencatatan Sipil 2026-11-12T00:45:00\n",
        "tables 6 pictures 1\n",
        "Title: BERITA ACARA\n",
        "Heading 1: DAFTAR HADIR\n",
        "List Number: Penghapusan seluruh syarat fotokopi.\n",
        "rows 7 6.|",
        "rows 25 24.|Peserta Latihan 24|P|",
        "foot Sidik: 7KQ2-M4XD-9F3A-P0TS-1B6C\tHalaman "};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!strstr(said, wanted[i]))
            fail_msg("\"%s\" is missing in:\n%s", wanted[i], said);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(office__shows_the_words_of_every_paper_as_our_pdf_does),
        TEST(office__counts_the_pages_of_each_letter),
        TEST(python_docx__finds_styles_tables_and_what_the_paper_is),
    };
    if (!has_office() && !has_python_docx()) {
        puts("skipped: no LibreOffice (soffice) and no python3-docx here");
        return EXIT_SKIPPED;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
