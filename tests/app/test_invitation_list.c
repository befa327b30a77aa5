/* The messy list of the practice session, with the result that it must give
 * (data/contoh-undangan.csv). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/read_csv.h"

struct list {
    struct arena *a;
    struct sheet sheet;
    struct csv_info info;
    struct people_plan plan;
};

static struct list list_read(const struct participant *existing, size_t n,
                             const struct people_answer *answers, size_t n_answers)
{
    struct list l = {.a = arena_new()};
    struct err e = {0};
    char path[1000];
    snprintf(path, sizeof path, "%s/data/contoh-undangan.csv", getenv("MUFAKAT_SRCDIR"));
    if (csv_read_file(path, false, l.a, &l.sheet, &l.info, &e) != ERR_NONE ||
        people_plan(&l.sheet, existing, n, answers, n_answers, l.a, &l.plan, &e) != ERR_NONE)
        fail_msg("%s", e.text);
    return l;
}

/* The row that stands in line `line` of the file. */
static const struct people_row *at(const struct list *l, size_t line)
{
    assert_true(line >= 1 && line <= l->plan.n && l->plan.v[line - 1].line == line);
    return &l->plan.v[line - 1];
}

/* Lines of the file by the number in its first column; 24 stands twice. */
static size_t line_of(int no)
{
    return (size_t)(no <= 6 ? 4 + no : no <= 24 ? 5 + no : 6 + no);
}
#define LINE_24B 30u

static void list__is_read_as_windows_1252_with_semicolons(void **state)
{
    (void)state;
    struct list l = list_read(NULL, 0, NULL, 0);
    assert_string_equal(l.info.encoding, "Windows-1252");
    assert_int_equal(l.info.delimiter, ';');
    assert_int_equal(l.sheet.n, 33);
    assert_string_equal(l.sheet.v[1].cells[0], "DISDUKCAPIL KAB. TIRTA MANDALA – TAHUN 2026");
    assert_string_equal(at(&l, line_of(26))->p.name, "Nur’aini Rahmawati, A.Md.Keb");
    arena_free(l.a);
}

static void list__finds_the_header_and_skips_what_is_no_person(void **state)
{
    (void)state;
    struct list l = list_read(NULL, 0, NULL, 0);
    assert_int_equal(l.plan.header_line, 4);
    static const struct {
        size_t line;
        const char *reason;
    } skipped[] = {{1, "judul di atas tabel"}, {2, "judul di atas tabel"},   {3, "baris kosong"},
                   {4, "nama-nama kolom"},     {11, "baris judul kelompok"}, {33, "baris jumlah"}};
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(at(&l, skipped[i].line)->action, PEOPLE_SKIP);
        assert_string_equal(at(&l, skipped[i].line)->reason, skipped[i].reason);
    }
    assert_int_equal(l.plan.n_by_action[PEOPLE_SKIP], 6);
    assert_int_equal(l.plan.n_by_action[PEOPLE_NEW], 26);
    assert_int_equal(l.plan.n_by_action[PEOPLE_ASK], 1);
    assert_string_equal(
        people_plan_words(&l.plan, l.a),
        "26 baru, 0 sama, 0 ubah, 6 dilewati, 1 belum dimasukkan; 6 baris perlu ditanyakan");
    arena_free(l.a);
}

static void list__keeps_names_as_typed_and_offers_tidier_ones(void **state)
{
    (void)state;
    struct list l = list_read(NULL, 0, NULL, 0);
    static const struct {
        int no;
        const char *name;
    } names[] = {{1, "Drs. WIRATMA KUSNANDAR, M.Si"},
                 {3, "Bambang Suryolelono,SH"},
                 {12, "Ibu Karsinah"},
                 {14, "dr. Aurelia Mandasari, M.Kes"},
                 {17, "Andi Batari Malebbi, S.Kom., M.T."},
                 {19, "Dr. Lusiana Panggabean, SH.,MH"}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        assert_string_equal(at(&l, line_of(names[i].no))->p.name, names[i].name);
    assert_string_equal(at(&l, line_of(3))->print_name, "Bambang Suryolelono, S.H.");
    assert_string_equal(at(&l, line_of(19))->print_name, "Dr. Lusiana Panggabean, S.H., M.H.");
    assert_null(at(&l, line_of(7))->print_name);
    arena_free(l.a);
}

static void list__reads_every_way_of_writing_a_phone(void **state)
{
    (void)state;
    struct list l = list_read(NULL, 0, NULL, 0);
    static const int same[] = {1,  2,  3,  4,  5,  6,  7,  8,  9,  13, 14,
                               15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 26};
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        char want[20];
        snprintf(want, sizeof want, "+6281200000%03d", same[i]);
        assert_string_equal(at(&l, line_of(same[i]))->p.phone, want);
    }
    assert_string_equal(at(&l, line_of(6))->p.phone_raw, "'081200000006");
    assert_string_equal(at(&l, line_of(4))->p.note, "HP lain: (0300) 000171");
    for (int no = 10; no <= 12; no++)
        assert_null(at(&l, line_of(no))->p.phone);
    assert_true(at(&l, line_of(10))->asks & PEOPLE_ASK_PHONE);
    assert_non_null(strstr(at(&l, line_of(10))->reason, "nomor rusak, tanyakan"));
    assert_false(at(&l, line_of(11))->asks & PEOPLE_ASK_PHONE);
    assert_false(at(&l, line_of(12))->asks & PEOPLE_ASK_PHONE);
    arena_free(l.a);
}

