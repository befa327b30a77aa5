/* Numbers in Indonesian words (terbilang). Rules and vectors: domain notes 12.1. */
#ifndef MUFAKAT_BASE_TERBILANG_H
#define MUFAKAT_BASE_TERBILANG_H

#include <stdint.h>
#include "base/date.h"

/* Words for 0 .. 999 999 999 999 999 ("minus " before negatives) into `out`; at most `size` bytes
 * with the NUL, 256 always suffice. Returns `out`. Single spaces, no trailing space. */
char *terbilang(int64_t n, enum words_case c, char *out, unsigned long size);
/* "kesatu", "kedua belas", "keempat ratus": the order words of decisions (KESATU, not PERTAMA;
 * domain 6.2), lower case, for n > 0. */
char *terbilang_ordinal(int64_t n, char *out, unsigned long size);

#endif
