/* Telephone numbers, numbers of persons and e-mail addresses inside texts, however they are spaced. */
#include "config.h"

#include "model/mask_parts.h"

#include <string.h>

#include "base/text.h"

enum { MOST_DIGITS = 24, LEAST_TOLD = 9, MOST_MAIL = 128 };

/* --- runs of digits --- */

/* Bytes of one separator at `s`: blank, dot, dash, slash, bracket, also the ones that word
 * processors put in their place. 0 for everything else. */
static size_t separator(const char *s)
{
    static const char *const wide[] = {
        "\xc2\xa0",     "\xe2\x80\x87", "\xe2\x80\x89", "\xe2\x80\xaf", "\xe2\x80\x90",
        "\xe2\x80\x91", "\xe2\x80\x92", "\xe2\x80\x93", "\xe2\x81\xa0", NULL};
    if (*s && strchr(" .-/(),_", *s))
        return 1;
    for (size_t i = 0; wide[i]; i++)
        if (strncmp(s, wide[i], strlen(wide[i])) == 0)
            return strlen(wide[i]);
    return 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The digits that two spellings of one number share: no +62, no leading zero. */
static const char *phone_core(const char *s, struct arena *a)
{
    struct buf b = BUF_INIT;
    for (; *s; s++)
        if (is_digit(*s))
            buf_putc(&b, *s);
    const char *digits = buf_str(&b);
    if (strncmp(digits, "62", 2) == 0)
        digits += 2;
    while (*digits == '0')
        digits++;
    const char *core = arena_strdup(a, digits);
    buf_done(&b);
    return core;
}

void mask_add_number(struct mask *m, const char *phone)
{
    const char *core = phone ? phone_core(phone, m->a) : "";
    if (strlen(core) >= 6)
        m->phones[m->n_phones++] = core;
}

/* Not endless: what is longer begins again at its next group. */
size_t mask_digit_run(const char *s)
{
    size_t i = *s == '+', end = 0;
    for (int digits = 0; is_digit(s[i]) && digits < MOST_DIGITS; digits++) {
        end = ++i;
        size_t gap = 0, n;
        for (int k = 0; k < 2 && (n = separator(s + i + gap)) > 0; k++)
            gap += n;
        if (separator(s + i + gap) == 0)
            i += gap;
    }
    return end;
}

/* The run without its last group. */
static size_t without_last_group(const char *s, size_t n)
{
    while (n > 0 && is_digit(s[n - 1]))
        n--;
    while (n > 0 && !is_digit(s[n - 1]))
        n--;
    return n;
}

/* The run with every separator as one blank, so that groups can be told apart. */
static const char *spaced(const char *s, size_t n, struct arena *a)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < n;) {
        size_t gap = separator(s + i);
        if (gap)
            buf_putc(&b, ' ');
        else
            buf_putc(&b, s[i]);
        i += gap ? gap : 1;
    }
    return buf_into(&b, a);
}

const char *mask_digits_of(const char *text, struct arena *a)
{
    struct buf b = BUF_INIT;
    buf_putc(&b, ' ');
    for (size_t i = 0; text[i];) {
        size_t n = mask_digit_run(text + i);
        if (n)
            buf_printf(&b, "%s ", phone_core(arena_printf(a, "%.*s", (int)n, text + i), a));
        i += n ? n : 1;
    }
    return buf_into(&b, a);
}

/* --- what the digits look like --- */

/* "08 57 12 34 56 78": digits in pairs, which dots would make a row of times of day. */
static bool in_pairs(const char *run)
{
    size_t groups = 0;
    if (run[0] != '0')
        return false;
    for (const char *p = run; *p; p += strspn(p, " ")) {
        size_t n = strcspn(p, " ");
        if (n != 2)
            return false;
        groups++;
        p += n;
    }
    return groups >= 5 && groups <= 7;
}

/* Every group but the first has at least so many digits. */
static bool has_groups_of(const char *run, size_t least)
{
    const char *p = run + strcspn(run, " ");
    while (*p) {
        p += strspn(p, " ");
        size_t group = strcspn(p, " ");
        if (group < least)
            return false;
        p += group;
    }
    return true;
}

/* True for 08..., +62 8..., 62 8... in groups of three digits or more: no date or time of day looks
 * so. */
static bool looks_mobile(const char *run, const char *core)
{
    size_t n = strlen(core);
    return core[0] == '8' && n >= 9 && n <= 12 && strchr("0+6", *run) && has_groups_of(run, 3);
}

