/* DOCX: the page, and its numbers; letters in one file are sections that are each counted from 1. */
#include "config.h"

#include "press/docx_inside.h"

bool docx_is_draft(const struct document_tree *t)
{
    return t->watermark && *t->watermark;
}

bool docx_counts_anew(const struct document_tree *t)
{
    for (const struct node *n = t->first; n; n = n->next)
        if (n->counts_anew)
            return true;
    return false;
}

/* --- feet --- */

/* The foot of sections with that many pages; n_feet when there is none yet. */
static size_t foot_of(const struct docx *d, size_t pages)
{
    size_t i = 0;
    while (i < d->n_feet && d->feet[i] != pages)
        i++;
    return i;
}

/* A word processor that cannot count a section's pages shows what was counted here: so one foot for each count. */
void docx_feet(struct docx *d)
{
    d->feet = ARENA_ARRAY(d->a, size_t, d->p->n_pages + 1);
    d->section = docx_counts_anew(d->tree) ? d->p->pages : NULL;
    for (const struct page *page = d->section; page; page = page->next)
        if (foot_of(d, page->of) == d->n_feet)
            d->feet[d->n_feet++] = page->of;
    if (d->n_feet == 0)
        d->feet[d->n_feet++] = d->p->n_pages;
}

size_t docx_foot_rel(size_t foot)
{
    return foot == 0 ? DOCX_FOOT_REL : DOCX_MORE_REL + foot - 1;
}

size_t docx_media_rel(const struct docx *d, size_t media)
{
    return DOCX_MORE_REL + d->n_feet - 1 + media;
}

const char *docx_foot_name(const struct docx *d, size_t foot)
{
    return arena_printf(d->a, "footer%zu.xml", foot + 1);
}

/* Word processors count pages themselves; `now`: until then, 0: nobody has counted. */
static void put_page_field(struct docx *d, const char *field, size_t now)
{
    buf_printf(d->out, "<w:fldSimple w:instr=\" %s \">", field);
    if (now > 0)
        docx_text(d, arena_printf(d->a, "%zu", now), &(struct docx_run){0});
    buf_puts(d->out, "</w:fldSimple>");
}

void docx_foot(struct docx *d, size_t foot, struct buf *out)
{
    d->out = out;
    buf_puts(out, DOCX_XML "<w:ftr " DOCX_SPACE ">");
    docx_para_begin(d, &(struct docx_para){.style = "Footer"});
    docx_text(d, d->tree->footer, &(struct docx_run){0});
    docx_tab(d);
    docx_text(d, "Halaman ", &(struct docx_run){0});
    put_page_field(d, "PAGE", 1);
    docx_text(d, " dari ", &(struct docx_run){0});
    put_page_field(d, d->section ? "SECTIONPAGES" : "NUMPAGES", d->feet[foot]);
    docx_para_end(d);
    buf_puts(out, "</w:ftr>");
}

/* --- sections --- */

static void put_reference(struct docx *d, const char *part, const char *type, size_t rel)
{
    buf_printf(d->out, "<w:%sReference w:type=\"%s\" r:id=\"rId%zu\"/>", part, type, rel);
}

/* Order of the children: CT_SectPr. */
void docx_put_section(struct docx *d)
{
    const struct document_tree *t = d->tree;
    bool cover = t->cover && (!d->section || d->section == d->p->pages);
    long bottom = docx_twips(MM(t->margin_bottom));
    long foot = docx_twips(MM(t->margin_bottom) - MIN(MM(t->margin_bottom) * 0.4, MM(11)) - 12);
    buf_puts(d->out, "<w:sectPr>");
    if (docx_is_draft(t))
        put_reference(d, "header", "default", DOCX_HEAD_REL);
    if (docx_is_draft(t) && cover)
        put_reference(d, "header", "first", DOCX_COVER_HEAD_REL);
    put_reference(d, "footer", "default", docx_foot_rel(d->section ? foot_of(d, d->section->of) : 0));
    buf_printf(d->out,
               "<w:pgSz w:w=\"%ld\" w:h=\"%ld\"%s/>"
               "<w:pgMar w:top=\"%ld\" w:right=\"%ld\" w:bottom=\"%ld\" w:left=\"%ld\" w:header=\"%ld\" "
               "w:footer=\"%ld\" w:gutter=\"0\"/>%s%s</w:sectPr>",
               docx_twips(MM(t->page_width)), docx_twips(MM(t->page_height)),
               t->page_width > t->page_height ? " w:orient=\"landscape\"" : "", docx_twips(MM(t->margin_top)),
               docx_twips(MM(t->margin_right)), bottom, docx_twips(MM(t->margin_left)),
               docx_twips(MM(t->margin_top) / 2), MAX(foot, 0), d->section ? "<w:pgNumType w:start=\"1\"/>" : "",
               cover ? "<w:titlePg/>" : ""); /* the first page has a head of its own, and no foot */
}

/* The first page that is counted from 1 again behind those of `page`; NULL: there is none. */
static const struct page *next_section(const struct page *page)
{
    do
        page = page->next;
    while (page && !page->counts_anew);
    return page;
}

/* A section is told by its last paragraph. */
bool docx_end_section(struct docx *d)
{
    const struct page *next = next_section(d->section);
    if (!next)
        return false;
    docx_para(d, &(struct docx_para){.style = "Gap", .exact = 1, .section = true}, NULL, NULL);
    d->section = next;
    d->top = true;
    return true;
}
