/* A session in a folder of its own, with a clock that stands still: Thursday, 12 November 2026,
 * 09.00 WITA. */
#ifndef MUFAKAT_TESTS_APP_FIXTURE_H
#define MUFAKAT_TESTS_APP_FIXTURE_H

#include "app/app.h"
#include "app/read.h"
#include "model/dossier.h"

struct fixture {
    char folder[256];
    char path[300];
    struct app *app;
    struct arena *arena; /* for reading; forgotten by fixture_load */
    struct err err;      /* of the last run */
    struct job *last;    /* its results can be read until the next one */
};

#define NINE_WITA INT64_C(1794445200000) /* 2026-11-12T01:00:00Z */

int fixture_setup(void **state);
int fixture_teardown(void **state);
/* The same with the practice session; the programs that were built make papers and copies. */
int fixture_practice_setup(void **state);
/* "<folder>/<name>", in the arena. */
const char *fixture_inside(struct fixture *f, const char *name);
/* Opens the session anew (another run of the program). */
void fixture_reopen(struct fixture *f);
struct app_options fixture_options(void);

/* Runs the job; must succeed. Its results can be read until the next one. */
void fixture_do(struct fixture *f, struct job *j);
/* Runs the job; it must fail with this code and a text that holds `words`. */
void fixture_refuse(struct fixture *f, struct job *j, enum err_code code, const char *words);
/* Undo; must succeed. */
void fixture_undo(struct fixture *f);
void fixture_redo(struct fixture *f);
/* The whole session as it is now. */
struct dossier *fixture_load(struct fixture *f);
/* All tables as one text, deleted rows left out: two equal states give equal texts. In the arena.
 */
char *fixture_picture(struct fixture *f);
void fixture_minutes(struct fixture *f, int minutes); /* moves the clock on */

/* A person on the list (by add_row); an office when `name` is NULL. */
struct id fixture_person(struct fixture *f, const char *name, const char *organization,
                         int64_t unsur);
/* The same and present. */
struct id fixture_present(struct fixture *f, const char *name, const char *organization,
                          int64_t unsur);
struct id fixture_note(struct fixture *f, int64_t kind, const struct id *speaker, const char *text);
struct id fixture_agreement(struct fixture *f, const char *problem);
void fixture_set(struct fixture *f, enum entity_kind k, const struct id *row, int field,
                 const char *typed);

#endif
