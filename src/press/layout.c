#include "config.h"

#include "press/layout.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "press/nodes.h"
#include "press/picture.h"

static double gap(const struct press *p, double share)
{
    return p->tree->font_size * share;
}

static void node_title(struct press *p, const struct node *n, bool keep)
{
    (void)keep; /* a title never stands alone */
    const struct block *first = NULL;
    for (size_t i = 0; i < n->n_runs; i++) {
        struct style s = {.scale = n->runs[i].scale, .bold = n->runs[i].bold, .align = ALIGN_CENTER, .leading = 1.1};
        struct lines l = type_balanced(p, n->runs[i].text, p->width, &s);
        struct block *b = type_flow(p, &l, 0, i == 0 ? gap(p, 1.4) : 0, "H1", true);
        first = first ? first : b;
        for (; b; b = b->next) /* one heading, whatever its lines */
            b->owner = first;
    }
}

/* The box of an attachment ("LAMPIRAN I ...") stands at the right margin; the heading, when there is one, below. */
static void heading_box(struct press *p, const struct node *n)
{
    struct style s = {.scale = SMALL, .align = ALIGN_LEFT, .leading = 1.1};
    double natural = type_width(p, n->right, &s) + 1;
    double width = MIN(natural, p->width * 0.55);
    struct lines l = type_set(p, n->right, width, &s);
    struct block *b = block_add(p, gap(p, GAP));
    b->tag = "P";
    b->height = type_put(p, b, &l, 0, l.n, p->width - width, 0);
    b->glue = true;
}

/* By level: a chapter stands further off than what is below it. */
static const double heading_gaps[TREE_DEEPEST + 1] = {1.1, 0.9, 0.7};
static const char *const heading_tags[TREE_DEEPEST + 1] = {"H2", "H3", "H4"};

double heading_gap(int level)
{
    return heading_gaps[level];
}

static void node_heading(struct press *p, const struct node *n, bool keep)
{
    (void)keep; /* a heading never stands alone */
    const char *text = n->text ? n->text : n->n_runs > 0 ? n->runs[0].text : NULL;
    struct block *last = p->last;
    struct style s = {.bold = true, .align = n->align == ALIGN_JUSTIFY ? ALIGN_LEFT : n->align, .leading = LEADING};
    if (n->right)
        heading_box(p, n);
    if (text && *text) {
        struct lines l = type_set(p, text, p->width, &s);
        type_flow(p, &l, 0, gap(p, n->right ? 1.2 : heading_gap(n->level)), heading_tags[n->level], true);
    }
    mark_add(p, n, last ? last->next : p->first);
}

static const char *paragraph_text(struct press *p, const struct node *n)
{
    if (n->text)
        return n->text;
    const char *text = "";
    for (size_t i = 0; i < n->n_runs; i++)
        text = arena_printf(p->arena, "%s%s", text, TXT(n->runs[i].text));
    return text;
}

static void node_paragraph(struct press *p, const struct node *n, bool keep)
{
    struct style s = {.bold = n->n_runs > 0 && n->runs[0].bold,
                      .scale = n->n_runs > 0 ? n->runs[0].scale : 1,
                      .align = n->align,
                      .indent = n->first_indent ? MM(FIRST_INDENT_MM) : 0,
                      .leading = LEADING};
    struct lines l = type_set(p, paragraph_text(p, n), p->width, &s);
    type_flow(p, &l, 0, gap(p, GAP), "P", keep);
}

/* The number, which was added last, is read before its text. */
static void tag_list(struct block *first, const struct node *n)
{
    for (struct block *b = first; b; b = b->next) {
        b->outer = "L";
        b->outer_owner = n;
        for (struct item *it = b->items; it; it = it->next) {
            bool number = b == first && it == b->last;
            it->tag = number ? "Lbl" : "LBody";
            it->cell = number ? 1 : 2;
        }
    }
}

