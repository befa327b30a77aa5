#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "tests/doc/fixture.h"
#include "tests/doc/golden.h"

static void papers__match_their_golden_dumps(void **state)
{
    (void)state;
    static const struct {
        const char *name, *code;
        enum privacy privacy;
        enum doc_state state;
    } cases[] = {
        {"ba-arsip-draft", "berita-acara", PRIVACY_ARSIP, STATE_DRAFT},
        {"ba-arsip-locked", "berita-acara", PRIVACY_ARSIP, STATE_LOCKED},
        {"ba-publikasi-locked", "berita-acara", PRIVACY_PUBLIKASI, STATE_LOCKED},
        {"dh-arsip", "daftar-hadir", PRIVACY_ARSIP, STATE_DRAFT},
        {"dh-publikasi", "daftar-hadir", PRIVACY_PUBLIKASI, STATE_LOCKED},
    };
    struct arena *a = arena_new();
    const struct dossier *d = fixture_dossier(a);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf got = fixture_dump(d, cases[i].code, cases[i].privacy, cases[i].state);
        check_golden(cases[i].name, &got);
    }
    const struct dossier *m = fixture_morning(a);
    struct buf got = fixture_dump(m, "daftar-hadir", PRIVACY_ARSIP, STATE_DRAFT);
    check_golden("dh-blank", &got);
    got = fixture_dump(m, "berita-acara", PRIVACY_ARSIP, STATE_DRAFT);
    check_golden("ba-empty", &got);
    arena_free(a);
}

/* --- figures and rules, one by one, so that a new golden file cannot hide a change --- */

static struct buf archive(const struct dossier *d)
{
    return fixture_dump(d, "berita-acara", PRIVACY_ARSIP, STATE_DRAFT);
}

static size_t count(const struct buf *b, const char *s)
{
    size_t n = 0;
    for (const char *p = buf_str(b); (p = strstr(p, s)) != NULL; p += strlen(s))
        n++;
    return n;
}

#define HAS(b, s) assert_non_null(strstr(buf_str(b), s))
#define LACKS(b, s) assert_null(strstr(buf_str(b), s))

static void berita_acara__writes_figures_in_words(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    struct buf b = archive(d);
    HAS(&b, "Kamis tanggal dua belas bulan November tahun dua ribu dua puluh enam (12-11-2026)");
    HAS(&b, "mulai pukul 08.30 WITA");
    HAS(&b, "8 (delapan) orang dari 6 (enam) unsur");
    HAS(&b, "3 (tiga) rangkap");
    HAS(&b, "Jangka menengah\\n14 (empat belas) hari kerja");
    HAS(&b, "Jangka pendek\\n(30 November 2026)");
    HAS(&b, "NOMOR: 000.8.3.4/......./Dukcapil/2026");
    HAS(&b, "TENTANG PENINJAUAN ULANG STANDAR PELAYANAN SEMESTER I\"");
    HAS(&b, "KABUPATEN TIRTA MANDALA TAHUN 2026");
    buf_done(&b);

    d->session.v->date_style = DATE_STYLE_ANGKA;
    d->session.v->words_case = CASE_TITLE;
    b = archive(d);
    HAS(&b, "Pada hari ini, Kamis, 12 November 2026, mulai");
    HAS(&b, "8 (Delapan) orang");
    LACKS(&b, "dua belas bulan");
    buf_done(&b);
    arena_free(a);
}

static void berita_acara__counts_24_people_as_in_the_practice_session(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_morning(a);
    const struct participant like = d->participant.v[0];
    d->participant.n = 27;
    d->participant.v = ARENA_ARRAY(a, struct participant, 27);
    for (int i = 0; i < 27; i++) {
        struct participant *p = &d->participant.v[i];
        *p = like;
        p->id = row_id('q', i);
        p->unsur = i % 6;
        p->attendance = i < 24 ? ATTENDANCE_HADIR : ATTENDANCE_DIWAKILI;
    }
    struct buf b = archive(d);
    HAS(&b, "24 (dua puluh empat) orang dari 6 (enam) unsur");
    buf_done(&b);
    arena_free(a);
}

