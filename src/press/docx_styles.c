/* DOCX: styles, numbering, settings, and what stands on every page. */
#include "config.h"

#include <math.h>

#include "press/docx_inside.h"
#include "press/nodes.h"
#include "press/xml.h"

/* The metric twin of our own Liberation Sans; LibreOffice takes that in its place. */
#define FONT "Arial"
/* What word processors take as one line of it, against the PDF's: they add the gap that the font asks for. */
#define LINE_RATIO (1.117 / 1.149)
#define FOOTER_POINTS 8.0
#define TABLE_SIZE -1.0 /* the scale of tables, which depends on the font size */

struct look {
    const char *id, *name; /* English names are Word's own built-in styles */
    const char *next;      /* style of the paragraph after; NULL: the same */
    bool keep;
    const char *border;    /* w:pBdr */
    double before, line;   /* room above in font sizes; line distance in lines */
    double left_mm, right_mm, hanging_mm;
    const char *align;
    int outline; /* level + 1; 0: none */
    bool bold;
    double scale;
};

#define RULE(side, size) "<w:" side " w:val=\"single\" w:sz=\"" size "\" w:space=\"0\" w:color=\"000000\"/>"

static const struct look looks[] = {
    {.id = "Normal", .name = "Normal", .before = GAP, .line = LEADING},
    {.id = "Title", .name = "Title", .keep = true, .line = 1.1, .align = "center",
     .bold = true},
    {.id = "Heading1", .name = "heading 1", .next = "Normal", .keep = true, .before = 1.1, .line = LEADING,
     .outline = 1, .bold = true},
    {.id = "Heading2", .name = "heading 2", .next = "Normal", .keep = true, .before = 0.9, .line = LEADING,
     .outline = 2, .bold = true},
    {.id = "Heading3", .name = "heading 3", .next = "Normal", .keep = true, .before = 0.7, .line = LEADING,
     .outline = 3, .bold = true},
    {.id = "ListNumber", .name = "List Number", .before = GAP / 3, .line = LEADING, .left_mm = LIST_INDENT_MM,
     .hanging_mm = LIST_INDENT_MM, .align = "both"},
    {.id = "ListBullet", .name = "List Bullet", .before = GAP / 3, .line = LEADING, .left_mm = LIST_INDENT_MM,
     .hanging_mm = LIST_INDENT_MM, .align = "both"},
    {.id = "Caption", .name = "caption", .next = "Normal", .before = 0.35, .line = 1, .align = "center",
     .scale = SMALL},
    /* No indent at the right: LibreOffice hides numbers that stand behind one. */
    {.id = "TOC1", .name = "toc 1", .next = "Normal", .before = 0.25, .line = 1.2, .bold = true},
    {.id = "TOC2", .name = "toc 2", .next = "Normal", .line = 1.2, .left_mm = 7},
    {.id = "TOC3", .name = "toc 3", .next = "Normal", .line = 1.2, .left_mm = 14},
    {.id = "Annex", .name = "Kotak Lampiran", .next = "Heading1", .keep = true, .before = GAP, .line = 1.1,
     .scale = SMALL},
    {.id = "Note", .name = "Catatan Tabel", .before = GAP / 2, .line = 1.08, .align = "both", .scale = SMALL},
    {.id = "TableHead", .name = "Kepala Tabel", .line = 1, .align = "center", .bold = true, .scale = TABLE_SIZE},
    {.id = "TableText", .name = "Isi Tabel", .line = 1, .scale = TABLE_SIZE},
    {.id = "Facts", .name = "Keterangan", .line = LEADING},
    {.id = "Sign", .name = "Tanda Tangan", .line = 1.05, .left_mm = SIGN_GAP_MM / 2, .right_mm = SIGN_GAP_MM / 2,
     .align = "center"},
    {.id = "Letterhead", .name = "Kop Surat", .keep = true, .line = 1.05, .align = "center"},
    {.id = "LetterRule", .name = "Garis Kop", .next = "Normal", .keep = true,
     .border = RULE("top", "18") RULE("bottom", "6"), .before = 0.4, .line = -2},
    {.id = "Picture", .name = "Gambar", .next = "Caption", .line = 1, .align = "center"},
    {.id = "Gap", .name = "Jarak", .line = 1},
    {.id = "Header", .name = "header", .line = 1},
    {.id = "Footer", .name = "footer", .border = "<w:top w:val=\"single\" w:sz=\"4\" w:space=\"2\" w:color=\"404040\"/>",
     .line = 1},
};

