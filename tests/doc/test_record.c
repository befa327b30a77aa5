/* The papers that tell what was said: notula and its kin, rule by rule. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/doc/says.h"

static void note(struct contribution *c, int number, int64_t kind, int speaker, const char *wording)
{
    record_init(c, ENTITY_contribution);
    c->id = row_id('k', number);
    c->number = number;
    c->kind = kind;
    if (speaker)
        c->speaker = row_id('p', speaker);
    c->wording = wording;
    c->agenda = row_id('g', 2);
}

enum { ASKED = 0, SECOND, THANKS, ANSWER, PROMISE, SECRET, MORE, OPENING, LOST, NOTES };

/* The fixture with a day around it: two agenda items, two issues, nine entries. */
static struct dossier *with_talk(struct arena *a)
{
    struct dossier *d = fixture_dossier(a);
    d->agenda.n = 2;
    d->agenda.v = ARENA_ARRAY(a, struct agenda, 2);
    for (int i = 0; i < 2; i++) {
        record_init(&d->agenda.v[i], ENTITY_agenda);
        d->agenda.v[i].id = row_id('g', i + 1);
        d->agenda.v[i].title = i ? "Diskusi" : "Sambutan";
        d->agenda.v[i].kind = i ? AGENDA_DISKUSI : AGENDA_SEREMONI;
    }
    d->agenda.v[0].started_at = stamp_of(d->session.v->date, 8 * 60 + 45, ZONE_WITA);
    d->agenda.v[0].ended_at = stamp_of(d->session.v->date, 8 * 60 + 55, ZONE_WITA);
    d->issue.n = 2;
    d->issue.v = ARENA_ARRAY(a, struct issue, 2);
    for (int i = 0; i < 2; i++) {
        record_init(&d->issue.v[i], ENTITY_issue);
        d->issue.v[i].id = row_id('i', i + 1);
        d->issue.v[i].number = i + 1;
        d->issue.v[i].title = i ? "Jam layanan" : "Waktu cetak";
    }
    struct contribution *c = ARENA_ARRAY(a, struct contribution, NOTES);
    d->contribution.v = c;
    d->contribution.n = NOTES;
    note(&c[ASKED], 1, KIND_KELUHAN, 3, "Blangko habis");
    note(&c[SECOND], 2, KIND_PERTANYAAN, 8, "Kapan @@ datang");
    note(&c[THANKS], 3, KIND_APRESIASI, 4, "Petugas sopan");
    note(&c[ANSWER], 4, KIND_TANGGAPAN, 1, "Blangko bergantung pusat");
    note(&c[PROMISE], 5, KIND_KESANGGUPAN, 1, "Kami kabari lewat WhatsApp");
    note(&c[SECRET], 6, KIND_USUL, 7, "Sabtu dibuka");
    note(&c[MORE], 7, KIND_KELUHAN, 3, "dan tidak ada kabar");
    note(&c[OPENING], 8, KIND_CATATAN_ACARA, 1, "Kepala dinas membuka acara");
    note(&c[LOST], 9, KIND_MASUKAN, 0, NULL);
    c[ASKED].at = stamp_of(d->session.v->date, 9 * 60 + 31, ZONE_WITA);
    c[SECRET].anonymous = 1;
    c[SECRET].speaker_unsur = UNSUR_OMS;
    c[MORE].continues = c[ASKED].id;
    c[MORE].number = c[OPENING].number = NONE;
    c[OPENING].agenda = row_id('g', 1);
    c[LOST].agenda = ID_NONE;
    c[LOST].text = "suara tidak #jelas, kata tetangganya Sutrisno #loket";
    c[LOST].from_paper = c[LOST].gap = 1;
    d->contribution_issue.n = 2;
    d->contribution_issue.v = ARENA_ARRAY(a, struct contribution_issue, 2);
    for (int i = 0; i < 2; i++) {
        record_init(&d->contribution_issue.v[i], ENTITY_contribution_issue);
        d->contribution_issue.v[i].contribution = c[ASKED].id;
        d->contribution_issue.v[i].issue = d->issue.v[i].id;
    }
    static const int replies[][2] = {{ANSWER, ASKED}, {ANSWER, SECOND}, {PROMISE, ASKED}};
    d->reply.n = 3;
    d->reply.v = ARENA_ARRAY(a, struct reply, 3);
    for (int i = 0; i < 3; i++) {
        record_init(&d->reply.v[i], ENTITY_reply);
        d->reply.v[i].answer = c[replies[i][0]].id;
        d->reply.v[i].question = c[replies[i][1]].id;
    }
    d->agreement_contribution.v[1].contribution = c[ASKED].id;
    d->parked.v[0].contribution = c[SECRET].id;
    return d;
}

