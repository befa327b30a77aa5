/* Erasing a person's data (UU 27/2022): personal fields, free texts that name them, their drafts.
 * Not undoable; papers and chains still verify. */
#ifndef MUFAKAT_APP_ERASE_PERSON_H
#define MUFAKAT_APP_ERASE_PERSON_H

#include "app/app.h"

struct erase_person_args {
    struct id participant;
    struct erase_result ret_result;
};
struct erase_person_args *erase_person_job(struct app *a, struct job **ret);
/* Participants whose folded name holds `typed`; *ret lives in the arena. */
enum err_code erase_person_find(struct app *a, const char *typed, struct arena *ar,
                                struct participant **ret, size_t *ret_n, struct err *e) MUST_CHECK;

#endif
