/* A draft agreement from marked notes, with what is known already. */
#ifndef MUFAKAT_APP_DRAFT_AGREEMENT_H
#define MUFAKAT_APP_DRAFT_AGREEMENT_H

#include "app/app.h"

struct draft_agreement_args {
    struct id row;                  /* minted with the job */
    const struct id *contributions; /* may be none: an empty draft */
    size_t n_contributions;
    struct id issue; /* ID_NONE: the one that most of them share */
    int64_t ret_number;
};
/* problem: the issue's title, else the complaints' wording. recommendation: the proposals' wording
 * (rumusan, else text), else that of all. responsible and tags from the issue. Status stays open.
 */
struct draft_agreement_args *draft_agreement_job(struct app *a, struct job **ret);

/* Ties notes to an agreement, or takes the ties away. */
struct link_agreement_args {
    struct id agreement;
    const struct id *contributions;
    size_t n_contributions;
    bool remove;
};
struct link_agreement_args *link_agreement_job(struct app *a, struct job **ret);

#endif
