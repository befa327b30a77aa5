/* A new session from JSON: `baru --dari`, and the practice session. */
#ifndef MUFAKAT_APP_DATA_IMPORT_H
#define MUFAKAT_APP_DATA_IMPORT_H

#include "app/app.h"

/* Makes the session file from JSON text as data_export writes it (app/data_read.h says what is
 * taken). Locks, drafts, log and the bytes of pictures do not come along. The file appears whole or
 * not at all. */
enum err_code data_create(const char *path, const char *json, size_t n, const struct app_options *o,
                          struct app **ret, struct err *e) MUST_CHECK;
/* The same from a file. */
enum err_code data_create_from_file(const char *path, const char *json_path,
                                    const struct app_options *o, struct app **ret,
                                    struct err *e) MUST_CHECK;
/* The practice session (data/contoh.json): complete up to before the lock. */
enum err_code data_create_practice(const char *path, const struct app_options *o, struct app **ret,
                                   struct err *e) MUST_CHECK;
#endif
