/* Letters of invitation and the documentation sheet. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/doc/says.h"

/* --- letters --- */

static struct dossier *with_letter(struct arena *a)
{
    struct dossier *d = fixture_morning(a);
    struct session *s = d->session.v;
    s->letter_number = "005/417/Dukcapil/2026";
    s->letter_date = date_of(2026, 11, 2);
    s->letter_nature = "Penting";
    s->letter_note = "Pakaian: batik";
    s->end_time = 12 * 60 + 20;
    d->agenda.n = 1;
    d->agenda.v = ARENA_ARRAY(a, struct agenda, 1);
    record_init(d->agenda.v, ENTITY_agenda);
    d->agenda.v->title = "Sambutan Kepala Dinas";
    d->agenda.v->person = "Drs. Wiratma Kusnandar, M.Si.";
    d->agenda.v->start_time = 23 * 60 + 50;
    d->agenda.v->minutes = 20;
    return d;
}

static void undangan__writes_to_the_office_or_to_the_person(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = with_letter(a);
    struct buf b = archived(d, "undangan");
    HAS(&b, "text \"Sari Wening, 2 November 2026\"");
    HAS(&b, "label \"Nomor\"\n  value \"005/417/Dukcapil/2026\"");
    HAS(&b, "label \"Sifat\"\n  value \"Penting\"");
    HAS(&b, "label \"Lampiran\"\n  value \"1 (satu) berkas\"");
    HAS(&b, "text \"Yth. Camat Muara Padu\\nKecamatan Muara Padu\\ndi Tempat\"");
    HAS(&b, "text \"Yth. Bapak Sutrisno\\nWarga, Desa Karang Jati\\ndi Tempat\"");
    HAS(&b, "text \"Yth. Rektor Universitas Tirta Mandala\\ndi Tempat\"");
    HAS(&b, "text \"Yth. Ketua DPRD Kabupaten Tirta Mandala\\ndi Tempat\"");
    /* one of several in that office: by name */
    HAS(&b, "text \"Yth. Ibu Meilani Tanuraksa, S.IP.\\nAnalis Kebijakan Ahli Muda, Bagian "
            "Organisasi Setda\\ndi Tempat\"");
    LACKS(&b, "Arum"); /* the facilitator is no guest */
    /* nine letters, and the order of the day behind the last */
    assert_int_equal(says_count(&b, "letterhead"), 9);
    assert_int_equal(says_count(&b, "page_break"), 9);
    assert_int_equal(says_count(&b, "page_break counts_anew"), 9); /* nobody gets page 5 of 9 */
    HAS(&b, "text \"Pakaian: batik\"");
    HAS(&b, "value \"Pukul 08.30 WITA s.d. selesai\"");
    LACKS(&b, "12.20");
    HAS(&b, "right \"LAMPIRAN Surat Undangan\\nNomor: 005/417/Dukcapil/2026\\nTanggal: 2 November "
            "2026\"");
    HAS(&b, "row | 1. | 23.50 - 00.10 | Sambutan Kepala Dinas | Drs. Wiratma Kusnandar, M.Si.\n");
    /* who may send somebody, and who may not */
    assert_int_equal(says_count(&b, "mohon menugaskan wakil"), 5);
    buf_done(&b);
    b = published(d, "undangan"); /* two attachments are told apart */
    HAS(&b, "right \"LAMPIRAN I Surat Undangan\\n");
    HAS(&b, "right \"LAMPIRAN II Surat Undangan\\n");
    buf_done(&b);
    arena_free(a);
}

/* Whoever acts for the head of an office is its head. */
static void undangan__goes_to_acting_heads_as_offices(void **state)
{
    (void)state;
    static const char *const acting[] = {"Plt. Kepala Bagian", "Plh. Kepala Bagian", "Pj. Kepala Bagian", "Pjs. Kepala Bagian"};
    for (int i = 0; i < 4; i++) {
        struct arena *a = arena_new();
        struct dossier *d = with_letter(a);
        d->participant.v[1].position = acting[i];
        struct buf b = archived(d, "undangan");
        HAS(&b, arena_printf(a, "text \"Yth. %s\\nBagian Organisasi Setda\\ndi Tempat\"", acting[i]));
        buf_done(&b);
        arena_free(a);
    }
}

static void undangan__is_not_written_to_who_signs_it(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = with_letter(a);
    struct participant *camat = &d->participant.v[4];
    struct signatory *s = d->signatory.v = ARENA_ARRAY(a, struct signatory, 1);
    d->signatory.n = 1;
    record_init(s, ENTITY_signatory);
    s->role = SIGN_PENYELENGGARA;
    s->participant = camat->id;
    struct buf b = archived(d, "undangan");
    LACKS(&b, "Yth. Camat Muara Padu");
    assert_int_equal(says_count(&b, "letterhead"), 8);
    buf_done(&b);
    s->participant = ID_NONE; /* typed in by hand: the name tells */
    s->name = camat->name ? camat->name : (camat->name = "Ferdinandus Lebu, S.STP.");
    b = archived(d, "undangan");
    LACKS(&b, "Yth. Camat Muara Padu");
    buf_done(&b);
    camat->invited = 1; /* the only one marked: nobody else is asked instead */
    b = archived(d, "undangan");
    assert_int_equal(says_count(&b, "letterhead"), 1);
    HAS(&b, "text \"Yth. ......");
    buf_done(&b);
    arena_free(a);
}

