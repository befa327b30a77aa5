#include "tests/doc/fixture.h"

#include <assert.h>
#include <string.h>

#include "tests/model/rows.h"

static void session(struct dossier *d)
{
    struct session *s = d->session.v;
    s->theme = "Peninjauan Ulang Standar Pelayanan Semester I Tahun 2026";
    s->unit = "Dinas Kependudukan dan Pencatatan Sipil";
    s->unit_short = "Disdukcapil";
    s->institution = "Pemerintah Kabupaten Tirta Mandala";
    s->unit_head = "Kepala Dinas Kependudukan dan Pencatatan Sipil";
    s->date = date_of(2026, 11, 12);
    s->start_time = 8 * 60 + 30;
    s->zone = SESSION_WITA;
    s->place = "Aula Tirta Sari Lantai 2, Kantor Disdukcapil";
    s->town = "Sari Wening";
    s->letterhead = "Jalan Tirta Kencana Nomor 17, Sari Wening\nTelepon: (0300) 000170";
    s->ba_number = "000.8.3.4/......./Dukcapil/2026";
    s->copies = 3;
    s->font_size = 11;
    s->note = "Pak Bambang minta kursi di depan";
    s->with_logo = s->with_number = s->with_legal = s->with_responsible = 1;
    s->with_source = s->with_phone = s->with_commitment = 1;
    s->with_attendance = s->with_parked = s->with_photos = 1;

    ROWS(d, legal_basis, 'h', 2);
    d->legal_basis.v[0].text = "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik";
    d->legal_basis.v[1].text = "Surat Sekretaris Daerah Nomor 000.8.3.4/417/Org/2026";
}

struct person {
    const char *name, *invited_as, *position, *organization;
    int64_t unsur, sex;
    const char *phone;
    int64_t role;
    int public;
};

static const struct person people[] = {
    {"Drs. Wiratma Kusnandar, M.Si.", NULL, "Kepala Dinas", "Disdukcapil", UNSUR_PENYELENGGARA,
     SEX_L, "+6281200000001", ROLE_PESERTA, 1},
    {"Meilani Tanuraksa, S.IP.", NULL, "Analis Kebijakan Ahli Muda", "Bagian Organisasi Setda",
     UNSUR_PENYELENGGARA, SEX_P, "+6281200000006", ROLE_PESERTA, 0},
    {"Sutrisno", NULL, "Warga", "Desa Karang Jati", UNSUR_PENGGUNA, SEX_L, "+6281200000007",
     ROLE_PESERTA, 0},
    {"La Ode Marfin", NULL, "Nelayan", "Desa Pesisir Lumba", UNSUR_PENGGUNA, SEX_L, NULL,
     ROLE_PESERTA, 0},
    {"Ferdinandus Lebu, S.STP.", "Camat Muara Padu", "Camat Muara Padu", "Kecamatan Muara Padu",
     UNSUR_STAKEHOLDER, SEX_L, "+6281200000016", ROLE_PESERTA, 0},
    {"Prof. Dr. Ir. Haryo Seno Prabaswara, M.P.A.", "Rektor Universitas Tirta Mandala",
     "Guru Besar", "Universitas Tirta Mandala", UNSUR_AHLI, SEX_L, "+6281200000018", ROLE_PESERTA,
     1},
    {"Nur\xe2\x80\x99"
     "aini Rumbekwan",
     NULL, "Koordinator", "Perkumpulan Penyandang Disabilitas", UNSUR_OMS, SEX_P, "+6281200000021",
     ROLE_PESERTA, 0},
    {"Clara Sintya Wongkar", NULL, "Wartawan", "Harian Kabar Mandala", UNSUR_MEDIA, SEX_P,
     "+6281200000024", ROLE_PESERTA, 0},
    {NULL, "Ketua DPRD Kabupaten Tirta Mandala", "Ketua", "DPRD Kabupaten Tirta Mandala",
     UNSUR_STAKEHOLDER, NONE, NULL, ROLE_PESERTA, 0},
    {"Arum Sekarwangi, S.Sos.", NULL, NULL, "Bagian Organisasi Setda", NONE, SEX_P, NULL,
     ROLE_FASILITATOR, 1},
};
#define N_PEOPLE (sizeof people / sizeof *people)
#define ABSENT 8

