/* Where sessions lie on this laptop: the folder for new ones, their names, and one line that tells what a session is. */
#ifndef MUFAKAT_UI_SESSION_FILES_H
#define MUFAKAT_UI_SESSION_FILES_H

#include "base/arena.h"
#include "base/clock.h"

/* $MUFAKAT_SESSION_DIR, else ~/Mufakat, else the present folder; made when missing. */
const char *session_folder(struct arena *a);
/* "<folder>/<words of name>-<date>.fkp", with -2, -3 ... when it exists already. */
const char *session_new_path(struct arena *a, const char *name, int64_t day);
/* "Puskesmas Banjar, 3 November 2026: tindak lanjut, 2 lewat batas"; the file name when it cannot be read. Opens the file for
 * reading, so it must not be open in this process. */
const char *session_describe(struct arena *a, const char *path, struct clock clock);

#endif
