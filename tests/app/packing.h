/* What the tests of the evidence pack share: a session with pictures, a place for packs, a look at what is there. */
#ifndef MUFAKAT_TESTS_APP_PACKING_H
#define MUFAKAT_TESTS_APP_PACKING_H

#include "app/make_pack.h"
#include "tests/app/fixture.h"

/* A new folder beside the session; its path is in the arena. */
const char *packing_folder(struct fixture *f, const char *name);
/* Makes the pack; must succeed. */
struct pack_result packing_make(struct fixture *f, const struct pack_request *in);
/* Puts the bytes into the session as a document of that kind, from a file of that name. */
void packing_add(struct fixture *f, const char *name, const struct buf *b, int64_t kind);
/* How many names stand in the folder. */
int packing_entries(const char *folder);
/* A file's bytes, in the arena. */
char *packing_content(struct fixture *f, const char *path);

#define PACK_TEST(t) cmocka_unit_test_setup_teardown(t, fixture_practice_setup, fixture_teardown)

#endif
