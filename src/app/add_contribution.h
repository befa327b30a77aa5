/* What was said: one entry of the capture line, already understood (model/capture.h reads the
 * marks). */
#ifndef MUFAKAT_APP_ADD_CONTRIBUTION_H
#define MUFAKAT_APP_ADD_CONTRIBUTION_H

#include "app/app.h"

struct add_contribution_args {
    struct id row;       /* minted with the job: `..`, `=` and undo can mean an entry in flight */
    const char *text;    /* as spoken; required */
    const char *wording; /* rumusan, usually given later */
    /* enum contribution_kind; NONE: masukan, or catatan_acara during ceremony, presentation, break
     */
    int64_t kind;
    struct id speaker;     /* ID_NONE: without a name */
    int64_t speaker_unsur; /* without a name: of this unsur; else taken from the speaker */
    bool anonymous;        /* `0:` or the speaker asked for it: a speaker gives the unsur only and is not stored */
    bool unknown;          /* `@@:` speaker not known yet */
    /* `..` the entry that goes on (speaker, kind and agenda are taken from it); or by person, `7:
     * ..`: the last entry of this one */
    struct id continues, continues_of;
    /* `=` the entries that this one answers (kind tanggapan unless given), by id and, as in `=1 3
     * 4`, by number; ERR_NOTFOUND names an unknown number */
    const struct id *answers;
    size_t n_answers;
    const int64_t *answer_numbers;
    size_t n_answer_numbers;
    /* topics besides those in the text */
    const struct id *issues;
    size_t n_issues;
    /* true: no topics are read from the text; else each `#isu` in it is linked, an unknown one
     * makes a new issue with this tag (source forum) */
    bool literal;
    int64_t channel;  /* NONE: lisan */
    const char *via;  /* companion, interpreter */
    struct id agenda; /* ID_NONE: the running item */
    int64_t at;       /* NONE: the job's time */

    int64_t ret_number; /* NONE: not a counted entry */
};
struct add_contribution_args *add_contribution_job(struct app *a, struct job **ret);

#endif
