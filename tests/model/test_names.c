#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "model/names.h"
#include "tests/model/one_arena.h"

static void names_split__finds_titles_in_every_sloppy_form(void **state)
{
    (void)state;
    static const struct {
        const char *printed, *front, *core, *back;
    } v[] = {
        {"Drs. Wiratma Kusnandar, M.Si.", "Drs.", "Wiratma Kusnandar", "M.Si."},
        {"Drs Wiratma Kusnandar M.Si", "Drs", "Wiratma Kusnandar", "M.Si"},
        {"Ni Luh Saraswita Paramesti, S.STP., M.A.P.", "", "Ni Luh Saraswita Paramesti",
         "S.STP., M.A.P."},
        {"Bambang Suryolelono,SH", "", "Bambang Suryolelono", "SH"},
        {"Prof. Dr. Ir. Haryo Seno Prabaswara, M.P.A.", "Prof. Dr. Ir.", "Haryo Seno Prabaswara",
         "M.P.A."},
        {"Prof.Dr.Ir.Haryo Seno", "Prof.Dr.Ir.", "Haryo Seno", ""},
        {"Dr. dr. Aurelia Mandasari, M.Kes., Sp.A(K)", "Dr. dr.", "Aurelia Mandasari",
         "M.Kes., Sp.A(K)"},
        {"Dr. Lusiana Panggabean, SH.,MH", "Dr.", "Lusiana Panggabean", "SH.,MH"},
        {"H. Mukhlis Abdurrasyid, S.Ag., M.H.", "H.", "Mukhlis Abdurrasyid", "S.Ag., M.H."},
        {"Ust. Fathur Rahman Lubis, Lc.", "Ust.", "Fathur Rahman Lubis", "Lc."},
        {"K.H. Abdul Karim", "K.H.", "Abdul Karim", ""},
        {"K. H. Abdul Karim", "K. H.", "Abdul Karim", ""},
        {"KH Abdul Karim", "KH", "Abdul Karim", ""},
        {"Drs. H.M. Yusuf Salim", "Drs. H.", "M. Yusuf Salim", ""},
        {"Letkol Inf. Surya Wardana, S.I.P.", "Letkol Inf.", "Surya Wardana", "S.I.P."},
        {"AKP Tegar Laksono", "AKP", "Tegar Laksono", ""},
        {"R. Soemantri", "R.", "Soemantri", ""},
        {"Ibu Karsinah", "Ibu", "Karsinah", ""},
        {"Rini Astuti A.Md.Keb", "", "Rini Astuti", "A.Md.Keb"},
        {"Rini Astuti ST. M.M", "", "Rini Astuti", "ST. M.M"},
        {"Rini Astuti S. Sos", "", "Rini Astuti", "S. Sos"},
        {"Rini Astuti SE MM", "", "Rini Astuti", "SE MM"},
        {"Rini Astuti Skom", "", "Rini Astuti", "Skom"},
        {"Budi S.Xyz.", "", "Budi", "S.Xyz."},
        {"Nur\xE2\x80\x99"
         "aini Rahmawati, A.Md.Keb",
         "",
         "Nur\xE2\x80\x99"
         "aini Rahmawati",
         "A.Md.Keb"},
    };
    for (size_t i = 0; i < sizeof v / sizeof v[0]; i++) {
        struct name_parts p = names_split(v[i].printed, a);
        assert_string_equal(p.core, v[i].core);
        assert_string_equal(p.front, v[i].front);
        assert_string_equal(p.back, v[i].back);
    }
}

static void names_split__leaves_names_that_look_like_titles(void **state)
{
    (void)state;
    static const char *const names[] = {
        "Sutrisno",
        "I Ketut Warsana",
        "I Gusti Ngurah Arya",
        "Ni Made Rai",
        "Ida Bagus Oka",
        "Anak Agung Rai",
        "La Ode Marfin",
        "Wa Ode Sarina",
        "Andi Batari",
        "Raden Kusuma",
        "Gede Pradnyana",
        "Budi S.",
        "Yohanes Mayor",
        "Bruno Mars",
        "Lie Ma",
        "Dra",
        "H.",
        "Drs.",
        "Prof. Dr.",
        "Se Hun",
        "Rr Wulan",
        "R Soemantri",
        "Rukmini Daeng Tasara",
        "Ma'ruf Amanu",
        "Maria Goreti",
        "Dr",
        "SH",
        "St. Aminah",
        "Muhammad A.",
        "",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct name_parts p = names_split(names[i], a);
        assert_string_equal(p.core, names[i]);
        assert_string_equal(p.front, "");
        assert_string_equal(p.back, "");
    }
    assert_string_equal(names_split(NULL, a).core, "");
    assert_string_equal(names_split(", S.H.", a).core, ", S.H.");
}

