/* DOCX: tables, and the nodes that are tables without lines (facts, signatures). */
#include "config.h"

#include <string.h>

#include "base/text.h"
#include "press/docx_inside.h"
#include "press/nodes.h"

#define LONG_CELL 500  /* bytes: shorter ones never fill a page */
#define HEAD_ROOM 60.0 /* what a repeated head may take */

/* --- tables, rows, cells --- */

/* Rounded at its borders, so that the columns add up. */
static long column_width(const struct docx *d, size_t column)
{
    return docx_twips(d->borders[column + 1]) - docx_twips(d->borders[column]);
}

void docx_table_begin(struct docx *d, const char *style, const double *borders, size_t n, double room)
{
    if (d->new_page)
        docx_room(d, 1);
    else if (d->after_table || !d->top)
        docx_room(d, MAX(room, d->above));
    d->top = false;
    d->above = 0;
    d->borders = borders;
    buf_printf(d->out,
               "<w:tbl><w:tblPr><w:tblStyle w:val=\"%s\"/><w:tblW w:w=\"%ld\" w:type=\"dxa\"/>"
               "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:lastRow=\"0\" "
               "w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>",
               style, docx_twips(borders[n]));
    for (size_t i = 0; i < n; i++)
        buf_printf(d->out, "<w:gridCol w:w=\"%ld\"/>", column_width(d, i));
    buf_puts(d->out, "</w:tblGrid>");
}

void docx_table_end(struct docx *d)
{
    buf_puts(d->out, "</w:tbl>");
    d->after_table = true;
}

void docx_row_begin(struct docx *d, double height, bool head, bool splits)
{
    buf_puts(d->out, "<w:tr><w:trPr>");
    if (!splits)
        buf_puts(d->out, "<w:cantSplit/>");
    if (height > 0)
        buf_printf(d->out, "<w:trHeight w:val=\"%ld\" w:hRule=\"atLeast\"/>", docx_twips(height));
    if (head)
        buf_puts(d->out, "<w:tblHeader/>");
    buf_puts(d->out, "</w:trPr>");
}

void docx_row_end(struct docx *d)
{
    buf_puts(d->out, "</w:tr>");
}

