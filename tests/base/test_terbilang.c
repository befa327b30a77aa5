#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/terbilang.h"

/* domain notes 12.1, the whole table, then the larger scales */
static const struct {
    int64_t n;
    const char *words;
} vectors[] = {
    {0, "nol"},
    {1, "satu"},
    {10, "sepuluh"},
    {11, "sebelas"},
    {12, "dua belas"},
    {19, "sembilan belas"},
    {20, "dua puluh"},
    {21, "dua puluh satu"},
    {30, "tiga puluh"},
    {31, "tiga puluh satu"},
    {99, "sembilan puluh sembilan"},
    {100, "seratus"},
    {101, "seratus satu"},
    {110, "seratus sepuluh"},
    {111, "seratus sebelas"},
    {119, "seratus sembilan belas"},
    {120, "seratus dua puluh"},
    {200, "dua ratus"},
    {999, "sembilan ratus sembilan puluh sembilan"},
    {1000, "seribu"},
    {1001, "seribu satu"},
    {1011, "seribu sebelas"},
    {1100, "seribu seratus"},
    {1945, "seribu sembilan ratus empat puluh lima"},
    {1999, "seribu sembilan ratus sembilan puluh sembilan"},
    {2000, "dua ribu"},
    {2001, "dua ribu satu"},
    {2011, "dua ribu sebelas"},
    {2017, "dua ribu tujuh belas"},
    {2020, "dua ribu dua puluh"},
    {2024, "dua ribu dua puluh empat"},
    {2026, "dua ribu dua puluh enam"},
    {10000, "sepuluh ribu"},
    {21000, "dua puluh satu ribu"},
    {101000, "seratus satu ribu"},
    {1000000, "satu juta"},
    {1001000, "satu juta seribu"},
    {1500000, "satu juta lima ratus ribu"},
    {1000000000, "satu miliar"},
    {INT64_C(1000000000000), "satu triliun"},
    {INT64_C(1000001000000), "satu triliun satu juta"},
    {INT64_C(2001003004005), "dua triliun satu miliar tiga juta empat ribu lima"},
    {-24, "minus dua puluh empat"},
};

static void terbilang__says_every_vector_of_the_table(void **state)
{
    (void)state;
    char out[256];
    for (size_t i = 0; i < sizeof vectors / sizeof vectors[0]; i++)
        assert_string_equal(terbilang(vectors[i].n, WORDS_LOWER, out, sizeof out),
                            vectors[i].words);
}

static void terbilang__capitalises_every_word_in_title_case(void **state)
{
    (void)state;
    char out[256];
    assert_string_equal(terbilang(2026, WORDS_TITLE, out, sizeof out), "Dua Ribu Dua Puluh Enam");
    assert_string_equal(terbilang(0, WORDS_TITLE, out, sizeof out), "Nol");
    assert_string_equal(terbilang(1000, WORDS_TITLE, out, sizeof out), "Seribu");
}

static void terbilang__has_single_blanks_and_never_satu_puluh(void **state)
{
    (void)state;
    char out[256];
    for (int64_t n = 0; n < 20000; n++) {
        terbilang(n, WORDS_LOWER, out, sizeof out);
        size_t len = strlen(out);
        assert_true(len > 0 && out[0] != ' ' && out[len - 1] != ' ');
        assert_null(strstr(out, "  "));
        assert_null(strstr(out, "satu puluh"));
        assert_null(strstr(out, "satu ratus"));
        assert_null(strstr(out, "satu belas"));
    }
}

static void terbilang_ordinal__begins_with_ke_up_to_four_hundred(void **state)
{
    (void)state;
    static const struct {
        int64_t n;
        const char *words;
    } v[] = {
        {1, "kesatu"},
        {2, "kedua"},
        {10, "kesepuluh"},
        {11, "kesebelas"},
        {12, "kedua belas"},
        {21, "kedua puluh satu"},
        {100, "keseratus"},
        {111, "keseratus sebelas"},
        {399, "ketiga ratus sembilan puluh sembilan"},
        {400, "keempat ratus"},
    };
    char out[256];
    for (size_t i = 0; i < sizeof v / sizeof *v; i++)
        assert_string_equal(terbilang_ordinal(v[i].n, out, sizeof out), v[i].words);
    for (int64_t n = 1; n <= 1000; n++) {
        char words[256];
        terbilang_ordinal(n, out, sizeof out);
        terbilang(n, WORDS_LOWER, words, sizeof words);
        assert_memory_equal(out, "ke", 2);
        assert_string_equal(out + 2, words);
    }
}

static void terbilang__fits_the_promised_256_bytes(void **state)
{
    (void)state;
    char out[256];
    terbilang(INT64_C(-999999999999999), WORDS_LOWER, out, sizeof out);
    assert_non_null(strstr(out, "sembilan puluh sembilan triliun"));
    assert_string_equal(out + strlen(out) - 8, "sembilan");
}

static void terbilang__never_writes_past_a_small_buffer(void **state)
{
    (void)state;
    char out[16];
    memset(out, '#', sizeof out);
    terbilang(1945, WORDS_LOWER, out, 10);
    assert_string_equal(out, "seribu");
    assert_int_equal(out[10], '#');
    terbilang(1945, WORDS_LOWER, out, 1);
    assert_string_equal(out, "");
}

static void terbilang__gives_figures_beyond_its_words_and_nothing_for_none(void **state)
{
    (void)state;
    char out[256];
    assert_string_equal(terbilang(INT64_C(1000000000000000), WORDS_LOWER, out, sizeof out),
                        "1000000000000000");
    assert_string_equal(terbilang(NONE, WORDS_LOWER, out, sizeof out), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terbilang__says_every_vector_of_the_table),
        cmocka_unit_test(terbilang__capitalises_every_word_in_title_case),
        cmocka_unit_test(terbilang__has_single_blanks_and_never_satu_puluh),
        cmocka_unit_test(terbilang_ordinal__begins_with_ke_up_to_four_hundred),
        cmocka_unit_test(terbilang__fits_the_promised_256_bytes),
        cmocka_unit_test(terbilang__never_writes_past_a_small_buffer),
        cmocka_unit_test(terbilang__gives_figures_beyond_its_words_and_nothing_for_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
