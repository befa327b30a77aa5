/* A dossier as JSON text, and the small pieces that the log is written with too. Pure. */
#ifndef MUFAKAT_APP_DATA_WRITE_H
#define MUFAKAT_APP_DATA_WRITE_H

#include <jansson.h>

#include "base/buf.h"
#include "model/dossier.h"

/* The session from a dossier alone, without "drafts" and "log". Appends to `out`. */
void data_write_dossier(const struct dossier *d, struct buf *out);

/* Call once before making any json_t: running out of memory then ends the program, as everywhere.
 */
void data_use_our_memory(void);
/* Fresh values; null for "not given". `ar` is for passing things. */
json_t *data_text(const char *s, struct arena *ar);
json_t *data_id(const struct id *id);
json_t *data_stamp(int64_t ms, enum zone z);
json_t *data_dossier(const struct dossier *d, struct arena *ar);
/* Indented text, ended by LF. */
void data_dump(const json_t *all, struct buf *out);

#endif