static void names_key__is_equal_for_the_same_person(void **state)
{
    (void)state;
    static const char *const same[][2] = {
        {"Drs Wiratma Kusnandar M.Si", "Drs. WIRATMA KUSNANDAR, M.Si"},
        {"Drs Wiratma Kusnandar M.Si", "Wiratma Kusnandar"},
        {"SUTRISNO", "Sutrisno"},
        {"Ibu Karsinah", "Karsinah"},
        {"Nur\xE2\x80\x99"
         "aini Rahmawati, A.Md.Keb",
         "Nur'aini RAHMAWATI"},
        {"Nur\xE2\x80\x99"
         "aini Rahmawati",
         "Nuraini Rahmawati"},
        {"Drs.H.M.Yusuf", "M. Yusuf"},
        {"H. Abdul-Rahman (Alm.)", "Abdul Rahman"},
        {"dr. Aurelia Mandasari, M.Kes", "Dr. Aurelia  Mandasari M.Kes."},
        {"BAMBANG SURYOLELONO SH", "Bambang Suryolelono, S.H."},
        {"\xC3\x89lan Praya", "Elan Praya"},
    };
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
        assert_string_equal(names_key(same[i][0], a), names_key(same[i][1], a));
    assert_string_equal(names_key("Drs Wiratma Kusnandar M.Si", a), "wiratma kusnandar");
    assert_string_equal(names_key("Prof. Dr. Ir. Haryo Seno Prabaswara, M.P.A.", a),
                        "haryo seno prabaswara");
    assert_string_equal(names_key("I Ketut Warsana", a), "i ketut warsana");
    assert_string_equal(names_key(NULL, a), "");
}

static void names_key__differs_for_different_people(void **state)
{
    (void)state;
    static const char *const other[][2] = {{"Ni Made Rai", "I Made Rai"},
                                           {"La Ode Marfin", "Marfin"},
                                           {"Andi Batari", "Batari"},
                                           {"Budi S.", "Budi"},
                                           {"Siti Aminah", "Siti Aminah Lestari"}};
    for (size_t i = 0; i < sizeof other / sizeof other[0]; i++)
        assert_string_not_equal(names_key(other[i][0], a), names_key(other[i][1], a));
}

static void names_tidy__offers_well_written_titles(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *tidy;
    } v[] = {
        {"Drs Wiratma Kusnandar M.Si", "Drs. Wiratma Kusnandar, M.Si."},
        {"Drs. WIRATMA KUSNANDAR, M.Si", "Drs. WIRATMA KUSNANDAR, M.Si."},
        {"Bambang Suryolelono,SH", "Bambang Suryolelono, S.H."},
        {"Dr. Lusiana Panggabean, SH.,MH", "Dr. Lusiana Panggabean, S.H., M.H."},
        {"Rini Astuti ST. M.M", "Rini Astuti, S.T., M.M."},
        {"Rini Astuti,S.Sos.,M.Si.", "Rini Astuti, S.Sos., M.Si."},
        {"Rini Astuti, S. Sos, M. Si", "Rini Astuti, S.Sos., M.Si."},
        {"KH Abdul Karim, Lc", "K.H. Abdul Karim, Lc."},
        {"Prof.Dr.Ir.Haryo Seno, MPA", "Prof. Dr. Ir. Haryo Seno, M.P.A."},
        {"dr Aurelia Mandasari, M.Kes", "dr. Aurelia Mandasari, M.Kes."},
        {"Dr Aurelia Mandasari", "Dr. Aurelia Mandasari"},
        {"AKP Tegar Laksono,SH", "AKP Tegar Laksono, S.H."},
        {"Sari Dewi, Ketua RT 05", NULL},
        {"Sari Dewi,Ketua RT 05", "Sari Dewi, Ketua RT 05"},
        {"Ibu Karsinah", NULL},
        {"Sutrisno", NULL},
        {"I Ketut Warsana", NULL},
        {"Drs. Wiratma Kusnandar, M.Si.", NULL},
        {"Ni Luh Saraswita Paramesti, S.STP., M.A.P.", NULL},
        {"", NULL},
        {NULL, NULL},
    };
    for (size_t i = 0; i < sizeof v / sizeof v[0]; i++) {
        const char *got = names_tidy(v[i].typed, a);
        if (v[i].tidy)
            assert_string_equal(got ? got : "(nothing)", v[i].tidy);
        else
            assert_null(got);
    }
}

static void names_tidy__has_nothing_left_to_say_about_its_own_result(void **state)
{
    (void)state;
    static const char *const typed[] = {"Drs Wiratma Kusnandar M.Si",
                                        "Dr. Lusiana Panggabean, SH.,MH", "KH Abdul Karim, Lc",
                                        "Rini Astuti SE MM", "Ners Budi, S.Kep Ns"};
    for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++) {
        const char *once = names_tidy(typed[i], a);
        assert_non_null(once);
        assert_null(names_tidy(once, a));
        assert_string_equal(names_key(once, a), names_key(typed[i], a));
    }
}

static void names__survive_any_bytes(void **state)
{
    (void)state;
    static const char alphabet[] = "SHMDrks.., ()'\xC3\xA9\xff KHIi";
    uint32_t seed = 7;
    for (int round = 0; round < 20000; round++) {
        char s[28];
        size_t n = seed % (sizeof s - 1);
        for (size_t i = 0; i < n; i++) {
            seed = seed * 1664525u + 1013904223u;
            s[i] = alphabet[(seed >> 16) % (sizeof alphabet - 1)];
        }
        s[n] = '\0';
        seed += 12345;
        struct name_parts p = names_split(s, a);
        assert_non_null(p.front);
        assert_non_null(p.back);
        assert_non_null(names_key(s, a));
        const char *tidy = names_tidy(s, a);
        assert_true(tidy == NULL || strcmp(tidy, s) != 0);
        arena_reset(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_split__finds_titles_in_every_sloppy_form),
        cmocka_unit_test(names_split__leaves_names_that_look_like_titles),
        cmocka_unit_test(names_key__is_equal_for_the_same_person),
        cmocka_unit_test(names_key__differs_for_different_people),
        cmocka_unit_test(names_tidy__offers_well_written_titles),
        cmocka_unit_test(names_tidy__has_nothing_left_to_say_about_its_own_result),
        cmocka_unit_test(names__survive_any_bytes),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
