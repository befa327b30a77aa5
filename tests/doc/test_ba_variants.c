#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "tests/doc/fixture.h"
#include "tests/doc/golden.h"

static const int64_t variants[] = {VARIANT_A, VARIANT_B, VARIANT_C, VARIANT_D};
#define EACH_VARIANT(i) (size_t i = 0; i < sizeof variants / sizeof *variants; i++)

static struct dossier *variant(struct arena *a, int64_t which)
{
    struct dossier *d = fixture_dossier(a);
    d->session.v->ba_variant = which;
    return d;
}

static struct buf archive(const struct dossier *d)
{
    return fixture_dump(d, "berita-acara", PRIVACY_ARSIP, STATE_DRAFT);
}

/* Every switch of domain 6.5 on. */
static void switch_all(struct session *s)
{
    s->with_component = s->with_status = s->with_objections = s->with_positions = 1;
}

static void stance(struct position *x, struct id agreement, int64_t unsur, int64_t stance,
                   int64_t count, const char *note)
{
    x->agreement = agreement;
    x->unsur = unsur;
    x->stance = stance;
    x->count = count;
    x->note = note;
}

static void positions(struct dossier *d)
{
    static struct position v[4];
    for (int i = 0; i < 4; i++) {
        record_init(&v[i], ENTITY_position);
        v[i].id = row_id('s', i + 1);
    }
    stance(&v[0], row_id('a', 3), UNSUR_PENGGUNA, STANCE_SETUJU, 2, NULL);
    stance(&v[1], row_id('a', 3), UNSUR_OMS, STANCE_KEBERATAN, NONE, "terlalu jarang");
    v[1].participant = row_id('p', 7);
    stance(&v[2], row_id('a', 3), UNSUR_MEDIA, STANCE_CATATAN, 1, NULL);
    stance(&v[3], row_id('a', 3), UNSUR_PENGGUNA, STANCE_ABSTAIN, 1, NULL);
    d->position.v = v;
    d->position.n = 4;
    d->agreement.v[2].agreed_present = 7;
    d->agreement.v[2].agreed_at = stamp_of(d->session.v->date, 8 * 60 + 6, ZONE_WITA);
    d->agreement.v[2].sp_component = SP_WAKTU;
}

static void berita_acara_variants__match_their_golden_dumps(void **state)
{
    (void)state;
    static const char *const names[] = {"a", "b", "c", "d"};
    for
        EACH_VARIANT(i)
        {
            struct arena *a = arena_new();
            struct dossier *d = variant(a, variants[i]);
            switch_all(d->session.v);
            positions(d);
            struct buf got = archive(d);
            check_golden(arena_printf(a, "ba-%s-arsip", names[i]), &got);
            got = fixture_dump(d, "berita-acara", PRIVACY_PUBLIKASI, STATE_LOCKED);
            check_golden(arena_printf(a, "ba-%s-publikasi", names[i]), &got);
            got = fixture_text(d, "berita-acara", PRIVACY_ARSIP, STATE_LOCKED);
            check_golden(arena_printf(a, "ba-%s-text", names[i]), &got);
            arena_free(a);
        }
}

/* --- what no variant may lose --- */

static void every_variant__prints_what_was_not_agreed_and_every_objection(void **state)
{
    (void)state;
    static const char *const wanted[] = {
        "Menghapus denda",
        "Tidak mufakat",
        "Denda diatur dengan Perda",
        "Membeli perahu",
        "Ditunda",
        "Perkumpulan Penyandang Disabilitas",
        "layanan Sabtu dua kali sebulan tidak menjangkau pekerja",
        "Hari libur pekerja harian hanya Sabtu dan Minggu.",
        "petugas hanya mencukupi dua kali sebulan",
        "Clara Sintya Wongkar",
        "denda memberatkan",
        "tidak disampaikan",
        "Perahu dinas khusus pelayanan",
        "nggaran belanja modal",
    };
    struct arena *a = arena_new();
    for
        EACH_VARIANT(i)
        {
            for (int annexed = 0; annexed <= 1; annexed++) {
                struct dossier *d = variant(a, variants[i]);
                d->session.v->with_objections = annexed;
                struct buf b = archive(d);
                for (size_t k = 0; k < sizeof wanted / sizeof *wanted; k++)
                    assert_non_null(strstr(buf_str(&b), wanted[k]));
                buf_done(&b);
            }
        }
    arena_free(a);
}