static void node_list(struct press *p, const struct node *n, bool keep)
{
    struct style s = {.align = ALIGN_JUSTIFY, .leading = LEADING}, left = {.leading = LEADING};
    double indent = MM(LIST_INDENT_MM);
    for (size_t i = 0; i < n->n_items; i++) {
        const char *mark = n->numbered ? arena_printf(p->arena, "%zu.", i + 1) : "\xE2\x80\xA2";
        struct lines m = type_set(p, mark, indent, &left);
        struct lines l = type_set(p, n->items[i], p->width - indent, &s);
        struct block *last = p->last;
        struct block *b = type_flow(p, &l, indent, gap(p, i == 0 ? GAP : GAP / 3), "LI",
                                    keep && i + 1 == n->n_items);
        type_put(p, b, &m, 0, 1, 0, 0);
        tag_list(b, n);
        if (last && i == 1)
            last->glue = true; /* a lead-in keeps its first two items */
    }
}

double facts_label_width(struct press *p, const struct node *n)
{
    const struct style s = {.leading = LEADING};
    double width = 0;
    for (size_t i = 0; i < n->n_items; i += 2)
        width = MAX(width, type_width(p, n->items[i], &s));
    return MIN(width + MM(3), p->width * 0.4);
}

/* Label and colon go before the lines of the value in the block that these begin with. */
static void put_label(struct press *p, struct block *b, const struct lines *label, double width)
{
    const struct style s = {.leading = LEADING};
    struct lines colon = type_set(p, ":", MM(COLON_MM), &s);
    struct item *value = b->items;
    b->items = b->last = NULL;
    double h = type_put(p, b, label, 0, label->n, 0, 0);
    type_put(p, b, &colon, 0, 1, width, 0);
    b->height = MAX(b->height, h);
    b->last->next = value;
    b->last = value;
}

/* "Hari/Tanggal : Kamis, ..." with the colons below each other. Short facts stay together; one of
 * several lines may leave the others and go on over a page's end. */
static void node_facts(struct press *p, const struct node *n, bool keep)
{
    struct style s = {.leading = LEADING};
    double label = facts_label_width(p, n), x = label + MM(COLON_MM);
    for (size_t i = 0; i + 1 < n->n_items; i += 2) {
        bool last = i + 2 >= n->n_items;
        struct lines left = type_set(p, n->items[i], label, &s);
        struct lines value = type_set(p, n->items[i + 1], p->width - x, &s);
        bool glue = last ? keep : keep || value.n <= 2;
        struct block *b = type_flow(p, &value, x, gap(p, i == 0 ? GAP : value.n > 2 ? GAP / 3 : 0),
                                    "P", glue);
        put_label(p, b, &left, label);
    }
}

size_t note_mark_length(const char *s)
{
    size_t n = strspn(s, "*0123456789");
    return n > 0 && n < 5 && s[n] == ')' ? n + 1 : 0;
}

/* Small text that hangs on its mark. */
static void node_note(struct press *p, const struct node *n, bool keep)
{
    struct style s = {.scale = SMALL, .align = ALIGN_JUSTIFY, .leading = 1.08};
    struct style left = {.scale = SMALL, .leading = 1.08};
    const char *text = paragraph_text(p, n);
    size_t length = note_mark_length(text);
    double indent = length > 0 ? MM(NOTE_INDENT_MM) : 0;
    const char *body = text + length + strspn(text + length, " ");
    struct lines l = type_set(p, body, p->width - indent, &s);
    struct block *b = type_flow(p, &l, indent, gap(p, GAP / 2), "P", keep);
    if (length == 0)
        return;
    struct item *rest = b->items;
    b->items = b->last = NULL;
    struct lines m = type_set(p, arena_memdup(p->arena, text, length), indent, &left);
    type_put(p, b, &m, 0, 1, 0, 0);
    b->last->next = rest;
    b->last = rest;
}

/* Room for a cover or for the pen. */
static void node_space(struct press *p, const struct node *n, bool keep)
{
    struct block *b = block_add(p, 0);
    b->height = MIN(MM(n->space), p->height * 0.9);
    b->empty = true;
    b->glue = keep;
}

typedef void node_layout(struct press *p, const struct node *n, bool keep);

