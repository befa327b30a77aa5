/* A finished file to the printer. Private to the app room. */
#ifndef MUFAKAT_APP_PRINT_FILE_H
#define MUFAKAT_APP_PRINT_FILE_H

#include "base/err.h"

/* Runs `lp` with the number of copies and waits until it has taken the file, at most half a minute.
 * ERR_NOTFOUND: no lp on this machine; ERR_IO: lp refused, with its own words. */
enum err_code print_file(const char *path, int copies, const char *title, struct err *e) MUST_CHECK;

#endif
