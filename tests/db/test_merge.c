/* Diverged copies of one session: merging, conflicts, settling. */
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
#include "tests/db/naive.h"

/* --- helpers --- */

static void merge(struct box *b, struct store *s, const char *other, struct merge_result *r)
{
    assert_ok(b, store_merge(s, box_path(b, other), r, &b->e));
}

static void assert_sound(struct box *b, struct store *s)
{
    struct verify_report r;
    assert_ok(b, store_verify(s, b->a, &r, &b->e));
    if (!r.sound)
        fail_msg("%s", r.v[0].text);
}

static const char *name_of(struct box *b, struct store *s, const struct id *p)
{
    struct participant row;
    assert_ok(b, store_load(s, ENTITY_participant, p, b->a, &row, &b->e));
    return IS_SET(row.deleted) ? "(deleted)" : row.name;
}

static size_t conflicts(struct box *b, struct store *s, struct conflict **v)
{
    size_t n = 0;
    assert_ok(b, store_conflicts(s, b->a, v, &n, &b->e));
    return n;
}

/* One person "Sari" in a.fkp, and a byte copy b.fkp. */
static struct id two_copies(struct box *b)
{
    struct store *s = box_create(b, "a.fkp", "Rina");
    struct id p = add_person(b, s, "Sari");
    store_close(s);
    box_copy(b, "a.fkp", "b.fkp");
    return p;
}

static void edit(struct box *b, const char *file, const struct id *p, int f, const char *text)
{
    struct store *s = box_open(b, file, file);
    put_text(b, s, ENTITY_participant, p, f, text);
    store_close(s);
}

/* --- single cases --- */

static void merge__takes_what_the_other_has(void **state)
{
    struct box *b = *state;
    struct merge_result r;
    struct id p = two_copies(b);
    edit(b, "a.fkp", &p, participant_F_phone, "0812-0000-0001");
    edit(b, "b.fkp", &p, participant_F_organization, "RSUD");
    struct store *s = box_open(b, "a.fkp", "Rina");
    merge(b, s, "b.fkp", &r);
    assert_int_equal(r.added, 1);
    assert_int_equal(r.touched, BIT(participant));
    struct participant row;
    assert_ok(b, store_load(s, ENTITY_participant, &p, b->a, &row, &b->e));
    assert_string_equal(row.phone, "0812-0000-0001");
    assert_string_equal(row.organization, "RSUD");
    struct conflict *v;
    assert_int_equal(conflicts(b, s, &v), 0); /* different fields of one row do not collide */
    merge(b, s, "b.fkp", &r);
    assert_int_equal(r.added, 0);
    assert_sound(b, s);
    store_close(s);
}

static void conflict__is_listed_and_settled(void **state)
{
    struct box *b = *state;
    struct merge_result r;
    struct conflict *v;
    struct id p = two_copies(b);
    edit(b, "a.fkp", &p, participant_F_name, "Sari A");
    edit(b, "b.fkp", &p, participant_F_name, "Sari B"); /* later */
    struct store *s = box_open(b, "a.fkp", "Rina");
    merge(b, s, "b.fkp", &r);
    assert_int_equal(conflicts(b, s, &v), 1);
    assert_int_equal(v[0].n, 2);
    assert_string_equal(v[0].heads[0].value.p, "Sari B");
    assert_string_equal(v[0].heads[0].person, "b.fkp");
    assert_string_equal(v[0].heads[1].value.p, "Sari A");
    assert_string_equal(name_of(b, s, &p), "Sari B");
    /* an ordinary edit of what is shown leaves the rival standing */
    put_text(b, s, ENTITY_participant, &p, participant_F_name, "Sari B2");
    assert_int_equal(conflicts(b, s, &v), 1);
    struct group g = box_group(b, "settle");
    bool done;
    struct value chosen = value_text("Sari A");
    g.kind = GROUP_SETTLE;
    assert_ok(b, store_begin(s, &g, &done, &b->e));
    assert_ok(b, store_settle(s, ENTITY_participant, &p, participant_F_name, &chosen, &b->e));
    commit(b, s);
    assert_int_equal(conflicts(b, s, &v), 0);
    assert_string_equal(name_of(b, s, &p), "Sari A");
    /* and it stays settled through the next edit */
    put_text(b, s, ENTITY_participant, &p, participant_F_name, "Sari A.");
    assert_int_equal(conflicts(b, s, &v), 0);
    assert_sound(b, s);
    store_close(s);
    /* the other copy learns of it */
    s = box_open(b, "b.fkp", "Doni");
    merge(b, s, "a.fkp", &r);
    assert_int_equal(conflicts(b, s, &v), 0);
    assert_string_equal(name_of(b, s, &p), "Sari A.");
    store_close(s);
}

