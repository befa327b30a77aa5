/* A tree as one HTML page without anything outside itself: no script, no font, no link to elsewhere;
 * pictures stand inside. Written so that an XML parser can read it, too. */
#include "config.h"

#include <string.h>

#include "base/text.h"
#include "doc/documents.h"
#include "model/jpeg.h"
#include "model/png.h"

#define SLIM 4 /* tables of so many columns stay tables on a phone */

/* Rows of wide tables become cards where the screen is narrow; both brightnesses; on paper without
 * colours. */
static const char *const style =
    ":root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--line:#8a8a8a;--soft:#f0f0f0;"
    "--deep:#0b4f8a}\n"
    "@media (prefers-color-scheme:dark){:root{--ink:#ececec;--paper:#161616;--line:#777;"
    "--soft:#262626;--deep:#8cc4ff}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif;"
    "overflow-wrap:break-word}\n"
    "header,main,footer{max-width:60rem;margin:0 auto;padding:1rem}\n"
    "main{overflow-x:auto}\n"
    "header{text-align:center;border-bottom:3px double var(--line)}\n"
    "header p{margin:0}\nheader img{max-height:5rem}\n.unit{font-weight:bold;font-size:1.15rem}\n"
    "h1{font-size:1.5rem;line-height:1.25;margin:1.5rem 0 .5rem}\n"
    "h2{font-size:1.2rem;margin:2rem 0 .5rem}\nh3{font-size:1.05rem}\nh4{font-size:1rem}\n"
    ".title{font-weight:bold;margin:.1rem 0}\n.right{text-align:right;font-weight:bold}\n"
    ".center{text-align:center}\n.note,footer{font-size:.9rem}\n"
    ".draft{border:2px solid var(--line);padding:.5rem;text-align:center;font-weight:bold}\n"
    ".skip{position:absolute;left:-99rem}\n.skip:focus{left:1rem;top:1rem;background:var(--paper);"
    "color:var(--deep)}\n"
    "a{color:var(--deep)}\n"
    "dl{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.25rem 1rem}\n"
    "dt{font-weight:bold}\ndd{margin:0}\n"
    "table{width:100%;border-collapse:collapse;margin:1rem 0}\n"
    "th,td{border:1px solid var(--line);padding:.4rem .5rem;text-align:left;vertical-align:top}\n"
    "th{background:var(--soft)}\ntd.r{text-align:right}\ntd.c{text-align:center}\n"
    ".sign{display:flex;flex-wrap:wrap;gap:2rem;justify-content:space-between;margin:1.5rem 0}\n"
    ".sign p{margin:0}\n.sign .name{margin-top:2.5rem;font-weight:bold}\n"
    "figure{margin:1rem 0}\nfigure img{max-width:100%;height:auto}\n"
    ".grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:1rem}\n"
    ".frame{border:1px dashed var(--line);padding:2rem;text-align:center}\n"
    "@media (max-width:40rem){\n"
    "table:not(.cards){font-size:.85rem}\ntable:not(.cards) th,table:not(.cards) td{padding:.3rem}\n"
    ".cards,.cards tbody,.cards tr,.cards td{display:block}\n"
    ".cards thead{position:absolute;left:-99rem}\n"
    ".cards tr{border:1px solid var(--line);border-radius:.4rem;margin:.75rem 0;"
    "padding:.25rem 0}\n"
    ".cards td,.cards td.r,.cards td.c{border:0;text-align:left;padding:.25rem .75rem}\n"
    ".cards td:before{content:attr(data-label);display:block;font-size:.8rem;font-weight:bold;"
    "opacity:.8}\n"
    ".cards td.none{display:none}\ndl{display:block}\ndd{margin:0 0 .5rem}\n}\n"
    "@media print{body{background:#fff;color:#000}.skip{display:none}}\n";

struct page {
    struct buf *out;
    bool titled;   /* the one h1 is written */
    size_t n_head; /* headings so far: their anchors */
};

