#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "doc/book.h"
#include "tests/doc/fixture.h"

static struct book *book_of(const struct dossier *d, const char *code, enum privacy privacy,
                            struct arena *a)
{
    const struct doc_options o = {.privacy = privacy};
    const struct book_kind *k = book_kind_find(code);
    assert_non_null(k);
    return k->build(d, &o, a);
}

/* UPDATE_GOLDEN=1 writes the golden files anew; look at the difference before it is committed. */
static void check_golden(const char *name, const struct buf *got)
{
    char path[1024];
    struct err e;
    struct buf want = BUF_INIT;
    snprintf(path, sizeof path, "%s/tests/doc/golden/%s.txt", getenv("MUFAKAT_SRCDIR"), name);
    if (getenv("UPDATE_GOLDEN"))
        assert_int_equal(file_write(path, got->p, got->len, &e), ERR_NONE);
    assert_int_equal(file_read(path, 1 << 20, &want, &e), ERR_NONE);
    assert_string_equal(buf_str(got), buf_str(&want));
    buf_done(&want);
}

static const enum privacy versions[] = {PRIVACY_ARSIP, PRIVACY_PUBLIKASI};

/* The fixture's two entries with all that a sheet can tell about them. */
static struct dossier *whole(struct arena *a)
{
    struct dossier *d = fixture_dossier(a);
    struct contribution *c = ARENA_ARRAY(a, struct contribution, 5);
    memcpy(c, d->contribution.v, 2 * sizeof *c);
    for (int i = 2; i < 5; i++) {
        record_init(&c[i], ENTITY_contribution);
        c[i].id = row_id('k', i + 1);
    }
    d->contribution.v = c;
    d->contribution.n = 5;
    c[0].at = stamp_of(d->session.v->date, 9 * 60 + 31, ZONE_WITA);
    c[0].channel = VIA_LISAN;
    c[2].number = 3;
    c[2].kind = KIND_TANGGAPAN;
    c[2].speaker = row_id('p', 2);
    c[2].text = "Meilani: nanti kami kabari";
    c[2].wording = "Pemohon diberi tahu @@ sebelum datang";
    c[3].kind = KIND_KELUHAN;
    c[3].continues = c[0].id;
    c[3].text = "ongkosnya mahal";
    c[4].number = 4;
    c[4].kind = KIND_APRESIASI;
    c[4].anonymous = 1;
    c[4].speaker_unsur = UNSUR_PENGGUNA;
    c[4].wording = "Petugas sopan";
    d->reply.v = ARENA_NEW(a, struct reply);
    d->reply.n = 1;
    record_init(d->reply.v, ENTITY_reply);
    d->reply.v->answer = c[2].id;
    d->reply.v->question = c[0].id;
    d->parked.v[0].contribution = c[1].id;
    d->deadline_move.v = ARENA_NEW(a, struct deadline_move);
    d->deadline_move.n = 1;
    record_init(d->deadline_move.v, ENTITY_deadline_move);
    d->deadline_move.v->agreement = d->agreement.v[0].id;
    d->deadline_move.v->old_due = d->agreement.v[0].due;
    d->deadline_move.v->new_due = date_of(2026, 12, 15);
    d->deadline_move.v->reason = "blangko terlambat";
    d->agreement.v[0].progress = PROGRESS_SELESAI;
    d->agreement.v[0].percent = 100;
    d->agreement.v[0].action_start = date_of(2026, 11, 16);
    return d;
}

static void books__match_their_golden_dumps(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct dossier *d = whole(a);
    for (const struct book_kind *k = book_kinds; k->code; k++)
        for (int v = 0; v < 2; v++) {
            struct buf got = BUF_INIT;
            book_dump(book_of(d, k->code, versions[v], a), &got);
            check_golden(arena_printf(a, "book-%s-%s", k->code, v ? "publikasi" : "arsip"), &got);
            buf_done(&got);
        }
    arena_free(a);
}

static void books__published_tell_nothing_personal(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct dossier *d = whole(a);
    for (const struct book_kind *k = book_kinds; k->code; k++) {
        struct buf b = BUF_INIT, archive = BUF_INIT;
        book_dump(book_of(d, k->code, PRIVACY_PUBLIKASI, a), &b);
        for (size_t i = 0; fixture_personal[i]; i++)
            if (strstr(buf_str(&b), fixture_personal[i]))
                fail_msg("%s tells \"%s\"", k->code, fixture_personal[i]);
        book_dump(book_of(d, k->code, PRIVACY_ARSIP, a), &archive);
        if (strcmp(k->code, "peserta") == 0) /* so that the search above can find something */
            assert_non_null(strstr(buf_str(&archive), "0812-0000-0007"));
        buf_done(&b);
        buf_done(&archive);
    }
    arena_free(a);
}