static void notula__joins_a_turn_and_its_answers(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = archived(with_talk(a), "notula");
    HAS(&b,
        "  row | 1. | 09.31 | 1, 2 | Sutrisno\\nDesa Karang Jati\\n(Pengguna Layanan) | Keluhan: "
        "Blangko habis dan tidak ada kabar | (4) Drs. Wiratma Kusnandar, M.Si.: Blangko "
        "bergantung pusat\\n(5) Drs. Wiratma Kusnandar, M.Si.: Kami kabari lewat WhatsApp | "
        "Kesepakatan nomor 1, 2\n");
    /* the same answer is told once */
    HAS(&b, "Pertanyaan: Kapan .................... datang | (4) Drs. Wiratma Kusnandar, M.Si.: "
            "lihat jawaban di atas. | Dijawab\n");
    LACKS(&b, "  row | 4. |  |");
    HAS(&b, "Apresiasi: Petugas sopan |  | Dicatat\n");
    HAS(&b, "row | 08.45 - 08.55 | Sambutan | Kepala dinas membuka acara\n");
    HAS(&b, "page 297 x 210");
    buf_done(&b);
    arena_free(a);
}

static void notula__keeps_who_asked_for_it_without_a_name(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = with_talk(a);
    d->parked.v[0].proposer = row_id('p', 7); /* noted before the person asked */
    for (int privacy = 0; privacy <= PRIVACY_PUBLIKASI; privacy++) {
        struct buf b = fixture_dump(d, "notula", (enum privacy)privacy, STATE_DRAFT);
        HAS(&b, "| Peserta unsur Organisasi Masyarakat Sipil | Usul: Sabtu dibuka |  | Diparkir, "
                "diteruskan kepada Bappeda (jawaban paling lambat 31 Desember 2026)\n");
        HAS(&b, "Pengusul: Peserta unsur Organisasi Masyarakat Sipil.");
        LACKS(&b, "aini Rumbekwan");
        buf_done(&b);
    }
    arena_free(a);
}

static void notula__leaves_dots_and_says_what_came_from_paper(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = archived(with_talk(a), "notula");
    HAS(&b, "text \"Di luar susunan acara\"");
    HAS(&b,
        "  row | 9. |  |  | ............ | Masukan: suara tidak jelas, kata tetangganya Sutrisno "
        "(dari kertas) |  | Belum dijawab\\n(catatan belum lengkap)\n");
    HAS(&b, "Pencatat\"\n  value \"....");
    HAS(&b, "label \"Pimpinan Diskusi\"\n  value \"Arum Sekarwangi, S.Sos.\"");
    HAS(&b, "Forum ditutup pukul ............ WITA.");
    HAS(&b, "value \"Pukul 08.30 WITA s.d. selesai\"");
    HAS(&b, "row | 1. | Kami kabari lewat WhatsApp | Drs. Wiratma Kusnandar, M.Si. | 1\n");
    HAS(&b, "head \"Notulis,\"\n    name (dots)");
    HAS(&b, "head \"Moderator,\"\n    name \"Sutrisno\"");
    HAS(&b, "kesepakatan di sini masih dapat berubah");
    buf_done(&b);
    b = published(with_talk(a), "notula");
    HAS(&b, "| Wakil Pengguna Layanan | Keluhan: Blangko habis dan tidak ada kabar |");
    HAS(&b, "| ............ | Masukan: (belum dirumuskan) (dari kertas) |");
    HAS(&b, "(4) Drs. Wiratma Kusnandar, M.Si.: Blangko");
    LACKS(&b, "tetangganya");
    LACKS(&b, "Clara");
    buf_done(&b);
    struct dossier *d = with_talk(a);
    d->parked.v[0].from_paper = 1;
    b = archived(d, "notula");
    HAS(&b, "Diteruskan kepada Bappeda (jawaban paling lambat 31 Desember 2026). (dari kertas)\"");
    buf_done(&b);
    arena_free(a);
}