/* --- text --- */

static size_t char_bytes(const char *s)
{
    size_t n = 1;
    while (((unsigned char)s[n] & 0xC0) == 0x80)
        n++;
    return n;
}

/* What XML 1.0 has no place for: controls but tab and line feed, U+FFFE and U+FFFF. */
static bool is_refused(const char *s)
{
    if ((unsigned char)*s < 0x20)
        return *s != '\n' && *s != '\t';
    return strncmp(s, "\xef\xbf\xbe", 3) == 0 || strncmp(s, "\xef\xbf\xbf", 3) == 0;
}

static void put(struct buf *out, const char *s, const char *brk)
{
    static const char *const names[] = {
        ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;"};
    while (*s) {
        size_t n = char_bytes(s);
        unsigned char c = (unsigned char)*s;
        if (c == '\n')
            buf_puts(out, brk);
        else if (c < sizeof names / sizeof *names && names[c])
            buf_puts(out, names[c]);
        else if (!is_refused(s))
            buf_add(out, s, n);
        s += n;
    }
}

/* Text of an element. */
static void put_text(struct page *p, const char *s)
{
    put(p->out, s, "<br/>");
}

/* Value of an attribute, in double quotes. */
static void put_value(struct page *p, const char *s)
{
    put(p->out, s, " ");
}

static void put_element(struct page *p, const char *open, const char *s, const char *close)
{
    buf_puts(p->out, open);
    put_text(p, s);
    buf_puts(p->out, close);
}

/* --- pictures --- */

static void put_base64(struct buf *out, const unsigned char *p, size_t n)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < n; i += 3) {
        unsigned b = (unsigned)p[i] << 16;
        b |= i + 1 < n ? (unsigned)p[i + 1] << 8 : 0;
        b |= i + 2 < n ? p[i + 2] : 0u;
        buf_putc(out, letters[b >> 18]);
        buf_putc(out, letters[b >> 12 & 63]);
        buf_putc(out, i + 1 < n ? letters[b >> 6 & 63] : '=');
        buf_putc(out, i + 2 < n ? letters[b & 63] : '=');
    }
}

/* The picture itself, without what a camera or a program writes beside it; false for bytes that are none. */
static bool put_image(struct page *p, const void *bytes, size_t n, const char *words)
{
    struct buf clean = BUF_INIT;
    bool png = png_strip(bytes, n, &clean);
    if (!png && !jpeg_strip(bytes, n, &clean))
        return false;
    buf_printf(p->out, "<img src=\"data:image/%s;base64,", png ? "png" : "jpeg");
    put_base64(p->out, (const unsigned char *)clean.p, clean.len);
    buf_puts(p->out, "\" alt=\"");
    put_value(p, words);
    buf_puts(p->out, "\"/>");
    buf_done(&clean);
    return true;
}

static void write_picture(struct page *p, const void *bytes, size_t n, const char *caption)
{
    const char *words = caption && *caption ? caption : "Foto kegiatan";
    buf_puts(p->out, "<figure>");
    if (!bytes || !put_image(p, bytes, n, words))
        buf_puts(p->out, "<div class=\"frame\">(tempat foto)</div>");
    if (caption)
        put_element(p, "<figcaption>", caption, "</figcaption>");
    buf_puts(p->out, "</figure>\n");
}

static void write_pictures(struct page *p, const struct node *n)
{
    buf_puts(p->out, "<div class=\"grid\">\n");
    for (size_t i = 0; i < n->n_pictures; i++)
        write_picture(p, n->pictures[i].bytes, n->pictures[i].size, n->pictures[i].caption);
    buf_puts(p->out, "</div>\n");
}

/* --- one function per kind of node --- */

static void write_letterhead(struct page *p, const struct document_tree *t, const struct node *n)
{
    buf_puts(p->out, "<header>\n");
    if (t->logo && put_image(p, t->logo, t->logo_size, "Lambang"))
        buf_putc(p->out, '\n');
    for (size_t i = 0; i < n->n_runs; i++)
        put_element(p, n->runs[i].bold ? "<p class=\"unit\">" : "<p>", n->runs[i].text, "</p>\n");
    buf_puts(p->out, "</header>\n");
}

