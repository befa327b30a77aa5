#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/date.h"

static void assert_day(const char *typed, int y, int m, int d)
{
    int64_t day = NONE;
    if (!date_parse(typed, date_of(2026, 11, 10), &day))
        fail_msg("not read: %s", typed);
    char got[DATE_TEXT], want[DATE_TEXT];
    assert_string_equal(date_iso(day, got), date_iso(date_of(y, m, d), want));
}

static void date_parse__reads_what_people_type(void **state)
{
    (void)state;
    static const char *const same[] = {
        "2026-11-12",
        "12-11-2026",
        "12/11/26",
        "12.11.2026",
        "12 November 2026",
        "12 Nov",
        "12/11",
        "12-11",
        "12/11/2026",
        "12-11-26",
        "12.11.26",
        " 12 november 2026 ",
        "12 NOVEMBER 2026",
        "12 Nopember 2026",
        "12 Nov. 2026",
        "12-Nov-2026",
        "12-Nov-26",
        "12 Nov 26",
        "12nov2026",
        "12 11 2026",
        "2026/11/12",
        "2026.11.12",
        "12 - 11 - 2026",
        "Kamis, 12 November 2026",
        "Kamis (12/11)",
        "Kamis (12/11/2026)",
        "kamis 12-11-2026",
        "Kamis tanggal 12 November 2026",
        "tgl. 12 Nopember 2026",
        "hari Kamis tanggal 12 bulan November tahun 2026",
        "Kamis/12 November 2026",
    };
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
        assert_day(same[i], 2026, 11, 12);
}

static void date_parse__knows_old_and_short_spellings(void **state)
{
    (void)state;
    assert_day("3 Pebruari 2026", 2026, 2, 3);
    assert_day("Jum'at, 13 November 2026", 2026, 11, 13);
    assert_day("Jum\xE2\x80\x99"
               "at, 13 Nopember 2026",
               2026, 11, 13);
    assert_day("jumat 13 nov 2026", 2026, 11, 13);
    assert_day("Ahad, 15 November 2026", 2026, 11, 15);
    assert_day("17 Agustus 2026", 2026, 8, 17);
    assert_day("17 Agt 2026", 2026, 8, 17);
    assert_day("17 Ags 2026", 2026, 8, 17);
    assert_day("17 Agu 2026", 2026, 8, 17);
    assert_day("1 Mei 2026", 2026, 5, 1);
    assert_day("1 December 2026", 2026, 12, 1); /* as an English screen shows it */
    assert_day("1 Sept 2026", 2026, 9, 1);
    assert_day("07 Oktober 2025", 2025, 10, 7);
    assert_day("(30/04/24)", 2024, 4, 30);
}

static void date_parse__without_a_year_takes_the_next_such_day(void **state)
{
    (void)state;
    assert_day("10/11", 2026, 11, 10); /* today itself */
    assert_day("9/11", 2027, 11, 9);
    assert_day("31 Des", 2026, 12, 31);
    assert_day("1 Jan", 2027, 1, 1);
    assert_day("29 Feb", 2028, 2, 29);
    int64_t day = 5;
    assert_false(date_parse("12 Nov", NONE, &day));
    assert_int_equal(day, 5);
    assert_true(date_parse("12 Nov 2026", NONE, &day));
}

static void date_parse__two_digit_years_are_the_nearest(void **state)
{
    (void)state;
    assert_day("1/2/69", 2069, 2, 1);
    assert_day("1/2/87", 1987, 2, 1);
    assert_day("1/2/00", 2000, 2, 1);
}

static void date_parse__refuses_what_it_cannot_be_sure_of(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",
        "   ",
        "12-11-0026",
        "0026-11-12",
        "12",
        "2026",
        "November 2026",
        "12 Novembre 2026",
        "31/4/2026",
        "29-2-2025",
        "0/1/2026",
        "1/13/2026",
        "12-11/2026",
        "12--11-2026",
        "12/11/202",
        "12/11/20266",
        "112/11/26",
        "12 November 2026 x",
        "12/11/2026/5",
        "-12/11",
        "12/11/",
        "2026-11",
        "2026-11-12T10:00:00Z",
        "12 13",
        "besok",
        "dua belas November",
        "12 Nov 2026 2",
        "2026-13-01",
        "2026-00-10",
        "\xff\xfe",
        "99999999999999999999",
        "12–11",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "1 2 3 4 5 6 7 8 9 10 11 12",
        "12 Nov Nov",
    };
    int64_t day = 42;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        if (date_parse(wrong[i], date_of(2026, 11, 10), &day))
            fail_msg("read: %s", wrong[i]);
    }
    assert_int_equal(day, 42);
}

static void assert_minutes(const char *typed, int h, int m)
{
    int64_t minutes = NONE;
    if (!time_parse(typed, &minutes))
        fail_msg("not read: %s", typed);
    assert_int_equal(minutes, h * 60 + m);
}

static void time_parse__reads_what_people_type(void **state)
{
    (void)state;
    static const char *const same[] = {"09.31",       "9:31",          "0931",       "09.31 WITA",
                                       "9.31",        "931",           "09.31 wita", "09.31WIB",
                                       "pukul 09.31", "Pkl. 9.31 WIT", "9,31",       " 09:31 ",
                                       "jam 9.31"};
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
        assert_minutes(same[i], 9, 31);
    assert_minutes("9", 9, 0);
    assert_minutes("0", 0, 0);
    assert_minutes("00.00", 0, 0);
    assert_minutes("23.59", 23, 59);
    assert_minutes("13", 13, 0);
}

static void time_parse__refuses_the_rest(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",     "selesai", "24.00", "9.60", "9.3",       "9.311",          "09311",
        "-1",   "9.",      ".30",   "9 31", "9.31 WIBB", "9.31 am",        "9.31.07",
        "2460", "960",     "9-31",  "WIB",  "9.31 9",    "123456789012345"};
    int64_t minutes = 5;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        if (time_parse(wrong[i], &minutes))
            fail_msg("read: %s", wrong[i]);
    }
    assert_int_equal(minutes, 5);
}

static void time_parse__reads_what_time_format_writes(void **state)
{
    (void)state;
    char out[DATE_TEXT];
    for (int64_t t = 0; t < 1440; t++) {
        int64_t back = NONE;
        assert_true(time_parse(time_format(t, out), &back));
        assert_int_equal(back, t);
    }
    assert_string_equal(time_format(571, out), "09.31");
    assert_string_equal(time_format(1440, out), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(date_parse__reads_what_people_type),
        cmocka_unit_test(date_parse__knows_old_and_short_spellings),
        cmocka_unit_test(date_parse__without_a_year_takes_the_next_such_day),
        cmocka_unit_test(date_parse__two_digit_years_are_the_nearest),
        cmocka_unit_test(date_parse__refuses_what_it_cannot_be_sure_of),
        cmocka_unit_test(time_parse__reads_what_people_type),
        cmocka_unit_test(time_parse__refuses_the_rest),
        cmocka_unit_test(time_parse__reads_what_time_format_writes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
