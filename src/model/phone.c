#include "model/phone.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#define MAX_DIGITS 15 /* of an international number (E.164) */

/* The cell was folded: small letters, plain digits, no apostrophes, single blanks. */
static bool says_none(const char *s)
{
    static const char *const words[] = {
        "",          "-",           "--",        "---",     "\xE2\x80\x93", "\xE2\x80\x94",
        "?",         "0",           ".",         "tdk ada", "tidak ada",    "tak ada",
        "tdk punya", "tidak punya", "belum ada", "blm ada", "nihil",        "kosong",
        "none",      "n/a",         "na",        "t.a.",    "ta",           "tidak tahu",
        "tdk. ada"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(s, words[i]) == 0)
            return true;
    }
    return false;
}

/* "8,12e+10", "8.12e10", "812e+8" */
static bool is_scientific(const char *s)
{
    size_t i = strspn(s, "0123456789");
    if (i == 0)
        return false;
    if (s[i] == ',' || s[i] == '.')
        i += 1 + strspn(s + i + 1, "0123456789");
    while (s[i] == ' ')
        i++;
    if (s[i] != 'e')
        return false;
    i++;
    if (s[i] == '+' || s[i] == '-')
        i++;
    size_t digits = strspn(s + i, "0123456789");
    return digits > 0 && s[i + digits] == '\0';
}

/* One part of a cell, reduced to its digits. */
struct part {
    char digits[MAX_DIGITS + 1];
    size_t n;
    bool plus;    /* "+62 ..." */
    bool bad;     /* too long, or letters between the digits */
    bool written; /* anything but blanks stands there */
};

static bool is_extension(const char *s)
{
    return strncmp(s, "ext", 3) == 0 || strncmp(s, "pes", 3) == 0 || strncmp(s, "psw", 3) == 0;
}

/* Reads the part from `s` up to `end`; labels before and words after the digits are passed over. */
static struct part read_part(const char *s, const char *end)
{
    struct part p = {0};
    bool over = false;
    for (; s < end; s++) {
        unsigned char c = (unsigned char)*s;
        p.written = p.written || c != ' ';
        if (isdigit(c)) {
            p.bad = p.bad || over || p.n == MAX_DIGITS;
            if (p.n < MAX_DIGITS)
                p.digits[p.n++] = (char)c;
        } else if (c == '+' && p.n == 0) {
            p.plus = true;
        } else if (isalpha(c) && p.n > 0) {
            if (is_extension(s))
                break;
            over = true;
        }
    }
    return p;
}

/* Digits after the country code 62, without the trunk zero: a mobile number (8 and 8 to 11 more) or
 * a line with its area code (7 to 11 digits). */
static bool is_national(const char *d, size_t n)
{
    if (n == 0 || d[0] == '0' || d[0] == '1')
        return false;
    if (d[0] == '8')
        return n >= 9 && n <= 12 && d[1] != '0';
    return n >= 7 && n <= 11;
}

static bool write_national(const char *d, size_t n, char out[PHONE_TEXT])
{
    if (!is_national(d, n))
        return false;
    snprintf(out, PHONE_TEXT, "+62%.*s", (int)n, d);
    return true;
}

static bool write_number(const struct part *p, char out[PHONE_TEXT])
{
    const char *d = p->digits;
    size_t n = p->n;
    bool international = p->plus;
    if (n > 2 && d[0] == '0' && d[1] == '0') { /* 0062 ... */
        international = true;
        d += 2;
        n -= 2;
    }
    if (n >= 10 && d[0] == '6' && d[1] == '2') {
        size_t skip = d[2] == '0' ? 3 : 2; /* "+62 0812": the zero does not belong there */
        return write_national(d + skip, n - skip, out);
    }
    if (international) {
        if (n < 8 || d[0] == '0')
            return false;
        snprintf(out, PHONE_TEXT, "+%.*s", (int)n, d);
        return true;
    }
    if (n > 0 && d[0] == '0')
        return write_national(d + 1, n - 1, out);
    return n > 0 && d[0] == '8' && write_national(d, n, out); /* the spreadsheet ate the zero */
}

