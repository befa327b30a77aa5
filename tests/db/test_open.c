/* Every bad file its own sentence, and nothing of it changed; copies. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "model/records.h"
#include "tests/db/fixture.h"

static enum err_code try_open(struct box *b, const char *name)
{
    struct store *s = NULL;
    struct store_identity who = {NULL, NULL};
    enum err_code rc = store_open(box_path(b, name), &who, &b->clock, &s, &b->e);
    store_close(s);
    return rc;
}

/* The same in two steps, as the full-screen program does it. */
static enum err_code try_open_in_steps(struct box *b, const char *name)
{
    struct store *writer = NULL, *reader = NULL;
    struct store_identity who = {NULL, NULL};
    enum err_code rc = store_open_first(box_path(b, name), &b->clock, &writer, &reader, &b->e);
    if (!rc)
        rc = store_open_rest(writer, &who, &b->e);
    store_close(reader);
    store_close(writer);
    return rc;
}

/* Opening fails with the code, says the words, and leaves the file's bytes alone. */
static void refused(struct box *b, const char *name, enum err_code code, const char *words)
{
    struct store *s = NULL;
    char before[65], after[65];
    int64_t size;
    assert_ok(b, file_sha256(box_path(b, name), before, &size, &b->e));
    assert_err(b, code, try_open(b, name));
    if (!strstr(b->e.text, words))
        fail_msg("\"%s\" is not in: %s", words, b->e.text);
    assert_err(b, code, try_open_in_steps(b, name));
    if (!strstr(b->e.text, words))
        fail_msg("\"%s\" is not in: %s", words, b->e.text);
    assert_err(b, code, store_open_read(box_path(b, name), &s, &b->e));
    assert_ok(b, file_sha256(box_path(b, name), after, &size, &b->e));
    assert_string_equal(before, after);
}

static void make_session(struct box *b, const char *name)
{
    struct store *s = box_create(b, name, "Rina");
    add_person(b, s, "Sari");
    store_close(s);
}

static void patch(struct box *b, const char *name, long at, const char *bytes, size_t n)
{
    FILE *f = fopen(box_path(b, name), "r+b");
    assert_non_null(f);
    assert_int_equal(fseek(f, at, SEEK_SET), 0);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
}

static void open__missing_file_and_folder(void **state)
{
    struct box *b = *state;
    assert_err(b, ERR_NOTFOUND, try_open(b, "tidak-ada.fkp"));
    assert_non_null(strstr(b->e.text, "tidak ada"));
    assert_err(b, ERR_INPUT, try_open(b, ""));
    assert_non_null(strstr(b->e.text, "folder"));
    assert_int_equal(mkfifo(box_path(b, "pipa"), 0600), 0);
    assert_err(b, ERR_INPUT, try_open(b, "pipa")); /* and does not hang */
    struct store *s = NULL;
    assert_err(b, ERR_NOTFOUND,
               store_create(box_path(b, "tiada/a.fkp"), NULL, &b->clock, &s, &b->e));
    assert_non_null(strstr(b->e.text, "older")); /* Folder */
}