static void every_variant__prints_each_agreement_with_its_four_parts(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for
        EACH_VARIANT(i)
        {
            struct buf b = archive(variant(a, variants[i]));
            assert_non_null(strstr(buf_str(&b), "Mengirim status permohonan melalui WhatsApp/SMS"));
            assert_non_null(strstr(buf_str(&b), "Waktu cetak KTP-el tidak pasti"));
            assert_non_null(strstr(buf_str(&b), "Bidang Pelayanan Pendaftaran Penduduk"));
            assert_non_null(strstr(buf_str(&b), "30 November 2026"));
            assert_non_null(strstr(buf_str(&b), "14 (empat belas) hari kerja"));
            assert_non_null(strstr(buf_str(&b), "(masukan nomor 1)"));
            buf_done(&b);
        }
    arena_free(a);
}

static void every_variant__keeps_personal_data_out_of_publications(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for
        EACH_VARIANT(i)
        {
            struct dossier *d = variant(a, variants[i]);
            switch_all(d->session.v);
            positions(d);
            for (size_t k = 0; k < d->participant.n; k++)
                d->participant.v[k].address = "Jalan Rahasia Nomor 5";
            for (int64_t form = NONE; form < attendance_form_COUNT;
                 form = form == NONE ? 0 : form + 1) {
                d->session.v->attendance_form = form;
                struct buf b = fixture_dump(d, "berita-acara", PRIVACY_PUBLIKASI, STATE_LOCKED);
                for (const char *const *s = fixture_personal; *s; s++)
                    assert_null(strstr(buf_str(&b), *s));
                assert_null(strstr(buf_str(&b), "Rahasia"));
                buf_done(&b);
            }
        }
    arena_free(a);
}

static void every_variant__obeys_its_switches(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for
        EACH_VARIANT(i)
        {
            struct dossier *d = variant(a, variants[i]);
            struct session *s = d->session.v;
            switch_all(s);
            positions(d);
            const struct {
                int64_t *flag;
                const char *shown;
            } parts[] = {
                {&s->with_number, "omor: 000.8.3.4/"}, /* on the boxes of the attachments */
                {&s->with_legal, "Undang-Undang Nomor 25"},
                {&s->with_source, "(masukan nomor 1)"},
                {&s->with_commitment, "berkomitmen"},
                {&s->with_component, "Jangka waktu pelayanan"},
                {&s->with_objections, "\"KEBERATAN\""},
                {&s->with_positions, "KEHADIRAN DAN SIKAP"},
                {&s->with_photos, "DOKUMENTASI KEGIATAN"},
                {&s->with_attendance, "\"DAFTAR HADIR\""},
                {&s->with_parked, "nggaran belanja modal"},
            };
            for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
                struct buf b = archive(d);
                assert_non_null(strstr(buf_str(&b), parts[k].shown));
                buf_done(&b);
                *parts[k].flag = 0;
                b = archive(d);
                assert_null(strstr(buf_str(&b), parts[k].shown));
                buf_done(&b);
                *parts[k].flag = 1;
            }
        }
    arena_free(a);
}

/* --- one by one --- */

#define HAS(b, s) assert_non_null(strstr(buf_str(b), s))
#define LACKS(b, s) assert_null(strstr(buf_str(b), s))

static void variant_b__counts_its_dicta_and_names_its_attachments(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = variant(a, VARIANT_B);
    d->session.v->with_objections = 1;
    struct buf b = archive(d);
    HAS(&b, "HASIL KESEPAKATAN FORUM KONSULTASI PUBLIK (FKP)");
    HAS(&b, "label \"KESATU\"");
    HAS(&b, "label \"KETIGA\"");
    HAS(&b, "label \"KEEMPAT\"\n  value \"Lampiran I sampai dengan Lampiran VI merupakan");
    HAS(&b, "Diktum KEDUA");
    HAS(&b, "keberatan sebagaimana tercantum dalam Lampiran IV.");
    HAS(&b, "Butir nomor 4 dalam Lampiran III");
    HAS(&b, "head \"Sari Wening, Kamis, 12 November 2026\"\n"
            "    head \"Pimpinan Sidang,\"\n    name \"Sutrisno\"");
    LACKS(&b, "NOMOR:");
    HAS(&b, "text \"Setelah memperhatikan, mendengar, dan mempertimbangkan:\"");
    HAS(&b, "item \"Paparan penyelenggara pelayanan\"");
    buf_done(&b);

    d->session.v->with_attendance = d->session.v->with_parked = d->session.v->with_photos = 0;
    d->session.v->with_objections = d->session.v->with_positions = 0;
    for (size_t i = 0; i < d->agreement.n; i++)
        d->agreement.v[i].status = STATUS_MUFAKAT;
    b = archive(d);
    HAS(&b, "value \"Lampiran I dan Lampiran II merupakan"); /* of two, none is between */
    buf_done(&b);

    d = variant(a, VARIANT_B);
    d->session.v->considered = "Sambutan Bupati\n\n  \nHasil SKM Semester I";
    b = archive(d);
    HAS(&b, "item \"Sambutan Bupati\"\n  item \"Hasil SKM Semester I\"\n");
    LACKS(&b, "Paparan penyelenggara pelayanan");
    buf_done(&b);

    /* nothing agreed: no MENYEPAKATI */
    for (size_t i = 0; i < d->agreement.n; i++)
        d->agreement.v[i].status = STATUS_DITUNDA;
    b = archive(d);
    LACKS(&b, "MENYEPAKATI");
    LACKS(&b, "KESATU");
    HAS(&b, "belum mencapai kesepakatan atas hal-hal yang tercantum dalam Lampiran II.");
    buf_done(&b);
    arena_free(a);
}

