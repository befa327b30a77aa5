/* Papers of the practice session (fixture_practice_setup), compared with tests/app/golden.
 * UPDATE_GOLDEN=1 writes those anew. */
#ifndef MUFAKAT_TESTS_APP_PRACTICE_H
#define MUFAKAT_TESTS_APP_PRACTICE_H

#include "model/privacy.h"
#include "tests/app/fixture.h"

/* One paper as tree and text against NAME-arsip.tree, NAME-arsip.txt (or -publikasi). */
void practice_check_paper(struct fixture *f, const char *name, const char *code,
                          enum privacy privacy);

#endif
