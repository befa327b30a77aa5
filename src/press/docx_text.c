/* DOCX: paragraphs and runs, and the nodes that are paragraphs. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "press/docx_inside.h"
#include "press/nodes.h"
#include "press/xml.h"

long docx_twips(double points)
{
    return lround(points * 20);
}

static void put_spacing(struct docx *d, const struct docx_para *para)
{
    bool top = d->top || d->new_page;
    if (!top && para->before <= 0 && para->exact <= 0)
        return;
    buf_puts(d->out, "<w:spacing");
    if (top || para->before > 0)
        buf_printf(d->out, " w:before=\"%ld\"", top ? 0 : docx_twips(para->before));
    if (para->exact > 0)
        buf_printf(d->out, " w:line=\"%ld\" w:lineRule=\"exact\"", docx_twips(para->exact));
    buf_puts(d->out, "/>");
}

static void put_indent(struct docx *d, const struct docx_para *para)
{
    if (para->left <= 0 && para->right <= 0 && para->first == 0)
        return;
    buf_puts(d->out, "<w:ind");
    if (para->left > 0)
        buf_printf(d->out, " w:left=\"%ld\"", docx_twips(para->left));
    if (para->right > 0)
        buf_printf(d->out, " w:right=\"%ld\"", docx_twips(para->right));
    if (para->first < 0)
        buf_printf(d->out, " w:hanging=\"%ld\"", docx_twips(-para->first));
    if (para->first > 0)
        buf_printf(d->out, " w:firstLine=\"%ld\"", docx_twips(para->first));
    buf_puts(d->out, "/>");
}

/* The order of the children is the schema's (CT_PPrBase): Word refuses any other. */
void docx_para_begin(struct docx *d, const struct docx_para *para)
{
    buf_puts(d->out, "<w:p><w:pPr>");
    if (para->style)
        buf_printf(d->out, "<w:pStyle w:val=\"%s\"/>", para->style);
    if (para->keep)
        buf_puts(d->out, "<w:keepNext/>");
    if (d->new_page)
        buf_puts(d->out, "<w:pageBreakBefore/>");
    if (para->list)
        buf_printf(d->out, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"%d\"/></w:numPr>", para->list);
    if (para->tabs)
        buf_printf(d->out, "<w:tabs>%s</w:tabs>", para->tabs);
    put_spacing(d, para);
    put_indent(d, para);
    if (para->align)
        buf_printf(d->out, "<w:jc w:val=\"%s\"/>", para->align);
    if (para->section)
        docx_put_section(d);
    buf_puts(d->out, "</w:pPr>");
    d->top = d->new_page = d->after_table = false;
    d->above = 0;
}

void docx_para_end(struct docx *d)
{
    buf_puts(d->out, "</w:p>");
}

static long half_points(const struct docx *d, double scale)
{
    return lround(2 * d->tree->font_size * scale);
}

static void put_run_look(struct docx *d, const struct docx_run *r)
{
    bool scaled = r->scale > 0 && r->scale != 1;
    if (!r->bold && !r->regular && !scaled && !r->underline)
        return;
    buf_puts(d->out, "<w:rPr>");
    if (r->bold)
        buf_puts(d->out, "<w:b/><w:bCs/>");
    else if (r->regular)
        buf_puts(d->out, "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>");
    if (scaled) {
        long half = half_points(d, r->scale);
        buf_printf(d->out, "<w:sz w:val=\"%ld\"/><w:szCs w:val=\"%ld\"/>", half, half);
    }
    if (r->underline)
        buf_puts(d->out, "<w:u w:val=\"single\"/>");
    buf_puts(d->out, "</w:rPr>");
}

void docx_text(struct docx *d, const char *s, const struct docx_run *r)
{
    if (!s || !*s)
        return;
    buf_puts(d->out, "<w:r>");
    put_run_look(d, r);
    for (;;) {
        size_t n = strcspn(s, "\n");
        if (n > 0) {
            buf_puts(d->out, "<w:t xml:space=\"preserve\">");
            xml_put(d->out, s, n);
            buf_puts(d->out, "</w:t>");
        }
        s += n;
        if (!*s)
            break;
        buf_puts(d->out, "<w:br/>");
        s++;
    }
    buf_puts(d->out, "</w:r>");
}

void docx_tab(struct docx *d)
{
    buf_puts(d->out, "<w:r><w:tab/></w:r>");
}

