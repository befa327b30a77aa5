/* JPEG in and out by libjpeg. */
#include "config.h"

#include "press/pixels.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

/* Cameras and programs store a progressive picture in ten steps or some more; each one goes over all of it again. */
#define MOST_STEPS 100

struct codec {
    struct jpeg_error_mgr manager; /* first: libjpeg hands this pointer back */
    struct jpeg_progress_mgr progress;
    jmp_buf out;
};

static void leave(j_common_ptr cinfo)
{
    struct codec *c = (struct codec *)(void *)cinfo->err;
    longjmp(c->out, 1);
}

static void keep_quiet(j_common_ptr cinfo)
{
    (void)cinfo;
}

/* Called again and again while a picture in steps is read. */
static void count_steps(j_common_ptr cinfo)
{
    if (((const struct jpeg_decompress_struct *)(const void *)cinfo)->input_scan_number > MOST_STEPS)
        leave(cinfo);
}

static struct jpeg_error_mgr *quiet(struct codec *c)
{
    struct jpeg_error_mgr *m = jpeg_std_error(&c->manager);
    m->error_exit = leave;
    m->output_message = keep_quiet;
    return m;
}

/* libjpeg can leave out detail while it decodes: down to the smallest eighth that still fills the box. */
static void choose_scale(struct jpeg_decompress_struct *d, size_t box)
{
    size_t longest = d->image_width > d->image_height ? d->image_width : d->image_height;
    d->scale_denom = 8;
    d->scale_num = 8;
    while (d->scale_num > 1 && longest * (d->scale_num - 1) / 8 >= box)
        d->scale_num--;
}

static void decode_rows(struct jpeg_decompress_struct *d, struct shrink *s)
{
    d->out_color_space = JCS_RGB;
    choose_scale(d, s->box);
    jpeg_start_decompress(d);
    shrink_begin(s, d->output_width, d->output_height);
    JSAMPARRAY row = (*d->mem->alloc_sarray)((j_common_ptr)d, JPOOL_IMAGE, d->output_width * 3, 1);
    while (d->output_scanline < d->output_height) {
        jpeg_read_scanlines(d, row, 1);
        shrink_row(s, row[0]);
    }
    jpeg_finish_decompress(d);
}

bool decode_jpeg(const void *p, size_t n, struct shrink *s)
{
    struct codec c;
    struct jpeg_decompress_struct d = {0};
    d.err = quiet(&c);
    if (setjmp(c.out) != 0) {
        jpeg_destroy_decompress(&d);
        return false;
    }
    jpeg_create_decompress(&d);
    c.progress.progress_monitor = count_steps;
    d.progress = &c.progress;
    jpeg_mem_src(&d, p, (unsigned long)n);
    jpeg_read_header(&d, TRUE);
    decode_rows(&d, s);
    bool whole = d.err->num_warnings == 0; /* a warning is damage too: grey bars instead of the picture */
    jpeg_destroy_decompress(&d);
    return whole;
}

static void encode_rows(struct jpeg_compress_struct *k, const struct pixels *x, int quality)
{
    k->image_width = (JDIMENSION)x->w;
    k->image_height = (JDIMENSION)x->h;
    k->input_components = 3;
    k->in_color_space = JCS_RGB;
    jpeg_set_defaults(k);
    jpeg_set_quality(k, quality, TRUE);
    k->optimize_coding = TRUE;
    jpeg_start_compress(k, TRUE);
    while (k->next_scanline < k->image_height) {
        JSAMPROW row = x->p + k->next_scanline * x->w * 3;
        jpeg_write_scanlines(k, &row, 1);
    }
    jpeg_finish_compress(k);
}

bool pixels_jpeg(const struct pixels *x, int quality, struct buf *out)
{
    struct codec c;
    struct jpeg_compress_struct k = {0};
    struct {
        unsigned char *bytes;
        unsigned long n;
    } made = {NULL, 0};
    k.err = quiet(&c);
    if (setjmp(c.out) != 0) {
        jpeg_destroy_compress(&k);
        free(made.bytes);
        return false;
    }
    jpeg_create_compress(&k);
    jpeg_mem_dest(&k, &made.bytes, &made.n);
    encode_rows(&k, x, quality);
    jpeg_destroy_compress(&k);
    buf_add(out, made.bytes, made.n);
    free(made.bytes);
    return true;
}
