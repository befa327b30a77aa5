/* Topics (#isu) of a note and its links to issues. Private to the app room. */
#ifndef MUFAKAT_APP_TOPICS_H
#define MUFAKAT_APP_TOPICS_H

#include "app/work.h"

/* Links what `now` mentions and `before` (NULL: nothing) did not; unlinks the reverse. Unknown
 * topics become issues. */
enum err_code topics_follow_text(struct work *w, const struct id *contribution, const char *before,
                                 const char *now, struct err *e) MUST_CHECK;
enum err_code topics_link(struct work *w, const struct id *contribution, const struct id *issues,
                          size_t n, struct err *e) MUST_CHECK;
/* Exactly these: others are unlinked. */
enum err_code topics_replace(struct work *w, const struct id *contribution, const struct id *issues,
                             size_t n, struct err *e) MUST_CHECK;

#endif
