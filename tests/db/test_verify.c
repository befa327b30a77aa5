/* What was changed behind the program's back is found; locks and chains; the bytes that are hashed.
 */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "db/chain.h"
#include "model/records.h"
#include "tests/db/fixture.h"

static struct verify_report verify(struct box *b, const char *name)
{
    struct verify_report r;
    struct store *s = box_open(b, name, "Rina");
    assert_ok(b, store_verify(s, b->a, &r, &b->e));
    store_close(s);
    return r;
}

/* A finding of the kind whose text holds the words. */
static void assert_found(const struct verify_report *r, enum finding_kind kind, const char *words)
{
    assert_false(r->sound);
    for (size_t i = 0; i < r->n; i++)
        if (r->v[i].kind == kind && strstr(r->v[i].text, words))
            return;
    for (size_t i = 0; i < r->n; i++)
        print_error("%d %s\n", (int)r->v[i].kind, r->v[i].text);
    fail_msg("no finding with \"%s\"", words);
}

static void make_session(struct box *b, const char *name)
{
    struct store *s = box_create(b, name, "Rina");
    struct id p = add_person(b, s, "Sari Utami");
    add_note(b, s, "Antrean obat terlalu lama sekali di loket dua");
    put_text(b, s, ENTITY_participant, &p, participant_F_organization, "RSUD");
    store_close(s);
}

static struct id lock_it(struct box *b, struct store *s)
{
    struct group g = box_group(b, "lock");
    struct id lock;
    bool done;
    g.kind = GROUP_LOCK;
    assert_ok(b, store_begin(s, &g, &done, &b->e));
    assert_ok(b, store_lock(s, "alasan", &lock, &b->e));
    commit(b, s);
    return lock;
}

static void verify__finds_nothing_in_a_sound_file(void **state)
{
    struct box *b = *state;
    make_session(b, "a.fkp");
    struct verify_report r = verify(b, "a.fkp");
    assert_true(r.sound);
    assert_int_equal(r.changes, 5);
    assert_int_equal(r.writers, 1);
    struct store *s = NULL;
    assert_ok(b, store_open_read(box_path(b, "a.fkp"), &s, &b->e)); /* also for a reader */
    assert_ok(b, store_verify(s, b->a, &r, &b->e));
    assert_true(r.sound);
    assert_int_not_equal(store_put_draft(s, "k", "t", 1, &b->e), ERR_NONE);
    store_close(s);
}

struct tampering {
    const char *sql;
    enum finding_kind kind;
    const char *words;
};
static const struct tampering tamperings[] = {
    {"UPDATE participant SET name = 'Sari Palsu'", FINDING_TABLE, "kolom name"},
    {"UPDATE participant SET deleted = 1", FINDING_TABLE, "kolom deleted"},
    {"UPDATE tally SET counted = 9", FINDING_TABLE, "Tabel tally"},
    {"DELETE FROM contribution", FINDING_TABLE, "tidak ada di tabel"},
    {"INSERT INTO agreement (id, problem) VALUES (randomblob(16), 'x')", FINDING_TABLE,
     "di luar program"},
    {"DROP TRIGGER change_no_update; UPDATE change SET value = 'Palsu' WHERE field = 'name'",
     FINDING_CHAIN, "nomor 2"},
    {"DROP TRIGGER change_no_update; UPDATE change SET hlc = hlc + 1 WHERE seq = 3", FINDING_CHAIN,
     "nomor 3"},
    {"DROP TRIGGER change_no_update; UPDATE change SET entity = 'agreement' WHERE seq = 3",
     FINDING_CHAIN, "nomor 3"},
    {"DROP TRIGGER change_no_update; UPDATE change SET run = 2 WHERE seq = 3", FINDING_CHAIN,
     "nomor"},
    {"DROP TRIGGER change_no_update; UPDATE change SET run = NULL WHERE seq = 3", FINDING_CHAIN,
     "nomor 3"},
    {"DROP TRIGGER change_no_delete; DELETE FROM change WHERE seq = 2", FINDING_CHAIN, "nomor 2"},
    {"DROP TRIGGER grp_no_update; UPDATE grp SET at = at + 1 WHERE action = 'put'", FINDING_CHAIN,
     "nomor 5"},
    {"DROP TRIGGER grp_no_update; UPDATE grp SET action = 'lain' WHERE action = 'put'",
     FINDING_CHAIN, "nomor 5"},
    {"DROP TRIGGER grp_no_update; UPDATE grp SET first = first + 1 WHERE action = 'put'",
     FINDING_CHAIN, "nomor 5"},
    {"DROP TRIGGER writer_no_update; UPDATE writer SET person = 'Orang Lain'", FINDING_CHAIN,
     "nomor 1"},
    {"DROP TRIGGER writer_no_update; UPDATE writer SET started_at = 1", FINDING_CHAIN, "nomor 1"},
    {"DROP TRIGGER change_no_replace", FINDING_INTEGRITY, "Susunan tabel"},
    /* what the triggers let through, but no erasure asked for */
    {"UPDATE change SET value = NULL, salt = NULL, erased = 1 WHERE field = 'text'", FINDING_CHAIN,
     "tanpa catatan penghapusan"},
    {"INSERT INTO grp SELECT randomblob(16), writer, first, kind, of, at, 'palsu', NULL, salt, proof "
     "FROM grp LIMIT 1",
     FINDING_CHAIN, "tidak berisi perubahan"},
};

