#include "config.h"

#include "doc/tree.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/text.h"

struct document_tree *tree_new(struct arena *a)
{
    struct document_tree *t = ARENA_NEW(a, struct document_tree);
    t->arena = a;
    t->page_width = 210;
    t->page_height = 297;
    /* Usual margins of official papers: the left one leaves room for punch holes (domain 8). */
    t->margin_top = 20;
    t->margin_bottom = 25;
    t->margin_left = 30;
    t->margin_right = 20;
    t->font_size = 12;
    return t;
}

const char *tree_text(struct document_tree *t, const char *s)
{
    if (!s)
        return NULL;
    const char *clean = text_export(t->arena, s);
    return clean == s ? arena_strdup(t->arena, s) : clean;
}

struct node *tree_add(struct document_tree *t, enum node_kind kind)
{
    struct node *n = ARENA_NEW(t->arena, struct node);
    n->kind = kind;
    if (t->last)
        t->last->next = n;
    else
        t->first = n;
    t->last = n;
    return n;
}

struct node *tree_paragraph(struct document_tree *t, const char *fmt, ...)
{
    assert(fmt);
    va_list ap;
    va_start(ap, fmt);
    va_list again;
    va_copy(again, ap);
    int len = vsnprintf(NULL, 0, fmt, again);
    va_end(again);
    assert(len >= 0);
    char *s = arena_alloc(t->arena, (size_t)len + 1);
    vsnprintf(s, (size_t)len + 1, fmt, ap);
    va_end(ap);

    struct node *n = tree_add(t, NODE_PARAGRAPH);
    n->text = text_export(t->arena, s);
    n->align = ALIGN_JUSTIFY;
    return n;
}

struct node *tree_heading(struct document_tree *t, const char *text)
{
    struct node *n = tree_add(t, NODE_HEADING);
    n->text = tree_text(t, text);
    n->keep_with_next = true;
    return n;
}

struct node *tree_chapter(struct document_tree *t, int level, const char *text)
{
    assert(level >= 0 && level <= TREE_DEEPEST);
    struct node *n = tree_heading(t, text);
    n->level = level;
    return n;
}

void tree_space(struct document_tree *t, double mm)
{
    assert(mm >= 0);
    tree_add(t, NODE_SPACE)->space = mm;
}

void tree_add_run(struct document_tree *t, struct node *n, const char *text, bool bold,
                  double scale)
{
    n->runs = arena_more(t->arena, n->runs, n->n_runs, sizeof *n->runs);
    n->runs[n->n_runs++] = (struct run){tree_text(t, TXT(text)), bold, scale};
}

void tree_add_item(struct document_tree *t, struct node *n, const char *text)
{
    n->items = arena_more(t->arena, n->items, n->n_items, sizeof *n->items);
    n->items[n->n_items++] = tree_text(t, TXT(text));
}

void tree_add_fact(struct document_tree *t, struct node *n, const char *label, const char *value)
{
    assert(n->kind == NODE_FACTS);
    tree_add_item(t, n, label);
    tree_add_item(t, n, value);
}

struct table *tree_table(struct document_tree *t, const struct column *columns, size_t n)
{
    assert(n > 0);
    struct node *node = tree_add(t, NODE_TABLE);
    struct table *tb = ARENA_NEW(t->arena, struct table);
    tb->columns = ARENA_ARRAY(t->arena, struct column, n);
    tb->n_columns = n;
    for (size_t i = 0; i < n; i++) {
        tb->columns[i] = columns[i];
        tb->columns[i].title = tree_text(t, TXT(columns[i].title));
    }
    node->table = tb;
    return tb;
}

void tree_row(struct document_tree *t, struct table *tb, const char *const *cells)
{
    size_t row = tb->n_columns * sizeof *tb->cells;
    tb->cells = arena_more(t->arena, tb->cells, tb->n_rows, row);
    for (size_t i = 0; i < tb->n_columns; i++)
        tb->cells[tb->n_rows * tb->n_columns + i] = tree_text(t, cells[i]);
    tb->n_rows++;
}

struct picture *tree_picture(struct document_tree *t, struct node *n)
{
    assert(n->kind == NODE_PICTURES);
    n->pictures = arena_more(t->arena, n->pictures, n->n_pictures, sizeof *n->pictures);
    n->pictures[n->n_pictures] = (struct picture){0};
    return &n->pictures[n->n_pictures++];
}

struct signature *tree_signature(struct document_tree *t, struct node *n)
{
    assert(n->kind == NODE_SIGNATURES);
    n->signatures = arena_more(t->arena, n->signatures, n->n_signatures, sizeof *n->signatures);
    return &n->signatures[n->n_signatures++];
}

char *tree_stamp(const struct document_tree *t, char out[TREE_STAMP])
{
    time_t seconds = (time_t)(t->date / 1000);
    struct tm tm;
    if (!gmtime_r(&seconds, &tm) || !strftime(out, TREE_STAMP, "%Y-%m-%dT%H:%M:%SZ", &tm))
        strcpy(out, "1970-01-01T00:00:00Z");
    return out;
}

const char *node_kind_name(enum node_kind kind)
{
    static const char *const names[] = {
        [NODE_LETTERHEAD] = "letterhead",
        [NODE_TITLE] = "title",
        [NODE_HEADING] = "heading",
        [NODE_PARAGRAPH] = "paragraph",
        [NODE_LIST] = "list",
        [NODE_FACTS] = "facts",
        [NODE_TABLE] = "table",
        [NODE_NOTE] = "note",
        [NODE_SIGNATURES] = "signatures",
        [NODE_PICTURE] = "picture",
        [NODE_PAGE_BREAK] = "page_break",
        [NODE_CONTENTS] = "contents",
        [NODE_PICTURES] = "pictures",
        [NODE_SPACE] = "space",
    };
    return names[kind];
}
