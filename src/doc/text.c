/* The light writer: a tree as plain text, for the preview and for .txt. Wraps, never cuts. */
#include "config.h"

#include <string.h>

#include "base/text.h"
#include "doc/documents.h"
#include "doc/text_writer.h"

#define WIDTH_LEAST 40
#define SIDE_BY_SIDE 60 /* two signature blocks stand beside each other from here on */
#define PARAGRAPH_INDENT 4
#define SIGN_ROOM "\n\n\n" /* for the signature */
#define NAME_DOTS "...................."

/* --- the pen --- */

void pen_repeat(struct pen *p, const char *s, int n)
{
    while (n-- > 0)
        buf_puts(p->out, s);
}

void pen_field(struct pen *p, const char *s, size_t n, int cells, enum align align)
{
    int room = cells - text_width(s, n);
    int left = align == ALIGN_RIGHT ? room : align == ALIGN_CENTER ? room / 2 : 0;
    pen_repeat(p, " ", left);
    buf_add(p->out, s, n);
    pen_repeat(p, " ", room - left);
}

/* Blanks at the end of a line say nothing and make files differ. */
static void end_line(struct pen *p)
{
    while (p->out->len && p->out->p[p->out->len - 1] == ' ')
        p->out->p[--p->out->len] = '\0';
    buf_putc(p->out, '\n');
}

void pen_block(struct pen *p, const char *s, const char *lead, int indent, int cells,
               enum align align)
{
    struct text_lines lines = text_wrap(p->a, s, cells);
    for (size_t i = 0; i < lines.n; i++) {
        int used = i == 0 && lead ? text_width(lead, strlen(lead)) : 0;
        if (used)
            buf_puts(p->out, lead);
        pen_repeat(p, " ", indent - used);
        pen_field(p, s + lines.v[i].off, lines.v[i].len, cells, align);
        end_line(p);
    }
}

/* --- one function per kind of node --- */

static void write_runs(struct pen *p, const struct node *n)
{
    for (size_t i = 0; i < n->n_runs; i++)
        pen_block(p, n->runs[i].text, NULL, 0, p->width, ALIGN_CENTER);
}

static void write_letterhead(struct pen *p, const struct node *n)
{
    write_runs(p, n);
    pen_repeat(p, p->boxes ? "═" : "=", p->width);
    end_line(p);
}

static void write_heading(struct pen *p, const struct node *n)
{
    if (n->right) {
        int cells = p->width * 2 / 3;
        pen_block(p, n->right, NULL, p->width - cells, cells, ALIGN_LEFT);
        buf_putc(p->out, '\n');
    }
    pen_block(p, n->text, NULL, 0, p->width, n->align == ALIGN_CENTER ? ALIGN_CENTER : ALIGN_LEFT);
}

static void write_paragraph(struct pen *p, const struct node *n)
{
    const char *s = n->text;
    if (n->first_indent)
        s = arena_printf(p->a, "%*s%s", PARAGRAPH_INDENT, "", s);
    pen_block(p, s, NULL, 0, p->width, n->align == ALIGN_JUSTIFY ? ALIGN_LEFT : n->align);
}

static void write_list(struct pen *p, const struct node *n)
{
    for (size_t i = 0; i < n->n_items; i++) {
        const char *lead = n->numbered ? arena_printf(p->a, "%zu.", i + 1) : "-";
        int indent = n->numbered ? (n->n_items > 9 ? 4 : 3) : 2;
        pen_block(p, n->items[i], lead, indent, p->width - indent, ALIGN_LEFT);
    }
}

static void write_facts(struct pen *p, const struct node *n)
{
    int label = 0;
    for (size_t i = 0; i < n->n_items; i += 2) {
        int w = text_width(n->items[i], strlen(n->items[i]));
        label = w > label ? w : label;
    }
    if (label > p->width / 2)
        label = p->width / 2;
    for (size_t i = 0; i < n->n_items; i += 2) {
        const char *name = n->items[i];
        size_t fits = text_fits(name, strlen(name), label);
        if (name[fits]) { /* a very long label gets lines of its own */
            pen_block(p, name, NULL, 0, p->width, ALIGN_LEFT);
            name = "", fits = 0;
        }
        const char *lead = arena_printf(p->a, "%s%*s : ", name, label - text_width(name, fits), "");
        pen_block(p, n->items[i + 1], lead, label + 3, p->width - label - 3, ALIGN_LEFT);
    }
}

/* --- signatures --- */

/* The lines above the name. */
static const char *head_text(struct pen *p, const struct signature *s)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < sizeof s->head / sizeof *s->head && s->head[i]; i++)
        buf_printf(&b, "%s%s", i ? "\n" : "", s->head[i]);
    return buf_into(&b, p->a);
}

static const char *foot_text(struct pen *p, const struct signature *s)
{
    const char *text = s->name ? s->name : NAME_DOTS;
    for (size_t i = 0; i < sizeof s->foot / sizeof *s->foot && s->foot[i]; i++)
        text = arena_printf(p->a, "%s\n%s", text, s->foot[i]);
    return text;
}

/* A whole block, where none stands beside it. */
static const char *block_text(struct pen *p, const struct signature *s)
{
    const char *head = head_text(p, s);
    return arena_printf(p->a, "%s%s" SIGN_ROOM "%s", head, *head ? "\n" : "", foot_text(p, s));
}

static void block_line(struct pen *p, const char *s, const struct text_lines *l, size_t i,
                       int cells)
{
    if (i < l->n)
        pen_field(p, s + l->v[i].off, l->v[i].len, cells, ALIGN_LEFT);
    else
        pen_repeat(p, " ", cells);
}

