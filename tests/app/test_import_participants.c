/* The messy list of the practice session, taken into a session file. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/import_participants.h"
#include "app/read.h"
#include "app/read_csv.h"
#include "app/undo.h"

struct place {
    char dir[200], path[300];
    struct app *app;
    struct arena *a;
    struct sheet sheet;
};

static void must(enum err_code code, const struct err *e)
{
    if (code != ERR_NONE)
        fail_msg("%s: %s (%s)", err_name(code), e->text, e->detail);
}

static int set_up(void **state)
{
    struct place *p = calloc(1, sizeof *p);
    struct err e = {0};
    char csv[1000];
    snprintf(p->dir, sizeof p->dir, "%s/mufakat-import-XXXXXX",
             getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
    assert_non_null(mkdtemp(p->dir));
    snprintf(p->path, sizeof p->path, "%s/sesi.fkp", p->dir);
    snprintf(csv, sizeof csv, "%s/data/contoh-undangan.csv", getenv("MUFAKAT_SRCDIR"));
    p->a = arena_new();
    struct new_session in = {.theme = "Tema",
                             .unit = "Disdukcapil",
                             .place = "Aula",
                             .date = date_of(2026, 11, 12),
                             .start_time = 510,
                             .zone = ZONE_WITA};
    struct app_options o = {.person = "penguji", .clock = clock_fixed(1794443400000)};
    must(app_create(p->path, &in, &o, &p->app, &e), &e);
    must(csv_read_file(csv, false, p->a, &p->sheet, NULL, &e), &e);
    *state = p;
    return 0;
}

static int tear_down(void **state)
{
    struct place *p = *state;
    app_close(p->app);
    unlink(p->path);
    assert_int_equal(rmdir(p->dir), 0); /* nothing else was left behind */
    arena_free(p->a);
    free(p);
    return 0;
}

static enum err_code import(struct place *p, const struct people_answer *v, size_t n,
                            struct people_plan *ret, unsigned *ret_touched, struct err *e)
{
    struct job *j = job_new(p->app, "import_participants", import_participants);
    struct import_args *x = job_args(j, sizeof *x);
    x->sheet = p->sheet;
    x->answers = v;
    x->n_answers = n;
    enum err_code code = app_run(p->app, j, ret_touched, e);
    if (code == ERR_NONE) { /* the counts outlive the job */
        *ret = x->done;
        ret->v = NULL;
    }
    job_free(j);
    return code;
}

static size_t people(struct place *p, struct participant **ret)
{
    struct err e = {0};
    size_t n;
    must(read_rows(p->app, ENTITY_participant, p->a, ret, &n, &e), &e);
    return n;
}

static size_t groups(struct place *p)
{
    struct err e = {0};
    struct history_group *v;
    size_t n;
    must(read_history(p->app, &ID_NONE, 100, p->a, &v, &n, &e), &e);
    return n;
}

static void import_plan__shows_and_changes_nothing(void **state)
{
    struct place *p = *state;
    struct people_plan plan;
    struct participant *v;
    struct err e = {0};
    size_t before = groups(p);
    must(import_plan(p->app, &p->sheet, NULL, 0, p->a, &plan, &e), &e);
    assert_int_equal(plan.n_by_action[PEOPLE_NEW], 26);
    assert_int_equal(people(p, &v), 0);
    assert_int_equal(groups(p), before);
}

static void import_participants__stores_the_list_in_its_order(void **state)
{
    struct place *p = *state;
    struct people_plan plan;
    struct participant *v;
    struct err e = {0};
    unsigned touched = 0;
    must(import(p, NULL, 0, &plan, &touched, &e), &e);
    assert_int_equal(touched, BIT(participant));
    assert_int_equal(people(p, &v), 26);
    for (int i = 0; i < 26; i++)
        assert_int_equal(v[i].number, i + 1);
    assert_string_equal(v[0].name, "Drs. WIRATMA KUSNANDAR, M.Si");
    assert_string_equal(v[0].phone, "+6281200000001");
    assert_string_equal(v[0].phone_raw, "81200000001");
    assert_null(v[15].name);
    assert_string_equal(v[15].invited_as, "Camat Muara Padu");
    assert_true(v[5].unsur == NONE); /* asked, not answered */
    assert_string_equal(v[9].phone_raw, "8,12E+10");
    assert_null(v[9].phone);
    assert_string_equal(v[20].need, "juru bahasa isyarat");
    assert_string_equal(v[25].name, "Nur’aini Rahmawati, A.Md.Keb");
    assert_int_equal(v[25].attendance, ATTENDANCE_TIDAK);
    assert_int_equal(v[0].attendance, ATTENDANCE_BELUM);
    assert_true(v[0].role == ROLE_PESERTA && IS_SET(v[0].invited));
}

static void import_participants__writes_nothing_the_second_time(void **state)
{
    struct place *p = *state;
    struct people_plan plan;
    struct participant *v;
    struct err e = {0};
    unsigned touched = 0;
    must(import(p, NULL, 0, &plan, NULL, &e), &e);
    size_t before = groups(p);
    must(import(p, NULL, 0, &plan, &touched, &e), &e);
    assert_int_equal(touched, 0);
    assert_int_equal(plan.n_by_action[PEOPLE_SAME], 26);
    assert_int_equal(plan.n_by_action[PEOPLE_NEW] + plan.n_by_action[PEOPLE_CHANGE], 0);
    assert_int_equal(people(p, &v), 26);
    assert_int_equal(groups(p), before);
}

static void import_participants__takes_answers_given_later(void **state)
{
    struct place *p = *state;
    struct people_plan plan;
    struct participant *v;
    struct err e = {0};
    must(import(p, NULL, 0, &plan, NULL, &e), &e);
    const struct people_answer answers[] = {{.line = 10, .unsur = UNSUR_PENYELENGGARA},
                                            {.line = 23, .unsur = NONE, .take_name = true}};
    must(import(p, answers, 2, &plan, NULL, &e), &e);
    assert_int_equal(plan.n_by_action[PEOPLE_CHANGE], 2);
    assert_int_equal(people(p, &v), 26);
    assert_int_equal(v[5].unsur, UNSUR_PENYELENGGARA);
    assert_string_equal(v[17].name, "Prof. Dr. Ir. Haryo Seno Prabaswara, M.P.A");
    assert_string_equal(v[17].invited_as, "Rektor Universitas Tirta Mandala");
}

static void import_participants__is_undone_in_one_step(void **state)
{
    struct place *p = *state;
    struct people_plan plan;
    struct participant *v;
    struct err e = {0};
    struct job *j;
    must(import(p, NULL, 0, &plan, NULL, &e), &e);
    undo_job(p->app, &j);
    must(app_run(p->app, j, NULL, &e), &e);
    job_free(j);
    assert_int_equal(people(p, &v), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(import_plan__shows_and_changes_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(import_participants__stores_the_list_in_its_order, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(import_participants__writes_nothing_the_second_time, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(import_participants__takes_answers_given_later, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(import_participants__is_undone_in_one_step, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
