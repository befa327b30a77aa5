/* Golden files of papers: tests/doc/golden/NAME.txt. UPDATE_GOLDEN=1 writes them anew; then look
 * at the difference before it is committed. */
#ifndef MUFAKAT_TESTS_DOC_GOLDEN_H
#define MUFAKAT_TESTS_DOC_GOLDEN_H

#include "base/buf.h"

/* Frees `got`. */
void check_golden(const char *name, struct buf *got);

#endif
