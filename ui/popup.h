/* Popups: modal, one above the other. What screens may ask is in ui/screen.h; here is how they are made. */
#ifndef MUFAKAT_UI_POPUP_H
#define MUFAKAT_UI_POPUP_H

#include "ui/form.h"
#include "ui/list.h"
#include "ui/screen.h"
#include "ui/text_field.h"

struct popup;

struct popup_kind {
    /* Cells and lines that the content would like at most `w` wide; the box is drawn around. */
    void (*want)(struct popup *p, struct canvas *c, int w, int *ret_w, int *ret_h);
    void (*draw)(struct popup *p, struct canvas *c, struct rect r);
    bool (*event)(struct popup *p, const struct event *e);
    bool (*writing)(struct popup *p); /* NULL: never */
};

struct pick_row {
    char *text, *note, *why_not, *also;
    int index; /* of the item */
    int score;
};

struct popup {
    const struct popup_kind *kind;
    struct popup *below;
    struct ui *ui;
    struct screen *owner; /* NULL: nobody is answered */
    int tag;
    popup_done *done;
    char *title;
    char *text;  /* question or message */
    char *word;  /* to be typed; or the verb of "yes"; or what Enter does in a prompt, NULL: it stores */
    char *label; /* of a prompt; or the verb of "no" */
    struct text_field field;
    struct form *form;
    struct list list;
    struct pick_row *rows; /* choices, in the given order */
    int n_rows;
    int *shown; /* pick: the rows that match, best first */
    int n_shown;
    bool own_text;
    bool scattered; /* pick: letters may be scattered over a row, as in a list of commands */
    bool moved;     /* pick: a row was gone to after the last typing */
    bool written; /* form: something was typed or chosen */
    bool warned;  /* Esc once on changed text */
    int button;         /* confirm: 0 Batal, 1 yes */
    int scroll;
    struct rect at;    /* content at the last drawing */
    struct rect hits[2]; /* buttons, for the mouse */
};

/* A new popup on top; texts are copied. */
struct popup *popup_open(struct ui *u, struct screen *owner, int tag, popup_done *done, const struct popup_kind *kind,
                         const char *title, const char *text);
/* Takes the popup away and answers its owner. */
void popup_finish(struct popup *p, const struct popup_result *r);
void popup_cancel(struct popup *p);
/* The same, but what is written comes back when the same question is asked again. */
void popup_put_aside(struct popup *p);
/* Without answering; NULL is fine. */
void popup_free(struct popup *p);
void popup_draw(struct popup *p, struct canvas *c);
/* Cells that the content of a popup has at most in a window of this width. */
int popup_cells(int width);
/* All popups of a screen that closes go without an answer. */
void popup_forget_owner(struct ui *u, const struct screen *s);

/* Like ui_confirm with a word for "no" (result: not ok, choice 0; Esc: choice -1) and "yes" in focus. */
void popup_ask(struct screen *s, int tag, const char *title, const char *text, const char *no, const char *yes,
               popup_done *done);

/* A searchable list; popup_pick.c. Items are copied. */
struct popup *popup_pick(struct ui *u, struct screen *owner, int tag, popup_done *done, const char *title,
                         const struct pick_item *items, int n, bool own_text);

#endif
