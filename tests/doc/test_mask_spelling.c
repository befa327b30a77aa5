/* Names in other spellings and other letters, ordinary words that are names too, and what a person has to decide. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "model/mask_parts.h"
#include "tests/doc/fixture.h"

struct row {
    const char *name, *text, *want; /* want NULL: the text itself */
    const char *perhaps;            /* what a person has to look at; NULL: nothing */
};

static struct dossier *of_one(const char *name, struct arena *a)
{
    struct dossier *d = fixture_dossier(a);
    d->participant.n = 3;
    d->participant.v[1].name = NULL;
    d->participant.v[2].name = name;
    d->signatory.n = 0;
    return d;
}

static void masks_rows(const struct row *v)
{
    for (; v->name; v++) {
        struct arena *a = arena_new();
        struct buf perhaps = BUF_INIT;
        const char *got = mask_search(mask_new(of_one(v->name, a), a), v->text, NULL, &perhaps, a);
        if (strcmp(got, v->want ? v->want : v->text) != 0)
            fail_msg("%s in \"%s\": \"%s\"", v->name, v->text, got);
        if (strcmp(buf_str(&perhaps), v->perhaps ? v->perhaps : "") != 0)
            fail_msg("%s in \"%s\": perhaps \"%s\"", v->name, v->text, buf_str(&perhaps));
        buf_done(&perhaps);
        arena_free(a);
    }
}

static void spellings__are_found(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Sutrisno", "usul Soetrisno, loket Soetrisno", "usul [nama], loket [nama]", NULL},
        {"Soetrisno", "usul sutrisno dicatat", "usul [nama] dicatat", NULL},
        {"Tjahjono", "oleh Cahyono, bapak tjahyono", "oleh [nama], bapak [nama]", NULL},
        {"Djoko Widjaja", "antara Joko Wijaya dan kami", "antara [nama] dan kami", NULL},
        {"Djoko Widjaja", "ada joko wijaya di situ", "ada [nama] di situ", NULL}, /* two of them are no chance */
        {"Djoko Widjaja Tirtokusumo", "ada joko wijaya di situ", "ada [nama] di situ", NULL},
        {"Jusuf", "ketika Yusuf dan Yusup datang", "ketika [nama] dan [nama] datang", NULL},
        {"Sjarifuddin", "rumah Syarifudin", "rumah [nama]", NULL},
        {"Chairul", "kata khairul, kata Hairul", "kata [nama], kata [nama]", NULL},
        {"Achmad", "kepada Ahmad, kepada Akhmad", "kepada [nama], kepada [nama]", NULL},
        {"Muhammad", "bersama Mohamad, Muhamad, Mochamad", "bersama [nama], [nama], [nama]", NULL},
        {"Fatimah", "ibu Patima, bu fathimah", "ibu [nama], bu [nama]", NULL},
        {"Yudhi", "temuan Yudi dan Yudhy", "temuan [nama] dan [nama]", NULL},
        {"Vivi Novita", "bagi Fifi Nofita", "bagi [nama]", NULL},
        {"Abdul Aziz", "untuk Azis", "untuk [nama]", NULL},
        {"Nyoman Suprapta", "karena Njoman", "karena [nama]", NULL},
        {"Chandra", "dengan Candra", "dengan [nama]", NULL},
        {"Ma'mun", "pesan Makmun", "pesan [nama]", NULL},
        {"Sutrisno", "Sutarno, Sutisna, Suprapto dan Trisni", NULL, NULL}, /* others */
        {NULL, NULL, NULL, NULL},
    };
    masks_rows(rows);
}

static void spellings__in_small_letters_are_shown_and_left(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Fatih", "patih kerajaan", NULL, "patih"},
        {"Fatih", "Patih kerajaan", NULL, "Patih"}, /* every sentence begins with a capital */
        {"Fatih", "pak patih", "pak [nama]", NULL},
        {"Yasa", "jasa raharja", NULL, NULL}, /* a common word */
        {NULL, NULL, NULL, NULL},
    };
    masks_rows(rows);
}

static void letters__apart_are_a_name(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Budi Santoso", "usul B u d i  dan B.U.D.I", "usul [nama]  dan [nama]", NULL},
        {"Budi Santoso", "B-u-d-i S-a-n-t-o-s-o", "[nama]", NULL},
        {"Sutrisno", "S  u  t  r  i  s  n  o; s   u   t   r", "[nama]; s   u   t   r", NULL},
        {"Budi Santoso", "b u d i s a n t o s o x", "[nama] x", NULL},
        {"Sutrisno", "ditulis S U T R I S N O di papan", "ditulis [nama] di papan", NULL},
        {"Soetrisno", "ditulis s.u.t.r.i.s.n.o", "ditulis s.u.t.r.i.s.n.o", "s.u.t.r.i.s.n.o"},
        {"Sutrisno", "a. b. c. d; s u t r a; A B C", NULL, NULL},
        {"Bunga", "T A M A N  B U N G A", NULL, "B U N G A"},
        {NULL, NULL, NULL, NULL},
    };
    masks_rows(rows);
}

