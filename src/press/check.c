#include "config.h"

#include "press/check.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "model/exif.h"
#include "press/picture.h"

enum verdict { GOOD, EMPTY, UNKNOWN, HEIC, CMYK, LARGE, CUT, BROKEN };

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
    [CUT] = {"cut", ERR_CORRUPT,
             N_("Berkas gambar terpotong. Tidak ada yang disimpan; salin lagi dari sumbernya.")},
    [BROKEN] = {"broken", ERR_CORRUPT,
                N_("Berkas gambar rusak dan tidak dapat dibuka. Tidak ada yang disimpan; salin lagi dari sumbernya.")},
};

struct decoder {
    struct jpeg_error_mgr manager; /* first: libjpeg hands this pointer back */
    jmp_buf out;
};

static void leave(j_common_ptr cinfo)
{
    struct decoder *d = (struct decoder *)(void *)cinfo->err;
    longjmp(d->out, 1);
}

static void keep_quiet(j_common_ptr cinfo)
{
    (void)cinfo;
}

/* Reads all lines of the picture into one row and forgets them. */
static void decode_rows(struct jpeg_decompress_struct *cinfo, const void *p, size_t n)
{
    jpeg_mem_src(cinfo, p, (unsigned long)n);
    jpeg_read_header(cinfo, TRUE);
    jpeg_start_decompress(cinfo);
    JSAMPARRAY row = (*cinfo->mem->alloc_sarray)((j_common_ptr)cinfo, JPOOL_IMAGE,
                                                cinfo->output_width * (JDIMENSION)cinfo->output_components, 1);
    while (cinfo->output_scanline < cinfo->output_height)
        jpeg_read_scanlines(cinfo, row, 1);
    jpeg_finish_decompress(cinfo);
}

static enum verdict check_jpeg(const void *p, size_t n)
{
    struct decoder d;
    struct jpeg_decompress_struct cinfo = {0};
    cinfo.err = jpeg_std_error(&d.manager);
    d.manager.error_exit = leave;
    d.manager.output_message = keep_quiet;
    if (setjmp(d.out) != 0) {
        jpeg_destroy_decompress(&cinfo);
        return BROKEN;
    }
    jpeg_create_decompress(&cinfo);
    cinfo.mem->max_memory_to_use = 512l << 20; /* progressive pictures are held whole */
    decode_rows(&cinfo, p, n);
    /* A warning is damage too: grey bars instead of the picture. */
    enum verdict v = d.manager.num_warnings > 0 ? BROKEN : GOOD;
    jpeg_destroy_decompress(&cinfo);
    return v;
}

/* What can be said without decoding it. */
static enum verdict look(const void *p, size_t n, struct exif *x)
{
    if (n == 0)
        return EMPTY;
    if (!exif_read(p, n, x))
        return x->type == PICTURE_HEIC ? HEIC : UNKNOWN;
    if (x->width > 0 && (uint64_t)x->width * (uint64_t)x->height > PICTURE_PIXELS)
        return LARGE;
    if (!x->whole)
        return CUT;
    if (x->width <= 0 || x->height <= 0)
        return BROKEN;
    return x->type == PICTURE_JPEG && x->components == 4 ? CMYK : GOOD;
}

static enum verdict check_bytes(const void *p, size_t n, struct exif *x)
{
    enum verdict v = look(p, n, x);
    if (v == GOOD && x->type == PICTURE_JPEG)
        v = check_jpeg(p, n);
    if (v != GOOD)
        return v;
    struct image *im = image_open(p, n); /* PNG is decoded here; both as the paper will do it */
    v = im ? GOOD : BROKEN;
    image_free(im);
    return v;
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
