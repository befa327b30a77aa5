#include "model/nip.h"

#include <ctype.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"

#define LENGTH 18
#define NIK_LENGTH 16
#define EARLIEST_CODE 21 /* of PPPK, where the month would be */
#define LATEST_CODE 32

static const char *skip_label(const char *s)
{
    s += strspn(s, " \t.:-");
    if (strncasecmp(s, "NI PPPK", 7) == 0)
        s += 7;
    else if (strncasecmp(s, "NIP", 3) == 0)
        s += 3;
    return s;
}

/* Bytes of the separator at `s`; 0 when something else stands there. */
static size_t separator(const char *s)
{
    static const char *const wide[] = {"\xC2\xA0", "\xE2\x80\x99", "\xE2\x80\x98", "\xE2\x80\x93"};
    if (strchr(" \t.:-'`", *s))
        return 1;
    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++) {
        if (strncmp(s, wide[i], strlen(wide[i])) == 0)
            return strlen(wide[i]);
    }
    return 0;
}

/* The digits of the text, at most `size` - 1 of them; the count of all, or 0 when other things than
 * digits and separators stand there. */
static size_t collect(const char *typed, char *digits, size_t size)
{
    size_t n = 0;
    for (const char *s = skip_label(TXT(typed)); *s;) {
        if (isdigit((unsigned char)*s)) {
            if (n + 1 < size)
                digits[n] = *s;
            n++;
            s++;
            continue;
        }
        size_t skip = separator(s);
        if (skip == 0)
            return 0;
        s += skip;
    }
    digits[n + 1 < size ? n : size - 1] = '\0';
    return n;
}

bool nip_read(const char *typed, char ret[NIP_DIGITS])
{
    char digits[NIP_DIGITS];
    if (collect(typed, digits, sizeof digits) != LENGTH)
        return false;
    memcpy(ret, digits, sizeof digits);
    return true;
}

char *nip_show(const char *typed, char out[NIP_TEXT])
{
    char d[NIP_DIGITS];
    if (nip_read(typed, d)) {
        snprintf(out, NIP_TEXT, "%.8s %.6s %.1s %.3s", d, d + 8, d + 14, d + 15);
        return out;
    }
    const char *s = TXT(typed);
    size_t fits = strlen(s) < NIP_TEXT ? strlen(s) : text_prev(s, strlen(s), NIP_TEXT);
    memcpy(out, s, fits);
    out[fits] = '\0';
    return out;
}

static int number_at(const char *digits, size_t from, size_t n)
{
    int value = 0;
    for (size_t i = from; i < from + n; i++)
        value = value * 10 + (digits[i] - '0');
    return value;
}

static const char *doubt_digits(const char *d)
{
    int year = number_at(d, 0, 4), appointed = number_at(d, 8, 4), month = number_at(d, 12, 2);
    if (year < 1900 || date_of(year, number_at(d, 4, 2), number_at(d, 6, 2)) == NONE)
        return _("Delapan digit pertama NIP bukan tanggal lahir. Periksa sekali lagi.");
    if (appointed < year + 15 || appointed > year + 70)
        return _(
            "Tahun pengangkatan dalam NIP tidak cocok dengan tahun lahir. Periksa sekali lagi.");
    bool pppk = month >= EARLIEST_CODE && month <= LATEST_CODE;
    if (!pppk && (month < 1 || month > 12))
        return _("Bulan pengangkatan dalam NIP tidak lazim. Periksa sekali lagi.");
    if (d[14] != '1' && d[14] != '2')
        return _("Digit ke-15 NIP biasanya 1 (laki-laki) atau 2 (perempuan). Periksa sekali lagi.");
    return NULL;
}

/* "1,97001E+17" */
static bool is_scientific(const char *s)
{
    const char *e = strpbrk(s, "eE");
    return isdigit((unsigned char)*s) && e && (e[1] == '+' || isdigit((unsigned char)e[1])) &&
           strspn(s, "0123456789.,") == (size_t)(e - s);
}

const char *nip_doubt(const char *typed)
{
    char d[NIP_DIGITS];
    const char *s = TXT(typed);
    if (s[strspn(s, " -")] == '\0')
        return NULL;
    if (is_scientific(s))
        return _("NIP rusak oleh lembar kerja (angka seperti 1,97001E+17): digitnya hilang. "
                 "Tanyakan NIP-nya.");
    size_t n = collect(s, d, sizeof d);
    if (n == NIK_LENGTH)
        return _("16 digit: ini tampaknya NIK, bukan NIP. NIK tidak diperlukan; kosongkan saja.");
    if (n != LENGTH)
        return _("NIP terdiri atas 18 digit, misalnya 19700101 199503 1 001. Periksa sekali lagi.");
    return doubt_digits(d);
}
