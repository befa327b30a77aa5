#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/date.h"

static void date__knows_the_weekday_vectors(void **state)
{
    (void)state;
    static const struct {
        int y, m, d;
        const char *weekday;
    } v[] = {{2021, 11, 3, "Rabu"},   {2020, 4, 29, "Rabu"},   {2019, 8, 21, "Rabu"},
             {2023, 10, 12, "Kamis"}, {2024, 4, 30, "Selasa"}, {2025, 10, 7, "Selasa"},
             {2024, 2, 29, "Kamis"},  {2026, 11, 12, "Kamis"}, {2027, 1, 9, "Sabtu"},
             {1970, 1, 1, "Kamis"},   {1945, 8, 17, "Jumat"},  {1969, 12, 31, "Rabu"},
             {2026, 11, 16, "Senin"}, {2026, 11, 15, "Minggu"}};
    for (size_t i = 0; i < sizeof v / sizeof v[0]; i++) {
        int64_t day = date_of(v[i].y, v[i].m, v[i].d);
        assert_string_equal(date_weekday_name(date_weekday(day)), v[i].weekday);
    }
}

static void date__splits_what_it_joins_for_four_centuries(void **state)
{
    (void)state;
    assert_int_equal(date_of(1970, 1, 1), 0);
    assert_int_equal(date_of(2000, 3, 1), 11017);
    int64_t first = date_of(1800, 1, 1), last = date_of(2200, 1, 1);
    assert_int_equal(last - first, 146097);
    for (int64_t day = first; day <= last; day++) {
        int y, m, d;
        date_split(day, &y, &m, &d);
        assert_int_equal(date_of(y, m, d), day);
    }
}

static void date__refuses_days_that_do_not_exist(void **state)
{
    (void)state;
    static const int v[][3] = {{2025, 2, 29}, {1900, 2, 29}, {2026, 4, 31}, {2026, 13, 1},
                               {2026, 0, 1},  {2026, 1, 0},  {2026, 1, 32}, {0, 1, 1},
                               {10000, 1, 1}, {2026, 1, -1}};
    for (size_t i = 0; i < sizeof v / sizeof v[0]; i++)
        assert_true(date_of(v[i][0], v[i][1], v[i][2]) == NONE);
    assert_true(date_of(2000, 2, 29) != NONE);
    assert_true(date_of(1, 1, 1) != NONE);
    assert_true(date_of(9999, 12, 31) != NONE);
}

static void date__writes_the_forms_of_offices(void **state)
{
    (void)state;
    char out[192];
    int64_t day = date_of(2026, 11, 12);
    assert_string_equal(date_iso(day, out), "2026-11-12");
    assert_string_equal(date_long(day, out), "12 November 2026");
    assert_string_equal(date_day_long(day, out), "Kamis, 12 November 2026");
    assert_string_equal(date_numeric(day, out), "12-11-2026");
    int64_t early = date_of(2021, 11, 3);
    assert_string_equal(date_long(early, out), "3 November 2021");
    assert_string_equal(date_day_long(early, out), "Rabu, 3 November 2021");
    assert_string_equal(date_numeric(early, out), "03-11-2021");
}

static void date__writes_words_with_and_without_capitals(void **state)
{
    (void)state;
    char out[192];
    assert_string_equal(date_words(date_of(2021, 11, 3), WORDS_LOWER, out, sizeof out),
                        "Rabu tanggal tiga bulan November tahun dua ribu dua puluh satu");
    assert_string_equal(date_words(date_of(2026, 11, 12), WORDS_LOWER, out, sizeof out),
                        "Kamis tanggal dua belas bulan November tahun dua ribu dua puluh enam");
    assert_string_equal(date_words(date_of(2026, 11, 12), WORDS_TITLE, out, sizeof out),
                        "Kamis tanggal Dua Belas bulan November tahun Dua Ribu Dua Puluh Enam");
}

static void date__gives_nothing_for_none_and_for_impossible_days(void **state)
{
    (void)state;
    char out[192];
    static const int64_t days[] = {NONE, INT64_MAX, -800000, 3000000};
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        assert_string_equal(date_iso(days[i], out), "");
        assert_string_equal(date_long(days[i], out), "");
        assert_string_equal(date_day_long(days[i], out), "");
        assert_string_equal(date_numeric(days[i], out), "");
        assert_string_equal(date_words(days[i], WORDS_LOWER, out, sizeof out), "");
        assert_true(date_add_workdays(days[i], 3) == NONE);
    }
    assert_string_equal(time_format(NONE, out), "");
    assert_string_equal(stamp_iso(NONE, ZONE_WIB, out), "");
    assert_string_equal(stamp_clock(NONE, ZONE_WIB, out), "");
    assert_string_equal(stamp_seconds(INT64_MAX, ZONE_WIB, out), "");
    assert_string_equal(stamp_iso(-800000 * INT64_C(86400000), ZONE_WIB, out), ""); /* before the year 1 */
}

