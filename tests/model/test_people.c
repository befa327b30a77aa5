#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "model/people_csv.h"

struct header_case {
    const char *header;
    int column;
};

static const struct header_case headers[] = {{"NO", COLUMN_NO},
                                             {"No.", COLUMN_NO},
                                             {"NOMOR", COLUMN_NO},
                                             {"Nama", COLUMN_NAME},
                                             {"NAMA LENGKAP", COLUMN_NAME},
                                             {"Nama  Peserta", COLUMN_NAME},
                                             {"NAMA UNDANGAN", COLUMN_NAME},
                                             {"NAMA (dengan gelar)", COLUMN_NAME},
                                             {"JABATAN", COLUMN_POSITION},
                                             {"JBTN", COLUMN_POSITION},
                                             {"INSTANSI", COLUMN_ORGANIZATION},
                                             {"Organisasi", COLUMN_ORGANIZATION},
                                             {"INSTANSI / ORGANISASI", COLUMN_ORGANIZATION},
                                             {"ASAL", COLUMN_ORGANIZATION},
                                             {"LEMBAGA", COLUMN_ORGANIZATION},
                                             {"ALAMAT", COLUMN_ADDRESS},
                                             {"Panggilan", COLUMN_OTHER_NAMES},
                                             {"NAMA PANGGILAN / SEBUTAN LAIN", COLUMN_OTHER_NAMES},
                                             {"Nama panggilan (bila ada)", COLUMN_OTHER_NAMES},
                                             {"alias", COLUMN_OTHER_NAMES},
                                             {"Nickname", COLUMN_OTHER_NAMES},
                                             {"UNSUR", COLUMN_UNSUR},
                                             {"UNSUR PESERTA", COLUMN_UNSUR},
                                             {"KELOMPOK", COLUMN_UNSUR},
                                             {"KETERWAKILAN", COLUMN_UNSUR},
                                             {"L/P", COLUMN_SEX},
                                             {"JK", COLUMN_SEX},
                                             {"JENIS KELAMIN", COLUMN_SEX},
                                             {"Jenis Kelamin (L/P)", COLUMN_SEX},
                                             {"HP", COLUMN_PHONE},
                                             {"NO HP", COLUMN_PHONE},
                                             {"NO. HP/WA", COLUMN_PHONE},
                                             {"NO HP / WA", COLUMN_PHONE},
                                             {"TELP", COLUMN_PHONE},
                                             {"KONTAK", COLUMN_PHONE},
                                             {"NIP", COLUMN_NIP},
                                             {"NIP/NIK", COLUMN_NIP},
                                             {"KET", COLUMN_NOTE},
                                             {"KETERANGAN", COLUMN_NOTE},
                                             {"CATATAN", COLUMN_NOTE},
                                             {"", -1},
                                             {"TANDA TANGAN", -1},
                                             {"namanya siapa", -1},
                                             {"Drs. Wiratma", -1}};

static void people_column_of__knows_the_usual_headers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++)
        if (people_column_of(headers[i].header) != headers[i].column)
            fail_msg("'%s' is column %d", headers[i].header, people_column_of(headers[i].header));
}

struct unsur_case {
    const char *word;
    int64_t unsur, a, b;
};

#define ASK(word, a, b)                                                                            \
    {                                                                                              \
        word, NONE, a, b                                                                           \
    }
#define IS(word, u)                                                                                \
    {                                                                                              \
        word, u, NONE, NONE                                                                        \
    }

