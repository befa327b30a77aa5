/* Erasing a person: the name is nowhere in the bytes, and everything still verifies. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "model/records.h"
#include "tests/db/fixture.h"

static const char *const traces[] = {"Wulandari",     "wulandari",     "WULANDARI",
                                     "0812-3456-789", "0811-2222-333", "Wulan Lama",
                                     "Genduk",        "Jalan Kenanga Nomor 7"};

static bool holds(struct box *b, const char *name, const char *trace)
{
    struct buf bytes = BUF_INIT;
    if (access(box_path(b, name), F_OK) != 0)
        return false;
    assert_ok(b, file_read(box_path(b, name), 1u << 26, &bytes, &b->e));
    bool found = bytes.len && memmem(bytes.p, bytes.len, trace, strlen(trace));
    buf_done(&bytes);
    return found;
}

/* The store must be closed, or this process would drop its locks; the -wal is looked at as well. */
static void assert_gone(struct box *b, const char *name)
{
    for (size_t i = 0; i < sizeof traces / sizeof *traces; i++)
        if (holds(b, name, traces[i]) || holds(b, arena_printf(b->a, "%s-wal", name), traces[i]))
            fail_msg("%s is still in %s", traces[i], name);
}

struct scene {
    struct id person, other, note, picture;
    char printed[HASH_SHORT]; /* fingerprint of the lock taken before */
};

static struct scene make_scene(struct box *b, const char *file)
{
    struct scene x;
    struct store *s = box_create(b, file, "Wulandari Kusuma");
    char hex[HASH_HEX];
    x.person = add_person(b, s, "Wulan Lama");
    put_text(b, s, ENTITY_participant, &x.person, participant_F_name,
             "Hj. Wulandari Kusuma, S.Sos.");
    put_text(b, s, ENTITY_participant, &x.person, participant_F_phone, "0812-3456-789");
    put_text(b, s, ENTITY_participant, &x.person, participant_F_phone, "0811-2222-333");
    put_text(b, s, ENTITY_participant, &x.person, participant_F_other_names, "Mbak Genduk");
    put_text(b, s, ENTITY_participant, &x.person, participant_F_other_names, "Ndut");
    put_text(b, s, ENTITY_participant, &x.person, participant_F_address, "Jalan Kenanga Nomor 7");
    x.other = add_person(b, s, "Budi Santoso");
    x.note = add_note(b, s, "Bu WULANDARI minta loket kedua, hubungi 0811-2222-333");
    struct id plain = add_note(b, s, "Kursi tunggu kurang; telepon 0899-8888-777");
    put_text(b, s, ENTITY_contribution, &plain, contribution_F_wording, "usul wulandari");
    put_text(b, s, ENTITY_contribution, &plain, contribution_F_wording, "kata Genduk di Jalan Kenanga Nomor 7");
    put_text(b, s, ENTITY_contribution, &plain, contribution_F_wording, "keluhan Genduk");
    put_text(b, s, ENTITY_contribution, &plain, contribution_F_wording, "banjir di Jalan Kenanga Nomor 7");
    put_text(b, s, ENTITY_contribution, &plain, contribution_F_wording, "Tambah kursi");
    struct group g = box_group(b, "edit");
    bool done;
    g.reason = "permintaan Wulandari";
    assert_ok(b, store_begin(s, &g, &done, &b->e));
    set_text(b, s, ENTITY_contribution, &plain, contribution_F_via, "lewat kartu");
    commit(b, s);
    x.picture = id_new(clock_now(&b->clock));
    begin(b, s, "picture");
    assert_ok(b, store_put_blob(s, "FOTO Wulandari", 14, hex, &b->e));
    set_text(b, s, ENTITY_document, &x.picture, document_F_sha256, hex);
    set_text(b, s, ENTITY_document, &x.picture, document_F_kind, "foto");
    set_text(b, s, ENTITY_document, &x.picture, document_F_caption, "Ibu Wulandari bicara");
    set_int(b, s, ENTITY_document, &x.picture, document_F_stored, 1);
    commit(b, s);
    g = box_group(b, "lock");
    g.kind = GROUP_LOCK;
    struct id lock;
    assert_ok(b, store_begin(s, &g, &done, &b->e));
    assert_ok(b, store_lock(s, NULL, &lock, &b->e));
    commit(b, s);
    struct lock row;
    struct hash h;
    assert_ok(b, store_load(s, ENTITY_lock, &lock, b->a, &row, &b->e));
    assert_true(hash_parse_hex(row.fingerprint, &h));
    hash_short(&h, x.printed);
    assert_ok(b, store_put_draft(s, "dialog", "Wulandari bilang", 1, &b->e));
    assert_ok(b, store_put_draft(s, "lain", "tidak ada nama", 1, &b->e));
    store_close(s);
    return x;
}

