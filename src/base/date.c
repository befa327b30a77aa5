#include "base/date.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/terbilang.h"

#define FIRST_DAY INT64_C(-719162) /* 0001-01-01 */
#define LAST_DAY INT64_C(2932896)  /* 9999-12-31 */
#define MINUTE_MS INT64_C(60000)
#define DAY_MINUTES INT64_C(1440)
#define DAY_MS (DAY_MINUTES * MINUTE_MS)

static const char *const weekday_names[] = {N_("Senin"), N_("Selasa"), N_("Rabu"),  N_("Kamis"),
                                            N_("Jumat"), N_("Sabtu"),  N_("Minggu")};

static const struct {
    const char *name, *brief, *roman;
} months[] = {
    {N_("Januari"), N_("Jan"), "I"}, {N_("Februari"), N_("Feb"), "II"},  {N_("Maret"), N_("Mar"), "III"},
    {N_("April"), N_("Apr"), "IV"},  {N_("Mei"), N_("Mei"), "V"},        {N_("Juni"), N_("Jun"), "VI"},
    {N_("Juli"), N_("Jul"), "VII"},  {N_("Agustus"), N_("Agu"), "VIII"}, {N_("September"), N_("Sep"), "IX"},
    {N_("Oktober"), N_("Okt"), "X"}, {N_("November"), N_("Nov"), "XI"},  {N_("Desember"), N_("Des"), "XII"},
};

static int64_t floor_div(int64_t a, int64_t b)
{
    int64_t q = a / b;
    return a % b < 0 ? q - 1 : q;
}

static int64_t floor_mod(int64_t a, int64_t b)
{
    return a - floor_div(a, b) * b;
}

int date_month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

int64_t date_of(int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1)
        return NONE;
    if (day > date_month_days(year, month))
        return NONE;
    /* Years begin in March here, so that the leap day is the last one. */
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t shifted = (month + 9) % 12;
    int64_t day_of_year = (153 * shifted + 2) / 5 + day - 1;
    return y * 365 + y / 4 - y / 100 + y / 400 + day_of_year - 719468;
}

void date_split(int64_t day, int *y, int *m, int *d)
{
    assert(day != NONE);
    if (day < FIRST_DAY || day > LAST_DAY) /* only a damaged file holds such a day */
        day = day < FIRST_DAY ? FIRST_DAY : LAST_DAY;
    int64_t z = day + 719468;
    int64_t era = floor_div(z, 146097);
    int64_t doe = z - era * 146097;
    int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int64_t shifted = (5 * doy + 2) / 153;
    int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
    if (y)
        *y = (int)(yoe + era * 400 + (month <= 2 ? 1 : 0));
    if (m)
        *m = (int)month;
    if (d)
        *d = (int)(doy - (153 * shifted + 2) / 5 + 1);
}

int date_weekday(int64_t day)
{
    return (int)floor_mod(floor_mod(day, 7) + 3, 7); /* 1970-01-01 was a Thursday */
}

const char *date_weekday_name(int weekday)
{
    assert(weekday >= 0 && weekday < 7);
    return weekday_names[weekday];
}

const char *date_month_name(int month)
{
    assert(month >= 1 && month <= 12);
    return months[month - 1].name;
}

const char *date_month_short(int month)
{
    assert(month >= 1 && month <= 12);
    return months[month - 1].brief;
}

const char *date_month_roman(int month)
{
    assert(month >= 1 && month <= 12);
    return months[month - 1].roman;
}

/* False (and an empty text) for NONE and for day numbers that only a damaged file can hold. */
static bool split_or_empty(int64_t day, char *out, int *y, int *m, int *d)
{
    out[0] = '\0';
    if (day < FIRST_DAY || day > LAST_DAY)
        return false;
    date_split(day, y, m, d);
    return true;
}

char *date_iso(int64_t day, char out[DATE_TEXT])
{
    int y, m, d;
    if (split_or_empty(day, out, &y, &m, &d))
        snprintf(out, DATE_TEXT, "%04d-%02d-%02d", y, m, d);
    return out;
}

char *date_long(int64_t day, char out[DATE_TEXT])
{
    int y, m, d;
    if (split_or_empty(day, out, &y, &m, &d))
        snprintf(out, DATE_TEXT, "%d %s %d", d, date_month_name(m), y);
    return out;
}

char *date_day_long(int64_t day, char out[DATE_TEXT])
{
    int y, m, d;
    if (split_or_empty(day, out, &y, &m, &d))
        snprintf(out, DATE_TEXT, "%s, %d %s %d", date_weekday_name(date_weekday(day)), d,
                 date_month_name(m), y);
    return out;
}

char *date_shown(int64_t day, char out[DATE_TEXT])
{
    int y, m, d;
    if (split_or_empty(day, out, &y, &m, &d))
        snprintf(out, DATE_TEXT, "%d %s %d", d, _(date_month_name(m)), y);
    return out;
}

char *date_day_shown(int64_t day, char out[DATE_TEXT])
{
    int y, m, d;
    if (split_or_empty(day, out, &y, &m, &d))
        snprintf(out, DATE_TEXT, "%s, %d %s %d", _(date_weekday_name(date_weekday(day))), d, _(date_month_name(m)), y);
    return out;
}