static void open__things_that_are_no_session(void **state)
{
    struct box *b = *state;
    box_write(b, "kosong.fkp", "", 0);
    refused(b, "kosong.fkp", ERR_INPUT, "kosong");
    box_write(b, "teks.fkp", "nama;instansi\nSari;RSUD\n", 24);
    refused(b, "teks.fkp", ERR_INPUT, "teks");
    box_write(b, "biner.fkp", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    refused(b, "biner.fkp", ERR_INPUT, "bukan berkas sesi");
    box_sql(b, "lain.fkp", "CREATE TABLE t (a); PRAGMA application_id = 7;");
    refused(b, "lain.fkp", ERR_INPUT, "program lain");
    make_session(b, "baru.fkp");
    box_sql(b, "baru.fkp", "PRAGMA user_version = 99");
    refused(b, "baru.fkp", ERR_VERSION, "lebih baru");
    box_sql(b, "polos.fkp",
            "PRAGMA application_id = 0x4D554641; PRAGMA user_version = 1;"
            "CREATE TABLE t (a);");
    refused(b, "polos.fkp", ERR_CORRUPT, "rusak");
}

static void open__damaged_files(void **state)
{
    struct box *b = *state;
    make_session(b, "utuh.fkp");
    struct stat st;
    assert_int_equal(stat(box_path(b, "utuh.fkp"), &st), 0);
    box_copy(b, "utuh.fkp", "potong.fkp");
    assert_int_equal(truncate(box_path(b, "potong.fkp"), st.st_size / 2), 0);
    refused(b, "potong.fkp", ERR_CORRUPT, "terpotong");
    box_copy(b, "utuh.fkp", "pendek.fkp");
    assert_int_equal(truncate(box_path(b, "pendek.fkp"), 60), 0);
    refused(b, "pendek.fkp", ERR_CORRUPT, "terpotong");
    /* every page type byte flipped in turn: never a crash, always a sentence or a sound file */
    for (long page = 1; page * 4096 < st.st_size; page++) {
        box_copy(b, "utuh.fkp", "balik.fkp");
        patch(b, "balik.fkp", page * 4096, "\xA5\xA5\xA5\xA5\xA5\xA5\xA5\xA5", 8);
        refused(b, "balik.fkp", ERR_CORRUPT, "rusak");
        remove(box_path(b, "balik.fkp-wal"));
        remove(box_path(b, "balik.fkp-shm"));
    }
}

static void open__in_two_steps_reads_first_and_writes_then(void **state)
{
    struct box *b = *state;
    struct store *writer = NULL, *reader = NULL;
    struct store_identity who = {"Rina", NULL};
    int64_t n = 0;
    make_session(b, "a.fkp");
    for (int from_copy = 0; from_copy < 2; from_copy++) { /* a plain copy is opened whole at once */
        const char *name = from_copy ? "b.fkp" : "a.fkp";
        assert_ok(b, store_open_first(box_path(b, name), &b->clock, &writer, &reader, &b->e));
        n = box_count(b, reader, ENTITY_participant);
        assert_int_equal(n, 1 + from_copy);
        struct id session = store_session_id(reader);
        assert_ok(b, store_open_rest(writer, &who, &b->e));
        assert_ok(b, store_open_rest(writer, &who, &b->e));
        struct id same = store_session_id(writer);
        assert_true(id_eq(&session, &same));
        add_person(b, writer, "Budi");
        n = box_count(b, reader, ENTITY_participant);
        assert_int_equal(n, 2 + from_copy);
        if (!from_copy)
            assert_ok(b, store_copy(writer, box_path(b, "b.fkp"), false, NULL, &b->e));
        store_close(reader);
        store_close(writer);
    }
    assert_int_equal(chmod(box_path(b, "a.fkp"), 0400), 0);
    assert_err(b, ERR_IO, try_open_in_steps(b, "a.fkp"));
    assert_non_null(strstr(b->e.text, "hanya dapat dibaca"));
}

static void open__read_only_file(void **state)
{
    struct box *b = *state;
    make_session(b, "a.fkp");
    assert_int_equal(chmod(box_path(b, "a.fkp"), 0400), 0);
    assert_err(b, ERR_IO, try_open(b, "a.fkp"));
    assert_non_null(strstr(b->e.text, "hanya dapat dibaca"));
    struct store *s = NULL;
    assert_ok(b, store_open_read(box_path(b, "a.fkp"), &s, &b->e));
    int64_t n = 0;
    n = box_count(b, s, ENTITY_participant);
    assert_int_equal(n, 1);
    store_close(s);
}

static void open__held_by_another_program(void **state)
{
    struct box *b = *state;
    make_session(b, "a.fkp");
    /* The other program must be another process: POSIX locks do not stand between two connections
     * of one. */
    int ready[2], go[2];
    char c = 0;
    assert_int_equal(pipe(ready), 0);
    assert_int_equal(pipe(go), 0);
    const char *path = box_path(b, "a.fkp");
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        sqlite3 *db = NULL;
        bool ok = sqlite3_open(path, &db) == SQLITE_OK &&
                  sqlite3_exec(db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", NULL, NULL,
                               NULL) == SQLITE_OK;
        c = ok ? 'y' : 'n';
        if (write(ready[1], &c, 1) == 1 && read(go[0], &c, 1) == 1)
            sqlite3_close(db);
        _exit(0);
    }
    assert_int_equal(read(ready[0], &c, 1), 1);
    assert_int_equal(c, 'y');
    assert_err(b, ERR_BUSY, try_open(b, "a.fkp"));
    assert_err(b, ERR_BUSY, try_open_in_steps(b, "a.fkp"));
    assert_non_null(strstr(b->e.text, "program lain"));
    assert_int_equal(write(go[1], "x", 1), 1);
    for (int i = 0; i < 2; i++) {
        close(ready[i]);
        close(go[i]);
    }
}

