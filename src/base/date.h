/* Dates, times of day and zones as Indonesian offices write them. A date is a day number (days
 * since 1970-01-01, proleptic Gregorian), a time of day is minutes since midnight; NONE means "not
 * given". Nothing here depends on the system's locale or zone; only what is `shown` follows the language of the screen. Facts: domain notes 12.2, 12.7. */
#ifndef MUFAKAT_BASE_DATE_H
#define MUFAKAT_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#define NONE INT64_MIN /* no value, for every integer field of a record */

enum zone { ZONE_WIB = 0, ZONE_WITA = 1, ZONE_WIT = 2 }; /* UTC+7, +8, +9; no DST */
enum words_case { WORDS_LOWER, WORDS_TITLE };

#define DATE_TEXT 96

/* Day number of a calendar date; NONE when there is no such day. */
int64_t date_of(int year, int month, int day);
/* Splits a day number; all out parameters may be NULL. `day` must not be NONE. */
void date_split(int64_t day, int *y, int *m, int *d);
/* 28 to 31; month is 1..12. */
int date_month_days(int year, int month);
/* 0 = Senin ... 6 = Minggu. */
int date_weekday(int64_t day);
/* Indonesian names, static: "Kamis"; "November" (1..12); "Nov" (Agu, Mei, Des); "XI". */
const char *date_weekday_name(int weekday);
const char *date_month_name(int month);
const char *date_month_short(int month);
const char *date_month_roman(int month);

/* Each writes into `out` and returns it; "" for NONE. */
char *date_iso(int64_t day, char out[DATE_TEXT]);      /* 2026-11-12 */
char *date_long(int64_t day, char out[DATE_TEXT]);     /* 12 November 2026 */
char *date_day_long(int64_t day, char out[DATE_TEXT]); /* Kamis, 12 November 2026 */
char *date_numeric(int64_t day, char out[DATE_TEXT]);  /* 12-11-2026 */
/* The same for the screen: in English "12 October 2026" and "Monday, 12 October 2026". */
char *date_shown(int64_t day, char out[DATE_TEXT]);
char *date_day_shown(int64_t day, char out[DATE_TEXT]);
/* "Kamis tanggal dua belas bulan November tahun dua ribu dua puluh enam"; title case capitalises
 * the number words only ("Dua Belas"). `out` needs 192 bytes. */
char *date_words(int64_t day, enum words_case c, char *out, unsigned long size);

/* Reads what people type: 2026-11-12, 12-11-2026, 12/11/26 (day first), 12.11.2026, "12-Nov-26",
 * "12 November 2026", "12 Nov" and "12/11" (the next such day, today included), old spellings
 * (Nopember, Pebruari, Jum'at), English months. Two-digit years are the nearest to `today`. A weekday is read over:
 * it is always computed. False when unreadable or no such day; *ret untouched. */
bool date_parse(const char *s, int64_t today, int64_t *ret);
/* 9, 09.31, 9:31, 9,31, 0931, "pukul 09.31 WITA" -> minutes since midnight. False otherwise. */
bool time_parse(const char *s, int64_t *ret_minutes);
/* "09.31"; "" for NONE. */
char *time_format(int64_t minutes, char out[DATE_TEXT]);

int zone_offset_minutes(enum zone z);           /* 420, 480, 540 */
const char *zone_name(enum zone z);             /* "WIB" "WITA" "WIT", static */
bool zone_parse(const char *s, enum zone *ret); /* any case */
/* A UTC stamp (ms) seen at the venue; NONE for NONE and outside the years 1 to 9999. */
int64_t stamp_day(int64_t ms, enum zone z);                        /* day number */
int64_t stamp_minutes(int64_t ms, enum zone z);                    /* minutes since midnight */
int64_t stamp_of(int64_t day, int64_t minutes, enum zone z);       /* back to UTC ms */
char *stamp_clock(int64_t ms, enum zone z, char out[DATE_TEXT]);   /* 10.42 */
char *stamp_seconds(int64_t ms, enum zone z, char out[DATE_TEXT]); /* 10.42.07 */
/* 2026-11-12T10:42:07.123+08:00; "" for NONE. */
char *stamp_iso(int64_t ms, enum zone z, char out[DATE_TEXT]);
/* Reads what stamp_iso writes, also with Z and without fraction. */
bool stamp_parse(const char *s, int64_t *ret_ms);

/* `n` working days (Monday to Friday) after `day`. National holidays are decreed each year and not
 * known here: the printed deadline stays editable. Negative n goes back. */
int64_t date_add_workdays(int64_t day, int n);

#endif
