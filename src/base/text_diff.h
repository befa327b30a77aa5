/* What changed between two wordings, word by word, for people to read. */
#ifndef MUFAKAT_BASE_TEXT_DIFF_H
#define MUFAKAT_BASE_TEXT_DIFF_H

#include "base/arena.h"

/* "... buka [dihapus: Sabtu] [baru: setiap hari kerja] di kantor": the words around each change, and "…" for longer runs that
 * stayed. `gone` and `fresh` are formats with one %s. "" when no word differs. In the arena. */
const char *text_changes(struct arena *a, const char *before, const char *after, const char *gone, const char *fresh);

#endif