static void notula__numbers_decisions_like_the_berita_acara(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = archived(with_talk(a), "notula");
    HAS(&b,
        "row | 2. | Jam layanan hanya hari kerja | Uji coba layanan Sabtu dua kali sebulan | "
        "Kepala Dinas | Jangka menengah\\n14 (empat belas) hari kerja | Mufakat dengan catatan\n");
    HAS(&b, "row | 4. | Denda keterlambatan akta |");
    HAS(&b, "Clara Sintya Wongkar, atas kesepakatan nomor 4: denda memberatkan. Alasan tidak "
            "disampaikan. Jawaban penyelenggara: ");
    buf_done(&b);
    arena_free(a);
}

/* A commitment in two breaths is one. */
static void notula__joins_a_commitment(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = with_talk(a);
    d->contribution.v[MORE].kind = KIND_KESANGGUPAN;
    d->contribution.v[MORE].continues = d->contribution.v[PROMISE].id;
    struct buf b = archived(d, "notula");
    HAS(&b, "row | 1. | Kami kabari lewat WhatsApp dan tidak ada kabar | Drs. Wiratma Kusnandar, M.Si. | 1\n");
    LACKS(&b, "row | 2. | dan tidak ada kabar");
    buf_done(&b);
    arena_free(a);
}

/* Whoever asks later reads what became of it. */
static void jawaban__tells_how_far_it_is(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = with_talk(a);
    d->agreement.v[0].progress = PROGRESS_SELESAI;
    d->agreement.v[2].progress = PROGRESS_TIDAK_DAPAT;
    d->agreement.v[2].progress_note = "petugas tidak cukup";
    struct buf b = archived(d, "jawaban-masukan");
    HAS(&b, "paling lambat 30 November 2026. Sudah selesai.\\nDisepakati dengan catatan");
    HAS(&b, "paling lambat 2 Desember 2026. Ternyata tidak dapat dilaksanakan: petugas tidak cukup.\n");
    buf_done(&b);
    arena_free(a);
}

static void jawaban__tells_what_each_input_led_to(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = with_talk(a);
    d->agreement.v[2].progress = PROGRESS_PROSES;
    struct buf b = archived(d, "jawaban-masukan");
    HAS(&b, "Dari 5 (lima) masukan: 1 (satu) menjadi bagian dari kesepakatan; 1 (satu) diteruskan "
            "kepada pihak yang berwenang; 1 (satu) dijawab langsung dalam forum; 1 (satu) belum "
            "dijawab; 1 (satu) dicatat tanpa memerlukan jawaban.");
    HAS(&b, "text \"1. Waktu cetak\"\ntable\n");
    HAS(&b,
        "| Penjelasan Drs. Wiratma Kusnandar, M.Si.: Blangko bergantung pusat.\\nPenjelasan Drs. "
        "Wiratma Kusnandar, M.Si.: Kami kabari lewat WhatsApp.\\nDisepakati (kesepakatan nomor "
        "1): Mengirim status permohonan melalui WhatsApp/SMS, dimulai dari berkas Pak Sutrisno. "
        "Penanggung jawab: Bidang Pelayanan Pendaftaran Penduduk, paling lambat 30 November "
        "2026.\\nDisepakati dengan catatan (kesepakatan nomor 2): Uji coba layanan Sabtu dua kali "
        "sebulan. Penanggung jawab: Kepala Dinas, paling lambat 2 Desember 2026. Sedang "
        "dikerjakan.\n");
    /* what was told already is only pointed to */
    HAS(&b, "| Penjelasan Drs. Wiratma Kusnandar, M.Si.: lihat tanggapan atas masukan nomor 1.\n");
    /* told under its first topic only */
    LACKS(&b, "text \"2. Jam layanan\"");
    HAS(&b, "text \"Masukan lain\"");
    HAS(&b, "| Terima kasih. Apresiasi ini kami catat.\n");
    HAS(&b, "| Peserta unsur Organisasi Masyarakat Sipil | Belum dapat diputuskan dalam forum. "
            "Alasan: anggaran belanja modal. Diteruskan kepada Bappeda. Jawaban dijanjikan paling "
            "lambat 31 Desember 2026.\n");
    HAS(&b, "(dari kertas) | ............ | Belum ada jawaban sampai lembar ini dibuat.");
    LACKS(&b, "Usulan yang dicatat tersendiri");
    LACKS(&b, "Rumbekwan");
    buf_done(&b);
    arena_free(a);
}

