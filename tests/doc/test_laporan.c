/* The report: its chapters, figures from one place, and honest words where nobody typed any. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/doc/says.h"

static void laporan__has_its_chapters_in_order(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "KATA PENGANTAR",
        "DAFTAR ISI",
        "contents level 1",
        "BAB I PENDAHULUAN",
        "1.1 Latar Belakang",
        "1.2 Dasar Hukum",
        "1.3 Maksud dan Tujuan",
        "1.4 Ruang Lingkup",
        "BAB II PELAKSANAAN",
        "2.1 Tim Pelaksana",
        "2.2 Tema",
        "2.3 Waktu dan Tempat",
        "2.4 Metode",
        "2.5 Peserta",
        "2.6 Susunan Acara",
        "BAB III HASIL",
        "3.1 Identifikasi",
        "3.2 Masukan dan Tanggapan",
        "3.3 Kesepakatan",
        "3.4 Catatan dan Usulan yang Belum Diakomodasi",
        "3.5 Rencana Tindak Lanjut",
        "BAB IV PENUTUP",
        "4.1 Kesimpulan",
        "4.2 Saran",
        "LAMPIRAN",
    };
    struct arena *a = arena_new();
    const struct dossier *sessions[] = {fixture_dossier(a), fixture_morning(a), dossier_new(a)};
    for (size_t i = 0; i < sizeof sessions / sizeof *sessions; i++) {
        for (int privacy = 0; privacy <= PRIVACY_PUBLIKASI; privacy++) {
            struct buf b = fixture_dump(sessions[i], "laporan", (enum privacy)privacy, STATE_DRAFT);
            const char *at = buf_str(&b);
            for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
                const char *next = strstr(at, parts[k]);
                if (!next)
                    fail_msg("no %s behind what stands before it", parts[k]);
                at = next;
            }
            LACKS(&b, "(null)");
            LACKS(&b, "-9223372036854775808");
            buf_done(&b);
        }
    }
    arena_free(a);
}

static void laporan__counts_people_and_scores_the_form(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    struct buf b = archived(d, "laporan");
    HAS(&b, "Forum dihadiri 8 (delapan) orang dari 6 (enam) unsur:");
    HAS(&b, "columns | Unsur | L | P | Jumlah\n");
    HAS(&b, "row | Pengguna Layanan | 2 | 0 | 2\n");
    HAS(&b, "row | Jumlah | 5 | 3 | 8\n");
    HAS(&b, "Unsur masyarakat yang hadir 5 dari 5, sehingga nilai indikator pelibatan masyarakat "
            "menurut formulir F-02 adalah 5 dari 5.\"");
    buf_done(&b);
    d->participant.v[7].attendance = ATTENDANCE_TIDAK;
    d->participant.v[6].unsur = NONE;
    d->participant.v[5].sex = NONE;
    for (size_t i = 0; i < d->participant.n; i++)
        d->participant.v[i].invited = i != 3;
    b = archived(d, "laporan");
    HAS(&b, "columns | Unsur | L | P | Jumlah | L/P tidak dicatat\n");
    HAS(&b, "row | Unsur tidak dicatat | 0 | 1 | 1 | 0\n");
    HAS(&b, "adalah 3 dari 5. Belum hadir: Organisasi Masyarakat Sipil, Media Massa.\"");
    /* "mewakili Rektor" on the attendance list is no coming in person */
    HAS(&b, "Diundang 8; hadir sendiri 5, diwakili 1, tidak hadir 2. Hadir tanpa undangan: 1.");
    HAS(&b, "item \"Unsur masyarakat yang belum hadir diundang pada forum berikutnya.\"");
    buf_done(&b);
    b = published(d, "laporan");
    HAS(&b, "row | Unsur tidak dicatat | 0 | 1 | 1 | 0\n");
    buf_done(&b);
    arena_free(a);
}

static void laporan__tells_results_with_the_numbers_of_the_berita_acara(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    d->contribution.v[1].kind = KIND_TANGGAPAN;
    struct buf b = archived(d, "laporan");
    HAS(&b, "Tercatat 2 (dua) butir: 1 (satu) masukan dan 1 (satu) tanggapan. Dari 1 masukan yang "
            "memerlukan jawaban, 0 dijawab langsung dalam forum dan 1 belum dijawab tersendiri");
    HAS(&b, "Menurut jenisnya: keluhan 1, tanggapan 1.");
    HAS(&b, "row | Pengguna Layanan | 2 | 1 | 100%\n");
    HAS(&b, "row | 2. | Nur\xe2\x80\x99"
            "aini Rumbekwan\\nPerkumpulan Penyandang Disabilitas\\n(Organisasi Masyarakat Sipil) | "
            "Tanggapan: Sabtu jangan cuma dua kali | Jawaban\n");
    HAS(&b, "Dirumuskan 5 (lima) butir: 2 mufakat, 1 mufakat dengan catatan, 1 tidak mufakat, 1 "
            "ditunda.");
    HAS(&b, "item \"Butir nomor 4, Tidak mufakat: Menghapus denda. Alasan: denda diatur dengan "
            "Perda.\"");
    HAS(&b,
        "item \"Perahu dinas khusus pelayanan. Pengusul: La Ode Marfin (Pengguna Layanan). Alasan: "
        "anggaran belanja modal. Diteruskan kepada Bappeda (jawaban paling lambat 31 Desember "
        "2026).\"");
    HAS(&b,
        "dihasilkan 3 (tiga) kesepakatan (2 mufakat, 1 mufakat dengan catatan, 1 tidak mufakat, 1 "
        "ditunda); 2 (dua) keberatan dicatat dan 1 (satu) usulan diteruskan");
    HAS(&b, "yang terdekat 30 November 2026.");
    buf_done(&b);
    arena_free(a);
}