static void verify__finds_every_kind_of_tampering(void **state)
{
    struct box *b = *state;
    make_session(b, "a.fkp");
    for (size_t i = 0; i < sizeof tamperings / sizeof *tamperings; i++) {
        box_copy(b, "a.fkp", "b.fkp");
        box_sql(b, "b.fkp", tamperings[i].sql);
        struct verify_report r = verify(b, "b.fkp");
        assert_found(&r, tamperings[i].kind, tamperings[i].words);
    }
}

/* One bit of a text in the log, flipped in the file's bytes: SQLite's own check sees nothing. */
static void verify__finds_a_flipped_bit_in_the_log(void **state)
{
    struct box *b = *state;
    struct buf bytes = BUF_INIT;
    make_session(b, "a.fkp");
    assert_ok(b, file_read(box_path(b, "a.fkp"), 1u << 24, &bytes, &b->e));
    size_t found = 0;
    static const char text[] = "Antrean obat terlalu lama";
    for (size_t i = 0; i + sizeof text < bytes.len; i++) {
        if (memcmp(bytes.p + i, text, sizeof text - 1) != 0)
            continue;
        bytes.p[i + 3] ^= 1;
        box_write(b, "b.fkp", bytes.p, bytes.len);
        struct verify_report r = verify(b, "b.fkp");
        assert_false(r.sound);
        assert_true(r.v[0].kind == FINDING_CHAIN || r.v[0].kind == FINDING_TABLE);
        bytes.p[i + 3] ^= 1;
        found++;
    }
    assert_int_equal(found, 2); /* in the log and in the table (the search column is folded) */
    buf_done(&bytes);
}

static void rebuild__brings_back_what_the_log_says(void **state)
{
    struct box *b = *state;
    make_session(b, "a.fkp");
    box_sql(b, "a.fkp",
            "UPDATE participant SET name = 'Palsu', fold = 'palsu'; DELETE FROM contribution;"
            "INSERT INTO agreement (id) VALUES (randomblob(16))");
    struct store *s = box_open(b, "a.fkp", "Rina");
    assert_ok(b, store_rebuild(s, &b->e));
    struct verify_report r;
    assert_ok(b, store_verify(s, b->a, &r, &b->e));
    assert_true(r.sound);
    struct contribution *v;
    size_t n;
    assert_ok(b, store_search_notes(s, "antrean", 5, b->a, &v, &n, &b->e));
    assert_int_equal(n, 1);
    store_close(s);
}