static void berita_acara__gives_one_signer_one_place(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    d->session.v->with_attendance = d->session.v->with_phone = 0;
    struct buf b = archive(d);
    assert_int_equal(count(&b, "Drs. Wiratma Kusnandar, M.Si."), 1);
    assert_int_equal(count(&b, "| Sutrisno |"), 1);
    assert_int_equal(count(&b, "Ferdinandus Lebu, S.STP."), 1);
    HAS(&b, "head \"Plt. Kepala Dinas Kependudukan dan Pencatatan Sipil,\"");
    HAS(&b, "row | 1. | Sutrisno | L | Warga Desa Karang Jati\\n(Pengguna Layanan) |");
    LACKS(&b, "Moderator");
    buf_done(&b);
    b = fixture_dump(d, "berita-acara", PRIVACY_PUBLIKASI, STATE_LOCKED);
    LACKS(&b, "Moderator");
    assert_int_equal(count(&b, "Kepala Dinas Kependudukan dan Pencatatan Sipil,\""), 1);
    buf_done(&b);
    arena_free(a);
}

static void berita_acara__knows_a_n_and_mengetahui(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    d->signatory.v[2].prefix = PREFIX_AN;
    d->signatory.v[2].name = d->signatory.v[2].nip = d->signatory.v[2].rank = NULL;
    d->signatory.v[2].position = "Sekretaris Dinas";
    d->signatory.v[5].role = SIGN_MENGETAHUI;
    struct buf b = archive(d);
    HAS(&b, "    head \"a.n. Kepala Dinas Kependudukan dan Pencatatan Sipil,\"\n"
            "    head \"Sekretaris Dinas,\"\n"
            "    name \"Drs. Wiratma Kusnandar, M.Si.\"\n"
            "    foot \"Pembina Utama Muda, IV/c\"\n"
            "    foot \"NIP 19690817 199403 1 991\"\n");
    HAS(&b, "text \"Kepala Dinas Kependudukan dan Pencatatan Sipil menerima");
    HAS(&b, "    head \"Mengetahui,\"\n"
            "    head \"Bagian Organisasi Sekretariat Daerah,\"\n"
            "    name \"Meilani Tanuraksa, S.IP.\"\n");
    LACKS(&b, "Saksi:");
    assert_int_equal(count(&b, "signatures"), 1);
    buf_done(&b);
    arena_free(a);
}

static void berita_acara__keeps_what_was_not_agreed_apart(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    struct buf b = archive(d);
    HAS(&b,
        "row | 4. | Denda keterlambatan akta | Menghapus denda *) | Tidak mufakat | Denda diatur "
        "dengan Perda");
    HAS(&b, "row | 5. | Perahu dinas | Membeli perahu | Ditunda | ............");
    HAS(&b, "row | 2. | Jam layanan hanya hari kerja | Uji coba layanan Sabtu dua kali sebulan "
            "*)\\n(masukan nomor 2)");
    HAS(&b,
        "*) Kesepakatan nomor 2 diterima dengan catatan. Perkumpulan Penyandang Disabilitas "
        "menyatakan keberatan: layanan Sabtu dua kali sebulan tidak menjangkau pekerja. Alasan: "
        "Hari libur pekerja harian hanya Sabtu dan Minggu. Jawaban penyelenggara: petugas hanya "
        "mencukupi dua kali sebulan.");
    HAS(&b,
        "*) Butir nomor 4: Clara Sintya Wongkar menyatakan keberatan: denda memberatkan. Alasan "
        "tidak disampaikan.");
    assert_int_equal(count(&b, " *)"), 2);
    buf_done(&b);

    d->agreement.v[0].status = d->agreement.v[3].status = NONE;
    d->agreement.v[2].status = STATUS_TIDAK_DIAKOMODASI;
    b = archive(d);
    HAS(&b, "forum belum mencapai kesepakatan");
    LACKS(&b, "forum menyepakati");
    HAS(&b, "| Belum diputuskan |");
    HAS(&b, "| Tidak dapat diakomodasi |");
    buf_done(&b);
    arena_free(a);
}

