/* Names, numbers and addresses as people really write them into sentences, and the words that must stay. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "model/mask.h"
#include "tests/doc/fixture.h"

struct row {
    const char *name, *text, *want; /* want NULL: the text itself */
};

/* One private person of that name, and the Kepala Dinas, who agreed to be named. */
static void masks_rows(const struct row *v)
{
    for (; v->name; v++) {
        struct arena *a = arena_new();
        struct dossier *d = fixture_dossier(a);
        d->participant.n = 3;
        d->participant.v[1].name = NULL;
        d->participant.v[2].name = v->name;
        d->participant.v[2].address = "Jl. Melati Gang 3 No. 5, Karang Jati";
        d->signatory.n = 0;
        d->session.v->letterhead = "Telepon: (0300) 000170\nPos-el: kantor@disdukcapil.example";
        const char *got = mask_apply(mask_new(d, a), v->text, NULL, a);
        if (strcmp(got, v->want ? v->want : v->text) != 0)
            fail_msg("%s in \"%s\": \"%s\"", v->name, v->text, got);
        if (!v->want)
            assert_ptr_equal(got, v->text);
        arena_free(a);
    }
}

static void names__are_found_with_initials_and_turned_round(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Hj. Sri Wahyuni, S.Pd.", "S. Wahyuni mengusulkan", "[nama] mengusulkan"},
        {"Hj. Sri Wahyuni, S.Pd.", "usul Sri W. dicatat", "usul [nama]. dicatat"},
        {"Hj. Sri Wahyuni, S.Pd.", "Wahyuni, Sri (loket 2)", "[nama] (loket 2)"},
        {"Hj. Sri Wahyuni, S.Pd.", "WAHYUNI SRI", "[nama]"},
        {"Hj. Sri Wahyuni, S.Pd.", "Hj. Sri Wahyuni, S.Pd. hadir", "[nama]. hadir"},
        {"R. M. Soewardi", "oleh R.M. Soewardi", "oleh [nama]"},
        {"Muh. Yusuf", "M. Yusuf", "[nama]"},
        {"Tan Mei-Ling", "Mei Ling; Tan Mei-Ling", "[nama]; [nama]"},
        {"Maria Goreti da Costa", "ibu da Costa", "ibu [nama]"},
        {"I Gusti Ayu Putri", "Gusti Ayu", "[nama]"},
        {"Yohanes P. Wattimena", "Y.P. Wattimena dan Yohanes W.", "[nama] dan [nama]."},
        {NULL, NULL, NULL},
    };
    masks_rows(rows);
}

static void names__are_found_in_accounts_and_glued_together(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Sri Wahyuni", "IG @sriwahyuni77", "IG @[nama]"},
        {"Sri Wahyuni", "SriWahyuni, wahyuni2", "[nama], [nama]"},
        {"Sri Wahyuni", "fb.com/sri.wahyuni", "fb.com/[nama]"},
        {"Sri Wahyuni", "Wah\xe2\x80\x8byuni dan Wah\xc2\xadyuni", "[nama] dan [nama]"},
        {"Sri Wahyuni", "W\xe2\x80\xae" "ahyuni", "[nama]"},
        {"Sri Wahyuni", "Wahyuni's", "[nama]"},
        {"Sri Wahyuni", "👍Wahyuni, →Wahyuni★ ✓Sri Wahyuni", "👍[nama], →[nama]★ ✓[nama]"},
        {NULL, NULL, NULL},
    };
    masks_rows(rows);
}

static void names__are_found_in_short_forms_of_address(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Sutrisno", "Pak Trisno dan Pak Tris", "Pak [nama] dan Pak [nama]"},
        {"Ngatiyem", "Mbah Ngat", "Mbah [nama]"},
        {"Sri Wahyuni", "Bu Yuni, Bu Sri, Hj Sri", "Bu [nama], Bu [nama], Hj [nama]"},
        {"Sutrisno", "Pak Camat, Bapak Ibu sekalian, Ibu Kota", NULL},
        {"Sutrisno", "trisno", NULL},
        {NULL, NULL, NULL},
    };
    masks_rows(rows);
}

