#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "tests/doc/fixture.h"
#include "tests/doc/golden.h"

#define HAS(b, s) assert_non_null(strstr(buf_str(b), s))
#define LACKS(b, s) assert_null(strstr(buf_str(b), s))

static size_t count(const struct buf *b, const char *s)
{
    size_t n = 0;
    for (const char *p = buf_str(b); (p = strstr(p, s)) != NULL; p += strlen(s))
        n++;
    return n;
}

static struct buf archive(const struct dossier *d, const char *code)
{
    return fixture_dump(d, code, PRIVACY_ARSIP, STATE_DRAFT);
}

static void kit__matches_its_golden_dumps(void **state)
{
    (void)state;
    static const char *const codes[] = {"kit-hadir", "kit-masukan", "kit-suara",
                                        "kit-berita-acara"};
    struct arena *a = arena_new();
    const struct dossier *d = fixture_dossier(a);
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        struct buf got = archive(d, codes[i]);
        check_golden(codes[i], &got);
    }
    arena_free(a);
}

static void kit__is_never_marked_as_a_draft(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct dossier *d = fixture_dossier(a);
    for (const struct paper_kind *k = paper_kinds; k->code; k++) {
        if (strncmp(k->code, "kit-", 4) != 0)
            continue;
        struct buf b = archive(d, k->code);
        LACKS(&b, "watermark");
        LACKS(&b, "DRAF");
        buf_done(&b);
        b = fixture_dump(d, k->code, PRIVACY_PUBLIKASI, STATE_DRAFT);
        for (const char *const *s = fixture_personal; *s; s++)
            LACKS(&b, *s);
        buf_done(&b);
    }
    arena_free(a);
}

static void kit_hadir__is_blank_although_people_have_come(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    d->participant.v[8].attendance = ATTENDANCE_BELUM; /* may still come */
    struct buf b = archive(d, "kit-hadir");
    HAS(&b, "row | 3. | Sutrisno | L | Warga, Desa Karang Jati |");
    HAS(&b, "Ketua DPRD");
    HAS(&b, "row | 17. |");
    LACKS(&b, "08.02");
    LACKS(&b, "Jumlah hadir");
    buf_done(&b);
    arena_free(a);
}

static void kit_masukan__numbers_full_pages_of_slips(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    static const struct {
        size_t people, slips;
    } v[] = {{0, 24}, {10, 24}, {25, 27}, {1000, 60}};
    const struct participant like = d->participant.v[0];
    for (size_t i = 0; i < sizeof v / sizeof *v; i++) {
        d->participant.n = v[i].people;
        d->participant.v = ARENA_ARRAY(a, struct participant, v[i].people);
        for (size_t k = 0; k < v[i].people; k++)
            d->participant.v[k] = like;
        struct buf b = archive(d, "kit-masukan");
        assert_int_equal(count(&b, "\"KARTU MASUKAN NOMOR "), v[i].slips);
        assert_int_equal(count(&b, "page_break"), v[i].slips / 3 - 1);
        assert_int_equal(count(&b, "potong di sini"), v[i].slips - v[i].slips / 3);
        HAS(&b, arena_printf(a, "NOMOR %zu\"", v[i].slips));
        /* a long name of a unit may not make a slip higher than its third of the page */
        HAS(&b, "text \"Forum Konsultasi Publik Disdukcapil, 12 November 2026\"");
        LACKS(&b, "right");
        buf_done(&b);
    }
    arena_free(a);
}

