/* The XLSX writer. */
#ifndef MUFAKAT_PRESS_XLSX_H
#define MUFAKAT_PRESS_XLSX_H

#include "doc/book.h"

/* The book as a workbook at `path`: same book, same bytes. Dates and numbers are real ones, text stays
 * text whatever it begins with. An old file there stays whole until the new one is. */
enum err_code xlsx_write(const struct book *b, const char *path, struct err *e) MUST_CHECK;

#endif
