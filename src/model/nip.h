/* NIP, the 18-digit number of civil servants: YYYYMMDD of birth, YYYYMM of appointment, sex,
 * sequence. There is no check digit, so nothing is refused: doubts are told (domain notes 12.5).
 * Contract staff (PPPK) have a code such as 21 where the month would be; that is no mistake. */
#ifndef MUFAKAT_MODEL_NIP_H
#define MUFAKAT_MODEL_NIP_H

#include <stdbool.h>

#define NIP_DIGITS 19 /* 18 digits and a NUL */
#define NIP_TEXT 22   /* "19700101 199503 1 001" and a NUL */

/* Blanks, dots, dashes, apostrophes and a leading "NIP" are passed over. True and the digits in
 * `ret` when 18 digits remain and nothing else; else false, `ret` untouched. NULL is blank. */
bool nip_read(const char *typed, char ret[NIP_DIGITS]);
/* "19700101 199503 1 001". What is not an 18-digit number comes back as it is, cut to fit; "" for
 * NULL. */
char *nip_show(const char *typed, char out[NIP_TEXT]);
/* What looks wrong, as a sentence for the user (translated, static); NULL when nothing does, also
 * for blank and "-". */
const char *nip_doubt(const char *typed);

#endif