static void other_names__are_found_as_words(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Bu Yanti; Mak Ti", "usul bu yanti, Yanti dan yantinya", "usul [nama], [nama] dan [nama]"},
        {"Bu Yanti; Mak Ti", "kata Mak Ti, ti dan Ti", "kata [nama], ti dan Ti"},
        {"Bu Yanti; Mak Ti", "ibu-ibu dan bu camat", NULL},
        {"Kancil, Gepeng / Si Doel", "Kancil, GEPENG dan Si Doel", "[nama], [nama] dan [nama]"},
        {"Yan", "bilang Yan begitu, yan kecil", "bilang [nama] begitu, yan kecil"},
        {"Bunga", "bunga bank; usul Bunga; Bu Bunga", "bunga bank; usul [nama]; Bu [nama]"},
        {"Tirta", "dari Tirta Mandala", NULL}, /* the office's own name */
        {"Mama", "kata mama, rapat bersama Mama", NULL}, /* says nobody */
        {" ;, ;", "titik; koma, spasi", NULL},
        {NULL, NULL, NULL},
    };
    for (const struct row *r = rows; r->name; r++) {
        struct arena *a = arena_new();
        struct dossier *d = fixture_dossier(a);
        d->participant.n = 3;
        d->participant.v[2].other_names = r->name;
        const char *got = mask_apply(mask_new(d, a), r->text, NULL, a);
        if (strcmp(got, r->want ? r->want : r->text) != 0)
            fail_msg("%s in \"%s\": \"%s\"", r->name, r->text, got);
        arena_free(a);
    }
}

/* Who agreed to be named agreed for the name on the list; a nickname was told to the note-taker only. */
static void other_names__are_hidden_also_of_those_who_agreed(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    d->signatory.n = 0;
    d->participant.v[2].name_public = 1;
    d->participant.v[2].other_names = "Kancil";
    assert_string_equal(mask_apply(mask_new(d, a), "usul Sutrisno alias Kancil", NULL, a), "usul Sutrisno alias [nama]");
    arena_free(a);
}

static void names__that_are_ordinary_words_only_where_somebody_is_meant(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Adil", "pelayanan yang adil dan merata", NULL},
        {"Adil", "Adil mengusulkan loket, menurut Adil perlu", "[nama] mengusulkan loket, menurut [nama] perlu"},
        {"Bunga", "bunga bank; karangan bunga; bebas bunga", NULL},
        {"Bunga", "usul Bunga", "usul [nama]"},
        {"Putri", "toilet putra dan putri", NULL},
        {"Budi Harapan", "Harapan Budi agar loket dibuka", "Harapan [nama] agar loket dibuka"},
        {"Budi Harapan", "budi daya ikan, budi pekerti", NULL},
        {"Budi Harapan", "B. Harapan masyarakat", NULL}, /* a heading */
        {"Budi Harapan", "usul B. Harapan", "usul [nama]"},
        {"Tan Mei-Ling", "bulan Mei 2026", NULL},
        {"Dwi", "dwibulanan, dwi fungsi", NULL},
        {"Surya", "panel surya, Pak Surya", "panel surya, Pak [nama]"},
        {"Tirta Wijaya", "dari Tirta Mandala", NULL}, /* the office's own name */
        {NULL, NULL, NULL},
    };
    masks_rows(rows);
}

static void names__of_places_and_of_those_who_agreed_stay(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Ahmad Yani", "di Jalan Ahmad Yani, aula Yani", NULL},
        {"Sutrisno", "Kepala Desa Sutrisno, warga Desa Sutrisno", "Kepala Desa [nama], warga Desa Sutrisno"},
        {"Wiratma Adi", "Wiratma Kusnandar menjawab Pak Wiratma", "Wiratma Kusnandar menjawab Pak [nama]"},
        {NULL, NULL, NULL},
    };
    masks_rows(rows);
}

