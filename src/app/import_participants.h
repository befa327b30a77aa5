/* Participants from a table: the preview and the use case that applies it. */
#ifndef MUFAKAT_APP_IMPORT_PARTICIPANTS_H
#define MUFAKAT_APP_IMPORT_PARTICIPANTS_H

#include "app/app.h"
#include "model/people_csv.h"

/* Preview against the session as it is now; changes nothing. */
enum err_code import_plan(struct app *a, const struct sheet *s, const struct people_answer *answers,
                          size_t n_answers, struct arena *ar, struct people_plan *ret,
                          struct err *e) MUST_CHECK;

struct import_args {
    struct sheet sheet; /* in the job's arena, or living longer than the job */
    const struct people_answer *answers;
    size_t n_answers;
    struct people_plan done; /* out: the plan that was applied, made again inside the transaction */
};
/* The use case ("import_participants"): plans again inside the transaction and writes its NEW and
 * CHANGE rows; new people get the next attendance numbers in the order of the file. Running it
 * again writes nothing. */
enum err_code import_participants(struct work *w, void *args, struct err *e);

#endif
