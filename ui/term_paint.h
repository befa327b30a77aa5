/* How the picture gets onto the terminal; private to ui/term.c, which opens and closes it (the rest is in ui/term.h). */
#ifndef MUFAKAT_UI_TERM_PAINT_H
#define MUFAKAT_UI_TERM_PAINT_H

#include <stdbool.h>

/* The terminal has been opened by curses; `colour`: it may be used. */
void paint_begin(bool colour);
/* Ordinary letters and a visible cursor again. Harmless before paint_begin. */
void paint_end(void);

#endif