static void create__existing_file_is_left_alone(void **state)
{
    struct box *b = *state;
    struct store *s = NULL;
    box_write(b, "a.fkp", "punya orang", 11);
    assert_err(b, ERR_INPUT, store_create(box_path(b, "a.fkp"), NULL, &b->clock, &s, &b->e));
    struct buf got = BUF_INIT;
    assert_ok(b, file_read(box_path(b, "a.fkp"), 100, &got, &b->e));
    assert_string_equal(buf_str(&got), "punya orang");
    buf_done(&got);
}

static void open__recovers_what_a_crash_left(void **state)
{
    struct box *b = *state;
    make_session(b, "a.fkp");
    struct store *s = box_open(b, "a.fkp", "Rina");
    add_person(b, s, "Budi");
    /* the files as a kill would leave them */
    box_copy(b, "a.fkp-wal", "mati.fkp-wal");
    box_copy(b, "a.fkp", "mati.fkp");
    store_close(s);
    s = box_open(b, "mati.fkp", "Rina");
    int64_t n = 0;
    n = box_count(b, s, ENTITY_participant);
    assert_int_equal(n, 2);
    store_close(s);
}

static void copy__is_one_plain_file_without_drafts(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", "Rina"), *c = NULL;
    add_person(b, s, "Sari");
    assert_ok(b, store_put_draft(s, "dialog", "RAHASIA belum selesai", 1, &b->e));
    assert_ok(b, store_copy(s, box_path(b, "salinan.fkp"), false, NULL, &b->e));
    assert_err(b, ERR_CONFLICT, store_copy(s, box_path(b, "salinan.fkp"), false, NULL, &b->e));
    assert_ok(b, store_copy(s, box_path(b, "salinan.fkp"), true, NULL, &b->e));
    assert_err(b, ERR_INPUT, store_copy(s, box_path(b, "a.fkp"), true, NULL, &b->e));
    assert_err(b, ERR_NOTFOUND, store_copy(s, box_path(b, "tiada/x.fkp"), true, NULL, &b->e));
    /* the original still has its draft and works on */
    struct draft *d;
    size_t n;
    assert_ok(b, store_load_drafts(s, b->a, &d, &n, &b->e));
    assert_int_equal(n, 1);
    add_person(b, s, "Budi");
    /* also by a reading connection */
    struct store *reader = NULL;
    assert_ok(b, store_open_beside(s, &reader, &b->e));
    assert_ok(b, store_copy(reader, box_path(b, "dua.fkp"), false, NULL, &b->e));
    assert_int_not_equal(store_put_draft(reader, "k", "t", 1, &b->e), ERR_NONE);
    store_close(reader);
    store_close(s);
    struct buf bytes = BUF_INIT;
    assert_ok(b, file_read(box_path(b, "salinan.fkp"), 1u << 24, &bytes, &b->e));
    assert_null(memmem(bytes.p, bytes.len, "RAHASIA", 7));
    assert_int_equal(bytes.p[18], 1); /* not marked as write-ahead: opens from a read-only medium */
    buf_done(&bytes);
    assert_int_equal(access(box_path(b, "salinan.fkp-wal"), F_OK), -1);
    assert_int_equal(chmod(box_path(b, "salinan.fkp"), 0400), 0);
    assert_ok(b, store_open_read(box_path(b, "salinan.fkp"), &c, &b->e));
    struct participant *v;
    assert_ok(b, store_load_all(c, ENTITY_participant, b->a, &v, &n, &b->e));
    assert_int_equal(n, 1);
    store_close(c);
    s = box_open(b, "dua.fkp", "Doni"); /* a copy is a session like any other */
    add_person(b, s, "Tono");
    int64_t count = 0;
    count = box_count(b, s, ENTITY_participant);
    assert_int_equal(count, 3);
    store_close(s);
}

