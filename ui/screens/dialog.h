/* The dialog screen, private to its seven files: dialog.c (class, events), dialog_load.c (what it shows), dialog_enter.c
 * (what Enter on the capture line does), dialog_edit.c (an entry that is changed there), dialog_rows.c (commands on an entry), dialog_answers.c
 * (what an answer answers), dialog_draw.c (the picture). */
#ifndef MUFAKAT_UI_SCREENS_DIALOG_H
#define MUFAKAT_UI_SCREENS_DIALOG_H

#include "app/read.h"
#include "base/text.h"
#include "model/capture.h"
#include "ui/list.h"
#include "ui/screen.h"
#include "ui/text_field.h"

enum dialog_focus { FOCUS_CAPTURE, FOCUS_NOTES, FOCUS_PEOPLE };

/* An entry between Enter and the keeper's answer, or one that could not be stored. */
struct flight {
    struct id group; /* of its job */
    struct id row;
    char *text;
    char *line; /* as it was typed */
    struct id speaker;
    int64_t kind, at;
    bool failed;
    char reason[sizeof((struct err *)0)->text];
};

struct dialog {
    struct text_field capture;
    enum dialog_focus focus;
    struct list notes, people;
    bool chosen;     /* the entry selected in the list was chosen: "=" answers it */
    bool everything; /* notes of all agenda items, not only of the running one */
    int limit;       /* how many notes are loaded; grows when the list is scrolled to its top */
    struct id speaker; /* who has the word, ID_NONE */
    struct id target;  /* the entry of the row command or popup that is open */
    struct id answerer; /* who answered last: offered first next time */
    int64_t clock; /* on the last slip that was typed in, minutes since midnight; NONE */
    bool editing, editing_wording; /* the capture line holds entry `target` */
    char *before;      /* what was half typed when editing began */
    char *seen;        /* what the edited field held then; NULL: nothing */
    char *sent;        /* the last change that was handed over, until the notes are read again; NULL */
    struct id sent_row;
    bool sent_wording;
    struct flight *flights;
    int n_flights;

    /* loaded, in the screen's arena */
    struct dossier *d; /* frame */
    struct contribution *v; /* oldest first, at most `limit` */
    size_t n, cap;
    struct note_counts counts;
    const struct agenda *agenda; /* running item; NULL */
    /* made of the people that the frame had, in an arena of their own: most entries change no person */
    struct arena *people_arena;
    const struct participant *people_of;
    struct matcher *match;
    const struct participant **here; /* people pane */
    const char **names;              /* "7 Siti Nurhaliyah", for each of the frame's people */
    int n_here;
    int digits; /* of the longest number among them */

    struct id *spoken; /* who has had the word, whatever notes are shown */
    size_t n_spoken;
    struct text_lines *wraps; /* of the loaded notes' words, n 0: not yet known; in `kept` like the notes */
    int wraps_width;          /* at this width */
    struct arena *kept;
    struct arena *scratch; /* of one key or one drawing */
    struct rect capture_at, notes_at, people_at;
};

enum dialog_action {
    DIALOG_PANE = 1,
    DIALOG_NEXT_AGENDA,
    DIALOG_PICK_AGENDA,
    DIALOG_SPEAKER,
    DIALOG_EVERYTHING,
    DIALOG_EDIT,
    DIALOG_WORDING,
    DIALOG_COMPLETE,
    DIALOG_CHANGE_KIND,
    DIALOG_CHANGE_SPEAKER,
    DIALOG_TOPICS,
    DIALOG_ANSWERED,
    DIALOG_MARK,
    DIALOG_DRAFT,
    DIALOG_PARK,
    DIALOG_DELETE,
    DIALOG_RETRY,
    DIALOG_MARKS_HELP,
    DIALOG_FROM_PAPER
};

#define DIALOG_DRAFT_KEY "dialog.capture"

/* Tags of the popups. */
enum dialog_popup {
    POPUP_CHOICE = 1, /* several people fit */
    POPUP_ANSWERER,
    POPUP_QUESTION, /* which entry is answered */
    POPUP_PARKED,
    POPUP_AGENDA,
    POPUP_SPEAKER,
    POPUP_WORDING,
    POPUP_GAP,
    POPUP_KIND,
    POPUP_ROW_SPEAKER,
    POPUP_TOPICS,
    POPUP_UNSUR,
    POPUP_ANSWERED
};

static inline struct dialog *dialog_of(struct screen *s)
{
    return s->state;
}

