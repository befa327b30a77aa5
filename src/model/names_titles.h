/* The titles that names.c knows; private to it. */
#ifndef MUFAKAT_MODEL_NAMES_TITLES_H
#define MUFAKAT_MODEL_NAMES_TITLES_H

enum name_title_flags {
    NEEDS_DOT = 1, /* without a dot it may be a name or an initial */
    SPELLED = 2,   /* also as single letters: K.H. */
    NO_DOT = 4     /* a whole word, printed without a dot */
};

struct name_title {
    const char *letters; /* small letters only */
    const char *print;   /* what to offer for the undotted form; NULL: as typed, closed by a dot */
    int flags;           /* enum name_title_flags */
};

/* By small letters without dots; NULL when unknown. */
const struct name_title *names_find_front(const char *letters);
const struct name_title *names_find_back(const char *letters);

#endif
