/* What can be said of a session file before SQLite opens it. Private to the db room. */
#ifndef MUFAKAT_DB_HEADER_CHECK_H
#define MUFAKAT_DB_HEADER_CHECK_H

#include <stdbool.h>
#include <stdint.h>
#include "base/err.h"

struct header {
    bool wal_mode;     /* marked as write-ahead (a plain copy is not) */
    bool has_wal;      /* a -wal file with content stands beside it */
    bool write_locked; /* read-only file or medium */
    int64_t size;
    uint32_t format;   /* as the header says; a -wal file may know better */
};

/* Looks at the file by its name and first bytes. Missing ERR_NOTFOUND; folder, special, empty, text
 * or foreign file ERR_INPUT; newer format ERR_VERSION; cut short ERR_CORRUPT; each with its own
 * sentence. Opens and closes the file: never call it while this process has the session open. */
enum err_code header_check(const char *path, struct header *ret, struct err *e) MUST_CHECK;

#endif