static void conflict__going_back_is_no_rival(void **state)
{
    struct box *b = *state;
    struct merge_result r;
    struct conflict *v;
    struct id p = two_copies(b);
    edit(b, "b.fkp", &p, participant_F_name, "Sari B");
    edit(b, "a.fkp", &p, participant_F_name, "Sari A");
    edit(b, "a.fkp", &p, participant_F_name,
         "Sari"); /* back to what both knew, and the latest of all */
    struct store *s = box_open(b, "a.fkp", "Rina");
    merge(b, s, "b.fkp", &r);
    assert_int_equal(conflicts(b, s, &v), 0);
    assert_string_equal(name_of(b, s, &p), "Sari B");
    store_close(s);
}

static void conflict__same_value_on_both_sides_is_none(void **state)
{
    struct box *b = *state;
    struct merge_result r;
    struct conflict *v;
    struct id p = two_copies(b);
    edit(b, "a.fkp", &p, participant_F_name, "Sari Utami");
    edit(b, "b.fkp", &p, participant_F_name, "Sari Utami");
    struct store *s = box_open(b, "a.fkp", "Rina");
    merge(b, s, "b.fkp", &r);
    assert_int_equal(conflicts(b, s, &v), 0);
    put_text(b, s, ENTITY_participant, &p, participant_F_name, "Sari U.");
    assert_int_equal(conflicts(b, s, &v), 0);
    store_close(s);
}

static void delete_person(struct box *b, const char *file, const struct id *p)
{
    struct store *s = box_open(b, file, file);
    begin(b, s, "delete");
    set_int(b, s, ENTITY_participant, p, participant_F_deleted, 1);
    commit(b, s);
    store_close(s);
}

/* Both orders in time: the edit before the deletion and after it. */
static void conflict__deletion_against_an_unseen_edit(void **state)
{
    struct box *b = *state;
    for (int order = 0; order < 2; order++) {
        struct merge_result r;
        struct conflict *v;
        struct id p;
        remove(box_path(b, "a.fkp"));
        p = two_copies(b);
        if (order)
            delete_person(b, "b.fkp", &p);
        edit(b, "a.fkp", &p, participant_F_organization, "RSUD");
        if (!order)
            delete_person(b, "b.fkp", &p);
        struct store *s = box_open(b, "a.fkp", "Rina");
        merge(b, s, "b.fkp", &r);
        assert_string_equal(name_of(b, s, &p), "Sari"); /* stays visible */
        assert_int_equal(conflicts(b, s, &v), 1);
        assert_int_equal(v[0].field, participant_F_deleted);
        assert_int_equal(v[0].n, 2);
        assert_int_equal(v[0].heads[0].value.type, VALUE_NULL);
        assert_string_equal(v[0].heads[0].person, "a.fkp");
        assert_int_equal(v[0].heads[1].value.i, 1);
        struct group g = box_group(b, "settle");
        bool done;
        struct value yes = value_int(1);
        g.kind = GROUP_SETTLE;
        assert_ok(b, store_begin(s, &g, &done, &b->e));
        assert_ok(b, store_settle(s, ENTITY_participant, &p, participant_F_deleted, &yes, &b->e));
        commit(b, s);
        assert_int_equal(conflicts(b, s, &v), 0);
        assert_string_equal(name_of(b, s, &p), "(deleted)");
        assert_sound(b, s);
        store_close(s);
    }
}