void docx_para(struct docx *d, const struct docx_para *para, const char *s, const struct docx_run *r)
{
    static const struct docx_run plain;
    docx_para_begin(d, para);
    docx_text(d, s, r ? r : &plain);
    docx_para_end(d);
}

void docx_room(struct docx *d, double points)
{
    const struct docx_para para = {.style = "Gap", .keep = true, .exact = MAX(points, 1)};
    docx_para(d, &para, NULL, NULL);
}

void docx_balance(struct docx *d, struct docx_para *para, const char *s, const struct docx_run *r, double width)
{
    double size = d->tree->font_size, scale = r->scale > 0 ? (double)half_points(d, r->scale) / 2 / size : 1;
    const struct style style = {.bold = r->bold, .scale = scale, .align = ALIGN_CENTER};
    double narrow = type_balanced_width(d->p, TXT(s), width, &style);
    narrow += narrow * 0.01 + 1; /* of grace: another program may space letters a little wider */
    double side = MAX((width - narrow) / 2, 0);
    para->left += side;
    para->right += side;
}

const char *docx_align(enum align align)
{
    static const char *const words[] = {
        [ALIGN_LEFT] = "left", [ALIGN_CENTER] = "center", [ALIGN_RIGHT] = "right", [ALIGN_JUSTIFY] = "both"};
    return words[align];
}

double docx_above(struct docx *d, double own)
{
    return d->above > own ? d->above : 0;
}

void docx_title(struct docx *d, const struct node *n)
{
    for (size_t i = 0; i < n->n_runs; i++) {
        const struct run *run = &n->runs[i];
        const struct docx_run r = {.regular = !run->bold, .scale = run->scale};
        struct docx_para para = {.style = "Title", .before = i == 0 ? MAX(d->tree->font_size * 1.4, d->above) : 0};
        docx_balance(d, &para, run->text, &(struct docx_run){.bold = run->bold, .scale = run->scale}, d->p->width);
        docx_para(d, &para, run->text, &r);
    }
}

/* --- headings and their list --- */

/* The number of the heading among those that the contents can name; 0: it has no words. */
static unsigned mark_number(const struct docx *d, const struct node *n, size_t *ret_page)
{
    unsigned number = 0;
    for (const struct mark *m = d->p->marks; m; m = m->next) {
        number++;
        if (m->node != n)
            continue;
        if (ret_page)
            *ret_page = m->page;
        return number;
    }
    return 0;
}

/* The words of a heading between the two ends of its mark. */
static void put_marked(struct docx *d, const struct node *n, const char *s)
{
    static const struct docx_run plain;
    unsigned number = d->marks ? mark_number(d, n, NULL) : 0;
    if (number)
        buf_printf(d->out, "<w:bookmarkStart w:id=\"%u\" w:name=\"_Toc%08u\"/>", number, number);
    docx_text(d, s, &plain);
    if (number)
        buf_printf(d->out, "<w:bookmarkEnd w:id=\"%u\"/>", number);
}

/* "LAMPIRAN I ..." at the right margin, as wide as its words. */
static void put_annex_box(struct docx *d, const struct node *n, bool marked)
{
    const struct style s = {.scale = SMALL};
    double width = MIN(type_width(d->p, n->right, &s) + 4, d->p->width * 0.55);
    const struct docx_para para = {
        .style = "Annex", .keep = true, .before = docx_above(d, d->tree->font_size * GAP), .left = d->p->width - width};
    docx_para_begin(d, &para);
    if (marked)
        put_marked(d, n, n->right);
    else
        docx_text(d, n->right, &(struct docx_run){0});
    docx_para_end(d);
}

void docx_heading(struct docx *d, const struct node *n)
{
    static const char *const styles[TREE_DEEPEST + 1] = {"Heading1", "Heading2", "Heading3"};
    const char *text = n->text ? n->text : n->n_runs > 0 ? n->runs[0].text : "";
    if (n->right)
        put_annex_box(d, n, !*text);
    if (!*text)
        return;
    double size = d->tree->font_size;
    struct docx_para para = {.style = styles[n->level],
                             .before = n->right ? size * 1.2 : docx_above(d, size * heading_gap(n->level))};
    if (n->align == ALIGN_CENTER || n->align == ALIGN_RIGHT)
        para.align = docx_align(n->align);
    docx_para_begin(d, &para);
    put_marked(d, n, text);
    docx_para_end(d);
}

