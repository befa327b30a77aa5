/* Zip archives that are the same bytes every time: fixed dates, names in UTF-8, entries in the order of the
 * calls. For DOCX and for packed folders. Nothing is held in memory but a piece of the entry being written. */
#ifndef MUFAKAT_PRESS_ZIP_H
#define MUFAKAT_PRESS_ZIP_H

#include <stddef.h>
#include "base/err.h"

struct zip;

/* Begins an archive in `file`, a fresh temporary one (base/file.h); sentences speak of `shown`. */
enum err_code zip_open(const char *file, const char *shown, struct zip **ret, struct err *e) MUST_CHECK;
/* One more entry. `name` is relative, parted by '/', and new to the archive (ERR_INPUT otherwise). What is
 * compressed already, by the name's ending, is stored as it is. */
enum err_code zip_add(struct zip *z, const char *name, const void *p, size_t n, struct err *e) MUST_CHECK;
/* The same from a file, read in pieces. */
enum err_code zip_add_file(struct zip *z, const char *name, const char *path, struct err *e) MUST_CHECK;
/* Ends the archive and frees `z`, also on failure. Naming or removing the file is the caller's. */
enum err_code zip_close(struct zip *z, struct err *e) MUST_CHECK;
/* Gives up and frees `z`; the file is worthless then. NULL is fine. */
void zip_drop(struct zip *z);

#endif
