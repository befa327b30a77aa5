#include "model/photo_name.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

/* In a pattern each of Y M D h m s is one digit of that part; everything else stands for itself. */
static const char *const date_patterns[] = {"YYYYMMDD", "YYYY-MM-DD", "YYYY_MM_DD", "YYYY.MM.DD"};
static const char *const time_patterns[] = {"hh.mm.ss", "hh-mm-ss", "hh:mm:ss", "hh_mm_ss", "h.mm.ss", "hhmmss"};
static const char *const gaps[] = {"_", "-", " ", "T", "", " at ", "_at_", " pukul ", "_pukul_"};

struct parts {
    int year, month, day, hour, minute, second;
};

static int *part_of(struct parts *p, char letter)
{
    switch (letter) {
    case 'Y': return &p->year;
    case 'M': return &p->month;
    case 'D': return &p->day;
    case 'h': return &p->hour;
    case 'm': return &p->minute;
    case 's': return &p->second;
    default: return NULL;
    }
}

/* Characters of `s` that the pattern takes; 0 when it does not fit. */
static size_t match(const char *pattern, const char *s, struct parts *p)
{
    size_t i = 0;
    for (; pattern[i]; i++) {
        int *part = part_of(p, pattern[i]);
        if (!part && s[i] != pattern[i])
            return 0;
        if (part && !isdigit((unsigned char)s[i]))
            return 0;
        if (part)
            *part = *part * 10 + (s[i] - '0');
    }
    return i;
}

static size_t digits(const char *s)
{
    size_t n = 0;
    while (isdigit((unsigned char)s[n]))
        n++;
    return n;
}

/* "8.52.10 PM": the twelve-hour clock of phones set to English. */
static bool apply_half(const char *s, struct parts *p)
{
    if (*s == ' ')
        s++;
    bool am = strncasecmp(s, "AM", 2) == 0, pm = strncasecmp(s, "PM", 2) == 0;
    if (!am && !pm)
        return true;
    if (p->hour < 1 || p->hour > 12)
        return false;
    p->hour = p->hour % 12 + (pm ? 12 : 0);
    return true;
}

/* The time right behind the date; false when what stands there is something else (a counter). */
static bool read_time(const char *s, int64_t *ret_seconds)
{
    for (size_t g = 0; g < sizeof gaps / sizeof *gaps; g++) {
        size_t skip = strlen(gaps[g]);
        if (strncmp(s, gaps[g], skip) != 0)
            continue;
        for (size_t i = 0; i < sizeof time_patterns / sizeof *time_patterns; i++) {
            struct parts p = {0};
            size_t n = match(time_patterns[i], s + skip, &p);
            if (n == 0)
                continue;
            size_t rest = digits(s + skip + n); /* milliseconds; any other number of digits is a counter */
            if (rest != 0 && rest != 3)
                continue;
            if (apply_half(s + skip + n, &p) && p.hour < 24 && p.minute < 60 && p.second < 60) {
                *ret_seconds = (p.hour * 60 + p.minute) * 60 + p.second;
                return true;
            }
        }
    }
    return false;
}

/* A date at the start of `s`; returns its length, 0 when there is none. */
static size_t read_date(const char *s, int64_t *ret_day)
{
    for (size_t i = 0; i < sizeof date_patterns / sizeof *date_patterns; i++) {
        struct parts p = {0};
        size_t n = match(date_patterns[i], s, &p);
        if (n == 0 || p.year < 1990 || p.year > 2099)
            continue;
        size_t rest = digits(s + n);
        if (rest != 0 && rest != 6 && rest != 9)
            continue;
        int64_t day = date_of(p.year, p.month, p.day);
        if (day == NONE)
            continue;
        *ret_day = day;
        return n;
    }
    return 0;
}

static const char *last_part(const char *name)
{
    for (const char *s = name; *s; s++)
        if (*s == '/' || *s == '\\')
            name = s + 1;
    return name;
}

bool photo_name_time(const char *name, struct photo_time *ret)
{
    const char *s = last_part(name);
    for (size_t i = 0; s[i]; i++) {
        if (i > 0 && isdigit((unsigned char)s[i - 1]))
            continue;
        struct photo_time t = {NONE, NONE};
        size_t n = read_date(s + i, &t.day);
        if (n == 0)
            continue;
        int64_t seconds;
        if (read_time(s + i + n, &seconds))
            t.seconds = seconds;
        *ret = t;
        return true;
    }
    return false;
}

bool photo_name_is_utc(const char *name)
{
    return strncmp(last_part(name), "PXL_", 4) == 0;
}
