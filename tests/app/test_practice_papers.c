/* The papers of the practice session, whole, as tree and as text, in both versions. A change of any
 * of them shows here. UPDATE_GOLDEN=1 writes them anew; look at the difference before it is
 * committed. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "doc/documents.h"
#include "tests/app/practice.h"

static void practice__papers_match_their_golden_files(void **state)
{
    static const char *const codes[] = {"notula",          "rencana-tindak-lanjut",
                                        "rencana-bulanan", "jawaban-masukan",
                                        "laporan",         "undangan",
                                        "dokumentasi",     "halaman-publik"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        practice_check_paper(*state, codes[i], codes[i], PRIVACY_ARSIP);
        practice_check_paper(*state, codes[i], codes[i], PRIVACY_PUBLIKASI);
    }
}

/* Here, in test_practice_official or both: a paper without golden files is a paper that nobody looks at. */
static void practice__has_golden_files_of_every_paper(void **state)
{
    static const char *const versions[] = {"arsip", "publikasi"}, *const forms[] = {"tree", "txt"};
    struct fixture *f = *state;
    for (const struct paper_kind *k = paper_kinds; k->code; k++)
        for (int i = 0; i < 4; i++) {
            if (strcmp(k->code, "kit-masukan") == 0)
                continue; /* twenty-four empty slips, the same for every session: tests/doc/golden */
            const char *path = arena_printf(f->arena, "%s/tests/app/golden/%s-%s.%s", getenv("MUFAKAT_SRCDIR"), k->code,
                                            versions[i / 2], forms[i % 2]);
            if (access(path, R_OK) != 0)
                fail_msg("no %s", path);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(practice__papers_match_their_golden_files, fixture_practice_setup,
                                        fixture_teardown),
        cmocka_unit_test_setup_teardown(practice__has_golden_files_of_every_paper, fixture_setup, fixture_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
