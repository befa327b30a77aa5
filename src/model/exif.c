#include "model/exif.h"

#include <string.h>

#include "model/jpeg.h"

/* The TIFF structure inside EXIF: every access goes through `u16`/`u32`, which know the end. */
struct tiff {
    const uint8_t *p;
    size_t n;
    bool little;
};

enum {
    TAG_ORIENTATION = 0x0112,
    TAG_CHANGED = 0x0132,
    TAG_EXIF = 0x8769,
    TAG_TAKEN = 0x9003,
    TAG_DIGITIZED = 0x9004,
    TAG_OFFSET = 0x9010,
    TAG_OFFSET_TAKEN = 0x9011,
    TYPE_ASCII = 2
};

/* Times in the order of trust; a higher one replaces a lower one. */
struct found {
    int trust;
    struct exif *x;
};

static uint32_t u16(const struct tiff *t, size_t off)
{
    if (off > t->n || t->n - off < 2)
        return 0;
    const uint8_t *b = t->p + off;
    return t->little ? (uint32_t)b[1] << 8 | b[0] : (uint32_t)b[0] << 8 | b[1];
}

static uint32_t u32(const struct tiff *t, size_t off)
{
    uint32_t a = u16(t, off), b = u16(t, off + 2);
    return t->little ? b << 16 | a : a << 16 | b;
}

