#include "config.h"

#include "press/docx.h"

#include <stdlib.h>
#include <string.h>

#include "press/docx_inside.h"
#include "press/nodes.h"
#include "press/xml.h"

#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define OPC "http://schemas.openxmlformats.org/package/2006/"

typedef void node_writer(struct docx *d, const struct node *n);

static node_writer *const writers[] = {
    [NODE_LETTERHEAD] = docx_letterhead, [NODE_TITLE] = docx_title,       [NODE_HEADING] = docx_heading,
    [NODE_PARAGRAPH] = docx_paragraph,   [NODE_LIST] = docx_list,         [NODE_FACTS] = docx_facts,
    [NODE_TABLE] = docx_table,           [NODE_NOTE] = docx_note,         [NODE_SIGNATURES] = docx_signatures,
    [NODE_PICTURE] = docx_picture,       [NODE_PAGE_BREAK] = NULL,        [NODE_CONTENTS] = docx_contents,
    [NODE_PICTURES] = docx_pictures,     [NODE_SPACE] = docx_space,
};

static bool has_node(const struct document_tree *t, enum node_kind kind)
{
    for (const struct node *n = t->first; n; n = n->next)
        if (n->kind == kind)
            return true;
    return false;
}

static void turn_page(struct docx *d, const struct node *page_break)
{
    if (d->top) /* it is a new one */
        return;
    d->new_page = !page_break->counts_anew || !docx_end_section(d);
}

static void put_nodes(struct docx *d)
{
    const struct node *before = NULL;
    d->top = true;
    for (const struct node *n = d->tree->first; n; before = n, n = n->next) {
        if (!writers[n->kind])
            continue;
        if (before && before->kind == NODE_PAGE_BREAK)
            turn_page(d, before);
        d->above = d->tree->font_size * node_space_above(before, n);
        writers[n->kind](d, n);
    }
    if (d->after_table || !before) /* a body ends with a paragraph */
        docx_room(d, 1);
}

static void put_document(struct docx *d, struct buf *out)
{
    d->out = out;
    buf_puts(out, DOCX_XML
             "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
             "xmlns:r=\"" OFFICE "relationships\" "
             "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
             "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
             "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>");
    put_nodes(d);
    docx_put_section(d);
    buf_puts(out, "</w:body></w:document>");
}

