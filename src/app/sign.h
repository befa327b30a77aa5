/* Who signed, who will later, who will not. */
#ifndef MUFAKAT_APP_SIGN_H
#define MUFAKAT_APP_SIGN_H

#include "app/app.h"

/* tidak_bersedia and menyusul want a reason (ERR_RULE). sudah only while the text is locked. */
struct sign_args {
    struct id signatory;
    int64_t state; /* enum signing_state */
    const char *reason;
};
struct sign_args *sign_job(struct app *a, struct job **ret);

/* A signatory from the attendance list: name, position, NIP and rank are taken from the person. One
 * person signs once (ERR_RULE). Others are added with add_row. */
struct add_signatory_args {
    struct id row; /* minted with the job */
    struct id participant;
    int64_t role;   /* enum signatory_role */
    int64_t prefix; /* Plt. ...; NONE */
};
struct add_signatory_args *add_signatory_job(struct app *a, struct job **ret);

#endif