/* Two decimal digits; -1 when they are none. */
static int two(const char *s)
{
    if (s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9')
        return -1;
    return (s[0] - '0') * 10 + (s[1] - '0');
}

/* "2026:11:12 08:52:10"; cameras without a set clock write zeros or blanks. */
static bool read_time(const char *s, struct exif *x)
{
    int century = two(s), year = two(s + 2), month = two(s + 5), day = two(s + 8);
    int hour = two(s + 11), minute = two(s + 14), second = two(s + 17);
    if (century < 19 || year < 0 || month < 1 || day < 1 || hour < 0 || hour > 23 || minute < 0 ||
        minute > 59 || second < 0 || second > 60)
        return false;
    int64_t number = date_of(century * 100 + year, month, day);
    if (number == NONE)
        return false;
    x->day = number;
    x->seconds = (hour * 60 + minute) * 60 + second;
    return true;
}

/* "+08:00" */
static void read_offset(const char *s, struct exif *x)
{
    int hour = two(s + 1), minute = two(s + 4);
    if ((s[0] == '+' || s[0] == '-') && hour >= 0 && hour <= 14 && minute >= 0 && minute < 60)
        x->utc_minutes = (s[0] == '-' ? -1 : 1) * (hour * 60 + minute);
}

/* The text of an ASCII entry with at least `least` characters; NULL when it does not lie inside. */
static const char *entry_text(const struct tiff *t, size_t entry, uint32_t least)
{
    uint32_t count = u32(t, entry + 4);
    size_t off = count > 4 ? u32(t, entry + 8) : entry + 8;
    if (u16(t, entry + 2) != TYPE_ASCII || count < least || off > t->n || t->n - off < count)
        return NULL;
    return (const char *)t->p + off;
}

static void read_entry(const struct tiff *t, size_t entry, struct found *f)
{
    static const struct {
        uint32_t tag;
        int trust;
    } times[] = {{TAG_CHANGED, 1}, {TAG_DIGITIZED, 2}, {TAG_TAKEN, 3}};
    uint32_t tag = u16(t, entry);
    const char *s;
    if (tag == TAG_ORIENTATION) {
        uint32_t o = u16(t, entry + 8);
        if (o >= 1 && o <= 8)
            f->x->orientation = (int)o;
    }
    if ((tag == TAG_OFFSET_TAKEN || (tag == TAG_OFFSET && f->x->utc_minutes == NONE)) &&
        (s = entry_text(t, entry, 6)))
        read_offset(s, f->x);
    for (size_t i = 0; i < sizeof times / sizeof *times; i++)
        if (tag == times[i].tag && times[i].trust > f->trust && (s = entry_text(t, entry, 19)) &&
            read_time(s, f->x))
            f->trust = times[i].trust;
}

/* Reads one directory; returns where the EXIF directory stands (0: none). */
static size_t read_directory(const struct tiff *t, size_t off, struct found *f)
{
    size_t exif = 0;
    uint32_t entries = u16(t, off);
    for (uint32_t i = 0; i < entries; i++) {
        size_t entry = off + 2 + (size_t)i * 12;
        if (entry > t->n || t->n - entry < 12)
            break;
        if (u16(t, entry) == TAG_EXIF)
            exif = u32(t, entry + 8);
        read_entry(t, entry, f);
    }
    return exif;
}

static void read_tiff(const uint8_t *p, size_t n, struct exif *x)
{
    if (n < 8 || (memcmp(p, "II*\0", 4) != 0 && memcmp(p, "MM\0*", 4) != 0))
        return;
    struct tiff t = {p, n, p[0] == 'I'};
    struct found f = {0, x};
    size_t exif = read_directory(&t, u32(&t, 4), &f);
    if (exif != 0) /* one level only: a directory that points to itself cannot loop */
        read_directory(&t, exif, &f);
}

static void read_jpeg(struct jpeg_walk *w, struct exif *x)
{
    x->type = PICTURE_JPEG;
    struct jpeg_segment s;
    enum jpeg_step step;
    bool seen = false;
    while ((step = jpeg_next(w, &s)) == JPEG_SEGMENT) {
        struct jpeg_size z;
        if (x->width == 0 && jpeg_frame(&s, &z)) {
            x->width = z.width;
            x->height = z.height;
            x->components = z.components;
        }
        if (s.marker == 0xE1 && s.size > 6 && !seen && memcmp(s.data, "Exif\0\0", 6) == 0) {
            read_tiff(s.data + 6, s.size - 6, x);
            seen = true;
        }
    }
    x->whole = step == JPEG_END;
}

static void read_png(const uint8_t *p, size_t n, struct exif *x)
{
    x->type = PICTURE_PNG;
    struct tiff t = {p, n, false};
    for (size_t off = 8; off <= n && n - off >= 12;) {
        uint32_t size = u32(&t, off);
        const uint8_t *name = p + off + 4, *data = p + off + 8;
        if (size > n - off - 12)
            return;
        if (memcmp(name, "IHDR", 4) == 0 && size >= 8) {
            uint32_t w = u32(&t, off + 8), h = u32(&t, off + 12);
            x->width = w <= INT32_MAX ? (int)w : 0;
            x->height = h <= INT32_MAX ? (int)h : 0;
        } else if (memcmp(name, "eXIf", 4) == 0) {
            read_tiff(data, size, x);
        } else if (memcmp(name, "IEND", 4) == 0) {
            x->whole = true;
            return;
        }
        off += 12 + (size_t)size;
    }
}

static bool is_heic(const uint8_t *p, size_t n)
{
    static const char *const brands[] = {"heic", "heix", "hevc", "mif1", "msf1", "avif"};
    if (n < 12 || memcmp(p + 4, "ftyp", 4) != 0)
        return false;
    for (size_t i = 0; i < sizeof brands / sizeof *brands; i++)
        if (memcmp(p + 8, brands[i], 4) == 0)
            return true;
    return false;
}

bool exif_read(const void *p, size_t n, struct exif *ret)
{
    *ret = (struct exif){.orientation = 1, .day = NONE, .seconds = NONE, .utc_minutes = NONE};
    struct jpeg_walk w;
    if (jpeg_begin(&w, p, n))
        read_jpeg(&w, ret);
    else if (n >= 8 && memcmp(p, "\x89PNG\r\n\x1a\n", 8) == 0)
        read_png(p, n, ret);
    else if (is_heic(p, n))
        ret->type = PICTURE_HEIC;
    return ret->type == PICTURE_JPEG || ret->type == PICTURE_PNG;
}