static void lock__belongs_and_shows_the_state_at_its_cut(void **state)
{
    struct box *b = *state;
    make_session(b, "a.fkp");
    struct store *s = box_open(b, "a.fkp", "Rina");
    lock_it(b, s);
    struct lock *v;
    size_t n;
    assert_ok(b, store_load_all(s, ENTITY_lock, b->a, &v, &n, &b->e));
    assert_int_equal(n, 1);
    assert_int_equal(v[0].revision, 1);
    assert_string_equal(v[0].reason, "alasan");
    struct hash h;
    char printed[HASH_SHORT];
    assert_true(hash_parse_hex(v[0].fingerprint, &h));
    hash_short(&h, printed);
    struct participant *p;
    assert_ok(b, store_load_all(s, ENTITY_participant, b->a, &p, &n, &b->e));
    put_text(b, s, ENTITY_participant, &p[0].id, participant_F_name, "Sari Sesudah");
    struct fingerprint_match m;
    assert_ok(b, store_verify_fingerprint(s, printed, b->a, &m, &b->e));
    assert_true(m.belongs && m.latest && m.intact);
    assert_string_equal(m.state->participant.v[0].name, "Sari Utami");
    assert_int_equal(m.state->contribution.n, 1);
    assert_int_equal(m.state->lock.n, 0); /* its own group is not in the cut */
    lock_it(b, s);
    assert_ok(b, store_verify_fingerprint(s, printed, b->a, &m, &b->e));
    assert_true(m.belongs && !m.latest && m.intact);
    assert_ok(b, store_verify_fingerprint(s, "7KQ2-M4XD-9F3A-P0TS-1B6C", b->a, &m, &b->e));
    assert_false(m.belongs);
    store_close(s);
    struct verify_report r = verify(b, "a.fkp");
    assert_true(r.sound);
    assert_int_equal(r.locks, 2);
    /* a word before the lock was changed, but none of the hashes: the chain alone tells */
    box_copy(b, "a.fkp", "b.fkp");
    box_sql(b, "b.fkp",
            "DROP TRIGGER change_no_update; UPDATE change SET value = 'Palsu' WHERE field = 'organization'");
    s = box_open(b, "b.fkp", "Rina");
    assert_ok(b, store_verify_fingerprint(s, printed, b->a, &m, &b->e));
    assert_true(m.belongs && !m.intact);
    store_close(s);
    /* the log before the lock was cut short, cleverly: the newest run's rows are gone */
    box_sql(b, "a.fkp",
            "DROP TRIGGER change_no_update;"
            "UPDATE change SET chain = randomblob(32) WHERE seq = 5 AND field = 'organization'");
    s = box_open(b, "a.fkp", "Rina");
    assert_ok(b, store_verify_fingerprint(s, printed, b->a, &m, &b->e));
    assert_true(m.belongs && !m.intact);
    store_close(s);
    r = verify(b, "a.fkp");
    assert_found(&r, FINDING_LOCK, "revisi 1");
}

static void blobs__that_changed_or_vanished_are_found(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", "Rina");
    struct id row = id_new(1);
    char hex[HASH_HEX];
    begin(b, s, "picture");
    assert_ok(b, store_put_blob(s, "gambar", 6, hex, &b->e));
    set_text(b, s, ENTITY_document, &row, document_F_sha256, hex);
    set_int(b, s, ENTITY_document, &row, document_F_stored, 1);
    commit(b, s);
    store_close(s);
    box_copy(b, "a.fkp", "b.fkp");
    box_sql(b, "b.fkp", "UPDATE blob SET bytes = x'00'");
    struct verify_report r = verify(b, "b.fkp");
    assert_found(&r, FINDING_BLOB, "berubah");
    box_sql(b, "a.fkp", "DELETE FROM blob");
    r = verify(b, "a.fkp");
    assert_found(&r, FINDING_BLOB, "tidak ada lagi");
}

/* --- the bytes that are hashed: fixed inputs, the results stand in docs/FORMAT.md --- */

