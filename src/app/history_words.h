/* Logged values in words, for the history on the screen and on the command line. */
#ifndef MUFAKAT_APP_HISTORY_WORDS_H
#define MUFAKAT_APP_HISTORY_WORDS_H

#include "app/app.h"

struct history_view {
    struct app *app; /* references are looked up in it */
    int64_t today;   /* day number, NONE: unknown */
    bool on_the_wall; /* personal data are not shown */
};

/* True when personal data were taken out: there is no value before or after any more. */
bool history_is_erased(const struct history_change *c);
/* "Usul", "12 November 2026", "7 Siti Aminah": what a change of this field made of it. NULL when it was not given; "(dihapus)"
 * for erased data; a reference is the number and name of its row, as they are now. At most `cells` wide; in the arena. */
const char *history_value_words(const struct history_view *h, const struct history_change *c, const struct value *v,
                                int cells, struct arena *a);

#endif
