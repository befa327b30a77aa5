/* "Salin": a verified single-file copy onto a stick or into a folder, made beside the loop: keys work on while a slow stick
 * writes. One at a time. */
#ifndef MUFAKAT_UI_COPY_H
#define MUFAKAT_UI_COPY_H

#include "ui/screen.h"

/* Asks where to, copies, and says when the stick may be pulled out. */
void ui_copy_session(struct ui *u);
/* Copies to a folder or file; asks before it replaces. `papers`: the berita acara and the attendance list too. */
void ui_copy_to(struct ui *u, const char *target, bool papers);
/* True from the order until the copy has ended. */
bool ui_copying(const struct ui *u);

/* --- for the interface and the loop --- */

/* A few words on how far it is or how it ended, for the line above the screen; NULL: none. */
const char *ui_copy_words(struct ui *u);
/* Readable: ui_copy_hear; -1: nothing runs. */
int ui_copy_fd(const struct ui *u);
void ui_copy_hear(struct ui *u);
/* Starts what waited for the keeper; takes old words away. */
void ui_copy_due(struct ui *u);
/* clock_mono of the next ui_copy_due; INT64_MAX: none. */
int64_t ui_copy_next(const struct ui *u);
/* Gives up what still runs. */
void ui_copy_done(struct ui *u);

#endif
