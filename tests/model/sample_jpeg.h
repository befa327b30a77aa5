/* A JPEG with EXIF made by hand, for tests: 8 x 8 grey pixels that really decode. */
#ifndef MUFAKAT_TESTS_SAMPLE_JPEG_H
#define MUFAKAT_TESTS_SAMPLE_JPEG_H

#include <string.h>
#include "base/buf.h"

struct sample_jpeg {
    int orientation;     /* 0: none written */
    const char *taken;   /* DateTimeOriginal, 19 characters; NULL: none */
    const char *changed; /* DateTime; NULL: none */
    const char *offset;  /* "+08:00"; NULL: none */
    bool big_endian;
    int components; /* 0 means 1 (grey); other values only change the header */
};

static inline void sample_number(struct buf *b, unsigned value, int bytes, bool big)
{
    for (int i = 0; i < bytes; i++)
        buf_putc(b, (char)(value >> 8 * (big ? bytes - 1 - i : i) & 0xFF));
}

static inline void sample_entry(struct buf *b, unsigned tag, unsigned type, unsigned count, unsigned value,
                                bool big)
{
    sample_number(b, tag, 2, big);
    sample_number(b, type, 2, big);
    sample_number(b, count, 4, big);
    if (type == 3) { /* a short stands left in its four bytes */
        sample_number(b, value, 2, big);
        sample_number(b, 0, 2, big);
    } else {
        sample_number(b, value, 4, big);
    }
}

/* The TIFF part: a first directory with orientation and time of change, an EXIF directory with the rest. */
static inline void sample_tiff(const struct sample_jpeg *s, struct buf *b)
{
    bool big = s->big_endian;
    unsigned n0 = (s->orientation ? 1 : 0) + (s->changed ? 1 : 0) + 1;
    unsigned n1 = (s->taken ? 1 : 0) + (s->offset ? 1 : 0);
    unsigned dir1 = 8 + 2 + n0 * 12 + 4, text = dir1 + 2 + n1 * 12 + 4;
    buf_add(b, big ? "MM\0*" : "II*\0", 4);
    sample_number(b, 8, 4, big);
    sample_number(b, n0, 2, big);
    if (s->orientation)
        sample_entry(b, 0x0112, 3, 1, (unsigned)s->orientation, big);
    if (s->changed)
        sample_entry(b, 0x0132, 2, 20, text, big);
    sample_entry(b, 0x8769, 4, 1, dir1, big);
    sample_number(b, 0, 4, big);
    sample_number(b, n1, 2, big);
    if (s->taken)
        sample_entry(b, 0x9003, 2, 20, text + 20, big);
    if (s->offset)
        sample_entry(b, 0x9011, 2, 7, text + 40, big);
    sample_number(b, 0, 4, big);
    char room[20] = {0};
    buf_add(b, s->changed ? s->changed : room, 20);
    buf_add(b, s->taken ? s->taken : room, 20);
    buf_add(b, s->offset ? s->offset : room, 7);
}

static inline void sample_segment(struct buf *b, unsigned char marker, const void *p, size_t n)
{
    buf_putc(b, '\xFF');
    buf_putc(b, (char)marker);
    sample_number(b, (unsigned)n + 2, 2, true);
    buf_add(b, p, n);
}

static inline void sample_jpeg_write(const struct sample_jpeg *s, struct buf *b)
{
    struct buf exif = BUF_INIT;
    buf_add(b, "\xFF\xD8", 2);
    sample_segment(b, 0xE0, "JFIF\0\1\1\0\0\1\0\1\0\0", 14);
    buf_add(&exif, "Exif\0\0", 6);
    sample_tiff(s, &exif);
    sample_segment(b, 0xE1, exif.p, exif.len);
    buf_done(&exif);
    sample_segment(b, 0xFE, "RAHASIA", 7);
    char quant[65] = {0};
    memset(quant + 1, 1, 64);
    sample_segment(b, 0xDB, quant, 65);
    char frame[9] = {8, 0, 8, 0, 8, (char)(s->components ? s->components : 1), 1, 0x11, 0};
    sample_segment(b, 0xC0, frame, 9);
    /* One code each: DC difference 0 and "end of block", both the single bit 0. */
    char huffman[18] = {0, 1};
    sample_segment(b, 0xC4, huffman, 18);
    huffman[0] = 0x10;
    sample_segment(b, 0xC4, huffman, 18);
    sample_segment(b, 0xDA, "\1\1\0\0\x3F\0", 6);
    buf_putc(b, '\x3F'); /* 0, 0, filled up with ones */
    buf_add(b, "\xFF\xD9", 2);
}

#endif
