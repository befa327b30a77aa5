#include "config.h"

#include "model/png.h"

#include <stdint.h>
#include <string.h>

#define SIGNATURE "\x89PNG\r\n\x1a\n"
#define AROUND 12 /* length, type and sum of a chunk */

static size_t read_length(const unsigned char *p)
{
    return (size_t)p[0] << 24 | (size_t)p[1] << 16 | (size_t)p[2] << 8 | p[3];
}

/* What a decoder needs, and what says how colours are meant. */
static bool is_needed(const unsigned char *type)
{
    static const char *const types[] = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA",
                                        "cHRM", "sRGB", "iCCP", "sBIT", "pHYs"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (memcmp(type, types[i], 4) == 0)
            return true;
    return false;
}

bool png_strip(const void *p, size_t n, struct buf *out)
{
    const unsigned char *at = p, *end = at + n;
    size_t head = strlen(SIGNATURE);
    if (n < head || memcmp(at, SIGNATURE, head) != 0)
        return false;
    struct buf b = BUF_INIT;
    buf_add(&b, at, head);
    bool whole = false;
    for (at += head; !whole && (size_t)(end - at) >= AROUND;) {
        size_t length = read_length(at);
        if (length > (size_t)(end - at) - AROUND)
            break;
        if (is_needed(at + 4))
            buf_add(&b, at, length + AROUND);
        whole = memcmp(at + 4, "IEND", 4) == 0;
        at += length + AROUND;
    }
    if (whole)
        buf_add(out, b.p, b.len);
    buf_done(&b);
    return whole;
}