static void list__proposes_the_duplicate_and_does_not_merge_it(void **state)
{
    (void)state;
    struct list l = list_read(NULL, 0, NULL, 0);
    const struct people_row *r = at(&l, LINE_24B);
    assert_int_equal(r->action, PEOPLE_ASK);
    assert_int_equal(r->asks & PEOPLE_ASK_DUPLICATE, PEOPLE_ASK_DUPLICATE);
    assert_int_equal(r->like_row, line_of(1));
    assert_string_equal(r->p.note, "dobel");
    arena_free(l.a);
}

static void list__sees_offices_without_a_person(void **state)
{
    (void)state;
    struct list l = list_read(NULL, 0, NULL, 0);
    static const struct {
        int no;
        const char *office, *proposed;
    } offices[] = {
        {16, "Camat Muara Padu", NULL},
        {18, "Rektor Universitas Tirta Mandala", "Prof. Dr. Ir. Haryo Seno Prabaswara, M.P.A"},
        {25, "Ketua DPRD", NULL}};
    for (size_t i = 0; i < 3; i++) {
        const struct people_row *r = at(&l, line_of(offices[i].no));
        assert_null(r->p.name);
        assert_string_equal(r->p.invited_as, offices[i].office);
        assert_int_equal(r->action, PEOPLE_NEW);
        if (offices[i].proposed) {
            assert_string_equal(r->proposed_name, offices[i].proposed);
            assert_true(r->asks & PEOPLE_ASK_PERSON);
        } else {
            assert_null(r->proposed_name);
        }
    }
    size_t nameless = 0;
    for (size_t i = 0; i < l.plan.n; i++)
        nameless += l.plan.v[i].action == PEOPLE_NEW && !l.plan.v[i].p.name;
    assert_int_equal(nameless, 3);
    arena_free(l.a);
}

static void list__reads_sex_and_leaves_the_missing_empty(void **state)
{
    (void)state;
    struct list l = list_read(NULL, 0, NULL, 0);
    static const int missing[] = {10, 16, 18, 25};
    for (size_t i = 0; i < 4; i++)
        assert_true(at(&l, line_of(missing[i]))->p.sex == NONE);
    assert_int_equal(at(&l, line_of(3))->p.sex, SEX_L);
    assert_int_equal(at(&l, line_of(4))->p.sex, SEX_P);
    assert_int_equal(at(&l, line_of(11))->p.sex, SEX_L);
    arena_free(l.a);
}

static void list__maps_unsur_and_asks_the_ambiguous(void **state)
{
    (void)state;
    struct list l = list_read(NULL, 0, NULL, 0);
    static const struct {
        int no;
        int64_t unsur;
    } mapped[] = {{1, UNSUR_PENYELENGGARA}, {7, UNSUR_PENGGUNA},     {8, UNSUR_PENGGUNA},
                  {14, UNSUR_STAKEHOLDER},  {15, UNSUR_STAKEHOLDER}, {18, UNSUR_AHLI},
                  {19, UNSUR_AHLI},         {20, UNSUR_OMS},         {21, UNSUR_OMS},
                  {23, UNSUR_MEDIA},        {24, UNSUR_MEDIA},       {26, UNSUR_STAKEHOLDER}};
    for (size_t i = 0; i < sizeof mapped / sizeof mapped[0]; i++)
        assert_int_equal(at(&l, line_of(mapped[i].no))->p.unsur, mapped[i].unsur);
    static const struct {
        int no;
        int64_t a, b;
    } asked[] = {{6, UNSUR_PENYELENGGARA, UNSUR_STAKEHOLDER},
                 {17, UNSUR_PENYELENGGARA, UNSUR_STAKEHOLDER},
                 {22, UNSUR_PENGGUNA, UNSUR_OMS},
                 {10, UNSUR_PENGGUNA, NONE}}; /* blank; the section above suggests users */
    for (size_t i = 0; i < 4; i++) {
        const struct people_row *r = at(&l, line_of(asked[i].no));
        assert_true(r->asks & PEOPLE_ASK_UNSUR);
        assert_true(r->p.unsur == NONE);
        assert_true(r->unsur_choices[0] == asked[i].a && r->unsur_choices[1] == asked[i].b);
    }
    arena_free(l.a);
}