static node_layout *const layouts[] = {
    [NODE_LETTERHEAD] = node_letterhead, [NODE_TITLE] = node_title,         [NODE_HEADING] = node_heading,
    [NODE_PARAGRAPH] = node_paragraph,  [NODE_LIST] = node_list,           [NODE_FACTS] = node_facts,
    [NODE_TABLE] = node_table,          [NODE_NOTE] = node_note,           [NODE_SIGNATURES] = node_signatures,
    [NODE_PICTURE] = node_picture,      [NODE_PAGE_BREAK] = NULL,
    [NODE_CONTENTS] = node_contents,    [NODE_PICTURES] = node_pictures,   [NODE_SPACE] = node_space,
};

/* A place to sign keeps the words that are signed, and a list
 * its last row: nobody should be asked to sign an empty page. */
bool node_keeps(const struct node *n)
{
    const struct node *next = n->next;
    if (n->keep_with_next || !next)
        return n->keep_with_next;
    if (next->kind == NODE_SIGNATURES)
        return true;
    bool closes_list = (n->kind == NODE_TABLE || n->kind == NODE_NOTE) && next->kind == NODE_PARAGRAPH;
    return (next->kind == NODE_NOTE || next->kind == NODE_SPACE || closes_list) && node_keeps(next);
}

/* More room where one kind of thing ends and another begins. */
double node_space_above(const struct node *before, const struct node *n)
{
    if (!before)
        return 0;
    if (before->kind == NODE_TITLE || before->kind == NODE_LETTERHEAD)
        return 1.0;
    return before->kind == NODE_TABLE && n->kind != NODE_NOTE ? 0.8 : 0;
}

static void add_node(struct press *p, const struct node *before, const struct node *n)
{
    struct block *last = p->last;
    bool new_page = before && before->kind == NODE_PAGE_BREAK;
    p->above = new_page ? last : p->above;
    layouts[n->kind](p, n, node_keeps(n));
    struct block *begin = last ? last->next : p->first;
    if (!begin)
        return;
    begin->new_page = new_page;
    begin->counts_anew = new_page && before->counts_anew;
    begin->space = MAX(begin->space, gap(p, node_space_above(before, n)));
}

enum err_code layout_check(const struct document_tree *t, struct err *e)
{
    double w = t->page_width - t->margin_left - t->margin_right;
    double h = t->page_height - t->margin_top - t->margin_bottom;
    if (w >= 60 && h >= 60 && t->page_width <= 1200 && t->page_height <= 1200 && t->margin_left >= 0 &&
        t->margin_right >= 0 && t->margin_top >= 0 && t->margin_bottom >= 0 && t->font_size >= 5 &&
        t->font_size <= 36)
        return ERR_NONE;
    return err_set(e, ERR_INPUT,
                   _("Ukuran kertas, margin, atau huruf tidak masuk akal, jadi dokumen belum dibuat. Periksa "
                     "profil dokumen di Persiapan."));
}

static void begin(struct press *p)
{
    const struct document_tree *t = p->tree;
    p->width = MM(t->page_width - t->margin_left - t->margin_right);
    p->height = MM(t->page_height - t->margin_top - t->margin_bottom);
    type_begin(p);
    p->missing = g_ptr_array_new();
    p->images = g_ptr_array_new_with_free_func(image_free);
    p->unreadable = g_ptr_array_new();
}

void layout_pages(struct press *p)
{
    const struct node *before = NULL;
    begin(p);
    for (const struct node *n = p->tree->first; n; before = n, n = n->next)
        if (layouts[n->kind])
            add_node(p, before, n);
    flow_pages(p);
    contents_number(p);
}

void layout_pictures(struct press *p)
{
    begin(p);
    for (const struct node *n = p->tree->first; n; n = n->next)
        if (n->kind == NODE_LETTERHEAD || n->kind == NODE_PICTURE)
            layouts[n->kind](p, n, false);
}

void layout_done(struct press *p)
{
    if (!p->settings)
        return;
    g_hash_table_unref(p->settings);
    g_ptr_array_unref(p->missing);
    g_ptr_array_unref(p->images);
    g_ptr_array_unref(p->unreadable);
    p->settings = NULL;
    p->missing = p->images = p->unreadable = NULL;
    p->first = p->last = NULL;
    p->above = NULL;
    p->marks = p->last_mark = NULL;
    p->rows = NULL;
    p->grids = NULL;
    p->pages = NULL;
    p->n_pages = p->n_unknown = 0;
}