static void date__names_months_and_days(void **state)
{
    (void)state;
    static const char *const brief[] = {"Jan", "Feb", "Mar", "Apr", "Mei", "Jun",
                                        "Jul", "Agu", "Sep", "Okt", "Nov", "Des"};
    static const char *const roman[] = {"I",   "II",   "III", "IV", "V",  "VI",
                                        "VII", "VIII", "IX",  "X",  "XI", "XII"};
    for (int m = 1; m <= 12; m++) {
        assert_string_equal(date_month_short(m), brief[m - 1]);
        assert_string_equal(date_month_roman(m), roman[m - 1]);
    }
    assert_string_equal(date_month_name(2), "Februari");
    assert_string_equal(date_month_name(8), "Agustus");
    assert_string_equal(date_weekday_name(4), "Jumat");
}

static void date__counts_workdays_over_weekends(void **state)
{
    (void)state;
    static const struct {
        int from[3];
        int n;
        int to[3];
    } v[] = {
        {{2026, 11, 12}, 1, {2026, 11, 13}},  {{2026, 11, 12}, 2, {2026, 11, 16}},
        {{2026, 11, 12}, 5, {2026, 11, 19}},  {{2026, 11, 12}, 14, {2026, 12, 2}},
        {{2026, 11, 14}, 1, {2026, 11, 16}},  {{2026, 11, 15}, 1, {2026, 11, 16}},
        {{2026, 11, 14}, 5, {2026, 11, 20}},  {{2026, 11, 12}, 0, {2026, 11, 12}},
        {{2026, 11, 16}, -1, {2026, 11, 13}}, {{2026, 11, 15}, -1, {2026, 11, 13}},
        {{2026, 11, 14}, -5, {2026, 11, 9}},  {{2026, 11, 14}, 0, {2026, 11, 14}},
    };
    for (size_t i = 0; i < sizeof v / sizeof v[0]; i++) {
        int64_t from = date_of(v[i].from[0], v[i].from[1], v[i].from[2]);
        assert_int_equal(date_add_workdays(from, v[i].n),
                         date_of(v[i].to[0], v[i].to[1], v[i].to[2]));
    }
}

/* The plain way to count, one day after another, must agree with the quick one. */
static void date__agrees_with_counting_day_by_day(void **state)
{
    (void)state;
    for (int64_t from = 20000; from < 20014; from++) {
        int64_t forward = from, back = from;
        for (int n = 1; n <= 40; n++) {
            do
                forward++;
            while (date_weekday(forward) >= 5);
            do
                back--;
            while (date_weekday(back) >= 5);
            assert_int_equal(date_add_workdays(from, n), forward);
            assert_int_equal(date_add_workdays(from, -n), back);
        }
    }
}

static void stamp__is_seen_in_the_zone_of_the_venue(void **state)
{
    (void)state;
    char out[DATE_TEXT];
    int64_t ms = stamp_of(date_of(2026, 11, 12), 10 * 60 + 42, ZONE_WITA) + 7123;
    assert_string_equal(stamp_iso(ms, ZONE_WITA, out), "2026-11-12T10:42:07.123+08:00");
    assert_string_equal(stamp_iso(ms, ZONE_WIB, out), "2026-11-12T09:42:07.123+07:00");
    assert_string_equal(stamp_clock(ms, ZONE_WITA, out), "10.42");
    assert_string_equal(stamp_clock(ms, ZONE_WIT, out), "11.42");
    assert_string_equal(stamp_seconds(ms, ZONE_WITA, out), "10.42.07");
    assert_int_equal(stamp_day(ms, ZONE_WITA), date_of(2026, 11, 12));
    assert_int_equal(stamp_minutes(ms, ZONE_WITA), 642);
}

