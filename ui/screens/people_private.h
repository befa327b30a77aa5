/* The check-in screen, private to its two files: people.c (the list, the picture, events) and people_acts.c (what is done to a
 * person). */
#ifndef MUFAKAT_UI_SCREENS_PEOPLE_PRIVATE_H
#define MUFAKAT_UI_SCREENS_PEOPLE_PRIVATE_H

#include "model/dossier.h"
#include "model/match.h"
#include "ui/screens/people.h"
#include "ui/table.h"
#include "ui/text_field.h"

/* Check-in: with the caret in the search line two letters find a person, Enter marks them present and the line is
 * empty again for the next one. With the focus in the list, letters are commands. */
struct people {
    struct text_field find;
    bool in_list;
    struct table table;
    struct dossier *d;
    struct matcher *match;
    const struct participant **shown;
    int n_shown;
    struct id target; /* of the popup that is open */
    char *late;        /* numbers of latecomers that are not stored yet */
    struct arena *scratch;
    struct rect find_at;
};

enum people_command {
    PEOPLE_PRESENT = 1,
    PEOPLE_ABSENT,
    PEOPLE_REPRESENTED,
    PEOPLE_WALK_IN,
    PEOPLE_LATE,
    PEOPLE_EDIT,
    PEOPLE_DELETE,
    PEOPLE_PANE,
    PEOPLE_IMPORT,
    PEOPLE_PRINT
};

static inline struct people *people_of(struct screen *s)
{
    return s->state;
}

/* The person of the row in focus; NULL: none. */
const struct participant *people_selected(struct people *p);
void people_action(struct screen *s, int action);
/* What a stored or refused job means for the person at the door. */
void people_stored(struct screen *s, const struct answer *a);
const char *people_about(struct screen *s, int tag, struct arena *a);
const char *people_why_not(struct screen *s, int action);

#endif
