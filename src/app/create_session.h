/* What a new session holds before anybody has typed: legal bases, the usual agenda, the document
 * profile. Run by app_create only. */
#ifndef MUFAKAT_APP_CREATE_SESSION_H
#define MUFAKAT_APP_CREATE_SESSION_H

#include "app/app.h"

struct create_session_args {
    struct new_session in;
};
struct create_session_args *create_session_job(struct app *a, struct job **ret);

#endif
