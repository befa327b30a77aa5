/* The evidence that an FKP is judged by (domain 5, 9.4): what is there, what is missing, what comes
 * later. */
#ifndef MUFAKAT_MODEL_EVIDENCE_H
#define MUFAKAT_MODEL_EVIDENCE_H

#include "model/dossier.h"

enum { EVIDENCE_COUNT = 10 }; /* DOC_BA_TTD ... DOC_PUBLIKASI */

struct evidence {
    int64_t kind;      /* enum document_kind */
    const char *label; /* untranslated label of the kind */
    int64_t have;      /* stored or registered documents of this kind */
    bool later; /* can only exist after the session: report, action plan, publication, signed papers
                 */
};

/* Fills all ten, in the order of the enum. Returns how many are missing. */
int evidence_list(const struct dossier *d, struct evidence out[EVIDENCE_COUNT]);
/* "belum ada: undangan, SK tim" or "lengkap"; with `later` false only what can exist already.
 * Translated. */
const char *evidence_words(const struct evidence v[EVIDENCE_COUNT], bool later, struct arena *a);

#endif
