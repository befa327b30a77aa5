#include "config.h"

#include "db/header_check.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/text.h"
#include "db/private.h"

/* Offsets of SQLite's file header (sqlite.org/fileformat.html, 1.3). */
enum {
    HEADER_BYTES = 100,
    AT_PAGE_SIZE = 16,
    AT_WRITE_VERSION = 18,
    AT_PAGES = 28,
    AT_USER_VERSION = 60,
    AT_APPLICATION_ID = 68
};
static const char magic[16] = "SQLite format 3";

static uint32_t u32(const unsigned char *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static enum err_code look_at_name(const char *path, struct stat *st, struct err *e)
{
    if (stat(path, st) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return err_set(
                e, ERR_NOTFOUND,
                _("Berkas %s tidak ada. Periksa nama dan foldernya, atau buat sesi baru."), path);
        return err_errno(
            e,
            _("Berkas %s tidak dapat dilihat. Isinya tidak diubah. Periksa izin folder atau "
              "pasang lagi flashdisknya."),
            path);
    }
    if (S_ISDIR(st->st_mode))
        return err_set(e, ERR_INPUT,
                       _("%s adalah folder, bukan berkas sesi. Pilih berkas .fkp di dalamnya."),
                       path);
    if (!S_ISREG(st->st_mode))
        return err_set(e, ERR_INPUT, _("%s bukan berkas biasa. Pilih berkas .fkp."), path);
    if (st->st_size == 0)
        return err_set(
            e, ERR_INPUT,
            _("Berkas %s kosong (0 bita), bukan berkas sesi. Tidak ada yang diubah. Pilih berkas "
              "lain atau pakai salinan terakhir."),
            path);
    return ERR_NONE;
}

static enum err_code read_head(const char *path, unsigned char *head, size_t *ret_n, struct err *e)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return err_errno(
            e,
            _("Berkas %s tidak dapat dibuka untuk dibaca. Isinya tidak diubah. Periksa izin "
              "berkas atau salin ke folder sendiri."),
            path);
    size_t n = 0;
    while (n < HEADER_BYTES) {
        ssize_t got = read(fd, head + n, HEADER_BYTES - n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            enum err_code rc =
                err_errno(e,
                          _("Disk gagal membaca berkas %s. Isinya tidak diubah. Periksa disk, "
                            "atau pakai salinan terakhir."),
                          path);
            close(fd);
            return rc;
        }
        if (got == 0)
            break;
        n += (size_t)got;
    }
    close(fd);
    *ret_n = n;
    return ERR_NONE;
}

static enum err_code not_sqlite(const char *path, const unsigned char *head, size_t n,
                                struct err *e)
{
    bool text = text_valid((const char *)head, n < 64 ? n : 64);
    for (size_t i = 0; i < n; i++)
        if (head[i] == 0)
            text = false;
    if (text)
        return err_set(e, ERR_INPUT,
                       _("%s adalah berkas teks, bukan berkas sesi. Tidak ada yang diubah. Daftar "
                         "peserta (CSV) "
                         "diimpor dari dalam sesi."),
                       path);
    return err_set(
        e, ERR_INPUT,
        _("%s bukan berkas sesi Mufakat, atau awal berkasnya rusak. Tidak ada yang diubah. Pilih "
          "berkas .fkp lain atau pakai salinan terakhir."),
        path);
}

static enum err_code look_at_head(const char *path, const unsigned char *head, size_t n,
                                  int64_t size, bool has_wal, struct err *e)
{
    if (n < sizeof magic || memcmp(head, magic, sizeof magic) != 0)
        return not_sqlite(path, head, n, e);
    uint32_t page = (uint32_t)head[AT_PAGE_SIZE] << 8 | head[AT_PAGE_SIZE + 1];
    if (page == 1)
        page = 65536;
    if (n < HEADER_BYTES || (!has_wal && size < (int64_t)page * u32(head + AT_PAGES)))
        return err_set(e, ERR_CORRUPT,
                       _("Berkas %s terpotong: isinya tidak lengkap, mungkin penyalinan terputus. "
                         "Tidak ada yang "
                         "diubah. Salin ulang dari asalnya, atau pakai salinan terakhir."),
                       path);
    if (u32(head + AT_APPLICATION_ID) != STORE_APPLICATION_ID)
        return err_set(e, ERR_INPUT,
                       _("%s adalah basis data program lain, bukan berkas sesi Mufakat. Tidak ada "
                         "yang diubah. "
                         "Pilih berkas .fkp."),
                       path);
    if (u32(head + AT_USER_VERSION) > STORE_FORMAT)
        return err_set(e, ERR_VERSION,
                       _("Berkas %s dibuat oleh Mufakat yang lebih baru (format %u, program ini "
                         "mengenal sampai "
                         "%d). Isinya aman dan tidak diubah. Perbarui program ini."),
                       path, u32(head + AT_USER_VERSION), STORE_FORMAT);
    return ERR_NONE;
}

static bool folder_locked(const char *path)
{
    struct buf dir = BUF_INIT;
    const char *slash = strrchr(path, '/');
    if (slash)
        buf_add(&dir, path, slash == path ? 1 : (size_t)(slash - path));
    else
        buf_putc(&dir, '.');
    bool locked = access(buf_str(&dir), W_OK) != 0;
    buf_done(&dir);
    return locked;
}

enum err_code header_check(const char *path, struct header *ret, struct err *e)
{
    struct stat st, wal;
    unsigned char head[HEADER_BYTES];
    size_t n = 0;
    enum err_code rc = look_at_name(path, &st, e);
    if (!rc)
        rc = read_head(path, head, &n, e);
    if (rc)
        return rc;
    struct buf name = BUF_INIT;
    buf_printf(&name, "%s-wal", path);
    struct header h = {.size = st.st_size};
    h.has_wal = stat(buf_str(&name), &wal) == 0 && wal.st_size > 0;
    buf_done(&name);
    rc = look_at_head(path, head, n, st.st_size, h.has_wal, e);
    if (rc)
        return rc;
    struct statvfs fs;
    h.wal_mode = head[AT_WRITE_VERSION] == 2;
    h.format = u32(head + AT_USER_VERSION);
    /* The mode bits count even for root, who would be let through: who made the file read-only
     * meant it. */
    h.write_locked = (st.st_mode & 0222) == 0 || access(path, W_OK) != 0 || folder_locked(path) ||
                     (statvfs(path, &fs) == 0 && (fs.f_flag & ST_RDONLY));
    *ret = h;
    return ERR_NONE;
}
