/* What is signed on the day: berita acara in its four variants, attendance lists, paper kit of the
 * practice session, whole. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "app/set_field.h"
#include "tests/app/practice.h"

static void set(struct fixture *f, int field, const char *text)
{
    struct job *j;
    struct set_field_args *x = set_field_job(f->app, &j);
    x->entity = ENTITY_session;
    x->row = ID_NONE;
    x->field = field;
    x->typed = true;
    x->text = job_text(j, text);
    fixture_do(f, j);
}

struct setting {
    int field; /* 0 ends: the theme is never set here */
    const char *text;
};

struct one_paper {
    const char *name, *code;
    struct setting with[4];
};

static void check_all(struct fixture *f, const struct one_paper *v, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; v[i].with[k].field; k++)
            set(f, v[i].with[k].field, v[i].with[k].text);
        practice_check_paper(f, v[i].name, v[i].code, PRIVACY_ARSIP);
        practice_check_paper(f, v[i].name, v[i].code, PRIVACY_PUBLIKASI);
        for (size_t k = 0; v[i].with[k].field; k++)
            set(f, v[i].with[k].field, NULL);
    }
}

static void practice__berita_acara_in_every_variant(void **state)
{
    static const struct one_paper v[] = {
        {"berita-acara", "berita-acara", {{0}}},
        {"berita-acara-annexes",
         "berita-acara",
         {{session_F_with_objections, "ya"}, {session_F_with_positions, "ya"}}},
        {"berita-acara-b",
         "berita-acara",
         {{session_F_ba_variant, "b"},
          {session_F_with_objections, "ya"},
          {session_F_with_positions, "ya"}}},
        {"berita-acara-c",
         "berita-acara",
         {{session_F_ba_variant, "c"},
          {session_F_with_status, "ya"},
          {session_F_with_component, "ya"}}},
        {"berita-acara-d", "berita-acara", {{session_F_ba_variant, "d"}}},
    };
    check_all(*state, v, sizeof v / sizeof *v);
}

static void practice__attendance_in_every_column_set(void **state)
{
    static const struct one_paper v[] = {
        {"daftar-hadir", "daftar-hadir", {{0}}},
        {"daftar-hadir-h2", "daftar-hadir", {{session_F_attendance_form, "h2"}}},
        {"daftar-hadir-h3", "daftar-hadir", {{session_F_attendance_form, "h3"}}},
        {"daftar-hadir-h4", "daftar-hadir", {{session_F_attendance_form, "h4"}}},
    };
    check_all(*state, v, sizeof v / sizeof *v);
}

static void practice__paper_kit(void **state)
{
    static const struct one_paper v[] = {
        {"kit-hadir", "kit-hadir", {{0}}},
        {"kit-suara", "kit-suara", {{0}}},
        {"kit-berita-acara", "kit-berita-acara", {{0}}},
        {"kit-berita-acara-b", "kit-berita-acara", {{session_F_ba_variant, "b"}}},
    };
    check_all(*state, v, sizeof v / sizeof *v);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, fixture_practice_setup, fixture_teardown)
    const struct CMUnitTest tests[] = {
        T(practice__berita_acara_in_every_variant),
        T(practice__attendance_in_every_column_set),
        T(practice__paper_kit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