static void write_title(struct page *p, const struct node *n)
{
    for (size_t i = 0; i < n->n_runs; i++) {
        if (i)
            put_element(p, "<p class=\"title\">", n->runs[i].text, "</p>\n");
        else if (p->titled)
            put_element(p, "<h2>", n->runs[i].text, "</h2>\n");
        else
            put_element(p, "<h1>", n->runs[i].text, "</h1>\n");
    }
    p->titled = p->titled || n->n_runs > 0;
}

static void write_heading(struct page *p, const struct node *n)
{
    if (n->right)
        put_element(p, "<p class=\"right\">", n->right, "</p>\n");
    buf_printf(p->out, "<h%d id=\"b%zu\">", n->level + 2, ++p->n_head);
    put_text(p, n->text);
    buf_printf(p->out, "</h%d>\n", n->level + 2);
}

static void write_contents(struct page *p, const struct node *n)
{
    size_t number = p->n_head;
    buf_puts(p->out, "<nav aria-label=\"Daftar isi\"><ul>\n");
    for (const struct node *h = n; h; h = h->next) {
        if (h->kind != NODE_HEADING)
            continue;
        number++;
        if (h->level > n->level)
            continue;
        buf_printf(p->out, "<li><a href=\"#b%zu\">", number);
        put_text(p, h->text);
        buf_puts(p->out, "</a></li>\n");
    }
    buf_puts(p->out, "</ul></nav>\n");
}

static void write_list(struct page *p, const struct node *n)
{
    const char *tag = n->numbered ? "ol" : "ul";
    if (n->n_items == 0)
        return;
    buf_printf(p->out, "<%s>\n", tag);
    for (size_t i = 0; i < n->n_items; i++)
        put_element(p, "<li>", n->items[i], "</li>\n");
    buf_printf(p->out, "</%s>\n", tag);
}

static void write_facts(struct page *p, const struct node *n)
{
    if (n->n_items == 0)
        return;
    buf_puts(p->out, "<dl>\n");
    for (size_t i = 0; i < n->n_items; i += 2) {
        put_element(p, "<dt>", n->items[i], "</dt>");
        put_element(p, "<dd>", n->items[i + 1], "</dd>\n");
    }
    buf_puts(p->out, "</dl>\n");
}

/* As cards on a phone a table is none for the browser any more; the roles keep it one for those who
 * listen. */
static void write_cell(struct page *p, const struct column *c, const char *text)
{
    const char *s = TXT(text);
    const char *place = c->align == ALIGN_RIGHT ? "r" : c->align == ALIGN_CENTER ? "c" : "";
    buf_printf(p->out, "<td role=\"cell\" class=\"%s%s\" data-label=\"", place, *s ? "" : " none");
    put_value(p, c->title);
    put_element(p, "\">", s, "</td>");
}

static void write_table(struct page *p, const struct table *tb)
{
    buf_puts(p->out, tb->n_columns > SLIM ? "<table role=\"table\" class=\"cards\">\n"
                                          : "<table role=\"table\">\n");
    buf_puts(p->out, "<thead role=\"rowgroup\"><tr role=\"row\">");
    for (size_t c = 0; c < tb->n_columns; c++)
        put_element(p, "<th role=\"columnheader\" scope=\"col\">", tb->columns[c].title, "</th>");
    buf_puts(p->out, "</tr></thead>\n<tbody role=\"rowgroup\">\n");
    for (size_t r = 0; r < tb->n_rows; r++) {
        buf_puts(p->out, "<tr role=\"row\">");
        for (size_t c = 0; c < tb->n_columns; c++)
            write_cell(p, &tb->columns[c], tb->cells[r * tb->n_columns + c]);
        buf_puts(p->out, "</tr>\n");
    }
    buf_puts(p->out, "</tbody>\n</table>\n");
}