static void put_core(struct docx *d, struct buf *out)
{
    char when[TREE_STAMP];
    tree_stamp(d->tree, when);
    buf_puts(out, DOCX_XML "<cp:coreProperties xmlns:cp=\"" OPC "metadata/core-properties\" "
                           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                           "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
    xml_text(out, d->tree->title);
    buf_puts(out, "</dc:title><dc:creator>");
    xml_text(out, d->tree->author);
    buf_printf(out,
               "</dc:creator><dc:language>id-ID</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">%s"
               "</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">%s</dcterms:modified>"
               "</cp:coreProperties>",
               when, when);
}

static void put_app(struct docx *d, struct buf *out)
{
    (void)d;
    buf_puts(out, DOCX_XML "<Properties xmlns=\"" OFFICE "extended-properties\"><Application>" PACKAGE_NAME
                           "</Application></Properties>");
}

/* --- what ties the parts together --- */

static void put_rel(struct buf *out, size_t id, const char *type, const char *target)
{
    buf_printf(out, "<Relationship Id=\"rId%zu\" Type=\"%s\" Target=\"%s\"/>", id, type, target);
}

static void put_package_rels(struct docx *d, struct buf *out)
{
    (void)d;
    buf_puts(out, DOCX_XML "<Relationships xmlns=\"" OPC "relationships\">");
    put_rel(out, 1, OFFICE "relationships/officeDocument", "word/document.xml");
    put_rel(out, 2, OPC "relationships/metadata/core-properties", "docProps/core.xml");
    put_rel(out, 3, OFFICE "relationships/extended-properties", "docProps/app.xml");
    buf_puts(out, "</Relationships>");
}

static const char *media_name(struct docx *d, const struct docx_media *m, size_t number)
{
    return arena_printf(d->a, "media/image%zu.%s", number, m->png ? "png" : "jpeg");
}

static void put_document_rels(struct docx *d, struct buf *out)
{
    buf_puts(out, DOCX_XML "<Relationships xmlns=\"" OPC "relationships\">");
    put_rel(out, 1, OFFICE "relationships/styles", "styles.xml");
    put_rel(out, 2, OFFICE "relationships/settings", "settings.xml");
    put_rel(out, 3, OFFICE "relationships/numbering", "numbering.xml");
    for (size_t i = 0; i < d->n_feet; i++)
        put_rel(out, docx_foot_rel(i), OFFICE "relationships/footer", docx_foot_name(d, i));
    if (docx_is_draft(d->tree))
        put_rel(out, DOCX_HEAD_REL, OFFICE "relationships/header", "header1.xml");
    if (docx_is_draft(d->tree) && d->tree->cover)
        put_rel(out, DOCX_COVER_HEAD_REL, OFFICE "relationships/header", "header2.xml");
    size_t i = 0;
    for (const struct docx_media *m = d->media; m; m = m->next, i++)
        put_rel(out, docx_media_rel(d, i), OFFICE "relationships/image", media_name(d, m, i + 1));
    buf_puts(out, "</Relationships>");
}

static void put_types(const struct docx_part *first, struct buf *out)
{
    static const char *const endings[][2] = {
        {"jpeg", "image/jpeg"}, {"png", "image/png"}, {"rels", "application/vnd.openxmlformats-package.relationships+xml"},
        {"xml", "application/xml"}};
    buf_puts(out, DOCX_XML "<Types xmlns=\"" OPC "content-types\">");
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        buf_printf(out, "<Default Extension=\"%s\" ContentType=\"%s\"/>", endings[i][0], endings[i][1]);
    for (const struct docx_part *part = first; part; part = part->next)
        if (part->content)
            buf_printf(out, "<Override PartName=\"/%s\" ContentType=\"%s\"/>", part->name, part->content);
    buf_puts(out, "</Types>");
}

/* --- parts --- */

static const struct kind {
    const char *name, *content;
    void (*put)(struct docx *d, struct buf *out);
} kinds[] = {
    {"_rels/.rels", NULL, put_package_rels},
    {"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", put_core},
    {"docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", put_app},
    {"word/document.xml", WORD_TYPE "document.main+xml", put_document}, /* before those that count what it used */
    {"word/_rels/document.xml.rels", NULL, put_document_rels},
    {"word/styles.xml", WORD_TYPE "styles+xml", docx_styles},
    {"word/settings.xml", WORD_TYPE "settings+xml", docx_settings},
    {"word/numbering.xml", WORD_TYPE "numbering+xml", docx_numbering},
    {"word/header1.xml", WORD_TYPE "header+xml", docx_header},
    {"word/header2.xml", WORD_TYPE "header+xml", docx_header}, /* of the cover: each page's own part */
};

static struct docx_part *add_part(struct docx *d, struct docx_part **last, const char *name, const char *content)
{
    struct docx_part *part = ARENA_NEW(d->a, struct docx_part);
    part->name = name;
    part->content = content;
    (*last)->next = part;
    *last = part;
    return part;
}

static bool is_wanted(const struct docx *d, const struct kind *k)
{
    if (k->put != docx_header)
        return true;
    return docx_is_draft(d->tree) && (d->tree->cover || strcmp(k->name, "word/header1.xml") == 0);
}

struct docx_part *docx_parts(struct press *p)
{
    struct docx d = {.p = p, .tree = p->tree, .a = p->arena, .marks = has_node(p->tree, NODE_CONTENTS)};
    struct docx_part *types = ARENA_NEW(d.a, struct docx_part), *last = types;
    types->name = "[Content_Types].xml";
    docx_feet(&d);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (is_wanted(&d, &kinds[i]))
            kinds[i].put(&d, &add_part(&d, &last, kinds[i].name, kinds[i].content)->bytes);
    for (size_t i = 0; i < d.n_feet; i++) {
        const char *name = arena_printf(d.a, "word/%s", docx_foot_name(&d, i));
        docx_foot(&d, i, &add_part(&d, &last, name, WORD_TYPE "footer+xml")->bytes);
    }
    size_t number = 0;
    for (struct docx_media *m = d.media; m; m = m->next) {
        const char *name = arena_printf(d.a, "word/%s", media_name(&d, m, ++number));
        add_part(&d, &last, name, NULL)->bytes = m->bytes;
    }
    put_types(types, &types->bytes);
    return types;
}

void docx_parts_done(struct docx_part *first)
{
    for (struct docx_part *part = first; part; part = part->next)
        buf_done(&part->bytes);
}

void docx_lay_out(struct press *p)
{
    if (has_node(p->tree, NODE_CONTENTS) || has_node(p->tree, NODE_PICTURES) || docx_counts_anew(p->tree))
        layout_pages(p);
    else
        layout_pictures(p);
}

enum err_code docx_write(const struct document_tree *t, struct zip *z, size_t *ret_bad_pictures, struct err *e)
{
    struct press p = {.tree = t, .arena = t->arena};
    enum err_code code = layout_check(t, e);
    if (!code)
        code = fonts_open(&p.fonts, false, e);
    if (code)
        return code;
    docx_lay_out(&p);
    *ret_bad_pictures = p.unreadable->len;
    struct docx_part *parts = docx_parts(&p);
    for (const struct docx_part *part = parts; !code && part; part = part->next)
        code = zip_add(z, part->name, buf_str(&part->bytes), part->bytes.len, e);
    docx_parts_done(parts);
    layout_done(&p);
    fonts_close(&p.fonts);
    return code;
}
