/* A screen is one const struct. It draws between the header (theme and tersimpan, places, agenda item, rule: ui/frame.c)
 * and the line of keys.  Handlers change state and ask for things; they never draw. `load` runs only when the
 * data it depends on changed, `draw` once per turn of the loop. */
#ifndef MUFAKAT_UI_SCREEN_H
#define MUFAKAT_UI_SCREEN_H

#include "app/app.h"
#include "base/arena.h"
#include "ui/canvas.h"
#include "ui/event.h"
#include "ui/keys.h"

struct ui;
struct screen_class;

/* The places of F2 ... F8; the number is the key's digit. */
enum place {
    PLACE_NONE = 0, /* not a place of its own: opened from somewhere */
    PLACE_PERSIAPAN = 2,
    PLACE_DIALOG,
    PLACE_DOKUMENTASI,
    PLACE_MUFAKAT,
    PLACE_BERITA_ACARA,
    PLACE_TINDAK_LANJUT,
    PLACE_LAYAR,
    PLACE_END
};

struct screen {
    const struct screen_class *class;
    struct ui *ui;
    void *state;         /* class->state_size zeroed bytes; lives as long as the screen */
    struct arena *arena; /* what load() read; emptied before each load */
    bool stale;          /* load() is due; set it (screen_stale) to ask for one */
    bool loaded;         /* load() has succeeded once: nothing is drawn or told before */
    bool torn;           /* the last load() failed half way */
    struct arena *spare; /* the other arena of load(), see ui.c */
};

struct screen_class {
    const char *id;    /* permanent: tests, goldens, docs */
    const char *title; /* N_() */
    const char *help;  /* what this screen is for, two or three sentences; N_() */
    enum place place;  /* the place that it is the root of, or PLACE_NONE */
    const struct key_row *keys;
    unsigned depends; /* BIT()s of entities; a change of any makes it stale */
    size_t state_size;
    bool bare;     /* drawn without header and footer (participants' screen) */
    bool tick;     /* wants EVENT_TICK each second while it is on top */
    bool no_session; /* works without an open session (first screen) */
    /* Any of these may be NULL. `arg` is what was given to ui_push. A failed open: the screen does not appear and the
     * reason is shown. */
    enum err_code (*open)(struct screen *s, const void *arg, struct err *e);
    void (*close)(struct screen *s);
    enum err_code (*load)(struct screen *s, struct err *e);
    /* In the place of the load that a stored job made due: puts what it changed into what is loaded, which is otherwise
     * up to date. False: nothing was done, load() is due. The picture must be the one that load() would give. */
    bool (*take)(struct screen *s, const struct answer *a);
    void (*draw)(struct screen *s, struct canvas *c, struct rect r);
    /* Gets everything first; false: the key tables are asked (the screen's, then the global one). */
    bool (*event)(struct screen *s, const struct event *e);
    void (*action)(struct screen *s, int action);
    /* Why an action of this screen cannot run now, in a translated sentence; NULL when it can. A row's own why_not is asked first. */
    const char *(*why_not)(struct screen *s, int action);
    /* Word of an action's key in the footer while it differs from the table's, translated; NULL: the table's; "": the key
     * means nothing now and is not shown. */
    const char *(*label)(struct screen *s, int action);
    /* True while a text caret is shown: letters are text, not commands. NULL: never. */
    bool (*writing)(struct screen *s);
    /* Words at the right end of the agenda line ("bicara 02.14/03.00"), in `a`; NULL: none. */
    const char *(*status)(struct screen *s, struct arena *a);
    /* What a question of this screen (its tag) is about, so that a half-typed answer comes back for that thing and no other; in `a`,
     * NULL: the question is about nothing in particular. */
    const char *(*about)(struct screen *s, int tag, struct arena *a);
    /* Before the screen is left for another place or by Esc: store what is being written. False: stay (say why). */
    bool (*leave)(struct screen *s);
};

/* Asks for load() before the next drawing. */
void screen_stale(struct screen *s);

/* --- what a screen may ask of the running interface (ui/ui.c) --- */

struct app *ui_app(struct ui *u);        /* NULL while no session is open */
int64_t ui_now(struct ui *u);            /* UTC ms */
enum zone ui_zone(struct ui *u);         /* of the venue */
int64_t ui_today(struct ui *u);          /* day number at the venue */
bool ui_proyektor(struct ui *u);         /* the screen is on the wall: hide phones, scores, shares, hints */
bool ui_read_only(struct ui *u);

/* Moves between screens. Safe inside handlers: done when the handler has returned. */
void ui_push(struct ui *u, const struct screen_class *class, const void *arg); /* arg must live until then; see ui_arena */
void ui_pop(struct ui *u);
void ui_go(struct ui *u, enum place p);
/* The screen of a place, loaded, without going there; NULL when it does not open. */
struct screen *ui_place(struct ui *u, enum place p);
/* Memory that lives until the next turn of the loop (arguments of ui_push, texts of ui_choose). */
struct arena *ui_arena(struct ui *u);
void ui_quit(struct ui *u);

