/* Questions to the whole file: is it sound, does this paper belong to it. */
#include "config.h"

#include "app/inside.h"
#include "app/read.h"

enum err_code read_verify(struct app *a, struct arena *ar, struct verify_report *ret, struct err *e)
{
    return store_verify(a->reader, ar, ret, e);
}

enum err_code read_fingerprint(struct app *a, const char *typed, struct arena *ar,
                               struct fingerprint_match *ret, struct err *e)
{
    return store_verify_fingerprint(a->reader, typed, ar, ret, e);
}
