/* DOCX: pictures, frames in their place, grids, and the letterhead with its logo. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "model/exif.h"
#include "model/png.h"
#include "press/docx_inside.h"
#include "press/fit.h"
#include "press/nodes.h"
#include "press/picture.h"
#include "press/xml.h"

#define SAFE 0.97 /* of the room for a grid: another program's lines may be a little higher */

/* --- bytes --- */

static const struct image *image_of(const struct docx *d, const void *source)
{
    for (guint i = 0; source && i < d->p->images->len; i++) {
        const struct image *im = d->p->images->pdata[i];
        if (im->source == source)
            return im;
    }
    return NULL;
}

/* Word processors do not look at the camera's orientation. */
static bool copy_turned(const struct image *im, const void *bytes, size_t size, struct buf *out)
{
    struct buf word = BUF_INIT;
    enum err_code code = fit_picture_bytes(bytes, size, (int)MAX(im->width, im->height), out, &word, NULL);
    buf_done(&word);
    return code == ERR_NONE;
}

/* A copy without what a paper must not tell. Photographs were made as large as they are printed, and upright. */
static void copy_clean(const struct image *im, const void *bytes, size_t size, struct docx_media *m)
{
    bool jpeg = im->bytes.len > 0;
    m->png = !jpeg && png_strip(bytes, size, &m->bytes);
    if (m->png || (im->orientation != 1 && copy_turned(im, bytes, size, &m->bytes)))
        return;
    buf_add(&m->bytes, im->bytes.p, im->bytes.len);
}

/* The number of the picture in the archive, 1 .. */
static size_t media_number(struct docx *d, const struct image *im, const void *bytes, size_t size)
{
    size_t number = 1;
    for (const struct docx_media *m = d->media; m; m = m->next, number++)
        if (m->source == bytes)
            return number;
    struct docx_media *m = ARENA_NEW(d->a, struct docx_media);
    m->source = bytes;
    copy_clean(im, bytes, size, m);
    if (d->last_media)
        d->last_media->next = m;
    else
        d->media = m;
    d->last_media = m;
    return ++d->n_media;
}

/* --- drawings --- */

static long emu(double points)
{
    return lround(points * 12700);
}

/* A run with the picture, so large, as a letter of its line; `words` are for who cannot see it. */
static void put_drawing(struct docx *d, size_t media, double w, double h, const char *words)
{
    size_t id = ++d->n_drawings;
    buf_printf(d->out,
               "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
               "<wp:extent cx=\"%ld\" cy=\"%ld\"/><wp:docPr id=\"%zu\" name=\"Gambar %zu\" descr=\"",
               emu(w), emu(h), id, id);
    xml_text(d->out, words);
    buf_printf(d->out,
               "\"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
               "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
               "<pic:nvPicPr><pic:cNvPr id=\"%zu\" name=\"Gambar %zu\"/><pic:cNvPicPr/></pic:nvPicPr>"
               "<pic:blipFill><a:blip r:embed=\"rId%zu\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
               "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%ld\" cy=\"%ld\"/></a:xfrm>"
               "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
               "</wp:inline></w:drawing></w:r>",
               id, id, docx_media_rel(d, media - 1), emu(w), emu(h));
}

/* The picture in a paragraph, as large as fits the box. */
static void put_image(struct docx *d, const struct docx_para *para, const struct picture *v, double w, double h)
{
    const struct image *im = image_of(d, v->bytes);
    double scale = image_scale(im, w, h);
    docx_para_begin(d, para);
    put_drawing(d, media_number(d, im, v->bytes, v->size), im->width * scale, im->height * scale, TXT(v->caption));
    docx_para_end(d);
}

static double image_height(const struct docx *d, const struct picture *v, double w, double h)
{
    const struct image *im = image_of(d, v->bytes);
    return im ? im->height * image_scale(im, w, h) : MIN(h, w * FRAME_SHAPE);
}

/* --- grids --- */

/* Cells of pictures with gutters between them. */
struct grid {
    size_t across;
    double borders[2 * TREE_ACROSS];
};

static struct grid make_grid(const struct docx *d, size_t across)
{
    struct grid g = {.across = across};
    double column = (d->p->width - MM(GUTTER_MM) * (double)(across - 1)) / (double)across;
    for (size_t i = 0; i < across; i++) {
        g.borders[2 * i] = (column + MM(GUTTER_MM)) * (double)i;
        g.borders[2 * i + 1] = g.borders[2 * i] + column;
    }
    return g;
}

static void put_picture_cell(struct docx *d, const struct picture *v, size_t column, double w, double h,
                             bool keep)
{
    const struct docx_para para = {.style = "Picture", .keep = keep};
    const struct docx_cell cell = {
        .column = column, .frame = v && !image_of(d, v->bytes), .valign = "center"};
    docx_cell_begin(d, &cell);
    if (v && image_of(d, v->bytes))
        put_image(d, &para, v, w, h);
    else
        docx_para(d, &para, v && v->bytes ? UNREADABLE : NULL, NULL);
    docx_cell_end(d);
}

static void put_caption_cell(struct docx *d, const struct picture *v, size_t column, bool keep)
{
    const struct docx_para para = {.style = "Caption", .keep = keep};
    docx_cell_begin(d, &(struct docx_cell){.column = column});
    docx_para(d, &para, v ? v->caption : NULL, NULL);
    docx_cell_end(d);
}

/* Captions that are too long to stand under a picture. */
static void put_stories(struct docx *d, const struct picture_row *r, bool keep)
{
    const struct docx_para para = {.style = "Caption", .keep = keep, .align = "both"};
    for (size_t i = 0; i < r->n; i++)
        if (r->stories[i].n > 0)
            docx_para(d, &para, r->v[i].caption, NULL);
}