static void kit_suara__has_a_sheet_for_each_agreement_and_at_least_eight(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    struct buf b = archive(d, "kit-suara");
    HAS(&b, "\"Kesepakatan nomor 2: Uji coba layanan Sabtu dua kali sebulan\"");
    HAS(&b, "\"Kesepakatan nomor 8: ....");
    d->agreement.v[0].recommendation = NULL; /* what is known of it names it */
    buf_done(&b);
    b = archive(d, "kit-suara");
    HAS(&b, arena_printf(a, "\"Kesepakatan nomor 1: %s\"", d->agreement.v[0].problem));
    assert_int_equal(count(&b, "row | Jumlah |"), 8);
    assert_int_equal(count(&b, "row | Media Massa |"), 8);
    HAS(&b, "| Unsur | Hadir | Setuju | Catatan | Keberatan | Abstain | Alasan/catatan");
    buf_done(&b);
    const struct agreement like = d->agreement.v[0];
    d->agreement.n = 11;
    d->agreement.v = ARENA_ARRAY(a, struct agreement, 11);
    for (int i = 0; i < 11; i++)
        d->agreement.v[i] = like;
    b = archive(d, "kit-suara");
    assert_int_equal(count(&b, "row | Jumlah |"), 11);
    buf_done(&b);
    arena_free(a);
}

static void kit_berita_acara__is_the_variants_frame_with_room_for_eight(void **state)
{
    (void)state;
    static const char *const frame[ba_variant_COUNT] = {
        [VARIANT_A] = "Tabel tanda tangan wakil peserta:",
        [VARIANT_B] = "MENYEPAKATI",
        [VARIANT_C] = "I. HASIL PELAKSANAAN",
        [VARIANT_D] = "PIHAK KEDUA",
    };
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    for (int64_t i = 0; i < ba_variant_COUNT; i++) {
        d->session.v->ba_variant = i;
        struct buf b = archive(d, "kit-berita-acara");
        HAS(&b, frame[i]);
        HAS(&b, i == VARIANT_B ? "row | KEDELAPAN |" : "row | 8. |  |  |");
        HAS(&b, "............ (............) orang dari");
        HAS(&b, "Catatan dan keberatan:");
        HAS(&b, "Hal-hal yang belum atau tidak disepakati:");
        HAS(&b, "Drs. Wiratma Kusnandar, M.Si."); /* who signs is known beforehand */
        HAS(&b, "| Tanda Tangan");
        LACKS(&b, "WhatsApp");
        LACKS(&b, "Menghapus denda");
        LACKS(&b, "LAMPIRAN I ");
        buf_done(&b);
    }
    /* the session itself is left as it is */
    assert_int_equal(d->agreement.n, 5);
    assert_int_equal(d->participant.v[0].attendance, ATTENDANCE_HADIR);
    arena_free(a);
}

/* A heading that has no room for the whole sentence ends behind a word. */
static void kit_suara__cuts_no_word(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    static const char words[] = "Mengirim status permohonan pada tahap diterima, dicetak, dan siap diambil; mengumumkan "
                                "waktu proses dinas terpisah dari waktu tunggu blangko di empat media, di laman, "
                                "dan di papan informasi setiap kecamatan";
    for (size_t cut = 0; cut < 12; cut++) { /* the end falls on every letter of a word */
        d->agreement.v[0].recommendation = words + cut;
        struct buf b = archive(d, "kit-suara");
        const char *end = strstr(buf_str(&b), " ...\""), *begin = end;
        assert_non_null(end);
        while (begin > buf_str(&b) && begin[-1] != ' ')
            begin--;
        const char *word = arena_printf(a, " %.*s ", (int)(end - begin), begin);
        assert_non_null(strstr(words, word));
        buf_done(&b);
    }
    d->agreement.v[0].recommendation = "Pendek saja";
    struct buf b = archive(d, "kit-suara");
    HAS(&b, "nomor 1: Pendek saja\"");
    buf_done(&b);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kit__matches_its_golden_dumps),
        cmocka_unit_test(kit__is_never_marked_as_a_draft),
        cmocka_unit_test(kit_hadir__is_blank_although_people_have_come),
        cmocka_unit_test(kit_masukan__numbers_full_pages_of_slips),
        cmocka_unit_test(kit_suara__has_a_sheet_for_each_agreement_and_at_least_eight),
        cmocka_unit_test(kit_berita_acara__is_the_variants_frame_with_room_for_eight),
        cmocka_unit_test(kit_suara__cuts_no_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