static void jawaban__tells_an_agreement_in_full_once(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = with_talk(a);
    d->agreement_contribution.v[1].agreement = d->agreement.v[0].id;
    d->agreement_contribution.v[1].contribution = d->contribution.v[SECOND].id;
    struct buf b = archived(d, "jawaban-masukan");
    HAS(&b,
        "Disepakati (kesepakatan nomor 1): isinya pada masukan nomor 1. Penanggung jawab: Bidang "
        "Pelayanan Pendaftaran Penduduk, paling lambat 30 November 2026.\n");
    buf_done(&b);
    arena_free(a);
}

static void jawaban__hides_neither_a_refusal_nor_a_card(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = with_talk(a);
    d->agreement_contribution.v[0].agreement = d->agreement.v[1].id; /* not agreed */
    d->agreement_contribution.v[1].agreement =
        d->agreement.v[4].id; /* postponed, no reason given */
    d->parked.v[0].contribution = ID_NONE;
    d->parked.v[0].answer_by = NONE;
    struct buf b = archived(d, "jawaban-masukan");
    HAS(&b,
        "Dibahas, tetapi forum tidak mencapai mufakat (butir nomor 4). Alasan: denda diatur dengan "
        "Perda.\\nDibahas dan ditunda (butir nomor 5). Alasan: ......");
    HAS(&b, "text \"Usulan yang dicatat tersendiri\"");
    HAS(&b, "row | 1. | Perahu dinas khusus pelayanan | La Ode Marfin (Pengguna Layanan) | ");
    HAS(&b, "Tanggal jawaban belum dijanjikan.");
    HAS(&b, "1 (satu) dibahas tetapi belum disepakati");
    buf_done(&b);
    b = published(d, "jawaban-masukan");
    HAS(&b, "| Wakil Pengguna Layanan | Belum dapat diputuskan");
    LACKS(&b, "Marfin");
    buf_done(&b);
    d->contribution.n = d->parked.n = 0;
    b = archived(d, "jawaban-masukan");
    HAS(&b, "Belum ada masukan yang dicatat.");
    buf_done(&b);
    arena_free(a);
}

/* A note of ceremony that was an input before has kept its number, and is none. */
static void papers__count_no_note_of_ceremony_that_has_a_number(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = with_talk(a);
    d->contribution.v[OPENING].number = 8;
    struct buf b = archived(d, "jawaban-masukan");
    HAS(&b, "Dari 5 (lima) masukan: ");
    LACKS(&b, "Kepala dinas membuka acara");
    buf_done(&b);
    b = archived(d, "laporan");
    LACKS(&b, "Kepala dinas membuka acara");
    buf_done(&b);
    b = archived(d, "notula");
    HAS(&b, "Sambutan | Kepala dinas membuka acara\n");
    buf_done(&b);
    arena_free(a);
}

