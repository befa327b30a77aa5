#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/text.h"
#include "model/mask.h"
#include "tests/doc/fixture.h"

/* --- what is found in a sentence --- */

static void masks(const char *text, const char *want)
{
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    const struct mask *m = mask_new(d, a);
    assert_string_equal(mask_apply(m, text, NULL, a), want);
    arena_free(a);
}

static void mask__finds_names_in_every_spelling(void **state)
{
    (void)state;
    masks("Pak Sutrisno hadir", "Pak [nama] hadir");
    masks("berkas SUTRISNO, lengkap", "berkas [nama], lengkap");
    masks("rumah sutrisnonya", "rumah [nama]");
    masks("Ferdinandus Lebu, S.STP. bicara", "[nama]. bicara");
    masks("oleh Ferdinandus.", "oleh [nama].");
    masks("la ode marfin", "[nama]");
    masks("Ibu Nur'aini dan Nur\xe2\x80\x99"
          "aini Rumbekwan",
          "Ibu [nama] dan [nama]");
    masks("Clara Wongkar", "[nama]");
    masks("(Meilani)", "([nama])");
}

static void mask__leaves_other_words_alone(void **state)
{
    (void)state;
    const char *const plain[] = {
        "La Ode adalah nama",
        "Prof. Haryo Seno Prabaswara",
        "Drs. Wiratma Kusnandar, M.Si.",
        "Kecamatan Muara Padu",
        "pada 12-11-2026 pukul 08.30, Rp1.500.000.000,00",
        "Nomor 000.8.3.4/417/Org/2026 tanggal 30 Oktober 2026",
        "pukul 08.30-09.15 12-11-2026",
        "SKM 3,21 80,25; 41 laporan 23 9 6 3",
        "2026-11-12T10:42:07",
        "1708",
        "",
    };
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        masks(plain[i], plain[i]);
}

static void mask__finds_numbers_in_every_spelling(void **state)
{
    (void)state;
    masks("hubungi 0812-0000-0007.", "hubungi [nomor].");
    masks("WA +62 812 0000 0007", "WA [nomor]");
    masks("6281200000007", "[nomor]");
    masks("081200000007/081200000016", "[nomor]");
    masks("nomor lain 0857 1234 5678 saja", "nomor lain [nomor] saja");
    /* the shortest, and in pairs the shortest and the longest */
    masks("nomor lain 0857 123 456 saja", "nomor lain [nomor] saja");
    masks("nomor lain 08 57 12 34 56 saja", "nomor lain [nomor] saja");
    masks("nomor lain 08 57 12 34 56 78 90 saja", "nomor lain [nomor] saja");
    masks("NIK 5371010101900001", "NIK [nomor]");
    masks("NIP 19690817 199403 1 991", "NIP [nomor]");
}

static void mask__survives_broken_text(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct mask *m = mask_new(fixture_dossier(a), a);
    const char *const odd[] = {
        "\xff\xfeSutrisno\xc3", "'''", "+", "+6", "\xe2\x80", "((((", "- - -"};
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        assert_non_null(mask_apply(m, odd[i], NULL, a));
    arena_free(a);
}

/* --- what a published paper holds --- */

static void publikasi__holds_no_personal_data(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    for (const struct paper_kind *k = paper_kinds; k->code; k++) {
        const struct doc_options o = {.privacy = PRIVACY_PUBLIKASI, .state = STATE_DRAFT};
        const struct document_tree *t = k->build(d, &o, a);
        struct buf out = BUF_INIT;
        tree_write(t, &out);
        for (size_t i = 0; fixture_personal[i]; i++) {
            const char *s = fixture_personal[i];
            for (size_t at = 0; at + strlen(s) <= out.len; at++)
                if (memcmp(out.p + at, s, strlen(s)) == 0)
                    fail_msg("%s holds %s", k->code, s);
        }
        buf_done(&out);
    }
    arena_free(a);
}

/* The negative control of the test above: the archive's version holds them. */
static void arsip__holds_what_the_archive_needs(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = fixture_dump(fixture_dossier(a), "berita-acara", PRIVACY_ARSIP, STATE_DRAFT);
    assert_non_null(strstr(buf_str(&b), "Sutrisno"));
    assert_non_null(strstr(buf_str(&b), "0812-0000-0007"));
    assert_non_null(strstr(buf_str(&b), "19690817"));
    buf_done(&b);
    arena_free(a);
}

/* No field may slip through because nobody thought of it: whatever the dictionary calls personal or
 * does not call public is empty in the filtered copy, in every kind of record. */
