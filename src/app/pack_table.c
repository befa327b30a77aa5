/* The table of what a pack holds besides the files for the portal (pack_upload.c): one row for each
 * file, or for a folder of pictures. A new paper is one row here for each form in which it is kept.
 */
#include "config.h"

#include "app/pack.h"
#include "base/i18n.h"

#define ARCHIVED(code, ending) {PACK_ARCHIVE, PACK_PAPER, code, ending, PRIVACY_ARSIP, code, NULL}
#define PUBLISHED(code, ending) {PACK_PUBLIC, PACK_PAPER, code, ending, PRIVACY_PUBLIKASI, code, NULL}

/* Pictures first: the papers use the small ones that are made on the way. */
const struct pack_row pack_rows[] = {
    {PACK_ARCHIVE, PACK_FILES, NULL, NULL, PRIVACY_ARSIP, "berkas",
     N_("Foto dan pindaian seperti diterima")},
    ARCHIVED("berita-acara", ".pdf"),
    ARCHIVED("daftar-hadir", ".pdf"),
    ARCHIVED("notula", ".pdf"),
    ARCHIVED("laporan", ".pdf"),
    ARCHIVED("rencana-tindak-lanjut", ".pdf"),
    ARCHIVED("rencana-bulanan", ".pdf"),
    ARCHIVED("jawaban-masukan", ".pdf"),
    ARCHIVED("undangan", ".pdf"),
    ARCHIVED("dokumentasi", ".pdf"),
    ARCHIVED("berita-acara", ".docx"),
    ARCHIVED("notula", ".docx"),
    ARCHIVED("laporan", ".docx"),
    ARCHIVED("undangan", ".docx"),
    ARCHIVED("notula", ".md"),
    ARCHIVED("peserta", ".xlsx"),
    ARCHIVED("peserta", ".csv"),
    ARCHIVED("masukan", ".xlsx"),
    ARCHIVED("masukan", ".csv"),
    ARCHIVED("rencana-aksi", ".xlsx"),
    ARCHIVED("rencana-aksi", ".csv"),
    ARCHIVED("rekap", ".xlsx"),
    ARCHIVED("rekap", ".csv"),
    ARCHIVED("tenggat", ".ics"),
    {PACK_ARCHIVE, PACK_PAPER, "data", ".json", PRIVACY_ARSIP, "data-sesi", N_("Data sesi")},
    {PACK_ARCHIVE, PACK_COPY, NULL, ".fkp", PRIVACY_ARSIP, "sesi",
     N_("Salinan berkas sesi, dibuka dengan Mufakat")},
    {PACK_PUBLIC, PACK_PHOTOS, NULL, NULL, PRIVACY_PUBLIKASI, "foto",
     N_("Foto kegiatan tanpa keterangan tersembunyi")},
    PUBLISHED("berita-acara", ".pdf"),
    PUBLISHED("daftar-hadir", ".pdf"),
    PUBLISHED("notula", ".pdf"),
    PUBLISHED("laporan", ".pdf"),
    PUBLISHED("rencana-tindak-lanjut", ".pdf"),
    PUBLISHED("rencana-bulanan", ".pdf"),
    PUBLISHED("jawaban-masukan", ".pdf"),
    PUBLISHED("dokumentasi", ".pdf"),
    PUBLISHED("jawaban-masukan", ".md"),
    PUBLISHED("masukan", ".xlsx"),
    PUBLISHED("rencana-aksi", ".xlsx"),
    PUBLISHED("rencana-aksi", ".csv"),
    PUBLISHED("rekap", ".xlsx"),
    PUBLISHED("tenggat", ".ics"),
    PUBLISHED("halaman-publik", ".html"),
    {NULL, PACK_PAPER, NULL, NULL, PRIVACY_ARSIP, NULL, NULL},
};