static void numbers__of_persons_are_found(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Adil", "085712345678/085798765432, 085712345679", "[nomor]/[nomor], [nomor]"},
        {"Adil", "0857_1234_5678, HP085712345678, WA:085712345678", "[nomor], HP[nomor], WA:[nomor]"},
        {"Adil", "rumah (0362) 654321, 021-7654321", "rumah [nomor], [nomor]"},
        {"Adil", "NIK 5371 0101 0190 0001; 537101.010190.0001", "NIK [nomor]; [nomor]"},
        {"Adil", "pegawai 19700101 199503 1 001; 197001011995031001", "pegawai [nomor]; [nomor]"},
        {"Adil", "NPWP 09.254.294.3-407.000", "NPWP [nomor]"},
        {"Adil", "rek. BRI 1234-01-012345-53-9", "rek. BRI [nomor]"},
        {"Adil", "No. KK: 537101010190", "No. KK: [nomor]"},
        {NULL, NULL, NULL},
    };
    masks_rows(rows);
}

static void numbers__of_money_offices_and_papers_stay(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Adil", "Rp62.812.345.678 dan Rp 628.500.000.000", NULL},
        {"Adil", "kantor (0300) 000170", NULL}, /* in the letterhead */
        {"Adil", "1.234.567.890 lembar, 000.8.3.4/417/Org/2026", NULL},
        {"Adil", "pukul 0830-1215, 08.30-09.15", NULL},
        {"Adil", "WA 24 jam, 2026", NULL},
        {NULL, NULL, NULL},
    };
    masks_rows(rows);
}

static void addresses__are_found(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Adil", "kirim ke adil.88@surat.example, ya", "kirim ke [pos-el], ya"},
        {"Adil", "pos-el layanan@disdukcapil.example", NULL}, /* the office's own */
        {"Adil", "alamat a@b, @@ jumlah", NULL},
        {"Adil", "Jl. Melati Gang 3 No. 5 yang banjir", "[alamat] yang banjir"},
        {"Adil", "di Jl. Melati, Karang Jati", NULL},
        {NULL, NULL, NULL},
    };
    masks_rows(rows);
}

/* A text of somebody who wants the search to never end. */
static void search__is_not_slowed_by_hostile_text(void **state)
{
    (void)state;
    static const char *const pieces[] = {"1 ", "a.", "Sri ", "S.", "9", "( ", "Jl. Melati Gang ", "a@"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct arena *a = arena_new();
        struct buf b = BUF_INIT;
        struct dossier *d = fixture_dossier(a);
        d->participant.v[2].name = "Sri S. Siti Sari Sri S.";
        d->participant.v[2].address = "Jl. Melati Gang Melati Gang 3";
        while (b.len < 20000)
            buf_puts(&b, pieces[i]);
        assert_non_null(mask_apply(mask_new(d, a), buf_str(&b), NULL, a));
        buf_done(&b);
        arena_free(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names__are_found_with_initials_and_turned_round),
        cmocka_unit_test(names__are_found_in_accounts_and_glued_together),
        cmocka_unit_test(names__are_found_in_short_forms_of_address),
        cmocka_unit_test(other_names__are_found_as_words),
        cmocka_unit_test(other_names__are_hidden_also_of_those_who_agreed),
        cmocka_unit_test(names__that_are_ordinary_words_only_where_somebody_is_meant),
        cmocka_unit_test(names__of_places_and_of_those_who_agreed_stay),
        cmocka_unit_test(numbers__of_persons_are_found),
        cmocka_unit_test(numbers__of_money_offices_and_papers_stay),
        cmocka_unit_test(addresses__are_found),
        cmocka_unit_test(search__is_not_slowed_by_hostile_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