/* The second breath of a complaint was answered, tagged and taken up: all of it belongs to the complaint. */
static void papers__join_what_hangs_on_a_later_part_of_a_turn(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = with_talk(a);
    struct id more = d->contribution.v[MORE].id;
    d->reply.v[0].question = d->reply.v[2].question = more;
    d->contribution_issue.v[0].contribution = d->contribution_issue.v[1].contribution = more;
    for (size_t i = 0; i < d->agreement_contribution.n; i++)
        if (id_eq(&d->agreement_contribution.v[i].contribution, &d->contribution.v[ASKED].id))
            d->agreement_contribution.v[i].contribution = more;
    struct buf b = archived(d, "notula");
    HAS(&b,
        "  row | 1. | 09.31 | 1, 2 | Sutrisno\\nDesa Karang Jati\\n(Pengguna Layanan) | Keluhan: "
        "Blangko habis dan tidak ada kabar | (4) Drs. Wiratma Kusnandar, M.Si.: Blangko "
        "bergantung pusat\\n(5) Drs. Wiratma Kusnandar, M.Si.: Kami kabari lewat WhatsApp | "
        "Kesepakatan nomor 1, 2\n");
    HAS(&b, "row | 1. | Kami kabari lewat WhatsApp | Drs. Wiratma Kusnandar, M.Si. | 1\n");
    buf_done(&b);
    b = archived(d, "jawaban-masukan");
    HAS(&b, "1 (satu) menjadi bagian dari kesepakatan;");
    HAS(&b, "text \"1. Waktu cetak\"\ntable\n");
    buf_done(&b);
    d->session.v->with_source = 1;
    b = archived(d, "berita-acara");
    HAS(&b, "(masukan nomor 1)");
    buf_done(&b);
    arena_free(a);
}

/* What was parked from something without a row of its own is not lost. */
static void jawaban__tells_what_was_parked_from_a_note_of_ceremony(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = with_talk(a);
    d->parked.v[0].contribution = d->contribution.v[OPENING].id;
    struct buf b = archived(d, "jawaban-masukan");
    HAS(&b, "text \"Usulan yang dicatat tersendiri\"");
    HAS(&b, "row | 1. | Perahu dinas khusus pelayanan |");
    buf_done(&b);
    arena_free(a);
}

/* Its agreement was deleted on another laptop. */
static void notula__leaves_dots_for_an_agreement_that_is_gone(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = with_talk(a);
    d->objection.v[0].agreement = row_id('a', 99);
    struct buf b = archived(d, "notula");
    HAS(&b, "atas kesepakatan nomor ............: ");
    LACKS(&b, "nomor 0");
    buf_done(&b);
    arena_free(a);
}

/* Nothing was said and nobody came: words, and no tables full of zeros. */
static void halaman__of_an_empty_session_has_no_zeros(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = published(dossier_new(a), "halaman-publik");
    HAS(&b, "label \"Peserta hadir\"\n  value \"belum ada yang tercatat\"");
    HAS(&b, "label \"Masukan\"\n  value \"belum ada\"");
    HAS(&b, "label \"Kesepakatan\"\n  value \"belum ada\"");
    HAS(&b, "text \"Belum ada peserta yang tercatat hadir.\"");
    LACKS(&b, "0 orang");
    LACKS(&b, "| 0 |");
    buf_done(&b);
    b = archived(dossier_new(a), "jawaban-masukan");
    LACKS(&b, "Nomor kesepakatan");
    buf_done(&b);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(notula__joins_a_turn_and_its_answers),
        cmocka_unit_test(notula__keeps_who_asked_for_it_without_a_name),
        cmocka_unit_test(notula__leaves_dots_and_says_what_came_from_paper),
        cmocka_unit_test(notula__numbers_decisions_like_the_berita_acara),
        cmocka_unit_test(notula__joins_a_commitment),
        cmocka_unit_test(jawaban__tells_how_far_it_is),
        cmocka_unit_test(jawaban__tells_what_each_input_led_to),
        cmocka_unit_test(jawaban__tells_an_agreement_in_full_once),
        cmocka_unit_test(jawaban__hides_neither_a_refusal_nor_a_card),
        cmocka_unit_test(papers__count_no_note_of_ceremony_that_has_a_number),
        cmocka_unit_test(papers__join_what_hangs_on_a_later_part_of_a_turn),
        cmocka_unit_test(jawaban__tells_what_was_parked_from_a_note_of_ceremony),
        cmocka_unit_test(notula__leaves_dots_for_an_agreement_that_is_gone),
        cmocka_unit_test(halaman__of_an_empty_session_has_no_zeros),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
