/* Words into XML so that no document can become invalid by them. */
#ifndef MUFAKAT_PRESS_XML_H
#define MUFAKAT_PRESS_XML_H

#include "base/buf.h"

/* Appends `n` bytes of text, for between tags and for inside "": signs with a meaning are escaped, bytes that are
 * no UTF-8 become U+FFFD, what XML 1.0 forbids (2.2: control characters, U+FFFE, U+FFFF) is left out. */
void xml_put(struct buf *b, const char *s, size_t n);
/* The same for a string; NULL adds nothing. */
void xml_text(struct buf *b, const char *s);

#endif
