/* The names and the numbers that a mask looks for. Private to model/mask*.c. */
#ifndef MUFAKAT_MODEL_MASK_PARTS_H
#define MUFAKAT_MODEL_MASK_PARTS_H

#include "model/mask.h"

enum { MAX_WORDS = 12 };

/* A name as folded words: found where these words stand one after the other. */
struct name {
    char *words[MAX_WORDS];
    size_t n;
    bool addressed; /* an ordinary or short word: only behind "Pak", "Ibu" ... */
    size_t next;    /* one more than the next name with this first letter; 0 ends */
};

struct mask {
    struct name *names;
    size_t n_names, cap_names;
    size_t by_letter[256]; /* one more than the last name that begins with this byte */
    const char **phones;   /* digits without country code and leading zero */
    size_t n_phones;
    const char **official; /* folded words of the office's own name */
    size_t n_official;
    bool theirs_only; /* no numbers but those in `phones` */
    struct arena *a;
};

/* One more number to look for; too short ones and NULL are left out. There must be room in
 * `phones`. */
void mask_add_number(struct mask *m, const char *phone);
/* Length in bytes of the run of digits that begins at `s` (or at its plus), as people write
 * numbers: at most two separators between digits. 0 when there is none. */
size_t mask_digit_run(const char *s);
/* Is this run a number that must not be read in public? */
bool mask_is_personal(const struct mask *m, const char *s, size_t n, struct arena *a);

#endif