static void names__broken_at_a_line_end_are_found(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Sutrisno", "kata Sutris-\nno, kata Su- trisno", "kata [nama], kata [nama]", NULL},
        {"Budi Santoso", "usul Budi\nSantoso\ndan Santoso-\nBudi", "usul [nama]\ndan [nama]", NULL},
        {"Sutrisno", "Sutrisno-\ndan loket-\nloket", "[nama]-\ndan loket-\nloket", NULL},
        {NULL, NULL, NULL, NULL},
    };
    masks_rows(rows);
}

static void letters__that_look_like_others_are_read(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Sutrisno", "kata \u0405utrisn\u043e", "kata [nama]", NULL}, /* Cyrillic */
        {"Budi Santoso", "\u0392udi S\u03b1nt\u03bfso", "[nama]", NULL}, /* Greek */
        {"Sutrisno", "\uff33\uff35\uff34\uff32\uff29\uff33\uff2e\uff2f", "[nama]", NULL}, /* wide */
        {"Sutrisno", "S\u00fatr\u00eesn\u00f8", "[nama]", NULL},
        {"S\u00fatrisno", "kata sutrisno", "kata [nama]", NULL},
        {"Sutrisno", "\u041c\u043e\u0441\u043a\u0432\u0430 \u03b1\u03b2\u03b3", NULL, NULL},
        {NULL, NULL, NULL, NULL},
    };
    masks_rows(rows);
}

static void titles__around_a_common_word_make_it_a_name(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Fajar", "dr. Fajar, Pak Dr. H. Fajar", "dr. [nama], Pak Dr. H. [nama]", NULL},
        {"Indah", "oleh karena itu Indah, S.Kom. minta", "oleh karena itu [nama], S.Kom. minta", NULL},
        {"Indah", "Teungku Indah, Daeng Indah, Cak Indah, Ny. Indah", "Teungku [nama], Daeng [nama], Cak [nama], Ny. [nama]",
         NULL},
        {"Bintang Cahaya", "kursi Bintang Cahaya", "kursi [nama]", NULL}, /* a second name */
        {"Indah", "Indah, Bandung", NULL, NULL},
        {"Saran", "H. Saran", NULL, NULL}, /* a heading */
        {NULL, NULL, NULL, NULL},
    };
    masks_rows(rows);
}

static void ordinary_words__with_a_capital_are_shown_and_left(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Cahaya", "lampu kurang cahaya", NULL, NULL},
        {"Cahaya", "loket dibuka Cahaya kemarin", NULL, "Cahaya"},
        {"Cahaya", "Cahaya kurang. Cahaya redup", NULL, NULL},
        {"Cahaya", "Jalan Cahaya dan menurut Cahaya", "Jalan Cahaya dan menurut [nama]", NULL},
        {"Ali", "loket Ali", NULL, "Ali"},
        {"I Made Oka", "tahap I, kata Oka", "tahap I, kata [nama]", NULL},
        {"Surya", "loket surya dan Surya, kata surya", "loket surya dan [nama], kata [nama]", "surya"},
        {"Surya", "panel surya, tenaga surya", NULL, NULL},
        {"Budi Santoso", "budi pekerti, budi daya; keluhan budi", "budi pekerti, budi daya; keluhan [nama]", NULL},
        {"Sutrisno", "loket Sutris dan sutris", NULL, "Sutris"},
        {"Anak Agung Sang Putra", "anak usia sekolah, sang anak, Pak Agung", "anak usia sekolah, sang anak, Pak [nama]", NULL},
        {"Tan Yang Mei", "yang tua dan yang muda", NULL, NULL},
        {NULL, NULL, NULL, NULL},
    };
    masks_rows(rows);
}

