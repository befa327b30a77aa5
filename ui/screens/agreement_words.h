/* What several screens say about one agreement: its hands, its status, when it was agreed, its
 * limit. All in the language of the screen; texts live in `a`. */
#ifndef MUFAKAT_UI_SCREENS_AGREEMENT_WORDS_H
#define MUFAKAT_UI_SCREENS_AGREEMENT_WORDS_H

#include "model/dossier.h"
#include "ui/style.h"

/* Hands of one stance; `unsur` NONE: of all. A person's word counts 1. */
int64_t agreement_hands(const struct dossier *d, const struct agreement *g, int64_t unsur,
                        int64_t stance);
/* "2 setuju, 1 catatan"; "" when nobody said anything. `unsur` NONE: of all. */
const char *agreement_stance_words(const struct dossier *d, const struct agreement *g,
                                   int64_t unsur, struct arena *a);
/* "Mufakat", "belum diputuskan"; how it should look. */
const char *agreement_status_words(const struct agreement *g, enum style *ret_style);
/* "disetujui forum pukul 11.42, 23 hadir, 5 unsur"; "" while it is not agreed. */
const char *agreement_agreed_words(const struct dossier *d, const struct agreement *g,
                                   struct arena *a);
/* "Jangka pendek · batas 30 November 2026"; "belum ada batas" when nothing is given. */
const char *agreement_limit_words(const struct dossier *d, const struct agreement *g,
                                  struct arena *a);
/* Objections written down; *ret (may be NULL) in the arena. */
size_t agreement_objections(const struct dossier *d, const struct agreement *g, struct arena *a,
                            const struct objection ***ret);
/* The objection that a person has written down against an agreement; NULL when there is none. */
const struct objection *agreement_objection_of(const struct dossier *d, const struct id *agreement,
                                               const struct id *person);
/* The unsur that a stance belongs to: a person's word goes with the person; may be NONE. */
int64_t agreement_unsur_of(const struct dossier *d, const struct position *p);
/* "30 Nov 2026" for narrow columns; a dash for NONE. */
const char *agreement_short_date(int64_t day, struct arena *a);
/* The wording that the room agrees on: the recommendation, else the problem; "" when both are
 * empty. */
const char *agreement_wording(const struct agreement *g);

#endif
