/* What cairo (1.16, 1.18) cannot write into a PDF: the language, words for pictures, the date in its right form, an identifier
 * that follows from the content. Its structure is packed as well, which makes the file a third of its size. */
#ifndef MUFAKAT_PRESS_FINISH_H
#define MUFAKAT_PRESS_FINISH_H

#include <glib.h>
#include "base/buf.h"

/* `figures`: the words for each tagged picture, in the order in which they were drawn; `date`: as tree_stamp
 * gives it.
 * Appends to `out`; false, and nothing appended, when cairo wrote it in another way: the PDF is good without. */
bool finish_pdf(const struct buf *pdf, const GPtrArray *figures, const char *date, struct buf *out);

#endif
