/* PDFs joined into one by libqpdf: pages, links, tags, nothing of the files' own metadata. */
#ifndef MUFAKAT_PRESS_JOIN_H
#define MUFAKAT_PRESS_JOIN_H

#include <stddef.h>
#include "base/err.h"

struct join_news {
    size_t mended; /* files that were damaged and could be read all the same, with as many pages as they say */
    size_t sealed; /* files with an electronic signature: it does not hold for the joined one */
};

/* `names`: the title of the whole, then for each file its path and what it is in words (both words may be empty), each
 * closed by a NUL, in the order of the pages; `n`: bytes of it. Writes `path`, the same bytes every time; an old file there stays whole until the new one is.
 * ERR_CORRUPT names the file that is damaged beyond repair, lacks pages or is locked; ERR_FULL: too many or too large. */
enum err_code join_pdfs(const char *names, size_t n, const char *path, struct join_news *ret, struct err *e) MUST_CHECK;

#endif
