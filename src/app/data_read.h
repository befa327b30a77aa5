/* JSON text -> a dossier. Pure: nothing is stored. */
#ifndef MUFAKAT_APP_DATA_READ_H
#define MUFAKAT_APP_DATA_READ_H

#include "model/dossier.h"

#define DATA_FILE_LIMIT (128u << 20) /* bytes */

/* Reads what data_export writes; lists and fields may be missing, links may stand in lists of their
 * own too. An id is a UUID, or any other word: then a fresh id is made at the time `now`. ERR_INPUT
 * in words, with the line or the place in the object: not JSON, unknown key, wrong type, unknown
 * code, an id that is there twice or not at all. ERR_VERSION for a newer form. The dossier and its
 * text live in `a`. */
enum err_code data_read(const char *p, size_t n, int64_t now, struct arena *a, struct dossier **ret,
                        struct err *e) MUST_CHECK;

#endif
