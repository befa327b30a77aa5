/* Setting text: layouts, lines, and lines into blocks. */
#ifndef MUFAKAT_PRESS_TYPE_H
#define MUFAKAT_PRESS_TYPE_H

#include "press/layout.h"

struct style {
    double scale;   /* of the document's font size */
    bool bold;
    bool underline;
    enum align align;
    double indent;  /* of the first line */
    double leading; /* line distance as a share of the font's own; 0 means 1 */
};

struct line {
    PangoLayoutLine *line;
    double x;        /* of its left end inside the layout's width */
    double baseline; /* below the top of the line */
    double height;
};

struct lines {
    struct line *v;
    size_t n; /* at least 1 */
    double height;
};

/* Texts are set once for each look and room; what comes back belongs to `p` and must not be changed. */

/* Before the first text. */
void type_begin(struct press *p);
/* The text set to a width. Counts letters that no font has. */
struct lines type_set(struct press *p, const char *text, double width, const struct style *s);
/* May a line end behind this hyphen or stroke of the text? False for other letters, and where the words beside it belong
 * together: "KTP-el", "e-KTP", "SP4N-LAPOR!", "12-11-2026", "RT/RW"; not for "bolak-balik". */
bool type_may_break(const char *text, const char *at);
/* Width of the text, without wrapping. */
double type_width(struct press *p, const char *text, const struct style *s);
/* As type_set, but the lines are made about equally long: for centred titles. */
struct lines type_balanced(struct press *p, const char *text, double width, const struct style *s);
/* The width that makes them so. */
double type_balanced_width(struct press *p, const char *text, double width, const struct style *s);

/* Puts lines [from, to) into the block with their top left at (x, y); returns their height. */
double type_put(struct press *p, struct block *b, const struct lines *l, size_t from, size_t to, double x,
                double y);
/* Each line becomes a block of its own, tagged as one `tag`; no line is left alone at the end or the
 * beginning of a page, and the last, of a short one all, stay with what follows when `keep`. Returns the first block. */
struct block *type_flow(struct press *p, const struct lines *l, double x, double space, const char *tag,
                        bool keep);

#endif
