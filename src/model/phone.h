/* Telephone numbers as Indonesian lists have them: lost zero, country code, dots, dashes, labels,
 * two numbers in one cell, spreadsheets' scientific notation. Rules: domain notes 12.6; the mess:
 * sample-session 8. Nothing is guessed: what cannot be read is "broken" and must be asked. */
#ifndef MUFAKAT_MODEL_PHONE_H
#define MUFAKAT_MODEL_PHONE_H

#include "base/arena.h"

#define PHONE_TEXT 24 /* enough for either form of a number */
#define PHONE_MAX 4   /* numbers taken from one cell */

enum phone_state {
    PHONE_UNKNOWN, /* blank, "-", "tdk ada": there is no number, nothing to ask */
    PHONE_READ,    /* at least one number */
    PHONE_BROKEN   /* something stands there that is no number: ask */
};

struct phone_cell {
    enum phone_state state;
    size_t n;                           /* numbers read; 0 unless PHONE_READ */
    char number[PHONE_MAX][PHONE_TEXT]; /* "+6281234567890": equal numbers have equal texts */
    bool scientific;                    /* "8,12E+10": the digits are lost for good */
    bool leftover;                      /* PHONE_READ, but a further part could not be read */
};

/* Reads what was typed or imported; `a` is for scratch. NULL is blank. */
struct phone_cell phone_read(const char *typed, struct arena *a);
/* National form of a number that phone_read gave: "0812-3456-7890", "(0362) 21146"; other texts
 * come back as they are, cut to fit. "" for NULL. Writes into `out` and returns it. */
char *phone_show(const char *number, char out[PHONE_TEXT]);
/* What is wrong with a cell, as a sentence for the user (translated, static); NULL when nothing is.
 */
const char *phone_doubt(const struct phone_cell *c);

#endif
