/* Names of people with their titles. The printed string is the truth: it is never re-cased,
 * reordered or replaced unasked. What is made here from it: the name without titles, a key to sort
 * by and to find the same person under another spelling, and a tidier form of the degrees to offer.
 * Rules: domain notes 12.4. Nobility and birth-order parts (I, Ni, Ida Bagus, Andi, La Ode, Raden,
 * Gede) are names, not titles. */
#ifndef MUFAKAT_MODEL_NAMES_H
#define MUFAKAT_MODEL_NAMES_H

#include "base/arena.h"

struct name_parts {
    const char *front; /* "Prof. Dr. Ir."; "" when none */
    const char *
        core; /* "Haryo Seno Prabaswara", as written; the whole text when only titles stand there */
    const char *back; /* "S.H., M.H.", as written, without the comma before it; "" when none */
};

/* Splits a printed name; titles are found with or without dots, blanks and the comma. NULL is "".
 */
struct name_parts names_split(const char *printed, struct arena *a);
/* Folded core with single blanks: equal for "Drs Wiratma Kusnandar M.Si" and "Drs. WIRATMA
 * KUSNANDAR, M.Si". For sorting, and for proposing (never deciding) that two people are one. */
const char *names_key(const char *printed, struct arena *a);
/* The same name with its titles written as the rules want ("Bambang Suryolelono,SH" -> "Bambang
 * Suryolelono, S.H."): to be offered, never taken unasked. The core stays as typed; what is not
 * known stays as typed; dr. and Dr. stay different. NULL when there is nothing to tidy. */
const char *names_tidy(const char *printed, struct arena *a);
/* The names of "Bu Yanti; Mak Ti, Yanti" (participant.other_names), one after the other, parted by semicolon, comma,
 * slash or line end: the next one at or after `*off`, trimmed, in `a`; NULL when there is none. NULL holds none. */
const char *names_next_other(const char *others, size_t *off, struct arena *a);

#endif