static bool is_built_in(const struct look *l)
{
    static const char *const own[] = {"Annex",      "Note",       "TableHead", "TableText", "Facts",
                                      "Sign", "Letterhead", "LetterRule", "Picture",   "Gap"};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (strcmp(own[i], l->id) == 0)
            return false;
    return true;
}

static long mm(double length)
{
    return docx_twips(MM(length));
}

/* In 240ths of a line. Cells stand as the font asks. */
static long line_share(double lines)
{
    return lround(240 * (lines > 1 ? lines * LINE_RATIO : 1));
}

/* Order of the children: CT_PPrBase. */
static void put_paragraph_look(struct docx *d, struct buf *out, const struct look *l)
{
    buf_puts(out, "<w:pPr>");
    if (l->keep)
        buf_puts(out, "<w:keepNext/>");
    if (l->border)
        buf_printf(out, "<w:pBdr>%s</w:pBdr>", l->border);
    bool leader = strncmp(l->id, "TOC", 3) == 0;
    if (leader || strcmp(l->id, "Footer") == 0)
        buf_printf(out, "<w:tabs><w:tab w:val=\"right\"%s w:pos=\"%ld\"/></w:tabs>", leader ? " w:leader=\"dot\"" : "",
                   docx_twips(d->p->width));
    buf_printf(out, "<w:spacing w:before=\"%ld\" w:after=\"0\" w:line=\"%ld\" w:lineRule=\"%s\"/>",
               docx_twips(d->tree->font_size * l->before), l->line < 0 ? docx_twips(-l->line) : line_share(l->line),
               l->line < 0 ? "exact" : "auto");
    if (l->left_mm > 0 || l->right_mm > 0)
        buf_printf(out, "<w:ind w:left=\"%ld\" w:right=\"%ld\" w:hanging=\"%ld\"/>", mm(l->left_mm), mm(l->right_mm),
                   mm(l->hanging_mm));
    if (l->align)
        buf_printf(out, "<w:jc w:val=\"%s\"/>", l->align);
    if (l->outline)
        buf_printf(out, "<w:outlineLvl w:val=\"%d\"/>", l->outline - 1);
    buf_puts(out, "</w:pPr>");
}

static long half_points(const struct docx *d, const struct look *l)
{
    double scale = l->scale < 0 ? table_scale(d->p) : l->scale > 0 ? l->scale : 1;
    return lround(2 * d->tree->font_size * scale);
}

static void put_letter_look(struct docx *d, struct buf *out, const struct look *l)
{
    bool foot = strcmp(l->id, "Footer") == 0;
    if (!l->bold && l->scale == 0 && !foot)
        return;
    long half = foot ? lround(2 * FOOTER_POINTS) : half_points(d, l);
    buf_puts(out, "<w:rPr>");
    if (l->bold)
        buf_puts(out, "<w:b/><w:bCs/>");
    if (foot)
        buf_puts(out, "<w:color w:val=\"404040\"/>");
    if (l->scale != 0 || foot)
        buf_printf(out, "<w:sz w:val=\"%ld\"/><w:szCs w:val=\"%ld\"/>", half, half);
    buf_puts(out, "</w:rPr>");
}