/* Hands a job to the keeper. The answer comes as EVENT_STORED to every screen of the stack; the header says menyimpan…, tersimpan
 * or BELUM TERSIMPAN: reason. A refused job (rule, input, conflict) is shown in words; one that the disk refused is kept and
 * Ctrl-S tries again, unless a screen took it (answer->job = NULL). */
void ui_post(struct ui *u, struct job *j);
/* Keeps a half-typed text (at most 1 s after typing); call it when the text changes. NULL or "" removes it. The text is asked for
 * again after a crash. `key` is permanent, e.g. "dialog.capture"; "field.<entity>.<field>.<row id>" is stored in that field then. */
void ui_draft(struct ui *u, const char *key, const char *text);
/* The same for the text of one field of a row. */
void ui_draft_field(struct ui *u, enum entity_kind entity, int field, const struct id *row, const char *text);
/* What `about` of a form begins with whose words belong into the fields of a stored row: "isi:parked:<row id>". After a crash they
 * are stored there, as with "field.". */
#define DRAFT_OF_ROW "isi:"
/* A row as `about` names it. */
const char *ui_about_row(const struct id *row, struct arena *a);
/* The text that an earlier run left under this key and that the user wants back, once; NULL: none. Ask in load(). Valid until
 * the next event. */
const char *ui_recovered(struct ui *u, const char *key);

/* `text` goes with this job, which is about to be posted: while it is not stored it is a draft of `key`, and when it is refused
 * ui_recovered gives it back. */
void ui_hand_over(struct ui *u, struct job *j, const char *key, const char *text);
/* The draft of a text that job `group` could not store, while it is shown as such: "<key>#<group>". In `a`. */
const char *ui_unstored_key(const char *key, const struct id *group, struct arena *a);
/* A text that was handed over and refused: kept as the draft of its field, and given once by ui_refused_field when the
 * field is written again. */
void ui_keep_refused(struct ui *u, enum entity_kind entity, int field, const struct id *row, const char *text);
/* NULL: none. Valid until the next event. */
const char *ui_refused_field(struct ui *u, enum entity_kind entity, int field, const struct id *row);
/* True when nothing of the answered job is stored and trying again cannot help: no fault of the disk. */
bool ui_refused(const struct answer *a);

/* A short line above the keys, until the next key. */
void ui_say(struct ui *u, enum style s, const char *fmt, ...) PRINTF_LIKE(3, 4);
void ui_say_error(struct ui *u, const struct err *e);

/* Runs an action of this screen (its why_not is not asked) right after the next drawing: for work that takes a second,
 * so that what ui_say said about it is seen first. One at a time. */
void ui_later(struct screen *s, int action);

/* --- popups: modal, answered through a callback of the screen that opened them --- */

struct form;
struct popup_result {
    bool ok;           /* false: Batal or Esc */
    int choice;        /* ui_choose, ui_pick: index; ui_confirm: 0 */
    const char *text;  /* ui_prompt: what was written; ui_pick: what was typed, after Esc only what fits no row; borrowed */
    bool moved;         /* ui_pick: the row was gone to, not only the first that fits what was typed */
    const char *picked; /* ui_pick: `also` of the chosen row, or else its text; NULL: none was chosen; borrowed */
    struct form *form; /* ui_form; borrowed, freed after the callback */
};
typedef void popup_done(struct screen *s, int tag, const struct popup_result *r);

/* All texts are copied and already translated. `tag` comes back in the callback. */
void ui_message(struct ui *u, const char *title, const char *text);
/* Yes or no; the first choice is Batal. `yes` is a verb ("Hapus"). */
void ui_confirm(struct screen *s, int tag, const char *question, const char *yes, popup_done *done);
/* The word (KUNCI) must be typed. */
void ui_type_word(struct screen *s, int tag, const char *question, const char *word, popup_done *done);
/* A short list; Enter or the digit 1-9. */
void ui_choose(struct screen *s, int tag, const char *title, const char *const *choices, int n, int selected,
               popup_done *done);
struct pick_item {
    const char *text, *note; /* note: dim, on the right; may be NULL */
    const char *why_not;     /* not NULL: cannot be taken now, and why */
    const char *also;        /* not shown, but found by what is typed; may be NULL */
};
/* A searchable list (fuzzy). `own_text`: Enter without a match gives choice -1 and the text. */
void ui_pick(struct screen *s, int tag, const char *title, const struct pick_item *items, int n, bool own_text,
             popup_done *done);
/* A text; with `lines` it is shown wrapped and keeps its line breaks. Enter ends in both. `label` may be NULL. */
void ui_prompt(struct screen *s, int tag, const char *title, const char *label, const char *initial, bool lines,
               popup_done *done);
/* What Enter does in the prompt that was just opened, where it does not store: "cetak". */
void ui_prompt_verb(struct ui *u, const char *verb);
/* A form in a popup; takes the form over. Enter on the last field or Ctrl-S: ok after form_check_all. */
void ui_form(struct screen *s, int tag, const char *title, struct form *form, popup_done *done);
bool ui_popup_open(const struct ui *u);

#endif
