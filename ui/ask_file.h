/* Asking for a file: nobody has to know a path. Offered are the files that somebody may mean; a path may be typed as well. */
#ifndef MUFAKAT_UI_ASK_FILE_H
#define MUFAKAT_UI_ASK_FILE_H

#include "ui/screen.h"

/* A searchable list of the files with one of these endings (".csv", ended by NULL; case does not matter), the newest first: beside
 * the session, in the present folder, in the folders where desktops and browsers put files, on sticks. */
void ui_ask_file(struct screen *s, int tag, const char *title, const char *const *endings, popup_done *done);
/* The path that the answer means, in `a`; "" for none. */
const char *ui_asked_file(const struct popup_result *r, struct arena *a);

#endif
