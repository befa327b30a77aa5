/* One agreement: stances per unsur, objections, its facts, where it came from. Private to the
 * agreement*.c files but for agreement_open and read_aloud_open. */
#ifndef MUFAKAT_UI_SCREENS_AGREEMENT_H
#define MUFAKAT_UI_SCREENS_AGREEMENT_H

#include "model/coverage.h"
#include "ui/list.h"
#include "ui/screens/agreement_words.h"
#include "ui/screens/records.h"

/* Opens the agreement's screen. */
void agreement_open(struct ui *u, const struct id *row);
/* Opens the reading in large letters, from this agreement on. */
void read_aloud_open(struct ui *u, const struct id *row);

extern const struct screen_class screen_mufakat, screen_agreement, screen_read_aloud,
    screen_wordings, screen_origins;
extern const struct record_spec spec_agreement, spec_objection;

enum agreement_row_kind { ROW_UNSUR, ROW_PERSON, ROW_OBJECTION, ROW_FACT };

struct agreement_row {
    enum agreement_row_kind kind;
    int64_t unsur;                     /* ROW_UNSUR; ROW_PERSON: the person's, may be NONE */
    int64_t present;                   /* ROW_UNSUR: people in the room */
    const struct position *position;   /* ROW_PERSON */
    const struct objection *objection; /* ROW_OBJECTION */
    int field;                        /* ROW_FACT: agreement_F_..., or one of enum agreement_fact */
    const char *label, *left, *right; /* what stands in the columns */
    enum style left_style, right_style;
    struct id id;
};
/* Facts that are no field of the agreement. */
enum agreement_fact { FACT_LIMIT = -10, FACT_ORIGINS };

enum agreement_column { COLUMN_STANCE, COLUMN_NOTE };

struct agreement_view {
    struct id row;
    struct list list;
    enum agreement_column column;
    struct id group;    /* of the job whose words are said when it is stored */
    struct id objector; /* for the objection form: person, or ID_NONE */
    int64_t unsur;      /* of the row that a popup is about */
    struct id target;   /* position or objection that a popup is about */
    int field;          /* field that a popup is about */
    int64_t status;     /* chosen, waits for its reason */
    char
        *before; /* the text as it was when its prompt opened: a rival change is not written over */
    struct id *choices; /* people offered by the last ui_pick */

    /* loaded, in the screen's arena */
    struct dossier *d;         /* frame */
    const struct agreement *g; /* NULL: it is gone */
    struct coverage cover;
    struct agreement_row *rows;
    int n_rows;
    const char *origins;   /* "16, 17" */
    struct arena *scratch; /* of one key or one drawing */
};

enum agreement_action {
    AGREEMENT_ENTER = 1,
    AGREEMENT_COLUMN,
    AGREEMENT_ACCLAIM,
    AGREEMENT_AGREE,
    AGREEMENT_NOTE,
    AGREEMENT_OBJECT,
    AGREEMENT_ABSTAIN,
    AGREEMENT_TALK,
    AGREEMENT_READ,
    AGREEMENT_POSTPONE,
    AGREEMENT_STATUS,
    AGREEMENT_WORDING,
    AGREEMENT_WORDINGS,
    AGREEMENT_FORM,
    AGREEMENT_ORIGINS,
    AGREEMENT_PERSON,
    AGREEMENT_REMOVE,
    AGREEMENT_NEXT,
    AGREEMENT_BEFORE
};

enum agreement_popup {
    ASK_COUNTS = 1, /* hands of an unsur as words */
    ASK_NOTE,
    ASK_OBJECTOR,
    ASK_OBJECTION,
    ASK_PERSON,
    ASK_STANCE,
    ASK_STATUS,
    ASK_STATUS_REASON,
    ASK_POSTPONE_REASON,
    ASK_TEXT,
    ASK_CHOICE
};

static inline struct agreement_view *agreement_of(struct screen *s)
{
    return s->state;
}

/* --- agreement.c --- */
/* The selected row; NULL when there is none. */
const struct agreement_row *agreement_selected(struct agreement_view *v);
extern const struct list_rows agreement_list_rows;

/* --- agreement_rows.c: what the rows say --- */
void agreement_fill_rows(struct agreement_view *v, struct arena *a);

/* --- agreement_draw.c --- */
void agreement_draw(struct screen *s, struct canvas *c, struct rect r);
int agreement_row_height(void *ctx, int i, int width);
void agreement_row_draw(void *ctx, struct canvas *c, struct rect r, int i, bool focus);

/* --- agreement_counts.c --- */
/* "2 setuju 1 catatan" -> counts per stance (NONE: not named). False when unreadable. */
bool agreement_read_counts(const char *typed, int64_t counts[stance_COUNT]);

/* --- agreement_acts.c: commands; agreement_stance.c: those on stances and objections --- */
void agreement_action(struct screen *s, int action);
const char *agreement_why_not(struct screen *s, int action);
void agreement_popup_done(struct screen *s, int tag, const struct popup_result *p);
void agreement_stance_action(struct screen *s, int action);
void agreement_stance_popup(struct screen *s, int tag, const struct popup_result *p);
/* Opens what the cursor stands on in a stance or objection row. */
void agreement_stance_enter(struct screen *s, const struct agreement_row *r);

#endif