static void berita_acara__leaves_dots_for_the_pen(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    struct buf b = archive(d);
    HAS(&b, "Menurunkan .................... loket");
    LACKS(&b, "@@");
    buf_done(&b);
    /* nothing given at all: every part switched on, nothing to print in it */
    struct dossier *empty = dossier_new(a);
    struct session *s = empty->session.v;
    s->with_number = s->with_legal = s->with_responsible = s->with_source = s->with_phone = 1;
    s->with_logo = s->with_commitment = s->with_attendance = s->with_parked = s->with_photos = 1;
    for (int privacy = 0; privacy <= PRIVACY_PUBLIKASI; privacy++) {
        for (const struct paper_kind *k = paper_kinds; k->code; k++) {
            b = fixture_dump(empty, k->code, (enum privacy)privacy, STATE_DRAFT);
            LACKS(&b, "(null)");
            LACKS(&b, "-9223372036854775808");
            HAS(&b, "............");
            buf_done(&b);
        }
    }
    b = archive(empty);
    HAS(&b, "dihadiri oleh ............ (............) orang");
    HAS(&b, "NOMOR: ....");
    HAS(&b, "dalam ............ (............) rangkap");
    buf_done(&b);
    arena_free(a);
}

static void berita_acara__switches_every_optional_part(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    struct session *s = d->session.v;
    const struct {
        int64_t *flag;
        const char *shown;
    } parts[] = {
        {&s->with_logo, "logo 9"},
        {&s->with_number, "NOMOR: "},
        {&s->with_legal, "Undang-Undang Nomor 25"},
        {&s->with_responsible, "| Penanggung Jawab |"},
        {&s->with_source, "(masukan nomor 1)"},
        {&s->with_phone, "0812-0000-0007"},
        {&s->with_commitment, "berkomitmen"},
        {&s->with_attendance, "daftar hadir terlampir"},
        {&s->with_parked, "USULAN YANG BELUM DAPAT DIAKOMODASI"},
        {&s->with_photos, "DOKUMENTASI KEGIATAN"},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct buf b = archive(d);
        HAS(&b, parts[i].shown);
        buf_done(&b);
        *parts[i].flag = 0;
        b = archive(d);
        LACKS(&b, parts[i].shown);
        buf_done(&b);
        *parts[i].flag = 1;
    }
    /* attachments keep their numbers without a gap */
    s->with_attendance = 0;
    struct buf b = archive(d);
    HAS(&b, "tercantum dalam Lampiran I.");
    HAS(&b, "LAMPIRAN II Berita Acara");
    LACKS(&b, "LAMPIRAN III");
    buf_done(&b);
    arena_free(a);
}

static void berita_acara__says_whether_it_is_locked(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct dossier *d = fixture_dossier(a);
    struct buf b = archive(d);
    HAS(&b, "watermark \"DRAF\"");
    HAS(&b, "footer \"DRAF - belum dikunci\"");
    buf_done(&b);
    b = fixture_dump(d, "berita-acara", PRIVACY_ARSIP, STATE_LOCKED);
    LACKS(&b, "watermark");
    HAS(&b, "footer \"Sidik: 7KQ2-M4XD-9F3A-P0TS-1B6C | Revisi 2\"");
    buf_done(&b);
    arena_free(a);
}

static void berita_acara__is_the_same_bytes_every_time(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct arena *b = arena_new();
    const struct doc_options o = {.privacy = PRIVACY_PUBLIKASI};
    struct buf x = BUF_INIT, y = BUF_INIT;
    tree_write(build_berita_acara(fixture_dossier(a), &o, a), &x);
    tree_write(build_berita_acara(fixture_dossier(b), &o, b), &y);
    assert_int_equal(x.len, y.len);
    assert_memory_equal(x.p, y.p, x.len);
    buf_done(&x);
    buf_done(&y);
    arena_free(a);
    arena_free(b);
}

