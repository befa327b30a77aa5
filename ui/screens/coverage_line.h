/* The line that the agency is judged on: "Unsur masyarakat hadir: 4 dari 5 (belum: media massa)   24 hadir". */
#ifndef MUFAKAT_UI_SCREENS_COVERAGE_LINE_H
#define MUFAKAT_UI_SCREENS_COVERAGE_LINE_H

#include "model/records.h"
#include "ui/canvas.h"

/* Draws it into the first row of `r`; words live in `a` until the drawing ends. */
void coverage_line_draw(struct canvas *c, struct rect r, const struct participant *v, size_t n, struct arena *a);

#endif
