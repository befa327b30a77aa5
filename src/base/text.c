/* Characters: what comes in, what is shown, what is compared. Graphemes and lines: text_layout.c.
 */
#include "base/text.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/buf.h"

#define REPLACEMENT "\xEF\xBF\xBD"
#define REPLACEMENT_CODE 0xFFFDu

static bool ascii_mode;

void text_set_ascii(bool on)
{
    ascii_mode = on;
}

bool text_is_ascii(void)
{
    return ascii_mode;
}

static const uint8_t *bytes(const char *s)
{
    return (const uint8_t *)s;
}

/* The character at `s`; its length in bytes (>= 1). `*bad` tells invalid bytes from a real U+FFFD.
 */
static size_t decode(const char *s, size_t n, ucs4_t *c, bool *bad)
{
    if ((unsigned char)*s < 0x80) {
        *c = (unsigned char)*s;
        *bad = false;
        return 1;
    }
    int len = u8_mbtoucr(c, bytes(s), n);
    *bad = len < 0;
    if (len > 0)
        return (size_t)len;
    len = u8_mbtouc(c, bytes(s), n);
    *c = REPLACEMENT_CODE;
    return len > 0 ? (size_t)len : 1;
}

bool text_valid(const char *s, size_t n)
{
    return u8_check(bytes(s), n) == NULL;
}

static bool is_control(ucs4_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

static bool is_plain_ascii(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        if (c < 0x20 || c > 0x7E)
            return false;
    }
    return true;
}

/* NFC (or another form) as a string of the arena. */
static char *normalize(struct arena *a, uninorm_t form, const char *s, size_t n)
{
    size_t len = 0;
    uint8_t *p = u8_normalize(form, bytes(s), n, NULL, &len);
    char *result = p ? arena_memdup(a, p, len) : arena_memdup(a, s, n);
    free(p);
    return result;
}

/* One control character of the input; returns how many bytes of it were used up. */
static size_t input_control(struct buf *b, const char *s, size_t left, bool lines)
{
    if (*s == '\r' || *s == '\n') {
        buf_putc(b, lines ? '\n' : ' ');
        return *s == '\r' && left > 1 && s[1] == '\n' ? 2 : 1;
    }
    if (*s == '\t')
        buf_putc(b, ' ');
    return 1;
}

char *text_input(struct arena *a, const char *s, size_t n, bool lines)
{
    if (is_plain_ascii(s, n))
        return arena_memdup(a, s, n);
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < n;) {
        ucs4_t c;
        bool bad;
        size_t len = decode(s + i, n - i, &c, &bad);
        if (bad)
            buf_puts(&b, REPLACEMENT);
        else if (c < 0x20)
            len = input_control(&b, s + i, n - i, lines);
        else if (!is_control(c))
            buf_add(&b, s + i, len);
        i += len;
    }
    char *result = normalize(a, UNINORM_NFC, buf_str(&b), b.len);
    buf_done(&b);
    return result;
}

/* Copies with runs of white space as one blank and none at the ends. */
static char *single_blanks(struct arena *a, const char *s, size_t n)
{
    char *out = arena_alloc(a, n + 1);
    size_t len = 0;
    bool blank = false;
    for (size_t i = 0; i < n;) {
        ucs4_t c;
        bool bad;
        size_t k = decode(s + i, n - i, &c, &bad);
        if (!bad && uc_is_property_white_space(c)) {
            blank = len > 0;
        } else {
            if (blank)
                out[len++] = ' ';
            blank = false;
            memcpy(out + len, s + i, k);
            len += k;
        }
        i += k;
    }
    return out;
}

char *text_trim(struct arena *a, const char *s)
{
    return single_blanks(a, s, strlen(s));
}

/* Characters that change what others look like, or that nobody can see. */
static bool is_hidden(ucs4_t c)
{
    static const struct {
        ucs4_t from, to;
    } ranges[] = {{0x061C, 0x061C}, {0x200B, 0x200F}, {0x2028, 0x202E},  {0x2060, 0x2064},
                  {0x2066, 0x206F}, {0xFDD0, 0xFDEF}, {0xFEFF, 0xFEFF},  {0xE0000, 0xE007F}};
    if (c < 0x061C)
        return is_control(c) && c != '\n';
    if ((c & 0xFFFE) == 0xFFFE) /* no characters at all: XML and cairo refuse them */
        return true;
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
        if (c >= ranges[i].from && c <= ranges[i].to)
            return true;
    }
    return false;
}

/* Puts `mark` in the place of each hidden character and `broken` in that of invalid bytes. */
static const char *replace_hidden(struct arena *a, const char *s, const char *mark,
                                  const char *broken)
{
    size_t n = strlen(s);
    if (is_plain_ascii(s, n))
        return s;
    struct buf b = BUF_INIT;
    size_t copied = 0;
    for (size_t i = 0; i < n;) {
        ucs4_t c;
        bool bad;
        size_t len = decode(s + i, n - i, &c, &bad);
        if (bad || is_hidden(c)) {
            buf_add(&b, s + copied, i - copied);
            buf_puts(&b, bad ? broken : mark);
            copied = i + len;
        }
        i += len;
    }
    if (copied == 0)
        return s;
    buf_puts(&b, s + copied);
    char *result = arena_memdup(a, b.p, b.len);
    buf_done(&b);
    return result;
}

