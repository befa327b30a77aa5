/* The steps of planning an import: what a row is, what it says, whom it means. Private to
 * people_*.c. */
#ifndef MUFAKAT_MODEL_PEOPLE_PARTS_H
#define MUFAKAT_MODEL_PEOPLE_PARTS_H

#include "base/buf.h"
#include "model/people_csv.h"

struct people_run {
    const struct sheet *sheet;
    const struct participant *existing;
    size_t n_existing;
    const struct people_answer *answers;
    size_t n_answers;
    struct arena *a;
    struct people_plan *plan;
    struct person_keys *keys; /* one per row of the plan */
    struct person_keys *existing_keys;
    bool *taken;           /* existing rows already met by a row of the file */
    int64_t section_unsur; /* named by the section row above; a suggestion only */
};

/* What rows and participants are compared by. Empty strings when there is nothing. */
struct person_keys {
    const char *name;   /* names_key of the person */
    const char *office; /* names_key of the office invited */
    const char *org;    /* folded, usual abbreviations written out */
    const char *phone;  /* +62... */
};

const char *people_cell(const struct people_run *x, size_t row, enum people_column c);
const struct people_answer *people_answer_for(const struct people_run *x, size_t line);
/* Adds a sentence to the row's reason. */
void people_say(struct people_run *x, struct people_row *r, const char *words);

/* people_rows.c: why a row is no person (translated words), or NULL. A section row sets
 * section_unsur. */
const char *people_skip_reason(struct people_run *x, size_t row);
/* people_read.c: fills r->p, asks, reason from the cells. */
void people_read_row(struct people_run *x, size_t row, struct people_row *r);
/* people_match.c */
struct person_keys people_keys(const struct participant *p, struct arena *a);
void people_match_row(struct people_run *x, size_t row, struct people_row *r);
/* people_words.c: folded letters and digits, single blanks. */
#define PEOPLE_WORD 80
const char *people_plain(const char *s, char out[PEOPLE_WORD]);

#endif