static void filter__follows_the_dictionary(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    struct participant *p = &d->participant.v[2];
    p->phone_raw = "0812-0000-0007";
    p->rank = "pangkat";
    d->contribution.v[0].via = "kakaknya";
    const struct dossier *f = privacy_filter(d, PRIVACY_PUBLIKASI, a);
    char scratch[DATE_TEXT];
    for (int i = 0; i < participant_F_COUNT; i++) {
        const struct field *fd = dict_field(ENTITY_participant, i);
        bool hidden = (fd->flags & FIELD_PER) || !(fd->flags & (FIELD_PUB | FIELD_PRN));
        struct value v = record_get(&f->participant.v[2], ENTITY_participant, i, scratch);
        if (hidden && i != participant_F_name)
            assert_int_equal(v.type, VALUE_NULL);
    }
    assert_null(f->contribution.v[0].text);
    assert_null(f->contribution.v[0].via);
    assert_true(id_is_none(&f->contribution.v[0].speaker));
    assert_null(f->session.v->note);
    assert_null(f->document.v[1].file_name);
    assert_string_equal(f->contribution.v[0].wording,
                        "Pemohon tiga kali datang; hubungi [nama] di [nomor]");
    assert_int_equal(f->session.v->with_phone, 0);
    /* the dossier itself is untouched */
    assert_string_equal(d->participant.v[2].name, "Sutrisno");
    assert_non_null(d->contribution.v[0].text);
    arena_free(a);
}

static void filter__names_people_by_consent_office_and_unsur(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct dossier *f = privacy_filter(fixture_dossier(a), PRIVACY_PUBLIKASI, a);
    assert_string_equal(f->participant.v[0].name, "Drs. Wiratma Kusnandar, M.Si.");
    assert_string_equal(f->participant.v[1].name, "Analis Kebijakan Ahli Muda");
    assert_string_equal(f->participant.v[2].name, "Wakil Pengguna Layanan");
    assert_null(f->participant.v[2].position);
    assert_string_equal(f->participant.v[4].name, "Camat Muara Padu");
    assert_null(f->participant.v[8].name);
    arena_free(a);
}

/* Anonymous stays anonymous: also of officials, of who agreed to be named, and where the matter was handed on. */
static void filter__leads_nobody_to_an_anonymous_input(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    d->contribution.v[0].speaker = row_id('p', 5); /* an official */
    d->contribution.v[1].speaker = row_id('p', 1); /* agreed to be named */
    d->parked.v[0].contribution = d->contribution.v[0].id;
    d->parked.v[0].proposer = row_id('p', 5);
    const struct dossier *f = privacy_filter(d, PRIVACY_PUBLIKASI, a);
    assert_false(id_is_none(&f->contribution.v[0].speaker));
    assert_false(id_is_none(&f->contribution.v[1].speaker));
    assert_false(id_is_none(&f->parked.v[0].proposer));
    d->contribution.v[0].anonymous = d->contribution.v[1].anonymous = 1;
    f = privacy_filter(d, PRIVACY_PUBLIKASI, a);
    assert_true(id_is_none(&f->contribution.v[0].speaker));
    assert_true(id_is_none(&f->contribution.v[1].speaker));
    assert_int_equal(f->contribution.v[0].speaker_unsur, UNSUR_STAKEHOLDER); /* figures stay */
    assert_true(id_is_none(&f->parked.v[0].proposer));
    arena_free(a);
}

/* What leaves the session file unfiltered: the turn, what goes on with it, and where it was handed on. */
static void unnamed__takes_out_only_who_asked_for_it(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    struct contribution *c = ARENA_ARRAY(a, struct contribution, 3);
    d->contribution.v = c;
    d->contribution.n = 3;
    for (int i = 0; i < 3; i++) {
        record_init(&c[i], ENTITY_contribution);
        c[i].id = row_id('c', i + 1);
        c[i].speaker = row_id('p', 3); /* Sutrisno */
        c[i].text = c[i].wording = "Saya Sutrisno dari Karang Jati";
        c[i].via = "Ibu Sari";
        c[i].speaker_unsur = NONE;
    }
    d->parked.v[0].contribution = c[1].id;
    d->parked.v[0].proposer = row_id('p', 3);
    d->parked.v[0].text = "Usul Sutrisno";
    const struct dossier *empty = dossier_new(a);
    assert_ptr_equal(privacy_unnamed(empty, a), empty);
    c[0].anonymous = 1;
    c[1].continues = c[0].id;
    const struct dossier *f = privacy_unnamed(d, a);
    for (int i = 0; i < 2; i++) {
        assert_true(id_is_none(&f->contribution.v[i].speaker));
        assert_int_equal(f->contribution.v[i].speaker_unsur, UNSUR_PENGGUNA); /* figures stay */
        assert_string_equal(f->contribution.v[i].text, "Saya [nama] dari Karang Jati");
        assert_string_equal(f->contribution.v[i].wording, "Saya [nama] dari Karang Jati");
        assert_null(f->contribution.v[i].via);
    }
    assert_true(id_is_none(&f->parked.v[0].proposer));
    assert_string_equal(f->parked.v[0].text, "Usul [nama]");
    assert_memory_equal(&f->contribution.v[2], &c[2], sizeof c[2]);
    assert_string_equal(c[0].text, "Saya Sutrisno dari Karang Jati"); /* the session's own rows stay */
    assert_true(id_is_none(&privacy_filter(d, PRIVACY_PUBLIKASI, a)->contribution.v[1].speaker));
    arena_free(a);
}