const char *text_visible(struct arena *a, const char *s)
{
    const char *mark = ascii_mode ? "?" : REPLACEMENT;
    return replace_hidden(a, s, mark, mark);
}

const char *text_export(struct arena *a, const char *s)
{
    return replace_hidden(a, s, "", REPLACEMENT);
}

static bool is_apostrophe(ucs4_t c)
{
    static const ucs4_t marks[] = {'\'',   '`',    0x00B4, 0x02B9, 0x02BB, 0x02BC, 0x02BD, 0x02BE,
                                   0x02BF, 0x02C8, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (c == marks[i])
            return true;
    }
    return false;
}

/* Marks, apostrophes, soft hyphens and other format characters play no part in a search. */
static bool is_unsearched(ucs4_t c)
{
    if (c < 0x80)
        return is_apostrophe(c);
    return is_apostrophe(c) ||
           uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Me |
                                                   UC_CATEGORY_MASK_Cf);
}

/* In place; `s` stays valid when it was. Controls become blanks. Returns the new length. */
static size_t drop_unsearched(char *s, size_t n)
{
    size_t out = 0;
    for (size_t i = 0; i < n;) {
        ucs4_t c;
        bool bad;
        size_t len = decode(s + i, n - i, &c, &bad);
        if (!bad && is_control(c)) {
            s[out++] = ' ';
        } else if (bad || !is_unsearched(c)) {
            memmove(s + out, s + i, len);
            out += len;
        }
        i += len;
    }
    s[out] = '\0';
    return out;
}

static bool is_ascii(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)s[i] >= 0x80)
            return false;
    return true;
}

/* What the long way below makes of ASCII: line ends and tabs are blanks, other controls go. */
static char *fold_ascii(struct arena *a, const char *s, size_t n)
{
    char *out = arena_alloc(a, n + 1);
    size_t len = 0;
    for (size_t i = 0; i < n; i++) {
        char c = s[i] == '\n' || s[i] == '\r' || s[i] == '\t' ? ' ' : s[i];
        bool unsearched = c < ' ' || c == 0x7f || c == '\'' || c == '`';
        if (unsearched || (c == ' ' && (len == 0 || out[len - 1] == ' ')))
            continue;
        out[len++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    if (len > 0 && out[len - 1] == ' ')
        len--;
    out[len] = '\0';
    return out;
}

char *text_fold(struct arena *a, const char *s)
{
    size_t n = strlen(s);
    if (is_ascii(s, n))
        return fold_ascii(a, s, n);
    char *clean = text_input(a, s, n, true); /* invalid bytes would stop the library */
    size_t len = drop_unsearched(clean, strlen(clean));
    /* First NFKD: compatibility forms may hide capitals that folding alone does not see. */
    char *flat = normalize(a, UNINORM_NFKD, clean, len);
    size_t folded_len = 0;
    uint8_t *folded = u8_casefold(bytes(flat), strlen(flat), NULL, UNINORM_NFKD, NULL, &folded_len);
    char *key = folded ? arena_memdup(a, folded, folded_len) : flat;
    free(folded);
    return single_blanks(a, key, drop_unsearched(key, strlen(key)));
}

bool text_is_letter(uint32_t c)
{
    if (c < 0x80)
        return isalnum((int)c) != 0;
    return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_N);
}

size_t text_letter_at(const char *s)
{
    ucs4_t c;
    bool bad;
    if ((unsigned char)*s < 0x80)
        return text_is_letter((unsigned char)*s) ? 1 : 0;
    size_t n = decode(s, strlen(s), &c, &bad);
    return !bad && text_is_letter(c) ? n : 0;
}

const char *text_fold_words(struct arena *a, const char *s)
{
    const char *folded = text_fold(a, s);
    char *out = arena_alloc(a, strlen(folded) + 3);
    size_t n = 0;
    out[n++] = ' ';
    while (*folded) {
        size_t letter = text_letter_at(folded);
        if (letter) {
            memcpy(out + n, folded, letter);
            n += letter;
        } else if (out[n - 1] != ' ') {
            out[n++] = ' ';
        }
        folded += letter ? letter : 1;
    }
    if (out[n - 1] != ' ')
        out[n++] = ' ';
    out[n] = '\0';
    return out;
}

char *text_size(int64_t bytes, char out[TEXT_SIZE])
{
    const int64_t kb = 1000, mb = 1000 * kb, gb = 1000 * mb;
    if (bytes < mb)
        snprintf(out, TEXT_SIZE, "%" PRId64 " kB", bytes > 0 ? (bytes + kb - 1) / kb : 0);
    else if (bytes < 100 * mb)
        snprintf(out, TEXT_SIZE, "%" PRId64 ",%" PRId64 " MB", bytes / mb, bytes % mb / (100 * kb));
    else if (bytes < 10 * gb)
        snprintf(out, TEXT_SIZE, "%" PRId64 " MB", bytes / mb);
    else
        snprintf(out, TEXT_SIZE, "%" PRId64 " GB", bytes / gb);
    return out;
}
