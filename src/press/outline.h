/* The outline of the PDF: what readers show as bookmarks. */
#ifndef MUFAKAT_PRESS_OUTLINE_H
#define MUFAKAT_PRESS_OUTLINE_H

#include <cairo-pdf.h>
#include "press/layout.h"

/* Adds one entry for every mark, each below the last one of a higher level. Only on a surface without error. */
void outline_add(cairo_surface_t *s, const struct press *p);

#endif
