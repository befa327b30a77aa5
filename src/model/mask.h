/* Finds names and telephone numbers in free text and puts marks in their place. No flag can hide a
 * name that somebody wrote into a sentence (architecture 5), so sentences are searched. */
#ifndef MUFAKAT_MODEL_MASK_H
#define MUFAKAT_MODEL_MASK_H

#include "base/buf.h"
#include "model/dossier.h"

struct mask; /* the names and numbers of one session */

/* What must not be read in public: names of people who did not agree to be named (whole, without
 * titles, and each word of it; a common word, a part of the office's own name or a word of less
 * than four letters only where somebody is addressed: "Pak Fajar"), what anybody is called beside
 * the name on the list, and all telephone numbers.
 * Lives in `a`. */
struct mask *mask_new(const struct dossier *d, struct arena *a);
/* A mask made by mask_new that also hides who agreed to be named. `some` must live as long. */
struct mask *mask_everybody(const struct mask *some, struct arena *a);
/* The same for these people only, whether they agreed to be named or not (for erasing them): their
 * names, telephone numbers and NIP; no number that is not theirs. The office's own words are `d`'s.
 */
struct mask *mask_of_people(const struct dossier *d, const struct participant *v, size_t n,
                            struct arena *a);
/* `s` with [nama] and [nomor] in the places found; `s` itself when there are none. The words that
 * were taken out are appended to `found` (may be NULL), joined with ", ". */
const char *mask_apply(const struct mask *m, const char *s, struct buf *found, struct arena *a);
/* The same; words that may name somebody, but are left as they are, because they may as well be ordinary words, are
 * appended to `perhaps` (may be NULL): a person has to look. */
const char *mask_search(const struct mask *m, const char *s, struct buf *found, struct buf *perhaps, struct arena *a);

#endif
