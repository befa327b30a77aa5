#include "config.h"

#include "press/type.h"

#include <pango/pangofc-font.h>
#include <string.h>

#include "base/text.h"

/* Nobody looks for a word of a long text by reading all of it, but a name is known only as a whole. */
#define NAME_LENGTH 80
#define SHORT_TEXT 8 /* lines of a paragraph that is never cut when it keeps what follows */

/* Remembers once what byte `at` belongs to: a name, or a word of a longer text. */
static void note_missing(struct press *p, const char *text, int at)
{
    const char *blanks = strlen(text) <= NAME_LENGTH ? "\n\t" : " \n\t";
    const char *from = text + at, *to = text + at;
    while (from > text && !strchr(blanks, from[-1]))
        from--;
    while (*to && !strchr(blanks, *to))
        to++;
    const char *word = arena_memdup(p->arena, from, (size_t)(to - from));
    for (guint i = 0; i < p->missing->len; i++)
        if (strcmp(p->missing->pdata[i], word) == 0)
            return;
    g_ptr_array_add(p->missing, arena_strdup(p->arena, word));
}

static void note_unknown_run(struct press *p, const char *text, const PangoGlyphItem *run)
{
    for (int i = 0; i < run->glyphs->num_glyphs; i++)
        if (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG &&
            run->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
            note_missing(p, text, run->item->offset + run->glyphs->log_clusters[i]);
}

static void note_unknown(struct press *p, PangoLayout *layout)
{
    int n = pango_layout_get_unknown_glyphs_count(layout);
    if (n == 0)
        return;
    p->n_unknown += (size_t)n;
    PangoLayoutIter *it = pango_layout_get_iter(layout);
    do {
        const PangoGlyphItem *run = pango_layout_iter_get_run_readonly(it);
        if (run)
            note_unknown_run(p, pango_layout_get_text(layout), run);
    } while (pango_layout_iter_next_run(it));
    pango_layout_iter_free(it);
}

/* Letters and digits beside a hyphen. */
struct side {
    int length;
    bool number, capitals;
};

enum { FEW = 2, ABBREVIATION = 8, STROKE_SIDE = 4 };

static void add_letter(struct side *x, unsigned char c, unsigned char neighbour)
{
    x->length += (c & 0xC0) != 0x80; /* the first byte of a letter */
    x->number |= g_ascii_isdigit(c);
    x->capitals |= g_ascii_isupper(c) && g_ascii_isupper(neighbour);
}

static bool is_letter(unsigned char c)
{
    return g_ascii_isalnum(c) || c >= 0x80;
}

static bool belongs(const struct side *x)
{
    return x->length <= FEW || (x->length <= ABBREVIATION && (x->number || x->capitals));
}

bool type_may_break(const char *text, const char *at)
{
    struct side left = {0}, right = {0};
    if (*at != '-' && *at != '/')
        return false;
    for (const char *s = at; s > text && is_letter((unsigned char)s[-1]); s--)
        add_letter(&left, (unsigned char)s[-1], (unsigned char)*s);
    for (const char *s = at + 1; is_letter((unsigned char)*s); s++)
        add_letter(&right, (unsigned char)*s, (unsigned char)s[1]);
    if (left.length == 0 || right.length == 0)
        return true; /* a dash, or dots to write on */
    if (*at == '/')
        return left.length > STROKE_SIDE || right.length > STROKE_SIDE;
    return !belongs(&left) && !belongs(&right);
}

/* No letter that merely looks like a hyphen: what is found and copied is the hyphen that was typed. */
static void keep_together(PangoAttrList *list, const char *text)
{
    for (const char *s = strpbrk(text, "-/"); s; s = strpbrk(s + 1, "-/")) {
        if (type_may_break(text, s))
            continue;
        PangoAttribute *a = pango_attr_allow_breaks_new(FALSE);
        a->start_index = (guint)(s - text);
        a->end_index = a->start_index + 1 + (guint)g_utf8_skip[(guchar)s[1]];
        pango_attr_list_insert(list, a);
    }
}

static void set_attributes(PangoLayout *layout, const struct style *s, const char *text)
{
    PangoAttrList *list = pango_attr_list_new();
    /* A hyphen inside an address or a number would be read as part of it. */
    pango_attr_list_insert(list, pango_attr_insert_hyphens_new(FALSE));
    if (s->underline)
        pango_attr_list_insert(list, pango_attr_underline_new(PANGO_UNDERLINE_SINGLE));
    keep_together(list, text);
    pango_layout_set_attributes(layout, list);
    pango_attr_list_unref(list);
}

static PangoLayout *new_layout(struct press *p, const char *text, const struct style *s)
{
    PangoLayout *layout = pango_layout_new(p->fonts.context);
    PangoFontDescription *d = fonts_describe(p->tree->font_size * (s->scale > 0 ? s->scale : 1), s->bold);
    pango_layout_set_font_description(layout, d);
    pango_font_description_free(d);
    set_attributes(layout, s, TXT(text));
    pango_layout_set_auto_dir(layout, TRUE);
    pango_layout_set_text(layout, TXT(text), -1);
    return layout;
}

static PangoLayout *set_layout(struct press *p, const char *text, double width, const struct style *s)
{
    PangoLayout *layout = new_layout(p, text, s);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout, (int)(MAX(width, 1) * PANGO_SCALE));
    pango_layout_set_indent(layout, (int)(s->indent * PANGO_SCALE));
    pango_layout_set_line_spacing(layout, s->leading > 0 ? (float)s->leading : 1.0f);
    if (s->align == ALIGN_CENTER || s->align == ALIGN_RIGHT)
        pango_layout_set_alignment(layout,
                                   s->align == ALIGN_CENTER ? PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT);
    pango_layout_set_justify(layout, s->align == ALIGN_JUSTIFY);
    note_unknown(p, layout);
    return layout;
}

