/* Letters that can be read from the back of a hall: three rows of half blocks each. What does not
 * fit, or has a character outside the alphabet, or must do without half blocks (ASCII), is written
 * in ordinary letters. */
#ifndef MUFAKAT_UI_BIG_TEXT_H
#define MUFAKAT_UI_BIG_TEXT_H

#include "ui/canvas.h"

enum { BIG_ROWS = 3 };

/* Rows that the text needs in big letters at this width; 0 when it cannot be written so. */
int big_text_rows(const struct canvas *c, const char *text, int width);
/* Writes the text into `r`: big when it fits, else in ordinary letters with `s`, wrapped. Centred
 * or from the left. Returns the rows used. */
int big_text_put(struct canvas *c, struct rect r, enum style s, const char *text, bool centre);

#endif
