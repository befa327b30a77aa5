#include "config.h"

#include "press/pdf.h"

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "base/i18n.h"
#include "press/finish.h"
#include "press/layout.h"
#include "press/outline.h"
#include "press/picture.h"
#include "press/rules.h"
#include "press/tags.h"
#include "press/type.h"

#define FOOTER_POINTS 8.0
#define NO_WORDS "Gambar tanpa keterangan" /* words of a paper: never translated */

struct pen {
    struct press *p;
    cairo_t *cr;
    struct tags tags;
    GPtrArray *figures; /* words for the pictures that were tagged, in order */
};

static void draw_item(struct pen *pen, const struct item *it, double y, bool tagged)
{
    if (it->kind != ITEM_LINE && it->kind != ITEM_IMAGE)
        return;
    if (tagged && tags_cell(&pen->tags, it) && strcmp(it->tag, "Figure") == 0)
        g_ptr_array_add(pen->figures, arena_strdup(pen->p->arena, it->words ? it->words : NO_WORDS));
    if (it->kind == ITEM_IMAGE) {
        image_draw(pen->cr, it->image, it->x, y + it->y, it->w, it->h);
        return;
    }
    cairo_move_to(pen->cr, it->x, y + it->y);
    pango_cairo_show_layout_line(pen->cr, it->line);
}

/* A blank as high as the letters of the line: no change of size in the file. */
static PangoLayoutLine *blank_beside(struct press *p, const PangoLayoutLine *line)
{
    const PangoFontDescription *d = pango_layout_get_font_description(line->layout);
    double size = pango_units_to_double(pango_font_description_get_size(d));
    const struct style s = {.scale = size / p->tree->font_size};
    return type_set(p, " ", p->width, &s).v[0].line;
}

/* A blank behind a line that does not end with one, so that its last word and the next line's first are two. */
static void part_lines(struct pen *pen, const struct item *it, double y)
{
    const char *text = pango_layout_get_text(it->line->layout);
    int end = it->line->start_index + it->line->length;
    if (end == it->line->start_index || text[end - 1] == ' ')
        return;
    PangoRectangle r;
    pango_layout_line_get_extents(it->line, NULL, &r);
    cairo_move_to(pen->cr, it->x + pango_units_to_double(r.width), y + it->y);
    pango_cairo_show_layout_line(pen->cr, blank_beside(pen->p, it->line));
}

/* Draws what the blocks of one owner have of one cell, and returns the next higher number of a cell; 0: none. */
static size_t draw_cell(struct pen *pen, const struct placed *from, const struct placed *to, size_t cell)
{
    size_t next = 0;
    const struct item *before = NULL;
    double y = 0;
    for (const struct placed *pl = from; pl != to; pl = pl->next)
        for (const struct item *it = pl->block->items; it; it = it->next) {
            if (it->cell > cell && (next == 0 || it->cell < next))
                next = it->cell;
            if (it->cell != cell)
                continue;
            if (before && it->kind == ITEM_LINE)
                part_lines(pen, before, y);
            draw_item(pen, it, pl->y, true);
            before = it->kind == ITEM_LINE ? it : NULL;
            y = pl->y;
        }
    return next;
}

/* The words of the block, or of all blocks that belong together: cell by cell, as they are read, also where a row
 * was cut line by line. Returns the first block behind them. */
static const struct placed *draw_words(struct pen *pen, const struct placed *pl)
{
    const struct block *b = pl->block;
    const struct placed *end = pl->next;
    if (pl->again) { /* a head that was read on an earlier page is a picture for the eye only */
        tags_decoration_begin(pen->cr);
        for (const struct item *it = b->items; it; it = it->next)
            draw_item(pen, it, pl->y, false);
        tags_decoration_end(pen->cr);
        return end;
    }
    while (end && end->block->owner == b->owner)
        end = end->next;
    tags_block(&pen->tags, b);
    if (b->dest)
        cairo_tag_begin(pen->cr, CAIRO_TAG_DEST, b->dest);
    size_t cell = 0;
    do
        cell = draw_cell(pen, pl, end, cell);
    while (cell != 0);
    if (b->dest)
        cairo_tag_end(pen->cr, CAIRO_TAG_DEST);
    return end;
}

