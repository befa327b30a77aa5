/* The tree as bytes and back. One description of each struct serves both directions, so that the
 * writer and the reader cannot drift apart; the reader's checks are the writer's assertions.
 *
 * Format 3: "MFTREE", version (u16), then the document's fields in the order below. Each
 * node is led by a 1, the last is followed by a 0. */
#include "config.h"

#include "doc/tree.h"

#include <string.h>

#include "doc/wire.h"

#define WIRE_MAGIC "MFTREE"
#define WIRE_VERSION 3
#define MAX_COLUMNS 64
#define MAX_PER_PAGE 4

static void wire_table(struct wire *w, struct table *tb)
{
    tb->columns = wire_array(w, tb->columns, &tb->n_columns, sizeof *tb->columns, 9);
    if (!wire_check(w, tb->n_columns > 0 && tb->n_columns <= MAX_COLUMNS))
        return;
    for (size_t i = 0; i < tb->n_columns && !w->bad; i++) {
        struct column *c = &tb->columns[i];
        wire_needed(w, &c->title);
        wire_size(w, &c->weight);
        c->align = (enum align)wire_choice(w, c->align, ALIGN_JUSTIFY);
    }
    wire_size(w, &tb->row_height);
    wire_flag(w, &tb->zigzag);
    tb->cells =
        wire_array(w, tb->cells, &tb->n_rows, tb->n_columns * sizeof *tb->cells, tb->n_columns * 4);
    for (size_t i = 0; i < tb->n_rows * tb->n_columns && !w->bad; i++)
        wire_text(w, &tb->cells[i]);
}

static void wire_signature(struct wire *w, struct signature *s)
{
    for (size_t i = 0; i < sizeof s->head / sizeof *s->head; i++)
        wire_text(w, &s->head[i]);
    wire_text(w, &s->name);
    for (size_t i = 0; i < sizeof s->foot / sizeof *s->foot; i++)
        wire_text(w, &s->foot[i]);
}

/* Bytes of JPEG or PNG; none is an empty frame. */
static void wire_picture(struct wire *w, const void **p, size_t *size)
{
    size_t n = *p ? *size : 0;
    *p = wire_bytes(w, *p, &n);
    *size = n;
}

/* What a writer may rely on, kind by kind. */
static bool node_sound(const struct node *n)
{
    switch (n->kind) {
    case NODE_HEADING:
    case NODE_PARAGRAPH:
    case NODE_NOTE:
        if (!n->text)
            return false;
        break;
    case NODE_FACTS:
        if (n->n_items % 2 != 0)
            return false;
        break;
    case NODE_PICTURES:
        if (n->across < 1 || n->per_page < n->across)
            return false;
        break;
    default:
        break;
    }
    return (n->kind == NODE_TABLE) == (n->table != NULL);
}

static void wire_node(struct wire *w, struct node *n)
{
    n->kind = (enum node_kind)wire_choice(w, n->kind, NODE_SPACE);
    n->align = (enum align)wire_choice(w, n->align, ALIGN_JUSTIFY);
    wire_flag(w, &n->first_indent);
    wire_flag(w, &n->numbered);
    wire_flag(w, &n->counts_anew);
    wire_flag(w, &n->keep_with_next);
    wire_text(w, &n->text);
    wire_text(w, &n->right);
    n->runs = wire_array(w, n->runs, &n->n_runs, sizeof *n->runs, 9);
    for (size_t i = 0; i < n->n_runs && !w->bad; i++) {
        wire_needed(w, &n->runs[i].text);
        wire_flag(w, &n->runs[i].bold);
        wire_size(w, &n->runs[i].scale);
    }
    n->items = wire_array(w, n->items, &n->n_items, sizeof *n->items, 4);
    for (size_t i = 0; i < n->n_items && !w->bad; i++)
        wire_needed(w, &n->items[i]);
    bool has_table = n->table != NULL;
    wire_flag(w, &has_table);
    if (has_table && !w->bad) {
        struct table tb = n->table ? *n->table : (struct table){0};
        wire_table(w, &tb);
        if (!w->out) {
            n->table = ARENA_NEW(w->a, struct table);
            *n->table = tb;
        }
    }
    n->signatures = wire_array(w, n->signatures, &n->n_signatures, sizeof *n->signatures, 40);
    for (size_t i = 0; i < n->n_signatures && !w->bad; i++)
        wire_signature(w, &n->signatures[i]);
    wire_picture(w, &n->picture, &n->picture_size);
    n->pictures = wire_array(w, n->pictures, &n->n_pictures, sizeof *n->pictures, 8);
    for (size_t i = 0; i < n->n_pictures && !w->bad; i++) {
        wire_picture(w, &n->pictures[i].bytes, &n->pictures[i].size);
        wire_text(w, &n->pictures[i].caption);
    }
    n->level = (int)wire_choice(w, (unsigned)n->level, TREE_DEEPEST);
    n->across = (int)wire_choice(w, (unsigned)n->across, TREE_ACROSS);
    n->per_page = (int)wire_choice(w, (unsigned)n->per_page, MAX_PER_PAGE);
    wire_size(w, &n->space);
    if (!w->bad)
        wire_check(w, node_sound(n));
}

static void wire_document(struct wire *w, struct document_tree *t)
{
    wire_text(w, &t->title);
    wire_text(w, &t->author);
    t->date = (int64_t)wire_number(w, (uint64_t)t->date, 8);
    double *const sizes[] = {&t->page_width,  &t->page_height,  &t->margin_top, &t->margin_bottom,
                             &t->margin_left, &t->margin_right, &t->font_size};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        wire_size(w, sizes[i]);
    wire_picture(w, &t->logo, &t->logo_size);
    wire_text(w, &t->watermark);
    wire_text(w, &t->footer);
    wire_flag(w, &t->cover);
}

void tree_write(const struct document_tree *t, struct buf *out)
{
    struct wire w = {.out = out};
    wire_start(&w, WIRE_MAGIC, WIRE_VERSION);
    struct document_tree copy = *t;
    wire_document(&w, &copy);
    for (const struct node *n = t->first; n; n = n->next) {
        wire_number(&w, 1, 1);
        struct node c = *n;
        wire_node(&w, &c);
    }
    wire_number(&w, 0, 1);
}

/* A page must leave room for text, or the press could never end it. */
static bool page_sound(const struct document_tree *t)
{
    return t->page_width - t->margin_left - t->margin_right >= 50 &&
           t->page_height - t->margin_top - t->margin_bottom >= 50 && t->font_size >= 4 &&
           t->font_size <= 48;
}

enum err_code tree_read(struct arena *a, const void *p, size_t n, struct document_tree **ret,
                        struct err *e)
{
    struct wire w = {.p = p, .left = n, .a = a};
    enum err_code code = wire_open(&w, WIRE_MAGIC, WIRE_VERSION, e);
    if (code)
        return code;

    struct document_tree *t = tree_new(a);
    wire_document(&w, t);
    while (!w.bad && wire_number(&w, 0, 1) == 1)
        wire_node(&w, tree_add(t, NODE_PARAGRAPH));
    bool ended = !w.bad && w.p[-1] == 0;
    code = wire_close(&w, ended && page_sound(t), e);
    if (!code)
        *ret = t;
    return code;
}