/* Two texts side by side; the shorter one ends with empty lines. */
static void write_beside(struct pen *p, const char *left, const char *right)
{
    int cells = (p->width - 2) / 2;
    struct text_lines l = text_wrap(p->a, left, cells), r = text_wrap(p->a, right, cells);
    for (size_t i = 0; i < l.n || i < r.n; i++) {
        block_line(p, left, &l, i, cells);
        buf_puts(p->out, "  ");
        block_line(p, right, &r, i, cells);
        end_line(p);
    }
}

/* Names stand on one line, however many lines the offices take. */
static void write_pair(struct pen *p, const struct signature *left, const struct signature *right)
{
    write_beside(p, left ? head_text(p, left) : "", head_text(p, right));
    buf_puts(p->out, SIGN_ROOM);
    write_beside(p, left ? foot_text(p, left) : "", foot_text(p, right));
}

/* A single block in the middle of the page, its lines below each other. */
static void write_middle(struct pen *p, const struct signature *s)
{
    int cells = p->width / 2, left = (p->width - cells) / 2;
    pen_block(p, block_text(p, s), NULL, left, cells, ALIGN_LEFT);
}

static void write_signatures(struct pen *p, const struct node *n)
{
    for (size_t i = 0; i < n->n_signatures; i++) {
        const struct signature *s = &n->signatures[i];
        bool pair = i + 1 < n->n_signatures;
        if (i)
            buf_putc(p->out, '\n');
        if (p->width < SIDE_BY_SIDE)
            pen_block(p, block_text(p, s), NULL, 0, p->width, ALIGN_LEFT);
        else if (pair)
            write_pair(p, s, s + 1), i++;
        else if (n->align == ALIGN_RIGHT)
            write_pair(p, NULL, s);
        else if (n->align == ALIGN_CENTER)
            write_middle(p, s);
        else
            pen_block(p, block_text(p, s), NULL, 0, p->width / 2, ALIGN_LEFT);
    }
}

static void write_frame(struct pen *p, bool filled, const char *caption)
{
    static const char *const frames[2][6] = {{"+", "-", "+", "|", "+", "+"},
                                             {"┌", "─", "┐", "│", "└", "┘"}};
    const char *const *f = frames[p->boxes];
    int inner = (p->width < 60 ? p->width : 60) - 2, left = (p->width - inner - 2) / 2;
    const char *what = filled ? "(foto)" : "(tempat foto)";
    for (int row = 0; row < 5; row++) {
        pen_repeat(p, " ", left);
        buf_puts(p->out, row == 0 ? f[0] : row == 4 ? f[4] : f[3]);
        if (row == 0 || row == 4)
            pen_repeat(p, f[1], inner);
        else
            pen_field(p, what, row == 2 ? strlen(what) : 0, inner, ALIGN_CENTER);
        buf_puts(p->out, row == 0 ? f[2] : row == 4 ? f[5] : f[3]);
        end_line(p);
    }
    if (caption)
        pen_block(p, caption, NULL, 0, p->width, ALIGN_CENTER);
}

static void write_pictures(struct pen *p, const struct node *n)
{
    for (size_t i = 0; i < n->n_pictures; i++) {
        if (i)
            buf_putc(p->out, '\n');
        write_frame(p, n->pictures[i].bytes != NULL, n->pictures[i].caption);
    }
}

/* Text has no pages, so the headings alone. */
static void write_contents(struct pen *p, const struct node *n)
{
    for (const struct node *h = n; h; h = h->next)
        if (h->kind == NODE_HEADING && h->level <= n->level)
            pen_block(p, h->text, NULL, 4 * h->level, p->width, ALIGN_LEFT);
}

static void write_node(struct pen *p, const struct node *n)
{
    switch (n->kind) {
    case NODE_LETTERHEAD:
        write_letterhead(p, n);
        break;
    case NODE_TITLE:
        write_runs(p, n);
        break;
    case NODE_HEADING:
        write_heading(p, n);
        break;
    case NODE_PARAGRAPH:
        write_paragraph(p, n);
        break;
    case NODE_LIST:
        write_list(p, n);
        break;
    case NODE_FACTS:
        write_facts(p, n);
        break;
    case NODE_TABLE:
        pen_table(p, n->table);
        break;
    case NODE_NOTE:
        pen_block(p, n->text, NULL, 0, p->width, ALIGN_LEFT);
        break;
    case NODE_SIGNATURES:
        write_signatures(p, n);
        break;
    case NODE_PICTURE:
        write_frame(p, n->picture != NULL, n->text);
        break;
    case NODE_PICTURES:
        write_pictures(p, n);
        break;
    case NODE_CONTENTS:
        write_contents(p, n);
        break;
    case NODE_SPACE:
        break;
    case NODE_PAGE_BREAK:
        pen_repeat(p, p->boxes ? "─" : "-", p->width);
        end_line(p);
        break;
    }
}

void text_write_tree(const struct document_tree *t, int width, bool boxes, struct buf *out)
{
    struct pen p = {out, arena_new(), width < WIDTH_LEAST ? WIDTH_LEAST : width, boxes};
    if (t->watermark) {
        pen_block(&p, arena_printf(p.a, "*** %s ***", t->watermark), NULL, 0, p.width,
                  ALIGN_CENTER);
        buf_putc(out, '\n');
    }
    for (const struct node *n = t->first; n; n = n->next) {
        write_node(&p, n);
        buf_putc(out, '\n');
    }
    if (t->footer)
        pen_block(&p, t->footer, NULL, 0, p.width, ALIGN_LEFT);
    arena_free(p.a);
}
