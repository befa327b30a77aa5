/* The table of all papers that can be made. */
#include "config.h"

#include "doc/documents.h"

#include <string.h>

#include "base/i18n.h"

const struct paper_kind paper_kinds[] = {
    {"berita-acara", N_("Berita acara"), build_berita_acara},
    {"daftar-hadir", N_("Daftar hadir"), build_daftar_hadir},
    {"notula", N_("Notula"), build_notula},
    {"rencana-tindak-lanjut", N_("Rencana tindak lanjut"), build_rencana_tindak_lanjut},
    {"rencana-bulanan", N_("Rencana tindak lanjut per bulan"), build_rencana_bulanan},
    {"jawaban-masukan", N_("Jawaban atas masukan"), build_jawaban_masukan},
    {"kit-hadir", N_("Daftar hadir kosong (kit kertas)"), build_kit_hadir},
    {"kit-masukan", N_("Kartu masukan (kit kertas)"), build_kit_masukan},
    {"kit-suara", N_("Lembar hitung suara (kit kertas)"), build_kit_suara},
    {"kit-berita-acara", N_("Berita acara darurat (kit kertas)"), build_kit_berita_acara},
    {NULL, NULL, NULL},
};

const struct paper_kind *paper_kind_find(const char *code)
{
    for (const struct paper_kind *k = paper_kinds; k->code; k++)
        if (strcmp(k->code, code) == 0)
            return k;
    return NULL;
}
