/* Inside of the running interface, shared by ui.c (stack, events), ui_store.c (jobs, drafts), ui_around.c (header,
 * footer, commands of everywhere) and the popups. */
#ifndef MUFAKAT_UI_UI_PRIVATE_H
#define MUFAKAT_UI_UI_PRIVATE_H

#include "app/copy_child.h"
#include "app/make_child.h"
#include "model/stages.h"
#include "ui/frame.h"
#include "ui/popup.h"
#include "ui/ui.h"

#define MOST_SCREENS 16
#define MOST_MOVES 8
#define MOST_DRAFTS 16

enum move_kind { MOVE_PUSH, MOVE_POP, MOVE_GO, MOVE_SESSION };
struct move {
    enum move_kind kind;
    const struct screen_class *class;
    const void *arg;
    enum place place;
    struct app *app; /* MOVE_SESSION */
};

struct waiting_draft {
    char *key, *text; /* text NULL: to be removed */
    int64_t due;      /* clock_mono */
};

/* How keys of drafts begin: what was written in a popup, and in a form inside one. */
#define DRAFT_PROMPT "tulisan."
#define DRAFT_FORM "formulir."

/* A text that waits to be wanted back. Several may be of one text field: each waits its turn. */
struct recovered_draft {
    int tag; /* of the question about it */
    char *key;
    char *stored; /* another run left it under this key; NULL: it was put aside here ... */
    char *kept;   /* ... and is in this program's drafts under this key; NULL: under its own */
    char *text;
    int64_t at;
    bool left;     /* by a usual leave; else the program had stopped */
    bool offered;  /* the user has answered */
    bool accepted; /* and wants it; waits for its screen */
};

/* What was written in a popup or in the capture line, until the keeper has answered the job that stores it. */
struct handed_text {
    struct id group; /* of the job */
    char *key, *text;
};

/* A copy made beside the loop; ui/copy.c. */
struct copying {
    struct copy_child *child; /* NULL: none runs */
    char *target;             /* of the last order */
    bool replace, papers;
    bool waits; /* for what the keeper still has in hand */
    enum copy_step step;
    int percent;
    const char *words; /* how the last one ended, shown ... */
    int64_t until;     /* ... until then, clock_mono; 0: not */
};

/* A pack or a paper made beside the loop; ui/pack.c. */
struct packing {
    struct make_child *child; /* NULL: none runs */
    char *place;              /* of the last order: folder of a pack, file of a paper; NULL: the printer */
    bool zip, public_only;
    struct export_request paper; /* document NULL: a pack */
    const struct paper_set *set; /* NULL: one paper */
    size_t made;                 /* of the set */
    struct buf names, notes;     /* of what is made, a line each */
    const struct screen_class *asked; /* where it was ordered */
    bool waits;                       /* for what the keeper still has in hand */
    int done, all;
    char *name; /* of what is made now */
};

/* What the header says of the session; loaded when something changed. */
struct around {
    struct arena *arena;
    bool stale;
    const char *theme;  /* "Disdukcapil - Standar Pelayanan KTP-el" */
    const char *agenda; /* "Agenda 2/4: ..." */
    struct stage_state stages[STAGE_COUNT];
    bool loaded;
};

