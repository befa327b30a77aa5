#include "app/csv_bytes.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#include "base/i18n.h"
#include "base/text.h"

/* Windows-1252, bytes 80-9F; the rest are the code points of the same number. The five that Windows
 * leaves open are C1 controls, as everybody decodes them. */
static const uint16_t high[32] = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                  0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

static void put_char(struct buf *b, ucs4_t c)
{
    uint8_t out[6];
    int n = u8_uctomb(out, c, sizeof out);
    buf_add(b, out, n > 0 ? (size_t)n : 0);
}

static void from_cp1252(const char *p, size_t n, struct buf *b)
{
    for (size_t i = 0; i < n; i++) {
        uint8_t c = (uint8_t)p[i];
        put_char(b, c >= 0x80 && c < 0xA0 ? high[c - 0x80] : c);
    }
}

/* The byte that shows as `c` in Windows-1252; -1 when there is none. */
static int cp1252_byte(ucs4_t c)
{
    for (int i = 0; i < 32; i++)
        if (high[i] == c)
            return 0x80 + i;
    return c < 0x80 || (c >= 0xA0 && c <= 0xFF) ? (int)c : -1;
}

/* --- text that was encoded twice: "BANJARÂ", "â€œ" --- */

/* The run of characters at `p` that stand for the bytes of one UTF-8 character; 0 when they do not.
 */
static size_t twice_run(const uint8_t *p, size_t n, uint8_t out[4], size_t *ret_out)
{
    size_t used = 0, got = 0, want = 0;
    while (got < 4 && used < n) {
        ucs4_t c;
        int len = u8_mbtouc(&c, p + used, n - used);
        int byte = cp1252_byte(c);
        if (byte < 0x80 || (got == 0 ? byte < 0xC2 || byte > 0xF4 : byte > 0xBF))
            break;
        out[got++] = (uint8_t)byte;
        used += (size_t)len;
        want = got == 1 ? (byte >= 0xF0 ? 4u : byte >= 0xE0 ? 3u : 2u) : want;
        if (got == want)
            break;
    }
    if (got == 0 || got != want || u8_check(out, got) != NULL)
        return 0;
    *ret_out = got;
    return used;
}

static bool repair_twice(const struct buf *in, struct buf *out)
{
    const uint8_t *p = (const uint8_t *)in->p;
    bool found = false;
    for (size_t i = 0; i < in->len;) {
        uint8_t bytes[4];
        size_t n = 0, used = p[i] < 0x80 ? 0 : twice_run(p + i, in->len - i, bytes, &n);
        if (used > 0) {
            buf_add(out, bytes, n);
            i += used;
            found = true;
        } else {
            buf_putc(out, in->p[i++]);
        }
    }
    return found;
}

/* --- what is no table at all --- */

struct magic {
    const char *bytes;
    size_t n;
    const char *words;
};

static const struct magic magics[] = {
    {"PK\x03\x04", 4,
     N_("Ini berkas Excel (.xlsx) atau zip, bukan CSV. Di Excel pilih Simpan sebagai, CSV, lalu "
        "coba lagi.")},
    {"\xD0\xCF\x11\xE0", 4,
     N_("Ini berkas Excel lama (.xls), bukan CSV. Di Excel pilih Simpan sebagai, CSV, lalu coba "
        "lagi.")},
    {"%PDF", 4,
     N_("Ini berkas PDF, bukan CSV. Mintalah daftar undangan dalam bentuk CSV atau Excel.")},
    {"\xFF\xD8\xFF", 3, N_("Ini gambar, bukan CSV.")},
    {"\x89PNG", 4, N_("Ini gambar, bukan CSV.")},
    {"SQLite format 3", 15, N_("Ini berkas basis data atau berkas sesi, bukan CSV.")}};

static enum err_code refuse_others(const char *p, size_t n, struct err *e)
{
    for (size_t i = 0; i < sizeof magics / sizeof magics[0]; i++)
        if (n >= magics[i].n && memcmp(p, magics[i].bytes, magics[i].n) == 0)
            return err_set(e, ERR_INPUT, _("%s Tidak ada yang diubah."), _(magics[i].words));
    return ERR_NONE;
}

static enum err_code from_utf16(const char *p, size_t n, bool big, struct buf *b, struct err *e)
{
    size_t units = n / 2, len = 0;
    uint16_t *u = mem_alloc((units + 1) * sizeof *u);
    for (size_t i = 0; i < units; i++) {
        uint8_t x = (uint8_t)p[2 * i], y = (uint8_t)p[2 * i + 1];
        u[i] = (uint16_t)(big ? x << 8 | y : y << 8 | x);
    }
    uint8_t *out = u16_to_u8(u, units, NULL, &len);
    free(u);
    if (!out)
        return err_set(
            e, ERR_INPUT,
            _("Berkas UTF-16 ini rusak. Simpan lagi sebagai CSV UTF-8. Tidak ada yang diubah."));
    buf_add(b, out, len);
    free(out);
    return ERR_NONE;
}

/* CR LF and CR become LF, so that a row of the table is a line, also for old Mac files. */
static void one_line_end(struct buf *b)
{
    size_t n = 0;
    for (size_t i = 0; i < b->len; i++) {
        if (b->p[i] == '\r' && i + 1 < b->len && b->p[i + 1] == '\n')
            continue;
        b->p[n++] = b->p[i] == '\r' ? '\n' : b->p[i];
    }
    if (b->p)
        b->p[n] = '\0';
    b->len = n;
}

static enum err_code to_utf8(const char *p, size_t n, struct buf *b, struct csv_info *info,
                             struct err *e)
{
    bool little = n >= 2 && memcmp(p, "\xFF\xFE", 2) == 0,
         big = n >= 2 && memcmp(p, "\xFE\xFF", 2) == 0;
    if (little || big) {
        info->encoding = "UTF-16";
        info->bom = true;
        return from_utf16(p + 2, n - 2, big, b, e);
    }
    if (n >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0) {
        info->bom = true;
        p += 3;
        n -= 3;
    }
    bool utf8 = text_valid(p, n);
    info->encoding = utf8 ? "UTF-8" : "Windows-1252";
    if (utf8)
        buf_add(b, p, n);
    else
        from_cp1252(p, n, b);
    return ERR_NONE;
}

enum err_code csv_bytes_decode(const char *p, size_t n, bool repair, struct buf *ret,
                               struct csv_info *info, struct err *e)
{
    struct buf text = BUF_INIT, repaired = BUF_INIT;
    enum err_code code = refuse_others(p, n, e);
    if (code == ERR_NONE)
        code = to_utf8(p, n, &text, info, e);
    if (code == ERR_NONE && text.len > 0 && memchr(text.p, '\0', text.len))
        code =
            err_set(e, ERR_INPUT,
                    _("Ini bukan berkas teks. Simpan daftar undangan sebagai CSV, lalu coba lagi. "
                      "Tidak ada yang diubah."));
    if (code == ERR_NONE) {
        info->twice_encoded =
            strcmp(info->encoding, "UTF-8") == 0 && repair_twice(&text, &repaired);
        info->repaired = info->twice_encoded && repair;
        struct buf *use = info->repaired ? &repaired : &text;
        one_line_end(use);
        buf_add(ret, buf_str(use), use->len);
    }
    buf_done(&text);
    buf_done(&repaired);
    return code;
}