static void daftar_hadir__is_blank_before_and_full_after(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = fixture_dump(fixture_morning(a), "daftar-hadir", PRIVACY_ARSIP, STATE_DRAFT);
    HAS(&b, "zigzag");
    HAS(&b, "row | 9. | ............ |  | Ketua DPRD Kabupaten Tirta Mandala |");
    HAS(&b, "row | 17. |  |  |  |");
    LACKS(&b, "row | 18.");
    LACKS(&b, "Arum Sekarwangi");
    LACKS(&b, "Jam Hadir");
    LACKS(&b, "DRAF");
    HAS(&b, "value \"Kamis, 12 November 2026\"");
    HAS(&b, "value \"08.30 WITA s.d. selesai\"");
    HAS(&b, "Pemberitahuan: data pada daftar ini");
    HAS(&b, "mewakili Rektor Universitas Tirta Mandala");
    buf_done(&b);
    b = fixture_dump(fixture_dossier(a), "daftar-hadir", PRIVACY_ARSIP, STATE_DRAFT);
    HAS(&b, "row | 3. | Sutrisno | L | Warga, Desa Karang Jati | 08.02 |");
    LACKS(&b, "Ketua DPRD");
    HAS(&b, "Jumlah hadir: 8 (delapan) orang, laki-laki 5, perempuan 3; Penyelenggara Layanan 2");
    buf_done(&b);
    arena_free(a);
}

static struct buf attendance(struct dossier *d, int64_t form, enum privacy privacy)
{
    d->session.v->attendance_form = form;
    return fixture_dump(d, "daftar-hadir", privacy, STATE_DRAFT);
}

static void daftar_hadir__has_four_column_sets(void **state)
{
    (void)state;
    static const struct {
        int64_t form;
        const char *after, *blank, *published, *row;
    } v[] = {
        {FORM_H1, "| No | Nama | L/P | Jabatan, Instansi/Organisasi | Jam Hadir | Tanda Tangan\n",
         "| No | Nama | L/P | Jabatan, Instansi/Organisasi | Tanda Tangan\n",
         "| No | Nama | L/P | Jabatan, Instansi/Organisasi | Jam Hadir\n",
         "row | 3. | Sutrisno | L | Warga, Desa Karang Jati | 08.02 |"},
        {FORM_H2, "| No | Peserta | Tanda Tangan\n", "| No | Peserta | Tanda Tangan\n",
         "| No | Peserta\n",
         "row | 3. | Nama: Sutrisno\\nJabatan: Warga\\nInstansi: Desa Karang Jati |"},
        {FORM_H3, "| No | Nama dan No. HP | L/P | Jabatan, Instansi/Organisasi | Tanda Tangan\n",
         "| No | Nama dan No. HP | L/P | Jabatan, Instansi/Organisasi | Tanda Tangan\n",
         "| No | Nama | L/P | Jabatan, Instansi/Organisasi\n",
         "row | 3. | Sutrisno\\n0812-0000-0007 | L | Warga, Desa Karang Jati |"},
        {FORM_H4, "| No | Nama | Alamat | Asal | Tanda Tangan\n",
         "| No | Nama | Alamat | Asal | Tanda Tangan\n", "| No | Nama | Asal\n",
         "row | 3. | Sutrisno | Dusun Jati RT 2 | Desa Karang Jati |"},
    };
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a), *m = fixture_morning(a);
    d->participant.v[2].address = "Dusun Jati RT 2";
    for (size_t i = 0; i < sizeof v / sizeof *v; i++) {
        struct buf b = attendance(d, v[i].form, PRIVACY_ARSIP);
        HAS(&b, v[i].after);
        HAS(&b, v[i].row);
        LACKS(&b, "Ketua DPRD");
        assert_int_equal(count(&b, "zigzag"), v[i].form != FORM_H2);
        buf_done(&b);
        b = attendance(m, v[i].form, PRIVACY_ARSIP);
        HAS(&b, v[i].blank);
        HAS(&b, "row | 17. |");
        buf_done(&b);
        b = attendance(d, v[i].form, PRIVACY_PUBLIKASI);
        HAS(&b, v[i].published);
        LACKS(&b, "Dusun Jati");
        for (const char *const *s = fixture_personal; *s; s++)
            LACKS(&b, *s);
        buf_done(&b);
    }
    arena_free(a);
}