static const struct unsur_case unsurs[] = {
    IS("Penyelenggara", UNSUR_PENYELENGGARA),
    IS("penyelenggara layanan", UNSUR_PENYELENGGARA),
    IS("Kabid", UNSUR_PENYELENGGARA),
    IS("Bagian Organisasi", UNSUR_PENYELENGGARA),
    IS("masyarakat", UNSUR_PENGGUNA),
    IS("Masyarakat Pengguna Layanan", UNSUR_PENGGUNA),
    IS("UMKM", UNSUR_PENGGUNA),
    IS("pelaku usaha", UNSUR_PENGGUNA),
    IS("Notaris/PPAT", UNSUR_PENGGUNA),
    IS("pasien", UNSUR_PENGGUNA),
    IS("Instansi Terkait", UNSUR_STAKEHOLDER),
    IS("Stakeholder", UNSUR_STAKEHOLDER),
    IS("Kominfo", UNSUR_STAKEHOLDER),
    IS("BPJS", UNSUR_STAKEHOLDER),
    IS("Kantor Pertanahan", UNSUR_STAKEHOLDER),
    IS("OPD lain", UNSUR_STAKEHOLDER),
    IS("Akademisi", UNSUR_AHLI),
    IS("Ahli/Praktisi", UNSUR_AHLI),
    IS("dosen", UNSUR_AHLI),
    IS("PERADI", UNSUR_AHLI),
    IS("LSM", UNSUR_OMS),
    IS("Ormas", UNSUR_OMS),
    IS("tokoh agama", UNSUR_OMS),
    IS("karang taruna", UNSUR_OMS),
    IS("PERS", UNSUR_MEDIA),
    IS("wartawan", UNSUR_MEDIA),
    IS("Media Massa", UNSUR_MEDIA),
    IS("unsur media", UNSUR_MEDIA),
    IS("5. Media Massa", UNSUR_MEDIA),
    ASK("OPD", UNSUR_PENYELENGGARA, UNSUR_STAKEHOLDER),
    ASK("OPD terkait", UNSUR_PENYELENGGARA, UNSUR_STAKEHOLDER),
    ASK("Tokoh Masyarakat", UNSUR_PENGGUNA, UNSUR_OMS),
    ASK("RT/RW", UNSUR_PENGGUNA, UNSUR_OMS),
    ASK("PKK", UNSUR_PENGGUNA, UNSUR_OMS),
    ASK("", NONE, NONE),
    ASK("lain-lain", NONE, NONE),
    ASK("masyarakat dan media", NONE, NONE)};

static void people_unsur_of__never_guesses(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof unsurs / sizeof unsurs[0]; i++) {
        int64_t c[2] = {7, 7};
        int64_t got = people_unsur_of(unsurs[i].word, c);
        if (got != unsurs[i].unsur || c[0] != unsurs[i].a || c[1] != unsurs[i].b)
            fail_msg("'%s': %lld (%lld, %lld)", unsurs[i].word, (long long)got, (long long)c[0],
                     (long long)c[1]);
    }
}

/* --- tables of strings --- */

#define CELLS 6
struct table {
    const char *rows[8][CELLS]; /* NULL ends a row */
};

static struct sheet sheet_of(const struct table *t, struct arena *a)
{
    struct sheet s = {ARENA_ARRAY(a, struct sheet_row, 8), 0};
    for (size_t i = 0; i < 8 && t->rows[i][0]; i++) {
        const char **cells = ARENA_ARRAY(a, const char *, CELLS);
        size_t n = 0;
        for (; n < CELLS && t->rows[i][n]; n++)
            cells[n] = t->rows[i][n];
        s.v[s.n] = (struct sheet_row){s.n + 1, cells, n};
        s.n++;
    }
    return s;
}

static struct people_plan plan_of(const struct table *t, struct arena *a)
{
    struct sheet s = sheet_of(t, a);
    struct people_plan p;
    struct err e = {0};
    if (people_plan(&s, NULL, 0, NULL, 0, a, &p, &e) != ERR_NONE)
        fail_msg("%s", e.text);
    return p;
}

static void people_plan__says_when_there_is_no_header(void **state)
{
    (void)state;
    static const struct table bare = {{{"Ani", "Desa Karang Jati"}, {"Budi", "LSM"}}};
    struct arena *a = arena_new();
    struct sheet s = sheet_of(&bare, a);
    struct people_plan p;
    struct err e = {0};
    assert_int_equal(people_plan(&s, NULL, 0, NULL, 0, a, &p, &e), ERR_INPUT);
    assert_non_null(strstr(e.text, "NAMA dan INSTANSI"));
    arena_free(a);
}

static void people_plan__tells_people_from_sections_and_signatures(void **state)
{
    (void)state;
    static const struct table t = {{{"No", "Nama", "Instansi", "Ket"},
                                    {"", "II. Media massa", "", ""},
                                    {"1", "Sutrisno", "", ""},
                                    {"", "Karsinah", "", ""},
                                    {"No", "Nama", "Instansi", "Ket"},
                                    {"", "Total peserta", "", "3"},
                                    {"", "Mengetahui,", "Kepala Dinas", ""},
                                    {"", "NIP. 19690817 199403 1 991", "", ""}}};
    struct arena *a = arena_new();
    struct people_plan p = plan_of(&t, a);
    static const enum people_action want[] = {PEOPLE_SKIP, PEOPLE_SKIP, PEOPLE_NEW,  PEOPLE_NEW,
                                              PEOPLE_SKIP, PEOPLE_SKIP, PEOPLE_SKIP, PEOPLE_SKIP};
    for (size_t i = 0; i < 8; i++)
        if (p.v[i].action != want[i])
            fail_msg("row %zu: %s (%s)", i + 1, people_action_words(p.v[i].action), p.v[i].reason);
    assert_int_equal(p.v[2].unsur_choices[0], UNSUR_MEDIA);
    arena_free(a);
}