static void positions__say_that_they_were_counted_on_paper(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = variant(a, VARIANT_A);
    d->session.v->with_positions = 1;
    positions(d);
    struct buf b = archive(d);
    HAS(&b, "1 keberatan (terlalu jarang)");
    LACKS(&b, "(dari kertas)");
    buf_done(&b);
    d->position.v[0].from_paper = 1;
    b = archive(d);
    HAS(&b, "\\n(dari kertas)");
    buf_done(&b);
    arena_free(a);
}

static void signatures__say_who_signs_as_what(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = variant(a, VARIANT_A);
    struct signatory *v = d->signatory.v;
    for (size_t i = 0; i < d->signatory.n; i++)
        if (v[i].role == SIGN_MODERATOR)
            v[i].role = SIGN_WAKIL_MASYARAKAT;
    struct buf b = archive(d);
    HAS(&b, "text \"Saksi:\"");
    buf_done(&b);
    v[5].role = SIGN_NOTULIS;
    b = archive(d);
    LACKS(&b, "text \"Saksi:\"");
    HAS(&b, "text \"Saksi dan yang turut menandatangani:\"");
    buf_done(&b);

    d = variant(a, VARIANT_B); /* who takes note signs below those who agreed */
    d->signatory.v[5].role = SIGN_MENGETAHUI;
    b = archive(d);
    const char *chair = strstr(buf_str(&b), "Pimpinan Sidang,");
    assert_non_null(chair);
    assert_non_null(strstr(chair, "head \"Mengetahui,\""));
    buf_done(&b);
    arena_free(a);
}

static void variant_c__without_attachments_says_so(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = variant(a, VARIANT_C);
    d->session.v->with_attendance = d->session.v->with_parked = d->session.v->with_photos = 0;
    d->session.v->with_objections = d->session.v->with_positions = 0;
    d->document.n = 0;
    struct buf b = archive(d);
    HAS(&b, "Tidak ada dokumen pendukung yang dilampirkan."); /* no dots that nobody can fill */
    LACKS(&b, "item \"......");
    buf_done(&b);
    b = fixture_dump(d, "kit-berita-acara", PRIVACY_ARSIP, STATE_DRAFT);
    HAS(&b, "item \"......"); /* but by hand */
    buf_done(&b);
    arena_free(a);
}

static void photos__are_an_attachment_only_when_there_are_some(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (int64_t v = VARIANT_A; v <= VARIANT_D; v++) {
        struct dossier *d = variant(a, v);
        d->session.v->with_photos = 1;
        struct buf b = archive(d);
        HAS(&b, "DOKUMENTASI KEGIATAN");
        LACKS(&b, "bytes 0"); /* nobody signs empty frames */
        buf_done(&b);
        d->document.n = 0;
        b = archive(d);
        LACKS(&b, "DOKUMENTASI KEGIATAN");
        buf_done(&b);
    }
    arena_free(a);
}