static void write_signatures(struct page *p, const struct node *n)
{
    buf_puts(p->out, "<div class=\"sign\">\n");
    for (size_t i = 0; i < n->n_signatures; i++) {
        const struct signature *s = &n->signatures[i];
        buf_puts(p->out, "<div>");
        for (size_t k = 0; k < sizeof s->head / sizeof *s->head && s->head[k]; k++)
            put_element(p, "<p>", s->head[k], "</p>");
        put_element(p, "<p class=\"name\">", s->name ? s->name : "....................", "</p>");
        for (size_t k = 0; k < sizeof s->foot / sizeof *s->foot && s->foot[k]; k++)
            put_element(p, "<p>", s->foot[k], "</p>");
        buf_puts(p->out, "</div>\n");
    }
    buf_puts(p->out, "</div>\n");
}

static void write_paragraph(struct page *p, const struct node *n)
{
    const char *open = n->align == ALIGN_CENTER  ? "<p class=\"center\">"
                       : n->align == ALIGN_RIGHT ? "<p class=\"right\">"
                                                 : "<p>";
    put_element(p, open, n->text, "</p>\n");
}

static void write_node(struct page *p, const struct node *n)
{
    switch (n->kind) {
    case NODE_TITLE:
        write_title(p, n);
        break;
    case NODE_HEADING:
        write_heading(p, n);
        break;
    case NODE_LETTERHEAD: /* a further one, inside the text */
        for (size_t i = 0; i < n->n_runs; i++)
            put_element(p, "<p class=\"center\">", n->runs[i].text, "</p>\n");
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
        write_table(p, n->table);
        break;
    case NODE_NOTE:
        put_element(p, "<p class=\"note\">", n->text, "</p>\n");
        break;
    case NODE_SIGNATURES:
        write_signatures(p, n);
        break;
    case NODE_PICTURE:
        write_picture(p, n->picture, n->picture_size, n->text);
        break;
    case NODE_PICTURES:
        write_pictures(p, n);
        break;
    case NODE_CONTENTS:
        write_contents(p, n);
        break;
    case NODE_PAGE_BREAK:
        buf_puts(p->out, "<hr/>\n");
        break;
    case NODE_SPACE:
        break;
    }
}

static void write_head(struct page *p, const struct document_tree *t)
{
    buf_puts(p->out,
             "<!DOCTYPE html>\n"
             "<html lang=\"id\" xml:lang=\"id\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n"
             "<meta charset=\"utf-8\"/>\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; "
             "style-src &#39;unsafe-inline&#39;; img-src data:; base-uri &#39;none&#39;; "
             "form-action &#39;none&#39;\"/>\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
             "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
             "<meta name=\"author\" content=\"");
    put_value(p, TXT(t->author));
    buf_puts(p->out, "\"/>\n<title>");
    put_value(p, TXT(t->title));
    buf_printf(p->out, "</title>\n<style>\n%s</style>\n</head>\n", style);
}

void html_write_tree(const struct document_tree *t, struct buf *out)
{
    struct page p = {.out = out};
    const struct node *n = t->first;
    write_head(&p, t);
    buf_puts(out, "<body>\n<a class=\"skip\" href=\"#isi\">Langsung ke isi</a>\n");
    if (n && n->kind == NODE_LETTERHEAD) {
        write_letterhead(&p, t, n);
        n = n->next;
    }
    buf_puts(out, "<main id=\"isi\">\n");
    if (t->watermark)
        put_element(&p, "<p class=\"draft\" role=\"note\">", t->watermark, "</p>\n");
    for (; n; n = n->next)
        write_node(&p, n);
    buf_puts(out, "</main>\n");
    if (t->footer)
        put_element(&p, "<footer><p>", t->footer, "</p></footer>\n");
    buf_puts(out, "</body>\n</html>\n");
}
