/* What was said: one entry of the capture line, already understood (model/capture.h reads the
 * marks). */
#ifndef MUFAKAT_APP_ADD_CONTRIBUTION_H
#define MUFAKAT_APP_ADD_CONTRIBUTION_H

#include "app/app.h"

struct add_contribution_args {
    struct id row; /* minted with the job, so that `..`, `=` and undo can mean an entry in flight */
    const char *text;    /* as spoken; required */
    const char *wording; /* rumusan, usually given later */
    int64_t kind;        /* enum contribution_kind; NONE: masukan, or catatan_acara during ceremony,
                            presentation        and break */
    struct id speaker;   /* ID_NONE: without a name */
    int64_t speaker_unsur; /* without a name: of this unsur; else taken from the speaker */
    bool anonymous;        /* `0:` or the speaker asked for it */
    bool unknown;          /* `@@:` speaker not known yet */
    struct id
        continues; /* `..` the entry that goes on; speaker, kind and agenda are taken from it */
    const struct id
        *answers; /* `=` the entries that this one answers (kind tanggapan unless given) */
    size_t n_answers;
    const struct id *issues; /* `#isu` by id */
    size_t n_issues;
    const char *const *tags; /* `#isu` as typed: an issue by tag, number or words of its title;
                                unknown ones make a new issue with this tag (source forum) */
    size_t n_tags;
    int64_t channel;    /* NONE: lisan */
    const char *via;    /* companion, interpreter */
    struct id agenda;   /* ID_NONE: the running item */
    int64_t at;         /* NONE: the job's time */
    int64_t ret_number; /* NONE: not a counted entry */
};
struct add_contribution_args *add_contribution_job(struct app *a, struct job **ret);

#endif