static void participants(struct dossier *d, bool arrived)
{
    ROWS(d, participant, 'p', N_PEOPLE);
    for (size_t i = 0; i < N_PEOPLE; i++) {
        struct participant *p = &d->participant.v[i];
        const struct person *in = &people[i];
        p->name = in->name;
        p->invited_as = in->invited_as;
        p->position = in->position;
        p->organization = in->organization;
        p->unsur = in->unsur;
        p->sex = in->sex;
        p->phone = in->phone;
        p->role = in->role;
        p->name_public = in->public;
        p->number = in->role == ROLE_PESERTA ? (int64_t)i + 1 : NONE;
        p->attendance = !arrived      ? ATTENDANCE_BELUM
                        : i == ABSENT ? ATTENDANCE_TIDAK
                                      : ATTENDANCE_HADIR;
        if (arrived && i != ABSENT)
            p->arrived_at = stamp_of(d->session.v->date, 8 * 60 + (int64_t)i, ZONE_WITA);
    }
    struct participant *head = d->participant.v;
    head->nip = "19690817 199403 1 991";
    head->rank = "Pembina Utama Muda, IV/c";
    d->participant.v[6].need = "juru bahasa isyarat";
    d->participant.v[6].note = "datang bersama pendamping Yosefina";
}

static void contributions(struct dossier *d)
{
    ROWS(d, contribution, 'k', 2);
    struct contribution *c = d->contribution.v;
    c[0].number = 1;
    c[0].kind = KIND_KELUHAN;
    c[0].speaker = row_id('p', 3);
    c[0].text = "Saya Sutrisno, sudah tiga kali bolak-balik";
    c[0].wording = "Pemohon tiga kali datang; hubungi Sutrisno di 0812-0000-0007";
    c[1].number = 2;
    c[1].kind = KIND_KEBERATAN;
    c[1].speaker = row_id('p', 7);
    c[1].text = "Sabtu jangan cuma dua kali";
}

static void agreement(struct agreement *g, int64_t number, const char *problem,
                      const char *recommendation, const char *responsible, int64_t status)
{
    g->number = number;
    g->problem = problem;
    g->recommendation = recommendation;
    g->responsible = responsible;
    g->status = status;
}

static void agreements(struct dossier *d)
{
    ROWS(d, agreement, 'a', 5);
    struct agreement *g = d->agreement.v;
    agreement(&g[0], 1, "Waktu cetak KTP-el tidak pasti",
              "Mengirim status permohonan melalui WhatsApp/SMS, dimulai dari berkas Pak Sutrisno",
              "Bidang Pelayanan Pendaftaran Penduduk", STATUS_MUFAKAT);
    g[0].horizon = HORIZON_PENDEK;
    g[0].due = date_of(2026, 11, 30);
    agreement(&g[1], 2, "Denda keterlambatan akta", "Menghapus denda", "Bagian Hukum",
              STATUS_TIDAK_MUFAKAT);
    g[1].status_reason = "denda diatur dengan Perda";
    agreement(&g[2], 4, "Jam layanan hanya hari kerja", "Uji coba layanan Sabtu dua kali sebulan",
              "Kepala Dinas", STATUS_DENGAN_CATATAN);
    g[2].horizon = HORIZON_MENENGAH;
    g[2].duration = 14;
    g[2].duration_unit = DURATION_HARI_KERJA;
    agreement(&g[3], 5, "Loket terlalu tinggi", "Menurunkan @@ loket", NULL, STATUS_MUFAKAT);
    agreement(&g[4], 6, "Perahu dinas", "Membeli perahu", "Bappeda", STATUS_DITUNDA);

    ROWS(d, agreement_contribution, 'l', 2);
    d->agreement_contribution.v[0].agreement = g[0].id;
    d->agreement_contribution.v[0].contribution = row_id('k', 1);
    d->agreement_contribution.v[1].agreement = g[2].id;
    d->agreement_contribution.v[1].contribution = row_id('k', 2);

    ROWS(d, objection, 'o', 2);
    struct objection *o = d->objection.v;
    o[0].agreement = g[2].id;
    o[0].participant = row_id('p', 7);
    o[0].party = "Perkumpulan Penyandang Disabilitas";
    o[0].text = "layanan Sabtu dua kali sebulan tidak menjangkau pekerja";
    o[0].reason = "Hari libur pekerja harian hanya Sabtu dan Minggu.";
    o[0].reply = "petugas hanya mencukupi dua kali sebulan";
    o[1].agreement = g[1].id;
    o[1].party = "Clara Sintya Wongkar";
    o[1].text = "denda memberatkan";
    o[1].reason_withheld = 1;

    ROWS(d, parked, 't', 1);
    d->parked.v[0].text = "Perahu dinas khusus pelayanan";
    d->parked.v[0].proposer = row_id('p', 4);
    d->parked.v[0].reason = "anggaran belanja modal";
    d->parked.v[0].forwarded_to = "Bappeda";
    d->parked.v[0].answer_by = date_of(2026, 12, 31);
}