/* Pango leaves out the blank at which a line was broken, and cairo then puts a mark of its own into the words
 * ("ActualText"), at which some readers stop reading. A real blank of no width does no harm. */
static void keep_blanks(PangoLayoutLine *line, const char *text)
{
    for (GSList *l = line->runs; l; l = l->next) {
        const PangoGlyphItem *run = l->data;
        for (int i = 0; i < run->glyphs->num_glyphs; i++) {
            PangoGlyphInfo *g = &run->glyphs->glyphs[i];
            if (g->glyph == PANGO_GLYPH_EMPTY && text[run->item->offset + run->glyphs->log_clusters[i]] == ' ')
                g->glyph = pango_fc_font_get_glyph(PANGO_FC_FONT(run->item->analysis.font), ' ');
        }
    }
}

static struct lines lines_of(struct press *p, PangoLayout *layout)
{
    int n = pango_layout_get_line_count(layout);
    double leading = (double)pango_layout_get_line_spacing(layout); /* a line's extents do not know of it */
    struct lines l = {ARENA_ARRAY(p->arena, struct line, (size_t)n), 0, 0};
    PangoLayoutIter *it = pango_layout_get_iter(layout);
    do {
        PangoRectangle logical;
        int top, bottom;
        pango_layout_iter_get_line_extents(it, NULL, &logical);
        pango_layout_iter_get_line_yrange(it, &top, &bottom);
        struct line *line = &l.v[l.n++];
        line->line = pango_layout_iter_get_line(it);
        keep_blanks(line->line, pango_layout_get_text(layout));
        line->x = pango_units_to_double(logical.x);
        double natural = pango_units_to_double(bottom - top), height = leading > 0 ? natural * leading : natural;
        line->baseline = pango_units_to_double(pango_layout_iter_get_baseline(it) - top) + (height - natural) / 2;
        line->height = height;
        l.height += line->height;
    } while (pango_layout_iter_next_line(it));
    pango_layout_iter_free(it);
    return l;
}

/* --- what was set before --- */

enum way { WAY_WRAPPED, WAY_BALANCED, WAY_WIDTH };

/* Papers repeat names, units, labels and whole letters: each text is set once for each look. */
struct setting {
    const char *text;
    enum way way;
    double width;
    struct style style;
    PangoLayout *layout; /* of `lines`; NULL when only the width was asked for */
    struct lines lines;
    double widest; /* of the balanced lines' room, or of the text */
};

static unsigned hash_setting(const void *key)
{
    const struct setting *k = key;
    return g_str_hash(k->text) ^ (unsigned)k->way ^ (unsigned)(k->width * 16) << 8;
}

static gboolean equal_settings(const void *left, const void *right)
{
    const struct setting *a = left, *b = right;
    const struct style *s = &a->style, *t = &b->style;
    return a->way == b->way && a->width == b->width && s->scale == t->scale && s->bold == t->bold &&
           s->underline == t->underline && s->align == t->align && s->indent == t->indent &&
           s->leading == t->leading && strcmp(a->text, b->text) == 0;
}

