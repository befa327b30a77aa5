/* Bytes of a CSV file or pasted cells -> a table of strings. */
#ifndef MUFAKAT_APP_READ_CSV_H
#define MUFAKAT_APP_READ_CSV_H

#include "base/buf.h"
#include "model/people_csv.h"

#define CSV_FILE_LIMIT (8u << 20) /* bytes; 200 people need 30 kB */
#define CSV_ROW_LIMIT 5000u
#define CSV_COLUMN_LIMIT 200u

struct csv_info {
    char delimiter;       /* ; , or TAB */
    const char *encoding; /* "UTF-8", "Windows-1252", "UTF-16" */
    bool bom;
    bool
        twice_encoded; /* looks like UTF-8 that was read as cp1252 once ("BANJARÂ"): see `repair` */
    bool repaired;
};

/* Reads the bytes: BOM, UTF-8, UTF-16 (with BOM), else Windows-1252; delimiter by the line with
 * most columns among the first 30; quotes with line breaks inside. `repair` undoes double encoding
 * where it is found. ERR_INPUT in words: empty, not text, a quote that is never closed (with its
 * row). ERR_FULL over the limits. Cells are tidied by text_input and text_trim. The sheet lives in
 * `a`. */
enum err_code csv_read_bytes(const char *p, size_t n, bool repair, struct arena *a,
                             struct sheet *ret, struct csv_info *ret_info,
                             struct err *e) MUST_CHECK;
/* The same for a file. */
enum err_code csv_read_file(const char *path, bool repair, struct arena *a, struct sheet *ret,
                            struct csv_info *ret_info, struct err *e) MUST_CHECK;

#endif
