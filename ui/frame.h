/* What stands around every screen: the line with theme and "tersimpan", the line of places, the agenda item, the line of
 * keys, messages. Pure: made from a struct, drawn into a canvas. */
#ifndef MUFAKAT_UI_FRAME_H
#define MUFAKAT_UI_FRAME_H

#include "ui/canvas.h"
#include "ui/keys.h"

#define FRAME_LEAST_W 60
#define FRAME_LEAST_H 20
#define FRAME_PLACES 7

struct frame_place {
    const char *label; /* translated; NULL: not there */
    bool done;
    const char *badge; /* "4", "2/6"; may be "" */
    int action;        /* what a click does */
};

struct frame_key {
    char name[KEY_NAME];
    char second[KEY_NAME]; /* its second way; shown when there is room */
    const char *label; /* translated */
    int action;
    struct rect at;
};

#define FRAME_KEYS 16
struct frame {
    const char *title;   /* left of the first line */
    const char *saved;   /* right of it */
    enum style saved_style;
    const char *zone;    /* "WITA", may be "" */
    bool with_places;
    struct frame_place places[FRAME_PLACES]; /* F2 ... F8 */
    int here;                                /* index of the present place, -1: none */
    const char *agenda;                      /* "Agenda 2/4: ..." or NULL */
    const char *status;                      /* right of the agenda line, may be NULL */
    struct frame_key keys[FRAME_KEYS];
    int n_keys;
    bool way_back; /* the screen was opened from another one: Esc leads there */
    const char *message; /* stands in place of the keys, NULL: none */
    enum style message_style;
    struct rect place_at[FRAME_PLACES]; /* out: for the mouse */
};

/* Draws all and returns what is left for the screen. Below 60x20 only a line that says how large the window must be. */
struct rect frame_draw(struct frame *f, struct canvas *c);
/* Action of a click at x, y after frame_draw; 0: none. */
int frame_click(const struct frame *f, int x, int y);
/* Adds the footer keys of a table: rows marked KEY_FOOTER (KEY_WRITING, KEY_ROWS respected). */
void frame_add_keys(struct frame *f, const struct key_row *rows, bool writing);

#endif
