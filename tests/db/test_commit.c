/* A disk that refuses: what the store says is what the file holds. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

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

static int64_t count_notes(struct box *b, struct store *s)
{
    int64_t n = 0;
    n = box_count(b, s, ENTITY_contribution);
    return n;
}

/* Moved, renamed, deleted, or another file in its place: a name is all that people have of a file. */
static void commit__waits_for_a_file_that_has_gone(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", "Rina"), *reader = NULL;
    assert_ok(b, store_open_beside(s, &reader, &b->e));
    add_note(b, s, "sebelumnya");
    char *here = strdup(box_path(b, "a.fkp")), *there = strdup(box_path(b, "b.fkp")), *copy = strdup(box_path(b, "c.fkp"));
    struct group g = box_group(b, "add");
    struct id row = id_new(clock_now(&b->clock));
    bool done = false;
    assert_int_equal(rename(here, there), 0);
    assert_err(b, ERR_IO, try_note(b, s, &g, &row, &done));
    assert_non_null(strstr(b->e.text, "tidak ada lagi"));
    assert_ok(b, store_copy(reader, copy, false, NULL, &b->e)); /* what is stored can still be saved */
    FILE *other = fopen(here, "w"); /* a file of this name, but not this file */
    fclose(other);
    assert_err(b, ERR_IO, try_note(b, s, &g, &row, &done));
    assert_int_equal(rename(there, here), 0);
    assert_ok(b, try_note(b, s, &g, &row, &done));
    store_close(reader);
    store_close(s);
    assert_true(is_stored(b, "a.fkp", &row));
    assert_false(is_stored(b, "c.fkp", &row));
    s = box_open(b, "c.fkp", "Rina");
    assert_int_equal(count_notes(b, s), 1);
    store_close(s);
    free(here);
    free(there);
    free(copy);
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

static int64_t size_of(struct box *b, const char *name)
{
    struct stat st;
    return stat(box_path(b, name), &st) == 0 ? (int64_t)st.st_size : -1;
}

/* With room ahead, commits do not make the log longer; what a kill leaves behind is read as ever. */
static void room__commits_overwrite_what_is_there(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", "Rina"), *other = NULL;
    store_tidy(s); /* before there is any log */
    add_note(b, s, "pertama");
    store_tidy(s);
    int64_t room = size_of(b, "a.fkp-wal");
    assert_true(room > 1000000);
    for (int i = 0; i < 20; i++)
        add_note(b, s, "berikutnya");
    store_tidy(s);
    assert_int_equal(size_of(b, "a.fkp-wal"), room);
    box_copy(b, "a.fkp", "mati.fkp");
    box_copy(b, "a.fkp-wal", "mati.fkp-wal");
    other = box_open(b, "mati.fkp", "Doni");
    assert_int_equal(count_notes(b, other), 21);
    struct verify_report r;
    assert_ok(b, store_verify(other, b->a, &r, &b->e));
    assert_true(r.sound);
    store_close(other);
    store_close(s);
    assert_int_equal(size_of(b, "a.fkp-wal"), -1); /* one plain file again */
    s = box_open(b, "a.fkp", "Rina");
    assert_int_equal(count_notes(b, s), 21);
    store_close(s);
}

/* A log of zeros alone, as a kill after the first tidying leaves it. */
static void room__alone_is_an_empty_log(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", "Rina"), *reader = NULL;
    assert_ok(b, store_open_beside(s, &reader, &b->e));
    assert_int_equal(count_notes(b, reader), 0);
    store_tidy(s);
    assert_true(size_of(b, "a.fkp-wal") > 1000000);
    box_copy(b, "a.fkp", "mati.fkp");
    box_copy(b, "a.fkp-wal", "mati.fkp-wal");
    store_close(reader);
    store_close(s);
    s = box_open(b, "mati.fkp", "Doni");
    add_note(b, s, "pertama");
    store_close(s);
    s = box_open(b, "mati.fkp", "Doni");
    assert_int_equal(count_notes(b, s), 1);
    store_close(s);
}

static void room__is_given_back_when_the_disk_is_full(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", "Rina");
    add_note(b, s, "pertama");
    int64_t before = size_of(b, "a.fkp-wal");
    struct fault_plan p = FAULT_NONE;
    p.full_after = 500000;
    faultvfs_set(&p);
    store_tidy(s);
    heal();
    assert_int_equal(size_of(b, "a.fkp-wal"), before);
    add_note(b, s, "kedua");
    assert_int_equal(count_notes(b, s), 2);
    store_close(s);
}

/* The log is copied into the file while nobody waits, and begins anew. */
static void room__a_long_log_begins_anew(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", "Rina");
    int64_t longest = 0;
    for (int i = 0; i < 600; i++) {
        add_note(b, s, "catatan");
        store_tidy(s);
        longest = size_of(b, "a.fkp-wal") > longest ? size_of(b, "a.fkp-wal") : longest;
    }
    assert_true(longest < 6000000);
    struct fault_plan calm = FAULT_NONE;
    faultvfs_set(&calm);
    add_note(b, s, "catatan");
    assert_int_equal(faultvfs_syncs(), 1);
    store_close(s);
    s = box_open(b, "a.fkp", "Rina");
    assert_int_equal(count_notes(b, s), 601);
    store_close(s);
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
        T(commit__waits_for_a_file_that_has_gone),
        T(commit__refused_stays_refused_after_a_crash),
        T(room__commits_overwrite_what_is_there),
        T(room__alone_is_an_empty_log),
        T(room__is_given_back_when_the_disk_is_full),
        T(room__a_long_log_begins_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
