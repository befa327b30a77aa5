/* The DOCX writer: any document tree as OOXML (ECMA-376) with real styles, tables and page fields, so that an
 * office can go on writing in its own word processor. */
#ifndef MUFAKAT_PRESS_DOCX_H
#define MUFAKAT_PRESS_DOCX_H

#include "doc/tree.h"
#include "press/zip.h"

/* Writes the parts into `z`: same tree, same bytes. The caller ends or drops the archive. `ret_bad_pictures`:
 * how many could not be read; a box with words stands in their place. */
enum err_code docx_write(const struct document_tree *t, struct zip *z, size_t *ret_bad_pictures,
                         struct err *e) MUST_CHECK;

#endif
