/* What can happen. ui/term.c makes events from bytes, ui/loop.c from clocks and the keeper, tests from tables. */
#ifndef MUFAKAT_UI_EVENT_H
#define MUFAKAT_UI_EVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct answer; /* app/app.h */

enum event_kind {
    EVENT_TEXT,    /* one typed grapheme: `text`; `key` is its first code point */
    EVENT_KEY,     /* a key without text: `key` */
    EVENT_PASTE,   /* the whole pasted text: `text`; a newline in it never presses Enter */
    EVENT_MOUSE,   /* `x`, `y`, `mouse` */
    EVENT_RESIZE,  /* the window has another size (handled by the loop; screens just draw) */
    EVENT_TICK,    /* the clock moved on (once a second at most, only while something needs it) */
    EVENT_STORED,  /* the keeper answered: `answer` */
    EVENT_CHANGED  /* the file changed: `touched` has the BIT()s; every depending screen is stale already */
};

enum mouse { MOUSE_CLICK, MOUSE_DOUBLE, MOUSE_UP, MOUSE_DOWN }; /* the last two: the wheel */

struct event {
    enum event_kind kind;
    int key;
    const char *text; /* UTF-8, NUL-terminated, borrowed for the call */
    size_t len;       /* bytes at text */
    int x, y;         /* mouse */
    enum mouse mouse;
    int64_t now; /* UTC ms, EVENT_TICK */
    unsigned touched;
    struct answer *answer; /* EVENT_STORED; a screen that wants to keep the job takes it: answer->job = NULL */
};

/* A key code is the code point of a typed character, a C0 code for Ctrl with a letter, or one of these. */
#define K_CTRL(letter) ((letter) & 0x1f)
enum key_code {
    K_NONE = 0,
    K_TAB = 9,
    K_ENTER = 13,
    K_ESC = 27,
    K_BACKSPACE = 127,
    K_FIRST = 0x110000, /* beyond Unicode */
    K_UP,
    K_DOWN,
    K_LEFT,
    K_RIGHT,
    K_HOME,
    K_END,
    K_PGUP,
    K_PGDN,
    K_DEL,
    K_INS,
    K_BACKTAB,
    K_CTRL_LEFT,
    K_CTRL_RIGHT,
    K_CTRL_UP,
    K_CTRL_DOWN,
    K_CTRL_HOME,
    K_CTRL_END,
    K_SHIFT_UP,
    K_SHIFT_DOWN,
    K_F0 = 0x110100, /* K_F(2) ... K_F(8) */
    K_O0 = 0x110200  /* K_O(2): Ctrl-O and then the digit */
};
#define K_F(n) (K_F0 + (n))
#define K_O(n) (K_O0 + (n))

/* Makers, for the loop and for tests. */
struct event event_key(int key);
struct event event_text(const char *grapheme);
struct event event_paste(const char *text);
struct event event_click(int x, int y);
/* True for a printable character's code. */
bool key_is_char(int key);

#endif