/* Nobody is told that none of no questions was answered. */
static void laporan__counts_no_answers_where_nobody_asked(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    for (size_t i = 0; i < d->contribution.n; i++)
        d->contribution.v[i].kind = KIND_APRESIASI;
    struct buf b = archived(d, "laporan");
    HAS(&b, "text \"Tercatat 2 (dua) butir: 2 (dua) masukan dan 0 (nol) tanggapan.\"\n");
    buf_done(&b);
    arena_free(a);
}

static void laporan__concludes_without_zeros(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    d->objection.n = 0;
    struct buf b = archived(d, "laporan");
    HAS(&b, "ditunda); 1 (satu) usulan diteruskan kepada pihak yang berwenang.\"");
    buf_done(&b);
    d->parked.n = 0;
    d->contribution.n = 0; /* agreed on paper alone */
    b = archived(d, "laporan");
    HAS(&b, "unsur. Forum menghasilkan 3 (tiga) kesepakatan (2 mufakat, ");
    HAS(&b, "1 ditunda).\"");
    LACKS(&b, "(nol)");
    buf_done(&b);
    arena_free(a);
}

static void laporan__prints_what_was_typed_instead_of_its_own(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    struct session *s = d->session.v;
    struct buf b = archived(d, "laporan");
    HAS(&b, "Laporan ini disusun sebagai pertanggungjawaban");
    HAS(&b, "Kesepakatan dilaksanakan sesuai jangka waktunya");
    HAS(&b, "label \"Dasar penugasan\"\n  value \"......");
    buf_done(&b);
    s->foreword = "Puji syukur.\n\nTerima kasih kepada Sutrisno.";
    s->background = "Indeks turun menjadi @@.";
    s->purpose = "Menyusun standar.";
    s->conclusion = "Selesai baik.";
    s->suggestion = "Diulang tahun depan.";
    s->team_decree = "SK Nomor 1 Tahun 2026";
    b = archived(d, "laporan");
    HAS(&b, "text \"Puji syukur.\"\nparagraph justify indent\n  text \"Terima kasih kepada "
            "Sutrisno.\"");
    HAS(&b, "text \"Indeks turun menjadi .....................\"");
    HAS(&b, "text \"Menyusun standar.\"");
    HAS(&b, "text \"Selesai baik.\"");
    HAS(&b, "text \"Diulang tahun depan.\"");
    HAS(&b, "value \"SK Nomor 1 Tahun 2026\"");
    LACKS(&b, "pertanggungjawaban");
    LACKS(&b, "Forum dimaksudkan");
    LACKS(&b, "sesuai jangka waktunya");
    buf_done(&b);
    b = published(d, "laporan");
    HAS(&b, "Terima kasih kepada [nama].");
    buf_done(&b);
    arena_free(a);
}

static void laporan__admits_what_is_not_there(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = archived(dossier_new(a), "laporan");
    HAS(&b, "Dasar hukum belum dicatat dalam sesi ini: .....");
    HAS(&b, "Belum ada peserta yang tercatat hadir.");
    HAS(&b, "Susunan acara tidak dicatat.");
    HAS(&b, "Belum ada masukan yang dicatat.");
    HAS(&b, "Belum ada kesepakatan yang dirumuskan.");
    HAS(&b, "Tidak ada keberatan dan tidak ada usulan yang belum diakomodasi.");
    HAS(&b, "row | 9. | Bukti publikasi | Belum ada\n");
    LACKS(&b, "Laporan pelaksanaan |");
    HAS(&b, "TAHUN ....");
    LACKS(&b, "footer");
    HAS(&b, "unsur dan belum menghasilkan kesepakatan.");
    HAS(&b, "unsur. Masukan dan kesepakatan belum dicatat.");
    LACKS(&b, "0 (nol)");
    buf_done(&b);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(laporan__has_its_chapters_in_order),
        cmocka_unit_test(laporan__counts_people_and_scores_the_form),
        cmocka_unit_test(laporan__tells_results_with_the_numbers_of_the_berita_acara),
        cmocka_unit_test(laporan__counts_no_answers_where_nobody_asked),
        cmocka_unit_test(laporan__counts_no_answers_where_nobody_asked),
        cmocka_unit_test(laporan__concludes_without_zeros),
        cmocka_unit_test(laporan__prints_what_was_typed_instead_of_its_own),
        cmocka_unit_test(laporan__admits_what_is_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
