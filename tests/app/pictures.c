#include "config.h"

#include "tests/app/pictures.h"

#include <cairo.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <zlib.h>

#include "base/arena.h"

/* --- JPEG --- */

static void write_secrets(struct jpeg_compress_struct *k, const char *secret)
{
    char part[600];
    int n;
    memcpy(part, "Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0", 20);
    n = 20 + snprintf(part + 20, sizeof part - 20, "GPS %s", secret);
    jpeg_write_marker(k, JPEG_APP0 + 1, (JOCTET *)part, (unsigned)n);
    memcpy(part, "http://ns.adobe.com/xap/1.0/\0", 29);
    n = 29 + snprintf(part + 29, sizeof part - 29, "<x:xmpmeta><dc:creator>%s</dc:creator></x:xmpmeta>", secret);
    jpeg_write_marker(k, JPEG_APP0 + 1, (JOCTET *)part, (unsigned)n);
    n = snprintf(part, sizeof part, "Photoshop 3.0 %s", secret);
    jpeg_write_marker(k, JPEG_APP0 + 13, (JOCTET *)part, (unsigned)n);
    jpeg_write_marker(k, JPEG_COM, (const JOCTET *)secret, (unsigned)strlen(secret));
}

static void write_noise(struct jpeg_compress_struct *k, unsigned seed)
{
    JSAMPROW row = mem_alloc((size_t)k->image_width * 3);
    uint32_t x = seed * 2654435761u + 1;
    while (k->next_scanline < k->image_height) {
        for (size_t i = 0; i < (size_t)k->image_width * 3; i++) {
            x = x * 1664525u + 1013904223u;
            row[i] = (JSAMPLE)(100 + ((x >> 24) & 63));
        }
        jpeg_write_scanlines(k, &row, 1);
    }
    free(row);
}

void picture_jpeg(struct buf *out, int width, int height, unsigned seed, const char *secret)
{
    struct jpeg_error_mgr m;
    struct jpeg_compress_struct k = {.err = jpeg_std_error(&m)};
    unsigned char *bytes = NULL;
    unsigned long n = 0;
    jpeg_create_compress(&k);
    jpeg_mem_dest(&k, &bytes, &n);
    k.image_width = (JDIMENSION)width;
    k.image_height = (JDIMENSION)height;
    k.input_components = 3;
    k.in_color_space = JCS_RGB;
    jpeg_set_defaults(&k);
    jpeg_set_quality(&k, 90, TRUE);
    jpeg_start_compress(&k, TRUE);
    write_secrets(&k, secret);
    write_noise(&k, seed);
    jpeg_finish_compress(&k);
    jpeg_destroy_compress(&k);
    buf_add(out, bytes, n);
    buf_printf(out, "MotionPhoto %s", secret);
    free(bytes);
}

/* --- PNG --- */

static uint32_t crc(const unsigned char *p, size_t n)
{
    uint32_t c = ~0u;
    for (size_t i = 0; i < n; i++) {
        c ^= p[i];
        for (int k = 0; k < 8; k++)
            c = c >> 1 ^ (c & 1 ? 0xedb88320u : 0);
    }
    return ~c;
}

static void add_number(struct buf *b, uint32_t n)
{
    for (int i = 24; i >= 0; i -= 8)
        buf_putc(b, (char)(n >> i & 255));
}

static void add_chunk(struct buf *b, const char *type, const char *data, size_t n)
{
    struct buf c = BUF_INIT;
    buf_add(&c, type, 4);
    buf_add(&c, data, n);
    add_number(b, (uint32_t)n);
    buf_add(b, c.p, c.len);
    add_number(b, crc((unsigned char *)c.p, c.len));
    buf_done(&c);
}

static cairo_status_t collect(void *ctx, const unsigned char *p, unsigned int n)
{
    buf_add(ctx, p, n);
    return CAIRO_STATUS_SUCCESS;
}

/* "zz" and the secret, where only who unpacks it can read it. */
static void add_packed(struct buf *out, const char *secret)
{
    char text[300], data[400] = "Comment";
    uLongf n = sizeof data - 9;
    int len = snprintf(text, sizeof text, "zz%s", secret);
    if (compress((Bytef *)data + 9, &n, (const Bytef *)text, (uLong)len) == Z_OK) /* 7 letters, NUL, method 0 */
        add_chunk(out, "zTXt", data, 9 + n);
}

void picture_png(struct buf *out, int width, int height, const char *secret)
{
    struct buf png = BUF_INIT;
    char text[300] = "Author";
    cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
    cairo_t *cr = cairo_create(s);
    cairo_set_source_rgba(cr, 0.1, 0.3, 0.7, 0.8);
    cairo_arc(cr, width / 2.0, height / 2.0, width / 3.0, 0, 6.3);
    cairo_fill(cr);
    cairo_destroy(cr);
    cairo_surface_write_to_png_stream(s, collect, &png);
    cairo_surface_destroy(s);
    int n = 7 + snprintf(text + 7, sizeof text - 7, "%s", secret);
    buf_add(out, png.p, 33); /* signature and IHDR */
    add_chunk(out, "tEXt", text, (size_t)n);
    add_packed(out, secret);
    buf_add(out, png.p + 33, png.len - 33);
    buf_done(&png);
}

/* --- PDF --- */

void picture_pdf(struct buf *out, size_t size, const char *secret)
{
    size_t at[6];
    buf_puts(out, "%PDF-1.4\n");
    at[1] = out->len;
    buf_puts(out, "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
    at[2] = out->len;
    buf_puts(out, "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n");
    at[3] = out->len;
    buf_puts(out, "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>\nendobj\n");
    at[4] = out->len;
    buf_printf(out, "4 0 obj\n<</Length %zu>>\nstream\n", size);
    for (size_t i = 0; i < size; i++)
        buf_putc(out, i % 80 == 79 ? '\n' : ' ');
    buf_puts(out, "\nendstream\nendobj\n");
    at[5] = out->len;
    buf_printf(out, "5 0 obj\n<</Author(%s)>>\nendobj\n", secret);
    size_t xref = out->len;
    buf_puts(out, "xref\n0 6\n0000000000 65535 f \n");
    for (int i = 1; i < 6; i++)
        buf_printf(out, "%010zu 00000 n \n", at[i]);
    buf_printf(out, "trailer\n<</Size 6/Root 1 0 R/Info 5 0 R>>\nstartxref\n%zu\n%%%%EOF\n", xref);
}