/* Order of the children: CT_TcPr. */
void docx_cell_begin(struct docx *d, const struct docx_cell *cell)
{
    static const char *const sides[] = {"top", "left", "bottom", "right"};
    buf_printf(d->out, "<w:tc><w:tcPr><w:tcW w:w=\"%ld\" w:type=\"dxa\"/>", column_width(d, cell->column));
    if (cell->frame) {
        buf_puts(d->out, "<w:tcBorders>");
        for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
            buf_printf(d->out, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>", sides[i]);
        buf_puts(d->out, "</w:tcBorders>");
    }
    if (cell->shaded)
        buf_puts(d->out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EDEDED\"/>");
    if (cell->valign)
        buf_printf(d->out, "<w:vAlign w:val=\"%s\"/>", cell->valign);
    buf_puts(d->out, "</w:tcPr>");
}

void docx_cell_end(struct docx *d)
{
    buf_puts(d->out, "</w:tc>");
}

static void put_cell(struct docx *d, const struct docx_cell *cell, const struct docx_para *para, const char *s)
{
    docx_cell_begin(d, cell);
    docx_para(d, para, s, NULL);
    docx_cell_end(d);
}

/* --- facts --- */

/* Short facts stay together; one of several lines may leave the others and go on over a page's end, as
 * in the PDF. */
static bool is_long_fact(struct docx *d, const char *value, double width)
{
    const struct style s = {.leading = LEADING};
    return type_set(d->p, value, width, &s).n > 2;
}

void docx_facts(struct docx *d, const struct node *n)
{
    double label = facts_label_width(d->p, n), colon = label + MM(COLON_MM);
    const double borders[] = {0, label, colon, d->p->width};
    if (n->n_items == 0) /* a table has rows */
        return;
    docx_table_begin(d, "PlainTable", borders, 3, d->tree->font_size * GAP);
    for (size_t i = 0; i + 1 < n->n_items; i += 2) {
        bool loose = is_long_fact(d, n->items[i + 1], d->p->width - colon), last = i + 2 >= n->n_items;
        const struct docx_para para = {.style = "Facts", .keep = node_keeps(n) || (!last && !loose)};
        const char *const words[] = {n->items[i], ":", n->items[i + 1]};
        docx_row_begin(d, 0, false, loose);
        for (size_t k = 0; k < 3; k++)
            put_cell(d, &(struct docx_cell){.column = k}, &para, words[k]);
        docx_row_end(d);
    }
    docx_table_end(d);
}

/* --- tables --- */

struct grid {
    const struct node *node;
    const struct table *tb;
    const double *x;
    bool whole; /* never cut */
};

static const char *cell_text(const struct table *tb, size_t row, size_t col)
{
    return TXT(tb->cells[row * tb->n_columns + col]);
}

/* A row that no page can hold has to be cut, as in the PDF. */
static bool splits(struct docx *d, const struct grid *g, size_t row)
{
    const struct style s = {.scale = table_scale(d->p)};
    for (size_t i = 0; i < g->tb->n_columns; i++) {
        const char *text = cell_text(g->tb, row, i);
        double width = g->x[i + 1] - g->x[i] - 2 * MM(CELL_X_MM);
        if (strlen(text) > LONG_CELL && type_set(d->p, text, width, &s).height > d->p->height - HEAD_ROOM)
            return true;
    }
    return false;
}

static void put_head(struct docx *d, const struct grid *g)
{
    const struct docx_para para = {.style = "TableHead", .keep = true};
    docx_row_begin(d, 0, true, false);
    for (size_t i = 0; i < g->tb->n_columns; i++) {
        const struct docx_cell cell = {.column = i, .shaded = true, .valign = "center"};
        put_cell(d, &cell, &para, g->tb->columns[i].title);
    }
    docx_row_end(d);
}

/* "1. ......" left, "2. ......" right: two who sign one below the other do not touch. */
static void put_zigzag(struct docx *d, const struct grid *g, size_t row, bool keep)
{
    size_t col = g->tb->n_columns - 1;
    double width = g->x[col + 1] - g->x[col], half = (width - 2 * MM(CELL_X_MM)) / 2;
    double left = row % 2 ? half : 0;
    const char *given = cell_text(g->tb, row, 0);
    const struct docx_para para = {
        .style = "TableText",
        .keep = keep,
        .tabs = arena_printf(d->a, "<w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"%ld\"/>",
                             docx_twips(left + half - 2)),
        .left = left};
    docx_cell_begin(d, &(struct docx_cell){.column = col, .valign = "bottom"});
    docx_para_begin(d, &para);
    const char *number = *given ? given : arena_printf(d->a, "%zu.", row + 1);
    docx_text(d, arena_printf(d->a, "%s ", number), &(struct docx_run){0});
    docx_tab(d);
    docx_para_end(d);
    docx_cell_end(d);
}

static void put_row(struct docx *d, const struct grid *g, size_t row)
{
    const struct table *tb = g->tb;
    bool last = row + 1 == tb->n_rows;
    /* One or two rows alone above or below a page's end look lost. */
    bool keep = last ? node_keeps(g->node) : g->whole || row == 0 || row + (node_keeps(g->node) ? 2 : 3) >= tb->n_rows;
    docx_row_begin(d, MM(tb->row_height), false, splits(d, g, row));
    for (size_t i = 0; i < tb->n_columns; i++) {
        if (tb->zigzag && i + 1 == tb->n_columns && !*cell_text(tb, row, i)) {
            put_zigzag(d, g, row, keep);
            continue;
        }
        enum align align = tb->columns[i].align == ALIGN_JUSTIFY ? ALIGN_LEFT : tb->columns[i].align;
        const struct docx_para para = {
            .style = "TableText", .keep = keep, .align = align == ALIGN_LEFT ? NULL : docx_align(align)};
        const struct docx_cell cell = {.column = i, .valign = tb->row_height > 0 ? "center" : NULL};
        put_cell(d, &cell, &para, cell_text(tb, row, i));
    }
    docx_row_end(d);
}

void docx_table(struct docx *d, const struct node *n)
{
    const struct grid g = {n, n->table, table_borders(d->p, n->table), table_is_short(d->p, n->table)};
    docx_table_begin(d, "PaperTable", g.x, n->table->n_columns, d->tree->font_size * GAP);
    put_head(d, &g);
    for (size_t row = 0; row < n->table->n_rows; row++)
        put_row(d, &g, row);
    docx_table_end(d);
}

/* --- signatures --- */

/* One row of cells; `first` of them stay empty, as single blocks stand at the right. */
struct signers {
    const struct signature *v;
    size_t first, n;
    double width;
    bool keep; /* with what follows the last row */
};

typedef void put_signer(struct docx *d, const struct signature *s, const struct docx_para *para, double width);

/* One line or more in the middle of the column, as the PDF breaks it. */
static void put_sign(struct docx *d, const struct docx_para *look, double width, const char *s,
                     const struct docx_run *r)
{
    struct docx_para para = *look;
    double side = MM(SIGN_GAP_MM) / 2;
    docx_balance(d, &para, s, r, width - 2 * side);
    if (para.left > 0) { /* instead of the style's own indents */
        para.left += side;
        para.right += side;
    }
    docx_para(d, &para, s, r);
}

static void put_heads(struct docx *d, const struct signature *s, const struct docx_para *para, double width)
{
    size_t n = 0;
    for (; n < sizeof s->head / sizeof *s->head && s->head[n]; n++)
        put_sign(d, para, width, s->head[n], &(struct docx_run){0});
    if (n == 0)
        docx_para(d, para, NULL, NULL);
}

static void put_name(struct docx *d, const struct signature *s, const struct docx_para *para, double width)
{
    const struct docx_run name = {.bold = true, .underline = true};
    if (s->name)
        put_sign(d, para, width, s->name, &name);
    else
        docx_para(d, para, signature_dots(d->p, width - MM(SIGN_GAP_MM)), NULL);
    for (size_t i = 0; i < sizeof s->foot / sizeof *s->foot && s->foot[i]; i++)
        put_sign(d, para, width, s->foot[i], &(struct docx_run){0});
}

/* `put` NULL: empty cells, for the hands. */
static void put_signers(struct docx *d, const struct signers *s, double height, bool keep, put_signer *put)
{
    const struct docx_para para = {.style = "Sign", .keep = keep};
    docx_row_begin(d, height, false, false);
    for (size_t i = 0; i < s->first + s->n; i++) {
        docx_cell_begin(d, &(struct docx_cell){.column = i});
        if (put && i >= s->first)
            put(d, &s->v[i - s->first], &para, s->width);
        else
            docx_para(d, &para, NULL, NULL);
        docx_cell_end(d);
    }
    docx_row_end(d);
}

/* Three rows: so names stand on one line, however many lines the offices take. */
static void put_blocks(struct docx *d, const struct signers *s)
{
    put_signers(d, s, 0, true, put_heads);
    put_signers(d, s, MM(SIGN_ROOM_MM), true, NULL);
    put_signers(d, s, 0, s->keep, put_name);
}

void docx_signatures(struct docx *d, const struct node *n)
{
    size_t columns = signature_columns(n);
    double borders[4], size = d->tree->font_size, width = d->p->width / (double)columns;
    bool middle = n->n_signatures == 1 && n->align == ALIGN_CENTER; /* "Mengetahui" */
    borders[0] = 0;
    for (size_t i = 1; i <= columns; i++)
        borders[i] = width * (middle ? (double)i - 0.5 : (double)i);
    for (size_t i = 0; i < n->n_signatures; i += columns) {
        size_t here = MIN(columns, n->n_signatures - i);
        const struct signers s = {n->signatures + i, columns - here, here, width,
                                  i + here < n->n_signatures || node_keeps(n)};
        docx_table_begin(d, "PlainTable", borders, columns, size);
        put_blocks(d, &s);
        docx_table_end(d);
    }
}
