/* Pictures of a paper made small, clean and upright for a web page. */
#ifndef MUFAKAT_APP_PAGE_PICTURES_H
#define MUFAKAT_APP_PAGE_PICTURES_H

#include "app/press_run.h"

/* A copy of the tree whose pictures are JPEGs that together stay small; one that cannot be read becomes an empty
 * frame and is counted in the report. Lives in `a`. */
enum err_code page_pictures(const struct document_tree *t, const struct press_watch *watch, struct arena *a,
                            struct document_tree **ret, struct press_report *report, struct err *e) MUST_CHECK;

#endif
