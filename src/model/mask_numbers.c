/* Telephone numbers and numbers of persons inside texts, however they are spaced. */
#include "config.h"

#include "model/mask_parts.h"

#include <string.h>

/* Bytes of one separator at `s`: blank, dot, dash, slash, bracket, also the ones that word
 * processors put in their place. 0 for everything else. */
static size_t separator(const char *s)
{
    static const char *const wide[] = {
        "\xc2\xa0",     "\xe2\x80\x87", "\xe2\x80\x89", "\xe2\x80\xaf", "\xe2\x80\x90",
        "\xe2\x80\x91", "\xe2\x80\x92", "\xe2\x80\x93", "\xe2\x81\xa0", NULL};
    if (*s && strchr(" .-/()", *s))
        return 1;
    for (size_t i = 0; wide[i]; i++)
        if (strncmp(s, wide[i], strlen(wide[i])) == 0)
            return strlen(wide[i]);
    return 0;
}

/* The digits that two spellings of one number share: no +62, no leading zero. */
static const char *phone_core(const char *s, struct arena *a)
{
    struct buf b = BUF_INIT;
    for (; *s; s++)
        if (*s >= '0' && *s <= '9')
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

size_t mask_digit_run(const char *s)
{
    size_t i = *s == '+', end = 0;
    while (s[i] >= '0' && s[i] <= '9') {
        end = ++i;
        size_t gap = 0, n;
        for (int k = 0; k < 2 && (n = separator(s + i + gap)) > 0; k++)
            gap += n;
        if (separator(s + i + gap) == 0)
            i += gap;
    }
    return end;
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
    const char *out = arena_strdup(a, buf_str(&b));
    buf_done(&b);
    return out;
}

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

/* True for 08..., +62 8..., 62 8... in groups of three digits or more: no date or time of day looks
 * so. */
static bool looks_mobile(const char *run, const char *core)
{
    size_t n = strlen(core);
    if (core[0] != '8' || n < 9 || n > 12 || !strchr("0+6", *run))
        return false;
    const char *p = run + strcspn(run, " ");
    while (*p) {
        p += strspn(p, " ");
        size_t group = strcspn(p, " ");
        if (group < 3)
            return false;
        p += group;
    }
    return true;
}

/* A number of somebody on the list, something that can only be a mobile number, or the digits of
 * NIK (16) and NIP (18, also as 8-6-1-3). Dates, sums of money and document numbers are none of
 * these. */
bool mask_is_personal(const struct mask *m, const char *s, size_t n, struct arena *a)
{
    const char *run = spaced(s, n, a);
    const char *core = phone_core(run, a);
    for (size_t i = 0; i < m->n_phones; i++)
        if (strstr(core, m->phones[i]))
            return true;
    if (m->theirs_only)
        return false;
    size_t digits = 0, len = strlen(run);
    for (const char *p = run; *p; p++)
        digits += *p >= '0' && *p <= '9';
    bool dotted = memchr(s, '.', n) != NULL;
    bool pairs = !dotted && core[0] == '8' && in_pairs(run);
    return looks_mobile(run, core) || pairs || (digits == 16 && len == 16) ||
           (digits == 18 && (len == 18 || len == 21));
}