/* Letters as outlines, not as text: a search for the words of the paper must not find them. */
static void draw_watermark(struct pen *pen, const char *words)
{
    const struct document_tree *t = pen->p->tree;
    double w = MM(t->page_width), h = MM(t->page_height);
    PangoLayout *layout = pango_layout_new(pen->p->fonts.context);
    PangoFontDescription *d = fonts_describe(100, true);
    pango_layout_set_font_description(layout, d);
    pango_layout_set_text(layout, words, -1);
    PangoRectangle ink;
    pango_layout_get_extents(layout, &ink, NULL);
    double iw = MAX(pango_units_to_double(ink.width), 1), ih = MAX(pango_units_to_double(ink.height), 1);
    double scale = MIN(hypot(w, h) * 0.5 / iw, w * 0.45 / ih);
    cairo_save(pen->cr);
    cairo_translate(pen->cr, w / 2, h / 2);
    cairo_rotate(pen->cr, -atan2(h, w));
    cairo_scale(pen->cr, scale, scale);
    cairo_move_to(pen->cr, -pango_units_to_double(ink.x) - iw / 2, -pango_units_to_double(ink.y) - ih / 2);
    pango_cairo_layout_path(pen->cr, layout);
    cairo_set_source_rgb(pen->cr, 0.92, 0.92, 0.92);
    cairo_fill(pen->cr);
    cairo_restore(pen->cr);
    pango_font_description_free(d);
    g_object_unref(layout);
}

static PangoLayout *footer_layout(struct press *p, const char *text, double width, PangoAlignment align)
{
    PangoLayout *layout = pango_layout_new(p->fonts.context);
    PangoFontDescription *d = fonts_describe(FOOTER_POINTS, false);
    pango_layout_set_font_description(layout, d);
    pango_layout_set_text(layout, text, -1);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    pango_layout_set_alignment(layout, align);
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    pango_font_description_free(d);
    return layout;
}

static void draw_footer(struct pen *pen, const struct page *page)
{
    struct press *p = pen->p;
    char words[64];
    snprintf(words, sizeof words, "Halaman %zu dari %zu", page->number, page->of);
    double right = 90, y = p->height + MIN(MM(p->tree->margin_bottom) * 0.4, MM(11));
    const struct {
        const char *text;
        double x, width;
        PangoAlignment align;
    } ends[] = {{p->tree->footer, 0, p->width - right, PANGO_ALIGN_LEFT},
                {words, p->width - right, right, PANGO_ALIGN_RIGHT}};
    cairo_set_source_rgb(pen->cr, 0.25, 0.25, 0.25);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (!ends[i].text)
            continue;
        PangoLayout *layout = footer_layout(p, ends[i].text, ends[i].width, ends[i].align);
        cairo_move_to(pen->cr, ends[i].x, y);
        pango_cairo_show_layout(pen->cr, layout);
        g_object_unref(layout);
    }
    rules_line(pen->cr, y - 3, p->width, 0.35);
}

static void draw_page(struct pen *pen, const struct page *page, size_t number)
{
    const struct document_tree *t = pen->p->tree;
    if (number == 1)
        tags_begin(&pen->tags, pen->cr);
    tags_decoration_begin(pen->cr);
    if (t->watermark && *t->watermark)
        draw_watermark(pen, t->watermark);
    cairo_save(pen->cr);
    cairo_translate(pen->cr, MM(t->margin_left), MM(t->margin_top));
    rules_draw(pen->cr, page);
    tags_decoration_end(pen->cr);
    for (const struct placed *pl = page->first; pl;)
        pl = draw_words(pen, pl);
    tags_page_end(&pen->tags);
    if (number == pen->p->n_pages)
        tags_end(&pen->tags);
    tags_decoration_begin(pen->cr);
    if (number > 1 || !t->cover)
        draw_footer(pen, page);
    tags_decoration_end(pen->cr);
    cairo_restore(pen->cr);
    cairo_show_page(pen->cr);
}