static void take_part(struct phone_cell *c, const char *s, const char *end)
{
    struct part p = read_part(s, end);
    char number[PHONE_TEXT];
    if (!p.written)
        return;
    if (p.bad || !write_number(&p, number)) {
        c->leftover = true;
        return;
    }
    for (size_t i = 0; i < c->n; i++) {
        if (strcmp(c->number[i], number) == 0)
            return;
    }
    if (c->n == PHONE_MAX)
        c->leftover = true;
    else
        memcpy(c->number[c->n++], number, sizeof number);
}

/* Where the part from `s` ends: at / , ; & or at a further "+". */
static const char *part_end(const char *s)
{
    bool digits = false;
    for (; *s; s++) {
        if (strchr("/,;&|", *s) || (*s == '+' && digits))
            break;
        if (strncmp(s, " dan ", 5) == 0 || strncmp(s, " atau ", 6) == 0)
            break;
        digits = digits || isdigit((unsigned char)*s);
    }
    return s;
}

struct phone_cell phone_read(const char *typed, struct arena *a)
{
    struct phone_cell c = {.state = PHONE_UNKNOWN};
    const char *s = text_fold(a, TXT(typed));
    if (says_none(s))
        return c;
    c.scientific = is_scientific(s);
    while (!c.scientific) {
        const char *end = part_end(s);
        take_part(&c, s, end);
        if (!*end)
            break;
        if (*end == ' ')
            s = strchr(end + 1, ' ');
        else
            s = *end == '+' ? end : end + 1;
    }
    c.state = c.n > 0 ? PHONE_READ : PHONE_BROKEN;
    return c;
}

/* Area codes of three digits (with the zero): Jakarta, Bandung, Semarang, Surabaya, Medan. */
static size_t area_length(const char *national)
{
    static const char *const three[] = {"21", "22", "24", "31", "61"};
    for (size_t i = 0; i < sizeof three / sizeof three[0]; i++) {
        if (strncmp(national, three[i], 2) == 0)
            return 2;
    }
    return 3;
}

/* The digits after +62 of a number that phone_read made; NULL for any other text. */
static const char *national_digits(const char *number)
{
    if (strncmp(number, "+62", 3) != 0)
        return NULL;
    const char *d = number + 3;
    size_t n = strlen(d);
    return strspn(d, "0123456789") == n && is_national(d, n) ? d : NULL;
}

char *phone_show(const char *number, char out[PHONE_TEXT])
{
    const char *s = TXT(number);
    const char *d = national_digits(s);
    if (!d) {
        size_t fits = strlen(s) < PHONE_TEXT ? strlen(s) : text_prev(s, strlen(s), PHONE_TEXT);
        memcpy(out, s, fits);
        out[fits] = '\0';
    } else if (d[0] == '8') {
        snprintf(out, PHONE_TEXT, "0%.3s-%.4s-%s", d, d + 3, d + 7);
    } else {
        size_t area = area_length(d);
        snprintf(out, PHONE_TEXT, "(0%.*s) %s", (int)area, d, d + area);
    }
    return out;
}

const char *phone_doubt(const struct phone_cell *c)
{
    if (c->scientific)
        return _("Nomor rusak oleh lembar kerja (angka seperti 8,12E+10): digitnya hilang. "
                 "Tanyakan nomornya.");
    if (c->state == PHONE_BROKEN)
        return _("Nomor tidak terbaca. Tanyakan nomornya, misalnya 0812-3456-7890.");
    if (c->state == PHONE_READ && c->leftover)
        return _("Sebagian isi kolom nomor tidak terbaca; nomor pertama yang dipakai.");
    return NULL;
}
