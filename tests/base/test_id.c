#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/id.h"

#define MANY 20000
#define THREADS 4

static void id__carries_time_version_and_variant(void **state)
{
    (void)state;
    struct id i = id_new(INT64_C(0x0123456789AB));
    static const uint8_t time[] = {0x01, 0x23, 0x45, 0x67, 0x89, 0xAB};
    assert_memory_equal(i.b, time, 6);
    assert_int_equal(i.b[6] >> 4, 7);
    assert_int_equal(i.b[8] >> 6, 2);
}

/* 20,000 in one millisecond: more than the counter holds, so the time part has to step on. */
static void id__grows_strictly_within_one_millisecond(void **state)
{
    (void)state;
    struct id last = id_new(INT64_C(0x0200000000000));
    for (int k = 0; k < MANY; k++) {
        struct id next = id_new(INT64_C(0x0200000000000));
        assert_true(id_cmp(&last, &next) < 0);
        last = next;
    }
}

static void id__follows_what_another_run_has_made(void **state)
{
    (void)state;
    const int64_t now = INT64_C(1794447600000);
    struct id last = id_new(now), far = last;
    last.b[3]++; /* some minutes on */
    last.b[6] |= 0x0f;
    last.b[7] = 0xff; /* the last one of its millisecond */
    id_follow(&last, now);
    struct id next = id_new(now);
    assert_true(id_cmp(&next, &last) > 0);
    memset(far.b, 0xff, 6);
    id_follow(&far, now); /* nobody's clock is that wrong */
    id_follow(&ID_NONE, now);
    struct id after = id_new(now);
    assert_true(id_cmp(&after, &next) > 0 && id_cmp(&after, &far) < 0);
}

static void id__grows_when_the_clock_goes_back(void **state)
{
    (void)state;
    struct id first = id_new(INT64_C(0x0300000000000));
    struct id second = id_new(1000);
    assert_true(id_cmp(&first, &second) < 0);
}

static void id__differs_in_its_random_part(void **state)
{
    (void)state;
    struct id a = id_new(INT64_C(0x0310000000000));
    struct id b = id_new(INT64_C(0x0310000000000));
    assert_memory_not_equal(a.b + 8, b.b + 8, 8);
}

static void *mint(void *p)
{
    struct id *out = p;
    for (int k = 0; k < MANY; k++)
        out[k] = id_new(INT64_C(0x0400000000000));
    return NULL;
}

static int by_id(const void *a, const void *b)
{
    return id_cmp(a, b);
}

static void id__is_unique_and_ordered_across_threads(void **state)
{
    (void)state;
    struct id *all = calloc(THREADS * MANY, sizeof *all);
    pthread_t threads[THREADS];
    for (int t = 0; t < THREADS; t++)
        assert_int_equal(pthread_create(&threads[t], NULL, mint, all + t * MANY), 0);
    for (int t = 0; t < THREADS; t++)
        pthread_join(threads[t], NULL);
    for (int k = 0; k < THREADS * MANY; k++) {
        if (k % MANY)
            assert_true(id_cmp(&all[k - 1], &all[k]) < 0);
    }
    qsort(all, THREADS * MANY, sizeof *all, by_id);
    for (int k = 1; k < THREADS * MANY; k++) /* even the ordered part alone never repeats */
        assert_memory_not_equal(all[k - 1].b, all[k].b, 8);
    free(all);
}

static void id__reads_its_text_form_and_nothing_else(void **state)
{
    (void)state;
    char out[ID_TEXT];
    struct id i = id_new(INT64_C(0x0500000000000)), back = ID_NONE;
    id_format(&i, out);
    assert_int_equal(strlen(out), 36);
    assert_true(id_parse(out, &back));
    assert_true(id_eq(&i, &back));
    assert_true(id_parse("018F3E5A-1111-7ABC-8DEF-0123456789AB", &back));
    id_format(&back, out);
    assert_string_equal(out, "018f3e5a-1111-7abc-8def-0123456789ab");

    static const char *const wrong[] = {"",
                                        "018f3e5a",
                                        "018f3e5a11117abc8def0123456789ab",
                                        "018f3e5a-1111-7abc-8def-0123456789a",
                                        "018f3e5a-1111-7abc-8def-0123456789abc",
                                        "018f3e5a-1111-7abc-8def-0123456789ag",
                                        "018f3e5a-1111-7abc-8def 0123456789ab"};
    struct id kept = back;
    for (size_t k = 0; k < sizeof wrong / sizeof wrong[0]; k++)
        assert_false(id_parse(wrong[k], &back));
    assert_true(id_eq(&kept, &back));
}

static void id__none_is_none(void **state)
{
    (void)state;
    struct id i = id_new(INT64_C(0x0510000000000)), none = {{0}};
    assert_true(id_is_none(&none));
    assert_true(id_is_none(&ID_NONE));
    assert_false(id_is_none(&i));
}

static void id_link__is_the_same_on_every_laptop(void **state)
{
    (void)state;
    struct id a, b;
    char out[ID_TEXT];
    assert_true(id_parse("018f3e5a-1111-7abc-8def-0123456789ab", &a));
    assert_true(id_parse("018f3e5a-2222-7abc-8def-0123456789ab", &b));
    struct id link = id_link("agreement_contribution", &a, &b);
    struct id again = id_link("agreement_contribution", &a, &b);
    struct id other_way = id_link("agreement_contribution", &b, &a);
    struct id other_name = id_link("answer_contribution", &a, &b);
    assert_true(id_eq(&link, &again));
    assert_false(id_eq(&link, &other_way));
    assert_false(id_eq(&link, &other_name));
    assert_int_equal(link.b[6] >> 4, 8);
    assert_int_equal(link.b[8] >> 6, 2);
    id_format(&link, out);
    assert_string_equal(out, "4e18e5da-add8-88f5-854a-87cd0f288e15");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(id__carries_time_version_and_variant),
        cmocka_unit_test(id__follows_what_another_run_has_made), /* here: the others use clocks of any time */
        cmocka_unit_test(id__grows_strictly_within_one_millisecond),
        cmocka_unit_test(id__grows_when_the_clock_goes_back),
        cmocka_unit_test(id__differs_in_its_random_part),
        cmocka_unit_test(id__is_unique_and_ordered_across_threads),
        cmocka_unit_test(id__reads_its_text_form_and_nothing_else),
        cmocka_unit_test(id__none_is_none),
        cmocka_unit_test(id_link__is_the_same_on_every_laptop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