/* "antre #ktp": the mark was typed, not said. */
static void masukan__shows_what_was_said_without_marks(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = whole(a);
    struct buf b = BUF_INIT;
    d->contribution.v[3].text = "ongkosnya mahal #ktp";
    book_dump(book_of(d, "masukan", PRIVACY_ARSIP, a), &b);
    assert_non_null(strstr(buf_str(&b), "ongkosnya mahal"));
    assert_null(strstr(buf_str(&b), "#ktp"));
    buf_done(&b);
    arena_free(a);
}

static void masukan__does_not_name_who_answered_without_a_name(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = whole(a);
    struct buf b = BUF_INIT;
    struct contribution *answer = &d->contribution.v[2];
    const char *name = dossier_participant(d, &answer->speaker)->name;
    answer->wording = arena_printf(a, "Saya %s, pemohon diberi tahu", name);
    answer->anonymous = 1;
    book_dump(book_of(d, "masukan", PRIVACY_ARSIP, a), &b);
    assert_non_null(strstr(buf_str(&b), "pemohon diberi tahu"));
    assert_null(strstr(buf_str(&b), name));
    buf_done(&b);
    arena_free(a);
}

/* The number in the row of the recap that has these words. */
static int64_t figure(const struct book *b, const char *part, const char *what)
{
    const struct book_sheet *s = b->sheets;
    for (size_t r = 0; r < s->n_rows; r++) {
        const struct cell *row = &s->cells[r * s->n_columns];
        if (strcmp(TXT(row[0].text), part) == 0 && strcmp(TXT(row[1].text), what) == 0)
            return row[s->n_columns - 1].number;
    }
    fail_msg("no row %s, %s", part, what);
    return 0;
}

static void rekap__tells_the_same_figures_in_both_versions(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct dossier *d = whole(a);
    for (int v = 0; v < 2; v++) {
        const struct book *b = book_of(d, "rekap", versions[v], a);
        assert_int_equal(figure(b, "Kehadiran", "Seluruh peserta hadir"), 8);
        assert_int_equal(figure(b, "Kehadiran per unsur", "Pengguna Layanan"), 2);
        assert_int_equal(figure(b, "Cakupan unsur", "Unsur masyarakat hadir (dari 5)"), 5);
        assert_int_equal(figure(b, "Masukan", "Seluruh masukan dan tanggapan"), 4);
        assert_int_equal(figure(b, "Masukan", "Belum dijawab"), 1);
        assert_int_equal(figure(b, "Masukan per unsur pembicara", "Pengguna Layanan"), 2);
        assert_int_equal(figure(b, "Kesepakatan", "Disepakati"), 3);
        assert_int_equal(figure(b, "Tindak lanjut", "Realisasi (persen)"), 3333);
        assert_int_equal(book_of(d, "masukan", versions[v], a)->sheets->n_rows, 4);
        assert_int_equal(book_of(d, "rencana-aksi", versions[v], a)->sheets->n_rows, 3);
    }
    arena_free(a);
}

/* --- the pipe --- */

static void wire__brings_a_book_over_unchanged(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct dossier *d = whole(a);
    for (const struct book_kind *k = book_kinds; k->code; k++) {
        const struct book *b = book_of(d, k->code, PRIVACY_ARSIP, a);
        struct buf wire = BUF_INIT, before = BUF_INIT, after = BUF_INIT;
        struct book *got;
        struct err e;
        book_write(b, &wire);
        assert_int_equal(book_read(a, wire.p, wire.len, &got, &e), ERR_NONE);
        book_dump(b, &before);
        book_dump(got, &after);
        assert_string_equal(buf_str(&before), buf_str(&after));
        buf_done(&wire);
        buf_done(&before);
        buf_done(&after);
    }
    arena_free(a);
}

static void wire__refuses_cut_and_damaged_books(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf wire = BUF_INIT;
    struct book *got = NULL;
    struct err e;
    book_write(book_of(whole(a), "rencana-aksi", PRIVACY_ARSIP, a), &wire);
    for (size_t n = 0; n < wire.len; n++)
        assert_int_equal(book_read(a, wire.p, n, &got, &e), ERR_INPUT);
    buf_putc(&wire, '\0');
    assert_int_equal(book_read(a, wire.p, wire.len, &got, &e), ERR_INPUT);
    wire.len--;
    for (size_t i = 0; i < wire.len; i++) { /* whatever happens, it ends */
        wire.p[i] = (char)~wire.p[i];
        if (book_read(a, wire.p, wire.len, &got, &e) == ERR_NONE)
            assert_non_null(got);
        wire.p[i] = (char)~wire.p[i];
    }
    buf_done(&wire);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(books__match_their_golden_dumps),
        cmocka_unit_test(books__published_tell_nothing_personal),
        cmocka_unit_test(masukan__shows_what_was_said_without_marks),
        cmocka_unit_test(masukan__does_not_name_who_answered_without_a_name),
        cmocka_unit_test(rekap__tells_the_same_figures_in_both_versions),
        cmocka_unit_test(wire__brings_a_book_over_unchanged),
        cmocka_unit_test(wire__refuses_cut_and_damaged_books),
    };
    return cmocka_run_group_tests_name("book", tests, NULL, NULL);
}