static void list__notes_who_is_not_coming_and_what_somebody_needs(void **state)
{
    (void)state;
    struct list l = list_read(NULL, 0, NULL, 0);
    for (int no = 1; no <= 26; no++) {
        const struct people_row *r = at(&l, line_of(no));
        assert_int_equal(r->p.invited, 1);
        assert_int_equal(r->p.attendance, no >= 25 ? ATTENDANCE_TIDAK : ATTENDANCE_BELUM);
    }
    assert_string_equal(at(&l, line_of(21))->p.need, "juru bahasa isyarat");
    assert_null(at(&l, line_of(21))->p.note);
    arena_free(l.a);
}

/* What the facilitator answers in the practice. */
static const struct people_answer *answers(size_t *n)
{
    static struct people_answer v[5];
    v[0] = (struct people_answer){.line = line_of(6), .unsur = UNSUR_PENYELENGGARA};
    v[1] = (struct people_answer){.line = line_of(10), .unsur = UNSUR_PENGGUNA};
    v[2] = (struct people_answer){.line = line_of(17), .unsur = UNSUR_STAKEHOLDER};
    v[3] = (struct people_answer){.line = line_of(22), .unsur = UNSUR_OMS};
    v[4] = (struct people_answer){.line = line_of(18), .unsur = NONE, .take_name = true};
    *n = 5;
    return v;
}

/* The participants after the plan was applied, numbers in the order of the file. */
static struct participant *applied(const struct people_plan *p, struct arena *a, size_t *ret_n)
{
    struct participant *v = ARENA_ARRAY(a, struct participant, p->n);
    size_t n = 0;
    for (size_t i = 0; i < p->n; i++)
        if (p->v[i].action == PEOPLE_NEW) {
            v[n] = p->v[i].p;
            v[n].id.b[0] = 1;
            v[n].id.b[15] = (uint8_t)(n + 1);
            v[n].number = (int64_t)n + 1;
            n++;
        }
    *ret_n = n;
    return v;
}

static void list__gives_the_clean_counts_after_confirmation(void **state)
{
    (void)state;
    size_t n_answers, n;
    const struct people_answer *v = answers(&n_answers);
    struct list l = list_read(NULL, 0, v, n_answers);
    struct participant *people = applied(&l.plan, l.a, &n);
    assert_int_equal(n, 26);
    assert_string_equal(people[17].name, "Prof. Dr. Ir. Haryo Seno Prabaswara, M.P.A");
    assert_string_equal(people[17].invited_as, "Rektor Universitas Tirta Mandala");
    /* on the day: everybody else came; the camat's name and four missing L/P were filled in at the
     * desk */
    people[15].name = "Ferdinandus Lebu, S.STP.";
    people[15].sex = people[17].sex = SEX_L;
    people[9].sex = SEX_P;
    int64_t unsur[unsur_COUNT] = {0}, sex[sex_COUNT] = {0}, present = 0;
    for (size_t i = 0; i < n; i++) {
        if (people[i].attendance == ATTENDANCE_TIDAK)
            continue;
        present++;
        unsur[people[i].unsur]++;
        sex[people[i].sex]++;
    }
    assert_int_equal(present, 24);
    assert_int_equal(unsur[UNSUR_PENYELENGGARA], 6);
    assert_int_equal(unsur[UNSUR_PENGGUNA], 7);
    assert_int_equal(unsur[UNSUR_STAKEHOLDER], 4);
    assert_int_equal(unsur[UNSUR_AHLI], 2);
    assert_int_equal(unsur[UNSUR_OMS], 3);
    assert_int_equal(unsur[UNSUR_MEDIA], 2);
    assert_int_equal(sex[SEX_L], 13);
    assert_int_equal(sex[SEX_P], 11);
    arena_free(l.a);
}

