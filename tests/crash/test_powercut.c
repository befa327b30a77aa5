/* A power cut after every commit: only what was synced survives. Everything that was called stored must be there, once,
 * and the file must be sound. With MUFAKAT_CONTROL=no-sync the disk drops every sync, as for a program that never
 * syncs: then this test must fail (docs/HACKING.md). */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/crash/sandbox.h"
#include "tests/faultvfs/faultvfs.h"

enum { ENTRIES = 60 };

static void assert_all_there(const char *folder, int stored)
{
    const char *revived = sandbox_path("revived");
    sandbox_copy_folder(folder, revived);
    struct app *a = session_open(sandbox_path("revived/day.fkp"));
    for (int n = 1; n <= stored; n++)
        if (session_count(a, n) != 1)
            fail_msg("after a cut behind entry %d: entry %d is there %d times", stored, n, session_count(a, n));
    session_assert_sound(a);
    app_close(a);
}

static void power_cut__loses_nothing_that_was_called_stored(void **state)
{
    (void)state;
    const char *control = getenv("MUFAKAT_CONTROL");
    struct fault_plan plan = FAULT_NONE;
    struct fault_plan calm = FAULT_NONE; /* a healthy disk: the session is made on it, and looked at after each cut */
    sandbox_make();
    assert_int_equal(mkdir(sandbox_path("live"), 0700), 0);
    faultvfs_install(&calm);
    app_close(session_make(sandbox_path("live/day.fkp")));
    sandbox_copy_folder(sandbox_path("live"), sandbox_path("shadow"));
    plan.shadow = sandbox_path("shadow");
    plan.drop_sync = control && strcmp(control, "no-sync") == 0;
    faultvfs_set(&plan);

    struct app *a = session_open(sandbox_path("live/day.fkp"));
    for (int n = 1; n <= ENTRIES; n++) {
        struct answer answer;
        app_post(a, session_entry(a, n));
        app_drain(a);
        assert_true(app_take_answer(a, &answer));
        assert_int_equal(answer.err.code, ERR_NONE);
        job_free(answer.job);
        faultvfs_set(&calm);
        assert_all_there(plan.shadow, n);
        faultvfs_set(&plan);
    }
    app_close(a);
    sandbox_remove();
}

static void storing_an_entry__costs_one_sync(void **state)
{
    (void)state;
    struct fault_plan plan = FAULT_NONE;
    sandbox_make();
    faultvfs_install(&plan);
    struct app *a = session_make(sandbox_path("day.fkp"));
    int with_room = 0;
    for (int n = 1; n <= 20; n++) {
        faultvfs_set(&plan);
        app_post(a, session_entry(a, n));
        app_drain(a);
        /* behind the first one, when it has been answered, room is made in the log for the next twenty or so */
        assert_in_range(faultvfs_syncs(), 1, 2);
        with_room += faultvfs_syncs() == 2;
        struct answer answer;
        assert_true(app_take_answer(a, &answer));
        job_free(answer.job);
    }
    assert_in_range(with_room, 1, 2);
    app_close(a);
    sandbox_remove();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(power_cut__loses_nothing_that_was_called_stored),
        cmocka_unit_test(storing_an_entry__costs_one_sync),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