char *date_numeric(int64_t day, char out[DATE_TEXT])
{
    int y, m, d;
    if (split_or_empty(day, out, &y, &m, &d))
        snprintf(out, DATE_TEXT, "%02d-%02d-%04d", d, m, y);
    return out;
}

char *date_words(int64_t day, enum words_case c, char *out, unsigned long size)
{
    int y, m, d;
    char day_words[64], year_words[96];
    assert(size > 0);
    if (!split_or_empty(day, out, &y, &m, &d))
        return out;
    snprintf(out, size, "%s tanggal %s bulan %s tahun %s", date_weekday_name(date_weekday(day)),
             terbilang(d, c, day_words, sizeof day_words), date_month_name(m),
             terbilang(y, c, year_words, sizeof year_words));
    return out;
}

char *time_format(int64_t minutes, char out[DATE_TEXT])
{
    out[0] = '\0';
    if (minutes >= 0 && minutes < DAY_MINUTES)
        snprintf(out, DATE_TEXT, "%02d.%02d", (int)(minutes / 60), (int)(minutes % 60));
    return out;
}

static const struct {
    const char *name;
    int minutes;
} zones[] = {[ZONE_WIB] = {"WIB", 420}, [ZONE_WITA] = {"WITA", 480}, [ZONE_WIT] = {"WIT", 540}};

/* A number from a damaged file must not read beyond the table. */
static size_t zone_index(enum zone z)
{
    size_t i = (size_t)z;
    return i < sizeof zones / sizeof zones[0] ? i : ZONE_WIB;
}

int zone_offset_minutes(enum zone z)
{
    return zones[zone_index(z)].minutes;
}

const char *zone_name(enum zone z)
{
    return zones[zone_index(z)].name;
}

bool zone_parse(const char *s, enum zone *ret)
{
    for (size_t i = 0; i < sizeof zones / sizeof zones[0]; i++) {
        if (strcasecmp(s, zones[i].name) == 0) {
            *ret = (enum zone)i;
            return true;
        }
    }
    return false;
}

static bool sane(int64_t ms)
{
    return ms >= FIRST_DAY * DAY_MS && ms < LAST_DAY * DAY_MS; /* a zone's hours later is still a day */
}

static int64_t local_ms(int64_t ms, enum zone z)
{
    return ms + zone_offset_minutes(z) * MINUTE_MS;
}

int64_t stamp_day(int64_t ms, enum zone z)
{
    return sane(ms) ? floor_div(local_ms(ms, z), DAY_MS) : NONE;
}

int64_t stamp_minutes(int64_t ms, enum zone z)
{
    return sane(ms) ? floor_mod(local_ms(ms, z), DAY_MS) / MINUTE_MS : NONE;
}

int64_t stamp_of(int64_t day, int64_t minutes, enum zone z)
{
    if (day < FIRST_DAY || day > LAST_DAY || minutes < -DAY_MINUTES * 7 ||
        minutes > DAY_MINUTES * 7)
        return NONE;
    return (day * DAY_MINUTES + minutes - zone_offset_minutes(z)) * MINUTE_MS;
}

char *stamp_clock(int64_t ms, enum zone z, char out[DATE_TEXT])
{
    return time_format(stamp_minutes(ms, z), out);
}

char *stamp_seconds(int64_t ms, enum zone z, char out[DATE_TEXT])
{
    out[0] = '\0';
    if (!sane(ms))
        return out;
    int64_t minutes = stamp_minutes(ms, z);
    int seconds = (int)(floor_mod(ms, MINUTE_MS) / 1000);
    snprintf(out, DATE_TEXT, "%02d.%02d.%02d", (int)(minutes / 60), (int)(minutes % 60), seconds);
    return out;
}

char *stamp_iso(int64_t ms, enum zone z, char out[DATE_TEXT])
{
    char day[DATE_TEXT];
    out[0] = '\0';
    if (!sane(ms))
        return out;
    int64_t minutes = stamp_minutes(ms, z);
    int in_minute = (int)floor_mod(ms, MINUTE_MS);
    int offset = zone_offset_minutes(z);
    snprintf(out, DATE_TEXT, "%sT%02d:%02d:%02d.%03d+%02d:%02d", date_iso(stamp_day(ms, z), day),
             (int)(minutes / 60), (int)(minutes % 60), in_minute / 1000, in_minute % 1000,
             offset / 60, offset % 60);
    return out;
}

/* For counting, Saturday and Sunday are the Friday before them (forwards) or the Monday after them.
 */
static int64_t leave_weekend(int64_t day, int direction)
{
    while (date_weekday(day) >= 5)
        day -= direction;
    return day;
}

int64_t date_add_workdays(int64_t day, int n)
{
    if (day < FIRST_DAY || day > LAST_DAY)
        return NONE;
    if (n == 0)
        return day;
    int direction = n > 0 ? 1 : -1;
    day = leave_weekend(day, direction) + (int64_t)(n / 5) * 7;
    for (int left = n % 5; left != 0; left -= direction) {
        do
            day += direction;
        while (date_weekday(day) >= 5);
    }
    return day;
}