static void put_look(struct docx *d, struct buf *out, const struct look *l)
{
    bool normal = l == looks;
    buf_printf(out, "<w:style w:type=\"paragraph\"%s%s w:styleId=\"%s\"><w:name w:val=\"%s\"/>",
               normal ? " w:default=\"1\"" : "", is_built_in(l) ? "" : " w:customStyle=\"1\"", l->id, l->name);
    if (!normal)
        buf_puts(out, "<w:basedOn w:val=\"Normal\"/>");
    if (l->next)
        buf_printf(out, "<w:next w:val=\"%s\"/>", l->next);
    buf_puts(out, "<w:qFormat/>");
    put_paragraph_look(d, out, l);
    put_letter_look(d, out, l);
    buf_puts(out, "</w:style>");
}

static void put_margins(struct buf *out, double x, double y)
{
    buf_printf(out,
               "<w:tblCellMar><w:top w:w=\"%ld\" w:type=\"dxa\"/><w:left w:w=\"%ld\" w:type=\"dxa\"/>"
               "<w:bottom w:w=\"%ld\" w:type=\"dxa\"/><w:right w:w=\"%ld\" w:type=\"dxa\"/></w:tblCellMar>",
               mm(y), mm(x), mm(y), mm(x));
}

static void put_table_looks(struct buf *out)
{
    static const char *const sides[] = {"top", "left", "bottom", "right", "insideH", "insideV"};
    buf_puts(out, "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
                  "<w:name w:val=\"Default Paragraph Font\"/></w:style>"
                  "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
                  "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>");
    put_margins(out, 0, 0);
    buf_puts(out, "</w:tblPr></w:style><w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"PlainTable\">"
                  "<w:name w:val=\"Tabel Tanpa Garis\"/><w:basedOn w:val=\"TableNormal\"/></w:style>"
                  "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"PaperTable\">"
                  "<w:name w:val=\"Tabel Naskah\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>");
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        buf_printf(out, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>", sides[i]);
    buf_puts(out, "</w:tblBorders>");
    put_margins(out, CELL_X_MM, CELL_Y_MM);
    buf_puts(out, "</w:tblPr></w:style>");
}

void docx_styles(struct docx *d, struct buf *out)
{
    long half = lround(2 * d->tree->font_size);
    buf_printf(out,
               DOCX_XML "<w:styles " DOCX_SPACE "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"" FONT
                        "\" w:hAnsi=\"" FONT "\" w:eastAsia=\"" FONT "\" w:cs=\"" FONT
                        "\"/><w:sz w:val=\"%ld\"/><w:szCs w:val=\"%ld\"/><w:lang w:val=\"id-ID\" "
                        "w:eastAsia=\"id-ID\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
               half, half);
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        put_look(d, out, &looks[i]);
    put_table_looks(out);
    buf_puts(out, "</w:styles>");
}

static void put_counter(struct buf *out, int id, const char *format, const char *text)
{
    buf_printf(out,
               "<w:abstractNum w:abstractNumId=\"%d\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\">"
               "<w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:lvlText w:val=\"%s\"/><w:lvlJc w:val=\"left\"/>"
               "<w:pPr><w:ind w:left=\"%ld\" w:hanging=\"%ld\"/></w:pPr></w:lvl></w:abstractNum>",
               id, format, text, mm(LIST_INDENT_MM), mm(LIST_INDENT_MM));
}

/* Every numbered list has a count of its own that begins with 1. */
void docx_numbering(struct docx *d, struct buf *out)
{
    buf_puts(out, DOCX_XML "<w:numbering " DOCX_SPACE ">");
    put_counter(out, 0, "bullet", "\xE2\x80\xA2");
    put_counter(out, 1, "decimal", "%1.");
    buf_printf(out, "<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"0\"/></w:num>", DOCX_BULLETS);
    for (size_t i = 1; i <= d->n_lists; i++)
        buf_printf(out,
                   "<w:num w:numId=\"%zu\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">"
                   "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
                   DOCX_BULLETS + i);
    buf_puts(out, "</w:numbering>");
}

void docx_settings(struct docx *d, struct buf *out)
{
    (void)d;
    /* Lines that end by hand must not be stretched in justified text; mode 15 is today's Word, not an old one. */
    buf_puts(out, DOCX_XML
             "<w:settings " DOCX_SPACE "><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>"
             "<w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat><w:doNotExpandShiftReturn/>"
             "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
             "w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"id-ID\"/><w:decimalSymbol w:val=\",\"/>"
             "<w:listSeparator w:val=\";\"/></w:settings>");
}

/* The shape that Word itself makes for "Watermark": letters along a line, behind the text, across the page. */
static const char watermark_kind[] =
    "<v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" adj=\"10800\" "
    "path=\"m@7,l@8,m@5,21600l@6,21600e\"><v:formulas><v:f eqn=\"sum #0 0 10800\"/><v:f eqn=\"prod #0 2 1\"/>"
    "<v:f eqn=\"sum 21600 0 @1\"/><v:f eqn=\"sum 0 0 @2\"/><v:f eqn=\"sum 21600 0 @3\"/><v:f eqn=\"if @0 @3 0\"/>"
    "<v:f eqn=\"if @0 21600 @1\"/><v:f eqn=\"if @0 0 @2\"/><v:f eqn=\"if @0 @4 21600\"/><v:f eqn=\"mid @5 @6\"/>"
    "<v:f eqn=\"mid @8 @5\"/><v:f eqn=\"mid @7 @8\"/><v:f eqn=\"mid @6 @7\"/><v:f eqn=\"sum @6 0 @5\"/></v:formulas>"
    "<v:path textpathok=\"t\" o:connecttype=\"custom\" o:connectlocs=\"@9,0;@10,10800;@11,21600;@12,10800\" "
    "o:connectangles=\"270,180,90,0\"/><v:textpath on=\"t\" fitshape=\"t\"/><v:handles>"
    "<v:h position=\"#0,bottomRight\" xrange=\"6629,14971\"/></v:handles><o:lock v:ext=\"edit\" text=\"t\" "
    "shapetype=\"t\"/></v:shapetype>";

#define CAPITALS 0.72 /* height of capital letters in font sizes */

static void put_watermark(struct docx *d)
{
    const struct document_tree *t = d->tree;
    const struct style bold = {.bold = true};
    double w = MM(t->page_width), h = MM(t->page_height);
    double ratio = t->font_size * CAPITALS / MAX(type_width(d->p, t->watermark, &bold), 1);
    double width = MIN(hypot(w, h) * 0.5, w * 0.45 / ratio);
    buf_puts(d->out, "<w:r><w:pict>");
    buf_puts(d->out, watermark_kind);
    buf_printf(d->out,
               "<v:shape id=\"PowerPlusWaterMarkObject1\" o:spid=\"_x0000_s2049\" type=\"#_x0000_t136\" "
               "style=\"position:absolute;margin-left:0;margin-top:0;width:%ldpt;height:%ldpt;rotation:%ld;"
               "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;"
               "mso-position-vertical:center;mso-position-vertical-relative:page\" o:allowincell=\"f\" "
               "fillcolor=\"#ebebeb\" stroked=\"f\"><v:textpath style=\"font-family:&quot;" FONT
               "&quot;;font-size:1pt;font-weight:bold\" string=\"",
               lround(width), lround(width * ratio), 360 - lround(atan2(h, w) * 180 / M_PI));
    xml_text(d->out, t->watermark);
    buf_puts(d->out, "\"/></v:shape></w:pict></w:r>");
}

void docx_header(struct docx *d, struct buf *out)
{
    d->out = out;
    buf_puts(out, DOCX_XML "<w:hdr " DOCX_SPACE " xmlns:v=\"urn:schemas-microsoft-com:vml\" "
                           "xmlns:o=\"urn:schemas-microsoft-com:office:office\">");
    docx_para_begin(d, &(struct docx_para){.style = "Header"});
    put_watermark(d);
    docx_para_end(d);
    buf_puts(out, "</w:hdr>");
}
