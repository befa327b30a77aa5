#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "model/nip.h"

static void nip__is_shown_with_its_blanks(void **state)
{
    (void)state;
    static const char *const typed[] = {"196908171994031991",
                                        "19690817 199403 1 991",
                                        "NIP 19690817 199403 1 991",
                                        "NIP. 19690817.199403.1.991",
                                        "'196908171994031991",
                                        " nip: 196908171994031991 ",
                                        "19690817\xC2\xA0"
                                        "199403 1 991",
                                        "\xE2\x80\x99"
                                        "196908171994031991"};
    for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++) {
        char digits[NIP_DIGITS], out[NIP_TEXT];
        assert_true(nip_read(typed[i], digits));
        assert_string_equal(digits, "196908171994031991");
        assert_string_equal(nip_show(typed[i], out), "19690817 199403 1 991");
        assert_null(nip_doubt(typed[i]));
    }
}

static void nip__accepts_the_numbers_of_the_practice_session(void **state)
{
    (void)state;
    static const char *const nips[] = {"19690817 199403 1 991", "19820314 200212 2 992",
                                       "19740605 199903 1 993", "19880227 201101 2 994"};
    for (size_t i = 0; i < sizeof nips / sizeof nips[0]; i++)
        assert_null(nip_doubt(nips[i]));
}

static void nip__of_contract_staff_is_no_mistake(void **state)
{
    (void)state;
    assert_null(nip_doubt("19900512 202321 2 991"));
}

static void nip_doubt__says_what_looks_wrong(void **state)
{
    (void)state;
    static const char *const doubted[][2] = {
        {"19691317 199403 1 991", "tanggal lahir"},
        {"19690230 199403 1 991", "tanggal lahir"},
        {"08171969 199403 1 991", "tanggal lahir"},
        {"19690817 197003 1 991", "Tahun"},
        {"19690817 205003 1 991", "Tahun"},
        {"19690817 199413 1 991", "Bulan"},
        {"19690817 199400 1 991", "Bulan"},
        {"19690817 199403 3 991", "ke-15"},
        {"19690817 199403 1 99", "18 digit"},
        {"19690817 199403 1 9911", "18 digit"},
        {"5103010101900001", "NIK"},
        {"1,97001E+17", "rusak"},
        {"1.97001e+17", "rusak"},
        {"abc", "18 digit"},
        {"x", "18 digit"},
        {"\xA0", "18 digit"},
    };
    for (size_t i = 0; i < sizeof doubted / sizeof doubted[0]; i++) {
        const char *doubt = nip_doubt(doubted[i][0]);
        assert_non_null(doubt);
        assert_non_null(strstr(doubt, doubted[i][1]));
    }
    static const char *const blank[] = {NULL, "", " ", "-", "--"};
    for (size_t i = 0; i < sizeof blank / sizeof blank[0]; i++)
        assert_null(nip_doubt(blank[i]));
}

static void nip__leaves_other_texts_as_they_are(void **state)
{
    (void)state;
    char digits[NIP_DIGITS] = "tetap", out[NIP_TEXT];
    assert_false(nip_read("19690817", digits));
    assert_false(nip_read("1969081719940319911", digits));
    assert_false(nip_read("19690817199403199x1", digits));
    assert_false(nip_read(NULL, digits));
    assert_string_equal(digits, "tetap");
    assert_string_equal(nip_show("-", out), "-");
    assert_string_equal(nip_show(NULL, out), "");
    assert_string_equal(nip_show("éééééééééééé", out), "éééééééééé");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nip__is_shown_with_its_blanks),
        cmocka_unit_test(nip__accepts_the_numbers_of_the_practice_session),
        cmocka_unit_test(nip__of_contract_staff_is_no_mistake),
        cmocka_unit_test(nip_doubt__says_what_looks_wrong),
        cmocka_unit_test(nip__leaves_other_texts_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
