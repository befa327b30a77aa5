/* Reading files inside a zip archive, for tests of DOCX and XLSX. */
#ifndef MUFAKAT_TESTS_UNPACK_H
#define MUFAKAT_TESTS_UNPACK_H

#include "base/arena.h"

/* The text of one entry; fails the test when it is not there. */
char *unpack_entry(struct arena *a, const char *archive, const char *name);

#endif
