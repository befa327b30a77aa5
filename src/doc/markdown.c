/* A tree as Markdown (CommonMark with tables): for wikis and repositories. Everything in the texts
 * that Markdown would read as a mark is escaped. */
#include "config.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "doc/documents.h"

/* --- text --- */

/* Marks wherever they stand: emphasis, code, links, HTML, table cells, entities, formulas, addresses
 * that would become links. */
static bool is_mark(const char *s, const char *start)
{
    if (strchr("\\`*_[]<>|~&$@^", *s))
        return true;
    if (*s == ':' && s[1] == '/' && s[2] == '/')
        return true;
    return *s == '.' && s - start >= 3 && strncasecmp(s - 3, "www", 3) == 0;
}

/* Marks only at the beginning of a line: headings, lists, rules, underlines of headings. */
static bool begins_block(const char *line, const char *s)
{
    if (s == line)
        return strchr("#+-=:", *s) != NULL;
    for (const char *p = line; p < s; p++)
        if (!isdigit((unsigned char)*p))
            return false;
    return *s == '.' || *s == ')';
}

/* Text with `brk` where its line breaks stand; blanks at both ends of a line would be marks too. */
static void put(struct buf *out, const char *s, const char *brk)
{
    const char *start = s, *end = s + strlen(s);
    while (end > s && strchr(" \t\n", end[-1]))
        end--;
    while (s < end) {
        while (s < end && strchr(" \t", *s))
            s++;
        const char *line = s;
        for (; s < end && *s != '\n'; s++) {
            if (is_mark(s, start) || begins_block(line, s))
                buf_putc(out, '\\');
            buf_putc(out, *s);
        }
        for (const char *p = s; p > line && p[-1] == ' '; p--)
            out->p[--out->len] = '\0';
        if (s < end)
            buf_puts(out, brk), s++;
    }
}

/* Bold; nothing for an empty text, whose four stars would be a rule. */
static void put_bold(struct buf *out, const char *s)
{
    if (!*s)
        return;
    buf_puts(out, "**");
    put(out, s, " ");
    buf_puts(out, "**");
}

static void put_block(struct buf *out, const char *before, const char *s, const char *after)
{
    buf_puts(out, before);
    put(out, s, "\\\n");
    buf_puts(out, after);
}

/* --- one function per kind of node --- */

/* The first line of a title is the heading, its further lines stand bold below it. */
static void write_title(const struct node *n, const char *mark, struct buf *out)
{
    for (size_t i = 0; i < n->n_runs; i++) {
        if (i == 0) {
            buf_puts(out, mark);
            put(out, n->runs[i].text, " ");
            buf_puts(out, n->n_runs > 1 ? "\n\n" : "\n");
            continue;
        }
        put_bold(out, n->runs[i].text);
        buf_puts(out, i + 1 < n->n_runs ? "\\\n" : "\n");
    }
}

static void write_letterhead(const struct node *n, struct buf *out)
{
    for (size_t i = 0; i < n->n_runs; i++) {
        if (n->runs[i].bold)
            put_bold(out, n->runs[i].text);
        else
            put(out, n->runs[i].text, " ");
        buf_puts(out, i + 1 < n->n_runs ? "\\\n" : "\n");
    }
    buf_puts(out, "\n---\n");
}

static void write_heading(const struct node *n, struct buf *out)
{
    static const char *const marks[TREE_DEEPEST + 1] = {"## ", "### ", "#### "};
    if (n->right)
        put_block(out, "", n->right, "\n\n");
    buf_puts(out, marks[n->level]);
    put(out, n->text, " ");
    buf_putc(out, '\n');
}

static void write_list(const struct node *n, struct buf *out)
{
    for (size_t i = 0; i < n->n_items; i++) {
        if (n->numbered)
            buf_printf(out, "%zu. ", i + 1);
        else
            buf_puts(out, "- ");
        put(out, n->items[i], n->numbered ? "\\\n   " : "\\\n  ");
        buf_putc(out, '\n');
    }
}

static void write_facts(const struct node *n, struct buf *out)
{
    for (size_t i = 0; i < n->n_items; i += 2) {
        buf_puts(out, "- **");
        put(out, n->items[i], " ");
        buf_puts(out, ":** ");
        put(out, n->items[i + 1], "\\\n  ");
        buf_putc(out, '\n');
    }
}

