/* A disk that fails: full, unwritable, unsyncable, at every point of storing an entry. An entry that was called stored is
 * there once; one that was called not stored is not there; sending it again stores it once. */
#include "config.h"

#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/crash/sandbox.h"
#include "tests/faultvfs/faultvfs.h"

static const struct fault_plan calm = {.full_after = -1};

static struct app *fresh(void)
{
    sandbox_make();
    faultvfs_install(&calm);
    return session_make(sandbox_path("day.fkp"));
}

/* Posts entry `n` under `plan`; returns the keeper's answer. */
static struct answer post(struct app *a, int n, const struct fault_plan *plan)
{
    struct answer answer;
    struct job *j = session_entry(a, n);
    faultvfs_set(plan);
    app_post(a, j);
    app_drain(a);
    faultvfs_set(&calm);
    assert_true(app_take_answer(a, &answer));
    return answer;
}

/* What was said must be true in the file as another program sees it, now and after the retry. */
static void assert_told_the_truth(struct app *a, int n, struct answer *answer)
{
    struct app *other = session_open(sandbox_path("day.fkp"));
    assert_int_equal(session_count(other, n), answer->err.code == ERR_NONE ? 1 : 0);
    app_close(other);
    if (answer->err.code == ERR_NONE) {
        job_free(answer->job);
        return;
    }
    assert_true(strlen(answer->err.text) > 20); /* a sentence, not a code */
    app_retry(a, answer->job);
    app_drain(a);
    struct answer again;
    assert_true(app_take_answer(a, &again));
    assert_int_equal(again.err.code, ERR_NONE);
    job_free(again.job);
    assert_int_equal(session_count(a, n), 1);
}

static void sweep(struct fault_plan (*plan_at)(int64_t k), int64_t most)
{
    struct app *a = fresh();
    int failed = 0;
    for (int64_t k = 1; k <= most; k++) {
        struct fault_plan plan = plan_at(k);
        struct answer answer = post(a, (int)k, &plan);
        failed += answer.err.code != ERR_NONE;
        assert_told_the_truth(a, (int)k, &answer);
    }
    assert_true(failed > 0); /* the faults did strike */
    session_assert_sound(a);
    app_close(a);
    sandbox_remove();
}

static struct fault_plan write_fails(int64_t k)
{
    struct fault_plan p = calm;
    p.fail_write_at = k;
    return p;
}

static struct fault_plan one_write_fails(int64_t k)
{
    struct fault_plan p = write_fails(k);
    p.fail_write_times = 1;
    return p;
}

static struct fault_plan sync_fails(int64_t k)
{
    struct fault_plan p = calm;
    p.fail_sync_at = 1 + (k & 1);
    p.fail_sync_times = k % 3;
    return p;
}

static struct fault_plan disk_full(int64_t k)
{
    struct fault_plan p = calm;
    p.full_after = (k - 1) * 1024;
    return p;
}

static void failing_writes__are_told_truly(void **state)
{
    (void)state;
    sweep(write_fails, 30);
}

static void one_failing_write__is_told_truly(void **state)
{
    (void)state;
    sweep(one_write_fails, 30);
}

static void failing_syncs__are_told_truly(void **state)
{
    (void)state;
    sweep(sync_fails, 30);
}

static void full_disk__is_told_truly(void **state)
{
    (void)state;
    sweep(disk_full, 40);
}

static void entries_behind_a_failed_one__are_told_truly(void **state)
{
    (void)state;
    struct app *a = fresh();
    struct fault_plan plan = {.sync_ms = 5, .full_after = 0};
    faultvfs_set(&plan);
    for (int n = 1; n <= 5; n++)
        app_post(a, session_entry(a, n));
    app_drain(a);
    faultvfs_set(&calm);
    struct answer answers[5];
    for (int n = 0; n < 5; n++) {
        assert_true(app_take_answer(a, &answers[n]));
        assert_int_equal(answers[n].err.code, ERR_FULL);
    }
    for (int n = 0; n < 5; n++)
        assert_told_the_truth(a, n + 1, &answers[n]);
    app_close(a);
    sandbox_remove();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(failing_writes__are_told_truly),
        cmocka_unit_test(one_failing_write__is_told_truly),
        cmocka_unit_test(failing_syncs__are_told_truly),
        cmocka_unit_test(full_disk__is_told_truly),
        cmocka_unit_test(entries_behind_a_failed_one__are_told_truly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
