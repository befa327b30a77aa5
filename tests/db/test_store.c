/* Writing, reading, drafts, blobs: the everyday side of the store. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "tests/db/fixture.h"
#include "model/records.h"

static void store__gives_back_what_was_set(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", "Rina");
    struct id p = add_person(b, s, "Sari Utami"), agenda = id_new(clock_now(&b->clock));
    struct id session = store_session_id(s);
    begin(b, s, "many");
    set_text(b, s, ENTITY_agenda, &agenda, agenda_F_title, "Diskusi");
    set_ref(b, s, ENTITY_session, &session, session_F_current_agenda, &agenda);
    set_text(b, s, ENTITY_session, &session, session_F_date, "2026-11-12");
    set_text(b, s, ENTITY_participant, &p, participant_F_unsur, "media");
    unsigned touched = 0;
    assert_ok(b, store_commit(s, &touched, &b->e));
    assert_int_equal(touched, BIT(agenda) | BIT(session) | BIT(participant));
    store_close(s);

    s = box_open(b, "a.fkp", "Rina");
    struct dossier *d = NULL;
    assert_ok(b, store_load_dossier(s, b->a, &d, &b->e));
    assert_int_equal(d->participant.n, 1);
    assert_string_equal(d->participant.v[0].name, "Sari Utami");
    assert_int_equal(d->participant.v[0].unsur, UNSUR_MEDIA);
    assert_int_equal(d->participant.v[0].number, 1);
    assert_true(id_eq(&dossier_session(d)->current_agenda, &agenda));
    assert_int_equal(dossier_session(d)->date, date_of(2026, 11, 12));
    struct value v;
    assert_ok(b, store_load_value(s, ENTITY_session, &session, session_F_current_agenda, b->a, &v, &b->e));
    assert_true(v.type == VALUE_BLOB && v.n == sizeof agenda && memcmp(v.p, agenda.b, v.n) == 0);
    assert_ok(b, store_load_value(s, ENTITY_session, &session, session_F_place, b->a, &v, &b->e));
    assert_int_equal(v.type, VALUE_NULL);
    assert_ok(b, store_load_value(s, ENTITY_agenda, &p, agenda_F_title, b->a, &v, &b->e)); /* no such row */
    assert_int_equal(v.type, VALUE_NULL);
    assert_true(id_eq(&dossier_session(d)->id, &session));
    store_close(s);
}

