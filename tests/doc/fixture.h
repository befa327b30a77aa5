/* A small but complete session, made by hand: every part of the papers has something to print, and
 * one thing is odd in every place where the papers must be careful. */
#ifndef MUFAKAT_TESTS_DOC_FIXTURE_H
#define MUFAKAT_TESTS_DOC_FIXTURE_H

#include "doc/documents.h"
#include "tests/model/rows.h" /* the fixture's ids: row_id('p', 3) */

/* Thursday 12 November 2026, WITA; eight people of six unsur present, one office absent. */
struct dossier *fixture_dossier(struct arena *a);
/* The same before the day: nobody has arrived, nothing is agreed, nobody is chosen to sign. */
struct dossier *fixture_morning(struct arena *a);
/* A paper as the tree's dump; `code` as in paper_kinds. The caller owns the buffer. */
struct buf fixture_dump(const struct dossier *d, const char *code, enum privacy privacy,
                        enum doc_state state);
/* The same as the text writer writes it. */
struct buf fixture_text(const struct dossier *d, const char *code, enum privacy privacy,
                        enum doc_state state);
/* The texts of the fixture that are personal and must not stand in a published paper; NULL ends. */
extern const char *const fixture_personal[];

#endif