static void put_field(struct docx *d, const char *code)
{
    buf_printf(d->out,
               "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> %s "
               "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
               code);
}

static void end_field(struct docx *d)
{
    buf_puts(d->out, "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
}

/* One entry: a link to its heading, and the page where our own layout has it until a word processor counts. */
static void put_entry(struct docx *d, const struct node *heading, const char *text)
{
    size_t page = 0;
    unsigned number = mark_number(d, heading, &page);
    const char *code = arena_printf(d->a, "PAGEREF _Toc%08u \\h", number);
    buf_printf(d->out, "<w:hyperlink w:anchor=\"_Toc%08u\" w:history=\"1\">", number);
    docx_text(d, text, &(struct docx_run){0});
    docx_tab(d);
    put_field(d, code);
    docx_text(d, arena_printf(d->a, "%zu", page), &(struct docx_run){0});
    end_field(d);
    buf_puts(d->out, "</w:hyperlink>");
}

/* The next heading that the contents list, from `h` on. */
static const struct node *next_entry(const struct docx *d, const struct node *contents, const struct node *h)
{
    while (h && (h->kind != NODE_HEADING || h->level > contents->level || !mark_number(d, h, NULL)))
        h = h->next;
    return h;
}

void docx_contents(struct docx *d, const struct node *n)
{
    static const char *const styles[TREE_DEEPEST + 1] = {"TOC1", "TOC2", "TOC3"};
    bool first = true;
    for (const struct node *h = next_entry(d, n, n->next), *next; h; h = next) {
        const struct docx_para para = {.style = styles[h->level], .before = first ? docx_above(d, 0) : 0};
        next = next_entry(d, n, h->next);
        docx_para_begin(d, &para);
        if (first)
            put_field(d, arena_printf(d->a, "TOC \\o \"1-%d\" \\h \\z \\u", n->level + 1));
        put_entry(d, h, heading_line(d->a, h));
        if (!next)
            end_field(d);
        docx_para_end(d);
        first = false;
    }
}

/* --- running text --- */

void docx_paragraph(struct docx *d, const struct node *n)
{
    const struct docx_para para = {.keep = node_keeps(n),
                                   .before = docx_above(d, d->tree->font_size * GAP),
                                   .first = n->first_indent ? MM(FIRST_INDENT_MM) : 0,
                                   .align = docx_align(n->align)};
    docx_para_begin(d, &para);
    docx_text(d, n->text, &(struct docx_run){0});
    for (size_t i = 0; !n->text && i < n->n_runs; i++)
        docx_text(d, n->runs[i].text, &(struct docx_run){.bold = n->runs[i].bold, .scale = n->runs[i].scale});
    docx_para_end(d);
}

void docx_list(struct docx *d, const struct node *n)
{
    int list = DOCX_BULLETS;
    if (n->numbered)
        list += (int)++d->n_lists;
    for (size_t i = 0; i < n->n_items; i++) {
        bool last = i + 1 == n->n_items;
        const struct docx_para para = {.style = n->numbered ? "ListNumber" : "ListBullet",
                                       .keep = last ? node_keeps(n) : i == 0, /* a lead-in keeps two items */
                                       .list = list,
                                       .before = i == 0 ? MAX(d->tree->font_size * GAP, docx_above(d, 0)) : 0};
        docx_para(d, &para, n->items[i], NULL);
    }
}

void docx_note(struct docx *d, const struct node *n)
{
    size_t length = note_mark_length(n->text);
    double indent = length > 0 ? MM(NOTE_INDENT_MM) : 0;
    const struct docx_para para = {.style = "Note",
                                   .keep = node_keeps(n),
                                   .before = docx_above(d, d->tree->font_size * GAP / 2),
                                   .left = indent,
                                   .first = -indent};
    docx_para_begin(d, &para);
    if (length > 0) {
        docx_text(d, arena_memdup(d->a, n->text, length), &(struct docx_run){0});
        docx_tab(d);
    }
    docx_text(d, n->text + length + strspn(n->text + length, " "), &(struct docx_run){0});
    docx_para_end(d);
}

void docx_space(struct docx *d, const struct node *n)
{
    const struct docx_para para = {
        .style = "Gap", .keep = node_keeps(n), .exact = MAX(MIN(MM(n->space), d->p->height * 0.9), 1)};
    docx_para(d, &para, NULL, NULL);
}
