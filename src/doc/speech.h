/* What was said, by whom, and what came of it, in the words of the papers. Anonymous inputs stay
 * without a name in every version (domain 10, point 5). Private to the doc room. */
#ifndef MUFAKAT_DOC_SPEECH_H
#define MUFAKAT_DOC_SPEECH_H

#include "doc/paper.h"
#include "model/outcome.h"

/* Did its speaker ask to stay without a name, for it or for the turn that it goes on? */
bool speech_is_unnamed(const struct dossier *d, const struct contribution *c);
/* One line: "Sutrisno", "Wakil Pengguna Layanan" in the published version, "Peserta unsur Pengguna
 * Layanan" for who asked to stay without a name; dots while nobody knows. */
const char *speech_name(const struct paper *p, const struct contribution *c);
/* For a table cell: the name, the organisation and the unsur, a line each. */
const char *speech_speaker(const struct paper *p, const struct contribution *c);
/* The whole turn, continued parts joined to it: its wording, else what was heard. Gaps are dots;
 * what came from paper says so. */
const char *speech_text(const struct paper *p, const struct contribution *c);
/* The words of an input, as they are; of one that asked to stay without a name, without its speaker's: people
 * begin with "Saya Sutrisno dari ...". In `a`, or `words` itself. */
const char *speech_unnamed(const struct dossier *d, const struct contribution *c, const char *words,
                           struct arena *a);
/* "Keluhan", "Pertanyaan": the kind in the words of a paper. Static. */
const char *speech_kind(const struct contribution *c);
/* "09.31", "" when not known. */
const char *speech_clock(const struct paper *p, const struct contribution *c);
/* Who brought in what was parked; NULL when nobody may be named. */
const char *speech_proposer(const struct paper *p, const struct parked *k);
/* "Bappeda (jawaban paling lambat 31 Desember 2026)"; what is not known is dots. */
const char *speech_forwarded(const struct paper *p, const struct parked *k);

/* The column "Hasil": "Kesepakatan nomor 1 dan 2", "Butir nomor 4 (Ditunda)", "Diparkir ...",
 * "Dijawab", "Belum dijawab", "Dicatat". */
const char *speech_result(const struct paper *p, const struct agreement_order *o,
                          const struct contribution *c);
/* "1, 3": numbers of the inputs that an answer answers, in their order; "" for none. */
const char *speech_questions(const struct paper *p, const struct contribution *answer);
/* By place in the list of issues: those that an input is tagged with. In the paper's arena. */
const bool *speech_issue_marks(const struct paper *p, const struct contribution *c);
/* Numbers of the issues of an input as they stand in the list of issues, "1, 2"; "" for none. */
const char *speech_issues(const struct paper *p, const struct contribution *c);
/* The first issue of an input in the order of the list; NULL for none. */
const struct issue *speech_issue(const struct paper *p, const struct contribution *c);
/* True for what has a row of its own: numbered, or said without a number but continuing nothing. */
bool speech_is_turn(const struct contribution *c);

#endif