/* Two rows: pictures, then their captions. `h`: the most that a picture may be high. */
static void put_grid_row(struct docx *d, const struct grid *g, const struct picture_row *r, double h, bool keep)
{
    double high = 0;
    for (size_t i = 0; i < r->n; i++)
        high = MAX(high, image_height(d, &r->v[i], r->column, h));
    for (int captions = 0; captions < (r->caption_height > 0 ? 2 : 1); captions++) {
        docx_row_begin(d, captions ? 0 : high, false, false);
        for (size_t i = 0; i + 1 < 2 * g->across; i++) {
            const struct picture *v = i % 2 == 0 && i / 2 < r->n ? &r->v[i / 2] : NULL;
            if (captions)
                put_caption_cell(d, v && r->captions[i / 2].n > 0 ? v : NULL, i, keep);
            else
                put_picture_cell(d, v, i, r->column, h, keep || r->caption_height > 0);
        }
        docx_row_end(d);
    }
}

static double grid_room(const struct docx *d, const struct node *n, bool first)
{
    for (const struct grid_room *g = d->p->grids; g; g = g->next)
        if (g->node == n)
            return (first ? g->first : g->height) * SAFE;
    return MM(PICTURE_MM);
}

void docx_pictures(struct docx *d, const struct node *n)
{
    size_t across = (size_t)n->across, rows = ((size_t)n->per_page + across - 1) / across;
    struct grid g = make_grid(d, across);
    for (size_t i = 0, row = 0; i < n->n_pictures; i += across, row++) {
        struct picture_row r = picture_row_set(d->p, n->pictures + i, MIN(across, n->n_pictures - i), across);
        bool last = i + across >= n->n_pictures;
        double room = grid_room(d, n, row < rows);
        d->new_page = d->new_page || (row > 0 && row % rows == 0);
        docx_table_begin(d, "PlainTable", g.borders, 2 * across - 1, d->tree->font_size);
        put_grid_row(d, &g, &r, MAX(room - r.caption_height, MM(LEAST_MM)),
                     last ? node_keeps(n) : (row + 1) % rows != 0);
        docx_table_end(d);
        put_stories(d, &r, last && node_keeps(n));
    }
}

void docx_picture(struct docx *d, const struct node *n)
{
    const struct picture v = {n->picture, n->picture_size, n->text};
    struct picture_row r = picture_row_set(d->p, &v, 1, 1);
    double h = MIN(MM(PICTURE_MM), MAX(d->p->height - r.caption_height, MM(LEAST_MM)));
    bool caption = v.caption && *v.caption;
    if (!image_of(d, v.bytes)) {
        struct grid g = make_grid(d, 1);
        docx_table_begin(d, "PlainTable", g.borders, 1, d->tree->font_size);
        put_grid_row(d, &g, &r, h, node_keeps(n));
        docx_table_end(d);
        put_stories(d, &r, node_keeps(n));
        return;
    }
    const struct docx_para para = {
        .style = "Picture", .keep = caption || node_keeps(n), .before = MAX(d->tree->font_size, d->above)};
    put_image(d, &para, &v, d->p->width, h);
    if (caption)
        docx_para(d, &(struct docx_para){.style = "Caption", .keep = node_keeps(n)}, v.caption, NULL);
}

/* --- letterhead --- */

static void put_head_lines(struct docx *d, const struct node *n, double width)
{
    for (size_t i = 0; i < n->n_runs; i++) {
        const struct docx_run r = {.bold = n->runs[i].bold, .scale = n->runs[i].scale};
        struct docx_para para = {.style = "Letterhead"};
        docx_balance(d, &para, n->runs[i].text, &r, width);
        docx_para(d, &para, n->runs[i].text, &r);
    }
    if (n->n_runs == 0)
        docx_para(d, &(struct docx_para){.style = "Letterhead"}, NULL, NULL);
}

/* Logo, lines, and at the right as much room as the logo takes, when the lines still fit between. */
static void put_head_table(struct docx *d, const struct node *n)
{
    double logo = MM(LOGO_WIDTH_MM + LOGO_GAP_MM), width = letterhead_width(d->p, n, logo);
    const double borders[] = {0, logo, logo + width, d->p->width};
    size_t columns = d->p->width - borders[2] > 1 ? 3 : 2;
    const struct picture v = {d->tree->logo, d->tree->logo_size, "Logo"};
    const struct docx_para beside = {.style = "Letterhead", .right = MM(LOGO_GAP_MM)};
    docx_table_begin(d, "PlainTable", borders, columns, 0);
    docx_row_begin(d, 0, false, false);
    docx_cell_begin(d, &(struct docx_cell){.column = 0, .valign = "center"});
    put_image(d, &beside, &v, MM(LOGO_WIDTH_MM), MM(LOGO_HEIGHT_MM));
    docx_cell_end(d);
    docx_cell_begin(d, &(struct docx_cell){.column = 1, .valign = "center"});
    put_head_lines(d, n, width);
    docx_cell_end(d);
    if (columns == 3) {
        docx_cell_begin(d, &(struct docx_cell){.column = 2});
        docx_para(d, &beside, NULL, NULL);
        docx_cell_end(d);
    }
    docx_row_end(d);
    docx_table_end(d);
}

void docx_letterhead(struct docx *d, const struct node *n)
{
    if (image_of(d, d->tree->logo))
        put_head_table(d, n);
    else
        put_head_lines(d, n, d->p->width);
    docx_para(d, &(struct docx_para){.style = "LetterRule"}, NULL, NULL);
}
