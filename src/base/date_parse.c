/* What people type for dates and times, and the ISO stamps that the program writes itself. */
#include "base/date.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MAX_TOKENS 8
#define MAX_WORD 16
#define MAX_DIGITS 4

/* "12-Nov-26" is number, word, number; what stood before each token is kept with it. */
struct token {
    char before; /* '-' '/' '.', ' ' for blanks, 0 for nothing */
    int digits;  /* of a number; 0 for a word */
    int value;
    char word[MAX_WORD]; /* lower case, without apostrophes */
};

struct tokens {
    struct token v[MAX_TOKENS];
    int n;
};

static const char *skip_apostrophe(const char *s)
{
    static const char *const marks[] = {"'", "`", "\xE2\x80\x99", "\xE2\x80\x98"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        size_t n = strlen(marks[i]);
        if (strncmp(s, marks[i], n) == 0)
            return s + n;
    }
    return s;
}

/* Blanks, commas and brackets count as one blank; at most one of - / . may stand among them. */
static const char *read_separator(const char *s, char *ret, bool *ok)
{
    *ret = 0;
    for (; *s; s++) {
        if (isspace((unsigned char)*s) || strchr(",()", *s)) {
            *ret = *ret ? *ret : ' ';
        } else if (strchr("-/.", *s)) {
            *ok = *ok && (*ret == 0 || *ret == ' ');
            *ret = *s;
        } else {
            break;
        }
    }
    return s;
}

static const char *read_number(const char *s, struct token *t, bool *ok)
{
    for (; isdigit((unsigned char)*s); s++) {
        *ok = *ok && t->digits < MAX_DIGITS;
        if (t->digits < MAX_DIGITS) {
            t->value = t->value * 10 + (*s - '0');
            t->digits++;
        }
    }
    return s;
}

static const char *read_word(const char *s, struct token *t, bool *ok)
{
    size_t n = 0;
    for (;;) {
        const char *after = skip_apostrophe(s);
        if (after != s && n > 0) {
            s = after;
            continue;
        }
        if (!isalpha((unsigned char)*s))
            break;
        *ok = *ok && n + 1 < MAX_WORD;
        if (n + 1 < MAX_WORD)
            t->word[n++] = (char)tolower((unsigned char)*s);
        s++;
    }
    t->word[n] = '\0';
    *ok = *ok && n > 0;
    return s;
}

static bool tokenize(const char *s, struct tokens *ret)
{
    bool ok = true;
    ret->n = 0;
    while (ok) {
        struct token t = {0};
        s = read_separator(s, &t.before, &ok);
        if (!*s)
            return ok && (t.before == 0 || t.before == ' ');
        s = isdigit((unsigned char)*s) ? read_number(s, &t, &ok) : read_word(s, &t, &ok);
        if (ret->n == MAX_TOKENS)
            return false;
        ret->v[ret->n++] = t;
    }
    return false;
}

static int month_of_word(const char *w)
{
    static const struct {
        const char *word;
        int month;
    } variants[] = {{"pebruari", 2}, {"peb", 2},  {"mrt", 3}, {"agst", 8},      {"ags", 8},
                    {"agt", 8},      {"sept", 9}, {"sep", 9}, {"nopember", 11}, {"nop", 11},
                    {"oct", 10},     {"dec", 12}, {"may", 5}, {"aug", 8},
                    {"january", 1},  {"february", 2}, {"march", 3}, {"june", 6}, {"july", 7},
                    {"august", 8},   {"october", 10}, {"december", 12}};
    for (int m = 1; m <= 12; m++) {
        if (strcasecmp(w, date_month_name(m)) == 0 || strcasecmp(w, date_month_short(m)) == 0)
            return m;
    }
    for (size_t i = 0; i < sizeof variants / sizeof variants[0]; i++) {
        if (strcmp(w, variants[i].word) == 0)
            return variants[i].month;
    }
    return 0;
}

/* Weekdays are read over, never believed: the weekday is always computed. */
static bool is_filler(const char *w)
{
    static const char *const fillers[] = {"hari", "tanggal", "tgl", "ahad", "bulan", "tahun"};
    for (int i = 0; i < 7; i++) {
        if (strcasecmp(w, date_weekday_name(i)) == 0)
            return true;
    }
    for (size_t i = 0; i < sizeof fillers / sizeof fillers[0]; i++) {
        if (strcmp(w, fillers[i]) == 0)
            return true;
    }
    return false;
}

/* Drops the fillers; a dot or dash beside a dropped word ("tgl. 12") goes with it. */
static void drop_fillers(struct tokens *t)
{
    int kept = 0;
    bool dropped = false;
    for (int i = 0; i < t->n; i++) {
        if (!t->v[i].digits && is_filler(t->v[i].word)) {
            dropped = true;
            continue;
        }
        t->v[kept] = t->v[i];
        if (dropped)
            t->v[kept].before = ' ';
        dropped = false;
        kept++;
    }
    t->n = kept;
}

/* Two digits mean the year nearest to today's. */
static int full_year(const struct token *t, int64_t today)
{
    if (t->digits == 4)
        return t->value;
    if (t->digits != 2)
        return -1;
    int now = 2025, best = 0;
    if (today != NONE)
        date_split(today, &now, NULL, NULL);
    for (int century = 1900; century <= 2100; century += 100) {
        int year = century + t->value;
        if (best == 0 || abs(year - now) < abs(best - now))
            best = year;
    }
    return best;
}