static void daftar_hadir__has_as_many_spare_rows_as_wanted(void **state)
{
    (void)state;
    static const struct {
        int64_t wanted, last;
    } v[] = {{NONE, 17}, {0, 9}, {1, 10}, {20, 29}, {-3, 17}, {100000, 209}};
    struct arena *a = arena_new();
    struct dossier *m = fixture_morning(a);
    for (size_t i = 0; i < sizeof v / sizeof *v; i++) {
        m->session.v->spare_rows = v[i].wanted;
        struct buf b = attendance(m, NONE, PRIVACY_ARSIP);
        HAS(&b, arena_printf(a, "row | %d.", (int)v[i].last));
        LACKS(&b, arena_printf(a, "row | %d.", (int)v[i].last + 1));
        HAS(&b, "row_height 10.5");
        buf_done(&b);
    }
    arena_free(a);
}

/* Figures that do not add up are the first thing an evaluator sees. */
static void daftar_hadir__counts_whose_sex_and_unsur_nobody_noted(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    struct buf b = fixture_dump(d, "daftar-hadir", PRIVACY_ARSIP, STATE_DRAFT);
    LACKS(&b, "tidak dicatat");
    buf_done(&b);
    d->participant.v[0].sex = d->participant.v[0].unsur = NONE;
    b = fixture_dump(d, "daftar-hadir", PRIVACY_ARSIP, STATE_DRAFT);
    HAS(&b, ", L/P tidak dicatat 1; ");
    HAS(&b, ", unsur tidak dicatat 1.");
    buf_done(&b);
    arena_free(a);
}

static void daftar_hadir__says_who_came_through_a_screen(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    struct buf b = fixture_dump(d, "daftar-hadir", PRIVACY_ARSIP, STATE_DRAFT);
    LACKS(&b, "daring");
    buf_done(&b);
    d->participant.v[2].channel = CHANNEL_DARING;
    b = fixture_dump(d, "daftar-hadir", PRIVACY_ARSIP, STATE_DRAFT);
    HAS(&b, "Desa Karang Jati (daring) |");
    HAS(&b, "orang (1 di antaranya daring), laki-laki");
    buf_done(&b);
    arena_free(a);
}

static void berita_acara__has_room_for_the_pen_while_nothing_is_known(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_morning(a);
    struct buf b = archive(d);
    HAS(&b, "row_height 22"); /* millimetres for a sentence by hand */
    LACKS(&b, "Belum ada peserta");
    HAS(&b, "zigzag"); /* the list that the paper says is attached can be signed */
    buf_done(&b);
    d->participant.n = 0;
    b = archive(d);
    HAS(&b, "row | 20. |");
    LACKS(&b, "row | 21. |");
    buf_done(&b);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(daftar_hadir__counts_whose_sex_and_unsur_nobody_noted),
        cmocka_unit_test(daftar_hadir__says_who_came_through_a_screen),
        cmocka_unit_test(berita_acara__has_room_for_the_pen_while_nothing_is_known),
        cmocka_unit_test(papers__match_their_golden_dumps),
        cmocka_unit_test(berita_acara__writes_figures_in_words),
        cmocka_unit_test(berita_acara__counts_24_people_as_in_the_practice_session),
        cmocka_unit_test(berita_acara__gives_one_signer_one_place),
        cmocka_unit_test(berita_acara__knows_a_n_and_mengetahui),
        cmocka_unit_test(berita_acara__keeps_what_was_not_agreed_apart),
        cmocka_unit_test(berita_acara__leaves_dots_for_the_pen),
        cmocka_unit_test(berita_acara__switches_every_optional_part),
        cmocka_unit_test(berita_acara__says_whether_it_is_locked),
        cmocka_unit_test(berita_acara__is_the_same_bytes_every_time),
        cmocka_unit_test(daftar_hadir__is_blank_before_and_full_after),
        cmocka_unit_test(daftar_hadir__has_four_column_sets),
        cmocka_unit_test(daftar_hadir__has_as_many_spare_rows_as_wanted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