/* A file as an older format left it: locked, and with the data of a person erased. Format 1 lacks columns for which the
 * log may know values all the same. */
static void make_old(struct box *b, const char *name, int format)
{
    struct buf sql = BUF_INIT;
    const char *path = arena_printf(b->a, "%s/tests/db/format%d.sql", getenv("MUFAKAT_SRCDIR"), format > 2 ? format : 2);
    assert_ok(b, file_read(path, 1u << 20, &sql, &b->e));
    box_sql(b, name, buf_str(&sql));
    buf_done(&sql);
    if (format == 1)
        box_sql(b, name,
                "ALTER TABLE session DROP COLUMN considered;"
                "ALTER TABLE participant DROP COLUMN address; PRAGMA user_version = 1;");
}

static void has_everything(struct box *b, struct store *s, size_t groups)
{
    struct participant *v;
    struct session *row;
    struct history_group *g;
    size_t n;
    assert_ok(b, store_load_all(s, ENTITY_participant, b->a, &v, &n, &b->e));
    assert_int_equal(n, 2);
    assert_null(v[0].name); /* erased */
    assert_string_equal(v[1].name, "Doni");
    assert_null(v[1].address);
    assert_ok(b, store_load_all(s, ENTITY_session, b->a, &row, &n, &b->e));
    assert_string_equal(row[0].considered, "paparan Kepala Dinas");
    assert_ok(b, store_history(s, &ID_NONE, 10, b->a, &g, &n, &b->e));
    assert_int_equal(n, groups);
    for (size_t i = 0; i < n; i++)
        assert_true(g[i].n_changes > 0);
    struct parked *k;
    struct position *x;
    assert_ok(b, store_load_all(s, ENTITY_parked, b->a, &k, &n, &b->e)); /* columns of format 3 */
    assert_ok(b, store_load_all(s, ENTITY_position, b->a, &x, &n, &b->e));
}

/* What is known now and was not then can be written. */
static void takes_new_fields(struct box *b, struct store *s)
{
    struct participant *v;
    size_t n;
    assert_ok(b, store_load_all(s, ENTITY_participant, b->a, &v, &n, &b->e));
    assert_null(v[1].other_names);
    put_text(b, s, ENTITY_participant, &v[1].id, participant_F_other_names, "Cak Don");
    assert_ok(b, store_load_all(s, ENTITY_participant, b->a, &v, &n, &b->e));
    assert_string_equal(v[1].other_names, "Cak Don"); /* column of format 4 */
}

/* The paper that was printed before still belongs to the file, and nothing looks as if somebody had changed it. */
static void is_sound(struct box *b, struct store *s, int format)
{
    struct verify_report r;
    struct fingerprint_match m;
    assert_ok(b, store_verify(s, b->a, &r, &b->e));
    if (!r.sound)
        fail_msg("%s", r.v[0].text);
    assert_int_equal(r.changes, 42);
    const char *sidik = format < 3 ? "AVEP-3YZ1-BMBQ-4J90-NAZZ" : "XZY3-V349-4XE3-PXTA-88ER";
    assert_ok(b, store_verify_fingerprint(s, sidik, b->a, &m, &b->e));
    assert_true(m.belongs && m.latest && m.intact);
    assert_int_equal(m.state->contribution.n, 1);
}