/* --- dialog.c --- */
extern const struct screen_class screen_dialog;
/* The context in which the capture line is read now. */
struct capture_context dialog_context(struct screen *s);
/* The capture line as read now; lives in d->scratch. */
struct capture dialog_read(struct screen *s);
/* True while the line is a search ("/..."): the list shows what was found. */
bool dialog_searching(const struct dialog *d);
void dialog_set_capture(struct screen *s, const char *text);
/* Entry of the list's row: *ret_flight for one in flight. NULL and NULL: none. */
const struct contribution *dialog_row(struct dialog *d, int i, const struct flight **ret_flight);
/* The newest entry, stored or in flight; ID_NONE. */
struct id dialog_last(struct dialog *d);
const struct contribution *dialog_find(const struct dialog *d, const struct id *row);
extern const struct list_rows dialog_note_rows, dialog_people_rows;

/* --- dialog_load.c --- */
enum { DIALOG_PAGE = 60 }; /* notes that are loaded at first, and that scrolling to the top adds */
enum err_code dialog_load(struct screen *s, struct err *e);
bool dialog_take(struct screen *s, const struct answer *a);
/* Goes there with one entry chosen in the list, whichever agenda item it belongs to. */
void dialog_show(struct ui *u, const struct id *note);
/* The lists show what is loaded and what is in flight. */
void dialog_set_lists(struct dialog *d);

/* --- dialog_enter.c --- */
void dialog_enter(struct screen *s);
/* For a place where nothing may be asked or told (the participants' screen): stores the capture line when nothing is missing.
 * False: the line waits here for its question; *ret_group is the job otherwise. */
bool dialog_enter_quietly(struct screen *s, struct id *ret_group);
/* A key or text for the capture line from such a place; false: it means nothing there. */
bool dialog_type(struct screen *s, const struct event *e);
void dialog_popup_done(struct screen *s, int tag, const struct popup_result *r);
/* The list of marks. */
void dialog_show_marks(struct screen *s);
/* Starts editing an entry in the capture line; `wording`: its clean wording. */
void dialog_edit_begin(struct screen *s, const struct contribution *c, bool wording);
void dialog_edit_end(struct screen *s);
/* Hands what was changed in the entry to the keeper; editing goes on. False, with a message: not like this. */
bool dialog_edit_store(struct screen *s);
/* The answer to such a change when it was refused: the text is in the line again, or waits for the entry to be edited. */
void dialog_edit_refused(struct screen *s, struct answer *a);
/* Keeps what is written so far, for the case that the program stops. */
void dialog_edit_typed(struct screen *s);
/* Frees what a flight holds. */
void dialog_flight_done(struct flight *f);
/* The draft of an entry that could not be stored, for the case that the program ends. */
void dialog_flight_draft(struct screen *s, const struct flight *f, const char *text);
/* The keeper's answer: settles the entry in flight. */
void dialog_stored(struct screen *s, const struct answer *a);
/* People present, the provider's first, with `first` on top; for ui_pick. For POPUP_ROW_SPEAKER "without a name" comes
 * behind them, as choice d->n_here. */
void dialog_pick_person(struct screen *s, int tag, const char *title, const struct id *first);

/* The person that such a popup's choice means; `first` as it was given to dialog_pick_person. */
const struct participant *dialog_person_at(struct dialog *d, const struct id *first, int choice);
/* Asks reason, addressee and date of the parked row d->target; everything may be left open. */
void dialog_ask_parked(struct screen *s);

/* --- dialog_rows.c --- */
void dialog_action(struct screen *s, int action);
const char *dialog_why_not(struct screen *s, int action);
void dialog_rows_popup(struct screen *s, int tag, const struct popup_result *r);

/* --- dialog_answers.c --- */
/* Asks for the numbers of the entries that an answer answers, with those that it answers now; then what was typed. */
void dialog_ask_answered(struct screen *s, const struct contribution *c);
void dialog_set_answered(struct screen *s, const char *typed);

/* --- dialog_draw.c --- */
/* Number and name without titles, so that a column of 16 cells says who it is. */
const char *dialog_short_name(struct arena *a, const struct participant *p);
/* "12 dari 50 menit   terlambat 4 menit", right of the agenda item. */
const char *dialog_status(struct screen *s, struct arena *a);
void dialog_draw(struct screen *s, struct canvas *c, struct rect r);
int dialog_note_height(void *ctx, int i, int width);
void dialog_note_draw(void *ctx, struct canvas *c, struct rect r, int i, bool focus);
void dialog_person_draw(void *ctx, struct canvas *c, struct rect r, int i, bool focus);
/* "7 Siti Nurhaliyah", "tanpa nama", "pembicara?" */
const char *dialog_speaker_words(struct dialog *d, const struct id *speaker, int64_t unsur, bool unknown);

#endif
