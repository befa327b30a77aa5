/* Changing what was noted. Every earlier wording stays in the history. */
#ifndef MUFAKAT_APP_EDIT_CONTRIBUTION_H
#define MUFAKAT_APP_EDIT_CONTRIBUTION_H

#include "app/app.h"

/* Only the fields whose `set_` is true are written. `gap` follows from the result; a note of the
 * event that becomes a counted kind gets its number then. */
struct edit_contribution_args {
    struct id row;
    bool set_text, set_wording, set_kind, set_speaker, set_issues, set_channel, set_via;
    const char *text, *wording;
    int64_t kind;
    struct id speaker; /* ID_NONE when unknown; with `anonymous` it gives the unsur only and is not stored */
    int64_t speaker_unsur; /* with `anonymous` NONE keeps the one that was known */
    /* The companion goes with the speaker, and the proposer of what was parked from it (ERR_RULE while the text is locked).
     * Papers print a turn under one name, so this goes for all its parts with the same speaker; naming them again too. */
    bool anonymous;
    bool unknown;
    const struct id *issues; /* all of them; others are unlinked */
    size_t n_issues;
    int64_t channel;
    const char *via;
    bool has_seen; /* text and wording as they were shown: ERR_CONFLICT when changed since */
    const char *seen_text, *seen_wording;
};
struct edit_contribution_args *edit_contribution_job(struct app *a, struct job **ret);

/* Fills the gaps of one entry: each `@@` (with the word attached to it: "@@berapa loket") is
 * replaced by the next of `fills`, in text and wording alike; and the speaker when it was unknown.
 * What is not filled stays a gap. */
struct complete_gap_args {
    struct id row;
    const char *const *fills;
    size_t n_fills;
    struct id speaker; /* ID_NONE: still unknown */
    int64_t ret_left;  /* gaps that remain */
};
struct complete_gap_args *complete_gap_job(struct app *a, struct job **ret);
/* The places of `@@` in a text, as hints ("berapa"; "" for a bare one). */
size_t gap_hints(const char *text, struct arena *ar, const char ***ret);

/* What an answer answers: exactly the inputs with these numbers, none of them for nothing. ERR_NOTFOUND names a number that
 * is not there, ERR_RULE what is no answer; then nothing has changed. */
struct link_answer_args {
    struct id answer;
    const int64_t *numbers;
    size_t n_numbers;
};
struct link_answer_args *link_answer_job(struct app *a, struct job **ret);

#endif