/* What the session would refuse is seen before anything is stored, with its row; the others come in. */
static void people_plan__leaves_out_a_row_whose_cell_is_too_long(void **state)
{
    (void)state;
    static char name[2002], place[2001];
    memset(name, 'x', sizeof name - 1);
    memset(place, 'y', sizeof place - 1);
    const struct table t = {
        {{"Nama", "Instansi"}, {name, "Desa A"}, {"Sutrisno", place}, {"Karsinah", "Desa A"}}};
    struct arena *a = arena_new();
    struct people_plan p = plan_of(&t, a);
    assert_int_equal(p.v[1].action, PEOPLE_SKIP);
    assert_int_equal(p.v[1].asks, 0);
    assert_non_null(strstr(p.v[1].reason, "terlalu panjang"));
    assert_int_equal(p.v[2].action, PEOPLE_NEW);
    assert_int_equal(p.v[3].action, PEOPLE_NEW);
    assert_int_equal(p.n_by_action[PEOPLE_NEW], 2);
    arena_free(a);
}

/* Somebody who is already there gets them only where there were none. */
static void people_plan__takes_other_names(void **state)
{
    (void)state;
    static const struct table t = {{{"Nama", "Alias", "Instansi"},
                                    {"Sutrisno", "Pak Tris; Mas No", "Desa A"},
                                    {"Karsinah", "", "Desa A"}}};
    struct arena *a = arena_new();
    struct people_plan p = plan_of(&t, a);
    assert_string_equal(p.v[1].p.other_names, "Pak Tris; Mas No");
    assert_true(p.v[1].fields & UINT64_C(1) << participant_F_other_names);
    assert_null(p.v[2].p.other_names);
    assert_false(p.v[2].fields & UINT64_C(1) << participant_F_other_names);
    struct participant there[] = {p.v[1].p, p.v[2].p};
    there[0].other_names = "Cak No";
    there[1].id = there[0].id = id_new(5);
    struct sheet s = sheet_of(&t, a);
    struct err e = {0};
    assert_int_equal(people_plan(&s, there, 2, NULL, 0, a, &p, &e), ERR_NONE);
    assert_int_equal(p.v[1].action, PEOPLE_SAME);
    there[0].other_names = NULL;
    assert_int_equal(people_plan(&s, there, 2, NULL, 0, a, &p, &e), ERR_NONE);
    assert_int_equal(p.v[1].action, PEOPLE_CHANGE);
    assert_int_equal(p.v[1].fields, UINT64_C(1) << participant_F_other_names);
    arena_free(a);
}

/* One cell that no field can hold stops nobody else, and says which it is. */
static void people_plan__leaves_out_only_the_cell_that_is_too_long(void **state)
{
    (void)state;
    char words[2002];
    memset(words, 'a', sizeof words - 1);
    words[sizeof words - 1] = '\0';
    const struct table t = {{{"NAMA", "INSTANSI", "KET"},
                             {"Sutrisno", "Desa A", words},
                             {words, "Desa B", ""},
                             {"Karsinah", "Desa A", "datang sore"}}};
    struct arena *a = arena_new();
    struct people_plan p = plan_of(&t, a);
    assert_int_equal(p.v[1].action, PEOPLE_NEW);
    assert_null(p.v[1].p.note);
    assert_string_equal(p.v[1].p.organization, "Desa A");
    assert_non_null(strstr(p.v[1].reason, "Keterangan: terlalu panjang"));
    assert_non_null(strstr(p.v[1].reason, "tidak diambil"));
    assert_int_equal(p.v[2].action, PEOPLE_SKIP);
    assert_non_null(strstr(p.v[2].reason, "Nama: terlalu panjang"));
    assert_string_equal(p.v[3].p.note, "datang sore");
    words[2000] = '\0';
    p = plan_of(&t, a);
    assert_string_equal(p.v[1].p.note, words);
    arena_free(a);
}

static void people_plan__takes_the_address_for_want_of_an_organisation(void **state)
{
    (void)state;
    static const struct table t = {
        {{"NAMA", "ALAMAT", "UNSUR"}, {"Sutrisno", "Desa Karang Jati", "warga"}}};
    struct arena *a = arena_new();
    struct people_plan p = plan_of(&t, a);
    assert_string_equal(p.v[1].p.organization, "Desa Karang Jati");
    assert_int_equal(p.v[1].p.unsur, UNSUR_PENGGUNA);
    arena_free(a);
}

