/* The names and the numbers that a mask looks for. Private to model/mask*.c. */
#ifndef MUFAKAT_MODEL_MASK_PARTS_H
#define MUFAKAT_MODEL_MASK_PARTS_H

#include "model/mask.h"

enum { MAX_WORDS = 12, SOUNDS = 256, SOUND_LEAST = 4 };

/* One word of a text: where it stands, and folded. */
struct text_word {
    size_t off, len;
    const char *fold;
};

enum name_kind {
    NAME_STRONG, /* found wherever it stands */
    NAME_SHORT,  /* less than four letters: "Ali", "Sri" */
    NAME_CALLED, /* three letters, and said to be what the person is called: found with a capital */
    NAME_RARE,   /* seldom an ordinary word: "Budi", "Surya"; found with a capital */
    NAME_COMMON, /* an ordinary word too: "Bunga", "Harapan" */
    NAME_OFFICE, /* also a word of the office's own name */
    NAME_TITLE   /* goes with the name, says nothing alone */
};

/* A printed name as folded words in their order, titles included. */
struct person {
    const char *words[MAX_WORDS];
    enum name_kind kinds[MAX_WORDS];
    uint32_t sounds[MAX_WORDS]; /* mask_sound of those that may be spelled otherwise; 0 */
    size_t n;
    size_t core, n_core; /* which of them are the name without titles */
    bool open;           /* agreed to be named: hides nothing, but "Budi Santoso" is not "Budi" */
};

/* A word of a person, in a chain of those with its first letter, and in one of those that sound like it. */
struct known_word {
    size_t person, place;
    size_t next, next_sound; /* one more than the next one; 0 ends */
};

/* Words of one person that stand one after the other in a text. */
struct name_run {
    const struct person *who;
    size_t start, end;  /* bytes */
    size_t first, last; /* places in the name */
    int strong, weak, initials;
    int rare;    /* NAME_RARE in small letters */
    int spelled; /* in another spelling */
    bool in_order, capital, ends;
};

enum meant { MEANT_NOBODY, MEANT_PERHAPS, MEANT };

/* Ends of what begins at a word; 0: nothing does. */
struct name_hit {
    size_t hidden;  /* of a name */
    size_t perhaps; /* of what may be one: a person has to look */
    size_t skip;    /* of a name that may be read; then the others are 0 */
};

struct address {
    const char *words[MAX_WORDS];
    size_t n;
};

struct mask {
    struct person *people;
    size_t n_people;
    struct known_word *known;
    size_t n_known;
    size_t by_letter[256]; /* one more than the last known word that begins with this byte */
    size_t by_sound[SOUNDS];
    struct address *addresses;
    size_t n_addresses;
    const char **phones; /* digits without country code and leading zero */
    size_t n_phones;
    const char **official; /* folded words of the office's own name */
    size_t n_official;
    const char *letterhead; /* folded; "" when there is none */
    const char *office_digits; /* of the letterhead, each run between blanks */
    bool theirs_only;       /* no numbers but those in `phones`, no guesses */
    struct arena *a;
};

/* --- mask_words.c --- */

/* The text without characters that nobody sees inside words: they would part "Sutris" and "no". `s` itself
 * when there are none. */
const char *mask_seen(const char *s, struct arena *a);
/* True where a word goes on: letters and digits, no blanks and no punctuation. */
bool mask_in_word(const char *s, size_t off, size_t *ret_len);
/* The next word at or after `*off`; false at the end. An apostrophe between letters belongs to the word
 * (Nur'aini), and folding drops it. */
bool mask_next_word(const char *s, size_t *off, struct text_word *ret, struct arena *a);
/* The word of plain letters before `at`, parted from it by blanks, dots and colons; false when there is
 * none. */
bool mask_word_before(const char *s, size_t at, struct text_word *ret, struct arena *a);
/* A word of the lists that stands before its place in the order they are searched by; NULL. For tests. */
const char *mask_misplaced_word(void);
bool mask_is_common(const char *fold);
bool mask_is_rare(const char *fold);
/* "Pak", "Ibu", "Sdr." ... */
bool mask_is_honorific(const char *fold);
/* What stands before and after somebody who speaks: "menurut ...", "... mengusulkan". */
bool mask_leads_to_speaker(const char *fold);
bool mask_is_said_of_speaker(const char *fold);
/* "Jalan", "Gedung", "Yayasan": what follows is the name of a place or an institution. */
bool mask_is_place(const char *fold);
/* "Kepala Desa ...": the office of a person and no place. */
bool mask_is_office(const char *fold);
/* "budi daya", "tenaga surya": together no name. "" where no word stands. */
bool mask_is_idiom(const char *fold, const char *before, const char *after);

/* --- mask_spelling.c --- */

/* Letters of other scripts that look like ours, as ours. */
const char *mask_plain_letters(const char *s, struct arena *a);
/* The same number for all spellings of a folded word, and for some others; 0 when it is too short to have any. */
uint32_t mask_sound(const char *fold);
/* True when one folded word may be another spelling of the other: oe and u, tj and c, f and p, one letter or two ... */
bool mask_sounds_like(const char *name, const char *text);
/* Single letters from `first` on that are written as one word, "B.u d i": how many, at most `most`, into `v`. */
size_t mask_letters_apart(const char *s, const struct text_word *first, struct text_word *v, size_t most,
                          struct arena *a);
/* Words that follow each other as one word. */
struct text_word mask_joined(const struct text_word *v, size_t n, struct arena *a);
/* "Sutris-" at a line's end and its rest, as one word; false when nothing is broken there. */
bool mask_broken_word(const char *s, const struct text_word *first, struct text_word *ret, struct arena *a);

/* --- mask_meant.c --- */

/* True for a capital's place that has nothing before it but a full stop, a colon or a line's end. */
bool mask_begins_sentence(const char *s, size_t at);
/* "Pak ...", "Ibu Hj. ...", "dr. ...". */
bool mask_is_addressed(const char *s, size_t at, struct arena *a);
/* True when the run is a whole name that was given free, or names a place. */
bool mask_may_be_read(const struct mask *m, const struct name_run *r, const char *s, struct arena *a);
enum meant mask_is_meant(const struct mask *m, const struct name_run *r, const char *s, struct arena *a);

/* --- mask_names.c --- */

/* What begins with the word `w`. */
struct name_hit mask_name(const struct mask *m, const char *s, const struct text_word *w, struct arena *a);

/* --- mask_numbers.c --- */

/* One more number to look for; too short ones and NULL are left out. There must be room in
 * `phones`. */
void mask_add_number(struct mask *m, const char *phone);
/* Length in bytes of the run of digits that begins at `s` (or at its plus), as people write
 * numbers: at most two separators between digits. 0 when there is none. */
size_t mask_digit_run(const char *s);
/* Length of the number at `at` that must not be read in public; 0 when there is none. */
size_t mask_number(const struct mask *m, const char *s, size_t at, struct arena *a);
/* Length of an e-mail address that begins at `s`; 0 when there is none, or when it is the office's own. */
size_t mask_mail(const struct mask *m, const char *s, struct arena *a);
/* The numbers of a text as phone_core writes them, each between blanks. */
const char *mask_digits_of(const char *text, struct arena *a);

#endif
