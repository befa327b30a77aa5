/* Permanent action codes of the log -> words for the history and the undo line. */
#ifndef MUFAKAT_APP_ACTIONS_H
#define MUFAKAT_APP_ACTIONS_H

#include "base/i18n.h"

/* "menambah catatan" (untranslated: use _()); the code itself when unknown. */
const char *action_words(const char *code);
struct action_word {
    const char *code;  /* permanent */
    const char *words; /* Indonesian, N_() */
};
/* Ended by a NULL code. */
extern const struct action_word action_table[];

#endif
