#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/date.h"
#include "model/records.h"

/* What a stored text makes of the session's date. */
static bool set_date(const char *text, int64_t *ret)
{
    struct session s;
    struct value v = value_text(text);
    record_init(&s, ENTITY_session);
    bool fits = record_set(&s, ENTITY_session, session_F_date, &v);
    *ret = s.date;
    return fits;
}

static void record_set__reads_stored_dates(void **state)
{
    (void)state;
    int64_t day;
    assert_true(set_date("2026-11-12", &day));
    assert_int_equal(day, date_of(2026, 11, 12));
    assert_true(set_date("2028-02-29", &day));
    assert_int_equal(day, date_of(2028, 2, 29));
}

/* Files come from outside: dashes anywhere must neither be read as a date nor lead past the parts. */
static void record_set__refuses_anything_that_only_looks_like_a_date(void **state)
{
    static const char *const wrong[] = {"2026-02-30", "2026-13-01", "2-26-11-12", "----------", "-026-11-12",
                                        "2026-1--12", "2026-11-1",  "2026-11-123", "2026/11/12", "2026-1a-12"};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        int64_t day = 0;
        assert_false(set_date(wrong[i], &day));
        assert_int_equal(day, NONE);
    }
}

static void record_get__gives_back_what_record_set_took(void **state)
{
    (void)state;
    struct participant p;
    char scratch[DATE_TEXT];
    struct value name = value_text("Karsinah"), sex = value_text(dict_enum_code(ENUMSET_sex, 0));
    record_init(&p, ENTITY_participant);
    assert_true(record_set(&p, ENTITY_participant, participant_F_name, &name));
    assert_true(record_set(&p, ENTITY_participant, participant_F_sex, &sex));
    struct value got = record_get(&p, ENTITY_participant, participant_F_name, scratch);
    assert_true(value_eq(&got, &name));
    got = record_get(&p, ENTITY_participant, participant_F_sex, scratch);
    assert_true(value_eq(&got, &sex));
    struct value wrong = value_int(0);
    assert_false(record_set(&p, ENTITY_participant, participant_F_sex, &wrong));
    got = record_get(&p, ENTITY_participant, participant_F_sex, scratch);
    assert_int_equal(got.type, VALUE_NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(record_set__reads_stored_dates),
        cmocka_unit_test(record_set__refuses_anything_that_only_looks_like_a_date),
        cmocka_unit_test(record_get__gives_back_what_record_set_took),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
