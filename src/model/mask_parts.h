/* The names and the numbers that a mask looks for. Private to model/mask*.c. */
#ifndef MUFAKAT_MODEL_MASK_PARTS_H
#define MUFAKAT_MODEL_MASK_PARTS_H

#include "model/mask.h"

enum { MAX_WORDS = 12 };

/* One word of a text: where it stands, and folded. */
struct text_word {
    size_t off, len;
    const char *fold;
};

enum name_kind {
    NAME_STRONG, /* found wherever it stands */
    NAME_SHORT,  /* less than four letters: "Ali", "Sri" */
    NAME_CALLED, /* three letters, and said to be what the person is called: found with a capital */
    NAME_COMMON, /* an ordinary word too: "Bunga", "Harapan" */
    NAME_OFFICE, /* also a word of the office's own name */
    NAME_TITLE   /* goes with the name, says nothing alone */
};

/* A printed name as folded words in their order, titles included. */
struct person {
    const char *words[MAX_WORDS];
    enum name_kind kinds[MAX_WORDS];
    size_t n;
    size_t core, n_core; /* which of them are the name without titles */
    bool open;           /* agreed to be named: hides nothing, but "Budi Santoso" is not "Budi" */
};

/* A word of a person, in a chain of those with its first letter. */
struct known_word {
    size_t person, place;
    size_t next; /* one more than the next one; 0 ends */
};

struct address {
    const char *words[MAX_WORDS];
    size_t n;
};

struct mask {
    struct person *people;
    size_t n_people, cap_people;
    struct known_word *known;
    size_t n_known, cap_known;
    size_t by_letter[256]; /* one more than the last known word that begins with this byte */
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
bool mask_is_common(const char *fold);
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

/* --- mask_names.c --- */

/* Where a name that begins with the word `w` ends; 0 when none does. `ret_skip` gets the end of a name that
 * may be read, when that is what stands there. */
size_t mask_name_end(const struct mask *m, const char *s, const struct text_word *w, size_t *ret_skip,
                     struct arena *a);

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
