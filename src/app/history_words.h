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

/* What one change is about, in words that go on a sentence: "catatan 17 antre dari jam 5 pagi", "peserta 7 Siti Aminah", and with
 * `field` the label of the field before it: "status kesepakatan 3". A row that only says more of another one is called by that
 * (a stance by its agreement); "" for the session. In the arena. */
const char *history_object_words(const struct history_view *h, const struct history_change *c, bool field, struct arena *a);
/* The change that tells most of what a group did: a row that came or went, then a chosen value, then a text. NULL: it has none. */
const struct history_change *history_telling(const struct history_group *g);
/* One line on a whole group: "mencatat kehadiran: peserta 7 Siti (Hadir → Tidak hadir)". In the arena. */
const char *history_group_words(const struct history_view *h, const struct history_group *g, struct arena *a);
/* The same without values: "mencatat kehadiran: peserta 7 Siti". */
const char *history_group_title(const struct history_view *h, const struct history_group *g, struct arena *a);

#endif
