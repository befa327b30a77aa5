#include "model/jpeg.h"

#include <string.h>

#define JFIF_HEAD 14 /* bytes up to the size of the small picture: ITU-T T.871, 10.1 */

enum { SOI = 0xD8, EOI = 0xD9, SOS = 0xDA, TEM = 0x01, APP0 = 0xE0, APP2 = 0xE2, APP14 = 0xEE, COM = 0xFE };

bool jpeg_begin(struct jpeg_walk *w, const void *p, size_t n)
{
    const uint8_t *b = p;
    if (n < 4 || b[0] != 0xFF || b[1] != SOI || b[2] != 0xFF)
        return false;
    *w = (struct jpeg_walk){b, n, 2};
    return true;
}

/* Markers that stand alone, without a length. */
static bool is_bare(uint8_t marker)
{
    return marker == TEM || (marker >= 0xD0 && marker <= 0xD7);
}

/* Where the coded data of a scan ends: at the first marker that is neither a stuffed zero nor a restart. */
static size_t scan_end(const uint8_t *p, size_t n, size_t off)
{
    for (; off + 1 < n; off++)
        if (p[off] == 0xFF && p[off + 1] != 0x00 && p[off + 1] != 0xFF && !is_bare(p[off + 1]))
            return off;
    return n;
}

enum jpeg_step jpeg_next(struct jpeg_walk *w, struct jpeg_segment *ret)
{
    size_t start = w->off;
    if (start >= w->n || w->p[start] != 0xFF)
        return JPEG_CUT;
    size_t off = start;
    while (off < w->n && w->p[off] == 0xFF) /* fill bytes may stand before a marker */
        off++;
    if (off >= w->n || w->p[off] == 0x00)
        return JPEG_CUT;
    uint8_t marker = w->p[off++];
    struct jpeg_segment s = {.marker = marker, .data = w->p + off, .start = start, .end = off};
    if (marker == EOI) {
        w->off = off;
        return JPEG_END;
    }
    if (!is_bare(marker)) {
        if (w->n - off < 2)
            return JPEG_CUT;
        size_t length = (size_t)w->p[off] << 8 | w->p[off + 1];
        if (length < 2 || length > w->n - off)
            return JPEG_CUT;
        s.data = w->p + off + 2;
        s.size = length - 2;
        s.end = off + length;
    }
    if (marker == SOS)
        s.end = scan_end(w->p, w->n, s.end);
    w->off = s.end;
    *ret = s;
    return JPEG_SEGMENT;
}

bool jpeg_frame(const struct jpeg_segment *s, struct jpeg_size *ret)
{
    bool is_frame = s->marker >= 0xC0 && s->marker <= 0xCF && s->marker != 0xC4 && s->marker != 0xC8 &&
                    s->marker != 0xCC;
    if (!is_frame || s->size < 6)
        return false;
    struct jpeg_size z = {s->data[3] << 8 | s->data[4], s->data[1] << 8 | s->data[2], s->data[5]};
    if (z.width == 0 || z.height == 0 || z.components == 0)
        return false;
    *ret = z;
    return true;
}

static bool begins_with(const struct jpeg_segment *s, const char *word, size_t n)
{
    return s->size >= n && memcmp(s->data, word, n) == 0;
}

static bool is_needed(const struct jpeg_segment *s)
{
    if (s->marker == APP0)
        return begins_with(s, "JFIF", 5) && s->size <= JFIF_HEAD; /* what follows is a small picture */
    if (s->marker == APP2)
        return begins_with(s, "ICC_PROFILE", 12);
    if (s->marker == APP14)
        return begins_with(s, "Adobe", 5);
    return !(s->marker > APP0 && s->marker <= 0xEF) && s->marker != COM;
}

bool jpeg_strip(const void *p, size_t n, struct buf *out)
{
    struct jpeg_walk w;
    if (!jpeg_begin(&w, p, n))
        return false;
    struct buf b = BUF_INIT;
    buf_add(&b, p, 2);
    struct jpeg_segment s;
    enum jpeg_step step;
    bool frame = false, scan = false;
    while ((step = jpeg_next(&w, &s)) == JPEG_SEGMENT) {
        struct jpeg_size size;
        frame = frame || jpeg_frame(&s, &size);
        scan = scan || s.marker == SOS;
        if (is_needed(&s))
            buf_add(&b, w.p + s.start, s.end - s.start);
    }
    bool whole = step == JPEG_END && frame && scan;
    if (whole) {
        buf_add(&b, "\xFF\xD9", 2);
        buf_add(out, b.p, b.len);
    }
    buf_done(&b);
    return whole;
}
