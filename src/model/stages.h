/* The legal spine as the header shows it: Persiapan, Dialog, Dokumentasi, Mufakat, Berita acara,
 * Tindak lanjut (domain 2; ux.md 2). Cheap: works on the frame without contributions plus the
 * counts of the notes. */
#ifndef MUFAKAT_MODEL_STAGES_H
#define MUFAKAT_MODEL_STAGES_H

#include "model/log.h"

enum stage {
    STAGE_PERSIAPAN,
    STAGE_DIALOG,
    STAGE_DOKUMENTASI,
    STAGE_MUFAKAT,
    STAGE_BERITA_ACARA,
    STAGE_TINDAK_LANJUT,
    STAGE_COUNT
};

struct stage_state {
    const char *label;   /* N_() */
    bool done;           /* ✓ */
    const char *badge;   /* short, may be "": "4" missing, "2/6" agreed */
    const char *missing; /* what is still missing for the next stage, translated; "" when done */
    const char *next;    /* the next step as an instruction, translated; "" when done */
};

/* Fills all six. Text in `a`. Uses session, participant, agenda, issue, agreement, objection,
 * document, signatory, lock of the frame. */
void stages_of(const struct dossier *frame, const struct note_counts *counts, int64_t today,
               struct arena *a, struct stage_state out[STAGE_COUNT]);
/* First stage that is not done (TINDAK_LANJUT when all are): where the session stands. */
enum stage stages_current(const struct stage_state v[STAGE_COUNT]);
const char *stages_label(enum stage s); /* untranslated */

/* Three states, kept apart (ux.md): draf -> dikunci -> ditandatangani n dari m. */
struct signing {
    int64_t asked, signed_, later, refused; /* later = menyusul */
};
struct signing stages_signing(const struct dossier *d);

#endif
