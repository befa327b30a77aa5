/* The terminal. ui/term.c is the only file that knows curses; one terminal per process. */
#ifndef MUFAKAT_UI_TERM_H
#define MUFAKAT_UI_TERM_H

#include "base/err.h"
#include "ui/canvas.h"
#include "ui/event.h"

/* Takes the terminal over: raw keys (Ctrl-C, Ctrl-S, Ctrl-Z are ordinary ones), bracketed paste, Esc at once. ERR_IO with a sentence when
 * stdin or stdout is no terminal or TERM is not known. Installs what gives the terminal back after a crash. */
enum err_code term_open(struct err *e) MUST_CHECK;
/* Gives the terminal back as it was; harmless when it is not open. */
void term_close(void);
void term_size(int *ret_w, int *ret_h);
/* False: NO_COLOR, or fewer than 8 colours. */
bool term_has_colour(void);
/* Mouse reporting takes the terminal's own selecting away (Shift helps), so it can be switched. */
void term_set_mouse(bool on);
/* The next event that has arrived; false when there is none now. Text is borrowed until the next call. */
bool term_read(struct event *ret);
/* Sends the difference between what is shown and the canvas, in one go. */
void term_paint(const struct canvas *c, enum theme theme, bool colour);
/* The next term_paint sends everything. */
void term_forget(void);
/* Tests on a pty (MUFAKAT_TEST_SYNC): sync keys that have arrived since the last call. */
unsigned term_take_syncs(void);
/* Answers them with a numbered OSC: everything is stored and painted. */
void term_answer_sync(void);

#endif