static void store__file_is_private(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", NULL);
    add_note(b, s, "isi");
    struct stat st;
    assert_int_equal(stat(box_path(b, "a.fkp"), &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_int_equal(stat(box_path(b, "a.fkp-wal"), &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    store_close(s);
    assert_int_not_equal(stat(box_path(b, "a.fkp-wal"), &st), 0); /* nothing left beside it */
}

static void store__same_group_twice_does_nothing(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", NULL);
    struct group g = begin(b, s, "add");
    struct id row = id_new(1);
    set_text(b, s, ENTITY_issue, &row, issue_F_title, "Antrean");
    commit(b, s);
    bool done = false;
    assert_ok(b, store_begin(s, &g, &done, &b->e));
    assert_true(done);
    struct log_change *c;
    size_t n;
    assert_ok(b, store_log_changes(s, b->a, &c, &n, &b->e));
    assert_int_equal(n, 1);
    /* and the store is free for the next group */
    begin(b, s, "next");
    commit(b, s);
    store_close(s);
}

static void store__equal_value_is_no_change(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", NULL);
    struct id p = add_person(b, s, "Sari");
    struct log_change *c;
    size_t before, after;
    assert_ok(b, store_log_changes(s, b->a, &c, &before, &b->e));
    put_text(b, s, ENTITY_participant, &p, participant_F_name, "Sari");
    assert_ok(b, store_log_changes(s, b->a, &c, &after, &b->e));
    assert_int_equal(before, after);
    store_close(s);
}

static void store__rollback_leaves_nothing(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", NULL);
    struct id row = id_new(1);
    begin(b, s, "add");
    set_text(b, s, ENTITY_issue, &row, issue_F_title, "Antrean");
    store_rollback(s);
    struct issue issue;
    assert_err(b, ERR_NOTFOUND, store_load(s, ENTITY_issue, &row, b->a, &issue, &b->e));
    add_person(b, s, "Sari"); /* the chain goes on as if nothing had been */
    struct log_change *c;
    size_t n;
    assert_ok(b, store_log_changes(s, b->a, &c, &n, &b->e));
    assert_int_equal(n, 2);
    assert_int_equal(c[0].seq, 1);
    store_close(s);
}

static void store__value_changed_since_it_was_shown_is_a_conflict(void **state)
{
    struct box *b = *state;
    struct store *mine = box_create(b, "a.fkp", "Rina");
    struct id p = add_person(b, mine, "Sari");
    put_text(b, mine, ENTITY_participant, &p, participant_F_name, "Sari Utami");
    struct value seen = value_text("Sari"), v = value_text("Sarah");
    begin(b, mine, "edit");
    assert_err(b, ERR_CONFLICT,
               store_set(mine, ENTITY_participant, &p, participant_F_name, &v, &seen, &b->e));
    assert_non_null(strstr(b->e.text, "Rina"));
    store_rollback(mine);
    struct participant now;
    assert_ok(b, store_load(mine, ENTITY_participant, &p, b->a, &now, &b->e));
    assert_string_equal(now.name, "Sari Utami");
    store_close(mine);
}

static void store__row_in_use_is_not_deleted(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", NULL);
    struct id p = add_person(b, s, "Sari"), note = add_note(b, s, "Antre lama");
    struct value yes = value_int(1);
    begin(b, s, "speaker");
    set_ref(b, s, ENTITY_contribution, &note, contribution_F_speaker, &p);
    commit(b, s);
    begin(b, s, "delete");
    assert_ok(b, store_set(s, ENTITY_participant, &p, participant_F_deleted, &yes, NULL, &b->e));
    assert_err(b, ERR_RULE, store_commit(s, NULL, &b->e));
    struct participant row;
    assert_ok(b, store_load(s, ENTITY_participant, &p, b->a, &row, &b->e));
    assert_false(IS_SET(row.deleted));
    /* together with what uses it, in any order */
    begin(b, s, "delete both");
    assert_ok(b, store_set(s, ENTITY_participant, &p, participant_F_deleted, &yes, NULL, &b->e));
    assert_ok(b,
              store_set(s, ENTITY_contribution, &note, contribution_F_deleted, &yes, NULL, &b->e));
    commit(b, s);
    int64_t n = -1;
    n = box_count(b, s, ENTITY_participant);
    assert_int_equal(n, 0);
    /* a deleted row takes no edits and no references */
    struct value text = value_text("lain"), ref = value_ref(&p);
    begin(b, s, "edit");
    assert_err(b, ERR_CONFLICT,
               store_set(s, ENTITY_participant, &p, participant_F_name, &text, NULL, &b->e));
    store_rollback(s);
    struct id other = add_note(b, s, "Lagi");
    begin(b, s, "refer");
    assert_ok(b,
              store_set(s, ENTITY_contribution, &other, contribution_F_speaker, &ref, NULL, &b->e));
    assert_err(b, ERR_RULE, store_commit(s, NULL, &b->e));
    /* the number of a deleted row is not given again */
    add_person(b, s, "Budi");
    struct participant *v;
    size_t count;
    assert_ok(b, store_load_all(s, ENTITY_participant, b->a, &v, &count, &b->e));
    assert_int_equal(count, 1);
    assert_int_equal(v[0].number, 2);
    store_close(s);
}

static void store__reference_to_nothing_is_refused(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", NULL);
    struct id note = add_note(b, s, "isi"), nobody = id_new(5);
    begin(b, s, "refer");
    set_ref(b, s, ENTITY_contribution, &note, contribution_F_speaker, &nobody);
    assert_err(b, ERR_NOTFOUND, store_commit(s, NULL, &b->e));
    store_close(s);
}

static void notes__come_in_pages_oldest_first(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", NULL);
    struct id ids[7], agenda = id_new(1);
    put_text(b, s, ENTITY_agenda, &agenda, agenda_F_title, "Diskusi");
    for (int i = 0; i < 7; i++)
        ids[i] = add_note(b, s, arena_printf(b->a, "catatan %d", i));
    struct contribution *v;
    size_t n;
    assert_ok(b, store_load_notes(s, &ID_NONE, &ID_NONE, 3, b->a, &v, &n, &b->e));
    assert_int_equal(n, 3);
    assert_true(id_eq(&v[0].id, &ids[4]) && id_eq(&v[2].id, &ids[6]));
    assert_ok(b, store_load_notes(s, &ID_NONE, &v[0].id, 10, b->a, &v, &n, &b->e));
    assert_int_equal(n, 4);
    assert_string_equal(v[3].text, "catatan 3");
    begin(b, s, "agenda");
    set_ref(b, s, ENTITY_contribution, &ids[2], contribution_F_agenda, &agenda);
    set_int(b, s, ENTITY_contribution, &ids[2], contribution_F_gap, 1);
    commit(b, s);
    assert_ok(b, store_load_notes(s, &agenda, &ID_NONE, 10, b->a, &v, &n, &b->e));
    assert_int_equal(n, 1);
    struct note_counts c;
    assert_ok(b, store_note_counts(s, &agenda, &c, &b->e));
    assert_int_equal(c.counted, 7);
    assert_int_equal(c.gaps, 1);
    assert_int_equal(c.here_counted, 1);
    assert_int_equal(c.here_gaps, 1);
    assert_ok(b, store_note_counts(s, &ID_NONE, &c, &b->e));
    assert_int_equal(c.here_counted, 0);
    store_close(s);
}

static void notes__are_found_by_words_and_speaker(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", NULL);
    struct id p = add_person(b, s, "Sari Utami");
    struct id one = add_note(b, s, "ANTREAN obat terlalu lama"),
              two = add_note(b, s, "Kursi kurang");
    begin(b, s, "speaker");
    set_ref(b, s, ENTITY_contribution, &two, contribution_F_speaker, &p);
    set_text(b, s, ENTITY_contribution, &two, contribution_F_wording, "Tambah tempat duduk");
    commit(b, s);
    struct contribution *v;
    size_t n;
    assert_ok(b, store_search_notes(s, "antrean", 10, b->a, &v, &n, &b->e));
    assert_int_equal(n, 1);
    assert_true(id_eq(&v[0].id, &one));
    assert_ok(b, store_search_notes(s, "duduk", 10, b->a, &v, &n, &b->e));
    assert_int_equal(n, 1);
    assert_ok(b, store_search_notes(s, "utami", 10, b->a, &v, &n, &b->e));
    assert_int_equal(n, 1);
    assert_true(id_eq(&v[0].id, &two));
    store_close(s);
}

static void speakers__are_those_who_have_said_something(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", NULL);
    struct id sari = add_person(b, s, "Sari Utami"), *v = NULL;
    add_person(b, s, "Tono");
    struct id note = add_note(b, s, "Kursi kurang");
    size_t n = 9;
    assert_ok(b, store_speakers(s, 10, b->a, &v, &n, &b->e));
    assert_int_equal(n, 0);
    begin(b, s, "speaker");
    set_ref(b, s, ENTITY_contribution, &note, contribution_F_speaker, &sari);
    commit(b, s);
    assert_ok(b, store_speakers(s, 10, b->a, &v, &n, &b->e));
    assert_int_equal(n, 1);
    assert_true(id_eq(&v[0], &sari));
    store_close(s);
}

static void drafts__stay_until_emptied(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", NULL);
    struct draft *v;
    size_t n;
    assert_ok(b, store_put_draft(s, "dialog.capture", "Warga mengel", 7, &b->e));
    assert_ok(b, store_put_draft(s, "dialog.capture", "Warga mengeluh", 8, &b->e));
    store_close(s);
    s = box_open(b, "a.fkp", NULL);
    assert_ok(b, store_load_drafts(s, b->a, &v, &n, &b->e));
    assert_int_equal(n, 1);
    assert_string_equal(v[0].text, "Warga mengeluh");
    assert_int_equal(v[0].at, 8);
    assert_ok(b, store_put_draft(s, "dialog.capture", "", 9, &b->e));
    assert_ok(b, store_load_drafts(s, b->a, &v, &n, &b->e));
    assert_int_equal(n, 0);
    store_close(s);
}

static void blobs__come_back_under_their_hash(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", NULL);
    char hex[HASH_HEX];
    struct buf got = BUF_INIT;
    begin(b, s, "picture");
    assert_ok(b, store_put_blob(s, "abc", 3, hex, &b->e));
    assert_ok(b, store_put_blob(s, "abc", 3, hex, &b->e));
    commit(b, s);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_ok(b, store_get_blob(s, hex, &got, &b->e));
    assert_string_equal(buf_str(&got), "abc");
    hex[0] = '0';
    assert_err(b, ERR_NOTFOUND, store_get_blob(s, hex, &got, &b->e));
    char *large = mem_zalloc(STORE_BLOB_LIMIT + 1);
    begin(b, s, "large");
    assert_err(b, ERR_FULL, store_put_blob(s, large, STORE_BLOB_LIMIT + 1, hex, &b->e));
    store_rollback(s);
    free(large);
    buf_done(&got);
    store_close(s);
}

static void beside__sees_commits_and_cannot_write(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", NULL), *reader = NULL;
    assert_ok(b, store_open_beside(s, &reader, &b->e));
    int64_t before = store_data_version(reader), n = -1;
    add_person(b, s, "Sari");
    assert_int_not_equal(before, store_data_version(reader));
    n = box_count(b, reader, ENTITY_participant);
    assert_int_equal(n, 1);
    assert_int_not_equal(store_put_draft(reader, "k", "t", 1, &b->e), ERR_NONE);
    /* a read transaction sees one moment */
    assert_ok(b, store_read_begin(reader, &b->e));
    assert_ok(b, store_read_begin(reader, &b->e));
    n = box_count(b, reader, ENTITY_participant);
    add_person(b, s, "Budi");
    store_read_end(reader);
    n = box_count(b, reader, ENTITY_participant);
    assert_int_equal(n, 1);
    store_read_end(reader);
    n = box_count(b, reader, ENTITY_participant);
    assert_int_equal(n, 2);
    store_close(reader);
    store_close(s);
}

/* Tidying takes the writing connection away from others for a moment, so it is not done for nothing. */
static void tidying__is_wanted_seldom_and_in_time(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", NULL);
    struct stat before, after;
    int wanted = 0;
    add_note(b, s, "satu");
    assert_true(store_wants_tidying(s)); /* nobody has looked yet */
    store_tidy(s);
    assert_false(store_wants_tidying(s));
    assert_int_equal(stat(box_path(b, "a.fkp-wal"), &before), 0);
    for (int i = 0; i < 200; i++) {
        add_note(b, s, "lagi");
        if (!store_wants_tidying(s))
            continue;
        wanted++;
        assert_int_equal(stat(box_path(b, "a.fkp-wal"), &after), 0);
        assert_int_equal(before.st_size, after.st_size); /* in time: no commit has made the log longer */
        store_tidy(s);
        assert_false(store_wants_tidying(s));
        assert_int_equal(stat(box_path(b, "a.fkp-wal"), &before), 0);
    }
    assert_in_range(wanted, 3, 30);
    store_close(s);
}

static void store__works_in_memory(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, ":memory:", "Rina");
    add_person(b, s, "Sari");
    int64_t n = 0;
    n = box_count(b, s, ENTITY_participant);
    assert_int_equal(n, 1);
    store_close(s);
}

#define T(f) cmocka_unit_test_setup_teardown(f, box_setup, box_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(store__gives_back_what_was_set),
        T(store__file_is_private),
        T(store__same_group_twice_does_nothing),
        T(store__equal_value_is_no_change),
        T(store__rollback_leaves_nothing),
        T(store__value_changed_since_it_was_shown_is_a_conflict),
        T(store__row_in_use_is_not_deleted),
        T(store__reference_to_nothing_is_refused),
        T(notes__come_in_pages_oldest_first),
        T(notes__are_found_by_words_and_speaker),
        T(speakers__are_those_who_have_said_something),
        T(drafts__stay_until_emptied),
        T(blobs__come_back_under_their_hash),
        T(beside__sees_commits_and_cannot_write),
        T(tidying__is_wanted_seldom_and_in_time),
        T(store__works_in_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