/* Sentences as notes have them, and people named with every ordinary word that people are named with. */
static void ordinary_sentences__stay_as_they_are(void **state)
{
    (void)state;
    static const char *const names[] = {
        "Budi", "Indah Cahaya", "Sari", "Bintang", "Surya", "Dewi", "Putri", "Bagus", "Agung", "Wahyu", "Fajar", "Intan",
        "Melati", "Mawar", "Bunga", "Kasih", "Tulus", "Sabar", "Slamet", "Untung", "Yasa", "Fatih", "Feri", "Vita", "Yati",
        "Rahmat", "Hikmah", "Iman", "Imam", "Hakim", "Wage", "Legi", "Anak Agung", "Si Luh", "Tiga", "Mulia", "Jaya",
        "Harapan", "Setia", "Bakti", "Purnama", "Ratna", "Tirta", "Panca", "Eka", "Dwi", "Tri", "Catur", "Nanda", "Ria",
        "Juli", "Yuli", "Agustus", "Jumat", "Tani", "Guru", "Jujur", "Lestari", "Damai", "Abadi", "Sakti", "Zaman", "Fandi"};
    static const char *const sentences[] = {
        "Antrean di loket satu terlalu lama, harapan warga dua loket dibuka sejak pagi.",
        "Pelayanan yang baik dan adil; petugas mohon sabar dan tulus melayani.",
        "Biaya cetak tidak ada, tetapi warga masih diminta uang lelah oleh calo.",
        "Lampu di ruang tunggu kurang cahaya, taman di depan indah tetapi kotor.",
        "Toilet putra dan putri terpisah, airnya sering mati pada siang hari.",
        "Formulir bisa diambil di kantor desa, fotokopi cukup satu lembar saja.",
        "Jadwal keliling bulan juli dan agustus diumumkan di balai desa, juga lewat radio.",
        "Guru dan anak sekolah mendapat kartu pada hari jumat, sesuai tata tertib.",
        "Rahmat dan karunia Tuhan; salam sejahtera bagi kita semua.",
        "Mereka yang bekerja setia dan jujur layak diberi penghargaan, minimal piagam.",
        "Tanda terima pengaduan wajib diberi nomor, dijawab paling lama tiga hari kerja.",
        "Petani dan nelayan minta jam layanan dibuka lebih pagi pada musim panen.",
        "Bunga bank, jasa kurir, dan pajak kendaraan bukan wewenang kantor ini.",
        "Panel surya di kantor kecamatan rusak sejak bulan lalu, dewi fortuna belum berpihak.",
        "Budi pekerti petugas sudah baik, papan informasi sudah jelas.",
        "Data ganda pada kartu keluarga perlu dibersihkan, bukti lama jangan dibuang."};
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct mask *m = mask_new(of_one(names[i], a), a);
        for (size_t k = 0; k < sizeof sentences / sizeof *sentences; k++) {
            const char *got = mask_apply(m, sentences[k], NULL, a);
            /* "Rahmat" and "Budi" with a capital are names; a person sees them at the gate */
            if (got != sentences[k] && strncmp(sentences[k], names[i], strlen(names[i])) != 0)
                fail_msg("%s: %s", names[i], got);
        }
    }
    arena_free(a);
}

/* Of who asked to be erased every word goes, also where it might be an ordinary one, and what they are called. */
static void erased_people__are_hidden_also_in_small_letters(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = of_one("Budi", a);
    d->participant.v[2].other_names = "Mbak Genduk; Yan";
    const struct mask *m = mask_of_people(d, &d->participant.v[2], 1, a);
    assert_string_equal(mask_apply(m, "loket budi dan genduk, kata Yan", NULL, a), "loket [nama] dan [nama], kata [nama]");
    assert_string_equal(mask_apply(m, "sutrisno dan 0811-2222-333", NULL, a), "sutrisno dan 0811-2222-333");
    arena_free(a);
}

static void words__are_in_the_order_they_are_searched_by(void **state)
{
    (void)state;
    assert_null(mask_misplaced_word());
    assert_true(mask_is_common("yang") && mask_is_common("abang") && mask_is_honorific("uwak") && mask_is_place("aula"));
    assert_false(mask_is_common("budi") || mask_is_common("") || mask_is_honorific("zzz"));
}

/* Ways multiply where every letter may be written in several ways; the search must end all the same. */
static void search__of_spellings_ends(void **state)
{
    (void)state;
    static const char *const pieces[] = {"s u ", "chkhch", "iyiyiy", "sjsysh", "a-\n", "B."};
    struct arena *a = arena_new();
    struct buf name = BUF_INIT;
    while (name.len < 200)
        buf_puts(&name, "chkhiysjsyak");
    struct dossier *d = of_one(buf_str(&name), a);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct buf b = BUF_INIT;
        while (b.len < 5000)
            buf_printf(&b, "%s%s", pieces[i], b.len % 600 < 20 ? " " : "");
        assert_non_null(mask_apply(mask_new(d, a), buf_str(&b), NULL, a));
        buf_done(&b);
    }
    buf_done(&name);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings__are_found),
        cmocka_unit_test(spellings__in_small_letters_are_shown_and_left),
        cmocka_unit_test(letters__apart_are_a_name),
        cmocka_unit_test(names__broken_at_a_line_end_are_found),
        cmocka_unit_test(letters__that_look_like_others_are_read),
        cmocka_unit_test(titles__around_a_common_word_make_it_a_name),
        cmocka_unit_test(ordinary_words__with_a_capital_are_shown_and_left),
        cmocka_unit_test(ordinary_sentences__stay_as_they_are),
        cmocka_unit_test(erased_people__are_hidden_also_in_small_letters),
        cmocka_unit_test(words__are_in_the_order_they_are_searched_by),
        cmocka_unit_test(search__of_spellings_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