static void merge__refuses_what_is_not_a_copy(void **state)
{
    struct box *b = *state;
    struct merge_result r = {7, 7};
    struct id p = two_copies(b);
    struct store *s = box_create(b, "lain.fkp", "Tono");
    store_close(s);
    box_write(b, "teks.fkp", "bukan sesi", 10);
    s = box_open(b, "a.fkp", "Rina");
    assert_err(b, ERR_INPUT, store_merge(s, box_path(b, "lain.fkp"), &r, &b->e));
    assert_non_null(strstr(b->e.text, "sesi lain"));
    assert_err(b, ERR_INPUT, store_merge(s, box_path(b, "teks.fkp"), &r, &b->e));
    assert_err(b, ERR_INPUT, store_merge(s, box_path(b, "a.fkp"), &r, &b->e));
    assert_err(b, ERR_NOTFOUND, store_merge(s, box_path(b, "tiada.fkp"), &r, &b->e));
    assert_int_equal(r.added, 7);
    store_close(s);
    /* two laptops that continue one run's chain differently: only by tampering */
    s = box_open(b, "b.fkp", "Doni");
    put_text(b, s, ENTITY_participant, &p, participant_F_name, "Sari X");
    store_close(s);
    box_copy(b, "b.fkp", "c.fkp");
    box_sql(
        b, "c.fkp",
        "DROP TRIGGER change_no_update; UPDATE change SET value = 'Sari Y' WHERE value = 'Sari X'");
    s = box_open(b, "b.fkp", "Doni");
    assert_err(b, ERR_CORRUPT, store_merge(s, box_path(b, "c.fkp"), &r, &b->e));
    assert_string_equal(name_of(b, s, &p), "Sari X");
    store_close(s);
}

/* Same (writer, seq), each file sound in itself: a fork. */
static void merge__refuses_a_fork(void **state)
{
    struct box *b = *state;
    struct merge_result r;
    struct store *s = box_create(b, "a.fkp", "Rina");
    add_person(b, s, "Sari");
    add_person(b, s, "Budi");
    store_close(s);
    box_copy(b, "a.fkp", "b.fkp");
    naive_steal_writer(box_path(b, "b.fkp"));
    s = box_open(b, "a.fkp", "Rina");
    assert_err(b, ERR_CORRUPT, store_merge(s, box_path(b, "b.fkp"), &r, &b->e));
    assert_non_null(strstr(b->e.text, "bercabang"));
    store_close(s);
}

static void merge__keeps_what_a_newer_program_wrote(void **state)
{
    struct box *b = *state;
    struct merge_result r;
    two_copies(b);
    naive_add_unknown(box_path(b, "b.fkp"));
    struct store *s = box_open(b, "a.fkp", "Rina");
    merge(b, s, "b.fkp", &r);
    assert_int_equal(r.added, 2);
    assert_sound(b, s);
    struct log_change *c;
    size_t n, unknown = 0;
    assert_ok(b, store_log_changes(s, b->a, &c, &n, &b->e));
    for (size_t i = 0; i < n; i++)
        unknown += strcmp(c[i].entity, "votes") == 0 || strcmp(c[i].field, "nickname") == 0;
    assert_int_equal(unknown, 2);
    assert_ok(b, store_rebuild(s, &b->e));
    assert_sound(b, s);
    store_close(s);
}

#define T(f) cmocka_unit_test_setup_teardown(f, box_setup, box_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(merge__takes_what_the_other_has),
        T(conflict__is_listed_and_settled),
        T(conflict__going_back_is_no_rival),
        T(conflict__same_value_on_both_sides_is_none),
        T(conflict__deletion_against_an_unseen_edit),
        T(merge__refuses_what_is_not_a_copy),
        T(merge__refuses_a_fork),
        T(merge__keeps_what_a_newer_program_wrote),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
