/* Time limits of agreements. The printed limit is horizon + duration or date (domain 6.1, 14); what
 * counts for follow-up is the last moved deadline, else the date, else the duration counted from
 * the session's date. */
#ifndef MUFAKAT_MODEL_DUE_H
#define MUFAKAT_MODEL_DUE_H

#include "model/dossier.h"

/* Last day that is still in time; NONE when neither date nor duration is given. */
int64_t due_effective(const struct dossier *d, const struct agreement *g);
/* The same without deadline moves: what the paper means. */
int64_t due_original(const struct agreement *g, int64_t session_date);
/* `n` units after `day`: working days (Monday to Friday), calendar days, or months (31 January + 1
 * month is the last of February). NONE when something is missing or negative. */
int64_t due_add(int64_t day, int64_t n, int64_t unit);
/* Days past the limit on `today`; 0 when in time, done, not feasible, or without a limit. */
int64_t due_overdue_days(const struct dossier *d, const struct agreement *g, int64_t today);
/* As printed, Indonesian, untranslated: "Jangka pendek (14 hari kerja)", "Jangka pendek (30
 * November 2026)", the parts that are given; "" when none is. With both, the date wins. */
const char *due_words(const struct agreement *g, struct arena *a);
/* Agreements for the follow-up screen: overdue first (longest first), then by limit, without limit,
 * then done and not feasible; number last. Indexes into d->agreement.v, d->agreement.n of them. */
size_t *due_order(const struct dossier *d, struct arena *a);

#endif