static void erase(struct box *b, const char *file, const struct id *person, struct erase_result *r)
{
    struct store *s = box_open(b, file, "Rina");
    struct group g = box_group(b, "erase_person");
    assert_ok(b, store_erase_person(s, &g, person, r, &b->e));
    store_close(s);
}

static void erase__leaves_no_trace_and_everything_verifies(void **state)
{
    struct box *b = *state;
    struct erase_result r;
    struct scene x = make_scene(b, "a.fkp");
    for (size_t i = 0; i < sizeof traces / sizeof *traces; i++)
        if (strcmp(traces[i], "WULANDARI") != 0 || i == 2)
            assert_true(holds(b, "a.fkp", traces[i])); /* the scene is worth the test */
    erase(b, "a.fkp", &x.person, &r);
    assert_gone(b, "a.fkp");
    assert_true(r.fields >= 4 && r.texts >= 2);
    assert_int_equal(r.blobs, 1);

    struct store *s = box_open(b, "a.fkp", "Rina");
    struct verify_report v;
    assert_ok(b, store_verify(s, b->a, &v, &b->e));
    if (!v.sound)
        fail_msg("%s", v.v[0].text);
    struct fingerprint_match m;
    assert_ok(b, store_verify_fingerprint(s, x.printed, b->a, &m, &b->e));
    assert_true(m.belongs && m.latest && m.intact); /* the old paper */
    struct participant p;
    struct contribution note;
    assert_ok(b, store_load(s, ENTITY_participant, &x.person, b->a, &p, &b->e));
    assert_null(p.name);
    assert_null(p.phone);
    assert_int_equal(p.number, 1);
    assert_ok(b, store_load(s, ENTITY_contribution, &x.note, b->a, &note, &b->e));
    assert_string_equal(note.text, "Bu [nama] minta loket kedua, hubungi [nomor]");
    assert_ok(b, store_load(s, ENTITY_participant, &x.other, b->a, &p, &b->e));
    assert_string_equal(p.name, "Budi Santoso");
    struct contribution *notes;
    size_t n;
    assert_ok(b, store_load_all(s, ENTITY_contribution, b->a, &notes, &n, &b->e));
    assert_string_equal(notes[1].text,
                        "Kursi tunggu kurang; telepon 0899-8888-777"); /* names nobody erased */
    assert_string_equal(notes[1].wording, "Tambah kursi");
    struct draft *d;
    assert_ok(b, store_load_drafts(s, b->a, &d, &n, &b->e));
    assert_int_equal(n, 1);
    struct field_version *f;
    assert_ok(b, store_field_history(s, ENTITY_participant, &x.person, participant_F_name, b->a, &f,
                                     &n, &b->e));
    assert_true(n >= 2 && f[0].erased);
    struct undone u;
    struct group g = box_group(b, "");
    assert_err(b, ERR_NOTFOUND, store_undo(s, &g, b->a, &u, NULL, &b->e)); /* no way back */
    /* a new name can be written afterwards and stays */
    put_text(b, s, ENTITY_participant, &x.person, participant_F_name, "Peserta Baru");
    assert_ok(b, store_rebuild(s, &b->e));
    assert_ok(b, store_load(s, ENTITY_participant, &x.person, b->a, &p, &b->e));
    assert_string_equal(p.name, "Peserta Baru");
    store_close(s);
}

/* An old copy of the file, with the name in it and with edits of its own, comes back in both
 * directions. */
