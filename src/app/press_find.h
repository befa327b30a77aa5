/* Where the second programs are. */
#ifndef MUFAKAT_APP_PRESS_FIND_H
#define MUFAKAT_APP_PRESS_FIND_H

#include <stdbool.h>

/* The path of the program that does `verb`: as MUFAKAT_PRESS says (the bindery: beside that one), beside this program,
 * or the installed one. NULL when nowhere; free it. */
char *press_find(const char *verb);
/* Workbooks and joined PDFs are made by mufakat-bindery, everything else by mufakat-press. */
bool press_is_for_bindery(const char *verb);
/* The name of the program that does `verb`, for a sentence. Static. */
const char *press_program(const char *verb);

#endif
