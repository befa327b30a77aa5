/* The session as JSON (`mufakat data`): names from the dictionary, enums as codes, ISO dates and
 * times, links by id. docs/FORMAT.md describes it. */
#ifndef MUFAKAT_APP_DATA_EXPORT_H
#define MUFAKAT_APP_DATA_EXPORT_H

#include "app/read.h"

/* The session with its locks, drafts and log, as one object, indented, ended by LF. Control and
 * bidi characters are left out (text_export). Appends to `out`; `e` is needed. */
enum err_code data_export(struct app *a, struct buf *out, struct err *e) MUST_CHECK;

#endif