static void free_setting(void *value)
{
    struct setting *k = value;
    if (k->layout)
        g_object_unref(k->layout);
}

void type_begin(struct press *p)
{
    p->settings = g_hash_table_new_full(hash_setting, equal_settings, NULL, free_setting);
}

static double widest(PangoLayout *layout)
{
    int w;
    pango_layout_get_size(layout, &w, NULL);
    return pango_units_to_double(w);
}

static double balance(PangoLayout *layout, double width)
{
    int lines = pango_layout_get_line_count(layout);
    double low = width / 2, high = width;
    for (int i = 0; lines > 1 && i < 7; i++) { /* halving seven times finds it to 1 % */
        double middle = (low + high) / 2;
        pango_layout_set_width(layout, (int)(middle * PANGO_SCALE));
        if (pango_layout_get_line_count(layout) == lines)
            high = middle;
        else
            low = middle;
    }
    return high;
}

static void set_wrapped(struct press *p, struct setting *k)
{
    k->layout = set_layout(p, k->text, k->width, &k->style);
    k->lines = lines_of(p, k->layout);
}

static void set_balanced(struct press *p, struct setting *k)
{
    k->layout = set_layout(p, k->text, k->width, &k->style);
    k->widest = balance(k->layout, k->width);
    pango_layout_set_width(k->layout, (int)(k->widest * PANGO_SCALE));
    k->lines = lines_of(p, k->layout);
    for (size_t i = 0; i < k->lines.n; i++)
        k->lines.v[i].x += (k->width - k->widest) / 2;
}

static void set_width(struct press *p, struct setting *k)
{
    PangoLayout *layout = new_layout(p, k->text, &k->style);
    pango_layout_set_width(layout, -1);
    k->widest = widest(layout);
    g_object_unref(layout);
}

static const struct setting *set(struct press *p, enum way way, const char *text, double width,
                                 const struct style *s)
{
    static void (*const ways[])(struct press *p, struct setting *k) = {
        [WAY_WRAPPED] = set_wrapped, [WAY_BALANCED] = set_balanced, [WAY_WIDTH] = set_width};
    const struct setting wanted = {.text = TXT(text), .way = way, .width = width, .style = *s};
    struct setting *k = g_hash_table_lookup(p->settings, &wanted);
    if (k)
        return k;
    k = ARENA_NEW(p->arena, struct setting);
    *k = wanted;
    ways[way](p, k);
    k->text = arena_strdup(p->arena, wanted.text);
    g_hash_table_insert(p->settings, k, k);
    return k;
}

struct lines type_set(struct press *p, const char *text, double width, const struct style *s)
{
    return set(p, WAY_WRAPPED, text, width, s)->lines;
}

double type_width(struct press *p, const char *text, const struct style *s)
{
    return set(p, WAY_WIDTH, text, 0, s)->widest;
}

double type_balanced_width(struct press *p, const char *text, double width, const struct style *s)
{
    return set(p, WAY_BALANCED, text, width, s)->widest;
}

struct lines type_balanced(struct press *p, const char *text, double width, const struct style *s)
{
    return set(p, WAY_BALANCED, text, width, s)->lines;
}

double type_put(struct press *p, struct block *b, const struct lines *l, size_t from, size_t to, double x,
                double y)
{
    double top = y;
    for (size_t i = from; i < to; i++) {
        struct item *it = block_item(p, b, ITEM_LINE);
        it->line = l->v[i].line;
        it->x = x + l->v[i].x;
        it->y = y + l->v[i].baseline;
        y += l->v[i].height;
    }
    return y - top;
}

struct block *type_flow(struct press *p, const struct lines *l, double x, double space, const char *tag,
                        bool keep)
{
    struct block *first = NULL;
    bool whole = keep && l->n <= SHORT_TEXT; /* or only its end would stay with what it keeps */
    for (size_t i = 0; i < l->n; i++) {
        struct block *b = block_add(p, i == 0 ? space : 0);
        if (!first)
            first = b;
        b->tag = tag;
        b->owner = first;
        b->height = type_put(p, b, l, i, i + 1, x, 0);
        bool last = i + 1 == l->n;
        b->glue = last ? keep : whole || i == 0 || i + 2 == l->n;
    }
    return first;
}
