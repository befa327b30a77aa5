/* The one loop of the full-screen program: waits, hands events to the interface, paints once per turn. */
#ifndef MUFAKAT_UI_LOOP_H
#define MUFAKAT_UI_LOOP_H

#include "ui/ui.h"

/* Runs until the user leaves, SIGHUP, SIGTERM, or the terminal is gone. The terminal must be open (term_open). A session
 * that was opened for reading first is completed after its first picture: ERR_NONE, else why it must not be used. */
enum err_code loop_run(struct ui *u, struct err *e) MUST_CHECK;
/* Blocks the signals that are let in only while the loop waits. Call before the first thread is made. */
void loop_block_signals(void);

#endif