static struct id id_of(unsigned char first)
{
    struct id i;
    for (size_t k = 0; k < sizeof i.b; k++)
        i.b[k] = (uint8_t)(first + k);
    return i;
}

/* The n-th test vector of docs/FORMAT.md, in the order of its table. */
static void assert_hash(const struct buf *format, const struct hash *h, int n)
{
    char hex[HASH_HEX];
    const char *at = strstr(buf_str(format), "### 1.2 Test vectors");
    assert_non_null(at);
    at = strstr(at, "|---|");
    for (int i = 0; at && i < n; i++)
        at = strchr(at + 1, '\n');
    assert_non_null(at);
    const char *end = strchr(at + 1, '\n');
    assert_true(end - at > HASH_HEX + 3);
    hash_hex(h, hex);
    if (strncmp(end - 2 - (HASH_HEX - 1), hex, HASH_HEX - 1) != 0)
        fail_msg("vector %d is %s, FORMAT.md: %.*s", n, hex, (int)(end - at - 1), at + 1);
}

static struct salt salt_of(unsigned char first)
{
    struct salt s;
    for (size_t k = 0; k < sizeof s.b; k++)
        s.b[k] = (unsigned char)(first + k);
    return s;
}

static void chain__test_vectors(void **state)
{
    struct box *b = *state;
    struct buf format = BUF_INIT;
    assert_ok(b, file_read(arena_printf(b->a, "%s/docs/FORMAT.md", getenv("MUFAKAT_SRCDIR")),
                           1u << 20, &format, &b->e));
    struct salt salt = salt_of(0xA0);
    struct id ref = id_of(0x40);
    struct value none = value_null(), number = value_int(-2), text = value_text("Sari"),
                 blob = value_ref(&ref);
    struct hash h = chain_value_proof(&salt, &none);
    assert_hash(&format, &h, 1);
    h = chain_value_proof(&salt, &number);
    assert_hash(&format, &h, 2);
    h = chain_value_proof(&salt, &text);
    assert_hash(&format, &h, 3);
    h = chain_value_proof(&salt, &blob);
    assert_hash(&format, &h, 4);
    struct hash proof = chain_writer_proof(&salt, "Rina", NULL);
    assert_hash(&format, &proof, 5);
    struct id writer = id_of(0x10);
    struct hash start = chain_start(&writer, 1794448800000, &proof);
    assert_hash(&format, &start, 6);
    struct chain_group g = {.id = id_of(0x20),
                            .writer = writer,
                            .kind = "do",
                            .of = ID_NONE,
                            .at = 1794448801000,
                            .action = "add_participant",
                            .proof = chain_value_proof(&salt, &none)};
    struct hash digest = chain_group_digest(&g);
    assert_hash(&format, &digest, 7);
    struct chain_change c = {.writer = writer,
                             .seq = 1,
                             .hlc = INT64_C(1794448801000) << 16,
                             .group = digest,
                             .entity = "participant",
                             .field = "name",
                             .row = id_of(0x30),
                             .base_writer = ID_NONE,
                             .seen = NONE,
                             .proof = chain_value_proof(&salt, &text)};
    struct hash first = chain_next(&start, &c);
    assert_hash(&format, &first, 8);
    c.seq = 2;
    c.hlc++;
    c.field = "deleted";
    c.base_writer = writer;
    c.base_seq = 1;
    c.seen = 1;
    c.proof = chain_value_proof(&salt, &number);
    struct hash second = chain_next(&first, &c);
    assert_hash(&format, &second, 9);
    buf_done(&format);
}

#define T(f) cmocka_unit_test_setup_teardown(f, box_setup, box_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(verify__finds_nothing_in_a_sound_file),
        T(verify__finds_every_kind_of_tampering),
        T(verify__finds_a_flipped_bit_in_the_log),
        T(rebuild__brings_back_what_the_log_says),
        T(lock__belongs_and_shows_the_state_at_its_cut),
        T(blobs__that_changed_or_vanished_are_found),
        T(chain__test_vectors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
