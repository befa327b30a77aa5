/* What can be read in a file by anybody who tries: its bytes, and what is packed or compressed in them. */
#ifndef MUFAKAT_TESTS_APP_DECODE_H
#define MUFAKAT_TESTS_APP_DECODE_H

#include "base/arena.h"
#include "base/buf.h"

/* Appends: the bytes; of a PDF also its text, its facts, its uncompressed streams and its strings decoded; of a zip (DOCX, XLSX) every
 * entry, decoded as well, with its name; of HTML, XML and ICS also what
 * is encoded, folded or cut by tags in them; of any file the compressed texts of the PNG pictures in it. `scratch` is a folder
 * for pieces. */
void decode_file(const char *path, const char *scratch, struct buf *out);

/* Calls for every plain file below the folder, in any order, with its name relative to it. */
void decode_each(const char *folder, void (*each)(void *ctx, const char *path, const char *name), void *ctx);

/* Small letters; digits that only blanks, dashes, dots and brackets part stand together. In the arena. */
char *decode_plain(struct arena *a, const struct buf *b);

#endif