static void write_table(const struct table *tb, struct buf *out)
{
    static const char *const aligns[] = {[ALIGN_LEFT] = " --- |",
                                         [ALIGN_CENTER] = " :-: |",
                                         [ALIGN_RIGHT] = " --: |",
                                         [ALIGN_JUSTIFY] = " --- |"};
    buf_putc(out, '|');
    for (size_t c = 0; c < tb->n_columns; c++) {
        buf_putc(out, ' ');
        put(out, tb->columns[c].title, "<br>");
        buf_puts(out, " |");
    }
    buf_puts(out, "\n|");
    for (size_t c = 0; c < tb->n_columns; c++)
        buf_puts(out, aligns[tb->columns[c].align]);
    buf_putc(out, '\n');
    for (size_t i = 0; i < tb->n_rows * tb->n_columns; i++) {
        buf_puts(out, i % tb->n_columns == 0 ? "| " : " ");
        put(out, TXT(tb->cells[i]), "<br>");
        buf_puts(out, (i + 1) % tb->n_columns == 0 ? " |\n" : " |");
    }
}

static void write_signature(const struct signature *s, struct buf *out)
{
    for (size_t i = 0; i < sizeof s->head / sizeof *s->head && s->head[i]; i++)
        put_block(out, "", s->head[i], "\\\n");
    put_bold(out, s->name ? s->name : "....................");
    for (size_t i = 0; i < sizeof s->foot / sizeof *s->foot && s->foot[i]; i++)
        put_block(out, "\\\n", s->foot[i], "");
    buf_putc(out, '\n');
}

static void write_signatures(const struct node *n, struct buf *out)
{
    for (size_t i = 0; i < n->n_signatures; i++) {
        if (i)
            buf_putc(out, '\n');
        write_signature(&n->signatures[i], out);
    }
}

/* Markdown carries no pictures of its own; what they show is said. */
static void write_picture(bool filled, const char *caption, struct buf *out)
{
    buf_puts(out, filled ? "*(foto)* " : "*(tempat foto)* ");
    put(out, TXT(caption), " ");
    buf_putc(out, '\n');
}

static void write_pictures(const struct node *n, struct buf *out)
{
    for (size_t i = 0; i < n->n_pictures; i++) {
        if (i)
            buf_putc(out, '\n');
        write_picture(n->pictures[i].bytes != NULL, n->pictures[i].caption, out);
    }
}

static void write_contents(const struct node *n, struct buf *out)
{
    for (const struct node *h = n; h; h = h->next)
        if (h->kind == NODE_HEADING && h->level <= n->level) {
            buf_printf(out, "%*s- ", 2 * h->level, "");
            put(out, h->text, " ");
            buf_putc(out, '\n');
        }
}

static void write_node(const struct node *n, const char *title_mark, struct buf *out)
{
    switch (n->kind) {
    case NODE_LETTERHEAD:
        write_letterhead(n, out);
        break;
    case NODE_TITLE:
        write_title(n, title_mark, out);
        break;
    case NODE_HEADING:
        write_heading(n, out);
        break;
    case NODE_PARAGRAPH:
    case NODE_NOTE:
        put_block(out, "", n->text, "\n");
        break;
    case NODE_LIST:
        write_list(n, out);
        break;
    case NODE_FACTS:
        write_facts(n, out);
        break;
    case NODE_TABLE:
        write_table(n->table, out);
        break;
    case NODE_SIGNATURES:
        write_signatures(n, out);
        break;
    case NODE_PICTURE:
        write_picture(n->picture != NULL, n->text, out);
        break;
    case NODE_PICTURES:
        write_pictures(n, out);
        break;
    case NODE_CONTENTS:
        write_contents(n, out);
        break;
    case NODE_PAGE_BREAK:
        buf_puts(out, "---\n");
        break;
    case NODE_SPACE:
        break;
    }
}

void markdown_write_tree(const struct document_tree *t, struct buf *out)
{
    bool titled = false;
    if (t->watermark) {
        put_bold(out, t->watermark);
        buf_puts(out, "\n\n");
    }
    for (const struct node *n = t->first; n; n = n->next) {
        if (n->kind == NODE_SPACE)
            continue;
        write_node(n, titled ? "## " : "# ", out);
        titled = titled || n->kind == NODE_TITLE;
        if (n->next)
            buf_putc(out, '\n');
    }
    if (t->footer)
        put_block(out, "\n---\n\n", t->footer, "\n");
}
