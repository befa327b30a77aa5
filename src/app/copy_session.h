/* A verified single-file copy of the session (salin), also onto a stick, while others have it open.
 */
#ifndef MUFAKAT_APP_COPY_SESSION_H
#define MUFAKAT_APP_COPY_SESSION_H

#include "app/app.h"

struct copy_result {
    const char *path; /* absolute, in the arena */
    int64_t size, free_before;
    bool flushed; /* everything is on the medium: the stick may be removed */
};
/* `target` may be a folder (the session's file name is used). ERR_FULL when there is not room
 * enough, told before anything is written; ERR_INPUT when it exists and not `replace`. */
enum err_code copy_session(struct app *a, const char *target, bool replace, struct arena *ar,
                           struct copy_result *ret, struct err *e) MUST_CHECK;
/* Mounted folders that look like sticks (/media, /run/media, /mnt), newest first; in the arena. */
size_t copy_find_sticks(struct arena *ar, const char ***ret);
/* Free bytes for an ordinary user at a folder; -1 when unknown. */
int64_t copy_free_space(const char *folder);

#endif