static void undangan__asks_only_who_is_on_the_list(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = with_letter(a);
    d->participant.v[4].invited = 1;
    d->participant.v[2].invited = 1;
    d->participant.v[2].represents = d->participant.v[4].id; /* came in somebody's place */
    d->agenda.n = 0;
    struct buf b = archived(d, "undangan");
    assert_int_equal(says_count(&b, "letterhead"), 1);
    HAS(&b, "Yth. Camat Muara Padu");
    HAS(&b, "label \"Lampiran\"\n  value \"-\"");
    LACKS(&b, "page_break");
    buf_done(&b);
    d->participant.n = 0;
    b = archived(d, "undangan");
    HAS(&b, "text \"Yth. ......");
    assert_int_equal(says_count(&b, "letterhead"), 1);
    buf_done(&b);
    arena_free(a);
}

static void undangan__is_one_letter_with_a_list_in_public(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = published(with_letter(a), "undangan");
    assert_int_equal(says_count(&b, "letterhead"), 1);
    HAS(&b, "row | 3. | Wakil Pengguna Layanan | Desa Karang Jati | Pengguna Layanan\n");
    HAS(&b, "row | 5. | Camat Muara Padu | Kecamatan Muara Padu | Instansi Terkait\n");
    HAS(&b, "columns | No | Waktu | Acara\n");
    LACKS(&b, "counts_anew");
    LACKS(&b, "Sutrisno");
    buf_done(&b);
    arena_free(a);
}

/* --- documentation --- */

static void add_document(struct dossier *d, int64_t kind, const char *caption)
{
    struct document *v = ARENA_ARRAY(d->arena, struct document, d->document.n + 1);
    memcpy(v, d->document.v, d->document.n * sizeof *v);
    struct document *doc = &v[d->document.n++];
    d->document.v = v;
    record_init(doc, ENTITY_document);
    doc->id = row_id('d', (int)d->document.n);
    doc->kind = kind;
    doc->caption = caption;
}

static void dokumentasi__shows_photos_with_their_time(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    struct buf b = archived(d, "dokumentasi");
    HAS(&b,
        "pictures across 1 per_page 2\n  bytes 8\n  caption \"1. Sambutan; paling kanan Sutrisno "
        "(08.52 WITA)\"\n");
    HAS(&b, "No | Foto | Waktu\n"); /* the other one's picture is not here: no empty frame */
    HAS(&b, "row | 2. | ......");
    HAS(&b, "tidak dimuat dalam naskah ini.\"");
    LACKS(&b, "bytes 0");
    LACKS(&b, "Belum ada foto");
    buf_done(&b);
    d->session.v->photos_per_page = 4;
    d->document.v[2].withheld = 1;
    b = archived(d, "dokumentasi");
    HAS(&b, "pictures across 2 per_page 4");
    HAS(&b, " - tidak dipublikasikan | ");
    buf_done(&b);
    b = published(d, "dokumentasi");
    HAS(&b, "caption \"1. Sambutan; paling kanan [nama] (08.52 WITA)\"");
    HAS(&b, "1 (satu) foto disimpan dalam arsip dan tidak dipublikasikan.");
    HAS(&b, "| Foto kegiatan | Terdaftar 2\n"); /* kept back, not missing */
    LACKS(&b, "2. ...");
    LACKS(&b, "Belum ada foto");
    buf_done(&b);
    d->document.n = 0;
    b = archived(d, "dokumentasi");
    HAS(&b, "Belum ada foto yang didaftarkan.");
    LACKS(&b, "bytes 0");
    buf_done(&b);
    arena_free(a);
}

static void dokumentasi__lists_evidence_and_recordings(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = fixture_dossier(a);
    struct buf b = archived(d, "dokumentasi");
    HAS(&b, "row | 1. | Berita acara bertanda tangan | Naskah terlampir, pindaian bertanda tangan "
            "belum ada\n");
    HAS(&b, "Berkas sudah diterima untuk 1 dari 10 jenis bukti dukung.");
    LACKS(&b, "C. Rekaman"); /* a heading for nothing */
    buf_done(&b);
    for (int64_t k = DOC_BA_TTD; k <= DOC_PUBLIKASI; k++)
        add_document(d, k, NULL);
    add_document(d, DOC_AUDIO, "termin I");
    struct document *tape = &d->document.v[d->document.n - 1];
    tape->file_name = "sutrisno.mp3";
    tape->size = 12345678;
    tape->sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    tape->taken_at = stamp_of(d->session.v->date, 9 * 60, ZONE_WITA);
    b = archived(d, "dokumentasi");
    HAS(&b, "Semua 10 jenis bukti dukung sudah ada.");
    HAS(&b, "row | 1. | Rekaman suara\\nsutrisno.mp3\\ntermin I | 09.00 WITA | 12.345.678 bita | "
            "01234567 89abcdef 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef\n");
    buf_done(&b);
    b = published(d, "dokumentasi");
    HAS(&b, "row | 1. | Rekaman suara\\ntermin I |");
    LACKS(&b, "mp3");
    buf_done(&b);
    d->document.v[d->document.n - 1].withheld = 1;
    b = published(d, "dokumentasi");
    LACKS(&b, "Rekaman");
    buf_done(&b);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(undangan__writes_to_the_office_or_to_the_person),
        cmocka_unit_test(undangan__goes_to_acting_heads_as_offices),
        cmocka_unit_test(undangan__is_not_written_to_who_signs_it),
        cmocka_unit_test(undangan__asks_only_who_is_on_the_list),
        cmocka_unit_test(undangan__is_one_letter_with_a_list_in_public),
        cmocka_unit_test(dokumentasi__shows_photos_with_their_time),
        cmocka_unit_test(dokumentasi__lists_evidence_and_recordings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
