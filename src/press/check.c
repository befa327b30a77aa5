#include "config.h"

#include "press/check.h"

#include "base/i18n.h"
#include "model/exif.h"
#include "model/jpeg.h"
#include "press/pixels.h"

/* More pixels than this take too long. */
#define PICTURE_PIXELS (64u * 1000 * 1000)
/* Of pictures that must be held whole: about 32 MB for a PNG, 100 MB for a JPEG. */
#define PNG_STEPS (8u * 1000 * 1000)
#define JPEG_STEPS (32u * 1000 * 1000)
#define TRIAL_BOX 64

enum verdict { GOOD, EMPTY, UNKNOWN, HEIC, CMYK, LARGE, STEPS, CUT, BROKEN };

static const struct {
    const char *word;
    enum err_code code;
    const char *text;
} verdicts[] = {
    [EMPTY] = {"empty", ERR_INPUT, N_("Berkas gambar kosong. Tidak ada yang disimpan; ambil lagi dari ponselnya.")},
    [UNKNOWN] = {"unknown", ERR_INPUT,
                 N_("Berkas ini bukan gambar JPEG atau PNG. Tidak ada yang disimpan; pilih berkas lain.")},
    [HEIC] = {"heic", ERR_INPUT,
              N_("Gambar HEIC dari ponsel belum dapat dibaca. Tidak ada yang disimpan; kirim ulang sebagai JPEG.")},
    [CMYK] = {"cmyk", ERR_INPUT,
              N_("Gambar ini memakai warna percetakan (CMYK). Tidak ada yang disimpan; simpan ulang sebagai RGB.")},
    [LARGE] = {"large", ERR_FULL,
               N_("Gambar ini lebih dari 64 megapiksel. Tidak ada yang disimpan; kecilkan dulu, lalu coba lagi.")},
    [STEPS] = {"steps", ERR_FULL,
               N_("Gambar sebesar ini disimpan bertahap (progressive atau interlaced), jadi membukanya perlu terlalu "
                  "banyak memori. Tidak ada yang disimpan; simpan ulang tanpa pilihan itu, atau kecilkan dulu.")},
    [CUT] = {"cut", ERR_CORRUPT,
             N_("Berkas gambar terpotong. Tidak ada yang disimpan; salin lagi dari sumbernya.")},
    [BROKEN] = {"broken", ERR_CORRUPT,
                N_("Berkas gambar rusak dan tidak dapat dibuka. Tidak ada yang disimpan; salin lagi dari sumbernya.")},
};

/* A progressive JPEG, an interlaced PNG: the last byte is needed for the first row. */
static bool is_in_steps(const void *p, size_t n, const struct exif *x)
{
    const unsigned char *b = p;
    if (x->type == PICTURE_PNG)
        return n > 28 && b[28] != 0; /* of the header chunk: interlace method */
    struct jpeg_walk w;
    struct jpeg_segment s;
    struct jpeg_size size;
    if (!jpeg_begin(&w, p, n))
        return false;
    while (jpeg_next(&w, &s) == JPEG_SEGMENT)
        if (jpeg_frame(&s, &size))
            return s.marker == 0xC2;
    return false;
}

static bool is_too_large(const void *p, size_t n, const struct exif *x, enum verdict *v)
{
    uint64_t pixels = (uint64_t)x->width * (uint64_t)x->height;
    uint64_t most = x->type == PICTURE_PNG ? PNG_STEPS : JPEG_STEPS;
    if (pixels > PICTURE_PIXELS)
        *v = LARGE;
    else if (pixels > most && is_in_steps(p, n, x))
        *v = STEPS;
    else
        return false;
    return true;
}

/* What can be said without decoding it. */
static enum verdict look(const void *p, size_t n, struct exif *x)
{
    if (n == 0)
        return EMPTY;
    if (!exif_read(p, n, x))
        return x->type == PICTURE_HEIC ? HEIC : UNKNOWN;
    enum verdict v;
    if (x->width > 0 && is_too_large(p, n, x, &v))
        return v;
    if (!x->whole)
        return CUT;
    if (x->width <= 0 || x->height <= 0)
        return BROKEN;
    return x->type == PICTURE_JPEG && x->components == 4 ? CMYK : GOOD;
}

static enum verdict check_bytes(const void *p, size_t n, struct exif *x)
{
    struct pixels small;
    enum verdict v = look(p, n, x);
    if (v != GOOD)
        return v;
    if (!pixels_read(p, n, x, TRIAL_BOX, &small)) /* a real decode, of which little is kept */
        return BROKEN;
    pixels_free(&small);
    return GOOD;
}

static enum err_code say(enum verdict v, struct buf *out, struct err *e)
{
    if (v == GOOD)
        return ERR_NONE;
    buf_puts(out, verdicts[v].word);
    return err_set(e, verdicts[v].code, "%s", _(verdicts[v].text));
}

enum err_code check_header(const void *p, size_t n, struct exif *ret, struct buf *out, struct err *e)
{
    return say(look(p, n, ret), out, e);
}

bool check_readable(const void *p, size_t n, struct exif *ret)
{
    return look(p, n, ret) == GOOD;
}

enum err_code check_broken(struct buf *out, struct err *e)
{
    return say(BROKEN, out, e);
}

enum err_code check_picture(const void *p, size_t n, struct buf *out, struct err *e)
{
    struct exif x;
    enum err_code code = say(check_bytes(p, n, &x), out, e);
    if (code)
        return code;
    buf_printf(out, "%s %d %d %d", x.type == PICTURE_JPEG ? "jpeg" : "png", x.width, x.height, x.orientation);
    return ERR_NONE;
}
