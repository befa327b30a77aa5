/* The table of all papers that can be made. */
#include "config.h"

#include "doc/documents.h"

#include <string.h>

#include "base/i18n.h"

const struct paper_kind paper_kinds[] = {
    {"berita-acara", N_("Berita acara"), build_berita_acara, PHOTOS_SWITCHED},
    {"daftar-hadir", N_("Daftar hadir"), build_daftar_hadir, PHOTOS_NONE},
    {"notula", N_("Notula"), build_notula, PHOTOS_NONE},
    {"laporan", N_("Laporan pelaksanaan"), build_laporan, PHOTOS_NONE},
    {"rencana-tindak-lanjut", N_("Rencana tindak lanjut"), build_rencana_tindak_lanjut,
     PHOTOS_NONE},
    {"rencana-bulanan", N_("Rencana tindak lanjut per bulan"), build_rencana_bulanan, PHOTOS_NONE},
    {"jawaban-masukan", N_("Jawaban atas masukan"), build_jawaban_masukan, PHOTOS_NONE},
    {"undangan", N_("Undangan"), build_undangan, PHOTOS_NONE},
    {"dokumentasi", N_("Lembar dokumentasi"), build_dokumentasi, PHOTOS_ALWAYS},
    {"kit-hadir", N_("Daftar hadir kosong (kit kertas)"), build_kit_hadir, PHOTOS_NONE},
    {"kit-masukan", N_("Kartu masukan (kit kertas)"), build_kit_masukan, PHOTOS_NONE},
    {"kit-suara", N_("Lembar hitung suara (kit kertas)"), build_kit_suara, PHOTOS_NONE},
    {"kit-berita-acara", N_("Berita acara darurat (kit kertas)"), build_kit_berita_acara,
     PHOTOS_NONE},
    {"halaman-publik", N_("Halaman publik"), build_halaman_publik, PHOTOS_SWITCHED},
    {NULL, NULL, NULL, PHOTOS_NONE},
};

const struct paper_kind *paper_kind_find(const char *code)
{
    for (const struct paper_kind *k = paper_kinds; k->code; k++)
        if (strcmp(k->code, code) == 0)
            return k;
    return NULL;
}
