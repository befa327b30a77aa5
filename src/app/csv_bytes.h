/* Bytes of unknown encoding -> UTF-8. Offices send UTF-8 with and without BOM, Windows-1252,
 * UTF-16, and text that was encoded twice (domain 12.8, 13). Part of the CSV reader. */
#ifndef MUFAKAT_APP_CSV_BYTES_H
#define MUFAKAT_APP_CSV_BYTES_H

#include "app/read_csv.h"

/* Appends the text as UTF-8 with LF line ends to `ret`; fills encoding, bom, twice_encoded,
 * repaired. ERR_INPUT with words for what is no text (spreadsheets, PDF, pictures, NUL bytes). */
enum err_code csv_bytes_decode(const char *p, size_t n, bool repair, struct buf *ret,
                               struct csv_info *info, struct err *e) MUST_CHECK;

#endif
