/* The papers of the practice session, whole, as tree and as text, in both versions. A change of any
 * of them shows here. UPDATE_GOLDEN=1 writes them anew; look at the difference before it is
 * committed. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/app/practice.h"

static void practice__papers_match_their_golden_files(void **state)
{
    static const char *const codes[] = {"notula",          "rencana-tindak-lanjut",
                                        "rencana-bulanan", "jawaban-masukan",
                                        "laporan",         "undangan",
                                        "dokumentasi"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        practice_check_paper(*state, codes[i], codes[i], PRIVACY_ARSIP);
        practice_check_paper(*state, codes[i], codes[i], PRIVACY_PUBLIKASI);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(practice__papers_match_their_golden_files, fixture_practice_setup,
                                        fixture_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
