/* Names of files that every file system and every shell takes. */
#ifndef MUFAKAT_APP_SAFE_NAME_H
#define MUFAKAT_APP_SAFE_NAME_H

#include "base/arena.h"
#include "base/buf.h"
#include "model/records.h"

/* Appends `s` as small letters, digits and single dashes, at most `cells` of it. Nothing when
 * nothing of it can stand. */
void safe_name_add(struct buf *b, struct arena *ar, const char *s, int cells);
/* The session's unit in short, "fkp" when it has none; in the arena. */
const char *safe_name_unit(const struct session *s, struct arena *ar);

#endif
