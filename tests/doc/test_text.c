#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/text.h"
#include "tests/doc/fixture.h"

static const int widths[] = {40, 60, 78, 132};
#define N_WIDTHS (sizeof widths / sizeof *widths)

/* Everything that a tree says, word by word. */
static void each_word(const char *s, void (*check)(const char *word, void *arg), void *arg)
{
    while (s && *s) {
        s += strspn(s, " \n");
        size_t n = strcspn(s, " \n");
        char word[512];
        assert_true(n < sizeof word);
        memcpy(word, s, n);
        word[n] = '\0';
        if (n)
            check(word, arg);
        s += n;
    }
}

/* A word may only be broken where a hyphen or a slash allows it; a dotted line may be broken anywhere. */
static void is_there(const char *word, void *arg)
{
    const char *text = arg;
    if (strstr(text, word) || strspn(word, ".") == strlen(word))
        return;
    while (*word) {
        char part[512];
        size_t n = strcspn(word, "/-");
        n += strspn(word + n, "/-");
        memcpy(part, word, n);
        part[n] = '\0';
        if (!strstr(text, part))
            fail_msg("lost: %s", part);
        word += n;
    }
}

static void node_words_are_there(const struct node *n, char *text)
{
    each_word(n->text, is_there, text);
    each_word(n->right, is_there, text);
    for (size_t i = 0; i < n->n_runs; i++)
        each_word(n->runs[i].text, is_there, text);
    for (size_t i = 0; i < n->n_items; i++)
        each_word(n->items[i], is_there, text);
    for (size_t c = 0; n->table && c < n->table->n_columns; c++)
        each_word(n->table->columns[c].title, is_there, text);
    for (size_t c = 0; n->table && c < n->table->n_columns * n->table->n_rows; c++)
        each_word(n->table->cells[c], is_there, text);
    for (size_t i = 0; i < n->n_signatures; i++) {
        each_word(n->signatures[i].name, is_there, text);
        for (size_t k = 0; k < 6 && n->signatures[i].head[k]; k++)
            each_word(n->signatures[i].head[k], is_there, text);
    }
}

static void lines_fit(const char *text, int width)
{
    for (const char *line = text; *line;) {
        size_t n = strcspn(line, "\n");
        if (text_width(line, n) > width)
            fail_msg("%d columns and more: %.*s", width, (int)n, line);
        assert_true(n == 0 || line[n - 1] != ' ');
        line += n + (line[n] == '\n');
    }
}

static void text__fits_every_width_and_loses_no_word(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct doc_options o = {.state = STATE_DRAFT};
    for (const struct paper_kind *k = paper_kinds; k->code; k++) {
        const struct document_tree *t = k->build(fixture_dossier(a), &o, a);
        for (size_t i = 0; i < N_WIDTHS * 2; i++) {
            struct buf out = BUF_INIT;
            text_write_tree(t, widths[i / 2], i % 2, &out);
            lines_fit(buf_str(&out), widths[i / 2]);
            for (const struct node *n = t->first; n; n = n->next)
                node_words_are_there(n, out.p);
            buf_done(&out);
        }
    }
    arena_free(a);
}

static void text__is_never_narrower_than_40(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf x = BUF_INIT, y = BUF_INIT;
    const struct doc_options o = {.state = STATE_DRAFT};
    const struct document_tree *t = build_daftar_hadir(fixture_morning(a), &o, a);
    text_write_tree(t, 1, false, &x);
    text_write_tree(t, 40, false, &y);
    assert_string_equal(buf_str(&x), buf_str(&y));
    buf_done(&x);
    buf_done(&y);
    arena_free(a);
}

static void text__uses_ascii_or_boxes(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct document_tree *t = tree_new(a);
    static const struct column columns[] = {{"No", 1, ALIGN_CENTER}, {"Nama", 1, ALIGN_LEFT}};
    struct table *tb = tree_table(t, columns, 2);
    tree_row(t, tb, (const char *const[]){"1.", "Sutrisno"});
    struct buf b = BUF_INIT;
    text_write_tree(t, 60, false, &b);
    assert_string_equal(buf_str(&b), "+----+----------+\n"
                                     "| No |   Nama   |\n"
                                     "+----+----------+\n"
                                     "| 1. | Sutrisno |\n"
                                     "+----+----------+\n\n");
    buf_clear(&b);
    text_write_tree(t, 60, true, &b);
    assert_non_null(strstr(buf_str(&b), "│ 1. │ Sutrisno │"));
    buf_done(&b);
    arena_free(a);
}

static void text__wraps_a_word_that_no_line_can_hold(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct document_tree *t = tree_new(a);
    char word[301];
    memset(word, 'x', 300);
    word[300] = '\0';
    tree_paragraph(t, "%s", word);
    struct buf b = BUF_INIT;
    text_write_tree(t, 40, false, &b);
    size_t n = 0;
    for (const char *p = buf_str(&b); *p; p++)
        n += *p == 'x';
    assert_int_equal(n, 300);
    lines_fit(buf_str(&b), 40);
    buf_done(&b);
    arena_free(a);
}

/* Names stand on one line, whatever the offices above them take. */
static void text__puts_names_on_one_line(void **state)
{
    struct arena *a = arena_new();
    struct document_tree *t = tree_new(a);
    struct node *n = tree_add(t, NODE_SIGNATURES);
    struct signature *left = tree_signature(t, n);
    left->head[0] = "Kepala Dinas Kependudukan dan Pencatatan Sipil,";
    left->name = "Wiratma";
    left->foot[0] = "NIP 1";
    struct signature *right = tree_signature(t, n);
    right->head[0] = "Notulis,";
    right->name = "Dimas";
    struct buf b = BUF_INIT;
    (void)state;
    text_write_tree(t, 78, false, &b);
    assert_string_equal(buf_str(&b), "Kepala Dinas Kependudukan dan           Notulis,\n"
                                     "Pencatatan Sipil,\n\n\n\n"
                                     "Wiratma                                 Dimas\n"
                                     "NIP 1\n\n");
    buf_done(&b);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text__fits_every_width_and_loses_no_word),
        cmocka_unit_test(text__is_never_narrower_than_40),
        cmocka_unit_test(text__uses_ascii_or_boxes),
        cmocka_unit_test(text__wraps_a_word_that_no_line_can_hold),
        cmocka_unit_test(text__puts_names_on_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