static void open__older_formats_are_brought_up_to_date(void **state)
{
    struct box *b = *state;
    for (int format = 1; format <= 3; format++) {
        char *name = arena_printf(b->a, "lama%d.fkp", format);
        make_old(b, name, format);
        struct store *s = box_open(b, name, "Doni");
        has_everything(b, s, 3);
        is_sound(b, s, format);
        add_note(b, s, "dan seterusnya");
        store_close(s);
        s = box_open(b, name, "Doni"); /* once is enough, twice does no harm */
        has_everything(b, s, 4);
        takes_new_fields(b, s);
        store_close(s);
        name = arena_printf(b->a, "baca%d.fkp", format);
        make_old(b, name, format);
        assert_ok(b, store_open_read(box_path(b, name), &s, &b->e));
        has_everything(b, s, 3);
        is_sound(b, s, format);
        store_close(s);
    }
}

static void open__an_older_format_that_may_only_be_read_is_refused_in_words(void **state)
{
    struct box *b = *state;
    make_old(b, "hanya-baca.fkp", 2);
    struct store *s = NULL;
    assert_int_equal(chmod(box_path(b, "hanya-baca.fkp"), 0400), 0);
    assert_err(b, ERR_VERSION, store_open_read(box_path(b, "hanya-baca.fkp"), &s, &b->e));
    assert_non_null(strstr(b->e.text, "lebih lama"));
}

/* What was logged together is still one run: the log of a file does not grow by being brought up. */
static void open__bringing_up_keeps_runs(void **state)
{
    struct box *b = *state;
    make_old(b, "lama.fkp", 3);
    store_close(box_open(b, "lama.fkp", "Doni"));
    box_sql(b, "lama.fkp", "CREATE TEMP TABLE t (runs CHECK (runs = 26));"
                           "INSERT INTO t SELECT count(*) FROM change WHERE run IS NOT NULL;"
                           "CREATE TEMP TABLE u (firsts CHECK (firsts = '1,1,1'));"
                           "INSERT INTO u SELECT group_concat(first) FROM (SELECT first FROM grp ORDER BY first)");
}

/* A copy that another laptop still has in the older format is brought up on its way into ours; changes come over in both
 * directions, and the second time there is nothing left to take. */
static void merge__takes_copies_of_an_older_format(void **state)
{
    struct box *b = *state;
    struct merge_result r;
    make_old(b, "kita.fkp", 2);
    make_old(b, "mereka.fkp", 2);
    struct store *s = box_open(b, "kita.fkp", "Doni");
    add_note(b, s, "dari kami");
    assert_ok(b, store_merge(s, box_path(b, "mereka.fkp"), &r, &b->e));
    assert_int_equal(r.added, 0);
    has_everything(b, s, 4);
    store_close(s);
    s = box_open(b, "mereka.fkp", "Rina");
    assert_ok(b, store_merge(s, box_path(b, "kita.fkp"), &r, &b->e));
    assert_true(r.added > 0);
    assert_ok(b, store_merge(s, box_path(b, "kita.fkp"), &r, &b->e));
    assert_int_equal(r.added, 0);
    has_everything(b, s, 4);
    struct verify_report v;
    assert_ok(b, store_verify(s, b->a, &v, &b->e));
    assert_true(v.sound);
    store_close(s);
}

/* Whatever refuses on the way, the file stays what it was. */
static void open__an_older_format_that_cannot_be_brought_up_stays_as_it_is(void **state)
{
    struct box *b = *state;
    make_old(b, "lama.fkp", 2);
    box_sql(b, "lama.fkp", "ALTER TABLE change RENAME COLUMN chain TO rantai");
    refused(b, "lama.fkp", ERR_CORRUPT, "rusak");
}

#define T(f) cmocka_unit_test_setup_teardown(f, box_setup, box_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(open__missing_file_and_folder),
        T(open__things_that_are_no_session),
        T(open__damaged_files),
        T(open__in_two_steps_reads_first_and_writes_then),
        T(open__read_only_file),
        T(open__held_by_another_program),
        T(create__existing_file_is_left_alone),
        T(open__recovers_what_a_crash_left),
        T(copy__is_one_plain_file_without_drafts),
        T(open__older_formats_are_brought_up_to_date),
        T(open__an_older_format_that_may_only_be_read_is_refused_in_words),
        T(open__bringing_up_keeps_runs),
        T(merge__takes_copies_of_an_older_format),
        T(open__an_older_format_that_cannot_be_brought_up_stays_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
