#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <time.h>

#include "base/clock.h"
#include "base/date.h"

static void clock__fixed_stands_still_until_moved(void **state)
{
    (void)state;
    struct clock c = clock_fixed(1000);
    assert_int_equal(clock_now(&c), 1000);
    assert_int_equal(clock_now(&c), 1000);
    c.fixed = 2000;
    c.offset = 5;
    assert_int_equal(clock_now(&c), 2005);
}

static void clock__system_is_the_laptops_time_plus_the_correction(void **state)
{
    (void)state;
    unsetenv("MUFAKAT_TEST_CLOCK");
    struct clock c = clock_system();
    int64_t before = (int64_t)time(NULL) * 1000;
    int64_t now = clock_now(&c);
    assert_true(now >= before && now < before + 60000);
    c.offset = INT64_C(3600000);
    assert_true(clock_now(&c) >= before + 3600000);
}

static void clock__starts_where_a_test_says_and_runs_on(void **state)
{
    (void)state;
    setenv("MUFAKAT_TEST_CLOCK", "2026-11-12T08:00:00+08:00", 1);
    struct clock c = clock_system();
    int64_t start = stamp_of(date_of(2026, 11, 12), 8 * 60, ZONE_WITA);
    int64_t first = clock_now(&c);
    assert_true(first >= start && first < start + 60000);
    int64_t wait = clock_mono() + 5;
    while (clock_mono() < wait) {
    }
    assert_true(clock_now(&c) > first);
    setenv("MUFAKAT_TEST_CLOCK", "kemarin", 1);
    struct clock wrong = clock_system();
    assert_int_equal(wrong.fixed, 0);
    unsetenv("MUFAKAT_TEST_CLOCK");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clock__fixed_stands_still_until_moved),
        cmocka_unit_test(clock__system_is_the_laptops_time_plus_the_correction),
        cmocka_unit_test(clock__starts_where_a_test_says_and_runs_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
