#include "config.h"

#include <time.h>

#include "app/create_session.h"
#include "app/inside.h"
#include "app/keep_equal.h"

/* Domain 1.2, lines 1-7 and 9: what every berita acara of a consultation cites. Official text, so
 * it is never translated. The local circular is added by hand. */
static const char *const legal_bases[] = {
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik (Lembaran Negara Republik "
    "Indonesia "
    "Tahun 2009 Nomor 112, Tambahan Lembaran Negara Republik Indonesia Nomor 5038)",
    "Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun "
    "2009 "
    "tentang Pelayanan Publik",
    "Peraturan Presiden Nomor 76 Tahun 2013 tentang Pengelolaan Pengaduan Pelayanan Publik",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 15 Tahun 2014 "
    "tentang "
    "Pedoman Standar Pelayanan (Berita Negara Republik Indonesia Tahun 2014 Nomor 615)",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 14 Tahun 2017 "
    "tentang "
    "Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 16 Tahun 2017 "
    "tentang "
    "Pedoman Penyelenggaraan Forum Konsultasi Publik di Lingkungan Unit Penyelenggara Pelayanan "
    "Publik "
    "(Berita Negara Republik Indonesia Tahun 2017 Nomor 765)",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 29 Tahun 2022 "
    "tentang "
    "Pemantauan dan Evaluasi Kinerja Penyelenggaraan Pelayanan Publik (Berita Negara Republik "
    "Indonesia "
    "Tahun 2022 Nomor 672)",
    "Surat Edaran Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 12 Tahun "
    "2021 tentang "
    "Penyelenggaraan Forum Konsultasi Publik di Lingkup Instansi Pemerintah",
};

/* A typical half day (domain 11.2): the opening stands at the session's start, registration before
 * it. */
static const struct usual_item {
    const char *title;
    enum agenda_kind_value kind;
    int minutes;
} usual_agenda[] = {
    {"Registrasi peserta", AGENDA_REGISTRASI, 30},
    {"Pembukaan: Indonesia Raya dan doa", AGENDA_SEREMONI, 15},
    {"Sambutan pimpinan unit pelayanan", AGENDA_SEREMONI, 15},
    {"Paparan standar pelayanan dan hasil SKM", AGENDA_PAPARAN, 30},
    {"Diskusi termin I", AGENDA_DISKUSI, 60},
    {"Diskusi termin II", AGENDA_DISKUSI, 45},
    {"Perumusan kesepakatan", AGENDA_PERUMUSAN, 25},
    {"Pembacaan dan penandatanganan berita acara", AGENDA_TTD, 20},
    {"Foto bersama dan penutup", AGENDA_SEREMONI, 15},
};

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static enum err_code add_legal_bases(struct work *w, struct err *e)
{
    enum err_code code = ERR_NONE;
    for (size_t i = 0; i < COUNT(legal_bases) && !code; i++) {
        struct id row = work_row_id(w);
        code = work_set_int(w, ENTITY_legal_basis, &row, legal_basis_F_ord, (int64_t)i + 1, e);
        if (!code)
            code =
                work_set_text(w, ENTITY_legal_basis, &row, legal_basis_F_text, legal_bases[i], e);
    }
    return code;
}

static enum err_code add_agenda(struct work *w, int64_t start, struct err *e)
{
    enum err_code code = ERR_NONE;
    for (size_t i = 0; i < COUNT(usual_agenda) && !code; i++) {
        struct agenda g;
        record_init(&g, ENTITY_agenda);
        g.id = work_row_id(w);
        g.ord = (int64_t)i + 1;
        g.title = usual_agenda[i].title;
        g.kind = usual_agenda[i].kind;
        g.minutes = usual_agenda[i].minutes;
        code = work_set_record(w, ENTITY_agenda, &g, e);
    }
    return code ? code : plan_agenda(w, start, e);
}

/* Document profile: A4, margins of most local rules (domain 8), everything printed but what needs
 * more work first (logo, pictures) or is for the archive (origins). */
static void set_profile(struct session *s)
{
    s->ba_variant = VARIANT_A;
    s->attendance_form = FORM_H1;
    s->spare_rows = 8;
    s->copies = 3;
    s->paper = PAPER_A4;
    s->margin_top = s->margin_bottom = 25;
    s->margin_left = 30;
    s->margin_right = 20;
    s->font_size = 12;
    s->date_style = DATE_STYLE_HURUF;
    s->words_case = CASE_LOWER;
    s->with_number = s->with_legal = s->with_responsible = s->with_phone = 1;
    s->with_commitment = s->with_attendance = s->with_parked = 1;
    s->with_logo = s->with_source = s->with_photos = 0;
}

static int64_t laptop_zone(int64_t now)
{
    time_t t = (time_t)(now / 1000);
    struct tm tm;
    if (!localtime_r(&t, &tm))
        return ZONE_WIB;
    for (int z = ZONE_WIB; z <= ZONE_WIT; z++)
        if (tm.tm_gmtoff == zone_offset_minutes((enum zone)z) * 60L)
            return z;
    return ZONE_WIB;
}

static enum err_code create_session(struct work *w, void *args, struct err *e)
{
    const struct new_session *in = &((struct create_session_args *)args)->in;
    struct session s;
    record_init(&s, ENTITY_session);
    s.id = store_session_id(w->store);
    s.theme = in->theme;
    s.unit = in->unit;
    s.institution = in->institution;
    s.place = in->place;
    s.zone = in->zone == NONE ? laptop_zone(w->group.at) : in->zone;
    s.date = in->date == NONE ? stamp_day(w->group.at, (enum zone)s.zone) : in->date;
    s.start_time = in->start_time;
    set_profile(&s);
    enum err_code code = work_set_record(w, ENTITY_session, &s, e);
    if (!code)
        code = add_legal_bases(w, e);
    if (!code)
        code = add_agenda(w, s.start_time, e);
    return code;
}

struct create_session_args *create_session_job(struct app *a, struct job **ret)
{
    return job_start(a, "create_session", create_session, sizeof(struct create_session_args), ret);
}
