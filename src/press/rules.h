/* Rules, fills and frames of a page. Those that look alike are one path: a table has hundreds, and cairo takes its time
 * for every path. */
#ifndef MUFAKAT_PRESS_RULES_H
#define MUFAKAT_PRESS_RULES_H

#include <cairo.h>
#include "press/layout.h"

/* All of the page's; to be drawn first and outside all tags, so that readers aloud skip them. Leaves black as colour. */
void rules_draw(cairo_t *cr, const struct page *page);
/* One from the left margin, in the present colour. */
void rules_line(cairo_t *cr, double y, double w, double thickness);

#endif