static void people_plan__keeps_no_nik_and_doubts_a_broken_nip(void **state)
{
    (void)state;
    static const struct table t = {{{"NAMA", "INSTANSI", "NIP/NIK"},
                                    {"Ani", "X", "0000012304560001"},
                                    {"Budi", "X", "19690817 199403 1 991"},
                                    {"Cici", "X", "1,97001E+17"},
                                    {"Dedi", "X", "-"}}};
    struct arena *a = arena_new();
    struct people_plan p = plan_of(&t, a);
    assert_null(p.v[1].p.nip);
    assert_non_null(strstr(p.v[1].reason, "NIK tidak disimpan"));
    assert_string_equal(p.v[2].p.nip, "19690817 199403 1 991");
    assert_string_equal(p.v[3].p.nip, "1,97001E+17");
    assert_true(strlen(p.v[3].reason) > strlen("unsur belum diisi"));
    assert_null(p.v[4].p.nip);
    arena_free(a);
}

static void people_plan__knows_who_stands_in_for_whom(void **state)
{
    (void)state;
    static const struct table t = {
        {{"NAMA", "INSTANSI", "JABATAN", "KET"},
         {"Ani Lestari, S.E.", "Dinas X", "Staf", "mewakili Kepala Dinas"},
         {"Kepala Dinas Y", "Dinas Y", "", "diwakili oleh: Budi"},
         {"", "Kecamatan Z", "Camat Z", ""},
         {"Lurah W, S.STP.", "Kelurahan W", "Lurah", ""}}};
    struct arena *a = arena_new();
    struct people_plan p = plan_of(&t, a);
    assert_string_equal(p.v[1].p.name, "Ani Lestari, S.E.");
    assert_string_equal(p.v[1].p.invited_as, "Kepala Dinas");
    assert_null(p.v[2].p.name);
    assert_string_equal(p.v[2].proposed_name, "Budi");
    assert_null(p.v[3].p.name);
    assert_string_equal(p.v[3].p.invited_as, "Camat Z");
    assert_string_equal(p.v[4].p.name, "Lurah W, S.STP."); /* degrees: a person */
    arena_free(a);
}

static void people_plan__asks_about_namesakes_and_shared_phones(void **state)
{
    (void)state;
    static const struct table t = {{{"NAMA", "INSTANSI", "NO HP", "UNSUR"},
                                    {"Sutrisno", "Desa A", "0812-0000-0001", "warga"},
                                    {"Sutrisno, S.E.", "Desa B", "0812-0000-0002", "warga"},
                                    {"Sitti Nurhaliyah", "Desa C", "0812-0000-0003", "warga"},
                                    {"Siti Nurhaliyah", "Desa D", "0812-0000-0003", "warga"},
                                    {"Karsinah", "Desa E", "0812-0000-0003", "warga"},
                                    {"Rendra", "Desa A", "-", "warga"},
                                    {"Bapak Rendra", "Ds. A", "-", "warga"}}};
    struct arena *a = arena_new();
    struct people_plan p = plan_of(&t, a);
    assert_int_equal(p.v[1].action, PEOPLE_NEW);
    assert_int_equal(p.v[2].like_row, 2);
    assert_int_equal(p.v[4].like_row, 4); /* the same phone and one word of the name */
    assert_int_equal(p.v[5].action, PEOPLE_NEW);
    assert_string_equal(p.v[5].reason, "nomor HP sama dengan baris 4");
    assert_int_equal(p.v[6].action, PEOPLE_NEW);
    assert_string_equal(p.v[6].reason, "");
    assert_int_equal(p.v[7].like_row, 7);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_column_of__knows_the_usual_headers),
        cmocka_unit_test(people_unsur_of__never_guesses),
        cmocka_unit_test(people_plan__says_when_there_is_no_header),
        cmocka_unit_test(people_plan__tells_people_from_sections_and_signatures),
        cmocka_unit_test(people_plan__leaves_out_a_row_whose_cell_is_too_long),
        cmocka_unit_test(people_plan__takes_other_names),
        cmocka_unit_test(people_plan__takes_the_address_for_want_of_an_organisation),
        cmocka_unit_test(people_plan__leaves_out_only_the_cell_that_is_too_long),
        cmocka_unit_test(people_plan__keeps_no_nik_and_doubts_a_broken_nip),
        cmocka_unit_test(people_plan__knows_who_stands_in_for_whom),
        cmocka_unit_test(people_plan__asks_about_namesakes_and_shared_phones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