static void check_nothing_new(const struct participant *people, size_t n,
                              const struct people_answer *v, size_t n_answers)
{
    struct list again = list_read(people, n, v, n_answers);
    for (size_t i = 0; i < again.plan.n; i++)
        if (again.plan.v[i].action == PEOPLE_NEW || again.plan.v[i].action == PEOPLE_CHANGE)
            fail_msg("line %zu would be %s: %s", again.plan.v[i].line,
                     people_action_words(again.plan.v[i].action), again.plan.v[i].reason);
    assert_int_equal(again.plan.n_by_action[PEOPLE_SAME], 26);
    assert_int_equal(again.plan.n_by_action[PEOPLE_ASK], 1);
    arena_free(again.a);
}

static void list__changes_nothing_when_read_twice(void **state)
{
    (void)state;
    size_t n_answers, n;
    const struct people_answer *v = answers(&n_answers);
    struct list l = list_read(NULL, 0, v, n_answers);
    struct participant *people = applied(&l.plan, l.a, &n);
    check_nothing_new(people, n, v, n_answers);
    check_nothing_new(people, n, NULL, 0); /* the answers are in the session now */
    struct list bare = list_read(NULL, 0, NULL, 0);
    struct participant *unanswered = applied(&bare.plan, bare.a, &n);
    check_nothing_new(unanswered, n, NULL, 0);
    arena_free(bare.a);
    arena_free(l.a);
}

static void list__fills_gaps_later_and_never_overwrites(void **state)
{
    (void)state;
    size_t n_answers, n;
    const struct people_answer *v = answers(&n_answers);
    struct list l = list_read(NULL, 0, NULL, 0);
    struct participant *people = applied(&l.plan, l.a, &n);
    people[6].phone = NULL;            /* forgotten in the session */
    people[7].phone = "+628999999999"; /* corrected in the session */
    struct list again = list_read(people, n, v, n_answers);
    const struct people_row *r = at(&again, line_of(7));
    assert_int_equal(r->action, PEOPLE_CHANGE);
    assert_true(r->fields == UINT64_C(1) << participant_F_phone);
    assert_true(id_eq(&r->p.id, &people[6].id));
    r = at(&again, line_of(8));
    assert_int_equal(r->action, PEOPLE_SAME);
    assert_int_equal(r->asks, PEOPLE_ASK_DIFFERS);
    assert_string_equal(r->differs, "No. HP");
    r = at(&again, line_of(6)); /* asked the first time, answered now */
    assert_int_equal(r->action, PEOPLE_CHANGE);
    assert_true(r->fields == UINT64_C(1) << participant_F_unsur);
    r = at(&again, line_of(18));
    assert_int_equal(r->action, PEOPLE_CHANGE);
    assert_true(r->fields & UINT64_C(1) << participant_F_name);
    arena_free(again.a);
    struct people_answer file_is_right = {.line = line_of(8), .unsur = NONE, .take_file = true};
    again = list_read(people, n, &file_is_right, 1);
    r = at(&again, line_of(8));
    assert_int_equal(r->action, PEOPLE_CHANGE);
    assert_string_equal(r->p.phone, "+6281200000008");
    arena_free(again.a);
    arena_free(l.a);
}

static void list__adds_a_namesake_when_told_so(void **state)
{
    (void)state;
    struct people_answer other = {.line = LINE_24B, .unsur = NONE, .not_duplicate = true};
    struct list l = list_read(NULL, 0, &other, 1);
    size_t n;
    assert_int_equal(l.plan.n_by_action[PEOPLE_NEW], 27);
    struct participant *people = applied(&l.plan, l.a, &n);
    struct list again = list_read(people, n, NULL, 0); /* both are known now */
    assert_int_equal(again.plan.n_by_action[PEOPLE_SAME], 27);
    arena_free(again.a);
    arena_free(l.a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(list__is_read_as_windows_1252_with_semicolons),
        cmocka_unit_test(list__finds_the_header_and_skips_what_is_no_person),
        cmocka_unit_test(list__keeps_names_as_typed_and_offers_tidier_ones),
        cmocka_unit_test(list__reads_every_way_of_writing_a_phone),
        cmocka_unit_test(list__proposes_the_duplicate_and_does_not_merge_it),
        cmocka_unit_test(list__sees_offices_without_a_person),
        cmocka_unit_test(list__reads_sex_and_leaves_the_missing_empty),
        cmocka_unit_test(list__maps_unsur_and_asks_the_ambiguous),
        cmocka_unit_test(list__notes_who_is_not_coming_and_what_somebody_needs),
        cmocka_unit_test(list__gives_the_clean_counts_after_confirmation),
        cmocka_unit_test(list__changes_nothing_when_read_twice),
        cmocka_unit_test(list__fills_gaps_later_and_never_overwrites),
        cmocka_unit_test(list__adds_a_namesake_when_told_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
