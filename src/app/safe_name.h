/* Names of files that every file system and every shell takes. */
#ifndef MUFAKAT_APP_SAFE_NAME_H
#define MUFAKAT_APP_SAFE_NAME_H

#include "base/arena.h"
#include "base/buf.h"
#include "model/privacy.h"
#include "model/records.h"

/* Appends `s` as small letters, digits and single dashes, at most `most` bytes of it, whole words where that leaves
 * enough. Nothing when nothing of it can stand. */
void safe_name_add(struct buf *b, struct arena *ar, const char *s, size_t most);
/* "2026-11-12-disdukcapil-berita-acara-publikasi.pdf": what every file and folder made from this session is called,
 * so that it says by itself what it is, when it was uploaded or mailed alone. `what`: letters, digits and dashes; the
 * public version of it says so. `ending` such as ".pdf" or "-draf.pdf" goes behind it as it is. No longer than `what`,
 * `ending` and 60 bytes. In the arena. */
const char *safe_name_file(const struct session *s, const char *what, enum privacy privacy, const char *ending,
                           struct arena *ar);

#endif
