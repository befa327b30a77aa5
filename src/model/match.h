/* Finding a person by two letters of any word of a name or the organisation (ux.md: check-in and
 * capture line). Pure: prepared once per load, then asked at every key. */
#ifndef MUFAKAT_MODEL_MATCH_H
#define MUFAKAT_MODEL_MATCH_H

#include "base/arena.h"
#include "model/records.h"

/* How well a person fits, best first; the weakest of the typed words decides. */
enum match_rank {
    MATCH_NUMBER,     /* the attendance number itself */
    MATCH_NAME_WORD,  /* whole words of the name, or of what the person is also called */
    MATCH_NAME_START, /* beginnings of words of the name */
    MATCH_ORG_WORD,   /* whole words of the organisation or of the invited office */
    MATCH_ORG_START   /* beginnings of those */
};

struct match_hit {
    const struct participant *person; /* borrowed from the array given to match_new */
    enum match_rank rank;
};
struct match_hits {
    struct match_hit *v;
    size_t n;
};

struct matcher;

/* Prepares `n` participants; the array must live as long as the matcher, which lives in `a`. */
struct matcher *match_new(struct arena *a, const struct participant *v, size_t n);
/* The participants whose words begin with all the typed words (folded; Pak, Bu, Bapak ... before
 * another word are passed over; one of them at least two letters long, else nothing fits) or whose
 * number is the typed digits. Best first, then present before others, then by number, then in the
 * order of the array. All roles. */
struct match_hits match_find(const struct matcher *m, const char *typed, struct arena *a);
/* The same without those who are known not to be here (tidak hadir, diwakili): who can be speaking.
 */
struct match_hits match_find_here(const struct matcher *m, const char *typed, struct arena *a);
/* Everybody with this attendance number (more than one only after a merge). */
struct match_hits match_number(const struct matcher *m, int64_t number, struct arena *a);
/* The participant with this id; NULL when there is none. */
const struct participant *match_by_id(const struct matcher *m, const struct id *id);
/* True for Pak, Bu, Bapak, Ibu, Mas ... (folded, `n` bytes): how people are addressed, no part of
 * their name. */
bool match_is_honorific(const char *word, size_t n);
/* One line for lists and choices: "7 Siti Nurhaliyah, Kecamatan Muara Padu"; an office without a
 * person shows the office. Never NULL. */
const char *match_words(const struct participant *p, struct arena *a);

#endif
