/* SQLite's codes in words: what happened, what is safe, what to do. */
#include "config.h"

#include <errno.h>

#include "base/i18n.h"
#include "db/private.h"

struct words {
    int rc; /* SQLite's primary code */
    enum err_code code;
    const char *text;
};
static const struct words words[] = {
    {SQLITE_FULL, ERR_FULL,
     N_("Disk penuh: yang terakhir belum tersimpan. Semua yang sudah bertanda tersimpan aman. "
        "Kosongkan sedikit ruang disk, lalu coba lagi.")},
    {SQLITE_IOERR, ERR_IO,
     N_("Disk menolak: yang terakhir belum tersimpan. Semua yang sudah bertanda tersimpan aman. "
        "Periksa disk atau flashdisk, lalu coba lagi.")},
    {SQLITE_BUSY, ERR_BUSY,
     N_("Berkas sesi sedang dipakai program lain. Belum ada yang berubah. Tunggu sebentar atau "
        "tutup "
        "program itu, lalu coba lagi.")},
    {SQLITE_LOCKED, ERR_BUSY,
     N_("Berkas sesi sedang dipakai program lain. Belum ada yang berubah. Tunggu sebentar atau "
        "tutup "
        "program itu, lalu coba lagi.")},
    {SQLITE_READONLY, ERR_IO,
     N_("Berkas sesi tidak dapat ditulis: berkas, folder, atau medianya hanya-baca. Isinya aman. "
        "Salin "
        "berkas ke disk laptop, lalu buka salinannya.")},
    {SQLITE_CORRUPT, ERR_CORRUPT,
     N_("Berkas sesi rusak. Yang masih terbaca tidak diubah. Jangan menulis lagi ke berkas ini: "
        "pakai "
        "salinan terakhir, dan simpan berkas ini untuk diperiksa.")},
    /* Our SQL is right (a test prepares all of it), so a table must be missing or changed. */
    {SQLITE_ERROR, ERR_CORRUPT,
     N_("Berkas sesi rusak: susunan tabelnya bukan susunan Mufakat. Tidak ada yang diubah. Jangan "
        "menulis ke "
        "berkas ini: pakai salinan terakhir.")},
    {SQLITE_NOTADB, ERR_CORRUPT,
     N_("Berkas ini bukan berkas sesi Mufakat atau sudah rusak. Tidak ada yang diubah. Pilih "
        "berkas lain, "
        "atau pakai salinan terakhir.")},
    {SQLITE_TOOBIG, ERR_FULL,
     N_("Isian terlalu besar untuk disimpan. Belum ada yang berubah. Bagi menjadi beberapa "
        "bagian.")},
    {SQLITE_CONSTRAINT, ERR_CORRUPT,
     N_("Data tidak cocok dengan isi berkas sesi, jadi tidak disimpan. Yang sudah tersimpan aman. "
        "Tutup dan "
        "buka lagi berkas ini; bila terulang, periksa berkasnya.")},
    {SQLITE_CANTOPEN, ERR_IO,
     N_("Berkas sesi tidak dapat dibuka. Isinya tidak diubah. Periksa folder dan izinnya, lalu "
        "coba lagi.")},
    {SQLITE_AUTH, ERR_RULE, N_("Sambungan ini hanya untuk membaca. Tidak ada yang diubah.")},
};

enum err_code stmt_db_error(sqlite3 *db, int rc, const char *path, struct err *e)
{
    const struct words *w = NULL;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].rc == (rc & 0xFF))
            w = &words[i];
    int number = db ? sqlite3_system_errno(db) : 0;
    if ((rc & 0xFF) == SQLITE_IOERR && (number == ENOSPC || number == EDQUOT || number == EFBIG))
        w = &words[0];
    if (w)
        err_ignore(err_set(e, w->code, "%s", _(w->text)));
    else
        err_ignore(err_set(
            e, ERR_IO,
            _("Berkas sesi tidak dapat dibaca atau ditulis. Yang sudah tersimpan aman. Tutup "
              "dan buka lagi program ini.")));
    return err_detail(e, "%s: sqlite %d: %s", path ? path : "", rc,
                      db ? sqlite3_errmsg(db) : sqlite3_errstr(rc));
}

enum err_code stmt_error(struct store *s, int rc, struct err *e)
{
    return stmt_db_error(s->db, rc, s->path, e);
}