static int64_t next_such_day(int month, int day, int64_t today)
{
    if (today == NONE)
        return NONE;
    int year;
    date_split(today, &year, NULL, NULL);
    for (int y = year; y <= year + 8; y++) { /* 29 February may be up to eight years away */
        int64_t found = date_of(y, month, day);
        if (found != NONE && found >= today)
            return found;
    }
    return NONE;
}

static int64_t day_from_tokens(const struct tokens *t, int64_t today)
{
    const struct token *a = &t->v[0], *b = &t->v[1], *c = &t->v[2];
    if (t->n < 2 || t->n > 3 || !a->digits || (a->before && a->before != ' '))
        return NONE;
    int month = b->digits ? b->value : month_of_word(b->word);
    if (b->digits) { /* figures only: one and the same sign between them */
        if (b->digits > 2 || b->before == 0 || (t->n == 3 && c->before != b->before))
            return NONE;
        if (a->digits == 4) {
            bool iso = t->n == 3 && c->digits >= 1 && c->digits <= 2;
            return iso ? date_of(a->value, month, c->value) : NONE;
        }
    }
    if (a->digits > 2 || month == 0)
        return NONE;
    if (t->n == 2)
        return next_such_day(month, a->value, today);
    return c->digits ? date_of(full_year(c, today), month, a->value) : NONE;
}

bool date_parse(const char *s, int64_t today, int64_t *ret)
{
    struct tokens t;
    if (!tokenize(s, &t))
        return false;
    drop_fillers(&t);
    int64_t day = day_from_tokens(&t, today);
    if (day == NONE || day < date_of(1000, 1, 1)) /* "12-11-0026" is a slip of the finger */
        return false;
    *ret = day;
    return true;
}

static const char *skip_blanks(const char *s)
{
    while (isspace((unsigned char)*s))
        s++;
    return s;
}

/* "pukul 09.31", "Pkl. 9", "jam 9" */
static const char *skip_time_words(const char *s)
{
    static const char *const words[] = {"pukul", "pkl.", "pkl", "jam"};
    s = skip_blanks(s);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t n = strlen(words[i]);
        if (strncasecmp(s, words[i], n) == 0)
            return skip_blanks(s + n);
    }
    return s;
}

static bool ends_with_zone(const char *s)
{
    char word[8];
    size_t n = 0;
    s = skip_blanks(s);
    while (isalpha((unsigned char)*s) && n + 1 < sizeof word)
        word[n++] = *s++;
    word[n] = '\0';
    enum zone z;
    return *skip_blanks(s) == '\0' && (n == 0 || zone_parse(word, &z));
}

bool time_parse(const char *s, int64_t *ret_minutes)
{
    bool ok = true;
    struct token hour = {0}, minute = {0};
    s = read_number(skip_time_words(s), &hour, &ok);
    if (*s && strchr(".:,", *s)) { /* the comma is what a number pad gives */
        s = read_number(s + 1, &minute, &ok);
        ok = ok && minute.digits == 2 && hour.digits <= 2;
    } else if (hour.digits >= 3) { /* 0931, 931 */
        minute.value = hour.value % 100;
        hour.value /= 100;
    }
    if (!ok || !hour.digits || hour.value > 23 || minute.value > 59 || !ends_with_zone(s))
        return false;
    *ret_minutes = hour.value * 60 + minute.value;
    return true;
}

/* Exactly `n` digits; -1 when there are others. */
static int fixed_digits(const char **s, int n)
{
    int value = 0;
    for (int i = 0; i < n; i++, (*s)++) {
        if (!isdigit((unsigned char)**s))
            return -1;
        value = value * 10 + (**s - '0');
    }
    return value;
}

static bool expect(const char **s, char c)
{
    if (**s != c)
        return false;
    (*s)++;
    return true;
}

/* ".123" -> 123; further digits are read over. -1 when no digit follows the dot. */
static int read_fraction(const char **s)
{
    if (!expect(s, '.'))
        return 0;
    int ms = 0, scale = 100;
    if (!isdigit((unsigned char)**s))
        return -1;
    for (; isdigit((unsigned char)**s); (*s)++, scale /= 10)
        ms += (**s - '0') * scale;
    return ms;
}

/* "Z", "+08:00" -> minutes east of UTC. */
static bool read_offset(const char **s, int *ret)
{
    if (expect(s, 'Z')) {
        *ret = 0;
        return true;
    }
    int sign = **s == '-' ? -1 : 1;
    if (!expect(s, '+') && !expect(s, '-'))
        return false;
    int h = fixed_digits(s, 2);
    bool colon = expect(s, ':');
    int m = colon ? fixed_digits(s, 2) : -1;
    if (h < 0 || h > 14 || m < 0 || m > 59)
        return false;
    *ret = sign * (h * 60 + m);
    return true;
}

bool stamp_parse(const char *s, int64_t *ret_ms)
{
    int part[6], ms, offset;
    static const char after[] = {'-', '-', 'T', ':', ':'};
    for (int i = 0; i < 6; i++) {
        part[i] = fixed_digits(&s, i == 0 ? 4 : 2);
        if (part[i] < 0 || (i < 5 && !expect(&s, after[i])))
            return false;
    }
    ms = read_fraction(&s);
    if (ms < 0 || !read_offset(&s, &offset) || *s)
        return false;
    int64_t day = date_of(part[0], part[1], part[2]);
    if (day == NONE || part[3] > 23 || part[4] > 59 || part[5] > 59)
        return false;
    *ret_ms = ((day * 1440 + part[3] * 60 + part[4] - offset) * 60 + part[5]) * 1000 + ms;
    return true;
}
