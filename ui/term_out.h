/* Where curses writes. It flushes after every move of the cursor, and each piece would wake the terminal (over ssh: be a
 * packet of its own), so the pieces of one picture are gathered and sent as one. */
#ifndef MUFAKAT_UI_TERM_OUT_H
#define MUFAKAT_UI_TERM_OUT_H

#include <stdio.h>

/* A stream of our own to the terminal at STDOUT_FILENO, for curses; NULL when the system has no descriptor left. */
FILE *term_out_open(void);
void term_out_close(void);
/* From here on what is written to it waits. Where memory for that is refused nothing waits, which only is slower. */
void term_out_hold(void);
/* Sends what waits and holds nothing back any more. */
void term_out_send(void);

#endif
