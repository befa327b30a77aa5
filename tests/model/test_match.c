#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "model/match.h"
#include "tests/model/forum.h"

struct find_case {
    const char *typed;
    const char *numbers; /* expected, best first */
};

static const struct find_case cases[] = {
    {"lumba", "11"},
    {"LUMBA", "11"},
    {"lu", "2 11"}, /* Luh by name before Lumba by organisation */
    {"marf", "11 25"},
    {"ode", "11"},
    {"su", "3 7 20"},
    {"sutrisno", "7"},
    {"pak sutrisno", "7"},
    {"Bapak  Sutrisno", "7"},
    {"pak", ""},
    {"muara", "16 10"}, /* the office itself before somebody from there; nobody named so */
    {"camat", "16"},
    {"muara padu", "16 10"},
    {"kec muara", "10 16"},
    {"i ketut", "9"},
    {"i", ""},
    {"k", ""},
    {"élise", "25"},
    {"elise", "25"},
    {"maruf", "25"},
    {"ma'ruf", "25"},
    {"m.si", "1 10 24"}, /* one-letter words count beside longer ones */
    {"dr", "14 1"},      /* dr. is a whole word, Drs. only begins so */
    {"tirta", "14 20 25"},
    {"rsud tirta", "14"},
    {"sitti muara", "10"},
    {"sitti lumba", ""},
    {"solusi", ""},
    {"", ""},
    {"7", "7"},
    {"24", "24"},
    {"8", ""},
    {"99999999999999999999", ""},
    {"...", ""}};

static const char *numbers_of(const struct match_hits *h, char out[200])
{
    size_t n = 0;
    out[0] = '\0';
    for (size_t i = 0; i < h->n; i++)
        n += (size_t)snprintf(out + n, 200 - n, "%s%lld", i ? " " : "",
                              (long long)h->v[i].person->number);
    return out;
}

static void match_find__finds_two_letters_of_any_word_best_first(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct matcher *m = match_new(a, forum_participants(a), FORUM_PEOPLE);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char got[200];
        struct match_hits h = match_find(m, cases[i].typed, a);
        if (strcmp(numbers_of(&h, got), cases[i].numbers) != 0)
            fail_msg("'%s': found %s, expected %s", cases[i].typed, got, cases[i].numbers);
    }
    arena_free(a);
}

static void match_find__finds_people_by_what_they_are_called(void **state)
{
    (void)state;
    static const struct find_case called[] = {
        {"yanti", "7"}, {"bu yanti", "7"}, {"Bu Yan", "7"}, {"mak ti", "7"}, {"bu", ""}, {"sutrisno yanti", "7"},
        {"kades", "9 16"}, {"pak", ""}};
    struct arena *a = arena_new();
    struct participant *v = forum_participants(a);
    char got[200];
    v[3].other_names = "Bu Yanti; Mak Ti";
    v[4].other_names = "Kades";
    v[8].other_names = "Pak Kades"; /* an office nobody came for */
    struct matcher *m = match_new(a, v, FORUM_PEOPLE);
    for (size_t i = 0; i < sizeof called / sizeof called[0]; i++) {
        struct match_hits h = match_find(m, called[i].typed, a);
        if (strcmp(numbers_of(&h, got), called[i].numbers) != 0)
            fail_msg("'%s': found %s, expected %s", called[i].typed, got, called[i].numbers);
    }
    arena_free(a);
}

static void match_find_here__leaves_out_who_is_not_here(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    char got[200];
    struct matcher *m = match_new(a, forum_participants(a), FORUM_PEOPLE);
    struct match_hits h = match_find_here(m, "marf", a);
    assert_string_equal(numbers_of(&h, got), "11");
    arena_free(a);
}

static void match_find__puts_the_present_first(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct participant *v = forum_participants(a);
    v[0].attendance = ATTENDANCE_BELUM;
    char got[200];
    struct match_hits h = match_find(match_new(a, v, 3), "disdukcapil", a);
    assert_string_equal(numbers_of(&h, got), "2 3 1");
    arena_free(a);
}

static void match_words__shows_the_office_when_there_is_no_person(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct participant *v = forum_participants(a);
    assert_string_equal(match_words(&v[6], a), "11 La Ode Marfin, Desa Pesisir Lumba");
    assert_string_equal(match_words(&v[8], a), "16 Camat Muara Padu, Kecamatan Muara Padu");
    v[8].number = NONE;
    v[8].invited_as = v[8].organization = NULL;
    assert_string_equal(match_words(&v[8], a), "-");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(match_find__finds_two_letters_of_any_word_best_first),
        cmocka_unit_test(match_find__finds_people_by_what_they_are_called),
        cmocka_unit_test(match_find_here__leaves_out_who_is_not_here),
        cmocka_unit_test(match_find__puts_the_present_first),
        cmocka_unit_test(match_words__shows_the_office_when_there_is_no_person),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