static void documents(struct dossier *d)
{
    ROWS(d, document, 'd', 3);
    d->document.v[0].kind = DOC_LOGO;
    d->document.v[1].kind = DOC_FOTO;
    d->document.v[1].caption = "Sambutan; paling kanan Sutrisno";
    d->document.v[1].taken_at = stamp_of(d->session.v->date, 8 * 60 + 52, ZONE_WITA);
    d->document.v[1].file_name = "IMG_sutrisno.jpg";
    d->document.v[2].kind = DOC_FOTO;
}

static void signatory(struct signatory *s, int person, const char *name, const char *position,
                      int64_t role)
{
    if (person)
        s->participant = row_id('p', person);
    s->name = name;
    s->position = position;
    s->role = role;
    s->state = SIGNING_BELUM;
}

/* The head stands in the list twice, Sutrisno too, the second time by name only. */
static void signatories(struct dossier *d)
{
    ROWS(d, signatory, 'y', 7);
    struct signatory *s = d->signatory.v;
    signatory(&s[0], 3, "Sutrisno", "Warga Desa Karang Jati", SIGN_WAKIL_MASYARAKAT);
    s[0].state = SIGNING_SUDAH;
    signatory(&s[1], 1, "Drs. Wiratma Kusnandar, M.Si.", NULL, SIGN_WAKIL_MASYARAKAT);
    signatory(&s[2], 1, "Drs. Wiratma Kusnandar, M.Si.",
              "Kepala Dinas Kependudukan dan Pencatatan Sipil", SIGN_PENYELENGGARA);
    s[2].prefix = PREFIX_PLT;
    s[2].rank = "Pembina Utama Muda, IV/c";
    s[2].nip = "19690817 199403 1 991";
    s[2].state = SIGNING_SUDAH;
    signatory(&s[3], 5, NULL, NULL, SIGN_WAKIL_MASYARAKAT);
    signatory(&s[4], 0, "Sutrisno", NULL, SIGN_MODERATOR);
    signatory(&s[5], 2, "Meilani Tanuraksa, S.IP.", "Bagian Organisasi Sekretariat Daerah",
              SIGN_SAKSI);
    s[5].state = SIGNING_MENYUSUL;
    signatory(&s[6], 8, "Clara Sintya Wongkar", "Harian Kabar Mandala", SIGN_WAKIL_MASYARAKAT);
}

struct dossier *fixture_dossier(struct arena *a)
{
    struct dossier *d = dossier_new(a);
    session(d);
    participants(d, true);
    contributions(d);
    agreements(d);
    documents(d);
    signatories(d);
    return d;
}

struct dossier *fixture_morning(struct arena *a)
{
    struct dossier *d = dossier_new(a);
    session(d);
    participants(d, false);
    return d;
}

static struct buf written(const struct dossier *d, const char *code, enum privacy privacy,
                          enum doc_state state, bool text)
{
    struct arena *a = arena_new();
    const struct doc_picture pictures[] = {
        {row_id('d', 1), "\x89PNG-logo", 9},
        {row_id('d', 2), "\xff\xd8-photo", 8},
    };
    const struct doc_options o = {
        .privacy = privacy,
        .state = state,
        .fingerprint = state == STATE_LOCKED ? "7KQ2-M4XD-9F3A-P0TS-1B6C" : NULL,
        .revision = state == STATE_LOCKED ? 2 : 0,
        .pictures = pictures,
        .n_pictures = sizeof pictures / sizeof *pictures,
    };
    struct buf out = BUF_INIT;
    const struct paper_kind *k = paper_kind_find(code);
    assert(k);
    if (text)
        text_write_tree(k->build(d, &o, a), 78, false, &out);
    else
        tree_dump(k->build(d, &o, a), &out);
    arena_free(a);
    return out;
}

struct buf fixture_dump(const struct dossier *d, const char *code, enum privacy privacy,
                        enum doc_state state)
{
    return written(d, code, privacy, state, false);
}

struct buf fixture_text(const struct dossier *d, const char *code, enum privacy privacy,
                        enum doc_state state)
{
    return written(d, code, privacy, state, true);
}

const char *const fixture_personal[] = {"Meilani",
                                        "Tanuraksa",
                                        "Sutrisno",
                                        "sutrisno",
                                        "Marfin",
                                        "Ferdinandus",
                                        "Nur\xe2\x80\x99"
                                        "aini",
                                        "Rumbekwan",
                                        "Clara",
                                        "Sintya",
                                        "Wongkar",
                                        "Bambang",
                                        "Yosefina",
                                        "isyarat",
                                        "19690817",
                                        "Pembina",
                                        "0812",
                                        "+6281",
                                        "bolak-balik",
                                        NULL};
