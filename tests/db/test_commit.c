/* A disk that refuses: what the store says is what the file holds. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "model/records.h"
#include "tests/db/fixture.h"
#include "tests/faultvfs/faultvfs.h"

static void heal(void)
{
    struct fault_plan none = FAULT_NONE;
    faultvfs_set(&none);
}

/* One note in one group; the group is given so that it can be sent again. */
static enum err_code try_note(struct box *b, struct store *s, const struct group *g,
                              const struct id *row, bool *done)
{
    struct value v = value_text("Antrean obat terlalu lama");
    *done = false;
    enum err_code rc = store_begin(s, g, done, &b->e);
    if (rc || *done)
        return rc;
    rc = store_set(s, ENTITY_contribution, row, contribution_F_text, &v, NULL, &b->e);
    if (rc) {
        store_rollback(s);
        return rc;
    }
    return store_commit(s, NULL, &b->e);
}

static bool is_stored(struct box *b, const char *file, const struct id *row)
{
    struct contribution c;
    struct store *s = box_open(b, file, "pemeriksa");
    enum err_code rc = store_load(s, ENTITY_contribution, row, b->a, &c, &b->e);
    struct verify_report r;
    assert_ok(b, store_verify(s, b->a, &r, &b->e));
    if (!r.sound)
        fail_msg("%s", r.v[0].text);
    store_close(s);
    return rc == ERR_NONE;
}

/* Fails with the plan, then checks the word given against the file, then sends the same group
 * again. */
static void refuse_once(struct box *b, const struct fault_plan *plan, int *refused)
{
    struct store *s = box_create(b, "a.fkp", "Rina");
    add_person(b, s, "Sari");
    struct group g = box_group(b, "add");
    struct id row = id_new(clock_now(&b->clock));
    bool done = false;
    faultvfs_set(plan);
    enum err_code rc = try_note(b, s, &g, &row, &done);
    heal();
    if (rc) {
        (*refused)++;
        assert_non_null(strstr(b->e.text, "tersimpan"));
        /* not there now, in this connection and beside it */
        struct store *reader = NULL;
        struct contribution c;
        bool unsure = strstr(b->e.text, "dipastikan") != NULL;
        assert_ok(b, store_open_beside(s, &reader, &b->e));
        if (!unsure)
            assert_err(b, ERR_NOTFOUND,
                       store_load(reader, ENTITY_contribution, &row, b->a, &c, &b->e));
        store_close(reader);
        assert_ok(b, try_note(b, s, &g, &row, &done)); /* Enter again: once, not twice */
    }
    add_note(b, s, "dan seterusnya"); /* the chain goes on */
    store_close(s);
    assert_true(is_stored(b, "a.fkp", &row));
    remove(box_path(b, "a.fkp"));
}

static void commit__tells_the_truth_when_a_sync_fails(void **state)
{
    struct box *b = *state;
    int refused = 0;
    for (int64_t at = 1; at <= 4; at++)
        for (int64_t times = 0; times <= 2; times++) {
            struct fault_plan p = FAULT_NONE;
            p.fail_sync_at = at;
            p.fail_sync_times = times;
            refuse_once(b, &p, &refused);
        }
    assert_true(refused > 0);
}

static void commit__tells_the_truth_when_a_write_fails(void **state)
{
    struct box *b = *state;
    int refused = 0;
    for (int64_t at = 1; at <= 12; at++)
        for (int64_t times = 0; times <= 1; times++) {
            struct fault_plan p = FAULT_NONE;
            p.fail_write_at = at;
            p.fail_write_times = times;
            refuse_once(b, &p, &refused);
        }
    assert_true(refused > 0);
}

static void commit__tells_the_truth_when_the_disk_is_full(void **state)
{
    struct box *b = *state;
    int refused = 0;
    for (int64_t left = 0; left < 40000; left += 3000) {
        struct fault_plan p = FAULT_NONE;
        p.full_after = left;
        refuse_once(b, &p, &refused);
    }
    assert_true(refused > 0);
}

/* Said to be refused and then killed: what was said must still be true for whoever opens the file
 * next. A reader is there as in the program, so that closing the writer does not tidy up the log.
 */
static void commit__refused_stays_refused_after_a_crash(void **state)
{
    struct box *b = *state;
    int refused = 0;
    for (int64_t at = 1; at <= 2; at++) {
        struct store *s = box_create(b, "a.fkp", "Rina"), *reader = NULL;
        add_person(b, s, "Sari");
        assert_ok(b, store_open_beside(s, &reader, &b->e));
        assert_int_not_equal(store_data_version(reader), 0);
        struct group g = box_group(b, "add");
        struct id row = id_new(clock_now(&b->clock));
        bool done = false;
        struct fault_plan p = FAULT_NONE;
        p.fail_sync_at = at;
        p.fail_sync_times = 1;
        faultvfs_set(&p);
        enum err_code rc = try_note(b, s, &g, &row, &done);
        heal();
        /* the files as a kill at this moment would leave them */
        box_copy(b, "a.fkp", "mati.fkp");
        box_copy(b, "a.fkp-wal", "mati.fkp-wal");
        assert_int_equal(is_stored(b, "mati.fkp", &row), rc == ERR_NONE);
        refused += rc != ERR_NONE;
        store_close(reader);
        store_close(s);
        remove(box_path(b, "a.fkp"));
        remove(box_path(b, "mati.fkp"));
    }
    assert_true(refused > 0);
}

#define T(f) cmocka_unit_test_setup_teardown(f, box_setup, box_teardown)

int main(void)
{
    struct fault_plan none = FAULT_NONE;
    faultvfs_install(&none);
    const struct CMUnitTest tests[] = {
        T(commit__tells_the_truth_when_a_sync_fails),
        T(commit__tells_the_truth_when_a_write_fails),
        T(commit__tells_the_truth_when_the_disk_is_full),
        T(commit__refused_stays_refused_after_a_crash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
