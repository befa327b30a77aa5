/* part of `tree.h`: a tree as text, a line for each node, for the golden files */
#include "config.h"

#include "doc/tree.h"

#include <string.h>

/* Numbers are printed as whole tenths so that no locale and no rounding of printf can change a
 * golden file. */
static void dump_tenths(struct buf *out, double v)
{
    long tenths = (long)(v * 10 + (v < 0 ? -0.5 : 0.5));
    buf_printf(out, "%ld", tenths / 10);
    if (tenths % 10)
        buf_printf(out, ".%ld", tenths % 10);
}

/* One line: a label, then the text in quotes with line breaks shown as \n. */
static void dump_text(struct buf *out, const char *label, const char *s)
{
    if (!s)
        return;
    buf_printf(out, "  %s \"", label);
    for (; *s; s++) {
        if (*s == '\n')
            buf_puts(out, "\\n");
        else
            buf_putc(out, *s);
    }
    buf_puts(out, "\"\n");
}

static void dump_runs(struct buf *out, const struct node *n)
{
    for (size_t i = 0; i < n->n_runs; i++) {
        const struct run *r = &n->runs[i];
        dump_text(out, r->bold ? "run bold" : "run", r->text);
        if (r->scale > 0 && r->scale != 1) {
            buf_puts(out, "    scale ");
            dump_tenths(out, r->scale);
            buf_putc(out, '\n');
        }
    }
}

static void dump_table(struct buf *out, const struct table *tb)
{
    buf_printf(out, "  columns");
    for (size_t c = 0; c < tb->n_columns; c++)
        buf_printf(out, " | %s", tb->columns[c].title);
    buf_putc(out, '\n');
    if (tb->row_height > 0) {
        buf_puts(out, "  row_height ");
        dump_tenths(out, tb->row_height);
        buf_putc(out, '\n');
    }
    if (tb->zigzag)
        buf_puts(out, "  zigzag\n");
    for (size_t r = 0; r < tb->n_rows; r++) {
        buf_puts(out, "  row");
        for (size_t c = 0; c < tb->n_columns; c++) {
            const char *s = tb->cells[r * tb->n_columns + c];
            buf_puts(out, " | ");
            for (; s && *s; s++) {
                if (*s == '\n')
                    buf_puts(out, "\\n");
                else
                    buf_putc(out, *s);
            }
        }
        buf_putc(out, '\n');
    }
}

static void dump_signatures(struct buf *out, const struct node *n)
{
    for (size_t i = 0; i < n->n_signatures; i++) {
        const struct signature *s = &n->signatures[i];
        buf_puts(out, "  block\n");
        for (size_t k = 0; k < sizeof s->head / sizeof *s->head && s->head[k]; k++)
            dump_text(out, "  head", s->head[k]);
        if (s->name)
            dump_text(out, "  name", s->name);
        else
            buf_puts(out, "    name (dots)\n");
        for (size_t k = 0; k < sizeof s->foot / sizeof *s->foot && s->foot[k]; k++)
            dump_text(out, "  foot", s->foot[k]);
    }
}

static void dump_node(struct buf *out, const struct node *n)
{
    static const char *const aligns[] = {"", " center", " right", " justify"};
    buf_printf(out, "%s%s%s%s%s%s", node_kind_name(n->kind), aligns[n->align],
               n->first_indent ? " indent" : "", n->numbered ? " numbered" : "",
               n->counts_anew ? " counts_anew" : "", n->keep_with_next ? " keep" : "");
    if (n->level)
        buf_printf(out, " level %d", n->level);
    if (n->kind == NODE_PICTURES)
        buf_printf(out, " across %d per_page %d", n->across, n->per_page);
    buf_putc(out, '\n');
    dump_text(out, "text", n->text);
    dump_text(out, "right", n->right);
    dump_runs(out, n);
    for (size_t i = 0; i < n->n_items; i++) {
        bool fact = n->kind == NODE_FACTS;
        dump_text(out, !fact ? "item" : i % 2 == 0 ? "label" : "value", n->items[i]);
    }
    if (n->table)
        dump_table(out, n->table);
    dump_signatures(out, n);
    if (n->kind == NODE_PICTURE)
        buf_printf(out, "  bytes %zu\n", n->picture ? n->picture_size : 0);
    for (size_t i = 0; i < n->n_pictures; i++) {
        buf_printf(out, "  bytes %zu\n", n->pictures[i].bytes ? n->pictures[i].size : 0);
        dump_text(out, "caption", n->pictures[i].caption);
    }
    if (n->kind == NODE_SPACE) {
        buf_puts(out, "  mm ");
        dump_tenths(out, n->space);
        buf_putc(out, '\n');
    }
}

void tree_dump(const struct document_tree *t, struct buf *out)
{
    buf_puts(out, "document\n");
    dump_text(out, "title", t->title);
    dump_text(out, "author", t->author);
    buf_printf(out, "  date %lld\n  page ", (long long)t->date);
    dump_tenths(out, t->page_width);
    buf_puts(out, " x ");
    dump_tenths(out, t->page_height);
    const double sizes[] = {t->margin_top, t->margin_bottom, t->margin_left, t->margin_right};
    buf_puts(out, "\n  margins");
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        buf_putc(out, ' ');
        dump_tenths(out, sizes[i]);
    }
    buf_puts(out, "\n  font ");
    dump_tenths(out, t->font_size);
    buf_printf(out, "\n  logo %zu\n", t->logo ? t->logo_size : 0);
    dump_text(out, "watermark", t->watermark);
    dump_text(out, "footer", t->footer);
    if (t->cover)
        buf_puts(out, "  cover\n");
    for (const struct node *n = t->first; n; n = n->next)
        dump_node(out, n);
}
