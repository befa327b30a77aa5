#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/coverage.h"

static struct participant person(int64_t unsur, int64_t sex, int64_t role, int64_t attendance)
{
    struct participant p;
    record_init(&p, ENTITY_participant);
    p.unsur = unsur;
    p.sex = sex;
    p.role = role;
    p.attendance = attendance;
    return p;
}

static void coverage__counts_only_present_participants(void **state)
{
    (void)state;
    const struct participant v[] = {
        person(UNSUR_PENYELENGGARA, SEX_L, ROLE_PESERTA, ATTENDANCE_HADIR),
        person(UNSUR_PENGGUNA, SEX_P, ROLE_PESERTA, ATTENDANCE_HADIR),
        person(UNSUR_PENGGUNA, NONE, ROLE_PESERTA, ATTENDANCE_HADIR),
        person(UNSUR_OMS, SEX_L, ROLE_PESERTA, ATTENDANCE_DIWAKILI),
        person(UNSUR_MEDIA, SEX_L, ROLE_PESERTA, ATTENDANCE_TIDAK),
        person(UNSUR_AHLI, SEX_L, ROLE_FASILITATOR, ATTENDANCE_HADIR),
        person(NONE, SEX_L, ROLE_PESERTA, ATTENDANCE_HADIR),
        person(UNSUR_STAKEHOLDER, SEX_L, ROLE_PESERTA, NONE),
    };
    struct coverage c = coverage_of(v, sizeof v / sizeof *v);
    assert_int_equal(c.present, 4);
    assert_int_equal(c.unsur, 2);
    assert_int_equal(c.masyarakat, 1);
    assert_int_equal(c.by_unsur[UNSUR_PENGGUNA], 2);
    assert_int_equal(c.by_unsur[COVERAGE_OTHER], 1);
    assert_int_equal(c.count[UNSUR_PENGGUNA][SEX_P], 1);
    assert_int_equal(c.count[UNSUR_PENGGUNA][COVERAGE_UNKNOWN], 1);
    assert_int_equal(c.by_sex[SEX_L], 2);
}

static void coverage__names_what_is_missing(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct participant v[unsur_COUNT];
    for (int u = 0; u < unsur_COUNT; u++)
        v[u] = person(u, SEX_P, ROLE_PESERTA, ATTENDANCE_HADIR);
    struct coverage c = coverage_of(v, unsur_COUNT);
    assert_int_equal(c.masyarakat, COVERAGE_MAX);
    assert_int_equal(c.unsur, 6);
    assert_string_equal(coverage_missing_words(&c, a), "");
    v[UNSUR_MEDIA].attendance = ATTENDANCE_BELUM;
    v[UNSUR_AHLI].attendance = ATTENDANCE_TIDAK;
    c = coverage_of(v, unsur_COUNT);
    enum unsur_value missing[COVERAGE_MAX];
    assert_int_equal(coverage_missing(&c, missing), 2);
    assert_int_equal(missing[0], UNSUR_AHLI);
    assert_string_equal(coverage_missing_words(&c, a), "ahli/praktisi, media massa");
    c = coverage_of(NULL, 0);
    assert_int_equal(coverage_missing(&c, missing), COVERAGE_MAX);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(coverage__counts_only_present_participants),
        cmocka_unit_test(coverage__names_what_is_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
