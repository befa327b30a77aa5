/* Naskah dikunci: the wording that the paper prints is fixed and gets its fingerprint. Only what
 * the berita acara prints is frozen (FIELD_PRN); everything else goes on. */
#ifndef MUFAKAT_APP_LOCK_TEXT_H
#define MUFAKAT_APP_LOCK_TEXT_H

#include "app/app.h"

/* ERR_RULE when the gate has findings marked penting and no reason is given, or when it is locked
 * already. Fixes the attendance numbers too. */
struct lock_text_args {
    const char *reason; /* NULL: only when nothing is missing; kept in the history, not printed */
    struct id ret_lock;
    int64_t ret_findings; /* penting ones */
    char ret_fingerprint[HASH_SHORT];
    int64_t ret_revision; /* printed when > 0 */
};
struct lock_text_args *lock_text_job(struct app *a, struct job **ret);

/* Before anybody has signed: no reason needed, no revision. Afterwards a reason is required
 * (ERR_RULE), the signatures start again and the next lock prints the next revision. */
struct unlock_text_args {
    const char *reason;
    bool ret_was_signed;
};
struct unlock_text_args *unlock_text_job(struct app *a, struct job **ret);

#endif