static void erase__is_obeyed_by_every_merge(void **state)
{
    struct box *b = *state;
    struct erase_result r;
    struct merge_result m;
    struct scene x = make_scene(b, "a.fkp");
    box_copy(b, "a.fkp", "b.fkp");
    struct store *s = box_open(b, "b.fkp", "Doni");
    put_text(b, s, ENTITY_participant, &x.person, participant_F_name, "Wulandari K.");
    put_text(b, s, ENTITY_participant, &x.person, participant_F_nip, "198001012005012001");
    put_text(b, s, ENTITY_participant, &x.other, participant_F_phone, "0800-1111-222");
    store_close(s);
    erase(b, "a.fkp", &x.person, &r);
    box_copy(b, "b.fkp", "c.fkp");
    s = box_open(b, "a.fkp", "Rina"); /* the erased file takes in the old one */
    assert_ok(b, store_merge(s, box_path(b, "b.fkp"), &m, &b->e));
    assert_int_equal(m.added, 3);
    struct verify_report v;
    assert_ok(b, store_verify(s, b->a, &v, &b->e));
    assert_true(v.sound);
    store_close(s);
    assert_gone(b, "a.fkp");
    assert_false(holds(b, "a.fkp", "198001012005012001"));
    assert_true(holds(b, "a.fkp", "0800-1111-222"));
    s = box_open(b, "c.fkp", "Doni"); /* the old file takes in the erased one */
    assert_ok(b, store_merge(s, box_path(b, "a.fkp"), &m, &b->e));
    assert_ok(b, store_verify(s, b->a, &v, &b->e));
    if (!v.sound)
        fail_msg("%s", v.v[0].text);
    struct participant p;
    assert_ok(b, store_load(s, ENTITY_participant, &x.person, b->a, &p, &b->e));
    assert_null(p.name);
    struct conflict *c;
    size_t n;
    assert_ok(b, store_conflicts(s, b->a, &c, &n, &b->e));
    assert_int_equal(n, 0);
    assert_ok(b, store_put_draft(s, "dialog", NULL, 1, &b->e)); /* drafts are the laptop's own */
    store_close(s);
    assert_gone(b, "c.fkp");
}

/* Erasing is no edit: whoever was deleted on another laptop meanwhile does not come back by it. */
static void erase__brings_nobody_back(void **state)
{
    struct box *b = *state;
    struct erase_result r;
    struct merge_result m;
    struct scene x = make_scene(b, "a.fkp");
    box_copy(b, "a.fkp", "b.fkp");
    struct store *s = box_open(b, "b.fkp", "Doni");
    begin(b, s, "delete");
    set_int(b, s, ENTITY_participant, &x.person, participant_F_deleted, 1);
    commit(b, s);
    store_close(s);
    erase(b, "a.fkp", &x.person, &r);
    s = box_open(b, "b.fkp", "Doni");
    assert_ok(b, store_merge(s, box_path(b, "a.fkp"), &m, &b->e));
    struct participant *p;
    struct conflict *c;
    size_t n;
    assert_ok(b, store_load_all(s, ENTITY_participant, b->a, &p, &n, &b->e));
    assert_int_equal(n, 1);
    assert_string_equal(p[0].name, "Budi Santoso");
    assert_ok(b, store_conflicts(s, b->a, &c, &n, &b->e));
    assert_int_equal(n, 0);
    store_close(s);
}

static void erase__sent_twice_is_done_once(void **state)
{
    struct box *b = *state;
    struct erase_result r;
    struct scene x = make_scene(b, "a.fkp");
    struct store *s = box_open(b, "a.fkp", "Rina");
    struct group g = box_group(b, "erase_person");
    struct log_change *c;
    size_t before, after;
    assert_ok(b, store_erase_person(s, &g, &x.person, &r, &b->e));
    assert_ok(b, store_log_changes(s, b->a, &c, &before, &b->e));
    assert_ok(b, store_erase_person(s, &g, &x.person, &r, &b->e));
    assert_ok(b, store_log_changes(s, b->a, &c, &after, &b->e));
    assert_int_equal(before, after);
    struct id nobody = id_new(3);
    struct group g2 = box_group(b, "erase_person");
    assert_err(b, ERR_NOTFOUND, store_erase_person(s, &g2, &nobody, &r, &b->e));
    store_close(s);
}

#define T(f) cmocka_unit_test_setup_teardown(f, box_setup, box_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(erase__leaves_no_trace_and_everything_verifies),
        T(erase__is_obeyed_by_every_merge),
        T(erase__brings_nobody_back),
        T(erase__sent_twice_is_done_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
