#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "doc/tree.h"

/* A tree with every kind of node and every field in use. */
static struct document_tree *full_tree(struct arena *a)
{
    struct document_tree *t = tree_new(a);
    t->title = tree_text(t, "Berita Acara");
    t->author = tree_text(t, "Dinas Contoh");
    t->date = -5;
    t->logo = "\x89PNG";
    t->logo_size = 4;
    t->watermark = "DRAF";
    t->footer = "Sidik: AAAA";
    struct node *n = tree_add(t, NODE_LETTERHEAD);
    tree_add_run(t, n, "PEMERINTAH", false, 1);
    tree_add_run(t, n, "DINAS", true, 1.333);
    n = tree_add(t, NODE_TITLE);
    tree_add_run(t, n, "BERITA ACARA", true, 0);
    n = tree_heading(t, "Catatan:");
    n->right = tree_text(t, "LAMPIRAN I");
    tree_paragraph(t, "%d (%s) orang", 24, "dua puluh empat")->first_indent = true;
    n = tree_add(t, NODE_LIST);
    n->numbered = true;
    tree_add_item(t, n, "satu");
    n = tree_add(t, NODE_FACTS);
    tree_add_fact(t, n, "Tempat", "Aula");
    static const struct column columns[] = {{"No", 1, ALIGN_CENTER}, {"Nama", 4.5, ALIGN_LEFT}};
    struct table *tb = tree_table(t, columns, 2);
    tb->row_height = 10;
    tb->zigzag = true;
    for (int i = 0; i < 9; i++)
        tree_row(t, tb, (const char *const[]){"1.", i % 2 ? NULL : "Sutrisno"});
    tree_add(t, NODE_NOTE)->text = tree_text(t, "*) dengan catatan");
    n = tree_add(t, NODE_SIGNATURES);
    struct signature *s = tree_signature(t, n);
    s->head[0] = tree_text(t, "Kepala,");
    s->name = tree_text(t, "Nama");
    s->foot[0] = tree_text(t, "NIP 1");
    tree_signature(t, n);
    n = tree_add(t, NODE_PICTURE);
    n->picture = "\xff\xd8\0x";
    n->picture_size = 4;
    n->text = tree_text(t, "Foto bersama");
    tree_add(t, NODE_PICTURE);
    tree_add(t, NODE_PAGE_BREAK)->counts_anew = true;
    t->cover = true;
    tree_add(t, NODE_CONTENTS)->level = 1;
    tree_chapter(t, 1, "1.1 Dasar Hukum");
    n = tree_add(t, NODE_PICTURES);
    n->across = 2;
    n->per_page = 4;
    tree_picture(t, n)->caption = tree_text(t, "Pembukaan");
    *tree_picture(t, n) = (struct picture){"\xff\xd8\0y", 4, tree_text(t, "Diskusi")};
    tree_space(t, 40);
    return t;
}

static void tree__comes_back_from_bytes_unchanged(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct document_tree *t = full_tree(a), *back = NULL;
    struct buf bytes = BUF_INIT, again = BUF_INIT, d1 = BUF_INIT, d2 = BUF_INIT;
    struct err e;
    tree_write(t, &bytes);
    assert_int_equal(tree_read(a, bytes.p, bytes.len, &back, &e), ERR_NONE);
    tree_dump(t, &d1);
    tree_dump(back, &d2);
    assert_string_equal(buf_str(&d1), buf_str(&d2));
    tree_write(back, &again);
    assert_int_equal(bytes.len, again.len);
    assert_memory_equal(bytes.p, again.p, bytes.len);
    assert_memory_equal(back->logo, "\x89PNG", 4);
    assert_non_null(strstr(buf_str(&d1), "24 (dua puluh empat) orang"));
    buf_done(&bytes);
    buf_done(&again);
    buf_done(&d1);
    buf_done(&d2);
    arena_free(a);
}

static void tree__refuses_every_cut_of_its_bytes(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf bytes = BUF_INIT;
    tree_write(full_tree(a), &bytes);
    for (size_t n = 0; n < bytes.len; n++) {
        /* an exact copy, so that a sanitizer sees one byte too far */
        char *exact = malloc(n ? n : 1);
        memcpy(exact, bytes.p, n);
        struct arena *b = arena_new();
        struct document_tree *back = NULL;
        struct err e;
        assert_int_equal(tree_read(b, exact, n, &back, &e), ERR_INPUT);
        assert_null(back);
        arena_free(b);
        free(exact);
    }
    buf_done(&bytes);
    arena_free(a);
}

/* A flipped bit gives an error, or a tree that is sound enough to be written and dumped again. */
static void tree__survives_every_flipped_bit(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf bytes = BUF_INIT, out = BUF_INIT;
    tree_write(full_tree(a), &bytes);
    size_t refused = 0;
    for (size_t bit = 0; bit < bytes.len * 8; bit++) {
        char *copy = malloc(bytes.len);
        memcpy(copy, bytes.p, bytes.len);
        copy[bit / 8] = (char)(copy[bit / 8] ^ (1 << bit % 8));
        struct arena *b = arena_new();
        struct document_tree *back = NULL;
        struct err e;
        enum err_code code = tree_read(b, copy, bytes.len, &back, &e);
        assert_true(code == ERR_NONE || code == ERR_INPUT);
        if (code == ERR_NONE) {
            buf_clear(&out);
            tree_write(back, &out);
            assert_int_equal(out.len, bytes.len);
            assert_memory_equal(out.p, copy, bytes.len);
            tree_dump(back, &out);
        } else {
            refused++;
        }
        arena_free(b);
        free(copy);
    }
    assert_true(refused > bytes.len);
    buf_done(&bytes);
    buf_done(&out);
    arena_free(a);
}

static void tree__leaves_hidden_characters_out(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct document_tree *t = tree_new(a);
    assert_string_equal(tree_paragraph(t, "a%sb", "\xe2\x80\xae")->text, "ab");
    assert_string_equal(tree_text(t, "x\x1b[1m"), "x[1m");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tree__comes_back_from_bytes_unchanged),
        cmocka_unit_test(tree__refuses_every_cut_of_its_bytes),
        cmocka_unit_test(tree__survives_every_flipped_bit),
        cmocka_unit_test(tree__leaves_hidden_characters_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
