/* What the program says that it reached (ui/reach.h), against the tables of all screens and commands. */
#ifndef MUFAKAT_TESTS_FUZZ_REACHED_H
#define MUFAKAT_TESTS_FUZZ_REACHED_H

#include "ui/screen.h"

/* Reads what came to the file since the last call. */
void reached_read(const char *path);
/* A command of the screen that is on top now, or of everywhere, that was never run; `n` picks one. NULL: none is left. */
const struct key_row *reached_missing_here(unsigned n);
/* A screen with commands that were never run; NULL: none. */
const struct screen_class *reached_missing_screen(unsigned n);
bool reached_all_screens(void);
int reached_percent(void);
/* How much was reached, and by name what was not. */
void reached_print(void);

#endif
