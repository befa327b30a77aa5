#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include <minizip/unzip.h>
#include <zlib.h>
#include <qpdf/qpdf-c.h>

#include "base/file.h"
#include "tests/app/decode.h"

static bool ends_with(const char *s, const char *ending)
{
    size_t n = strlen(s), k = strlen(ending);
    return n >= k && strcasecmp(s + n - k, ending) == 0;
}

/* --- PNG --- */

static uint32_t number_at(const unsigned char *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* Compressed texts of every PNG that stands anywhere in these bytes. */
static void add_png_texts(const char *bytes, size_t n, struct buf *out)
{
    static unsigned char text[1 << 16];
    for (size_t i = 4; i + 8 < n; i++) {
        if (memcmp(bytes + i, "zTXt", 4) != 0 && memcmp(bytes + i, "iTXt", 4) != 0)
            continue;
        size_t size = number_at((const unsigned char *)bytes + i - 4), skip = strnlen(bytes + i + 4, 80) + 2;
        bool international = bytes[i] == 'i';
        for (int k = 0; international && k < 2; k++) /* flag and method, language, translated keyword */
            skip += strnlen(bytes + i + 4 + skip + (k == 0), 80) + 1 + (k == 0);
        if (size > n - i - 4 || skip > size)
            continue;
        uLongf len = sizeof text;
        if (uncompress(text, &len, (const unsigned char *)bytes + i + 4 + skip, size - skip) == Z_OK)
            buf_add(out, (const char *)text, len);
    }
}

/* --- PDF --- */

static int hex_digit(char c)
{
    return isdigit((unsigned char)c) ? c - '0' : isxdigit((unsigned char)c) ? (c | 0x20) - 'a' + 10 : -1;
}

/* Strings as hexadecimal digits, and as bytes in octal: titles, outline, what is said instead of a figure. */
static void add_pdf_strings(const char *s, size_t n, struct buf *out)
{
    for (size_t i = 0; i + 4 < n; i++) {
        if (s[i] == '<' && hex_digit(s[i + 1]) >= 0 && hex_digit(s[i + 2]) >= 0) {
            for (i++; i + 1 < n && hex_digit(s[i]) >= 0 && hex_digit(s[i + 1]) >= 0; i += 2)
                buf_putc(out, (char)(hex_digit(s[i]) << 4 | hex_digit(s[i + 1])));
            buf_putc(out, '\n');
        } else if (s[i] == '\\' && isdigit((unsigned char)s[i + 1])) {
            buf_putc(out, (char)((s[i + 1] & 3) << 6 | (s[i + 2] & 7) << 3 | (s[i + 3] & 7)));
            i += 3;
        } else {
            buf_putc(out, s[i]);
        }
    }
}

static void add_output(const char *command, const char *path, const char *to, struct buf *out)
{
    char line[2000], piece[65536];
    snprintf(line, sizeof line, "%s '%s'%s 2>/dev/null", command, path, to);
    FILE *f = popen(line, "r");
    assert_non_null(f);
    for (size_t n; (n = fread(piece, 1, sizeof piece, f)) > 0;)
        buf_add(out, piece, n);
    assert_int_equal(pclose(f), 0);
}

static void add_pdf(const char *path, struct buf *out)
{
    add_output("pdftotext -enc UTF-8", path, " -", out);
    add_output("pdfinfo -meta", path, "", out);
    add_output("pdfinfo", path, "", out);
    qpdf_data q = qpdf_init();
    assert_int_equal(qpdf_read(q, path, NULL) & QPDF_ERRORS, 0);
    qpdf_init_write_memory(q);
    qpdf_set_qdf_mode(q, QPDF_TRUE);
    qpdf_set_stream_data_mode(q, qpdf_s_uncompress);
    assert_int_equal(qpdf_write(q) & QPDF_ERRORS, 0);
    buf_add(out, qpdf_get_buffer(q), qpdf_get_buffer_length(q));
    add_pdf_strings((const char *)qpdf_get_buffer(q), qpdf_get_buffer_length(q), out);
    qpdf_cleanup(&q);
}

/* --- zip --- */

static void add_entry(unzFile z, const char *scratch, struct buf *out)
{
    char name[500], path[1200], piece[65536];
    assert_int_equal(unzGetCurrentFileInfo64(z, NULL, name, sizeof name, NULL, 0, NULL, 0), UNZ_OK);
    const char *base = strrchr(name, '/') ? strrchr(name, '/') + 1 : name;
    snprintf(path, sizeof path, "%s/isi-%s", scratch, base);
    buf_puts(out, name);
    assert_int_equal(unzOpenCurrentFile(z), UNZ_OK);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    for (int n; (n = unzReadCurrentFile(z, piece, sizeof piece)) > 0;)
        fwrite(piece, 1, (size_t)n, f);
    assert_int_equal(fclose(f), 0);
    assert_int_equal(unzCloseCurrentFile(z), UNZ_OK); /* checks the CRC */
    decode_file(path, scratch, out);
    unlink(path);
}

static void add_zip(const char *path, const char *scratch, struct buf *out)
{
    unzFile z = unzOpen64(path);
    assert_non_null(z);
    for (int rc = unzGoToFirstFile(z); rc == UNZ_OK; rc = unzGoToNextFile(z))
        add_entry(z, scratch, out);
    unzClose(z);
}

/* --- text --- */

static int digit64(char c)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *p = c ? strchr(digits, c) : NULL;
    return p ? (int)(p - digits) : -1;
}