struct ui {
    struct ui_options o;
    struct app *app;
    struct arena *turn; /* until the next event */
    struct screen *stack[MOST_SCREENS];
    int depth;
    struct screen *places[PLACE_END]; /* roots that were opened, kept with what was written in them */
    enum place begin_at;  /* of the session that is taken next; PLACE_NONE: where its work goes on */
    enum place came_from; /* the last place with header and footer, for Esc on one without */
    struct move moves[MOST_MOVES];
    int n_moves;
    struct popup *popup;
    bool after_ctrl_o;
    char *message;
    enum style message_style;
    bool message_new; /* said by the present event: stays until the next one */
    struct around around;
    struct frame frame;
    int width; /* of the window at the last drawing */
    int64_t stored_at; /* 0: nothing stored yet in this run */
    struct job **failed; /* the disk refused them; Ctrl-S tries again */
    int n_failed, cap_failed;
    char failed_why[160];
    bool retrying; /* Ctrl-S was pressed for them */
    struct waiting_draft drafts[MOST_DRAFTS];
    int n_drafts;
    char **in_file; /* keys of this program's drafts that are in the file */
    int n_in_file;
    struct recovered_draft *recovered;
    int n_recovered, last_recovered; /* the last one's tag */
    struct handed_text *handed;
    int n_handed;
    const char *answer_key, *answer_text; /* of the popup that is being answered; NULL: none */
    struct copying copy;
    struct packing pack;
    int64_t next_tick; /* clock_mono, 0: no screen wants one */
    struct screen *later; /* wants later_action after the next drawing; NULL */
    int later_action;
    bool later_drawn;
    bool end, redraw;
};

/* --- ui_stack.c --- */
/* Runs what the handlers asked for. */
void ui_do_moves(struct ui *u);
/* load() of the class; a failed one is said and leaves what was shown. */
void ui_load(struct ui *u, struct screen *s);
/* True when the top screen has data: keys may come before its first drawing. */
bool ui_load_first(struct ui *u);

/* --- ui.c --- */
bool ui_is_writing(struct ui *u);
/* Why an action cannot run now; NULL when it can. */
const char *ui_why_not(struct ui *u, const struct key_row *row);
/* Sends an event to every screen that lives. */
void ui_tell_all(struct ui *u, const struct event *e);
/* Screens that depend on what was touched are loaded again, except those that take it from the answer (NULL: there is none). */
void ui_mark_stale(struct ui *u, unsigned touched, const struct answer *a);
/* Runs what ui_later put off, once it has been drawn. */
void ui_do_later(struct ui *u);
/* Closes all screens. */
void ui_close_screens(struct ui *u);

/* --- ui_store.c --- */
/* Waits for what the keeper has in hand and takes its answers, while screens and drafts can still keep what is refused. True when
 * something was not stored. */
bool ui_settle(struct ui *u);
void ui_retry_failed(struct ui *u);
void ui_undo(struct ui *u, bool redo);
void ui_store_done(struct ui *u);

/* --- ui_said.c --- */
/* Says what was undone or redone; true when the answer is of such a job. */
bool ui_take_undo(struct ui *u, const struct answer *answer);
/* Says what was stored when it could be missed on the screen. */
void ui_say_stored(struct ui *u, const struct answer *answer);

/* --- ui_drafts.c --- */
void ui_post_due_drafts(struct ui *u);
void ui_drafts_done(struct ui *u);
/* "field.<entity>.<field>.<row id>"; until the next turn. */
const char *ui_field_key(struct ui *u, enum entity_kind entity, int field, const struct id *row);
/* ui_recovered gives this text once, without a question. `kept`: the draft that holds it; NULL: `key`. */
void ui_put_aside(struct ui *u, const char *key, const char *kept, const char *text);
/* What makes several drafts of one text field of this program different: "<key>#<job>". */
#define DRAFT_MARK '#'
/* The session is being left in the usual way: what is half typed was left, not cut short. */
void ui_leave_drafts(struct ui *u);
/* Looks for half-typed texts that an earlier run left, and asks about them. */
void ui_load_drafts(struct ui *u);
void ui_offer_drafts(struct ui *u);

/* --- ui_handed.c --- */
/* The keeper answered: what was refused is a draft again and waits for its field. True when that was so and trying again cannot
 * help. */
bool ui_take_handed(struct ui *u, const struct answer *answer);
void ui_handed_done(struct ui *u);
/* Answers the popup with what was written in it; jobs that are posted meanwhile take `text` along. */
void ui_answer_written(struct popup *p, const struct popup_result *r, const char *key, const char *text);

/* --- ui_around.c --- */
void ui_load_around(struct ui *u);
void ui_fill_frame(struct ui *u);
/* A global action. */
void ui_act_global(struct ui *u, int action);
const char *ui_global_why_not(struct ui *u, int action);

#endif
