/* Attendance numbers: given at creation in list order, fixed at the first print, never changed
 * afterwards. */
#ifndef MUFAKAT_APP_NUMBERS_H
#define MUFAKAT_APP_NUMBERS_H

#include "app/app.h"

/* Remembers that a list was printed (session.numbers_fixed_at); does nothing when it was before. */
struct fix_numbers_args {
    bool ret_was_fixed;
};
struct fix_numbers_args *fix_numbers_job(struct app *a, struct job **ret);

#endif