/* "(0300) 123456", "021-7654321": a code of an area and five to eight digits. */
static bool looks_fixed(const char *s, size_t n, const char *run, size_t digits)
{
    size_t code = strspn(run, "0123456789"), rest = digits - code;
    bool parted = !memchr(s, '.', n) && !memchr(s, '/', n) && !memchr(s, ',', n);
    return parted && run[0] == '0' && run[1] >= '2' && (code == 3 || code == 4) && rest >= 5 && rest <= 8 &&
           has_groups_of(run, 3);
}

/* NIK (16, also in groups of four or six), NIP (18, also as 8-6-1-3), NPWP (as 2-3-3-1-3-3). */
static bool looks_registered(const char *s, size_t n, const char *run, size_t digits)
{
    size_t len = strlen(run), groups = len - digits + 1;
    if (digits == 16)
        return groups == 1 || (groups <= 4 && has_groups_of(run, 4) && strcspn(run, " ") >= 4);
    if (digits == 15)
        return groups == 6 && memchr(s, '-', n) && memchr(s, '.', n);
    return digits == 18 && (len == 18 || len == 21);
}

/* --- what stands before them --- */

/* "Rp62.812.345.678" is no telephone. */
static bool is_money(const char *s, size_t at)
{
    while (at > 0 && (s[at - 1] == ' ' || s[at - 1] == '.'))
        at--;
    return at >= 2 && (s[at - 2] | 0x20) == 'r' && (s[at - 1] | 0x20) == 'p';
}

/* "rek. BRI 1234-01-012345-53-9": said to be somebody's number. */
static bool is_told(const char *s, size_t at, struct arena *a)
{
    static const char *const words[] = {"nik",     "nip",   "npwp", "kk",       "rek",      "rekening", "hp", "wa",
                                        "telp",    "tlp",   "tel",  "telepon",  "telpon",   "ponsel",   "whatsapp",
                                        "handphone", "paspor", "sim", "bpjs",   NULL};
    struct text_word w = {.off = at};
    for (int back = 0; back < 2 && mask_word_before(s, w.off, &w, a); back++)
        for (size_t i = 0; words[i]; i++)
            if (strcmp(words[i], w.fold) == 0)
                return true;
    return false;
}

/* --- all numbers --- */

static bool is_office(const struct mask *m, const char *core, struct arena *a)
{
    return strlen(core) >= 6 && strstr(m->office_digits, arena_printf(a, " %s ", core));
}

/* Dates, sums of money and document numbers are none of these. */
static bool is_personal(const struct mask *m, const char *s, size_t at, size_t n, struct arena *a)
{
    const char *run = spaced(s + at, n, a);
    const char *core = phone_core(run, a);
    for (size_t i = 0; i < m->n_phones; i++)
        if (strstr(core, m->phones[i]))
            return true;
    if (m->theirs_only || is_office(m, core, a) || is_money(s, at))
        return false;
    size_t digits = 0;
    for (const char *p = run; *p; p++)
        digits += is_digit(*p);
    bool pairs = !memchr(s + at, '.', n) && core[0] == '8' && in_pairs(run);
    return looks_mobile(run, core) || pairs || looks_fixed(s + at, n, run, digits) ||
           looks_registered(s + at, n, run, digits) || (digits >= LEAST_TOLD && is_told(s, at, a));
}

size_t mask_number(const struct mask *m, const char *s, size_t at, struct arena *a)
{
    for (size_t n = mask_digit_run(s + at); n > 0; n = without_last_group(s + at, n))
        if (is_personal(m, s, at, n, a))
            return n;
    return 0;
}

/* --- e-mail --- */

static size_t span_mail(const char *s, const char *others)
{
    size_t n = 0;
    while (n < MOST_MAIL && (is_digit(s[n]) || ((s[n] | 0x20) >= 'a' && (s[n] | 0x20) <= 'z') ||
                             (s[n] && strchr(others, s[n]))))
        n++;
    return n;
}

size_t mask_mail(const struct mask *m, const char *s, struct arena *a)
{
    size_t user = span_mail(s, "._%+-"), host = 0;
    if (m->theirs_only || user == 0 || s[user] != '@')
        return 0;
    host = span_mail(s + user + 1, ".-");
    while (host > 0 && strchr(".-", s[user + host]))
        host--;
    if (!memchr(s + user + 1, '.', host))
        return 0;
    const char *at_host = text_fold(a, arena_printf(a, "%.*s", (int)host + 1, s + user));
    return strstr(m->letterhead, at_host) ? 0 : user + 1 + host;
}