static void stamp__changes_the_day_at_the_zones_midnight(void **state)
{
    (void)state;
    char out[DATE_TEXT];
    int64_t ms = stamp_of(date_of(2026, 11, 12), 23 * 60 + 30, ZONE_WIB);
    assert_int_equal(stamp_day(ms, ZONE_WIB), date_of(2026, 11, 12));
    assert_int_equal(stamp_day(ms, ZONE_WITA), date_of(2026, 11, 13));
    assert_string_equal(stamp_clock(ms, ZONE_WITA, out), "00.30");
    assert_string_equal(stamp_iso(-1, ZONE_WIB, out), "1970-01-01T06:59:59.999+07:00");
    assert_true(stamp_of(NONE, 5, ZONE_WIB) == NONE);
}

static void stamp__reads_what_it_writes(void **state)
{
    (void)state;
    char out[DATE_TEXT];
    static const int64_t v[] = {0, -1, 999, 1794451327123, 951782400000, -86400000};
    for (size_t i = 0; i < sizeof v / sizeof v[0]; i++) {
        for (int z = ZONE_WIB; z <= ZONE_WIT; z++) {
            int64_t back = 7;
            assert_true(stamp_parse(stamp_iso(v[i], (enum zone)z, out), &back));
            assert_int_equal(back, v[i]);
        }
    }
}

static void stamp__reads_utc_and_missing_fractions_but_no_rubbish(void **state)
{
    (void)state;
    int64_t ms = 0;
    assert_true(stamp_parse("2026-11-12T02:42:07Z", &ms));
    assert_int_equal(ms, stamp_of(date_of(2026, 11, 12), 642, ZONE_WITA) + 7000);
    assert_true(stamp_parse("2026-11-12T02:42:07.5Z", &ms));
    assert_int_equal(ms % 1000, 500);
    assert_true(stamp_parse("2026-11-11T21:42:07.123456-05:00", &ms));
    assert_int_equal(ms % 1000, 123);
    assert_int_equal(ms / 1000 * 1000, stamp_of(date_of(2026, 11, 12), 642, ZONE_WITA) + 7000);

    static const char *const wrong[] = {"",
                                        "2026-11-12",
                                        "2026-11-12T10:42:07",
                                        "2026-11-12 10:42:07Z",
                                        "2026-11-12T10:42Z",
                                        "2026-02-30T10:42:07Z",
                                        "2026-11-12T24:00:00Z",
                                        "2026-11-12T10:60:00Z",
                                        "2026-11-12T10:42:60Z",
                                        "2026-11-12T10:42:07.Z",
                                        "2026-11-12T10:42:07+0800",
                                        "2026-11-12T10:42:07+08:00x",
                                        "2026-11-12T10:42:07+15:00",
                                        "26-11-12T10:42:07Z",
                                        "x"};
    ms = 77;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_false(stamp_parse(wrong[i], &ms));
    assert_int_equal(ms, 77);
}

static void zone__is_read_in_any_case(void **state)
{
    (void)state;
    enum zone z = ZONE_WIB;
    assert_true(zone_parse("wita", &z));
    assert_int_equal(z, ZONE_WITA);
    assert_true(zone_parse("Wit", &z));
    assert_int_equal(z, ZONE_WIT);
    assert_false(zone_parse("WIBB", &z));
    assert_false(zone_parse("", &z));
    assert_int_equal(z, ZONE_WIT);
    assert_int_equal(zone_offset_minutes(ZONE_WIB), 420);
    assert_int_equal(zone_offset_minutes(ZONE_WITA), 480);
    assert_int_equal(zone_offset_minutes(ZONE_WIT), 540);
    assert_string_equal(zone_name(ZONE_WITA), "WITA");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(date__knows_the_weekday_vectors),
        cmocka_unit_test(date__splits_what_it_joins_for_four_centuries),
        cmocka_unit_test(date__refuses_days_that_do_not_exist),
        cmocka_unit_test(date__writes_the_forms_of_offices),
        cmocka_unit_test(date__writes_words_with_and_without_capitals),
        cmocka_unit_test(date__gives_nothing_for_none_and_for_impossible_days),
        cmocka_unit_test(date__names_months_and_days),
        cmocka_unit_test(date__counts_workdays_over_weekends),
        cmocka_unit_test(date__agrees_with_counting_day_by_day),
        cmocka_unit_test(stamp__is_seen_in_the_zone_of_the_venue),
        cmocka_unit_test(stamp__changes_the_day_at_the_zones_midnight),
        cmocka_unit_test(stamp__reads_what_it_writes),
        cmocka_unit_test(stamp__reads_utc_and_missing_fractions_but_no_rubbish),
        cmocka_unit_test(zone__is_read_in_any_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
