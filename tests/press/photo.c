/* Photographs for the tests of the press, made with the decoders' own libraries. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>
#include <png.h>

#include "tests/press/paper.h"

/* Waves, and grain that no encoder can leave out. */
static unsigned char shade(int x, int y, int k, unsigned *grain)
{
    *grain = *grain * 1103515245u + 12345u;
    return (unsigned char)(((x * (k + 1) / 7) ^ (y / 5)) % 200 + (int)(*grain >> 16) % 24);
}

/* First the mean of each block, then every frequency by itself, from its highest bits to its lowest. */
static jpeg_scan_info *steps_of(int n)
{
    jpeg_scan_info *v = mem_zalloc((size_t)n * sizeof *v);
    v[0] = (jpeg_scan_info){.comps_in_scan = 1};
    for (int i = 1; i < n; i++) {
        int frequency = 1 + (i - 1) % 63, bit = 10 - (i - 1) / 63;
        v[i] = (jpeg_scan_info){.comps_in_scan = 1, .Ss = frequency, .Se = frequency, .Ah = bit == 10 ? 0 : bit + 1, .Al = bit};
    }
    return v;
}

void paper_photo(struct buf *out, const struct photo *x)
{
    struct jpeg_compress_struct c;
    struct jpeg_error_mgr manager;
    int parts = x->grey ? 1 : 3;
    unsigned char *bytes = NULL, *row = malloc((size_t)x->width * 3);
    unsigned long n = 0;
    unsigned grain = 20261112;
    c.err = jpeg_std_error(&manager);
    jpeg_create_compress(&c);
    jpeg_mem_dest(&c, &bytes, &n);
    c.image_width = (JDIMENSION)x->width;
    c.image_height = (JDIMENSION)x->height;
    c.input_components = parts;
    c.in_color_space = x->grey ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&c);
    if (x->progressive)
        jpeg_simple_progression(&c);
    jpeg_scan_info *steps = x->scans ? steps_of(x->scans) : NULL;
    if (steps) {
        c.scan_info = steps;
        c.num_scans = x->scans;
    }
    jpeg_start_compress(&c, TRUE);
    for (int y = 0; y < x->height; y++) {
        for (int i = 0; i < x->width * parts; i++)
            row[i] = shade(i / parts, y, i % parts, &grain);
        jpeg_write_scanlines(&c, &row, 1);
    }
    jpeg_finish_compress(&c);
    jpeg_destroy_compress(&c);
    buf_add(out, bytes, n);
    free(bytes);
    free(row);
    free(steps);
}

static void put(png_structp png, png_bytep p, size_t n)
{
    buf_add(png_get_io_ptr(png), p, n);
}

void paper_clear_png(struct buf *out, int width, int height, bool steps)
{
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, out, put, NULL);
    png_set_IHDR(png, info, (png_uint_32)width, (png_uint_32)height, 8, PNG_COLOR_TYPE_RGB_ALPHA,
                 steps ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(png, 1);
    png_write_info(png, info);
    int passes = png_set_interlace_handling(png);
    unsigned char *row = calloc((size_t)width, 4);
    for (int x = 0; x < width; x++) {
        row[4 * x] = 200;
        row[4 * x + 3] = x < width / 2 ? 255 : 0; /* red at the left, clear at the right */
    }
    for (int pass = 0; pass < passes; pass++)
        for (int y = 0; y < height; y++)
            png_write_row(png, row);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    free(row);
}