/* Who signs is told by office or organisation, where a private position would be a name in other words. */
static void filter__tells_signatories_by_organisation(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct dossier *f = privacy_filter(fixture_dossier(a), PRIVACY_PUBLIKASI, a);
    const struct signatory *s = f->signatory.v;
    assert_string_equal(s[0].name, "Wakil Pengguna Layanan");
    assert_string_equal(s[0].position, "Desa Karang Jati");
    assert_string_equal(s[2].name, "Drs. Wiratma Kusnandar, M.Si.");
    assert_string_equal(s[2].position, "Kepala Dinas Kependudukan dan Pencatatan Sipil");
    assert_null(s[2].nip);
    assert_string_equal(s[4].name, "Moderator"); /* by name only, and not on the list: by role */
    assert_string_equal(s[6].name, "Wakil Media Massa");
    assert_string_equal(s[6].position, "Harian Kabar Mandala");
    arena_free(a);
}

static void filter__changes_nothing_the_second_time(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct dossier *once = privacy_filter(fixture_dossier(a), PRIVACY_PUBLIKASI, a);
    struct buf x = fixture_dump(fixture_dossier(a), "berita-acara", PRIVACY_PUBLIKASI, STATE_DRAFT);
    struct buf y = fixture_dump(once, "berita-acara", PRIVACY_PUBLIKASI, STATE_DRAFT);
    assert_string_equal(buf_str(&x), buf_str(&y));
    buf_done(&x);
    buf_done(&y);
    assert_ptr_equal(privacy_filter(once, PRIVACY_ARSIP, a), once);
    arena_free(a);
}

static void hits__say_where_names_stand(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    d->agreement.v[0].problem = "Loket Sutris ditutup";
    const struct privacy_places p = privacy_places(d, a);
    const char *const want[] = {
        "Catatan 1, Rumusan: Sutrisno, 0812-0000-0007",
        "Kesepakatan 1, Usulan rekomendasi perbaikan: Sutrisno",
        "Keberatan 2, Pihak yang dicetak: Clara Sintya Wongkar",
        "Dokumentasi 2, Keterangan: Sutrisno",
    };
    assert_int_equal(p.n_hidden, sizeof want / sizeof *want);
    for (size_t i = 0; i < p.n_hidden; i++)
        assert_string_equal(p.hidden[i].text, want[i]);
    assert_int_equal(p.hidden[1].entity, ENTITY_agreement);
    assert_true(id_eq(&p.hidden[1].row, &d->agreement.v[0].id));
    assert_int_equal(p.hidden[1].field, agreement_F_recommendation);
    assert_int_equal(p.n_perhaps, 1);
    assert_string_equal(p.perhaps[0].text, "Kesepakatan 1, Identifikasi masalah: Sutris");
    assert_int_equal(p.perhaps[0].field, agreement_F_problem);
    d->signatory.n = 0;
    d->participant.v[2].name_public = 1; /* may be read, so nobody need look */
    assert_int_equal(privacy_places(d, a).n_perhaps, 0);
    const struct privacy_places none = privacy_places(dossier_new(a), a);
    assert_int_equal(none.n_hidden + none.n_perhaps, 0);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mask__finds_names_in_every_spelling),
        cmocka_unit_test(mask__leaves_other_words_alone),
        cmocka_unit_test(mask__finds_numbers_in_every_spelling),
        cmocka_unit_test(mask__survives_broken_text),
        cmocka_unit_test(publikasi__holds_no_personal_data),
        cmocka_unit_test(arsip__holds_what_the_archive_needs),
        cmocka_unit_test(filter__follows_the_dictionary),
        cmocka_unit_test(filter__names_people_by_consent_office_and_unsur),
        cmocka_unit_test(filter__leads_nobody_to_an_anonymous_input),
        cmocka_unit_test(unnamed__takes_out_only_who_asked_for_it),
        cmocka_unit_test(filter__tells_signatories_by_organisation),
        cmocka_unit_test(filter__changes_nothing_the_second_time),
        cmocka_unit_test(hits__say_where_names_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