/* Everything behind "base64," marks. */
static void add_base64(const char *s, struct buf *out)
{
    size_t begin = out->len;
    while ((s = strstr(s, "base64,")) != NULL) {
        unsigned bits = 0;
        int have = 0;
        for (s += 7; digit64(*s) >= 0; s++) {
            bits = (bits << 6) | (unsigned)digit64(*s);
            have += 6;
            if (have >= 8) {
                have -= 8;
                buf_putc(out, (char)(bits >> have & 255));
            }
        }
    }
    struct buf pictures = BUF_INIT;
    if (out->len > begin)
        add_png_texts(out->p + begin, out->len - begin, &pictures);
    buf_add(out, buf_str(&pictures), pictures.len);
    buf_done(&pictures);
}

/* What a reader sees where words are cut by tags. */
static void add_without_tags(const char *s, struct buf *out)
{
    for (bool inside = false; *s; s++) {
        inside = (inside || *s == '<') && *s != '>';
        if (!inside && *s != '>')
            buf_putc(out, *s);
    }
}

/* Lines of iCalendar go on after a line end and a blank (RFC 5545, 3.1). */
static void add_unfolded(const char *s, struct buf *out)
{
    for (; *s; s++) {
        if (strncmp(s, "\r\n ", 3) == 0)
            s += 2;
        else
            buf_putc(out, *s);
    }
}

void decode_file(const char *path, const char *scratch, struct buf *out)
{
    struct buf raw = BUF_INIT;
    struct err e;
    if (file_read(path, (size_t)1 << 30, &raw, &e))
        fail_msg("%s", e.text);
    buf_add(out, raw.p ? raw.p : "", raw.len);
    if (raw.len)
        add_png_texts(raw.p, raw.len, out);
    if (ends_with(path, ".xml") || ends_with(path, ".html"))
        add_without_tags(buf_str(&raw), out);
    if (ends_with(path, ".pdf"))
        add_pdf(path, out);
    else if (ends_with(path, ".docx") || ends_with(path, ".xlsx") || ends_with(path, ".zip"))
        add_zip(path, scratch, out);
    else if (ends_with(path, ".html"))
        add_base64(buf_str(&raw), out);
    else if (ends_with(path, ".ics"))
        add_unfolded(buf_str(&raw), out);
    buf_done(&raw);
}

/* --- folders --- */

static void each_below(const char *folder, const char *prefix,
                       void (*each)(void *ctx, const char *path, const char *name), void *ctx)
{
    DIR *d = opendir(folder);
    assert_non_null(d);
    for (struct dirent *x; (x = readdir(d)) != NULL;) {
        char path[1200], name[1200];
        struct stat st;
        if (strcmp(x->d_name, ".") == 0 || strcmp(x->d_name, "..") == 0)
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, x->d_name);
        snprintf(name, sizeof name, "%s%s", prefix, x->d_name);
        assert_int_equal(lstat(path, &st), 0);
        if (S_ISDIR(st.st_mode)) {
            strcat(name, "/");
            each_below(path, name, each, ctx);
        } else {
            each(ctx, path, name);
        }
    }
    closedir(d);
}

void decode_each(const char *folder, void (*each)(void *ctx, const char *path, const char *name), void *ctx)
{
    each_below(folder, "", each, ctx);
}

char *decode_plain(struct arena *a, const struct buf *b)
{
    char *out = arena_alloc(a, b->len + 1), *to = out;
    bool after_digit = false;
    for (size_t i = 0; i < b->len; i++) {
        unsigned char c = (unsigned char)b->p[i];
        if (c == '\0' || (after_digit && c != '\0' && strchr(" -.()", c)))
            continue;
        after_digit = isdigit(c);
        *to++ = (char)tolower(c);
    }
    *to = '\0';
    return out;
}
