/* A verified single-file copy of the session (salin), also onto a stick, while others have it open.
 */
#ifndef MUFAKAT_APP_COPY_SESSION_H
#define MUFAKAT_APP_COPY_SESSION_H

#include "app/app.h"

struct copy_request {
    const char *target; /* may be a folder: the session's file name is used */
    bool replace;
    bool papers;                    /* the berita acara and the attendance list as PDF beside it */
    const struct copy_watch *watch; /* NULL: nobody looks */
};
struct copy_result {
    const char *path; /* absolute, in the arena */
    int64_t size;
    bool flushed; /* everything is on the medium: the stick may be removed */
};
/* ERR_FULL when there is not room enough, told before anything is written; ERR_CONFLICT when the target exists and not
 * `replace`; ERR_BUSY when the watch stopped it. Blocks as long as the medium takes: beside the loop use app/copy_child.h. */
enum err_code copy_session(struct app *a, const struct copy_request *in, struct arena *ar,
                           struct copy_result *ret, struct err *e) MUST_CHECK;
/* Only the looks that come before writing; *ret_path (may be NULL) is the file that would be written, in the arena. */
enum err_code copy_look(struct app *a, const struct copy_request *in, struct arena *ar, const char **ret_path,
                        struct err *e) MUST_CHECK;
/* Mounted folders that look like sticks (/media, /run/media, /mnt), newest first; in the arena. */
size_t copy_find_sticks(struct arena *ar, const char ***ret);
/* Does this absolute path lie where desktops mount sticks? */
bool copy_is_stick(const char *folder);
/* Free bytes for an ordinary user at a folder; -1 when unknown. */
int64_t copy_free_space(const char *folder);
/* Writes the whole file system of a folder to its medium: only then a stick may be pulled out. */
bool copy_flush_medium(const char *folder);

#endif