static void set_metadata(cairo_surface_t *s, const struct document_tree *t)
{
    char when[TREE_STAMP];
    tree_stamp(t, when);
    if (t->title)
        cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_TITLE, t->title);
    if (t->author)
        cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_AUTHOR, t->author);
    cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATOR, PACKAGE_STRING);
    cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATE_DATE, when);
    cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_MOD_DATE, when);
}

static cairo_status_t collect(void *closure, const unsigned char *p, unsigned int n)
{
    buf_add(closure, p, n);
    return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t draw_pages(struct press *p, const struct pdf_news *news, GPtrArray *figures, struct buf *out)
{
    const struct document_tree *t = p->tree;
    cairo_surface_t *s = cairo_pdf_surface_create_for_stream(collect, out, MM(t->page_width), MM(t->page_height));
    struct pen pen = {.p = p, .cr = cairo_create(s), .figures = figures};
    size_t number = 0;
    set_metadata(s, t);
    for (const struct page *page = p->pages; page; page = page->next) {
        draw_page(&pen, page, ++number);
        news->page(news->ctx, number);
    }
    cairo_status_t status = cairo_status(pen.cr);
    if (status == CAIRO_STATUS_SUCCESS) /* cairo 1.16 falls when a surface in trouble gets an outline */
        outline_add(s, p);
    cairo_destroy(pen.cr);
    cairo_surface_finish(s);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(s);
    cairo_surface_destroy(s);
    return status;
}

static enum err_code draw(struct press *p, const struct pdf_news *news, struct buf *out, struct err *e)
{
    char when[TREE_STAMP];
    struct buf bytes = BUF_INIT;
    GPtrArray *figures = g_ptr_array_new();
    cairo_status_t status = draw_pages(p, news, figures, &bytes);
    tree_stamp(p->tree, when);
    if (status == CAIRO_STATUS_SUCCESS && !finish_pdf(&bytes, figures, when, out))
        buf_add(out, bytes.p, bytes.len);
    g_ptr_array_unref(figures);
    buf_done(&bytes);
    if (status == CAIRO_STATUS_SUCCESS)
        return ERR_NONE;
    err_set(e, ERR_CORRUPT,
            _("Halaman dokumen tidak dapat digambar. Sesi Anda aman; coba cetak tanpa gambar terakhir."));
    return err_detail(e, "cairo: %s", cairo_status_to_string(status));
}

enum err_code pdf_write(const struct document_tree *t, const struct pdf_news *news, struct buf *out, struct err *e)
{
    enum err_code code = layout_check(t, e);
    if (code != ERR_NONE)
        return code;
    struct press p = {.tree = t, .arena = t->arena};
    /* The machine's fonts are opened only for letters that ours lack: opening them takes longer than the paper. */
    for (int with_system = 0; with_system < 2; with_system++) {
        layout_done(&p);
        fonts_close(&p.fonts);
        code = fonts_open(&p.fonts, with_system != 0, e);
        if (code != ERR_NONE)
            return code;
        layout_pages(&p);
        if (p.n_unknown == 0)
            break;
    }
    for (guint i = 0; i < p.missing->len; i++)
        news->missing(news->ctx, p.missing->pdata[i]);
    if (p.unreadable->len > 0)
        news->bad_picture(news->ctx, p.unreadable->len);
    news->pictures_read(news->ctx);
    code = draw(&p, news, out, e);
    layout_done(&p);
    fonts_close(&p.fonts);
    return code;
}