static void variant_c__signs_side_by_side_or_in_a_table(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = variant(a, VARIANT_C);
    struct buf b = archive(d);
    HAS(&b, "run bold \"BERITA ACARA\"\n  run bold \"NOMOR: 000.8.3.4/......./Dukcapil/2026\"\n"
            "  run bold \"TENTANG\"\n");
    HAS(&b, "\"I. HASIL PELAKSANAAN\"");
    HAS(&b, "\"II. DOKUMEN/LAMPIRAN PENDUKUNG\"");
    HAS(&b, "item \"Lampiran I: Daftar hadir\"");
    LACKS(&b, "signatures");
    /* who only acts for the head may not sign as the head, in a table either */
    HAS(&b, "| Plt. Kepala Dinas Kependudukan dan Pencatatan Sipil\\n(Penyelenggara) |");
    buf_done(&b);
    d->signatory.v[2].prefix = PREFIX_AN;
    b = archive(d);
    d->signatory.v[2].prefix = PREFIX_PLT;
    HAS(&b, "| a.n. Kepala Dinas Kependudukan dan Pencatatan Sipil\\nKepala Dinas Kependudukan");
    buf_done(&b);
    d->signatory.v[0] = d->signatory.v[2];
    d->signatory.v[1] = d->signatory.v[5];
    for (d->signatory.n = 1; d->signatory.n <= 2; d->signatory.n++) {
        b = archive(d);
        HAS(&b, "signatures");
        LACKS(&b, "| Tanda Tangan |");
        buf_done(&b);
    }
    d->signatory.n = 2;
    d->signatory.v[1] = d->signatory.v[6]; /* of the press: has no number, and no dots for one */
    b = archive(d);
    HAS(&b, "name \"Clara Sintya Wongkar\"\n");
    LACKS(&b, "foot \"NIP ....");
    buf_done(&b);
    d->signatory.v[1].participant = ID_NONE; /* not on the list either */
    b = archive(d);
    LACKS(&b, "foot \"NIP ....");
    buf_done(&b);
    d->signatory.v[1].role = SIGN_SAKSI; /* may be an official */
    b = archive(d);
    HAS(&b, "foot \"NIP ....");
    buf_done(&b);
    d->signatory.n = 0; /* the public has room to sign, too */
    b = archive(d);
    HAS(&b, "row | 1. | ............ | Kepala Dinas Kependudukan dan Pencatatan "
            "Sipil\\n(Penyelenggara) |");
    HAS(&b, "row | 5. |");
    buf_done(&b);
    arena_free(a);
}

static void variant_d__names_two_parties_and_their_witnesses(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = variant(a, VARIANT_D);
    d->participant.v[2].address = "Dusun Jati RT 2";
    d->signatory.v[6].role = SIGN_MENGETAHUI;
    struct buf b = archive(d);
    HAS(&b, "label \"NIP\"\n  value \"19690817 199403 1 991\"");
    HAS(&b, "label \"Alamat\"\n  value \"Jalan Tirta Kencana Nomor 17, Sari Wening\"");
    HAS(&b, "label \"Alamat\"\n  value \"Dusun Jati RT 2\"");
    HAS(&b, "selanjutnya disebut PIHAK KEDUA.");
    HAS(&b, "head \"PIHAK KEDUA,\"\n    head \"Warga Desa Karang Jati\"\n    name \"Sutrisno\"\n");
    HAS(&b, "head \"PIHAK PERTAMA,\"\n    head \"Plt. Kepala Dinas");
    HAS(&b, "\"Dilakukan di hadapan:\"");
    HAS(&b, "head \"Mengetahui/Mengesahkan,\"");
    HAS(&b, "dalam 3 (tiga) rangkap");
    buf_done(&b);
    /* nobody chosen yet: dots for both */
    d->signatory.n = 0;
    b = archive(d);
    HAS(&b, "label \"Nama\"\n  value \"....");
    buf_done(&b);
    arena_free(a);
}

static void every_variant__stands_400_agreements_and_none(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for
        EACH_VARIANT(i)
        {
            struct dossier *d = variant(a, variants[i]);
            const struct agreement like = d->agreement.v[0];
            d->agreement.n = 400;
            d->agreement.v = ARENA_ARRAY(a, struct agreement, 400);
            for (int k = 0; k < 400; k++) {
                d->agreement.v[k] = like;
                d->agreement.v[k].id = (struct id){{'z', (uint8_t)(k >> 8), (uint8_t)k}};
                d->agreement.v[k].number = k + 1;
            }
            struct buf b = archive(d);
            if (variants[i] == VARIANT_B)
                HAS(&b, "label \"KEEMPAT RATUS\"");
            else if (variants[i] == VARIANT_A)
                HAS(&b, "row | 400. |");
            buf_done(&b);
            d->agreement.n = 0;
            b = archive(d);
            HAS(&b,
                variants[i] == VARIANT_B ? "label \"KELIMA\"\n  value \"...." : "row | 5. |  |  |");
            buf_done(&b);
        }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(berita_acara_variants__match_their_golden_dumps),
        cmocka_unit_test(every_variant__prints_what_was_not_agreed_and_every_objection),
        cmocka_unit_test(every_variant__prints_each_agreement_with_its_four_parts),
        cmocka_unit_test(every_variant__keeps_personal_data_out_of_publications),
        cmocka_unit_test(every_variant__obeys_its_switches),
        cmocka_unit_test(variant_b__counts_its_dicta_and_names_its_attachments),
        cmocka_unit_test(positions__say_that_they_were_counted_on_paper),
        cmocka_unit_test(signatures__say_who_signs_as_what),
        cmocka_unit_test(variant_c__without_attachments_says_so),
        cmocka_unit_test(photos__are_an_attachment_only_when_there_are_some),
        cmocka_unit_test(variant_c__signs_side_by_side_or_in_a_table),
        cmocka_unit_test(variant_d__names_two_parties_and_their_witnesses),
        cmocka_unit_test(every_variant__stands_400_agreements_and_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
