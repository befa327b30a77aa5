/* A page of a file that is not ours, marked as one piece that a tag can name. */
#ifndef MUFAKAT_PRESS_JOIN_SCAN_H
#define MUFAKAT_PRESS_JOIN_SCAN_H

#include <qpdf/qpdf-c.h>
#include <stdbool.h>

/* Whether the page may have words that a reader aloud can read: it has fonts, or it cannot be told. */
bool scan_has_words(qpdf_data q, qpdf_oh page);
/* Marks all that the page shows as piece 0 of the tag ("/P", "/Figure"). False, and nothing changed, when what the page
 * shows cannot be read. */
bool scan_mark(qpdf_data q, qpdf_oh page, const char *tag);

#endif
